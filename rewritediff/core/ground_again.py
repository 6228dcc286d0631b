"""The ground after some sentences were cut otherwise: pairs are judged anew where something that they are judged by changed.

The result is that of a full judgement, to the last digit. A pair is judged by what its sentences share, by the two most alike pairs of
either sentence, and by the pairs a few sentences before and after it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rewritediff.core.candidates import Pairs
from rewritediff.core.candidates_again import Recut, candidates_again
from rewritediff.core.cuts import Edges, Renumbering, renumbered
from rewritediff.core.evidence import GAPS, WINDOW, Shared, lead_odds, shared
from rewritediff.core.features import Space
from rewritediff.core.ground import Ground
from rewritediff.core.judging import joined, joins_of, odds_of
from rewritediff.core.overlap import Overlap
from rewritediff.core.part import REACH, Cutting, counted, part_of
from rewritediff.core.progress import Report, of_step
from rewritediff.core.search import Grid
from rewritediff.core.tokens import Units
from rewritediff.core.values import Document, Sides
from rewritediff.core.vectors import Flags, Floats, Longs
from rewritediff.core.walk import Joins

FEW = 100
"""Sentences of a text to each one that may be cut otherwise: with more all is judged anew, which is then hardly slower."""

NEAR = np.array([(sign * down, sign * across) for sign in (-1, 1) for down in range(1, WINDOW + 1) for across in range(1, WINDOW + 1)])
"""From a pair to those whose likeness speaks for it."""
STEPS = np.array([(sign * gap * down, sign * gap * (1 - down)) for sign in (-1, 1) for gap in GAPS for down in (0, 1)])
"""From a pair to those that it may join."""


def ground_again(space: Space, units: Sides[Units], earlier: Ground, documents: Sides[Document], report: Report) -> Ground | None:
    """Judge the pairs of documents from those of the same texts cut otherwise; None where all must be judged."""
    edges = Sides(*map(_edges, documents, earlier.documents, earlier.edges))
    numbers = renumbered(earlier.edges, edges)
    if any(FEW * int((side.before < 0).sum()) > len(side.before) for side in numbers):
        return None
    now, then = Sides(*map(Cutting, documents, edges, units)), Sides(*map(Cutting, earlier.documents, earlier.edges, units))
    recut = Sides(*(_recut(space, *side) for side in zip(numbers, then, now, strict=True)))
    again = candidates_again(earlier.candidates, recut, of_step(report, "pairs"))
    if again is None:
        return None
    found, before = again
    report("evidence", 0)
    change = Change.of(earlier.grid.pairs, found.pairs, numbers, before)
    alike = _shared(space, now, earlier.shared, change)
    report("evidence", 0.5)
    grid = _judged(space, now, earlier, alike, change)
    report("evidence", 1)
    return Ground(documents, edges, found, alike, grid, earlier.likeness, earlier.section_pairs)


def _edges(document: Document, earlier: Document, edges: Edges) -> Edges:
    return edges if document is earlier else Edges.of(document)


def _recut(space: Space, numbers: Renumbering, then: Cutting, now: Cutting) -> Recut:
    came, gone = np.flatnonzero(numbers.before < 0), np.flatnonzero(numbers.now < 0)
    return Recut(numbers, counted(space, now, came), counted(space, then, gone))


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """Hold the pairs as they were and as they are, and which of them are the same."""

    earlier: Pairs
    pairs: Pairs
    numbers: Sides[Renumbering]
    before: Longs
    """The place that each pair had, -1 where it is new."""
    now: Longs
    """The place that each earlier pair has, -1 where it is gone."""

    @classmethod
    def of(cls, earlier: Pairs, pairs: Pairs, numbers: Sides[Renumbering], before: Longs) -> Change:
        """Turn round which place each pair had."""
        now = np.full(len(earlier), -1, dtype=np.int64)
        kept = np.flatnonzero(before >= 0)
        now[before[kept]] = kept
        return cls(earlier, pairs, numbers, before, now)

    @property
    def new(self) -> Longs:
        return np.flatnonzero(self.before < 0)

    @property
    def gone(self) -> Longs:
        return np.flatnonzero(self.now < 0)

    def carried(self, values: Floats, places: Longs, renewed: Floats) -> Floats:
        """Take over a value of each pair, but for some places, where it was found anew."""
        found = values[self.before] if len(values) else np.zeros(len(self.before), dtype=np.float32)
        found[places] = renewed
        return found


def _shared(space: Space, now: Sides[Cutting], earlier: Shared, change: Change) -> Shared:
    """Compare the sentences of the pairs that are new."""
    new, pairs = change.new, change.pairs
    part = part_of(space, now, pairs, new, new, reach=1)
    found = shared(part.features, part.pairs(pairs, new), (space.words.kinds, space.groups.kinds))

    def carried(old: Overlap, renewed: Overlap) -> Overlap:
        columns = ((old.cosine, renewed.cosine), (old.of_original, renewed.of_original), (old.of_rewrite, renewed.of_rewrite))
        return Overlap(*(change.carried(values, new, again) for values, again in columns))

    return Shared(carried(earlier.words, found.words), carried(earlier.groups, found.groups))


def _judged(space: Space, now: Sides[Cutting], earlier: Ground, alike: Shared, change: Change) -> Grid:
    """Judge the pairs anew for which something changed, beside all that they are judged by."""
    pairs, cosine, grid = change.pairs, alike.cosine, earlier.grid
    again = _touched(grid.cosine, cosine, change)
    places = np.flatnonzero(again)
    some = np.unique(np.concatenate([_rivals(pairs, cosine, places), _around(pairs, places, NEAR)]))
    part = part_of(space, now, pairs, some, places)
    own, found = part.pairs(pairs, some), _some(alike, some)
    wanted = again[some]
    odds, lead = odds_of(part.features, own, found)[wanted], lead_odds(own.original, own.rewrite, found.cosine)[wanted]
    joins = _joins(space, now, earlier.likeness, alike, change, places)
    return Grid(
        pairs,
        cosine,
        change.carried(grid.odds, places, odds),
        change.carried(grid.lead, places, lead),
        _joined(grid.joins, joins, change, again),
        pairs.by_rewrite(),
    )


def _joins(space: Space, now: Sides[Cutting], likeness: np.float32, alike: Shared, change: Change, places: Longs) -> Joins:
    """Judge the steps between some pairs and all others."""
    beside = _around(change.pairs, places, STEPS)
    ends = np.unique(np.concatenate([beside, _around(change.pairs, beside, STEPS)]))
    some = _rivals(change.pairs, alike.cosine, ends)
    part = part_of(space, now, change.pairs, some, ends)
    found = joins_of(part.features, part.pairs(change.pairs, some), _some(alike, some), space.groups.kinds, likeness)
    return Joins(some[found.first], some[found.second], found.second_joins, found.first_joins)


def _some(found: Shared, places: Longs) -> Shared:
    first, second = (
        Overlap(each.cosine[places], each.of_original[places], each.of_rewrite[places]) for each in (found.words, found.groups)
    )
    return Shared(first, second)


def _joined(earlier: Joins, renewed: Joins, change: Change, again: Flags) -> Joins:
    """Take over the steps between pairs that are not judged anew."""
    first, second = change.now[earlier.first], change.now[earlier.second]
    kept = (first >= 0) & (second >= 0) & ~again[first] & ~again[second]
    new = again[renewed.first] | again[renewed.second]
    parts = [
        Joins(first[kept], second[kept], earlier.second_joins[kept], earlier.first_joins[kept]),
        Joins(renewed.first[new], renewed.second[new], renewed.second_joins[new], renewed.first_joins[new]),
    ]
    return joined(parts, change.pairs)


def _touched(before: Floats, cosine: Floats, change: Change) -> Flags:
    """Tell which pairs may be judged otherwise than before."""
    pairs, earlier, numbers = change.pairs, change.earlier, change.numbers
    new, gone = change.new, change.gone
    rows = _rivalled(numbers.original, (earlier.original, before), (pairs.original, cosine), earlier.original[gone], pairs.original[new])
    columns = _rivalled(numbers.rewrite, (earlier.rewrite, before), (pairs.rewrite, cosine), earlier.rewrite[gone], pairs.rewrite[new])
    touched: Flags = rows[pairs.original] | columns[pairs.rewrite]
    touched[new] = True
    touched[_around(pairs, new, NEAR)] = True
    left = change.now[_around(earlier, gone, NEAR)]
    touched[left[left >= 0]] = True
    return touched


Scored = tuple[Longs, Floats]
"""For each pair its sentence of one side, and how alike the pair is."""


def _rivalled(numbers: Renumbering, before: Scored, now: Scored, gone: Longs, new: Longs) -> Flags:
    """Tell for which sentences of a side the two most alike pairs are others than before, or the neighbours."""
    touched = _moved_neighbours(numbers)
    lost = numbers.now[gone]
    some = np.unique(np.concatenate([lost[lost >= 0], new]))
    some = some[~touched[some]]
    differ = _likeness(*before, numbers.before[some], len(numbers.now)) != _likeness(*now, some, len(touched))
    touched[some[differ.any(axis=1)]] = True
    return touched


def _likeness(sentences: Longs, cosine: Floats, some: Longs, size: int) -> Floats:
    """Give for some sentences how alike their two most alike pairs are, 0 where there is none."""
    places = _two_best(sentences, cosine, some, size)
    return np.where(places >= 0, cosine[places], np.float32(0)) if len(cosine) else np.zeros(places.shape, dtype=np.float32)


def _two_best(sentences: Longs, cosine: Floats, some: Longs, size: int) -> Longs:
    """Give for some sentences the places of the two most alike pairs, -1 where there is none."""
    wanted = np.zeros(size, dtype=bool)
    wanted[some] = True
    places = np.flatnonzero(wanted[sentences])
    # one number for both keys, as floats above 0 rank like their bits: sorted in a fifth of the time
    places = places[np.argsort((sentences[places] << 32) + cosine[places].view(np.int32))]
    groups = sentences[places]
    found = np.full((size, 2), -1, dtype=np.int64)
    last = np.flatnonzero(np.diff(groups, append=-1))
    found[groups[last], 0] = places[last]
    next_ = last[(last > 0) & (groups[last - 1] == groups[last])]
    found[groups[next_], 1] = places[next_ - 1]
    return found[some]


def _moved_neighbours(numbers: Renumbering) -> Flags:
    """Tell which sentences are new, or have others beside them than before, as far as anything looks."""
    far, size = REACH - 1, len(numbers.before)
    fresh = numbers.before < 0
    before = np.where(fresh, np.int64(-(10**9)), numbers.before)
    padded = np.concatenate([np.arange(-far, 0), before, len(numbers.now) + np.arange(far)])
    moved: Flags = fresh.copy()
    for offset in range(-far, far + 1):
        moved |= padded[far + offset : far + offset + size] != before + offset
    return moved


def _around(pairs: Pairs, places: Longs, offsets: Longs) -> Longs:
    """Give the places of the pairs at some offsets from some pairs."""
    originals = (pairs.original[places] + offsets[:, :1]).ravel()
    found = pairs.find(originals, (pairs.rewrite[places] + offsets[:, 1:]).ravel())
    return found[found >= 0]


def _rivals(pairs: Pairs, cosine: Floats, places: Longs) -> Longs:
    """Give some pairs and the most alike ones of the same sentences."""
    rows = _two_best(pairs.original, cosine, np.unique(pairs.original[places]), pairs.originals)
    columns = _two_best(pairs.rewrite, cosine, np.unique(pairs.rewrite[places]), pairs.rewrites)
    return np.unique(np.concatenate([places, rows[rows >= 0], columns[columns >= 0]]))
