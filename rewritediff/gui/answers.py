"""What is done when a person takes what a line offers. Each function makes the next State and does nothing else."""

from __future__ import annotations

from rewritediff.core.values import Side
from rewritediff.gui import gestures, lines, rereading, undoing
from rewritediff.gui.messages import Message, Offer
from rewritediff.gui.sources import Address, Failed
from rewritediff.gui.state import State


def answered(state: State, message: Message, offer: Offer) -> State:
    """Do what a line offers; a line that stands no longer offers nothing."""
    if message not in lines.lines(state):
        return state
    side, source = message.side, message.source
    match offer:
        case Offer.UNDO:
            return undoing.undone(state)
        case Offer.NOT_NOW:
            return lines.left(state, message)
        case Offer.RELOAD if side is not None:
            return rereading.reloaded(state, side)
        case Offer.BEFORE_AND_AFTER if side is not None:
            return rereading.before_and_after(state, side)
        case Offer.FETCH | Offer.TRY_AGAIN if side is not None and source is not None:
            return gestures.opened(lines.left(state, message), side, source)
    return state


def last_answered(state: State) -> State:
    """Take the first thing that the line nearest to the texts offers and that has a key."""
    offering = [message for message in lines.lines(state) if lines.has_key(message)]
    return answered(state, offering[-1], offering[-1].offers[0]) if offering else state


def all_reloaded(state: State) -> State:
    """Read again all that has changed on the disk since it was read."""
    for message in lines.questions(state):
        if Offer.RELOAD in message.offers:
            state = answered(state, message, Offer.RELOAD)
    return state


def link_fetched(state: State, side: Side) -> State:
    """Fetch the page that a side asks about."""
    return gestures.opened(state, side, Address(state.links[side])) if state.links[side] else state


def tried_again(state: State, side: Side) -> State:
    """Read once more what could not be read."""
    slot = state.sides[side]
    return gestures.opened(state, side, slot.source) if isinstance(slot, Failed) else state
