"""Links that were dropped, pasted or found in a shortcut: asked about, each on its side, and fetched when a person says so.

An address that is no public web page is refused in a line. Knows nothing of Qt, and fetches nothing.
"""

from __future__ import annotations

from dataclasses import replace

from rewritediff.core.values import Side
from rewritediff.gui.messages import Tone
from rewritediff.gui.saying import with_message
from rewritediff.gui.state import State


def link_in(text: str) -> str:
    """Give the address where a text is nothing else: "https://example.org/story" and not a sentence that holds one."""
    from rewritediff.loaders.fetching.addresses import looks_like_address  # a fiftieth of the start, and an address comes later

    link = text.strip()
    return link if len(link.split()) == 1 and looks_like_address(link) else ""


def asked(state: State, side: Side, link: str) -> State:
    """Ask whether a page is to be fetched for a side, or say why it cannot be."""
    from rewritediff.loaders.fetching.addresses import address_of, shown_address
    from rewritediff.loaders.fetching.obstacles import NotFetchedError
    from rewritediff.loaders.problems import LoadError
    from rewritediff.loaders.reasons import Reason

    try:
        address = address_of(link)
    except NotFetchedError as error:
        refused = LoadError(shown_address(link), Reason.NOT_FETCHED, (("why", error.obstacle.value),))
        return with_message(state, str(refused), Tone.PROBLEM)
    return replace(state, writing=state.writing.replace(side, False), links=state.links.replace(side, str(address)))


def shown(link: str) -> str:
    """Write an address for a person: one line, letters where they deceive nobody, its middle cut out where it is long."""
    from rewritediff.loaders.fetching.addresses import address_of, shown_address
    from rewritediff.loaders.fetching.obstacles import NotFetchedError

    try:
        return address_of(link).shown
    except NotFetchedError:
        return shown_address(link)


def left(state: State, side: Side) -> State:
    """Ask about a side's link no longer."""
    return replace(state, links=state.links.replace(side, ""))
