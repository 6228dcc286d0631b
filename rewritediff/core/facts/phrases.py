"""Words and phrases of a table, found in a passage: the longest that begins at a word, and the class or list that it is from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rewritediff.core.facts.reading import Reading
from rewritediff.core.facts.tables import Table

READ = 256
"""Lists of tables that are remembered once read: a pair of two sentences would take 15 ms in place of 5 without it."""


class Found(NamedTuple):
    """Say that words of a passage are a phrase of a table."""

    first: int
    last: int
    """Number of its last word, included."""
    stands_for: str


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """Hold phrases by their first word, the longest first, each with what it stands for."""

    by_first: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
    triggers: frozenset[str]
    """Words of which one must have changed for a phrase to differ."""

    def __contains__(self, form: str) -> bool:
        """Tell whether a phrase begins with a form."""
        return form in self.by_first

    def __bool__(self) -> bool:
        return bool(self.by_first)

    @property
    def words(self) -> frozenset[str]:
        """Give all words of all phrases."""
        return frozenset(word for found in self.by_first.values() for phrase, _ in found for word in phrase)

    def at(self, reading: Reading, number: int) -> Found | None:
        """Give the phrase that begins at a word of a passage; one that goes on in the next sentence is none."""
        forms = reading.forms
        for phrase, stands_for in self.by_first.get(forms[number], ()):
            last = number + len(phrase) - 1
            if last == number or (forms[number : last + 1] == phrase and reading.words[number].sentence == reading.words[last].sentence):
                return Found(number, last, stands_for)
        return None

    def found(self, reading: Reading) -> list[Found]:
        """Find the phrases of a passage from its first word on; none overlaps another."""
        by_first, free = self.by_first, 0
        found: list[Found] = []
        for number, form in enumerate(reading.forms):
            if form in by_first and number >= free and (phrase := self.at(reading, number)):
                found.append(phrase)
                free = phrase.last + 1
        return found


@lru_cache(maxsize=READ)
def phrases_of(table: Table, keys: tuple[str, ...], function_words: frozenset[str] = frozenset()) -> Phrases:
    """Read some lists of a table, each phrase standing for its list's key; of two lists with one phrase the first counts."""
    by_first: dict[str, dict[tuple[str, ...], str]] = {}
    for key in keys:
        for phrase in filter(None, table.phrases(key)):
            by_first.setdefault(phrase[0], {}).setdefault(phrase, key)
    triggers = frozenset(
        word for found in by_first.values() for phrase, kind in found.items() if kind for word in _telling(phrase, function_words)
    )
    return Phrases({first: tuple(sorted(found.items(), key=lambda it: -len(it[0]))) for first, found in by_first.items()}, triggers)


@lru_cache(maxsize=READ)
def classes_of(table: Table, key: str, function_words: frozenset[str] = frozenset()) -> Phrases:
    """Read lists of phrases by class: {"must": ["must", "has to"], ...}; class "" holds what only looks like another one."""
    content = table.content.get(key, {})
    assert isinstance(content, Mapping), key
    return phrases_of(Table(content), tuple(content), function_words)


def _telling(phrase: tuple[str, ...], function_words: frozenset[str]) -> tuple[str, ...]:
    """Give the words that tell of a phrase: "required" of "is required to"; its first one where all are small."""
    return tuple(word for word in phrase if word not in function_words) or phrase[:1]
