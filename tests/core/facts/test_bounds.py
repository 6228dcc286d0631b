"""Directions turned round: bounds of numbers, order in time, cause; and those that mean the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import FindingKind
from tests.core.facts.cases import Case, check, compared, loud

ENGLISH = (
    Case(
        "least to most",
        "The pump needs at least 40 litres of oil to start.",
        "The pump needs at most 40 litres of oil to start.",
        "opposite",
        "at least 40",
        "at most 40",
    ),
    Case(
        "more to less",
        "More than 300 people signed the petition against the quarry.",
        "Fewer than 300 people signed the petition against the quarry.",
        "opposite",
        "More than 300",
        "Fewer than 300",
    ),
    Case(
        "over to under",
        "Ships over 24 metres pay a fee in the harbour.",
        "Ships under 24 metres pay a fee in the harbour.",
        "opposite",
        "over 24",
        "under 24",
    ),
    Case(
        "before to after",
        "The minister met the lobbyists before the vote in parliament.",
        "The minister met the lobbyists after the vote in parliament.",
        "opposite",
        "before the vote",
        "after the vote",
    ),
    Case(
        "because to despite",
        "The match was cancelled because of heavy rain in the region.",
        "The match was played despite heavy rain in the region.",
        "opposite",
        "because of heavy",
        "despite heavy",
    ),
    Case(
        "bound dropped",
        "The collapse killed at least two miners and two drivers.",
        "The collapse killed two miners and two drivers.",
        "opposite",
        "at least two",
        "two",
        "look",
    ),
    Case("at least", "At least eight ships left the port.", "No fewer than eight ships left the port."),
    Case("over", "More than 50 houses burned down in the night.", "Over 50 houses burned down in the night."),
    Case("up to", "The fine can reach up to 500 euros a day.", "The fine can reach at most 500 euros a day."),
    Case("prior to", "Restart the router before launching the app.", "Restart the router prior to launching the app."),
    Case("following", "They left after the concert in the park.", "They left following the concert in the park."),
    Case("due to", "The line is closed because of a landslide.", "The line is closed due to a landslide."),
    Case("over without number", "They met over the weekend in Kings.", "They met at the weekend in Kings."),
    Case(
        "turned sentence",
        "The guard locked the gate before the crowd arrived.",
        "The crowd arrived after the guard locked the gate.",
    ),
)
GERMAN = (
    Case(
        "mindestens zu höchstens",
        "Die Pumpe braucht mindestens 40 Liter Öl zum Start.",
        "Die Pumpe braucht höchstens 40 Liter Öl zum Start.",
        "opposite",
        "mindestens 40",
        "höchstens 40",
    ),
    Case(
        "vor zu nach",
        "Der Minister traf die Lobbyisten vor der Abstimmung im Rat.",
        "Der Minister traf die Lobbyisten nach der Abstimmung im Rat.",
        "opposite",
        "vor der Abstimmung",
        "nach der Abstimmung",
    ),
    Case("mehr als", "Mehr als 50 Häuser brannten in der Nacht ab.", "Über 50 Häuser brannten in der Nacht ab."),
    Case("wegen", "Die Strecke ist wegen eines Erdrutsches gesperrt.", "Die Strecke ist aufgrund eines Erdrutsches gesperrt."),
)
FRENCH = (
    Case(
        "au moins en au plus",
        "La pompe demande au moins 40 litres d'huile.",
        "La pompe demande au plus 40 litres d'huile.",
        "opposite",
        "au moins 40",
        "au plus 40",
    ),
    Case(
        "avant en après",
        "Le ministre a vu les lobbyistes avant le vote du parlement.",
        "Le ministre a vu les lobbyistes après le vote du parlement.",
        "opposite",
        "avant le vote",
        "après le vote",
    ),
    Case("pas moins de", "Au moins 50 maisons ont brûlé dans la nuit.", "Pas moins de 50 maisons ont brûlé dans la nuit."),
    Case("en raison de", "La ligne est fermée à cause d'un éboulement.", "La ligne est fermée en raison d'un éboulement."),
)
SPANISH = (
    Case(
        "al menos a como máximo",
        "La bomba necesita al menos 40 litros de aceite.",
        "La bomba necesita como máximo 40 litros de aceite.",
        "opposite",
        "al menos 40",
        "como máximo 40",
    ),
    Case(
        "antes a después",
        "El ministro vio a los empresarios antes de la votación.",
        "El ministro vio a los empresarios después de la votación.",
        "opposite",
        "antes de la votación",
        "después de la votación",
    ),
    Case("no menos de", "Al menos 50 casas ardieron en la noche.", "No menos de 50 casas ardieron en la noche."),
    Case("debido a", "La línea está cerrada a causa de un derrumbe.", "La línea está cerrada debido a un derrumbe."),
)
BY_LANGUAGE = [
    pytest.param(case, language, id=f"{language}: {case.name}")
    for language, cases in (("en", ENGLISH), ("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
    for case in cases
]


@pytest.mark.parametrize(("case", "language"), BY_LANGUAGE)
def test_bounds(case: Case, language: str) -> None:
    check(case, language)


LEAST = ("at least", "no less than", "no fewer than", "a minimum of")
MOST = ("at most", "no more than", "up to", "a maximum of")


@given(st.sampled_from(LEAST), st.sampled_from(MOST), st.integers(2, 900))
def test_a_bound_turned_round_is_always_found(least: str, most: str, number: int) -> None:
    found = loud(compared(*(f"The ferry carries {bound} {number} passengers on each trip." for bound in (least, most))))
    assert [finding.kind for finding in found] == [FindingKind.OPPOSITE]


@given(st.sampled_from((LEAST, MOST)), st.data(), st.integers(2, 900))
def test_a_bound_said_in_other_words_is_no_difference(bounds: tuple[str, ...], data: st.DataObject, number: int) -> None:
    was, now = (data.draw(st.sampled_from(bounds)) for _ in range(2))
    assert not loud(compared(*(f"The ferry carries {bound} {number} passengers on each trip." for bound in (was, now))))
