"""Runs taken over word for word: the slow obvious way finds the same."""

from __future__ import annotations

from itertools import pairwise, takewhile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.copied import PLACES, Word, are_inside, copied_runs, quoted_spans
from rewritediff.core.values import Sides, Span
from tests.strategies import folded_words, phrases

letters = st.lists(st.sampled_from(["goat", "ferry", "kettle"]), max_size=14)


def copied(original: str, rewrite: str, words: int = 3) -> list[str]:
    return [run.rewrite.of(rewrite) for run in copied_runs(Sides(original, rewrite), words)]


def slowly(original: list[str], rewrite: list[str], words: int) -> list[tuple[int, int, int]]:
    """Take at each place of the rewrite the longest equal run, the first where several are as long."""
    found, target = [], 0
    while target < len(rewrite):
        lengths = [(equal(original[source:], rewrite[target:]), -source) for source in range(len(original))]
        length, source = max(lengths, default=(0, 0))
        if length >= words:
            found.append((-source, target, length))
        target += length if length >= words else 1
    return found


def equal(first: list[str], second: list[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(first, second, strict=False)))


@given(letters, letters, st.integers(2, 5))
@settings(max_examples=200)
def test_the_slow_obvious_way_finds_the_same_runs(original: list[str], rewrite: list[str], words: int) -> None:
    left, right = " ".join(original), " ".join(rewrite)
    runs = copied_runs(Sides(left, right), words)
    found = [(len(left[: run.original.start].split()), len(right[: run.rewrite.start].split()), run.words) for run in runs]
    assert found == slowly(original, rewrite, words)


@given(phrases(), phrases(), st.integers(2, 4))
def test_both_ends_of_a_run_have_the_same_words(original: str, rewrite: str, words: int) -> None:
    for run in copied_runs(Sides(original, rewrite), words):
        first, second = folded_words([run.original.of(original), run.rewrite.of(rewrite)])
        assert first == second
        assert len(first) == run.words >= words


@given(phrases(), phrases())
def test_runs_do_not_overlap_in_the_rewrite(original: str, rewrite: str) -> None:
    runs = copied_runs(Sides(original, rewrite), 2)
    assert all(before.rewrite.end <= after.rewrite.start for before, after in pairwise(runs))


@given(phrases().filter(lambda text: len(folded_words([text])[0]) >= 2))
def test_a_text_is_one_copied_run_of_itself(text: str) -> None:
    assert [run.words for run in copied_runs(Sides(text, text), 2)] == [len(folded_words([text])[0])]


CASES = {
    "typography aside": ("Oster s old ferry sank", "“Oster’s old FERRY sank”", ["Oster’s old FERRY sank"]),
    "across sentence ends": ("It sank. Nobody saw it.", "So it sank! Nobody saw more.", ["it sank! Nobody saw"]),
    "too short": ("one old ferry", "two old ferry", []),
    "from another place": (
        "goats sleep well. ferries sink fast",
        "ferries sink fast; goats sleep well",
        ["ferries sink fast", "goats sleep well"],
    ),
    "taken twice": ("one two three", "one two three, one two three", ["one two three", "one two three"]),
    "nothing": ("", "", []),
}


@pytest.mark.parametrize(("original", "rewrite", "found"), CASES.values(), ids=CASES)
def test_copied_runs_are_found(original: str, rewrite: str, found: list[str]) -> None:
    assert copied(original, rewrite) == found


@pytest.mark.parametrize(("words", "runs"), [(2, 1), (4, 1), (5, 0)])
def test_the_least_number_of_words_can_be_set(words: int, runs: int) -> None:
    assert len(copied("the goat slept well", "a goat, the goat slept well", words)) == runs


QUOTED = {
    "curly": ("He said “the old ferry sank” today", True),
    "straight": ('He said "the old ferry sank" today', True),
    "German": ("Er: „the old ferry sank“ heute", True),
    "French": ("Lui : « the old ferry sank » hier", True),
    "Japanese": ("彼は「the old ferry sank」と", True),
    "longer quotation": ("“Well, the old ferry sank at last.”", True),
    "never closed": ("“the old ferry sank", True),
    "not quoted": ("Indeed the old ferry sank today", False),
    "quoted before": ("“Ha,” said he, the old ferry sank", False),
    "quoted in part": ("He said “the old” ferry sank", False),
    "apostrophes quote nothing": ("Ann's kin's the old ferry sank's", False),
    "a line ends a quotation": ("“Ha\nthe old ferry sank”", False),
}


