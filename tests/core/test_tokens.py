"""Words as spans, in every script, and the folding that makes typographic variants equal."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.tokens import APOSTROPHES, HYPHENS, QUOTES, TOKEN, Vocabulary, fold, is_word
from tests.strategies import ODD, folded_words, phrases

CASES = {
    "words and stops": ("The goat slept.", "The|goat|slept|."),
    "apostrophe": ("Oster’s don't", "Oster|’|s|don|'|t"),
    "hyphen": ("Jong-un well–being", "Jong|-|un|well|–|being"),
    "quotation marks": ("“Ha,” «oui»", "“|Ha|,|”|«|oui|»"),
    "thousands and decimals": ("3,000.5 1.234,5", "3,000.5|1.234,5"),
    "no-break thousands": ("61\u00a0000 61\u202f000", "61\u00a0000|61\u202f000"),
    "a plain blank parts numbers": ("61 000", "61|000"),
    "money": ("€48 $2.50 £7", "€48|$2.50|£7"),
    "signs": ("-4 +7 −3°", "-4|+7|−3°"),
    "a range is no sign": ("17–6 2019-2020", "17|–|6|2019|-|2020"),
    "percent": ("12% 5‰", "12%|5‰"),
    "clock": ("at 7:30.", "at|7:30|."),
    "a number ends before its stop": ("in 2019.", "in|2019|."),
    "letters and digits": ("F-16s 3rd A4", "F|-|16s|3rd|A4"),
    "dotted abbreviation": ("U.S. a.m.", "U.S.|a.m."),
    "one initial is none": ("J. Oster", "J|.|Oster"),
    "German": ("Größe, Straße", "Größe|,|Straße"),
    "combining marks stay": ("Cafe\u0301s", "Cafe\u0301s"),
    "Hindi keeps its vowel signs": ("किताब पढ़ी।", "किताब|पढ़ी|।"),
    "Chinese by character": ("山羊睡了。", "山|羊|睡|了|。"),
    "Japanese by character, its long vowels kept": ("猫のコーヒー", "猫|の|コー|ヒー"),
    "Korean by word": ("염소가 잤다.", "염소가|잤다|."),
    "Arabic": ("نام الماعز،", "نام|الماعز|،"),
    "Thai by character": ("แพะ", "แ|พ|ะ"),
    "Latin beside Chinese": ("用AI写", "用|AI|写"),
    "emoji of several": ("ok 👩‍🚀🏳️‍🌈", "ok|👩‍🚀|🏳️‍🌈"),
    "NUL": ("a\0b", "a|\0|b"),
    "lone surrogate": ("a \ud83d b", "a|\ud83d|b"),
    "a number sign takes no blank along": ("\u0600 a", "\u0600|a"),
    "nothing": (" \n\t", ""),
}


@pytest.mark.parametrize(("text", "units"), CASES.values(), ids=CASES)
def test_a_text_is_cut_into_units(text: str, units: str) -> None:
    assert TOKEN.findall(text) == (units.split("|") if units else [])


@given(ODD)
def test_every_character_but_white_space_is_in_exactly_one_unit(text: str) -> None:
    spans = [match.span() for match in TOKEN.finditer(text)]
    covered = [place for start, end in spans for place in range(start, end)]
    assert covered == sorted(set(covered))
    assert {place for place, character in enumerate(text) if not character.isspace()} <= set(covered)


@given(ODD)
def test_no_unit_begins_or_ends_with_white_space(text: str) -> None:
    units = [unit for unit in TOKEN.findall(text) if not "\x1c" <= unit <= "\x1f"]
    assert units == [unit.strip() for unit in units]


FOLDED = {
    "case": ("Oster", "oster"),
    "sharp s": ("Straße", "strasse"),
    "ligature": ("oﬃce", "office"),
    "full width": ("Ａ１", "a1"),
    "composed": ("e\u0301", "é"),
    "dotted abbreviation": ("U.S.", "us"),
    "soft hyphen": ("light\u00adhouse", "lighthouse"),
    "zero-width space": ("light\u200bhouse", "lighthouse"),
    "word joiner": ("Thurs\u2060day", "thursday"),
    "mark of direction": ("may\u200eor", "mayor"),
    "tags": ("mayor\U000e0041", "mayor"),
    "joiner between Latin letters": ("ha\u200dll", "hall"),
    "non-joiner in a Persian word": ("می\u200cخواهم", "می\u200cخواهم"),
    "joiner in an emoji": ("👩\u200d🚀", "👩\u200d🚀"),
    "way to draw a sign": ("❤\ufe0f", "❤"),
    "minus": ("−4", "-4"),
    "hyphen-minus": ("-4", "-4"),
    "a decimal stop stays": ("3.5", "3.5"),
    "a full stop stays": (".", "."),
}


@pytest.mark.parametrize(("unit", "folded"), FOLDED.values(), ids=FOLDED)
def test_units_are_folded(unit: str, folded: str) -> None:
    assert fold(unit) == folded


@pytest.mark.parametrize("mark", APOSTROPHES + QUOTES + HYPHENS)
def test_apostrophes_quotes_and_hyphens_fold_to_nothing(mark: str) -> None:
    assert fold(mark) == ""


@given(ODD)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    folded = [fold(unit) for unit in TOKEN.findall(text)]
    assert [fold(unit) for unit in folded] == folded


ALIKE = {
    "lost apostrophe": ("Oster s boat", "Oster’s boat"),
    "kinds of apostrophe": ("don't", "don´t"),
    "hyphen or blank": ("Jong Un", "Jong-un"),
    "quotation marks": ('"Ha," she said', "“Ha,” she said"),
    "abbreviation": ("U.S. boats", "US boats"),
    "unseen characters": ("The co\u200buncil paid \u202d1000\u202c euros", "The council paid 1000 euros"),
    "isolates around a word": ("the \u2066mayor\u2069 said", "the mayor said"),
}


@pytest.mark.parametrize(("first", "second"), ALIKE.values(), ids=ALIKE)
def test_typographic_variants_have_the_same_words(first: str, second: str) -> None:
    assert folded_words([first]) == folded_words([second])


@pytest.mark.parametrize(("first", "second"), [("4", "-4"), ("3.5", "35"), ("12%", "12"), ("€5", "$5")])
def test_numbers_that_differ_do_not_fold_alike(first: str, second: str) -> None:
    assert fold(first) != fold(second)


@pytest.mark.parametrize(
    ("folded", "word"), [("a", True), ("7", True), ("-4", True), ("山", True), (".", False), ("👩‍🚀", False), ("", False)]
)
def test_a_word_has_letters_or_digits(folded: str, *, word: bool) -> None:
    assert is_word(folded) is word


@given(st.lists(phrases(), max_size=3))
def test_equal_numbers_mean_equal_folded_forms(texts: list[str]) -> None:
    vocabulary = Vocabulary()
    numbers = [number for text in texts for number in vocabulary.units(text).ids.tolist()]
    assert [vocabulary.forms[number] for number in numbers] == [fold(unit) for text in texts for unit in TOKEN.findall(text)]
    assert len(set(vocabulary.forms)) == len(vocabulary.forms)


@given(ODD)
def test_units_as_arrays_are_the_units_of_the_text(text: str) -> None:
    vocabulary = Vocabulary()
    units = vocabulary.units(text)
    assert list(zip(units.starts.tolist(), units.ends.tolist(), strict=True)) == [match.span() for match in TOKEN.finditer(text)]
    assert vocabulary.are_words().tolist() == [is_word(form) for form in vocabulary.forms]


@given(st.one_of(phrases(), st.text(st.sampled_from("abZé漢ーかไ. 12,3-+$%°\u0301\u200d\u200c’'US\u00a0😀ß"), max_size=20), ODD))
def test_the_quick_way_to_a_word_finds_what_the_others_find(text: str) -> None:
    quick, _, others = TOKEN.pattern.partition("|")
    assert quick.startswith("[A-Za-z]{2,}")
    assert TOKEN.findall(text) == regex.findall(others, text)
