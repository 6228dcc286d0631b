"""Sparse rows of weighted features on plain numpy: enough linear algebra for sentences, and no more.

A row is a sentence, a column a feature (a word, a group of four characters). Columns of a row rise. Weights are
(1 + log tf) * idf; IDF counts the paragraphs of both texts, so that cutting a sentence does not change the weight of a word.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rewritediff.core.progress import Tick, quiet, within

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]
Flags = npt.NDArray[np.bool_]
Weights = npt.NDArray[np.float64]

WORDS = 50_000
"""Words counted at a time: 2,000 sentences of prose, in 25 ms."""
CHUNK = 4096
"""Rows counted at a time: the keys of one chunk are sorted in memory, some 15 MB for news sentences."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Hold sparse rows: row r has the columns and weights from bounds[r] up to bounds[r + 1]."""

    bounds: Longs
    columns: Ints
    weights: Floats
    mass: Floats
    """The sum of the squared weights of each row."""

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def gather(self, rows: Longs) -> tuple[Longs, Longs]:
        """Give the positions of the entries of some rows one after the other, and where each row's entries begin among them."""
        lengths = self.bounds[rows + 1] - self.bounds[rows]
        begins = np.zeros(len(rows) + 1, dtype=np.int64)
        np.cumsum(lengths, out=begins[1:])
        positions = np.arange(begins[-1], dtype=np.int64) + np.repeat(self.bounds[rows] - begins[:-1], lengths)
        return positions, begins


@dataclass(frozen=True, slots=True, eq=False)
class Parts:
    """Name the parts of each of a vocabulary's words: word w has the columns from bounds[w] up to bounds[w + 1]."""

    bounds: Longs
    columns: Ints
    kinds: int
    """How many different parts there are."""

    def expand(self, row_of: Longs, words: Longs) -> tuple[Longs, Longs]:
        """Put the parts of each word in its place."""
        lengths = self.bounds[words + 1] - self.bounds[words]
        ends = np.cumsum(lengths)
        total = int(ends[-1]) if len(ends) else 0
        positions = np.arange(total, dtype=np.int64) + np.repeat(self.bounds[words] - (ends - lengths), lengths)
        return np.repeat(row_of, lengths), self.columns[positions].astype(np.int64)


def count(row_of: Longs, words: Longs, rows: int, parts: Parts, idf: Floats | None = None, tick: Tick = quiet) -> Rows:
    """Count the parts of words into rows, weighted by `idf` where given; `row_of` must rise."""
    columns = max(1, parts.kinds)
    bounds = [np.zeros(1, dtype=np.int64)]
    kept_columns: list[Ints] = []
    kept_weights: list[Floats] = []
    filled = 0
    for first in range(0, rows, CHUNK):
        last = min(rows, first + CHUNK)
        low, high = np.searchsorted(row_of, (first, last))
        keys, counts = _counted(row_of[low:high], words[low:high], parts, within(tick, first / rows, last / rows))
        chunk_columns = (keys % columns).astype(np.int32)
        kept_columns.append(chunk_columns)
        kept_weights.append(((1 + np.log(counts)) * (idf[chunk_columns] if idf is not None else 1)).astype(np.float32))
        ends = np.searchsorted(keys, np.arange(first + 1, last + 1, dtype=np.int64) * columns)
        bounds.append(ends + filled)
        filled += len(keys)
    return _rows(bounds, kept_columns, kept_weights)


def shared_with_next(rows: Rows, gap: int, columns: int, tick: Tick = quiet) -> Rows:
    """Give for each row what it shares with the row `gap` further on, with its own weights; the last `gap` rows are empty."""
    bounds = [np.zeros(1, dtype=np.int64)]
    kept_columns: list[Ints] = []
    kept_weights: list[Floats] = []
    filled, total = 0, len(rows)
    for first in range(0, total, CHUNK):
        tick(first / total)
        last = min(total, first + CHUNK)
        here = _keys(rows, first, last, columns)
        there = _keys(rows, min(total, first + gap), min(total, last + gap), columns) - gap * columns
        mask = np.isin(here, there, assume_unique=True)
        own = slice(rows.bounds[first], rows.bounds[last])
        kept_columns.append(rows.columns[own][mask])
        kept_weights.append(rows.weights[own][mask])
        ends = np.searchsorted(here[mask], np.arange(first + 1, last + 1, dtype=np.int64) * columns)
        bounds.append(ends + filled)
        filled += int(mask.sum())
    return _rows(bounds, kept_columns, kept_weights)


def _keys(rows: Rows, first: int, last: int, columns: int) -> Longs:
    numbers = np.repeat(np.arange(first, last, dtype=np.int64), np.diff(rows.bounds[first : last + 1]))
    keys: Longs = numbers * columns + rows.columns[rows.bounds[first] : rows.bounds[last]]
    return keys


def _rows(bounds: list[Longs], columns: list[Ints], weights: list[Floats]) -> Rows:
    bound, weight = np.concatenate(bounds), np.concatenate([np.zeros(0, dtype=np.float32), *weights])
    return Rows(bound, np.concatenate([np.zeros(0, dtype=np.int32), *columns]), weight, sums(weight.astype(np.float64) ** 2, bound))


def _counted(row_of: Longs, words: Longs, parts: Parts, tick: Tick) -> tuple[Longs, Longs]:
    """Count the keys of rows and columns, WORDS at a time: a sentence may be as long as a book."""
    found = [(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64))]
    for first in range(0, len(words), WORDS):
        tick(first / len(words))
        part_rows, part_columns = parts.expand(row_of[first : first + WORDS], words[first : first + WORDS])
        found.append(np.unique(part_rows * max(1, parts.kinds) + part_columns, return_counts=True))
    if len(found) <= 2:
        return found[-1]
    keys, places = np.unique(np.concatenate([keys for keys, _ in found]), return_inverse=True)
    counts = np.zeros(len(keys), dtype=np.int64)
    np.add.at(counts, places, np.concatenate([counts for _, counts in found]))
    return keys, counts


def stacked(parts: list[Rows]) -> Rows:
    """Put rows below each other."""
    ends = np.cumsum([0, *(len(part.columns) for part in parts)])
    bounds = [part.bounds[1:] + end for part, end in zip(parts, ends.tolist(), strict=False)]
    first = np.zeros(1, dtype=np.int64)
    columns, weights = np.concatenate([part.columns for part in parts]), np.concatenate([part.weights for part in parts])
    return Rows(np.concatenate([first, *bounds]), columns, weights, np.concatenate([part.mass for part in parts]))


def sums(values: npt.NDArray[np.float64], bounds: Longs) -> Floats:
    """Add up the values of each row; a row's sum is the same to the last digit whichever rows stand before it."""
    found = np.zeros(len(bounds) - 1, dtype=np.float32)
    filled = bounds[1:] > bounds[:-1]
    if filled.any():
        found[filled] = np.add.reduceat(values, bounds[:-1][filled])
    return found


def idf_of(paragraphs_with: Longs, paragraphs: int) -> Floats:
    """Weigh features by how few paragraphs have them: log((N + 1) / (df + 1)) + 1, smoothed as usual for short collections."""
    return (np.log((paragraphs + 1) / (paragraphs_with + 1)) + 1).astype(np.float32)
