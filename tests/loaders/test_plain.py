"""Plain text becomes an article, or is refused because it is none."""

from __future__ import annotations

import random

import pytest

from rewritediff.core.values import Block, Role
from rewritediff.loaders import LoadError, Reason, load_bytes, paste, plain
from rewritediff.loaders.plain import blocks_of

ARTICLE = """The council votes

The council voted on Thursday to build
the barrier. It will take 30 months.

- divers first
"""


def test_blocks_are_guessed_with_their_roles() -> None:
    assert blocks_of(ARTICLE) == (
        Block(Role.TITLE, "The council votes"),
        Block(Role.BODY, "The council voted on Thursday to build\nthe barrier. It will take 30 months."),
        Block(Role.LIST_ITEM, "- divers first"),
    )


def test_the_title_is_the_articles_title() -> None:
    assert load_bytes(ARTICLE.encode(), "a.txt").title == "The council votes"


NO_WORDS = {
    "nothing": b"",
    "white space": b" \n\t\r\n \xc2\xa0\n",
    "a mark": b"\xef\xbb\xbf",
    "dots": b". . .",
    "a zero-width space": b"\xe2\x80\x8b",
}


@pytest.mark.parametrize("data", NO_WORDS.values(), ids=NO_WORDS)
def test_what_holds_no_words_is_refused(data: bytes) -> None:
    with pytest.raises(LoadError) as caught:
        load_bytes(data, "a.txt")
    assert caught.value.reason is Reason.EMPTY


@pytest.mark.parametrize("data", [random.Random(7).randbytes(20_000), bytes(1000), bytes(range(1, 9))], ids=["noise", "NULs", "a few"])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(LoadError, match="data for a program, not text") as caught:
        load_bytes(data, "a.txt")
    assert caught.value.reason is Reason.BINARY


def test_a_few_nuls_do_not_cut_a_text() -> None:
    assert load_bytes(b"The \0council \0did \0not attend.", "a.txt").text == "The �council �did �not attend."


def test_more_lines_than_could_be_compared_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain, "MAX_LINES", 3)
    assert load_bytes(b"a\n\n\n\n \nb\nc\n\n\n", "a.txt").text
    with pytest.raises(LoadError) as caught:
        load_bytes(b"a\nb\nc\nd", "a.txt")
    assert caught.value.reason is Reason.TOO_LONG
    with pytest.raises(LoadError):
        paste("a\n\nb\n\nc\n\nd")
