"""The start page: two places for the two texts, the sample, and what was compared before."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rewritediff.core.values import Side, Sides
from rewritediff.gui import words
from rewritediff.gui.choices import Typeface
from rewritediff.gui.shown import can_compare_again
from rewritediff.gui.signals import signal
from rewritediff.gui.sources import File
from rewritediff.gui.state import Recent, State
from rewritediff.gui.telling import in_short
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.drop_area import DropArea

WIDEST = 1080
"""Pixels; wider areas would stretch a file's few words over the whole screen."""


class StartPage(QWidget):
    """Show both sides before they are compared."""

    recent_chosen = signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # takes the keyboard without a ring around it; Tab leads to the first button
        self.areas = Sides(DropArea(Side.ORIGINAL), DropArea(Side.REWRITE))
        self.sample = QPushButton(words.SAMPLE)
        self.compare = QPushButton(words.COMPARE)
        self.compare.setProperty("role", "main")
        self.compare.hide()
        self.recent_head = QLabel(words.RECENT)
        self.recent_head.setProperty("role", "muted")
        self._recent: tuple[Recent, ...] | None = None
        self._recent_column = QVBoxLayout()
        self._arrange()

    def show_state(self, state: State) -> None:
        """Show what stands on each side and what was compared before."""
        for side in Side:
            area = self.areas[side]
            ends = area.has_writer() and not state.writing[side]
            area.show_slot(state.sides[side], writing=state.writing[side], short=in_short(state, side), link=state.links[side])
            if ends:  # and not to a button of the same side: what is pasted next is the other text
                self.setFocus()
        self.compare.setVisible(can_compare_again(state))
        self._show_recent(state.recent)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        for area in self.areas:
            area.set_theme(theme)

    def set_typeface(self, typeface: Typeface) -> None:
        """Set texts in other letters."""
        for area in self.areas:
            area.set_typeface(typeface)

    def _arrange(self) -> None:
        heading, lead = QLabel(words.HEADING), QLabel(words.LEAD)
        heading.setObjectName("heading")
        lead.setProperty("role", "muted")
        lead.setWordWrap(True)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        for area in self.areas:
            area.setMinimumHeight(200)
            area.setMaximumHeight(300)
            halves.addWidget(area, 1)
        below = QHBoxLayout()
        below.addWidget(self.compare)
        below.addWidget(self.sample)
        below.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addStretch(2)
        column.addWidget(heading)
        column.addWidget(lead)
        column.addSpacing(12)
        column.addLayout(halves, 8)
        column.addSpacing(10)
        column.addLayout(below)
        column.addSpacing(10)
        column.addWidget(self.recent_head)
        column.addLayout(self._recent_column)
        column.addStretch(3)
        self._centre(column)

    def _centre(self, column: QVBoxLayout) -> None:
        middle = QWidget()
        middle.setMaximumWidth(WIDEST)
        middle.setLayout(column)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 24, 12)
        row.addStretch(1)
        row.addWidget(middle, 100)
        row.addStretch(1)

    def _show_recent(self, recent: tuple[Recent, ...]) -> None:
        self.recent_head.setVisible(bool(recent))
        if recent == self._recent:
            return
        self._recent = recent
        while (item := self._recent_column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for number, (original, rewrite) in enumerate(recent):
            self._recent_column.addWidget(self._recent_button(number, original, rewrite), 0, Qt.AlignmentFlag.AlignLeft)

    def _recent_button(self, number: int, original: str, rewrite: str) -> QPushButton:
        button = QPushButton(f"{File(original).name}  →  {File(rewrite).name}".replace("&", "&&"))
        button.setProperty("role", "quiet")
        button.setToolTip(f"{original}\n{rewrite}")
        button.clicked.connect(lambda: self.recent_chosen.emit(number))
        return button
