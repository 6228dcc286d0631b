"""Pairs of sentences that may say the same thing, found by what they share and not by trying all pairs (lookup.py)."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from rewritediff.core.features import Features
from rewritediff.core.lookup import Best, Index, best_of, is_short
from rewritediff.core.progress import Tick, quiet, within
from rewritediff.core.values import Sides
from rewritediff.core.vectors import Flags, Longs, Rows


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

    def by_rewrite(self) -> Longs:
        """Give the places of the pairs in rising order of rewrite, then original."""
        return np.argsort(self.rewrite, kind="stable")

    def swapped(self) -> tuple[Pairs, Longs]:
        """Give the same pairs with the sides exchanged, and where each of them stood."""
        order = np.lexsort((self.original, self.rewrite))
        return Pairs(self.rewrite[order], self.original[order], self.rewrites, self.originals), order


@dataclass(frozen=True, slots=True, eq=False)
class Candidates:
    """Hold the pairs worth a closer look, and why each is among them."""

    pairs: Pairs
    best: Sides[Flags]
    """Which pairs are among the best of their original, and of their rewrite sentence."""
    tied: Sides[Longs]
    """Sentences of which some of the best are no better than others that were passed over."""
    index: Sides[Index] | None
    """None where the texts are so short that everything that meets was looked at."""
    groups: Sides[Longs]
    """How many sentences of each text have each group of characters."""


def candidates(features: Sides[Features], tick: Tick = quiet) -> Candidates:
    """Find the pairs worth a closer look; the same ones whichever side is called the original."""
    index = _indexes(features.map(lambda side: side.words))
    counts = _counts(features.map(lambda side: side.groups))
    found = _best(index, within(tick, 0, 0.9))
    tied = found.map(lambda best: best.tied)
    if is_short(counts):
        more = _best(_indexes(features.map(lambda side: side.groups)), within(tick, 0.9, 1))
        found = Sides(*(Best(np.union1d(*(best.keys for best in both)), both[0].tied) for both in zip(found, more, strict=True)))
    short = is_short(counts) or is_short(index.map(lambda side: side.counts))
    keys, best = union(found, index.map(lambda side: len(side.rows)))
    size = max(1, len(index.rewrite.rows))
    pairs = Pairs(keys // size, keys % size, len(index.original.rows), len(index.rewrite.rows))
    return Candidates(pairs, best, tied, None if short else index, counts)


def candidates_within(features: Sides[Features], parts: Sides[Longs]) -> Pairs:
    """Find among sentences of one and the same part those that share most words; `parts` numbers each sentence's part, -1 is none.

    What stands in 30 sections has its partner seldom among the best few that are least far apart, once sections have moved.
    """
    words = features.map(lambda side: side.words)
    original, rewrite = _parted(words.original, parts.original, -1), _parted(words.rewrite, parts.rewrite, -2)
    known = np.union1d(original, rewrite)
    rows = replace(words.original, columns=np.searchsorted(known, original).astype(np.int32))
    others = replace(words.rewrite, columns=np.searchsorted(known, rewrite).astype(np.int32))
    keys, _ = union(_best(_indexes(Sides(rows, others)), quiet), Sides(len(rows), len(others)))
    size = max(1, len(others))
    return Pairs(keys // size, keys % size, len(rows), len(others))


def _parted(rows: Rows, parts: Longs, none: int) -> Longs:
    """Number the entries of rows anew, so that only those of the same part can meet."""
    part_of = np.repeat(parts, np.diff(rows.bounds))
    # the multiple is larger than any column, and the same for both sides
    return np.where(part_of >= 0, part_of * np.int64(2**31) + rows.columns, none)


def _best(index: Sides[Index], tick: Tick) -> Sides[Best]:
    first = best_of(index.original, index.rewrite, np.arange(len(index.original.rows)), within(tick, 0, 0.5))
    return Sides(first, best_of(index.rewrite, index.original, np.arange(len(index.rewrite.rows)), within(tick, 0.5, 1)))


def _indexes(rows: Sides[Rows]) -> Sides[Index]:
    columns = len(_counts(rows).original)
    return rows.map(lambda side: Index.of(side, columns))


def _counts(rows: Sides[Rows]) -> Sides[Longs]:
    """Count for each column the rows that have it."""
    columns = 1 + max(int(side.columns.max(initial=-1)) for side in rows)
    return rows.map(lambda side: np.bincount(side.columns, minlength=columns))


def union(found: Sides[Best], sizes: Sides[int]) -> tuple[Longs, Sides[Flags]]:
    """Put the best pairs of both sides together, by keys of (original, rewrite); tell which are the best of which side."""
    turned = turn(found.rewrite.keys, sizes)
    keys = np.sort(np.concatenate([found.original.keys, turned]))
    keys = keys[np.diff(keys, prepend=-1) > 0]
    flags = []
    for own in (found.original.keys, turned):
        flag = np.zeros(len(keys), dtype=bool)
        flag[np.searchsorted(keys, own)] = True
        flags.append(flag)
    return keys, Sides(flags[0], flags[1])


def turn(keys: Longs, sizes: Sides[int]) -> Longs:
    """Turn keys of (rewrite, original) into keys of (original, rewrite)."""
    turned: Longs = keys % max(1, sizes.original) * sizes.rewrite + keys // max(1, sizes.original)
    return turned
