"""What became of each section, and of the sentences in it: counted from the passages, so that it says what the rows show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from rewritediff.core.section_pairs import SectionPair
from rewritediff.core.sections import Section, sections_of
from rewritediff.core.values import Document, Passage, Relation, Side, Sides

Counts = dict[Relation, int]


class SectionRelation(Enum):
    """Say what became of a section."""

    PAIRED = "paired"
    OMITTED = "omitted"
    """It has no counterpart, and most of its sentences have none."""
    INSERTED = "inserted"
    SCATTERED = "scattered"
    """It has no counterpart, but most of its sentences have one, in other sections."""


@dataclass(frozen=True, slots=True)
class SectionMatch:
    """Hold sections that belong together, or one without a counterpart. Every section is in exactly one match."""

    original: tuple[Section, ...]
    rewrite: tuple[Section, ...]
    relation: SectionRelation
    counts: Sides[Counts]
    """What became of the sentences on each side; titles, headings and captions are left out."""
    moved: bool = False
    """Most of its sentences that have a counterpart are moved."""

    def sections(self, side: Side) -> tuple[Section, ...]:
        return self.original if side is Side.ORIGINAL else self.rewrite


def section_matches(documents: Sides[Document], paired: Sequence[SectionPair], passages: Sequence[Passage]) -> tuple[SectionMatch, ...]:
    """Give the sections in the order of the rewrite, dropped ones where they stood; nothing where either side has no sections."""
    sections = documents.map(sections_of)
    if not all(sections):
        return ()
    counter = _Counter(documents, passages)
    alone = (
        *(SectionPair((number,), ()) for number in _alone(paired, Side.ORIGINAL, len(sections.original))),
        *(SectionPair((), (number,)) for number in _alone(paired, Side.REWRITE, len(sections.rewrite))),
    )
    return tuple(_in_order([_match(sections, pair, counter) for pair in (*paired, *alone)]))


def _alone(paired: Sequence[SectionPair], side: Side, count: int) -> list[int]:
    return sorted(set(range(count)).difference(*(pair.sections(side) for pair in paired)))


def _in_order(matches: Sequence[SectionMatch]) -> list[SectionMatch]:
    """Put matches in the order of the rewrite, and sections of the original alone behind the one before them that did not move."""
    standing = [match for match in matches if match.original and match.rewrite and not match.moved]
    place_of = {section.first: match.rewrite[0].first for match in standing for section in match.original}
    starts = sorted(place_of)

    def place(match: SectionMatch) -> tuple[int, int]:
        if match.rewrite:
            return match.rewrite[0].first, -1
        before = bisect_left(starts, match.original[0].first)
        return place_of[starts[before - 1]] if before else -1, match.original[0].first

    return sorted(matches, key=place)


def _match(sections: Sides[tuple[Section, ...]], pair: SectionPair, counter: _Counter) -> SectionMatch:
    original, rewrite = (tuple(sections[side][k] for k in pair.sections(side)) for side in Side)
    counts = Sides(counter.counts(Side.ORIGINAL, original), counter.counts(Side.REWRITE, rewrite))
    moved = bool(original and rewrite) and counter.are_moved(original)
    return SectionMatch(original, rewrite, _relation(counter, original, rewrite), counts, moved)


def _relation(counter: _Counter, original: Sequence[Section], rewrite: Sequence[Section]) -> SectionRelation:
    if original and rewrite:
        return SectionRelation.PAIRED
    side, sections = (Side.ORIGINAL, original) if original else (Side.REWRITE, rewrite)
    if not counter.are_without_counterpart(side, sections):
        return SectionRelation.SCATTERED
    return SectionRelation.OMITTED if original else SectionRelation.INSERTED


class _Counter:
    """Know what became of each sentence."""

    __slots__ = ("_documents", "_passage_of")

    def __init__(self, documents: Sides[Document], passages: Sequence[Passage]) -> None:
        self._documents = documents
        self._passage_of = Sides(*({k: passage for passage in passages for k in passage.sentences(side)} for side in Side))

    def counts(self, side: Side, sections: Sequence[Section]) -> Counts:
        """Count the sentences of sections by their relation."""
        found: Counts = {}
        for passage in self._passages(side, sections, furniture=False):
            found[passage.relation] = found.get(passage.relation, 0) + 1
        return found

    def are_without_counterpart(self, side: Side, sections: Sequence[Section]) -> bool:
        """Tell whether most sentences have none; where there is nothing but headings, most of these."""
        found = list(self._passages(side, sections, furniture=False)) or list(self._passages(side, sections, furniture=True))
        return 2 * sum(not passage.links for passage in found) > len(found)

    def are_moved(self, originals: Sequence[Section]) -> bool:
        """Tell whether most sentences that have a counterpart are moved."""
        found = [passage.moved for passage in self._passages(Side.ORIGINAL, originals, furniture=False) if passage.links]
        return 2 * sum(found) > len(found)

    def _passages(self, side: Side, sections: Sequence[Section], *, furniture: bool) -> Iterator[Passage]:
        for section in sections:
            for number in range(section.first, section.last):
                if furniture or not self._documents[side].sentences[number].role.is_furniture:
                    yield self._passage_of[side][number]
