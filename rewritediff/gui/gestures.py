"""What a person or a job does to the window: each function makes the next State and does nothing else.

Two rules hold for all: a side that is loaded is never lost (it stands, or the newest undo brings it back), and comparing starts by
itself as soon as both sides stand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rewritediff.core.values import Side, Sides
from rewritediff.gui import finding, lines, reading, rereading, words
from rewritediff.gui.keeping import continued, holding, sources_of
from rewritediff.gui.messages import Offer, Tone
from rewritediff.gui.shown import caution
from rewritediff.gui.sources import NOTHING, Empty, Failed, File, Loaded, Loading, Pasted, Settled, Slot, Source, loaded, settled
from rewritediff.gui.state import (
    NO_LINKS,
    NOT_WRITING,
    Broken,
    Done,
    NotCompared,
    Running,
    Snapshot,
    State,
    Stopped,
    both_loaded,
    hushed,
    paste_side,
    remembered,
    snapshot,
    with_message,
)

RECENT_PAIRS = 6
"""What fits below the drop areas without scrolling."""


def opened(state: State, side: Side, source: Source) -> State:
    """Begin to read a source into one side; what stands there stays until it is read."""
    ticket = state.ticket + 1
    loading = Loading(source, ticket, settled(state.sides[side]))
    work = NotCompared() if isinstance(state.work, Running) else state.work
    return replace(
        hushed(state),
        sides=state.sides.replace(side, loading),
        work=work,
        ticket=ticket,
        writing=state.writing.replace(side, False),
        links=state.links.replace(side, ""),
    )


def opened_pair(state: State, original: Source, rewrite: Source) -> State:
    """Begin to read both sides anew."""
    emptied = replace(remembered(state), sides=NOTHING, work=NotCompared(), filter=frozenset(), selected=None)
    return opened(opened(emptied, Side.ORIGINAL, original), Side.REWRITE, rewrite)


def sample_opened(state: State) -> State:
    """Begin to read the bundled pair."""
    return opened_pair(state, File(state.sample[0]), File(state.sample[1])) if state.sample else state


def recent_opened(state: State, number: int) -> State:
    """Begin to read a pair that was compared before."""
    return opened_pair(state, *map(File, state.recent[number])) if 0 <= number < len(state.recent) else state


def dropped(state: State, paths: Sequence[str], text: str, under: Side | None) -> State:
    """Take what was dropped: two files fill both sides, one file or a text the half under the cursor."""
    if len(paths) > 2:
        return with_message(state, words.TOO_MANY_FILES.format(count=len(paths)), Tone.PROBLEM)
    if len(paths) == 2:
        return opened_pair(state, File(paths[0]), File(paths[1]))
    side = under or paste_side(state)
    if paths:
        return opened(state, side, File(paths[0]))
    if text.strip():
        return opened(state, side, Pasted(text))
    return with_message(state, words.NOTHING_DROPPED, Tone.PROBLEM)


def writing_begun(state: State, side: Side) -> State:
    """Turn a side's drop area into a text editor."""
    return replace(hushed(state), writing=state.writing.replace(side, True))


def writing_ended(state: State, side: Side) -> State:
    """Turn a side's text editor back into a drop area."""
    return replace(state, writing=state.writing.replace(side, False))


def written(state: State, side: Side, text: str) -> State:
    """Use the text that was pasted or written for a side."""
    return opened(state, side, Pasted(text)) if text.strip() else with_message(state, words.NOTHING_WRITTEN, Tone.PROBLEM)


def load_done(state: State, ticket: int, found: Loaded) -> State:
    """Put an article on the side that waits for it, and compare when both stand."""
    side = _waiting(state, ticket)
    if side is None:
        return state
    slot = state.sides[side]
    if isinstance(slot, Loading) and slot.keeps and isinstance(slot.before, Loaded):
        again = rereading.put_again(state, side, rereading.left_out_again(slot.before, found))
        return with_message(again, words.READ_AGAIN.format(side=words.side_word(side)))
    replaced = isinstance(slot, Loading) and isinstance(slot.before, Loaded)
    base = remembered(state) if replaced else state
    over = isinstance(state.work, Done)
    placed = replace(base, sides=base.sides.replace(side, found), work=NotCompared(), selected=None, filter=frozenset())
    if replaced:
        placed = with_message(placed, words.REPLACED.format(side=words.side_word(side)), offers=(Offer.UNDO,))
    return _compare(placed, over=over)


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
        return _compare_if_idle(asked)
    if isinstance(slot.before, Loaded):
        back = replace(state, sides=state.sides.replace(side, slot.before))
        offers = (Offer.TRY_AGAIN,) if again and not slot.keeps else ()
        return _compare_if_idle(with_message(back, message, Tone.PROBLEM, offers, side=side, source=slot.source))
    return replace(state, sides=state.sides.replace(side, Failed(slot.source, message, again)))


def load_announced(state: State, ticket: int) -> State:
    """Show that a side is being read, because it takes long enough to be noticed."""
    side = _waiting(state, ticket)
    slot = state.sides[side] if side is not None else None
    if side is None or not isinstance(slot, Loading):
        return state
    return replace(state, sides=state.sides.replace(side, replace(slot, announced=True)))


