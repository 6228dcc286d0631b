"""A part of two texts as small texts of their own, in which the pairs are judged as in the whole.

Sentences keep their distance up to where nothing looks further, from each other and from both ends of their text; those in between are
left empty.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rewritediff.core.candidates import Pairs
from rewritediff.core.cuts import Edges
from rewritediff.core.evidence import GAPS, WINDOW
from rewritediff.core.features import Features, Space, features_of
from rewritediff.core.progress import Tick, quiet, within
from rewritediff.core.tokens import Units
from rewritediff.core.values import Document, Sides
from rewritediff.core.vectors import Longs, Rows, stacked

STRETCH = 2048
"""Sentences counted between two questions whether to stop: some 20 ms."""
REACH = 1 + max(WINDOW, *GAPS)
"""Sentences from which on it makes no difference how far two of them are apart."""


@dataclass(frozen=True, slots=True, eq=False)
class Cutting:
    """Hold one text as it is cut."""

    document: Document
    edges: Edges
    units: Units


def counted(space: Space, cutting: Cutting, chosen: Longs, tick: Tick = quiet) -> Features:
    """Count the features of some sentences of a text, in rising order."""
    units, edges = cutting.units, cutting.edges
    # in the units' own type: all of them would be copied into the other for each search
    begins, ends = (np.searchsorted(units.starts, side[chosen].astype(np.int32)) for side in (edges.starts, edges.ends))
    lengths = ends - begins
    inside = np.arange(int(lengths.sum()), dtype=np.int64) + np.repeat(begins - np.cumsum(lengths) + lengths, lengths)
    document = Document(cutting.document.text, (), tuple(cutting.document.sentences[number] for number in chosen.tolist()))
    return features_of(space, Units(units.starts[inside], units.ends[inside], units.ids[inside]), document, tick)


def counted_all(space: Space, cutting: Cutting, tick: Tick) -> Features:
    """Count the features of all sentences of a text, some at a time."""
    size = len(cutting.edges)
    parts = [counted(space, cutting, np.zeros(0, dtype=np.int64))]
    for first in range(0, size, STRETCH):
        last = min(size, first + STRETCH)
        tick(first / size)
        parts.append(counted(space, cutting, np.arange(first, last, dtype=np.int64), within(tick, first / size, last / size)))
    tick(1)
    words, groups = stacked([part.words for part in parts]), stacked([part.groups for part in parts])
    return Features(words, groups, np.concatenate([part.lengths for part in parts]))


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Hold some sentences of each text under new numbers."""

    features: Sides[Features]
    numbers: Sides[Longs]
    """The new number of each sentence of the whole, -1 where it is not of the part."""

    def pairs(self, pairs: Pairs, places: Longs) -> Pairs:
        """Give some pairs of the whole under their new numbers."""
        originals, rewrites = self.numbers.original[pairs.original[places]], self.numbers.rewrite[pairs.rewrite[places]]
        return Pairs(originals, rewrites, len(self.features.original.words), len(self.features.rewrite.words))


def part_of(space: Space, cuttings: Sides[Cutting], pairs: Pairs, chosen: Longs, judged: Longs, reach: int = REACH) -> Part:
    """Take the sentences of some pairs; those of the pairs that are `judged` with their features, the others empty.

    Sentences that are at least `reach` apart may come out nearer to each other, but no nearer than that.
    """
    sides = [
        _side(space, cutting, np.unique(numbers[chosen]), np.unique(numbers[judged]), reach)
        for cutting, numbers in zip(cuttings, (pairs.original, pairs.rewrite), strict=True)
    ]
    return Part(Sides(sides[0][0], sides[1][0]), Sides(sides[0][1], sides[1][1]))


def _side(space: Space, cutting: Cutting, chosen: Longs, judged: Longs, reach: int) -> tuple[Features, Longs]:
    size = len(cutting.edges)
    places = np.cumsum(np.minimum(np.diff(chosen, prepend=-1), reach)) - 1
    last, left = (int(places[-1]), size - 1 - int(chosen[-1])) if len(chosen) else (-1, size)
    rows = last + 1 + min(left, reach)
    numbers = np.full(size, -1, dtype=np.int64)
    numbers[chosen] = places
    found, filled = counted(space, cutting, judged), numbers[judged]
    lengths = np.zeros(rows, dtype=found.lengths.dtype)
    lengths[filled] = found.lengths
    return Features(_spread(found.words, filled, rows), _spread(found.groups, filled, rows), lengths), numbers


def _spread(rows: Rows, places: Longs, size: int) -> Rows:
    """Put rows at some places among empty ones."""
    lengths = np.zeros(size, dtype=np.int64)
    lengths[places] = np.diff(rows.bounds)
    mass = np.zeros(size, dtype=rows.mass.dtype)
    mass[places] = rows.mass
    return Rows(np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)]), rows.columns, rows.weights, mass)
