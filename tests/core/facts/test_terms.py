"""Opposites are pointed at, and terms that are probably not the same; what another finder judges, and what says little, is left alone."""

from __future__ import annotations

import pytest

from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.term_features import BY_PART, SHAPED
from rewritediff.core.facts.term_weights import CHECK_FROM, LOOK_FROM, WEIGHTS
from rewritediff.core.facts.terms import Weighed, suspected
from rewritediff.core.values import FindingKind, Sides, Span, Strength
from tests.core.facts.cases import Case, by_language, check

ENGLISH = (
    Case(
        "rise and fall",
        "Prices rose sharply in the spring of that year.",
        "Prices fell sharply in the spring of that year.",
        "opposite",
        "rose",
        "fell",
    ),
    Case(
        "noun and verb", "The board noted an increase in costs.", "The board noted a decrease in costs.", "opposite", "increase", "decrease"
    ),
    Case(
        "buyer and seller", "The museum bought the painting in May.", "The museum sold the painting in May.", "opposite", "bought", "sold"
    ),
    Case(
        "support and oppose",
        "The union supports the new timetable.",
        "The union opposes the new timetable.",
        "opposite",
        "supports",
        "opposes",
    ),
    Case(
        "another animal", "The farmer kept a goat behind the barn.", "The farmer kept a turkey behind the barn.", "term", "goat", "turkey"
    ),
    Case("synonym", "The storm damaged the roof of the school badly.", "The storm harmed the roof of the school badly."),
    Case("form of the word", "He decides on the colour of the doors.", "He decided on the colour of the doors."),
    Case("opposite with a negation", "The survey of the harbour is incomplete.", "The survey of the harbour is far from complete."),
    Case("negation of the opposite", "The water in the well is safe.", "The water in the well is not unsafe."),
    Case("words joined", "It is a long-term plan for the port.", "It is a far-reaching plan for the port."),
    Case("said and told", "“We leave at dawn,” the pilot said to the crew.", "“We leave at dawn,” the pilot told the crew."),
    Case("abbreviation", "The agency tested the new MRI machine.", "The agency tested the new magnetic resonance imaging machine."),
)
GERMAN = (
    Case(
        "steigen und sinken",
        "Die Preise stiegen im Frühjahr deutlich.",
        "Die Preise sanken im Frühjahr deutlich.",
        "opposite",
        "stiegen",
        "sanken",
    ),
    Case("andere Form", "Die Preise steigen im Frühjahr deutlich.", "Die Preise stiegen im Frühjahr deutlich."),
)
FRENCH = (
    Case(
        "hausse et baisse",
        "La hausse des prix inquiète les marchands.",
        "La baisse des prix inquiète les marchands.",
        "opposite",
        "hausse",
        "baisse",
    ),
    Case("autre forme", "Les prix augmentent au printemps.", "Les prix augmentaient au printemps."),
)
SPANISH = (
    Case("subir y bajar", "Los precios subieron en primavera.", "Los precios bajaron en primavera.", "opposite", "subieron", "bajaron"),
    Case("otra forma", "Los precios suben en primavera.", "Los precios subieron en primavera."),
)
CASES = by_language(ENGLISH, GERMAN, FRENCH, SPANISH)


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{language}: {case.name}" for language, case in CASES])
def test_terms(language: str, case: Case) -> None:
    check(case, language)


def test_a_synonym_speaks_for_a_passage_and_an_unrelated_noun_against_it() -> None:
    assert all(WEIGHTS[f"synonym {part}"] < WEIGHTS[f"none {part}"] for part in "nvar" if f"none {part}" in WEIGHTS)


def test_every_weight_is_of_something_that_is_counted() -> None:
    relations = {relation.value for relation in (*BY_PART, *SHAPED)} | {"same", "opposite"}
    begins = (*relations, "lost", "new", "seen", "changes", "small words only", "ending", "beginning")
    groups = ("articles", "aux", "conj", "modal", "prep", "pron", "quant")
    assert [name for name in WEIGHTS if not name.startswith((*begins, *groups))] == []


SUSPECT = Observation(FindingKind.TERM, "term-changed", Strength.CHECK, Sides((Span(0, 1),), (Span(0, 1),)), Sides(("a",), ("b",)))


@pytest.mark.parametrize(
    ("own", "beside", "strengths"),
    [(-20.0, 0.0, []), (-20.0, 40.0, [Strength.CHECK]), (20.0, -40.0, []), (20.0, 0.0, [Strength.CHECK])],
    ids=["low", "raised by a neighbour", "lowered by a neighbour", "high"],
)
def test_a_passage_is_weighed_with_its_neighbours(own: float, beside: float, strengths: list[Strength]) -> None:
    assert [it.strength for it in suspected(Weighed(own, (SUSPECT,)), [Weighed(beside, ())])] == strengths


def test_between_both_cuts_a_suspect_is_worth_a_look() -> None:
    assert LOOK_FROM < CHECK_FROM
    from rewritediff.core.facts.term_weights import BIAS

    middle = (LOOK_FROM + CHECK_FROM) / 2 - BIAS
    assert [it.strength for it in suspected(Weighed(middle, (SUSPECT,)), [])] == [Strength.LOOK]
