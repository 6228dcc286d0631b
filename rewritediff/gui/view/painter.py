"""Paints one row on the paper: washes and fills, bars and glyphs, marks under the words, the small words around them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat, QTextLayout

from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Relation, Side, Sides
from rewritediff.gui.rows import RowContent, Run, RunKind
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.flags import FindingPainter, flags_of
from rewritediff.gui.view.fold_line import paint_fold
from rewritediff.gui.view.layouts import CellLayout, Mark, format_range, indent
from rewritediff.gui.view.margin import BEYOND, NumberRoom, band_left, first_baseline, flag_left, number_room, pill_box
from rewritediff.gui.view.numbers import LEAST_NUMBERS, number_lines
from rewritediff.gui.view.page import Page

GROUNDS = (RunKind.WHOLE, RunKind.COPIED, RunKind.QUOTED)
"""Marks that are painted behind the words."""
DASHES = {RunKind.REMOVED: [3.0, 1.8], RunKind.MOVED: [0.9, 1.5], RunKind.TYPOGRAPHIC: [0.9, 1.5]}
"""Patterns in line widths; what was added has an unbroken line."""


NO_RUN: Sides[tuple[int, int] | None] = Sides(None, None)
NO_NUMBERS = Sides("", "")


@dataclass(frozen=True, slots=True)
class Look:
    """Say in what state a row is painted."""

    current: bool = False
    focused: bool = False
    hovered: bool = False
    link_hovered: bool = False
    numbers: Sides[str] = NO_NUMBERS
    """Where the sentences stand, shown in place of the glyphs."""
    selection: tuple[Side, int, int] | None = None
    """The stretch of one side's text that is selected."""
    run: Sides[tuple[int, int] | None] = NO_RUN
    """The stretches of both texts that the copied run covers which was gone to."""
    hits: tuple[tuple[Side, int, int, bool], ...] = ()
    """The stretches that were looked for, and whether each is the one that a person is at."""
    finding: int | None = None
    """The finding that was chosen last."""
    handled: frozenset[int] = frozenset()
    """The findings of which something was made."""


Format = QTextLayout.FormatRange
FoundStretch = tuple[int, int, bool]
"""From where to where words that were looked for stand in a cell's text, and whether a person is at them."""


