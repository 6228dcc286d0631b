"""Which lines stand above the texts: what was said and not put away yet, and what follows from the State and asks for an answer.

Questions are not stored: a file that changed, a link that waits, tracked changes that could be compared. Nothing here knows Qt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from rewritediff.core.values import Article, Side
from rewritediff.gui import links, words
from rewritediff.gui.messages import Message, Offer, Tone, is_loud
from rewritediff.gui.sources import Address, Empty, Loaded
from rewritediff.gui.state import Page, State, page

TRACKED = "tracked-changes"


def lines(state: State) -> tuple[Message, ...]:
    """List the lines above the texts: questions first, because they stay, then what was said, the newest last."""
    said = (*state.waiting, *((state.message,) if state.message is not None else ()))
    return (*questions(state), *(message for message in said if is_loud(message)))


def has_key(message: Message) -> bool:
    """Tell whether a key takes what a line offers: never the fetching of a page, which needs a yes to just this address."""
    return bool(message.offers) and message.offers[0] is not Offer.FETCH


def questions(state: State) -> tuple[Message, ...]:
    """List what the window asks about; a link is asked about on its side where the window shows sides, see drop_area."""
    asked = () if page(state) is Page.START else _links(state)
    return (*_changed(state), *asked, *_tracked(state))


def left(state: State, message: Message) -> State:
    """Put a line away; a question that is answered with no comes back only where something new gives reason to."""
    if Offer.RELOAD in message.offers and message.side is not None:
        return _not_reloaded(state, message.side)
    if Offer.FETCH in message.offers and message.side is not None:
        return replace(state, links=state.links.replace(message.side, ""))
    if Offer.BEFORE_AND_AFTER in message.offers:
        return replace(state, passed_over=_alone(state))
    if message is state.message or message == state.message:
        return replace(state, message=None)
    return replace(state, waiting=tuple(other for other in state.waiting if other != message))


def last_left(state: State) -> State:
    """Put the line away that stands last, or a quiet message; questions on the start page's sides come after all lines."""
    shown = lines(state)
    if shown:
        return left(state, shown[-1])
    return replace(state, message=None, links=type(state.links)("", "")) if state.message or any(state.links) else state


def _changed(state: State) -> Iterator[Message]:
    for side in Side:
        slot = state.sides[side]
        if isinstance(slot, Loaded) and slot.newer:
            yield Message(words.CHANGED.format(name=words.document_name(slot)), Tone.NOTICE, (Offer.RELOAD, Offer.NOT_NOW), side)


def _links(state: State) -> Iterator[Message]:
    for side in Side:
        if address := state.links[side]:
            text = words.FETCH_AS.format(address=links.shown(address), side=words.side_word(side))
            yield Message(text, Tone.NOTICE, (Offer.FETCH, Offer.NOT_NOW), side, Address(address))


def _tracked(state: State) -> Iterator[Message]:
    alone = _alone(state)
    if alone is None or alone is state.passed_over or not any(notice.code == TRACKED for notice in alone.notices):
        return
    side = next(side for side in Side if isinstance(state.sides[side], Loaded))
    yield Message(
        words.HAS_TRACKED.format(name=words.document_name(state.sides[side])), Tone.NOTICE, (Offer.BEFORE_AND_AFTER, Offer.NOT_NOW), side
    )


def _alone(state: State) -> Article | None:
    """Give the article that stands on one side while the other is empty."""
    for side in Side:
        slot = state.sides[side]
        if isinstance(slot, Loaded) and isinstance(state.sides[side.other], Empty) and not any(state.links):
            return slot.article
    return None


def _not_reloaded(state: State, side: Side) -> State:
    slot = state.sides[side]
    return replace(state, sides=state.sides.replace(side, replace(slot, newer=False))) if isinstance(slot, Loaded) else state
