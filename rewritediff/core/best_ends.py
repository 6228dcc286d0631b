"""The best end of a chain at or before a place: a binary indexed tree of maxima (Fenwick), asked and raised in logarithmic time.

A tree is a list of (value, number), one longer than there are places, all (0.0, -1) to begin with; the earlier of two equal ends stays.
"""

from __future__ import annotations

End = tuple[float, int]
"""The value of a chain, and the number of what it ends with; -1 for the empty chain."""

NO_END: End = (0.0, -1)


def best_ends(places: int) -> list[End]:
    """Make the tree of so many places."""
    return [NO_END] * (places + 1)


def best_before(tree: list[End], place: int) -> End:
    """Give the best end at any of the places before this one."""
    best = NO_END
    while place > 0:
        if tree[place][0] > best[0]:
            best = tree[place]
        place &= place - 1
    return best


def raise_end(tree: list[End], place: int, end: End) -> None:
    """Note an end at a place, where it is better than what is known there."""
    place += 1
    while place < len(tree):
        if end[0] > tree[place][0]:
            tree[place] = end
        place += place & -place
