"""What a reviewer decided, tied to places in the texts by what stands there and not by list indexes.

One cut sentence shifts every index after it, and a reloaded file shifts every offset; a quotation with its surroundings survives both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from rewritediff.core.values import Document, FindingKind, Side, Sides, Span

CONTEXT = 32
"""Characters kept before and after an anchored quotation: enough to tell repeated sentences apart, and about half a line to read."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """Tie something to a place in one text: where it was, what stands there, and what stands around it."""

    side: Side
    span: Span
    quote: str
    before: str
    after: str
    occurrence: int
    """How many equal quotations stand before this one in the text."""

    @classmethod
    def at(cls, side: Side, span: Span, text: str, places: Sequence[int] | None = None) -> Anchor:
        """Make the anchor of a span of a text; `places` are all occurrences of its words where they are known already, in order."""
        quote = span.of(text)
        if places is None:
            places = occurrences(text, quote) if quote else ()
        return cls(
            side,
            span,
            quote,
            text[max(0, span.start - CONTEXT) : span.start],
            text[span.end : span.end + CONTEXT],
            bisect_left(places, span.start),
        )

    def locate(self, text: str) -> Span | None:
        """Find the anchored place in a text that may have changed since; None where the quotation is gone."""
        if self.span.end <= len(text) and self.fits(text, self.span.start) == (len(self.before) + len(self.after)):
            return self.span
        places = self._places(text)
        if not places:
            return None
        wanted = places[min(self.occurrence, len(places) - 1)] if self.quote else self.span.start
        start = max(places, key=lambda place: (self.fits(text, place), place == wanted, -abs(place - self.span.start)))
        return Span(start, start + len(self.quote))

    def _places(self, text: str) -> list[int]:
        if not self.quote:
            around = self.before + self.after
            return [place + len(self.before) for place in occurrences(text, around)] if around else []
        return occurrences(text, self.quote)

    def fits(self, text: str, start: int) -> int:
        """Count the characters of the surroundings that still stand around a place, -1 where the quotation does not."""
        if not text.startswith(self.quote, start):
            return -1
        end = start + len(self.quote)
        before = _common(self.before[::-1], text[max(0, start - len(self.before)) : start][::-1])
        return before + _common(self.after, text[end : end + len(self.after)])


def occurrences(text: str, quote: str) -> list[int]:
    """Find where words stand in a text, also where they overlap."""
    places, at = [], text.find(quote)
    while at >= 0:
        places.append(at)
        at = text.find(quote, at + 1)
    return places


def _common(first: str, second: str) -> int:
    count = 0
    for left, right in zip(first, second, strict=False):
        if left != right:
            break
        count += 1
    return count


@dataclass(frozen=True, slots=True)
class Pairing:
    """Name one sentence of each side by its anchor."""

    original: Anchor
    rewrite: Anchor


class Ruling(Enum):
    """Say what a reviewer made of a finding."""

    FINE = "fine"
    """Looked at, and all right."""
    ASK = "ask"
    """The author is to be asked."""
    DISMISSED = "dismissed"
    """It needs no attention."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Hold what a reviewer made of one finding, which is known by its kind, its code and the first of its words on each side."""

    kind: FindingKind
    code: str
    places: Sides[Anchor | None]
    ruling: Ruling
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Hold everything that a reviewer decided about one pair of texts; a later entry about the same place wins."""

    linked: tuple[Pairing, ...] = ()
    """Sentences that must be linked."""
    unlinked: tuple[Pairing, ...] = ()
    """Sentences that must not be linked."""
    joined: tuple[Anchor, ...] = ()
    """Empty spans at the start of a sentence that belongs to the one before it."""
    cut: tuple[Anchor, ...] = ()
    """Empty spans inside a sentence where a new one starts."""
    moved: tuple[tuple[Pairing, bool], ...] = ()
    """Links that are, or are not, to be called moved."""
    verdicts: tuple[Verdict, ...] = ()
    """What was made of findings; nothing else depends on it."""
    reviewed: tuple[Anchor, ...] = ()
    """Sentences whose passage was read and accepted."""

    def __bool__(self) -> bool:
        return self != NO_DECISIONS

    def link(self, pairing: Pairing) -> Decisions:
        """Decide that two sentences belong together."""
        return replace(self, linked=_with(self.linked, pairing), unlinked=_without(self.unlinked, pairing))

    def unlink(self, pairing: Pairing) -> Decisions:
        """Decide that two sentences do not belong together."""
        return replace(self, unlinked=_with(self.unlinked, pairing), linked=_without(self.linked, pairing))


def _with(pairings: tuple[Pairing, ...], pairing: Pairing) -> tuple[Pairing, ...]:
    return (*_without(pairings, pairing), pairing)


def _without(pairings: tuple[Pairing, ...], pairing: Pairing) -> tuple[Pairing, ...]:
    return tuple(other for other in pairings if other != pairing)


NO_DECISIONS = Decisions()


def sentence_anchor(documents: Sides[Document], side: Side, index: int) -> Anchor:
    """Make the anchor of a sentence by its number."""
    document = documents[side]
    return Anchor.at(side, document.sentences[index].span, document.text)


def pairing(documents: Sides[Document], original: int, rewrite: int) -> Pairing:
    """Name two sentences by their anchors."""
    return Pairing(sentence_anchor(documents, Side.ORIGINAL, original), sentence_anchor(documents, Side.REWRITE, rewrite))


def sentence_at(document: Document, anchor: Anchor) -> int | None:
    """Find the sentence that holds most of an anchored place; None where the place is gone."""
    place = anchor.locate(document.text)
    if place is None or not document.sentences:
        return None
    low, high = 0, len(document.sentences)
    while low < high:
        middle = (low + high) // 2
        if document.sentences[middle].end <= place.start and document.sentences[middle].end < place.end:
            low = middle + 1
        else:
            high = middle
    best, most = None, 0
    for index in range(low, len(document.sentences)):
        sentence = document.sentences[index]
        if sentence.start >= max(place.end, place.start + 1):
            break
        overlap = sentence.span.overlap(place) if place.end > place.start else 1
        if overlap > most:
            best, most = index, overlap
    return best
