"""Opening and closing the folds of the aligned view. Each function makes the next State and does nothing else."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.gui import words
from rewritediff.gui.row_folds import NO_FOLDS, Fold, Folds
from rewritediff.gui.saying import with_message
from rewritediff.gui.shown import options
from rewritediff.gui.state import State
from rewritediff.gui.work import Done


def folds_of(state: State) -> Folds:
    """Give the folds of the view that is shown."""
    if not isinstance(state.work, Done):
        return NO_FOLDS
    return state.work.presentation.sheet.folds_for(options(state))


def unfolded_for(state: State, passage: int) -> State:
    """Open the fold that hides a passage, where one does."""
    fold = _fold_around(state, passage)
    return state if fold is None or fold.key in state.opened else replace(state, opened=state.opened | {fold.key})


def fold_toggled(state: State, key: int) -> State:
    """Open a fold, or close it; what is selected inside gives way to its line."""
    return _selected_outside(replace(state, opened=state.opened ^ {key})) if key in folds_of(state).by_key else state


def folds_toggled(state: State) -> State:
    """Open all folds of the view that is shown, or close them where all are open."""
    every = folds_of(state).keys
    if not every:
        return with_message(state, words.NO_FOLDS)
    return _selected_outside(replace(state, opened=state.opened - every if state.opened >= every else state.opened | every))


def _selected_outside(state: State) -> State:
    """Select the line of a fold instead of what it hides."""
    fold = None if state.selected is None else _fold_around(state, state.selected)
    return state if fold is None or fold.key in state.opened else replace(state, selected=fold.passage)


def _fold_around(state: State, passage: int) -> Fold | None:
    if not isinstance(state.work, Done):
        return None
    place = state.work.presentation.sheet.place_of.get(passage)
    return None if place is None else folds_of(state).around(place)