class RowPainter:
    """Paint rows with one painter, page and theme."""

    def __init__(self, painter: QPainter, page: Page, theme: Theme) -> None:
        self.painter = painter
        self.page = page
        self.theme = theme
        self.findings = FindingPainter(painter, page, theme)

    def row(self, box: QRectF, content: RowContent, cells: Sequence[CellLayout], look: Look) -> None:
        """Paint a row into its box, which is without the space above it."""
        self._band(box, look)
        if content.fold:
            paint_fold(self.painter, self.page, self.theme, box, content.fold, content.relation)
            return
        if content.row.kind is RowKind.LEFT:
            self._stub(box, content, look)
            return
        for side, cell in zip(Side, cells, strict=True):
            self._side(box, content, side, cell, look)
        if content.pill:
            self._pill(box, content)

    def _band(self, box: QRectF, look: Look) -> None:
        if not (look.current or look.hovered):
            return
        page, left = self.page, band_left(self.page)
        end = page.cell(Side.REWRITE)
        band = QRectF(left, box.top(), end[0] + end[1] - left + 4 * page.unit, box.height())
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.theme.current if look.current else self.theme.hover))
        self.painter.drawRoundedRect(band, 5, 5)
        if look.current:
            width = 3 if look.focused else 2
            self.painter.setBrush(QColor(self.theme.accent if look.focused else self.theme.edge))
            self.painter.drawRoundedRect(QRectF(band.left() - BEYOND * page.unit, band.top(), width, band.height()), 1.5, 1.5)

    def _side(self, box: QRectF, content: RowContent, side: Side, cell: CellLayout, look: Look) -> None:
        shown = content.sides[side]
        if not shown.text.text:
            if shown.label:
                self._small(QPointF(self.page.text(side), first_baseline(self.page, box, content, side)), shown.label)
            return
        shift = self.page.indent if content.moved and side is Side.ORIGINAL else 0.0
        bar = self.page.bars[side] + shift
        self._ground(box, content, side, bar, shift)
        top = self.page.text_top(box.top(), labelled=content.labelled)
        at = QPointF(self.page.text(side) + indent(content, side, self.page), top)
        if shown.label:
            self._small(at - QPointF(0, 5 * self.page.unit), shown.label)
        if look.numbers[side]:
            self._numbers(look.numbers[side], number_room(self.page, box, content, side, cell.layout.lineCount()), bar)
        elif shown.glyph:
            self._glyph(shown.glyph, self._ink(content), bar, first_baseline(self.page, box, content, side))
        formats = self.selected(cell, look.selection[1:] if look.selection and look.selection[0] is side else None)
        hits = [(start, end, current) for where, start, end, current in look.hits if where is side]
        self.words(at, side, cell, formats, hits, finding=look.finding, handled=look.handled)
        self.findings.flags(flags_of(self.page, cell, at.y(), flag_left(self.page, side)), look.finding, look.handled)
        if (run := look.run[side]) is not None:
            self._outline(at, cell.pieces(Run(*run, RunKind.COPIED)), self.theme.text)

    def _ground(self, box: QRectF, content: RowContent, side: Side, bar: float, shift: float) -> None:
        """Paint the wash of a paraphrased cell, and the bar of every changed one."""
        painter, unit = self.painter, self.page.unit
        painter.setPen(Qt.PenStyle.NoPen)
        left, width = self.page.cell(side)
        if content.relation is Relation.PARAPHRASED:
            painter.setBrush(QColor(self.theme.paraphrased_wash))
            painter.drawRoundedRect(QRectF(left + shift, box.top(), width - shift, box.height()), 4, 4)
        if content.relation is not Relation.SAME or (content.moved and side is Side.ORIGINAL):
            whole = content.relation in (Relation.OMITTED, Relation.INSERTED)
            thick = (4 if whole else 3) * unit
            painter.setBrush(QColor(self._ink(content)))
            painter.drawRoundedRect(QRectF(bar, box.top() + self.page.pad, thick, box.height() - 2 * self.page.pad), thick / 2, thick / 2)

    def _ink(self, content: RowContent) -> str:
        return self.theme.moved if content.moved else self.theme.ink(content.relation)

    def words(
        self,
        at: QPointF,
        side: Side,
        cell: CellLayout,
        formats: Sequence[Format],
        hits: Sequence[FoundStretch] = (),
        *,
        opacity: float = 1.0,
        finding: int | None = None,
        handled: frozenset[int] = frozenset(),
    ) -> None:
        """Paint the text of a cell with its marks, the fill of what has no counterpart with an opacity; `formats` lie over it."""
        painter = self.painter
        marks = cell.marks()
        fill = QColor(self.theme.omitted_fill if side is Side.ORIGINAL else self.theme.inserted_fill)
        fill.setAlphaF(opacity)
        painter.setPen(Qt.PenStyle.NoPen)
        for mark in marks:
            if mark.kind is RunKind.WHOLE:
                painter.fillRect(mark.box.translated(at).adjusted(-2, 0, 2, 0), fill)
            elif mark.kind is RunKind.COPIED:
                painter.setBrush(QColor(self.theme.copied_fill))
                painter.drawRoundedRect(mark.box.translated(at).adjusted(-2, 1, 2, -1), 3, 3)
        self._outline(at, (mark for mark in marks if mark.kind is RunKind.QUOTED), self.theme.copied)
        for start, end, current in hits:
            self._hit(at, cell.boxes(start, end), current=current)
        self.findings.ground(at, cell, finding)
        painter.setPen(QColor(self.theme.text))
        cell.layout.draw(painter, at, formats)
        for mark in marks:
            if mark.kind not in GROUNDS:
                self._underline(mark, at)
        self.findings.waves(at, cell, handled)

    def _outline(self, at: QPointF, marks: Iterable[Mark], colour: str) -> None:
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(QColor(colour), 1.2 * self.page.unit))
        for mark in marks:
            self.painter.drawRoundedRect(mark.box.translated(at).adjusted(-2, 1.5, 2, -1.5), 3, 3)

    def _hit(self, at: QPointF, boxes: Sequence[QRectF], *, current: bool) -> None:
        """Paint the ground of words that were looked for; the ones that a person is at have a frame, so that colour is not all."""
        self.painter.setPen(QPen(QColor(self.theme.text), 1.2) if current else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.theme.found_current if current else self.theme.found))
        for box in boxes:
            self.painter.drawRoundedRect(box.translated(at).adjusted(-1.5, 1.5, 1.5, -1.5), 3, 3)

    def selected(self, cell: CellLayout, selected: tuple[int, int] | None) -> list[QTextLayout.FormatRange]:
        """Make the format of the chosen stretch of a cell."""
        if not selected or selected[0] >= selected[1]:
            return []
        form = QTextCharFormat()
        form.setBackground(QBrush(QColor(self.theme.selection)))
        form.setForeground(QBrush(QColor(self.theme.text)))
        return [format_range(*cell.selected(*selected), form)]

    def _underline(self, mark: Mark, at: QPointF) -> None:
        unit = self.page.unit
        if mark.kind is RunKind.INVISIBLE:
            self._invisible(mark, at)
            return
        colour = {RunKind.REMOVED: self.theme.omitted, RunKind.ADDED: self.theme.inserted, RunKind.MOVED: self.theme.moved}
        pen = QPen(QColor(colour.get(mark.kind, self.theme.muted)), 1.8 * unit)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if mark.kind in DASHES:
            pen.setDashPattern(DASHES[mark.kind])
        y = at.y() + mark.baseline + 4.2 * unit
        self.painter.setPen(pen)
        self.painter.drawLine(QPointF(at.x() + mark.box.left(), y), QPointF(at.x() + mark.box.right(), y))

    def _invisible(self, mark: Mark, at: QPointF) -> None:
        """Paint a small flag where a character stands that nobody sees: a line with a head, between its neighbours."""
        unit = self.page.unit
        x, foot = at.x() + mark.box.left(), at.y() + mark.baseline + 3 * unit
        head = foot - 15 * unit
        self.painter.setPen(QPen(QColor(self.theme.muted), 1.2 * unit))
        self.painter.drawLine(QPointF(x, foot), QPointF(x, head))
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(self.theme.muted))
        self.painter.drawPolygon([QPointF(x - 2.6 * unit, head), QPointF(x + 2.6 * unit, head), QPointF(x, head + 4 * unit)])

    def _glyph(self, glyph: str, colour: str, bar: float, baseline: float) -> None:
        metrics = QFontMetricsF(self.page.type.head)
        self.painter.setFont(self.page.type.head)
        self.painter.setPen(QColor(colour))
        middle = bar - 9 * self.page.unit
        self.painter.drawText(QPointF(middle - metrics.horizontalAdvance(glyph) / 2, baseline), glyph)

    def _numbers(self, words: str, room: NumberRoom, bar: float) -> None:
        """Write where sentences stand beside their bar, in the room that is free there."""
        font, right = QFont(self.page.type.small), bar - 5 * self.page.unit
        while not (lines := number_lines(words, right - room.left, room.lines, QFontMetricsF(font).horizontalAdvance)).whole:
            if font.pixelSize() <= LEAST_NUMBERS:
                break
            font.setPixelSize(font.pixelSize() - 1)
        self.painter.setFont(font)
        self.painter.setPen(QColor(self.theme.muted))
        for baseline, line in zip(room.baselines(len(lines.parts)), lines.parts, strict=True):
            self.painter.drawText(QPointF(right - QFontMetricsF(font).horizontalAdvance(line), baseline), line)

    def _small(self, at: QPointF, words: str) -> None:
        self.painter.setFont(self.page.type.small)
        self.painter.setPen(QColor(self.theme.muted))
        self.painter.drawText(at, words)

    def _stub(self, box: QRectF, content: RowContent, look: Look) -> None:
        """Paint the line that marks the place a moved passage left."""
        shown, page = content.sides.original, self.page
        middle = box.center().y()
        metrics = QFontMetricsF(page.type.small)
        baseline = middle + metrics.ascent() / 2 - metrics.descent() / 2
        self._glyph(shown.glyph, self.theme.moved, page.bars.original, baseline)
        words = QPointF(page.text(Side.ORIGINAL), baseline)
        label = metrics.elidedText(shown.label, Qt.TextElideMode.ElideRight, page.width - 30 * page.unit)
        self._small(words, label)
        end = words.x() + metrics.horizontalAdvance(label)
        if look.link_hovered:
            self.painter.drawLine(QPointF(words.x(), baseline + 2.5), QPointF(end, baseline + 2.5))
        pen = QPen(QColor(self.theme.edge), 1)
        pen.setDashPattern([2.0, 3.0])
        self.painter.setPen(pen)
        right = page.text(Side.ORIGINAL) + page.width
        self.painter.drawLine(QPointF(end + 10 * page.unit, round(middle) + 0.5), QPointF(right, round(middle) + 0.5))

    def _pill(self, box: QRectF, content: RowContent) -> None:
        pill = pill_box(self.page, box, content)
        self.painter.setBrush(QColor(self.theme.paper))
        self.painter.setPen(QPen(QColor(self.theme.edge), 1))
        self.painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        self.painter.setFont(self.page.type.small)
        self.painter.setPen(QColor(self.theme.muted))
        self.painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, content.pill)
