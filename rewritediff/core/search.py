"""The search for the set of links with the strongest evidence.

A chain walks through the grid of original and rewrite sentences and never turns back. Each pair that it visits pays in its log odds:
those of a new link when it comes from anywhere above and to the left, those of a further sentence when it stays in its row or column.
So one-to-one, split, merged and rearranged passages are decided together (a path of a hidden Markov model; Viterbi's method, with a
tree of best chain ends in place of the full grid, so that the cost grows with the pairs and not with their grid).

The strongest chain of all is the common order of both texts. What it leaves over and what would cross it is linked pair by pair, the
surest first: it has moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import numpy as np

from rewritediff.core.best_ends import NO_END, End, best_before, best_ends, raise_end
from rewritediff.core.candidates import Pairs
from rewritediff.core.evidence import Steps, lead_odds
from rewritediff.core.vectors import Floats, Longs

PRUNED = -4.0
"""Log odds below which a pair is not tried even as a further sentence: one in fifty of them would be right."""

Chain = list[tuple[int, float]]
"""Places of pairs, in order, with the log odds by which each of them entered."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Hold the pairs, the odds of each as a new link, and of the steps to the pairs beside it."""

    pairs: Pairs
    odds: Floats
    cosine: Floats
    across: tuple[Steps, ...]
    """From (i, j) to (i, j + 1), and to (i, j + 2)."""
    down: tuple[Steps, ...]
    """From (i, j) to (i + 1, j), and to (i + 2, j); places are those of the swapped pairs."""
    down_order: Longs
    """Where each of the swapped pairs stands among the pairs."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Hold the log odds that must be reached by a link in order, by a further sentence, and by a link out of order."""

    link: float
    extra: float
    moved: float


@dataclass(frozen=True, slots=True)
class Found:
    """Hold the links that keep the common order of both texts, and those that do not."""

    in_order: Chain
    out_of_order: Chain


def first_look(grid: Grid, floors: Floors, should_stop: Callable[[], None]) -> Found:
    """Find the strongest chain, then the links of what it leaves over."""
    arrivals = _arrivals(grid, floors.extra)
    originals, rewrites = grid.pairs.original.tolist(), grid.pairs.rewrite.tolist()
    odds = grid.odds - np.float32(floors.link)
    free = np.flatnonzero(odds > PRUNED)
    common = _strongest(free.tolist(), originals, rewrites, odds.tolist(), arrivals, floors, should_stop)
    linked = np.array([k for k, _ in common], dtype=np.int64)
    left = _left_over(grid.pairs, free, linked)
    left, odds = _out_of_order(grid, left, linked)
    ranked = np.lexsort((left, -odds))
    over = ranked[odds[ranked] > floors.moved]
    return Found(common, _surest(zip(left[over].tolist(), odds[over].tolist(), strict=True), originals, rewrites))


def without_crossings(ranked: Iterable[tuple[int, int]]) -> list[bool]:
    """Tell which of the pairs, the surest first, cross none that was taken before them."""
    taken: list[tuple[int, int]] = []
    fits = []
    for pair in ranked:
        at = bisect_left(taken, pair)
        crosses_above = at > 0 and taken[at - 1][0] < pair[0] and taken[at - 1][1] > pair[1]
        crosses_below = at < len(taken) and taken[at][0] > pair[0] and taken[at][1] < pair[1]
        fits.append(not crosses_above and not crosses_below)
        if fits[-1]:
            taken.insert(at, pair)
    return fits


def _surest(ranked: Iterable[tuple[int, float]], originals: list[int], rewrites: list[int]) -> Chain:
    """Take the pairs that a chain left over, the surest first, each sentence once."""
    taken: tuple[set[int], set[int]] = (set(), set())
    chosen: Chain = []
    for k, odds in ranked:
        if originals[k] not in taken[0] and rewrites[k] not in taken[1]:
            chosen.append((k, odds))
            taken[0].add(originals[k])
            taken[1].add(rewrites[k])
    return chosen


