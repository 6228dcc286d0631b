"""The window: shows a State, part by part, and passes on what Qt tells it. Which gesture belongs to what stands in `connections`."""

from __future__ import annotations

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

from rewritediff.gui import gestures, living, reading
from rewritediff.gui.announcements import announced
from rewritediff.gui.choices import ThemeChoice, Typeface
from rewritediff.gui.controller import Controller
from rewritediff.gui.preferences import Preferences
from rewritediff.gui.shown import window_title
from rewritediff.gui.state import Page, State, page
from rewritediff.gui.theme import Theme, connect_system_look, palette, system_look, tell_system, theme_for
from rewritediff.gui.view.accessible import announce
from rewritediff.gui.view.actions import make_actions
from rewritediff.gui.view.arriving import Arriving
from rewritediff.gui.view.chosen import to_clipboard
from rewritediff.gui.view.clips import takes
from rewritediff.gui.view.comparison_page import ComparisonPage
from rewritediff.gui.view.connections import Connections
from rewritediff.gui.view.drop_overlay import DropOverlay
from rewritediff.gui.view.handling import Handling
from rewritediff.gui.view.keys_page import KeysPage
from rewritediff.gui.view.lines import ProgressLine, StatusLine
from rewritediff.gui.view.main_menu import fill_menu_bar
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
        self._connect()
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

    def _connect(self) -> None:
        connections = Connections(self.controller)
        connections.connect_actions(self.actions_)
        connections.connect_arriving(self.actions_, self.arriving)
        connections.connect_start(self.start, self.arriving)
        connections.connect_comparison(self.comparison)
        connections.connect_lines(self.message, self.progress, self.keys)
        self.actions_.copy.triggered.connect(self._copy)
        self.actions_.menu.triggered.connect(self.toolbar.menu_button.showMenu)
        self.actions_.leave.triggered.connect(self.close)
        self.comparison.overview.folded_wanted.connect(self._unfold_place)
        self.watch.news.connect(lambda news: self.controller.do(living.looked, news.path, news.stored, news.fate))
        self.controller.changed.connect(self.show_state)
        connect_system_look(self._system_changed)

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
