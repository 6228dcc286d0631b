"""All rows of one comparison, whatever the filter, and what is computed from them once; what a row shows is kept for a while."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Document, Edit
from rewritediff.gui.copied import Copied, copied_content
from rewritediff.gui.find import Finder
from rewritediff.gui.row_content import RowContent, content_of
from rewritediff.gui.row_findings import with_waves
from rewritediff.gui.row_folds import Folds, fold_content, folds_of_changes
from rewritediff.gui.row_kinds import RowKinds
from rewritediff.gui.row_measures import measures_of
from rewritediff.gui.row_ticks import ticks_of
from rewritediff.wording.grammar import counted

KEPT_CONTENTS = 4_096
"""Rows and passages whose content is kept: some fifty windows full."""


@dataclass(frozen=True, slots=True)
class Options:
    """Say what is shown of a comparison."""

    shown: frozenset[str] | None = None
    """Filter keys, see kinds_of(); None shows all."""
    typography: bool = False
    word_marks: bool = True
    opened: frozenset[int] | None = None
    """The folds that are open, by their keys; None folds nothing."""
    copied: Copied | None = None
    """What was taken over word for word, shown in place of all marks; None shows what changed."""


DEFAULT_OPTIONS = Options()


class Sheet:
    """Hold all rows of one comparison and what is computed from them, whatever the filter."""

    __slots__ = (
        "_kept",
        "comparison",
        "edits",
        "finder",
        "folds",
        "heads",
        "kinds",
        "left_by",
        "measures",
        "place_of",
        "rows",
        "ticks",
        "unread",
    )

    def __init__(self, comparison: Comparison) -> None:
        self.comparison = comparison
        self.rows = comparison.rows()
        self.measures = measures_of(comparison, self.rows)
        self.kinds = RowKinds(comparison, self.rows)
        self.unread = comparison.read_yourself()
        self.ticks = ticks_of(comparison, self.rows)
        self.place_of = {row.passage: place for place, row in enumerate(self.rows) if row.kind is RowKind.PASSAGE}
        self.left_by = {row.passage: place for place, row in enumerate(self.rows) if row.kind is RowKind.LEFT}
        self.heads = comparison.documents.map(_head)
        self.finder = Finder(comparison, self.rows)
        self.edits: Callable[[int], tuple[Edit, ...]] = lru_cache(KEPT_CONTENTS)(comparison.edits)
        self.folds = folds_of_changes(comparison, self.rows)
        self._kept: Callable[[Row, bool, bool, Copied | None], RowContent] = lru_cache(KEPT_CONTENTS)(self._content)

    def content(self, row: Row, options: Options) -> RowContent:
        """Give what a row shows."""
        if row.kind is RowKind.FOLD:
            fold = self.folds_for(options).by_passage[row.passage]
            return fold_content(fold, is_open=options.opened is not None and fold.key in options.opened)
        return self._kept(row, options.word_marks, options.typography, options.copied)

    def folds_for(self, options: Options) -> Folds:
        """Give the folds of the view that is asked for, open or closed."""
        return self.folds if options.copied is None else options.copied.folds

    def place(self, row: Row) -> int:
        """Find a row's place among all rows; a fold's line stands where its first row does."""
        return self.rows.index(row) if row.kind in (RowKind.CONTINUED, RowKind.LEFT) else self.place_of[row.passage]

    def _content(self, row: Row, word_marks: bool, typography: bool, copied: Copied | None) -> RowContent:
        if copied is not None:
            return copied_content(self.comparison, row, copied)
        content = content_of(self.comparison, row, self.edits, word_marks=word_marks, typography=typography)
        return with_waves(self.comparison, content, self.unread)

    def unmarked(self, row: Row) -> RowContent:
        """Give what a row that is no fold's line shows but for its marks, to measure it: no words are compared, nothing is kept."""
        return content_of(self.comparison, row, self.edits, word_marks=False, typography=False)


def _head(document: Document) -> tuple[str, str]:
    """Name a document and count its sentences and words; scripts without blanks between words have no count of words."""
    text, sentences = document.text, len(document.sentences)
    words = sum(len(text[paragraph.start : paragraph.end].split()) for paragraph in document.paragraphs)
    counts = counted(sentences, "sentence")
    if words >= 2 * sentences:
        counts += f", {counted(words, 'word')}"
    counts += f", {counted(len(document.paragraphs), 'paragraph')}"
    return document.name, counts
