"""Links joined into passages: which sentences belong together, and what became of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain
from operator import attrgetter

import numpy as np

from rewritediff.core.fragments import reading_order
from rewritediff.core.progress import Tick, quiet
from rewritediff.core.values import Link, Passage, Relation, Side, Sides

ASKED = 256
"""Passages made between two questions whether to stop: some 5 ms."""
Judge = Callable[[tuple[int, ...], tuple[int, ...]], tuple[Relation, float]]
"""Gives relation and similarity of the sentences of a passage."""


def groups(links: Iterable[Link], sentences: Sides[Sequence[int]]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...], tuple[Link, ...]]]:
    """Join links that share a sentence; sentences without a link stand alone. Links are of these sentences only."""
    of: Sides[dict[int, list[Link]]] = Sides({}, {})
    for link in links:
        of.original.setdefault(link.original, []).append(link)
        of.rewrite.setdefault(link.rewrite, []).append(link)
    reached: set[int] = set()
    for original in sentences.original:
        own = of.original.get(original)
        if own is None:
            yield (original,), (), ()
        elif len(own) == 1 and len(of.rewrite[own[0].rewrite]) == 1:
            yield (original,), (own[0].rewrite,), (own[0],)
        elif original not in reached:
            group = _grown(original, of)
            reached.update(group[0])
            yield group
    for rewrite in sentences.rewrite:
        if rewrite not in of.rewrite:
            yield (), (rewrite,), ()


def _grown(original: int, of: Sides[dict[int, list[Link]]]) -> tuple[tuple[int, ...], tuple[int, ...], tuple[Link, ...]]:
    """Follow the links from one sentence to all that it hangs together with."""
    originals, rewrites, waiting = {original}, set[int](), [original]
    while waiting:
        for link in of.original[waiting.pop()]:
            if link.rewrite not in rewrites:
                rewrites.add(link.rewrite)
                more = {other.original for other in of.rewrite[link.rewrite]} - originals
                originals |= more
                waiting.extend(more)
    left = tuple(sorted(originals))
    return left, tuple(sorted(rewrites)), tuple(link for number in left for link in of.original[number])


def passages_of(links: Iterable[Link], sentences: Sides[Sequence[int]], judge: Judge, tick: Tick = quiet) -> Iterator[Passage]:
    """Make the passages of some sentences and all their links, in no order."""
    size = len(sentences.original) + len(sentences.rewrite)
    for number, (original, rewrite, joined) in enumerate(groups(links, sentences)):
        if not number % ASKED:
            tick(number / size)
        if joined:
            relation, similarity = judge(original, rewrite)
            yield Passage(original, rewrite, relation, joined, similarity, _confidence(joined, original, rewrite))
        else:
            yield Passage(original, rewrite, Relation.OMITTED if original else Relation.INSERTED)


def _confidence(links: Sequence[Link], original: Sequence[int], rewrite: Sequence[int]) -> float:
    """Give the least over the sentences of the confidence of each one's surest link."""
    return links[0].confidence if len(links) == 1 else min(_surest(links, original, rewrite))


def _surest(links: Sequence[Link], original: Iterable[int], rewrite: Iterable[int]) -> Iterator[float]:
    for number in original:
        yield max(link.confidence for link in links if link.original == number)
    for number in rewrite:
        yield max(link.confidence for link in links if link.rewrite == number)


def in_reading_order(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Put passages in the order in which their rows are read."""
    return tuple(map(passages.__getitem__, reading_order(passages)))


def passage_numbers(passages: Sequence[Passage], sizes: Sides[int]) -> Sides[tuple[int, ...]]:
    """Give for each sentence of a side the number of its passage."""

    def of(side: Side) -> tuple[int, ...]:
        held = list(map(attrgetter(side.value), passages))
        numbers = np.empty(sizes[side], dtype=np.int64)
        places = np.fromiter(chain.from_iterable(held), dtype=np.int64, count=sizes[side])
        numbers[places] = np.repeat(np.arange(len(held)), np.fromiter(map(len, held), dtype=np.int64, count=len(held)))
        return tuple(numbers.tolist())

    return Sides(of(Side.ORIGINAL), of(Side.REWRITE))
