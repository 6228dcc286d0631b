"""Which characters of a Word document its reader sees: field codes, hidden and deleted text go, marks become what they show."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress

from rewritediff.loaders.doc.properties import Run, run_of
from rewritediff.loaders.doc.text import Text
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.parts import Left, Part

FIELD_MARKS = re.compile("[\x13\x14\x15]")
OBJECT_FIELD = re.compile(r"\s*EMBED\b", re.IGNORECASE)
FORMULA_FIELD = re.compile(r"\s*(?:EMBED\s+(?:\S*Equation|MathType)|EQ)\b", re.IGNORECASE)
SHOWN = str.maketrans({"\x0b": "\n", "\x1e": "-", "\x1f": "", **dict.fromkeys(map(chr, range(7)), ""), "\x08": ""})
"""A line break, a hyphen at which no line ends, one that shows at a line's end only, and the places of pictures, notes and comments."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold a text and which of its characters are taken out (1) or stay (0)."""

    written: str
    out: bytearray
    symbols: dict[int, str]

    def cut(self, start: int, end: int) -> str:
        """Give what is shown of a stretch, with the places of pictures and notes still in it."""
        text = self.written[start:end]
        if self.out.find(1, start, end) >= 0:
            text = "".join(compress(text, (not one for one in self.out[start:end])))
        return text

    def words(self, start: int, end: int) -> str:
        """Give what is shown of a stretch as a reader sees it."""
        return self.cut(start, end).translate(SHOWN)

    def stays(self, position: int) -> bool:
        """Tell whether one character is shown."""
        return not self.out[position]


def shown(text: Text, runs: Sequence[Run], view: Tracked, left: Left) -> tuple[Shown, int, int]:
    """Take out what is not shown, and count the stretches that are hidden, inserted and deleted."""
    out = bytearray(len(text.written))
    counts: Counter[str] = Counter()
    ends: dict[str, int] = {}
    symbols: dict[int, str] = {}
    for start, end, run in _placed(text, runs):
        for what, on in (("hidden", run.hidden), ("deleted", run.deleted), ("inserted", run.inserted)):
            if on:
                # a run is cut where anything about its look changes, and is still one to a reader
                counts[what] += ends.get(what) != start and bool(text.written[start:end].strip())
                ends[what] = end
        if run.hidden or (run.deleted if view is Tracked.ACCEPTED else run.inserted):
            out[start:end] = b"\1" * (end - start)
            if not (run.deleted or run.inserted):
                _keep_marks(text.written, out, start, end)
        if run.symbol and end - start == 1:
            symbols[start] = chr(run.symbol)
    written = _with_symbols(text.written, symbols)
    _take_out_codes(written, out, left)
    left[Part.HIDDEN] += counts["hidden"]
    return Shown(written, out, symbols), counts["inserted"], counts["deleted"]


def _keep_marks(written: str, out: bytearray, start: int, end: int) -> None:
    """Let hidden paragraph marks stand: Word hides one between a heading and a text that stand on one line."""
    at = written.find("\r", start, end)
    while at >= 0:
        out[at] = 0
        at = written.find("\r", at + 1, end)


def _placed(text: Text, runs: Sequence[Run]) -> Iterator[tuple[int, int, Run]]:
    """Give the runs by the positions of their characters, in the order of the text."""
    ends = [run.end for run in runs]
    for piece in text.pieces:
        if piece.changes:
            run = run_of(piece.changes)
            if run.matters:
                yield piece.start, piece.end, run
        limit = piece.offset_of(piece.end)
        index = bisect_left(ends, piece.offset + 1)
        while index < len(runs) and runs[index].start < limit:
            run = runs[index]
            start = piece.start + max(0, run.start - piece.offset) // piece.width
            end = piece.start + (min(run.end, limit) - piece.offset) // piece.width
            if start < end:
                yield start, end, run
            index += 1


def _with_symbols(written: str, symbols: dict[int, str]) -> str:
    if not symbols:
        return written
    parts: list[str] = []
    before = 0
    for position in sorted(symbols):
        parts += [written[before:position], symbols[position]]
        before = position + 1
    return "".join([*parts, written[before:]])


def _take_out_codes(written: str, out: bytearray, left: Left) -> None:
    """Take out the codes of fields and keep their results; a mark without its partner is no field."""
    for start, end in _codes(written):
        if end - start < 1000 and FORMULA_FIELD.match(written, start + 1, end):
            left[Part.FORMULA] += 1
        elif OBJECT_FIELD.match(written, start + 1, min(end, start + 100)):
            left[Part.OBJECT] += 1
        out[start:end] = b"\1" * (end - start)
    for found in FIELD_MARKS.finditer(written):
        out[found.start()] = 1


def _codes(written: str) -> Iterator[tuple[int, int]]:
    """Find the codes, each up to its result or, where it has none, its end; not those within codes."""
    fields: list[list[int]] = []
    complete: list[tuple[int, int]] = []
    for found in FIELD_MARKS.finditer(written):
        mark, at = found[0], found.start()
        if mark == "\x13":
            fields.append([at, -1])
        elif fields and mark == "\x14" and fields[-1][1] < 0:
            fields[-1][1] = at
        elif fields and mark == "\x15":
            start, middle = fields.pop()
            complete.append((start, middle if middle >= 0 else at))
    covered = 0
    for start, end in sorted(complete):
        if start >= covered:
            yield start, end
            covered = end
