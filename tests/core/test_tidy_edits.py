"""Word steps made readable: islands absorbed, moved runs named."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core import tidy_edits
from rewritediff.core.tidy_edits import with_moves, without_islands
from rewritediff.core.values import Change, Sides
from rewritediff.core.words import compared

FUNCTION_WORDS = frozenset({"the", "of", "a"})
forms = st.lists(st.sampled_from(["the", "of", "a", "goat", "ferry", "lantern", "orchard", "."]), max_size=14)


def moves(original: str, rewrite: str) -> list[str]:
    words = Sides(original.split(), rewrite.split())
    steps = with_moves(compared(words.original, words.rewrite), words, FUNCTION_WORDS)
    return [" ".join(words.original[a:b]) for change, a, b, _, _ in steps if change is Change.MOVED]


def absorbed(original: str, rewrite: str) -> list[tuple[Change, str]]:
    words = Sides(original.split(), rewrite.split())
    steps = without_islands(compared(words.original, words.rewrite), words.original, FUNCTION_WORDS)
    return [(change, " ".join(words.original[a:b] or words.rewrite[c:d])) for change, a, b, c, d in steps]


@given(forms, forms)
def test_tidy_steps_still_cover_both_sides(original: list[str], rewrite: list[str]) -> None:
    words = Sides(original, rewrite)
    steps = with_moves(without_islands(compared(original, rewrite), original, FUNCTION_WORDS), words, FUNCTION_WORDS)
    assert sorted(k for _, a, b, _, _ in steps for k in range(a, b)) == list(range(len(original)))
    assert sorted(k for *_, c, d in steps for k in range(c, d)) == list(range(len(rewrite)))


@given(forms, forms)
def test_moved_words_are_equal_and_worth_it(original: list[str], rewrite: list[str]) -> None:
    for change, a, b, c, d in with_moves(compared(original, rewrite), Sides(original, rewrite), FUNCTION_WORDS):
        assert change is not Change.MOVED or original[a:b] == rewrite[c:d]
        assert change is not Change.MOVED or set(original[a:b]) - FUNCTION_WORDS - {"."}


@given(forms, forms)
def test_what_is_removed_comes_before_what_is_added(original: list[str], rewrite: list[str]) -> None:
    changes = [change for change, *_ in without_islands(compared(original, rewrite), original, FUNCTION_WORDS)]
    assert all(pair not in ((Change.ADDED, Change.REMOVED), (Change.ADDED, Change.ADDED)) for pair in pairwise(changes))


ISLANDS = {
    "a function word": ("she took the road", "she chose the path", ["she", "took the road", "chose the path"]),
    "two function words": ("roof of the barn", "door of the house", ["roof of the barn", "door of the house"]),
    "three words stay": ("roof of the a barn", "door of the a house", ["roof", "door", "of the a", "barn", "house"]),
    "at the beginning": ("the road north", "the path north", ["the", "road", "path", "north"]),
}


@pytest.mark.parametrize(("original", "rewrite", "steps"), ISLANDS.values(), ids=ISLANDS)
def test_small_coincidences_between_changes_are_absorbed(original: str, rewrite: str, steps: list[str]) -> None:
    assert [words for _, words in absorbed(original, rewrite)] == steps


MOVES = {
    "a phrase": ("on thursday the goat left early", "the goat left early on thursday", ["on thursday"]),
    "one long word": ("yesterday the goat left early", "the goat left early yesterday", ["yesterday"]),
    "one short word": ("now the goat left early", "the goat left early now", []),
    "function words only": ("of the goat slept so well", "goat slept so well of the", []),
    "two phrases": (
        "red ferry then one two three four five old goat",
        "old goat one two three four five then red ferry",
        ["red ferry", "old goat"],
    ),
}


@pytest.mark.parametrize(("original", "rewrite", "found"), MOVES.values(), ids=MOVES)
def test_runs_that_stand_elsewhere_are_moved(original: str, rewrite: str, found: list[str]) -> None:
    assert moves(original, rewrite) == found


def test_the_longest_run_is_moved_whole() -> None:
    original = "red ferry then big red ferry boat now one two three four five six"
    rewrite = "one two three four five six here big red ferry boat"
    assert moves(original, rewrite) == ["big red ferry boat"]


def test_words_that_stand_often_start_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """The runs that are looked at stay few, however long the passage."""
    heaps: list[int] = []
    monkeypatch.setattr(tidy_edits, "heapify", lambda waiting: heaps.append(len(waiting)))
    chance = random.Random(3)
    original = [chance.choice(["goat", "ferry", "lantern"]) for _ in range(400)]
    steps = [(Change.REMOVED, 0, 400, 0, 0), (Change.ADDED, 400, 400, 0, 400)]
    with_moves(steps, Sides(original, original[::-1]), FUNCTION_WORDS)
    assert heaps == [0]
