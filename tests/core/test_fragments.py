"""Passages laid out in rows, side by side, in reading order."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.fragments import Row, RowKind, rows_of, runs
from rewritediff.core.moves import out_of_order
from rewritediff.core.passages import in_reading_order, passages_of
from rewritediff.core.values import Link, Passage, Relation, Side, Sides

PASSAGE, CONTINUED, LEFT = RowKind.PASSAGE, RowKind.CONTINUED, RowKind.LEFT
SIZES = Sides(6, 6)
places = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=8)


def passages(pairs: set[tuple[int, int]], sizes: Sides[int] = SIZES) -> tuple[Passage, ...]:
    table = np.array(sorted(pairs), dtype=np.int64).reshape(-1, 2)
    moved = out_of_order(table[:, 0], table[:, 1], np.ones(len(table), dtype=np.int64))
    return made([Link(i, j, 0.5, 0.9, out) for (i, j), out in zip(sorted(pairs), moved.tolist(), strict=True)], sizes)


def made(links: list[Link], sizes: Sides[int] = SIZES) -> tuple[Passage, ...]:
    found = passages_of(links, sizes.map(range), lambda left, right: (Relation.EDITED, 0.5))  # noqa: ARG005
    return in_reading_order(list(found))


def laid_out(pairs: set[tuple[int, int]], originals: int, rewrites: int) -> list[tuple[RowKind, tuple[int, ...], tuple[int, ...]]]:
    return [(row.kind, row.original, row.rewrite) for row in rows_of(passages(pairs, Sides(originals, rewrites)))]


@given(places)
def test_each_sentence_is_in_exactly_one_row_that_is_not_left(pairs: set[tuple[int, int]]) -> None:
    rows = [row for row in rows_of(passages(pairs)) if row.kind is not LEFT]
    for side in Side:
        assert sorted(k for row in rows for k in row.sentences(side)) == list(range(SIZES[side]))


@given(places)
def test_the_order_of_the_rewrite_is_kept(pairs: set[tuple[int, int]]) -> None:
    assert [k for row in rows_of(passages(pairs)) for k in row.rewrite] == list(range(SIZES.rewrite))


@given(st.sets(st.integers(0, 5)), st.sets(st.integers(0, 5)))
def test_the_order_of_the_original_is_kept_where_nothing_moved(left: set[int], right: set[int]) -> None:
    rows = rows_of(passages(set(zip(sorted(left), sorted(right), strict=False))))
    assert [k for row in rows for k in row.original] == list(range(SIZES.original))


@given(places)
def test_each_passage_has_one_row_that_begins_it(pairs: set[tuple[int, int]]) -> None:
    found = passages(pairs)
    assert sorted(row.passage for row in rows_of(found) if row.kind is PASSAGE) == list(range(len(found)))


@given(places, st.lists(st.booleans(), min_size=8, max_size=8))
def test_passages_come_in_the_order_of_the_rows_that_begin_them(pairs: set[tuple[int, int]], moved: list[bool]) -> None:
    """Also where a reviewer says of links out of order that they have not moved."""
    found = made([Link(i, j, 0.5, 0.9, out) for (i, j), out in zip(sorted(pairs), moved, strict=False)])
    assert [row.passage for row in rows_of(found) if row.kind is PASSAGE] == list(range(len(found)))


@given(places)
def test_the_rows_of_a_passage_hold_its_sentences(pairs: set[tuple[int, int]]) -> None:
    found = passages(pairs)
    for number, passage in enumerate(found):
        rows = [row for row in rows_of(found) if row.passage == number and row.kind is not LEFT]
        assert tuple(k for row in rows for k in row.rewrite) == passage.rewrite
        assert tuple(sorted(k for row in rows for k in row.original)) == passage.original


@given(places)
def test_a_moved_passage_stands_whole_and_leaves_marks_where_it_stood(pairs: set[tuple[int, int]]) -> None:
    found = passages(pairs)
    rows = rows_of(found)
    for number, passage in enumerate(found):
        begun = next(row for row in rows if row.passage == number and row.kind is PASSAGE)
        left = [k for row in rows if row.passage == number and row.kind is LEFT for k in row.original]
        assert left == (list(passage.original) if passage.moved else [])
        assert begun.original == passage.original or not passage.moved


LAYOUTS = {
    "nothing": (set(), 0, 0, []),
    "one to one": ({(0, 0)}, 1, 1, [(PASSAGE, (0,), (0,))]),
    "dropped and new": (set(), 1, 1, [(PASSAGE, (0,), ()), (PASSAGE, (), (0,))]),
    "an invention between": (
        {(0, 1), (0, 3)},
        1,
        4,
        [(PASSAGE, (), (0,)), (PASSAGE, (0,), (1,)), (PASSAGE, (), (2,)), (CONTINUED, (), (3,))],
    ),
    "split without a gap": ({(0, 0), (0, 1)}, 1, 2, [(PASSAGE, (0,), (0, 1))]),
    "merged around a dropped one": (
        {(0, 0), (2, 0)},
        3,
        1,
        [(PASSAGE, (0,), (0,)), (PASSAGE, (1,), ()), (CONTINUED, (2,), ())],
    ),
    "moved to the front": (
        {(0, 1), (1, 2), (2, 0)},
        3,
        3,
        [(PASSAGE, (2,), (0,)), (PASSAGE, (0,), (1,)), (PASSAGE, (1,), (2,)), (LEFT, (2,), ())],
    ),
}


@pytest.mark.parametrize(("pairs", "originals", "rewrites", "rows"), LAYOUTS.values(), ids=LAYOUTS)
def test_rows_are_laid_out(pairs: set[tuple[int, int]], originals: int, rewrites: int, rows: list[tuple[object, ...]]) -> None:
    assert laid_out(pairs, originals, rewrites) == rows


@pytest.mark.parametrize(
    ("numbers", "found"),
    [((), []), ((4,), [(4,)]), ((3, 4, 7), [(3, 4), (7,)]), ((0, 2, 4), [(0,), (2,), (4,)]), ((1, 2, 3), [(1, 2, 3)])],
)
def test_runs_end_at_gaps(numbers: tuple[int, ...], found: list[tuple[int, ...]]) -> None:
    assert runs(numbers) == found


def test_a_row_gives_its_sentences_by_side() -> None:
    row = Row(0, PASSAGE, (1,), (2, 3))
    assert (row.sentences(Side.ORIGINAL), row.sentences(Side.REWRITE)) == ((1,), (2, 3))
