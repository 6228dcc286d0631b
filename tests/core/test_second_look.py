"""The second look: where each pair falls among the links in order, what stays, and what comes to them."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.candidates import Pairs
from rewritediff.core.search import Found, Grid, without_crossings
from rewritediff.core.second_look import around, second_look
from rewritediff.core.walk import Joins, Track, Walk

Place = tuple[int, int]
SIZE = 6
places = st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1))


def crosses(first: Place, second: Place) -> bool:
    return (first[0] - second[0]) * (first[1] - second[1]) < 0


@st.composite
def chains(draw: st.DrawFn) -> list[Place]:
    chain: list[Place] = []
    for place in draw(st.lists(places, max_size=8, unique=True)):
        if not any(crosses(place, other) for other in chain):
            chain.append(place)
    return sorted(chain)


def all_pairs() -> Pairs:
    every = list(product(range(SIZE), range(SIZE)))
    return Pairs(np.array([i for i, _ in every], dtype=np.int64), np.array([j for _, j in every], dtype=np.int64), SIZE, SIZE)


def numbers(chain: list[Place]) -> np.ndarray:
    return np.array([i * SIZE + j for i, j in chain], dtype=np.int64)


@given(chains())
def test_the_links_around_a_pair_are_the_nearest_on_both_sides(chain: list[Place]) -> None:
    where = around(all_pairs(), numbers(chain), np.arange(SIZE * SIZE))
    for k, (i, j) in enumerate(product(range(SIZE), range(SIZE))):
        before = [n for n, (a, b) in enumerate(chain) if a < i and b < j]
        after = [n for n, (a, b) in enumerate(chain) if a > i and b > j]
        assert where.crossed[k] == any(crosses((i, j), link) for link in chain)
        if not where.crossed[k]:
            assert where.before[k] == max(before, default=-1)
            assert where.after[k] == min(after, default=len(chain))


@given(st.lists(places, max_size=12, unique=True))
def test_pairs_that_are_taken_cross_none_that_is_surer(ranked: list[Place]) -> None:
    taken: list[Place] = []
    for pair, fits in zip(ranked, without_crossings(ranked), strict=True):
        assert fits == (not any(crosses(pair, other) for other in taken))
        if fits:
            taken.append(pair)


def grid(odds: dict[Place, float], cosine: float = 0.5) -> Grid:
    found = sorted(odds)
    pairs = Pairs(np.array([i for i, _ in found], dtype=np.int64), np.array([j for _, j in found], dtype=np.int64), SIZE, SIZE)
    nowhere, nothing = np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    alike, judged = np.full(len(found), cosine, np.float32), np.array([odds[place] for place in found], np.float32)
    return Grid(pairs, alike, judged, np.zeros_like(alike), Joins(nowhere, nowhere, nothing, nothing), pairs.by_rewrite())


def linked(odds: dict[Place, float], in_order: list[Place], out_of_order: tuple[Place, ...] = (), cosine: float = 0.5) -> list[Place]:
    found, first = sorted(odds), [*in_order, *out_of_order]
    places, judged = np.array([found.index(place) for place in first], dtype=np.int64), np.array([odds[place] for place in first])
    nothing = np.zeros(0)
    tracked = grid(odds, cosine)
    track = Track(tracked.pairs.original, tracked.pairs.rewrite, tracked.odds, tracked.joins)
    second = second_look(tracked, Found(places, judged, len(in_order), Walk(track, nothing, places, places)), -1.0, 0.3)
    return [found[k] for k in second.places[: second.in_order].tolist()]


BETWEEN = {(0, 0): 4.0, (1, 1): -0.2, (2, 2): 4.0}


def test_a_likely_pair_between_two_links_comes_to_them() -> None:
    assert linked(BETWEEN, [(0, 0), (2, 2)]) == [(0, 0), (1, 1), (2, 2)]


def test_without_a_link_nothing_comes() -> None:
    assert linked(BETWEEN, []) == []


def test_a_pair_that_shares_next_to_nothing_does_not_come() -> None:
    assert linked({**BETWEEN, (1, 1): -4.5}, [(0, 0), (2, 2)], cosine=0.02) in ([], [(0, 0), (2, 2)])


def test_a_pair_that_is_ruled_out_does_not_come() -> None:
    assert linked({**BETWEEN, (1, 1): -np.inf}, [(0, 0), (2, 2)]) == [(0, 0), (2, 2)]


@pytest.mark.parametrize("away", [(1, 5), (5, 1)])
def test_a_sentence_that_moved_gets_no_link_in_order(away: Place) -> None:
    assert linked({**BETWEEN, away: 5.0}, [(0, 0), (2, 2)], (away,)) == [(0, 0), (2, 2)]
