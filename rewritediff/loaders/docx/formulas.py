"""Formulas of a Word document: letters in a row are words of their sentence, everything else can be told by no line of text."""

from __future__ import annotations

from rewritediff.loaders.docx.names import MATH, named
from rewritediff.loaders.xml import Element

RUN = named("r", namespaces=MATH)
TEXT = named("t", namespaces=MATH)


def linear_text(formula: Element) -> str | None:
    """Give the text of a formula that is a row of letters and signs, such as "x = 5"; None for one that is built of more."""
    if any(part.tag not in RUN for part in formula):
        return None
    return "".join(piece.text or "" for run in formula for piece in run if piece.tag in TEXT)
