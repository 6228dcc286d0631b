"""Styled words set in lines of a terminal: how wide they are, where a line may break, and which escape codes colour them.

Knows nothing of comparisons. Widths follow Unicode's East Asian Width, as terminals do.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

WIDE = "\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003fffd"
TOKEN = re.compile(f"\\s+|[{WIDE}]|[^\\s{WIDE}]+")
"""White space, one wide character, or a run of others: a line may break at white space and around wide characters."""

UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What would steer the terminal or turn the writing direction of a whole line, and halves of characters."""


@dataclass(frozen=True, slots=True)
class Styled:
    """Hold some characters and the terminal codes they are shown with; no codes is plain."""

    text: str
    codes: str = ""


Line = tuple[Styled, ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """Hold what no line may break, and whether a space stands before it."""

    parts: Line
    width: int
    spaced: bool


def width_of(text: str) -> int:
    """Count the columns that a text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def safe(text: str) -> str:
    """Replace what a terminal would obey instead of showing."""
    return UNSAFE.sub("\ufffd", text)


def set_in_lines(parts: Iterable[Styled], columns: int) -> list[Line]:
    """Set styled words in lines of at most so many columns."""
    lines: list[list[Styled]] = [[]]
    used = 0
    for unit in _fitting(_units(parts), max(columns, 2)):
        gap = int(unit.spaced and used > 0)
        if used and used + gap + unit.width > columns:
            lines.append([])
            used = gap = 0
        if gap:
            lines[-1].append(_space(lines[-1][-1], unit.parts[0]))
        lines[-1].extend(unit.parts)
        used += gap + unit.width
    return [tuple(line) for line in lines]


def _space(before: Styled, after: Styled) -> Styled:
    """Give the space between two words their style where they share it, so that an underline runs through."""
    return Styled(" ", before.codes if before.codes == after.codes else "")


def _units(parts: Iterable[Styled]) -> Iterator[Unit]:
    held: list[Styled] = []
    spaced = pending = breakable = False
    for part in parts:
        for token in TOKEN.findall(safe(part.text)):
            if token.isspace():
                pending = True
                continue
            wide = width_of(token[0]) == 2
            if held and (pending or ((wide or breakable) and not _closes(token))):
                yield _unit(held, spaced)
                held = []
            if not held:
                spaced = pending
            held.append(Styled(token, part.codes))
            # a bracket that opens goes to the next line with what it opens
            pending, breakable = False, wide and unicodedata.category(token[0]) not in ("Ps", "Pi")
    if held:
        yield _unit(held, spaced)


def _closes(token: str) -> bool:
    return unicodedata.category(token[0]) in ("Po", "Pe", "Pf")


def _unit(parts: Sequence[Styled], spaced: bool) -> Unit:
    return Unit(tuple(parts), sum(width_of(part.text) for part in parts), spaced)


def _fitting(units: Iterable[Unit], columns: int) -> Iterator[Unit]:
    """Cut units that are wider than a whole line."""
    for unit in units:
        if unit.width <= columns:
            yield unit
            continue
        spaced = unit.spaced
        for part in unit.parts:
            for piece in _chopped(part.text, columns):
                yield _unit([Styled(piece, part.codes)], spaced)
                spaced = False


def _chopped(text: str, columns: int) -> Iterator[str]:
    begin = used = 0
    for at, character in enumerate(text):
        width = width_of(character)
        if used + width > columns:
            yield text[begin:at]
            begin, used = at, 0
        used += width
    yield text[begin:]


def drawn(line: Line) -> str:
    """Write a line with its escape codes, once for each run of parts that share them."""
    runs = ((codes, "".join(part.text for part in parts)) for codes, parts in groupby(line, key=lambda part: part.codes))
    return "".join(f"\x1b[{codes}m{text}\x1b[0m" if codes else text for codes, text in runs)


def padded(line: Line, columns: int) -> str:
    """Write a line and fill it up to so many columns."""
    return drawn(line) + " " * (columns - sum(width_of(part.text) for part in line))
