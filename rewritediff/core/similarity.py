"""How alike two runs of words are: the only caller of rapidfuzz.

The figure says how alike the words are. It is not fidelity: edits that change a fact look more alike than harmless ones.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel


def word_similarity(original: Sequence[int], rewrite: Sequence[int]) -> float:
    """Give the share of equal words in order, 0 to 1: twice the common words over all words."""
    return float(Indel.normalized_similarity(original, rewrite)) if len(original) or len(rewrite) else 1.0
