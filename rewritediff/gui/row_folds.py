"""Which rows of the comparison view fold into one line, and how rows and lines then follow each other. Knows nothing of Qt."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rewritediff.core.comparison import Comparison
from rewritediff.core.folding import folded, long_runs
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Relation, Shape, Side, Sides, Strength
from rewritediff.gui.row_content import FoldLine, RowContent, RowSide
from rewritediff.wording import fold_beginning, fold_counts
from rewritediff.wording.folds import first_words, fold_finds, nothing_copied_in, shown_side

CONTEXT = 2
"""Unchanged rows that stay open at each end of their run; the window has more room than a report (see core.folding.CONTEXT)."""

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Fold:
    """Hold a run of rows that fold, by their places among all rows, and the words of the line that stands for them."""

    key: int
    """Names the fold for as long as the comparison stands."""
    passage: int
    """That of its first row."""
    places: range
    relation: Relation
    counts: str
    beginning: str
    finds: str = ""
    """How many findings it hides while it is folded."""

    @property
    def row(self) -> Row:
        return Row(self.passage, RowKind.FOLD, (), ())

    @property
    def side(self) -> Side:
        """Say under which side's head its line stands: runs that are no side's own begin at the left."""
        return Side.ORIGINAL if self.relation is Relation.SAME else shown_side(self.relation)


class Folds:
    """Hold folds of a comparison, in order."""

    __slots__ = ("_starts", "by_key", "by_passage", "every")

    def __init__(self, every: Iterable[Fold] = ()) -> None:
        self.every = tuple(every)
        self.by_key = {fold.key: fold for fold in self.every}
        self.by_passage = {fold.passage: fold for fold in self.every}
        self._starts = [fold.places.start for fold in self.every]

    @property
    def keys(self) -> frozenset[int]:
        return frozenset(self.by_key)

    def around(self, place: int) -> Fold | None:
        """Find the fold that holds the row at a place among all rows."""
        number = bisect_right(self._starts, place) - 1
        return self.every[number] if number >= 0 and place in self.every[number].places else None


NO_FOLDS = Folds()


def folds_of_changes(comparison: Comparison, rows: Sequence[Row]) -> Folds:
    """Fold long runs of unchanged, dropped or new sentences."""
    found = [finding.passages for finding in comparison.findings if finding.strength is not Strength.NOTE]
    return Folds(_of_changes(comparison, rows, places, found) for places in folded(comparison, rows, CONTEXT))


def _of_changes(comparison: Comparison, rows: Sequence[Row], places: range, found: Sequence[Sequence[int]]) -> Fold:
    inside = rows[places.start : places.stop]
    first = inside[0].passage
    relation = comparison.passages[first].relation
    passages = {row.passage for row in inside}
    finds = sum(not passages.isdisjoint(touched) for touched in found)
    return Fold(first, first, places, relation, fold_counts(comparison, inside), fold_beginning(comparison, inside), fold_finds(finds))


def folds_without_copies(comparison: Comparison, rows: Sequence[Row], copied: Container[int]) -> Folds:
    """Fold long runs of rows in which nothing was copied; `copied` holds the places of all others."""
    kinds = [None if place in copied or row.kind is RowKind.LEFT else Relation.SAME for place, row in enumerate(rows)]
    return Folds(_without_copies(comparison, rows, places) for _, places in long_runs(kinds))


def _without_copies(comparison: Comparison, rows: Sequence[Row], places: range) -> Fold:
    inside = rows[places.start : places.stop]
    side = Side.ORIGINAL if inside[0].original else Side.REWRITE
    counts = Sides(*(sum(len(row.sentences(each)) for row in inside) for each in Side))
    begins = first_words(comparison.documents[side], inside[0].sentences(side)[0])
    # below zero, so that what is opened in one view stays closed in the other
    return Fold(-1 - inside[0].passage, inside[0].passage, places, Relation.SAME, nothing_copied_in(*counts), begins)


def fold_content(fold: Fold, *, is_open: bool) -> RowContent:
    """Give what the line of a fold shows."""
    line = FoldLine(fold.key, fold.counts, "" if is_open else fold.beginning, fold.side, is_open, fold.finds)
    empty = RowSide(spaced=True)
    return RowContent(fold.row, fold.relation, Shape.ONE_TO_ONE, False, Sides(empty, empty), "", False, line)


def laid_out(rows: Sequence[Row], folds: Folds, opened: frozenset[int]) -> tuple[tuple[Row, ...], Places, Places]:
    """Put a line before each open fold and in place of each closed one; give the rows, their places among all, and which are lines."""
    made: list[Row] = []
    places: list[Places] = []
    lines: list[int] = []
    done = 0
    for fold in folds.every:
        made += rows[done : fold.places.start]
        lines.append(len(made))
        made.append(fold.row)
        places += (np.arange(done, fold.places.start), np.array([fold.places.start]))
        done = fold.places.start if fold.key in opened else fold.places.stop
    made += rows[done:]
    return tuple(made), np.concatenate((*places, np.arange(done, len(rows)))), np.array(lines, dtype=np.int64)
