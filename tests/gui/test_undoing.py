"""What undo and redo bring back."""

from __future__ import annotations

from rewritediff.gui import gestures as g
from rewritediff.gui import undoing
from rewritediff.gui.sources import Empty, name
from rewritediff.gui.work import Done
from tests.gui.states import REWRITE, C, compared, kinds, read


def test_swapping_can_be_undone() -> None:
    state = undoing.undone(g.swapped(compared()))
    assert [name(slot) for slot in state.sides] == ["a.txt", "b.txt"]
    assert isinstance(state.work, Done)


def test_clearing_can_be_undone_without_comparing_again() -> None:
    state = compared()
    empty = g.cleared(state)
    assert kinds(empty) == (Empty, Empty)
    back = undoing.undone(empty)
    assert back.work is state.work
    assert kinds(undoing.redone(back)) == (Empty, Empty)


def test_replacing_can_be_undone() -> None:
    state = read(g.opened(compared(), REWRITE, C), REWRITE)
    back = undoing.undone(state)
    assert name(back.sides.rewrite) == "b.txt"
    assert isinstance(back.work, Done)


def test_a_new_pair_can_be_undone() -> None:
    assert isinstance(undoing.undone(g.opened_pair(compared(), C, C)).work, Done)
