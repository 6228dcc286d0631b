"""The house's own list in the State: what can be added, and what becomes of findings that are looked for anew."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewritediff import house_list
from rewritediff.core.compare import with_house
from rewritediff.core.decisions import Ruling
from rewritediff.core.house import NO_HOUSE, House
from rewritediff.core.values import Sides
from rewritediff.gui import house, verdicts
from rewritediff.gui.controller import HOUSE, REVIEW, jobs
from rewritediff.gui.findings import choose_finding
from rewritediff.gui.jobs import HouseJob, ReviewJob
from rewritediff.gui.messages import Tone
from rewritediff.gui.rows import present
from rewritediff.gui.state import State, asks_anew, review_known
from rewritediff.gui.work import Done
from rewritediff.wording import answer
from tests.gui.findings import compared

COMPARISON = compared()
KYIV = House((("Kyiv", "Kiev"),))


def done(comparison: object = COMPARISON) -> Done:
    return Done(present(comparison), answer(comparison))  # type: ignore[arg-type]


@pytest.fixture
def state() -> State:
    return State(work=done())


def anew(state: State, house_: House) -> State:
    """Do what the worker does; findings stay those made by hand."""
    found = replace(with_house(COMPARISON, house_), findings=COMPARISON.findings[1:])
    return house.asked_anew(state, COMPARISON, done(found))


@pytest.mark.parametrize(
    ("original", "rewrite", "same", "ignoring"),
    [
        pytest.param(("Kiev",), ("Kyiv",), ("Kiev = Kyiv",), ("! Kiev", "! Kyiv"), id="both"),
        pytest.param(("x = 1",), ("x\n= 2",), ('"x = 1" = "x = 2"',), ('! "x = 1"', '! "x = 2"'), id="signs of the list"),
        pytest.param(("Kiev",), (), (), ("! Kiev",), id="one side"),
        pytest.param((), (), (), (), id="no words"),
        pytest.param(("a", "b"), ("c",), ("a = c", "b = c"), ("! a", "! b", "! c"), id="several"),
        pytest.param(("a", "b", "c"), ("d", "e"), (), tuple(f"! {term}" for term in "abcde"), id="too many to know which is meant"),
        pytest.param(("Kiev",), ("KIEV",), (), ("! Kiev", "! KIEV"), id="the same already"),
        pytest.param(("–",), ("Kyiv",), (), ("! Kyiv",), id="no word"),
    ],
)
def test_entries_are_made_of_a_findings_words(
    original: tuple[str, ...], rewrite: tuple[str, ...], same: tuple[str, ...], ignoring: tuple[str, ...]
) -> None:
    finding = replace(COMPARISON.findings[0], values=Sides(original, rewrite))
    assert house.lines_for_same(finding) == same
    assert house.lines_for_ignoring(finding) == ignoring
    house_list.parse("\n".join((*same, *ignoring)))


def test_another_list_asks_for_findings_anew(state: State) -> None:
    taken = house.house_read(state, KYIV)
    assert asks_anew(taken)
    assert jobs(taken)[HOUSE] == HouseJob(HOUSE, COMPARISON, KYIV)
    assert not asks_anew(anew(taken, KYIV))


def test_what_was_decided_and_chosen_stays(state: State) -> None:
    decided = verdicts.ruled(choose_finding(state, 1), Ruling.FINE)
    after = anew(house.house_read(decided, KYIV), KYIV)
    review = review_known(after)
    assert review is not None
    assert [bool(verdict) for verdict in review.of_finding] == [True] + [False] * 6
    assert after.finding == 1
    assert after.selected == decided.selected


def test_what_was_asked_by_an_older_list_is_dropped(state: State) -> None:
    taken = house.house_read(state, KYIV)
    assert anew(taken, House(ignored=("x",))) is taken
    assert anew(replace(taken, work=done(compared())), KYIV).comparison is not COMPARISON


def test_a_failure_goes_back_to_the_list_before(state: State) -> None:
    taken = house.house_read(state, KYIV)
    back = house.not_asked(taken, KYIV, "broken")
    assert back.house == NO_HOUSE
    assert back.message is not None
    assert back.message.tone is Tone.PROBLEM
    assert house.not_asked(taken, NO_HOUSE, "broken") is taken


def test_another_file_forgets_what_was_added(state: State) -> None:
    added = house.entries_added(replace(state, house_file="a.txt"), ("Kyiv = Kiev",), KYIV)
    assert added.house_added == ("Kyiv = Kiev",)
    assert house.file_chosen(added, "b.txt").house_added == ()
    assert house.entry_taken_out(added, NO_HOUSE).house_added == ()


def test_what_is_kept_is_asked_for_where_something_is(state: State) -> None:
    assert REVIEW not in jobs(state)
    assert jobs(replace(state, kept_in="/state"))[REVIEW] == ReviewJob(REVIEW, COMPARISON, "/state")
