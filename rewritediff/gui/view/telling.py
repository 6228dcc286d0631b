"""Connects what tells how documents were read: the heads, the drop areas, their panel, its keys."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QWidget

from rewritediff.core.values import Side, Sides
from rewritediff.gui import rereading, telling
from rewritediff.gui.controller import Controller
from rewritediff.gui.sources import loaded
from rewritediff.gui.state import Page, State, Told, page
from rewritediff.gui.theme import Theme
from rewritediff.gui.ticks import ticks_of
from rewritediff.gui.view.actions import Actions
from rewritediff.gui.view.comparison_page import ComparisonPage
from rewritediff.gui.view.reading_panel import ReadingPanel
from rewritediff.gui.view.start_page import StartPage
from rewritediff.gui.work import Running
from rewritediff.loaders.options import Options


class Telling:
    """Turn what a person does with the panel into gestures, and hang it where it belongs."""

    def __init__(self, ground: QWidget, controller: Controller, start: StartPage, comparison: ComparisonPage, actions: Actions) -> None:
        self._ground = ground
        self._window = window = ground.window()
        self._controller = controller
        self._start = start
        self._view = comparison.view
        self.panel = ReadingPanel(window)
        self._told: Told | None = None
        self._before: QWidget | None = None
        """What had the keyboard before the panel was opened."""
        self._connect(actions)

    def show_state(self, state: State) -> None:
        """Show what is told, under the head of its side."""
        if not (isinstance(state.work, Running) and state.work.over):  # until then the heads name what is on screen
            self._view.show_readings(
                Sides(*(telling.in_short(state, side) for side in Side)), Sides(*(telling.at_length(state, side) for side in Side))
            )
        reading = telling.reading_shown(state)
        told = state.told if reading else None
        found = loaded(state.sides[told.side]) if told else None
        held = self.has_focus()  # asked first: hiding the panel passes the keyboard on
        self.panel.show_reading(reading, ticks_of(found) if told and told.choosing and found else None)
        if told:
            self.place(state)
        self._pass_focus(told, held=held)

    def has_focus(self) -> bool:
        """Tell whether the keyboard is in the panel."""
        focus = QApplication.focusWidget()
        return focus is not None and self.panel.isVisible() and self.panel.isAncestorOf(focus)

    def place(self, state: State) -> None:
        """Hang the panel at the head of its side, where that is now."""
        if state.told is None:
            return
        side = state.told.side
        anchor: QWidget = self._view.heads.buttons[side] if page(state) is Page.COMPARISON else self._start.areas[side].told
        corner = anchor.mapTo(self._window, QPoint(0, 0))
        ground = self._ground.mapTo(self._window, self._ground.rect().bottomRight())
        self.panel.place(QRect(corner, anchor.size()), QSize(ground.x(), ground.y()))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.panel.set_theme(theme)

    def _connect(self, actions: Actions) -> None:
        panel, do = self.panel, self._controller.do
        self._view.heads.pressed.connect(lambda side: do(telling.told, side))
        for area in self._start.areas:
            area.told_asked.connect(lambda side: do(telling.told, side))
        for side, action in actions.how_read.items():
            action.triggered.connect(lambda _=False, side=side: do(telling.told, side))
        panel.close_button.clicked.connect(lambda: do(telling.untold))
        panel.facts.choose.clicked.connect(lambda: self._for_side(telling.choosing_begun))
        panel.facts.tracked.clicked.connect(lambda: self._for_side(rereading.before_and_after))
        panel.blocks.back.clicked.connect(lambda: self._for_side(telling.choosing_ended))
        panel.blocks.blocks_asked.connect(lambda without: self._for_side(telling.blocks_chosen, without))
        for part in (panel.facts, panel.blocks):
            part.read_asked.connect(self._read)

    def _read(self, options: Options) -> None:
        self._for_side(rereading.read_again, options)

    def _for_side(self, gesture: object, *arguments: object) -> None:
        told = self._controller.state.told
        if told is not None and callable(gesture):
            self._controller.do(gesture, told.side, *arguments)

    def _pass_focus(self, told: Told | None, *, held: bool) -> None:
        """Give the keyboard to a panel that was opened or turned, and back to where it was when the panel is closed."""
        before, self._told = self._told, told
        if told is not None and told != before:
            if before is None:
                self._before = QApplication.focusWidget()
            self.panel.take_focus()
        elif told is None and before is not None:
            wanted, self._before = self._before, None
            if held and wanted is not None and wanted.isVisible():
                wanted.setFocus()
