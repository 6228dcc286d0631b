"""Texts without case and typography, and the way back to the text as loaded."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.gui.find import folded_words
from rewritediff.gui.folded import BASIC, Folded, places

SAID = st.text(alphabet=st.sampled_from("aAbB ßİée\u0301\u0323ﬁ…’'-–\u00ad\n\u00a0😀中“ "), max_size=40)


def found(text: str, words: str) -> list[str]:
    """Cut what is found from the text as loaded."""
    folded, wanted = Folded(text), folded_words(words)
    starts = places(folded.text, wanted)
    return [text[a:b] for a, b in zip(folded.starts(starts).tolist(), folded.ends(starts + len(wanted)).tolist(), strict=True)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("The Dog, the dog", "DOG", ["Dog", "dog"]),
        ("“Don’t,” he said. Don't!", "don't", ["Don’t", "Don't"]),
        ("Kim Jong‑un and Kim Jong–un", "jong-un", ["Jong‑un", "Jong–un"]),
        ("a «quoted» word", '"quoted"', ["«quoted»"]),
        ("hard\n  wrapped lines", "hard wrapped", ["hard\n  wrapped"]),
        ("soft\u00adhy\u00adphens", "softhyphens", ["soft\u00adhy\u00adphens"]),
        ("Straße, STRASSE", "strasse", ["Straße", "STRASSE"]),
        ("cafe\u0301 and café", "café", ["cafe\u0301", "café"]),
        ("Wait… what", "wait...", ["Wait…"]),
        ("end.\n\nBegin", "end. begin", []),
        ("😀 x 😀 X", "x", ["x", "X"]),
        ("two\u00a0words", "two words", ["two\u00a0words"]),
        ("北京 and 北京", "北京", ["北京", "北京"]),
        ("aaa", "aa", ["aa"]),
        ("anything", "", []),
    ],
)
def test_words_are_found_whatever_their_case_and_typography(text: str, words: str, expected: list[str]) -> None:
    assert found(text, words) == expected


@given(SAID, SAID)
def test_what_is_found_folds_to_what_was_typed(text: str, words: str) -> None:
    wanted = folded_words(words)
    for piece in found(text, words):
        assert wanted in Folded(piece).text.replace("\n", " ")


@given(st.text(max_size=60))
def test_every_place_leads_back_into_the_text_and_in_order(text: str) -> None:
    folded = Folded(text)
    every = np.arange(len(folded.text), dtype=np.int64)
    starts, ends = folded.starts(every), folded.ends(every + 1)
    assert ((starts >= 0) & (starts < ends) & (ends <= len(text))).all()
    assert (np.diff(starts) >= 0).all()


def test_a_text_without_typography_is_only_made_small() -> None:
    text = "The Council met at 7:30 (again)."
    assert Folded(text).text == text.lower()


def test_no_letter_beyond_the_tables_becomes_several() -> None:
    assert all(len(chr(code).casefold()) == 1 for code in range(BASIC + 1, 0x110000))
