"""Links joined into passages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.passages import groups, in_reading_order, passage_numbers, passages_of
from rewritediff.core.values import Link, Passage, Relation, Shape, Side, Sides

SIZES = Sides(6, 5)
places = st.sets(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=8)


def linked(*pairs: tuple[int, int]) -> list[Link]:
    return [Link(i, j, 0.5, 0.9) for i, j in pairs]


SENTENCES = SIZES.map(range)


def made(links: list[Link], sizes: Sides[int] = SIZES) -> tuple[Passage, ...]:
    return in_reading_order(list(passages_of(links, sizes.map(range), judge)))


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
    found = list(groups(linked(*pairs), SENTENCES))
    assert {(frozenset(left), frozenset(right)) for left, right, _ in found} == connected(pairs)
    assert all(list(side) == sorted(side) for left, right, _ in found for side in (left, right))


@given(places)
def test_each_link_is_in_the_group_of_its_sentences(pairs: set[tuple[int, int]]) -> None:
    found = list(groups(linked(*pairs), SENTENCES))
    assert sorted((link.original, link.rewrite) for *_, joined in found for link in joined) == sorted(pairs)
    assert all(link.original in left and link.rewrite in right for left, right, joined in found for link in joined)


@given(places)
def test_every_sentence_is_in_exactly_one_passage(pairs: set[tuple[int, int]]) -> None:
    passages = made(linked(*pairs))
    for side in Side:
        assert sorted(k for passage in passages for k in passage.sentences(side)) == list(range(SIZES[side]))


@given(places)
def test_passage_numbers_lead_from_sentences_to_their_passage(pairs: set[tuple[int, int]]) -> None:
    passages = made(linked(*pairs))
    numbers = passage_numbers(passages, SIZES)
    assert all(k in passages[number].sentences(side) for side in Side for k, number in enumerate(numbers[side]))


def test_passages_come_in_reading_order() -> None:
    passages = made(linked((0, 1), (2, 2)), Sides(3, 3))
    assert [(passage.original, passage.rewrite) for passage in passages] == [((), (0,)), ((0,), (1,)), ((1,), ()), ((2,), (2,))]


def test_relation_and_similarity_are_the_judges_where_there_is_something_to_judge() -> None:
    split, dropped, new = made(linked((0, 0), (0, 1)), Sides(2, 3))
    assert (split.shape, split.relation, split.similarity) == (Shape.SPLIT, Relation.EDITED, 1 / 3)
    assert (dropped.relation, new.relation) == (Relation.OMITTED, Relation.INSERTED)
    assert (dropped.similarity, dropped.links) == (0.0, ())


def test_a_passage_is_as_sure_as_its_least_sure_sentence() -> None:
    links = [Link(0, 0, 0.5, 0.9), Link(0, 1, 0.5, 0.6), Link(1, 1, 0.5, 0.8)]
    (passage,) = made(links, Sides(2, 2))
    assert passage.confidence == 0.8
