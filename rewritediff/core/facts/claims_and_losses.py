"""The last family: what one side says and the other does not. Both kinds ask about the same words, and share the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from rewritediff.core.facts import claims, losses
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.one_sided import Seer
from rewritediff.core.facts.reading import Context, PassagePair


def finder(context: Context) -> Callable[[PassagePair], Iterable[Observation]]:
    """Make what points at new claims and lost facts."""
    seer = Seer(context)
    claimed, lost = claims.finder(context, seer), losses.finder(context, seer)

    def find(pair: PassagePair) -> Iterator[Observation]:
        yield from claimed(pair)
        yield from lost(pair)

    return find
