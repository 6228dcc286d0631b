"""Evidence for links: named weights, and odds that rise with what speaks for a link."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core import evidence
from rewritediff.core.candidates import Pairs
from rewritediff.core.evidence import (
    EXTRA_FEATURES,
    EXTRA_WEIGHTS,
    FADING,
    LINK_FEATURES,
    LINK_WEIGHTS,
    WINDOW,
    lead_odds,
    link_features,
    link_odds,
    step_features,
)
from rewritediff.core.features import features_of
from rewritediff.core.lexicon import EMPTY_LEXICON
from rewritediff.core.prepared import Prepared, prepare
from rewritediff.core.settings import DEFAULT_SETTINGS
from rewritediff.core.values import Sides
from tests.strategies import article, documents


def prepared(original: list[str], rewrite: list[str]) -> Prepared:
    return prepare(documents(original, rewrite), DEFAULT_SETTINGS, EMPTY_LEXICON, lambda step, done: None)  # noqa: ARG005


def odds(original: list[str], rewrite: list[str]) -> dict[tuple[int, int], float]:
    grid = prepared(original, rewrite).grid
    return dict(zip(zip(grid.pairs.original.tolist(), grid.pairs.rewrite.tolist(), strict=True), grid.odds.tolist(), strict=True))


def test_every_feature_has_a_weight() -> None:
    assert len(LINK_FEATURES) == len(LINK_WEIGHTS) == len(set(LINK_FEATURES))
    assert len(EXTRA_FEATURES) == len(EXTRA_WEIGHTS) == len(set(EXTRA_FEATURES))


def test_every_feature_has_a_column() -> None:
    found = prepared(article(4), article(4))
    features = Sides(*(features_of(found.space, units, document) for units, document in zip(found.units, found.documents, strict=True)))
    assert link_features(features, found.grid.pairs, found.shared).shape == (len(found.grid.pairs), len(LINK_FEATURES))
    pairs = found.grid.pairs
    partner = pairs.find(pairs.original, pairs.rewrite + 1)
    first = np.flatnonzero(partner >= 0)[:1]
    forward, backward = step_features(features, pairs, found.shared, 1, found.space.groups.kinds, first, partner[first], np.float32(0.5))
    assert forward.shape == backward.shape == (1, len(EXTRA_FEATURES))


def test_identical_sentences_have_higher_odds_than_reworded_ones_and_those_than_others() -> None:
    original = article(5)
    reworded = original[2].replace("beside a", "near some").replace("which cost", "for")
    same = odds(original, original)[2, 2]
    changed = odds(original, [*original[:2], reworded, *original[3:]])[2, 2]
    assert same > changed > 0 > odds(original, original)[2, 4]


def test_alike_neighbours_speak_for_a_pair() -> None:
    original = article(5)
    weak = original[2].split(" beside")[0] + "."
    alone = odds(original, ["Nothing here.", "Nor there.", weak, "Nor now.", "Nor ever."])[2, 2]
    assert odds(original, [*original[:2], weak, *original[3:]])[2, 2] > alone


def test_a_rival_speaks_against_a_pair() -> None:
    original = article(3)
    assert odds(original, [*original, original[1]])[1, 1] < odds(original, [*original, "Nothing else."])[1, 1]


def test_all_odds_are_numbers() -> None:
    texts = ["", "…", "A.", "A. A. A.", *article(3), "山羊睡了。"]
    assert all(math.isfinite(value) for value in odds(texts, texts[::-1]).values())


scored = st.lists(st.tuples(st.integers(0, 3), st.sampled_from([0.0, 0.25, 0.5, 1.0])), max_size=12)


@given(scored)
def test_next_best_is_the_best_of_the_others_in_the_group(pairs: list[tuple[int, float]]) -> None:
    groups, scores = np.array([g for g, _ in pairs], dtype=np.int64), np.array([s for _, s in pairs], dtype=np.float32)
    found = evidence._next_best(groups, scores).tolist()
    expected = [max((s for n, (g, s) in enumerate(pairs) if g == group and n != k), default=0.0) for k, (group, _) in enumerate(pairs)]
    assert found == expected


@pytest.mark.parametrize("direction", [-1, 1])
@given(table=st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 3)), st.sampled_from([0.25, 0.5, 1.0])))
def test_neighbours_are_the_best_fading_pair_nearby(table: dict[tuple[int, int], float], direction: int) -> None:
    places = sorted(table)
    pairs = Pairs(np.array([i for i, _ in places], dtype=np.int64), np.array([j for _, j in places], dtype=np.int64), 5, 4)
    ends = (-1, -1) if direction < 0 else (5, 4)

    def near(i: int, j: int) -> float:
        steps = [(down, across) for down in range(1, WINDOW + 1) for across in range(1, WINDOW + 1)]
        seen = ((i + direction * down, j + direction * across, down, across) for down, across in steps)
        return max((1.0 if (a, b) == ends else table.get((a, b), 0.0)) * FADING ** (abs(d - c) + max(d, c) - 1) for a, b, d, c in seen)

    found = evidence._neighbours(pairs, np.array([table[place] for place in places], dtype=np.float32), direction)
    assert found.tolist() == pytest.approx([near(i, j) for i, j in places])


def test_lead_is_lost_to_a_rival_on_either_side() -> None:
    rows, columns = np.array([0, 0, 1]), np.array([0, 1, 1])
    lead = lead_odds(rows, columns, np.array([0.9, 0.3, 0.3], dtype=np.float32))
    without = lead_odds(rows[:1], columns[:1], np.array([0.9], dtype=np.float32))
    assert without[0] > lead[0] > 0 > lead[1]


def test_link_odds_are_the_weighted_sum() -> None:
    row = np.zeros((1, len(LINK_FEATURES)), dtype=np.float32)
    row[0, LINK_FEATURES.index("group cosine")] = 1
    assert link_odds(row)[0] == pytest.approx(evidence.LINK_BIAS + LINK_WEIGHTS[1])


def test_a_sentence_that_completes_the_first_joins_it_sooner_than_a_stranger() -> None:
    whole = "The ferry captain repaired the brass lantern and afterwards painted the wooden windmill beside Oster Bay."
    parts = ["The ferry captain repaired the brass lantern.", "Afterwards the wooden windmill beside Oster Bay was painted."]

    def joins(second: str) -> float:
        return float(prepared([whole], [parts[0], second]).grid.joins.second_joins[0])

    assert joins(parts[1]) > 0 > joins("The captain had no lunch on that day, nor any other meal.")
