"""Links joined into passages, and which of them moved."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.passages import groups, out_of_order, passage_numbers, passages_of
from rewritediff.core.values import Link, Relation, Shape, Side, Sides

SIZES = Sides(6, 5)
places = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=8)


def linked(*pairs: tuple[int, int]) -> list[Link]:
    return [Link(i, j, 0.5, 0.9) for i, j in pairs]


def judge(original: tuple[int, ...], rewrite: tuple[int, ...]) -> tuple[Relation, float]:
    return Relation.EDITED, len(original) / (len(original) + len(rewrite))


def connected(pairs: set[tuple[int, int]]) -> set[tuple[frozenset[int], frozenset[int]]]:
    """Grow each sentence to all that it is linked with, over and over."""
    found = set()
    for i in range(SIZES.original):
        left, right = {i}, {j for a, j in pairs if a == i}
        for _ in pairs:
            left |= {a for a, j in pairs if j in right}
            right |= {j for a, j in pairs if a in left}
        found.add((frozenset(left), frozenset(right)))
    return found | {(frozenset(), frozenset([j])) for j in range(SIZES.rewrite) if j not in {b for _, b in pairs}}


@given(places)
def test_groups_are_the_connected_sentences(pairs: set[tuple[int, int]]) -> None:
    found = groups(linked(*pairs), SIZES)
    assert {(frozenset(left), frozenset(right)) for left, right, _ in found} == connected(pairs)
    assert all(list(side) == sorted(side) for left, right, _ in found for side in (left, right))


@given(places)
def test_each_link_is_in_the_group_of_its_sentences(pairs: set[tuple[int, int]]) -> None:
    found = groups(linked(*pairs), SIZES)
    assert sorted((link.original, link.rewrite) for *_, joined in found for link in joined) == sorted(pairs)
    assert all(link.original in left and link.rewrite in right for left, right, joined in found for link in joined)


@given(places)
def test_every_sentence_is_in_exactly_one_passage(pairs: set[tuple[int, int]]) -> None:
    passages = passages_of(linked(*pairs), SIZES, judge)
    for side in Side:
        assert sorted(k for passage in passages for k in passage.sentences(side)) == list(range(SIZES[side]))


@given(places)
def test_passage_numbers_lead_from_sentences_to_their_passage(pairs: set[tuple[int, int]]) -> None:
    passages = passages_of(linked(*pairs), SIZES, judge)
    numbers = passage_numbers(passages, SIZES)
    assert all(k in passages[number].sentences(side) for side in Side for k, number in enumerate(numbers[side]))


def test_passages_come_in_reading_order() -> None:
    passages = passages_of(linked((0, 1), (2, 2)), Sides(3, 3), judge)
    assert [(passage.original, passage.rewrite) for passage in passages] == [((), (0,)), ((0,), (1,)), ((1,), ()), ((2,), (2,))]


def test_relation_and_similarity_are_the_judges_where_there_is_something_to_judge() -> None:
    split, dropped, new = passages_of(linked((0, 0), (0, 1)), Sides(2, 3), judge)
    assert (split.shape, split.relation, split.similarity) == (Shape.SPLIT, Relation.EDITED, 1 / 3)
    assert (dropped.relation, new.relation) == (Relation.OMITTED, Relation.INSERTED)
    assert (dropped.similarity, dropped.links) == (0.0, ())


def test_a_passage_is_as_sure_as_its_least_sure_sentence() -> None:
    links = [Link(0, 0, 0.5, 0.9), Link(0, 1, 0.5, 0.6), Link(1, 1, 0.5, 0.8)]
    (passage,) = passages_of(links, Sides(2, 2), judge)
    assert passage.confidence == 0.8


lengths = st.lists(st.integers(1, 9), min_size=8, max_size=8)


@given(places, lengths)
def test_what_keeps_the_order_is_the_heaviest_such_set(pairs: set[tuple[int, int]], sizes: list[int]) -> None:
    links = linked(*sorted(pairs))
    weights = dict(zip(links, map(float, sizes), strict=False))
    stayed = [link for link in out_of_order(links, weights.__getitem__) if not link.moved]
    heaviest = max(sum(map(weights.__getitem__, some)) for n in range(len(links) + 1) for some in combinations(links, n) if ordered(some))
    assert ordered(stayed)
    assert sum(map(weights.__getitem__, stayed)) == heaviest


def ordered(links: tuple[Link, ...] | list[Link]) -> bool:
    return all((a.original - b.original) * (a.rewrite - b.rewrite) >= 0 for a, b in combinations(links, 2))


MOVES = {
    "in order": ([(0, 0), (1, 1), (2, 2)], []),
    "one put first": ([(0, 1), (1, 2), (2, 0)], [(2, 0)]),
    "the shorter of two exchanged stretches": ([(0, 3), (1, 4), (2, 0), (3, 1), (4, 2)], [(0, 3), (1, 4)]),
    "a split in order": ([(0, 0), (0, 1), (1, 2)], []),
    "a merge in order": ([(0, 0), (1, 0), (2, 1)], []),
    "no links": ([], []),
}


@pytest.mark.parametrize(("pairs", "moved"), MOVES.values(), ids=MOVES)
def test_links_out_of_order_moved(pairs: list[tuple[int, int]], moved: list[tuple[int, int]]) -> None:
    found = out_of_order(linked(*pairs), lambda link: 1.0)  # noqa: ARG005
    assert [(link.original, link.rewrite) for link in found if link.moved] == moved


def test_one_long_sentence_outweighs_two_short_ones() -> None:
    found = out_of_order(linked((0, 1), (1, 2), (2, 0)), lambda link: 9.0 if link.original == 2 else 1.0)
    assert [link.original for link in found if link.moved] == [0, 1]
