"""Pairs of sentences that may say the same thing, found by what they share, rarest first, and not by trying all pairs.

An inverted index over the character groups: every feature proposes each original sentence that has it to each rewrite sentence that
has it, the features with the fewest such pairs first, until the budget is spent. Short articles stay below it, so all pairs with
anything in common are looked at; in a book only the rarer features speak.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rewritediff.core.features import Features
from rewritediff.core.values import Sides
from rewritediff.core.vectors import Longs, Rows

Weights = npt.NDArray[np.float64]

BUDGET = 30
"""Proposals for each sentence of either side: in 5,000 sentences a side the right pair is among the kept ones 99.9 % of the time."""
FREE = 200_000
"""Proposals that a pair of any size may spend: all pairs of two news articles."""
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
    """Find the pairs worth a closer look."""
    size = len(features.rewrite.words)
    sentences = len(features.original.words) + size
    found = [
        _leading(features.original.words, features.rewrite.words, FREE + BUDGET * sentences),
        _leading(features.original.groups, features.rewrite.groups, FREE),
    ]
    keys = np.unique(np.concatenate(found))
    return Pairs(keys // max(1, size), keys % max(1, size), len(features.original.words), size)


def _leading(rows: Rows, others: Rows, budget: int) -> Longs:
    """Give the keys of the pairs that share most, among the best of either sentence."""
    size = len(others)
    keys, scores = _proposals(rows, others, budget)
    if not len(keys):
        return keys
    scores = scores / np.sqrt(np.maximum(rows.mass[keys // size] * others.mass[keys % size], 1e-9))
    return keys[_best(keys // size, scores) | _best(keys % size, scores)]


def _proposals(rows: Rows, others: Rows, budget: int) -> tuple[Longs, Weights]:
    """Spend the budget on the rarest shared features; give the pairs proposed and the weight that they share."""
    columns = int(max(rows.columns.max(initial=0), others.columns.max(initial=0))) + 1
    left, left_ends = _postings(rows, columns)
    right, right_ends = _postings(others, columns)
    left_counts, right_counts = np.diff(left_ends), np.diff(right_ends)
    products = left_counts * right_counts
    shared = np.flatnonzero(products)
    shared = shared[np.argsort(products[shared], kind="stable")]
    shared = np.sort(shared[: max(1, int(np.searchsorted(np.cumsum(products[shared]), budget, side="right")))])
    chunks = np.array_split(shared, max(1, int(products[shared].sum() // 2_000_000)))
    keys, sums = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float64)
    for chunk in chunks:
        more_keys, more = _cross(chunk, (left, left_ends, rows), (right, right_ends, others))
        keys, sums = _added(np.concatenate([keys, more_keys]), np.concatenate([sums, more]))
    return keys, sums


def _postings(rows: Rows, columns: int) -> tuple[Longs, Longs]:
    """Give the places of the entries column by column, and where each column begins."""
    order = np.argsort(rows.columns, kind="stable")
    ends = np.zeros(columns + 1, dtype=np.int64)
    np.cumsum(np.bincount(rows.columns, minlength=columns), out=ends[1:])
    return order, ends


def _cross(columns: Longs, left: tuple[Longs, Longs, Rows], right: tuple[Longs, Longs, Rows]) -> tuple[Longs, Weights]:
    """Pair every entry of a column on the left with every entry of it on the right."""
    left_counts = left[1][columns + 1] - left[1][columns]
    right_counts = right[1][columns + 1] - right[1][columns]
    totals = left_counts * right_counts
    ends = np.cumsum(totals)
    within = np.arange(int(ends[-1]) if len(ends) else 0, dtype=np.int64) - np.repeat(ends - totals, totals)
    widths = np.repeat(right_counts, totals)
    first = left[0][np.repeat(left[1][columns], totals) + within // np.maximum(widths, 1)]
    second = right[0][np.repeat(right[1][columns], totals) + within % np.maximum(widths, 1)]
    weights = left[2].weights[first].astype(np.float64) * right[2].weights[second]
    return _added(_row_of(left[2], first) * len(right[2]) + _row_of(right[2], second), weights)


def _row_of(rows: Rows, entries: Longs) -> Longs:
    return np.searchsorted(rows.bounds, entries, side="right") - 1


def _added(keys: Longs, weights: Weights) -> tuple[Longs, Weights]:
    """Add up the weights of equal keys."""
    if not len(keys):
        return keys, weights
    order = np.argsort(keys, kind="stable")
    keys, weights = keys[order], weights[order]
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]]))
    return keys[starts], np.add.reduceat(weights, starts)


def _best(groups: Longs, scores: Weights) -> npt.NDArray[np.bool_]:
    """Mark the best pairs of each group; equal scores keep the earlier pair."""
    order = np.lexsort((np.arange(len(groups)), -scores, groups))
    ordered = groups[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]]))
    rank = np.arange(len(ordered)) - np.repeat(starts, np.diff(np.concatenate([starts, [len(ordered)]])))
    marked = np.zeros(len(groups), dtype=bool)
    marked[order[rank < KEPT]] = True
    return marked
