"""Which filters rows pass: the numbers that a filter works with say the same as the names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Relation
from rewritediff.gui import reading
from rewritediff.gui.announcements import announced
from rewritediff.gui.row_kinds import KINDS, RowKinds, kinds_of
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.rows import present
from rewritediff.gui.state import State
from rewritediff.gui.work import Done
from rewritediff.wording import Filter, answer

SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation


@pytest.fixture(scope="module")
def varied(make: Callable[..., Comparison]) -> Comparison:
    """Hold a passage of every kind: a dropped title, a split and moved one, a merged one, a new sentence, one as it was."""
    original = [["# Old head"], ["A one.", "B one."], ["C one.", "D one.", "E one."], ["F one."]]
    rewrite = [["B two.", "B three."], ["A two."], ["C two."], ["G new."], ["F one."]]
    passages = [
        ([0], [], OMITTED),
        ([2], [0, 1], EDITED),
        ([1], [2], PARAPHRASED),
        ([3, 4], [3], EDITED),
        ([5], [], OMITTED),
        ([], [4], INSERTED),
        ([6], [5], SAME),
    ]
    return make(original, rewrite, passages, moved=[1])


@given(st.frozensets(st.sampled_from(KINDS)))
def test_rows_are_found_by_number_as_by_name(varied: Comparison, asked: frozenset[str]) -> None:
    rows = varied.rows()
    kinds = RowKinds(varied, rows)
    wanted = [k for k, row in enumerate(rows) if asked & kinds_of(varied, row.passage)]
    assert kinds.places(asked).tolist() == wanted
    assert list(kinds.passages(asked)) == [rows[k].passage for k in wanted if rows[k].kind is RowKind.PASSAGE]
    assert [kinds.passes(number, asked) for number in range(7)] == [bool(asked & kinds_of(varied, number)) for number in range(7)]


def test_the_kinds_of_a_passage_are_named(varied: Comparison) -> None:
    assert [kinds_of(varied, number) for number in range(7)] == [
        {"omitted-furniture"},
        {"edited", "split", "moved"},
        {"paraphrased"},
        {"edited", "merged"},
        {"omitted"},
        {"inserted"},
        {"same"},
    ]


def test_a_filter_works_out_no_kinds_anew(varied: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = present(varied)
    monkeypatch.setattr("rewritediff.gui.row_kinds._bits", None)  # would fail where it is called
    filtered = present(varied, Options(frozenset({"omitted"})), whole)
    assert [row.passage for row in filtered.rows] == [4]
    assert filtered.step(None, 1) == 0
    before = State(work=Done(whole, answer(varied)))
    assert "1 passage" in announced(before, reading.filter_toggled(before, Filter.DROPPED))
