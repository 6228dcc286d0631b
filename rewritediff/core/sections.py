"""Sections: a heading and what stands under it. Knows one document at a time; which sections belong together is found elsewhere.

Sections are flat. A heading that stands directly under another begins no section of its own, so that a chapter's heading is not left
with nothing under it. They begin and end with blocks, so that a sentence cut or joined by a reviewer never changes their number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from rewritediff.core.values import Document, Role
from rewritediff.core.vectors import Longs

LEAST = 2
"""Headings with something under them from which a document has sections: a single one parts nothing."""


@dataclass(frozen=True, slots=True)
class Section:
    """Place a section: its sentences from `first` up to `last`, which is not part of it."""

    heading: int | None
    """The sentence that is its heading, the first; None for what stands before the first heading."""
    first: int
    last: int


def sections_of(document: Document) -> tuple[Section, ...]:
    """Cut a document at its headings; nothing where it has fewer than LEAST headings with something under them."""
    is_heading = [sentence.role is Role.HEADING for sentence in document.sentences]
    starts = [k for k, here in enumerate(is_heading) if here and not (k and is_heading[k - 1])]
    if sum(not all(is_heading[start:]) for start in starts[-1:]) + len(starts[:-1]) < LEAST:
        return ()
    edges = [*starts, len(is_heading)]
    lead = [Section(None, 0, starts[0])] if starts[0] else []
    return (*lead, *(Section(first, first, last) for first, last in pairwise(edges)))


def section_numbers(document: Document, sections: Sequence[Section]) -> Longs:
    """Give for each sentence the number of its section; -1 for notes, which a loader may have put at the end of all."""
    numbers = np.repeat(np.arange(len(sections), dtype=np.int64), [section.last - section.first for section in sections])
    notes = np.fromiter((sentence.role is Role.NOTE for sentence in document.sentences), dtype=bool, count=len(document.sentences))
    found: Longs = np.where(notes, -1, numbers)
    return found
