"""Which sections of two documents belong together.

Each sentence votes for the section of its likeliest partner with the log odds of that pair; recurring headings and sentences have
equal partners and do not vote. Sections are paired by the sum of both sides' votes, the strongest first, the nearer of equals.
Sections that are left over are paired with those at the same place beside a pair where their headings read the same; else they join a
neighbour whose partner they vote for (split, merged); else few votes do, at the same place beside a pair.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rewritediff.core.candidates import Pairs
from rewritediff.core.sections import Section, section_numbers, sections_of
from rewritediff.core.values import Document, Side, Sides
from rewritediff.core.vectors import Floats, Longs

ALIKE = 1e-4
"""Difference of two cosines that is but rounding."""
SURE_VOTE = 2.0
"""Log odds beyond which a vote counts no more: one sentence taken over must not pair two long sections."""
FLOOR = 1.0
"""Sum of log odds below which two sections are not paired, however short. At 2.5, where sections have four sentences, 272 of 300 pairs
are found in place of 288."""
SHARE = 0.15
"""Log odds for each sentence of the shorter section that pair two sections. Where three words of four are exchanged, 0.1 finds 285 of 300
pairs, 0.15 finds 281 and 0.2 finds 271, but at 0.1 one sentence taken over pairs two sections of 20 that have no other partner."""
BESIDE_FLOOR, BESIDE_SHARE = 0.5, 0.05
"""The same for two sections that follow the same pair, or precede it: their place speaks for them."""
JOIN_SHARE = 0.3
"""Log odds for each sentence of a section left over with which it joins a pair near by: one sentence of seven is too little."""
NEAR = 2
"""Sections by which the parts of a split section may stand apart: adjoining, or with one between them."""


@dataclass(frozen=True, slots=True)
class SectionPair:
    """Hold the numbers of sections of both sides that belong together, mostly one each; rising."""

    original: tuple[int, ...]
    rewrite: tuple[int, ...]

    def sections(self, side: Side) -> tuple[int, ...]:
        return self.original if side is Side.ORIGINAL else self.rewrite


Place = tuple[int, int]
Votes = dict[Place, float]


def section_pairs(documents: Sides[Document], pairs: Pairs, cosine: Floats, odds: Floats) -> tuple[SectionPair, ...]:
    """Pair the sections of two documents by the odds of their sentences' pairs; nothing where either has none."""
    sections = documents.map(sections_of)
    if not all(sections):
        return ()
    votes = _votes(pairs, cosine, odds, _numbers(documents, sections))
    names = Sides(*(_names(document, found) for document, found in zip(documents, sections, strict=True)))
    return _Pairing(sections, names, votes).found()


def section_groups(documents: Sides[Document], paired: Sequence[SectionPair]) -> Sides[Longs]:
    """Give for each sentence the number of the pair that its section is in; -1 where it is in none."""

    def of(side: Side) -> Longs:
        sections = sections_of(documents[side])
        group_of = np.full(len(sections) + 1, -1, dtype=np.int64)
        for number, pair in enumerate(paired):
            group_of[list(pair.sections(side))] = number
        groups: Longs = group_of[section_numbers(documents[side], sections)]
        return groups

    return Sides(of(Side.ORIGINAL), of(Side.REWRITE))


def _numbers(documents: Sides[Document], sections: Sides[tuple[Section, ...]]) -> Sides[Longs]:
    return Sides(*(section_numbers(document, found) for document, found in zip(documents, sections, strict=True)))


def _votes(pairs: Pairs, cosine: Floats, odds: Floats, numbers: Sides[Longs]) -> Votes:
    """Add up for each two sections the odds by which sentences of either have their likeliest partner in the other."""
    voices = _voices(pairs.original, pairs.originals, cosine, odds) + _voices(pairs.rewrite, pairs.rewrites, cosine, odds)
    first, second = numbers.original[pairs.original], numbers.rewrite[pairs.rewrite]
    cast = np.flatnonzero((odds > 0) & (voices > 0) & (first >= 0) & (second >= 0))
    width = int(numbers.rewrite.max(initial=0)) + 1
    keys, inverse = np.unique(first[cast] * width + second[cast], return_inverse=True)
    sums = np.bincount(inverse, weights=voices[cast] * np.minimum(odds[cast], SURE_VOTE))
    return {divmod(key, width): total for key, total in zip(keys.tolist(), sums.tolist(), strict=True)}


def _voices(sentences: Longs, count: int, cosine: Floats, odds: Floats) -> Floats:
    """Give half a voice to the likeliest pair of each sentence, none to a sentence whose closest partner has an equal."""
    closest, likeliest = (np.zeros(count, dtype=np.float32) for _ in range(2))
    np.maximum.at(closest, sentences, cosine)
    np.maximum.at(likeliest, sentences, odds)
    equals = np.bincount(sentences[cosine > closest[sentences] - ALIKE], minlength=count)
    voices: Floats = np.where((odds == likeliest[sentences]) & (equals[sentences] == 1), np.float32(0.5), np.float32(0))
    return voices


