"""What the heights of rows are guessed from, and their places in the overview: one table of numbers for all rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import chain

import numpy as np
import numpy.typing as npt

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Document, Relation, Role
from rewritediff.gui.row_content import stands_apart

LEVELS = {Role.TITLE: 2, Role.HEADING: 1}


class Column(IntEnum):
    """Name the columns of Measures: what a row's height and its place in the overview are worked out from."""

    ORIGINAL = 0
    """Characters of the original."""
    REWRITE = 1
    SPACED = 2
    """1 where a paragraph that stands apart begins on either side."""
    LEVEL = 3
    """0 for ordinary text, 1 for a heading, 2 for a title."""
    LABELLED = 4
    """1 where a small line stands above the text."""
    KIND = 5
    """The place of its relation in Relation, or MOVED_KIND."""


Measures = npt.NDArray[np.int64]
"""One line a row: a table, because every change of the window's width works through all of it (100,000 rows: 3 ms, as tuples 60)."""
MOVED_KIND = len(Relation)
LINE = (0, 0, 1, 0, 0)
"""The measures of a fold's line, but for its kind."""


def measures_of(comparison: Comparison, rows: Sequence[Row]) -> Measures:
    """Measure all rows of a comparison."""
    place = {relation: k for k, relation in enumerate(Relation)}
    kinds = [MOVED_KIND if passage.moved else place[passage.relation] for passage in comparison.passages]
    left, right = comparison.documents.map(_extents)
    lines = (_measure(row, left(row.original), right(row.rewrite), kinds[row.passage]) for row in rows)
    numbers = np.fromiter(chain.from_iterable(lines), dtype=np.int64, count=len(rows) * len(Column))
    return numbers.reshape(-1, len(Column))


Extent = tuple[int, bool, int]
"""The characters of a run of sentences, whether it stands apart, and the level of its type."""
_EMPTY: Extent = (0, False, 0)


def _extents(document: Document) -> Callable[[tuple[int, ...]], Extent]:
    sentences = document.sentences
    apart = [stands_apart(before, sentence) for before, sentence in zip((None, *sentences), sentences, strict=False)]

    def extent(run: tuple[int, ...]) -> Extent:
        if not run:
            return _EMPTY
        first = sentences[run[0]]
        return sentences[run[-1]].end - first.start, apart[run[0]], LEVELS.get(first.role, 0)

    return extent


def _measure(row: Row, left: Extent, right: Extent, kind: int) -> tuple[int, ...]:
    if row.kind is RowKind.LEFT:
        return 0, 0, left[1], 0, 0, kind
    labelled = kind == MOVED_KIND and row.kind is RowKind.PASSAGE
    return left[0], right[0], left[1] or right[1], max(left[2], right[2]), labelled, kind
