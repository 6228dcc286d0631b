"""Spots of chosen text in either layout: counted in rows where texts are aligned, in blocks where they flow.

A document's own offsets are what both have in common: by them chosen text stays chosen when the layout is turned.
"""

from __future__ import annotations

from rewritediff.core.values import Side, Span
from rewritediff.gui import flowing
from rewritediff.gui.rows import Presentation
from rewritediff.gui.view.selection import Spot, TextSelection, chosen_text
from rewritediff.gui.view.spread import Spread


def text_of(shown: Presentation, spread: Spread | None, chosen: TextSelection) -> str:
    """Give the chosen stretch as plain text."""
    if spread:
        return flowing.text_between(spread.articles[chosen.side], chosen.start, chosen.end)
    return chosen_text(shown, chosen)


def span_of(shown: Presentation, spread: Spread | None, chosen: TextSelection) -> Span:
    """Give the chosen stretch as a span of its document."""
    return Span(*(_to_document(shown, spread, chosen.side, spot) for spot in (chosen.start, chosen.end)))


def chosen_in(shown: Presentation, spread: Spread | None, side: Side, span: Span) -> TextSelection | None:
    """Choose a span of a document, None where one of its ends is hidden."""
    start, end = (_from_document(shown, spread, side, offset) for offset in (span.start, span.end))
    return TextSelection(side, start, end) if start and end and start < end else None


def _to_document(shown: Presentation, spread: Spread | None, side: Side, spot: Spot) -> int:
    if spread:
        return flowing.offset_of(spread.articles[side], spot)
    return shown.content(spot[0]).sides[side].text.to_document(spot[1])


def _from_document(shown: Presentation, spread: Spread | None, side: Side, offset: int) -> Spot | None:
    if spread:
        return flowing.spot_of(spread.articles[side], offset)
    row = shown.row_holding(side, offset)
    return None if row is None else (row, shown.content(row).sides[side].text.to_shown(offset))
