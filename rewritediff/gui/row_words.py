"""What rows say in plain words: read aloud, or copied as text."""

from __future__ import annotations

from collections.abc import Iterable

from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Side, Strength
from rewritediff.gui.row_content import RowSide
from rewritediff.gui.row_marks import RunKind
from rewritediff.gui.rows import Presentation
from rewritediff.wording.copying import copied_spoken, count_words
from rewritediff.wording.findings import READ_YOURSELF_SHORT, finding_said
from rewritediff.wording.folds import fold_spoken
from rewritediff.wording.grammar import sentence_case
from rewritediff.wording.labels import SIDES
from rewritediff.wording.passages import passage_title


def spoken(shown: Presentation, row: int, side: Side) -> str:
    """Say a row to somebody who cannot see it, beginning with one side: "Dropped. Original: It rained."

    The other side follows where it has a text, so that whoever walks down one column hears both versions.
    """
    content = shown.content(row)
    if content.fold:
        return fold_spoken(content.fold.said, content.fold.beginning, is_open=content.fold.is_open)
    sides = content.sides
    first = passage_title(shown.comparison, shown.rows[row].passage)
    if shown.options.copied is not None:
        first = _copied_spoken(sides[side])
    said = [f"{first}.", *(f"{message}." for message in _findings_spoken(shown, row))]
    for each in (side, side.other):
        words = ". ".join(part for part in (sides[each].label, sides[each].text.text) if part)
        if words and (each is side or sides[each].text.text):
            said.append(f"{SIDES[each]}: {words}{'.' if words[-1].isalnum() else ''}")
    return " ".join(said)


def text_between(shown: Presentation, side: Side, first: tuple[int, int], last: tuple[int, int]) -> str:
    """Cut the text of one side from an offset in one row to an offset in another, as plain text with its paragraphs."""
    parts: list[str] = []
    for row, k in shown.with_folded(range(first[0], last[0] + 1)):
        cell = shown.sheet.content(row, shown.options).sides[side]
        start = first[1] if k == first[0] else 0
        piece = cell.text.cut(start, last[1] if k == last[0] else len(cell.text.text))
        if piece:
            parts.append(("\n\n" if cell.opens else " ") * bool(parts) + piece)
    return "".join(parts)


def rows_as_text(shown: Presentation, rows: Iterable[int]) -> str:
    """Put rows in plain words: the relation, then each side that has text."""
    return "\n\n".join(_as_text(shown, row) for row, _ in shown.with_folded(rows))


def _findings_spoken(shown: Presentation, row: int) -> list[str]:
    """Say the findings of a row's passage where it begins, but no notes."""
    if shown.options.copied is not None or shown.rows[row].kind is not RowKind.PASSAGE:
        return []
    number = shown.rows[row].passage
    found = map(shown.comparison.findings.__getitem__, shown.comparison.findings_of(number))
    said = [finding_said(finding) for finding in found if finding.strength is not Strength.NOTE]
    return [*said, *([sentence_case(READ_YOURSELF_SHORT)] if number in shown.sheet.unread else [])]


def _as_text(shown: Presentation, row: Row) -> str:
    texts = [(side, shown.sheet.content(row, shown.options).sides[side].text) for side in Side]
    lines = [f"{SIDES[side]}: {text.cut(0, len(text.text))}" for side, text in texts if text.text]
    return "\n".join((passage_title(shown.comparison, row.passage), *lines))


def _copied_spoken(side: RowSide) -> str:
    counts = {run: count_words(side.text.text[run.start : run.end]) for run in side.runs}
    return copied_spoken(sum(counts.values()), sum(count for run, count in counts.items() if run.kind is RunKind.QUOTED))
