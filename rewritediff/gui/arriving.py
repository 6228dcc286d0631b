"""What comes from outside by drop or clipboard: files, links, or a text as several programs' formats hold it. Knows nothing of Qt."""

from __future__ import annotations

from dataclasses import dataclass

from rewritediff.core.values import Side, Sides
from rewritediff.gui import gestures, links, words
from rewritediff.gui.messages import Tone
from rewritediff.gui.saying import hushed, with_message
from rewritediff.gui.sources import File, Pasted
from rewritediff.gui.state import State, paste_side

NO_TEXT = Pasted("")


@dataclass(frozen=True, slots=True)
class Arrival:
    """Hold what was dropped or copied."""

    paths: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    """Addresses that are no files on this computer."""
    text: Pasted = NO_TEXT

    @property
    def fills(self) -> int:
        """Count the documents; a text is none, for it asks nobody what its name is."""
        return len(self.paths) + len(self.links)


def arrived(state: State, arrival: Arrival, under: Side | None) -> State:
    """Take what was dropped: two documents fill both sides, one or a text the half under the cursor."""
    if arrival.fills > 2:
        return with_message(state, words.TOO_MANY_FILES.format(count=arrival.fills), Tone.PROBLEM)
    if arrival.links:
        state = hushed(state)
    if len(arrival.links) == 2:
        return links.asked(links.asked(state, Side.ORIGINAL, arrival.links[0]), Side.REWRITE, arrival.links[1])
    if arrival.links and arrival.paths:
        sides = Sides(Side.ORIGINAL, Side.REWRITE)
        opened = gestures.opened(state, sides.original, File(arrival.paths[0]))
        return links.asked(opened, sides.rewrite, arrival.links[0])
    if arrival.links:
        return links.asked(state, under or paste_side(state), arrival.links[0])
    if arrival.paths or not arrival.text.text.strip():
        return gestures.dropped(state, arrival.paths, arrival.text.text, under)
    return written(state, under or paste_side(state), arrival.text)


def written(state: State, side: Side, pasted: Pasted) -> State:
    """Use a text that was pasted, written or dropped; where it is nothing but an address, ask about that."""
    if link := links.link_in(pasted.text):
        return links.asked(hushed(state), side, link)
    if not pasted.text.strip():
        return with_message(state, words.NOTHING_WRITTEN, Tone.PROBLEM)
    return gestures.opened(state, side, pasted)
