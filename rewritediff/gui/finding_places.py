"""Where findings stand among the rows, decided without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Side, Sides, Span, Strength
from rewritediff.gui.rows import Presentation

Ticks = npt.NDArray[np.float64]
"""For each finding that has words on a side: where they begin in rows that pass the filter (12.5 is the middle of row 12), and 1 where
it is to be checked, 0 where it is to be looked at."""


@dataclass(frozen=True, slots=True)
class WordsPlace:
    """Say where the first words that a finding is about are shown."""

    row: int
    side: Side
    span: Span


def place_of(presentation: Presentation, number: int) -> WordsPlace | None:
    """Find where a finding is to be looked at, in the rewrite where it has words there; None where a filter or a fold hides them."""
    finding = presentation.comparison.findings[number] if number < len(presentation.comparison.findings) else None
    side = next((each for each in (Side.REWRITE, Side.ORIGINAL) if finding and finding.spans[each]), None)
    if finding is None or side is None:
        return None
    span = finding.spans[side][0]
    row = presentation.row_holding(side, span.start)
    return None if row is None else WordsPlace(row, side, span)


def ticks(presentation: Presentation) -> Sides[Ticks]:
    """Place the findings in the rows of the overview, folded ones too; none where something else than changes is shown."""
    rows, found = presentation.passing(), presentation.comparison.findings
    if presentation.options.copied is not None or not found:
        return Sides(_NOWHERE, _NOWHERE)
    touched = {passage for finding in found for passage in finding.passages}
    holding = [(place, row) for place, row in enumerate(rows) if row.passage in touched and row.kind is not RowKind.LEFT]
    return Sides(*(_ticks(presentation, holding, side) for side in Side))


_NOWHERE: Ticks = np.zeros((0, 2))


def _ticks(presentation: Presentation, holding: list[tuple[int, Row]], side: Side) -> Ticks:
    found = [tick for place, row in holding for tick in _of_row(presentation, place, row, side)]
    return np.array(found, dtype=np.float64) if found else _NOWHERE


def _of_row(presentation: Presentation, place: int, row: Row, side: Side) -> Iterator[tuple[float, float]]:
    comparison, numbers = presentation.comparison, row.sentences(side)
    if not numbers:
        return
    sentences = comparison.documents[side].sentences
    start, end = sentences[numbers[0]].start, sentences[numbers[-1]].end
    for number in comparison.findings_of(row.passage):
        finding = comparison.findings[number]
        at = next((span.start for span in finding.spans[side] if start <= span.start < end), None)
        if at is not None and finding.strength is not Strength.NOTE:
            yield place + (at - start) / (end - start), float(finding.strength is Strength.CHECK)
