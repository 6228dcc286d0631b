"""Which paragraphs of a page are its article: those whose words were found to be (`extraction`), and the title among them.

Paragraphs are told by their letters and digits alone. A paragraph with the same words as another is the one that stands nearer to the
article; one of which only a part was found is taken whole, since a lost sentence is worse than a stray caption.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from rewritediff.core.values import Role
from rewritediff.loaders.web.walker import Found

WORD = re.compile(r"\w+")
RUN = 4
"""Words in a row by which a paragraph is known that was found in other pieces."""
SHARE = 0.5
"""Of a paragraph's runs, those that must have been found."""
NEIGHBOURS = 3
"""Paragraphs of an article in one place from which others in it are taken, too: an advertisement halfway down hides the rest from the
extraction."""
SENTENCE = 8
"""Words of such a paragraph: below, it is a caption or a button."""
LINKED = 0.3
"""Of its characters, those in links; more have only the teasers of other articles."""
ADVERTS = 0.2
"""Of an article's words, those in advertisements, asides and menus up to which they are taken for such."""

Key = tuple[str, ...]


def key_of(text: str) -> Key:
    """Give a paragraph's words in small letters, without all that is no letter and no digit."""
    return tuple(WORD.findall(text.lower()))


def chosen(page: Sequence[Key], article: Sequence[Key]) -> set[int]:
    """Find the paragraphs of a page, by their numbers, that an article is made of."""
    places: dict[Key, list[int]] = defaultdict(list)
    for number, key in enumerate(page):
        places[key].append(number)
    sure = sorted({places[key][0] for key in article if len(key) > 1 and len(places.get(key, ())) == 1})
    taken = set(sure)
    unmatched: list[Key] = []
    at = sure[0] if sure else 0
    for key in article:
        free = [number for number in _around(places.get(key, ()), at) if number not in taken] if key in places else []
        if key and key not in places:
            unmatched.append(key)
        elif key in places and len(places[key]) == 1:
            at = places[key][0]
            taken |= {at} if len(key) > 1 or _near(at, sure) else set()
        elif free and (len(key) >= RUN or _near(free[0], sure)):
            at = free[0]
            taken.add(at)
    return taken | _in_pieces(page, taken, unmatched)


def filled(page: Sequence[Found], keys: Sequence[Key], taken: set[int]) -> set[int]:
    """Add the paragraphs that stand in the same place as those of the article and are no links, and drop single advertisements."""
    count = Counter(page[number].place for number in taken)
    words = sum(len(keys[number]) for number in taken)
    adverts = {number for number in taken if page[number].around}
    if sum(len(keys[number]) for number in adverts) <= ADVERTS * words:
        taken = taken - adverts
    first, last = min(taken, default=0), max(taken, default=0)
    more = set(taken)
    # from the end, so that a heading knows whether what stands below it is read
    for number in reversed(range(len(page))):
        one, inside = page[number], first < number < last
        if not one.around and (inside or count[one.place] >= NEIGHBOURS) and _is_said(one, len(keys[number]), inside, number + 1 in more):
            more.add(number)
    return more


def _is_said(one: Found, words: int, inside: bool, leads: bool) -> bool:
    """Tell whether a paragraph is more than a caption, a button or a link."""
    role = one.block.role
    if role is Role.CELL or (inside and one.place.startswith("blockquote")):
        return True
    if one.linked > LINKED * len(one.block.text):
        return False
    if role is Role.HEADING:
        return inside and leads
    return (role in (Role.BODY, Role.LIST_ITEM) and words >= SENTENCE) or (role is Role.CODE and inside)


def _around(places: Sequence[int], at: int) -> list[int]:
    """Give the two places that are next to another: the one behind it first."""
    behind = bisect_left(places, at)
    return [*places[behind : behind + 1], *places[max(0, behind - 1) : behind]]


def _near(number: int, sure: Sequence[int]) -> bool:
    """Tell whether a paragraph of few words stands inside the article; elsewhere "Share" is a button."""
    return bool(sure) and sure[0] - 1 <= number <= sure[-1] + 1


def _in_pieces(page: Sequence[Key], taken: set[int], unmatched: Iterable[Key]) -> set[int]:
    """Find the paragraphs whose runs of words were found joined with others, or in part."""
    runs = {run for key in unmatched for run in _runs(key, RUN)}
    if not runs:
        return set()
    found: set[int] = set()
    for number, key in enumerate(page):
        if number in taken or len(key) < RUN:
            continue
        own = _runs(key, RUN)
        if sum(run in runs for run in own) >= SHARE * len(own):
            found.add(number)
    return found


def _runs(key: Key, length: int) -> list[Key]:
    return [key[start : start + length] for start in range(len(key) - length + 1)]
