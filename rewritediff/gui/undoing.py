"""Undo and redo: what they bring back is kept here, before anything replaces, clears, swaps or reads again what stands."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.core.values import Sides
from rewritediff.gui import finding
from rewritediff.gui.comparing import begun_anew, comparing_if_idle
from rewritediff.gui.keeping import continued, holding, sources_of
from rewritediff.gui.saying import hushed
from rewritediff.gui.sources import Loaded, Settled, Slot, settled
from rewritediff.gui.state import NO_LINKS, NOT_WRITING, Snapshot, State, both_loaded
from rewritediff.gui.work import Done, NotCompared, Running

UNDO_STEPS = 5
"""A comparison of 5,000 sentences holds some 20 MB; five are enough to come back from a wrong drop."""


def snapshot(state: State) -> Snapshot:
    """Keep both sides as they stand, and their finished comparison."""
    work = state.work if isinstance(state.work, Done) else NotCompared()
    return Snapshot(Sides(settled(state.sides.original), settled(state.sides.rewrite)), work)


def remembered(state: State) -> State:
    """Keep both sides for an undo, where there is anything to keep."""
    if not any(isinstance(settled(slot), Loaded) for slot in state.sides):
        return state
    return replace(state, past=(*state.past, snapshot(state))[-UNDO_STEPS:], future=())


def undone(state: State) -> State:
    """Bring back what the last replacing, clearing or swapping took away."""
    if not state.past:
        return state
    *past, last = state.past
    return _restored(replace(state, past=tuple(past), future=(*state.future, snapshot(state))), last)


def redone(state: State) -> State:
    """Take back the last undo."""
    if not state.future:
        return state
    *future, last = state.future
    return _restored(replace(state, future=tuple(future), past=(*state.past, snapshot(state))), last)


def stopped_over(state: State) -> State | None:
    """Bring back the comparison that is still on screen, instead of the one that would take its place; None where there is none."""
    held = state.held
    shown = isinstance(state.work, Running) and state.work.over
    if not shown or held is None or not state.past or state.past[-1].work is not held.work:
        return None
    if both_loaded(state) is not None:
        return undone(state)
    *past, last = state.past  # a redo would bring back sides of which one was never read
    return _restored(replace(state, past=tuple(past)), last)


def _restored(state: State, kept: Snapshot) -> State:
    sides: Sides[Slot] = Sides(_as_slot(kept.sides.original), _as_slot(kept.sides.rewrite))
    back = replace(hushed(holding(state)), sides=sides, work=kept.work, selected=None, writing=NOT_WRITING, links=NO_LINKS)
    if sources_of(back) != sources_of(state):
        back = replace(back, filter=frozenset())
    back = finding.find_anew(begun_anew(back))
    return comparing_if_idle(continued(back) if isinstance(back.work, Done) else back)


def _as_slot(slot: Settled) -> Slot:
    return slot
