"""Two names that exchanged their parts in one deed are pointed at; order alone never is."""

from __future__ import annotations

import pytest

from tests.core.facts.cases import Case, check

ENGLISH = (
    Case(
        "winner and loser",
        "In the last match of the season Kenya beat Uruguay by two goals.",
        "In the last match of the season Uruguay beat Kenya by two goals.",
        "roles",
        "Kenya beat Uruguay",
        "Uruguay beat Kenya",
    ),
    Case(
        "seller and buyer",
        "Marlow sold the mill to Penrose in a single afternoon.",
        "Penrose sold the mill to Marlow in a single afternoon.",
        "roles",
        "Marlow sold the mill to Penrose",
        "Penrose sold the mill to Marlow",
    ),
    Case(
        "passive with the wrong doer",
        "The court heard that Hartley attacked Osborne near the gate.",
        "The court heard that Hartley was attacked by Osborne near the gate.",
        "roles",
        "Hartley attacked Osborne",
        "Hartley was attacked by Osborne",
    ),
    Case(
        "plaintiff and defendant",
        "Last week Google sued Oracle over a patent.",
        "Last week Oracle sued Google over a patent.",
        "roles",
        "Google sued Oracle",
        "Oracle sued Google",
    ),
    Case(
        "passive with the same doer",
        "The court heard that Hartley attacked Osborne near the gate.",
        "The court heard that Osborne was attacked by Hartley near the gate.",
    ),
    Case("names joined", "In the evening Mira and Tomas cooked for all.", "In the evening Tomas and Mira cooked for all."),
    Case("quote turned round", "“It is late,” said Novak to Brandt.", "“It is late,” Novak said to Brandt."),
    Case("meeting", "In May, Scholz met Macron near the lake.", "In May, Macron met Scholz near the lake."),
    Case(
        "relative clause",
        "The judge praised Ellis, who had helped Dora.",
        "The judge praised Ellis, by whom Dora had been helped.",
    ),
    Case("clause moved", "After Peru left, Chile signed the pact.", "Chile signed the pact after Peru left."),
)
GERMAN = (
    Case(
        "winner and loser",
        "Am Samstag besiegte Italien Spanien mit zwei Toren.",
        "Am Samstag wurde Italien von Spanien mit zwei Toren besiegt.",
    ),
    Case(
        "doer exchanged",
        "Nach dem Streit verklagte Frankreich nicht, doch Polen verklagte Ungarn vor Gericht.",
        "Nach dem Streit verklagte Frankreich nicht, doch Ungarn verklagte Polen vor Gericht.",
        "roles",
        "Polen verklagte Ungarn",
        "Ungarn verklagte Polen",
    ),
    Case("passive", "Wir wissen, dass Polen Ungarn verklagte.", "Wir wissen, dass Ungarn von Polen verklagt wurde."),
    Case("names joined", "Gestern berieten Polen und Ungarn.", "Gestern berieten Ungarn und Polen."),
)
FRENCH = (
    Case(
        "doer exchanged",
        "Hier soir, le Portugal a battu la Suède devant une salle comble.",
        "Hier soir, la Suède a battu le Portugal devant une salle comble.",
        "roles",
        "Portugal a battu la Suède",
        "Suède a battu le Portugal",
    ),
    Case("passive", "On sait que Morvan a trompé Delmas.", "On sait que Delmas a été trompé par Morvan."),
    Case("names joined", "Hier, Morvan et Delmas ont dîné ici.", "Hier, Delmas et Morvan ont dîné ici."),
)
SPANISH = (
    Case(
        "doer exchanged",
        "Ayer por la noche Perú derrotó a Chile ante miles de personas.",
        "Ayer por la noche Chile derrotó a Perú ante miles de personas.",
        "roles",
        "Perú derrotó a Chile",
        "Chile derrotó a Perú",
    ),
    Case("passive", "Se sabe que Perú derrotó a Chile.", "Se sabe que Chile fue derrotado por Perú."),
    Case("names joined", "Ayer Perú y Chile firmaron el pacto.", "Ayer Chile y Perú firmaron el pacto."),
)
EVERY = [(language, case) for language, cases in {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}.items() for case in cases]


@pytest.mark.parametrize(("language", "case"), EVERY, ids=[f"{language}-{case.name}" for language, case in EVERY])
def test_roles(language: str, case: Case) -> None:
    check(case, language)
