"""Where everything stands in the reading layout: each side has heights of its own, and one flow of rows runs down both.

The scroll bar runs over the rows, each as high as its higher side. What of the flow stands at the reading line is level on both sides;
where a side has nothing in a row it stands still. Heights begin as guesses and become exact as blocks are laid out.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from rewritediff.core.values import Side, Sides
from rewritediff.gui.flowing import Article, Articles
from rewritediff.gui.view.flow import ABOVE, BELOW
from rewritediff.gui.view.page import Page

LINE = 1 / 3
"""Where the reading line stands in the viewport; at the ends of the page it wanders to the viewport's ends, so that nothing is cut off."""
WANDER = 3
"""Pixels scrolled while the reading line wanders one: a side without text there drifts only slowly."""
RAGGED = 3.0
"""Characters that a line lacks on average because words are not broken."""

Heights = npt.NDArray[np.float64]


class SideFlow:
    """Hold the heights of one side's blocks and where in them each sentence begins."""

    __slots__ = ("_dirty", "_gaps", "_local", "_starts", "_tops", "article", "exact", "heights", "version")

    def __init__(self, article: Article, page: Page) -> None:
        self.article = article
        self.heights = _guessed(article, page)
        self.exact: npt.NDArray[np.bool_] = np.zeros(len(article), dtype=bool)
        self._gaps = _gaps(article, page)
        self._local = article.share * self.heights[article.block_of] if len(article) else article.share
        self._tops: Heights = np.zeros(0)
        self._starts: Heights = np.zeros(0)
        self._dirty = True
        self.version = 0
        """Counts the changes, for those who add up both sides."""

    def set_exact(self, block: int, height: float, begins: Sequence[float]) -> None:
        """Take note of a block's height and of where in it its sentences begin."""
        first = int(self.article.firsts[block])
        self._local[first : first + len(begins)] = begins
        self.heights[block] = height
        self.exact[block] = True
        self._dirty = True
        self.version += 1

    def _sum(self) -> None:
        if self._dirty:
            ends = np.cumsum(self._gaps + self.heights) + ABOVE
            self._tops = ends - self.heights
            self._starts = self._tops[self.article.block_of] + self._local
            self._dirty = False

    def top(self, block: int) -> float:
        """Give the height at which a block's text begins."""
        self._sum()
        return float(self._tops[block])

    @property
    def total(self) -> float:
        """Give the height of the whole side, with free space at its ends."""
        self._sum()
        return float(self._tops[-1] + self.heights[-1]) + BELOW if len(self.article) else 0.0

    def edges(self) -> Heights:
        """Give where each sentence begins and last the end of all; the free space at the ends counts to the first and the last."""
        self._sum()
        return np.concatenate(([0.0], self._starts[1:], [self.total])) if len(self._starts) else np.zeros(1)

    def start(self, sentence: int) -> float:
        """Give where a sentence begins: inside a line at a share of its height."""
        self._sum()
        return float(self._starts[sentence])

    def end(self, sentence: int) -> float:
        """Give where a sentence ends."""
        block = int(self.article.block_of[sentence])
        if sentence + 1 < self.article.firsts[block + 1]:
            return self.start(sentence + 1)
        return self.top(block) + float(self.heights[block])

    def blocks_between(self, top: float, bottom: float) -> range:
        """Give the blocks of which something stands between two heights."""
        self._sum()
        if not len(self._tops):
            return range(0)
        first = int(np.searchsorted(self._tops + self.heights, top, side="right"))
        return range(min(first, len(self._tops) - 1), max(first, int(np.searchsorted(self._tops, bottom, side="left"))))

    def block_at(self, y: float) -> int:
        """Find the block at a height, the nearest where there is none; the space above a block is shared with the one before."""
        self._sum()
        below = int(np.searchsorted(self._tops - self._gaps / 2, y, side="right")) - 1
        return max(0, min(below, len(self._tops) - 1))


