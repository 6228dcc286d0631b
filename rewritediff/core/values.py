"""The values that everything else is made of: two sides, spans, documents, links, passages, edits, findings.

Nothing here knows how a value is computed or shown. All offsets are Python string indexes, half open.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import accumulate
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Side(Enum):
    """Name one of the two texts."""

    ORIGINAL = "original"
    REWRITE = "rewrite"

    @property
    def other(self) -> Side:
        return Side.REWRITE if self is Side.ORIGINAL else Side.ORIGINAL


@dataclass(frozen=True, slots=True)
class Sides(Generic[T]):
    """Hold one value for the original and one for the rewrite, always in this order."""

    original: T
    rewrite: T

    def __getitem__(self, side: Side) -> T:
        return self.original if side is Side.ORIGINAL else self.rewrite

    def __iter__(self) -> Iterator[T]:
        return iter((self.original, self.rewrite))

    def swapped(self) -> Sides[T]:
        return Sides(self.rewrite, self.original)

    def map(self, function: Callable[[T], U]) -> Sides[U]:
        return Sides(function(self.original), function(self.rewrite))

    def replace(self, side: Side, value: T) -> Sides[T]:
        return Sides(value, self.rewrite) if side is Side.ORIGINAL else Sides(self.original, value)


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Mark the characters from start up to end, which is not part of it."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start} to {self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Be true even when empty: a span of nothing still says where."""
        return True

    def of(self, text: str) -> str:
        return text[self.start : self.end]

    def overlap(self, other: Span) -> int:
        """Count the characters that both spans hold."""
        return max(0, min(self.end, other.end) - max(self.start, other.start))


class Role(Enum):
    """Say what a block, and so each of its sentences, is in its article."""

    TITLE = "title"
    HEADING = "heading"
    BODY = "body"
    LIST_ITEM = "list-item"
    CELL = "cell"
    CAPTION = "caption"
    NOTE = "note"
    CODE = "code"

    @property
    def is_furniture(self) -> bool:
        """Tell whether it is counted apart from the article's own sentences."""
        return self in (Role.TITLE, Role.HEADING, Role.CAPTION)


@dataclass(frozen=True, slots=True)
class Block:
    """Hold a paragraph, heading, list item, cell, ... of an article as its loader found it."""

    role: Role
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Say something about a document or a comparison that its reader should know: a code for wording.py and its values."""

    code: str
    values: tuple[tuple[str, str | int], ...] = ()


BLOCK_BREAK = "\n\n"
"""Stands between the blocks of an article in its text."""


@dataclass(frozen=True, slots=True)
class Article:
    """Hold what a loader read: the blocks of one article, in order."""

    blocks: tuple[Block, ...]
    title: str = ""
    origin: str = ""
    """Where it came from, as a person would name it: a file name, an address, or nothing for pasted text."""
    notices: tuple[Notice, ...] = ()

    @property
    def text(self) -> str:
        return BLOCK_BREAK.join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Place a block in a document's text."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Sentence:
    """Place a sentence in a document's text; `paragraph` counts the document's paragraphs from 0."""

    start: int
    end: int
    paragraph: int
    role: Role

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Document:
    """Hold one side as loaded: its text, its paragraphs, its sentences. What lies between two sentences is white space."""

    text: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    name: str = ""
    language: str = ""
    """Two-letter code, or nothing where it is not known."""
    notices: tuple[Notice, ...] = ()
    paragraph_numbers: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """The number of each paragraph as a person counts, from 1: titles, headings and captions have that of what follows."""
    sentence_numbers: tuple[int, ...] = field(init=False, repr=False, compare=False)
    """The same of each sentence."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "paragraph_numbers", _counted(paragraph.role for paragraph in self.paragraphs))
        object.__setattr__(self, "sentence_numbers", _counted(sentence.role for sentence in self.sentences))

    def quote(self, index: int) -> str:
        """Cut the sentence with this number from the text."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.end]


_FURNITURE = frozenset(role for role in Role if role.is_furniture)


def _counted(roles: Iterable[Role]) -> tuple[int, ...]:
    """Number what is no furniture from 1; furniture has the number of what follows, or of the last where nothing does."""
    before = list(accumulate((role not in _FURNITURE for role in roles), initial=0))
    last = max(before[-1], 1)
    return tuple(min(number + 1, last) for number in before[:-1])


class Relation(Enum):
    """Say what became of a passage."""

    SAME = "same"
    EDITED = "edited"
    PARAPHRASED = "paraphrased"
    OMITTED = "omitted"
    INSERTED = "inserted"


class Shape(Enum):
    """Say how many sentences of each side a passage holds."""

    ONE_TO_ONE = "one-to-one"
    SPLIT = "split"
    MERGED = "merged"
    REARRANGED = "rearranged"
    OMITTED = "omitted"
    INSERTED = "inserted"


def confidence_of(odds: float) -> float:
    """Turn log odds into a confidence, 0 to 1, to four digits."""
    return round(1 / (1 + math.exp(-odds)), 4)


@dataclass(frozen=True, slots=True)
class Link:
    """Join one original and one rewrite sentence that say the same thing at least in part."""

    original: int
    rewrite: int
    similarity: float
    """How alike the words are, 0 to 1. It is not fidelity."""
    confidence: float
    """How sure the pairing is, 0 to 1: of many links with 0.7, seven in ten should be right; 1 where a reviewer made it."""
    moved: bool = False
    """It stands out of order with its neighbours."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold a connected group of links, or one sentence without any; sentence numbers in rising order, not always adjoining."""

    original: tuple[int, ...]
    rewrite: tuple[int, ...]
    relation: Relation
    links: tuple[Link, ...] = ()
    similarity: float = 0.0
    confidence: float = 0.0
    """How sure the pairing is, 0 to 1: each of its sentences is as sure as its surest link, the passage as the least sure of them."""

    def sentences(self, side: Side) -> tuple[int, ...]:
        return self.original if side is Side.ORIGINAL else self.rewrite

    @property
    def shape(self) -> Shape:
        match (len(self.original), len(self.rewrite)):
            case (_, 0):
                return Shape.OMITTED
            case (0, _):
                return Shape.INSERTED
            case (1, 1):
                return Shape.ONE_TO_ONE
            case (1, _):
                return Shape.SPLIT
            case (_, 1):
                return Shape.MERGED
        return Shape.REARRANGED

    @property
    def moved(self) -> bool:
        """Tell whether the whole passage stands out of order with its neighbours."""
        return bool(self.links) and all(link.moved for link in self.links)


