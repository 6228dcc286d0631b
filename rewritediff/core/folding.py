"""Long runs of rows that say the same thing over and over, told from the rows that are worth reading one by one.

Of a long text and a short summary of it nearly all is dropped: two hundred dropped sentences in a row hide the eight that are told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.reasons import is_doubtful
from rewritediff.core.settings import Settings
from rewritediff.core.values import Passage, Relation

FOLDED_FROM = 8
"""Rows in a row that are folded: about what a screen shows at once; fewer are read as quickly as a fold is opened."""
CONTEXT = 1
"""Unchanged rows that stay open at each end of their run, so that what changed between them is read in its place."""

Kind = TypeVar("Kind")
Stretch = tuple[Row, ...]
FOLDS = (Relation.SAME, Relation.OMITTED, Relation.INSERTED)


def stretches(comparison: Comparison) -> Iterator[Stretch]:
    """Give the rows in order, one by one; those to be folded come together, FOLDED_FROM less the context and more at a time."""
    rows, done = comparison.rows(), 0
    for fold in folded(comparison, rows):
        yield from ((row,) for row in rows[done : fold.start])
        yield rows[fold.start : fold.stop]
        done = fold.stop
    yield from ((row,) for row in rows[done:])


def folded(comparison: Comparison, rows: Sequence[Row], context: int = CONTEXT) -> tuple[range, ...]:
    """Find the places of the rows to be folded, a range a fold; `context` unchanged rows stay open at each end of theirs."""
    kinds = [_folds_as(passage, comparison.settings) for passage in comparison.passages]
    found = long_runs([kinds[row.passage] if row.kind is RowKind.PASSAGE else None for row in rows])
    return tuple(places[context:-context] if context and kind is Relation.SAME else places for kind, places in found)


def long_runs(kinds: Sequence[Kind | None]) -> Iterator[tuple[Kind, range]]:
    """Find where FOLDED_FROM or more of one kind follow each other; None never does."""
    begin, kind = 0, None
    for place, here in enumerate((*kinds, None)):
        if here != kind:
            if kind is not None and place - begin >= FOLDED_FROM:
                yield kind, range(begin, place)
            begin, kind = place, here


def _folds_as(passage: Passage, settings: Settings) -> Relation | None:
    """Say what a passage has in common with its neighbours in a fold; nothing where it is worth reading by itself."""
    if passage.relation not in FOLDS or passage.moved:
        return None
    several = len(passage.original) > 1 or len(passage.rewrite) > 1
    return None if several or is_doubtful(passage, settings) else passage.relation
