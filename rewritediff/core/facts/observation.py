"""What one finder saw in one passage, before it becomes a finding of the comparison; and what a text mentions."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rewritediff.core.facts.reading import PassagePair
from rewritediff.core.values import FindingKind, Sides, Span, Strength

LONGEST = 12
"""Words that a span covers at most."""


class Mention(NamedTuple):
    """Say that words of a passage name something that can be compared: a number, a date, a name, ..."""

    kind: FindingKind
    key: str
    """What it stands for, the same however it is written: "48000000 €", "04-02", "kim jong un"."""
    first: int
    """Number of its first word in the reading."""
    last: int
    """Number of its last word, included."""


NO_KEYS: Sides[tuple[str, ...]] = Sides((), ())


@dataclass(frozen=True, slots=True)
class Observation:
    """Point at something of one passage that a reader should check."""

    kind: FindingKind
    code: str
    """What exactly was seen, for wording: "number-changed", "name-lost", ..."""
    strength: Strength
    spans: Sides[tuple[Span, ...]]
    values: Sides[tuple[str, ...]]
    """The words to show, usually what the spans cut from the text."""
    keys: Sides[tuple[str, ...]] = NO_KEYS
    """What the spans stand for, as in Mention: what is lost in one passage and new in another cancels out by them."""
    weight: float = 0.0
    """Orders observations of one kind and strength, the gravest first: 0 usual, 1 grave, -1 light."""


Place = tuple[int, int]
"""First and last word of a span, both included."""
Keys = Sides[tuple[str, ...]]


def observed(
    pair: PassagePair, kind: FindingKind, code: str, strength: Strength, places: Iterable[Sequence[Place]], keys: Keys = NO_KEYS
) -> Observation:
    """Point at words of both sides by their numbers, the original's first; of each place at LONGEST words at most."""
    spans = [
        tuple([reading.span(first, min(last, first + LONGEST - 1)) for first, last in found])
        for found, reading in zip(places, pair.sides, strict=True)
    ]
    return pointed(pair, kind, code, strength, Sides(*spans), keys)


def pointed(
    pair: PassagePair, kind: FindingKind, code: str, strength: Strength, spans: Sides[tuple[Span, ...]], keys: Keys = NO_KEYS
) -> Observation:
    """Point at spans of both sides, and show what they cut from the texts."""
    values = [tuple([span.of(reading.text) for span in found]) for found, reading in zip(spans, pair.sides, strict=True)]
    return Observation(kind, code, strength, spans, Sides(*values), keys)
