"""Which links stand out of order: those outside the heaviest set of links that keeps the order of both texts.

So the shorter of two exchanged stretches is the one that moved, as a person would say it.
"""

from __future__ import annotations

import numpy as np

from rewritediff.core.best_ends import NO_END, BestEnds
from rewritediff.core.vectors import Flags, Longs


def out_of_order(originals: Longs, rewrites: Longs, weights: Longs) -> Flags:
    """Tell which links moved; they come in rising order of original, then rewrite, with weights above 0.

    Links that follow each other in both texts without another between them stay or move together: the heaviest chain is found run by
    run, where one in ten moved over three runs for each of them.
    """
    size = len(originals)
    rank = np.empty(size, dtype=np.int64)
    rank[np.lexsort((originals, rewrites))] = np.arange(size)
    begins = np.flatnonzero(np.diff(rank, prepend=-2) != 1)
    run_of = np.cumsum(np.diff(rank, prepend=-2) != 1) - 1
    kept = np.zeros(len(begins), dtype=bool)
    if size:
        kept[_heaviest(rank[begins].tolist(), np.add.reduceat(weights, begins).tolist())] = True
    moved: Flags = ~kept[run_of]
    return moved


def _heaviest(places: list[int], weights: list[int]) -> list[int]:
    """Find the rising numbers with the largest sum of weights, by the best that ends at or before each place."""
    ends = BestEnds()
    before: list[int] = []
    last = NO_END
    for number, (place, weight) in enumerate(zip(places, weights, strict=True)):
        value, source = ends.before(place)
        before.append(source)
        here = (value + weight, number)
        last = max(last, here, key=lambda end: end[0])
        ends.add(place, here)
    kept: list[int] = []
    at = last[1]
    while at >= 0:
        kept.append(at)
        at = before[at]
    return kept
