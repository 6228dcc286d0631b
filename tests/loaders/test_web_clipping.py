"""What a person copied in a browser or in Word is read whole, whatever the block on the clipboard says of its offsets."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.values import Article
from rewritediff.loaders import LoadError, Reason
from rewritediff.loaders.formats import Format
from rewritediff.loaders.readers import guarded_reader
from rewritediff.loaders.source import Source
from rewritediff.loaders.web import read_fragment

PIECE = "<p>Caf\u00e9 one.</p><ul><li>two</ul>"


def read(data: bytes) -> Article:
    return guarded_reader(Format.CLIPPING)(Source(data, ""))


def shown(article: Article) -> list[tuple[str, str]]:
    return [(block.role.value, block.text) for block in article.blocks]


def block(piece: str = PIECE, *, marks: bool = True, shift: int = 0) -> bytes:
    """Make a block as Windows programs do; the offsets count bytes, and are wrong by `shift`."""
    header = "Version:0.9\r\nStartHTML:{:010}\r\nEndHTML:{:010}\r\nStartFragment:{:010}\r\nEndFragment:{:010}\r\n"
    before, after = (
        ("<html><body>menu\r\n<!--StartFragment-->", "<!--EndFragment-->menu</body></html>") if marks else ("<html><body>menu\r\n", "menu")
    )
    start = len(header.format(0, 0, 0, 0))
    first = start + len(before)
    last = first + len(piece.encode())
    return (header.format(start, last + len(after), first + shift, last + shift) + before + piece + after).encode()


@pytest.mark.parametrize("data", [block(), block(marks=False), block(shift=-7), block(shift=9999), block() + b"\0\0"])
def test_the_piece_is_cut_out(data: bytes) -> None:
    assert shown(read(data)) == [("body", "Caf\u00e9 one."), ("list-item", "two")]


def test_all_is_read_where_nothing_says_what_the_piece_is() -> None:
    assert read(b"Version:1.0\r\nStartHTML:-1\r\nEndHTML:-1\r\n<p>a.</p><p>b.</p>").text == "a.\n\nb."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_bare_markup_is_read(encoding: str) -> None:
    assert shown(read(PIECE.encode(encoding))) == [("body", "Caf\u00e9 one."), ("list-item", "two")]


FRAGMENTS = {
    "a browser's": ('<meta charset="utf-8"><h1 style="color:red">A</h1><p>b <a href=x>c</a>.</p>', [("title", "A"), ("body", "b c.")]),
    "words only": ("<span>a</span><span> b.</span>", [("body", "a b.")]),
    "Google's": (
        '<b id="docs-internal-guid-1"><h2>A</h2><p><span>b</span><span> c.</span></p><br><ul><li><p>d</p></li></ul></b><br>',
        [("title", "A"), ("body", "b c."), ("list-item", "d")],
    ),
    "a menu that was selected": ("<nav><p>a.</p></nav><footer>b.</footer>", [("body", "a."), ("body", "b.")]),
    "cells": ("<table><tr><td>a<td>b</table>", [("cell", "a"), ("cell", "b")]),
    "hidden": ("<p>a<span style='mso-hide:all'>b</span>.<o:p>&nbsp;</o:p></p>", [("body", "a.")]),
}


@pytest.mark.parametrize(("markup", "expected"), FRAGMENTS.values(), ids=FRAGMENTS)
def test_all_that_was_selected_is_read(markup: str, expected: list[tuple[str, str]]) -> None:
    assert shown(read_fragment(markup)) == expected


@pytest.mark.parametrize("markup", ["", "<img src=a>", "<!-- a -->", "  "])
def test_what_holds_no_words_is_refused(markup: str) -> None:
    with pytest.raises(LoadError) as caught:
        read_fragment(markup)
    assert caught.value.reason is Reason.EMPTY


def outcome(data: bytes) -> Article | Reason:
    try:
        return read(data)
    except LoadError as error:
        return error.reason


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=60), st.integers(0, 80))
def test_any_bytes_become_an_article_or_a_refusal(data: bytes, cut: int) -> None:
    assert isinstance(found := outcome(block()[:cut] + data), Article) or found in (Reason.EMPTY, Reason.DAMAGED)
