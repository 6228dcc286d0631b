"""The reading layout as an opened pair of pages: which blocks are set, where they stand in the viewport, what lies under a point.

It knows no widget. One place of the flow is held at the reading line while heights of others become known.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Role, Side, Sides
from rewritediff.gui.flowing import Articles, Flowed, flowed
from rewritediff.gui.row_measures import LEVELS
from rewritediff.gui.rows import Presentation
from rewritediff.gui.view.flags import Flag, flag_at, flags_of
from rewritediff.gui.view.layouts import CellLayout
from rewritediff.gui.view.page import Page
from rewritediff.gui.view.place import ROUNDS, Viewport
from rewritediff.gui.view.pointer import Hit
from rewritediff.gui.view.spread_flow import SpreadFlow

KEPT_BLOCKS = 400
"""Blocks kept laid out: some twenty windows full."""


@dataclass(frozen=True, slots=True)
class Set:
    """Hold a block set in lines."""

    number: int
    flowed: Flowed
    cell: CellLayout

    def boxes(self, sentence: int) -> list[QRectF]:
        """Give the places of a sentence on its lines, from the cell's upper left corner."""
        return self.cell.boxes(*self.flowed.span_of(sentence))


@dataclass(frozen=True, slots=True)
class Wanted:
    """Say that a sentence is to begin a distance below the viewport's top."""

    side: Side
    sentence: int
    y: float


