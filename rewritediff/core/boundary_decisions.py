"""Sentences joined and cut where a reviewer said so."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from rewritediff.core.decisions import Anchor, Decisions
from rewritediff.core.values import Document, Sentence, Side, Sides


def recut(documents: Sides[Document], decisions: Decisions) -> Sides[Document]:
    """Apply the decided boundaries; documents without any stay the same objects."""

    def of(side: Side) -> Document:
        document = documents[side]
        return _recut(document, _places(document, side, decisions.joined), _places(document, side, decisions.cut))

    return Sides(of(Side.ORIGINAL), of(Side.REWRITE))


def _places(document: Document, side: Side, anchors: tuple[Anchor, ...]) -> set[int]:
    found = (anchor.locate(document.text) for anchor in anchors if anchor.side is side)
    return {place.start for place in found if place is not None}


def _recut(document: Document, joined: set[int], cut: set[int]) -> Document:
    """Make the sentences anew where a decision touches them; all others stay the same objects."""
    sentences = document.sentences
    further = {number for place in joined if (number := _holding(sentences, place)) > 0 and _runs_on(sentences, number, place)}
    made: list[Sentence] = []
    done = 0
    for first in sorted({_head(number, further) for number in (*further, *(_holding(sentences, place) for place in cut))}):
        last = first
        while last + 1 in further:
            last += 1
        if first >= 0:
            made += sentences[done:first]
            made += _cut(document.text, replace(sentences[first], end=sentences[last].end) if last > first else sentences[first], cut)
            done = last + 1
    return replace(document, sentences=(*made, *sentences[done:])) if done else document


def _holding(sentences: tuple[Sentence, ...], place: int) -> int:
    """Give the number of the last sentence that starts at or before a place, -1 where none does."""
    return bisect_right(sentences, place, key=attrgetter("start")) - 1


def _runs_on(sentences: tuple[Sentence, ...], number: int, place: int) -> bool:
    """Tell whether a sentence starts at a place, in the paragraph of the one before it."""
    return sentences[number].start == place and sentences[number].paragraph == sentences[number - 1].paragraph


def _head(number: int, further: set[int]) -> int:
    while number in further:
        number -= 1
    return number


def _cut(text: str, sentence: Sentence, cut: set[int]) -> list[Sentence]:
    edges = [sentence.start, *sorted(place for place in cut if sentence.start < place < sentence.end), sentence.end]
    if len(edges) == 2:
        return [sentence]
    parts = []
    for start, end in pairwise(edges):
        written = text[start:end]
        first = start + len(written) - len(written.lstrip())
        last = start + len(written.rstrip())
        if first < last:
            parts.append(replace(sentence, start=first, end=last))
    return parts
