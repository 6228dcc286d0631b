"""The words of a page, in the order in which they were written -> pieces of lines, each of which belongs to one column.

"left word   left word      right word" at one height is two pieces, because the gap between them is much wider than the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from rewritediff.loaders.pdf.values import BACK, GAP, Join, Line, Page, Style, Word, letters_in

WIDE_GAP = 3.0
"""Letter sizes: parts columns or cells in any case."""
WIDER = 2.2
"""Times the usual gap of its line."""
RISE = 0.55
"""Letter sizes by which a mark or a fraction may stand above or below its line."""
DROP = 2.0
"""Times the size of the letters beside it: a capital that begins a text in large."""
BELOW = 1.1
"""Letter sizes by which a line below a large initial may still keep clear of it."""
WAIT = 8
"""Pieces behind a large initial among which its line is looked for; some programs write it before the title."""
SPREAD = 5
"""Single letters in a row that are one word set with wide spaces."""
SPREAD_GAP = 1.7

LETTER = re.compile(r"[^\W_]\Z")


def pieces_of(page: Page, number: int) -> list[Line]:
    """Cut the words of a page into pieces of lines."""
    pieces: list[Line] = []
    for row in _rows(page.words):
        pieces += (line_of(words, number) for words in _cut(row))
    return _with_large_initials(pieces)


def line_of(words: list[Word], page: int) -> Line:
    """Make a line: its size and height are those of most of its letters."""
    if len(words) == 1:
        _, left, right, base, style, *_ = words[0]
        return Line(words, left, right, base, style.size, style.bold, page)
    if all(word.style is words[0].style and word.base == words[0].base for word in words):
        style, base = words[0].style, words[0].base
    else:
        style, base = _usual(words)
    return Line(_unspread(words), min(word[1] for word in words), max(word[2] for word in words), base, style.size, style.bold, page)


def _usual(words: Sequence[Word]) -> tuple[Style, float]:
    letters: Counter[tuple[float, bool]] = Counter()
    for word in words:
        letters[word.style.size, word.style.bold] += letters_in(word.text)
    (size, bold), _ = letters.most_common(1)[0]
    first = next(word for word in words if (word.style.size, word.style.bold) == (size, bold))
    return first.style, first.base


def _rows(words: Iterable[Word]) -> Iterable[list[Word]]:
    """Gather what was written one after the other at one height."""
    row: list[Word] = []
    for word in words:
        if row and _ends(row, word):
            yield row
            row = []
        row.append(word)
    if row:
        yield row


def _ends(row: list[Word], word: Word) -> bool:
    if word.join == Join.NONE and word.base == row[-1].base and word.left > row[-1].left:
        return False
    if word.join & Join.GLUED:
        return abs(word.base - row[-1].base) > 1.5 * max(word.style.size, row[-1].style.size)
    last = row[-1]
    size = max(word.style.size, last.style.size)
    if size >= DROP * min(word.style.size, last.style.size):
        return True
    if abs(word.base - last.base) > RISE * size or last.join & Join.HYPHEN:
        return True
    if word.join & Join.LINE:
        # PDFium ends a line where the height changes: a raised mark stands close, in other letters, and belongs to it
        near = -BACK * size < word.left - last.right < 0.5 * size
        return not (near and (abs(word.base - row[0].base) < 0.1 or word.style.size != last.style.size))
    return word.left < last.left - BACK * size and not _runs_left(last.text)


def _runs_left(text: str) -> bool:
    return any("\u0590" <= letter <= "\u08ff" or "\ufb1d" <= letter <= "\ufefc" for letter in text)


def _cut(row: list[Word]) -> list[list[Word]]:
    """Cut a row at gaps that are far wider than its others."""
    if len(row) == 1:
        return [row]
    size = max(word.style.size for word in row) or 1.0
    gaps = [max(after.left - before.right, before.left - after.right) for before, after in pairwise(row)]
    if max(gaps) <= GAP * size:
        return [row]
    usual = max(median(gaps), 0.2 * size)
    cuts = [number for number, gap in enumerate(gaps, 1) if gap > WIDE_GAP * size or (gap > GAP * size and gap > WIDER * usual)]
    return [row[start:end] for start, end in zip([0, *cuts], [*cuts, len(row)], strict=True)]


def _unspread(words: list[Word]) -> list[Word]:
    """Join letters that stand apart: "H A R B O U R" is one word."""
    if len(words) < SPREAD or sum(len(word.text) == 1 and word.text.isalpha() for word in words) < 0.8 * len(words):
        return words
    gaps = [after.left - before.right for before, after in pairwise(words)]
    usual = median(gaps)
    together = [words[0]]
    for word, gap in zip(words[1:], gaps, strict=True):
        together.append(word if gap > SPREAD_GAP * usual else word._replace(join=word.join | Join.GLUED))
    return together


def _with_large_initials(pieces: list[Line]) -> list[Line]:
    """Put a large initial before the line that begins beside it, and let the lines beside it begin where it does."""
    done: list[Line] = []
    initial: Line | None = None
    waiting = age = 0
    for piece in pieces:
        age += 1
        if initial and (age > WAIT or (not waiting and not _stands_beside(initial, piece))):
            initial = None
        if initial and _stands_beside(initial, piece):
            if waiting:
                done = [other for other in done if other is not initial]
                first = initial.words[0]._replace(style=piece.words[0].style, base=piece.base)
                rest = piece.words[0]._replace(join=piece.words[0].join | Join.GLUED)
                piece = Line([first, rest, *piece.words[1:]], initial.left, piece.right, piece.base, piece.size, piece.bold, piece.page)  # noqa: PLW2901
                waiting = 0
            piece.left = initial.left
        done.append(piece)
        if LETTER.match(piece.words[0].text) and (len(piece.words) == 1 or piece.words[0].style.size >= DROP * piece.size):
            initial, waiting, age = (piece if len(piece.words) == 1 else line_of(piece.words[:1], piece.page)), len(piece.words) == 1, 0
    return done


def _stands_beside(initial: Line, piece: Line) -> bool:
    return (
        initial.size >= DROP * piece.size
        and initial.base - BELOW * piece.size < piece.base < initial.base + initial.size
        and -piece.size < piece.left - initial.right < 2 * piece.size
    )
