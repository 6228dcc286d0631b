"""Numbers that were changed are pointed at with their units; the same number written in another way is not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.facts.atoms import value_of
from rewritediff.core.facts.numbers import mentions
from rewritediff.core.facts.reading import Context
from rewritediff.core.values import FindingKind
from tests.core.facts.cases import Case, check, compared, loud, told

ENGLISH = (
    Case(
        "a vaguer round number below",
        "The show drew 1,200 people to the old harbour.",
        "The show drew more than a thousand people to the old harbour.",
        "number",
        "1,200",
        "thousand",
        "look",
    ),
    Case(
        "a round number far below",
        "The show drew 5,200 people to the old harbour.",
        "The show drew more than a thousand people to the old harbour.",
        "number",
        "5,200",
        "thousand",
    ),
    Case(
        "a round number below that is said to be above",
        "The show drew 1,200 people to the old harbour.",
        "The show drew nearly a thousand people to the old harbour.",
        "number",
        "1,200",
        "thousand",
    ),
    Case("months", "The repairs will take 30 months.", "Repairs are going to take 36 months.", "number", "30 months", "36 months"),
    Case("digits swapped", "They paid €112 million for it.", "For it, they paid €121 million.", "number", "€112 million", "€121 million"),
    Case("unit", "He was jailed for 30 days in May.", "He was jailed for 30 years in May.", "number", "30 days", "30 years"),
    Case("currency", "The deal is worth £25 to each of us.", "The deal is worth $25 to each of us.", "number", "£25", "$25"),
    Case("share in digits", "Speed plays a part in 4 in 5 crashes.", "Speed plays a part in 4 in 6 crashes.", "number", "4 in 5", "4 in 6"),
    Case("second", "Shares fell for a second straight day.", "Shares fell for a first straight day.", "number", "second", "first"),
    Case("sign apart", "The deal is worth £2.5bn to us.", "The deal is worth $2.5bn to us.", "number", "2.5bn", "2.5bn"),
    Case(
        "points",
        "Rates rose by 2% over the year.",
        "Rates rose by 2 percentage points over the year.",
        "number",
        "2%",
        "2 percentage points",
    ),
    Case("words", "Twenty-five ships sank off Crete.", "Twenty-six ships sank off Crete.", "number", "Twenty-five", "Twenty-six"),
    Case("one", "One passenger was hurt.", "Two passengers were hurt.", "number", "One", "Two"),
    Case("rank", "She finished third in the race.", "She finished fourth in the race.", "number", "third", "fourth"),
    Case("share", "A quarter of the pupils passed.", "A third of the pupils passed.", "number", "quarter", "third"),
    Case("scale", "It sold 3 million copies.", "It sold 3 billion copies.", "number", "3 million", "3 billion"),
    Case("minus", "It was -4 °C in the valley.", "It was -14 °C in the valley.", "number", "-4 °C", "-14 °C"),
    Case("range", "Cook it for 10–15 minutes.", "Cook it for 10 to 20 minutes.", "number", "15 minutes", "20 minutes"),
    Case("per week", "She swims twice a week here.", "She swims twice a month here.", "number", "a week", "a month"),
    Case("new", "The mayor thanked the volunteers.", "The mayor thanked the 340 volunteers.", "number", "", "340"),
    Case("lost", "He won after 14 years of lawsuits.", "He won after years of lawsuits.", "number", "14 years", "", "look"),
    Case("vague to exact", "Dozens of goats escaped.", "36 goats escaped.", "number", "Dozens", "36", "look"),
    Case("exchanged", "Aboard were 12 men and 15 women.", "Aboard were 15 men and 12 women.", "number", "12 | 15", "15 | 12"),
    Case("dozen", "There are 12 sensors in the river.", "There are a dozen sensors in the river."),
    Case("votes", "The council voted 17–6 for the plan.", "The council passed the plan by 17 votes to 6."),
    Case("money after", "It made $31.4 million in ticket sales.", "It made 31.4m dollars in ticket sales."),
    Case("money code", "It made US$31,400,000 in ticket sales.", "It made USD 31.4 million in ticket sales."),
    Case("per cent", "Turnout fell 12% in the north.", "Turnout fell twelve per cent in the north."),
    Case("half", "Half of the seats are empty.", "50 percent of the seats are empty."),
    Case("one in four", "One in four drivers speeds.", "25% of drivers speed."),
    Case("below none", "It read -3 out of 0 twice.", "It read -3 out of 0 again."),
    Case("hundreds", "The library lent two hundred and three maps.", "The library lent 203 maps."),
    Case("metres", "The plank is 1.4 m long.", "The plank is 140 centimetres long."),
    Case("miles", "The trail is 100 km long.", "The trail is about 60 miles long."),
    Case("both units", "The trail is 100 km (62 miles) long.", "The trail is 62 miles long."),
    Case("age", "Ruth Adeyemi, 58, teaches Greek.", "Ruth Adeyemi, a 58-year-old, teaches Greek."),
    Case("years", "The ban lasted 2.5 years.", "The ban lasted 30 months."),
    Case("an hour and a half", "The film runs an hour and a half.", "The film runs 90 minutes."),
    Case("half a million", "Half a million people fled.", "500,000 people fled."),
    Case("between", "Between 10 and 15 guests came.", "10-15 guests came."),
    Case("nearly", "Nearly 1,000 fans waited outside.", "987 fans waited outside."),
    Case("couple", "Beat a couple of eggs.", "Beat two eggs."),
    Case("no one", "No one was in; one of us waited a second.", "Nobody was in; we waited a moment."),
    Case("list", "3. Close the valve.", "4. Close the valve."),
    Case("said twice", "In all, 14 boats left; the 14 boats returned.", "In all, 14 boats left and returned."),
    Case("note", "The method spread fast.", "The method spread fast.[4]"),
    Case("dash of a range", "She ruled from 1610 to 1643.", "She ruled 1610 -1643."),
    Case("points of a list", "Second, ferries never tire at sea.", "First, ferries never tire at sea."),
    Case("share in digits", "80 percent of the crashes involve speed.", "4 in 5 of the crashes involve speed."),
    Case("difference", "Fares climb to $2,800 from $2,500.", "Fares climb by $300 to $2,800."),
    Case("fortnight", "She came back a fortnight later.", "She came back two weeks later."),
    Case("version", "The 2.6.0 kernel came in May.", "The 2.6 kernel came in May."),
    Case("cents", "It fell .85 cent, to a low.", "It fell 0.85 cents, to a low."),
    Case("mixed number", "Add 2 ½ cups of flour.", "Add 2.5 cups of flour."),
    Case("fahrenheit", "Heat the oven to 180 °C first.", "Heat the oven to 356 °F first."),
)
GERMAN = (
    Case("Komma", "Der Umsatz stieg um 3,5 Prozent.", "Der Umsatz stieg um 5,3 Prozent.", "number", "3,5 Prozent", "5,3 Prozent"),
    Case("Wort", "Es kamen vierundzwanzig Gäste.", "Es kamen vierunddreißig Gäste.", "number", "vierundzwanzig", "vierunddreißig"),
    Case("Einheit", "Das Seil misst 40 Zentimeter.", "Das Seil misst 40 Meter.", "number", "40 Zentimeter", "40 Meter"),
    Case("Tausender", "Rund 2.500 Menschen kamen.", "Rund 3.500 Menschen kamen.", "number", "2.500", "3.500"),
    Case("Mio.", "Der Bau kostet 3,5 Mio. Euro.", "Der Bau kostet 3,5 Millionen €."),
    Case("zusammen", "Es kamen vierundzwanzig Gäste.", "Es kamen 24 Gäste."),
    Case("dreihundert", "Das Dorf hat dreihundertfünfzig Einwohner.", "Das Dorf hat 350 Einwohner."),
    Case("Drittel", "Zwei Drittel der Mitglieder stimmten zu.", "Rund 66 Prozent der Mitglieder stimmten zu."),
    Case("anderthalb", "Der Film dauert anderthalb Stunden.", "Der Film dauert 90 Minuten."),
    Case("Punkt", "Im Lager liegen 12.000 Kisten.", "Im Lager liegen 12 000 Kisten."),
    Case("Dutzend", "Ein Dutzend Kühe stand im Stall.", "Zwölf Kühe standen im Stall."),
)
FRENCH = (
    Case("virgule", "Les prix montent de 3,5 %.", "Les prix montent de 5,3 %.", "number", "3,5", "5,3"),
    Case("âge", "Elle a soixante-dix ans.", "Elle a soixante-douze ans.", "number", "soixante-dix ans", "soixante-douze ans"),
    Case("unité", "La corde mesure 40 centimètres.", "La corde mesure 40 mètres.", "number", "40 centimètres", "40 mètres"),
    Case(
        "milliards", "La dette atteint 3 milliards d’euros.", "La dette atteint 3 millions d’euros.", "number", "3 milliards", "3 millions"
    ),
    Case("quatre-vingt-dix", "Il a quatre-vingt-dix ans.", "Il a 90 ans."),
    Case("espaces", "Le budget est de 1 234,5 euros.", "Le budget est de 1.234,50 €."),
    Case("moitié", "La moitié des élèves est absente.", "50 % des élèves sont absents."),
    Case("vingt et un", "Le port compte vingt et un bateaux.", "Le port compte 21 bateaux."),
    Case("heure et demie", "Le film dure une heure et demie.", "Le film dure 90 minutes."),
)
SPANISH = (
    Case("coma", "Los precios suben un 3,5 %.", "Los precios suben un 5,3 %.", "number", "3,5", "5,3"),
    Case(
        "palabra", "Llegaron treinta y cinco barcos.", "Llegaron cuarenta y cinco barcos.", "number", "treinta y cinco", "cuarenta y cinco"
    ),
    Case("unidad", "La cuerda mide 40 centímetros.", "La cuerda mide 40 metros.", "number", "40 centímetros", "40 metros"),
    Case(
        "dinero", "La obra cuesta 112 millones de euros.", "La obra cuesta 121 millones de euros.", "number", "112 millones", "121 millones"
    ),
    Case("doscientos", "Hay doscientos tres árboles.", "Hay 203 árboles."),
    Case("mitad", "La mitad de los votantes se quedó en casa.", "El 50 % de los votantes se quedó en casa."),
    Case("docena", "Hay una docena de huevos.", "Hay doce huevos."),
    Case("puntos", "Llegaron 12.000 turistas.", "Llegaron 12 000 turistas."),
    Case("millones", "Invierten 2,5 millones de euros.", "Invierten 2.500.000 euros."),
)
CASES = [
    (language, case) for language, cases in zip(("en", "de", "fr", "es"), (ENGLISH, GERMAN, FRENCH, SPANISH), strict=True) for case in cases
]


@pytest.mark.parametrize(("language", "case"), CASES, ids=[f"{language}: {case.name}" for language, case in CASES])
def test_case(language: str, case: Case) -> None:
    check(case, language)


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1,234.5", ".", 1234.5),
        ("1.234,5", ",", 1234.5),
        ("1 234,5", ",", 1234.5),
        ("1’234", ".", 1234),
        ("1.234", ",", 1234),
        ("1.234", ".", 1.234),
        ("1,234", "", 1234),
        ("0,5", ".", 0.5),
        ("3½", ".", 3.5),
        (".85", ".", 0.85),
        ("1.2.3", ".", None),
    ],
)
def test_separators_are_read_as_the_language_sets_them(text: str, decimal: str, value: float | None) -> None:
    assert value_of(text, decimal) == value


ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def spelled(number: int) -> str:
    """Spell a number up to 999,999."""
    if number < 20:
        return ONES.split()[number]
    if number < 100:
        rest = number % 10
        return TENS.split()[number // 10 - 2] + (f"-{spelled(rest)}" if rest else "")
    if number < 1000:
        return f"{spelled(number // 100)} hundred" + (f" and {spelled(number % 100)}" if number % 100 else "")
    return f"{spelled(number // 1000)} thousand" + (f" {spelled(number % 1000)}" if number % 1000 else "")


FORMATS = (str, "{:,}".format, spelled, "{:,}".format)
UNITS = (
    ("km", "kilometres", "kilometers"),
    ("%", " percent", " per cent"),
    ("kg", "kilograms", "kilos"),
    ("boats", "boats"),
    ("months", "months"),
)
SENTENCE = "The committee, after a long debate, agreed on {} for the harbour."
NUMBERS = st.integers(2, 999_999).filter(lambda number: not 1100 <= number <= 2100)


def amount(number: int, form: int, unit: str) -> str:
    return FORMATS[form](number) + (unit if unit == "%" else f" {unit.strip()}")


@given(NUMBERS, st.integers(0, 3), st.integers(0, 3), st.sampled_from(UNITS), st.data())
@settings(max_examples=60, deadline=None)
def test_writing_a_number_differently_raises_nothing(
    number: int, form: int, other: int, units: tuple[str, ...], data: st.DataObject
) -> None:
    one, two = data.draw(st.sampled_from(units)), data.draw(st.sampled_from(units))
    texts = SENTENCE.format(amount(number, form, one)), SENTENCE.format(amount(number, other, two))
    assert not [f for f in compared(*texts).findings if f.kind in (FindingKind.NUMBER, FindingKind.DATE)]


@given(NUMBERS, NUMBERS, st.integers(0, 3), st.integers(0, 3), st.sampled_from(UNITS))
@settings(max_examples=60, deadline=None)
def test_altering_a_number_is_always_to_check(number: int, other: int, form: int, later: int, units: tuple[str, ...]) -> None:
    if abs(number - other) <= 0.02 * max(number, other):
        other = number * 2
    comparison = compared(SENTENCE.format(amount(number, form, units[0])), SENTENCE.format(amount(other, later, units[-1])))
    found = [told(comparison, finding) for finding in loud(comparison)]
    assert [(kind, strength) for kind, _, _, strength in found] == [("number", "check")]
    for words, text in zip(found[0][1:3], comparison.texts, strict=True):
        assert f" {words}" in text
        assert f"{words} for the" in text or f"{words}% for the" in text or f"{words} boats for the" in text


def test_mentions_give_the_same_key_however_a_number_is_written() -> None:
    comparison = compared("It weighs 1.5 kg, costs $3m and holds one.", "It weighs 1,500 grams, costs 3 million dollars.")
    assert comparison.facts is not None
    context: Context = comparison.facts.context
    keys = [
        [mention.key for mention in mentions(context.reading(document, side, [0]))] for side, document in enumerate(comparison.documents)
    ]
    assert keys == [["1.5 mass", "3e+06 dollar"]] * 2
