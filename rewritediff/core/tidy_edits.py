"""Word steps made readable: small coincidences absorbed, words that stand elsewhere in the passage called moved.

removed "took"  kept "the"  removed "road"   ->   removed "took the road"
removed "on Thursday" ... added "on Thursday"  ->   moved "on Thursday"
"""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

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


def without_islands(steps: Sequence[Step], original: Sequence[str], function_words: frozenset[str]) -> list[Step]:
    """Absorb kept runs of function words and punctuation that stand between two changes."""
    absorbed = [
        change is Change.KEPT
        and 0 < number < len(steps) - 1
        and b - a <= ISLAND
        and all(_carries_nothing(word, function_words) for word in original[a:b])
        for number, (change, a, b, _, _) in enumerate(steps)
    ]
    tidied: list[Step] = []
    for (change, a, b, c, d), island in zip(steps, absorbed, strict=True):
        parts: list[Step] = [(Change.REMOVED, a, b, c, c), (Change.ADDED, b, b, c, d)] if island else [(change, a, b, c, d)]
        tidied.extend(parts)
    return _grouped(tidied)


def _carries_nothing(word: str, function_words: frozenset[str]) -> bool:
    return not is_word(word) or (word in function_words if function_words else len(word) <= SHORT)


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
    """Call runs moved that are removed at one place of the passage and added at another, longest first."""
    found: list[Step] = []
    removed = [(a, b) for change, a, b, _, _ in steps if change is Change.REMOVED]
    added = [(c, d) for change, _, _, c, d in steps if change is Change.ADDED]
    while move := _longest(removed, added, forms, function_words):
        (a, c, size), source, target = move
        found.append((Change.MOVED, a, a + size, c, c + size))
        removed[source : source + 1] = [(removed[source][0], a), (a + size, removed[source][1])]
        added[target : target + 1] = [(added[target][0], c), (c + size, added[target][1])]
    if not found:
        return list(steps)
    rest: list[Step] = [step for step in steps if step[0] is Change.KEPT]
    rest.extend((Change.REMOVED, a, b, 0, 0) for a, b in removed if a < b)
    rest.extend((Change.ADDED, 0, 0, c, d) for c, d in added if c < d)
    return _in_order([*rest, *found])


def _longest(
    removed: Sequence[tuple[int, int]], added: Sequence[tuple[int, int]], forms: Sides[list[str]], function_words: frozenset[str]
) -> tuple[tuple[int, int, int], int, int] | None:
    best: tuple[tuple[int, int, int], int, int] | None = None
    matcher: SequenceMatcher[str] = SequenceMatcher(None, autojunk=False)
    for target, (c, d) in enumerate(added):
        matcher.set_seq2(forms.rewrite[c:d])
        for source, (a, b) in enumerate(removed):
            matcher.set_seq1(forms.original[a:b])
            match = matcher.find_longest_match()
            run = forms.original[a + match.a : a + match.a + match.size]
            if _worth_it(run, function_words) and (best is None or match.size > best[0][2]):
                best = ((a + match.a, c + match.b, match.size), source, target)
    return best


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
