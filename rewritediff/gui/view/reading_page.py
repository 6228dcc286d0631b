"""The measures of the paper in the reading layout: two columns of prose, a lane for ribbons between them, margins for numbers."""

from __future__ import annotations

from rewritediff.core.values import Sides
from rewritediff.gui.choices import Typeface
from rewritediff.gui.view.page import CHARACTERS, LEAST_COLUMN, Page, type_at

INSET = 12
"""What a page has between bar and text, which here counts to lane and margin."""
MARGIN, LEAST_MARGIN, LANE = 88, 30, 108
"""Pixels beside the texts where there is room, at least, and between them."""


def reading_page_for(viewport: float, zoom: float, typeface: Typeface = Typeface.SERIF) -> Page:
    """Fit both columns into a viewport: at most 75 characters a line; what is left over goes to the margins."""
    type_ = type_at(zoom, typeface)
    inset = float(round(INSET * zoom))
    lane = float(round(min(LANE, max(60.0, viewport / 11)) * zoom))
    margin = float(round(min(MARGIN, max(LEAST_MARGIN, viewport / 14)) * zoom))
    room = (viewport - lane - 2 * margin) // 2
    width = float(max(LEAST_COLUMN, min(room, round(CHARACTERS * type_.character))))
    paper = lane + 2 * margin + 2 * width
    left = float(max(0, (viewport - paper) // 2))
    if left < 40:
        left, margin, paper = 0.0, margin + left, max(paper, viewport)
    first = left + margin - inset
    return Page(type_, left, paper, width, Sides(first, first + width + lane))
