"""A book gives the chapters of its spine in their order, and counts what it leaves out; nothing outside of the book is opened."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.values import Article
from rewritediff.loaders import DEFAULTS, LoadError, Options, Part, Reason
from rewritediff.loaders.formats import Format
from rewritediff.loaders.readers import guarded_reader
from rewritediff.loaders.source import Source

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>'
)
NOTES = replace(DEFAULTS, kept=DEFAULTS.kept | {Part.NOTE})
SENTENCE = "The council voted on Thursday night to build a barrier across the mouth of its harbour."


@dataclass(frozen=True)
class Chapter:
    """Describe a chapter of a book that a test makes."""

    body: str
    href: str = ""
    more: str = ""
    spine: str = ""
    content: bytes | None = None


def xhtml(body: str) -> bytes:
    return f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>{body}</html>'.encode()


def book(*chapters: Chapter, title: str = "The sea", extra: dict[str, bytes] | None = None, opf: str = "", leave: str = "") -> bytes:
    hrefs = [chapter.href or f"c{number}.xhtml" for number, chapter in enumerate(chapters)]
    items = "".join(
        f'<item id="i{number}" href="{href}" media-type="application/xhtml+xml" {chapter.more}/>'
        for number, (href, chapter) in enumerate(zip(hrefs, chapters, strict=True))
    )
    refs = "".join(f'<itemref idref="i{number}" {chapter.spine}/>' for number, chapter in enumerate(chapters))
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title></metadata><manifest>{items}</manifest><spine>{refs}</spine></package>'
    parts = {"META-INF/container.xml": CONTAINER.encode(), "O/b.opf": (opf + package).encode()}
    for href, chapter in zip(hrefs, chapters, strict=True):
        parts["O/" + href.replace("%20", " ")] = chapter.content or xhtml(f"<body>{chapter.body}</body>")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package_file:
        for name, content in (parts | (extra or {})).items():
            if name != leave:
                package_file.writestr(name, content)
    return stream.getvalue()


def read(data: bytes, options: Options = DEFAULTS) -> Article:
    return guarded_reader(Format.EPUB)(Source(data, "a.epub", options))


def shown(article: Article) -> list[tuple[str, str]]:
    return [(block.role.value, block.text) for block in article.blocks]


def counts(article: Article, code: str = "left-out") -> dict[object, object]:
    values = [dict(notice.values) for notice in article.notices if notice.code == code]
    return {value["what"]: value["count"] for value in values}


ONE = Chapter("<h1>One</h1><p>a.</p>")
TOC = Chapter(
    '<nav epub:type="toc"><ol><li><a href="c0.xhtml">One</a></li><li><a href="c1.xhtml">Two</a></li></ol></nav>', more='properties="nav"'
)
BASE = [("title", "The sea"), ("heading", "One"), ("body", "a.")]
CASES: dict[str, tuple[bytes, list[tuple[str, str]], dict[object, object]]] = {
    "one chapter": (book(ONE), BASE, {}),
    "in the order of the spine": (book(ONE, Chapter("<p>b.</p>", "a%20b.xhtml")), [*BASE, ("body", "b.")], {}),
    "the title in the book": (book(Chapter("<p>The sea</p>"), ONE), BASE, {}),
    "a book without a name": (
        book(Chapter(f"<p>The sea</p><p>{SENTENCE}</p>"), title="Unknown Title"),
        [("title", "The sea"), ("body", SENTENCE)],
        {},
    ),
    "contents": (book(TOC, ONE), BASE, {"line of the table of contents": 2}),
    "contents inside": (book(replace(ONE, body=TOC.body + ONE.body)), BASE, {"line of the table of contents": 2}),
    "contents that do not say so": (
        book(Chapter("".join(f"<p><a href='c1.xhtml#{number}'>Part {number}</a></p>" for number in range(5))), ONE),
        BASE,
        {"line of the table of contents": 5},
    ),
    "a chapter aside": (book(ONE, Chapter("<p>b.</p>", spine='linear="no"')), [*BASE, ("body", "b.")], {}),
    "a cover": (book(Chapter('<img src="a.jpg" alt="x"/>'), ONE), BASE, {"picture": 1}),
    "page numbers": (book(Chapter('<h1>One</h1><p>a<span epub:type="pagebreak">12</span>.</p>')), BASE, {"page number": 1}),
    "a missing chapter": (book(ONE, Chapter("<p>b.</p>"), leave="O/c1.xhtml"), BASE, {"unreadable chapter": 1}),
    "names that are encoded in the zip too": (
        book(replace(ONE, href="One%2Bc.xhtml"), Chapter("<p>b.</p>", "c%2Bd.xhtml")), [*BASE, ("body", "b.")], {}
    ),
    "names in other letters": (
        book(ONE, Chapter("", "%C3%84.xhtml"), extra={"O/a\u0308.XHTML": xhtml("<p>b.</p>")}, leave="O/%C3%84.xhtml"),
        [*BASE, ("body", "b.")], {},
    ),
    "an empty chapter": (book(ONE, Chapter("", content=b" ")), BASE, {"unreadable chapter": 1}),
    "a chapter on a server": (book(ONE, Chapter("", "http://127.0.0.1/a.xhtml")), BASE, {"unreadable chapter": 1}),
    "a chapter outside": (book(ONE, Chapter("", "../../../etc/passwd"), leave="O/../../../etc/passwd"), BASE, {"unreadable chapter": 1}),
    "another encoding": (book(Chapter("", content='<?xml version="1.0" encoding="iso-8859-1"?><html><p>é.</p></html>'.encode("cp1252"))),
                         [("title", "The sea"), ("body", "é.")], {}),
    "elements closed at once": (book(Chapter('<a id="x"/><h1>One</h1><div/><p>a<i/>.</p>')), BASE, {}),
    "an old declaration": (book(ONE, opf='<!DOCTYPE package PUBLIC "+//ISBN 0-9673008-1-9//DTD OEB 1.2//EN" "http://a/b">'), BASE, {}),
    "no container": (book(ONE, leave="META-INF/container.xml"), BASE, {}),
}  # fmt: skip


@pytest.mark.parametrize(("data", "expected", "left"), CASES.values(), ids=CASES)
def test_a_book_is_read(data: bytes, expected: list[tuple[str, str]], left: dict[object, object]) -> None:
    article = read(data)
    assert (shown(article), counts(article)) == (expected, left)
    assert article.title == "The sea"


NOTED = {
    "in the chapter": book(
        Chapter(f'<h1>One</h1><p>{SENTENCE}<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n"><p>b.</p></aside>')
    ),
    "in a chapter of notes": book(
        Chapter(f'<h1>One</h1><p>{SENTENCE}<a href="c1.xhtml#n"><sup>1</sup></a></p>'),
        Chapter(f'<p id="n"><a href="c0.xhtml#r"><sup>1</sup></a> b.</p><p>{SENTENCE}</p>'),
    ),
}


@pytest.mark.parametrize("data", NOTED.values(), ids=NOTED)
def test_notes_are_left_out_with_their_marks_or_kept(data: bytes) -> None:
    without, with_them = read(data), read(data, NOTES)
    assert counts(without) == {"note": 1}
    assert ("body", SENTENCE) in shown(without)
    assert ("note", "b.") in shown(with_them)
    assert [block for block in with_them.blocks if block.role.value != "note"] == list(without.blocks)


def test_a_chapter_that_is_listed_again_is_read_once() -> None:
    data = book(ONE)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        package_text = package.read("O/b.opf").replace(b'<itemref idref="i0" />', b'<itemref idref="i0"/>' * 5_000)
    assert shown(read(book(ONE, extra={"O/b.opf": package_text}))) == BASE


def encrypted(part: str, algorithm: str) -> dict[str, bytes]:
    listed = (
        '<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData xmlns="http://www.w3.org/2001/04/xmlenc#">'
        f'<EncryptionMethod Algorithm="{algorithm}"/><CipherData><CipherReference URI="{part}"/></CipherData></EncryptedData></encryption>'
    )
    return {"META-INF/encryption.xml": listed.encode()}


AES = "http://www.w3.org/2001/04/xmlenc#aes128-cbc"


@pytest.mark.parametrize("extra", [encrypted("O/font.otf", AES), encrypted("O/c0.xhtml", "http://www.idpf.org/2008/embedding")])
def test_garbled_fonts_are_no_protection(extra: dict[str, bytes]) -> None:
    assert shown(read(book(ONE, extra=extra))) == BASE


REFUSED = {
    "protected": (book(ONE, extra=encrypted("O/c0.xhtml", AES)), Reason.COPY_PROTECTED),
    "no package": (book(ONE, leave="O/b.opf"), Reason.DAMAGED),
    "no chapter": (book(ONE, leave="O/c0.xhtml"), Reason.DAMAGED),
    "no words": (book(Chapter("<img/>"), title=""), Reason.EMPTY),
    "declarations": (book(ONE, opf='<!DOCTYPE p [<!ENTITY a "b">]>'), Reason.DECLARATIONS),
    "no zip": (b"PK\x03\x04", Reason.DAMAGED),
}


@pytest.mark.parametrize(("data", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused(data: bytes, why: Reason) -> None:
    with pytest.raises(LoadError) as caught:
        read(data)
    assert caught.value.reason is why


def outcome(data: bytes) -> Article | Reason:
    try:
        return read(data)
    except LoadError as error:
        return error.reason


@settings(max_examples=50, deadline=None)
@given(st.data())
def test_a_damaged_book_becomes_an_article_or_a_refusal(data: st.DataObject) -> None:
    whole = bytearray(book(ONE, TOC))
    for _ in range(data.draw(st.integers(1, 4))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(outcome(bytes(whole)), Article | Reason)