class Change(Enum):
    """Say what became of a run of words inside a passage."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    MOVED = "moved"
    TYPOGRAPHIC = "typographic"


@dataclass(frozen=True, slots=True)
class Edit:
    """Say what became of one run of words; a side that has nothing is None."""

    change: Change
    original: Span | None
    rewrite: Span | None

    def span(self, side: Side) -> Span | None:
        return self.original if side is Side.ORIGINAL else self.rewrite


class FindingKind(Enum):
    """Name what a finding is about."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    OBLIGATION = "obligation"
    CONDITION = "condition"
    HEDGE = "hedge"
    OPPOSITE = "opposite"
    TERM = "term"
    ROLES = "roles"
    LITERAL = "literal"
    QUOTATION = "quotation"
    SPEAKER = "speaker"
    CLAIM = "claim"
    LOSS = "loss"


class Strength(Enum):
    """Say how much a finding asks for a careful reader."""

    CHECK = "check"
    LOOK = "look"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """Point at something that a careful reader should check: kind, code and values, worded elsewhere."""

    kind: FindingKind
    code: str
    strength: Strength
    passages: tuple[int, ...]
    spans: Sides[tuple[Span, ...]]
    values: Sides[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class CopiedPart:
    """Mark words of a copied run that stand all between quotation marks in the rewrite, or all outside."""

    original: Span
    rewrite: Span
    words: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class CopiedRun:
    """Mark a run of equal words that was taken over, typography aside."""

    original: Span
    rewrite: Span
    words: int
    parts: tuple[CopiedPart, ...]
    """The run cut where quotations begin and end in the rewrite; each of its words is in one part."""

    @property
    def quoted(self) -> bool:
        """Tell whether all of its words stand between quotation marks in the rewrite."""
        return self.quoted_words == self.words

    @property
    def quoted_words(self) -> int:
        """Count its words that stand between quotation marks in the rewrite."""
        return sum(part.words for part in self.parts if part.quoted)


@dataclass(frozen=True, slots=True)
class Coverage:
    """Say which kinds of findings were looked for, and what was not."""

    checked: tuple[FindingKind, ...] = ()
    not_checked: tuple[str, ...] = (*(kind.value for kind in FindingKind), "tone", "emphasis")
