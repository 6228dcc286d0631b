"""Candidate pairs: all that share a word in short articles, the right ones in long ones."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core import lookup as module
from rewritediff.core.candidates import Pairs, candidates
from rewritediff.core.features import Features, features_of, space_of
from rewritediff.core.lookup import KEPT
from rewritediff.core.tokens import Vocabulary
from rewritediff.core.values import Sides
from tests.strategies import article, documents, folded_words, phrases

places = st.sets(st.tuples(st.integers(0, 4), st.integers(0, 3)))


def features(original: list[str], rewrite: list[str]) -> Sides[Features]:
    pair, vocabulary = documents(original, rewrite), Vocabulary()
    units = pair.map(lambda document: vocabulary.units(document.text))
    space = space_of(vocabulary, units, pair)
    return Sides(features_of(space, units.original, pair.original), features_of(space, units.rewrite, pair.rewrite))


def as_list(pairs: Pairs) -> list[tuple[int, int]]:
    return list(zip(pairs.original.tolist(), pairs.rewrite.tolist(), strict=True))


def pairs_of(places: set[tuple[int, int]]) -> Pairs:
    table = np.array(sorted(places), dtype=np.int64).reshape(-1, 2)
    return Pairs(table[:, 0], table[:, 1], 5, 4)


@given(places)
def test_pairs_are_found_where_they_stand_and_nowhere_else(places: set[tuple[int, int]]) -> None:
    wanted = [(i, j) for i in range(-2, 7) for j in range(-2, 6)]
    found = pairs_of(places).find(np.array([i for i, _ in wanted]), np.array([j for _, j in wanted]))
    ordered = sorted(places)
    assert found.tolist() == [ordered.index(pair) if pair in places else -1 for pair in wanted]


@given(places)
def test_swapped_pairs_are_sorted_anew_and_remember_their_places(places: set[tuple[int, int]]) -> None:
    swapped, order = pairs_of(places).swapped()
    assert as_list(swapped) == sorted((j, i) for i, j in places)
    assert [sorted(places)[k] for k in order] == [(i, j) for j, i in as_list(swapped)]


few = st.lists(phrases(), max_size=6)


@given(few, few)
@settings(max_examples=60)
def test_short_articles_have_every_pair_that_shares_a_word(original: list[str], rewrite: list[str]) -> None:
    found = as_list(candidates(features(original, rewrite)).pairs)
    left, right = map(folded_words, (original, rewrite))
    sharing = {(i, j) for i in range(len(left)) for j in range(len(right)) if set(left[i]) & set(right[j])}
    assert sharing <= set(found)
    assert found == sorted(set(found))


@pytest.mark.parametrize("everything", [True, False], ids=["all pairs", "rarest words"])
def test_the_right_pair_is_among_the_candidates(monkeypatch: pytest.MonkeyPatch, *, everything: bool) -> None:
    if not everything:
        monkeypatch.setattr(module, "ALL", 0)
    original = article(80)
    rewrite = [sentence.replace("beside a", "close to some") for sentence in reversed(original)]
    found = set(as_list(candidates(features(original, rewrite)).pairs))
    assert {(k, 79 - k) for k in range(80)} <= found


def test_stretches_of_any_size_give_the_same_pairs(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = features(article(60), article(60)[::-1])
    monkeypatch.setattr(module, "ALL", 0)
    whole = as_list(candidates(pair).pairs)
    monkeypatch.setattr(module, "CHUNK", 50)
    assert as_list(candidates(pair).pairs) == whole


def test_the_work_is_bounded_where_everything_is_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """Words that stand in more sentences than COMMON are not looked up, however many there are."""
    summed: list[int] = []
    added = module._added

    def counting(keys: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        summed.append(len(keys))
        return added(keys, weights)

    monkeypatch.setattr(module, "_added", counting)
    pairs = candidates(features(["The goat sleeps well."] * 1_500, ["The goat sleeps well."] * 1_500)).pairs
    assert sum(summed) <= 1_500 * module.RAREST * module.COMMON
    assert len(pairs) <= 2 * KEPT * 3_000


@pytest.mark.parametrize(("original", "rewrite"), [([], []), ([], ["One goat."]), (["One goat."], []), (["…"], ["!"])])
def test_nothing_in_common_gives_no_pairs(original: list[str], rewrite: list[str]) -> None:
    assert len(candidates(features(original, rewrite)).pairs) == 0
