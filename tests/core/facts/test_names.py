"""Another name in the place of one is pointed at; the same name written in another way never is."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff import engine
from rewritediff.core.compare import compare
from rewritediff.core.facts.mentions import mentions
from rewritediff.core.house import House
from rewritediff.core.sentences import document_from_text
from rewritediff.core.values import Sides
from tests.core.facts.cases import Case, check, compared, loud

ENGLISH = (
    Case(
        "the number of a section opens a heading",
        "# 7. Maintenance of the pump station",
        "# 7. Maintaining the pump station",
    ),
    Case(
        "the number of a clause opens it",
        "7.3 Filters of type F-200 are to be replaced after 500 hours of operation.",
        "7.3 Replace filters of type F-200 after 500 operating hours.",
    ),
    Case(
        "country swapped in one of many places",
        "Beijing still sells more grain to the north than Moscow does, and China remains the larger lender in the valley.",
        "Moscow still sells less grain to the north than Beijing does. However, Russia does remain the larger lender in the valley.",
        "name",
        "China",
        "Russia",
    ),
    Case(
        "demonym swapped",
        "Engineers of the Dutch company tested the lock gates for six weeks.",
        "Engineers of the Belgian company tested the lock gates for six weeks.",
        "name",
        "Dutch",
        "Belgian",
    ),
    Case(
        "surname altered",
        "The report was signed by Marta Lindqvist before the committee met.",
        "The report was signed by Marta Lindholm before the committee met.",
        "name",
        "Lindqvist",
        "Lindholm",
    ),
    Case(
        "surname with a letter more",
        "“Nobody asked the farmers,” said its secretary, Pavel Horak.",
        "“Nobody asked the farmers,” said its secretary, Pavel Horaks.",
        "name",
        "Horak",
        "Horaks",
    ),
    Case(
        "first name swapped",
        "The prize went to the chemist Ruth Feldman for her work on membranes.",
        "The prize went to the chemist Clara Feldman for her work on membranes.",
        "name",
        "Ruth",
        "Clara",
    ),
    Case(
        "person whom nobody named",
        "The keeper of the lighthouse said that the lamp had failed twice.",
        "The keeper of the lighthouse, Owen Pritchard, said that the lamp had failed twice.",
        "name",
        "",
        "Owen Pritchard",
    ),
    Case(
        "company swapped",
        "The ferry was built by Harland and later sold to Stena.",
        "The ferry was built by Harland and later sold to Fjordline.",
        "name",
        "Stena",
        "Fjordline",
    ),
    Case(
        "body swapped for another known one",
        "The loan was approved by the International Monetary Fund in spring.",
        "The loan was approved by the European Central Bank in spring.",
        "name",
        "International Monetary Fund",
        "European Central Bank",
    ),
    Case(
        "acronym swapped",
        "Patients with RSV were moved to the third floor.",
        "Patients with MRSA were moved to the third floor.",
        "name",
        "RSV",
        "MRSA",
    ),
    Case(
        "city swapped",
        "The train from Lyon was held for an hour near the border.",
        "The train from Grenoble was held for an hour near the border.",
        "name",
        "Lyon",
        "Grenoble",
    ),
    Case(
        "place swapped before a common noun",
        "They spent the summer near Willow Beach with their cousins.",
        "They spent the summer near Hamilton Beach with their cousins.",
        "name",
        "Willow",
        "Hamilton",
    ),
    Case(
        "name in a contract swapped",
        "The Supplier shall deliver the goods to Northwind Ltd. within ten days.",
        "The Supplier shall deliver the goods to Eastgate Ltd. within ten days.",
        "name",
        "Northwind",
        "Eastgate",
    ),
    Case(
        "attribute lost",
        "The village was held for a year by Maoist rebels from the hills.",
        "The village was held for a year by rebels from the hills.",
        "name",
        "Maoist",
        "",
        "look",
    ),
    Case("abbreviated country", "Two U.S.-led patrols crossed the strait.", "Two American-led patrols crossed the strait."),
    Case(
        "both countries spelled out",
        "The talks on U.S.-Russia relations were held in spring.",
        "The talks on relations between Russia and the United States were held in spring.",
    ),
    Case("capital for country", "The letter angered Moscow, officials said.", "The letter angered the Kremlin, officials said."),
    Case("country for capital", "The ruling surprised Warsaw and its allies.", "The ruling surprised Poland and its allies."),
    Case("particle's case", "The palace of Hafez al-Omari was empty.", "The palace of Hafez Al Omari was empty."),
    Case("hyphen in a name", "The visit of Lee Sang Min ended on the coast.", "The visit of Lee Sang-min ended on the coast."),
    Case("marks dropped", "The speech by Renée Kovář was short.", "The speech by Renee Kovar was short."),
    Case("umlaut spelled out", "The notes of Jörg Müller were found.", "The notes of Joerg Mueller were found."),
    Case("transliterated in another way", "The shop of Muhammad Yusuf is shut.", "The shop of Mohammed Youssef is shut."),
    Case("lost apostrophe", "The harbour is Oslo’s pride and Bergen’s envy.", "The harbour is Oslo s pride and Bergen s envy."),
    Case("title dropped", "The plan of Dr. Piet Haan was read aloud.", "The plan of Piet Haan was read aloud."),
    Case(
        "first name dropped",
        "The plan was read by Helen Brandt. The council liked what Helen Brandt wrote.",
        "The plan was read by Helen Brandt. The council liked what Brandt wrote.",
    ),
    Case("initials", "A novel by John Ronald Tolkien was on the desk.", "A novel by J. R. Tolkien was on the desk."),
    Case(
        "initials of a body",
        "The Office for Harbour Safety warned the crews, and the office was right.",
        "The OHS warned the crews, and the office was right.",
    ),
    Case(
        "pronoun for a name that stands before",
        "Tessa Quinn runs the mill. Last year Quinn bought two more mills.",
        "Tessa Quinn runs the mill. Last year she bought two more mills.",
    ),
    Case(
        "name for a pronoun",
        "Tessa Quinn runs the mill. Last year she bought two more mills.",
        "Tessa Quinn runs the mill. Last year Quinn bought two more mills.",
    ),
    Case("opening word", "Dogs are welcome in the garden of the inn.", "Hounds are welcome in the garden of the inn."),
    Case("common capital", "He wrote to the Council about the noise.", "He wrote to the council about the noise."),
    Case("word made from the name", "The law was passed in Texas last week.", "The Texan law was passed last week."),
    Case("moved name", "In Geneva, the envoy met Ms. Okoro.", "The envoy met Ms. Okoro in Geneva."),
    Case("order of a list", "She flew to Peru, Chile and Brazil.", "She flew to Brazil, Peru and Chile."),
    Case("capitals for stress", "Visitors must always wear a helmet on the pier.", "Visitors must ALWAYS wear a helmet on the pier."),
    Case(
        "stressed word added",
        "Visitors must wear a helmet on the pier.",
        "Visitors must ALWAYS wear a helmet on the pier.",
        "claim",
        "",
        "ALWAYS",
        "look",
    ),
    Case("headline", "The council votes for a new bridge over the bay", "Council Votes for Its New Bridge over Bay"),
    Case("state of a town", "The plant in Dayton closed last year.", "The plant in Dayton, Fla., closed last year."),
    Case("apostrophe left out", "Critics liked Fiona O’Shea’s play.", "Critics liked Fiona OSheas play."),
    Case("one word or two", "It is written in Visual Basic now.", "It is written in VisualBasic now."),
    Case("country of a town", "She leads a choir in Bologna, Italy, on Sundays.", "She leads a choir in Bologna on Sundays."),
    Case(
        "words of another language",
        "Nothing changes, a baker wrote.",
        "Das ist nur Gerede und wird nichts bringen, a baker wrote.",
    ),
    Case(
        "new name that opens a sentence",
        "The court held him without bail in Fort Ames.",
        "Zuccaro was held without bail by the court in Fort Ames.",
        "name",
        "",
        "Zuccaro",
    ),
    Case("new name twice", "The firm says so; it may sell.", "Quorvex says so; Quorvex may sell.", "name", "", "Quorvex"),
    Case(
        "names left out together",
        "The storm did harm in Louisiana, Mississippi and Alabama on Sunday.",
        "The storm did harm on Sunday.",
        "name",
        "Louisiana | Mississippi | Alabama",
        "",
        "look",
    ),
    Case("weekday", "On Monday’s call, the board agreed.", "On Tuesdays call, the board agreed.", "date", "Monday", "Tuesdays"),
    Case("known body in short", "A ruling of the European Union binds it.", "A ruling of the EU binds it."),
)
GERMAN = (
    Case(
        "country swapped",
        "Die Lieferungen aus Frankreich wurden im Herbst eingestellt.",
        "Die Lieferungen aus Spanien wurden im Herbst eingestellt.",
        "name",
        "Frankreich",
        "Spanien",
    ),
    Case(
        "small adjective swapped",
        "Ein niederländisches Unternehmen hat die Brücke entworfen.",
        "Ein belgisches Unternehmen hat die Brücke entworfen.",
        "name",
        "niederländisches",
        "belgisches",
    ),
    Case(
        "surname after a title",
        "Bürgermeisterin Seidel lobte die Helfer am Abend.",
        "Bürgermeisterin Brandner lobte die Helfer am Abend.",
        "name",
        "Seidel",
        "Brandner",
    ),
    Case(
        "surname after a first name",
        "Das Haus gehört seit zwei Jahren Petra Lindner aus dem Nachbarort.",
        "Das Haus gehört seit zwei Jahren Petra Lindemann aus dem Nachbarort.",
        "name",
        "Lindner",
        "Lindemann",
    ),
    Case("capital for country", "Der Brief verärgerte Moskau.", "Der Brief verärgerte den Kreml."),
    Case("adjective for country", "Die Regierung Polens schwieg dazu.", "Die polnische Regierung schwieg dazu."),
    Case("nouns have capitals", "Der Hund lief über die Wiese zum Fluss.", "Das Tier lief über das Feld zum Bach."),
    Case("title dropped", "Der Vorschlag von Dr. Klaus Wieland gefiel allen.", "Der Vorschlag von Klaus Wieland gefiel allen."),
    Case("abbreviation", "Die Vereinten Nationen schickten Hilfe.", "Die UN schickten Hilfe."),
    Case("compound noun", "Die Stadtverwaltung prüft den Antrag.", "Die Verwaltung der Stadt prüft den Antrag."),
)
FRENCH = (
    Case(
        "country swapped",
        "Le convoi venu de Pologne a passé la frontière à l’aube.",
        "Le convoi venu de Hongrie a passé la frontière à l’aube.",
        "name",
        "Pologne",
        "Hongrie",
    ),
    Case(
        "small adjective swapped",
        "Une entreprise italienne a construit le pont en deux ans.",
        "Une entreprise espagnole a construit le pont en deux ans.",
        "name",
        "italienne",
        "espagnole",
    ),
    Case(
        "surname swapped",
        "La directrice, Claire Morvan, a quitté la salle sans répondre.",
        "La directrice, Claire Delmas, a quitté la salle sans répondre.",
        "name",
        "Morvan",
        "Delmas",
    ),
    Case(
        "town swapped",
        "Le musée prêtera le tableau à la ville de Nantes cet hiver.",
        "Le musée prêtera le tableau à la ville de Rouen cet hiver.",
        "name",
        "Nantes",
        "Rouen",
    ),
    Case("capital for country", "La lettre a irrité Moscou.", "La lettre a irrité le Kremlin."),
    Case("adjective for country", "Le gouvernement de la Grèce a refusé.", "Le gouvernement grec a refusé."),
    Case("abbreviation", "Les Nations unies ont envoyé des vivres.", "L’ONU a envoyé des vivres."),
    Case("title dropped", "Le discours de M. Yves Carpentier a duré.", "Le discours d’Yves Carpentier a duré."),
    Case("country in another form", "Il vit aux États-Unis depuis dix ans.", "Il vit aux Etats-Unis depuis dix ans."),
)
SPANISH = (
    Case(
        "country swapped",
        "El barco que venía de Perú llegó al puerto de noche.",
        "El barco que venía de Ecuador llegó al puerto de noche.",
        "name",
        "Perú",
        "Ecuador",
    ),
    Case(
        "small adjective swapped",
        "Una empresa francesa construyó el puente en dos años.",
        "Una empresa alemana construyó el puente en dos años.",
        "name",
        "francesa",
        "alemana",
    ),
    Case(
        "surname swapped",
        "La directora, Lucía Ferrer, salió de la sala sin responder.",
        "La directora, Lucía Robledo, salió de la sala sin responder.",
        "name",
        "Ferrer",
        "Robledo",
    ),
    Case(
        "town swapped",
        "El museo prestará el cuadro a la ciudad de Burgos este invierno.",
        "El museo prestará el cuadro a la ciudad de Soria este invierno.",
        "name",
        "Burgos",
        "Soria",
    ),
    Case("capital for country", "La carta irritó a Moscú.", "La carta irritó al Kremlin."),
    Case("adjective for country", "El gobierno de Grecia se negó.", "El gobierno griego se negó."),
    Case("abbreviation", "Las Naciones Unidas enviaron víveres.", "La ONU envió víveres."),
    Case("country in short", "Vive en Estados Unidos desde hace diez años.", "Vive en EE. UU. desde hace diez años."),
    Case("marks dropped", "El discurso de José Núñez duró poco.", "El discurso de Jose Nunez duró poco."),
)
EVERY = [(language, case) for language, cases in {"en": ENGLISH, "de": GERMAN, "fr": FRENCH, "es": SPANISH}.items() for case in cases]


@pytest.mark.parametrize(("language", "case"), EVERY, ids=[f"{language}-{case.name}" for language, case in EVERY])
def test_names(language: str, case: Case) -> None:
    check(case, language)


FIRST = ("Tomáš", "Renée", "Björn", "Ilse", "Pablo", "Zoë", "Kwame")
LAST = ("Varga", "Lindqvist", "al-Rashid", "Núñez", "Okafor", "de Vries", "Sang-min", "Mbeki", "Trnka")
FRAMES = (
    "The plan was drawn up by {} over the winter. Critics say that {} ignored the costs.",
    "Nobody had expected {} to win. In the end, even {} was surprised by the figures.",
    "A letter from {} reached the harbour office in May. The clerk who opened it knew {} from school.",
)
names = st.tuples(st.sampled_from(FIRST), st.sampled_from(LAST))


def unmarked(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter))


WAYS: tuple[Callable[[str], str], ...] = (
    unmarked,
    lambda name: name.replace("-", " "),
    lambda name: name.replace("al-", "Al-").replace("de ", "De "),
    lambda name: f"Dr. {name}",
    lambda name: name.replace("al-", "Al "),
)


@given(names, st.sampled_from(FRAMES), st.sampled_from(WAYS))
def test_a_name_written_in_another_way_is_the_same(name: tuple[str, str], frame: str, way: Callable[[str], str]) -> None:
    full = " ".join(name)
    assert loud(compared(frame.format(full, full), frame.format(full, way(full)))) == []


@given(names, st.sampled_from(FRAMES))
def test_a_first_name_may_be_dropped_once_the_name_was_said(name: tuple[str, str], frame: str) -> None:
    full = " ".join(name)
    assert loud(compared(frame.format(full, full), frame.format(full, name[1]))) == []


@given(st.sampled_from(LAST), st.sampled_from(FRAMES), st.sampled_from(("’s brother", "'s brother", " s brother")))
def test_a_possessive_is_written_in_any_way(last: str, frame: str, ending: str) -> None:
    original = frame.format(f"{last}’s brother", "the family")
    assert loud(compared(original, frame.format(f"{last}{ending}", "the family"))) == []


@given(st.sampled_from(FIRST), st.permutations(LAST), st.sampled_from(FRAMES))
def test_another_name_is_always_pointed_at_on_whole_words(first: str, last: list[str], frame: str) -> None:
    one, other = f"{first} {last[0]}", f"{first} {last[1]}"
    comparison = compared(frame.format(one, one), frame.format(other, other))
    found = loud(comparison)
    assert found
    assert {finding.kind.value for finding in found} == {"name"}
    for finding in found:
        for text, spans in zip(comparison.texts, finding.spans, strict=True):
            assert all(not (text[span.start - 1] + text[span.start]).isalnum() for span in spans)
            assert all(not (text[span.end - 1] + text[span.end]).isalnum() for span in spans)
            assert all(1 <= len(span.of(text).split()) <= 12 for span in spans)


def test_what_a_house_treats_as_the_same_is_the_same() -> None:
    house = House(equivalents=(("Kessler Works", "Northgate"),))
    documents = Sides(
        document_from_text("The strike at Kessler Works went on.", "en"), document_from_text("The strike at Northgate went on.", "en")
    )
    assert loud(compare(documents, lexicon=engine.lexicon()))
    assert not loud(compare(documents, lexicon=replace(engine.lexicon(), house=house)))


def test_names_are_mentioned_by_what_they_stand_for() -> None:
    comparison = compared("He left. Then Moscow and Andrey Kortunov agreed.", "He left. Then Russia agreed.")
    assert comparison.facts is not None
    context = comparison.facts.context
    sides = [context.reading(document, side, range(2)) for side, document in enumerate(comparison.documents)]
    known = context.names
    found = [[(it.key, it.first, it.last) for it in mentions(reading, known, side)] for side, reading in enumerate(sides)]
    assert found == [[("Russia", 3, 3), ("andrey kortunov", 5, 6)], [("Russia", 3, 3)]]
