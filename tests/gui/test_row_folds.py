"""Long runs fold into one line of the aligned view: what stands where, and what a State opens and closes."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Finding, FindingKind, Relation, Side, Sides, Strength
from rewritediff.engine import compare
from rewritediff.gui import folding, reading
from rewritediff.gui.changes import changes
from rewritediff.gui.choices import Layout
from rewritediff.gui.row_folds import CONTEXT
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.row_words import rows_as_text, spoken, text_between
from rewritediff.gui.rows import Column, Presentation, present
from rewritediff.gui.shown import options
from rewritediff.gui.state import State
from rewritediff.gui.work import Done
from rewritediff.wording import Filter, answer
from tests.strategies import article

Make = Callable[..., Comparison]
LONG = article(30)
FOLDED = Options(opened=frozenset())


@pytest.fixture
def summary() -> Comparison:
    """Hold 30 sentences of which two are told: 0, then a fold of 20 dropped ones, 21, then one of 8."""
    return compare(LONG, [LONG[0], LONG[21]])


@pytest.fixture
def state(summary: Comparison) -> State:
    return State(work=Done(present(summary), answer(summary)), layout=Layout.ALIGNED)


def shown(state: State) -> Presentation:
    assert isinstance(state.work, Done)
    return present(state.work.comparison, options(state), state.work.presentation)


def lines(presentation: Presentation) -> list[str]:
    """Give the rows as words: the first word of a passage's relation, or what a fold says."""
    contents = map(presentation.content, range(len(presentation.rows)))
    return [content.fold.counts if content.fold else content.relation.value for content in contents]


def test_long_runs_are_lines_that_count_them(state: State) -> None:
    assert lines(shown(state)) == ["same", "20 dropped sentences, all with numbers", "same", "8 dropped sentences, all with numbers"]


def test_unchanged_runs_keep_their_neighbours(make: Make) -> None:
    sentences = [[f"Sentence {k}."] for k in range(30)]
    kinds = [Relation.EDITED if k == 15 else Relation.SAME for k in range(30)]
    presentation = present(make(sentences, sentences, [([k], [k], kinds[k]) for k in range(30)]), FOLDED)
    found = lines(presentation)
    changed = found.index("edited")
    around = ["same"] * CONTEXT
    assert found[changed - CONTEXT - 1 : changed + CONTEXT + 2] == [
        "11 unchanged sentences",
        *around,
        "edited",
        *around,
        "10 unchanged sentences",
    ]


def test_a_filter_folds_nothing(state: State) -> None:
    filtered = shown(reading.filter_toggled(state, Filter.DROPPED))
    assert [row.kind for row in filtered.rows] == [RowKind.PASSAGE] * 28


def test_nothing_is_folded_unless_asked_for(summary: Comparison) -> None:
    assert all(row.kind is not RowKind.FOLD for row in present(summary).rows)


def test_a_fold_opens_below_its_line_and_closes_again(state: State) -> None:
    key = shown(state).rows[1].passage
    opened = folding.fold_toggled(state, key)
    assert lines(shown(opened))[:4] == ["same", "20 dropped sentences, all with numbers", "omitted", "omitted"]
    assert len(shown(opened).rows) == 24
    assert folding.fold_toggled(opened, key) == state


def test_an_unknown_fold_does_nothing(state: State) -> None:
    assert folding.fold_toggled(state, 999) is state
    assert folding.fold_toggled(State(), 0) == State()


def test_one_gesture_opens_all_and_closes_all(state: State) -> None:
    opened = folding.folds_toggled(state)
    assert len(shown(opened).rows) == 32
    one_closed = folding.fold_toggled(opened, shown(state).rows[1].passage)
    assert len(shown(folding.folds_toggled(one_closed)).rows) == 32
    assert folding.folds_toggled(opened).opened == frozenset()


def test_where_nothing_folds_the_window_says_so(make: Make) -> None:
    pair = make([["One."]], [["One."]], [([0], [0], Relation.SAME)])
    said = folding.folds_toggled(State(work=Done(present(pair), answer(pair)))).message
    assert said is not None
    assert "fold" in said.text


def test_a_passage_that_is_wanted_unfolds(state: State) -> None:
    hidden = 10
    wanted = reading.passage_wanted(state, hidden)
    presentation = shown(wanted)
    row = presentation.row_of(hidden)
    assert row is not None
    assert presentation.rows[row].passage == wanted.selected == hidden
    assert lines(presentation)[-1] == "8 dropped sentences, all with numbers"


def test_closing_a_fold_selects_its_line(state: State) -> None:
    wanted = reading.passage_wanted(state, 10)
    closed = folding.fold_toggled(wanted, next(iter(wanted.opened)))
    assert closed.selected == shown(closed).rows[1].passage


