"""Sides, spans, roles, articles, documents, passages: small values with rules of their own."""

from __future__ import annotations

import dataclasses

import pytest

from rewritediff.core.values import (
    Article,
    Block,
    Change,
    Document,
    Edit,
    Link,
    Passage,
    Relation,
    Role,
    Sentence,
    Shape,
    Side,
    Sides,
    Span,
)


def test_each_side_knows_the_other() -> None:
    assert Side.ORIGINAL.other is Side.REWRITE
    assert Side.REWRITE.other is Side.ORIGINAL


def test_sides_are_read_by_side_and_in_order() -> None:
    sides = Sides("a", "b")
    assert (sides[Side.ORIGINAL], sides[Side.REWRITE]) == ("a", "b")
    assert list(sides) == ["a", "b"]


def test_sides_make_new_sides() -> None:
    sides = Sides("a", "b")
    assert sides.swapped() == Sides("b", "a")
    assert sides.map(str.upper) == Sides("A", "B")


@pytest.mark.parametrize(("side", "expected"), [(Side.ORIGINAL, Sides("x", "b")), (Side.REWRITE, Sides("a", "x"))])
def test_one_side_is_replaced(side: Side, expected: Sides[str]) -> None:
    assert Sides("a", "b").replace(side, "x") == expected


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (-2, -1)])
def test_impossible_spans_cannot_be_made(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_is_half_open() -> None:
    assert Span(4, 8).of("the goat sleeps") == "goat"
    assert len(Span(4, 8)) == 4


def test_an_empty_span_is_true_and_says_where() -> None:
    assert Span(3, 3)
    assert len(Span(3, 3)) == 0


@pytest.mark.parametrize(
    ("other", "shared"),
    [
        pytest.param(Span(0, 4), 0, id="before"),
        pytest.param(Span(0, 5), 1, id="begins earlier"),
        pytest.param(Span(5, 6), 1, id="inside"),
        pytest.param(Span(0, 20), 4, id="around"),
        pytest.param(Span(8, 9), 0, id="after"),
        pytest.param(Span(6, 6), 0, id="empty"),
    ],
)
def test_overlap_counts_common_characters_either_way(other: Span, shared: int) -> None:
    assert Span(4, 8).overlap(other) == other.overlap(Span(4, 8)) == shared


def test_furniture_is_titles_headings_and_captions() -> None:
    assert {role for role in Role if role.is_furniture} == {Role.TITLE, Role.HEADING, Role.CAPTION}


def test_the_text_of_an_article_is_its_blocks_and_blank_lines() -> None:
    article = Article((Block(Role.TITLE, "Goats"), Block(Role.BODY, "They sleep."), Block(Role.BODY, "")))
    assert article.text == "Goats\n\nThey sleep.\n\n"
    assert Article(()).text == ""


def test_a_document_quotes_its_sentences() -> None:
    document = Document("One. Two.", (), (Sentence(0, 4, 0, Role.BODY), Sentence(5, 9, 0, Role.BODY)))
    assert [document.quote(0), document.quote(1)] == ["One.", "Two."]


@pytest.mark.parametrize(
    ("original", "rewrite", "shape"),
    [
        ((3,), (), Shape.OMITTED),
        ((), (3,), Shape.INSERTED),
        ((1,), (1,), Shape.ONE_TO_ONE),
        ((1,), (1, 3), Shape.SPLIT),
        ((1, 2), (1,), Shape.MERGED),
        ((1, 2), (1, 2, 3), Shape.REARRANGED),
    ],
)
def test_the_shape_follows_from_the_lengths(original: tuple[int, ...], rewrite: tuple[int, ...], shape: Shape) -> None:
    passage = Passage(original, rewrite, Relation.EDITED)
    assert passage.shape is shape
    assert (passage.sentences(Side.ORIGINAL), passage.sentences(Side.REWRITE)) == (original, rewrite)


@pytest.mark.parametrize(("moved", "whole"), [((), False), ((True,), True), ((True, False), False), ((True, True), True)])
def test_a_passage_moved_when_all_its_links_did(moved: tuple[bool, ...], *, whole: bool) -> None:
    links = tuple(Link(0, k, 1.0, 1.0, each) for k, each in enumerate(moved))
    assert Passage((0,), tuple(range(len(moved))), Relation.SAME, links).moved is whole


def test_an_edit_gives_its_span_by_side() -> None:
    edit = Edit(Change.REMOVED, Span(0, 4), None)
    assert (edit.span(Side.ORIGINAL), edit.span(Side.REWRITE)) == (Span(0, 4), None)


def test_values_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(0, 1).start = 1  # type: ignore[misc]
