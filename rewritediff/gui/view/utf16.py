"""Offsets of Python strings and of Qt: Qt counts UTF-16 units, so every emoji before a place moves it by one."""

from __future__ import annotations

from bisect import bisect_left


class Utf16:
    """Convert offsets of one text; texts without characters beyond the basic plane cost nothing."""

    __slots__ = ("_beyond", "_units")

    def __init__(self, text: str) -> None:
        beyond = not text.isascii() and max(text, default="") > "\uffff"
        self._beyond = [k for k, character in enumerate(text) if character > "\uffff"] if beyond else []
        self._units = [place + before for before, place in enumerate(self._beyond)]

    def to_qt(self, offset: int) -> int:
        """Turn an offset of the Python string into one of the QString."""
        return offset + bisect_left(self._beyond, offset) if self._beyond else offset

    def from_qt(self, offset: int) -> int:
        """Turn an offset of the QString into one of the Python string; the middle of a character becomes its start."""
        return offset - bisect_left(self._units, offset) if self._units else offset
