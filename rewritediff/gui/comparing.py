"""Comparing begins: by itself as soon as both sides stand, or because a person asks for it."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.gui.saying import hushed
from rewritediff.gui.state import State, both_loaded
from rewritediff.gui.work import NotCompared, Running


def compared_again(state: State) -> State:
    """Compare both sides anew."""
    return comparing(hushed(state), over=False)


def comparing(state: State, *, over: bool) -> State:
    """Begin to compare where both sides stand; over says that a finished comparison is still on screen."""
    if both_loaded(state) is None:
        return state
    ticket = state.ticket + 1
    return replace(state, work=Running(ticket, over=over), ticket=ticket, selected=None)


def comparing_if_idle(state: State) -> State:
    """Compare where both sides stand and nothing became of them yet."""
    return comparing(state, over=False) if isinstance(state.work, NotCompared) else state


def begun_anew(state: State) -> State:
    """Forget what was opened and gone to in another comparison."""
    return replace(state, opened=frozenset(), copied=None, run=None, finding=None)
