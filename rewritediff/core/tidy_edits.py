"""Word steps made readable: small coincidences absorbed, words that stand elsewhere in the passage called moved.

removed "took"  kept "the"  removed "road"   ->   removed "took the road"
removed "on Thursday" ... added "on Thursday"  ->   moved "on Thursday"
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from rewritediff.core.fragments import runs
from rewritediff.core.tokens import is_word
from rewritediff.core.values import Change, Sides

Step = tuple[Change, int, int, int, int]
"""A change, and the words of the original and of the rewrite that it covers, from and up to."""

ISLAND = 2
"""Words that an absorbed island may have: three equal words in a row are seldom a coincidence."""
SHORT = 3
"""Letters up to which a word counts as a function word where the language's are not known."""
MOVED = 2
"""Words that a moved run has at least, or one with MOVED_LETTERS."""
MOVED_LETTERS = 7
"""Letters of a single word that is worth calling moved."""
OFTEN = 32
"""Places of a removed word that are tried: one that stands more often starts no moved run, so that huge passages stay bounded."""


def without_islands(steps: Sequence[Step], original: Sequence[str], function_words: frozenset[str]) -> list[Step]:
    """Absorb short kept runs between two changes: function words and marks always, others where both changes are at least as long.

    A number is never absorbed: it would look as if it had changed.
    """
    tidied: list[Step] = []
    changes = _spread(steps)
    for number, (change, a, b, c, d) in enumerate(steps):
        inner = change is Change.KEPT and 0 < number < len(steps) - 1 and b - a <= ISLAND
        light = inner and all(_carries_nothing(word, function_words) for word in original[a:b])
        if light or (inner and b - a <= min(changes[number]) and not any(map(_has_digit, original[a:b]))):
            tidied += [(Change.REMOVED, a, b, c, c), (Change.ADDED, b, b, c, d)]
        else:
            tidied.append((change, a, b, c, d))
    return _grouped(tidied)


def _spread(steps: Sequence[Step]) -> list[tuple[int, int]]:
    """Give for each step how long the changes just before and just after it are: the longer of what was removed and what was added."""
    lengths: list[tuple[int, int]] = []
    for number in range(len(steps)):
        sides = []
        for direction in (-1, 1):
            removed = added = 0
            place = number + direction
            while 0 <= place < len(steps) and steps[place][0] is not Change.KEPT:
                removed += steps[place][2] - steps[place][1]
                added += steps[place][4] - steps[place][3]
                place += direction
            sides.append(max(removed, added))
        lengths.append((sides[0], sides[1]))
    return lengths


def _carries_nothing(word: str, function_words: frozenset[str]) -> bool:
    return not is_word(word) or (word in function_words if function_words else len(word) <= SHORT)


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _grouped(steps: Sequence[Step]) -> list[Step]:
    """Put what is removed before what is added in each stretch of changes."""
    grouped: list[Step] = []
    removed: list[Step] = []
    added: list[Step] = []

    def close() -> None:
        for change, run in ((Change.REMOVED, removed), (Change.ADDED, added)):
            if run:
                left = removed[-1][2] if removed and change is Change.ADDED else run[0][1]
                right = run[0][3] if change is Change.ADDED else (added[0][3] if added else run[0][3])
                first = (run[0][1], run[-1][2]) if change is Change.REMOVED else (left, left)
                second = (run[0][3], run[-1][4]) if change is Change.ADDED else (right, right)
                grouped.append((change, *first, *second))
        removed.clear()
        added.clear()

    for step in steps:
        if step[0] is Change.KEPT:
            close()
            grouped.append(step)
        else:
            (removed if step[0] is Change.REMOVED else added).append(step)
    close()
    return grouped


def with_moves(steps: Sequence[Step], forms: Sides[list[str]], function_words: frozenset[str]) -> list[Step]:
    """Call runs moved that are removed at one place of the passage and added at another, longest first; something kept lies between."""
    removed, added = _changed_words(steps)
    found = _moved_runs(removed, added, forms, function_words)
    if not found:
        return list(steps)
    rest: list[Step] = [step for step in steps if step[0] is Change.KEPT]
    rest.extend((Change.REMOVED, a, b, 0, 0) for a, b in _runs(sorted(removed)))
    rest.extend((Change.ADDED, 0, 0, c, d) for c, d in _runs(sorted(added)))
    return _in_order([*rest, *found])


