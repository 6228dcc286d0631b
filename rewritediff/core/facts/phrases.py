"""Phrases of a table found in a passage: the longest that starts at a word, each standing for a class of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rewritediff.core.facts.reading import FactWord, Reading
from rewritediff.core.facts.tables import Table


class Found(NamedTuple):
    """Say that words of a passage are a phrase of a table."""

    first: int
    last: int
    """Number of its last word, included."""
    stands_for: str


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Hold phrases by their first word, the longest first."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    triggers: frozenset[str]
    """Words of which one must have changed for a phrase to differ."""

    def found(self, reading: Reading) -> list[Found]:
        """Find the phrases of a passage from its first word on; none overlaps another."""
        return list(self._walk(reading.words))

    def _walk(self, words: Sequence[FactWord]) -> Iterator[Found]:
        free = 0
        by_first = self.by_first
        for number, word in enumerate(words):
            if number >= free and word.form in by_first:
                for phrase, stands_for in by_first[word.form]:
                    if _matches(words, number, phrase):
                        free = number + len(phrase)
                        yield Found(number, free - 1, stands_for)
                        break


def _matches(words: Sequence[FactWord], start: int, phrase: tuple[str, ...]) -> bool:
    there = words[start : start + len(phrase)]
    return tuple(word.form for word in there) == phrase and there[0].sentence == there[-1].sentence


def phrases_of(table: Table, key: str, function_words: frozenset[str]) -> Phrases:
    """Read a table's lists of phrases by class: {"must": ["must", "has to"], ...}; those of class "" are none."""
    content = table.content.get(key, {})
    assert isinstance(content, Mapping), key
    by_first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    inner = Table(content)
    for stands_for in content:
        for phrase in inner.phrases(stands_for):
            by_first.setdefault(phrase[0], []).append((phrase, stands_for))
    triggers = frozenset(word for found in by_first.values() for phrase, kind in found if kind for word in _telling(phrase, function_words))
    return Phrases({first: tuple(sorted(found, key=lambda it: -len(it[0]))) for first, found in by_first.items()}, triggers)


def _telling(phrase: tuple[str, ...], function_words: frozenset[str]) -> tuple[str, ...]:
    """Give the words that tell of a phrase: "required" of "is required to"; its first one where all are small."""
    return tuple(word for word in phrase if word not in function_words) or phrase[:1]
