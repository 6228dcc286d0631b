"""Which links stand out of order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.moves import out_of_order

Pair = tuple[int, int]
places = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=8)


def moved(pairs: Sequence[Pair], weights: Sequence[int]) -> list[Pair]:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    gone = out_of_order(table[:, 0], table[:, 1], np.array(weights, dtype=np.int64))
    return [pair for pair, out in zip(pairs, gone.tolist(), strict=True) if out]


lengths = st.lists(st.integers(1, 9), min_size=8, max_size=8)


@given(places, lengths)
def test_what_keeps_the_order_is_the_heaviest_such_set(places: set[Pair], sizes: list[int]) -> None:
    pairs = sorted(places)
    weights = dict(zip(pairs, sizes, strict=False))
    gone = moved(pairs, sizes[: len(pairs)])
    stayed = [pair for pair in pairs if pair not in gone]
    heaviest = max(sum(map(weights.__getitem__, some)) for n in range(len(pairs) + 1) for some in combinations(pairs, n) if ordered(some))
    assert ordered(stayed)
    assert sum(map(weights.__getitem__, stayed)) == heaviest


def ordered(pairs: Sequence[Pair]) -> bool:
    return all((a[0] - b[0]) * (a[1] - b[1]) >= 0 for a, b in combinations(pairs, 2))


MOVES = {
    "in order": ([(0, 0), (1, 1), (2, 2)], []),
    "one put first": ([(0, 1), (1, 2), (2, 0)], [(2, 0)]),
    "the shorter of two exchanged stretches": ([(0, 3), (1, 4), (2, 0), (3, 1), (4, 2)], [(0, 3), (1, 4)]),
    "a split in order": ([(0, 0), (0, 1), (1, 2)], []),
    "a merge in order": ([(0, 0), (1, 0), (2, 1)], []),
    "no links": ([], []),
}


@pytest.mark.parametrize(("pairs", "gone"), MOVES.values(), ids=MOVES)
def test_links_out_of_order_moved(pairs: list[Pair], gone: list[Pair]) -> None:
    assert moved(pairs, [1] * len(pairs)) == gone


def test_one_long_sentence_outweighs_two_short_ones() -> None:
    assert moved([(0, 1), (1, 2), (2, 0)], [1, 1, 9]) == [(0, 1), (1, 2)]
