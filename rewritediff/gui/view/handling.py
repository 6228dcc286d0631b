"""Connects what handles findings: the To check panel, its keys and menus, the house's own list."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from rewritediff import house_list
from rewritediff.core.decisions import Ruling
from rewritediff.core.house import NO_HOUSE, House
from rewritediff.gui import house, queue_words, reading, verdicts, words
from rewritediff.gui.choices import Tab
from rewritediff.gui.controller import Controller
from rewritediff.gui.findings import chosen_finding
from rewritediff.gui.state import State
from rewritediff.gui.view.actions import Actions
from rewritediff.gui.view.comparison_page import ComparisonPage
from rewritediff.gui.view.menus import show_menu
from rewritediff.wording.verdicts import questions


class Handling:
    """Turn what a person does with findings into gestures."""

    def __init__(self, window: QWidget, controller: Controller, comparison: ComparisonPage, actions: Actions) -> None:
        self._window = window
        self._controller = controller
        self._comparison = comparison
        self._panel = comparison.queue
        self._connect(actions)

    def _connect(self, actions: Actions) -> None:
        panel, do = self._panel, self._controller.do
        panel.chosen.connect(lambda entry: do(verdicts.card_chosen, entry))
        panel.ruled.connect(lambda ruling: do(verdicts.ruled, ruling))
        panel.dismissed.connect(lambda reason: do(verdicts.ruled, Ruling.DISMISSED, reason))
        panel.dismissed_alike.connect(lambda reason: do(verdicts.dismissed_alike, reason))
        panel.strength_wanted.connect(lambda strength: do(verdicts.strength_chosen, strength))
        panel.foot.back.clicked.connect(lambda: do(verdicts.taken_back))
        panel.foot.more.clicked.connect(lambda: self._show_menu(panel.foot.more.mapToGlobal(QPoint(0, 0))))
        panel.list.pressed_for.connect(self._pressed)
        panel.list.activated.connect(lambda _: self._go())
        panel.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        panel.list.customContextMenuRequested.connect(self._card_menu)
        actions.open_house.triggered.connect(self._open_house)
        actions.choose_house.triggered.connect(self._choose_house)
        actions.reload_house.triggered.connect(lambda: self.read_house(said=True))

    def _pressed(self, meant: str) -> None:
        do = self._controller.do
        doing: dict[str, Callable[[], object]] = {
            "fine": lambda: do(verdicts.ruled, Ruling.FINE),
            "ask": lambda: do(verdicts.ruled, Ruling.ASK),
            "dismiss": self._panel.begin_dismissing,
            "alike": lambda: do(verdicts.dismissed_alike),
            "back": lambda: do(verdicts.taken_back),
            "copy": lambda: self._copy(every=False),
            "go": self._go,
        }
        doing[meant]()

    def _go(self) -> None:
        """Go to the words of the chosen card."""
        if self._controller.state.finding is not None:
            self._comparison.view.setFocus()

    def _card_menu(self, place: QPoint) -> None:
        if self._panel.list.indexAt(place).isValid():  # the click has chosen that card already
            self._show_menu(self._panel.list.viewport().mapToGlobal(place))

    def _show_menu(self, place: QPoint) -> None:
        show_menu(self.menu(), place)

    def menu(self) -> QMenu:
        """Make the menu of the chosen card; what makes no sense for it is left out."""
        do, state = self._controller.do, self._controller.state
        menu, finding = QMenu(self._window), chosen_finding(state)
        for text, act in (
            (queue_words.FINE_ENTRY, lambda: do(verdicts.ruled, Ruling.FINE)),
            (queue_words.ASK_ENTRY, lambda: do(verdicts.ruled, Ruling.ASK)),
            (queue_words.DISMISS_ENTRY, self._panel.begin_dismissing),
            (queue_words.ALIKE_ENTRY, lambda: do(verdicts.dismissed_alike)),
            (queue_words.BACK_ENTRY, lambda: do(verdicts.taken_back)),
        ):
            menu.addAction(text, act)
        menu.addSeparator()
        menu.addAction(queue_words.COPY_QUESTION, lambda: self._copy(every=False))
        if verdicts.asked_about(state, every=True):
            menu.addAction(queue_words.COPY_QUESTIONS, lambda: self._copy(every=True))
        same, ignoring = house.lines_for_same(finding), house.lines_for_ignoring(finding)
        if same or ignoring:
            menu.addSeparator()
        for terms, line in zip(house.same_terms(finding), same, strict=True):
            menu.addAction(queue_words.TREAT_AS_SAME.format(terms=" = ".join(terms)), partial(self._add, (line,)))
        for term, line in zip(house.ignored_terms(finding), ignoring, strict=True):
            menu.addAction(queue_words.IGNORE_TERM.format(term=term), partial(self._add, (line,)))
        if state.house_added and state.house_file:
            menu.addAction(queue_words.TAKE_OUT.format(entry=state.house_added[-1]), self._take_out)
        return menu

    def _copy(self, *, every: bool) -> None:
        state = self._controller.state
        found = verdicts.asked_about(state, every=every)
        if found and state.comparison is not None:
            QGuiApplication.clipboard().setText(questions(state.comparison, found))
        self._controller.do(reading.said, words.copied_questions(len(found)))

    # the house's own list

    def read_house(self, *, said: bool = False) -> None:
        """Read the list from its file, where there is one; say so where somebody asked for it."""
        path = self._controller.state.house_file
        if path and Path(path).exists():
            self._take(lambda: house_list.load(path), house.house_read, queue_words.HOUSE_READ.format(path=path) if said else "")
        else:
            self._controller.do(house.house_read, NO_HOUSE)

    def _add(self, lines: tuple[str, ...]) -> None:
        state = self._controller.state
        known = house_list.format_list(state.house)
        self._take(
            lambda: house_list.append(state.house_file, lines) if state.house_file else house_list.parse(known + "\n".join(lines)),
            lambda state, found: house.entries_added(state, lines, found),
        )

    def _take_out(self) -> None:
        state = self._controller.state
        if state.house_file:
            self._take(lambda: house_list.take_out(state.house_file, state.house_added[-1]), house.entry_taken_out)

    def _take(self, read: Callable[[], House], gesture: Callable[..., State], *said: str) -> None:
        try:
            found = read()
        except (OSError, house_list.HouseListError) as error:
            self._controller.do(reading.said, queue_words.HOUSE_UNREAD.format(reason=error), problem=True)
            return
        self._controller.do(gesture, found, *said)

    def _open_house(self) -> None:
        """Open the list in the editor that the system has for texts; it is made first where it is missing."""
        path = self._controller.state.house_file
        if not path:
            return
        try:
            if not Path(path).exists():
                house_list.append(path, ())
        except (OSError, house_list.HouseListError) as error:
            self._controller.do(reading.said, queue_words.HOUSE_UNREAD.format(reason=error), problem=True)
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(path))
        self._controller.do(reading.said, queue_words.HOUSE_OPENED.format(path=path))

    def _choose_house(self) -> None:
        folder = str(Path(self._controller.state.house_file).parent)
        path, _ = QFileDialog.getOpenFileName(self._window, queue_words.CHOOSE_HOUSE, folder, queue_words.HOUSE_FILTER)
        if path:
            self._controller.do(house.file_chosen, path)
            self.read_house(said=True)

    def show_queue(self) -> None:
        """Open the panel and give it the keyboard."""
        self._controller.do(reading.tab_chosen, Tab.CHECK)
        self._panel.list.setFocus()
