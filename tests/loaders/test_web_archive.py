"""The page in a browser's archive is found, unpacked and read; what belongs to it is not."""

from __future__ import annotations

import base64
import quopri

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.values import Article
from rewritediff.loaders import LoadError, Reason
from rewritediff.loaders.formats import Format
from rewritediff.loaders.readers import guarded_reader
from rewritediff.loaders.source import Source

Part = tuple[str, bytes]
TOP = 'From: <Blink>\r\nSnapshot-Content-Location: https://a.invalid/x\r\nMIME-Version: 1.0\r\nContent-Type: {}; boundary="{}"{}\r\n\r\n'


def read(data: bytes) -> Article:
    return guarded_reader(Format.MHTML)(Source(data, "a.mhtml"))


def archive(*parts: Part, kind: str = "multipart/related", boundary: str = "--=_B", more: str = "") -> bytes:
    written = b"".join(
        b"--" + boundary.encode() + b"\r\n" + head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body + b"\r\n" for head, body in parts
    )
    return TOP.format(kind, boundary, more).encode() + b"\r\n" + written + b"--" + boundary.encode() + b"--\r\n"


def page(words: str, encoding: str = "utf-8") -> bytes:
    return f"<html><body><p>{words}</p></body></html>".encode(encoding)


HTML = "Content-Type: text/html"
PICTURE = ("Content-Type: image/png\nContent-Transfer-Encoding: base64", b"AAAA" * 20)
FOUND = {
    "as it is": archive((HTML, page("Caf\u00e9.")), PICTURE),
    "quoted-printable": archive((HTML + "\nContent-Transfer-Encoding: quoted-printable", quopri.encodestring(page("Caf\u00e9.")))),
    "base64": archive((HTML + "\nContent-Transfer-Encoding: base64", base64.encodebytes(page("Caf\u00e9.")))),
    "another encoding": archive((HTML + "; charset=windows-1252", page("Caf\u00e9.", "cp1252"))),
    "a picture first": archive(PICTURE, (HTML, page("Caf\u00e9."))),
    "a frame first": archive(
        (HTML + "\nContent-Location: https://a.invalid/frame", page("no.")),
        (HTML + "\nContent-Location: https://a.invalid/x", page("Caf\u00e9.")),
    ),
    "named as the start": archive(
        (HTML + "\nContent-ID: <1>", page("no.")),
        (HTML + "\nContent-ID: <2>", page("Caf\u00e9.")),
        more='; start="<2>"',
    ),
    "parts in parts": archive((
        'Content-Type: multipart/alternative; boundary="i"',
        b"--i\r\nContent-Type: text/plain\r\n\r\nno\r\n--i\r\n" + HTML.encode() + b"\r\n\r\n" + page("Caf\u00e9.") + b"\r\n--i--",
    )),
    "fields over several lines": archive((HTML + ";\n\tcharset=windows-1252;\n x=y", page("Caf\u00e9.", "cp1252"))),
    "a name that is none of an encoding": archive((HTML + '; charset="\0"', page("Caf\u00e9."))),
    "values that break a mail": archive((HTML + "; charset*0*=\0'\0'a; charset*" + "9" * 5_000 + "=b; a*=b; a*0=c", page("Caf\u00e9."))),
    "a boundary in quotes with an escape": archive((HTML, page("Caf\u00e9.")), boundary="a b").replace(b'"a b"', b'"a\\ b"'),
    "a boundary that is no ASCII": archive((HTML, page("Caf\u00e9.")), boundary="\u00fc"),
    "a head without end": archive((HTML + "; a=b" * 10_000, page("Caf\u00e9."))),
    "cut off": archive((HTML, page("Caf\u00e9.")))[:-20],
    "one page without parts": (HTML + "\r\n\r\n").encode() + page("Caf\u00e9."),
}  # fmt: skip


@pytest.mark.parametrize("data", FOUND.values(), ids=FOUND)
def test_the_page_is_found(data: bytes) -> None:
    assert read(data).text == "Caf\u00e9."


def nested(levels: int) -> bytes:
    inner = HTML.encode() + b"\r\n\r\n" + page("a.")
    for level in range(levels):
        mark = f"b{level}".encode()
        inner = b"Content-Type: multipart/mixed; boundary=" + mark + b"\r\n\r\n--" + mark + b"\r\n" + inner + b"\r\n--" + mark + b"--\r\n"
    return inner


REFUSED = {
    "no page in it": (archive(PICTURE), Reason.NO_ARTICLE),
    "no boundary": (b"MIME-Version: 1.0\r\nContent-Type: multipart/related\r\n\r\n--a\r\n", Reason.NO_ARTICLE),
    "too many levels": (nested(50), Reason.TOO_COMPLEX),
    "too many parts": (archive(*[PICTURE] * 5_001), Reason.TOO_COMPLEX),
    "no mail": (b"\0\1\2", Reason.DAMAGED),
}


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED)
def test_what_holds_no_page_is_refused(data: bytes, why: Reason) -> None:
    with pytest.raises(LoadError) as caught:
        read(data)
    assert caught.value.reason is why


def outcome(data: bytes) -> Article | Reason:
    try:
        return read(data)
    except LoadError as error:
        return error.reason


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=80), st.integers(0, 400))
def test_any_bytes_become_an_article_or_a_refusal(data: bytes, cut: int) -> None:
    assert isinstance(found := outcome(FOUND["parts in parts"][:cut] + data), Article) or found in (
        Reason.NO_ARTICLE,
        Reason.EMPTY,
        Reason.DAMAGED,
        Reason.TOO_COMPLEX,
    )