def test_a_hidden_passage_is_found_at_the_line_that_hides_it(state: State) -> None:
    presentation = shown(state)
    assert [presentation.row_of(passage) for passage in (0, 1, 20, 21, 29)] == [0, 1, 1, 2, 3]


def test_stepping_takes_a_closed_fold_as_one_change(state: State) -> None:
    presentation = shown(state)
    assert [presentation.step(row, 1) for row in (None, 1, 3)] == [1, 3, None]
    assert presentation.step(3, -1) == 1
    opened = shown(folding.fold_toggled(state, presentation.rows[1].passage))
    assert opened.step(None, 1) == 2


def test_the_row_at_hand_stays_at_hand(state: State) -> None:
    folded, opened = shown(state), shown(folding.folds_toggled(state))
    comparison = folded.comparison
    assert opened.nearest(folded.rows[1], comparison) == 1
    assert opened.nearest(opened.rows[2], comparison) == 2
    assert folded.nearest(opened.rows[9], comparison) == 1
    assert folded.nearest(opened.rows[22], comparison) == 2


def test_the_line_of_a_fold_finds_its_place_in_a_new_comparison(state: State) -> None:
    folded = shown(state)
    again = replace(folded.comparison, findings=())
    assert present(again, FOLDED).nearest(folded.rows[3], folded.comparison) == 3


def test_copying_across_a_fold_takes_what_it_hides(state: State) -> None:
    presentation = shown(state)
    text = text_between(presentation, Side.ORIGINAL, (0, 0), (2, 10))
    assert text.count("which cost") == 21
    assert rows_as_text(presentation, [1]).count("Dropped\nOriginal: ") == 20
    opened = shown(folding.folds_toggled(state))
    assert rows_as_text(opened, [1]) == ""


def test_the_list_of_changes_holds_what_is_folded(state: State) -> None:
    assert len(changes(shown(state))) == 28


def test_the_overview_shows_all_rows_and_knows_where_each_stands(state: State) -> None:
    presentation = shown(state)
    measures, starts = presentation.strip()
    assert len(measures) == 30
    assert starts.tolist() == [0, 1, 21, 22, 30]
    assert len(presentation.measures()) == 4
    assert presentation.measures()[1, Column.ORIGINAL] == 0


def test_a_fold_is_said_with_how_it_begins(state: State) -> None:
    state = with_findings(state, 0)
    assert spoken(shown(state), 3, Side.ORIGINAL).startswith("8 dropped sentences, all with numbers, folded. Begins: ")
    opened = shown(folding.folds_toggled(state))
    assert spoken(opened, 1, Side.REWRITE) == "20 dropped sentences, all with numbers, unfolded"


def test_a_fold_says_how_many_findings_it_holds(state: State) -> None:
    presentation = shown(with_findings(state, 3))
    said = [spoken(presentation, row, Side.ORIGINAL) for row in range(len(presentation.rows)) if presentation.fold_at(row)]
    assert [", 3 findings, folded. Begins: " in each for each in said] == [True] + [False] * (len(said) - 1)


def with_findings(state: State, count: int) -> State:
    """Let the first fold hold so many findings, of which one more is only a note."""
    assert isinstance(state.work, Done)
    comparison = replace(state.work.comparison, findings=())
    first = next(fold for fold in present(comparison, Options(opened=frozenset())).sheet.folds.every)
    made = Finding(FindingKind.LOSS, "fact-lost", Strength.LOOK, (first.passage,), Sides((), ()), Sides((), ()))
    note = replace(made, strength=Strength.NOTE)
    comparison = replace(comparison, findings=(made,) * count + (note,))
    return replace(state, work=Done(present(comparison), state.work.answer))


@given(st.lists(st.sampled_from(LONG), max_size=30), st.lists(st.sampled_from(LONG), max_size=30), st.sets(st.integers(0, 40)))
def test_every_row_is_shown_or_folded_once(original: list[str], rewrite: list[str], opened: set[int]) -> None:
    comparison = compare(original, rewrite)
    presentation = present(comparison, Options(opened=frozenset(opened)))
    kept = []
    for number, row in enumerate(presentation.rows):
        fold = presentation.fold_at(number)
        if fold is None:
            kept.append(row)
        elif fold.key not in opened:
            kept += presentation.sheet.rows[fold.places.start : fold.places.stop]
    assert tuple(kept) == comparison.rows()
    places = presentation.strip()[1].tolist()
    assert all(first <= second for first, second in pairwise(places))
    assert all(presentation.row_of(number) is not None for number in range(len(comparison.passages)))
