"""Lines across the window: a message instead of a dialog, the progress of a job, the quiet status line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QToolButton, QWidget

from rewritediff.gui import words
from rewritediff.gui.shown import coverage_tip, status
from rewritediff.gui.state import Running, State, Tone, is_loud
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.elided import ElidedLabel
from rewritediff.gui.view.icons import icon, pixmap


class MessageBar(QFrame):
    """Say one line about what just happened."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("messageBar")
        self.sign = QLabel()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.undo = QPushButton(words.UNDO)
        self.undo.setProperty("role", "quiet")
        self.dismiss = QToolButton()
        self.dismiss.setToolTip(f"{words.DISMISS} (Esc)")
        self.dismiss.setAccessibleName(words.DISMISS)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 6, 12, 6)
        row.setSpacing(10)
        row.addWidget(self.sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.undo)
        row.addWidget(self.dismiss)
        self.hide()

    def show_state(self, state: State) -> None:
        """Show a message that asks for attention; quiet ones stand in the status line."""
        message = state.message if state.message and is_loud(state.message) else None
        self.setVisible(message is not None)
        if message is None:
            return
        self.text.setText(message.text)
        self.setAccessibleName(message.text)
        self.undo.setVisible(message.offers_undo)
        self.sign.setVisible(message.tone is Tone.PROBLEM)
        self.setProperty("tone", message.tone.value)
        self.style().polish(self)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.sign.setPixmap(pixmap("problem", theme.omitted, 16, self.devicePixelRatioF()))
        self.dismiss.setIcon(icon("close", theme.muted))


class ProgressLine(QFrame):
    """Say how far comparing is, and offer to stop it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progressLine")
        self.text = QLabel()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(words.COMPARING)
        self.cancel = QPushButton(words.CANCEL)
        self.cancel.setToolTip(f"{words.CANCEL} (Esc)")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 8, 24, 8)
        row.setSpacing(14)
        row.addWidget(self.text)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        self.text.setMinimumWidth(self.text.fontMetrics().horizontalAdvance(max(words.STEPS.values(), key=len)) + 20)
        self.hide()

    def show_state(self, state: State) -> None:
        """Show how far comparing is, once that is announced."""
        running = state.work if isinstance(state.work, Running) and state.work.announced else None
        self.setVisible(running is not None)
        if running:
            self.text.setText(f"{words.step_words(running.step)}…")
            self.bar.setValue(round(words.share_done(running.step, running.share) * 1000))


class StatusLine(QWidget):
    """Say quietly what a reader should know of both texts, and what was not checked."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("statusLine")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.notices = ElidedLabel()
        self.coverage = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 16, 4)
        row.addWidget(self.notices, 1)
        row.addWidget(self.coverage)

    def show_state(self, state: State) -> None:
        """Show a quiet message, else the notices, and at the right what was not checked."""
        notices, coverage = status(state)
        quiet = state.message.text if state.message and not is_loud(state.message) else ""
        self.notices.setText(quiet or notices)
        self.notices.setToolTip(quiet or notices)
        self.coverage.setText(coverage)
        self.coverage.setToolTip(coverage_tip(state))
