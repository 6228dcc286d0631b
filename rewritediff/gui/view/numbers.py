"""The numbers that appear in the margin beside what the mouse points at: of the paragraph, and of the sentences in the whole article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rewritediff.core.values import Document

BETWEEN = " · "
TO = "–"
LEAST_NUMBERS = 12
"""Pixels down to which numbers shrink before some of them are left out."""


@dataclass(frozen=True, slots=True)
class NumberLines:
    """Hold the lines that numbers are written in, and whether none was left out."""

    parts: tuple[str, ...]
    whole: bool


def numbers_words(document: Document, sentences: Sequence[int]) -> str:
    """Number adjoining sentences: "¶ 3 · 12", or "¶ 3 · 12-14"; titles, headings and captions have no number."""
    counted = [k for k in sentences if not document.sentences[k].role.is_furniture]
    if not counted:
        return ""
    first, last = document.sentence_numbers[counted[0]], document.sentence_numbers[counted[-1]]
    numbers = f"{first:,}" if first == last else f"{first:,}{TO}{last:,}"
    return f"¶ {document.paragraph_numbers[document.sentences[counted[0]].paragraph]:,}{BETWEEN}{numbers}"


def number_lines(words: str, room: float, most: int, width: Callable[[str], float]) -> NumberLines:
    """Cut numbers into lines no wider than a room and at most so many; a range is cut at its dash, and what has no place is left out."""
    parts = [piece for part in words.split(BETWEEN) for piece in _pieces(part, lambda text: width(text) <= room)]
    fitting = tuple(part for part in parts if width(part) <= room)[: max(0, most)]
    return NumberLines(fitting, len(fitting) == len(parts))


def _pieces(part: str, fits: Callable[[str], bool]) -> list[str]:
    closer = part.replace(" ", "")
    if fits(part) or TO not in part:
        return [part if fits(part) else closer]
    first, dash, last = part.partition(TO)
    return [first + dash, last]
