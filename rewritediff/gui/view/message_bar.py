"""The lines above the texts: what was said and what is asked, each with what it offers."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from rewritediff.gui import words
from rewritediff.gui.lines import has_key, lines
from rewritediff.gui.messages import Message, Offer, Tone
from rewritediff.gui.signals import signal
from rewritediff.gui.state import State
from rewritediff.gui.theme import LIGHT, Theme
from rewritediff.gui.view.icons import icon, pixmap


@dataclass(frozen=True, slots=True)
class Answer:
    """Say which line offered what a person took."""

    message: Message
    offer: Offer


class MessageLine(QFrame):
    """Say one line, and offer what can be done about it."""

    taken = signal(Answer)
    left = signal(Message)

    def __init__(self, message: Message, theme: Theme) -> None:
        super().__init__()
        self.message = message
        self.setObjectName("messageBar")
        self.setAccessibleName(message.text)
        self.setProperty("tone", message.tone.value)
        self.sign = QLabel()
        self.sign.setVisible(message.tone is Tone.PROBLEM)
        self.text = QLabel(message.text)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.buttons = {offer: self._button(offer) for offer in message.offers}
        self.dismiss = QToolButton()
        self.dismiss.setToolTip(f"{words.DISMISS} (Esc)")
        self.dismiss.setAccessibleName(words.DISMISS)
        self.dismiss.setVisible(not message.asks)
        self.dismiss.clicked.connect(lambda: self.left.emit(message))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 24 if message.asks else 12, 6)
        row.setSpacing(10)
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.dismiss)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.sign.setPixmap(pixmap("problem", theme.omitted, 16, self.devicePixelRatioF()))
        self.dismiss.setIcon(icon("close", theme.muted))

    def _button(self, offer: Offer) -> QPushButton:
        said = words.offer_words(offer, self.message.offers)
        button = QPushButton(said)
        button.setProperty("role", "small" if self.message.asks else "quiet")
        key = words.ANSWER_KEY if offer is self.message.offers[0] and has_key(self.message) else "Esc" if offer is Offer.NOT_NOW else ""
        button.setToolTip(f"{said} ({key})" if key else said)
        button.setAccessibleName(f"{said}: {self.message.text}")
        button.clicked.connect(lambda: self.taken.emit(Answer(self.message, offer)))
        return button


class MessageBar(QWidget):
    """Hold the lines, one below the other; a line that stays is not made anew, so that a button keeps the keyboard."""

    taken = signal(Answer)
    left = signal(Message)

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[MessageLine] = []
        self._theme = LIGHT
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.hide()

    @property
    def said(self) -> str:
        """Give the words of all lines."""
        return "\n".join(line.message.text for line in self.lines)

    def button(self, offer: Offer) -> QPushButton:
        """Find the button of the newest line that offers something."""
        return next(line.buttons[offer] for line in reversed(self.lines) if offer in line.buttons)

    def show_state(self, state: State) -> None:
        """Show the lines that ask for attention; quiet ones stand in the status line."""
        wanted = lines(state)
        known = {line.message: line for line in self.lines}
        for message, line in known.items():
            if message not in wanted:
                line.hide()
                line.deleteLater()
        self.lines = [known.get(message) or self._line(message) for message in dict.fromkeys(wanted)]
        for place, line in enumerate(self.lines):
            if self._column.indexOf(line) != place:
                self._column.insertWidget(place, line)
            line.show()
        self.setVisible(bool(self.lines))

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for line in self.lines:
            line.set_theme(theme)

    def _line(self, message: Message) -> MessageLine:
        line = MessageLine(message, self._theme)
        line.taken.connect(self.taken.emit)
        line.left.connect(self.left.emit)
        return line
