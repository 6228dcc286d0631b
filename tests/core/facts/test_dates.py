"""Dates and times that were changed are pointed at; the same day or hour written in another way is not."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.facts.dates import mentions
from rewritediff.core.values import FindingKind
from tests.core.facts.cases import Case, check, compared, loud, told

ENGLISH = (
    Case(
        "hours said as bare numbers",
        "She works nine to five in the old harbour office.",
        "She works 9 a.m. to 5 p.m. in the old harbour office.",
    ),
    Case("season's year", "It opens in the spring of 2027.", "It opens in the spring of 2028.", "date", "spring of 2027", "spring of 2028"),
    Case("day", "She left on March 14, 2026.", "She left on 15 March 2026.", "date", "March 14, 2026", "15 March 2026"),
    Case("month", "The trial starts on 2 April.", "The trial starts on 2 May.", "date", "2 April", "2 May"),
    Case("weekday", "The shop closes on Monday.", "The shop closes on Tuesday.", "date", "Monday", "Tuesday"),
    Case("time", "The bus leaves at 7:30 p.m. sharp.", "The bus leaves at 7:45 p.m. sharp.", "date", "7:30 p.m.", "7:45 p.m."),
    Case("half of the day", "The bus leaves at 7 am sharp.", "The bus leaves at 7 pm sharp.", "date", "7 am", "7 pm"),
    Case("decade", "Jazz of the 1930s filled the hall.", "Jazz of the 1940s filled the hall.", "date", "1930s", "1940s"),
    Case("century", "A 12th-century abbey burned.", "A 13th-century abbey burned.", "date", "12th-century", "13th-century"),
    Case("quarter", "Profits fell in the first quarter.", "Profits fell in the third quarter.", "date", "first quarter", "third quarter"),
    Case("direction", "They vote next week in Riga.", "They voted last week in Riga.", "date", "next week", "last week"),
    Case("frame", "He retires this year.", "He retires next year.", "date", "this year", "next year", "look"),
    Case("part of the day", "They met on Tuesday night.", "They met on Tuesday afternoon.", "date", "Tuesday night", "Tuesday afternoon"),
    Case("new year", "The bridge was rebuilt by volunteers.", "The bridge was rebuilt in 1994 by volunteers.", "date", "", "1994"),
    Case("season", "The trail reopens in the summer.", "The trail reopens in the winter.", "date", "summer", "winter"),
    Case("formats", "Signed on April 2, 2026.", "Signed on 2026-04-02."),
    Case("slashes", "Signed on April 2, 2026.", "Signed on 4/2/2026."),
    Case("of", "Signed on April 2, 2026.", "Signed on the 2nd of April 2026."),
    Case("24 hours", "Doors open at 7:30 p.m. tonight.", "Doors open at 19:30 tonight."),
    Case("half past", "Doors open at 7:30 p.m. tonight.", "Doors open at half past seven tonight."),
    Case("noon", "Lunch is served at noon.", "Lunch is served at 12:00."),
    Case("less precise", "He died on March 14, 2026, in Graz.", "He died on March 14 in Graz."),
    Case("night left out", "He spoke on Thursday night.", "He spoke on Thursday."),
    Case("yesterday", "He spoke yesterday in Parliament.", "He spoke on Tuesday in Parliament."),
    Case("nineties", "The club thrived in the 1990s.", "The club thrived in the nineties."),
    Case("year of a decade", "She sang there in 1994.", "She sang there in the 1990s."),
    Case("century in words", "A 19th-century mill stands there.", "A nineteenth-century mill stands there."),
    Case("may", "They may march in the sun, on second thoughts.", "They could walk in the sunshine after all."),
    Case("fall", "Prices fall when the sun is out; I sat down.", "Prices drop when it is sunny; I took a seat."),
    Case("quarter short", "Sales in the first quarter of 2017 rose.", "Sales in Q1 2017 rose."),
)
GERMAN = (
    Case("Tag", "Sie reiste am 2. April ab.", "Sie reiste am 3. April ab.", "date", "2. April", "3. April"),
    Case("Wochentag", "Der Laden schließt am Montag.", "Der Laden schließt am Dienstag.", "date", "Montag", "Dienstag"),
    Case("Uhr", "Der Zug fährt um 14 Uhr 30.", "Der Zug fährt um 15 Uhr 30.", "date", "14 Uhr 30", "15 Uhr 30"),
    Case("Jahr", "Das Werk schloss im Jahr 2019.", "Das Werk schloss im Jahr 2018.", "date", "2019", "2018"),
    Case("Ziffern", "Sie reiste am 2. April 2026 ab.", "Sie reiste am 02.04.2026 ab."),
    Case("halb acht", "Die Sitzung beginnt um halb acht.", "Die Sitzung beginnt um 7:30 Uhr."),
    Case("Punkt", "Die Sitzung beginnt um 14 Uhr 30.", "Die Sitzung beginnt um 14.30 Uhr."),
    Case("Jahre", "In den 1990er Jahren zog sie um.", "In den neunziger Jahren zog sie um."),
    Case("gestern", "Er sprach gestern im Bundestag.", "Er sprach am Dienstag im Bundestag."),
)
FRENCH = (
    Case("jour", "Elle est partie le 2 avril.", "Elle est partie le 3 avril.", "date", "2 avril", "3 avril"),
    Case("jour de la semaine", "Le magasin ferme le lundi.", "Le magasin ferme le mardi.", "date", "lundi", "mardi"),
    Case("heure", "Le train part à 14h30 de Lyon.", "Le train part à 15h30 de Lyon.", "date", "14h30", "15h30"),
    Case("siècle", "L’abbaye du XIIe siècle a brûlé.", "L’abbaye du XIIIe siècle a brûlé.", "date", "XIIe siècle", "XIIIe siècle"),
    Case("premier", "Elle est partie le 1er avril 2026.", "Elle est partie le 01/04/2026."),
    Case("espaces", "Le train part à 14h30 de Lyon.", "Le train part à 14 h 30 de Lyon."),
    Case("heures", "Le train part à 14 heures de Lyon.", "Le train part à 14h00 de Lyon."),
    Case("années", "Dans les années 1990, il vivait à Nice.", "Dans les années 90, il vivait à Nice."),
    Case("demie", "Le train part à sept heures et demie.", "Le train part à 7 h 30."),
)
SPANISH = (
    Case("día", "Salió el 2 de abril de 2026.", "Salió el 3 de abril de 2026.", "date", "2 de abril de 2026", "3 de abril de 2026"),
    Case("día de la semana", "La tienda cierra el lunes.", "La tienda cierra el martes.", "date", "lunes", "martes"),
    Case("hora", "El tren sale a las 14:30 de Sevilla.", "El tren sale a las 15:30 de Sevilla.", "date", "14:30", "15:30"),
    Case("siglo", "La abadía del siglo XII ardió.", "La abadía del siglo XIII ardió.", "date", "siglo XII", "siglo XIII"),
    Case("cifras", "Salió el 2 de abril de 2026.", "Salió el 02/04/2026."),
    Case("media", "El tren sale a las siete y media.", "El tren sale a las 7:30."),
    Case("punto", "Se reunieron a las 15.30 en Soria.", "Se reunieron a las 15:30 en Soria."),
    Case("tarde", "El tren sale a las 7 de la tarde.", "El tren sale a las 19:00."),
    Case("ayer", "Habló ayer en el Senado.", "Habló el martes en el Senado."),
)
CASES = [
    (language, case) for language, cases in zip(("en", "de", "fr", "es"), (ENGLISH, GERMAN, FRENCH, SPANISH), strict=True) for case in cases
]


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{language}: {case.name}" for language, case in CASES])
def test_case(language: str, case: Case) -> None:
    check(case, language)


SENTENCE = "The committee, after a long debate, agreed on {} for the harbour."
DATES = st.dates(datetime.date(1900, 1, 1), datetime.date(2090, 12, 31))
MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
DATE_FORMATS = (
    lambda d: f"{MONTHS[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d.day} {MONTHS[d.month - 1]} {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.month}/{d.day}/{d.year}",
    lambda d: f"{MONTHS[d.month - 1][:3]}. {d.day}, {d.year}",
)
TIMES = st.times()
TIME_FORMATS = (
    lambda t: f"{t.hour}:{t.minute:02}",
    lambda t: f"{t.hour % 12 or 12}:{t.minute:02} {'pm' if t.hour > 11 else 'am'}",
    lambda t: f"{t.hour % 12 or 12}:{t.minute:02} {'p.m.' if t.hour > 11 else 'a.m.'}",
)


@given(DATES, st.sampled_from(DATE_FORMATS), st.sampled_from(DATE_FORMATS))
@settings(max_examples=60, deadline=None)
def test_writing_a_date_differently_raises_nothing(date, one, other) -> None:  # type: ignore[no-untyped-def]
    comparison = compared(SENTENCE.format(one(date)), SENTENCE.format(other(date)))
    assert not [f for f in comparison.findings if f.kind in (FindingKind.NUMBER, FindingKind.DATE)]


@given(DATES, DATES, st.sampled_from(DATE_FORMATS), st.sampled_from(DATE_FORMATS[:2]))
@settings(max_examples=60, deadline=None)
def test_altering_a_date_is_always_to_check(first, second, one, other) -> None:  # type: ignore[no-untyped-def]
    if first == second or (first.year == second.year and first.day == second.month and first.month == second.day):
        second = first.replace(year=1899, day=min(first.day, 28))
    comparison = compared(SENTENCE.format(one(first)), SENTENCE.format(other(second)))
    found = [told(comparison, finding) for finding in loud(comparison)]
    assert {kind for kind, _, _, _ in found} == {"date"}
    assert "check" in {strength for _, _, _, strength in found}
    assert all(f"on {was} for" in comparison.texts.original and f"on {now} for" in comparison.texts.rewrite for _, was, now, _ in found)


@given(TIMES, st.sampled_from(TIME_FORMATS), st.sampled_from(TIME_FORMATS))
@settings(max_examples=40, deadline=None)
def test_writing_a_time_differently_raises_nothing(time, one, other) -> None:  # type: ignore[no-untyped-def]
    comparison = compared(SENTENCE.format(one(time)), SENTENCE.format(other(time)))
    assert not [f for f in comparison.findings if f.kind in (FindingKind.NUMBER, FindingKind.DATE)]


@given(TIMES, TIMES, st.sampled_from(TIME_FORMATS[1:]), st.sampled_from(TIME_FORMATS[1:]))
@settings(max_examples=40, deadline=None)
def test_altering_a_time_is_always_to_check(first, second, one, other) -> None:  # type: ignore[no-untyped-def]
    if (first.hour, first.minute) == (second.hour, second.minute):
        second = first.replace(hour=(first.hour + 1) % 24)
    comparison = compared(SENTENCE.format(one(first)), SENTENCE.format(other(second)))
    assert [(f.kind, f.strength.value) for f in loud(comparison)] == [(FindingKind.DATE, "check")]


def test_mentions_give_the_same_key_however_a_date_is_written() -> None:
    comparison = compared("They met on April 2, 2026 in Bonn.", "They met in Bonn on 2026-04-02 for once.")
    assert comparison.facts is not None
    context = comparison.facts.context
    keys = [
        [mention.key for mention in mentions(context.reading(document, side, [0]))] for side, document in enumerate(comparison.documents)
    ]
    assert keys == [["day:2 month:4 year:2026"]] * 2
