"""Sentences as rows of words and of groups of four characters."""

from __future__ import annotations

import math
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.boundary_decisions import recut
from rewritediff.core.decisions import Anchor, Decisions
from rewritediff.core.features import Features, Space, features_of, space_of
from rewritediff.core.sentences import document_from_text
from rewritediff.core.tokens import Vocabulary
from rewritediff.core.values import Document, Side, Sides, Span
from tests.strategies import documents, folded_words, phrases, texts


def made(pair: Sides[Document]) -> tuple[Vocabulary, Space, Sides[Features]]:
    vocabulary = Vocabulary()
    units = pair.map(lambda document: vocabulary.units(document.text))
    space = space_of(vocabulary, units, pair)
    return vocabulary, space, Sides(*(features_of(space, units[side], pair[side]) for side in Side))


sides = st.lists(phrases(), max_size=5)


@given(sides, sides)
@settings(max_examples=40)
def test_word_rows_count_the_words_of_each_sentence(original: list[str], rewrite: list[str]) -> None:
    vocabulary, _, features = made(documents(original, rewrite))
    for side, given_sentences in ((Side.ORIGINAL, original), (Side.REWRITE, rewrite)):
        words = folded_words(given_sentences)
        rows = features[side].words
        held = [{vocabulary.forms[c] for c in rows.columns[rows.bounds[k] : rows.bounds[k + 1]]} for k in range(len(rows))]
        assert held == [set(row) for row in words]
        assert features[side].lengths.tolist() == [len(row) for row in words]


@given(sides, sides)
@settings(max_examples=40)
def test_words_weigh_by_the_paragraphs_that_have_them(original: list[str], rewrite: list[str]) -> None:
    vocabulary, space, _ = made(documents(original, rewrite))
    paragraphs = folded_words([*original, *rewrite])
    having = Counter(word for words in paragraphs for word in set(words))
    expected = {word: math.log((len(paragraphs) + 1) / (having[word] + 1)) + 1 for word in having}
    found = {form: float(space.word_idf[number]) for number, form in enumerate(vocabulary.forms) if form in having}
    assert found == pytest.approx(expected)


def groups_of(*words: str) -> list[int]:
    _, _, features = made(documents([" ".join(words)], []))
    return features.original.groups.columns.tolist()


@pytest.mark.parametrize(("word", "groups"), [("a", 1), ("of", 1), ("the", 2), ("goat", 3), ("building", 7)])
def test_a_word_has_a_group_of_four_at_each_place(word: str, groups: int) -> None:
    """The word's ends count as one blank each; words too short for a group are one."""
    assert len(groups_of(word)) == groups


def test_forms_of_a_word_share_groups() -> None:
    _, _, features = made(documents(["build"], ["building"]))
    shared = set(features.original.groups.columns.tolist()) & set(features.rewrite.groups.columns.tolist())
    assert len(shared) == 3  # " bui", "buil", "uild"


@given(texts.filter(bool), st.data())
@settings(max_examples=30)
def test_weights_do_not_change_when_a_sentence_is_cut(text: str, data: st.DataObject) -> None:
    pair = Sides(document_from_text(text, "en"), document_from_text("", "en"))
    place = data.draw(st.integers(0, len(text) - 1))
    anchor = Anchor.at(Side.ORIGINAL, Span(place, place), text)
    _, before, _ = made(pair)
    _, after, _ = made(recut(pair, Decisions(cut=(anchor,))))
    assert after.word_idf.tolist() == before.word_idf.tolist()
    assert after.group_idf.tolist() == before.group_idf.tolist()
