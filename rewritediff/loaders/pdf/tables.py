"""Rows of short pieces that stand in columns -> tables, where they were written row by row and their columns show."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rewritediff.loaders.pdf.values import Line

ROWS = 3
"""Rows from which pieces side by side are a table; two, where there are three columns."""
LETTERS = 22
"""Letters in a cell on average; columns of prose that were written line by line have 40."""
ALIGNED = 4.0
"""Points by which the edges of the cells in a column may differ."""


def chunks(pieces: Sequence[Line]) -> list[tuple[bool, list[Line]]]:
    """Part the pieces of a page into those of tables and those between them; true for tables."""
    parts: list[tuple[bool, list[Line]]] = []
    for tabular, rows in _runs(_rows(pieces)):
        lines = [line for row in rows for line in row]
        is_table = tabular and _is_table(rows, lines)
        if parts and not is_table and not parts[-1][0]:
            parts[-1][1].extend(lines)
        else:
            parts.append((is_table, lines))
    return parts


def _rows(pieces: Sequence[Line]) -> list[list[Line]]:
    """Gather what was written one after the other, from left to right at one height."""
    rows: list[list[Line]] = []
    for piece in pieces:
        last = rows[-1][-1] if rows else None
        if last and abs(last.base - piece.base) < 0.3 * piece.size and piece.left > last.right:
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return rows


def _runs(rows: Sequence[list[Line]]) -> list[tuple[bool, list[list[Line]]]]:
    """Gather rows of several pieces whose columns stand below each other."""
    runs: list[tuple[bool, list[list[Line]]]] = []
    for row in rows:
        if (len(row) > 1 and runs and runs[-1][0] and _goes_on(runs[-1][1][-1], row)) or (len(row) == 1 and runs and not runs[-1][0]):
            runs[-1][1].append(row)
        else:
            runs.append((len(row) > 1, [row]))
    return runs


def _goes_on(above: list[Line], row: list[Line]) -> bool:
    if not 0 < above[0].base - row[0].base < 4 * row[0].size:
        return False
    short, long = sorted((above, row), key=len)
    return sum(any(_in_column(one, other) for other in long) for one in short) >= 0.6 * len(short)


def _in_column(one: Line, other: Line) -> bool:
    return (
        abs(one.left - other.left) < ALIGNED
        or abs(one.right - other.right) < ALIGNED
        or abs(one.left + one.right - other.left - other.right) < 2 * ALIGNED
    )


def _is_table(rows: Sequence[list[Line]], lines: Sequence[Line]) -> bool:
    if len(rows) < ROWS and (len(rows) < 2 or min(map(len, rows)) < 3):
        return False
    if all(len(row) == 2 and row[0].right - row[0].left < 2.5 * row[0].size for row in rows):  # bullets or numbers, and their items
        return False
    steps = [above[0].base - below[0].base for above, below in pairwise(rows)]
    return sum(len(line.text) for line in lines) <= LETTERS * len(lines) and min(steps) > 0
