"""What is marked inside a passage's sentences: words gone, come or moved; or, where little was kept, only the terms both sides share.

A sentence is cut into pieces that carry one mark each; how a mark looks is each exporter's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from rewritediff.core.comparison import Comparison
from rewritediff.core.marking import term_spans, trimmed, without_asides
from rewritediff.core.values import Change, Edit, Relation, Side, Sides, Span


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


Pieces = tuple[Piece, ...]
Marked = tuple[Span, Mark]


class Marker:
    """Give the marked pieces of the sentences of a comparison; remembers the passage asked for last, since rows come in runs of one."""

    __slots__ = ("_comparison", "_last", "_marked")

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._last = -1
        self._marked: Sides[list[Marked]] = Sides([], [])

    def pieces(self, side: Side, sentence: int) -> Pieces:
        """Cut a sentence into marked pieces; their texts, one after the other, are the sentence."""
        document = self._comparison.documents[side]
        passage = self._comparison.passage_of[side][sentence]
        if passage != self._last:
            self._last, self._marked = passage, marked_spans(self._comparison, passage)
        return tuple(_cut(document.text, document.sentences[sentence].span, self._marked[side]))


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