def side_cancelled(state: State, side: Side) -> State:
    """Leave the reading of one side; what stood there before stands again, and the other side goes on."""
    return _compare_if_idle(replace(state, sides=state.sides.replace(side, settled(state.sides[side]))))


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
    shown = _noted_recent(continued(finding.find_anew(_begun_anew(replace(state, work=done, selected=None)))))
    said = caution(done.comparison)
    return with_message(shown, said, Tone.NOTICE) if said else shown


def compare_failed(state: State, ticket: int, reason: str) -> State:
    """Say why comparing ended; both texts stay."""
    if not _running(state, ticket):
        return state
    message = words.UNFINISHED.format(reason=reason)
    return with_message(replace(state, work=Broken(message)), message, Tone.PROBLEM)


def compared_again(state: State) -> State:
    """Compare both sides anew."""
    return _compare(hushed(state), over=False)


def cancelled(state: State) -> State:
    """Stop all that runs; what stood before a reading stands again."""
    sides: Sides[Slot] = Sides(settled(state.sides.original), settled(state.sides.rewrite))
    back = replace(state, sides=sides)
    if isinstance(state.work, Running):
        return with_message(replace(back, work=Stopped()), words.STOPPED)
    return _compare_if_idle(back)


def swapped(state: State) -> State:
    """Make the original the rewrite and the rewrite the original."""
    turned = replace(
        hushed(remembered(state)),
        sides=state.sides.swapped(),
        writing=state.writing.swapped(),
        links=state.links.swapped(),
        selected=None,
        filter=frozenset(),
    )
    return _compare(replace(turned, work=NotCompared()), over=isinstance(state.work, Done))


def cleared(state: State) -> State:
    """Begin anew with two empty sides."""
    had = any(loaded(slot) for slot in state.sides)
    base = replace(hushed(remembered(state)), sides=NOTHING, work=NotCompared(), selected=None, filter=frozenset())
    base = replace(base, writing=NOT_WRITING, links=NO_LINKS)
    return with_message(base, words.CLEARED, offers=(Offer.UNDO,)) if had else base


def side_cleared(state: State, side: Side) -> State:
    """Empty one side."""
    base = replace(hushed(remembered(state)), sides=state.sides.replace(side, Empty()), work=NotCompared(), selected=None)
    base = replace(base, filter=frozenset(), links=state.links.replace(side, ""))
    if loaded(state.sides[side]) is None:
        return base
    return with_message(base, words.SIDE_CLEARED.format(side=words.side_word(side)), offers=(Offer.UNDO,))


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


def escaped(state: State) -> State:
    """Leave the innermost thing that is going on: the key map, what is told of a side, a running job, finding, a filter, a message."""
    if state.keys_shown:
        return replace(state, keys_shown=False)
    if state.told is not None and loaded(state.sides[state.told.side]) is not None:
        return replace(state, told=replace(state.told, choosing=False) if state.told.choosing else None)
    if isinstance(state.work, Running) or any(isinstance(slot, Loading) for slot in state.sides):
        return cancelled(state)
    if state.find.shown and state.comparison is not None:
        return finding.find_closed(state)
    if state.filter and state.comparison is not None:
        return reading.filter_cleared(state)
    return lines.last_left(state)


def _waiting(state: State, ticket: int) -> Side | None:
    """Find the side that waits for a job: it may have been swapped since, and a stale job finds none."""
    return next((side for side in Side if isinstance(slot := state.sides[side], Loading) and slot.ticket == ticket), None)


def _running(state: State, ticket: int) -> Running | None:
    """Find the comparing that a job does, or nothing where the job is stale."""
    return state.work if isinstance(state.work, Running) and state.work.ticket == ticket else None


def _compare(state: State, *, over: bool) -> State:
    if both_loaded(state) is None:
        return state
    ticket = state.ticket + 1
    return replace(state, work=Running(ticket, over=over), ticket=ticket, selected=None)


def _compare_if_idle(state: State) -> State:
    """Compare where both sides stand and nothing became of them yet."""
    return _compare(state, over=False) if isinstance(state.work, NotCompared) else state


def _restored(state: State, kept: Snapshot) -> State:
    sides: Sides[Slot] = Sides(_as_slot(kept.sides.original), _as_slot(kept.sides.rewrite))
    back = replace(hushed(holding(state)), sides=sides, work=kept.work, selected=None, writing=NOT_WRITING, links=NO_LINKS)
    if sources_of(back) != sources_of(state):
        back = replace(back, filter=frozenset())
    back = finding.find_anew(_begun_anew(back))
    return _compare_if_idle(continued(back) if isinstance(back.work, Done) else back)


def _begun_anew(state: State) -> State:
    """Forget what was opened and gone to in another comparison."""
    return replace(state, opened=frozenset(), copied=None, run=None, finding=None)


def _as_slot(slot: Settled) -> Slot:
    return slot


def _noted_recent(state: State) -> State:
    """Put a pair of files in front of those compared before."""
    found = both_loaded(state)
    if found is None or not (isinstance(found.original.source, File) and isinstance(found.rewrite.source, File)):
        return state
    pair = (found.original.source.path, found.rewrite.source.path)
    if pair == state.sample or found.original.options.tracked is not found.rewrite.options.tracked:  # before and after its own changes
        return state
    return replace(state, recent=(pair, *(other for other in state.recent if other != pair))[:RECENT_PAIRS])
