"""What pairs of rows share, compared with dictionaries."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core import overlap as module
from rewritediff.core.candidates import Pairs
from rewritediff.core.overlap import overlap
from rewritediff.core.vectors import Rows

COLUMNS = 5
row = st.dictionaries(st.integers(0, COLUMNS - 1), st.floats(0.25, 4, width=32), max_size=COLUMNS)
tables = st.lists(row, min_size=1, max_size=6)


@pytest.fixture(autouse=True, params=[(COLUMNS, 3), (4_000_000, 2_000_000)], ids=["small stretches", "one stretch"])
def _sizes(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "SCRATCH", request.param[0])
    monkeypatch.setattr(module, "ENTRIES", request.param[1])


def rows(table: list[dict[int, float]]) -> Rows:
    bounds = np.cumsum([0, *map(len, table)], dtype=np.int64)
    entries = [entry for row in table for entry in sorted(row.items())]
    mass = np.array([sum(weight**2 for weight in row.values()) for row in table], dtype=np.float32)
    return Rows(bounds, np.array([c for c, _ in entries], dtype=np.int32), np.array([w for _, w in entries], dtype=np.float32), mass)


def slowly(left: dict[int, float], right: dict[int, float]) -> tuple[float, float, float]:
    both = left.keys() & right.keys()
    masses = [sum(weight**2 for weight in side.values()) for side in (left, right)]
    if not both:
        return 0.0, 0.0, 0.0
    product = sum(left[c] * right[c] for c in both)
    shares = [sum(side[c] ** 2 for c in both) / mass for side, mass in zip((left, right), masses, strict=True)]
    return product / math.sqrt(masses[0] * masses[1]), shares[0], shares[1]


@given(tables, tables, st.data())
@settings(max_examples=80)
def test_overlap_is_cosine_and_shares(original: list[dict[int, float]], rewrite: list[dict[int, float]], data: st.DataObject) -> None:
    all_pairs = [(i, j) for i in range(len(original)) for j in range(len(rewrite))]
    chosen = sorted(data.draw(st.sets(st.sampled_from(all_pairs))))
    places = np.array(chosen, dtype=np.int64).reshape(-1, 2)
    found = overlap(rows(original), rows(rewrite), Pairs(places[:, 0], places[:, 1], len(original), len(rewrite)), COLUMNS)
    table = np.stack([found.cosine, found.of_original, found.of_rewrite], axis=1).tolist()
    assert table == [pytest.approx(slowly(original[i], rewrite[j]), abs=1e-5) for i, j in chosen]


def test_swapping_exchanges_the_shares() -> None:
    pairs = Pairs(np.array([0, 1]), np.array([0, 0]), 2, 1)
    found = overlap(rows([{0: 1.0, 1: 2.0}, {0: 1.0}]), rows([{0: 1.0}]), pairs, COLUMNS)
    swapped = found.swapped(np.array([1, 0]))
    assert swapped.of_rewrite.tolist() == found.of_original.tolist()[::-1] == pytest.approx([1.0, 0.2])
    assert swapped.cosine.tolist() == found.cosine.tolist()[::-1]
