"""Why an article could not be loaded, as values; the words for it stand in `messages`."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

Values = tuple[tuple[str, str | int], ...]


class Reason(Enum):
    """Say what is in the way."""

    MISSING = "missing"
    BROKEN_LINK = "broken-link"
    FOLDER = "folder"
    NOT_A_FILE = "not-a-file"
    """A pipe, a device or a socket."""
    UNREADABLE = "unreadable"
    """The system does not let this person read it."""
    FAILED = "failed"
    """The disk, the network or the system gave up; the value `detail` says what it reported."""
    TOO_LARGE = "too-large"
    EMPTY = "empty"
    BINARY = "binary"
    TYPE_NOT_SUPPORTED = "type-not-supported"
    CHANGED_WHILE_READING = "changed-while-reading"
    LOCKED = "locked"
    """It is protected with a password."""
    COPY_PROTECTED = "copy-protected"
    """A book whose shop encrypted it (DRM)."""
    DAMAGED = "damaged"
    """It breaks the rules of its format so that no text can be had; the value `detail`, where there is one, says which."""
    NO_TEXT_LAYER = "no-text-layer"
    """Its pages are pictures; the value `pages` counts them."""
    NO_ARTICLE = "no-article"
    """A web page without words of its own, such as one that a script fills."""
    OVERBLOWN = "overblown"
    """It would unpack to far more than its size, as files made to do harm do."""
    TOO_COMPLEX = "too-complex"
    """It is nested deeper, or has more parts, than is read."""
    TOO_SLOW = "too-slow"
    """It was not read within the time; the value `seconds` says how long it was tried."""
    TOO_HEAVY = "too-heavy"
    """Reading it would take more memory than is allowed."""
    CRASHED = "crashed"
    """The program that reads such documents broke down on it."""
    LINK = "link"
    """It is a shortcut to a page on the web, whose address is the value `address`; nothing was fetched."""
    BAD_LINK = "bad-link"
    """It is a shortcut to something that is never fetched; the value `address`."""
    ENCODING = "encoding"
    """It is not written in the encoding that was chosen; the value `encoding`."""
    CANCELLED = "cancelled"
    NO_WORKER = "no-worker"
    """The process that reads such documents could not be started; the value `detail`."""
    NOT_FETCHED = "not-fetched"
    """It is a page on the web that could not be had; the value `why` is that of an `obstacles.Obstacle`."""
    NO_LETTERS = "no-letters"
    """Its fonts do not say which letters they show."""
    TOO_LONG = "too-long"
    """It has more lines than can be compared."""
    DECLARATIONS = "declarations"
    """It is XML that declares what its own words stand for, by which files made to do harm swell up or read other files."""


class Problem(Protocol):
    """Describe what a message is made of; `LoadError` is one."""

    @property
    def name(self) -> str: ...

    @property
    def reason(self) -> Reason: ...

    @property
    def values(self) -> Values: ...
