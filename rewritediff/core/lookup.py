"""Which sentences of the other text share most with a sentence: an inverted index, in which it asks for those that have its rarest words.

Where two texts are short, every pair that shares anything is looked at. Either way only the best few of each sentence are kept.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rewritediff.core.progress import Tick
from rewritediff.core.values import Sides
from rewritediff.core.vectors import Flags, Longs, Rows, Weights

ALL = 400_000
"""Meetings of equal features in two texts up to which all of them are counted: two articles of 100 sentences have some 200,000."""
RAREST = 5
"""Words of a sentence that are looked up otherwise: with a third of its words exchanged, three are left to find it by, from either side."""
COMMON = 200
"""Sentences that may hold a word that is looked up: a word in more of them tells too little for what it costs."""
CHUNK = 250_000
"""Meetings added up at a time: some 12 MB while they are, and 50 ms."""
KEPT = 12
"""Best pairs kept for each sentence: the right one is among the best five, its neighbours need room beside it."""


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Hold the rows of one text, and which of them have each column."""

    rows: Rows
    by_column: Longs
    """The entries of the rows in the order of their columns."""
    counts: Longs
    """How many rows have each column."""

    @classmethod
    def of(cls, rows: Rows, columns: int) -> Index:
        """Index rows of so many columns."""
        return cls(rows, np.argsort(rows.columns, kind="stable"), np.bincount(rows.columns, minlength=columns))

    def entries(self, columns: Longs | npt.NDArray[np.int32]) -> Longs:
        """Give the entries of some columns one after the other."""
        counts = self.counts[columns]
        ends = np.cumsum(counts)
        inside = np.arange(int(counts.sum()), dtype=np.int64) - np.repeat(ends - counts, counts)
        begins = np.cumsum(self.counts) - self.counts
        entries: Longs = self.by_column[np.repeat(begins[columns], counts) + inside]
        return entries

    def rows_with(self, columns: Longs) -> Longs:
        """Give the rows that have any of some columns."""
        return np.unique(np.searchsorted(self.rows.bounds, self.entries(columns), side="right") - 1)


@dataclass(frozen=True, slots=True, eq=False)
class Best:
    """Hold the best pairs of some rows."""

    keys: Longs
    """The number of the row times the number of other rows, plus the number of the other row; rising."""
    tied: Longs
    """Rows of which others share as much as the last of the best."""


def is_short(counts: Sides[Longs]) -> bool:
    """Tell by how many rows of each text have each column whether everything that meets may be looked at."""
    return int(np.dot(counts.original, counts.rewrite)) <= ALL


def is_rare(meetings: Longs) -> Flags:
    """Tell which words are looked up at all, by how many rows have each."""
    rare: Flags = (meetings > 0) & (meetings <= COMMON)
    return rare


def best_of(asking: Index, asked: Index, which: Longs, tick: Tick) -> Best:
    """Find for some rows of a text the rows of the other that share most with them."""
    positions, begins = asking.rows.gather(which)
    row_of = np.repeat(which, np.diff(begins))
    columns = asking.rows.columns[positions]
    chosen = looked_up(row_of, columns, asked.counts, everything=is_short(Sides(asking.counts, asked.counts)))
    positions, row_of, columns = positions[chosen], row_of[chosen], columns[chosen]
    found = []
    for part in _stretches(row_of, asked.counts[columns]):
        tick(part.start / len(row_of))
        found.append(_added_up(asking.rows, asked, positions[part], row_of[part]))
    none = np.zeros(0, dtype=np.int64)
    return Best(np.concatenate([none, *(best.keys for best in found)]), np.concatenate([none, *(best.tied for best in found)]))


def looked_up(row_of: Longs, columns: npt.NDArray[np.int32], counts: Longs, *, everything: bool) -> Longs:
    """Choose the entries that are looked up: those of the rarest words of each row; rows rise."""
    meetings = counts[columns]
    entries = np.flatnonzero(meetings if everything else is_rare(meetings))
    return entries if everything else entries[_ranks(row_of[entries], meetings[entries]) < RAREST]


def _stretches(row_of: Longs, counts: Longs) -> list[slice]:
    """Cut entries, at the ends of rows, into stretches that meet some CHUNK others together."""
    totals = np.cumsum(counts)
    cuts = np.searchsorted(totals, np.arange(CHUNK, int(totals[-1]) if len(totals) else 0, CHUNK))
    edges = sorted({0, len(row_of), *np.searchsorted(row_of, row_of[cuts]).tolist()})
    return [slice(begin, end) for begin, end in pairwise(edges)]


def _added_up(rows: Rows, asked: Index, positions: Longs, row_of: Longs) -> Best:
    """Add up what the rows of a stretch share with each other row; give the best."""
    others, size = asked.rows, len(asked.rows)
    columns = rows.columns[positions]
    counts = asked.counts[columns]
    met = asked.entries(columns)
    there = np.searchsorted(others.bounds, met, side="right") - 1
    weights = np.repeat(rows.weights[positions], counts).astype(np.float64) * others.weights[met]
    keys, sums = _added(np.repeat(row_of, counts) * size + there, weights)
    row_of, there = keys // size, keys % size
    scores = -sums / np.sqrt(np.maximum(rows.mass[row_of] * others.mass[there], 1e-9))
    near = scores <= _bars(row_of, scores)
    keys, row_of, there, scores = keys[near], row_of[near], there[near], scores[near]
    numbers, crowd = np.unique(row_of, return_counts=True)
    apart = np.abs(row_of * size - there * len(rows))
    return Best(keys[_ranks(row_of, scores, apart) < KEPT], numbers[crowd > KEPT])


def _added(keys: Longs, weights: Weights) -> tuple[Longs, Weights]:
    """Add up the weights of equal keys."""
    if not len(keys):
        return keys, weights
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[starts], np.add.reduceat(weights, starts)


def _bars(groups: Longs, scores: Weights) -> Weights:
    """Give for each member of a group the KEPT-lowest score of the group; groups rise. Sorting all of them took a third of a comparison."""
    starts = np.flatnonzero(np.diff(groups, prepend=-1))
    lengths = np.diff(starts, append=len(groups))
    bars = np.full(len(starts), np.inf)
    widths = np.ceil(np.log2(lengths)).astype(np.int64)
    for width in np.unique(widths[lengths > KEPT]).tolist():
        some = np.flatnonzero((widths == width) & (lengths > KEPT))
        table = np.full((len(some), 1 << width), np.inf)
        inside = np.arange(1 << width) < lengths[some, None]
        table[inside] = scores[(starts[some, None] + np.arange(1 << width))[inside]]
        bars[some] = np.partition(table, KEPT - 1, axis=1)[:, KEPT - 1]
    return np.repeat(bars, lengths)


def _ranks(groups: Longs, scores: npt.NDArray[np.generic], apart: Longs | None = None) -> Longs:
    """Rank each member of a group by its score, the lowest first; among equals the less far apart, then the earlier."""
    order = np.lexsort((scores, groups) if apart is None else (apart, scores, groups))
    ordered = groups[order]
    starts = np.flatnonzero(np.diff(ordered, prepend=-1))
    ranks = np.empty(len(groups), dtype=np.int64)
    ranks[order] = np.arange(len(groups)) - np.repeat(starts, np.diff(starts, append=len(groups)))
    return ranks
