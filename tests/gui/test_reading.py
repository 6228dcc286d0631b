"""What a person does to read: filters, sizes, layouts, steps."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rewritediff.gui import lines, reading
from rewritediff.gui.choices import ZOOMS, Tab, ThemeChoice, Typeface
from rewritediff.gui.shown import layout, options
from rewritediff.gui.state import State
from rewritediff.wording import Filter
from tests.gui.states import compared


def test_filters_add_up_and_toggle() -> None:
    state = reading.filter_toggled(reading.filter_toggled(compared(), Filter.NEW), Filter.DROPPED)
    shown = options(state).shown
    assert shown is not None
    assert {"inserted", "omitted"} <= shown
    assert options(reading.filter_toggled(reading.filter_toggled(state, Filter.NEW), Filter.DROPPED)).shown is None


def test_every_part_of_an_answer_can_be_shown() -> None:
    for key in Filter:
        assert options(reading.filter_toggled(State(), key)) is not None


def test_zoom_steps_and_stays_in_bounds() -> None:
    state = State()
    for _ in range(40):
        state = reading.zoom_stepped(state, 1)
    assert state.zoom == ZOOMS[-1]
    assert reading.zoom_stepped(state, 0).zoom == 100
    assert reading.zoomed(state, 1).zoom == ZOOMS[0]


def test_only_passages_of_the_comparison_can_be_selected() -> None:
    assert reading.passage_selected(compared(), 0).selected == 0
    assert reading.passage_selected(compared(), 99).selected is None
    assert reading.passage_selected(State(), 0).selected is None


def test_a_step_beyond_the_last_change_says_so() -> None:
    state = reading.stepped(compared(), None, 1)
    assert state.message is not None
    assert reading.passage_selected(state, 1).message is None


LOOKS: dict[str, Callable[[State], State]] = {
    "zoom": lambda state: reading.zoomed(state, 130),
    "theme": lambda state: reading.theme_chosen(state, ThemeChoice.CONTRAST_DARK),
    "typeface": lambda state: reading.typeface_chosen(state, Typeface.SANS),
    "typography": lambda state: reading.typography_shown(state, True),
    "word marks": lambda state: reading.word_marks_shown(state, False),
    "tab": lambda state: reading.tab_chosen(state, Tab.CHANGES),
    "filter": lambda state: reading.filter_toggled(state, Filter.NEW),
    "keys": reading.keys_toggled,
    "message": lines.last_left,
}


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_what_only_changes_the_look_leaves_the_selection(look: Callable[[State], State]) -> None:
    chosen = reading.passage_selected(compared(), 1)
    assert chosen.selected == 1
    assert look(chosen).selected == 1


def test_turning_the_layout_chooses_the_other_one() -> None:
    once = reading.layout_turned(compared())
    assert layout(once) is not layout(compared())
    assert layout(reading.layout_turned(once)) is layout(compared())
