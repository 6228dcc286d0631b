"""Phrases with the words that they bear on, and which of two sides belong together: by those words, or by standing in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from rewritediff.core.facts.mates import Mates
from rewritediff.core.facts.observation import Place
from rewritediff.core.facts.phrases import Phrases
from rewritediff.core.facts.reading import Reading

REACH = 6
"""Words after a phrase among which the one that it bears on is looked for."""
ANCHORS = 2


class Anchored(NamedTuple):
    """Say that words are a phrase of a table, and on which words it bears."""

    first: int
    last: int
    stands_for: str
    anchors: tuple[int, ...]
    """Content words that follow in its sentence, the nearest first."""

    @property
    def place(self) -> Place:
        return self.first, self.last

    @property
    def to_anchor(self) -> Place:
        """Give the words of the phrase and on to its first anchor."""
        return self.first, self.anchors[0] if self.anchors else self.last


def anchored(reading: Reading, phrases: Phrases, skipped: frozenset[str]) -> list[Anchored]:
    """Find the phrases of one side; those of class "" are none."""
    return [Anchored(*found, tuple(_following(reading, found.last, skipped))) for found in phrases.found(reading) if found.stands_for]


def _following(reading: Reading, last: int, skipped: frozenset[str]) -> Iterator[int]:
    words, left = reading.words, ANCHORS
    for number in range(last + 1, min(last + 1 + REACH, len(words))):
        if not left or words[number].sentence != words[last].sentence:
            return
        if words[number].form not in skipped:
            left -= 1
            yield number


def answers(mates: Mates, here: int, there: int) -> bool:
    """Tell whether a word of the original and one of the rewrite are the same in order, or forms of one."""
    return mates.across[0].get(here) == there or mates.are_near(mates.form(0, here), mates.form(1, there))


def stand_alike(mates: Mates, mine: Anchored, other: Anchored) -> bool:
    """Tell whether phrases of both sides share a word in order."""
    across = mates.across[0]
    return any(across.get(word, -1) in range(other.first, other.last + 1) for word in range(mine.first, mine.last + 1))


def bear_alike(mates: Mates, mine: Anchored, other: Anchored) -> bool:
    """Tell whether phrases of both sides bear on words that answer each other."""
    return bool(mine.anchors and other.anchors) and answers(mates, mine.anchors[0], other.anchors[0])


def share_hunk(mates: Mates, mine: Anchored, other: Anchored) -> bool:
    """Tell whether phrases of both sides stand where the words differ at one place."""
    hunks = mates.hunk_of
    here = {hunks[0].get(word) for word in range(mine.first, mine.last + 1)} - {None}
    return any(hunks[1].get(word) in here for word in range(other.first, other.last + 1))


Belong = Callable[[Mates, Anchored, Anchored], bool]


def paired(mates: Mates, left: tuple[list[Anchored], list[Anchored]], rules: Sequence[Belong]) -> Iterator[tuple[Anchored, Anchored]]:
    """Pair the phrases of both sides by one rule after the other, and take them out of what is left."""
    for rule in rules:
        for mine in tuple(left[0]):
            other = next((it for it in left[1] if rule(mates, mine, it)), None)
            if other is not None:
                left[0].remove(mine)
                left[1].remove(other)
                yield mine, other


def put_instead(mates: Mates, side: int, first: int, last: int) -> list[int]:
    """Give the words of the other side in the hunks of some words."""
    hunks = mates.hunk_of[side]
    numbers = sorted({hunks[word] for word in range(first, last + 1) if word in hunks})
    return [word for hunk in numbers for word in mates.hunk(1 - side, hunk)]


def is_changed(mates: Mates, side: int, found: Anchored) -> bool:
    """Tell whether a word of a phrase stands where the sides differ."""
    return any(word in mates.hunk_of[side] for word in range(found.first, found.last + 1))


def on_side(side: int, own: Sequence[Place], other: Sequence[Place] = ()) -> tuple[Sequence[Place], Sequence[Place]]:
    """Order places of one side and of the other as original and rewrite."""
    return (other, own) if side else (own, other)
