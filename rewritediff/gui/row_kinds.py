"""Which filters a passage passes: by name, and for all passages and rows of a comparison as numbers, so that a filter is a step of numpy.

With a set of names for each passage a filter took 0.25 s of the window's time at 100,000 sentences; now it takes 3 ms, and the worker
makes the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Passage, Relation, Side, Strength
from rewritediff.gui.row_folds import Places

FURNITURE = {Relation.OMITTED: "omitted-furniture", Relation.INSERTED: "inserted-furniture"}
"""Filter keys of titles, headings and captions without counterpart: the answer line counts them apart."""
KINDS = (*(relation.value for relation in Relation), *FURNITURE.values(), "moved", "split", "merged", "doubtful", "check", "look")
"""Every filter key; the last two name passages with findings of that strength."""
CHANGES = frozenset(KINDS) - {Relation.SAME.value, "check", "look"}
"""Every filter key of passages that changed: one that is the same may still have something to check."""

_BIT = {kind: 1 << place for place, kind in enumerate(KINDS)}
_RELATIONS = tuple((relation, _BIT[relation.value]) for relation in Relation)
_STRENGTHS = {strength: _BIT.get(strength.value, 0) for strength in Strength}
_MOVED, _SPLIT, _MERGED, _DOUBTFUL = (_BIT[kind] for kind in ("moved", "split", "merged", "doubtful"))


def kinds_of(comparison: Comparison, number: int) -> frozenset[str]:
    """Name the filters that a passage passes."""
    bits = _bits(comparison, number)
    return frozenset(kind for kind, bit in _BIT.items() if bits & bit)


class RowKinds:
    """Hold which filters all passages and rows pass."""

    __slots__ = ("_begins", "_of_passage", "_passages")

    def __init__(self, comparison: Comparison, rows: Sequence[Row]) -> None:
        numbers = range(len(comparison.passages))
        self._of_passage = np.fromiter((_bits(comparison, number) for number in numbers), dtype=np.int32, count=len(numbers))
        self._passages = np.fromiter((row.passage for row in rows), dtype=np.int32, count=len(rows))
        self._begins = np.fromiter((row.kind is RowKind.PASSAGE for row in rows), dtype=bool, count=len(rows))

    def passes(self, passage: int, kinds: Iterable[str]) -> bool:
        """Tell whether a passage is of one of the kinds."""
        return bool(self._of_passage[passage] & _asked(kinds))

    def places(self, kinds: Iterable[str]) -> Places:
        """Find the rows whose passages are of one of the kinds."""
        return np.flatnonzero((self._of_passage & _asked(kinds))[self._passages])

    def passages(self, kinds: Iterable[str]) -> tuple[int, ...]:
        """List the passages that are of one of the kinds, in the order of the rows that begin them."""
        first = self._passages[self._begins]
        return tuple(first[(self._of_passage & _asked(kinds))[first] > 0].tolist())


def _asked(kinds: Iterable[str]) -> int:
    return sum(_BIT[kind] for kind in frozenset(kinds))


def _bits(comparison: Comparison, number: int) -> int:
    passage = comparison.passages[number]
    bits = next(bit for relation, bit in _RELATIONS if relation is passage.relation)  # a dict would hash the relation, three times as long
    if passage.relation in FURNITURE and _is_furniture(comparison, passage):
        bits = _BIT[FURNITURE[passage.relation]]
    for found in comparison.findings_of(number):
        bits |= _STRENGTHS[comparison.findings[found].strength]
    if not passage.links:
        return bits
    # several rewrite sentences are split or rearranged, several originals merged or rearranged: both names, as both filters show it
    bits |= (_SPLIT if len(passage.rewrite) > 1 else 0) | (_MERGED if len(passage.original) > 1 else 0)
    return bits | (_MOVED if passage.moved else 0) | (_DOUBTFUL if comparison.is_doubtful(number) else 0)


def _is_furniture(comparison: Comparison, passage: Passage) -> bool:
    """Tell whether nothing but titles, headings and captions stand in a passage without counterpart."""
    side = Side.REWRITE if passage.rewrite else Side.ORIGINAL
    return all(comparison.documents[side].sentences[k].role.is_furniture for k in passage.sentences(side))
