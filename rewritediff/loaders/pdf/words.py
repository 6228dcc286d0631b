"""The letters of a page -> its words in their places, as few values as will do.

Letters are asked for one by one only where a word begins or ends, or changes its font: asking for all of them takes four times as
long. PDFium marks a hyphen at the end of a line with U+0002 or U+FFFE and writes no line break there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from operator import sub
from typing import NamedTuple, Protocol

from rewritediff.loaders.pdf.values import BACK, GAP, Join, Style, Word, letters_in

LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
WORD = re.compile("[^ \t\r\n\x02\ufffe\0]+")
ODD = re.compile("[ \t\0]{2}|[\t\0]")
HYPHENS = ("\x02", "\ufffe")
HYPHEN = "-\u2010\xad"
"""What PDFium leaves as it is written where a column or a page ends."""
DASHES = "-–—*"
"""What may mark a list item, which the gap behind it tells."""
ALIKE = 0.5
"""Points by which letters of one word may stand higher or lower."""
LEVEL = 0.1
"""Points by which words of one line may."""
SPREAD = 5
"""Words of a line from which it may be one word set with wide spaces."""
SPREAD_LENGTH = 4
"""Letters that its words have less than on average, spaces included."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufefc]")

_Span = tuple[int, int]
"""The first letter of a word and the one behind its last."""
_span = re.Match.span


class _Row(NamedTuple):
    """Hold the words of a line as PDFium ends lines, with their styles and joins."""

    spans: list[_Span]
    styles: list[Style]
    joins: list[int]
    at_once: bool
    """All of it was drawn in one go."""


class Letters(Protocol):
    """Answers questions about the letters of a page by their numbers."""

    def text(self) -> str: ...
    def drawn(self, number: int) -> int | None: ...
    def point(self, number: int) -> tuple[float, float]: ...
    def boxes(self, numbers: Sequence[int]) -> list[float]: ...
    def style(self, drawn: int | None, number: int) -> Style: ...


def words_of(letters: Letters, left: float, right: float) -> list[Word]:
    """Gather the words of a page; those that stand side by side in one style are one value, where they keep within these edges."""
    text = letters.text()
    plain = not RIGHT_TO_LEFT.search(text)
    rows = [row for line in LINE.finditer(text) if (row := _row(letters, text, *line.span()))]
    edges = letters.boxes([number for row in rows for start, end in row.spans for number in (start, end - 1)])
    lefts, rights = edges[0::8], edges[6::8]
    words: list[Word] = []
    at = 0
    for row in rows:
        behind = at + len(row.spans)
        own = lefts[at:behind], rights[at:behind]
        if plain and lefts[at] > left and rights[behind - 1] < right and _is_ordinary(text, row, *own):
            words += _together(letters, text, row, *own)
        else:
            words += [_word(letters, text, row, number, edges[8 * (at + number) : 8 * (at + number) + 8]) for number in range(behind - at)]
        at = behind
    return words


def _row(letters: Letters, text: str, start: int, end: int) -> _Row | None:
    """Cut a line into words, and these where their letters become smaller or rise, as a reference mark does."""
    spans = [*map(_span, WORD.finditer(text, start, end))]
    if not spans:
        return None
    first, last = spans[0][0], spans[-1][1]
    drawn = letters.drawn(first)
    # what was drawn in one go holds all letters between two of its letters
    if drawn == letters.drawn(last - 1):
        row = _Row(spans, [letters.style(drawn, first)] * len(spans), [Join.LINE, *[Join.NONE] * (len(spans) - 1)], True)
    else:
        row = _mixed(letters, spans)
    written = text[last - 1] in HYPHEN
    first, last = row.spans[-1]
    if text[end - 1] in HYPHENS or (written and last - 1 > first and text[last - 2].isalpha()):
        row.spans[-1] = (first, last - written)
        row.joins[-1] |= Join.HYPHEN
    return row


def _mixed(letters: Letters, found: Sequence[_Span]) -> _Row:
    """Find the styles of the words of a line that was drawn in several goes."""
    row = _Row([], [], [], False)
    drawn = [letters.drawn(start) for start, _ in found]
    join = Join.LINE
    for (start, end), one, following in zip(found, drawn, [*drawn[1:], None], strict=True):
        if end - start == 1 or one == following or one == letters.drawn(end - 1):
            pieces = [(start, end, letters.style(one, start))]
        else:
            pieces = _pieces(letters, start, end)
        for begun, ended, style in pieces:
            row.spans.append((begun, ended))
            row.styles.append(style)
            row.joins.append(join if begun == start else Join.GLUED)
        join = Join.NONE
    return row


