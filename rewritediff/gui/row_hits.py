"""Where hits stand in what a row shows, decided without Qt."""

from __future__ import annotations

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Side
from rewritediff.gui.find import Hits
from rewritediff.gui.row_content import RowContent

RowHit = tuple[Side, int, int, bool]
"""A stretch of one side's shown text, and whether it is the hit that a person is at."""


def hits_in(comparison: Comparison, content: RowContent, hits: Hits, current: int | None) -> tuple[RowHit, ...]:
    """List the hits that a row holds or cuts."""
    if not len(hits):
        return ()
    found: list[RowHit] = []
    for side in Side:
        text, numbers = content.sides[side].text, content.row.sentences(side)
        if not text.text or not numbers:
            continue
        sentences = comparison.documents[side].sentences
        for number, span in hits.within(side, sentences[numbers[0]].start, sentences[numbers[-1]].end):
            place = text.clip(span)
            found += [(side, *place, number == current)] if place else []
    return tuple(found)
