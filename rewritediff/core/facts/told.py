"""Words that the finders of numbers, dates and names read, so that claims and losses need not speak of them again.

"58" and "a 58-year-old", "Poland's" and "Polish" are one thing written in two ways; whether it changed is for those finders to say.
"""

from __future__ import annotations

from collections.abc import Iterable

from rewritediff.core.facts.mentions import names_in
from rewritediff.core.facts.moments import moments_of
from rewritediff.core.facts.quantities import quantities_of
from rewritediff.core.facts.reading import Context, FactWord, PassagePair, Reading

QUALIFYING = 3
"""Words before a round number among which its "nearly", "as many as" stands."""


class Told:
    """Tell which words of a passage belong to numbers, dates and names; asked last, since it reads whole passages."""

    __slots__ = ("_measuring", "_names")

    def __init__(self, context: Context) -> None:
        self._measuring = [tables["numbers"].every_word() | tables["dates"].every_word() for tables in context.tables]
        self._names = context.names if all("names" in tables for tables in context.tables) else None

    def holds(self, pair: PassagePair, side: int, words: Iterable[int]) -> bool:
        """Tell whether all of some words are part of numbers, dates or names."""
        reading, wanted = tuple(pair.sides)[side], frozenset(words)
        # reading a passage for its numbers and names takes 100 µs, and most words could be neither
        may_measure = any(self._may_measure(reading.words[k].form, side) for k in wanted)
        may_name = any(self._may_name(reading.words[k], side) for k in wanted)
        measured = _measured(reading) if may_measure else frozenset()
        return (may_measure and wanted <= measured) or (may_name and wanted <= measured | self._named(reading, side))

    def _may_name(self, word: FactWord, side: int) -> bool:
        return self._names is not None and (word.text[0].isupper() or word.form in tuple(self._names.tables)[side].small)

    def _may_measure(self, form: str, side: int) -> bool:
        return form in self._measuring[side] or not form.isalpha()

    def qualifies(self, pair: PassagePair, side: int, word: int) -> bool:
        """Tell whether a word makes a number a round one that was changed: "nearly 1,000" for 987."""
        reading, changed = tuple(pair.sides)[side], tuple(pair.changed)[side]
        return any(
            it.about and it.first - QUALIFYING <= word < it.first and not changed.isdisjoint(range(it.first, it.last + 1))
            for it in quantities_of(reading)
        )

    def _named(self, reading: Reading, side: int) -> frozenset[int]:
        if self._names is None:
            return frozenset()
        return frozenset(k for name in names_in(reading, self._names, side) for k in range(name.first, name.last + 1))


def _measured(reading: Reading) -> frozenset[int]:
    numbers = (range(it.first, it.last + 1) for it in quantities_of(reading))
    dates = (range(it.first, it.last + 1) for it in (moments_of(reading).all if "dates" in reading.tables else ()))
    return frozenset(k for words in (*numbers, *dates) for k in words)
