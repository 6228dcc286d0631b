"""What each row of the comparison view shows, decided without Qt: the view only paints it.

A Presentation holds the rows that pass the filter. What a row shows is computed when it is asked for and kept for a while, so that a
comparison of 100,000 sentences costs no more words compared than fit in the window.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Document, Edit, Passage, Relation, Shape, Side
from rewritediff.gui.row_content import RowContent, RowSide, content_of
from rewritediff.gui.row_marks import Run, RunKind
from rewritediff.gui.row_measures import MOVED_KIND, Column, Measures, measures_of
from rewritediff.gui.row_text import ShownText
from rewritediff.wording.grammar import counted
from rewritediff.wording.labels import SIDES
from rewritediff.wording.passages import passage_title

__all__ = [
    "MOVED_KIND",
    "Column",
    "Measures",
    "Options",
    "Presentation",
    "RowContent",
    "RowSide",
    "Run",
    "RunKind",
    "ShownText",
    "kinds_of",
    "present",
]

KEPT_CONTENTS = 4_096
"""Rows and passages whose content is kept: some fifty windows full."""
FURNITURE = {Relation.OMITTED: "omitted-furniture", Relation.INSERTED: "inserted-furniture"}
"""Filter keys of titles, headings and captions without counterpart: the answer line counts them apart."""
CHANGES = frozenset({"edited", "paraphrased", "omitted", "inserted", *FURNITURE.values(), "moved", "split", "merged", "doubtful"})
"""Every filter key but `same`."""
NOTHING_SHOWN = "No sentences of this kind"
NOTHING_AT_ALL = "Both texts are empty"


@dataclass(frozen=True, slots=True)
class Options:
    """Say what is shown of a comparison."""

    shown: frozenset[str] | None = None
    """Filter keys, see kinds_of(); None shows all."""
    typography: bool = False
    word_marks: bool = True


DEFAULT_OPTIONS = Options()


class Sheet:
    """Hold all rows of one comparison and what is computed from them, whatever the filter."""

    __slots__ = ("comparison", "content", "edits", "heads", "left_by", "measures", "place_of", "rows")

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.rows = comparison.rows()
        self.measures = measures_of(comparison, self.rows)
        self.place_of = {row.passage: place for place, row in enumerate(self.rows) if row.kind is RowKind.PASSAGE}
        self.left_by = {row.passage: place for place, row in enumerate(self.rows) if row.kind is RowKind.LEFT}
        self.heads = comparison.documents.map(_head)
        self.edits: Callable[[int], tuple[Edit, ...]] = lru_cache(KEPT_CONTENTS)(comparison.edits)
        self.content: Callable[[Row, Options], RowContent] = lru_cache(KEPT_CONTENTS)(self._content)

    def place(self, row: Row) -> int:
        """Find a row's place among all rows."""
        return self.place_of[row.passage] if row.kind is RowKind.PASSAGE else self.rows.index(row)

    def _content(self, row: Row, options: Options) -> RowContent:
        return content_of(self.comparison, row, self.edits, word_marks=options.word_marks, typography=options.typography)


