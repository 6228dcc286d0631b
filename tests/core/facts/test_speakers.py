"""Speakers: who said it, also beyond the passage; one person has many names."""

from __future__ import annotations

import pytest

from tests.core.facts.cases import Case, by_language, check

PLANT = "Mayor Olga Brandt opened the plant on Monday. Engineer Mira Solberg, who built the pumps, said they were too small. "
POND = "Guests came to the lake at noon. “The water was green,” said Hanna Lindqvist, 61, a nurse. "
HEAD = "The head of the bank, Paul Kerr, spoke in Leeds. "

ENGLISH = [
    Case(
        "the one before is meant",
        PLANT + "She warned that the cellars could flood within an hour.",
        PLANT + "The mayor warned that the cellars could flood within an hour.",
        "speaker",
        "She",
        "mayor",
    ),
    Case(
        "a quotation goes on",
        POND + "“I will swim there when I see the fish return.”",
        POND + "“I will swim there when I see the fish return,” said Carl Dubois, who sells ice cream.",
        "speaker",
        "",
        "Carl Dubois",
    ),
    Case(
        "another name",
        "“We lost the game in the first half,” said Peter Quint after the match in Oslo.",
        "“We lost the game in the first half,” said Maria Ness after the match in Oslo.",
        "speaker",
        "Peter Quint",
        "Maria Ness",
    ),
    Case(
        "according to whom is dropped",
        "The harvest of olives fell by half last year, according to the farm ministry.",
        "The harvest of olives fell by half last year.",
        "speaker",
        "according to the farm ministry",
        "",
        "look",
    ),
    Case(
        "the sources are dropped",
        "The chain plans to close its shops in Wales and does not want a buyer, the sources added.",
        "The chain plans to close its shops in Wales and does not want a buyer.",
        "speaker",
        "sources added",
        "",
        "look",
    ),
    Case(
        "analysts are dropped",
        "Prices of copper will stay low until the strike ends, analysts say.",
        "Prices of copper will stay low until the strike ends.",
        "speaker",
        "analysts say",
        "",
        "look",
    ),
    Case(
        "a source is new",
        "Two climbers died on the north face on Sunday.",
        "Two climbers died on the north face on Sunday, police said.",
        "speaker",
        "",
        "police said",
        "look",
    ),
    Case("title and name", PLANT + "Mayor Olga Brandt said the pumps would do.", PLANT + "The mayor said the pumps would do."),
    Case("the verb first", "“It is over,” Anna Petrov said on Friday.", "“It is over,” said Anna Petrov on Friday."),
    Case("to whom it is told is no speaker", "Anna Petrov said the talks were over.", "Anna Petrov told reporters the talks were over."),
    Case(
        "according to, and said", "According to Anna Petrov, the talks in Bern were over.", "Anna Petrov said the talks in Bern were over."
    ),
    Case("a pronoun for a name", HEAD + "Kerr said the rates would stay low.", HEAD + "He said the rates would stay low."),
    Case("a name for a pronoun", HEAD + "He said the rates would stay low.", HEAD + "Kerr said the rates would stay low."),
    Case(
        "a description of the same",
        HEAD + "Kerr said the rates would stay low.",
        HEAD + "The head of the bank said the rates would stay low.",
    ),
    Case(
        "the next sentence names the source",
        "Two dams broke, the ministry said. The roads to the coast are closed, the ministry said.",
        "Two dams broke, the ministry said. The roads to the coast are closed.",
    ),
    Case(
        "researchers are scientists", "Researchers said the ice was thin near the pole.", "Scientists said the ice was thin near the pole."
    ),
]

GERMAN = [
    Case(
        "laut wem fällt weg",
        "Die Ernte ist laut dem Verband um die Hälfte gesunken.",
        "Die Ernte ist um die Hälfte gesunken.",
        "speaker",
        "laut dem Verband",
        "",
        "look",
    ),
    Case(
        "ein anderer Name",
        "„Wir haben in der ersten Hälfte verloren“, sagte Peter Quint nach dem Spiel.",
        "„Wir haben in der ersten Hälfte verloren“, sagte Maria Ness nach dem Spiel.",
        "speaker",
        "Peter Quint",
        "Maria Ness",
    ),
    Case(
        "laut und sagte", "Laut Anna Petrow sind die Gespräche in Bern beendet.", "Die Gespräche in Bern sind beendet, sagte Anna Petrow."
    ),
    Case("der Konjunktiv berichtet weiter", "Die Brücke ist sicher, sagte der Minister.", "Die Brücke sei sicher."),
]

FRENCH = [
    Case(
        "selon qui tombe",
        "La récolte a baissé de moitié, selon le ministère de la mer.",
        "La récolte a baissé de moitié.",
        "speaker",
        "selon le ministère de la mer",
        "",
        "look",
    ),
    Case(
        "un autre nom",
        "« Nous avons perdu en première période », a déclaré Pierre Quint après le match.",
        "« Nous avons perdu en première période », a déclaré Marie Ness après le match.",
        "speaker",
        "Pierre Quint",
        "Marie Ness",
    ),
    Case(
        "selon et a déclaré",
        "Selon Anna Petrov, les négociations de Berne sont terminées.",
        "Les négociations de Berne sont terminées, a déclaré Anna Petrov.",
    ),
    Case(
        "le verbe d'abord", "Les négociations sont terminées, a dit Anna Petrov.", "Anna Petrov a dit que les négociations sont terminées."
    ),
]

SPANISH = [
    Case(
        "según quién se pierde",
        "La cosecha cayó a la mitad, según el ministerio del mar.",
        "La cosecha cayó a la mitad.",
        "speaker",
        "según el ministerio del mar",
        "",
        "look",
    ),
    Case(
        "otro nombre",
        "«Perdimos el partido en el primer tiempo», dijo Pedro Quint en Oslo.",
        "«Perdimos el partido en el primer tiempo», dijo María Ness en Oslo.",
        "speaker",
        "Pedro Quint",
        "María Ness",
    ),
    Case(
        "según y dijo",
        "Según Ana Petrov, las conversaciones de Berna han terminado.",
        "Las conversaciones de Berna han terminado, dijo Ana Petrov.",
    ),
    Case("el verbo primero", "Las conversaciones han terminado, dijo Ana Petrov.", "Ana Petrov dijo que las conversaciones han terminado."),
]

ALL = by_language(ENGLISH, GERMAN, FRENCH, SPANISH)


@pytest.mark.parametrize(("language", "case"), ALL, ids=lambda value: value.name if isinstance(value, Case) else value)
def test_speakers(language: str, case: Case) -> None:
    check(case, language)
