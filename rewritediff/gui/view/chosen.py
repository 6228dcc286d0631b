"""What is chosen in the texts, by row or with the mouse, and how it goes to the clipboard."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from rewritediff.gui.flowing import flowed
from rewritediff.gui.rich_text import Clip, Inks, Stretch, copied_rows, copied_text, row_stretches
from rewritediff.gui.rows import Presentation
from rewritediff.gui.theme import LIGHT
from rewritediff.gui.view.selection import TextSelection
from rewritediff.gui.view.spots import span_of, text_of
from rewritediff.gui.view.spread import Spread

INKS = Inks(LIGHT.omitted, LIGHT.inserted, LIGHT.moved, LIGHT.omitted_fill, LIGHT.inserted_fill, LIGHT.copied_fill)
"""What is copied is pasted on white."""
FINDABLE = 200
"""Characters of a chosen text up to which it is put into the find bar."""
NOTHING = Clip("", "")


def copied(shown: Presentation | None, spread: Spread | None, chosen: TextSelection | None, rows: Iterable[int]) -> Clip:
    """Give the chosen text, or else both sides of the selected rows with their relation."""
    if shown is None:
        return NOTHING
    if not chosen:
        return copied_rows(shown, rows, INKS)
    stretches = _block_stretches(spread, chosen) if spread else row_stretches(shown, chosen.side, chosen.start, chosen.end)
    return copied_text(text_of(shown, spread, chosen), chosen.side, stretches, INKS)


def _block_stretches(spread: Spread, chosen: TextSelection) -> Iterator[Stretch]:
    """Walk through the chosen text of flowing blocks."""
    (first, start), (last, end) = chosen.start, chosen.end
    for block in range(first, last + 1):
        found = flowed(spread.presentation, spread.articles[chosen.side], chosen.side, block).shown
        yield found, start if block == first else 0, end if block == last else len(found.text.text)


def chosen_words(shown: Presentation | None, spread: Spread | None, chosen: TextSelection | None) -> str:
    """Give the chosen text where it stands in one row or block and is short: what a person probably wants to find."""
    if shown is None or not chosen or chosen.anchor[0] != chosen.cursor[0]:
        return ""
    text = text_of(shown, spread, chosen)
    return text if len(text) <= FINDABLE else ""


def chosen_passages(shown: Presentation | None, spread: Spread | None, chosen: TextSelection | None, rows: Iterable[int]) -> list[int]:
    """List the passages of the selected rows, or of those that the chosen text runs through."""
    if shown is None:
        return []
    if not chosen or spread is None:
        return [row.passage for row, _ in shown.with_folded(range(chosen.start[0], chosen.end[0] + 1) if chosen else rows)]
    span, sentences = span_of(shown, spread, chosen), shown.comparison.documents[chosen.side].sentences
    first = max(0, bisect_right(sentences, span.start, key=lambda sentence: sentence.start) - 1)
    last = bisect_left(sentences, span.end, key=lambda sentence: sentence.start)
    return [shown.comparison.passage_of[chosen.side][k] for k in range(first, last)]


def to_clipboard(found: Clip) -> None:
    """Put both forms of what was copied on the clipboard; nothing leaves what is there."""
    if found.text:
        mime = QMimeData()
        mime.setText(found.text)
        mime.setHtml(found.html)
        QGuiApplication.clipboard().setMimeData(mime)
