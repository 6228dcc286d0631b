"""The window's own icons, in the colour of the theme."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from rewritediff.bundled import resource

SCALES = (1, 2, 3)
"""Device pixel ratios that an icon is drawn for; others take the nearest."""


@cache
def icon(name: str, colour: str, size: int = 16) -> QIcon:
    """Draw an icon in a colour."""
    made = QIcon()
    for scale in SCALES:
        made.addPixmap(pixmap(name, colour, size, scale))
    return made


def pixmap(name: str, colour: str, size: int, scale: float) -> QPixmap:
    """Draw an icon for one device pixel ratio."""
    drawing = resource("icons", "ui", f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", colour)
    made = QPixmap(round(size * scale), round(size * scale))
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(made.rect()))
    painter.end()
    made.setDevicePixelRatio(scale)
    return made
