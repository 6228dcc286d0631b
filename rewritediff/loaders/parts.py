"""The parts of documents that are no sentences of the article, and what was done with them, as notices.

A part's value is its name in English, in the singular: the words that a person reads are made of it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from enum import Enum

from rewritediff.core.values import Notice


class Part(Enum):
    """Name a part of a document."""

    CELL = "table cell"
    BOX = "text box"
    NOTE = "note"
    """A footnote or an endnote."""
    COMMENT = "comment"
    HEADER = "header or footer line"
    HIDDEN = "hidden passage"
    PICTURE = "picture"
    FORMULA = "formula"
    OBJECT = "embedded object"
    FIELD = "field code"
    FRONT_MATTER = "front matter"
    PAGE_WORD = "word around the article"
    """Menus, advertisements, links to other articles: what a web page shows beside its article."""
    SCRIPT = "script"
    FRAME = "embedded page"
    CONTENTS = "line of the table of contents"
    COMMAND = "command"
    """LaTeX that is no text."""
    TIME = "time line"
    """When a subtitle is shown."""
    CHAPTER = "unreadable chapter"
    SPEAKER = "speaker's name"
    """Who says a subtitle, where it is named apart from what is said."""
    INCLUDED = "file that belongs to it"
    """Another file that a document names and that is not opened."""
    CHOSEN = "paragraph left out by you"
    """What a person unticked before comparing."""
    PAGE_NUMBER = "page number"
    """Where a page of the printed book began."""
    MARK = "reference mark"
    """A raised number or star that leads to a note."""
    SIDEWAYS = "sideways line"
    """Text that stands askew or turned on its page, such as a watermark."""
    FORM = "form field"
    PAGE = "unreadable page"
    """A page that its document promises, and that is damaged or not there."""


class Repair(Enum):
    """Name something that was put right; the value is a noun that can be counted."""

    HYPHEN = "word divided at a line's end"
    LIGATURE = "ligature"
    ENTITY = "unreadable character"


Left = Counter[Part]
"""How many of each part were left out; readers count into it."""


def left_out(left: Left) -> Iterator[Notice]:
    """Say what was left out and how often."""
    return (Notice("left-out", (("what", part.value), ("count", count))) for part, count in left.items() if count > 0)


def kept(parts: Left) -> Iterator[Notice]:
    """Say what was kept as blocks of their own, and could be left out."""
    return (Notice("kept", (("what", part.value), ("count", count))) for part, count in parts.items() if count > 0)


def tracked(insertions: int, deletions: int, shown: str) -> Iterator[Notice]:
    """Say that a document has tracked changes, and which of its texts (options.Tracked, by its value) is read."""
    if insertions or deletions:
        yield Notice("tracked-changes", (("insertions", insertions), ("deletions", deletions), ("shown", shown)))


def repaired(repairs: Counter[Repair]) -> Iterator[Notice]:
    """Say what was put right and how often."""
    return (Notice("repaired", (("what", repair.value), ("count", count))) for repair, count in repairs.items() if count > 0)


def pages_without_text(count: int, pages: int) -> Iterator[Notice]:
    """Say that some pages are pictures only."""
    if count:
        yield Notice("pages-without-text", (("count", count), ("pages", pages)))
