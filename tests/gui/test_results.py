"""What jobs send, in whatever order, late or not at all."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.gui import gestures as g
from rewritediff.gui import results
from rewritediff.gui.messages import Tone
from rewritediff.gui.shown import status
from rewritediff.gui.sources import Empty, Failed, Loaded, name
from rewritediff.gui.state import Page, State, page
from rewritediff.gui.work import Broken, Done, NotCompared, Running
from tests.gui.states import ORIGINAL, REWRITE, A, B, C, compared, done, found, kinds, read


def test_comparing_starts_by_itself_when_both_sides_stand() -> None:
    one = read(g.opened(State(), ORIGINAL, A), ORIGINAL)
    assert isinstance(one.work, NotCompared)
    assert isinstance(read(g.opened(one, REWRITE, B), REWRITE).work, Running)


def test_the_order_in_which_sides_are_read_does_not_matter() -> None:
    both = read(read(g.opened_pair(State(), A, B), REWRITE), ORIGINAL)
    assert isinstance(both.work, Running)
    assert [name(slot) for slot in both.sides] == ["a.txt", "b.txt"]


def test_a_failed_side_leaves_the_other_and_says_why() -> None:
    state = read(read(g.opened_pair(State(), A, B), ORIGINAL), REWRITE, ok=False)
    assert kinds(state) == (Loaded, Failed)
    assert isinstance(state.work, NotCompared)


def test_a_failed_replacement_leaves_what_stood_there() -> None:
    state = read(g.opened(compared(), REWRITE, C), REWRITE, ok=False)
    assert isinstance(state.work, Done)
    assert name(state.sides.rewrite) == "b.txt"
    assert state.message is not None
    assert state.message.tone is Tone.PROBLEM


def test_what_is_quick_does_not_flicker() -> None:
    state = read(g.dropped(compared(), ["/texts/c.txt"], "", REWRITE), REWRITE)
    assert isinstance(state.work, Running)
    assert page(state) is Page.COMPARISON
    assert page(results.compare_announced(state, state.work.ticket)) is Page.START


def test_stale_results_change_nothing() -> None:
    state = compared()
    again = g.swapped(state)
    assert isinstance(again.work, Running)
    old = again.work.ticket - 1
    for stale in (
        results.compare_done(again, old, done()),
        results.compare_failed(again, old, "why"),
        results.compare_progressed(again, old, "words", 0.5),
        results.compare_announced(again, old),
        results.load_done(again, old, found(C)),
        results.load_failed(again, old, "why"),
    ):
        assert stale is again


def test_a_reading_finds_its_side_after_a_swap() -> None:
    state = g.swapped(g.opened(State(), ORIGINAL, A))
    assert kinds(read(state, REWRITE)) == (Empty, Loaded)


def test_comparing_that_breaks_keeps_both_sides() -> None:
    running = g.swapped(compared())
    assert isinstance(running.work, Running)
    state = results.compare_failed(running, running.work.ticket, "ValueError")
    assert isinstance(state.work, Broken)
    assert kinds(state) == (Loaded, Loaded)


def test_compared_files_are_remembered_newest_first_and_the_sample_is_not() -> None:
    state = compared()
    assert state.recent == ((A.path, B.path),)
    assert compared(replace(State(), sample=(A.path, B.path))).recent == ()
    assert [name(slot) for slot in g.recent_opened(replace(State(), recent=state.recent), 0).sides] == ["a.txt", "b.txt"]


def test_the_same_file_on_both_sides_is_compared_with_a_notice() -> None:
    both = read(read(g.opened_pair(State(), A, A), ORIGINAL), REWRITE)
    assert isinstance(both.work, Running)
    assert "same file" in status(both)[0]
