"""What is marked inside a passage's sentences: words gone, come or moved; or, where little was kept, only the terms both sides share.

A sentence is cut into pieces that carry one mark each; how a mark looks is each exporter's own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from rewritediff.core.comparison import Comparison
from rewritediff.core.tokens import TOKEN, fold, is_word
from rewritediff.core.values import Change, Edit, Relation, Side, Sides, Span
from rewritediff.engine import lexicon

FEW_KEPT = 0.3
"""Share of words kept below which word marks would cover nearly everything (judged on pictures of both): key terms are shown instead."""
TERM_LETTERS = 4
"""Letters from which a shared word may be a key term; "year" is one, "its" is not."""


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
    edits = comparison.edits(number)
    texts = comparison.documents.map(lambda document: document.text)
    if kept_share(edits, texts) < FEW_KEPT:
        return _term_spans(comparison, number)
    return Sides(_edit_spans(edits, Side.ORIGINAL), _edit_spans(edits, Side.REWRITE))


def kept_share(edits: Iterable[Edit], texts: Sides[str]) -> float:
    """Give the share of a passage's words, of both sides together, that stand on both sides."""
    kept = whole = 0
    for edit in edits:
        for side in Side:
            span = edit.span(side)
            words = sum(map(is_word, TOKEN.findall(span.of(texts[side])))) if span else 0
            whole += words
            kept += words if edit.change not in (Change.REMOVED, Change.ADDED) else 0
    return kept / whole if whole else 1.0


def _edit_spans(edits: Sequence[Edit], side: Side) -> list[Marked]:
    found = ((edit.span(side), edit.change) for edit in edits)
    return sorted(((span, MARKS[change]) for span, change in found if span and change in MARKS), key=_start)


def _start(marked: Marked) -> int:
    return marked[0].start


def _term_spans(comparison: Comparison, number: int) -> Sides[list[Marked]]:
    """Mark the terms that both sides share; neighbours are joined over the white space between them."""
    texts = comparison.documents.map(lambda document: document.text)
    spans = comparison.spans(number)
    words = Sides(_words(texts.original, spans.original), _words(texts.rewrite, spans.rewrite))
    common = {folded for _, folded in words.original} & {folded for _, folded in words.rewrite}
    quiet = lexicon().function_words_of(comparison.documents.original.language)
    terms = {word for word in common if _is_term(word) and word not in quiet}
    return Sides(_joined(texts.original, words.original, terms), _joined(texts.rewrite, words.rewrite, terms))


def _words(text: str, spans: Sequence[Span]) -> list[tuple[Span, str]]:
    matches = (match for span in spans for match in TOKEN.finditer(text, span.start, span.end))
    return [(Span(match.start(), match.end()), fold(match.group())) for match in matches]


def _is_term(word: str) -> bool:
    # a letter beyond Latin, Greek and Cyrillic may be a whole word
    return any(map(str.isdigit, word)) or (is_word(word) and (len(word) >= TERM_LETTERS or word[0] >= "\u0590"))


def _joined(text: str, words: Sequence[tuple[Span, str]], terms: set[str]) -> list[Marked]:
    found: list[Marked] = []
    for span, word in words:
        if word not in terms:
            continue
        adjoins = found and not text[found[-1][0].end : span.start].strip()
        start = found.pop()[0].start if adjoins else span.start
        found.append((Span(start, span.end), Mark.TERM))
    return found


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
