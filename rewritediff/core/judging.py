"""The evidence of all pairs, or of some: each pair comes out the same, whichever others are judged with it.

So a few pairs can be judged anew after a sentence was cut, and fit among those that were judged before. Two things would stand against
it. A product of matrices adds up in another order where another number of rows stand above: its last digit differs, for 49 of 300,000
pairs, so odds are added up in double precision and rounded. And how alike the texts are as a whole is asked of the texts as loaded.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import numpy as np

from rewritediff.core.candidates import Pairs
from rewritediff.core.evidence import GAPS, Matrix, Shared, extra_odds, link_features, link_odds, step_features
from rewritediff.core.features import Features
from rewritediff.core.progress import Tick, quiet, within
from rewritediff.core.values import Sides
from rewritediff.core.vectors import Floats, Longs
from rewritediff.core.walk import Joins

ROWS = 65_536
"""Rows of a matrix in double precision at a time: 6 MB."""


def odds_of(features: Sides[Features], pairs: Pairs, found: Shared, tick: Tick = quiet) -> Floats:
    """Give the log odds of each pair as a new link."""
    matrix = link_features(features, pairs, found, tick)
    tick(1)
    return _added(link_odds, matrix)


def joins_of(features: Sides[Features], pairs: Pairs, found: Shared, columns: int, likeness: np.float32, tick: Tick = quiet) -> Joins:
    """Judge the steps between pairs that share a sentence, in texts that are so much alike; `columns` counts groups of characters."""
    swapped, order = pairs.swapped()
    turned = Shared(found.words.swapped(order), found.groups.swapped(order))
    parts = []
    share = 0.5 / len(GAPS)
    for number, gap in enumerate(GAPS):
        parts.append(_steps(features, pairs, found, gap, columns, likeness, within(tick, share * number, share * (number + 1))))
    for number, gap in enumerate(GAPS):
        ask = within(tick, 0.5 + share * number, 0.5 + share * (number + 1))
        steps = _steps(features.swapped(), swapped, turned, gap, columns, likeness, ask)
        parts.append(Joins(order[steps.first], order[steps.second], steps.second_joins, steps.first_joins))
    return joined(parts, pairs)


def joined(parts: list[Joins], pairs: Pairs) -> Joins:
    """Put steps together in their order; of those to the same pair the ones from its own row come first, then the shorter ones."""
    first, second = np.concatenate([part.first for part in parts]), np.concatenate([part.second for part in parts])
    ranked = np.lexsort((pairs.rewrite[second] - pairs.rewrite[first], pairs.original[second] - pairs.original[first], second))
    odds = (np.concatenate([part.second_joins for part in parts]), np.concatenate([part.first_joins for part in parts]))
    return Joins(first[ranked], second[ranked], odds[0][ranked], odds[1][ranked])


def _steps(features: Sides[Features], pairs: Pairs, found: Shared, gap: int, columns: int, likeness: np.float32, tick: Tick) -> Joins:
    """Judge for each pair whether the rewrite sentence `gap` further on belongs to the same original sentence too."""
    tick(0)
    partner = pairs.find(pairs.original, pairs.rewrite + gap)
    first = np.flatnonzero(partner >= 0)
    second: Longs = partner[first]
    odds = [np.zeros(0, dtype=np.float32) for _ in range(2)]
    if len(first):
        identical = found.identical
        closed = identical[first] | identical[second]
        matrices = step_features(features, pairs, found, gap, columns, first, second, likeness, tick)
        for side, matrix in enumerate(matrices):
            odds[side] = np.where(closed, np.float32(-np.inf), _added(extra_odds, matrix))
    return Joins(first, second, odds[0], odds[1])


def _added(odds: Callable[[Matrix], Floats], matrix: Matrix) -> Floats:
    parts = (cast("Matrix", matrix[first : first + ROWS].astype(np.float64)) for first in range(0, len(matrix), ROWS))
    return np.concatenate([np.zeros(0, dtype=np.float32), *(odds(part).astype(np.float32) for part in parts)])
