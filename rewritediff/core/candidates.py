"""Pairs of sentences that may say the same thing, found by what they share and not by trying all pairs.

Short articles: every pair that shares anything is looked at. Long ones: an inverted index, in which each original sentence asks for the
rewrite sentences that have one of its rarest words. Either way only the best few pairs of each sentence are kept.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from rewritediff.core.features import Features
from rewritediff.core.values import Sides
from rewritediff.core.vectors import Longs, Rows

Weights = npt.NDArray[np.float64]

ALL = 400_000
"""Meetings of equal features in two texts up to which all of them are counted: two articles of 100 sentences have some 200,000."""
RAREST = 5
"""Words of a sentence that are looked up otherwise: with a third of its words exchanged, three are left to find it by, from either side."""
COMMON = 200
"""Sentences that may hold a word that is looked up: a word in more of them tells too little for what it costs."""
CHUNK = 1_000_000
"""Meetings added up at a time: some 50 MB while they are."""
KEPT = 12
"""Best pairs kept for each sentence: the right one is among the best five, its neighbours need room beside it."""


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Hold pairs of sentence numbers, sorted by original, then rewrite."""

    original: Longs
    rewrite: Longs
    originals: int
    rewrites: int

    def __len__(self) -> int:
        return len(self.original)

    @property
    def keys(self) -> Longs:
        keys: Longs = self.original * self.rewrites + self.rewrite
        return keys

    def find(self, original: Longs, rewrite: Longs) -> Longs:
        """Give the places of pairs among these, -1 where a pair is not there."""
        wanted = original * self.rewrites + rewrite
        keys = self.keys
        if not len(keys):
            return np.full(len(wanted), -1, dtype=np.int64)
        places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        inside = (original >= 0) & (original < self.originals) & (rewrite >= 0) & (rewrite < self.rewrites)
        return np.where(inside & (keys[places] == wanted), places, -1)

    def swapped(self) -> tuple[Pairs, Longs]:
        """Give the same pairs with the sides exchanged, and where each of them stood."""
        order = np.lexsort((self.original, self.rewrite))
        return Pairs(self.rewrite[order], self.original[order], self.rewrites, self.originals), order


