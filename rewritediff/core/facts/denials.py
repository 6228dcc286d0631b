"""What a kept negator denies, where that was put in words that share nothing with the ones before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rewritediff.core.facts.mates import SURE, Mates
from rewritediff.core.facts.negators import NOT, VERB, Language, Negator
from rewritediff.core.facts.reading import PassagePair

DENIED = 3
"""Words after a negator that are asked about."""
OTHERS = 2
"""How many of them must have no answer on either side for something else to be denied."""

Place = tuple[int, int]


def denies_before(pair: PassagePair, language: Language) -> bool:
    """Tell whether a kept negator stands right before words that were put in the place of others."""
    words = pair.sides.original.words
    starts = [hunk.original[0] for hunk in pair.hunks if hunk.original[0] < hunk.original[1] and hunk.rewrite[0] < hunk.rewrite[1]]
    return any(words[start - 1].form in language.triggers for start in starts if start)


def denials(mates: Mates, negators: tuple[Sequence[Negator], Sequence[Negator]], language: Language) -> Iterator[tuple[Place, Place]]:
    """Give the places of both sides where a kept negator denies something else: "not paying the teachers", "not seeing parents"."""
    for mine in negators[0]:
        if mine.stands_for not in (NOT, VERB) or mates.kept(0, mine.first, mine.last) < SURE:
            continue
        there = {mates.across[0].get(word) for word in range(mine.first, mine.last + 1)} - {None}
        other = next((it for it in negators[1] if not there.isdisjoint(range(it.first, it.last + 1))), None)
        if other and _is_other(mates, 0, mine) and _is_other(mates, 1, other) and not _is_word_by_word(mates, mine, language):
            yield _denied(mine), _denied(other)


def _is_other(mates: Mates, side: int, negator: Negator) -> bool:
    """Tell whether what follows a negator at once, and most of the next words, have no answer."""
    scope = [word for word in negator.scope[:DENIED] if word > negator.last]
    new = [word for word in scope if word in mates.hunk_of[side] and mates.mate(side, word) is None]
    return len(new) >= OTHERS and new[0] == scope[0]


def _is_word_by_word(mates: Mates, negator: Negator, language: Language) -> bool:
    """Tell whether one or two words stand for as many, as synonyms do: "deemed a threat", "considered a risk"."""
    hunk = mates.hunk_of[0][next(word for word in negator.scope if word > negator.last)]
    counts = [sum(mates.form(side, word) not in language.skipped for word in mates.hunk(side, hunk)) for side in (0, 1)]
    return counts[0] == counts[1] <= OTHERS


def _denied(negator: Negator) -> Place:
    return negator.first, max(negator.scope[:DENIED])