@dataclass(frozen=True, slots=True, eq=False)
class Presentation:
    """Hold the rows to show, in order; their content is asked for row by row."""

    comparison: Comparison
    options: Options
    rows: tuple[Row, ...]
    places: Sequence[int]
    """For each row its place among all rows, the hidden ones too."""
    message: str
    """What to say where there are no rows."""
    sheet: Sheet = field(repr=False)

    def content(self, row: int) -> RowContent:
        """Give what a row shows."""
        return self.sheet.content(self.rows[row], self.options)

    def unmarked(self, row: int) -> RowContent:
        """Give what a row shows but for its marks, to measure it: no words are compared, nothing is kept."""
        return content_of(self.comparison, self.rows[row], self.sheet.edits, word_marks=False, typography=False)

    def spoken(self, row: int, side: Side) -> str:
        """Say a cell to somebody who cannot see it."""
        shown = self.content(row).sides[side]
        words = ". ".join(part for part in (shown.label, shown.text.text) if part)
        return f"{passage_title(self.comparison, self.rows[row].passage)}. {SIDES[side]}: {words}"

    def head(self, side: Side) -> tuple[str, str, str]:
        """Give the words above a side: its name, then its document's name, then how long that is."""
        return SIDES[side], *self.sheet.heads[side]

    def measures(self) -> Measures:
        """Give what the heights of the rows are guessed from."""
        every = self.sheet.measures
        return every if len(self.places) == len(every) else every[np.asarray(self.places, dtype=np.int64)]

    def row_of(self, passage: int) -> int | None:
        """Find the row that begins a passage, or None where it is hidden."""
        return self._shown(self.sheet.place_of.get(passage))

    def left_by(self, passage: int) -> int | None:
        """Find the row that marks the place a moved passage left, or None where there is none."""
        return self._shown(self.sheet.left_by.get(passage))

    def _shown(self, place: int | None) -> int | None:
        if place is None:
            return None
        row = bisect_left(self.places, place)
        return row if row < len(self.places) and self.places[row] == place else None

    def shows_same_texts(self, other: Presentation) -> bool:
        """Tell whether both presentations show the same two texts, however compared."""
        mine, theirs = self.comparison.documents, other.comparison.documents
        return mine is theirs or all(mine[side].text == theirs[side].text for side in Side)

    def nearest(self, row: Row, before: Comparison) -> int:
        """Find the row that stands where a row of an earlier presentation stood, or the next one shown."""
        if before is self.comparison:
            place = self.sheet.place(row)
        else:
            side = Side.REWRITE if row.rewrite else Side.ORIGINAL
            known = self.comparison.passage_of[side]
            place = self.sheet.place_of[known[min(row.sentences(side)[0], len(known) - 1)]] if known else 0
        return max(0, min(bisect_left(self.places, place), len(self.rows) - 1))

    def step(self, row: int | None, direction: int, kinds: frozenset[str] | None = None) -> int | None:
        """Find the next row, or with a negative direction the one before, of one of the kinds (None: changed in any way)."""
        at = (-1 if direction > 0 else len(self.rows)) if row is None else row
        wanted = CHANGES if kinds is None else kinds
        for k in range(at + 1, len(self.rows)) if direction > 0 else range(at - 1, -1, -1):
            if self.rows[k].kind is RowKind.PASSAGE and not wanted.isdisjoint(kinds_of(self.comparison, self.rows[k].passage)):
                return k
        return None

    def text_between(self, side: Side, first: tuple[int, int], last: tuple[int, int]) -> str:
        """Cut the text of one side from an offset in one row to an offset in another, as plain text with its paragraphs."""
        parts: list[str] = []
        for k in range(first[0], last[0] + 1):
            shown = self.content(k).sides[side]
            start = first[1] if k == first[0] else 0
            piece = shown.text.cut(start, last[1] if k == last[0] else len(shown.text.text))
            if piece:
                parts.append(("\n\n" if shown.opens else " ") * bool(parts) + piece)
        return "".join(parts)

    def rows_as_text(self, rows: Iterable[int]) -> str:
        """Put rows in plain words: the relation, then each side that has text."""
        return "\n\n".join(self._as_text(k) for k in rows)

    def _as_text(self, row: int) -> str:
        texts = [(side, self.content(row).sides[side].text) for side in Side]
        lines = [f"{SIDES[side]}: {text.cut(0, len(text.text))}" for side, text in texts if text.text]
        return "\n".join((passage_title(self.comparison, self.rows[row].passage), *lines))


def present(comparison: Comparison, options: Options = DEFAULT_OPTIONS, previous: Presentation | None = None) -> Presentation:
    """Choose the rows to show; a previous presentation of the same comparison lends what it has computed."""
    sheet = previous.sheet if previous and previous.comparison is comparison else Sheet(comparison)
    places: Sequence[int] = range(len(sheet.rows))
    rows = sheet.rows
    if options.shown is not None:
        shown = [not options.shown.isdisjoint(kinds_of(comparison, number)) for number in range(len(comparison.passages))]
        places = [place for place in places if shown[rows[place].passage]]
        rows = tuple(rows[place] for place in places)
    message = "" if rows else NOTHING_SHOWN if sheet.rows else NOTHING_AT_ALL
    return Presentation(comparison, options, rows, places, message, sheet)


def kinds_of(comparison: Comparison, number: int) -> frozenset[str]:
    """Name the filters that a passage passes."""
    passage = comparison.passages[number]
    kinds = {FURNITURE[passage.relation] if _is_furniture(comparison, passage) else passage.relation.value}
    if passage.moved:
        kinds.add("moved")
    if passage.shape in (Shape.SPLIT, Shape.REARRANGED):
        kinds.add("split")
    if passage.shape in (Shape.MERGED, Shape.REARRANGED):
        kinds.add("merged")
    if comparison.is_doubtful(number):
        kinds.add("doubtful")
    return frozenset(kinds)


def _is_furniture(comparison: Comparison, passage: Passage) -> bool:
    """Tell whether nothing but titles, headings and captions stand in a passage without counterpart."""
    if passage.relation not in FURNITURE:
        return False
    side = Side.REWRITE if passage.rewrite else Side.ORIGINAL
    return all(comparison.documents[side].sentences[k].role.is_furniture for k in passage.sentences(side))


def _head(document: Document) -> tuple[str, str]:
    """Name a document and count its sentences and words; scripts without blanks between words have no count of words."""
    sentences, words = len(document.sentences), len(document.text.split())
    counts = counted(sentences, "sentence")
    if words >= 2 * sentences:
        counts += f", {counted(words, 'word')}"
    return document.name, counts
