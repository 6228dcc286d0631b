"""What the finders of numbers and dates share: where the words differ, and how what they saw is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.reading import PassagePair, Reading
from rewritediff.core.values import FindingKind, Sides, Span, Strength

SIGNS = re.compile(r"[$€£¥₹₽₩₺%]")
Concerns = Callable[[str], bool]


def remembered(concerns: Concerns, function_words: frozenset[str]) -> Concerns:
    """Remember for each form whether it matters; "one" and "a" alone do not, since what replaces them does."""
    return lru_cache(maxsize=1 << 15)(lambda form: form not in function_words and concerns(form))


def concerned(pair: PassagePair, concerns: Sides[Concerns]) -> bool:
    """Tell whether a word that changed or changed its place matters; asked of each passage, so without anything else."""
    if not any(map(concerns.original, pair.forms)) and not any(map(concerns.rewrite, pair.forms)):
        return False
    for side, (reading, matters) in enumerate(zip(pair.sides, concerns, strict=True)):
        words = reading.words
        for hunk in pair.hunks:
            first, after = hunk[side]
            for word in words[first:after]:
                if matters(word.form):
                    return True
    return False


def signs_differ(pair: PassagePair) -> bool:
    """Tell whether the sides have other signs of currency or share: "£2bn" and "$2bn" have the same words."""
    original, rewrite = ([sign for span in it.spans for sign in SIGNS.findall(it.text, span.start, span.end)] for it in pair.sides)
    return original != rewrite


def hunk_of(pair: PassagePair, side: int, first: int, last: int) -> int | None:
    """Give the number of the hunk that words of one side touch."""
    for number, hunk in enumerate(pair.hunks):
        start, end = hunk[side]
        if start <= last and first < end:
            return number
    return None


def shown(reading: Reading, first: int, span: Span) -> str:
    """Give a mention as it is shown, with its signs and on one line; first is its first word, which may begin with a minus."""
    return " ".join(reading.text[min(span.start, reading.words[first].start) : span.end].split())


def on_one_side(kind: FindingKind, side: int, strength: Strength, place: tuple[Span, str, str], weight: float = 0.0) -> Observation:
    """Say that something stands on one side alone; a place is its span, its words and its key."""
    span, words, key = place
    spans, values, keys = (span,), (words,), (key,)
    if side:
        return Observation(kind, f"{kind.value}-new", strength, Sides((), spans), Sides((), values), Sides((), keys), weight)
    return Observation(kind, f"{kind.value}-lost", strength, Sides(spans, ()), Sides(values, ()), Sides(keys, ()), weight)


def on_both_sides(kind: FindingKind, strength: Strength, places: Sides[tuple[Span, str, str]]) -> Observation:
    """Say that something replaced something else."""
    return Observation(
        kind,
        f"{kind.value}-changed",
        strength,
        places.map(lambda place: (place[0],)),
        places.map(lambda place: (place[1],)),
        places.map(lambda place: (place[2],)),
    )


def without(items: Sequence[int], gone: set[int]) -> list[int]:
    """Give what is left of some numbers, in order."""
    return [item for item in items if item not in gone]
