"""Paints the reading layout: ribbons, then what stands behind the sentences, then the prose with the marks of the aligned layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QTextCharFormat, QTextLayout

from rewritediff.core.values import Relation, Role, Side, Span
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.layouts import format_range
from rewritediff.gui.view.numbers import BETWEEN, numbers_words
from rewritediff.gui.view.painter import FoundStretch, RowPainter
from rewritediff.gui.view.ribbons import Light, RibbonPainter, ribbons_in_view, unchanged_stretches
from rewritediff.gui.view.selection import TextSelection
from rewritediff.gui.view.spread import Set, Spread
from rewritediff.wording.labels import GLYPHS

UNPAIRED = (Relation.OMITTED, Relation.INSERTED)
BULLET = "•"
HIT, CURRENT_HIT = 0.2, 0.4
"""Opacity of the accent behind words that were looked for."""
PALE = 0.4
"""Opacity of the fill of sentences without counterpart on a side that mostly consists of them."""
LIT = 0.07
"""Opacity of the ink behind a passage that stands out: grey, or it could be taken for a relation's colour."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """Say what stands out in a spread."""

    light: Callable[[int], Light]
    """How much a passage does."""
    pointed: tuple[Side, int] | None = None
    """The sentence under the mouse."""
    selection: TextSelection | None = None
    """The chosen text, in blocks and offsets in them."""
    filtered: bool = False
    found: Callable[[Side, Span], Iterable[tuple[Span, bool]]] = lambda _side, _span: ()
    """The spans of a document to highlight inside another one, and whether each is the one that a person is at."""
    hits: Callable[[Side, Span], Iterable[tuple[Span, bool]]] = lambda _side, _span: ()
    """The same for words that were looked for."""
    finding: int | None = None
    """The finding that was chosen last."""
    handled: frozenset[int] = frozenset()
    """The findings of which something was made."""


