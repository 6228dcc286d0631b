"""New claims and lost facts: what one side says and the other does not, and what only sounds longer or shorter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff import engine
from rewritediff.core.values import FindingKind, Strength
from tests.core.facts.cases import Case, check, compared, loud, told
from tests.core.facts.one_sided_cases import ENGLISH, FRENCH, GERMAN, SHOPS, SPANISH, TUNNEL

CASES = [(language, case) for language, cases in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH), ("es", SPANISH)) for case in cases]


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{language}: {case.name}" for language, case in CASES])
def test_case(language: str, case: Case) -> None:
    check(case, language)


STATEMENTS = (
    "Everybody hopes for better weather soon.",
    "Repainting the walls alone took 340 tins of colour.",
    "The engineer Amelia Hartwell spent 340 tins of colour.",
    "The engineer Amelia Hartwell spent 340 tins and was accused of fraud by Theo Brand.",
)


def test_new_sentences_stand_in_the_order_of_what_they_carry() -> None:
    rewrite = f"{TUNNEL} {' '.join(STATEMENTS)} {SHOPS}"
    comparison = compared(f"{TUNNEL} {SHOPS}", rewrite)
    assert [finding.values.rewrite[0] for finding in comparison.findings] == list(reversed(STATEMENTS))


def test_what_the_original_says_in_another_place_weighs_little() -> None:
    original = f"{TUNNEL} Amelia Hartwell owns the ferry. {SHOPS}"
    comparison = compared(original, f"{TUNNEL} Amelia Hartwell owns the ferry. It was a gloomy year for Hartwell in every respect. {SHOPS}")
    assert [(finding.code, finding.strength) for finding in comparison.findings] == [("new-sentence", Strength.LOOK)]


def test_dropped_sentences_stand_in_the_order_of_what_they_carried() -> None:
    plain, grave = "Everybody hopes for better weather soon.", "Doctors warned of the danger of 340 open cans."
    comparison = compared(f"{TUNNEL} {plain} {grave} {SHOPS}", f"{TUNNEL} {SHOPS}")
    assert [finding.values.original[0] for finding in comparison.findings] == [grave, plain]
    assert {finding.strength for finding in comparison.findings} == {Strength.LOOK}


def test_a_summary_is_not_told_each_sentence_that_it_leaves_out_but_warnings() -> None:
    plain = " ".join(f"The {thing} of the old town was built by hand in those years." for thing in ("wall", "gate", "mill", "well") * 6)
    comparison = compared(f"{TUNNEL} {plain} Doctors warned of the danger of open cans. {SHOPS}", f"{TUNNEL} {SHOPS}")
    assert [finding.values.original[0] for finding in loud(comparison)] == ["Doctors warned of the danger of open cans."]


def test_furniture_is_told_apart_and_stands_last() -> None:
    rewrite = f"# Amelia Hartwell speaks of 340 tins\n\n{TUNNEL} Everybody hopes for better weather soon. {SHOPS}\n\nPhoto: Theo Brand"
    comparison = compared(f"{TUNNEL} {SHOPS}", rewrite)
    assert [finding.code for finding in comparison.findings] == ["new-sentence", "new-furniture", "new-furniture"]
    assert {finding.strength for finding in comparison.findings[1:]} == {Strength.NOTE}


def test_a_sentence_inside_a_quotation_is_one_to_check_although_its_signs_stand_elsewhere() -> None:
    rewrite = f"{TUNNEL}\n\n“We were shocked. Nobody asked for our opinion. We will move away.”\n\n{SHOPS}"
    found = {finding.values.rewrite[0]: finding.strength for finding in compared(f"{TUNNEL}\n\n{SHOPS}", rewrite).findings}
    assert found["Nobody asked for our opinion."] is Strength.CHECK


def test_in_a_language_without_tables_sentences_are_told_but_not_clauses() -> None:
    original = "De brug over de rivier is gesloten. De winkels klagen over het weer."
    promise = "Amelia Hartwell belooft 340 blikken verf."
    rewrite = f"De brug over de rivier is gesloten wegens ernstige roestschade. {promise} De winkels klagen over het weer."
    comparison = compared(original, rewrite, "nl")
    told_of = [told(comparison, finding) for finding in comparison.findings if finding.kind in (FindingKind.CLAIM, FindingKind.LOSS)]
    assert told_of == [("claim", "", promise, "check")]


def test_sentences_that_were_translated_are_neither_new_nor_lost() -> None:
    original = ["The lamp of the old tower costs 40,000 kronor in a year.", "Henrik Dahl was the last of those who kept it."]
    rewrite = ["Die Lampe des alten Turms kostet im Jahr 40.000 Kronen.", "Henrik Dahl war der letzte, der sie noch gewartet hat."]
    comparison = engine.compare(original, rewrite)
    assert {finding.kind for finding in comparison.findings} >= {FindingKind.CLAIM, FindingKind.LOSS}
    assert loud(comparison) == []
    assert FindingKind.CLAIM in comparison.coverage.checked
    unasked = {FindingKind.NEGATION, FindingKind.SPEAKER, FindingKind.QUOTATION, FindingKind.OBLIGATION, FindingKind.HEDGE}
    assert unasked.isdisjoint(comparison.coverage.checked)


NEW_WORDS = ("zinc", "plywood", "granite", "velvet", "marble", "wicker", "bronze", "cedar")


@given(st.sampled_from(NEW_WORDS), st.sampled_from(NEW_WORDS))
def test_a_clause_with_two_new_words_is_always_a_claim_and_a_loss_the_other_way_round(first: str, second: str) -> None:
    short, long = "The farmer mended the old barn last winter.", f"The farmer mended the old barn last winter using {first} and {second}."
    claims, losses = compared(short, long), compared(long, short)
    assert [told(claims, finding) for finding in claims.findings] == [("claim", "", f"using {first} and {second}", "look")]
    assert all(finding.kind is FindingKind.LOSS for finding in losses.findings)


@given(st.lists(st.sampled_from((*NEW_WORDS, "the", "of", ",", "and", "—")), min_size=1, max_size=8))
def test_spans_lie_on_whole_words(words: list[str]) -> None:
    comparison = compared("The farmer mended the old barn last winter.", f"The farmer mended {' '.join(words)} the old barn last winter.")
    for finding in comparison.findings:
        for span, text in ((span, text) for spans, text in zip(finding.spans, comparison.texts, strict=True) for span in spans):
            around = text[max(0, span.start - 1) : span.start + 1], text[span.end - 1 : span.end + 1]
            assert not any(pair.isalnum() and len(pair) == 2 for pair in around)
