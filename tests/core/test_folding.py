"""Which rows are folded: long runs of unchanged, dropped or new sentences, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.comparison import Comparison
from rewritediff.core.folding import CONTEXT, FOLDED_FROM, folded, stretches
from rewritediff.core.values import Relation
from rewritediff.engine import compare
from tests.strategies import article

LONG = article(3 * FOLDED_FROM)
KEPT = [LONG[0], LONG[-1]]


def folds(comparison: Comparison) -> list[tuple[str, int]]:
    return [(comparison.passages[rows[0].passage].relation.value, len(rows)) for rows in stretches(comparison) if len(rows) > 1]


CASES = {
    "a long run dropped": (LONG, KEPT, [("omitted", len(LONG) - 2)]),
    "a long run invented": (KEPT, LONG, [("inserted", len(LONG) - 2)]),
    "just long enough": (LONG[: FOLDED_FROM + 1], LONG[:1], [("omitted", FOLDED_FROM)]),
    "just too short": (LONG[:FOLDED_FROM], LONG[:1], []),
    "unchanged throughout": (LONG, LONG, [("same", len(LONG) - 2 * CONTEXT)]),
    "unchanged around a change": (
        LONG,
        [*LONG[:12], LONG[12].replace(" ", " very ", 1), *LONG[13:]],
        [("same", 12 - 2 * CONTEXT), ("same", len(LONG) - 13 - 2 * CONTEXT)],
    ),
}


@pytest.mark.parametrize(("original", "rewrite", "expected"), CASES.values(), ids=CASES)
def test_long_runs_of_one_relation_are_folded(original: list[str], rewrite: list[str], expected: list[tuple[str, int]]) -> None:
    assert folds(compare(original, rewrite)) == expected


def test_what_is_reworded_is_never_folded() -> None:
    assert folds(compare(LONG, [sentence.replace(" ", " very ", 1) for sentence in LONG])) == []


def test_what_moved_is_never_folded() -> None:
    comparison = compare(LONG, [*LONG[FOLDED_FROM + 1 :], *LONG[: FOLDED_FROM + 1]])
    folded = [row.passage for rows in stretches(comparison) if len(rows) > 1 for row in rows]
    assert any(passage.moved for passage in comparison.passages)
    assert folded
    assert not any(comparison.passages[number].moved for number in folded)


@given(st.lists(st.sampled_from(LONG), max_size=30), st.lists(st.sampled_from(LONG), max_size=30))
def test_every_row_stands_once_and_in_order(original: list[str], rewrite: list[str]) -> None:
    comparison = compare(original, rewrite)
    found = list(stretches(comparison))
    assert tuple(row for rows in found for row in rows) == comparison.rows()
    for rows in found:
        assert len(rows) == 1 or len({comparison.passages[row.passage].relation for row in rows}) == 1
        assert len(rows) == 1 or comparison.passages[rows[0].passage].relation in (Relation.SAME, Relation.OMITTED, Relation.INSERTED)


def test_what_is_split_or_doubtful_is_never_folded() -> None:
    comparison = compare(LONG, LONG)
    passages = list(comparison.passages)
    passages[5] = replace(passages[5], confidence=0.1)
    passages[14] = replace(passages[14], rewrite=(14, 15))
    places = folded(replace(comparison, passages=tuple(passages)), comparison.rows(), context=0)
    assert places == (range(6, 14), range(15, len(LONG)))


def test_more_context_folds_less() -> None:
    comparison = compare(LONG, LONG)
    assert [len(LONG) - sum(map(len, folded(comparison, comparison.rows(), context))) for context in (0, 1, 2)] == [0, 2, 4]