def candidates(features: Sides[Features]) -> Pairs:
    """Find the pairs worth a closer look; the same ones whichever side is called the original."""
    originals, rewrites = len(features.original.words), len(features.rewrite.words)
    words, groups = features.map(lambda side: side.words), features.map(lambda side: side.groups)
    keys = np.union1d(_leading(words.original, words.rewrite), _turned(_leading(words.rewrite, words.original), originals, rewrites))
    if _meetings(groups.original, groups.rewrite).sum() <= ALL:
        keys = np.union1d(keys, _leading(groups.original, groups.rewrite))
        keys = np.union1d(keys, _turned(_leading(groups.rewrite, groups.original), originals, rewrites))
    size = max(1, rewrites)
    return Pairs(keys // size, keys % size, originals, rewrites)


def candidates_within(features: Sides[Features], parts: Sides[Longs]) -> Pairs:
    """Find among sentences of one and the same part those that share most words; `parts` numbers each sentence's part, -1 is none.

    What stands in 30 sections has its partner seldom among the KEPT that are least far apart, once sections have moved.
    """
    words = features.map(lambda side: side.words)
    original, rewrite = _parted(words.original, parts.original, -1), _parted(words.rewrite, parts.rewrite, -2)
    known = np.union1d(original, rewrite)
    rows = replace(words.original, columns=np.searchsorted(known, original).astype(np.int32))
    others = replace(words.rewrite, columns=np.searchsorted(known, rewrite).astype(np.int32))
    size = max(1, len(others))
    keys = np.union1d(_leading(rows, others), _turned(_leading(others, rows), len(rows), len(others)))
    return Pairs(keys // size, keys % size, len(rows), len(others))


def _parted(rows: Rows, parts: Longs, none: int) -> Longs:
    """Number the entries of rows anew, so that only those of the same part can meet."""
    part_of = np.repeat(parts, np.diff(rows.bounds))
    # the multiple is larger than any column, and the same for both sides
    return np.where(part_of >= 0, part_of * np.int64(2**31) + rows.columns, none)


def _turned(keys: Longs, originals: int, rewrites: int) -> Longs:
    """Turn keys of (rewrite, original) into keys of (original, rewrite)."""
    turned: Longs = keys % max(1, originals) * rewrites + keys // max(1, originals)
    return turned


def _leading(rows: Rows, others: Rows) -> Longs:
    """Give the keys of the pairs that share most, the best of each row."""
    meetings = _meetings(rows, others)
    everything = bool(meetings.sum() <= ALL)
    entries = np.flatnonzero(meetings if everything else (meetings > 0) & (meetings <= COMMON))
    row_of = np.repeat(np.arange(len(rows), dtype=np.int64), np.diff(rows.bounds))[entries]
    if not everything:
        rarest = _ranks(row_of, meetings[entries]) < RAREST
        entries, row_of = entries[rarest], row_of[rarest]
    by_column = np.argsort(others.columns, kind="stable")
    begins = np.searchsorted(others.columns[by_column], rows.columns[entries])
    asked = _Asked(rows, others, entries, row_of, begins, meetings[entries], by_column)
    found = [_best_of(asked, part) for part in _stretches(row_of, meetings[entries])]
    return np.concatenate([np.zeros(0, dtype=np.int64), *found])


@dataclass(frozen=True, slots=True, eq=False)
class _Asked:
    """Hold the entries of some rows that are looked up in other rows, and where the answers stand."""

    rows: Rows
    others: Rows
    entries: Longs
    row_of: Longs
    begins: Longs
    counts: Longs
    by_column: Longs


def _stretches(row_of: Longs, counts: Longs) -> list[slice]:
    """Cut entries, at the ends of rows, into stretches that meet some CHUNK others together."""
    totals = np.cumsum(counts)
    cuts = np.searchsorted(totals, np.arange(CHUNK, int(totals[-1]) if len(totals) else 0, CHUNK))
    edges = sorted({0, len(row_of), *np.searchsorted(row_of, row_of[cuts]).tolist()})
    return [slice(begin, end) for begin, end in pairwise(edges)]


def _best_of(asked: _Asked, part: slice) -> Longs:
    """Add up what the rows of a stretch share with each other row; give the keys of the best."""
    counts = asked.counts[part]
    ends = np.cumsum(counts)
    inside = np.arange(int(counts.sum()), dtype=np.int64) - np.repeat(ends - counts, counts)
    met = asked.by_column[np.repeat(asked.begins[part], counts) + inside]
    there = np.searchsorted(asked.others.bounds, met, side="right") - 1
    weights = np.repeat(asked.rows.weights[asked.entries[part]], counts).astype(np.float64) * asked.others.weights[met]
    size = len(asked.others)
    keys, sums = _added(np.repeat(asked.row_of[part], counts) * size + there, weights)
    sums = sums / np.sqrt(np.maximum(asked.rows.mass[keys // size] * asked.others.mass[keys % size], 1e-9))
    apart = np.abs(keys // size * size - keys % size * len(asked.rows))
    return keys[_ranks(keys // size, -sums, apart) < KEPT]


def _meetings(rows: Rows, others: Rows) -> Longs:
    """Count for each entry of some rows the other rows that have the same feature."""
    columns = int(max(rows.columns.max(initial=0), others.columns.max(initial=0))) + 1
    found: Longs = np.bincount(others.columns, minlength=columns)[rows.columns]
    return found


def _added(keys: Longs, weights: Weights) -> tuple[Longs, Weights]:
    """Add up the weights of equal keys."""
    if not len(keys):
        return keys, weights
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[starts], np.add.reduceat(weights, starts)


def _ranks(groups: Longs, scores: npt.NDArray[np.generic], apart: Longs | None = None) -> Longs:
    """Rank each member of a group by its score, the lowest first; among equals the less far apart, then the earlier."""
    order = np.lexsort((np.arange(len(groups)), np.zeros(len(groups)) if apart is None else apart, scores, groups))
    ordered = groups[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if len(groups) else np.zeros(0, dtype=np.int64)
    ranks = np.empty(len(groups), dtype=np.int64)
    ranks[order] = np.arange(len(groups)) - np.repeat(starts, np.diff(np.concatenate([starts, [len(groups)]])))
    return ranks
