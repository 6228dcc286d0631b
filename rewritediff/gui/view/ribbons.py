"""Ribbons that join linked passages across the lane of the reading layout, and arrows where the other end is out of view.

Reworded passages have a ribbon in a quiet colour; a stretch of unchanged ones only a hairline where it begins and ends, so that the eye
finds what changed. Moved ones are dashed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from itertools import product

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from rewritediff.core.fragments import runs
from rewritediff.core.values import Relation, Side
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.spread import Spread
from rewritediff.wording.labels import GLYPHS, MOVED_GLYPH

Ends = tuple[float, float]
"""From where to where in the viewport."""

CAP = 3.0
"""Pixels of the bar at each end of a ribbon."""
APART = 1.0
"""Pixels that a ribbon keeps from where its sentences end, so that neighbours do not run together."""
TAIL = 0.42
"""Share of the lane that a ribbon takes up whose other end is out of view."""
FAINT, CLEAR = 0.13, 0.3
"""Opacity of a ribbon in its relation's ink, and of one under the mouse."""


class Light(IntEnum):
    """Say how much a passage stands out."""

    NONE = 0
    HOVERED = 1
    CHOSEN = 2


@dataclass(frozen=True, slots=True)
class Ribbon:
    """Join two stretches of text, both at least in part in view."""

    passage: int
    relation: Relation
    moved: bool
    left: Ends
    right: Ends
    firsts: tuple[int, int]
    """The first sentence of each end."""
    lasts: tuple[int, int]

    @property
    def plain(self) -> bool:
        """Tell whether nothing became of it."""
        return self.relation is Relation.SAME and not self.moved


@dataclass(frozen=True, slots=True)
class Arrow:
    """Lead from a stretch in view on one side to another that is out of view."""

    passage: int
    side: Side
    ends: Ends
    down: bool
    number: int
    """The first sentence of the other end, from 0."""
    link: int | None
    """The row that a click leads to."""

    @property
    def words(self) -> str:
        return f"{'↓' if self.down else '↑'} {self.number + 1:,}"


def linked_in_view(spread: Spread) -> list[int]:
    """List the passages that have text on both sides, pass the filter and have an end in view, in the order of the page."""
    comparison = spread.presentation.comparison
    found: dict[int, None] = {}
    for side in Side:
        article = spread.articles[side]
        blocks = spread.blocks_in_view(side)
        if len(blocks):
            found.update(dict.fromkeys(comparison.passage_of[side][article.firsts[blocks.start] : article.firsts[blocks.stop]]))
    shown = spread.presentation
    return [number for number in found if comparison.passages[number].links and shown.row_of(number) is not None]


def ribbons_in_view(spread: Spread) -> tuple[list[Ribbon], list[Arrow]]:
    """Work out the ribbons and arrows of what is in view; the moved ones come last, to be painted over the others."""
    ribbons: list[Ribbon] = []
    arrows: list[Arrow] = []
    for number in linked_in_view(spread):
        passage = spread.presentation.comparison.passages[number]
        for original, rewrite in product(runs(passage.original), runs(passage.rewrite)):
            left, right = (spread.ends(side, run[0], run[-1]) for side, run in zip(Side, (original, rewrite), strict=True))
            seen = [_is_seen(ends, spread.height) for ends in (left, right)]
            if all(seen) or (any(seen) and not passage.moved):
                firsts, lasts = (original[0], rewrite[0]), (original[-1], rewrite[-1])
                ribbons.append(Ribbon(number, passage.relation, passage.moved, left, right, firsts, lasts))
            elif any(seen):
                arrows.append(_arrow(spread, number, (original[0], rewrite[0]), (left, right), Side.ORIGINAL if seen[0] else Side.REWRITE))
    return sorted(ribbons, key=lambda ribbon: ribbon.moved), arrows


def unchanged_stretches(ribbons: list[Ribbon]) -> list[tuple[Ends, Ends]]:
    """Join unchanged neighbours: a line for each sentence would fill the lane where nothing changed."""
    found: list[tuple[Ends, Ends]] = []
    before: Ribbon | None = None
    for ribbon in sorted((ribbon for ribbon in ribbons if ribbon.plain), key=lambda ribbon: ribbon.firsts):
        left, right = ribbon.left, ribbon.right
        if before and all(last + 1 == first for last, first in zip(before.lasts, ribbon.firsts, strict=True)):
            above = found.pop()
            left, right = (above[0][0], left[1]), (above[1][0], right[1])
        found.append((left, right))
        before = ribbon
    return found


def _is_seen(ends: Ends, height: float) -> bool:
    return ends[1] > 0 and ends[0] < height


def _arrow(spread: Spread, number: int, firsts: tuple[int, int], ends: tuple[Ends, Ends], side: Side) -> Arrow:
    here, there = (0, 1) if side is Side.ORIGINAL else (1, 0)
    presentation = spread.presentation
    link = presentation.row_of(number) if side is Side.ORIGINAL else presentation.left_by(number)
    return Arrow(number, side, ends[here], ends[there][0] > ends[here][0], firsts[there], link)


