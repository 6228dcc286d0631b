"""Headers, footers and page numbers: the outermost lines of pages, where they come back on other pages.

A number that counts the pages may differ: "page 3 of 12" comes back as "page 4 of 12". Where a third of the pages show that a header
stands at some height, what stands there on the others is one too, such as the title of each chapter.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import islice

from rewritediff.loaders.pdf.values import Line

DEPTH = 4
"""Lines from the edge inwards that may be a header."""
SAME_HEIGHT = 2.5
"""Points between the heights of one header on two pages."""
SHARE = 0.34
FEW = 3
"""Pages from which heights alone are believed."""
DIGITS = re.compile(r"\d+")
NUMBER = re.compile(
    r"\W*(?:(?:page|seite|pages?|p\.|s\.|página|pagina|стр\.)?\s*(\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|von|sur|de|di|van)\s*\d+)?)\W*\Z", re.I
)
EDGE_NUMBER = re.compile(r"\A\d{1,4}(?=\s)|(?<=\s)\d{1,4}\Z")
MANY = 10
"""Pages from which numbers at the edges of rows, half of them, are believed to count pages: ten lines of text do so by chance never."""
LARGE = 1.06
"""Times the size of most letters: a row in larger ones is a heading ("CHAPTER"), unless most pages have it."""
APART = 1.5
"""Letter sizes between a header or a page number and the text."""
ZONE, ROOM = 0.08, 40.0
"""How far from its outermost line a header goes: this share of the text's height, or so many points."""
MOST = 6
"""Numbers of a line that are tried as the page's."""
LONG = 7
"""Digits of a number that is none of a page."""
LOW = 0.16
"""Share of the page at its foot and head where a number alone is that of the page, though there is no other page to tell."""

Row = list[Line]
Key = tuple[str | tuple[str, int], int]


def without_margins(pages: Sequence[list[Line]], edges: Sequence[tuple[float, float]]) -> tuple[list[list[Line]], int]:
    """Take headers and footers out of the pages (with their lower and upper edges), and count their lines."""
    heights = [sorted(page, key=lambda line: -line.base) for page in pages]
    tops, feet = [_rows(page) for page in heights], [_rows(page[::-1]) for page in heights]
    out: set[int] = set()
    size = _usual_size(pages)
    for sides, others in ((tops, feet), (feet, tops)):
        out |= _repeated(sides, others, size)
        out |= _numbers(sides, edges)
        out |= _paged(sides)
    kept = [[line for line in page if id(line) not in out] for page in pages]
    return kept, len({(number, round(line.base)) for number, page in enumerate(pages) for line in page if id(line) in out})


def _usual_size(pages: Sequence[list[Line]]) -> float:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _rows(page: list[Line]) -> list[Row]:
    """Gather what stands at one height, from the edge inwards; more than the outermost are not needed."""
    rows: list[Row] = []
    for line in page:
        if rows and abs(rows[-1][0].base - line.base) < 0.3 * line.size:
            rows[-1].append(line)
        elif len(rows) > DEPTH + 1:
            break
        else:
            rows.append([line])
    return [sorted(row, key=lambda line: line.left) for row in rows]


def _repeated(sides: Sequence[Sequence[Row]], others: Sequence[Sequence[Row]], size: float) -> set[int]:
    """Find, from the edge inwards, rows that come back at their height on other pages."""
    depths, sure = [0] * len(sides), [0] * len(sides)
    heights = [row[0].base for rows in sides for row in rows[:1]]
    room = max(ROOM, ZONE * abs(max(heights, default=0.0) - min((rows[0][0].base for rows in others if rows), default=0.0)))
    for depth in range(DEPTH):
        outermost = [
            (page, sides[page][depth])
            for page, reached in enumerate(depths)
            if reached == depth < len(sides[page]) - 1 and abs(sides[page][depth][0].base - sides[page][0][0].base) < room
        ]
        for page, is_sure in _coming_back(outermost, len(sides), depth):
            if not is_sure and sides[page][depth][0].size > LARGE * size:
                continue
            depths[page] = depth + 1
            sure[page] = depth + 1 if is_sure else sure[page]
    numbers = zip(sides, depths, sure, strict=True)
    return {id(line) for rows, depth, least in numbers for row in rows[: _apart(rows, depth, least)] for line in row}


