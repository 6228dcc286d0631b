"""Connects what leads through the texts: find bar, outline, list of changes, menus, notes."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from rewritediff.gui import copying, finding, findings, reading, words
from rewritediff.gui.choices import Tab, View
from rewritediff.gui.controller import Controller
from rewritediff.gui.state import State
from rewritediff.gui.view.accessible import announce
from rewritediff.gui.view.actions import Actions
from rewritediff.gui.view.comparison_page import ComparisonPage
from rewritediff.gui.view.menus import passage_menu, show_menu
from rewritediff.wording.notes import note


class Navigation:
    """Turn what a person does to find something into gestures."""

    def __init__(self, window: QWidget, controller: Controller, comparison: ComparisonPage, actions: Actions) -> None:
        self._window = window
        self._controller = controller
        self._comparison = comparison
        self._actions = actions
        self._found = False
        self._connect_actions()
        self._connect_parts()

    def _connect_actions(self) -> None:
        actions, do = self._actions, self._controller.do
        actions.find.triggered.connect(self._find)
        actions.find_next.triggered.connect(lambda: self._find_step(1))
        actions.find_previous.triggered.connect(lambda: self._find_step(-1))
        actions.copy_note.triggered.connect(self._copy_note)
        actions.other_end.triggered.connect(self._other_end)
        actions.next_change.triggered.connect(lambda: self._step(1, alike=False))
        actions.previous_change.triggered.connect(lambda: self._step(-1, alike=False))
        actions.next_alike.triggered.connect(lambda: self._step(1, alike=True))
        actions.previous_alike.triggered.connect(lambda: self._step(-1, alike=True))
        actions.filter_alike.triggered.connect(lambda: do(reading.filtered_alike))
        actions.next_finding.triggered.connect(lambda: do(findings.next_finding))
        actions.previous_finding.triggered.connect(lambda: do(findings.previous_finding))
        actions.find_change.triggered.connect(self._find_change)
        for tab, action in actions.tabs.items():
            action.triggered.connect(lambda _=False, tab=tab: self._show_tab(tab))

    def _connect_parts(self) -> None:
        do, comparison = self._controller.do, self._comparison
        comparison.find_bar.use(self._actions.find_previous, self._actions.find_next)
        comparison.find_bar.typed.connect(lambda typed: do(finding.find_typed, typed))
        comparison.find_bar.field.stepped.connect(self._find_step)
        comparison.find_bar.close_button.clicked.connect(lambda: do(finding.find_closed))
        comparison.view.viewport_changed.connect(comparison.show_reading)
        comparison.view.menu_wanted.connect(lambda place: self._menu(place, in_texts=True))
        for part in (comparison.view, comparison.pair):
            part.finding_chosen.connect(lambda number: do(findings.choose_finding, number))
        comparison.outline.chosen.connect(self.choose)
        comparison.changes.chosen.connect(self.choose)
        comparison.pair.passage_wanted.connect(self.choose)
        changes = comparison.changes.list
        changes.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        changes.customContextMenuRequested.connect(self._changes_menu)
        self._controller.changed.connect(self._leave_find)

    def choose(self, passage: int) -> None:
        """Go to a passage that is named somewhere."""
        self._controller.do(reading.passage_wanted, passage)  # first: it may take away the filter that hides the passage
        self._comparison.view.select_passage(passage)

    def _leave_find(self, state: State) -> None:
        """Give the keyboard back to the texts as the bar closes."""
        if self._found and not state.find.shown:
            self._comparison.view.setFocus()
        self._found = state.find.shown

    def _find(self) -> None:
        view = self._comparison.view
        if not self._controller.state.find.shown or view.chosen_words():
            self._controller.do(finding.find_opened, view.reading_place(), view.chosen_words())
        self._comparison.find_bar.begin()

    def _find_step(self, direction: int) -> None:
        closed = not self._controller.state.find.shown
        self._controller.do(finding.find_stepped, direction, self._comparison.view.reading_place())
        if closed:
            self._comparison.find_bar.begin()

    def _find_change(self) -> None:
        self._controller.do(reading.tab_chosen, Tab.CHANGES)
        self._comparison.changes.field.setFocus()

    def _show_tab(self, tab: Tab) -> None:
        self._controller.do(reading.tab_chosen, tab)
        comparison = self._comparison
        parts = {Tab.CHECK: comparison.queue.list, Tab.CHANGES: comparison.changes.list, Tab.OUTLINE: comparison.outline.list}
        parts.get(tab, comparison.pair).setFocus()

    def _step(self, direction: int, *, alike: bool) -> None:
        if not alike and self._controller.state.view is View.COPIED:
            self._controller.do(copying.run_stepped, direction)
            return
        kinds = reading.step_kinds(self._controller.state, alike=alike)
        view = self._comparison.view
        found = view.step(direction, kinds)
        self._controller.do(reading.stepped, found, direction)
        if found is not None:
            announce(view, view.spoken())

    def _other_end(self) -> None:
        if not self._comparison.view.go_to_other_end():
            self._controller.do(reading.said, words.NOT_MOVED)

    def _copy_note(self) -> None:
        state = self._controller.state
        chosen = self._comparison.view.selected_passages()
        passages = dict.fromkeys(chosen) if chosen else () if state.selected is None else (state.selected,)
        if passages and state.comparison is not None:
            QGuiApplication.clipboard().setText(note(state.comparison, passages))
        self._controller.do(reading.noted, len(passages))

    def _menu(self, place: QPoint, *, in_texts: bool) -> None:
        elsewhere = self._comparison.view.other_end() is not None
        show_menu(passage_menu(self._window, self._actions, in_texts=in_texts, elsewhere=elsewhere), place)

    def _changes_menu(self, place: QPoint) -> None:
        changes = self._comparison.changes.list
        if changes.indexAt(place).isValid():  # the click has selected that line, and so its passage, already
            self._menu(changes.viewport().mapToGlobal(place), in_texts=False)
