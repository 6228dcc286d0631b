"""Where, going down the rows of a comparison, a new paragraph begins."""

from __future__ import annotations

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Side


def begins_paragraph(comparison: Comparison, before: Row, row: Row) -> bool:
    """Tell whether a row begins a paragraph after the row above it, on the first side where that can be told."""
    for side in (Side.REWRITE, Side.ORIGINAL):
        above, here = before.sentences(side), row.sentences(side)
        if above and here and _stands_in_order(comparison, before, side) and _stands_in_order(comparison, row, side):
            sentences = comparison.documents[side].sentences
            return sentences[above[-1]].paragraph != sentences[here[0]].paragraph
    return False


def _stands_in_order(comparison: Comparison, row: Row, side: Side) -> bool:
    """Tell whether a row's place on this side is its place in the text: a moved passage's original is shown elsewhere."""
    return side is Side.REWRITE or row.kind is RowKind.LEFT or not comparison.passages[row.passage].moved
