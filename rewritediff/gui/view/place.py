"""Which part of the page is seen: one row is held where it is while the heights of others become known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rewritediff.gui.view.flow import ABOVE, Flow

ROUNDS = 6
"""Laying out can bring further rows into view, each round fewer; two rounds are the rule."""


@dataclass(frozen=True, slots=True)
class Viewport:
    """Say which rows are seen, in rows: 12.5 is the middle of row 12."""

    first: float
    last: float


def reading_row(seen: Viewport, rows: int) -> int:
    """Give the row that a person probably reads: the first one at the top of the page, the last one at its end, between them in turn."""
    beyond = rows - (seen.last - seen.first)
    share = min(1.0, seen.first / beyond) if beyond > 0 else 0.0
    return max(0, min(int(seen.first + share * (seen.last - seen.first)), rows - 1))


class Place:
    """Hold the row that keeps its place, and how far below the viewport's top it begins."""

    __slots__ = ("row", "y")

    def __init__(self) -> None:
        self.row = 0
        self.y = float(ABOVE)

    def scrolled(self, flow: Flow, value: int, height: int) -> None:
        """Follow a scroll: hold the same row while it is seen, else the one now at the top."""
        self.y = flow.top(self.row) - value
        if not -int(flow.heights[self.row]) < self.y < height:
            self.hold_top(flow, value)

    def hold_top(self, flow: Flow, value: int) -> None:
        """Hold the row at the top of the viewport."""
        self.row = flow.row_at(value)
        self.y = flow.top(self.row) - value

    def value(self, flow: Flow, height: int) -> int:
        """Give the scroll value at which the held row is in its place, within the page."""
        return max(0, min(round(flow.top(self.row) - self.y), self.longest(flow, height)))

    @staticmethod
    def longest(flow: Flow, height: int) -> int:
        """Give the largest scroll value."""
        return max(0, flow.total - height)

    def settle(self, flow: Flow, height: int, lay_out: Callable[[int], bool]) -> int:
        """Lay out the rows in view until none of their heights is a guess; give the scroll value."""
        for _ in range(ROUNDS):
            value = self.value(flow, height)
            rows = range(flow.row_at(value), flow.row_at(value + height) + 1)
            # summed and not any(), which would stop at the first change and lay out the rest one by one
            if not sum(lay_out(row) for row in rows if not flow.exact[row]):
                break
        value = self.value(flow, height)
        self.hold_top(flow, value)
        return value