class SpreadPainter:
    """Paint a spread with one painter and theme."""

    def __init__(self, painter: QPainter, spread: Spread, theme: Theme, aspect: Aspect) -> None:
        self.painter = painter
        self.spread = spread
        self.theme = theme
        self.aspect = aspect
        self._plain = spread.presentation.options.copied is not None
        """What was copied is shown, not what changed: nothing is marked by its relation."""
        self._rows = RowPainter(painter, spread.page, theme)
        self._ribbons = RibbonPainter(painter, spread, theme)

    def paint(self) -> None:
        """Paint all that is in view."""
        ribbons, arrows = ribbons_in_view(self.spread)
        for left, right in unchanged_stretches(ribbons):
            self._ribbons.hairlines(left, right)
        for ribbon in ribbons if not self._plain else ():
            self._ribbons.ribbon(ribbon, self.aspect.light(ribbon.passage))
        for arrow in arrows if not self._plain else ():
            self._ribbons.arrow(arrow, self.aspect.light(arrow.passage))
        for side, found in self.spread.sets_in_view():
            self._block(side, found)
        if self.aspect.pointed:
            self._number(*self.aspect.pointed)

    def _block(self, side: Side, found: Set) -> None:
        at = self.spread.corner(side, found)
        for sentence in found.flowed.block.sentences:
            self._ground(side, found, sentence, at)
        if found.flowed.block.role is Role.LIST_ITEM and found.flowed.block.opens and found.flowed.shown.text.text[0].isalpha():
            self._bullet(found, at)
        self._highlights(side, found, at)
        formats = [*self._faded(side, found), *self._selected(side, found)]
        pale = PALE if self.spread.articles[side].pale else 1.0
        aspect = self.aspect
        hits = self._hits(side, found)
        self._rows.words(at, side, found.cell, formats, hits, opacity=pale, finding=aspect.finding, handled=aspect.handled)
        self._rows.findings.flags(self.spread.flags(side, found), aspect.finding, aspect.handled)
        self._outline(side, found, at)

    def _ground(self, side: Side, found: Set, sentence: int, at: QPointF) -> None:
        """Paint the washes behind a sentence, and the bar of one without counterpart."""
        if self._is_hidden(side, sentence):
            return
        number = self.spread.passage(side, sentence)
        relation = Relation.SAME if self._plain else self.spread.presentation.comparison.passages[number].relation
        for colour in self._washes(relation, self.aspect.light(number)):
            for box in found.boxes(sentence):
                self.painter.fillRect(box.translated(at).adjusted(-2, 0, 2, 0), colour)
        if relation in UNPAIRED:
            ink, ends = QColor(self.theme.ink(relation)), self.spread.ends(side, sentence, sentence)
            self._ribbons.cap(side, ends, ink, thick=4)
            self._ribbons.glyph(side, ends, GLYPHS[relation], ink)

    def _washes(self, relation: Relation, light: Light) -> list[QColor]:
        washes = [QColor(self.theme.paraphrased_wash)] if relation is Relation.PARAPHRASED else []
        return [*washes, _thin(self.theme.text, LIT)] if light else washes

    def _outline(self, side: Side, found: Set, at: QPointF) -> None:
        """Draw a line around what is chosen: a wash alone could be taken for the fill of a new sentence."""
        area = QPainterPath()
        for sentence in found.flowed.block.sentences:
            if self.aspect.light(self.spread.passage(side, sentence)) is Light.CHOSEN:
                for box in found.boxes(sentence):
                    area.addRect(box.translated(at).adjusted(-3, 0.5, 3, 0.5))
        if not area.isEmpty():
            self.painter.setBrush(Qt.BrushStyle.NoBrush)
            self.painter.setPen(QPen(QColor(self.theme.accent), 1.3))
            self.painter.drawPath(area.simplified())

    def _highlights(self, side: Side, found: Set, at: QPointF) -> None:
        for span, is_current in self.aspect.found(side, self._whole(side, found)):
            place = found.flowed.shown.text.clip(span)
            for box in found.cell.boxes(*place) if place else ():
                self.painter.fillRect(box.translated(at), _thin(self.theme.accent, CURRENT_HIT if is_current else HIT))

    def _hits(self, side: Side, found: Set) -> list[FoundStretch]:
        places = ((found.flowed.shown.text.clip(span), current) for span, current in self.aspect.hits(side, self._whole(side, found)))
        return [(*place, current) for place, current in places if place]

    def _whole(self, side: Side, found: Set) -> Span:
        sentences, block = self.spread.articles[side].document.sentences, found.flowed.block
        return Span(sentences[block.first].start, sentences[block.end - 1].end)

    def _is_hidden(self, side: Side, sentence: int) -> bool:
        return self.aspect.filtered and self.spread.row_of(side, sentence) is None

    def _faded(self, side: Side, found: Set) -> list[QTextLayout.FormatRange]:
        """Set back what a filter would hide: in flowing text it stays, or the rest could not be read."""
        if not self.aspect.filtered:
            return []
        form = QTextCharFormat()
        form.setForeground(QBrush(QColor(self.theme.muted)))
        hidden = [sentence for sentence in found.flowed.block.sentences if self._is_hidden(side, sentence)]
        return [format_range(*found.cell.selected(*found.flowed.span_of(sentence)), form) for sentence in hidden]

    def _selected(self, side: Side, found: Set) -> list[QTextLayout.FormatRange]:
        chosen = self.aspect.selection
        if not chosen or chosen.side is not side:
            return []
        return self._rows.selected(found.cell, chosen.within(found.number, len(found.flowed.shown.text.text)))

    def _bullet(self, found: Set, at: QPointF) -> None:
        line = found.cell.layout.lineAt(0)
        self.painter.setFont(found.cell.layout.font())
        self.painter.setPen(QColor(self.theme.muted))
        page = self.spread.page
        inward = page.width - page.indent + 6 * page.unit if found.cell.right_to_left else -page.indent
        self.painter.drawText(QPointF(at.x() + inward, at.y() + line.y() + line.ascent()), BULLET)

    def _number(self, side: Side, sentence: int) -> None:
        """Write in the outer margin where the sentence under the mouse stands, level with its first line."""
        spread, unit = self.spread, self.spread.page.unit
        found = spread.set(side, int(spread.articles[side].block_of[sentence]))
        boxes = found.boxes(sentence)
        if not boxes:
            return
        words = numbers_words(spread.articles[side].document, (sentence,))
        metrics, gap, left = QFontMetricsF(spread.page.type.small), 10 * unit, spread.page.text(side)
        room = spread.page.text(Side.ORIGINAL) - gap - spread.page.left - 4
        self.painter.setFont(spread.page.type.small)
        self.painter.setPen(QColor(self.theme.muted))
        for line, part in enumerate([words] if metrics.horizontalAdvance(words) <= room else words.split(BETWEEN)):
            x = left - gap - metrics.horizontalAdvance(part) if side is Side.ORIGINAL else left + spread.page.width + gap
            middle = spread.corner(side, found).y() + boxes[0].center().y() + line * found.cell.advance
            self.painter.drawText(QPointF(x, middle + metrics.ascent() / 2 - metrics.descent() / 2), part)


def _thin(colour: str, opacity: float) -> QColor:
    made = QColor(colour)
    made.setAlphaF(opacity)
    return made
