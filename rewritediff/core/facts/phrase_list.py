"""A list of words and phrases, asked whether one of them begins at a word of a passage."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rewritediff.core.facts.reading import FactWord


class Phrases:
    """Find the longest phrase of a list that begins at a word."""

    __slots__ = ("_by_first",)

    def __init__(self, phrases: Iterable[tuple[str, ...]]) -> None:
        found: dict[str, list[tuple[str, ...]]] = {}
        for phrase in sorted(filter(None, phrases), key=len, reverse=True):
            found.setdefault(phrase[0], []).append(phrase)
        self._by_first = found

    def at(self, words: Sequence[FactWord], number: int) -> int:
        """Count the words of the phrase that begins here, 0 where none does."""
        for phrase in self._by_first.get(words[number].form, ()):
            if len(phrase) == 1 or tuple([word.form for word in words[number : number + len(phrase)]]) == phrase:
                return len(phrase)
        return 0

    def __contains__(self, form: str) -> bool:
        """Tell whether a phrase begins with a form: asks before at() whether it is worth it."""
        return form in self._by_first
