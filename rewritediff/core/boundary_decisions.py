"""Sentences joined and cut where a reviewer said so."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

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
    if not joined and not cut:
        return document
    sentences: list[Sentence] = []
    for sentence in document.sentences:
        if sentences and sentence.start in joined and sentence.paragraph == sentences[-1].paragraph:
            sentences[-1] = replace(sentences[-1], end=sentence.end)
        else:
            sentences.append(sentence)
    return replace(document, sentences=tuple(part for sentence in sentences for part in _cut(document.text, sentence, cut)))


def _cut(text: str, sentence: Sentence, cut: set[int]) -> list[Sentence]:
    edges = [sentence.start, *sorted(place for place in cut if sentence.start < place < sentence.end), sentence.end]
    parts = []
    for start, end in pairwise(edges):
        written = text[start:end]
        first = start + len(written) - len(written.lstrip())
        last = start + len(written.rstrip())
        if first < last:
            parts.append(replace(sentence, start=first, end=last))
    return parts
