"""What a person does to both sides, without the window: gestures in, States out."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rewritediff.core.values import Side
from rewritediff.gui import comparing, reading
from rewritediff.gui import gestures as g
from rewritediff.gui.messages import Offer
from rewritediff.gui.sources import Empty, Loaded, Loading, name
from rewritediff.gui.state import State
from rewritediff.gui.work import Done, Running, Stopped
from rewritediff.wording import Filter
from tests.gui.states import ORIGINAL, REWRITE, A, C, compared, kinds, read

DROPS = {
    "one file fills the half under the cursor": (["/c"], "", REWRITE, (Empty, Loading)),
    "one file elsewhere fills the first empty side": (["/c"], "", None, (Loading, Empty)),
    "two files fill both sides": (["/c", "/d"], "", REWRITE, (Loading, Loading)),
    "a text fills the half under the cursor": ([], "A text.", ORIGINAL, (Loading, Empty)),
    "more than two files fill nothing": (["/c", "/d", "/e"], "", ORIGINAL, (Empty, Empty)),
    "nothing fills nothing": ([], "  ", ORIGINAL, (Empty, Empty)),
}


@pytest.mark.parametrize(("paths", "text", "under", "wanted"), DROPS.values(), ids=DROPS)
def test_dropping(paths: list[str], text: str, under: Side | None, wanted: tuple[type, type]) -> None:
    state = g.dropped(State(), paths, text, under)
    assert kinds(state) == wanted
    assert (state.message is not None) == (wanted == (Empty, Empty))


def test_a_drop_on_a_finished_comparison_replaces_that_side_and_compares_again() -> None:
    state = g.dropped(compared(), ["/texts/c.txt"], "", REWRITE)
    assert isinstance(state.work, Done)
    after = read(state, REWRITE)
    assert [name(slot) for slot in after.sides] == ["a.txt", "c.txt"]
    assert isinstance(after.work, Running)
    assert after.message is not None
    assert after.message.offers == (Offer.UNDO,)


def test_swapping_compares_again() -> None:
    state = g.swapped(compared())
    assert [name(slot) for slot in state.sides] == ["b.txt", "a.txt"]
    assert isinstance(state.work, Running)


def test_cancelling_keeps_both_sides_and_offers_to_compare() -> None:
    state = g.cancelled(g.swapped(compared()))
    assert kinds(state) == (Loaded, Loaded)
    assert isinstance(state.work, Stopped)
    assert isinstance(comparing.compared_again(state).work, Running)


def test_cancelling_a_replacement_leaves_the_comparison() -> None:
    state = g.cancelled(g.opened(compared(), REWRITE, C))
    assert isinstance(state.work, Done)
    assert name(state.sides.rewrite) == "b.txt"


ESCAPES: dict[str, tuple[Callable[[], State], Callable[[State], bool]]] = {
    "the key map": (lambda: reading.keys_toggled(compared()), lambda s: not s.keys_shown),
    "a running comparison": (lambda: g.swapped(compared()), lambda s: isinstance(s.work, Stopped)),
    "a reading": (lambda: g.opened(State(), ORIGINAL, A), lambda s: kinds(s) == (Empty, Empty)),
    "a filter": (lambda: reading.filter_toggled(compared(), Filter.NEW), lambda s: not s.filter),
    "a message": (lambda: reading.said(State(), "Something", problem=True), lambda s: s.message is None),
}


@pytest.mark.parametrize(("before", "left"), ESCAPES.values(), ids=ESCAPES)
def test_escape_leaves(before: Callable[[], State], left: Callable[[State], bool]) -> None:
    assert not left(before())
    assert left(g.escaped(before()))
