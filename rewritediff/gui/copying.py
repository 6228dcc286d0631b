"""How the copied view is read: its runs, one after the other, and how long they must be. Each function makes the next State."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace

from rewritediff.gui import words
from rewritediff.gui.choices import View
from rewritediff.gui.copied import LEAST_WORDS, MOST_WORDS, Copied
from rewritediff.gui.messages import Tone, is_loud
from rewritediff.gui.reading import passage_selected
from rewritediff.gui.saying import with_message
from rewritediff.gui.state import State, copied_known
from rewritediff.gui.work import Done
from rewritediff.wording.copying import run_words


def view_chosen(state: State, view: View) -> State:
    """Show what changed, or what was copied; what was said of a run goes with its view."""
    if view is state.view:
        return state
    said_of_run = state.view is View.COPIED and state.message is not None and not is_loud(state.message)
    return replace(state, view=view, run=None, message=None if said_of_run else state.message)


def view_turned(state: State) -> State:
    """Show what was copied where changes are shown, and the other way round."""
    return view_chosen(state, View.CHANGES if state.view is View.COPIED else View.COPIED)


def copied_words_chosen(state: State, count: int) -> State:
    """Set how many equal words in a row count as copied, inside their bounds."""
    count = min(MOST_WORDS, max(LEAST_WORDS, count))
    return state if count == state.copied_words else replace(state, copied_words=count)


def copied_found(state: State, found: Copied) -> State:
    """Show the runs that were found, unless other ones are wanted by now."""
    wanted = found.comparison is state.comparison and found.words == state.copied_words
    return replace(state, copied=found, run=None) if wanted else state


def copied_failed(state: State, reason: str) -> State:
    """Say why no runs were found, and go back to what changed."""
    return with_message(view_chosen(state, View.CHANGES), words.NOT_FOUND_COPIED.format(reason=reason), Tone.PROBLEM)


def run_wanted(state: State, run: int) -> State:
    """Go to a copied run by its number."""
    copied = copied_known(state)
    if copied is None or not 0 <= run < len(copied.runs) or not isinstance(state.work, Done):
        return state
    row = state.work.presentation.sheet.rows[copied.places[run]]
    selected = replace(passage_selected(state, row.passage), run=run)
    return with_message(selected, run_words(copied.runs[run], run, len(copied.runs)))


def run_stepped(state: State, direction: int) -> State:
    """Go to the next copied run, or the one before: from the run gone to last, else from the selected passage."""
    copied = copied_known(state)
    if copied is None:
        return state
    run = next_run(state, copied, direction)
    if 0 <= run < len(copied.runs):
        return run_wanted(state, run)
    return with_message(state, words.NO_NEXT_RUN if direction > 0 else words.NO_PREVIOUS_RUN)


def next_run(state: State, copied: Copied, direction: int) -> int:
    """Give the number of the run that follows what is selected, or comes before it; it may not exist."""
    if state.run is not None:
        return state.run + direction
    if state.selected is None or not isinstance(state.work, Done):
        return 0 if direction > 0 else len(copied.runs) - 1
    place = state.work.presentation.sheet.place_of[state.selected]
    return bisect_left(copied.places, place) if direction > 0 else bisect_left(copied.places, place) - 1


def longest_wanted(state: State) -> State:
    """Go to the longest copied run."""
    copied = copied_known(state)
    run = longest_run(copied) if copied else None
    return state if run is None else run_wanted(state, run)


def longest_run(copied: Copied) -> int | None:
    """Give the number of the longest run, the first of several."""
    return max(range(len(copied.runs)), key=lambda run: (copied.runs[run].words, -run)) if copied.runs else None
