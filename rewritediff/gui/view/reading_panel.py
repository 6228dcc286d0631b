"""The panel that hangs at a head: how its document was read, and which of its blocks are compared."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from rewritediff.gui import telling_words, words
from rewritediff.gui.telling import Reading
from rewritediff.gui.theme import Theme
from rewritediff.gui.ticks import Ticks
from rewritediff.gui.view.blocks_page import BlocksPage
from rewritediff.gui.view.elided import ElidedLabel
from rewritediff.gui.view.facts_page import MARGIN, FactsPage
from rewritediff.gui.view.icons import icon

NARROW, BROAD = 460, 640
"""Pixels of the panel while it tells, and while blocks are chosen."""
LEAST, MOST = 360, 620
"""Pixels of height that it takes though its head is then covered, and that a list of blocks may have."""
ROUND = 8
"""Pixels of the round corners."""
EDGE = 5 + ROUND
"""Pixels of both edges and what is beside them; with fewer a bar to scroll appears."""
GAP = 10
"""Pixels that it keeps from the edges of the window."""


class ReadingPanel(QFrame):
    """Tell how a document was read, and hand on what a person wants changed."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("readingPanel")
        self.reading: Reading | None = None
        self.title = QLabel()
        self.title.setProperty("role", "strong")
        self.close_button = QToolButton()
        self.close_button.setToolTip(f"{telling_words.CLOSE} (Esc)")
        self.close_button.setAccessibleName(telling_words.CLOSE)
        self.name = ElidedLabel("", Qt.TextElideMode.ElideMiddle)
        self.counts = ElidedLabel()
        self.counts.setProperty("role", "muted")
        self.facts = FactsPage()
        self.blocks = BlocksPage()
        self._pages = QStackedWidget()
        self._pages.addWidget(self.facts)
        self._pages.addWidget(self.blocks)
        self._head = QWidget()
        self._arrange()
        self.hide()

    @property
    def choosing(self) -> bool:
        return self._pages.currentWidget() is self.blocks

    def show_reading(self, reading: Reading | None, ticks: Ticks | None) -> None:
        """Show how a document was read, or where there are ticks which of its blocks are compared."""
        before, self.reading = self.reading, reading
        if reading is not None and reading != before:
            self._show(reading)
        if reading is not None and ticks is not None:
            self.blocks.begin(reading.side, ticks, reading.whole_page)
        else:
            self.blocks.end()
        self._pages.setCurrentIndex(int(ticks is not None))
        if reading is not None:
            title = telling_words.BLOCKS if self.choosing else telling_words.HOW_READ_OF
            self.title.setText(title.format(side=words.side_word(reading.side)))
            self.setAccessibleName(self.title.text())
        self.setVisible(reading is not None)

    def take_focus(self) -> None:
        """Give the keyboard to what a person wants first."""
        (self.blocks.list if self.choosing else self.facts.choose).setFocus()

    def place(self, anchor: QRect, window: QSize) -> None:
        """Hang below an anchor, inside of the window; what is too long scrolls."""
        width = min(BROAD if self.choosing else NARROW, window.width() - 2 * GAP)
        most = window.height() - 2 * GAP
        below = most - anchor.bottom()
        height = min(MOST if self.choosing else self._height(width), max(below, LEAST), most)
        left = max(GAP, min(anchor.left(), window.width() - width - GAP))
        self.setGeometry(left, max(GAP, min(anchor.bottom() + 4, GAP + most - height)), width, height)
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.close_button.setIcon(icon("close", theme.muted))
        self.blocks.list.painter_.theme = theme
        self.blocks.list.viewport().update()

    def _show(self, reading: Reading) -> None:
        self.name.setText(reading.name)
        self.name.setToolTip(reading.name)
        said = (reading.kind, telling_words.READING_AGAIN if reading.busy else reading.counts)
        self.counts.setText(" · ".join(part for part in said if part))
        self.facts.show_reading(reading)

    def _height(self, width: int) -> int:
        frame = self.contentsMargins()
        inner = width - frame.left() - frame.right()
        return self._head.sizeHint().height() + self.facts.height_wanted(inner) + frame.top() + frame.bottom() + EDGE

    def _arrange(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.close_button)
        head = QVBoxLayout(self._head)
        head.setContentsMargins(MARGIN, 8, 8, 6)
        head.setSpacing(1)
        head.addLayout(above)
        head.addWidget(self.name)
        head.addWidget(self.counts)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, ROUND)  # a page is square, and would paint over the round corners
        column.setSpacing(0)
        column.addWidget(self._head)
        column.addWidget(self._pages, 1)
