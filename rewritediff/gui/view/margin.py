"""Where small things stand beside the texts of a row: the pill in the lane, the numbers in the margins, the bar of the selected row."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from rewritediff.core.values import Side
from rewritediff.gui.row_measures import LEVELS
from rewritediff.gui.rows import RowContent
from rewritediff.gui.view.page import Page

BAND = 38
"""Pixels, at zoom 1, that the band of a selected row reaches beyond the bar: room for "¶ 124"."""
BEYOND = 5
"""Pixels from there to the bar of the selected row."""


def band_left(page: Page) -> float:
    """Give the left edge of the band behind a selected row; narrow margins leave less room."""
    return max(page.left + (BEYOND + 1) * page.unit, page.bars.original - BAND * page.unit)


def flag_left(page: Page, side: Side) -> float:
    """Give the left edge of the flags beside a side: outside of its glyphs, numbers and washes, and on the paper."""
    if side is Side.ORIGINAL:
        return band_left(page) + 4 * page.unit
    start, width = page.cell(side)
    return min(start + width + 6 * page.unit, page.left + page.paper - 16 * page.unit)


def first_baseline(page: Page, box: QRectF, content: RowContent, side: Side) -> float:
    """Give the baseline of the first line of a row, so that glyphs and small words stand on it."""
    role = content.sides[side].role if content.sides[side].text.text else content.sides[side.other].role
    metrics = QFontMetricsF(page.type.font(role))
    advance = page.type.advance(LEVELS.get(role, 0))
    return page.text_top(box.top(), labelled=content.labelled) + (advance - metrics.height()) / 2 + metrics.ascent()


def pill_box(page: Page, box: QRectF, content: RowContent) -> QRectF:
    """Give the place of a row's pill."""
    metrics = QFontMetricsF(page.type.small)
    width, height = metrics.horizontalAdvance(content.pill) + 14 * page.unit, 18 * page.unit
    baseline = first_baseline(page, box, content, Side.ORIGINAL)
    return QRectF(page.lane - width / 2, baseline - metrics.capHeight() / 2 - height / 2, width, height)


@dataclass(frozen=True, slots=True)
class NumberRoom:
    """Say where a row's numbers may stand beside a text."""

    left: float
    lines: int
    """How many lines there is room for."""
    first: float
    """The baseline of the first line; of one alone in a row of one line, and the middle of several."""
    step: float
    middled: bool

    def baselines(self, count: int) -> list[float]:
        """Give the baselines of so many lines."""
        first = self.first - (self.step * (count - 1) / 2 if self.middled else 0.0)
        return [first + k * self.step for k in range(count)]


def number_room(page: Page, box: QRectF, content: RowContent, side: Side, text_lines: int) -> NumberRoom:
    """Find the room for numbers: right of the selected row's band and its flags, below the pill, or beside it in a row of one line."""
    metrics = QFontMetricsF(page.type.small)
    step, baseline = metrics.ascent() + metrics.descent() * 0.6, first_baseline(page, box, content, side)
    left = band_left(page) + (17 * page.unit if content.sides[side].waves else 1)
    if side is Side.REWRITE:
        start, width = page.cell(Side.ORIGINAL)
        left = start + width + 3 * page.unit
    if text_lines == 1:
        if side is Side.REWRITE and content.pill:
            left = pill_box(page, box, content).right() + 3 * page.unit
        return NumberRoom(left, 2, baseline, step, middled=True)
    if side is Side.REWRITE and content.pill:
        baseline = pill_box(page, box, content).bottom() + 2 * page.unit + metrics.ascent()
    return NumberRoom(left, int((box.bottom() - baseline + metrics.descent()) // step) + 1, baseline, step, middled=False)
