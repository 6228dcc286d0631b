"""Files that are read once and may change on the disk after that: what was found there, and what the window makes of it.

A file that was only touched, or saved as it was, is no news: its bytes are compared. Knows nothing of Qt; `watching` decides when to look.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from typing import TYPE_CHECKING

from rewritediff.core.values import Side
from rewritediff.gui import words
from rewritediff.gui.saying import with_message
from rewritediff.gui.sources import File, Loaded, loaded
from rewritediff.gui.state import State

if TYPE_CHECKING:
    from rewritediff.loaders.reading import Stamp, Stored


class Fate(Enum):
    """Say what became of a file since it was read."""

    SAME = "same"
    CHANGED = "changed"
    GONE = "gone"
    UNCLEAR = "unclear"
    """It is being written, or cannot be read now; the next look will tell."""


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what a look at a file found."""

    fate: Fate
    stamp: Stamp | None = None
    """The state of the file that was looked at; the next look need not read it again."""
    digest: bytes = b""
    """What tells one content from another, where it has changed."""


def looked_at(path: str, stored: Stored, before: Found) -> Found:
    """Look at a file, given what was read of it and what the last look found; reads it where its state is another one.

    May take long on a slow disk or a network: for a thread beside the window's.
    """
    from rewritediff.loaders import LoadError
    from rewritediff.loaders.reading import read_once, stamp_of

    stamp = stamp_of(path)
    if stamp is None:
        return Found(Fate.GONE)
    if stamp == stored.stamp:
        return Found(Fate.SAME, stamp)
    if stamp == before.stamp:
        return before
    try:
        now = read_once(path)
    except LoadError:
        return Found(Fate.UNCLEAR)
    if now.data == stored.data:
        return Found(Fate.SAME, now.stamp)
    from hashlib import sha256  # 4 ms that the window's start need not wait for

    return Found(Fate.CHANGED, now.stamp, sha256(now.data).digest())


def followed(state: State) -> tuple[tuple[str, Stored], ...]:
    """List the files that stand on a side, with what was read of them; one that was read for both sides stands here twice."""
    found = (loaded(slot) for slot in state.sides)
    return tuple(
        (each.source.path, each.stored)
        for each in found
        if each is not None and isinstance(each.source, File) and each.stored is not None and each.stored.stamp is not None
    )


def looked(state: State, path: str, stored: Stored, fate: Fate) -> State:
    """Take note of what became of a file; what is said is asked, and what was read stays."""
    sides = state.sides
    for side in Side:
        slot = sides[side]
        if isinstance(slot, Loaded) and slot.source == File(path) and slot.stored is stored:
            sides = sides.replace(side, replace(slot, newer=fate is Fate.CHANGED))
    noted = state if sides == state.sides else replace(state, sides=sides)
    if fate is Fate.GONE and any(known is stored for _, known in followed(state)):
        return with_message(noted, words.GONE.format(name=name_of(path)))
    return noted


def name_of(path: str) -> str:
    """Give a file's name for a person."""
    from rewritediff.loaders.names import shown_name

    return shown_name(path)
