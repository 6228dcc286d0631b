"""Sparse rows: dictionaries, slowly, say what the arrays must hold."""

from __future__ import annotations

import math
from collections import Counter
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core import vectors
from rewritediff.core.vectors import Parts, Rows, count, idf_of, shared_with_next

KINDS = 7
WORDS = 4
parts_of_words = st.lists(st.lists(st.integers(0, KINDS - 1), max_size=4), min_size=WORDS, max_size=WORDS)
sentences = st.lists(st.lists(st.integers(0, WORDS - 1), max_size=6), max_size=9)


@pytest.fixture(autouse=True, params=[(2, 3), (4096, 50_000)], ids=["small chunks", "one chunk"])
def _chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vectors, "CHUNK", request.param[0])
    monkeypatch.setattr(vectors, "WORDS", request.param[1])


def as_dicts(rows: Rows) -> list[dict[int, float]]:
    edges = rows.bounds.tolist()
    return [dict(zip(rows.columns[a:b].tolist(), rows.weights[a:b].tolist(), strict=True)) for a, b in pairwise(edges)]


def parts(columns: list[list[int]]) -> Parts:
    bounds = np.cumsum([0, *map(len, columns)], dtype=np.int64)
    return Parts(bounds, np.array([column for word in columns for column in word], dtype=np.int32), KINDS)


def counted(columns: list[list[int]], rows: list[list[int]], idf: list[float] | None = None) -> Rows:
    row_of = np.array([number for number, row in enumerate(rows) for _ in row], dtype=np.int64)
    words = np.array([word for row in rows for word in row], dtype=np.int64)
    return count(row_of, words, len(rows), parts(columns), None if idf is None else np.array(idf, dtype=np.float32))


def counted_slowly(columns: list[list[int]], rows: list[list[int]], idf: list[float]) -> list[dict[int, float]]:
    counts = [Counter(column for word in row for column in columns[word]) for row in rows]
    return [{column: (1 + math.log(times)) * idf[column] for column, times in row.items()} for row in counts]


@given(parts_of_words, sentences, st.lists(st.floats(0.5, 4, width=32), min_size=KINDS, max_size=KINDS))
def test_rows_hold_the_weighted_counts_of_the_parts(columns: list[list[int]], rows: list[list[int]], idf: list[float]) -> None:
    found, expected = counted(columns, rows, idf), counted_slowly(columns, rows, idf)
    assert as_dicts(found) == [pytest.approx(row) for row in expected]
    assert found.mass.tolist() == pytest.approx([sum(weight**2 for weight in row.values()) for row in expected], rel=1e-5)


@given(parts_of_words, sentences)
def test_columns_of_a_row_rise(columns: list[list[int]], rows: list[list[int]]) -> None:
    found = counted(columns, rows)
    assert len(found) == len(rows)
    assert all(list(row) == sorted(row) for row in as_dicts(found))


@given(parts_of_words, sentences, st.data())
def test_gathered_entries_are_those_of_the_rows_asked_for(columns: list[list[int]], rows: list[list[int]], data: st.DataObject) -> None:
    found = counted(columns, rows)
    wanted = data.draw(st.lists(st.integers(0, len(rows) - 1), max_size=5)) if rows else []
    positions, begins = found.gather(np.array(wanted, dtype=np.int64))
    gathered = [found.columns[positions[a:b]].tolist() for a, b in pairwise(begins)]
    assert gathered == [list(as_dicts(found)[row]) for row in wanted]


@given(parts_of_words, sentences, st.integers(1, 3))
def test_what_a_row_shares_with_a_later_one_keeps_its_own_weights(columns: list[list[int]], rows: list[list[int]], gap: int) -> None:
    found = as_dicts(counted(columns, rows))
    later = [*found[gap:], *({} for _ in range(gap))]
    expected = [{c: w for c, w in row.items() if c in other} for row, other in zip(found, later, strict=False)]
    assert as_dicts(shared_with_next(counted(columns, rows), gap, KINDS)) == expected


def test_rarer_features_weigh_more_and_none_weighs_nothing() -> None:
    weights = idf_of(np.array([0, 1, 5, 10]), 10).tolist()
    assert weights == sorted(weights, reverse=True)
    assert weights[-1] == pytest.approx(1.0)
