"""Links in columns, as they are found, and one by one, as they are handed out."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from rewritediff.core.cuts import Renumbering
from rewritediff.core.values import Link, Sides, confidence_of
from rewritediff.core.vectors import Flags, Longs, Weights


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """Hold links by column, in rising order of original, then rewrite, and the links made of them."""

    original: Longs
    rewrite: Longs
    cosine: Weights
    odds: Weights
    """Log odds by which each was found; infinite where nobody doubts it."""
    moved: Flags
    links: tuple[Link, ...] = ()

    def __len__(self) -> int:
        return len(self.original)

    def same_in(self, earlier: Linked, numbers: Sides[Renumbering]) -> Longs:
        """Give for each link its number among earlier ones that were cut otherwise, -1 where it was not there or was another."""
        if not len(earlier):
            return np.full(len(self), -1, dtype=np.int64)
        original, rewrite = numbers.original.before[self.original], numbers.rewrite.before[self.rewrite]
        size = len(numbers.rewrite.now)
        keys, wanted = earlier.original * size + earlier.rewrite, original * size + rewrite
        places = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
        alike = (keys[places] == wanted) & (original >= 0) & (rewrite >= 0)
        for mine, theirs in ((self.cosine, earlier.cosine), (self.odds, earlier.odds), (self.moved, earlier.moved)):
            alike &= mine == theirs[places]
        return np.where(alike, places, -1)

    def made(self) -> Linked:
        """Make all links."""
        return replace(self, links=tuple(map(self._link, range(len(self)))))

    def made_from(self, earlier: Linked, same: Longs) -> Linked:
        """Make the links; those that are the same in number and value as before stay the same objects."""
        if not len(earlier):
            return self.made()
        links = [earlier.links[number] for number in same.tolist()]
        kept = same >= 0
        for place in np.flatnonzero(~kept).tolist():
            links[place] = self._link(place)
        shifted = np.flatnonzero(kept & ((self.original != earlier.original[same]) | (self.rewrite != earlier.rewrite[same])))
        for place, original, rewrite in zip(*(c.tolist() for c in (shifted, self.original[shifted], self.rewrite[shifted])), strict=True):
            old = links[place]
            links[place] = Link(original, rewrite, old.similarity, old.confidence, old.moved)
        return replace(self, links=tuple(links))

    def _link(self, place: int) -> Link:
        similarity, confidence = round(float(self.cosine[place]), 4), confidence_of(float(self.odds[place]))
        return Link(int(self.original[place]), int(self.rewrite[place]), similarity, confidence, bool(self.moved[place]))
