"""The rows of the HTML report: a passage's two sides level with each other, its words marked; long runs folded until they are opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rewritediff.core.comparison import Comparison
from rewritediff.core.folding import Stretch, stretches
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Relation, Role, Side, Strength
from rewritediff.exporters.html_words import language, words
from rewritediff.exporters.marks import Mark, Marker, Piece
from rewritediff.exporters.reading_order import begins_paragraph
from rewritediff.wording import (
    DOUBTFUL,
    GAPS,
    GLYPHS,
    MOVED_GLYPH,
    continues,
    doubt_said,
    fold_beginning,
    fold_words,
    left_for,
    moved_from,
    passage_title,
    sentence_case,
    shape_mark,
    shape_words,
)

TAGS = {
    Mark.REMOVED: ("<del>", "</del>"),
    Mark.ADDED: ("<ins>", "</ins>"),
    Mark.MOVED: ('<span class="within">', "</span>"),
    Mark.TERM: ("<b>", "</b>"),
    Mark.PLAIN: ("", ""),
}

COLUMNS = '<colgroup><col><col class="middle"><col></colgroup>'


def html_rows(comparison: Comparison) -> Iterator[str]:
    """Write each row of the comparison as a row of a table, and each long run of a kind as one row that opens."""
    writer = _Writer(comparison)
    before: Row | None = None
    for stretch in stretches(comparison):
        written = []
        for row in stretch:
            written.append(writer.row(row, begins=before is None or begins_paragraph(comparison, before, row)))
            before = row
        yield _fold(comparison, stretch, written) if len(stretch) > 1 else written[0]


def _fold(comparison: Comparison, stretch: Stretch, written: Iterable[str]) -> str:
    """Put rows into a table of their own, folded under a line that counts them."""
    relation = comparison.passages[stretch[0].passage].relation
    said = f"<b>{words(fold_words(comparison, stretch))}</b> {words(fold_beginning(comparison, stretch))}"
    line = f'<summary><span class="glyph" aria-hidden="true">{GLYPHS[relation]}</span>{said}</summary>'
    rows = f'<table role="table">{COLUMNS}<tbody role="rowgroup">{"".join(written)}</tbody></table>'
    return (
        f'<tr role="row" class="fold {relation.value}"><td role="cell" class="none" colspan="3"><details>{line}{rows}</details></td></tr>'
    )


class _Writer:
    """Hold what every row needs to know."""

    __slots__ = ("_comparison", "_marker")

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._marker = Marker(comparison, findings=True)

    def row(self, row: Row, *, begins: bool) -> str:
        passage = self._comparison.passages[row.passage]
        classes = [passage.relation.value if row.kind is not RowKind.LEFT else "left"]
        if passage.moved and row.kind is RowKind.PASSAGE:
            classes.append("moved")
        if begins:
            classes.append("begins")
        where = {RowKind.PASSAGE: f' id="p{row.passage}"', RowKind.LEFT: f' id="left{row.passage}"'}.get(row.kind, "")
        cells = (self._cell(row, Side.ORIGINAL), self._middle(row), self._cell(row, Side.REWRITE))
        return f'<tr role="row"{where} class="{" ".join(classes)}">{"".join(cells)}</tr>'

    def _middle(self, row: Row) -> str:
        passage = self._comparison.passages[row.passage]
        shape = shape_mark(passage) if row.kind is RowKind.PASSAGE else ""
        shown = f'<span class="shape" title="{words(shape_words(passage))}" aria-hidden="true">{words(shape)}</span>' if shape else ""
        return f'<td role="cell" class="middle">{shown}{self._doubt(row)}</td>'

    def _doubt(self, row: Row) -> str:
        """Label a doubtful passage; its tooltip says what came close too, and a click leads there."""
        if row.kind is not RowKind.PASSAGE or not self._comparison.is_doubtful(row.passage):
            return ""
        said = doubt_said(self._comparison, row.passage)
        label = DOUBTFUL if said.passage is None else f'<a href="#p{said.passage}">{DOUBTFUL}</a>'
        return f'<span class="doubt" lang="en" dir="ltr" title="{words(sentence_case(str(said)))}">{label}</span>'

    def _cell(self, row: Row, side: Side) -> str:
        if row.kind is RowKind.LEFT:
            return self._left(row) if side is Side.ORIGINAL else '<td role="cell"></td>'
        if not row.sentences(side):
            return self._gap(row, side)
        glyph = self._glyph(row)
        spoken = self._spoken(row, side)
        origin = language(self._comparison.documents[side])
        return f'<td role="cell"{origin}>{glyph}{spoken}{"".join(self._paragraphs(row, side))}</td>'

    def _glyph(self, row: Row) -> str:
        relation = self._comparison.passages[row.passage].relation
        return f'<span class="glyph" aria-hidden="true">{GLYPHS[relation]}</span>' if relation is not Relation.SAME else ""

    def _spoken(self, row: Row, side: Side) -> str:
        """Say once a row, to those who hear the page, what became of the passage."""
        first = next(each for each in Side if row.sentences(each))
        if side is not first or row.kind is not RowKind.PASSAGE:
            return ""
        return f'<span class="spoken" lang="en">{words(passage_title(self._comparison, row.passage))}. </span>'

    def _left(self, row: Row) -> str:
        said = words(left_for(self._comparison, self._comparison.passages[row.passage]))
        return f'<td role="cell" class="small"><p><a href="#p{row.passage}">{MOVED_GLYPH} {said}</a></p></td>'

    def _gap(self, row: Row, side: Side) -> str:
        if row.kind is not RowKind.CONTINUED:
            return f'<td role="cell" class="small"><p>{GAPS[side]}</p></td>'
        said = words(continues(self._comparison, self._comparison.passages[row.passage], row))
        return f'<td role="cell" class="small"><p><a href="#p{row.passage}">{said}</a></p></td>'

    def _paragraphs(self, row: Row, side: Side) -> Iterator[str]:
        sentences = self._comparison.documents[side].sentences
        begins = self._came_from(row, side)
        for _, group in groupby(row.sentences(side), key=lambda k: sentences[k].paragraph):
            inside = " ".join(self._sentence(row, side, k) for k in group)
            yield f'<p dir="auto">{begins}{inside}</p>'
            begins = ""

    def _came_from(self, row: Row, side: Side) -> str:
        passage = self._comparison.passages[row.passage]
        if not passage.moved or side is not Side.ORIGINAL or row.kind is not RowKind.PASSAGE:
            return ""
        said = words(moved_from(self._comparison, passage))
        return f'<span class="from" lang="en" dir="ltr"><a href="#left{row.passage}">{MOVED_GLYPH} {said}</a></span>'

    def _sentence(self, row: Row, side: Side, sentence: int) -> str:
        role = self._comparison.documents[side].sentences[sentence].role
        pieces = groupby(self._marker.pieces(side, sentence), key=lambda piece: piece.strength)
        text = "".join(_pointed_at(strength, "".join(map(_piece, group))) for strength, group in pieces)
        if self._comparison.passages[row.passage].relation in (Relation.OMITTED, Relation.INSERTED):
            text = f"<mark>{text}</mark>"
        return text if role in (Role.BODY, Role.CELL, Role.LIST_ITEM) else f'<span class="{role.value}">{text}</span>'


def _piece(piece: Piece) -> str:
    before, after = TAGS[piece.mark]
    return f"{before}{words(piece.text)}{after}"


def _pointed_at(strength: Strength | None, written: str) -> str:
    """Put one wave around adjoining pieces: cut at each of their marks it would be broken."""
    return written if strength is None else f'<span class="{strength.value}">{written}</span>'
