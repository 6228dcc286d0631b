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


class Problem(Protocol):
    """Describe what a message is made of; `LoadError` is one."""

    @property
    def name(self) -> str: ...

    @property
    def reason(self) -> Reason: ...

    @property
    def values(self) -> Values: ...
