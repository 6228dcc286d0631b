"""Connects what comes from outside: the file chooser, the clipboard, what is dragged over the window and dropped."""

from __future__ import annotations

import os

from PySide6.QtCore import QMimeData, QPointF
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from rewritediff.core.values import Side
from rewritediff.gui import file_kinds, gestures, words
from rewritediff.gui.arriving import arrived
from rewritediff.gui.controller import Controller
from rewritediff.gui.shown import drop_hints, file_of
from rewritediff.gui.sources import Pasted
from rewritediff.gui.state import paste_side
from rewritediff.gui.view.clips import arrival_of, fills
from rewritediff.gui.view.comparison_page import ComparisonPage
from rewritediff.gui.view.drop_overlay import DropOverlay
from rewritediff.gui.view.editor import Editor
from rewritediff.gui.view.start_page import StartPage


class Arriving:
    """Turn what arrives into gestures."""

    def __init__(self, window: QWidget, controller: Controller, start: StartPage, comparison: ComparisonPage, overlay: DropOverlay) -> None:
        self._window = window
        self._controller = controller
        self._start = start
        self._comparison = comparison
        self._overlay = overlay

    def choose(self, side: Side) -> None:
        """Let a person choose one file for a side, or two for both."""
        folder = os.path.dirname(file_of(self._controller.state, side))  # noqa: PTH120 - a text for Qt, not a path to walk
        title = words.CHOOSE.format(side=words.side_word(side))
        paths, _ = QFileDialog.getOpenFileNames(self._window, title, folder, file_kinds.file_filter())
        if paths:
            self._controller.do(gestures.dropped, paths, "", side)

    def paste(self, side: Side | None) -> None:
        """Take files and links from the clipboard as if dropped; show a text in the editor of its side first."""
        mime = QGuiApplication.clipboard().mimeData()
        arrival = arrival_of(mime)
        if arrival.fills:
            self._controller.do(arrived, arrival, side or self._focused_side())
        else:
            self._write(side, arrival.text)

    def paste_plain(self) -> None:
        """Take only the words of a text from the clipboard."""
        text = QGuiApplication.clipboard().text()
        focus = QApplication.focusWidget()
        if isinstance(focus, Editor):
            focus.insert_plain(text)
        else:
            self._write(None, Pasted(text))

    def hint(self, mime: QMimeData, place: QPointF) -> None:
        """Say on the halves of the window what dropping would do."""
        self._overlay.show_hints(drop_hints(fills(mime), self._side_at(place)), self._middle())

    def drop(self, mime: QMimeData, place: QPointF) -> None:
        """Take what was dropped."""
        self._controller.do(arrived, arrival_of(mime), self._side_at(place))

    def _write(self, side: Side | None, clip: Pasted) -> None:
        side = side or self._focused_side() or paste_side(self._controller.state)
        self._controller.do(gestures.writing_begun, side)
        self._start.areas[side].editor.begin(clip)

    def _focused_side(self) -> Side | None:
        focus = QApplication.focusWidget()
        return next((side for side in Side if focus is not None and self._start.areas[side].isAncestorOf(focus)), None)

    def _side_at(self, place: QPointF) -> Side:
        return Side.ORIGINAL if place.x() < self._middle() else Side.REWRITE

    def _middle(self) -> int:
        """Find where one half of the window ends: between the columns of the texts, else in its middle."""
        view = self._comparison.view
        return view.mapTo(self._window, view.rect().center()).x() if view.isVisible() else self._window.width() // 2
