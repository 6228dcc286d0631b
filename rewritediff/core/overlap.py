"""What each pair of sentences shares: the cosine of their rows, and how much of each is found in the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rewritediff.core.candidates import Pairs
from rewritediff.core.progress import Tick, quiet
from rewritediff.core.vectors import Floats, Longs, Rows, sums

SCRATCH = 1_000_000
"""Cells laid out at a time: 4 MB, which stays in reach of the processor's caches; four times as many take longer to get than to fill."""

ENTRIES = 2_000_000
"""Entries of rows compared at a time: some 60 MB while they are."""


@dataclass(frozen=True, slots=True, eq=False)
class Overlap:
    """Hold for each pair its cosine and the mass of each sentence that is found in the other."""

    cosine: Floats
    of_original: Floats
    """Share of the original sentence's mass that stands in the rewrite sentence too."""
    of_rewrite: Floats

    def swapped(self, order: Longs) -> Overlap:
        """Give the same with the sides exchanged and the pairs in another order."""
        return Overlap(self.cosine[order], self.of_rewrite[order], self.of_original[order])


def overlap(original: Rows, rewrite: Rows, pairs: Pairs, columns: int, tick: Tick = quiet) -> Overlap:
    """Compare the rows of each pair."""
    product, left, right = shared_mass(original, rewrite, pairs, columns, tick)
    left_mass, right_mass = _positive(original.mass[pairs.original]), _positive(rewrite.mass[pairs.rewrite])
    return Overlap(product / np.sqrt(left_mass * right_mass), left / left_mass, right / right_mass)


def _positive(mass: Floats) -> Floats:
    """Keep empty rows from being divided by nothing; they share nothing anyway."""
    return np.maximum(mass, np.float32(1e-9))


def shared_mass(original: Rows, rewrite: Rows, pairs: Pairs, columns: int, tick: Tick = quiet) -> tuple[Floats, Floats, Floats]:
    """Give for each pair the product of the shared weights, and the mass of what is shared on each side."""
    found = [np.zeros(len(pairs), dtype=np.float32) for _ in range(3)]
    height = max(1, SCRATCH // max(1, columns))
    scratch = np.zeros(min(height, max(1, pairs.originals)) * columns, dtype=np.float32)
    for first in range(0, pairs.originals, height):
        low, high = np.searchsorted(pairs.original, (first, first + height))
        if low == high:
            continue
        own = slice(original.bounds[first], original.bounds[min(first + height, pairs.originals)])
        sizes = np.diff(original.bounds[first : min(first + height, pairs.originals) + 1])
        cells = np.repeat(np.arange(len(sizes), dtype=np.int64) * columns, sizes) + original.columns[own]
        scratch[cells] = original.weights[own]
        for part in _slices(rewrite, pairs.rewrite, int(low), int(high)):
            tick(part.start / len(pairs))
            positions, begins = rewrite.gather(pairs.rewrite[part])
            lines = np.repeat((pairs.original[part] - first) * columns, np.diff(begins))
            left = scratch[lines + rewrite.columns[positions]]
            right = np.where(left > 0, rewrite.weights[positions], np.float32(0))
            for values, into in zip((left * right, left * left, right * right), found, strict=True):
                into[part] = sums(values.astype(np.float64), begins)
        scratch[cells] = 0
    return found[0], found[1], found[2]


def _slices(rows: Rows, numbers: Longs, low: int, high: int) -> list[slice]:
    """Cut pairs into stretches whose rows have some ENTRIES entries together, so that memory stays bounded."""
    sizes = np.cumsum(rows.bounds[numbers[low:high] + 1] - rows.bounds[numbers[low:high]])
    cuts = np.searchsorted(sizes, np.arange(ENTRIES, int(sizes[-1]) + 1, ENTRIES)) + low
    edges = sorted({low, *cuts.tolist(), high})
    return [slice(begin, end) for begin, end in pairwise(edges)]
