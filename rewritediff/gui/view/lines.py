"""Lines across the window: the progress of a job, the quiet status line."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from rewritediff.gui import progress_words, words
from rewritediff.gui.messages import is_loud
from rewritediff.gui.shown import coverage_tip, reading_line, status
from rewritediff.gui.state import State
from rewritediff.gui.view.elided import ElidedLabel
from rewritediff.gui.work import Running


class ProgressLine(QFrame):
    """Say what is being read or how far comparing is, and offer to stop it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("progressLine")
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
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
        self._room = QWidget()  # how far reading is nobody knows
        row.addWidget(self._room, 1)
        row.addWidget(self.cancel)
        self.text.setMinimumWidth(self.text.fontMetrics().horizontalAdvance(max(progress_words.STEPS.values(), key=len)) + 20)
        self.hide()

    def show_state(self, state: State) -> None:
        """Show what takes long, once that is announced."""
        running = state.work if isinstance(state.work, Running) and state.work.announced else None
        reading = reading_line(state)
        self.setVisible(running is not None or bool(reading))
        self.bar.setVisible(running is not None)
        self._room.setVisible(running is None)
        if reading:
            self.text.setText(reading)
        elif running:
            self.text.setText(f"{progress_words.step_words(running.step)}…")
            self.bar.setValue(round(progress_words.share_done(running.step, running.share) * 1000))


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
