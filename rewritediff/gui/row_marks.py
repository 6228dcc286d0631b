"""What is marked inside a row's text: runs of words that were removed, added or moved, or only the key terms both sides share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from rewritediff.core.marking import trimmed
from rewritediff.core.values import Change, Edit, Side, Span, Strength
from rewritediff.gui.invisible import invisible
from rewritediff.gui.row_text import ShownText


class RunKind(Enum):
    """Say how a run of a row's text is marked."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    MOVED = "moved"
    TYPOGRAPHIC = "typographic"
    KEY_TERM = "key-term"
    INVISIBLE = "invisible"
    """A character that nobody sees."""
    WHOLE = "whole"
    """All of it: a sentence that has no counterpart."""
    COPIED = "copied"
    """Taken over word for word, in the copied view."""
    QUOTED = "quoted"
    """The same, between quotation marks."""


@dataclass(frozen=True, slots=True)
class Run:
    """Mark the characters of a shown text from start up to end."""

    start: int
    end: int
    kind: RunKind


@dataclass(frozen=True, slots=True)
class Wave:
    """Mark the characters of a shown text from start up to end that a finding is about."""

    start: int
    end: int
    finding: int
    """Its number in the comparison."""
    strength: Strength
    whole: bool
    """It is all of a sentence without counterpart, whose fill is seen already: only the margin tells of the finding."""

    @property
    def drawn(self) -> bool:
        """Tell whether a wavy line stands under the words; what is only noted has none."""
        return not self.whole and self.strength is not Strength.NOTE


KINDS = {
    Change.KEPT: RunKind.KEPT,
    Change.REMOVED: RunKind.REMOVED,
    Change.ADDED: RunKind.ADDED,
    Change.MOVED: RunKind.MOVED,
    Change.TYPOGRAPHIC: RunKind.TYPOGRAPHIC,
}


def runs_of_edits(edits: Sequence[Edit], side: Side, document: str, text: ShownText) -> tuple[Run, ...]:
    """Place the edits of a passage in the text of one side of a row, without the punctuation around them unless that is what differs."""
    spans = ((edit.span(side), KINDS[edit.change]) for edit in edits)
    marked = ((span, kind) if kind is RunKind.TYPOGRAPHIC else (trimmed(document, span), kind) for span, kind in spans if span)
    return _placed(marked, text)


def runs_of_terms(terms: Iterable[Span], text: ShownText) -> tuple[Run, ...]:
    """Place the key terms of a passage in the text of one side of a row."""
    return _placed(((span, RunKind.KEY_TERM) for span in terms), text)


def runs_of_invisible(text: ShownText) -> tuple[Run, ...]:
    """Mark the characters of the text of one side of a row that nobody sees."""
    return tuple(Run(k, k + 1, RunKind.INVISIBLE) for k in invisible(text.text))


def _placed(spans: Iterable[tuple[Span, RunKind]], text: ShownText) -> tuple[Run, ...]:
    places = ((text.clip(span), kind) for span, kind in spans)
    return tuple(Run(*place, kind) for place, kind in places if place)
