"""The numbers that appear in the margin beside what the mouse points at: of the paragraph, and of the sentences in the whole article."""

from __future__ import annotations

from collections.abc import Sequence

from rewritediff.core.values import Document

BETWEEN = " · "


def numbers_words(document: Document, sentences: Sequence[int]) -> str:
    """Number adjoining sentences: "¶ 3 · 12", or "¶ 3 · 12-14"; titles, headings and captions have no number."""
    counted = [k for k in sentences if not document.sentences[k].role.is_furniture]
    if not counted:
        return ""
    first, last = document.sentence_numbers[counted[0]], document.sentence_numbers[counted[-1]]
    numbers = f"{first:,}" if first == last else f"{first:,}–{last:,}"
    return f"¶ {document.paragraph_numbers[document.sentences[counted[0]].paragraph]:,}{BETWEEN}{numbers}"
