"""How alike two runs of words are, and how the longest are compared stretch by stretch."""

from __future__ import annotations

from difflib import SequenceMatcher
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core import similarity as module
from rewritediff.core.similarity import word_similarity

words = st.lists(st.integers(0, 5), max_size=40)


@given(words, words)
def test_stretches_never_find_more_than_there_is(original: list[int], rewrite: list[int]) -> None:
    whole = word_similarity(original, rewrite)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LARGEST", 0)
        patch.setattr(module, "STRETCH", 4)
        assert 0 <= word_similarity(original, rewrite) <= whole + 1e-9 or not original + rewrite


@given(words.filter(bool))
def test_what_is_equal_is_equal_in_stretches_too(run: list[int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LARGEST", 0)
        patch.setattr(module, "STRETCH", 4)
        assert word_similarity(run, run) == 1.0


def test_changes_here_and_there_are_found_in_stretches(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = Random(1)
    original = [chance.randrange(500) for _ in range(2_000)]
    rewrite = [word for word in original if chance.random() < 0.9]
    rewrite[700:700] = range(600, 620)
    matched = sum(block.size for block in SequenceMatcher(None, original, rewrite, autojunk=False).get_matching_blocks())
    monkeypatch.setattr(module, "LARGEST", 0)
    monkeypatch.setattr(module, "STRETCH", 100)
    assert word_similarity(original, rewrite) >= 2 * matched / (len(original) + len(rewrite)) - 0.001


def test_nothing_is_as_alike_as_can_be() -> None:
    assert word_similarity([], []) == 1.0
