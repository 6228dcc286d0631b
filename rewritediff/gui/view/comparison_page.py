"""The comparison: the answer, both texts, the overview, and a panel that tells more of one passage or lists all changes."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QTabWidget, QVBoxLayout, QWidget

from rewritediff.gui.choices import Layout, Tab, Typeface
from rewritediff.gui.finding import hits
from rewritediff.gui.pair import pair_of
from rewritediff.gui.rows import Presentation, present
from rewritediff.gui.shown import answer_shown, layout, options, tab
from rewritediff.gui.signals import signal
from rewritediff.gui.state import State, review_known
from rewritediff.gui.theme import Theme
from rewritediff.gui.verdicts import handled
from rewritediff.gui.view.actions import tab_index
from rewritediff.gui.view.answer_line import AnswerLine
from rewritediff.gui.view.change_list import ChangeList
from rewritediff.gui.view.comparison_view import ComparisonView
from rewritediff.gui.view.copied_line import CopiedLine
from rewritediff.gui.view.find_bar import FindBar
from rewritediff.gui.view.outline_list import OutlineList
from rewritediff.gui.view.overview import OverviewStrip
from rewritediff.gui.view.pair_pane import PairPane
from rewritediff.gui.view.place import Viewport, reading_row
from rewritediff.gui.view.queue_panel import QueuePanel
from rewritediff.gui.words import TAB_NAMES, queue_title
from rewritediff.gui.work import Done

PANEL = 320
"""Pixels of the panel in a wide window: some 42 characters a line."""
PANEL_LEAST = 270
"""Pixels in which the names of all tabs can be read."""


class ComparisonPage(QWidget):
    """Show a finished comparison."""

    followed = signal(int)
    """The selected passage is hidden now, and the view has gone to the next one that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.answer = AnswerLine()
        self.copied = CopiedLine()
        self.view = ComparisonView()
        self.overview = OverviewStrip()
        self.pair = PairPane()
        self.changes = ChangeList()
        self.outline = OutlineList()
        self.queue = QueuePanel()
        self.find_bar = FindBar()
        self.tabs = QTabWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._shown: Presentation | None = None
        self._seen: Viewport | None = None
        self._pair_shown: tuple[object, ...] = ()
        self._answer_shown: tuple[object, ...] = ()
        self._arrange()

    def show_state(self, state: State) -> None:
        """Show a finished comparison as the state says; without one, what is shown stays, so that nothing flickers."""
        if not isinstance(state.work, Done):
            return
        wanted = layout(state)
        turned = self._shown is not None and self._shown.options.opened != options(state).opened and wanted is self.view.layout_shown
        if wanted is Layout.ALIGNED:
            self.view.set_layout(wanted)
        self._present(state.work, state)
        if wanted is Layout.READING:  # only now, for flowing texts have no folds
            self.view.set_layout(wanted)
        if turned:
            self.view.keep_in_view()
        self._show_copied(state)
        if (asked := (state.work, review_known(state))) != self._answer_shown:
            self._answer_shown = asked
            self.answer.set_answer(answer_shown(*asked))
        self.answer.set_filter(state.filter)
        self.queue.show_state(state)
        self.tabs.setTabText(tab_index(Tab.CHECK), queue_title(self.queue.open_checks))
        self.tabs.setCurrentIndex(tab_index(tab(state)))
        for part in (self.view, self.pair):
            part.set_zoom(state.zoom / 100)
        if state.selected is not None and self.view.current_passage() != state.selected:
            self.view.select_passage(state.selected)
        self.view.show_hits(hits(state), state.find.hit)
        self.view.show_handled(handled(state))
        self.view.show_finding(state.finding)
        self.find_bar.show_state(state)
        self.outline.show_outline(self._shown, seen=tab(state) is Tab.OUTLINE)
        self.changes.select(state.selected)
        self._show_pair(state)
        if self._seen:
            self.show_reading(self._seen)

    def follow(self, selected: int | None) -> None:
        """Tell where the view has gone if a filter hides the selected passage."""
        if self._shown is None or selected is None or self._shown.row_of(selected) is not None:
            return
        following = self.view.current_passage()
        if following is not None:
            self.followed.emit(following)

    def show_reading(self, seen: Viewport) -> None:
        """Let the panel follow the selected passage while it is in view, else what is probably read."""
        self._seen = seen
        passage = self.view.passage_in_view()
        if passage is None and self._shown and self._shown.rows:
            passage = self._shown.rows[reading_row(seen, len(self._shown.rows))].passage
        self.outline.follow(passage)
        self.changes.follow(passage)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for part in (self.answer, self.copied, self.view, self.overview, self.pair, self.changes, self.outline, self.queue, self.find_bar):
            part.set_theme(theme)

    def set_typeface(self, typeface: Typeface) -> None:
        """Set articles in other letters."""
        for part in (self.view, self.pair, self.changes, self.queue):
            part.set_typeface(typeface)

    def _present(self, work: Done, state: State) -> None:
        asked = options(state)
        if self._shown and self._shown.comparison is work.comparison and self._shown.options == asked:
            return
        continues = self._shown is not None and state.continues is self._shown.comparison
        self._shown = present(work.comparison, asked, work.presentation)
        if continues:
            self.view.continue_with(self._shown, state.selected)
        else:
            self.view.set_presentation(self._shown)
        self.overview.set_presentation(self._shown)
        self.changes.show_changes(self._shown)

    def _show_copied(self, state: State) -> None:
        """Show the figures of the copied view in place of the answer, and the run that was gone to."""
        copied = options(state).copied
        self.answer.setVisible(copied is None)
        self.copied.setVisible(copied is not None)
        if copied is not None:
            self.copied.show_copied(copied, state.copied_words)
        run = copied.runs[state.run] if copied and state.run is not None else None
        self.view.show_run(run, copied.places[state.run] if copied and state.run is not None else 0)

    def _show_pair(self, state: State) -> None:
        asked = (self._shown, state.selected)
        if asked == self._pair_shown:
            self.pair.show_finding(state.finding)
            return
        self._pair_shown = asked
        pair = pair_of(self._shown, state.selected, options(state)) if self._shown and state.selected is not None else None
        self.pair.show_pair(pair, state.finding)

    def _arrange(self) -> None:
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(False)  # arrows would hide names; shortened ones can be clicked still
        self.tabs.setElideMode(Qt.TextElideMode.ElideRight)
        for name, part in ((Tab.CHECK, self.queue), (Tab.PAIR, self.pair), (Tab.CHANGES, self.changes), (Tab.OUTLINE, self.outline)):
            self.tabs.addTab(part, TAB_NAMES[name])
        texts = QWidget()
        row = QHBoxLayout(texts)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.view, 1)
        row.addWidget(self.overview)
        self.splitter.addWidget(texts)
        self.splitter.addWidget(self.tabs)
        self.splitter.setHandleWidth(9)
        self.splitter.setStretchFactor(0, 7)
        self.splitter.setStretchFactor(1, 2)
        self.splitter.setCollapsible(0, False)
        self.splitter.setSizes([1080, PANEL])
        self.tabs.setMinimumWidth(PANEL_LEAST)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 14, 0)
        column.setSpacing(8)
        column.addWidget(self.answer)
        column.addWidget(self.copied)
        column.addWidget(self.splitter, 1)
        column.addWidget(self.find_bar)
