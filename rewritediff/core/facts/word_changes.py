"""How the words of a passage changed: which word took whose place, how the two relate, and which words came or went alone.

Words that stand elsewhere on the other side have only moved; function words are left to the finders that know what each of them means.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from rewritediff.core.facts.reading import Hunk, PassagePair
from rewritediff.core.thesaurus import Thesaurus, WordRelation

MOST = 16
"""Pairs of words of one hunk that are looked up; more than four words for four are a rewording, not a replacement."""

_RANK = {relation: rank for rank, relation in enumerate(WordRelation)}
EQUAL = (WordRelation.SAME, WordRelation.SYNONYM)

Numbers = Sequence[int]


class WordChange(NamedTuple):
    """Say what became of one word: replaced by another, lost (no word of the rewrite) or new (no word of the original)."""

    original: int | None
    """Number of the word in the original's reading."""
    rewrite: int | None
    relation: WordRelation
    hunk: int
    """Number of the hunk in which it stands; the original word's where they stand in two."""

    @property
    def is_replacement(self) -> bool:
        return self.original is not None and self.rewrite is not None


def word_changes(pair: PassagePair, thesaurus: Thesaurus, is_content: Callable[[str], bool]) -> list[WordChange]:
    """Pair the content words of each hunk, the nearest in meaning first, then synonyms across hunks."""
    found: list[WordChange] = []
    for number, hunk in enumerate(pair.hunks):
        found.extend(_in_hunk(pair, number, hunk, thesaurus, is_content))
    lost = [change for change in found if change.rewrite is None]
    new = [change for change in found if change.original is None]
    if not lost or not new or len(lost) * len(new) > MOST:
        return found
    joined = list(_joined(pair, lost, new, thesaurus))
    gone = {id(change) for _, first, second in joined for change in (first, second)}
    return [change for change in found if id(change) not in gone] + [change for change, _, _ in joined]


def _in_hunk(pair: PassagePair, number: int, hunk: Hunk, thesaurus: Thesaurus, is_content: Callable[[str], bool]) -> Iterator[WordChange]:
    lost = _content(range(*hunk.original), pair.changed.original, lambda word: is_content(pair.sides.original.words[word].form))
    new = _content(range(*hunk.rewrite), pair.changed.rewrite, lambda word: is_content(pair.sides.rewrite.words[word].form))
    if lost and new and len(lost) * len(new) <= MOST:
        for first, second, relation in _nearest(pair, lost, new, thesaurus):
            lost.remove(first)
            new.remove(second)
            yield WordChange(first, second, relation, number)
    yield from (WordChange(word, None, WordRelation.UNKNOWN, number) for word in lost)
    yield from (WordChange(None, word, WordRelation.UNKNOWN, number) for word in new)


def _content(words: Iterable[int], changed: frozenset[int], is_content: Callable[[int], bool]) -> list[int]:
    return [word for word in words if word in changed and is_content(word)]


def _nearest(pair: PassagePair, lost: Numbers, new: Numbers, thesaurus: Thesaurus) -> Iterator[tuple[int, int, WordRelation]]:
    originals, rewrites = pair.sides.original.words, pair.sides.rewrite.words
    relations = [
        (_RANK[relation := thesaurus.relation(originals[first].form, rewrites[second].form)], abs(i - j), first, second, relation)
        for i, first in enumerate(lost)
        for j, second in enumerate(new)
    ]
    taken: set[tuple[str, int]] = set()
    for _, _, first, second, relation in sorted(relations, key=lambda it: it[:4]):
        if ("original", first) not in taken and ("rewrite", second) not in taken:
            taken |= {("original", first), ("rewrite", second)}
            yield first, second, relation


def _joined(
    pair: PassagePair, lost: Sequence[WordChange], new: Sequence[WordChange], thesaurus: Thesaurus
) -> Iterator[tuple[WordChange, WordChange, WordChange]]:
    """Find words that came back elsewhere under another form or as a synonym."""
    left = list(new)
    for first in lost:
        for second in left:
            assert first.original is not None
            assert second.rewrite is not None
            words = pair.sides.original.words[first.original].form, pair.sides.rewrite.words[second.rewrite].form
            relation = thesaurus.relation(*words)
            if relation in EQUAL:
                left.remove(second)
                yield WordChange(first.original, second.rewrite, relation, first.hunk), first, second
                break