def _names(document: Document, sections: Sequence[Section]) -> list[str]:
    """Give what the headings read; nothing for what has no heading."""
    return ["" if section.heading is None else _name(document.quote(section.heading)) for section in sections]


def _name(heading: str) -> str:
    """Leave the numbers out, which change when a section is dropped: "3.2 Methods" -> "methods"."""
    return "".join(filter(str.isalpha, heading)).casefold() or heading


class _Pairing:
    """Hold the pairs found so far, and which section is in which."""

    __slots__ = ("_group_of", "_groups", "_names", "_sections", "_totals", "_votes")

    def __init__(self, sections: Sides[tuple[Section, ...]], names: Sides[list[str]], votes: Votes) -> None:
        self._sections = sections
        self._names = names
        self._votes = votes
        self._totals: Sides[dict[int, float]] = Sides(defaultdict(float), defaultdict(float))
        for (first, second), total in votes.items():
            self._totals.original[first] += total
            self._totals.rewrite[second] += total
        self._groups: list[Sides[list[int]]] = []
        self._group_of: Sides[dict[int, int]] = Sides({}, {})

    def found(self) -> tuple[SectionPair, ...]:
        """Pair or join what is sure, then what headings and the pairs beside it speak for."""
        ranked = sorted(self._votes, key=lambda place: (-self._votes[place], abs(place[0] - place[1]), place))
        sure = [place for place in ranked if self._reaches(place, FLOOR, SHARE)]
        for place in sure:
            self._pair(place)
            self._join(place)
        for place in self._alone_of_their_name():
            self._pair(place)
        self._pair_beside(self._reads_the_same)
        for place in sure:
            self._join(place)
        self._pair_beside(lambda place: self._reaches(place, BESIDE_FLOOR, BESIDE_SHARE))
        return tuple(
            sorted((SectionPair(*(tuple(sorted(side)) for side in group)) for group in self._groups), key=lambda pair: pair.original)
        )

    def _reaches(self, place: Place, floor: float, share: float) -> bool:
        shorter = min(section.last - section.first for section in (self._sections.original[place[0]], self._sections.rewrite[place[1]]))
        return self._votes.get(place, 0.0) >= max(floor, share * shorter)

    def _pair(self, place: Place) -> None:
        first, second = place
        if first not in self._group_of.original and second not in self._group_of.rewrite:
            self._group_of.original[first] = self._group_of.rewrite[second] = len(self._groups)
            self._groups.append(Sides([first], [second]))

    def _alone_of_their_name(self) -> Iterator[Place]:
        """Give the sections whose heading stands once on each side and reads the same."""
        rewrites = _once(self._names.rewrite)
        return ((first, rewrites[name]) for name, first in _once(self._names.original).items() if name in rewrites)

    def _join(self, place: Place) -> None:
        """Let a section that is left over join the pair of the section that most of its votes go to, near another section of that pair."""
        groups = Sides(self._group_of.rewrite.get(place[1]), self._group_of.original.get(place[0]))
        for side, number in zip(Side, place, strict=True):
            group = groups[side]
            if group is None or number in self._group_of[side]:
                continue
            section, beside = self._sections[side][number], self._groups[group][side]
            most = max(JOIN_SHARE * (section.last - section.first), self._totals[side][number] / 2)
            if self._votes[place] > most and any(abs(number - other) <= NEAR for other in beside):
                beside.append(number)
                self._group_of[side][number] = group

    def _pair_beside(self, speaks: Callable[[Place], bool]) -> None:
        """Pair sections left over that follow a pair, or precede one, on both sides; both texts begin, and end, as if with a pair."""
        for step in (1, -1):
            for first in range(len(self._sections.original))[::step]:
                second = self._beyond(first - step, step)
                if second is not None and 0 <= second < len(self._sections.rewrite) and speaks((first, second)):
                    self._pair((first, second))

    def _beyond(self, near: int, step: int) -> int | None:
        """Give the rewrite section one step beyond those that an original section is paired with; None where it is in no pair."""
        if not 0 <= near < len(self._sections.original):
            return 0 if step > 0 else len(self._sections.rewrite) - 1
        group = self._group_of.original.get(near)
        return None if group is None else (max if step > 0 else min)(self._groups[group].rewrite) + step

    def _reads_the_same(self, place: Place) -> bool:
        return self._names.original[place[0]] == self._names.rewrite[place[1]]


def _once(names: Sequence[str]) -> dict[str, int]:
    counts = Counter(names)
    return {name: place for place, name in enumerate(names) if name and counts[name] == 1}
