"""The words of a passage, compared: laws for all inputs, and named cases."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from diff_match_patch import diff_match_patch
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core import words as module
from rewritediff.core.tokens import TOKEN, fold
from rewritediff.core.values import Change, Edit, Side, Sides, Span
from rewritediff.core.words import compared, edits_between, words_in
from tests.strategies import ODD, phrases

FUNCTION_WORDS = frozenset(["the", "a", "of", "and", "on", "in", "to", "it", "was"])
passages = st.lists(phrases() | ODD, max_size=3)


def whole(text: str) -> tuple[Span, ...]:
    return (Span(0, len(text)),)


def edits(original: str, rewrite: str) -> tuple[Edit, ...]:
    return edits_between(Sides(original, rewrite), Sides(whole(original), whole(rewrite)), FUNCTION_WORDS)


def said(original: str, rewrite: str) -> list[str]:
    """Write edits as a person would: kept as they are, [removed], {added}, <moved>, ~typographic~."""
    marks = {Change.KEPT: "{}", Change.REMOVED: "[{}]", Change.ADDED: "{{{}}}", Change.MOVED: "<{}>", Change.TYPOGRAPHIC: "~{}~"}
    texts = [(edit.change, (edit.rewrite.of(rewrite) if edit.rewrite else edit.original.of(original))) for edit in edits(original, rewrite)]
    return [marks[change].format(text) for change, text in texts]


def joined(parts: list[str]) -> tuple[str, tuple[Span, ...]]:
    """Put sentences into one text, white space between and around them."""
    text, spans = "  ", []
    for part in (part.strip() for part in parts):
        spans.append(Span(len(text), len(text) + len(part)))
        text += part + "\n "
    return text, tuple(spans)


@given(passages, passages)
@settings(max_examples=200)
def test_the_edits_of_each_side_tile_its_words(original: list[str], rewrite: list[str]) -> None:
    """By place they do not overlap, and what lies between them is white space or outside the sentences."""
    (left, left_spans), (right, right_spans) = joined(original), joined(rewrite)
    found = edits_between(Sides(left, right), Sides(left_spans, right_spans), FUNCTION_WORDS)
    for side, text, spans in ((Side.ORIGINAL, left, left_spans), (Side.REWRITE, right, right_spans)):
        placed = sorted(span for edit in found if (span := edit.span(side)) is not None)
        assert all(before.end <= after.start for before, after in pairwise(placed))
        bare = set(range(len(text))).difference(*(range(span.start, span.end) for span in placed))
        assert all(text[k].isspace() for span in spans for k in range(span.start, span.end) if k in bare)


@given(passages, passages)
def test_each_change_has_the_sides_that_it_needs(original: list[str], rewrite: list[str]) -> None:
    needed = {Change.REMOVED: (True, False), Change.ADDED: (False, True)}
    for edit in edits(" ".join(original), " ".join(rewrite)):
        assert (edit.original is not None, edit.rewrite is not None) == needed.get(edit.change, (True, True))
        assert all(span is None or len(span) > 0 for span in (edit.original, edit.rewrite))


@given(phrases() | ODD, phrases() | ODD)
@settings(max_examples=200)
def test_kept_reads_the_same_and_typographic_folds_the_same(original: str, rewrite: str) -> None:
    for edit in edits(original, rewrite):
        if edit.original is not None and edit.rewrite is not None:
            first, second = edit.original.of(original), edit.rewrite.of(rewrite)
            assert (bare(first) == bare(second)) is (edit.change is Change.KEPT) or edit.change is Change.MOVED
            assert folded(first) == folded(second)


def bare(text: str) -> str:
    return "".join(text.split())


def folded(text: str) -> list[str]:
    """Fold a run by itself; a hyphen before a number, cut off from the word before it, would read as its sign."""
    return [form for unit in TOKEN.findall(text) if (form := fold(unit).lstrip("-"))]


@given(phrases() | ODD)
def test_a_text_and_itself_keep_everything(text: str) -> None:
    assert all(edit.change is Change.KEPT for edit in edits(text, text))


@given(phrases(), phrases())
def test_the_same_words_are_found_each_time(original: str, rewrite: str) -> None:
    assert edits(original, rewrite) == edits(original, rewrite)


CASES = {
    "nothing": ("", "", []),
    "only removed": ("The goat slept.", "", ["[The goat slept.]"]),
    "only added": ("", "The goat slept.", ["{The goat slept.}"]),
    "a word exchanged": ("The goat slept.", "The sheep slept.", ["The", "[goat]", "{sheep}", "slept."]),
    "a word added": ("The goat slept well.", "The old goat slept well.", ["The", "{old}", "goat slept well."]),
    "quotation marks": ("as a rocket man on a trip", "as a “rocket man” on a trip", ["as a", "~“rocket man”~", "on a trip"]),
    "hyphen": ("Ri Jong Un spoke", "Ri Jong-un spoke", ["Ri Jong", "~-un~", "spoke"]),
    "lost apostrophe": ("they don t know", "they don’t know", ["they don", "~’t~", "know"]),
    "possessive": ("Oster s boats", "Oster’s boats", ["Oster", "~’s~", "boats"]),
    "spacing": ("one  goat\nslept", "one goat slept", ["one goat slept"]),
    "case": ("Big Goat", "big goat", ["~big goat~"]),
    "a small coincidence is absorbed": (
        "She took the road north",
        "She chose the path north",
        ["She", "[took the road]", "{chose the path}", "north"],
    ),
    "a phrase moved to the front": (
        "The town voted for a barrier across the harbour after nine years of argument",
        "After nine years of argument the town voted for a barrier across the harbour",
        ["~the~", "town voted for a barrier across the harbour", "<After nine years of argument>"],
    ),
}


@pytest.mark.parametrize(("original", "rewrite", "expected"), CASES.values(), ids=CASES)
def test_words_are_marked(original: str, rewrite: str, expected: list[str]) -> None:
    assert said(original, rewrite) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“Ha,” she said.", "“Ha|,”|she|said|."),
        ("Jong-un’s", "Jong|-un|’s"),
        ("he said “ rocket", "he|said “|rocket"),
        ("“…”", "“…”"),
        ("« oui »", "« oui »"),
        ("’", "’"),
        ("", ""),
    ],
)
def test_marks_that_fold_to_nothing_stay_with_a_word(text: str, words: str) -> None:
    assert [word.text for word in words_in(text, whole(text))] == (words.split("|") if words else [])


@given(passages)
def test_words_stay_inside_their_sentences(parts: list[str]) -> None:
    text, spans = joined(parts)
    assert all(any(span.start <= word.start < word.end <= span.end for span in spans) for word in words_in(text, spans))


VOCABULARY = [f"{a}{b}{c}" for a in "bdfgklmnprst" for b in "aeiou" for c in "bdfgklmnprst"]


class Counted:
    """Count the words that are handed to the word by word comparison."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.largest = 0
        compare = diff_match_patch.diff_main

        def counting(differ: diff_match_patch, original: str, rewrite: str, *more: object, **named: object) -> object:
            self.largest = max(self.largest, len(original) * len(rewrite))
            return compare(differ, original, rewrite, *more, **named)

        monkeypatch.setattr(diff_match_patch, "diff_main", counting)


