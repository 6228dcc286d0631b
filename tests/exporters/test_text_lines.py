"""Lines for a terminal: nothing wider than asked, wide characters counted twice, nothing that a terminal would obey."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rewritediff.exporters.text_lines import Styled, drawn, padded, safe, set_in_lines, width_of


def lines(text: str, columns: int) -> list[str]:
    return [drawn(line) for line in set_in_lines([Styled(text)], columns)]


def test_words_are_set_in_lines() -> None:
    assert lines("one two  three\nfour", 9) == ["one two", "three", "four"]


def test_a_word_wider_than_the_line_is_cut() -> None:
    assert lines("a bcdefgh", 3) == ["a", "bcd", "efg", "h"]


def test_wide_characters_take_two_columns_and_need_no_spaces() -> None:
    assert width_of("日本") == 4
    assert lines("日本語の文章。終", 6) == ["日本語", "の文", "章。終"]


def test_a_closing_mark_stays_with_its_character() -> None:
    assert lines("日本語。", 6) == ["日本", "語。"]


def test_accents_take_no_column() -> None:
    assert width_of("e\u0301") == 1


def test_marks_are_not_torn_from_their_words() -> None:
    assert [drawn(line) for line in set_in_lines([Styled("a {+"), Styled("bc"), Styled("+}.")], 7)] == ["a", "{+bc+}."]


def test_neighbours_in_one_style_share_their_codes() -> None:
    assert [drawn(line) for line in set_in_lines([Styled("a b", "1"), Styled(" c")], 9)] == ["\x1b[1ma b\x1b[0m c"]


def test_a_line_is_filled_by_what_is_seen() -> None:
    assert padded((Styled("日", "1"),), 4) == "\x1b[1m日\x1b[0m  "


def test_nothing_steers_the_terminal() -> None:
    assert safe("a\x1b[2Jb\u202ec\x9b\ud800") == "a\ufffd[2Jb\ufffdc\ufffd\ufffd"


@given(st.text(), st.integers(2, 30))
def test_no_line_is_too_wide_and_no_word_is_lost(text: str, columns: int) -> None:
    found = lines(text, columns)
    assert all(width_of(line) <= columns for line in found)
    assert "".join("".join(found).split()) == "".join(safe(text).split())
