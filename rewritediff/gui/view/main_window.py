"""The window: shows a State, and turns what a person does into gestures. All connections are made here."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from rewritediff.core.values import Side
from rewritediff.gui import answers, arriving, comparing, copying, folding, gestures, lines, links, living, reading, undoing
from rewritediff.gui.announcements import announced
from rewritediff.gui.choices import Tab, ThemeChoice, Typeface, View
from rewritediff.gui.controller import Controller
from rewritediff.gui.preferences import Preferences
from rewritediff.gui.shown import window_title
from rewritediff.gui.state import Page, State, page
from rewritediff.gui.theme import Theme, connect_system_look, palette, system_look, tell_system, theme_for
from rewritediff.gui.view.accessible import announce
from rewritediff.gui.view.actions import fill_menu_bar, make_actions
from rewritediff.gui.view.arriving import Arriving
from rewritediff.gui.view.chosen import to_clipboard
from rewritediff.gui.view.clips import takes
from rewritediff.gui.view.comparison_page import ComparisonPage
from rewritediff.gui.view.drop_overlay import DropOverlay
from rewritediff.gui.view.handling import Handling
from rewritediff.gui.view.keys_page import KeysPage
from rewritediff.gui.view.lines import ProgressLine, StatusLine
from rewritediff.gui.view.message_bar import MessageBar
from rewritediff.gui.view.navigation import Navigation
from rewritediff.gui.view.start_page import StartPage
from rewritediff.gui.view.style import style_sheet
from rewritediff.gui.view.telling import Telling
from rewritediff.gui.view.toolbar import Toolbar
from rewritediff.gui.watching import Watch
from rewritediff.gui.work import Done

SMALLEST = (760, 480)
USUAL = (1280, 820)


class MainWindow(QMainWindow):
    """Hold the parts of the window."""

    def __init__(self, controller: Controller, preferences: Preferences | None = None) -> None:
        super().__init__()
        self.controller = controller
        self.preferences = preferences
        self._theme: Theme | None = None
        self._said = controller.state
        """The State that was announced last."""
        self._typeface = Typeface.SERIF
        self._system = system_look()  # asked before our own palette hides the system's
        self.actions_ = make_actions(self)
        self.toolbar = Toolbar(self.actions_)
        self.message = MessageBar()
        self.progress = ProgressLine()
        self.start = StartPage()
        self.comparison = ComparisonPage()
        self.keys = KeysPage()
        self.status = StatusLine()
        self.pages = QStackedWidget()
        self._pages: dict[Page, QWidget] = {Page.START: self.start, Page.COMPARISON: self.comparison, Page.KEYS: self.keys}
        self._arrange()
        self.overlay = DropOverlay(self.pages)
        self.arriving = Arriving(self, controller, self.start, self.comparison, self.overlay)
        self.watch = Watch(self)
        self._connect_actions()
        self._connect_views()
        self.navigation = Navigation(self, controller, self.comparison, self.actions_)
        self.handling = Handling(self, controller, self.comparison, self.actions_)
        self.telling = Telling(self.pages, controller, self.start, self.comparison, self.actions_)
        self._restore_layout()
        self.show_state(controller.state)
        self._focus(Page.START)

    def show_state(self, state: State) -> None:
        """Show a State."""
        self._show_theme(state.theme)
        self._show_typeface(state.typeface)
        self.actions_.show_state(state)
        self.toolbar.show_state(state)
        shown = self._pages[page(state)]
        turned = self.pages.currentWidget() is not shown
        # before any line above the pages appears: that would lay out and paint a comparison that is about to go, 80 ms with 5,000 sentences
        self.pages.setCurrentWidget(shown)
        self.message.show_state(state)
        self.progress.show_state(state)
        self.status.show_state(state)
        self.start.show_state(state)
        self.comparison.show_state(state)
        self.telling.show_state(state)
        if turned and not self.telling.has_focus():
            self._focus(page(state))
        self.setWindowTitle(window_title(state))
        self._announce(state)
        self.watch.follow(self.controller.state)
        if state is self.controller.state:
            self.comparison.follow(state.selected)

    def _announce(self, state: State) -> None:
        before, self._said = self._said, state
        announce(self, announced(before, state))

    def _focus(self, shown: Page) -> None:
        """Give the keyboard to the part that a person wants next."""
        if shown is Page.COMPARISON:
            self.comparison.view.setFocus()
        elif shown is Page.KEYS:
            self.keys.close_button.setFocus()
        else:
            self.start.setFocus()

    # what things look like

    def _arrange(self) -> None:
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in self._pages.values():
            self.pages.addWidget(part)
        for part in (self.toolbar, self.message, self.progress):
            column.addWidget(part)
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)
        self.setAcceptDrops(True)
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.menuBar().setVisible(self.menuBar().isNativeMenuBar())
        if self.menuBar().isNativeMenuBar():
            fill_menu_bar(self.menuBar(), self.actions_)

    def _show_theme(self, choice: ThemeChoice) -> None:
        theme = theme_for(choice, self._system)
        if theme is self._theme:
            return
        self._theme = theme
        tell_system(choice, theme)
        QApplication.setPalette(palette(theme))
        self.setStyleSheet(style_sheet(theme))
        for part in (self.toolbar, self.message, self.start, self.comparison, self.overlay, self.telling):
            part.set_theme(theme)

    def _show_typeface(self, typeface: Typeface) -> None:
        if typeface is self._typeface:
            return
        self._typeface = typeface
        for part in (self.start, self.comparison):
            part.set_typeface(typeface)

    def _restore_layout(self) -> None:
        if self.preferences:
            self.restoreGeometry(self.preferences.bytes_of("geometry"))
            self.comparison.splitter.restoreState(self.preferences.bytes_of("splitter"))

    # connections

    def _connect_actions(self) -> None:
        actions = self.actions_
        plain: dict[object, Callable[..., State]] = {
            actions.swap: gestures.swapped,
            actions.clear: gestures.cleared,
            actions.sample: gestures.sample_opened,
            actions.undo: undoing.undone,
            actions.redo: undoing.redone,
            actions.keys: reading.keys_toggled,
            actions.folds: folding.folds_toggled,
            actions.turn_layout: reading.layout_turned,
            actions.answer: answers.last_answered,
            actions.reload: answers.all_reloaded,
        }
        for action, gesture in plain.items():
            self._trigger(action, gesture)
        actions.views[View.CHANGES].triggered.connect(lambda: self.controller.do(copying.view_chosen, View.CHANGES))
        # by its key it leads back, too
        actions.views[View.COPIED].triggered.connect(lambda: self.controller.do(copying.view_turned))
        for choice, action in actions.themes.items():
            self._trigger(action, reading.theme_chosen, choice)
        for typeface, action in actions.typefaces.items():
            self._trigger(action, reading.typeface_chosen, typeface)
        for layout, action in actions.layouts.items():
            self._trigger(action, reading.layout_chosen, layout)
        for action, direction in ((actions.larger, 1), (actions.smaller, -1), (actions.ordinary, 0)):
            self._trigger(action, reading.zoom_stepped, direction)
        for action, shown in ((actions.word_marks, reading.word_marks_shown), (actions.typography, reading.typography_shown)):
            action.toggled.connect(self._doing(shown))
        actions.open_original.triggered.connect(lambda: self.arriving.choose(Side.ORIGINAL))
        actions.open_rewrite.triggered.connect(lambda: self.arriving.choose(Side.REWRITE))
        actions.paste.triggered.connect(lambda: self.arriving.paste(None))
        actions.paste_plain.triggered.connect(self.arriving.paste_plain)
        actions.copy.triggered.connect(self._copy)
        actions.menu.triggered.connect(self.toolbar.menu_button.showMenu)
        actions.leave.triggered.connect(self.close)

    def _connect_views(self) -> None:
        do = self.controller.do
        for side, area in zip(Side, self.start.areas, strict=True):
            area.open_asked.connect(self.arriving.choose)
            area.write_asked.connect(self.arriving.paste)
            area.back_asked.connect(self._doing(gestures.writing_ended))
            area.remove_asked.connect(self._doing(gestures.side_cleared))
            area.cancel_asked.connect(self._doing(gestures.side_cancelled))
            area.fetch_asked.connect(self._doing(answers.link_fetched))
            area.leave_asked.connect(self._doing(links.left))
            area.again_asked.connect(self._doing(answers.tried_again))
            area.written.connect(self._doing(arriving.written, side))
        self.start.sample.clicked.connect(lambda: do(gestures.sample_opened))
        self.start.compare.clicked.connect(lambda: do(comparing.compared_again))
        self.start.recent_chosen.connect(self._doing(gestures.recent_opened))
        self.message.taken.connect(lambda answer: do(answers.answered, answer.message, answer.offer))
        self.message.left.connect(self._doing(lines.left))
        self.progress.cancel.clicked.connect(lambda: do(gestures.cancelled))
        self.keys.close_button.clicked.connect(lambda: do(reading.keys_toggled))
        comparison = self.comparison
        comparison.answer.toggled.connect(self._doing(reading.filter_toggled))
        comparison.answer.show_all.clicked.connect(lambda: do(reading.filter_cleared))
        comparison.view.passage_selected.connect(self._doing(reading.passage_selected))
        comparison.view.fold_turned.connect(self._doing(folding.fold_toggled))
        comparison.overview.folded_wanted.connect(self._unfold_place)
        comparison.copied.words.valueChanged.connect(self._doing(copying.copied_words_chosen))
        comparison.copied.longest.clicked.connect(lambda: do(copying.longest_wanted))
        comparison.followed.connect(self._doing(reading.passage_selected))
        comparison.view.zoom_changed.connect(lambda factor: do(reading.zoomed, factor * 100))
        comparison.view.viewport_changed.connect(comparison.overview.set_viewport)
        comparison.overview.place_wanted.connect(comparison.view.show_place)
        comparison.tabs.currentChanged.connect(lambda index: do(reading.tab_chosen, list(Tab)[index]))
        self.watch.news.connect(lambda news: do(living.looked, news.path, news.stored, news.fate))
        self.controller.changed.connect(self.show_state)
        connect_system_look(self._system_changed)

    def _trigger(self, action: object, gesture: Callable[..., State], *arguments: object) -> None:
        action.triggered.connect(lambda: self.controller.do(gesture, *arguments))  # type: ignore[attr-defined]  # Qt's signals are untyped

    def _doing(self, gesture: Callable[..., State], *first: object) -> Callable[[object], None]:
        """Make a slot that hands the one value of a signal to a gesture."""
        return lambda value: self.controller.do(gesture, *first, value)

    # gestures that need something of the window first

    def _unfold_place(self, place: int) -> None:
        if isinstance(self.controller.state.work, Done):
            self.navigation.choose(self.controller.state.work.presentation.sheet.rows[place].passage)

    def _copy(self) -> None:
        copied = self.comparison.view.copied()
        to_clipboard(copied)
        self.controller.do(reading.copied, copied.text)

    def _system_changed(self) -> None:
        if self.controller.state.theme is ThemeChoice.SYSTEM:  # else the platform only repeats what this window told it
            self._system = system_look()
            self.show_state(self.controller.state)

    # what Qt tells the window

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.watch.look()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        # no shortcut: a selection in the texts and an open menu take Escape first
        if event.key() == Qt.Key.Key_Escape:
            self.controller.do(gestures.escaped)
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        if takes(event.mimeData()):
            event.acceptProposedAction()
            self.arriving.hint(event.mimeData(), event.position())

    def dragMoveEvent(self, event: QDragMoveEvent, /) -> None:
        event.acceptProposedAction()
        self.arriving.hint(event.mimeData(), event.position())

    def dragLeaveEvent(self, _event: QDragLeaveEvent, /) -> None:
        self.overlay.hide()

    def dropEvent(self, event: QDropEvent, /) -> None:
        self.overlay.hide()
        event.acceptProposedAction()
        self.arriving.drop(event.mimeData(), event.position())

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self.overlay.resize(self.pages.size())
        self.telling.place(self.controller.state)

    def closeEvent(self, event: QCloseEvent, /) -> None:
        if self.preferences:
            self.preferences.remember(self.controller.state)
            self.preferences.remember_bytes("geometry", self.saveGeometry())
            self.preferences.remember_bytes("splitter", self.comparison.splitter.saveState())
            self.preferences.save()
        self.watch.close()
        self.controller.close(patience=0)  # the window goes at once; who started it sees to the end of the worker
        super().closeEvent(event)
