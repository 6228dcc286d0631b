"""Sentences that read the same and stand between the same links, but that no evidence could tell: "* * *", a refrain sung 50 times.

They have no words to be found by, or words that say nothing because they stand everywhere. Nothing here weighs anything.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

from rewritediff.core.values import Document, Side, Sides
from rewritediff.core.vectors import Longs

Pair = tuple[int, int]


def twins(documents: Sides[Document], in_order: Sides[Longs], linked: Sides[Longs], barred: Collection[Pair]) -> Iterator[Pair]:
    """Pair sentences without a link that read the same and stand between the same two links in order: first with first, and so on."""

    def left_over(side: Side) -> dict[tuple[int, str], list[int]]:
        free = np.ones(len(documents[side].sentences), dtype=bool)
        free[linked[side]] = False
        numbers = np.flatnonzero(free)
        places = np.searchsorted(np.sort(in_order[side]), numbers)
        found: dict[tuple[int, str], list[int]] = {}
        for number, place in zip(numbers.tolist(), places.tolist(), strict=True):
            found.setdefault((place, " ".join(documents[side].quote(number).split())), []).append(number)
        return found

    rewrites = left_over(Side.REWRITE)
    for key, originals in left_over(Side.ORIGINAL).items():
        yield from (pair for pair in zip(originals, rewrites.get(key, ()), strict=False) if pair not in barred)
