"""What stands on the cards of the list of findings, and which cards there are, without Qt."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Ruling
from rewritediff.core.values import FindingKind, Strength
from rewritediff.core.verdicts import given
from rewritediff.gui.queue import Card, card, entries, entry_of, next_open, waiting
from rewritediff.gui.review import Review, review_of
from tests.gui.findings import compared, finding

CHECK, LOOK, NOTE = Strength


@pytest.fixture
def comparison() -> Comparison:
    return compared()


def decided(comparison: Comparison, *findings: int) -> Review:
    return review_of(comparison, given(comparison, findings, Ruling.FINE).verdicts)


@pytest.mark.parametrize(
    ("weakest", "expected"),
    [
        (CHECK, ((0,), (1,), (2,), (3, 6))),
        (LOOK, ((0,), (1,), (2,), (3, 6), (4,), (5,))),
        (NOTE, ((0,), (1,), (2,), (3, 6), (4,), (5,), (7,))),
    ],
)
def test_cards_stand_in_the_order_of_findings_up_to_a_strength(
    comparison: Comparison, weakest: Strength, expected: tuple[tuple[int, ...], ...]
) -> None:
    assert entries(comparison, weakest) == expected


def test_a_group_of_notes_is_a_note(comparison: Comparison) -> None:
    notes = replace(comparison, findings=(comparison.findings[0], comparison.findings[6]))
    assert entries(notes, LOOK) == ((0,),)
    assert entries(notes, NOTE) == ((0,), (1,))


def test_a_card_is_found_by_any_of_its_findings(comparison: Comparison) -> None:
    shown = entries(comparison, LOOK)
    assert [entry_of(shown, number) for number in (0, 3, 6, 5, 7, None)] == [0, 3, 3, 5, None, None]


def test_waiting_and_done_are_counted_by_card(comparison: Comparison) -> None:
    assert waiting(comparison, None, LOOK) == ({CHECK: 4, LOOK: 2}, 0)
    assert waiting(comparison, decided(comparison, 0, 3, 4), LOOK) == ({CHECK: 3, LOOK: 1}, 2)
    assert waiting(comparison, decided(comparison, 0, 3, 6), CHECK) == ({CHECK: 2}, 2)


def test_the_next_that_waits_is_found_round_the_end(comparison: Comparison) -> None:
    shown = entries(comparison, LOOK)
    review = decided(comparison, 1, 2, 5)
    assert next_open(shown, review, 0) == 3
    assert next_open(shown, review, 4) == 0
    assert next_open(shown, decided(comparison, *range(8)), 2) is None
    assert next_open((), review, 0) is None


def shown(comparison: Comparison, number: int, review: Review | None = None) -> Card:
    return card(comparison, review, (number,))


def marked(item: Card) -> list[str]:
    return [item.context.text[first:end] for first, end in item.context.marks]


def test_a_card_says_kind_place_values_and_context(comparison: Comparison) -> None:
    item = shown(comparison, 0)
    assert (item.label, item.place, item.was, item.now) == ("Name", "¶ 2", "China", "Russia")
    assert item.message == "Names differ: original has China, rewrite has Russia"
    assert item.context.text.startswith("Russia stays the stronger player")
    assert marked(item) == ["Russia"]
    assert item.verdict is None


def test_what_the_original_alone_has_is_shown_there(comparison: Comparison) -> None:
    item = shown(comparison, 7)
    assert (item.place, item.was, item.now) == ("original ¶ 1", "goat", "")
    assert marked(item) == ["goat"]


def test_a_whole_sentence_needs_no_context(comparison: Comparison) -> None:
    item = shown(comparison, 5)
    assert item.is_alone
    assert item.context.text == ""
    assert item.now.startswith("The film crew")


def test_a_finding_without_words_has_its_message(comparison: Comparison) -> None:
    item = shown(comparison, 3)
    assert (item.was, item.now, item.place, item.context.text) == ("", "", "", "")
    assert item.message


def test_words_far_into_their_sentence_stay_in_sight(comparison: Comparison) -> None:
    item = card(replace(comparison, findings=(finding(comparison, FindingKind.NAME, ("mayor", "mayor")),)), None, (0,))
    assert item.context.text.startswith("…")
    assert item.context.text.index("mayor") < 40
    assert marked(item) == ["mayor"]


def test_a_card_says_what_was_made_of_it(comparison: Comparison) -> None:
    item = shown(comparison, 0, decided(comparison, 0))
    assert item.verdict is not None
    assert item.verdict.ruling is Ruling.FINE


def test_a_group_is_done_when_all_of_it_is(comparison: Comparison) -> None:
    assert card(comparison, decided(comparison, 3), (3, 6)).verdict is None
    assert card(comparison, decided(comparison, 3, 6), (3, 6)).verdict is not None
