"""What lies over the window while something is dragged across it: the halves it can be dropped on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewritediff.core.values import Side, Sides
from rewritediff.gui.theme import LIGHT, Theme

VEIL = 235
"""Opacity, of 255: the texts below are still there, the words above them can be read."""


class DropOverlay(QWidget):
    """Paint the half, or both, that would be filled."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hints = Sides("", "")
        self._middle = 0
        self._theme = LIGHT
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_hints(self, hints: Sides[str], middle: int) -> None:
        """Say on each half what dropping there would do; a half without words stays as it is."""
        self._hints = hints
        self._middle = middle
        if (below := self.parentWidget()) is not None:
            self.resize(below.size())
        self.setVisible(any(hints))
        self.raise_()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = self.font()
        font.setPixelSize(18)
        painter.setFont(font)
        for side in Side:
            if not self._hints[side]:
                continue
            area = self._half(side).adjusted(10, 10, -10, -10)
            veil = QColor(self._theme.inserted_fill)
            veil.setAlpha(VEIL)
            painter.setBrush(veil)
            painter.setPen(QPen(QColor(self._theme.accent), 2, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(area, 12, 12)
            painter.setPen(QColor(self._theme.text))
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._hints[side])

    def _half(self, side: Side) -> QRectF:
        if side is Side.ORIGINAL:
            return QRectF(0, 0, self._middle, self.height())
        return QRectF(self._middle, 0, self.width() - self._middle, self.height())
