"""What a job beside the window has sent becomes part of the State; what is stale changes nothing.

A side that is loaded is never lost: where another one arrives, or does not arrive, it stands or the newest undo brings it back.
"""

from __future__ import annotations

from dataclasses import replace

from rewritediff.core.values import Side
from rewritediff.gui import finding, rereading, words
from rewritediff.gui.comparing import begun_anew, comparing, comparing_if_idle
from rewritediff.gui.keeping import continued
from rewritediff.gui.messages import Offer, Tone
from rewritediff.gui.saying import with_message
from rewritediff.gui.shown import caution
from rewritediff.gui.sources import Failed, File, Loaded, Loading
from rewritediff.gui.state import State, both_loaded
from rewritediff.gui.undoing import remembered, stopped_over
from rewritediff.gui.work import Broken, Done, NotCompared, Running

RECENT_PAIRS = 6
"""What fits below the drop areas without scrolling."""


def load_done(state: State, ticket: int, found: Loaded) -> State:
    """Put an article on the side that waits for it, and compare when both stand."""
    side = _waiting(state, ticket)
    if side is None:
        return state
    slot = state.sides[side]
    if isinstance(slot, Loading) and slot.keeps and isinstance(slot.before, Loaded):
        again = rereading.put_again(state, side, rereading.left_out_again(slot.before, found))
        return with_message(again, words.READ_AGAIN.format(side=words.side_word(side)))
    waited = isinstance(state.work, Running) and state.work.over  # for this side, with the comparison before it still on screen
    replaced = isinstance(slot, Loading) and isinstance(slot.before, Loaded) and not waited
    base = remembered(state) if replaced else state
    over = isinstance(state.work, Done) or waited
    placed = replace(base, sides=base.sides.replace(side, found), work=NotCompared(), selected=None, filter=frozenset())
    if replaced:
        placed = with_message(placed, words.REPLACED.format(side=words.side_word(side)), offers=(Offer.UNDO,))
    return comparing(placed, over=over)


def load_failed(state: State, ticket: int, message: str, *, link: str = "", again: bool = False) -> State:
    """Say why a side could not be read, or ask about the link that it turned out to be; what stood there stands again."""
    side = _waiting(state, ticket)
    if side is None:
        return state
    slot = state.sides[side]
    if not isinstance(slot, Loading):
        return state
    if link:
        asked = replace(state, sides=state.sides.replace(side, slot.before), links=state.links.replace(side, link))
        return comparing_if_idle(asked)
    if not slot.keeps and (shown := stopped_over(state)) is not None:
        return with_message(shown, message, Tone.PROBLEM)
    if isinstance(slot.before, Loaded):
        back = replace(state, sides=state.sides.replace(side, slot.before))
        offers = (Offer.TRY_AGAIN,) if again and not slot.keeps else ()
        return comparing_if_idle(with_message(back, message, Tone.PROBLEM, offers, side=side, source=slot.source))
    return replace(state, sides=state.sides.replace(side, Failed(slot.source, message, again)))


def load_announced(state: State, ticket: int) -> State:
    """Show that a side is being read, because it takes long enough to be noticed."""
    side = _waiting(state, ticket)
    slot = state.sides[side] if side is not None else None
    if side is None or not isinstance(slot, Loading):
        return state
    return replace(state, sides=state.sides.replace(side, replace(slot, announced=True)))


def compare_announced(state: State, ticket: int) -> State:
    """Show that comparing runs, because it takes long enough to be noticed."""
    running = _running(state, ticket)
    return replace(state, work=replace(running, announced=True)) if running else state


def compare_progressed(state: State, ticket: int, step: str, share: float) -> State:
    """Note how far comparing is."""
    running = _running(state, ticket)
    return replace(state, work=replace(running, step=step, share=min(1.0, max(0.0, share)))) if running else state


def compare_done(state: State, ticket: int, done: Done) -> State:
    """Show a finished comparison, unless it is stale, and say what it would be misread without."""
    if not _running(state, ticket):
        return state
    shown = _noted_recent(continued(finding.find_anew(begun_anew(replace(state, work=done, selected=None)))))
    said = caution(done.comparison)
    return with_message(shown, said, Tone.NOTICE) if said else shown


def compare_failed(state: State, ticket: int, reason: str) -> State:
    """Say why comparing ended; both texts stay."""
    if not _running(state, ticket):
        return state
    message = words.UNFINISHED.format(reason=reason)
    return with_message(replace(state, work=Broken(message)), message, Tone.PROBLEM)


def _waiting(state: State, ticket: int) -> Side | None:
    """Find the side that waits for a job: it may have been swapped since, and a stale job finds none."""
    return next((side for side in Side if isinstance(slot := state.sides[side], Loading) and slot.ticket == ticket), None)


def _running(state: State, ticket: int) -> Running | None:
    """Find the comparing that a job does, or nothing where the job is stale."""
    return state.work if isinstance(state.work, Running) and state.work.ticket == ticket else None


def _noted_recent(state: State) -> State:
    """Put a pair of files in front of those compared before."""
    found = both_loaded(state)
    if found is None or not (isinstance(found.original.source, File) and isinstance(found.rewrite.source, File)):
        return state
    pair = (found.original.source.path, found.rewrite.source.path)
    if pair == state.sample or found.original.options.tracked is not found.rewrite.options.tracked:  # before and after its own changes
        return state
    return replace(state, recent=(pair, *(other for other in state.recent if other != pair))[:RECENT_PAIRS])