class RibbonPainter:
    """Paint ribbons and arrows into the lane of one spread."""

    def __init__(self, painter: QPainter, spread: Spread, theme: Theme) -> None:
        self.painter = painter
        self.spread = spread
        self.theme = theme
        unit = spread.page.unit
        self._unit = unit
        left, right = spread.lane
        self._left, self._right = left + 12 * unit, right - 12 * unit

    def ribbon(self, ribbon: Ribbon, light: Light) -> None:
        """Paint a ribbon with its caps."""
        painter = self.painter
        ink = QColor(self.theme.moved if ribbon.moved else self.theme.ink(ribbon.relation))
        if ribbon.plain and not light:
            return
        fill = QColor(self.theme.edited if ribbon.plain else ink)
        fill.setAlphaF(CLEAR if light else FAINT)
        path = self._path(ribbon.left, ribbon.right)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.fillPath(path, fill)
        if ribbon.moved or light is Light.CHOSEN:
            painter.setPen(self._dashes(ink) if ribbon.moved else QPen(QColor(self.theme.accent), 1.3))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for upper in (True, False):
                painter.drawPath(self._edge(ribbon.left, ribbon.right, upper=upper))
        sign = "" if ribbon.plain else self._sign(ribbon)
        for side, ends in zip(Side, (ribbon.left, ribbon.right), strict=True):
            self.cap(side, ends, ink)
            self.glyph(side, ends, sign, ink)

    def _sign(self, ribbon: Ribbon) -> str:
        doubt = "?" if self.spread.presentation.comparison.is_doubtful(ribbon.passage) else ""
        return (MOVED_GLYPH if ribbon.moved else GLYPHS[ribbon.relation]) + doubt

    def hairlines(self, left: Ends, right: Ends) -> None:
        """Paint where a stretch of unchanged sentences begins and ends."""
        self.painter.setPen(QPen(QColor(self.theme.rule), 1))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for upper in (True, False):
            self.painter.drawPath(self._edge(left, right, upper=upper))

    def cap(self, side: Side, ends: Ends, ink: QColor, *, thick: float = CAP) -> None:
        """Paint the bar beside a stretch of text, on the side of the lane."""
        thick *= self._unit
        x = self._left - thick if side is Side.ORIGINAL else self._right
        bar = QRectF(x, ends[0] + APART, thick, max(2.0, ends[1] - ends[0] - 2 * APART))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(ink)
        self.painter.drawRoundedRect(bar, thick / 2, thick / 2)

    def glyph(self, side: Side, ends: Ends, glyph: str, ink: QColor) -> None:
        """Paint the sign of a relation beside its bar, where the bar is high enough to have one of its own."""
        font = self.spread.page.type.small
        metrics = QFontMetricsF(font)
        if ends[1] - ends[0] < metrics.height():
            return
        middle = min((ends[0] + ends[1]) / 2, ends[0] + self.spread.page.type.advance(0) / 2)
        x = self._left + 4 * self._unit if side is Side.ORIGINAL else self._right - 4 * self._unit - metrics.horizontalAdvance(glyph)
        self.painter.setFont(font)
        self.painter.setPen(ink)
        self.painter.drawText(QPointF(x, middle + metrics.ascent() / 2 - metrics.descent() / 2), glyph)

    def arrow(self, arrow: Arrow, light: Light) -> None:
        """Paint the beginning of a ribbon that leads out of view, and the number of the sentence it leads to."""
        painter, ink = self.painter, QColor(self.theme.moved)
        metrics = QFontMetricsF(self.spread.page.type.small)
        box = arrow_box(self.spread, arrow, metrics)
        tip = QPointF(box.left() if arrow.side is Side.ORIGINAL else box.right(), box.center().y())
        self.cap(arrow.side, arrow.ends, ink)
        painter.setPen(self._dashes(ink))
        start = self._left if arrow.side is Side.ORIGINAL else self._right
        painter.drawLine(QPointF(start, tip.y()), tip)
        painter.setPen(QPen(QColor(self.theme.accent if light else self.theme.moved), 1))
        painter.setBrush(QColor(self.theme.paper))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setFont(self.spread.page.type.small)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, arrow.words)

    def _dashes(self, ink: QColor) -> QPen:
        pen = QPen(ink, 1.2 * self._unit)
        pen.setDashPattern([3.5, 2.5])
        return pen

    def _edge(self, left: Ends, right: Ends, *, upper: bool) -> QPainterPath:
        a, b = (left[0] + APART, right[0] + APART) if upper else (left[1] - APART, right[1] - APART)
        middle = (self._left + self._right) / 2
        path = QPainterPath(QPointF(self._left, a))
        path.cubicTo(QPointF(middle, a), QPointF(middle, b), QPointF(self._right, b))
        return path

    def _path(self, left: Ends, right: Ends) -> QPainterPath:
        path = self._edge(left, right, upper=True)
        middle = (self._left + self._right) / 2
        a, b = left[1] - APART, right[1] - APART
        path.lineTo(QPointF(self._right, b))
        path.cubicTo(QPointF(middle, b), QPointF(middle, a), QPointF(self._left, a))
        path.closeSubpath()
        return path


def arrow_box(spread: Spread, arrow: Arrow, metrics: QFontMetricsF) -> QRectF:
    """Give the place of an arrow's number in the lane."""
    unit = spread.page.unit
    left, right = spread.lane
    width, height = metrics.horizontalAdvance(arrow.words) + 12 * unit, 18 * unit
    inset = 12 * unit + TAIL * (right - left - 24 * unit) / 3
    x = left + inset if arrow.side is Side.ORIGINAL else right - inset - width
    middle = max(arrow.ends[0], min((arrow.ends[0] + arrow.ends[1]) / 2, arrow.ends[1]))
    y = max(height / 2 + 2, min(middle, spread.height - height / 2 - 2))
    return QRectF(x, y - height / 2, width, height)


def arrow_at(spread: Spread, point: QPointF) -> Iterator[Arrow]:
    """Find the arrows under a point of the lane."""
    left, right = spread.lane
    if left < point.x() < right:
        metrics = QFontMetricsF(spread.page.type.small)
        for arrow in ribbons_in_view(spread)[1]:
            if arrow_box(spread, arrow, metrics).contains(point):
                yield arrow
