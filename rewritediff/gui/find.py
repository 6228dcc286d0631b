"""Finds words in both texts, whatever their case and typography, and keeps the hits in the order of the rows. Knows nothing of Qt.

What is typed is looked for with str.find in texts that were folded once; which hits a row holds is asked by bisection. So 100,000
sentences a side cost 0.3 s when finding begins and some milliseconds for each word typed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Document, Side, Sides, Span
from rewritediff.gui.folded import Folded, Numbers, places

KEPT_SEARCHES = 8
"""What was typed last, letter by letter: deleting a letter costs nothing."""
COLUMNS = tuple(Side)


@dataclass(frozen=True, slots=True)
class Hit:
    """Say where a hit stands."""

    side: Side
    span: Span
    passage: int
    place: int
    """Its row's place among all rows."""


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """Hold all hits of some words; they are numbered in the order of the rows, in a row the original's first."""

    starts: Sides[Numbers]
    """For each side the hits' places in the text as loaded, rising."""
    ends: Sides[Numbers]
    passages: Sides[Numbers]
    rows: Sides[Numbers]
    """For each hit its row's place among all rows."""
    numbers: Sides[Numbers]
    """For each hit its number among the hits of both sides."""
    order: Numbers
    """For each number where its hit stands among the original's and then the rewrite's hits."""

    def __len__(self) -> int:
        return len(self.order)

    def count(self, side: Side) -> int:
        return len(self.starts[side])

    def hit(self, number: int) -> Hit:
        """Say where the hit with a number stands."""
        at = int(self.order[number])
        side = Side.ORIGINAL if at < self.count(Side.ORIGINAL) else Side.REWRITE
        k = at - (self.count(Side.ORIGINAL) if side is Side.REWRITE else 0)
        span = Span(int(self.starts[side][k]), int(self.ends[side][k]))
        return Hit(side, span, int(self.passages[side][k]), int(self.rows[side][k]))

    def first_from(self, place: int) -> int | None:
        """Give the number of the first hit from a row on, beginning anew at the end; None where there is no hit."""
        if not len(self):
            return None
        before = sum(int(np.count_nonzero(self.rows[side] < place)) for side in Side)
        return before if before < len(self) else 0

    def within(self, side: Side, start: int, end: int) -> list[tuple[int, Span]]:
        """List the hits that a stretch of a text holds or cuts, with their numbers."""
        first = int(np.searchsorted(self.ends[side], start, side="right"))
        last = int(np.searchsorted(self.starts[side], end, side="left"))
        return [
            (int(self.numbers[side][k]), Span(int(self.starts[side][k]), int(self.ends[side][k]))) for k in range(first, max(first, last))
        ]


_NONE: Numbers = np.zeros(0, dtype=np.int64)
_NEITHER = Sides(_NONE, _NONE)
NO_HITS = Hits(_NEITHER, _NEITHER, _NEITHER, _NEITHER, _NEITHER, _NONE)


class Finder:
    """Find words in the texts of one comparison; its texts are folded when it is asked for the first time."""

    __slots__ = ("_comparison", "_folded", "_rows", "_sentences", "hits")

    def __init__(self, comparison: Comparison, rows: Sequence[Row]) -> None:
        self._comparison = comparison
        self._rows = rows
        self._folded: Sides[Folded] | None = None
        self._sentences: Sides[_Sentences] | None = None
        self.hits: Callable[[str], Hits] = lru_cache(KEPT_SEARCHES)(self._hits)

    def _hits(self, words: str) -> Hits:
        wanted = folded_words(words)
        if not wanted:
            return NO_HITS
        if self._folded is None or self._sentences is None:
            self._folded = self._comparison.texts.map(Folded)
            self._sentences = _sentences(self._comparison, self._rows)
        found = self._folded.map(lambda folded: places(folded.text, wanted))
        starts = Sides(*(self._folded[side].starts(found[side]) for side in Side))
        ends = Sides(*(self._folded[side].ends(found[side] + len(wanted)) for side in Side))
        sentences = Sides(*(self._sentences[side].at(starts[side]) for side in Side))
        rows = Sides(*(self._sentences[side].rows[sentences[side]] for side in Side))
        passages = Sides(*(self._sentences[side].passages[sentences[side]] for side in Side))
        order, numbers = _in_order(rows)
        return Hits(starts, ends, passages, rows, numbers, order)


def folded_words(words: str) -> str:
    """Fold what was typed: no white space at its ends, and one blank for any between words."""
    return Folded(" ".join(words.split())).text


@dataclass(frozen=True, slots=True, eq=False)
class _Sentences:
    """Hold for each sentence of a side where it starts, its passage, and its row's place among all rows."""

    starts: Numbers
    passages: Numbers
    rows: Numbers

    def at(self, offsets: Numbers) -> Numbers:
        found: Numbers = np.maximum(np.searchsorted(self.starts, offsets, side="right") - 1, 0)
        return found


def _sentences(comparison: Comparison, rows: Sequence[Row]) -> Sides[_Sentences]:
    begins: Numbers = np.zeros(len(comparison.passages), dtype=np.int64)
    further: list[tuple[int, Row]] = []
    for place, row in enumerate(rows):
        if row.kind is RowKind.PASSAGE:
            begins[row.passage] = place
        elif row.kind is RowKind.CONTINUED:
            further.append((place, row))

    def side(document: Document, name: Side) -> _Sentences:
        starts: Numbers = np.fromiter((s.start for s in document.sentences), dtype=np.int64, count=len(document.sentences))
        passages: Numbers = np.array(comparison.passage_of[name], dtype=np.int64)
        known = begins[passages]
        for place, row in further:
            known[list(row.sentences(name))] = place
        return _Sentences(starts, passages, known)

    return Sides(*(side(comparison.documents[name], name) for name in COLUMNS))


def _in_order(rows: Sides[Numbers]) -> tuple[Numbers, Sides[Numbers]]:
    """Order the hits by their rows; a stable sort keeps the original's before the rewrite's and each side's own order."""
    order: Numbers = np.argsort(np.concatenate(tuple(rows)), kind="stable")
    numbers: Numbers = np.empty(len(order), dtype=np.int64)
    numbers[order] = np.arange(len(order))
    return order, Sides(numbers[: len(rows.original)], numbers[len(rows.original) :])