class Spread:
    """Lay out both articles of a presentation for one page width and zoom."""

    def __init__(self, presentation: Presentation, articles: Articles, page: Page) -> None:
        self.presentation = presentation
        self.articles = articles
        self.page = page
        self.flow = SpreadFlow(articles, page)
        self.value = 0
        self.height = 0.0
        self.offsets = Sides(0.0, 0.0)
        self.made = 0
        """How many blocks were laid out so far; tests hold it down."""
        self._held = 0.0
        self._wanted: Wanted | None = None
        self._kept: OrderedDict[tuple[Side, int], Set] = OrderedDict()

    # the place

    def want(self, side: Side, sentence: int, y: float) -> None:
        """Let a sentence begin a distance below the viewport's top, or as near as can be, once that is laid out."""
        self._wanted = Wanted(side, sentence, y)

    def hold(self, place: float) -> None:
        """Hold a place of all rows at the reading line: 12.5 is the middle of row 12."""
        self._wanted, self._held = None, place

    def scrolled(self, value: int, height: float) -> None:
        """Hold what a scroll brought to the reading line."""
        self.hold(self.flow.place_at(value + self.flow.line(value, height)))

    def settle(self, height: float) -> int:
        """Lay out what is in view until none of its heights is a guess; give the scroll value."""
        for _ in range(ROUNDS):
            self._stand(self._target(height), height)
            fresh = [(side, block) for side in Side for block in self.blocks_in_view(side) if not self.flow.sides[side].exact[block]]
            for side, block in fresh:
                self._measure(side, block)
            if not fresh:
                break
        self._stand(self._target(height), height)
        if self._wanted:
            self.scrolled(self.value, height)
        return self.value

    def _target(self, height: float) -> float:
        wanted = self._wanted
        if wanted is None:
            return self.flow.value(self.flow.height_at(self._held), height)
        return self.flow.value_for(wanted.side, wanted.sentence, wanted.y, height)

    def _stand(self, value: float, height: float) -> None:
        self.value, self.height = round(value), height
        self.offsets = Sides(*(self.flow.offset(side, self.value, height) for side in Side))

    @property
    def held(self) -> float:
        """Give the place of all rows that is held at the reading line."""
        return self._held

    # what is set

    def blocks_in_view(self, side: Side) -> range:
        """Give the blocks of a side of which something is seen."""
        return self.flow.sides[side].blocks_between(self.offsets[side], self.offsets[side] + self.height)

    def set(self, side: Side, block: int) -> Set:
        """Give a block set in lines, now if it is not kept."""
        kept = self._kept.get((side, block))
        if kept is None:
            self.made += 1
            found = flowed(self.presentation, self.articles[side], side, block)
            type_, role = self.page.type, found.block.role
            cell = CellLayout(found.shown, type_.font(role), self.page.width - self.indent(role), type_.advance(LEVELS.get(role, 0)))
            kept = self._kept[side, block] = Set(block, found, cell)
            if len(self._kept) > KEPT_BLOCKS:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end((side, block))
        return kept

    def _measure(self, side: Side, block: int) -> None:
        found = self.set(side, block)
        begins = [found.cell.depth(start) for start, _ in found.flowed.spans]
        self.flow.sides[side].set_exact(block, found.cell.height, begins)

    def indent(self, role: Role) -> float:
        """Give how far a block is set in."""
        return self.page.indent if role is Role.LIST_ITEM else 0.0

    def corner(self, side: Side, found: Set) -> QPointF:
        """Give the upper left corner of a block in the viewport."""
        y = self.flow.sides[side].top(found.number) - self.offsets[side]
        indent = 0.0 if found.cell.right_to_left else self.indent(found.flowed.block.role)
        return QPointF(self.page.text(side) + indent, round(y))

    def sets_in_view(self) -> Iterator[tuple[Side, Set]]:
        """Walk through the blocks that are seen."""
        for side in Side:
            for block in self.blocks_in_view(side):
                yield side, self.set(side, block)

    def ends(self, side: Side, first: int, last: int) -> tuple[float, float]:
        """Give from where to where in the viewport some adjoining sentences stand."""
        flow, offset = self.flow.sides[side], self.offsets[side]
        return flow.start(first) - offset, flow.end(last) - offset

    @property
    def lane(self) -> tuple[float, float]:
        """Give the left and the right edge of the lane between the texts."""
        return self.page.text(Side.ORIGINAL) + self.page.width, self.page.text(Side.REWRITE)

    # rows

    def passage(self, side: Side, sentence: int) -> int:
        """Give the passage of a sentence."""
        return self.presentation.comparison.passage_of[side][sentence]

    def row_of(self, side: Side, sentence: int) -> int | None:
        """Find the row that shows a sentence, None where a filter hides it."""
        return self.presentation.row_at(int(self.articles[side].row_of[sentence]))

    def sides_of(self, row: int) -> tuple[Side, ...]:
        """Give the sides that a reader wants to see of a row: both, but of a moved passage only where it stands now."""
        shown = self.presentation.rows[row]
        if shown.kind is RowKind.LEFT or self.presentation.comparison.passages[shown.passage].moved:
            return (main_side(shown)[0],)
        return tuple(side for side in Side if shown.sentences(side))

    def in_rows(self, place: float) -> float:
        """Turn a place among all rows into one among those that pass the filter."""
        places = self.presentation.places
        row = bisect_left(places, int(place))
        return row + (place % 1 if row < len(places) and places[row] == int(place) else 0.0)

    def in_all_rows(self, position: float) -> float:
        """Turn a place among the rows that pass the filter into one among all."""
        places = self.presentation.places
        return places[max(0, min(int(position), len(places) - 1))] + position % 1 if len(places) else 0.0

    def rows_in_view(self) -> range:
        """Give the rows of which something is seen on either side, moved ones by where they stand in the rewrite."""
        if not len(self.flow):
            return range(0)
        tops = [self.flow.row_on(side, self.offsets[side]) for side in Side]
        ends = [self.flow.row_on(side, self.offsets[side] + self.height) for side in Side]
        places = self.presentation.places
        return range(bisect_left(places, min(tops)), bisect_left(places, max(ends) + 1))

    def seen(self) -> Viewport:
        """Say which rows are seen, by the flow that the scroll bar runs over."""
        first, last = (self.flow.place_at(y) for y in (self.value, self.value + self.height))
        return Viewport(self.in_rows(first), self.in_rows(last))

    def box(self, row: int, side: Side) -> QRectF:
        """Give a row's place on one side; a line of no height where it has no text there."""
        sentences = self.presentation.rows[row].sentences(side)
        left, width = self.page.text(side), self.page.width
        if sentences:
            top, bottom = self.ends(side, sentences[0], sentences[-1])
            return QRectF(left, top, width, bottom - top)
        level = self.flow.height_at(self.presentation.places[row])
        return QRectF(left, self.flow.side_at(side, level) - self.offsets[side], width, 1.0)

    # what lies under a point

    def hit(self, point: QPointF, held: Side | None) -> Hit | None:
        """Find what lies under a point; with a side given, what is nearest to it there."""
        left, right = self.lane
        if held is None and left < point.x() < right:
            return None
        side = held or (Side.ORIGINAL if point.x() <= left else Side.REWRITE)
        if not len(self.articles[side]):
            return None
        y = self.offsets[side] + point.y()
        if held is None and not 0 <= y < self.flow.sides[side].total:
            return None
        found = self.set(side, self.flow.sides[side].block_at(y))
        inside = point - self.corner(side, found)
        offset = found.cell.offset_at(inside)
        sentence = found.flowed.sentence_at(offset)
        row = self.row_of(side, sentence)
        if row is None and held is None:
            return None
        over = 0 <= inside.x() <= self.page.width and 0 <= inside.y() <= found.cell.height
        flag = None if held else flag_at(self.flags(side, found), point)
        return Hit(row or 0, side, offset, over, None, findings=flag.findings if flag else (), spot=(found.number, offset))

    def flag_at(self, point: QPointF) -> Flag | None:
        """Find the flag under a point of the viewport."""
        side = Side.ORIGINAL if point.x() < self.lane[0] else Side.REWRITE
        flags = (flag for block in self.blocks_in_view(side) for flag in self.flags(side, self.set(side, block)))
        return flag_at(flags, point)

    def flags(self, side: Side, found: Set) -> list[Flag]:
        """Place the flags of a block in the outer margin."""
        unit, text = self.page.unit, self.page.text(side)
        left = text - 26 * unit if side is Side.ORIGINAL else text + self.page.width + 14 * unit
        return flags_of(self.page, found.cell, self.corner(side, found).y(), left)


def main_side(row: Row) -> tuple[Side, int]:
    """Choose the side by which a row is brought into view, and its first sentence there: a moved passage by where it stands now."""
    side = Side.ORIGINAL if row.kind is RowKind.LEFT or not row.rewrite else Side.REWRITE
    return side, row.sentences(side)[0]
