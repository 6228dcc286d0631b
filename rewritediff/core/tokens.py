"""Words as spans of the text as loaded, and the folding that makes typographic variants equal.

    "Russia’s €48 million (U.S.-led)" -> Russia | ’ | s | €48 | million | ( | U.S. | - | led | )

A unit is a number with its separators, a dotted abbreviation, a run of letters with their marks, one letter of a script written without
spaces, or else one grapheme. `\\w+` of the standard library tears vowel signs off (word F1 on Hindi 9.8 where this gives 99.5).
Apostrophes, hyphens and quotation marks are units that fold to nothing, so that "Russia s" meets "Russia’s" and "Jong Un" "Jong-un".
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import numpy as np
import numpy.typing as npt
import regex

from rewritediff.core.progress import Tick, quiet

Ints = npt.NDArray[np.int32]

APOSTROPHES = "'’‘ʼ＇`´"
HYPHENS = "-‐‑‒–—−﹣－"
QUOTES = '"“”„‟«»‹›＂〝〞〟「」『』‚‛'
UNSEEN = r"\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\U000e0000-\U000e007f"
"""Characters that nobody sees, for a class in a pattern: they neither end a word nor make it another one. Those in M need no mention."""
_UNSEEN = regex.compile(f"[{UNSEEN}\\u034f\\ufe00-\\ufe0f]")
_JOINERS = ("\u200c", "\u200d")
"""Spell in Persian and Indic scripts, and make one emoji of several; between Latin letters they are as unseen as the rest."""

TOKEN = regex.compile(
    rf"[A-Za-z]{{2,}}+(?![\p{{L}}\p{{M}}\p{{N}}{UNSEEN}])|"  # else found letter by letter: a text takes 0.6 of the time
    r"(?:(?<![\p{L}\p{M}\p{N}])[+\-−±])?[$€£¥]?\p{N}++(?:[.,:\u00a0\u202f]\p{N}+)*+(?![\p{L}\p{M}])[%‰°]?"  # 3,000.5 -4 €2.50 7:30 12%
    r"|(?:\p{L}\.){2,}"  # U.S. a.m.
    r"|[\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}]\p{M}*ー*"
    rf"|(?:[\p{{L}}\p{{N}}](?<![\p{{Han}}\p{{Hiragana}}\p{{Katakana}}\p{{Thai}}])[\p{{M}}{UNSEEN}]*)+"
    r"|(?!\s)\X(?<!\s)"
    r"|\S"
)
"""White space never starts or joins a unit; everything else is in exactly one."""

FORMS = 1 << 16
"""Units whose folded form is remembered, some 10 MB at most: texts repeat their words, and each report asks for all of them again."""

UNSPACED = "\u0590"
"""From here on a single letter may be a whole word: beyond Latin, Greek and Cyrillic."""
ASKED = 8192
"""Units between two questions whether to stop: some 20 ms."""

_TYPOGRAPHY = str.maketrans("", "", APOSTROPHES + QUOTES + HYPHENS)
_SIGNS = "-−"


@lru_cache(maxsize=FORMS)
def fold(unit: str) -> str:
    """Reduce a unit to what stays when typography and case are put aside; nothing is left of quotes, apostrophes and hyphens."""
    if not unit.isascii():
        unit = _seen(unit)
    # "´" would become a blank with an accent if it were normalised first
    folded = unicodedata.normalize("NFKC", unit.translate(_TYPOGRAPHY)).translate(_TYPOGRAPHY).casefold()
    if len(unit) > 1 and unit[0] in _SIGNS:
        return "-" + folded
    return folded.replace(".", "") if folded.endswith(".") and is_word(folded) else folded


def _seen(unit: str) -> str:
    """Take out what nobody sees, but for joiners among letters and signs that need them."""
    joins = any(character >= UNSPACED and not _UNSEEN.match(character) for character in unit)
    return "".join(one for one in unit if not _UNSEEN.match(one) or (joins and one in _JOINERS))


@lru_cache(maxsize=FORMS)
def is_word(folded: str) -> bool:
    """Tell whether a folded unit carries letters or digits."""
    return any(map(str.isalnum, folded))


@dataclass(frozen=True, slots=True, eq=False)
class Units:
    """Hold the units of one text as arrays: where each starts and ends, and the number of its folded form in the vocabulary."""

    starts: Ints
    ends: Ints
    ids: Ints

    def __len__(self) -> int:
        return len(self.ids)

    def within(self, start: int, end: int) -> slice:
        """Find the units that start inside a stretch of the text."""
        # numbers of another type would make numpy copy all starts: 15 µs in place of 2 with 125,000 units
        low, high = self.starts.searchsorted(np.array((start, end), dtype=np.int32))
        return slice(int(low), int(high))


class Vocabulary:
    """Number the folded forms of both texts, in order of appearance, so that equal words have equal numbers."""

    __slots__ = ("_folded", "_units", "forms")

    def __init__(self) -> None:
        self.forms: list[str] = []
        self._folded: dict[str, int] = {}
        self._units: dict[str, int] = {}

    def number(self, unit: str) -> int:
        """Give the number of a unit's folded form."""
        known = self._units.get(unit)
        if known is None:
            folded = fold(unit)
            known = self._folded.setdefault(folded, len(self.forms))
            if known == len(self.forms):
                self.forms.append(folded)
            self._units[unit] = known
        return known

    def units(self, text: str, tick: Tick = quiet) -> Units:
        """Cut a text into units."""
        number = self.number
        parts: list[tuple[Ints, Ints, Ints]] = [(_array(()), _array(()), _array(()))]
        found = TOKEN.finditer(text)
        while some := list(islice(found, ASKED)):
            parts.append((_array(m.start() for m in some), _array(m.end() for m in some), _array(number(m.group()) for m in some)))
            tick(some[-1].end() / len(text))
        starts, ends, ids = (np.concatenate(columns) for columns in zip(*parts, strict=True))
        return Units(starts, ends, ids)

    def are_words(self) -> npt.NDArray[np.bool_]:
        """Tell for each number whether its form carries letters or digits."""
        return np.fromiter(map(is_word, self.forms), dtype=bool, count=len(self.forms))


def _array(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int32)
