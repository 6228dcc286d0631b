"""Makes guessed row heights exact while nobody waits, a few rows at a time, so that the scroll bar tells the truth."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer

from rewritediff.core.values import Side
from rewritediff.gui.rows import Presentation
from rewritediff.gui.view.flow import Flow
from rewritediff.gui.view.layouts import row_height, set_cell
from rewritediff.gui.view.page import Page

SLICE = 30
"""Rows in one go: about 5 ms, shorter than a frame."""
MOST_ROWS = 30_000
"""Beyond that the pass would keep a processor busy for more than 5 s; the guess is within 2 % of the whole there."""
REST = 250
"""Milliseconds without a change of the page before the pass begins."""


class ExactPass(QObject):
    """Walk through the rows in the background of the event loop."""

    def __init__(self, parent: QObject, moved: Callable[[], None]) -> None:
        super().__init__(parent)
        self._moved = moved
        self._rows: Iterator[int] = iter(())
        self._work: tuple[Presentation, Flow, Page] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.slice)

    def begin(self, presentation: Presentation | None, flow: Flow, page: Page) -> None:
        """Start over, soon."""
        self._timer.stop()
        self._work = None
        if presentation is not None and 0 < len(flow) <= MOST_ROWS:
            self._work, self._rows = (presentation, flow, page), iter(range(len(flow)))
            self._timer.start(REST)

    def wait(self) -> None:
        """Let whoever scrolls go first: a slice between two steps would double what a step takes."""
        if self._work is not None:
            self._timer.start(REST)

    @property
    def running(self) -> bool:
        return self._work is not None

    def slice(self) -> None:
        """Measure some rows, tell of changes, and come again while rows are left."""
        if self._work is None:
            return
        presentation, flow, page = self._work
        changed, left = False, SLICE
        for row in self._rows:
            if not flow.exact[row]:
                changed |= flow.set_height(row, _height(presentation, row, page), exact=False)
                left -= 1
            if not left:
                break
        else:
            self._work = None
        if changed:
            self._moved()
        if self._work:
            self._timer.start(0)


def _height(presentation: Presentation, row: int, page: Page) -> int:
    """Measure a row without its marks; bold key terms, the only ones that need room, rarely make a line more."""
    content = presentation.unmarked(row)
    return row_height(content, [set_cell(content, side, page).height for side in Side if content.sides[side].text.text], page)
