"""A text without case and typography, for searching, and the way back from its offsets to the text as loaded. Knows nothing of Qt.

"“Don’t   stop­ping,”" -> "\\"don't stopping,\\""
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from rewritediff.core.tokens import APOSTROPHES, HYPHENS, QUOTES

Numbers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint16] | npt.NDArray[np.uint32]

BREAKS = "\n\r\t\v\f\x1c\x1d\x1e\x1f"
VARIANTS = {"'": APOSTROPHES, "-": HYPHENS + "−", '"': QUOTES, " ": BREAKS + "\u0085\u00a0\u2002\u2003\u2009\u202f\u2028\u3000"}
"""What people type, and what it also finds."""
SPELT = {"…": "...", **dict.fromkeys("\u00ad\u200b\u2060\ufeff", "")}
"""What becomes several characters, or none because nobody sees it: a word with a soft hyphen inside is found without it."""
ACCENTS = ("\u0300", "\u036f")
SPACE, ACCENT, LONG = 1, 2, 3
BASIC = 0xFFFF
"""The last character that the tables know; the rare letters beyond keep their case."""


class Folded:
    """Hold a folded text; every paragraph break in it is a line feed, every other white space one blank."""

    __slots__ = ("_folded", "_loaded", "text")

    def __init__(self, text: str) -> None:
        codes = _codes(text)
        even = _decoded(_tables().even[codes] if codes.itemsize == 2 else np.where(codes > BASIC, codes, _tables().even[_basic(codes)]))
        pieces: list[str] = []
        folded, loaded, at, length = [0], [0], 0, 0
        for start, end in _uneven(text, codes):
            piece = _fold_unevenly(text[start:end])
            pieces += (even[at:start], piece)
            length += start - at
            folded += (length, length + len(piece))
            loaded += (start, end)
            length += len(piece)
            at = end
        self.text = "".join((*pieces, even[at:]))
        self._folded: Numbers = np.array(folded, dtype=np.int64)
        """Where stretches begin: by turns one in which each character stands for one, and one whose inside has no places."""
        self._loaded: Numbers = np.array(loaded, dtype=np.int64)

    def starts(self, offsets: Numbers) -> Numbers:
        """Lead the places where hits start back to the text as loaded."""
        stretch = np.searchsorted(self._folded, offsets, side="right") - 1
        return self._even(stretch, offsets, self._loaded[stretch])

    def ends(self, offsets: Numbers) -> Numbers:
        """Lead the places where hits end back to the text as loaded; they end behind a character."""
        stretch = np.searchsorted(self._folded, offsets, side="left") - 1
        return self._even(stretch, offsets, self._loaded[np.minimum(stretch + 1, len(self._loaded) - 1)])

    def _even(self, stretch: Numbers, offsets: Numbers, otherwise: Numbers) -> Numbers:
        found: Numbers = np.where(stretch % 2 == 0, self._loaded[stretch] + offsets - self._folded[stretch], otherwise)
        return found


def places(text: str, words: str) -> Numbers:
    """Find where words start in a folded text, none overlapping."""
    if len(words) == 1:  # a million hits one by one would take 0.3 s
        return np.flatnonzero(_codes(text) == ord(words)).astype(np.int64)
    found, at = [], text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + len(words))
    return np.array(found, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class _Tables:
    """Hold what folding makes of each character of the basic plane: tables, because 10 million characters take 0.1 s so and not 0.6."""

    even: npt.NDArray[np.uint16]
    """The one character that it becomes."""
    kinds: npt.NDArray[np.uint8]
    """SPACE, ACCENT or LONG, 0 for all others."""
    pattern: re.Pattern[str]


@cache
def _tables() -> _Tables:
    characters = [chr(code) for code in range(BASIC + 1)]
    even = np.arange(BASIC + 1, dtype=np.uint16)
    cased = [c.casefold() for c in characters]
    for code, folded in enumerate(cased):
        if len(folded) == 1:
            even[code] = ord(folded)
    for plain, variants in VARIANTS.items():
        for variant in variants:
            even[ord(variant)] = ord(plain)
    long = "".join(c for c, folded in zip(characters, cased, strict=True) if len(folded) != 1 or c in SPELT)
    kinds = np.fromiter((SPACE if c.isspace() else 0 for c in characters), dtype=np.uint8, count=len(characters))
    kinds[[ord(c) for c in long]] = LONG
    kinds[ord(ACCENTS[0]) : ord(ACCENTS[1]) + 1] = ACCENT
    return _Tables(even, kinds, re.compile(rf"\s\s+|(?s:.)?[{ACCENTS[0]}-{ACCENTS[1]}]+|[{long}]"))


def _uneven(text: str, codes: Codes) -> Iterator[tuple[int, int]]:
    """Find the stretches that fold to another length: runs of white space, letters with accents of their own, ligatures, ß, …"""
    kinds = _tables().kinds[_basic(codes)]
    marked = kinds > SPACE
    spaces = kinds == SPACE
    runs = spaces[1:] & spaces[:-1]
    marked[1:] |= runs
    marked[:-1] |= runs | (kinds[1:] == ACCENT)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], marked, [False])))).reshape(-1, 2)
    for start, end in edges.tolist():
        for match in _tables().pattern.finditer(text, start, end):
            yield match.span()


def _fold_unevenly(piece: str) -> str:
    if piece.isspace():
        return "\n" if piece.count("\n") > 1 else " "
    return SPELT[piece] if piece in SPELT else unicodedata.normalize("NFC", piece).casefold()


def _codes(text: str) -> Codes:
    """Give the numbers of characters, in two bytes each where none lies beyond the basic plane."""
    narrow = text.encode("utf-16-le", "surrogatepass")
    if len(narrow) == 2 * len(text):
        return np.frombuffer(narrow, dtype="<u2")
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")


def _basic(codes: Codes) -> Codes:
    return codes if codes.itemsize == 2 else np.minimum(codes, BASIC)


def _decoded(codes: Codes) -> str:
    if codes.itemsize == 2:
        return codes.astype("<u2").tobytes().decode("utf-16-le", "surrogatepass")
    return codes.astype("<u4").tobytes().decode("utf-32-le", "surrogatepass")
