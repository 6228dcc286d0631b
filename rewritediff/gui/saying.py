"""Saying a line: what was said before waits behind it where nobody may have read it, and goes where something new begins."""

from __future__ import annotations

from dataclasses import replace

from rewritediff.core.values import Side
from rewritediff.gui.messages import Message, Offer, Tone, is_loud
from rewritediff.gui.sources import Source
from rewritediff.gui.state import State

MOST_WAITING = 3
"""Lines that wait behind the newest; more would push the texts out of the window, and nobody reads them."""


def with_message(
    state: State,
    text: str,
    tone: Tone = Tone.QUIET,
    offers: tuple[Offer, ...] = (),
    *,
    side: Side | None = None,
    source: Source | None = None,
) -> State:
    """Let the window say one line; a loud one that stood there waits behind it, since nobody may have read it yet.

    Two lines never offer an undo: it would not be clear what each of them brings back.
    """
    said = Message(text, tone, offers, side, source)
    before = (*state.waiting, state.message) if state.message is not None else state.waiting
    kept = [each for each in before if is_loud(each) and each.text != text and not (Offer.UNDO in each.offers and Offer.UNDO in offers)]
    return replace(state, message=said, waiting=tuple(kept[-MOST_WAITING:]))


def hushed(state: State) -> State:
    """Put all messages away, because something new begins."""
    return replace(state, message=None, waiting=()) if state.message or state.waiting else state
