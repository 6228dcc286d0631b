"""Words and phrases of a table, found in a passage: the longest that begins at a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from rewritediff.core.facts.reading import FactWord
from rewritediff.core.facts.tables import Table

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]
"""By first word: the phrases that begin with it, the longest first, and the list each is from."""


class Mark(NamedTuple):
    """Say that words of a passage are a phrase of a table."""

    first: int
    last: int
    group: str


def phrases_of(table: Table, keys: Iterable[str]) -> Phrases:
    """Order the phrases of some lists of a table by their first words; of two lists with one phrase the first counts."""
    found: dict[str, dict[tuple[str, ...], str]] = {}
    for key in keys:
        for phrase in table.phrases(key):
            found.setdefault(phrase[0], {}).setdefault(phrase, key)
    return {first: tuple(sorted(of.items(), key=lambda item: -len(item[0]))) for first, of in found.items()}


def marks_in(words: Sequence[FactWord], phrases: Phrases) -> Iterator[Mark]:
    """Find the phrases in some words, none overlapping another."""
    free = 0
    for place, word in enumerate(words):
        if place < free or word.form not in phrases:
            continue
        for phrase, group in phrases[word.form]:
            if len(phrase) == 1 or tuple(it.form for it in words[place : place + len(phrase)]) == phrase:
                yield Mark(place, place + len(phrase) - 1, group)
                free = place + len(phrase)
                break
