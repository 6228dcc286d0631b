"""What is marked inside a passage, for both front ends."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.marking import kept_share, term_spans, trimmed, without_asides
from rewritediff.core.tokens import TOKEN, fold, is_word
from rewritediff.core.values import Change, Side, Span
from rewritediff.engine import compare
from rewritediff.exporters.marks import Mark, Marker
from rewritediff.gui.row_marks import RunKind
from rewritediff.gui.rows import present

EDITED = ("The council opened the old bridge on Monday.", "The council closed the old bridge on Monday.")
REWORDED = (
    "Mayor Ilse Brandström called the vote “a promise kept to every family that has carried sandbags in the dark.”",
    "The mayor, Ilse Brandström, said the decision honoured a pledge to all the families who had hauled sandbags at night.",
)


def test_words_are_marked_where_enough_is_kept() -> None:
    assert compare(*EDITED).marking(0).terms is None


def test_key_terms_stand_out_where_little_is_kept() -> None:
    assert compare(*REWORDED).marking(0).terms == {"mayor", "ilse", "brandström", "sandbags"}


def test_words_moved_within_count_as_marked() -> None:
    comparison = compare("On Thursday night the council voted.", "The council voted on Thursday night.")
    texts = comparison.texts
    kept = [edit for edit in comparison.edits(0) if edit.change in (Change.KEPT, Change.TYPOGRAPHIC)]
    assert kept_share(kept, texts) == 1.0
    assert kept_share(comparison.edits(0), texts) == 0.5


def test_a_comma_is_no_change_beside_words_and_one_alone() -> None:
    beside = compare("The old bridge, the red one, closed in May.", "The old bridge the red one opened in May.")
    alone = compare("The old bridge, closed.", "The old bridge closed.")
    for comparison, commas in ((beside, False), (alone, True)):
        texts = comparison.texts
        edits = without_asides(comparison.edits(0), texts)
        assert any(edit.original and edit.original.of(texts.original) == "," for edit in edits) is commas


@pytest.mark.parametrize(("piece", "bare"), [(", and then.", "and then"), (".", "."), ("€5", "€5"), (" a b ", "a b")])
def test_marks_leave_out_the_punctuation_around_words(piece: str, bare: str) -> None:
    text = f"<<{piece}>>"
    assert trimmed(text, Span(2, 2 + len(piece))).of(text) == bare


def test_neighbouring_terms_are_one_span() -> None:
    text = "Ilse Brandström, mayor. Mayor Ilse."
    spans = term_spans(text, (Span(0, 23), Span(24, 35)), frozenset({"ilse", "brandström"}))
    assert [span.of(text) for span in spans] == ["Ilse Brandström", "Ilse"]


@pytest.mark.parametrize("pair", [EDITED, REWORDED], ids=["word marks", "key terms"])
@pytest.mark.parametrize("side", list(Side), ids=lambda side: side.value)
def test_window_and_reports_mark_the_same(pair: tuple[str, str], side: Side) -> None:
    comparison = compare(*pair)
    reported = [piece.text for piece in Marker(comparison).pieces(side, 0) if piece.mark is not Mark.PLAIN]
    shown = present(comparison).content(0).sides[side]
    painted = [shown.text.text[run.start : run.end] for run in shown.runs if run.kind is not RunKind.KEPT]
    assert painted == reported != []


WORDS = ("the", "old", "bridge’s", "U.S.", "3,000", "-4", "council,", "–", "Jong-un", "€48", "café")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=12), st.randoms())
def test_the_share_of_kept_words_counts_both_sides(words: list[str], order: random.Random) -> None:
    """The obvious way: each side of each edit by itself."""
    comparison = compare([" ".join(words)], [" ".join(order.sample(words, len(words)))])
    for number in range(len(comparison.passages)):
        kept = whole = 0
        for edit in comparison.edits(number):
            for side in Side:
                span = edit.span(side)
                count = sum(is_word(fold(unit)) for unit in TOKEN.findall(span.of(comparison.texts[side]))) if span else 0
                whole += count
                kept += count * (edit.change in (Change.KEPT, Change.TYPOGRAPHIC))
        assert kept_share(comparison.edits(number), comparison.texts) == (kept / whole if whole else 1.0)
