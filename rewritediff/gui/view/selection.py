"""A stretch of one side's text, chosen with the mouse: from an offset in one row to an offset in another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rewritediff.core.values import Side
from rewritediff.gui.row_words import text_between
from rewritediff.gui.rows import Presentation

WORD = re.compile(r"\w+(?:['’\-]\w+)*")

Spot = tuple[int, int]
"""A row and an offset in what it shows of one side."""


@dataclass(frozen=True, slots=True)
class TextSelection:
    """Hold the chosen stretch: where choosing began and where it has come to."""

    side: Side
    anchor: Spot
    cursor: Spot

    def __bool__(self) -> bool:
        return self.anchor != self.cursor

    @property
    def start(self) -> Spot:
        return min(self.anchor, self.cursor)

    @property
    def end(self) -> Spot:
        return max(self.anchor, self.cursor)

    def to(self, cursor: Spot) -> TextSelection:
        return replace(self, cursor=cursor)

    def within(self, row: int, length: int) -> tuple[int, int] | None:
        """Give what is chosen of a row whose text has this length."""
        if not self.start[0] <= row <= self.end[0]:
            return None
        start = self.start[1] if row == self.start[0] else 0
        end = self.end[1] if row == self.end[0] else length
        return (start, end) if start < end else None


def word_at(text: str, offset: int) -> tuple[int, int]:
    """Find the word around an offset, or nothing but the offset itself."""
    for match in WORD.finditer(text, max(0, offset - 80)):
        if match.start() <= offset <= match.end():
            return match.span()
        if match.start() > offset:
            break
    return offset, offset


def chosen_text(presentation: Presentation, selection: TextSelection) -> str:
    """Give the chosen stretch as plain text."""
    return text_between(presentation, selection.side, selection.start, selection.end)