Places = dict[int, int]
"""Words that were removed or added, each with the number of kept runs before it: words of equal numbers stand in one stretch of changes."""


def _changed_words(steps: Sequence[Step]) -> tuple[Places, Places]:
    """Give the removed words of the original and the added ones of the rewrite."""
    removed: Places = {}
    added: Places = {}
    kept = 0
    for change, a, b, c, d in steps:
        kept += change is Change.KEPT
        if change is Change.REMOVED:
            removed.update(dict.fromkeys(range(a, b), kept))
        elif change is Change.ADDED:
            added.update(dict.fromkeys(range(c, d), kept))
    return removed, added


def _moved_runs(removed: Places, added: Places, forms: Sides[list[str]], function_words: frozenset[str]) -> list[Step]:
    """Take the runs that moved out of what was removed and added, longest first; of a run that is taken in part the rest waits its turn."""
    found: list[Step] = []
    waiting = _equal_runs(removed, added, forms, function_words)
    heapify(waiting)
    while waiting:
        size, c, a = heappop(waiting)
        free = [k for k in range(-size) if a + k in removed and c + k in added]
        if len(free) < -size:
            for begin, end in _runs(free):
                heappush(waiting, (begin - end, c + begin, a + begin))
        elif _worth_it(forms.original[a : a - size], function_words):
            found.append((Change.MOVED, a, a - size, c, c - size))
            for k in range(-size):
                del removed[a + k], added[c + k]
    return found


def _equal_runs(removed: Places, added: Places, forms: Sides[list[str]], function_words: frozenset[str]) -> list[tuple[int, int, int]]:
    """Find the longest runs of equal words around each word that carries something: minus their size, place in rewrite and original."""
    places: dict[str, list[int]] = {}
    for a in sorted(removed):
        places.setdefault(forms.original[a], []).append(a)
    seen: set[tuple[int, int]] = set()
    found: list[tuple[int, int, int]] = []

    def equal(a: int, c: int) -> bool:
        return a in removed and c in added and removed[a] != added[c] and forms.original[a] == forms.rewrite[c]

    for c in sorted(added):
        here = places.get(forms.rewrite[c], []) if not _carries_nothing(forms.rewrite[c], function_words) else []
        for a in here if len(here) <= OFTEN else []:
            if (a, c) in seen or removed[a] == added[c]:
                continue
            before = after = 0
            while equal(a - before - 1, c - before - 1):
                before += 1
            while equal(a + after, c + after):
                after += 1
            seen.update((a + k, c + k) for k in range(-before, after))
            found.append((-before - after, c - before, a - before))
    return found


def _runs(places: Sequence[int]) -> list[tuple[int, int]]:
    """Cut rising numbers into runs without a gap: [3, 4, 7] -> [(3, 5), (7, 8)]."""
    return [(run[0], run[-1] + 1) for run in runs(tuple(places))]


def _worth_it(run: Sequence[str], function_words: frozenset[str]) -> bool:
    content = [word for word in run if not _carries_nothing(word, function_words)]
    return bool(content) and (len(run) >= MOVED or len(content[0]) >= MOVED_LETTERS)


def _in_order(steps: Sequence[Step]) -> list[Step]:
    """Order steps by where they stand in the original; what is only in the rewrite comes before the next step there."""
    by_original = sorted((step for step in steps if step[1] < step[2]), key=lambda step: step[1])
    waiting = sorted((step for step in steps if step[1] == step[2]), key=lambda step: step[3])
    ordered: list[Step] = []
    at = 0
    for step in by_original:
        while waiting and step[0] is Change.KEPT and waiting[0][3] < step[3]:
            ordered.append((Change.ADDED, at, at, *waiting.pop(0)[3:]))
        ordered.append(step)
        at = step[2]
    ordered.extend((Change.ADDED, at, at, *step[3:]) for step in waiting)
    return ordered
