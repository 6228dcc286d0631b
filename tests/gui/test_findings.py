"""Going from finding to finding, without the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Ruling
from rewritediff.core.values import Finding, FindingKind, Relation, Sides, Span, Strength
from rewritediff.gui import queue_words, reading, verdicts
from rewritediff.gui.choices import View
from rewritediff.gui.findings import choose_finding, chosen_finding, next_finding, previous_finding, queue
from rewritediff.gui.rows import present
from rewritediff.gui.state import State
from rewritediff.gui.work import Done
from rewritediff.wording import Filter, answer

CHECK, LOOK, NOTE = Strength.CHECK, Strength.LOOK, Strength.NOTE


def finding(passage: int, original: tuple[int, int], rewrite: tuple[int, int], strength: Strength = CHECK) -> Finding:
    spans = Sides((Span(*original),), (Span(*rewrite),))
    return Finding(FindingKind.NAME, "name-changed", strength, (passage,), spans, Sides(("China",), ("Russia",)))


def shown(comparison: Comparison, **more: object) -> State:
    return replace(State(work=Done(present(comparison), answer(comparison))), **more)


@pytest.fixture
def compared(make: Callable[..., Comparison]) -> Comparison:
    original = [["China is strong.", "It rains."], ["China pays 30 coins."]]
    rewrite = [["Russia is strong.", "It rains."], ["Russia pays 36 coins."]]
    passages = [((0,), (0,), Relation.EDITED), ((1,), (1,), Relation.SAME), ((2,), (2,), Relation.EDITED)]
    found = (finding(2, (28, 33), (29, 35)), finding(0, (0, 5), (0, 6), LOOK), finding(2, (39, 41), (41, 43), NOTE))
    return replace(make(original, rewrite, passages), findings=found)


def test_the_queue_goes_round_by_gravity_and_leaves_notes_out(compared: Comparison) -> None:
    state = shown(compared)
    assert queue(state) == (0, 1)
    visited = []
    for _ in range(3):
        state = next_finding(state)
        visited.append((state.finding, state.selected))
    assert visited == [(0, 2), (1, 0), (0, 2)]
    assert previous_finding(state).finding == 1
    assert previous_finding(shown(compared)).finding == 1


def test_a_chosen_finding_is_said_and_selects_its_passage(compared: Comparison) -> None:
    state = choose_finding(shown(compared), 0)
    assert chosen_finding(state) is compared.findings[0]
    assert state.message is not None
    assert state.message.text == "To check, 1 of 1: Names differ: original has China, rewrite has Russia"
    note = choose_finding(state, 2)
    assert note.message is not None
    assert note.message.text.startswith("To know: ")
    assert (note.finding, note.selected) == (2, 2)


def test_another_passage_leaves_the_finding_and_the_same_one_keeps_it(compared: Comparison) -> None:
    state = choose_finding(shown(compared), 0)
    assert reading.passage_selected(state, 2).finding == 0
    assert reading.passage_selected(state, 0).finding is None
    assert choose_finding(state, None).finding is None


def test_what_hides_a_finding_is_taken_away(compared: Comparison) -> None:
    hidden = shown(compared, filter=frozenset({Filter.UNCHANGED}), view=View.COPIED)
    state = choose_finding(hidden, 1)
    assert (state.filter, state.view, state.selected) == (frozenset(), View.CHANGES, 0)


def test_a_number_that_is_none_changes_nothing(compared: Comparison) -> None:
    state = shown(compared)
    assert choose_finding(state, 3) is state
    assert choose_finding(State(), 0) == State()


def test_without_findings_stepping_says_so(compared: Comparison) -> None:
    state = next_finding(shown(replace(compared, findings=())))
    assert state.message is not None
    assert (state.finding, state.message.text) == (None, queue_words.NO_FINDINGS)


def ruled(state: State, *numbers: int) -> State:
    for number in numbers:
        state = verdicts.ruled(choose_finding(state, number), Ruling.FINE)
    return state


def test_steps_leave_out_what_was_handled(compared: Comparison) -> None:
    found = compared.findings
    state = ruled(shown(replace(compared, findings=(found[0], found[1], replace(found[1], code="other")))), 1)
    forth, back = replace(state, finding=0), replace(state, finding=2)
    assert next_finding(forth).finding == 2
    assert previous_finding(back).finding == 0
    assert next_finding(back).finding == 0
    assert next_finding(choose_finding(state, 1)).finding == 2
    assert previous_finding(choose_finding(state, 1)).finding == 0


def test_where_all_is_handled_steps_go_through_all_again(compared: Comparison) -> None:
    state = ruled(shown(compared), 0, 1)
    visited = []
    for _ in range(3):
        state = next_finding(state)
        visited.append(state.finding)
    assert set(visited) == {0, 1}
    assert state.message is not None
    assert state.message.text.endswith(" · Fine")
