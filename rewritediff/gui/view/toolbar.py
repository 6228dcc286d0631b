"""The toolbar: the two texts at the left, how they are read at the right."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from rewritediff.gui import words
from rewritediff.gui.choices import View
from rewritediff.gui.state import Page, State, page
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.actions import Actions
from rewritediff.gui.view.icons import icon
from rewritediff.gui.view.main_menu import fill_menu
from rewritediff.gui.view.segmented import Segmented

Style = Qt.ToolButtonStyle
ROOM_FOR_SIZES, ROOM_FOR_SWITCHES = 1340, 1120
"""Pixels of the window from which these parts fit with words of ordinary width."""


class Toolbar(QWidget):
    """Show the actions that are used all the time."""

    def __init__(self, actions: Actions) -> None:
        super().__init__()
        self.setObjectName("toolbar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self.menu = QMenu(self)
        fill_menu(self.menu, actions)
        self.menu_button = QToolButton()
        self.menu_button.setMenu(self.menu)
        self.menu_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setToolTip(actions.menu.toolTip())
        self.menu_button.setAccessibleName(words.MENU)
        self.swap = _button(actions.swap, Style.ToolButtonTextBesideIcon)
        self.up = _button(actions.previous_change, Style.ToolButtonIconOnly)
        self.down = _button(actions.next_change, Style.ToolButtonTextBesideIcon)
        self.zoom = _button(actions.ordinary, Style.ToolButtonTextOnly)
        self.layouts = Segmented(tuple(actions.layouts.values()), words.LAYOUT)
        self.views = Segmented(tuple(actions.views.values()), "View")
        self._marks_shown = True
        self._reading = QWidget()
        self._switches, self._sizes = QWidget(), QWidget()
        self._arrange()

    def show_state(self, state: State) -> None:
        """Show only what makes sense now."""
        for part in (self._reading, self.layouts):
            part.setVisible(page(state) is Page.COMPARISON)
        self.views.setVisible(page(state) is Page.COMPARISON)
        self._marks_shown = state.view is View.CHANGES
        self._fit()
        self.zoom.setText(f"{state.zoom} %")
        self.zoom.setAccessibleName(f"Zoom {state.zoom} %")

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._actions.swap.setIcon(icon("swap", theme.text))
        self._actions.previous_change.setIcon(icon("up", theme.text))
        self._actions.next_change.setIcon(icon("down", theme.text))
        self.menu_button.setIcon(icon("menu", theme.text))

    def _arrange(self) -> None:
        actions = self._actions
        row = _row(self)
        row.setContentsMargins(16, 7, 12, 7)
        row.addWidget(_button(actions.open_original))
        row.addWidget(_button(actions.open_rewrite))
        row.addWidget(self.swap)
        row.addSpacing(10)
        row.addWidget(self.layouts)
        row.addSpacing(6)
        row.addWidget(self.views)
        row.addStretch(1)
        row.addWidget(self._reading)
        row.addWidget(self.menu_button)
        reading, switches, sizes = _row(self._reading), _row(self._switches), _row(self._sizes)
        shown = QLabel("Mark ")
        shown.setProperty("role", "muted")
        for part in (shown, _button(actions.word_marks), _button(actions.typography)):
            switches.addWidget(part)
        for part in (_button(actions.smaller, text="−"), self.zoom, _button(actions.larger, text="+"), _button(actions.copy)):
            sizes.addWidget(part)
        for group in (self._switches, self.up, self.down, self._sizes):
            reading.addWidget(group)
        reading.setSpacing(6)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """Leave out what the menu has too, where there is no room for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self._sizes.setVisible(self.width() >= ROOM_FOR_SIZES)
        self._switches.setVisible(self._marks_shown and self.width() >= ROOM_FOR_SWITCHES)


def _button(action: QAction, style: Qt.ToolButtonStyle = Style.ToolButtonTextOnly, *, text: str = "") -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(style)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if text:
        button.setText(text)
        button.setAccessibleName(action.text())
    return button


def _row(parent: QWidget) -> QHBoxLayout:
    row = QHBoxLayout(parent)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(2)
    return row
