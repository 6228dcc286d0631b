"""What the *copied* view shows of a comparison: the runs taken over word for word, where they stand, and how much they are. Knows no Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import CopiedPart, CopiedRun, Document, Relation, Side, Sides, Span
from rewritediff.gui.row_content import RowContent, RowSide, content_of
from rewritediff.gui.row_folds import NO_FOLDS, Folds, folds_without_copies
from rewritediff.gui.row_marks import Run, RunKind
from rewritediff.wording.copying import CopiedFigures, copied_figures, merged

LEAST_WORDS, MOST_WORDS = 3, 20
"""Two equal words in a row are found everywhere; whole sentences have some twenty."""

Extents = npt.NDArray[np.float64]
"""For each painted stretch the place of its row, where it begins and ends in rows (12.5 is the middle of row 12), 1 where it is quoted."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Mark what some run covers of one side's text, inside quotation marks or outside."""

    span: Span
    quoted: bool


@dataclass(frozen=True, slots=True, eq=False)
class Copied:
    """Hold the runs of one comparison, of at least so many words, and what follows from them."""

    comparison: Comparison | None
    words: int
    runs: tuple[CopiedRun, ...]
    """In the order of the rewrite."""
    figures: CopiedFigures
    stretches: Sides[tuple[Stretch, ...]]
    """In the order of each text, none overlapping."""
    places: tuple[int, ...]
    """For each run the place of the row, among all rows, in which it begins in the rewrite."""
    extents: Sides[Extents]
    folds: Folds
    """Long runs of rows in which nothing was copied."""


_NOWHERE: Extents = np.zeros((0, 4))
LOOKING = Copied(None, 0, (), CopiedFigures(), Sides((), ()), (), Sides(_NOWHERE, _NOWHERE), NO_FOLDS)
"""What is known while the runs are being looked for."""


def copied_of(comparison: Comparison, rows: Sequence[Row], words: int) -> Copied:
    """Find the runs of at least so many words and where they stand (20,000 sentences a side: 2.4 s)."""
    runs = comparison.copied(words)
    documents = comparison.documents
    stretches = Sides(_flat(runs, Side.ORIGINAL), _flat(runs, Side.REWRITE))
    known = Sides(*(_places(rows, side, len(documents[side].sentences)) for side in Side))
    starts = [sentence.start for sentence in documents.rewrite.sentences]
    places = tuple(known.rewrite[max(0, bisect_right(starts, run.rewrite.start) - 1)] for run in runs)
    extents = Sides(*(_extents(documents[side], rows, side, known[side], stretches[side]) for side in Side))
    touched = {int(place) for side in extents for place in side[:, 0]}
    folds = folds_without_copies(comparison, rows, touched) if runs else NO_FOLDS
    return Copied(comparison, words, runs, copied_figures(comparison, runs), stretches, places, extents, folds)


def span_of(run: CopiedRun | CopiedPart, side: Side) -> Span:
    """Give where a run, or a part of one, stands on one side."""
    return run.original if side is Side.ORIGINAL else run.rewrite


def copied_content(comparison: Comparison, row: Row, copied: Copied) -> RowContent:
    """Work out what a row shows in the copied view: plain text, and the copied runs."""
    plain = content_of(comparison, row, lambda _: (), word_marks=False, typography=False)
    sides = Sides(*(_side(plain, side, copied) for side in Side))
    return replace(plain, relation=Relation.SAME, sides=sides, pill="", plain=False)


def _side(plain: RowContent, side: Side, copied: Copied) -> RowSide:
    shown = plain.sides[side]
    if not shown.text.text:
        gap = plain.row.kind is RowKind.PASSAGE
        return replace(shown, label="", glyph="") if gap else shown
    text = shown.text
    end = text.to_document(len(text.text))
    found = _within(copied.stretches[side], Span(text.document[0], end))
    places = ((text.clip(stretch.span), RunKind.QUOTED if stretch.quoted else RunKind.COPIED) for stretch in found)
    return replace(shown, runs=tuple(Run(*place, kind) for place, kind in places if place), glyph="")


def _within(stretches: Sequence[Stretch], span: Span) -> Iterator[Stretch]:
    """Give the stretches that touch a span."""
    at = bisect_right(stretches, span.start, key=lambda stretch: stretch.span.end)
    while at < len(stretches) and stretches[at].span.start < span.end:
        yield stretches[at]
        at += 1


def _flat(runs: Sequence[CopiedRun], side: Side) -> tuple[Stretch, ...]:
    """Lay the parts of runs side by side: what was taken over twice is painted once, and as quoted only where it always is."""
    parts = [part for run in runs for part in run.parts]
    openly = merged(span_of(part, side) for part in parts if not part.quoted)
    quoted = merged(span_of(part, side) for part in parts if part.quoted)
    found = [Stretch(span, quoted=False) for span in openly]
    found += [Stretch(span, quoted=True) for span in _without(quoted, openly)]
    return tuple(sorted(found, key=lambda stretch: stretch.span))


def _without(spans: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Cut other spans out of some; both are in order and do not overlap among themselves."""
    at = 0
    for span in spans:
        start = span.start
        while at < len(others) and others[at].end <= start:
            at += 1
        k = at
        while k < len(others) and others[k].start < span.end:
            if start < others[k].start:
                yield Span(start, others[k].start)
            start = max(start, others[k].end)
            k += 1
        if start < span.end:
            yield Span(start, span.end)


def _places(rows: Sequence[Row], side: Side, count: int) -> list[int]:
    """For each sentence of a side give the place of the row that shows it."""
    places = [0] * count
    for place, row in enumerate(rows):
        if row.kind is not RowKind.LEFT:
            for sentence in row.sentences(side):
                places[sentence] = place
    return places


def _extents(document: Document, rows: Sequence[Row], side: Side, places: Sequence[int], stretches: Sequence[Stretch]) -> Extents:
    """Say where stretches stand in rows, each cut at the rows that it runs through."""
    sentences = document.sentences
    starts = [sentence.start for sentence in sentences]
    found: list[tuple[float, ...]] = []
    for stretch in stretches:
        at = max(0, bisect_right(starts, stretch.span.start) - 1)
        while at < len(sentences) and starts[at] < stretch.span.end:
            run = rows[places[at]].sentences(side)
            first, last = starts[run[0]], sentences[run[-1]].end
            begin, end = (max(0.0, min((edge - first) / (last - first), 1.0)) for edge in (stretch.span.start, stretch.span.end))
            found.append((places[at], places[at] + begin, places[at] + end, stretch.quoted))
            at = run[-1] + 1
    return np.array(found, dtype=np.float64).reshape(-1, 4)
