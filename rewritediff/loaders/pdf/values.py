"""What a page of a PDF is made of, once no foreign library is needed any more: words in their places, lines, paragraphs.

All lengths are points. A word's places are given as if its page were turned so that its letters stand upright; heights grow upwards.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf
from typing import NamedTuple

from rewritediff.core.values import Role

TURNED = -1
"""The quarter of letters that stand askew."""

GAP = 1.0
"""Letter sizes: a wider gap may part columns, unless the line has such gaps everywhere, as justified narrow columns have."""
BACK = 0.8
"""Letter sizes by which a next word may stand back; more begins another piece."""


class Join:
    """Name the ways in which a word hangs together with its neighbours; numbers to be added, as flags of `enum` take ten times as long."""

    NONE = 0
    LINE = 1
    """It begins a line."""
    GLUED = 2
    """No space stands before it: the same word goes on in other letters."""
    HYPHEN = 4
    """It is divided at the end of its line; its hyphen is not part of its text."""


class Style(NamedTuple):
    """Describe the letters of a word."""

    size: float
    bold: bool = False
    quarter: int = 0
    """Quarters of a turn, anticlockwise."""
    unseen: bool = False
    """Drawn without ink, as the text that was recognised in a scan."""
    artifact: bool = False
    """The document itself says that it is no content: a header, a footer, a page number."""


class Word(NamedTuple):
    """Place letters; those of several words where they stand side by side in one style, as most lines do: one value instead of eleven."""

    text: str
    left: float
    right: float
    base: float
    """The height on which the letters stand."""
    style: Style
    join: int = Join.NONE
    first: float = inf
    """The right edge of its first word, where it holds several."""


def letters_in(text: str) -> int:
    """Count the characters that are no spaces."""
    return len(text) - text.count(" ")


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the words of a page in the order in which they were written, and its edges."""

    words: Sequence[Word]
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Opened:
    """Hold what a PDF's pages show, and how many of what else is in them."""

    pages: Sequence[Page]
    comments: int = 0
    fields: int = 0
    pictures: int = 0
    unreadable: int = 0
    """Pages that the document promises and that cannot be read."""


@dataclass(slots=True)
class Line:
    """Hold words beside each other; changed only while lines are made."""

    words: list[Word]
    left: float
    right: float
    base: float
    size: float
    bold: bool
    page: int
    text: str = field(init=False)

    def __post_init__(self) -> None:
        self.text = joined(self.words)

    @property
    def divided(self) -> bool:
        """Tell whether its last word goes on in the next line."""
        return bool(self.words[-1].join & Join.HYPHEN)


@dataclass(slots=True)
class Passage:
    """Hold the lines of one paragraph, heading or cell and what it is; changed only while paragraphs are made."""

    lines: list[Line]
    role: Role = Role.BODY
    first_indented: bool = False
    cut: int = 0
    """Characters at its beginning that mark a list item or a note."""


def joined(words: Sequence[Word]) -> str:
    """Write words with their spaces; the hyphen of a divided word at the end is left out."""
    if len(words) == 1:
        return words[0][0]
    return "".join([word[0] if word[5] & Join.GLUED else " " + word[0] for word in words]).removeprefix(" ")
