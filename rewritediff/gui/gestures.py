"""What a person does to both sides: each function makes the next State and does nothing else.

Two rules hold for all: a side that is loaded is never lost (it stands, or the newest undo brings it back), and comparing starts by
itself as soon as both sides stand. What jobs send stands in `results`, undo and redo in `undoing`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rewritediff.core.values import Side, Sides
from rewritediff.gui import finding, lines, reading, words
from rewritediff.gui.comparing import comparing, comparing_if_idle
from rewritediff.gui.messages import Offer, Tone
from rewritediff.gui.saying import hushed, with_message
from rewritediff.gui.sources import NOTHING, Empty, File, Loading, Pasted, Slot, Source, loaded, settled
from rewritediff.gui.state import NO_LINKS, NOT_WRITING, State, paste_side
from rewritediff.gui.undoing import remembered, stopped_over
from rewritediff.gui.work import Done, NotCompared, Running, Stopped


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


def side_cancelled(state: State, side: Side) -> State:
    """Leave the reading of one side; what stood there before stands again, and the other side goes on."""
    return comparing_if_idle(replace(state, sides=state.sides.replace(side, settled(state.sides[side]))))


def cancelled(state: State) -> State:
    """Stop all that runs; what stood before a reading stands again, and a comparison that is still on screen stays."""
    if (shown := stopped_over(state)) is not None:
        return with_message(shown, words.STOPPED)
    sides: Sides[Slot] = Sides(settled(state.sides.original), settled(state.sides.rewrite))
    back = replace(state, sides=sides)
    if isinstance(state.work, Running):
        return with_message(replace(back, work=Stopped()), words.STOPPED)
    return comparing_if_idle(back)


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
    return comparing(replace(turned, work=NotCompared()), over=isinstance(state.work, Done))


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
