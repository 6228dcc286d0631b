"""Which word of one side answers a word of the other: the same word in order, a form of it, or a near word put in its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.thesaurus import Thesaurus, WordRelation

NEAR = frozenset({WordRelation.SAME, WordRelation.SYNONYM})
TAIL = 4
"""Letters that inflection may add: "plan", "planning"."""
AROUND = 6
"""Words before and after a place that show whether it was reworded."""
SURE = 0.4
"""Share of them that must be kept for a finding of strength check: freely retold passages had most false ones."""
STEM = 4
"""Letters that two inflected forms share at least: "studies", "studied"."""


@dataclass(frozen=True, slots=True, eq=False)
class Roots:
    """Hold the irregular forms of a language."""

    by_form: Mapping[str, str]

    def of(self, form: str) -> str:
        """Give the word of which a folded word is a form: "got" -> "get"."""
        return self.by_form.get(form, form)


@lru_cache(maxsize=1 << 14)
def is_kin(first: str, second: str) -> bool:
    """Tell whether two folded words look like forms of one: "captured" and "capture"."""
    if first == second:
        return True
    shared = 0
    for mine, other in zip(first, second, strict=False):
        if mine != other:
            break
        shared += 1
    tails = len(first) - shared, len(second) - shared
    if shared < 3 or shared < max(tails) or max(tails) > TAIL:
        return False
    return shared >= STEM or not min(tails)


@dataclass(frozen=True, slots=True, eq=False)
class Mates:
    """Hold what answers what in one passage; sides are 0 for the original and 1 for the rewrite."""

    pair: PassagePair
    readings: tuple[Reading, Reading]
    thesaurus: Thesaurus
    roots: Roots
    """Irregular forms: "got" -> "get"."""
    across: tuple[dict[int, int], dict[int, int]]
    """Equal words in order."""
    hunk_of: tuple[dict[int, int], dict[int, int]]
    """Number of the hunk in which a word stands."""

    def form(self, side: int, word: int) -> str:
        """Give the folded form of a word."""
        return self.readings[side].words[word].form

    def hunk(self, side: int, hunk: int) -> range:
        """Give the words of a hunk on one side."""
        return range(*self.pair.hunks[hunk][side])

    def are_near(self, first: str, second: str) -> bool:
        """Tell whether two words are forms of one or mean the same."""
        return self.are_forms(first, second) or self.thesaurus.relation(first, second) in NEAR

    def are_forms(self, first: str, second: str) -> bool:
        """Tell whether two words are forms of one."""
        return is_kin(first, second) or self.roots.of(first) == self.roots.of(second)

    def mate(self, side: int, word: int) -> int | None:
        """Give the word that answers one, if any: in order, else in the same hunk, else moved within the passage."""
        if word in self.across[side]:
            return self.across[side][word]
        hunk = self.hunk_of[side][word]
        form = self.form(side, word)
        for other in self.hunk(1 - side, hunk):
            if self.are_near(form, self.form(1 - side, other)):
                return other
        return self._moved(side, form)

    def kept(self, side: int, first: int, last: int) -> float:
        """Give the share of the words around some words, from 0 to 1, that the other side has in the same order."""
        words = self.readings[side].words
        around = (*range(max(0, first - AROUND), first), *range(last + 1, min(last + 1 + AROUND, len(words))))
        near = [word for word in around if words[word].sentence == words[first].sentence]
        return sum(word in self.across[side] for word in near) / len(near) if near else 0.0

    def _moved(self, side: int, form: str) -> int | None:
        there = self.hunk_of[1 - side]
        for other in there:
            if is_kin(form, self.form(1 - side, other)):
                return other
        return None


@lru_cache(maxsize=2)
def mates_of(pair: PassagePair, context: Context, roots: Roots) -> Mates:
    """Align the words of a passage; four families ask one after the other."""
    across: tuple[dict[int, int], dict[int, int]] = {}, {}
    hunk_of: tuple[dict[int, int], dict[int, int]] = {}, {}
    left = right = 0
    ends = len(pair.sides.original.words), len(pair.sides.rewrite.words)
    for number, (original, rewrite) in enumerate((*pair.hunks, ((ends[0], ends[0]), (ends[1], ends[1])))):
        across[0].update(zip(range(left, original[0]), range(right, rewrite[0]), strict=False))
        hunk_of[0].update(dict.fromkeys(range(*original), number))
        hunk_of[1].update(dict.fromkeys(range(*rewrite), number))
        left, right = original[1], rewrite[1]
    across[1].update({there: here for here, there in across[0].items()})
    return Mates(pair, (pair.sides.original, pair.sides.rewrite), context.thesauri.original, roots, across, hunk_of)