def _left_over(pairs: Pairs, free: Longs, chain: Longs) -> Longs:
    """Give the pairs whose sentences a chain did not link."""
    taken_original, taken_rewrite = np.zeros(pairs.originals, dtype=bool), np.zeros(pairs.rewrites, dtype=bool)
    taken_original[pairs.original[chain]] = True
    taken_rewrite[pairs.rewrite[chain]] = True
    return free[~taken_original[pairs.original[free]] & ~taken_rewrite[pairs.rewrite[free]]]


def _out_of_order(grid: Grid, left: Longs, common: Longs) -> tuple[Longs, Floats]:
    """Give the pairs that cross a link of the chain, and their odds judged anew: their rivals are taken, so each is further ahead."""
    originals, rewrites = grid.pairs.original[left], grid.pairs.rewrite[left]
    gained = lead_odds(originals, rewrites, grid.cosine[left]) - lead_odds(grid.pairs.original, grid.pairs.rewrite, grid.cosine)[left]
    crosses = np.searchsorted(grid.pairs.original[common], originals) != np.searchsorted(np.sort(grid.pairs.rewrite[common]), rewrites)
    return left[crosses], (grid.odds[left] + gained)[crosses]


Entry = tuple[int, float, float | None]
"""The pair before, the odds by which this one entered, and those by which the pair before joins this one where it is so turned round."""
Arrival = tuple[int, float, float]
"""The pair that a step comes from, the odds that this one joins it, and the odds that the former joins this one."""


def _arrivals(grid: Grid, floor: float) -> dict[int, list[Arrival]]:
    """Gather for each pair the steps that lead to it."""
    arrivals: dict[int, list[Arrival]] = {}
    for families, order in ((grid.across, None), (grid.down, grid.down_order)):
        for steps in families:
            sources = np.flatnonzero(steps.partner >= 0)
            targets = steps.partner[sources]
            places = (sources, targets) if order is None else (order[sources], order[targets])
            second, first = steps.second_joins[sources] - floor, steps.first_joins[sources] - floor
            for source, target, joins, joined in zip(*(part.tolist() for part in (*places, second, first)), strict=True):
                arrivals.setdefault(target, []).append((source, joins, joined))
    return arrivals


def _strongest(
    free: list[int],
    originals: list[int],
    rewrites: list[int],
    odds: list[float],
    arrivals: dict[int, list[Arrival]],
    floors: Floors,
    should_stop: Callable[[], None],
) -> Chain:
    """Find the chain of free pairs with the largest sum; pairs come in rising order of original, then rewrite."""
    size = max((rewrites[k] for k in free), default=-1) + 1
    tree = best_ends(size)
    best: dict[int, float] = {}
    before: dict[int, Entry] = {}
    waiting: list[End] = []
    row, summit = -1, NO_END
    for count, k in enumerate(free):
        if originals[k] != row:
            for end in waiting:
                raise_end(tree, rewrites[end[1]], end)
            waiting, row = [], originals[k]
        if not count & 0xFFF:
            should_stop()
        value, source = best_before(tree, rewrites[k])
        entry: Entry = (source, odds[k] + floors.link, None)
        value += odds[k]
        for neighbour, joins, joined in arrivals.get(k, ()):
            if neighbour in best:
                turned = odds[k] + joined - odds[neighbour]
                gained = best[neighbour] + max(joins, turned)
                if gained > value:
                    value = gained
                    entry = (neighbour, joins + floors.extra, None)
                    if turned > joins:
                        entry = (neighbour, odds[k] + floors.link, joined + floors.extra)
        best[k], before[k] = value, entry
        waiting.append((value, k))
        summit = max(summit, (value, k), key=lambda end: end[0])
    return _walked(summit[1], before)


def _walked(end: int, before: dict[int, Entry]) -> Chain:
    chain: Chain = []
    turned: float | None = None
    while end >= 0:
        source, odds, joined = before[end]
        chain.append((end, odds if turned is None else turned))
        end, turned = source, joined
    return chain[::-1]
