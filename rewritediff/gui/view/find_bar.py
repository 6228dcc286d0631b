"""The slim bar below the texts in which words are looked for; what is found is decided elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from rewritediff.gui import words
from rewritediff.gui.finding import found_words
from rewritediff.gui.signals import signal
from rewritediff.gui.state import State
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.icons import icon, pixmap

FIELD = 300
"""Pixels of the field: some 40 characters."""


class FindField(QLineEdit):
    """Take words; Enter goes to the next hit, Shift+Enter to the one before."""

    stepped = signal(int)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)


class FindBar(QFrame):
    """Hold the field, the buttons for the next hit and the one before, and the counts."""

    typed = signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.sign = QLabel()
        self.field = FindField()
        self.field.setPlaceholderText(words.FIND)
        self.field.setAccessibleName(words.FIND)
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(FIELD)
        self.previous, self.next, self.close_button = QToolButton(), QToolButton(), QToolButton()
        self.counts = QLabel()
        self.counts.setProperty("role", "muted")
        self.close_button.setToolTip(f"{words.CLOSE} (Esc)")
        self.close_button.setAccessibleName(words.CLOSE_FIND)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 6, 5)
        row.setSpacing(6)
        row.addWidget(self.sign)
        row.addWidget(self.field, 1)
        for part in (self.previous, self.next, self.counts):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.field.textEdited.connect(self.typed.emit)
        self.field.textChanged.connect(self._cleared)
        self.hide()

    def use(self, previous: QAction, following: QAction) -> None:
        """Let the buttons do what the keys do."""
        for button, action in ((self.previous, previous), (self.next, following)):
            button.setDefaultAction(action)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)

    def show_state(self, state: State) -> None:
        """Show what is looked for, and how often it stands on each side."""
        shown = state.find.shown
        if shown and self.field.text() != state.find.words:
            self.field.setText(state.find.words)
        said = found_words(state) if shown else ""
        if said != self.counts.text():
            self.counts.setText(said)
            self.field.setAccessibleDescription(said)
        self.setVisible(shown)

    def begin(self) -> None:
        """Give the keyboard to the field, its words chosen, so that typing replaces them."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.sign.setPixmap(pixmap("find", theme.muted, 16, self.devicePixelRatioF()))
        for button, name in ((self.previous, "up"), (self.next, "down")):
            button.defaultAction().setIcon(icon(name, theme.text))
        self.close_button.setIcon(icon("close", theme.muted))

    def _cleared(self, text: str) -> None:
        if not text:  # the field's own button clears it without an edit by hand
            self.typed.emit("")
