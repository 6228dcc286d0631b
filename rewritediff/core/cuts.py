"""Which sentences of two cuttings of the same texts are the same."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter

import numpy as np

from rewritediff.core.values import Document, Sides
from rewritediff.core.vectors import Longs


@dataclass(frozen=True, slots=True, eq=False)
class Edges:
    """Hold where each sentence of a document starts and ends."""

    starts: Longs
    ends: Longs

    @classmethod
    def of(cls, document: Document) -> Edges:
        """Gather the edges of a document's sentences."""
        count = len(document.sentences)
        starts = np.fromiter(map(attrgetter("start"), document.sentences), dtype=np.int64, count=count)
        return cls(starts, np.fromiter(map(attrgetter("end"), document.sentences), dtype=np.int64, count=count))

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True, eq=False)
class Renumbering:
    """Say which number each sentence of a side had before, and which number each earlier one has now; -1 where there is none."""

    before: Longs
    now: Longs

    @property
    def is_plain(self) -> bool:
        """Tell whether every sentence kept its number."""
        return len(self.before) == len(self.now) and bool((self.before == np.arange(len(self.before))).all())

    @classmethod
    def between(cls, earlier: Edges, later: Edges) -> Renumbering:
        """Match the sentences that start and end at the same places."""
        places = np.minimum(np.searchsorted(earlier.starts, later.starts), max(0, len(earlier) - 1))
        before = np.full(len(later), -1, dtype=np.int64)
        if len(earlier):
            same = (earlier.starts[places] == later.starts) & (earlier.ends[places] == later.ends)
            before[same] = places[same]
        now = np.full(len(earlier), -1, dtype=np.int64)
        kept = np.flatnonzero(before >= 0)
        now[before[kept]] = kept
        return cls(before, now)


def renumbered(earlier: Sides[Edges], later: Sides[Edges]) -> Sides[Renumbering]:
    """Match the sentences of two cuttings on both sides."""
    return Sides(Renumbering.between(earlier.original, later.original), Renumbering.between(earlier.rewrite, later.rewrite))
