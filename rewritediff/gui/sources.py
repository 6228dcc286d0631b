"""What stands on a side of the window, and where it came from. Nothing here knows Qt, reads files or compares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rewritediff.core.values import Article, Sides
from rewritediff.loaders.formats import Format
from rewritediff.loaders.options import DEFAULTS, Options

if TYPE_CHECKING:
    from rewritediff.loaders.reading import Stored


@dataclass(frozen=True, slots=True)
class File:
    """Name a file that a side comes from."""

    path: str

    @property
    def name(self) -> str:
        return self.path.replace("\\", "/").rstrip("/").rpartition("/")[2] or self.path


@dataclass(frozen=True, slots=True)
class Pasted:
    """Hold what a side comes from: a text, and the same as the program it was copied in wrote it for other programs, where it did."""

    text: str
    markup: bytes = b""
    """A piece of a web page (HTML), as it stood on the clipboard."""
    rich_text: bytes = b""
    """The same as RTF."""

    @property
    def name(self) -> str:
        return ""


@dataclass(frozen=True, slots=True)
class Address:
    """Name a page on the web that a side comes from; it is fetched only when a person asked for just this address."""

    address: str

    @property
    def name(self) -> str:
        return self.address


Source = File | Pasted | Address


@dataclass(frozen=True, slots=True)
class Empty:
    """Say that nothing stands on a side yet."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Hold the article that stands on a side, and where it came from."""

    source: Source
    article: Article
    """What is compared: what was read, without the blocks that were left out."""
    words: int = 0
    identity: str = ""
    """The file's one true path, behind links and detours; nothing for a pasted text."""
    options: Options = DEFAULTS
    """How it was read."""
    stored: Stored | None = None
    """What was read once from the disk or the web, and is read again in another way; a pasted text is its own store."""
    read: Article | None = None
    """All that was read, where some of its blocks were left out."""
    without: frozenset[int] = frozenset()
    """The numbers of the blocks of `read` that were left out."""
    newer: bool = False
    """The file on the disk has changed since."""
    form: Format | None = None
    """What the document is; nothing for a pasted text."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Say why nothing stands on a side."""

    source: Source
    message: str
    again: bool = False
    """Trying once more may help."""


Settled = Empty | Loaded | Failed


@dataclass(frozen=True, slots=True)
class Loading:
    """Say that a side is being read; `before` stands there again where that fails or is cancelled."""

    source: Source
    ticket: int
    before: Settled
    options: Options = DEFAULTS
    stored: Stored | None = None
    """What is read again in another way; nothing where the source itself is read."""
    keeps: bool = False
    """It is the same document, read again: place and filters stay."""
    announced: bool = False
    """It takes long enough (see controller.PATIENCE) to be worth a line in the window."""


Slot = Settled | Loading

NOTHING: Sides[Slot] = Sides(Empty(), Empty())
"""Both sides of a new window."""


def settled(slot: Slot) -> Settled:
    """Give what stands on a side where its reading is left aside."""
    return slot.before if isinstance(slot, Loading) else slot


def loaded(slot: Slot) -> Loaded | None:
    """Give the article that stands on a side, also while another is being read."""
    found = settled(slot)
    return found if isinstance(found, Loaded) else None


def name(slot: Slot) -> str:
    """Give the name of what stands, or is to stand, on a side."""
    return "" if isinstance(slot, Empty) else slot.source.name