@pytest.mark.parametrize(("rewrite", "quoted"), QUOTED.values(), ids=QUOTED)
def test_a_run_says_whether_it_stands_between_quotation_marks(rewrite: str, *, quoted: bool) -> None:
    (run,) = copied_runs(Sides("the old ferry sank", rewrite), 4)
    assert run.quoted is quoted


SOURCE = "we saw that the old ferry sank at noon today"
CROSSING = {
    "into a quotation": (
        "Indeed we saw that “the old ferry sank at noon”.",
        [("we saw that", False), ("the old ferry sank at noon", True)],
    ),
    "out of one": ("“The old ferry sank” at noon today, yes.", [("The old ferry sank", True), ("at noon today", False)]),
    "through one": (
        "So we saw that “the old ferry” sank at noon.",
        [("we saw that", False), ("the old ferry", True), ("sank at noon", False)],
    ),
    "scare quotes": ("So the “old” ferry sank at noon.", [("the", False), ("old", True), ("ferry sank at noon", False)]),
    "from one into the next": ("“The old ferry sank”, he said. “At noon today”", [("The old ferry sank", True)]),
    "two that touch": ("“The old ferry sank” “at noon today”", [("The old ferry sank” “at noon today", True)]),
    "straight marks": ('So we saw that "the old ferry sank".', [("we saw that", False), ("the old ferry sank", True)]),
    "a stray mark reaches to the end of its line": (
        "So we saw “that the old\nferry sank at noon today.",
        [("we saw", False), ("that the old", True), ("ferry sank at noon today", False)],
    ),
    "a stray mark closes": ("So we saw that the old” ferry sank at noon.", [("we saw that the old” ferry sank at noon", False)]),
    "no marks": ("So the old ferry sank at noon.", [("the old ferry sank at noon", False)]),
}


@pytest.mark.parametrize(("rewrite", "parts"), CROSSING.values(), ids=CROSSING)
def test_a_run_is_cut_where_it_crosses_a_quotation_mark(rewrite: str, parts: list[tuple[str, bool]]) -> None:
    (run,) = copied_runs(Sides(SOURCE, rewrite), 4)
    assert [(part.rewrite.of(rewrite), part.quoted) for part in run.parts] == parts
    assert run.quoted_words == sum(len(folded_words([part])[0]) for part, quoted in parts if quoted)
    assert run.quoted is all(quoted for _, quoted in parts)


@given(phrases(), st.text('ab \n“”"«»', max_size=40))
def test_the_parts_of_a_run_hold_its_words_in_order(phrase: str, text: str) -> None:
    for original, rewrite in ((phrase, phrase), (text.replace("“", ""), text)):
        for run in copied_runs(Sides(original, rewrite), 2):
            assert sum(part.words for part in run.parts) == run.words
            assert all(before.quoted is not after.quoted for before, after in pairwise(run.parts))
            for spans, whole in (
                ([part.original for part in run.parts], run.original),
                ([part.rewrite for part in run.parts], run.rewrite),
            ):
                assert (spans[0].start, spans[-1].end) == (whole.start, whole.end)
                assert all(before.end <= after.start for before, after in pairwise(spans))
            for part in run.parts:
                first, second = folded_words([part.original.of(original), part.rewrite.of(rewrite)])
                assert first == second
                assert len(first) == part.words


EDGES = st.lists(st.integers(0, 40), max_size=12, unique=True).map(
    lambda edges: [Span(*pair) for pair in zip(*[iter(sorted(edges))] * 2, strict=False)]
)


@given(EDGES, EDGES)
def test_the_slow_obvious_way_finds_the_same_words_inside(words: list[Span], spans: list[Span]) -> None:
    assert are_inside([Word("", word.start, word.end) for word in words], spans) == [
        any(span.start <= word.start and word.end <= span.end for span in spans) for word in words
    ]


@given(st.text('ab\n“”"«»„「」', max_size=20))
def test_quotations_are_in_order_and_hold_no_line_break(text: str) -> None:
    spans = quoted_spans(text)
    assert all(before.end < after.start for before, after in pairwise(spans))
    assert not any("\n" in span.of(text) for span in spans)


def test_a_refrain_is_copied_from_one_of_its_first_places() -> None:
    runs = copied_runs(Sides("row the boat now " * (PLACES + 20), "row the boat now"), 4)
    assert [(run.original.start, run.words) for run in runs] == [(0, 4)]
