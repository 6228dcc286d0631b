"""Which rows of a comparison are shown, and where each stands, decided without Qt: the view only paints them.

What a row shows is asked for row by row, see `row_sheet`, so that a comparison of 100,000 sentences costs no more words compared than fit
in the window. What rows say in plain words stands in `row_words`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter

import numpy as np

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Side
from rewritediff.gui.row_content import RowContent, RowSide
from rewritediff.gui.row_folds import Fold, Folds, Places, laid_out
from rewritediff.gui.row_kinds import CHANGES, kinds_of
from rewritediff.gui.row_marks import Run, RunKind
from rewritediff.gui.row_measures import LINE, MOVED_KIND, Column, Measures
from rewritediff.gui.row_sheet import DEFAULT_OPTIONS, Options, Sheet
from rewritediff.gui.row_text import ShownText
from rewritediff.gui.row_ticks import NO_TICKS, Ticks, passing
from rewritediff.wording.labels import SIDES

__all__ = [
    "MOVED_KIND",
    "Column",
    "Measures",
    "Presentation",
    "RowContent",
    "RowSide",
    "Run",
    "RunKind",
    "ShownText",
    "kinds_of",
    "present",
]

NO_PLACES: Places = np.zeros(0, dtype=np.int64)
NOTHING_SHOWN = "No sentence is of this kind. Esc shows all of them again."
NOTHING_AT_ALL = "Both texts are empty"


@dataclass(frozen=True, slots=True, eq=False)
class Presentation:
    """Hold the rows to show, in order; their content is asked for row by row."""

    comparison: Comparison
    options: Options
    rows: tuple[Row, ...]
    places: Places
    """For each row its place among all rows, the hidden ones too; a fold's line has the place of its first row."""
    lines: Places
    """Which rows are the lines of folds."""
    message: str
    """What to say where there are no rows."""
    sheet: Sheet = field(repr=False)

    def content(self, row: int) -> RowContent:
        """Give what a row shows."""
        return self.sheet.content(self.rows[row], self.options)

    def unmarked(self, row: int) -> RowContent:
        """Give what a row shows but for its marks, to measure it: no words are compared, nothing is kept."""
        if self.rows[row].kind is RowKind.FOLD:
            return self.content(row)
        return self.sheet.unmarked(self.rows[row])

    def head(self, side: Side) -> tuple[str, str, str]:
        """Give the words above a side: its name, then its document's name, then how long that is."""
        return SIDES[side], *self.sheet.heads[side]

    def measures(self) -> Measures:
        """Give what the heights of the rows are guessed from."""
        found = self._measures_at(self.places)
        if len(self.lines):
            found[self.lines, : Column.KIND] = LINE
        return found

    def strip(self) -> tuple[Measures, Places]:
        """Give the measures of all rows that pass the filter, folded or not, and for each row, and the end, where it stands among them."""
        if self.options.shown is not None:
            return self._measures_at(self.places), np.arange(len(self.rows) + 1)
        return self.sheet.measures, np.append(self.places, len(self.sheet.rows))

    def ticks(self, side: Side) -> Ticks:
        """Place the findings of one side in the rows of the strip; none where what was copied is shown."""
        if self.options.copied is not None:
            return NO_TICKS
        every = self.sheet.ticks[side]
        return every if self.options.shown is None else passing(every, self.places)

    def _measures_at(self, places: Places) -> Measures:
        every = self.sheet.measures
        return every if len(places) == len(every) and not len(self.lines) else every[places]

    def passing(self) -> tuple[Row, ...]:
        """Give the rows that pass the filter, the folded ones too and the lines of folds not."""
        return self.rows if self.options.shown is not None else self.sheet.rows

    def row_of(self, passage: int) -> int | None:
        """Find the row that begins a passage, or the line of the fold that hides it; None where a filter hides it."""
        return self.row_at(self.sheet.place_of.get(passage))

    def row_holding(self, side: Side, offset: int) -> int | None:
        """Find the row that shows the sentence at an offset of a document, None where it is hidden or folded."""
        sentences = self.comparison.documents[side].sentences
        sentence = max(0, bisect_right(sentences, offset, key=attrgetter("start")) - 1)
        row = self.row_of(self.comparison.passage_of[side][sentence])
        if row is not None and self.fold_at(row):
            return None
        while row is not None and sentence not in self.rows[row].sentences(side):
            row = row + 1 if row + 1 < len(self.rows) else None
        return row

    def left_by(self, passage: int) -> int | None:
        """Find the row that marks the place a moved passage left, or None where there is none."""
        return self.row_at(self.sheet.left_by.get(passage))

    def fold_at(self, row: int) -> Fold | None:
        """Find the fold whose line a row is."""
        return self._folds.by_passage[self.rows[row].passage] if self.rows[row].kind is RowKind.FOLD else None

    def fold_around(self, row: int) -> Fold | None:
        """Find the open fold that a row stands in."""
        if not len(self.lines) or self.rows[row].kind is RowKind.FOLD:
            return None
        return self._folds.around(int(self.places[row]))

    @property
    def _folds(self) -> Folds:
        return self.sheet.folds_for(self.options)

    def row_at(self, place: int | None) -> int | None:
        """Find the row that stands at a place among all rows, or the line of the fold that hides it; None where a filter hides it."""
        if place is None or not len(self.rows):
            return None
        row = int(np.searchsorted(self.places, place, side="right")) - 1  # the last of its place: the line of an open fold is the first
        hides = row >= 0 and self.rows[row].kind is RowKind.FOLD
        return row if row >= 0 and (hides or self.places[row] == place) else None

    def other_end(self, row: int) -> int | None:
        """Find the next row of the same passage, the first after the last: where a move left or came to, where a passage goes on."""
        passage = self.rows[row].passage
        same = [k for k, other in enumerate(self.rows) if other.passage == passage and other.kind is not RowKind.FOLD]
        return same[(same.index(row) + 1) % len(same)] if row in same and len(same) > 1 else None

    def shows_same_texts(self, other: Presentation) -> bool:
        """Tell whether both presentations show the same two texts, however compared."""
        mine, theirs = self.comparison.documents, other.comparison.documents
        return mine is theirs or all(mine[side].text == theirs[side].text for side in Side)

    def nearest(self, row: Row, before: Comparison) -> int:
        """Find the row that stands where a row of an earlier presentation stood, or the next one shown."""
        if before is self.comparison:
            place = self.sheet.place(row)
        else:
            from_ = before.passages[row.passage] if row.kind is RowKind.FOLD else row
            side = Side.REWRITE if from_.rewrite else Side.ORIGINAL
            known = self.comparison.passage_of[side]
            place = self.sheet.place_of[known[min(from_.sentences(side)[0], len(known) - 1)]] if known else 0
        found = None if row.kind is RowKind.FOLD else self.row_at(place)
        return max(0, min(int(np.searchsorted(self.places, place)), len(self.rows) - 1)) if found is None else found

    def step(self, row: int | None, direction: int, kinds: frozenset[str] | None = None) -> int | None:
        """Find the next row, or with a negative direction the one before, of one of the kinds (None: changed in any way).

        A closed fold of such rows is one stop: its line counts them, and 31 stops would hide what stands behind.
        """
        at = (-1 if direction > 0 else len(self.rows)) if row is None else row
        wanted = CHANGES if kinds is None else kinds
        for k in range(at + 1, len(self.rows)) if direction > 0 else range(at - 1, -1, -1):
            if self._is_stop(self.rows[k]) and self.sheet.kinds.passes(self.rows[k].passage, wanted):
                return k
        return None

    def _is_stop(self, row: Row) -> bool:
        if row.kind is RowKind.FOLD:
            return self._folds.by_passage[row.passage].key not in (self.options.opened or ())
        return row.kind is RowKind.PASSAGE

    def with_folded(self, rows: Iterable[int]) -> Iterator[tuple[Row, int | None]]:
        """Give rows with their numbers; instead of the line of a closed fold the rows that it hides, instead of an open one's nothing."""
        for k in rows:
            fold = self.fold_at(k)
            if fold is None:
                yield self.rows[k], k
            elif fold.key not in (self.options.opened or ()):
                yield from ((row, None) for row in self.sheet.rows[fold.places.start : fold.places.stop])


def present(comparison: Comparison, options: Options = DEFAULT_OPTIONS, previous: Presentation | None = None) -> Presentation:
    """Choose the rows to show; a previous presentation of the same comparison lends what it has computed."""
    sheet = previous.sheet if previous and previous.comparison is comparison else Sheet(comparison)
    rows, places, lines = sheet.rows, np.arange(len(sheet.rows)), NO_PLACES
    if options.shown is not None:
        places = sheet.kinds.places(options.shown)
        rows = tuple(sheet.rows[place] for place in places.tolist())
    elif options.opened is not None and sheet.folds_for(options).every:
        rows, places, lines = laid_out(rows, sheet.folds_for(options), options.opened)
    message = "" if rows else NOTHING_SHOWN if sheet.rows else NOTHING_AT_ALL
    return Presentation(comparison, options, rows, places, lines, message, sheet)
