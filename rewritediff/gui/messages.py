"""What the window says in a line, and what a line offers to do about it. Knows no Qt, and not how an offer is carried out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from rewritediff.core.values import Side
from rewritediff.gui.sources import Source


class Tone(Enum):
    """Say how loud a message is."""

    QUIET = "quiet"
    NOTICE = "notice"
    """Nothing went wrong, but without it what is shown would be misread."""
    PROBLEM = "problem"


class Offer(Enum):
    """Name what a button in a line does."""

    UNDO = "undo"
    RELOAD = "reload"
    FETCH = "fetch"
    BEFORE_AND_AFTER = "before-and-after"
    TRY_AGAIN = "try-again"
    NOT_NOW = "not-now"
    """Leaves a question; it is not asked again until something new gives reason to."""


@dataclass(frozen=True, slots=True)
class Message:
    """Hold one line, and what a person can do about it without looking for it elsewhere."""

    text: str
    tone: Tone = Tone.QUIET
    offers: tuple[Offer, ...] = ()
    side: Side | None = None
    """The side that is spoken of, where an offer has to know it."""
    source: Source | None = None
    """What an offer would read."""

    @property
    def asks(self) -> bool:
        """Tell whether it is a question, which stays until it is answered."""
        return Offer.NOT_NOW in self.offers


def is_loud(message: Message) -> bool:
    """Tell whether a message asks for something, and so stands above the texts and not below them."""
    return message.tone is not Tone.QUIET or bool(message.offers)
