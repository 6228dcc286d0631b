"""Sentences that read the same at the same place are paired, though no evidence can tell them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.twins import twins
from rewritediff.core.values import Sides
from rewritediff.core.vectors import Longs
from tests.strategies import documents

CASES = {
    "stars": ("One. / * / Two.", "One. / * / Two.", [(0, 0), (2, 2)], [(1, 1)]),
    "white space aside": ("Row  on.", "Row on.", [], [(0, 0)]),
    "first with first": ("Row. / Row. / Row.", "Row. / Row.", [], [(0, 0), (1, 1)]),
    "not between other links": ("* / One.", "One. / *", [(1, 0)], []),
    "not what has a link": ("Row. / Row.", "Row.", [(1, 0)], []),
    "not what reads otherwise": ("Row.", "Now.", [], []),
}


def columns(*pairs: tuple[int, int]) -> Sides[Longs]:
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return Sides(table[:, 0], table[:, 1])


@pytest.mark.parametrize(("original", "rewrite", "linked", "found"), CASES.values(), ids=CASES)
def test_twins_are_paired(original: str, rewrite: str, linked: list[tuple[int, int]], found: list[tuple[int, int]]) -> None:
    pair = documents(original.split(" / "), rewrite.split(" / "))
    assert list(twins(pair, columns(*linked), columns(*linked), ())) == found


def test_a_barred_pair_is_passed_over() -> None:
    assert list(twins(documents(["Row.", "Row."], ["Row.", "Row."]), columns(), columns(), {(0, 0)})) == [(1, 1)]


lines = st.lists(st.sampled_from(["*", "Row.", "", "Now."]), max_size=8)


@given(lines, lines)
def test_swapping_the_sides_swaps_the_pairs(original: list[str], rewrite: list[str]) -> None:
    there = set(twins(documents(original, rewrite), columns(), columns(), ()))
    back = set(twins(documents(rewrite, original), columns(), columns(), ()))
    assert there == {(i, j) for j, i in back}