class SpreadFlow:
    """Hold the heights of both sides and of the rows that run down them."""

    __slots__ = ("_rows", "_sides", "_summed", "sides")

    def __init__(self, articles: Articles, page: Page) -> None:
        self.sides: Sides[SideFlow] = articles.map(lambda article: SideFlow(article, page))
        self._sides: Sides[Heights] = Sides(np.zeros(1), np.zeros(1))
        """For each row where it begins on each side."""
        self._rows: Heights = np.zeros(1)
        self._summed: tuple[int, ...] = ()

    def _sum(self) -> None:
        versions = tuple(side.version for side in self.sides)
        if versions == self._summed:
            return
        self._sides = self.sides.map(lambda side: side.edges()[side.article.passed])
        higher = np.maximum(np.diff(self._sides.original), np.diff(self._sides.rewrite))
        self._rows = np.concatenate(([0.0], np.cumsum(higher)))
        self._summed = versions

    @property
    def total(self) -> float:
        self._sum()
        return float(self._rows[-1])

    def __len__(self) -> int:
        return len(self.sides.original.article.passed) - 1

    def place_at(self, y: float) -> float:
        """Give a height of the flow in rows: 12.5 is the middle of row 12."""
        self._sum()
        row = max(0, min(int(np.searchsorted(self._rows, y, side="right")) - 1, len(self) - 1))
        height = float(self._rows[row + 1] - self._rows[row])
        return row + (max(0.0, min((y - float(self._rows[row])) / height, 1.0)) if height else 0.0)

    def height_at(self, place: float) -> float:
        """Give the height of the flow at a place in rows."""
        self._sum()
        row = max(0, min(int(place), len(self) - 1))
        return float(self._rows[row] + (place - row) * (self._rows[row + 1] - self._rows[row]))

    def side_at(self, side: Side, y: float) -> float:
        """Give the height of one side that is level with a height of the flow."""
        self._sum()
        return float(np.interp(y, self._rows, self._sides[side]))

    def row_on(self, side: Side, y: float) -> int:
        """Find the row at a height of one side."""
        self._sum()
        return max(0, min(int(np.searchsorted(self._sides[side], y, side="right")) - 1, len(self) - 1))

    # the reading line

    def longest(self, height: float) -> float:
        """Give the largest scroll value in a viewport of a height."""
        return max(0.0, self.total - height)

    def line(self, value: float, height: float) -> float:
        """Give how far below the viewport's top the reading line stands at a scroll value."""
        longest = self.longest(height)
        if longest < WANDER * height:
            return value * height / longest if longest else 0.0
        at = LINE * height
        left = height - (longest - value) / WANDER
        return max(min(value / WANDER, at), left)

    def value(self, y: float, height: float) -> float:
        """Give the scroll value at which a height of the flow stands at the reading line."""
        longest = self.longest(height)
        if longest < WANDER * height:
            return y * longest / max(1.0, self.total)
        at, slow = LINE * height, WANDER / (WANDER + 1)
        if slow * y < WANDER * at:
            return slow * y
        if y - at <= longest - WANDER * (height - at):
            return y - at
        return min(slow * (y - height + longest / WANDER), longest)

    def offset(self, side: Side, value: float, height: float) -> float:
        """Give which height of a side stands at the viewport's top at a scroll value."""
        line = self.line(value, height)
        return round(self.side_at(side, value + line) - line)

    def value_for(self, side: Side, sentence: int, y: float, height: float) -> float:
        """Give the scroll value at which a sentence begins a distance below the viewport's top, or as near as can be.

        Its side may stand still there while the other scrolls by: then the value nearest to where the sentence is at the reading line.
        """
        flow = self.sides[side]
        above = flow.start(sentence) - y
        own = self.value(self.height_at(float(flow.article.row_of[sentence])), height)
        first, last = (self._search(side, above, height, beyond=beyond) for beyond in (False, True))
        return max(first, min(own, last))

    def _search(self, side: Side, above: float, height: float, *, beyond: bool) -> float:
        """Find the first scroll value at which so much of a side is above the viewport, or the last."""
        low, high = 0.0, self.longest(height)
        for _ in range(40):  # halved so often, 100,000 rows are a thousandth of a pixel
            middle = (low + high) / 2
            line = self.line(middle, height)
            there = self.side_at(side, middle + line) - line
            if there < above - 0.01 or (beyond and there <= above + 0.01):
                low = middle
            else:
                high = middle
        return high


def _guessed(article: Article, page: Page) -> Heights:
    scale = np.array([page.type.scale(k) for k in range(3)])[article.level]
    room = np.maximum(1.0, page.width / (page.type.character * scale) - RAGGED)
    lines: Heights = np.maximum(1.0, np.ceil(article.characters / room))
    lines *= np.array([page.type.advance(k) for k in range(3)])[article.level]
    return lines


def _gaps(article: Article, page: Page) -> Heights:
    """Give the free space above each block: none above the further stretches of a long paragraph, more above headings."""
    unit = page.unit
    found = np.where(article.spaced, round(13 * unit), round(5 * unit)) * article.opens + np.where(article.level > 0, round(11 * unit), 0)
    return np.asarray(found, dtype=np.float64)
