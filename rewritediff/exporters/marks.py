"""What is marked inside a passage's sentences: words gone, come or moved; or, where little was kept, only the terms both sides share.

A sentence is cut into pieces that carry one mark each; how a mark looks is each exporter's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from rewritediff.core.comparison import Comparison
from rewritediff.core.marking import term_spans, trimmed, without_asides
from rewritediff.core.values import Change, Edit, Relation, Side, Sides, Span, Strength


class Mark(Enum):
    """Say how a piece of a sentence is marked."""

    PLAIN = "plain"
    REMOVED = "removed"
    ADDED = "added"
    MOVED = "moved"
    TERM = "term"


MARKS = {Change.REMOVED: Mark.REMOVED, Change.ADDED: Mark.ADDED, Change.MOVED: Mark.MOVED}
"""Kept words are plain, and so are typographic differences: they are quiet."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a run of a sentence's characters under one mark."""

    text: str
    mark: Mark
    strength: Strength | None = None
    """What the gravest finding about it asks of a reader; None where there is none, or only a note."""


Pieces = tuple[Piece, ...]
Marked = tuple[Span, Mark]


class Marker:
    """Give the marked pieces of the sentences of a comparison, with the words of findings where asked for.

    It remembers the passage asked for last, since rows come in runs of one.
    """

    __slots__ = ("_comparison", "_findings", "_last", "_marked")

    def __init__(self, comparison: Comparison, *, findings: bool = False) -> None:
        self._comparison = comparison
        self._findings = findings
        self._last = -1
        self._marked: Sides[list[Marked]] = Sides([], [])

    def pieces(self, side: Side, sentence: int) -> Pieces:
        """Cut a sentence into marked pieces; their texts, one after the other, are the sentence."""
        document = self._comparison.documents[side]
        passage = self._comparison.passage_of[side][sentence]
        if passage != self._last:
            self._last, self._marked = passage, marked_spans(self._comparison, passage)
        span = document.sentences[sentence].span
        pieces = _cut(document.text, span, self._marked[side])
        pointed = self._pointed(side, passage, span) if self._findings else []
        return tuple(_pointed_at(pieces, span.start, pointed) if pointed else pieces)

    def _pointed(self, side: Side, passage: int, sentence: Span) -> list[tuple[Span, Strength]]:
        """List the words of a sentence that findings are about; of one without counterpart not all of it, which has a fill."""
        comparison = self._comparison
        found = [comparison.findings[number] for number in comparison.findings_of(passage)]
        spans = [(span, finding.strength) for finding in found if finding.strength is not Strength.NOTE for span in finding.spans[side]]
        filled = not comparison.passages[passage].links
        return [(span, strength) for span, strength in spans if not (filled and sentence.start >= span.start and span.end >= sentence.end)]


def marked_spans(comparison: Comparison, number: int) -> Sides[list[Marked]]:
    """Find what is marked on each side of a passage, in order; nothing in passages that are the same or one-sided."""
    if comparison.passages[number].relation not in (Relation.EDITED, Relation.PARAPHRASED):
        return Sides([], [])
    marking, spans = comparison.marking(number), comparison.spans(number)
    texts = comparison.texts
    if (terms := marking.terms) is not None:
        found = Sides(term_spans(texts.original, spans.original, terms), term_spans(texts.rewrite, spans.rewrite, terms))
        return found.map(lambda side: [(span, Mark.TERM) for span in side])
    edits = without_asides(marking.edits, texts)
    return Sides(_edit_spans(edits, Side.ORIGINAL, texts.original), _edit_spans(edits, Side.REWRITE, texts.rewrite))


def _edit_spans(edits: Sequence[Edit], side: Side, text: str) -> list[Marked]:
    found = ((edit.span(side), edit.change) for edit in edits)
    return sorted(((trimmed(text, span), MARKS[change]) for span, change in found if span and change in MARKS), key=_start)


def _start(marked: Marked) -> int:
    return marked[0].start


def _cut(text: str, sentence: Span, marked: Sequence[Marked]) -> Iterator[Piece]:
    at = sentence.start
    for span, mark in marked:
        start, end = max(span.start, at), min(span.end, sentence.end)
        if start >= end:
            continue
        if at < start:
            yield Piece(text[at:start], Mark.PLAIN)
        yield Piece(text[start:end], mark)
        at = end
    if at < sentence.end:
        yield Piece(text[at : sentence.end], Mark.PLAIN)


def _pointed_at(pieces: Iterable[Piece], start: int, pointed: Sequence[tuple[Span, Strength]]) -> Iterator[Piece]:
    """Cut marked pieces where the words of findings begin and end; `pointed` has the gravest first."""
    edges = sorted({edge for span, _ in pointed for edge in (span.start, span.end)})
    at = start
    for piece in pieces:
        end = at + len(piece.text)
        cuts = [at, *(edge for edge in edges if at < edge < end), end]
        for first, last in pairwise(cuts):
            strength = next((strength for span, strength in pointed if span.start <= first and last <= span.end), None)
            yield Piece(piece.text[first - at : last - at], piece.mark, strength)
        at = end
