"""What tests do to the window, and the pair of texts that they show in it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rewritediff.gui.state import State, is_busy
from rewritediff.gui.view.main_window import MainWindow

ORIGINAL = """The harbour

The council met on Monday. It agreed to build a wall of steel across the harbour. Nobody spoke against it.

The old lighthouse will be torn down in spring. Fishermen asked for more time."""
REWRITE = """The harbour

The council met on Monday. It has agreed to build a barrier of steel across the whole harbour. Nobody spoke against it.

Fishermen asked for more time. A film crew has booked the only hotel."""


def state(window: MainWindow) -> State:
    return window.controller.state


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not is_busy(state(window)), timeout=20_000)


def drop(window: QWidget, paths: list[Path], text: str = "", at: float = 0.25) -> None:
    """Drop files or a text on the window, so far from its left edge."""
    mime = QMimeData()
    if paths:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        mime.setText(text)
    place = QPointF(window.width() * at, window.height() / 2)
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(place.toPoint(), *how))
    QApplication.sendEvent(window, QDropEvent(place, *how))
