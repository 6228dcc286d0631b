"""Tracked changes of a Word document: which of its two texts is read, and how many changes there are.

Word cuts one change into many elements, one for each run and paragraph mark. What follows upon its like without untouched words between
them is one change.
"""

from __future__ import annotations

from rewritediff.loaders.docx.names import named
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.xml import Element

INSERTIONS = named("ins", "moveTo", "cellIns")
DELETIONS = named("del", "moveFrom", "cellDel")


class Changes:
    """Tell what a change leaves to be read, and count."""

    def __init__(self, tracked: Tracked) -> None:
        self.insertions = 0
        self.deletions = 0
        self.unread = DELETIONS if tracked is Tracked.ACCEPTED else INSERTIONS
        """The elements of which nothing is read."""
        self._last: tuple[str, ...] = ()
        self._depth = 0

    def begin(self, element: Element) -> bool:
        """Take note of a change; tell whether what it holds is read. If so, `end` must be called behind it."""
        gone = self._noted(element.tag)
        self._depth += not gone
        return not gone

    def end(self) -> None:
        self._depth -= 1

    def untouched(self) -> None:
        """Take note of words or a paragraph's end; those outside of changes part changes from each other."""
        if not self._depth:
            self._last = ()

    def gone(self, properties: Element | None) -> bool:
        """Tell whether a change of a whole paragraph mark, row or cell, noted in its properties, takes it out of the text."""
        gone = [self._noted(tag) for tag in _changes(properties)]  # all of them are counted, also behind one that is gone
        return any(gone)

    def marked(self, properties: Element | None) -> bool:
        """Tell whether properties note such a change at all."""
        return bool(_changes(properties))

    def _noted(self, tag: str) -> bool:
        kind = INSERTIONS if tag in INSERTIONS else DELETIONS
        if kind is not self._last:
            self.insertions += kind is INSERTIONS
            self.deletions += kind is DELETIONS
        self._last = kind
        return kind is self.unread


def _changes(properties: Element | None) -> list[str]:
    return [] if properties is None else [child.tag for child in properties if child.tag in INSERTIONS + DELETIONS]
