"""How a comparison is read: filter, selection, zoom, theme, panel. Each function makes the next State and does nothing else."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.gui import words
from rewritediff.gui.choices import ZOOMS, Layout, Tab, ThemeChoice, Typeface
from rewritediff.gui.folding import unfolded_for
from rewritediff.gui.messages import Tone, is_loud
from rewritediff.gui.row_kinds import CHANGES, kinds_of
from rewritediff.gui.saying import with_message
from rewritediff.gui.shown import ROW_KINDS, layout, options
from rewritediff.gui.shown import tab as shown_tab
from rewritediff.gui.state import State
from rewritediff.wording import Filter, counted


def filter_toggled(state: State, key: Filter) -> State:
    """Switch one part of the answer line on or off; what counts findings opens their list, too."""
    lists = key in (Filter.CHECK, Filter.LOOK) and key not in state.filter
    return replace(state, filter=state.filter ^ {key}, tab=Tab.CHECK if lists else state.tab)


def filter_cleared(state: State) -> State:
    """Show everything again."""
    return replace(state, filter=frozenset())


def passage_selected(state: State, passage: int | None) -> State:
    """Select a passage of the comparison, or none."""
    comparison = state.comparison
    known = comparison is not None and passage is not None and 0 <= passage < len(comparison.passages)
    selected = passage if known else None
    message = state.message if state.message is not None and is_loud(state.message) else None
    if selected == state.selected:
        return state if message is state.message else replace(state, message=message)
    return replace(state, selected=selected, message=message, run=None, finding=None)


def passage_wanted(state: State, passage: int) -> State:
    """Go to a passage that is named somewhere; a filter that hides it is taken away."""
    comparison, shown = state.comparison, options(state).shown
    hidden = comparison is not None and shown is not None and shown.isdisjoint(kinds_of(comparison, passage))
    return passage_selected(unfolded_for(filter_cleared(state) if hidden else state, passage), passage)


def stepped(state: State, passage: int | None, direction: int) -> State:
    """Note where the next change is, or say that there is none."""
    if passage is not None:
        return passage_selected(state, passage)
    return with_message(state, words.NO_NEXT if direction > 0 else words.NO_PREVIOUS)


CHANGED = CHANGES | {"same"}
"""The kinds that say what became of a passage, and not what was found in it."""


def kinds_alike(state: State) -> frozenset[str]:
    """Give the kinds that stepping to the next one of this kind looks for: those of the selected passage."""
    comparison = state.comparison
    return kinds_of(comparison, state.selected) & CHANGED if comparison is not None and state.selected is not None else frozenset()


def step_kinds(state: State, *, alike: bool) -> frozenset[str] | None:
    """Say what stepping looks for: the selected passage's kinds, else what the answer line's filter shows, else all changes (None)."""
    return kinds_alike(state) if alike else options(state).shown


def filtered_alike(state: State) -> State:
    """Show only passages of the selected one's kind; or all again, where they are shown alone already."""
    kinds = kinds_alike(state)
    wanted = next((frozenset({key}) for key in KIND_FILTERS if not kinds.isdisjoint(ROW_KINDS[key])), frozenset())
    return filter_cleared(state) if wanted == state.filter else replace(state, filter=wanted)


KIND_FILTERS = (
    Filter.MOVED,
    Filter.UNCHANGED,
    Filter.LIGHTLY,
    Filter.HEAVILY,
    Filter.DROPPED,
    Filter.DROPPED_FURNITURE,
    Filter.NEW,
    Filter.NEW_FURNITURE,
)
"""What a passage's kind is called first: a moved one is looked for by its move."""


def noted(state: State, count: int) -> State:
    """Say how many passages were copied as a note."""
    return with_message(state, words.COPIED_NOTE.format(passages=counted(count, "passage")) if count else words.NOTHING_CHOSEN)


def copied(state: State, text: str) -> State:
    """Say what was copied."""
    return with_message(state, words.COPIED.format(words=counted(len(text.split()), "word")) if text else words.NOTHING_CHOSEN)


def zoomed(state: State, percent: float) -> State:
    """Set the zoom, inside its bounds."""
    zoom = round(min(ZOOMS[-1], max(ZOOMS[0], percent)))
    return state if zoom == state.zoom else replace(state, zoom=zoom)


def zoom_stepped(state: State, direction: int) -> State:
    """Go to the next larger or smaller zoom, or back to 100 % with 0."""
    if direction == 0:
        return zoomed(state, 100)
    further = [step for step in ZOOMS if (step > state.zoom if direction > 0 else step < state.zoom)]
    return zoomed(state, (further[0] if direction > 0 else further[-1]) if further else state.zoom)


def theme_chosen(state: State, choice: ThemeChoice) -> State:
    """Choose the theme."""
    return state if choice is state.theme else replace(state, theme=choice)


def typeface_chosen(state: State, typeface: Typeface) -> State:
    """Choose in what letters articles are set."""
    return state if typeface is state.typeface else replace(state, typeface=typeface)


def typography_shown(state: State, shown: bool) -> State:
    """Show or hide typographic differences."""
    return state if shown == state.typography else replace(state, typography=shown)


def word_marks_shown(state: State, shown: bool) -> State:
    """Show or hide the marks on words."""
    return state if shown == state.word_marks else replace(state, word_marks=shown)


def layout_chosen(state: State, chosen: Layout) -> State:
    """Choose the layout, from now on whatever the lengths of the texts."""
    return state if chosen is state.layout else replace(state, layout=chosen)


def layout_turned(state: State) -> State:
    """Choose the other layout."""
    return layout_chosen(state, Layout.ALIGNED if layout(state) is Layout.READING else Layout.READING)


def tab_chosen(state: State, tab: Tab) -> State:
    """Choose what the panel shows."""
    return state if tab is shown_tab(state) else replace(state, tab=tab)


def keys_toggled(state: State) -> State:
    """Show or leave the key map."""
    return replace(state, keys_shown=not state.keys_shown)


def said(state: State, text: str, *, problem: bool = False) -> State:
    """Let the window say one line."""
    return with_message(state, text, Tone.PROBLEM if problem else Tone.QUIET)