def _apart(rows: Sequence[Row], depth: int, least: int) -> int:
    """Count the outermost rows that more than a usual step parts from the text: a title that comes back stands close to its text."""
    while depth > least:
        last, following = rows[depth - 1][0], rows[depth][0]
        if abs(last.base - following.base) > APART * min(last.size, following.size):
            return depth
        depth -= 1
    return depth


def _coming_back(rows: Sequence[tuple[int, Row]], pages: int, depth: int) -> list[tuple[int, bool]]:
    """Name the pages whose rows come back; true where they count pages, or stand on most of them."""
    places: dict[Key, set[int]] = defaultdict(set)
    named = [(page, row, _keys(page, row)) for page, row in rows]
    for page, _, keys in named:
        for key in keys:
            places[key].add(page)
    found = [(page, row, [key for key in keys if len(places[key]) > 1]) for page, row, keys in named]
    back = [
        (page, row, any(not isinstance(key[0], str) or 2 * len(places[key]) > pages for key in keys)) for page, row, keys in found if keys
    ]
    if len(back) < max(FEW, SHARE * len(rows)):
        # further inwards, what comes back on a few pages may as well be the head of a table
        return [(page, is_sure) for page, _, is_sure in back if is_sure or not depth]
    # a header of its own on each page: at the height and in the letters of those that come back
    known = {(height, round(row[0].size)) for _, row, _ in back for height in _heights(row)}
    surely = {page for page, _, is_sure in back if is_sure}
    alike = ((page, row) for page, row in rows if any((height, round(row[0].size)) in known for height in _heights(row)))
    return [(page, page in surely) for page, row in alike if _is_short(row)]


def _keys(page: int, row: Row) -> list[Key]:
    """Give what may come back: the text as it stands, or its words with a number that counts the pages."""
    text = " ".join(line.text for line in row)
    if found := NUMBER.match(text):
        text = "#" if found[1].isdigit() else text
        counted = [("#", int(found[1]) - page)] if found[1].isdigit() else []
    else:
        # one number counts, all else is equal: "22.15 Version 4.1" and "22.16 Version 4.3" are headings
        counted = [
            (f"{text[: found.start()]}#{text[found.end() :]}", int(found.group()) - page)
            for found in islice(DIGITS.finditer(text), MOST)
            if len(found.group()) < LONG
        ]
    names: list[str | tuple[str, int]] = [text, *counted]
    return [(name, height) for height in _heights(row) for name in names]


def _heights(row: Row) -> tuple[int, int]:
    """Give two steps of height, so that what differs by less than a step has one in common."""
    height = int(row[0].base / SAME_HEIGHT)
    return height, height + 1


def _is_short(row: Row) -> bool:
    return sum(len(line.text) for line in row) < 90


def _paged(sides: Sequence[Sequence[Row]]) -> set[int]:
    """Find outermost rows that begin or end with the page's number, whatever their words: the running heads of a manual or dictionary."""
    places: dict[tuple[int, int], set[int]] = defaultdict(set)
    for page, rows in enumerate(sides):
        if len(rows) > 1 and _is_short(rows[0]):
            text = " ".join(line.text for line in rows[0])
            for found in EDGE_NUMBER.finditer(text):
                for height in _heights(rows[0]):
                    places[int(found[0]) - page, height].add(page)
    counted = {page for pages in places.values() if len(pages) >= max(MANY, len(sides) / 2) for page in pages}
    return {id(line) for page in counted for line in sides[page][0]}


def _numbers(sides: Sequence[Sequence[Row]], edges: Sequence[tuple[float, float]]) -> set[int]:
    """Find numbers that stand alone at the very edge of a page."""
    out: set[int] = set()
    for rows, (bottom, top) in zip(sides, edges, strict=True):
        if len(rows) < 2 or len(rows[0]) > 1 or not NUMBER.match(rows[0][0].text):
            continue
        line, beside = rows[0][0], rows[1][0]
        room = LOW * (top - bottom)
        at_edge = line.base < bottom + room or line.base > top - room
        if at_edge and abs(line.base - beside.base) > APART * max(line.size, beside.size):
            out.add(id(line))
    return out
