"""How alike two runs of words are: the only caller of rapidfuzz.

The figure says how alike the words are. It is not fidelity: edits that change a fact look more alike than harmless ones.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel, LCSseq

from rewritediff.core.progress import Tick, quiet

LARGEST = 400_000_000
"""Word pairs compared at once, 20,000 words against 20,000: 70 ms. Two sentences of a million words would take a quarter of an hour."""
STRETCH = 10_000
"""Words of each side compared at a time where there are more: 25 ms."""


def word_similarity(original: Sequence[int], rewrite: Sequence[int], tick: Tick = quiet) -> float:
    """Give the share of equal words in order, 0 to 1: twice the common words over all words; of the longest sentences at least so much."""
    if len(original) * len(rewrite) <= LARGEST:
        return float(Indel.normalized_similarity(original, rewrite)) if len(original) or len(rewrite) else 1.0
    return 2 * _common(original, rewrite, tick) / (len(original) + len(rewrite))


def hunks_between(original: Sequence[str], rewrite: Sequence[str]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Find where two runs of words differ, the most words kept in order: ranges of both, half open; beyond LARGEST all is one hunk."""
    if len(original) * len(rewrite) > LARGEST:
        yield (0, len(original)), (0, len(rewrite))
        return
    left = right = 0
    for step in LCSseq.opcodes(original, rewrite):
        if step.tag == "equal":
            if left < step.src_start or right < step.dest_start:
                yield (left, step.src_start), (right, step.dest_start)
            left, right = step.src_end, step.dest_end
    if left < len(original) or right < len(rewrite):
        yield (left, len(original)), (right, len(rewrite))


def _common(original: Sequence[int], rewrite: Sequence[int], tick: Tick) -> int:
    """Count common words stretch by stretch; the next begins in the middle of the last, where that one had come to on both sides."""
    common = left = right = 0
    while left < len(original) and right < len(rewrite):
        tick(left / len(original))
        first, second = original[left : left + STRETCH], rewrite[right : right + STRETCH]
        is_last = left + len(first) == len(original) and right + len(second) == len(rewrite)
        come = 0, 0
        for step in LCSseq.opcodes(first, second):
            if not is_last and (2 * step.src_start >= len(first) or 2 * step.dest_start >= len(second)):
                break
            common += step.src_end - step.src_start if step.tag == "equal" else 0
            come = step.src_end, step.dest_end
        left, right = left + come[0], right + come[1]
    return common
