"""What is chosen in the texts, by row or with the mouse, and how it goes to the clipboard."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from rewritediff.gui.rich_text import Clip, Inks, copied_flow, copied_rows, copied_text
from rewritediff.gui.rows import Presentation
from rewritediff.gui.theme import LIGHT
from rewritediff.gui.view.selection import TextSelection
from rewritediff.gui.view.spots import text_of
from rewritediff.gui.view.spread import Spread

INKS = Inks(LIGHT.omitted, LIGHT.inserted, LIGHT.moved, LIGHT.omitted_fill, LIGHT.inserted_fill, LIGHT.copied_fill)
"""What is copied is pasted on white."""
NOTHING = Clip("", "")


def copied(presentation: Presentation | None, spread: Spread | None, selection: TextSelection | None, rows: Iterable[int]) -> Clip:
    """Give the chosen text, or else both sides of the selected rows with their relation."""
    if presentation is None:
        return NOTHING
    if selection and spread:
        return copied_flow(presentation, spread.articles[selection.side], selection.side, selection.start, selection.end, INKS)
    if selection:
        return copied_text(presentation, selection.side, selection.start, selection.end, INKS)
    return copied_rows(presentation, rows, INKS)


def chosen_words(presentation: Presentation | None, spread: Spread | None, selection: TextSelection | None) -> str:
    """Give the chosen text where it stands in one row or paragraph: what a person probably wants to find."""
    if presentation is None or not selection or selection.anchor[0] != selection.cursor[0]:
        return ""
    return text_of(presentation, spread, selection)


def chosen_passages(
    presentation: Presentation | None, spread: Spread | None, selection: TextSelection | None, rows: Iterable[int]
) -> list[int]:
    """List the passages of the selected rows, or of those that the chosen text runs through."""
    if presentation is None:
        return []
    if selection and spread:
        first, last = (spread.set(selection.side, block).flowed.sentence_at(offset) for block, offset in (selection.start, selection.end))
        return list(dict.fromkeys(presentation.comparison.passage_of[selection.side][first : last + 1]))
    chosen = range(selection.start[0], selection.end[0] + 1) if selection else rows
    return [row.passage for row, _ in presentation.with_folded(chosen)]


def to_clipboard(found: Clip) -> None:
    """Put both forms of what was copied on the clipboard; nothing leaves what is there."""
    if found.text:
        mime = QMimeData()
        mime.setText(found.text)
        mime.setHtml(found.html)
        QGuiApplication.clipboard().setMimeData(mime)
