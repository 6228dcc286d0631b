"""The parts of a passage that numbers and dates are read from: "$31.4m" -> "$" | 31.4 | "m", finer than the words that spans lie on.

Everything else that stands between two parts (blanks, commas, dashes, brackets) is kept as the gap before the later one.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from rewritediff.core.facts.reading import Reading
from rewritediff.core.tokens import fold

PART = re.compile(
    r"(?P<word>[^\W\d_]{2,}|(?:[^\W\d_]\.){2,}|[^\W\d_])"
    r"|(?P<date>\d{4}-\d\d-\d\d(?!\d)|(?<![\d.,/-])\d\d?(?P<mark>[./-])\d\d?(?P=mark)(?:\d{4}|\d\d)(?![\d.,/-]?\d))"
    r"|(?P<time>(?<![\d:])\d\d?:\d\d(?::\d\d)?(?![\d:])|(?<![\d.,])\d\d? ?h ?\d\d(?![\d\w])|(?<![\d.,])\d\d?\.\d\d(?= ?(?:[ap]\.?m|Uhr)\b))"
    r"|(?P<number>\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d+)?(?![\d])|\d+(?:[.,]\d+)*(?: ?[½¼¾⅓⅔])?|(?<!\w)\.\d+|[½¼¾⅓⅔])"
    r"|(?P<sign>[$€£¥₹₽₩%‰°§#])"
)
START = "\n\n"
"""The gap before the first part of a sentence: nothing joins across it."""
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_BLANKS = " \u00a0\u202f\n\t"
_HYPHENS = "-‐‑\u00ad"
DASHES = frozenset("-‐‑–—−")


class Atom(NamedTuple):
    """Hold one part: "date", "time", "number", "word" or "sign"."""

    kind: str
    text: str
    form: str
    gap: str
    word: int
    """Number of the word of the reading that it begins in, or of the one after where it begins in none: ".85"."""
    last: int
    """Number of the word that it ends in, or of the one before: "50 %"."""
    start: int
    end: int

    @property
    def glued(self) -> bool:
        return not self.gap


@lru_cache(maxsize=4)
def atoms_of(reading: Reading) -> tuple[Atom, ...]:
    """Cut the sentences of a reading into their parts; both families of one passage ask for the same."""
    text, found = reading.text, []
    starts = [word.start for word in reading.words]
    for span in reading.spans:
        end = -1
        for match in PART.finditer(text, span.start, span.end):
            start = match.start()
            gap = START if end < 0 else text[end:start]
            end = match.end()
            part = match.group()
            first = last = max(0, bisect_right(starts, start) - 1)
            if not (starts and end <= reading.words[first].end):
                last = max(0, bisect_right(starts, end - 1) - 1)
                first += starts != [] and reading.words[first].end <= start and first + 1 < len(starts)
            found.append(Atom(str(match.lastgroup), part, fold(part), gap, first, last, start, end))
    return tuple(found)


@lru_cache(maxsize=256)
def joins(gap: str) -> bool:
    """Tell whether words with this between them may be one expression: blanks or a hyphen."""
    return gap != START and len(gap) < 4 and not gap.strip(_BLANKS + _HYPHENS)


@lru_cache(maxsize=256)
def joins_unit(gap: str) -> bool:
    """Tell the same of what may also follow an abbreviation: "Mio. €", "km/h"."""
    return gap != START and len(gap) < 4 and not gap.strip(_BLANKS + _HYPHENS + "./'’")


@lru_cache(maxsize=256)
def dashed(gap: str) -> bool:
    """Tell whether a dash alone stands between two numbers."""
    return gap.strip(_BLANKS) in DASHES


def is_in_literal(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether digits are part of a name: "A380", "COVID-19", "4x4"."""
    if not at:
        return False
    before = atoms[at - 1]
    if before.kind == "word" and before.glued and at > 1 and atoms[at - 2].kind == "number":
        return True
    if before.kind == "word" and before.text.isupper() and (atoms[at].gap == "-" or (atoms[at].glued and len(before.text) != 3)):
        return True
    return before.kind == "word" and atoms[at].glued and not before.text.isupper()


def value_of(text: str, decimal: str) -> float | None:
    """Give the value of digits with separators, or nothing where they are no number: "1.234,5" -> 1234.5 in German, "1.2.3" -> None."""
    extra = FRACTIONS.get(text[-1], 0.0)
    digits = "".join(c for c in (text[:-1] if extra else text) if c.isdigit() or c in ".,")
    if not digits:
        return extra
    marks = [c for c in digits if c in ".,"]
    if not marks:
        return int(digits) + extra
    whole, _, rest = digits.rpartition(marks[-1])
    if len(set(marks)) == 2:
        return _float(whole.replace(",", "").replace(".", ""), rest) if marks.count(marks[-1]) == 1 else None
    groups = digits.split(marks[0])
    thousands = all(len(group) == 3 for group in groups[1:]) and 0 < len(groups[0]) < 4
    if len(marks) > 1:
        return int("".join(groups)) if thousands else None
    if thousands and marks[0] != decimal and groups[0] != "0":
        return int("".join(groups))
    return _float(whole, rest) + extra


def _float(whole: str, rest: str) -> float:
    return float(f"{whole or 0}.{rest}")
