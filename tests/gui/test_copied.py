"""The copied view without Qt: what is painted where, the figures, and going from run to run."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff import compare, load
from rewritediff.bundled import sample_pair
from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import RowKind
from rewritediff.core.values import CopiedPart, CopiedRun, Relation, Side, Sides, Span
from rewritediff.gui import copying, folding, reading
from rewritediff.gui.choices import Layout, View
from rewritediff.gui.controller import jobs
from rewritediff.gui.copied import LEAST_WORDS, LOOKING, MOST_WORDS, Copied, _flat, copied_of
from rewritediff.gui.doing import do, failure
from rewritediff.gui.jobs import CopiedFailed, CopiedFound, CopiedJob
from rewritediff.gui.row_words import spoken
from rewritediff.gui.rows import Presentation, RunKind, present
from rewritediff.gui.shown import options
from rewritediff.gui.state import State, looks_for_copied
from rewritediff.gui.work import Done
from rewritediff.wording import Filter, answer, copied_words
from rewritediff.wording.copying import copied_parts
from tests.strategies import article

Make = Callable[..., Comparison]
ORIGINAL = "The council met on Monday to vote on the wall. Nobody spoke against it. “We will build the new wall this year,” she said."
REWRITE = "They say the council met on Monday to vote on a dam. All is new here. “We will build the new wall this year,” was said."


@pytest.fixture(scope="module")
def pair() -> Comparison:
    return compare(ORIGINAL, REWRITE)


@pytest.fixture(scope="module")
def sample() -> Comparison:
    return compare(*map(load, sample_pair()))


def looking(comparison: Comparison) -> State:
    return State(work=Done(present(comparison), answer(comparison)), view=View.COPIED, layout=Layout.ALIGNED)


def found(state: State) -> State:
    """Do the job that the State asks for, as the worker does."""
    (job,) = jobs(state).values()
    events: list[object] = []
    do(job, events.append, lambda: False)
    (event,) = events
    assert isinstance(event, CopiedFound)
    return copying.copied_found(state, event.copied)


def known(state: State) -> Copied:
    assert state.copied is not None
    return state.copied


def shown(state: State) -> Presentation:
    assert isinstance(state.work, Done)
    return present(state.work.comparison, options(state), state.work.presentation)


def painted(presentation: Presentation, side: Side) -> list[tuple[str, str]]:
    contents = [presentation.content(k).sides[side] for k in range(len(presentation.rows))]
    return [(run.kind.value, side.text.text[run.start : run.end]) for side in contents for run in side.runs]


def test_runs_are_painted_on_both_sides_and_quoted_ones_outlined(pair: Comparison) -> None:
    presentation = shown(found(looking(pair)))
    quoted = ("quoted", "We will build the new wall this year")
    assert painted(presentation, Side.ORIGINAL) == [("copied", "The council met on Monday to vote on"), quoted]
    assert painted(presentation, Side.REWRITE) == [("copied", "the council met on Monday to vote on"), quoted]


@pytest.fixture(scope="module")
def crossing() -> Comparison:
    return compare(
        "The council will build the new wall this year, the mayor said on Monday.", "“The council will build the new wall” this year."
    )


def test_a_run_that_crosses_a_quotation_mark_is_outlined_in_part(crossing: Comparison) -> None:
    state = found(looking(crossing))
    parts = [("quoted", "The council will build the new wall"), ("copied", "this year")]
    assert painted(shown(state), Side.ORIGINAL) == painted(shown(state), Side.REWRITE) == parts
    for extents in known(state).extents:
        (_, quoted_end, is_quoted), (open_begin, _, is_open) = extents[:, 1:].tolist()
        assert (is_quoted, is_open) == (1, 0)
        assert quoted_end < open_begin


def test_the_quoted_share_is_counted_by_word(crossing: Comparison) -> None:
    state = found(looking(crossing))
    assert copied_parts(known(state).figures, 6).quoted == "78 % of that in quotation marks"
    assert copied_words(crossing).endswith("; 78 % of it stands in quotation marks")
    assert spoken(shown(state), 0, Side.REWRITE).startswith("9 copied words, 7 in quotation marks. ")
    stepped = copying.run_stepped(state, 1).message
    assert stepped is not None
    assert stepped.text == "Copied run 1 of 1: 9 words, 7 in quotation marks"


def test_all_else_is_plain(sample: Comparison) -> None:
    presentation = shown(found(looking(sample)))
    for number in range(len(presentation.rows)):
        content = presentation.content(number)
        assert content.relation is Relation.SAME
        assert not content.pill
        assert {run.kind for side in content.sides for run in side.runs} <= {RunKind.COPIED, RunKind.QUOTED}
        if content.row.kind is RowKind.PASSAGE and not content.moved:
            assert not any(side.glyph or side.label for side in content.sides)


def test_the_figures_are_those_of_the_reports(sample: Comparison) -> None:
    parts = copied_parts(known(found(looking(sample))).figures, 6)
    said = copied_words(sample)
    assert parts.share in said
    assert parts.longest.removeprefix("longest run: ") in said
    assert parts.quoted.partition(" of that")[0] in said
    assert parts.runs == f"{len(sample.copied())} runs of"


def test_nothing_copied_is_said(make: Make) -> None:
    pair = make([["One two."]], [["Three four."]], [([0], [0], Relation.PARAPHRASED)])
    parts = copied_parts(known(found(looking(pair))).figures, 6)
    assert parts.share == "No 6 words in a row were taken over word for word"
    assert not parts.longest


def test_a_filter_does_not_hide_what_was_copied(pair: Comparison) -> None:
    state = reading.filter_toggled(found(looking(pair)), Filter.DROPPED)
    assert len(shown(state).rows) == len(pair.rows())


def test_rows_are_said_with_what_is_copied_in_them(pair: Comparison) -> None:
    presentation = shown(found(looking(pair)))
    said = [spoken(presentation, row, Side.REWRITE).partition(". ")[0] for row in range(len(presentation.rows))]
    assert set(said) == {"8 copied words", "Nothing copied", "8 copied words, in quotation marks"}


class TestLooking:
    def test_only_the_copied_view_looks_for_runs(self, pair: Comparison) -> None:
        state = looking(pair)
        assert looks_for_copied(state)
        assert not jobs(copying.view_turned(state))
        assert not jobs(found(state))
        assert options(state).copied is LOOKING

    def test_other_lengths_are_looked_for_while_the_old_runs_stay(self, pair: Comparison) -> None:
        state = copying.copied_words_chosen(found(looking(pair)), 9)
        (job,) = jobs(state).values()
        assert isinstance(job, CopiedJob)
        assert job.words == 9
        assert options(state).copied is state.copied
        assert len(known(found(state)).runs) < len(known(state).runs)

    def test_what_is_stale_is_not_shown(self, pair: Comparison, sample: Comparison) -> None:
        state = looking(pair)
        other = copied_of(sample, sample.rows(), 6)
        assert copying.copied_found(state, other) is state
        assert copying.copied_found(state, copied_of(pair, pair.rows(), 7)) is state

    @pytest.mark.parametrize(("asked", "got"), [(1, LEAST_WORDS), (7, 7), (99, MOST_WORDS)])
    def test_lengths_have_bounds(self, asked: int, got: int) -> None:
        assert copying.copied_words_chosen(State(), asked).copied_words == got

    def test_an_error_leads_back_to_the_changes(self, pair: Comparison) -> None:
        state = looking(pair)
        (job,) = jobs(state).values()
        event = failure(job, "no room")
        assert isinstance(event, CopiedFailed)
        back = copying.copied_failed(state, event.reason)
        assert back.view is View.CHANGES
        assert not jobs(back)
        assert back.message is not None
        assert "no room" in back.message.text


class TestSteps:
    def test_next_and_previous_go_from_run_to_run(self, pair: Comparison) -> None:
        first = copying.run_stepped(found(looking(pair)), 1)
        second = copying.run_stepped(first, 1)
        assert [first.run, second.run] == [0, 1]
        assert second.message is not None
        assert second.message.text == "Copied run 2 of 2: 8 words, in quotation marks"
        assert copying.run_stepped(second, -1).run == 0
        past = copying.run_stepped(second, 1)
        assert past.run == 1
        assert past.message is not None
        assert "no further" in past.message.text

    def test_steps_begin_at_what_is_selected(self, pair: Comparison) -> None:
        state = found(looking(pair))
        middle = next(k for k, passage in enumerate(pair.passages) if passage.relation is Relation.INSERTED)
        chosen = reading.passage_selected(state, middle)
        assert copying.run_stepped(chosen, 1).run == 1
        assert copying.run_stepped(chosen, -1).run == 0

    def test_choosing_by_hand_leaves_the_run(self, pair: Comparison) -> None:
        state = copying.run_stepped(found(looking(pair)), 1)
        assert reading.passage_selected(state, None).run is None

    def test_what_was_said_of_a_run_goes_with_the_view(self, pair: Comparison) -> None:
        said = copying.run_stepped(found(looking(pair)), 1)
        assert said.message is not None
        assert copying.view_turned(said).message is None

    def test_the_longest_run_is_gone_to(self, sample: Comparison) -> None:
        state = copying.longest_wanted(found(looking(sample)))
        assert state.run is not None
        assert known(state).runs[state.run].words == known(state).figures.longest

    def test_without_runs_there_is_nowhere_to_go(self, pair: Comparison) -> None:
        state = looking(pair)
        assert copying.run_stepped(state, 1) is state
        assert copying.longest_wanted(state) is state


class TestFolds:
    def test_long_runs_without_copies_fold(self) -> None:
        long = article(30)
        state = found(looking(compare(long, [long[0], long[21]])))
        presentation = shown(state)
        counts = [line.counts for k in range(len(presentation.rows)) if (line := presentation.content(k).fold)]
        assert counts == ["20 sentences of the original with nothing copied", "8 sentences of the original with nothing copied"]
        assert len(shown(folding.folds_toggled(state)).rows) == 32

    def test_folds_of_one_view_do_not_open_those_of_the_other(self) -> None:
        long = article(30)
        state = found(looking(compare(long, [long[0], long[21]])))
        assert len(shown(copying.view_turned(folding.folds_toggled(state))).rows) == 4


SPANS = st.tuples(st.integers(0, 60), st.integers(1, 12), st.booleans()).map(lambda made: (Span(made[0], made[0] + made[1]), made[2]))


@given(st.lists(SPANS, max_size=8))
def test_what_is_taken_twice_is_painted_once(spans: list[tuple[Span, bool]]) -> None:
    """A character is painted where any run covers it, and only outlined where all that cover it are quoted."""
    stretches = _flat([CopiedRun(span, span, 6, (CopiedPart(span, span, 6, quoted),)) for span, quoted in spans], Side.ORIGINAL)
    seen = {place: stretch.quoted for stretch in stretches for place in range(stretch.span.start, stretch.span.end)}
    expected: dict[int, bool] = {}
    for span, quoted in spans:
        for place in range(span.start, span.end):
            expected[place] = expected.get(place, True) and quoted
    assert seen == expected
    assert sum(stretch.span.end - stretch.span.start for stretch in stretches) == len(seen)


@given(st.lists(st.sampled_from(article(12)), min_size=1, max_size=14), st.lists(st.sampled_from(article(12)), min_size=1, max_size=14))
def test_the_overview_has_each_stretch_inside_its_row(original: list[str], rewrite: list[str]) -> None:
    comparison = compare(original, rewrite)
    copied = copied_of(comparison, comparison.rows(), 6)
    for extents in copied.extents:
        assert all(place <= begin < end <= place + 1 for place, begin, end, _ in extents.tolist())
    assert len(copied.places) == len(copied.runs)
    assert list(copied.places) == sorted(copied.places)
    sides = Sides(*(sum(end - begin for _, begin, end, _ in side.tolist()) for side in copied.extents))
    assert all(side > 0 for side in sides) == bool(copied.runs)
