"""What a house's own list takes away from what was seen: what it treats as the same, and terms that it never wants to be told of.

It comes after all finders were heard: words that one of them has pointed at are not left to a later one that says the same of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.tables import folded_words
from rewritediff.core.house import House
from rewritediff.core.values import FindingKind

Words = tuple[str, ...]
Seen = tuple[Observation, ...]
Lone = tuple[FindingKind, tuple[Words, ...], bool]
"""What stands on one side alone: its kind, its words, and whether the original has it."""


class Housed:
    """Hold a house's list by its folded words."""

    __slots__ = ("_canonical", "_ignored", "_longest")

    def __init__(self, house: House) -> None:
        self._canonical = canonical_forms(house.equivalents)
        self._ignored = {folded_words(term) for term in house.ignored}
        self._longest = max(map(len, self._canonical), default=0)

    def left(self, seen: Seen) -> Seen:
        """Give what is left of what was seen in one passage; keys become those of the terms that stand for their group."""
        kept = [it for it in seen if not self._is_same(it) and not self._is_ignored(it)]
        return tuple(replace(it, keys=it.keys.map(self._keys)) for it in _unpaired(kept, self)) if self._canonical else tuple(kept)

    def same_words(self, values: Iterable[str]) -> tuple[Words, ...]:
        """Give the words of values, phrases of a group replaced by the one that stands for all; in the order of the alphabet."""
        return tuple(sorted(tuple(self._replaced(folded_words(value))) for value in values))

    def _is_same(self, it: Observation) -> bool:
        if not (self._canonical and it.values.original and it.values.rewrite):
            return False
        original, rewrite = it.values.map(self.same_words)
        return original == rewrite and any(original)

    def _is_ignored(self, it: Observation) -> bool:
        said = [folded_words(value) for side in it.values for value in side]
        return bool(said) and all(words in self._ignored for words in said)

    def _keys(self, keys: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(" ".join(self._replaced(folded_words(key))) if folded_words(key) in self._canonical else key for key in keys)

    def _replaced(self, words: Words) -> Iterator[str]:
        """Replace phrases by those that stand for them, the longest first."""
        at = 0
        while at < len(words):
            for length in range(min(self._longest, len(words) - at), 0, -1):
                stands = self._canonical.get(words[at : at + length])
                if stands is not None:
                    yield from stands
                    at += length
                    break
            else:
                yield words[at]
                at += 1


def canonical_forms(groups: Iterable[Sequence[str]]) -> dict[Words, Words]:
    """Map the words of each term to those of the first of its group; groups that share a term are one."""
    parent: dict[Words, Words] = {}

    def root(words: Words) -> Words:
        while (above := parent.setdefault(words, words)) != words:
            words = above
        return words

    for group in groups:
        first, *others = map(folded_words, group)
        for other in others:
            parent[root(other)] = root(first)
    return {words: root(words) for words in list(parent) if words}


def _unpaired(seen: Sequence[Observation], housed: Housed) -> Iterator[Observation]:
    """Leave out what is lost and new in one passage under another name."""
    lone = [_lone_key(it, housed) for it in seen]
    for number, it in enumerate(seen):
        key = lone[number]
        if key is None or not _is_answered(lone, number):
            yield it


def _lone_key(it: Observation, housed: Housed) -> Lone | None:
    original, rewrite = it.values
    if bool(original) == bool(rewrite):
        return None
    return it.kind, housed.same_words(original or rewrite), bool(original)


def _is_answered(lone: Sequence[Lone | None], number: int) -> bool:
    """Tell whether one of the other side answers to what stands alone; the first of each side answers to the first of the other."""
    key = lone[number]
    if key is None:
        return False
    rank = sum(other == key for other in lone[:number])
    return rank < sum(other == (key[0], key[1], not key[2]) for other in lone)
