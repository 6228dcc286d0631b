"""How high rows are and where they start: guessed at first, exact once laid out, one prefix sum for all of them.

Rows are not laid out to learn the length of the page: at 20,000 sentences that would cost two seconds, the guess 2 ms.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rewritediff.gui.rows import Measure
from rewritediff.gui.view.page import Page

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
            self._dirty = False
        return self._offsets

    def top(self, row: int) -> int:
        return int(self.offsets[row])

    @property
    def total(self) -> int:
        return int(self.offsets[-1])

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


def guessed(measures: Sequence[Measure], page: Page) -> Flow:
    """Guess the heights of rows from the number of their characters."""
    table = np.array(measures, dtype=np.int64).reshape(-1, len(Measure._fields))
    level = table[:, 3]
    scale = np.array([page.type.scale(k) for k in range(3)])[level]
    longest = np.maximum(table[:, 0], table[:, 1])
    lines = np.maximum(1, np.ceil(longest * page.type.character * scale / page.width))
    text = lines * np.array([page.type.advance(k) for k in range(3)])[level]
    heights = page.space(opens=True) * table[:, 2] + page.space(opens=False) * (1 - table[:, 2])
    heights = heights + text + 2 * page.pad + page.label_height * table[:, 4]
    return Flow(np.ceil(heights).astype(np.int64))
