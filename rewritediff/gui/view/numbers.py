"""The numbers that appear in the margin beside what the mouse points at: of the paragraph, and of the sentences in the whole article."""

from __future__ import annotations

from collections.abc import Sequence

from rewritediff.core.values import Document

BETWEEN = " · "


def numbers_words(document: Document, sentences: Sequence[int]) -> str:
    """Number adjoining sentences: "¶ 3 · 12", or "¶ 3 · 12-14"."""
    first, last = sentences[0], sentences[-1]
    numbers = f"{first + 1:,}" if first == last else f"{first + 1:,}–{last + 1:,}"
    return f"¶ {document.sentences[first].paragraph + 1:,}{BETWEEN}{numbers}"
