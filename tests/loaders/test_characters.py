"""What is done to a text's characters, and what is said about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.loaders import characters
from rewritediff.loaders.characters import clean

CASES: dict[str, tuple[str, str, dict[str, int]]] = {
    "nothing to do": ("One.\nTwo.", "One.\nTwo.", {}),
    "line ends of Windows and of an old Mac": ("a\r\nb\rc", "a\nb\nc", {}),
    "rarer line ends": ("a\x85b\u2028c\u2029d\fe\vf", "a\nb\nc\nd\ne\nf", {}),
    "white space at the ends of lines": ("a \t\u00a0\nb  ", "a\nb", {}),
    "indents stay": ("\n\n  a\n\tb\n", "  a\n\tb", {}),
    "NUL": ("a\0b", "a�b", {"replaced-characters": 1}),
    "no characters": ("a\ufffeb\uffff", "a�b�", {"replaced-characters": 2}),
    "half a character": ("a\ud83db", "a�b", {"replaced-characters": 1}),
    "two halves are one": ("\ud83d\ude00", "😀", {}),
    "a replacement that was there is not counted": ("a�b\ud800", "a�b�", {"replaced-characters": 1}),
    "soft hyphens": ("Bürger\u00admeis\u00adter", "Bürgermeister", {"invisible-removed": 2}),
    "a mark at the beginning is no part of the text": ("\ufeffa", "a", {}),
    "a mark inside": ("a\ufeffb", "ab", {"invisible-removed": 1}),
    "terminal controls": ("\x1b[31mred\x07", "[31mred", {"invisible-removed": 2}),
    "writing direction": ("\u202e000,1\u202c", "\u202e000,1\u202c", {"invisible-kept": 2}),
    "zero-width space": ("co\u200buncil", "co\u200buncil", {"invisible-kept": 1}),
    "joiner inside a Latin word": ("vo\u200dted", "vo\u200dted", {"invisible-kept": 1}),
    "joiner inside an emoji": ("👩\u200d🔬", "👩\u200d🔬", {}),
    "non-joiner inside a Persian word": ("می\u200cخواهم", "می\u200cخواهم", {}),
    "tags": ("a\U000e0041b", "a\U000e0041b", {"invisible-kept": 1}),
    "Cyrillic letters in a Latin word": ("the c\u043eun\u0441il", "the c\u043eun\u0441il", {"lookalikes": 2}),
    "words in two alphabets": ("the город, α-helix and µA", "the город, α-helix and µA", {}),
    "accents stay as they are written": ("cafe\u0301", "cafe\u0301", {}),
}


@pytest.mark.parametrize(("raw", "text", "counts"), CASES.values(), ids=CASES)
def test_a_text_is_cleaned(raw: str, text: str, counts: dict[str, int]) -> None:
    cleaned = clean(raw)
    assert cleaned.text == text
    assert {notice.code: dict(notice.values)["count"] for notice in cleaned.notices} == counts


ANYTHING = st.text(st.characters())


@given(ANYTHING)
def test_a_cleaned_text_can_be_written_and_stays_clean(raw: str) -> None:
    text = clean(raw).text
    assert text.encode().decode() == text
    assert clean(text).text == text


@given(ANYTHING)
def test_a_cleaned_text_holds_nothing_that_xml_forbids(raw: str) -> None:
    assert not [c for c in clean(raw).text if (c < " " and c not in "\t\n") or c in "\ufffe\uffff"]


@given(st.text(st.sampled_from("ab \t\r\n\v\0\u00ad\ufeff\u200b\u200d\ud83d\ude00\u0645👩"), max_size=30))
def test_a_text_cleaned_in_pieces_is_cleaned_as_one(raw: str) -> None:
    whole = clean(raw)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(characters, "PIECE", 1)
        assert clean(raw) == whole
