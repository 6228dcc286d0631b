"""Passages put in the order in which they are read side by side: one row after the other, down the page.

The rewrite's order is followed; the original's too wherever passages are not moved. A passage whose sentences do not adjoin gives
one row at its first run and a light row for each run further on. A moved passage stands whole at its place in the rewrite and leaves
a mark where it stood in the original.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from rewritediff.core.values import Passage, Side


class RowKind(Enum):
    """Say what a row shows of its passage."""

    PASSAGE = "passage"
    CONTINUED = "continued"
    """A further run of a passage, on one side, that another row begins."""
    LEFT = "left"
    """The place in the original that a moved passage left; its sentences are shown elsewhere."""
    FOLD = "fold"
    """A line that stands for a long run of rows or above it, and shows no sentence itself; whoever folds rows makes it."""


@dataclass(frozen=True, slots=True)
class Row:
    """Show a run of sentences of each side, level with each other; each sentence is in exactly one row that is not LEFT."""

    passage: int
    kind: RowKind
    original: tuple[int, ...]
    rewrite: tuple[int, ...]

    def sentences(self, side: Side) -> tuple[int, ...]:
        return self.original if side is Side.ORIGINAL else self.rewrite


def rows_of(passages: Sequence[Passage]) -> tuple[Row, ...]:
    """Lay passages out in rows; they come in any order and hold every sentence of both sides once."""
    return tuple(_merged(*_strands(passages)))


def reading_order(passages: Sequence[Passage]) -> list[int]:
    """Give the numbers of passages in the order in which their rows of kind PASSAGE come: those rows, without the others.

    Between two level rows stand first the sentences that were dropped there, then what is new or has moved there.
    """
    count = len(passages)
    first = np.fromiter((p.original[0] if p.original else -1 for p in passages), dtype=np.int64, count=count)
    second = np.fromiter((p.rewrite[0] if p.rewrite else -1 for p in passages), dtype=np.int64, count=count)
    moved = np.fromiter((bool(p.links) and p.links[0].moved and p.moved for p in passages), dtype=bool, count=count)
    level = (first >= 0) & (second >= 0) & ~moved
    dropped = second < 0
    place = np.where(dropped, first, second)
    stretch = np.where(
        dropped, np.searchsorted(np.sort(first[level]), first, side="right"), np.searchsorted(np.sort(second[level]), second)
    )
    order: list[int] = np.lexsort((place, np.where(level, 2, np.where(dropped, 0, 1)), stretch)).tolist()
    return order


def runs(sentences: tuple[int, ...]) -> list[tuple[int, ...]]:
    """Cut rising numbers into runs without a gap: (3, 4, 7) -> [(3, 4), (7,)]."""
    found: list[tuple[int, ...]] = []
    begin = 0
    for at in range(1, len(sentences) + 1):
        if at == len(sentences) or sentences[at] != sentences[at - 1] + 1:
            found.append(sentences[begin:at])
            begin = at
    return found


Strand = list[tuple[int, Row, bool]]
"""Rows of one side with the sentence they stand at, and whether they are level with the other side."""


def _strands(passages: Sequence[Passage]) -> tuple[Strand, Strand]:
    originals: Strand = []
    rewrites: Strand = []
    for number, passage in enumerate(passages):
        left, right = runs(passage.original), runs(passage.rewrite)
        whole = passage.original if passage.moved else left[0] if left else ()
        first = Row(number, RowKind.PASSAGE, whole, right[0] if right else ())
        level = bool(left and right) and not passage.moved
        if left:
            here = first if level or not right else Row(number, RowKind.LEFT, left[0], ())
            originals.append((left[0][0], here, level))
        if right:
            rewrites.append((right[0][0], first, level))
        originals.extend((run[0], _further(number, passage, original=run), False) for run in left[1:])
        rewrites.extend((run[0], Row(number, RowKind.CONTINUED, (), run), False) for run in right[1:])
    return sorted(originals, key=_place), sorted(rewrites, key=_place)


def _further(number: int, passage: Passage, original: tuple[int, ...]) -> Row:
    return Row(number, RowKind.LEFT if passage.moved else RowKind.CONTINUED, original, ())


def _place(entry: tuple[int, Row, bool]) -> int:
    return entry[0]


def _merged(originals: Strand, rewrites: Strand) -> Iterator[Row]:
    """Walk down both strands, stopping at each level row until the other side has reached it."""
    left = right = 0
    while left < len(originals) or right < len(rewrites):
        while left < len(originals) and not originals[left][2]:
            yield originals[left][1]
            left += 1
        while right < len(rewrites) and not rewrites[right][2]:
            yield rewrites[right][1]
            right += 1
        if right < len(rewrites):
            yield rewrites[right][1]
            right += 1
            left += 1
