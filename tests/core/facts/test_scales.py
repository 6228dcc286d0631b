"""A word that was replaced by another step of its scale, or another of its kind, is pointed at; a synonym on the same step is not."""

from __future__ import annotations

import pytest

from tests.core.facts.cases import Case, by_language, check

ENGLISH = (
    Case(
        "all to some",
        "The inspectors visited all the bridges in May.",
        "The inspectors visited some of the bridges in May.",
        "opposite",
        "all",
        "some",
    ),
    Case(
        "most to many is near",
        "She said most residents had left the valley.",
        "She said many residents had left the valley.",
        "opposite",
        "most",
        "many",
        "look",
    ),
    Case("north to south", "The ferry sank in the north harbour.", "The ferry sank in the south harbour.", "term", "north", "south"),
    Case(
        "weekly to monthly",
        "The council publishes weekly reports.",
        "The council publishes monthly reports.",
        "term",
        "weekly",
        "monthly",
    ),
    Case("blue to white", "They poured blue paint on the road.", "They poured white paint on the road.", "term", "blue", "white"),
    Case("every for all", "All the bridges were inspected in May.", "Every bridge was inspected in May."),
    Case("several for some", "Some residents complained about the smell.", "Several residents complained about the smell."),
    Case("grey for gray", "The gray stone came from a quarry nearby.", "The grey stone came from a quarry nearby."),
    Case("moved within", "In the north it rained and in the south it snowed.", "In the south it snowed and in the north it rained."),
)
GERMAN = (
    Case(
        "alle zu einige",
        "Die Prüfer besuchten alle Brücken im Mai.",
        "Die Prüfer besuchten einige Brücken im Mai.",
        "opposite",
        "alle",
        "einige",
    ),
    Case("mehrere für einige", "Einige Anwohner beschwerten sich über den Lärm.", "Mehrere Anwohner beschwerten sich über den Lärm."),
)
FRENCH = (
    Case("nord et sud", "Le bateau a coulé dans le port nord.", "Le bateau a coulé dans le port sud.", "term", "nord", "sud"),
    Case("plusieurs pour quelques", "Quelques habitants ont protesté hier.", "Plusieurs habitants ont protesté hier."),
)
SPANISH = (
    Case(
        "semanal a mensual",
        "El ayuntamiento publica un informe semanal.",
        "El ayuntamiento publica un informe mensual.",
        "term",
        "semanal",
        "mensual",
    ),
    Case("varios por algunos", "Algunos vecinos protestaron en la plaza.", "Varios vecinos protestaron en la plaza."),
)
CASES = by_language(ENGLISH, GERMAN, FRENCH, SPANISH)


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{language}: {case.name}" for language, case in CASES])
def test_a_step_of_a_scale(language: str, case: Case) -> None:
    check(case, language)
