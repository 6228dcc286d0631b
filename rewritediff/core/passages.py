"""Links joined into passages: which sentences belong together, what became of them, and which of them stand out of order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from rewritediff.core.best_ends import NO_END, best_before, best_ends, raise_end
from rewritediff.core.fragments import RowKind, rows_of
from rewritediff.core.values import Link, Passage, Relation, Side, Sides


def out_of_order(links: Sequence[Link], weight: Callable[[Link], float]) -> list[Link]:
    """Mark the links that moved: those outside the heaviest set of links that keeps the order of both texts.

    The heaviest chain is found link by link with a tree of the best chains that end at or before each rewrite sentence. So the
    shorter of two exchanged stretches is the one that moved, as a person would say it.
    """
    ordered = sorted(links, key=lambda link: (link.original, link.rewrite))
    size = max((link.rewrite for link in ordered), default=-1) + 1
    tree = best_ends(size)
    before: list[int] = []
    last = NO_END
    for number, link in enumerate(ordered):
        best = best_before(tree, link.rewrite + 1)
        before.append(best[1])
        here = (best[0] + weight(link), number)
        last = max(last, here, key=lambda end: end[0])
        raise_end(tree, link.rewrite, here)
    kept: set[int] = set()
    at = last[1]
    while at >= 0:
        kept.add(at)
        at = before[at]
    return [link if number in kept else replace(link, moved=True) for number, link in enumerate(ordered)]


def groups(links: Iterable[Link], sizes: Sides[int]) -> list[tuple[tuple[int, ...], tuple[int, ...], tuple[Link, ...]]]:
    """Join links that share a sentence; sentences without a link stand alone."""
    parent = list(range(sizes.original + sizes.rewrite))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    links = tuple(links)
    for link in links:
        first, second = root(link.original), root(sizes.original + link.rewrite)
        parent[max(first, second)] = min(first, second)
    members: dict[int, tuple[list[int], list[int], list[Link]]] = {}
    for node in range(len(parent)):
        group = members.setdefault(root(node), ([], [], []))
        (group[0] if node < sizes.original else group[1]).append(node if node < sizes.original else node - sizes.original)
    for link in links:
        members[root(link.original)][2].append(link)
    return [(tuple(left), tuple(right), tuple(joined)) for left, right, joined in members.values()]


def passages_of(
    links: Iterable[Link], sizes: Sides[int], judge: Callable[[tuple[int, ...], tuple[int, ...]], tuple[Relation, float]]
) -> tuple[Passage, ...]:
    """Make the passages of all sentences, in the order in which their rows are read; `judge` gives relation and similarity."""
    found = []
    for original, rewrite, joined in groups(links, sizes):
        if not joined:
            found.append(Passage(original, rewrite, Relation.OMITTED if original else Relation.INSERTED))
            continue
        relation, similarity = judge(original, rewrite)
        confidence = min(_surest(joined, original, rewrite))
        found.append(Passage(original, rewrite, relation, joined, similarity, confidence))
    order = [row.passage for row in rows_of(found) if row.kind is RowKind.PASSAGE]
    return tuple(found[number] for number in order)


def _surest(links: Sequence[Link], original: Iterable[int], rewrite: Iterable[int]) -> Iterator[float]:
    """Give for each sentence of a passage the confidence of its surest link; the passage is as sure as the least of them."""
    for number in original:
        yield max(link.confidence for link in links if link.original == number)
    for number in rewrite:
        yield max(link.confidence for link in links if link.rewrite == number)


def passage_numbers(passages: Sequence[Passage], sizes: Sides[int]) -> Sides[tuple[int, ...]]:
    """Give for each sentence of a side the number of its passage."""
    numbers = Sides([0] * sizes.original, [0] * sizes.rewrite)
    for number, passage in enumerate(passages):
        for side in Side:
            for sentence in passage.sentences(side):
                numbers[side][sentence] = number
    return Sides(tuple(numbers.original), tuple(numbers.rewrite))
