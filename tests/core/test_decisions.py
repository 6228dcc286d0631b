"""Anchors find their place again in texts that changed; decisions about the same place replace each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.decisions import NO_DECISIONS, Anchor, Decisions, pairing, sentence_anchor, sentence_at
from rewritediff.core.sentences import document_from_sentences, document_from_text
from rewritediff.core.values import Side, Sides, Span
from tests.strategies import ODD, texts

STORY = "The ferry left at dawn. The goat stayed. At noon the bell rang. The goat stayed. Nobody asked why."
FIRST, SECOND = STORY.index("The goat"), STORY.rindex("The goat")
GOAT = len("The goat stayed.")


def at(start: int, end: int, text: str = STORY) -> Anchor:
    return Anchor.at(Side.ORIGINAL, Span(start, end), text)


@given(ODD, st.data())
def test_an_anchor_finds_its_place_in_the_same_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    assert at(span.start, span.end, text).locate(text) == span


@given(texts, texts, st.integers(0, 5))
def test_an_anchor_survives_text_inserted_before(before: str, after: str, length: int) -> None:
    text = f"{before} Zanzibar wept. {after}"
    start = text.index("Zanzibar")
    grown = "Quokka! " * length + text
    assert at(start, start + 8, text).locate(grown) == Span(start + 8 * length, start + 8 * length + 8)


@pytest.mark.parametrize("start", [FIRST, SECOND], ids=["first", "second"])
@pytest.mark.parametrize("inserted", ["", "A new opening. ", "The goat stayed. "], ids=["nothing", "other words", "the same words"])
def test_surroundings_tell_repeated_quotations_apart(start: int, inserted: str) -> None:
    assert at(start, start + GOAT).locate(inserted + STORY) == Span(start + len(inserted), start + len(inserted) + GOAT)


@pytest.mark.parametrize("number", range(5))
def test_occurrence_tells_quotations_with_equal_surroundings_apart(number: int) -> None:
    refrain = "Row the boat. " * 20
    start = (8 + number) * 14
    anchor = at(start, start + 13, refrain)
    assert anchor.occurrence == 8 + number
    assert anchor.locate("Sing, sailor!" + refrain) == Span(start + 13, start + 26)


def test_overlapping_occurrences_are_counted_as_they_are_found() -> None:
    text = "z" * 200
    anchor = at(100, 104, text)
    assert anchor.occurrence == 100


def test_a_quotation_survives_changes_around_it() -> None:
    anchor = at(FIRST, FIRST + GOAT)
    changed = STORY.replace("The ferry left at dawn.", "No boat left.").replace("At noon the bell rang.", "It rained.")
    assert anchor.locate(changed) == Span(changed.index("The goat"), changed.index("The goat") + GOAT)


def test_a_quotation_that_is_gone_has_no_place() -> None:
    assert at(FIRST, FIRST + GOAT).locate("Nothing of it is left.") is None
    assert at(FIRST, FIRST + GOAT).locate("") is None


def test_an_empty_span_is_found_between_its_surroundings() -> None:
    anchor = at(FIRST, FIRST)
    assert anchor.locate("Some day: " + STORY) == Span(FIRST + 10, FIRST + 10)
    assert anchor.locate("Nothing of it is left.") is None


def test_an_empty_span_in_an_empty_text_is_found() -> None:
    assert at(0, 0, "").locate("") == Span(0, 0)


DOCUMENTS = Sides(document_from_sentences(["One goat.", "Two goats."]), document_from_sentences(["A goat.", "Some goats."]))
PAIRING = pairing(DOCUMENTS, 1, 0)
OTHER = pairing(DOCUMENTS, 0, 1)


def test_no_decisions_are_false() -> None:
    assert not NO_DECISIONS
    assert not Decisions()
    assert NO_DECISIONS.link(PAIRING)


def test_linking_takes_back_unlinking_and_the_other_way() -> None:
    linked = NO_DECISIONS.unlink(PAIRING).link(PAIRING)
    assert (linked.linked, linked.unlinked) == ((PAIRING,), ())
    unlinked = linked.unlink(PAIRING)
    assert (unlinked.linked, unlinked.unlinked) == ((), (PAIRING,))


def test_a_decision_is_kept_once_and_the_last_stands_last() -> None:
    assert NO_DECISIONS.link(PAIRING).link(OTHER).link(PAIRING).linked == (OTHER, PAIRING)


def test_the_anchor_of_a_sentence_leads_back_to_it() -> None:
    assert sentence_anchor(DOCUMENTS, Side.REWRITE, 1).quote == "Some goats."
    assert sentence_at(DOCUMENTS.original, PAIRING.original) == 1
    assert sentence_at(DOCUMENTS.rewrite, PAIRING.rewrite) == 0


@given(texts)
def test_every_sentence_is_found_by_its_own_anchor(text: str) -> None:
    document = document_from_text(text, "en")
    found = [sentence_at(document, Anchor.at(Side.ORIGINAL, sentence.span, text)) for sentence in document.sentences]
    assert found == list(range(len(document.sentences)))


@pytest.mark.parametrize(
    ("span", "sentence"),
    [
        pytest.param(Span(7, 14), 1, id="most of the second"),
        pytest.param(Span(0, 12), 0, id="most of the first"),
        pytest.param(Span(10, 10), 1, id="an empty place where a sentence begins"),
        pytest.param(Span(12, 12), 1, id="an empty place inside"),
        pytest.param(Span(9, 10), None, id="the white space between"),
    ],
)
def test_an_anchored_place_belongs_to_the_sentence_that_holds_most_of_it(span: Span, sentence: int | None) -> None:
    document = document_from_sentences(["One goat.", "Two goats."])
    assert sentence_at(document, Anchor.at(Side.ORIGINAL, span, document.text)) == sentence
