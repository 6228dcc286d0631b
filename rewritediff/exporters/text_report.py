"""A comparison as text for a terminal: the answers first, then the passages, side by side where there is room for two columns.

Colours only where asked for; without them the marks are still read: [-gone-] {+come+} [~moved within~]. Long runs of unchanged, dropped
or new sentences take one line each, unless all of them are asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rewritediff.core.comparison import Comparison
from rewritediff.core.folding import Stretch, stretches
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.section_matches import SectionMatch
from rewritediff.core.values import Finding, Passage, Relation, Side, Strength
from rewritediff.exporters.finding_lists import bent, by_gravity, finding_sentence
from rewritediff.exporters.marks import Mark, Marker
from rewritediff.exporters.reading_order import begins_paragraph
from rewritediff.exporters.section_lists import moved_sections, sections_without_counterpart, sentences_alone
from rewritediff.exporters.text_lines import Line, Styled, drawn, padded, set_in_lines, width_of
from rewritediff.wording import (
    DOUBT_SIGN,
    FOLDED,
    GAPS,
    GLYPHS,
    MOVED_GLYPH,
    SIDES,
    STRENGTHS,
    answer,
    continues,
    copied_words,
    counted,
    coverage_words,
    document_words,
    doubt_said,
    finding_message,
    fold_beginning,
    fold_words,
    left_for,
    moved_from,
    notices_of,
    pairing_mark,
    passage_title,
    place,
    section_words,
    sections_answer,
    sentence_case,
    short_place,
)

SIDE_BY_SIDE_FROM = 96
"""Columns from which two columns of prose of about 40 characters fit beside each other; narrower ones are tiring to read."""
LISTED = 10
"""Dropped or new sentences, and findings worth a look, listed before the passages; the rest is counted."""
CHECKS_LISTED = 50
"""Findings to check that are listed: what a person reads in one sitting."""
MIDDLE = 7
"""Columns between the sides: a shape such as "12→3" with space around it."""

STRENGTH_SIGNS = {Strength.CHECK: "!", Strength.LOOK: "·"}
BOLD, DIM, CHECK = "1", "2", "35"
RELATION_CODES = {Relation.SAME: DIM, Relation.EDITED: "", Relation.PARAPHRASED: "33", Relation.OMITTED: "31", Relation.INSERTED: "94"}
MARK_CODES = {Mark.PLAIN: "", Mark.REMOVED: "4;31", Mark.ADDED: "4;94", Mark.MOVED: "4;35", Mark.TERM: BOLD}
MARK_SIGNS = {Mark.REMOVED: ("[-", "-]"), Mark.ADDED: ("{+", "+}"), Mark.MOVED: ("[~", "~]")}


@dataclass(frozen=True, slots=True)
class Look:
    """Say how wide the text may be, in columns, whether it is coloured, and whether long runs are shown whole."""

    width: int = 120
    colours: bool = False
    whole: bool = False


def export(comparison: Comparison, look: Look = Look()) -> str:
    """Write the report."""
    return "\n".join(line.rstrip() for line in _Report(comparison, look).lines()) + "\n"


class _Report:
    """Hold what every line of the report needs to know."""

    __slots__ = ("_comparison", "_look", "_marker")

    def __init__(self, comparison: Comparison, look: Look) -> None:
        self._comparison = comparison
        self._look = look
        self._marker = Marker(comparison)

    def lines(self) -> Iterator[str]:
        yield from self._heads()
        yield from self._wrapped(str(answer(self._comparison)), BOLD)
        yield from self._sections()
        yield from self._wrapped(sentence_case(copied_words(self._comparison)) + ".", "")
        yield from self._list("What was dropped", Side.ORIGINAL)
        yield from self._list("What was invented", Side.REWRITE)
        yield from self._bent()
        yield ""
        yield from self._passages()

    def _heads(self) -> Iterator[str]:
        for side in Side:
            document = self._comparison.documents[side]
            name = f"{document.name}, " if document.name else ""
            yield from self._hanging(f"{SIDES[side]:<10}", [Styled(f"{name}{document_words(document)}")])
        for side_name, words in notices_of(self._comparison):
            yield from self._wrapped(f"Notice: {side_name}{': ' if side_name else ''}{words}", "")
        yield ""

    def _list(self, heading: str, side: Side) -> Iterator[str]:
        relation = Relation.OMITTED if side is Side.ORIGINAL else Relation.INSERTED
        sections = list(sections_without_counterpart(self._comparison, side))
        found = by_gravity(self._comparison, side, sentences_alone(self._comparison, side))
        yield ""
        yield self._styled(heading, BOLD)
        if not found and not sections:
            yield "  nothing"
        for match in sections:
            yield from self._section(GLYPHS[relation], match, RELATION_CODES[relation])
        document = self._comparison.documents[side]
        for k in found[:LISTED]:
            said = [Styled(f"{place(document, k)}: ", self._codes(DIM)), Styled(document.quote(k), self._codes(RELATION_CODES[relation]))]
            yield from self._hanging(f"  {GLYPHS[relation]} ", said)
        if len(found) > LISTED:
            yield f"  and {len(found) - LISTED:,} more"

    def _sections(self) -> Iterator[str]:
        if said := sections_answer(self._comparison):
            yield from self._wrapped(said, "")
        for match in moved_sections(self._comparison):
            yield from self._section(MOVED_GLYPH, match, "")

    def _section(self, glyph: str, match: SectionMatch, codes: str) -> Iterator[str]:
        yield from self._hanging(f"  {glyph} ", [Styled(section_words(self._comparison, match), self._codes(codes))])

    def _bent(self) -> Iterator[str]:
        yield ""
        yield self._styled("What was bent", BOLD)
        found = {strength: bent(self._comparison, strength) for strength in Strength}
        for strength, most in ((Strength.CHECK, CHECKS_LISTED), (Strength.LOOK, LISTED)):
            shown = found[strength] if self._look.whole else found[strength][:most]
            for finding in shown:
                yield from self._hanging(f"  {STRENGTH_SIGNS[strength]} ", self._finding(finding))
            if len(shown) < len(found[strength]):
                left = f"and {len(found[strength]) - len(shown):,} more {STRENGTHS[strength].lower()} (--all lists them)"
                yield from self._hanging("  ", [Styled(left)])
        if found[Strength.NOTE]:
            notes = f"{counted(len(found[Strength.NOTE]), 'note')} of little weight (the JSON report has them)"
            yield from self._hanging("  ", [Styled(notes)])
        if not any(found.values()) and self._comparison.coverage.checked:
            yield "  nothing found to check"
        yield from self._hanging("  ", [Styled(coverage_words(self._comparison.coverage))])

    def _finding(self, finding: Finding) -> list[Styled]:
        where = finding_sentence(self._comparison, finding)
        codes = self._codes(CHECK if finding.strength is Strength.CHECK else "")
        message = Styled(finding_message(finding), codes)
        if where is None:
            return [message]
        side, sentence = where
        return [Styled(f"{short_place(self._comparison.documents[side], sentence, side)}: ", self._codes(DIM)), message]

    def _passages(self) -> Iterator[str]:
        beside = self._look.width >= SIDE_BY_SIDE_FROM
        if beside:
            yield from self._beside("  ", [Styled("Original", self._codes(BOLD))], "", "  ", [Styled("Rewrite", self._codes(BOLD))])
        before: Row | None = None
        folded = False
        for stretch in self._stretches():
            folds = len(stretch) > 1
            folded |= folds
            if folds or not beside or before is None or begins_paragraph(self._comparison, before, stretch[0]):
                yield ""
            yield from self._fold(stretch) if folds else self._row_beside(stretch[0]) if beside else self._row_below(stretch[0])
            before = None if folds else stretch[0]
        if folded:
            yield ""
            yield from self._wrapped(FOLDED, DIM)

    def _stretches(self) -> Iterator[Stretch]:
        return ((row,) for row in self._comparison.rows()) if self._look.whole else stretches(self._comparison)

    def _fold(self, rows: Stretch) -> Iterator[str]:
        said = f"[{fold_words(self._comparison, rows)}: {fold_beginning(self._comparison, rows)}]"
        yield from self._hanging(self._glyph(rows[0]), [Styled(said, self._codes(DIM))])

    def _row_beside(self, row: Row) -> Iterator[str]:
        mark = pairing_mark(self._comparison, row.passage) if row.kind is RowKind.PASSAGE else ""
        glyphs = [self._glyph(row) if row.sentences(side) and row.kind is not RowKind.LEFT else "" for side in Side]
        cells = [self._cell(row, side) for side in Side]
        yield from self._beside(glyphs[0], cells[0], mark, glyphs[1], cells[1])
        yield from self._doubt(row)

    def _row_below(self, row: Row) -> Iterator[str]:
        passage = self._comparison.passages[row.passage]
        if row.kind is RowKind.LEFT:
            yield from self._hanging(f"{MOVED_GLYPH} ", self._cell(row, Side.ORIGINAL))
            return
        if passage.relation is Relation.SAME and row.kind is RowKind.PASSAGE:
            yield from self._hanging(self._glyph(row), [*self._came_from(passage), *self._words(row, Side.REWRITE)])
            yield from self._doubt(row)
            return
        title = (
            passage_title(self._comparison, row.passage)
            if row.kind is RowKind.PASSAGE
            else sentence_case(continues(self._comparison, passage, row))
        )
        yield from self._hanging(self._glyph(row), [Styled(title, self._codes(DIM))])
        for side, sign in ((Side.ORIGINAL, "  − "), (Side.REWRITE, "  + ")):
            if row.sentences(side):
                yield from self._hanging(sign, self._words(row, side))
        yield from self._doubt(row)

    def _doubt(self, row: Row) -> Iterator[str]:
        """Say below a doubtful passage what came close too."""
        if row.kind is RowKind.PASSAGE and self._comparison.is_doubtful(row.passage):
            said = doubt_said(self._comparison, row.passage)
            yield from self._hanging(f"{DOUBT_SIGN} ", [Styled(str(said), self._codes(DIM))])

    def _glyph(self, row: Row) -> str:
        passage = self._comparison.passages[row.passage]
        return self._styled(GLYPHS[passage.relation], RELATION_CODES[passage.relation]) + " "

    def _cell(self, row: Row, side: Side) -> list[Styled]:
        """Give the words of one side of a row, or the small words that stand where there are none."""
        passage = self._comparison.passages[row.passage]
        dim = self._codes(DIM)
        if row.kind is RowKind.LEFT:
            return [Styled(f"({left_for(self._comparison, passage)})", dim)] if side is Side.ORIGINAL else []
        if not row.sentences(side):
            return [Styled(f"({continues(self._comparison, passage, row) if row.kind is RowKind.CONTINUED else GAPS[side]})", dim)]
        return [*(self._came_from(passage) if side is Side.ORIGINAL else ()), *self._words(row, side)]

    def _came_from(self, passage: Passage) -> list[Styled]:
        return [Styled(f"({moved_from(self._comparison, passage)}) ", self._codes(DIM))] if passage.moved else []

    def _words(self, row: Row, side: Side) -> Iterator[Styled]:
        relation = self._comparison.passages[row.passage].relation
        whole = RELATION_CODES[relation] if relation in (Relation.OMITTED, Relation.INSERTED) else ""
        for sentence in row.sentences(side):
            for piece in self._marker.pieces(side, sentence):
                before, after = MARK_SIGNS.get(piece.mark, ("", "")) if not self._look.colours else ("", "")
                yield Styled(before + piece.text + after, self._codes(MARK_CODES[piece.mark] or whole))
            yield Styled(" ")

    def _beside(self, glyph: str, left: Iterable[Styled], middle: str, other_glyph: str, right: Iterable[Styled]) -> Iterator[str]:
        columns = (self._look.width - MIDDLE - 4) // 2
        lefts, rights = set_in_lines(left, columns), set_in_lines(right, columns)
        for k in range(max(len(lefts), len(rights))):
            first = k == 0
            yield "".join(
                (
                    (glyph if first else "") or "  ",
                    padded(lefts[k] if k < len(lefts) else (), columns),
                    self._styled(f"{middle:^{MIDDLE}}", DIM) if first and middle else " " * MIDDLE,
                    (other_glyph if first else "") or "  ",
                    drawn(rights[k] if k < len(rights) else ()),
                )
            )

    def _hanging(self, sign: str, parts: Iterable[Styled]) -> Iterator[str]:
        """Set words beside a sign, further lines as far in as the first."""
        indent = width_of(sign)
        for k, line in enumerate(set_in_lines(parts, max(self._look.width - indent, 20))):
            yield (sign if k == 0 else " " * indent) + drawn(line)

    def _wrapped(self, text: str, codes: str) -> Iterator[str]:
        return (drawn(line) for line in set_in_lines([Styled(text, self._codes(codes))], self._look.width))

    def _styled(self, text: str, codes: str) -> str:
        line: Line = (Styled(text, self._codes(codes)),)
        return drawn(line)

    def _codes(self, codes: str) -> str:
        return codes if self._look.colours else ""
