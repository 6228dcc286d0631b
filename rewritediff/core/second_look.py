"""What the common order of both texts says of each pair: a second look at the links once the first ones stand.

The first look judges a pair by what it shares and by its nearest neighbours, before anything is linked. The second one knows the links on
both sides of it: how alike the texts are just there, whether the pair lies where the order would put it, whether its sentences are
free or would join a link. A third logistic model, fitted on the same data (benchmarks/fit_evidence.py), says whether a link stays and
whether a pair between two links is one after all; its odds are the confidence of what stands in order.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rewritediff.core.candidates import Pairs
from rewritediff.core.evidence import Matrix
from rewritediff.core.search import Found, Grid, without_crossings
from rewritediff.core.vectors import Flags, Floats, Longs, Weights
from rewritediff.core.walk import Joins

NEAR = 3
"""Links before, and as many after, whose mean cosine says how alike the texts are at a place."""
LEAST = -5.0
"""Log odds of the first look below which a pair is not looked at again: fewer than one in a hundred of them would be right."""
LOWEST = -6.0
"""Log odds that stand for all lower ones: a pair that was ruled out must not count without end."""

CONTEXT_FEATURES = (
    "odds of the first look",
    "odds of joining a link beside it",
    "off the place that the order gives it",
    "both sentences free",
    "likeness of the links around",
    "odds where the texts are alike",
    "free where the texts are alike",
    "odds of a free pair",
    "root of the cosine",
    "cosine of a free pair",
    "links right before and right after",
)
CONTEXT_WEIGHTS = (-0.09, 0.72, -3.14, 0.64, -0.48, 0.15, -1.16, 0.58, 3.11, 1.24, 0.45)
CONTEXT_BIAS = -1.15


@dataclass(frozen=True, slots=True, eq=False)
class Around:
    """Hold, for each pair, where it falls among links in order: the number of the last one before it and of the first one after it."""

    before: Longs
    after: Longs
    crossed: Flags
    """Whether it crosses a link."""


def around(pairs: Pairs, chain: Longs, places: Longs) -> Around:
    """Find the links of a chain, given as places in rising order, between which each of some pairs falls."""
    rows = np.searchsorted(pairs.original[chain], np.arange(pairs.originals + 1))
    columns = np.searchsorted(pairs.rewrite[chain], np.arange(pairs.rewrites + 1))
    originals, rewrites = pairs.original[places], pairs.rewrite[places]
    above, below, left, right = rows[originals], rows[originals + 1], columns[rewrites], columns[rewrites + 1]
    # Of the links above, none may stand to the right, and of those below, none to the left.
    return Around(np.minimum(above, left) - 1, np.maximum(below, right), (above > right) | (below < left))


@dataclass(frozen=True, slots=True, eq=False)
class Second:
    """Hold the pairs that are looked at again: their places, and what is known of them."""

    places: Longs
    linked: Flags
    """Whether the first look linked them."""
    free: Flags
    """Whether neither sentence has another link."""
    joins: Floats
    """Log odds of the best step from a link beside it; -inf where there is none."""
    features: Matrix


def looked_at(grid: Grid, chain: Longs) -> Second:
    """Gather what the links in order say of each pair that crosses none of them; `chain` holds the places of those links, rising."""
    pairs = grid.pairs
    linked = np.zeros(len(pairs), dtype=bool)
    linked[chain] = True
    places = np.flatnonzero(linked | (grid.odds > LEAST))
    where = around(pairs, chain, places)
    inside = ~where.crossed
    places, before, after = places[inside], where.before[inside], where.after[inside]
    free = _free(pairs, chain, linked, places)
    joins = _joins(grid.joins, linked)[places]
    return Second(places, linked[places], free, joins, _features(grid, chain, places, free, joins, before, after))


def _free(pairs: Pairs, chain: Longs, linked: Flags, places: Longs) -> Flags:
    rows = np.bincount(pairs.original[chain], minlength=pairs.originals)[pairs.original[places]]
    columns = np.bincount(pairs.rewrite[chain], minlength=pairs.rewrites)[pairs.rewrite[places]]
    free: Flags = rows + columns == 2 * linked[places]
    return free


def _joins(joins: Joins, linked: Flags) -> Floats:
    """Give the log odds with which each pair would join a link in its row or column."""
    odds = np.full(len(linked), -np.inf, dtype=np.float32)
    for link, other, gained in ((joins.first, joins.second, joins.second_joins), (joins.second, joins.first, joins.first_joins)):
        near = np.flatnonzero(linked[link])
        np.maximum.at(odds, other[near], gained[near])
    return odds


def _features(grid: Grid, chain: Longs, places: Longs, free: Flags, joins: Floats, before: Longs, after: Longs) -> Matrix:
    pairs, odds, cosine = grid.pairs, np.maximum(grid.odds[places], LOWEST), grid.cosine[places]
    edges = [
        np.concatenate([[-1], part[chain], [size]]) for part, size in ((pairs.original, pairs.originals), (pairs.rewrite, pairs.rewrites))
    ]
    originals, rewrites = ((edge[before + 1], edge[after + 1]) for edge in edges)
    down, across = pairs.original[places], pairs.rewrite[places]
    place = (down - originals[0]) / (originals[1] - originals[0]), (across - rewrites[0]) / (rewrites[1] - rewrites[0])
    right_before = (down - originals[0] == 1) & (across - rewrites[0] == 1) & (before >= 0)
    right_after = (originals[1] - down == 1) & (rewrites[1] - across == 1) & (after < len(chain))
    likeness = _likeness(grid.cosine[chain], before, after)
    columns = (
        odds,
        np.where(np.isneginf(joins), 0, np.maximum(joins, LOWEST)),
        np.abs(place[0] - place[1]),
        free,
        likeness,
        odds * likeness,
        free * likeness,
        free * odds,
        np.sqrt(cosine),
        free * cosine,
        right_before.astype(int) + right_after,
    )
    return np.stack(columns, axis=1).astype(np.float32)


def _likeness(cosine: Floats, before: Longs, after: Longs) -> Floats:
    """Give the mean cosine of the nearest links on both sides, 0 where there are none."""
    sums = np.concatenate([[0.0], np.cumsum(cosine, dtype=np.float64)])
    first, last = np.maximum(before - NEAR + 1, 0), np.minimum(after + NEAR, len(cosine))
    total = sums[before + 1] - sums[first] + sums[last] - sums[after]
    mean: Floats = (total / np.maximum(before + 1 - first + last - after, 1)).astype(np.float32)
    return mean


def context_odds(features: Matrix) -> Weights:
    """Give the log odds of each pair that was looked at again, to six digits: the last ones depend on how many rows are multiplied."""
    odds: Weights = np.round(features.astype(np.float64) @ np.array(CONTEXT_WEIGHTS) + CONTEXT_BIAS, 6)
    return odds


def second_look(grid: Grid, found: Found, stay: float, come: float) -> Found:
    """Take away links in order that do not reach the floor to stay, and add pairs that reach the floor to come; without links, none."""
    if not found.in_order:
        return found
    chain, out = found.places[: found.in_order], found.places[found.in_order :]
    second = looked_at(grid, chain)
    odds = context_odds(second.features)
    coming = ~second.linked & (odds > come) & (second.free | ~np.isneginf(second.joins)) & ~_elsewhere(grid.pairs, out, second.places)
    ranked = np.flatnonzero(coming)
    ranked = ranked[np.argsort(-odds[ranked], kind="stable")]
    places = second.places[ranked]
    fits = without_crossings(zip(grid.pairs.original[places].tolist(), grid.pairs.rewrite[places].tolist(), strict=True))
    chosen = np.sort(np.concatenate([np.flatnonzero(second.linked & (odds > stay)), ranked[np.array(fits, dtype=bool)]]))
    kept = np.concatenate([second.places[chosen], out]), np.concatenate([odds[chosen], found.odds[found.in_order :]])
    return Found(*kept, len(chosen), found.walk)


def _elsewhere(pairs: Pairs, out: Longs, places: Longs) -> Flags:
    """Tell which pairs have a sentence that is linked out of order."""
    away: Flags = np.isin(pairs.original[places], pairs.original[out]) | np.isin(pairs.rewrite[places], pairs.rewrite[out])
    return away
