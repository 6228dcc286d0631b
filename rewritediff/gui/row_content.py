"""The content of one row: the texts, marks, glyphs and small words of both sides."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.marking import UNMARKED, term_spans, without_asides
from rewritediff.core.values import Change, Document, Edit, Passage, Relation, Role, Sentence, Shape, Side, Sides
from rewritediff.gui.row_marks import Run, RunKind, Wave, runs_of_edits, runs_of_invisible, runs_of_terms
from rewritediff.gui.row_text import NOTHING, ShownText, shown_text
from rewritediff.wording.labels import GAPS, GLYPHS, MOVED_GLYPH
from rewritediff.wording.pairing import pairing_mark
from rewritediff.wording.passages import continues, left_for, moved_from
from rewritediff.wording.sections import section_label

_GLYPHS = {**GLYPHS, Relation.SAME: ""}
"""Unchanged text is plain: it has no glyph in the view."""


LISTED = (Role.LIST_ITEM, Role.CELL)


@dataclass(frozen=True, slots=True)
class RowSide:
    """Hold what a row shows on one side."""

    text: ShownText = NOTHING
    runs: tuple[Run, ...] = ()
    role: Role = Role.BODY
    opens: bool = False
    """It begins a paragraph."""
    spaced: bool = False
    """It begins a paragraph that stands apart from the one before; the items of one list do not."""
    glyph: str = ""
    label: str = ""
    """Small words above the text, or in its place where there is none."""
    waves: tuple[Wave, ...] = ()
    """The words that findings are about."""
    unread: tuple[int, ...] = ()
    """Where passages begin that a reader should read for themselves, because finding nothing in them says little."""


@dataclass(frozen=True, slots=True)
class FoldLine:
    """Hold the words of the line that stands for a long run of rows, and under which side's head they stand."""

    key: int
    counts: str
    beginning: str
    side: Side
    is_open: bool


@dataclass(frozen=True, slots=True)
class RowContent:
    """Hold what a row shows."""

    row: Row
    relation: Relation
    shape: Shape
    moved: bool
    sides: Sides[RowSide]
    pill: str
    """The passage's sizes where it is not one to one, and a sign where its pairing is doubtful, as in 1→2?."""
    plain: bool
    """It shares too little for word marks: its key terms stand out instead."""
    fold: FoldLine | None = None
    """The line that it shows in place of sentences."""

    @property
    def spaced(self) -> bool:
        """Tell whether a paragraph that stands apart begins on either side."""
        return self.sides.original.spaced or self.sides.rewrite.spaced

    @property
    def labelled(self) -> bool:
        """Tell whether small words stand above a text."""
        return any(side.label and side.text.text for side in self.sides)


Edits = Callable[[int], tuple[Edit, ...]]
"""Compare the words of the passage with this number."""
Marks = Callable[[Side, ShownText], tuple[Run, ...]]
"""Find the runs to mark in the text of one side."""


def content_of(comparison: Comparison, row: Row, edits: Edits, *, word_marks: bool, typography: bool) -> RowContent:
    """Work out what a row shows; the edits of its passage are asked for only where words are marked."""
    passage = comparison.passages[row.passage]
    plain, marks = _UNMARKED
    if row.kind is not RowKind.LEFT and word_marks:
        plain, marks = _marks(comparison, row.passage, edits, typography=typography)
    sides = Sides(*(_side(comparison, row, passage, side, marks) for side in Side))
    first = row.kind is RowKind.PASSAGE
    return RowContent(
        row, passage.relation, passage.shape, passage.moved, sides, pairing_mark(comparison, row.passage) if first else "", plain
    )


def _no_marks(_side: Side, _text: ShownText) -> tuple[Run, ...]:
    return ()


_UNMARKED: tuple[bool, Marks] = (False, _no_marks)


def _marks(comparison: Comparison, number: int, edits: Edits, *, typography: bool) -> tuple[bool, Marks]:
    """Choose between word marks, key terms and nothing at all."""
    relation = comparison.passages[number].relation
    if relation in (Relation.OMITTED, Relation.INSERTED) or (relation is Relation.SAME and not typography):
        return _UNMARKED
    texts = comparison.texts
    marking, spans = comparison.marking(number, edits(number)), comparison.spans(number)
    if (terms := marking.terms) is not None:
        return True, lambda side, text: runs_of_terms(term_spans(texts[side], spans[side], terms), text)
    found = marking.edits if typography else without_asides(marking.edits, texts)
    hidden = (Change.KEPT,) if typography else UNMARKED
    shown = tuple(edit for edit in found if edit.change not in hidden)
    return False, lambda side, text: runs_of_edits(shown, side, texts[side], text)


def _side(comparison: Comparison, row: Row, passage: Passage, side: Side, marks: Marks) -> RowSide:
    document, sentences = comparison.documents[side], row.sentences(side)
    if not sentences or row.kind is RowKind.LEFT:
        spaced = bool(sentences) and _spaced(document, sentences[0])
        return RowSide(label=_gap_label(comparison, row, passage, side), glyph=MOVED_GLYPH if sentences else "", spaced=spaced)
    text = shown_text(document, sentences)
    whole = passage.relation in (Relation.OMITTED, Relation.INSERTED)
    return RowSide(
        text,
        ((Run(0, len(text.text), RunKind.WHOLE),) if whole else marks(side, text)) + runs_of_invisible(text),
        _role(document, sentences),
        begins_paragraph(document, sentences[0]),
        _spaced(document, sentences[0]),
        MOVED_GLYPH if passage.moved else _GLYPHS[passage.relation],
        moved_from(comparison, passage) if passage.moved and side is Side.ORIGINAL else "",
    )


def _spaced(document: Document, sentence: int) -> bool:
    return stands_apart(document.sentences[sentence - 1] if sentence else None, document.sentences[sentence])


def _gap_label(comparison: Comparison, row: Row, passage: Passage, side: Side) -> str:
    if row.kind is RowKind.LEFT:
        return left_for(comparison, passage) if side is Side.ORIGINAL else ""
    if row.kind is RowKind.CONTINUED:
        return continues(comparison, passage, row) if passage.sentences(side) else ""
    return section_label(comparison, passage) or GAPS[side]


def begins_paragraph(document: Document, sentence: int) -> bool:
    """Tell whether a sentence is the first of its paragraph."""
    return sentence == 0 or document.sentences[sentence - 1].paragraph != document.sentences[sentence].paragraph


def stands_apart(before: Sentence | None, sentence: Sentence) -> bool:
    """Tell whether a sentence, seen beside the one before it, begins a paragraph with free space above."""
    if before is None:
        return True
    return before.paragraph != sentence.paragraph and not (sentence.role is before.role and sentence.role in LISTED)


def _role(document: Document, sentences: tuple[int, ...]) -> Role:
    """Give the role that all of some sentences have, else body."""
    roles = {document.sentences[k].role for k in sentences}
    return roles.pop() if len(roles) == 1 else Role.BODY
