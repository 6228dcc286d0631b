"""Texts set in lines: one QTextLayout a cell, made when a cell comes into view and kept while it is likely to come again.

Building one costs 0.08 ms and drawing it as much; asking where a character stands 0.02 ms, so that marks are placed when first painted.
"""

from __future__ import annotations

import unicodedata
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine, QTextOption

from rewritediff.core.values import Role, Side
from rewritediff.gui.row_marks import Wave
from rewritediff.gui.row_measures import LEVELS
from rewritediff.gui.rows import RowContent, RowSide, Run, RunKind
from rewritediff.gui.view.page import Page
from rewritediff.gui.view.utf16 import Utf16

KEPT_LAYOUTS = 1_500
"""Cells kept laid out: some fifteen windows full, about 12 MB."""

ENDLESS = 5_000
"""Characters of a word up to which Qt looks for a better break than anywhere: each line looks through the whole rest of the word, so that
a million characters would hold the window for 50 s."""
WRAP_ANYWHERE = QTextOption.WrapMode.WrapAnywhere


@dataclass(frozen=True, slots=True)
class Mark:
    """Place a piece of a run on one line, from the layout's upper left corner."""

    kind: RunKind
    box: QRectF
    baseline: float


@dataclass(frozen=True, slots=True)
class WaveMark:
    """Place a piece of the words that a finding is about on one line, from the layout's upper left corner."""

    wave: Wave
    box: QRectF
    baseline: float
    line: int
    """The number of its line in the cell."""


class CellLayout:
    """Hold one cell's text, set in lines."""

    __slots__ = ("_marks", "_runs", "_units", "_wave_marks", "_waves", "advance", "height", "layout", "right_to_left", "unread")

    def __init__(self, side: RowSide, font: QFont, width: float, advance: float) -> None:
        text = side.text.text
        self._runs = side.runs
        self._units = Utf16(text)
        self._marks: list[Mark] | None = None
        self._waves = side.waves
        self.unread = side.unread
        self._wave_marks: list[WaveMark] | None = None
        self.advance = advance
        self.right_to_left = reads_from_the_right(text)
        self.layout = QTextLayout(text, font)
        self.layout.setTextOption(_option(text, self.right_to_left))
        self.layout.setCacheEnabled(True)
        bold = [self._range(run) for run in side.runs if run.kind is RunKind.KEY_TERM]
        if bold:
            self.layout.setFormats(bold)
        self.height = _set_in_lines(self.layout, width, advance)

    def _range(self, run: Run) -> QTextLayout.FormatRange:
        start, end = self._units.to_qt(run.start), self._units.to_qt(run.end)
        return format_range(start, end, _BOLD)

    def marks(self) -> list[Mark]:
        """Place the runs on the lines."""
        if self._marks is None:
            marked = [run for run in self._runs if run.kind not in (RunKind.KEY_TERM, RunKind.KEPT)]
            self._marks = [mark for run in marked for mark in self.pieces(run)]
        return self._marks

    def waves(self) -> list[WaveMark]:
        """Place the words that findings are about on the lines."""
        if self._wave_marks is None:
            found = ((wave, line, box) for wave in self._waves for line, box in self._boxes(wave.start, wave.end))
            self._wave_marks = [WaveMark(wave, box, line.y() + line.ascent(), line.lineNumber()) for wave, line, box in found]
        return self._wave_marks

    def pieces(self, run: Run) -> Iterable[Mark]:
        """Place a run on the lines."""
        for line, box in self._boxes(run.start, run.end):
            yield Mark(run.kind, box, line.y() + line.ascent())

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """Give the places of a stretch of the text, one a line and as high as the line distance."""
        return [box for _, box in self._boxes(start, end)]

    def _boxes(self, start: int, end: int) -> Iterable[tuple[QTextLine, QRectF]]:
        for line, low, high in self.lines_of(start, end):
            natural = line.naturalTextRect()
            left, right = natural.left(), natural.right()
            if high - low < line.textLength():
                # a line's last blank hangs beyond its end: a mark under it would point at nothing
                first, last = _extent(line, low, high)
                left, right = max(left, first), min(right, last)
            free = max(0.0, self.advance - line.height()) / 2
            yield line, QRectF(left, line.y() - free, max(0.0, right - left), line.height() + 2 * free)

    def depth(self, offset: int) -> float:
        """Give how far below the upper end an offset stands, counted along its line too: half of a line is half its height."""
        place = self._units.to_qt(offset)
        line = self.layout.lineForTextPosition(place)
        if not line.isValid():
            return self.height
        free = max(0.0, self.advance - line.height()) / 2
        share = (place - line.textStart()) / max(1, line.textLength())
        return line.y() - free + share * (line.height() + 2 * free)

    def lines_of(self, start: int, end: int) -> Iterable[tuple[QTextLine, int, int]]:
        """Find the lines that hold a stretch of the text, and in Qt's units what they hold of it."""
        first, last = self._units.to_qt(start), self._units.to_qt(end)
        for k in range(self.layout.lineCount()):
            line = self.layout.lineAt(k)
            low, high = max(first, line.textStart()), min(last, line.textStart() + line.textLength())
            if low < high:
                yield line, low, high

    def selected(self, start: int, end: int) -> tuple[int, int]:
        """Give a stretch of the text in Qt's units."""
        return self._units.to_qt(start), self._units.to_qt(end)

    def offset_at(self, point: QPointF) -> int:
        """Find the offset of the text nearest to a point of the layout."""
        count = self.layout.lineCount()
        for k in range(count):
            line = self.layout.lineAt(k)
            if point.y() < line.y() + line.height() or k == count - 1:
                return self._units.from_qt(line.xToCursor(point.x()))
        return 0