def _pieces(letters: Letters, start: int, end: int) -> list[tuple[int, int, Style]]:
    pieces: list[tuple[int, int, Style]] = []
    height = 0.0
    for number in range(start, end):
        style = letters.style(letters.drawn(number), number)
        base = letters.point(number)[0 if style.quarter % 2 else 1]
        if pieces and pieces[-1][2].size == style.size and abs(base - height) < ALIKE:
            pieces[-1] = (pieces[-1][0], number + 1, pieces[-1][2])
        else:
            pieces.append((number, number + 1, style))
            height = base
    return pieces


def _is_ordinary(text: str, row: _Row, lefts: Sequence[float], rights: Sequence[float]) -> bool:
    """Tell whether the words of a line stand beside each other as those of a sentence do, so that nobody needs to know where each is."""
    styles = row.styles[:1] if row.at_once else row.styles
    if any(style.quarter for style in styles):
        return False
    if len(lefts) > 1:
        size = max(style.size for style in styles)
        gaps = list(map(sub, lefts[1:], rights))
        if max(gaps) > GAP * size or min(gaps) < -BACK * size:
            return False
    (start, first_end), count = row.spans[0], len(lefts)
    if count >= SPREAD and row.spans[-1][1] - start < SPREAD_LENGTH * count:
        return False
    return first_end > start + 1 or text[start] not in DASHES


def _together(letters: Letters, text: str, row: _Row, lefts: Sequence[float], rights: Sequence[float]) -> list[Word]:
    """Make one value of neighbours in one style at one height; smaller letters may be reference marks, and stay by themselves."""
    spans, styles, joins, at_once = row
    base = letters.point(spans[0][0])[1]
    if at_once and abs(letters.point(spans[-1][1] - 1)[1] - base) < LEVEL:
        return [_as_one(text, row, base, lefts, rights)]
    bases = [letters.point(start)[1] for start, _ in spans]
    size = max(style.size for style in styles)
    begins = [0]
    for number, style in enumerate(styles):
        begun = begins[-1]
        alike = style is styles[begun] and style.size == size and not joins[number] & Join.GLUED
        if number and not (alike and abs(bases[number] - bases[begun]) < LEVEL):
            begins.append(number)
    parts = [slice(*edges) for edges in pairwise([*begins, len(spans)])]
    return [
        _as_one(text, _Row(spans[part], styles[part], joins[part], at_once), bases[part.start], lefts[part], rights[part]) for part in parts
    ]


def _as_one(text: str, row: _Row, base: float, lefts: Sequence[float], rights: Sequence[float]) -> Word:
    start, first_end = row.spans[0]
    written = text[start : row.spans[-1][1]]
    if ODD.search(written):
        written = " ".join(WORD.findall(written))
    # « and its word are never parted
    alone = len(rights) > 1 and not (text[start].isalnum() or any(map(str.isalnum, text[start:first_end])))
    return Word(written, lefts[0], rights[-1], base, row.styles[0], row.joins[0] | row.joins[-1], rights[alone])


def _word(letters: Letters, text: str, row: _Row, number: int, edges: Sequence[float]) -> Word:
    (start, end), style = row.spans[number], row.styles[number]
    left, right = min(edges[0], edges[4]), max(edges[2], edges[6])
    across, base = letters.point(start)
    if style.quarter:
        left, _, right, _ = turned(style.quarter, left, min(edges[3], edges[7]), right, max(edges[1], edges[5]))
        base = {1: -across, 2: -base, 3: across}.get(style.quarter, base)
    return Word(text[start:end], left, right, base, style, row.joins[number], right)


def most_quarter(words: Sequence[Word]) -> int:
    """Find how most letters stand."""
    letters: Counter[int] = Counter()
    for word in words:
        letters[word.style.quarter] += letters_in(word.text)
    return letters.most_common(1)[0][0] if letters else 0


def turned(quarter: int, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """Turn a rectangle so that letters of this quarter stand upright."""
    match quarter:
        case 1:
            return bottom, -right, top, -left
        case 2:
            return -right, -top, -left, -bottom
        case 3:
            return -top, left, -bottom, right
    return left, bottom, right, top
