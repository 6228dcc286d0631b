"""Where things stand on the paper: two columns of text with their gutters, the lane between them, and the type they are set in."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtGui import QFont, QFontMetricsF

from rewritediff.core.values import Role, Side, Sides
from rewritediff.gui.choices import Typeface
from rewritediff.gui.row_measures import LEVELS
from rewritediff.gui.theme import article_font, chrome_font

SAMPLE = "The city plans to borrow the money from a bank, and the remainder will come from a fee on each tonne of cargo."
"""Prose to measure the width of a character by; a font's average width counts capitals and is a tenth too wide."""
CHARACTERS = 75
"""The longest line that is comfortable to read."""
LEADING = 1.46
"""Line distance in font sizes."""
SCALES = (1.0, 1.06, 1.22)
"""Size of ordinary text, headings and titles."""
SMALL_ROLES = (Role.CAPTION, Role.NOTE)
LEAST_COLUMN = 90.0


class Type:
    """Hold the fonts of one zoom and kind of letters."""

    def __init__(self, zoom: float, typeface: Typeface = Typeface.SERIF) -> None:
        self.zoom = zoom
        self.typeface = typeface
        self.small = chrome_font(zoom * 12.5 / 13)
        self.head = chrome_font(zoom)
        self.pixels = article_font(zoom).pixelSize()
        self.character = QFontMetricsF(article_font(zoom, typeface)).horizontalAdvance(SAMPLE) / len(SAMPLE)
        self._fonts = {role: self._font(role) for role in Role}

    def _font(self, role: Role) -> QFont:
        level = LEVELS.get(role, 0)
        font = article_font(self.zoom * (0.92 if role in SMALL_ROLES else SCALES[level]), self.typeface)
        font.setBold(level > 0)
        if role is Role.CODE:
            font.setFamilies(["Noto Sans Mono", "Menlo", "Consolas", "DejaVu Sans Mono"])
            font.setStyleHint(QFont.StyleHint.Monospace)
        return font

    def font(self, role: Role) -> QFont:
        return self._fonts[role]

    def scale(self, level: int) -> float:
        """Give the width of a character of a level beside ordinary text; bold letters are a tenth wider."""
        return SCALES[level] * (1.1 if level else 1.0)

    def advance(self, level: int) -> float:
        """Give the line distance of a level."""
        return round(self.pixels * SCALES[level] * (LEADING if level == 0 else 1.36))


@lru_cache(maxsize=4)
def type_at(zoom: float, typeface: Typeface = Typeface.SERIF) -> Type:
    """Give the fonts of a zoom and kind of letters, made once."""
    return Type(zoom, typeface)


@dataclass(frozen=True)
class Page:
    """Hold the measures of the paper for one window width and zoom, in logical pixels from the viewport's left."""

    type: Type
    left: float
    """Where the paper begins."""
    paper: float
    """How wide the paper is."""
    width: float
    """How wide a column of text may be."""
    bars: Sides[float]
    """Where each side's bar begins."""

    @property
    def unit(self) -> float:
        return self.type.zoom

    @property
    def inset(self) -> float:
        """Give the distance from the bar's left to the text."""
        return round(12 * self.unit)

    @property
    def pad(self) -> float:
        """Give the distance from a wash's edge to the text, above and below."""
        return round(3 * self.unit)

    @property
    def indent(self) -> float:
        """Give how far a moved passage or a list item is set in."""
        return round(14 * self.unit)

    @property
    def label_height(self) -> float:
        return round(18 * self.unit)

    @property
    def lane(self) -> float:
        """Give the middle of the lane between the sides."""
        end = self.bars.original + self.inset + self.width + self._end
        return (end + self.bars.rewrite - round(20 * self.unit)) / 2

    @property
    def _end(self) -> float:
        return round(10 * self.unit)

    def text(self, side: Side) -> float:
        """Give the left edge of a side's text."""
        return self.bars[side] + self.inset

    def cell(self, side: Side) -> tuple[float, float]:
        """Give the left edge and the width of a side's cell, from bar to the end of its wash."""
        return self.bars[side], self.inset + self.width + self._end

    def text_top(self, top: float, *, labelled: bool) -> float:
        """Give the height where the texts of a row begin: level on both sides, below a label on either."""
        return top + self.pad + (self.label_height if labelled else 0.0)

    def space(self, *, spaced: bool) -> float:
        """Give the free space above a row."""
        return round((20 if spaced else 6) * self.unit)


def page_for(viewport: float, zoom: float, typeface: Typeface = Typeface.SERIF) -> Page:
    """Fit the paper into a viewport: columns of at most 75 characters, and what is left over becomes margins."""
    type_ = type_at(zoom, typeface)
    gutter, inset, end, lane = (float(round(size * zoom)) for size in (22, 12, 10, 42))
    margin = float(round(min(34.0, max(8.0, viewport / 45)) * zoom))
    fixed = 2 * (gutter + inset + end) + lane + 2 * margin
    width = float(max(LEAST_COLUMN, min((viewport - fixed) // 2, round(CHARACTERS * type_.character))))
    paper = fixed + 2 * width
    left = float(max(0, (viewport - paper) // 2))
    if left < 40:
        left, margin, paper = 0.0, margin + left, max(paper, viewport)
    first = left + margin + gutter
    return Page(type_, left, paper, width, Sides(first, first + inset + width + end + lane + gutter))
