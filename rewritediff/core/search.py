"""The search for the set of links with the strongest evidence.

One chain walks through the grid of original and rewrite sentences (walk.py), so that one-to-one, split, merged and rearranged passages are
decided together. It is the common order of both texts. What it leaves over and what would cross it is linked pair by pair, the surest
first: it has moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from rewritediff.core.candidates import Pairs
from rewritediff.core.evidence import lead_odds
from rewritediff.core.progress import Tick
from rewritediff.core.vectors import Floats, Longs, Weights
from rewritediff.core.walk import Joins, Track, Walk, walk

PRUNED = -4.0
"""Log odds below which a pair is not tried even as a further sentence: one in fifty of them would be right."""


@dataclass(frozen=True, slots=True, eq=False)
class Grid:
    """Hold the pairs, how alike each is, the odds of each as a new link, and of the steps between pairs beside each other."""

    pairs: Pairs
    cosine: Floats
    odds: Floats
    lead: Floats
    """The part of the odds that comes from being ahead of other pairs."""
    joins: Joins
    by_rewrite: Longs
    """The places of the pairs in rising order of rewrite, then original."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Hold the log odds that must be reached by a link in order, by a further sentence, and by a link out of order."""

    link: float
    extra: float
    moved: float


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Hold the places of pairs that are linked, and the log odds by which each entered; those of the common order come first."""

    places: Longs
    odds: Weights
    in_order: int
    """How many of them are the common order."""
    walk: Walk


def first_look(grid: Grid, floors: Floors, tick: Tick, before: Walk | None = None) -> Found:
    """Find the strongest chain, then the links of what would cross it; `before` is an earlier walk."""
    odds = grid.odds - np.float32(floors.link)
    free = np.flatnonzero(odds > PRUNED)
    joins = grid.joins.among(free, len(odds)).less(floors.extra)
    walked = walk(Track(grid.pairs.original[free], grid.pairs.rewrite[free], odds[free], joins), before, tick)
    chain, entered = walked.chain(floors.link, floors.extra)
    linked = free[chain]
    left = _left_over(grid.pairs, free, linked)
    left, odds = _out_of_order(grid, left, linked)
    ranked = np.lexsort((left, -odds))
    over = ranked[odds[ranked] > floors.moved]
    over = over[_surest(grid.pairs.original[left[over]].tolist(), grid.pairs.rewrite[left[over]].tolist())]
    return Found(np.concatenate([linked, left[over]]), np.concatenate([entered, odds[over]]), len(linked), walked)


def _surest(originals: list[int], rewrites: list[int]) -> Longs:
    """Take of ranked pairs the surest first, each sentence once."""
    taken: tuple[set[int], set[int]] = (set(), set())
    found: list[int] = []
    for number, (original, rewrite) in enumerate(zip(originals, rewrites, strict=True)):
        if original not in taken[0] and rewrite not in taken[1]:
            found.append(number)
            taken[0].add(original)
            taken[1].add(rewrite)
    return np.array(found, dtype=np.int64)


def _left_over(pairs: Pairs, free: Longs, chain: Longs) -> Longs:
    """Give the pairs whose sentences a chain did not link."""
    taken_original, taken_rewrite = np.zeros(pairs.originals, dtype=bool), np.zeros(pairs.rewrites, dtype=bool)
    taken_original[pairs.original[chain]] = True
    taken_rewrite[pairs.rewrite[chain]] = True
    return free[~taken_original[pairs.original[free]] & ~taken_rewrite[pairs.rewrite[free]]]


def _out_of_order(grid: Grid, left: Longs, common: Longs) -> tuple[Longs, Floats]:
    """Give the pairs that cross a link of the chain, and their odds judged anew: their rivals are taken, so each is further ahead."""
    originals, rewrites = grid.pairs.original[left], grid.pairs.rewrite[left]
    gained = lead_odds(originals, rewrites, grid.cosine[left]) - grid.lead[left]
    crosses = np.searchsorted(grid.pairs.original[common], originals) != np.searchsorted(np.sort(grid.pairs.rewrite[common]), rewrites)
    return left[crosses], (grid.odds[left] + gained)[crosses]


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
