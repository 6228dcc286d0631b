"""Long runs of rows that say the same thing over and over, told from the rows that are worth reading one by one.

Of a long text and a short summary of it nearly all is dropped: two hundred dropped sentences in a row hide the eight that are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Relation

FOLDED_FROM = 8
"""Rows in a row that are folded: about what a screen shows at once; fewer are read as quickly as a fold is opened."""
CONTEXT = 1
"""Unchanged rows that stay open at each end of their run, so that what changed between them is read in its place."""

Stretch = tuple[Row, ...]
FOLDS = (Relation.SAME, Relation.OMITTED, Relation.INSERTED)


def stretches(comparison: Comparison) -> Iterator[Stretch]:
    """Give the rows in order, one by one; those to be folded come together, FOLDED_FROM less the context and more at a time."""
    for relation, group in groupby(comparison.rows(), key=lambda row: _folds_as(comparison, row)):
        rows = tuple(group)
        context = CONTEXT if relation is Relation.SAME else 0
        if relation is None or len(rows) < FOLDED_FROM:
            yield from ((row,) for row in rows)
            continue
        yield from ((row,) for row in rows[:context])
        yield rows[context : len(rows) - context]
        yield from ((row,) for row in rows[len(rows) - context :])


def _folds_as(comparison: Comparison, row: Row) -> Relation | None:
    """Say what a row has in common with its neighbours in a fold; nothing where it is worth reading by itself."""
    passage = comparison.passages[row.passage]
    return passage.relation if passage.relation in FOLDS and row.kind is RowKind.PASSAGE and not passage.moved else None
