"""Where a finding is to be looked at, decided without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from rewritediff.core.values import Side, Span
from rewritediff.gui.rows import Presentation


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
