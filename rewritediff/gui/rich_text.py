"""What is copied from the texts, as plain text and as a page: marks become underlines and colours that survive in a mail or a document.

Word and Gmail forget styles of underlines and most of what stands in a style sheet: only plain tags and colours on them are used, on white,
whatever the window's theme. Knows nothing of Qt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from rewritediff.core.fragments import Row
from rewritediff.core.values import Side
from rewritediff.gui.row_content import RowSide
from rewritediff.gui.row_marks import RunKind
from rewritediff.gui.row_words import rows_as_text
from rewritediff.gui.rows import Presentation
from rewritediff.wording.labels import SIDES
from rewritediff.wording.passages import passage_title

HEAD = '<html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body>'
TAIL = "</body></html>"

Place = tuple[int, int]
"""A row and an offset in what it shows of one side."""
Stretch = tuple[RowSide, int, int]
"""A shown text and from where to where in it something is chosen."""


@dataclass(frozen=True, slots=True)
class Inks:
    """Hold the colours that marks take along, as they look on white."""

    removed: str
    added: str
    moved: str
    omitted_fill: str
    inserted_fill: str
    copied_fill: str


@dataclass(frozen=True, slots=True)
class Clip:
    """Hold what goes to the clipboard."""

    text: str
    html: str


def copied_rows(presentation: Presentation, rows: Iterable[int], inks: Inks) -> Clip:
    """Copy rows: the relation, then each side that has text."""
    chosen = list(rows)
    text = rows_as_text(presentation, chosen)
    return Clip(
        text, f"{HEAD}{''.join(_row(presentation, row, inks) for row, _ in presentation.with_folded(chosen))}{TAIL}" if text else ""
    )


def copied_text(text: str, side: Side, stretches: Iterable[Stretch], inks: Inks) -> Clip:
    """Copy a chosen text of one side, given as plain text and as stretches of what is shown; some of these begin paragraphs."""
    paragraphs: list[list[str]] = [[]]
    for shown, start, end in stretches:
        piece = "".join(_marked(shown, side, inks, start, end))
        if piece and shown.opens and paragraphs[-1]:
            paragraphs.append([])
        paragraphs[-1] += [piece] if piece else []
    page = "".join(f"<p>{' '.join(pieces)}</p>" for pieces in paragraphs)
    return Clip(text, f"{HEAD}{page}{TAIL}" if text else "")


def row_stretches(presentation: Presentation, side: Side, first: Place, last: Place) -> Iterator[Stretch]:
    """Walk through what is shown of one side from an offset in one row to an offset in another."""
    for row, k in presentation.with_folded(range(first[0], last[0] + 1)):
        shown = presentation.sheet.content(row, presentation.options).sides[side]
        yield shown, first[1] if k == first[0] else 0, last[1] if k == last[0] else len(shown.text.text)


def _row(presentation: Presentation, row: Row, inks: Inks) -> str:
    content = presentation.sheet.content(row, presentation.options)
    lines = [f"<p><b>{escape(passage_title(presentation.comparison, row.passage))}</b></p>"]
    for side in Side:
        shown = content.sides[side]
        if shown.text.text:
            lines.append(f"<p>{SIDES[side]}: {''.join(_marked(shown, side, inks, 0, len(shown.text.text)))}</p>")
    return "".join(lines)


def _marked(shown: RowSide, side: Side, inks: Inks, start: int, end: int) -> Iterator[str]:
    """Give a stretch of a cell's text piece by piece, each marked as it is in the window."""
    at = start
    for run in shown.runs:
        first, last = max(run.start, at), min(run.end, end)
        if first < last:
            yield _escaped(shown, at, first)
            before, after = _tags(run.kind, side, inks)
            yield f"{before}{_escaped(shown, first, last)}{after}"
            at = last
    if at < end:
        yield _escaped(shown, at, end)


def _escaped(shown: RowSide, start: int, end: int) -> str:
    return escape(shown.text.cut(start, end), quote=False).replace("\n", "<br>")


def _tags(kind: RunKind, side: Side, inks: Inks) -> tuple[str, str]:
    match kind:
        case RunKind.REMOVED:
            return f'<s><font color="{inks.removed}">', "</font></s>"
        case RunKind.ADDED:
            return f'<u><font color="{inks.added}">', "</font></u>"
        case RunKind.MOVED:
            return f'<i><u><font color="{inks.moved}">', "</font></u></i>"
        case RunKind.KEY_TERM:
            return "<b>", "</b>"
        case RunKind.WHOLE:
            return _filled(inks.omitted_fill if side is Side.ORIGINAL else inks.inserted_fill)
        case RunKind.COPIED:
            return _filled(inks.copied_fill)
        case RunKind.QUOTED:
            return _filled(inks.copied_fill, "<i>", "</i>")
    return "", ""


def _filled(colour: str, before: str = "", after: str = "") -> tuple[str, str]:
    return f'<span style="background-color:{colour}">{before}', f"{after}</span>"
