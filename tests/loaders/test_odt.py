"""OpenDocument texts give the text that a word processor shows, in its order, and say what stands beside it."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import Article
from rewritediff.loaders import DEFAULTS, LoadError, Options, Part, Reason, Tracked, load_bytes
from rewritediff.loaders.formats import Format
from rewritediff.loaders.odt.names import SPACES
from rewritediff.loaders.readers import guarded_reader
from rewritediff.loaders.source import Source

Expected = list[tuple[str, str]]

NAMES = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in SPACES.items())
TEXT_TYPE = "application/vnd.oasis.opendocument.text"
STYLES = "".join(
    f'<style:style style:name="{name}" style:family="{family}" style:parent-style-name="{parent}">{rest}</style:style>'
    for family, name, parent, rest in (
        ("paragraph", "Title", "Heading", ""),
        ("paragraph", "Heading", "Standard", ""),
        ("paragraph", "Preformatted_20_Text", "Standard", ""),
        ("paragraph", "Caption", "Standard", ""),
        ("paragraph", "Table", "Caption", ""),
        ("paragraph", "P1", "Title", ""),
        ("paragraph", "P2", "Preformatted_20_Text", ""),
        ("paragraph", "Loop", "Loop", ""),
        ("paragraph", "Gone", "", '<style:text-properties text:display="none"/>'),
        ("text", "T1", "", '<style:text-properties text:display="none"/>'),
    )
)


def p(*content: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{"".join(content)}</text:p>'


def h(level: int, words: str, style: str = "") -> str:
    return f'<text:h text:outline-level="{level}" text:style-name="{style}">{words}</text:h>'


def items(*content: str) -> str:
    return f"<text:list>{''.join(f'<text:list-item>{item}</text:list-item>' for item in content)}</text:list>"


def cell(*content: str, repeated: int = 1) -> str:
    return f'<table:table-cell table:number-columns-repeated="{repeated}">{"".join(content)}</table:table-cell>'


def table(*cells: str) -> str:
    return f'<table:table><table:table-row table:number-rows-repeated="1000000">{"".join(cells)}</table:table-row></table:table>'


def frame(*content: str) -> str:
    return f"<draw:frame>{''.join(content)}<svg:title>zz</svg:title></draw:frame>"


def box(*content: str) -> str:
    return frame(f"<draw:text-box>{''.join(content)}</draw:text-box>")


def note(*content: str) -> str:
    inside = "".join(content)
    return f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{inside}</text:note-body></text:note>"


def document(body: str, kind: str = "document-content", rest: str = "", text: str = "text") -> str:
    styles = f"<office:automatic-styles>{STYLES}</office:automatic-styles>{rest}"
    return f"<office:{kind} {NAMES}>{styles}<office:body><office:{text}>{body}</office:{text}></office:body></office:{kind}>"


def odt(body: str, manifest: str = "", styles: str = "", content: bytes = b"") -> bytes:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", TEXT_TYPE, zipfile.ZIP_STORED)
        package.writestr("META-INF/manifest.xml", f"<manifest:manifest {NAMES}>{manifest}</manifest:manifest>")
        package.writestr("styles.xml", f"<office:document-styles {NAMES}>{styles}</office:document-styles>")
        package.writestr("content.xml", content or document(body))
    return packed.getvalue()


def read(data: bytes, options: Options = DEFAULTS) -> Article:
    return guarded_reader(Format.ODT)(Source(data, "a.odt", options))


def found(article: Article) -> Expected:
    return [(block.role.value, block.text) for block in article.blocks]


def counts(article: Article, code: str = "left-out") -> dict[object, object]:
    values = [dict(notice.values) for notice in article.notices if notice.code == code]
    return {value["what"]: value["count"] for value in values}


def body(*texts: str) -> Expected:
    return [("body", text) for text in texts]


CASES: dict[str, tuple[str, Expected]] = {
    "title and headings": (
        p("One", style="P1") + h(1, "Two") + h(2, "Three") + p("Four", style="Heading"),
        [("title", "One"), ("heading", "Two"), ("heading", "Three"), ("heading", "Four")],
    ),
    "a heading of level 1 at the top is the title": (h(1, "One") + p("a"), [("title", "One"), ("body", "a")]),
    "a style that is not defined": (p("a", style="Unknown") + p("b", style="Heading_20_2"), [("body", "a"), ("heading", "b")]),
    "a style based on itself": (p("a", style="Loop"), body("a")),
    "lists": (
        items(p("a") + items("<text:number>1.</text:number>" + p("b")), h(2, "c")) + p("d"),
        [("list-item", "a"), ("list-item", "b"), ("heading", "c"), ("body", "d")],
    ),
    "captions": (p("Table <text:sequence>1</text:sequence>: b", style="Table") + p("a"), [("caption", "Table 1: b"), ("body", "a")]),
    "lines of code are one block": (
        p('if x:<text:line-break/><text:s text:c="4"/>y\n  z', style="P2") + p("", style="P2") + p("<text:tab/>w", style="P2") + p("a"),
        [("code", "if x:\n    y z\n\n\tw"), ("body", "a")],
    ),
    "signs": (p('a<text:tab/>b<text:line-break/>c<text:s/>d<text:soft-page-break/>e\nf'), body("a b c de f")),
    "two breaks in a row end a paragraph": (p("a<text:line-break/><text:line-break/>b"), body("a", "b")),
    "wrappers inside a sentence": (
        p("a<text:span>b<text:span>c</text:span>d</text:span><text:a>e</text:a><text:bookmark/>f<text:meta>g</text:meta><text:date>h</text:date>i"),
        body("abcdefghi"),
    ),
    "the small letters above a word": (
        p("a<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>zz</text:ruby-text></text:ruby>c"),
        body("abc"),
    ),
    "sections": ("<text:section><text:section-source/>" + p("a") + "</text:section>" + p("b"), body("a", "b")),
    "cells, once however often they are repeated": (
        table(cell(p("a"), repeated=16384), "<table:covered-table-cell/>", cell(table(cell(p("b"))), p("c"))),
        [("cell", "a"), ("cell", "b"), ("cell", "c")],
    ),
    "a list in a cell, and a cell in a list": (
        table(cell(items(p("a")))) + items(table(cell(p("b")))) + p("c"),
        [("cell", "a"), ("cell", "b"), ("body", "c")],
    ),
    "boxes and drawings stand behind their paragraph": (
        p("a ", box(p("b")), "<draw:g><draw:custom-shape>" + p("c") + "</draw:custom-shape></draw:g>", "d") + p("e"),
        body("a d", "b", "c", "e"),
    ),
    "a box in a list item is none": (items(p("a", box(p("b")))), [("list-item", "a"), ("body", "b")]),
    "a box that hangs on a page comes last": (box(p("b")) + p("One", style="P1"), [("title", "One"), ("body", "b")]),
    "a list of books is text": (
        "<text:bibliography><text:bibliography-source>zz</text:bibliography-source><text:index-body>" + p("a") + "</text:index-body>"
        "</text:bibliography>",
        body("a"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_document_gives_the_blocks_that_are_shown(text: str, expected: Expected) -> None:
    assert found(read(odt(text))) == expected


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_one_file_that_holds_everything_gives_the_same(text: str, expected: Expected) -> None:
    data = b'<?xml version="1.0" encoding="UTF-8"?>\n' + document(text, "document").encode()
    assert found(load_bytes(data, "a.fodt")) == expected


HIDDEN = '<text:span text:style-name="T1">z</text:span>'
COUNTED: dict[str, tuple[str, dict[str, int]]] = {
    "hidden words": (p("a", HIDDEN, HIDDEN, "b") + p("z", style="Gone"), {"hidden passage": 2}),
    "hidden by a condition": (
        p('a<text:hidden-text text:is-hidden="true">z</text:hidden-text><text:hidden-text text:is-hidden="false">b</text:hidden-text>')
        + p('z<text:hidden-paragraph text:is-hidden="true"/>'),
        {"hidden passage": 2},
    ),
    "hidden section": (p("ab") + '<text:section text:display="none">' + p("z") + p("z") + "</text:section>", {"hidden passage": 2}),
    "comments": (p("a<office:annotation>", p("z"), "</office:annotation>b<office:annotation-end/>"), {"comment": 1}),
    "contents": (
        "<text:table-of-content><text:table-of-content-source>zz</text:table-of-content-source><text:index-body><text:index-title>"
        + p("z") + "</text:index-title>" + p("z") + "</text:index-body></text:table-of-content>" + p("ab"),
        {"line of the table of contents": 2},
    ),
    "pictures, one for each frame": (
        p("a", frame("<draw:image>" + p("z") + "</draw:image><draw:image/>"), "b"), {"picture": 1}
    ),
    "objects, and not their pictures": (p("a", frame('<draw:object xlink:href="./Object 1"/><draw:image/>'), "b"), {"embedded object": 1}),
    "formulas": (
        p("a", frame("<draw:object><math:math>z</math:math></draw:object>"), frame('<draw:object xlink:href="./F"/>'), "b"), {"formula": 2}
    ),
    "scripts": (p("a<text:script>z</text:script>b"), {"script": 1}),
    "declarations and forms": ("<office:forms>z</office:forms><text:sequence-decls>z</text:sequence-decls>" + p("ab"), {}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED.values(), ids=COUNTED)
def test_what_is_left_out_is_counted(text: str, expected: dict[str, int]) -> None:
    entry = '<manifest:file-entry manifest:full-path="F/" manifest:media-type="application/vnd.oasis.opendocument.formula"/>'
    article = read(odt(text, entry))
    assert found(article) == body("ab")
    assert counts(article) == expected


def test_notes_are_left_out_and_counted() -> None:
    article = read(odt(p("a", note(p("b"), p("c")), " d")))
    assert found(article) == body("a d")
    assert counts(article) == {"note": 1}


def test_notes_that_are_wanted_stand_behind_their_paragraph() -> None:
    article = read(odt(p("a", note(p("b"), items(p("c"))), " d") + p("e")), replace(DEFAULTS, kept=frozenset({Part.NOTE})))
    assert found(article) == [("body", "a d"), ("note", "b"), ("note", "c"), ("body", "e")]


def test_headers_and_footers_are_counted() -> None:
    styles = f"<style:header>{p('z') + p('')}</style:header><style:footer-left>{p('z')}</style:footer-left>"
    hidden = f'<style:footer style:display="false">{p("z")}</style:footer>'
    assert counts(read(odt(p("a"), styles=styles + hidden))) == {"header or footer line": 2}


def test_blanks_written_as_a_number_are_bounded() -> None:
    article = read(odt(p('a<text:s text:c="2000000000"/>b<text:s text:c="x"/>c<text:s text:c="-1"/>d<text:s text:c="²"/>e', style="P2")))
    assert len(article.text) < 200
    assert article.text.split() == list("abcde")


def region(name: str, *kinds: str) -> str:
    info = "<office:change-info><text:p>zz</text:p></office:change-info>"
    content = "".join(f"<text:{kind.partition(' ')[0]}>{info}{kind.partition(' ')[2]}</text:{kind.partition(' ')[0]}>" for kind in kinds)
    return f'<text:changed-region text:id="{name}">{content}</text:changed-region>'


def gone(name: str) -> str:
    return f'<text:change text:change-id="{name}"/>'


def new(name: str, content: str) -> str:
    return f'<text:change-start text:change-id="{name}"/>{content}<text:change-end text:change-id="{name}"/>'


CHANGED: dict[str, tuple[str, str, list[str], list[str], tuple[int, int]]] = {
    "deletion in a paragraph": (region("1", "deletion " + p("b ")), p("a ", gone("1"), "c"), ["a c"], ["a b c"], (0, 1)),
    "deletion of a paragraph's end": (
        region("1", "deletion " + p("b") + p("c ")), p("a ", gone("1"), "d") + p("e"), ["a d", "e"], ["a b", "c d", "e"], (0, 1)
    ),
    "deletion of three paragraphs": (
        region("1", "deletion " + p("b") + h(2, "c") + items(p("d "))), p("a ", gone("1"), "e"), ["a e"], ["a b", "c", "d e"], (0, 1)
    ),
    "deletion of a table": (
        region("1", "deletion " + table(cell(p("b")))), p("a") + gone("1") + p("c"), ["a", "c"], ["a", "b", "c"], (0, 1)
    ),
    "deletion of a paragraph and a table": (
        region("1", "deletion " + p("b") + table(cell(p("c")))), p("a ", gone("1"), "d"), ["a d"], ["a b", "c", "d"], (0, 1)
    ),
    "insertion in a paragraph": (region("1", "insertion"), p("a ", new("1", "b "), "c"), ["a b c"], ["a c"], (1, 0)),
    "insertion of a paragraph's end": (
        region("1", "insertion"), p('a <text:change-start text:change-id="1"/>b') + p('c<text:change-end text:change-id="1"/>d') + p("e"),
        ["a b", "cd", "e"], ["a d", "e"], (1, 0),
    ),
    "insertion of a table": (
        region("1", "insertion"), p("a") + new("1", table(cell(p("b")))) + p("c"), ["a", "b", "c"], ["a", "c"], (1, 0)
    ),
    "inserted first and deleted then": (
        region("1", "deletion " + p("b"), "insertion"), p("a ", gone("1"), "c"), ["a c"], ["a c"], (1, 1)
    ),
    "formatting": (region("1", "format-change"), p("a ", new("1", "b")), ["a b"], ["a b"], (0, 0)),
    "an insertion without its end": (region("1", "insertion"), p('a<text:change-start text:change-id="1"/>b'), ["ab"], ["ab"], (1, 0)),
    "a mark of nothing": ("", p("a", gone("7"), "b"), ["ab"], ["ab"], (0, 0)),
}  # fmt: skip


@pytest.mark.parametrize(("regions", "text", "after", "before", "numbers"), CHANGED.values(), ids=CHANGED)
def test_tracked_changes_are_accepted_or_undone(
    regions: str, text: str, after: list[str], before: list[str], numbers: tuple[int, int]
) -> None:
    data = odt(f"<text:tracked-changes>{regions}</text:tracked-changes>{text}")
    for tracked, expected in ((Tracked.ACCEPTED, after), (Tracked.BEFORE, before)):
        article = read(data, replace(DEFAULTS, tracked=tracked))
        assert [block.text for block in article.blocks] == expected
        notice = next((dict(notice.values) for notice in article.notices if notice.code == "tracked-changes"), None)
        assert numbers == ((notice["insertions"], notice["deletions"]) if notice else (0, 0))


def test_words_that_were_deleted_do_not_make_their_paragraph_a_heading() -> None:
    regions = f"<text:tracked-changes>{region('1', 'deletion ' + h(2, 'b '))}</text:tracked-changes>"
    article = read(odt(regions + p("a ", gone("1"))), replace(DEFAULTS, tracked=Tracked.BEFORE))
    assert found(article) == body("a b")


WORDS = st.sampled_from(["gate ", "harbour ", "vote ", "\n"])


@given(st.lists(st.tuples(st.sampled_from(["", "new", "gone"]), WORDS), min_size=1, max_size=9))
def test_the_text_before_is_that_of_a_document_without_the_changes(pieces: list[tuple[str, str]]) -> None:
    """Deletions put back and insertions cut out give the same text, also where paragraphs end inside of them."""
    pieces = [*pieces, ("", "end")]
    breaks = "</text:p><text:p>"
    regions = "".join(
        region(str(n), "deletion " + f"<text:p>{words.replace(chr(10), breaks)}</text:p>" if kind == "gone" else "insertion")
        for n, (kind, words) in enumerate(pieces)
        if kind
    )
    marked = "".join(
        gone(str(n)) if kind == "gone" else new(str(n), words) if kind else words for n, (kind, words) in enumerate(pieces)
    ).replace("\n", breaks)
    data = odt(f"<text:tracked-changes>{regions}</text:tracked-changes><text:p>{marked}</text:p>")
    for tracked, cut in ((Tracked.BEFORE, "new"), (Tracked.ACCEPTED, "gone")):
        plain = "".join(p(line) for line in "".join(words for kind, words in pieces if kind != cut).split("\n"))
        assert found(read(data, replace(DEFAULTS, tracked=tracked))) == found(read(odt(plain)))


def test_a_manifest_of_old_programs_is_read() -> None:
    doctype = '<!DOCTYPE manifest:manifest PUBLIC "-//OpenOffice.org//DTD Manifest 1.0//EN" "Manifest.dtd">'
    for names in (NAMES, ""):
        packed = BytesIO()
        with zipfile.ZipFile(packed, "w") as package:
            package.writestr("META-INF/manifest.xml", f"{doctype}<manifest:manifest {names}/>")
            package.writestr("content.xml", document(p("a")))
        assert found(load_bytes(packed.getvalue(), "a.odt")) == body("a")


def locked(part: str) -> bytes:
    entry = f'<manifest:file-entry manifest:full-path="{part}"><manifest:encryption-data/></manifest:file-entry>'
    return odt("", entry, content=b"\x93\x11 no XML")


def nested(levels: int) -> str:
    return "<text:section>" * levels + p("a") + "</text:section>" * levels


def test_two_hundred_levels_are_read() -> None:
    assert found(read(odt(nested(200)))) == body("a")


REFUSED: dict[str, tuple[bytes, Reason]] = {
    "locked": (locked("content.xml"), Reason.LOCKED),
    "locked as a whole": (locked("encrypted-package"), Reason.LOCKED),
    "only a picture is locked": (locked("Pictures/1.png"), Reason.DAMAGED),
    "a hundred thousand levels": (odt(nested(100_000)), Reason.TOO_COMPLEX),
    "declarations": (odt("", content=b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + document(p("&a;")).encode()), Reason.DECLARATIONS),
    "a spreadsheet": (document(p("a"), "document", text="spreadsheet").encode(), Reason.TYPE_NOT_SUPPORTED),
    "no body": (f"<office:document {NAMES}/>".encode(), Reason.DAMAGED),
    "no words": (odt(p("")), Reason.EMPTY),
    "no zip": (b"PK\x03\x04", Reason.DAMAGED),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: Reason) -> None:
    with pytest.raises(LoadError) as caught:
        read(data)
    assert caught.value.reason is reason


TAGS = st.sampled_from(
    [
        *("text:p", "text:h", "text:span", "text:list", "text:list-item", "text:note", "text:change", "text:section", "text:s", "text:tab"),
        *("table:table", "table:table-cell", "draw:frame", "draw:text-box", "draw:rect"),
    ]
)


@given(st.recursive(st.just("a"), lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner))))
def test_elements_in_any_order_are_read(text: str) -> None:
    """A paragraph before and one behind whatever stands between them are always there."""
    texts = [block.text for block in read(odt(p("first") + text + p("last"))).blocks]
    assert texts[0].startswith("first")
    assert "last" in texts