@pytest.mark.parametrize("kept", [0.0, 0.5, 0.95])
def test_huge_passages_are_cut_before_they_are_compared_word_by_word(monkeypatch: pytest.MonkeyPatch, kept: float) -> None:
    counted, chance = Counted(monkeypatch), random.Random(7)
    original = [f"{chance.choice(VOCABULARY)}{chance.randrange(9)}" for _ in range(3_000)]
    rewrite = [word if chance.random() < kept else chance.choice(VOCABULARY) for word in original]
    found = edits(" ".join(original), " ".join(rewrite))
    assert counted.largest <= module.LARGEST
    assert sum(len(edit.original.of(" ".join(original)).split()) for edit in found if edit.original) == 3_000


def test_a_huge_passage_without_rare_words_is_kept_where_it_is_equal() -> None:
    text = " ".join(VOCABULARY[:10] * 300)
    assert [edit.change for edit in edits(text, text + " goat")] == [Change.KEPT, Change.ADDED]


@given(st.lists(st.sampled_from("abcdefgh"), max_size=24), st.lists(st.sampled_from("abcdefgh"), max_size=24), st.sampled_from([1, 9, 60]))
@settings(max_examples=200)
def test_steps_cover_both_runs_of_words_however_small_the_stretches(original: list[str], rewrite: list[str], largest: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "LARGEST", largest)
        steps = compared(original, rewrite)
    assert [k for _, a, b, _, _ in steps for k in range(a, b)] == list(range(len(original)))
    assert [k for *_, c, d in steps for k in range(c, d)] == list(range(len(rewrite)))
    assert all(original[a:b] == rewrite[c:d] for change, a, b, c, d in steps if change is Change.KEPT)
    assert all((before[0], after[0]) != (Change.KEPT, Change.KEPT) for before, after in pairwise(steps))
