"""The last pass over all passages: what one passage lost and another one has anew was moved, and is no finding."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rewritediff.core.facts.observation import Observation
from rewritediff.core.values import FindingKind, Sides

Seen = tuple[Observation, ...]
ALONE = (FindingKind.CLAIM, FindingKind.LOSS)
"""What is said of whole sentences; its words hold names and numbers that others may have lost."""


def without_moved(by_passage: Sequence[Seen]) -> list[Seen]:
    """Leave out what is lost in one passage and new in another, by kind and key."""
    lost, new = Sides(*(_keys(by_passage, side) for side in (0, 1)))
    moved = lost & new
    if not moved:
        return list(by_passage)
    left = [moved, Counter(moved)]
    return [tuple(it for it in seen if not _is_moved(it, left)) for seen in by_passage]


def _keys(by_passage: Iterable[Seen], side: int) -> Counter[tuple[FindingKind, str]]:
    return Counter((it.kind, key) for seen in by_passage for it in seen if _side(it) == side for key in tuple(it.keys)[side])


def _side(it: Observation) -> int | None:
    """Tell on which side alone something stands: 0 where it was lost, 1 where it is new; None where both sides have something."""
    if it.kind in ALONE or bool(it.keys.original) == bool(it.keys.rewrite):
        return None
    return 0 if it.keys.original else 1


def _is_moved(it: Observation, left: Sequence[Counter[tuple[FindingKind, str]]]) -> bool:
    side = _side(it)
    if side is None:
        return False
    keys = [(it.kind, key) for key in tuple(it.keys)[side]]
    if not all(left[side][key] > 0 for key in keys):
        return False
    left[side].subtract(keys)
    return True
