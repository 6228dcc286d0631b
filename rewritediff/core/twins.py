"""Sentences that read the same and stand between the same links, but that no evidence could tell: "* * *", a refrain sung 50 times.

They have no words to be found by, or words that say nothing because they stand everywhere. Nothing here weighs anything.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence

from rewritediff.core.values import Document, Side, Sides

Pair = tuple[int, int]


def twins(documents: Sides[Document], in_order: Sequence[Pair], linked: Collection[Pair], barred: Collection[Pair]) -> Iterator[Pair]:
    """Pair sentences without a link that read the same and stand between the same two links in order: first with first, and so on."""
    taken = Sides({pair[0] for pair in linked}, {pair[1] for pair in linked})
    edges = Sides(sorted(pair[0] for pair in in_order), sorted(pair[1] for pair in in_order))

    def left_over(side: Side) -> dict[tuple[int, str], list[int]]:
        found: dict[tuple[int, str], list[int]] = {}
        for number in range(len(documents[side].sentences)):
            if number not in taken[side]:
                place = bisect_left(edges[side], number)
                found.setdefault((place, " ".join(documents[side].quote(number).split())), []).append(number)
        return found

    rewrites = left_over(Side.REWRITE)
    for key, originals in left_over(Side.ORIGINAL).items():
        yield from (pair for pair in zip(originals, rewrites.get(key, ()), strict=False) if pair not in barred)