_BOLD = QTextCharFormat()
_BOLD.setFontWeight(QFont.Weight.Bold)


def format_range(start: int, end: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    """Make the format of a stretch of a layout."""
    made = QTextLayout.FormatRange()
    made.start, made.length, made.format = start, end - start, form
    return made


def _option(text: str, right_to_left: bool) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(WRAP_ANYWHERE if has_endless_word(text) else QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    # neither LayoutDirectionAuto nor RightToLeft alone takes Arabic from the left edge: lines of a bare layout are aligned as told
    option.setAlignment(Qt.AlignmentFlag.AlignRight if right_to_left else Qt.AlignmentFlag.AlignLeft)
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight)
    return option


def has_endless_word(text: str) -> bool:
    """Tell whether a text has a word that Qt would take long to break, such as a picture written in letters and digits."""
    return len(text) > ENDLESS and any(len(word) > ENDLESS for word in text.split())


def reads_from_the_right(text: str) -> bool:
    """Tell whether the first letter with a direction runs from right to left."""
    if text.isascii():
        return False
    return next((kind != "L" for kind in map(unicodedata.bidirectional, text) if kind in ("L", "R", "AL")), False)


def _set_in_lines(layout: QTextLayout, width: float, advance: float) -> float:
    """Break a text into lines at an even distance, more only where a line's letters are higher."""
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height = max(advance, line.height())
        line.setPosition(QPointF(0, y + (height - line.height()) / 2))
        y += height
    layout.endLayout()
    return y


def _extent(line: QTextLine, start: int, end: int) -> tuple[float, float]:
    first, last = _x(line, start), _x(line, end)
    return min(first, last), max(first, last)


def _x(line: QTextLine, place: int) -> float:
    found: object = line.cursorToX(place)  # PySide6 gives the place that it found beside its x
    x = found[0] if isinstance(found, tuple) else found
    return float(cast("float", x))


class Layouts:
    """Keep the layouts of the cells used last, for one page and presentation."""

    __slots__ = ("_kept", "made", "page")

    def __init__(self, page: Page) -> None:
        self._kept: OrderedDict[tuple[int, Side], CellLayout] = OrderedDict()
        self.page = page
        self.made = 0
        """How many layouts were built so far; tests hold it down."""

    def cell(self, row: int, content: RowContent, side: Side) -> CellLayout:
        """Give the layout of one side of a row, made now if it is not kept."""
        key = (row, side)
        kept = self._kept.get(key)
        if kept is None:
            self.made += 1
            kept = set_cell(content, side, self.page)
            self._kept[key] = kept
            if len(self._kept) > KEPT_LAYOUTS:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return kept


def set_cell(content: RowContent, side: Side, page: Page) -> CellLayout:
    """Set one side of a row in lines."""
    shown = content.sides[side]
    advance = page.type.advance(LEVELS.get(shown.role, 0))
    return CellLayout(shown, page.type.font(shown.role), page.width - indent(content, side, page), advance)


def indent(content: RowContent, side: Side, page: Page) -> float:
    """Give how far a cell's text is set in: moved passages on the original's side, and list items."""
    listed = page.indent if content.sides[side].role is Role.LIST_ITEM else 0.0
    return listed + (page.indent if content.moved and side is Side.ORIGINAL else 0.0)


def row_height(content: RowContent, texts: Iterable[float], page: Page) -> int:
    """Add up a row's height from the heights of its texts."""
    inner = max((*texts, page.label_height)) + (page.label_height if content.labelled else 0.0)
    return int(page.space(spaced=content.spaced) + inner + 2 * page.pad + 0.999)
