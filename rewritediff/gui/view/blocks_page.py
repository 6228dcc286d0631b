"""The page on which a person chooses what of a document is compared."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from rewritediff.core.values import Side
from rewritediff.gui import telling_words, words
from rewritediff.gui.signals import signal
from rewritediff.gui.telling import Choice
from rewritediff.gui.ticks import Ticks
from rewritediff.gui.view.block_list import NOTHING, BlockList
from rewritediff.gui.view.elided import ElidedLabel
from rewritediff.gui.view.facts_page import MARGIN, ChoiceRow
from rewritediff.loaders.options import Options


class BlocksPage(QWidget):
    """Show the blocks of a document with their ticks, and what can be done with all of them."""

    read_asked = signal(Options)
    blocks_asked = signal(frozenset)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("panelPage")
        self.list = BlockList()
        self.said = QLabel()
        self.every = _small(telling_words.ALL_BLOCKS)
        self.none = _small(telling_words.NO_BLOCKS)
        self.compare = QPushButton(telling_words.COMPARE_THESE)
        self.compare.setProperty("role", "main")
        self.back = QPushButton(telling_words.BACK_TO_READING)
        hint = ElidedLabel(telling_words.BLOCKS_HINT)
        hint.setProperty("role", "why")
        self._choice = QHBoxLayout()
        self._chosen: Choice | None = None
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.said)
        above.addStretch(1)
        above.addLayout(self._choice)
        above.addWidget(self.every)
        above.addWidget(self.none)
        below.addWidget(self.compare)
        below.addWidget(self.back)
        below.addWidget(hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 4, MARGIN, MARGIN // 2)
        column.setSpacing(8)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        self.list.turned.connect(self.show_ticks)
        self.every.clicked.connect(lambda: self.show_ticks(self.ticks.all()))
        self.none.clicked.connect(lambda: self.show_ticks(self.ticks.none()))
        self.compare.clicked.connect(lambda: self.blocks_asked.emit(self.ticks.without))

    @property
    def ticks(self) -> Ticks:
        return self.list.blocks.ticks

    def begin(self, side: Side, ticks: Ticks, choice: Choice | None) -> None:
        """Let blocks be chosen; ticks that were set stay while the same blocks stand there."""
        self.list.setAccessibleName(telling_words.BLOCKS.format(side=words.side_word(side)))
        if ticks.read is not self.ticks.read:
            self.show_ticks(ticks)
        if choice != self._chosen:
            self._chosen = choice
            self._show_choice(choice)

    def end(self) -> None:
        """Forget blocks and ticks."""
        if self.ticks is not NOTHING:
            self.show_ticks(NOTHING)

    def show_ticks(self, ticks: Ticks) -> None:
        """Show blocks, some of them ticked."""
        self.list.show_ticks(ticks)
        self.said.setText(ticks.said)
        self.compare.setEnabled(len(ticks.without) < len(ticks.read.blocks))

    def _show_choice(self, choice: Choice | None) -> None:
        while (item := self._choice.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if choice:
            row = ChoiceRow(choice)
            row.chosen.connect(self.read_asked.emit)
            self._choice.addWidget(row)


def _small(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setProperty("role", "small")
    return button
