"""How high rows are and where they start: guessed at first, exact once laid out, one prefix sum for all of them.

Rows are not laid out to learn the length of the page: at 20,000 sentences that would cost two seconds, the guess 2 ms.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from rewritediff.gui.rows import Column, Measures
from rewritediff.gui.view.page import Page

ABOVE = 4
"""Free space above the first row and some of that below the last, in pixels."""
BELOW = 40

Numbers = npt.NDArray[np.int64]


class Flow:
    """Hold the heights of all rows, in whole pixels."""

    __slots__ = ("_dirty", "_offsets", "exact", "heights")

    def __init__(self, heights: Numbers) -> None:
        self.heights = heights
        self.exact: npt.NDArray[np.bool_] = np.zeros(len(heights), dtype=bool)
        self._offsets: Numbers = np.zeros(len(heights) + 1, dtype=np.int64)
        self._dirty = True

    def __len__(self) -> int:
        return len(self.heights)

    def set_height(self, row: int, height: int, *, exact: bool = True) -> bool:
        """Take note of a row's height; tell whether it differs from what was known."""
        self.exact[row] |= exact
        if self.heights[row] == height:
            return False
        self.heights[row] = height
        self._dirty = True
        return True

    @property
    def offsets(self) -> Numbers:
        """Give the place of each row's upper end, and last the lower end of all; summed anew only after a height changed."""
        if self._dirty:
            np.cumsum(self.heights, out=self._offsets[1:])
            self._offsets[1:] += ABOVE
            self._offsets[0] = ABOVE
            self._dirty = False
        return self._offsets

    def top(self, row: int) -> int:
        return int(self.offsets[row])

    @property
    def total(self) -> int:
        """Give the height of the page with the free space at its ends."""
        return int(self.offsets[-1]) + BELOW

    def row_at(self, y: float) -> int:
        """Find the row at a height of the page, the nearest one above or below the page's ends."""
        return max(0, min(int(np.searchsorted(self.offsets, y, side="right")) - 1, len(self) - 1))

    def position_at(self, y: float) -> float:
        """Give a height of the page in rows: 12.5 is the middle of row 12."""
        if not len(self):
            return 0.0
        row = self.row_at(y)
        share = (y - self.top(row)) / max(1, int(self.heights[row]))
        return row + max(0.0, min(share, 1.0))

    def height_at(self, position: float) -> float:
        """Give the height of the page at a position in rows."""
        row = max(0, min(int(position), len(self) - 1))
        return self.top(row) + (position - row) * int(self.heights[row])


def guessed(measures: Measures, page: Page) -> Flow:
    """Guess the heights of rows from the number of their characters."""
    level = measures[:, Column.LEVEL]
    scale = np.array([page.type.scale(k) for k in range(3)])[level]
    longest = np.maximum(measures[:, Column.ORIGINAL], measures[:, Column.REWRITE])
    lines = np.maximum(1, np.ceil(longest * page.type.character * scale / page.width))
    text = lines * np.array([page.type.advance(k) for k in range(3)])[level]
    space = np.where(measures[:, Column.SPACED] > 0, page.space(spaced=True), page.space(spaced=False))
    heights = space + text + 2 * page.pad + page.label_height * measures[:, Column.LABELLED]
    return Flow(np.ceil(heights).astype(np.int64))


NO_ROWS: Measures = np.zeros((0, len(Column)), dtype=np.int64)
