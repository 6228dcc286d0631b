"""Candidate pairs after some sentences were cut otherwise: only what asks for words of those sentences is looked up anew.

The result is that of a full search, to the last digit. A sentence asks otherwise when one of the words that it looks up, or would now,
stands in a sentence that came or went; when it came itself; and when its best were tied with others, because a tie is broken by how far
apart sentences stand.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rewritediff.core.candidates import Candidates, Pairs, turn
from rewritediff.core.cuts import Renumbering
from rewritediff.core.features import Features
from rewritediff.core.lookup import Best, Index, best_of, is_rare, is_short, looked_up
from rewritediff.core.progress import Tick, within
from rewritediff.core.values import Side, Sides
from rewritediff.core.vectors import Longs, Rows, stacked


@dataclass(frozen=True, slots=True, eq=False)
class Recut:
    """Hold what became of the sentences of one text."""

    numbers: Renumbering
    came: Features
    """The features of the sentences that were not there before."""
    gone: Features
    """Those of the sentences that are not there any more."""


def candidates_again(earlier: Candidates, recut: Sides[Recut], tick: Tick) -> tuple[Candidates, Longs] | None:
    """Find the pairs worth a closer look from those of the same texts cut otherwise; None where they must be found from the beginning.

    With them comes the place that each pair had before, -1 where it is new.
    """
    if earlier.index is None:
        return None
    index = Sides(*(_indexed(side, cut) for side, cut in zip(earlier.index, recut, strict=True)))
    groups = Sides(*(_regrouped(counts, cut) for counts, cut in zip(earlier.groups, recut, strict=True)))
    if is_short(groups) or is_short(index.map(lambda side: side.counts)):
        return None
    asked = Sides(_asking(earlier, index, recut, Side.ORIGINAL), _asking(earlier, index, recut, Side.REWRITE))
    first = best_of(index.original, index.rewrite, asked.original, within(tick, 0, 0.5))
    found = Sides(first, best_of(index.rewrite, index.original, asked.rewrite, within(tick, 0.5, 1)))
    return _merged(earlier, index, groups, recut.map(lambda cut: cut.numbers), asked, found)


def _indexed(earlier: Index, cut: Recut) -> Index:
    """Index the rows as they are now."""
    if cut.numbers.is_plain:
        return earlier
    before, fresh = cut.numbers.before, cut.came.words
    rows = earlier.rows
    both = stacked([rows, fresh])
    chosen = before.copy()
    chosen[before < 0] = len(rows) + np.arange(len(fresh))
    positions, begins = both.gather(chosen)
    columns = both.columns[positions]
    now = np.full(len(both.columns), -1, dtype=np.int64)
    now[positions] = np.arange(len(positions))
    kept = now[earlier.by_column]
    kept = kept[kept >= 0]
    new = now[len(rows.columns) :]
    new = new[np.argsort(columns[new], kind="stable")]
    size = max(1, len(columns))
    places = np.searchsorted(columns[kept] * np.int64(size) + kept, columns[new] * np.int64(size) + new)
    by_column = np.insert(kept, places, new)
    return Index(
        Rows(begins, columns, both.weights[positions], both.mass[chosen]), by_column, _recounted(earlier.counts, fresh, cut.gone.words)
    )


def _recounted(counts: Longs, came: Rows, gone: Rows) -> Longs:
    """Count the rows that have each column from those that had it; no cut brings new words."""
    return counts + np.bincount(came.columns, minlength=len(counts)) - np.bincount(gone.columns, minlength=len(counts))


def _regrouped(counts: Longs, cut: Recut) -> Longs:
    return _recounted(counts, cut.came.groups, cut.gone.groups)


def _asking(earlier: Candidates, index: Sides[Index], recut: Sides[Recut], side: Side) -> Longs:
    """Give the sentences of a side that ask otherwise than before."""
    other = recut[side.other]
    assert earlier.index is not None
    old, new = earlier.index[side.other].counts, index[side.other].counts
    columns = np.unique(np.concatenate([other.came.words.columns, other.gone.words.columns]))
    columns = columns[is_rare(old[columns]) | is_rare(new[columns])]
    near = index[side].rows_with(columns)
    rows = index[side].rows
    positions, begins = rows.gather(near)
    row_of, asked = np.repeat(near, np.diff(begins)), rows.columns[positions]
    touched = np.zeros(len(new), dtype=bool)
    touched[columns] = True
    chosen = np.concatenate([looked_up(row_of, asked, counts, everything=False) for counts in (old, new)])
    numbers = recut[side].numbers
    tied = numbers.now[earlier.tied[side]]
    return np.unique(np.concatenate([row_of[chosen[touched[asked[chosen]]]], np.flatnonzero(numbers.before < 0), tied[tied >= 0]]))


def _merged(
    earlier: Candidates, index: Sides[Index], groups: Sides[Longs], numbers: Sides[Renumbering], asked: Sides[Longs], found: Sides[Best]
) -> tuple[Candidates, Longs]:
    """Put the pairs that stay and those that were found together; give the place that each had, -1 where it is new."""
    pairs, sizes = earlier.pairs, index.map(lambda side: len(side.rows))
    ends = Sides(numbers.original.now[pairs.original], numbers.rewrite.now[pairs.rewrite])
    alive = (ends.original >= 0) & (ends.rewrite >= 0)
    flags = []
    for side in Side:
        again = np.zeros(sizes[side], dtype=bool)
        again[asked[side]] = True
        flags.append(earlier.best[side] & alive & ~again[ends[side]])
    staying = np.flatnonzero(flags[0] | flags[1])
    keys = ends.original[staying] * sizes.rewrite + ends.rewrite[staying]
    own = [found.original.keys, turn(found.rewrite.keys, sizes)]
    new = np.unique(np.concatenate(own))
    where = np.searchsorted(keys, new)
    fresh = np.append(keys, -1)[where] != new
    new, where = new[fresh], where[fresh]
    every = np.insert(keys, where, new)
    best = [np.insert(flag[staying], where, False) for flag in flags]
    for flag, more in zip(best, own, strict=True):
        flag[np.searchsorted(every, more)] = True
    size = max(1, sizes.rewrite)
    joined = Pairs(every // size, every % size, sizes.original, sizes.rewrite)
    result = Candidates(joined, Sides(best[0], best[1]), found.map(lambda each: each.tied), index, groups)
    return result, np.insert(staying, where, -1)
