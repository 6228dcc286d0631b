"""Word documents give the text that Word shows, in its order, and say what stands beside it."""

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
from rewritediff.loaders.readers import guarded_reader
from rewritediff.loaders.source import Source

Expected = list[tuple[str, str]]

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMES = (
    f'xmlns:w="{W}" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
STYLES = "".join(
    f'<w:style w:type="{kind}" w:styleId="{identifier}"><w:name w:val="{name}"/>{rest}</w:style>'
    for kind, identifier, name, rest in (
        ("paragraph", "Standard", "Normal", ""),
        ("paragraph", "Titel", "Title", ""),
        ("paragraph", "berschrift1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        ("paragraph", "berschrift2", "heading 2", '<w:basedOn w:val="Standard"/>'),
        ("paragraph", "MyHead", "House head", '<w:basedOn w:val="berschrift2"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'),
        ("paragraph", "Outline", "Crosshead", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>'),
        ("paragraph", "Bullets", "Our bullets", '<w:basedOn w:val="Standard"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'),
        ("paragraph", "Source", "Source Code", ""),
        ("paragraph", "Beschriftung", "caption", ""),
        ("paragraph", "Toc1", "toc 1", ""),
        ("paragraph", "Loop", "Loop", '<w:basedOn w:val="Loop"/>'),
        ("paragraph", "Gone", "Gone", "<w:rPr><w:vanish/></w:rPr>"),
        ("character", "Veiled", "Veiled", "<w:rPr><w:vanish/></w:rPr>"),
        ("character", "NoteMark", "footnote reference", ""),
    )
)


def p(*content: str, style: str = "", properties: str = "") -> str:
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside = "".join(piece if piece.startswith("<") else r(piece) for piece in content)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inside}</w:p>"


def r(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def tc(*paragraphs: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{''.join(paragraphs)}</w:tc>"


def tbl(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def mark(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


DELETED_END = f'<w:del w:id="1">{mark("end")}</w:del>'


def field(code: str, *result: str) -> str:
    return f"{mark('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{mark('separate')}{''.join(result)}{mark('end')}"


DRAWN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def box(*paragraphs: str) -> str:
    text = f"<w:txbxContent>{''.join(paragraphs)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>{text}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{text}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def relations(parts: dict[str, str]) -> str:
    entries = (f'<Relationship Id="r{n}" Type="{KINDS}/{kind}" Target="{target}"/>' for n, (target, kind) in enumerate(parts.items()))
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(entries)}</Relationships>'


def docx(body: str, *, main: str = "word/document.xml", **parts: str) -> bytes:
    """Pack a document; the parts are given by the kind of their relationship."""
    packed = BytesIO()
    folder, _, file = main.rpartition("/")
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("_rels/.rels", relations({main: "officeDocument"}))
        package.writestr(main, f"<w:document {NAMES}><w:body>{body}</w:body></w:document>")
        package.writestr(f"{folder}/_rels/{file}.rels", relations({f"{kind}1.xml": kind for kind in ("styles", *parts)}))
        for kind, content in (("styles", STYLES), *parts.items()):
            package.writestr(f"{folder}/{kind}1.xml", f"<w:{kind} {NAMES}>{content}</w:{kind}>")
    return packed.getvalue()


def read(data: bytes, options: Options = DEFAULTS) -> Article:
    return guarded_reader(Format.DOCX)(Source(data, "a.docx", options))


def found(article: Article) -> Expected:
    return [(block.role.value, block.text) for block in article.blocks]


def counts(article: Article, code: str = "left-out") -> dict[object, object]:
    values = [dict(notice.values) for notice in article.notices if notice.code == code]
    return {value["what"]: value["count"] for value in values}


def body(*texts: str) -> Expected:
    return [("body", text) for text in texts]


CASES: dict[str, tuple[str, Expected]] = {
    "title and headings, by the styles' own names": (
        p("One", style="Titel") + p("a") + p("Two", style="berschrift1") + p("Three", style="berschrift2"),
        [("title", "One"), ("body", "a"), ("heading", "Two"), ("heading", "Three")],
    ),
    "a heading of level 1 at the top is the title": (p("One", style="berschrift1") + p("a"), [("title", "One"), ("body", "a")]),
    "a house style based on a heading, with a number": (p("a") + p("Two", style="MyHead"), [("body", "a"), ("heading", "Two")]),
    "a style with an outline level": (p("a") + p("Two", style="Outline"), [("body", "a"), ("heading", "Two")]),
    "an outline level of the paragraph itself": (
        p("a") + p("Two", properties='<w:outlineLvl w:val="1"/>') + p("b", properties='<w:outlineLvl w:val="9"/>'),
        [("body", "a"), ("heading", "Two"), ("body", "b")],
    ),
    "a style that is not defined, by its identifier": (p("a") + p("Two", style="Heading2"), [("body", "a"), ("heading", "Two")]),
    "a style based on itself": (p("a", style="Loop"), body("a")),
    "list items have no number": (
        p("a", style="Bullets") + p("b", properties='<w:numPr><w:numId w:val="2"/></w:numPr>'),
        [("list-item", "a"), ("list-item", "b")],
    ),
    "number 0 takes the number away": (p("a", style="Bullets", properties='<w:numPr><w:numId w:val="0"/></w:numPr>'), body("a")),
    "caption": (p("Figure ", field("SEQ Figure", r("1")), r(": Gates"), style="Beschriftung"), [("caption", "Figure 1: Gates")]),
    "lines of code are one block": (
        p("if x:", style="Source") + p("<w:r><w:tab/><w:t>y</w:t><w:br/><w:t>z</w:t></w:r>", style="Source") + p("", style="Source")
        + p("w", style="Source") + p("a"),
        [("code", "if x:\n\ty\nz\n\nw"), ("body", "a")],
    ),
    "signs": (
        p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>"),
        body("a b c\u2011de"),
    ),
    "words in symbol fonts": (
        p(
            *(
                f'<w:r><w:rPr><w:rFonts w:ascii="{font}"/></w:rPr><w:t>\uf0b3\uf0fc a</w:t></w:r>'
                for font in ("Symbol", "Wingdings", "Arial")
            )
        ),
        body("≥\ufffd a\ufffd✓ a\uf0b3\uf0fc a"),
    ),
    "a shape drawn in a drawing": (
        p("a ", f'<w:drawing xmlns:a="{DRAWN}"><a:txBody><a:p><a:r><a:t>b</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>c</a:t></a:r><a:br/>'
          "<a:r><a:t>d</a:t></a:r></a:p></a:txBody></w:drawing>", r("e")),
        body("a e", "b", "c d"),
    ),
    "symbols of symbol fonts": (
        p(*(f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>' for font, code in (("Symbol", "F0B3"), ("Wingdings", "FC"))), "a"),
        body("≥✓a"),
    ),
    "line ends of the XML are blanks": (p("a\n\nb"), body("a b")),
    "two breaks in a row end a paragraph": (p("<w:r><w:t>a</w:t><w:br/><w:t> </w:t><w:br/><w:t>b</w:t></w:r>"), body("a", "b")),
    "a large first letter": (p("O", properties='<w:framePr w:dropCap="drop"/>') + p("nce"), body("Once")),
    "field": (p(field(" DATE \\@ x ", r("today")), r(" b")), body("today b")),
    "a field inside a field's code": (p(field(f" IF </w:instrText></w:r>{field('X', r('no'))}<w:r><w:instrText>", r("yes"))), body("yes")),
    "a field over paragraphs": (
        f"<w:p>{mark('begin')}<w:r><w:instrText>X</w:instrText></w:r>{mark('separate')}{r('a')}</w:p><w:p>{r('b')}{mark('end')}{r('c')}</w:p>",
        body("a", "bc"),
    ),
    "a field without its end swallows nothing": (p(mark("begin"), "a") + p("b"), body("a", "b")),
    "a field whose end was deleted swallows nothing": (p(mark("begin"), DELETED_END, "a") + p("b"), body("a", "b")),
    "a table of contents whose end was deleted": (
        p(mark("begin"), "<w:r><w:instrText> TOC </w:instrText></w:r>", mark("separate"), DELETED_END, "a") + p("b"),
        body("a", "b"),
    ),
    "a field that ends before it begins": (p(mark("end"), "a", mark("begin"), "b") + p("c"), body("ab", "c")),
    "simple field": (p('<w:fldSimple w:instr="PAGE">' + r("7") + "</w:fldSimple>"), body("7")),
    "wrappers inside a sentence": (
        p(
            '<w:hyperlink w:anchor="x">' + r("a") + "</w:hyperlink>",
            '<w:smartTag w:element="x"><w:smartTagPr/>' + r("b") + "</w:smartTag>",
            "<w:customXml>" + r("c") + "</w:customXml>",
            "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>" + r("d") + "</w:sdtContent></w:sdt>",
            "<w:bdo>" + r("e") + "</w:bdo>",
        ),
        body("abcde"),
    ),
    "content control around paragraphs": ("<w:sdt><w:sdtContent>" + p("a") + p("b") + "</w:sdtContent></w:sdt>", body("a", "b")),
    "the small letters above a word": (
        p(f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('zz')}</w:rt><w:rubyBase>{r('a')}</w:rubyBase></w:ruby></w:r>"),
        body("a"),
    ),
    "cells, and tables in cells": (
        p("a") + tbl(tc(p("1"), p("2")) + tc(tbl(tc(p("3"))), p("4")), tc(p("5", style="Titel")) + tc(p(""), properties="<w:vMerge/>")),
        [("body", "a"), *(("cell", text) for text in "12345")],
    ),
    "a text box stands behind its paragraph, once": (p("a ", box(p("b")), r("c")) + p("d"), body("a c", "b", "d")),
    "a formula in a row of letters": (p("if ", "<m:oMath><m:r><m:t>x=5</m:t></m:r></m:oMath>", r(" then")), body("if x=5 then")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_a_document_gives_the_blocks_that_word_shows(text: str, expected: Expected) -> None:
    assert found(read(docx(text))) == expected


COUNTED: dict[str, tuple[str, dict[str, int]]] = {
    "hidden words": (
        p("a", r("z ", "<w:vanish/>"), r("z", '<w:rStyle w:val="Veiled"/>'), r("b", '<w:vanish w:val="0"/>')) + p("z", style="Gone"),
        {"hidden passage": 2},
    ),
    "a hidden paragraph in a box": (p("a", box(p("z", style="Gone")), r("b")), {"hidden passage": 1}),
    "hidden row": (p("ab") + "<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>" + tc(p("z")) + "</w:tr></w:tbl>", {"hidden passage": 1}),
    "contents in a control": (
        p("ab")
        + '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>'
        + p("z", style="berschrift1") + p("z") + "</w:sdtContent></w:sdt>",
        {"line of the table of contents": 2},
    ),
    "contents by style": (p("z", style="Toc1") + p("ab"), {"line of the table of contents": 1}),
    "contents by field": (
        f"<w:p>{mark('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>{mark('separate')}{r('z')}</w:p><w:p>{r('z')}</w:p>"
         f"<w:p>{mark('end')}</w:p>" + p("ab"),
        {"line of the table of contents": 2},
    ),
    "pictures": (
        p("a", "<w:r><w:drawing><pic:pic/></w:drawing></w:r><w:r><w:pict><v:imagedata/></w:pict></w:r>", r("b")), {"picture": 2}
    ),
    "objects": (
        p("a", "<w:r><w:object><v:imagedata/></w:object><w:drawing><c:chart/></w:drawing></w:r>", r("b")) + "<w:altChunk/>",
        {"embedded object": 3},
    ),
    "a built formula": (p("a", "<m:oMath><m:f><m:num><m:r><m:t>z</m:t></m:r></m:num></m:f></m:oMath>", r("b")), {"formula": 1}),
    "words drawn in a picture are its own": (p("a", "<w:r><w:drawing><a:t>z</a:t></w:drawing></w:r>", r("b")), {}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), COUNTED.values(), ids=COUNTED)
def test_what_is_left_out_is_counted(text: str, expected: dict[str, int]) -> None:
    article = read(docx(text))
    assert found(article) == body("ab")
    assert counts(article) == expected


NOTES = (
    '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
     '<w:footnote w:id="2">' + p(r("*", '<w:rStyle w:val="NoteMark"/>'), r(" one")) + p("two") + "</w:footnote>"
    + '<w:footnote w:id="3">' + p("never referred to") + "</w:footnote>"
)  # fmt: skip
NOTED = p("a", '<w:r><w:footnoteReference w:id="2" w:customMarkFollows="1"/><w:t>*</w:t></w:r>', r(" b")) + p("c")


def test_notes_are_left_out_and_counted() -> None:
    article = read(docx(NOTED, footnotes=NOTES))
    assert found(article) == body("a b", "c")
    assert counts(article) == {"note": 1}


def test_notes_that_are_wanted_stand_behind_their_paragraph() -> None:
    article = read(docx(NOTED, footnotes=NOTES), replace(DEFAULTS, kept=frozenset({Part.NOTE})))
    assert found(article) == [("body", "a b"), ("note", "one"), ("note", "two"), ("body", "c")]
    assert counts(article, "kept") == {"note": 1}


def test_a_note_is_read_once_however_often_it_is_referred_to() -> None:
    text = p("a", '<w:r><w:endnoteReference w:id="1"/></w:r>' * 3)
    note = '<w:endnote w:id="1">' + p("b", '<w:r><w:endnoteReference w:id="1"/></w:r>') + "</w:endnote>"
    assert counts(read(docx(text, endnotes=note))) == {"note": 1}


def test_comments_headers_and_footers_are_counted() -> None:
    parts = {"comments": f'<w:comment w:id="1">{p("z")}</w:comment>' * 2, "header": p("z") + p(""), "footer": p("z") + p("z")}
    article = read(docx(p("a"), **parts))
    assert found(article) == body("a")
    assert counts(article) == {"comment": 2, "header or footer line": 3}


def test_cells_and_boxes_can_be_left_out() -> None:
    article = read(docx(p("a", box(p("b"), tbl(tc(p("c"))))) + tbl(tc(p("d")) + tc(p("")))), replace(DEFAULTS, kept=frozenset({Part.CELL})))
    assert found(article) == [("body", "a"), ("cell", "d")]
    assert counts(article) == {"text box": 1, "table cell": 1}
    assert counts(article, "kept") == {"table cell": 1}


def change(kind: str, *content: str) -> str:
    inside = "".join(content)
    deleted = inside.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    return f'<w:{kind} w:id="1" w:author="E">{deleted if kind == "del" else inside}</w:{kind}>'


def ended(kind: str) -> str:
    return f"<w:rPr><w:{kind}/></w:rPr>"


CHANGED: dict[str, tuple[str, list[str], list[str], tuple[int, int]]] = {
    "insertion and deletion": (p("a ", change("del", r("b ")), change("ins", r("c ")), r("d")), ["a c d"], ["a b d"], (1, 1)),
    "one change in two runs": (p("a", change("ins", r("b")), change("ins", r("c"))), ["abc"], ["a"], (1, 0)),
    "a change in a change": (p("a", change("ins", r("b") + change("del", r("c")))), ["ab"], ["a"], (1, 1)),
    "a move": (p("a", change("moveFrom", r("b"))) + p(change("moveTo", r("b")), r("c")), ["a", "bc"], ["ab", "c"], (1, 1)),
    "a deleted paragraph mark": (p("a ", properties=ended("del")) + p("b"), ["a b"], ["a", "b"], (0, 1)),
    "an inserted paragraph mark": (p("a ", properties=ended("ins")) + p("b"), ["a", "b"], ["a b"], (1, 0)),
    "an inserted paragraph": (p("a") + p(change("ins", r("b")), properties=ended("ins")) + p("c"), ["a", "b", "c"], ["a", "c"], (1, 0)),
    "a deleted last paragraph": (p("a") + p(change("del", r("b")), properties=ended("del")), ["a"], ["a", "b"], (0, 1)),
    "a deleted mark before a table": (
        p("a", properties=ended("del")) + tbl(tc(p("b"))) + p("c"), ["a", "b", "c"], ["a", "b", "c"], (0, 1)
    ),
    "rows": (
        tbl("<w:trPr><w:ins/></w:trPr>" + tc(p("a")), "<w:trPr><w:del/></w:trPr>" + tc(p("b")), tc(p("c"))),
        ["a", "c"], ["b", "c"], (1, 1),
    ),
    "cells": (
        tbl(tc(p("a"), properties="<w:cellIns/>") + tc(p("b"), properties="<w:cellDel/>") + tc(p("c"))),
        ["a", "c"], ["b", "c"], (1, 1),
    ),
    "formatting": (p(r("a", "<w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange>"), properties="<w:pPrChange/>"), ["a"], ["a"], (0, 0)),
}  # fmt: skip


@pytest.mark.parametrize(("text", "after", "before", "numbers"), CHANGED.values(), ids=CHANGED)
def test_tracked_changes_are_accepted_or_undone(text: str, after: list[str], before: list[str], numbers: tuple[int, int]) -> None:
    for tracked, expected in ((Tracked.ACCEPTED, after), (Tracked.BEFORE, before)):
        article = read(docx(text), replace(DEFAULTS, tracked=tracked))
        assert [block.text for block in article.blocks] == expected
        notice = next((dict(notice.values) for notice in article.notices if notice.code == "tracked-changes"), None)
        if tracked is Tracked.ACCEPTED:
            assert numbers == ((notice["insertions"], notice["deletions"]) if notice else (0, 0))


def test_joined_paragraphs_are_what_the_last_one_with_words_is() -> None:
    heading = p("a ", style="berschrift2", properties=ended("del"))
    assert found(read(docx(p("x") + heading + p("b")))) == body("x", "a b")
    assert found(read(docx(p("x") + heading + p("")))) == [("body", "x"), ("heading", "a")]


PIECES = st.lists(st.tuples(st.sampled_from(["", "ins", "del"]), st.sampled_from(["gate ", "harbour ", "vote "])), min_size=1, max_size=6)
PARAGRAPHS = st.lists(st.tuples(PIECES, st.sampled_from(["", "ins", "del"])), min_size=1, max_size=6)


@given(PARAGRAPHS)
def test_the_text_before_is_that_of_a_document_without_the_changes(paragraphs: list[tuple[list[tuple[str, str]], str]]) -> None:
    """Deletions made plain and insertions cut out give the same text; so does the other way round for the accepted one."""
    paragraphs = [*paragraphs, ([("", "end")], "")]
    marked = "".join(
        p(*(change(kind, r(words)) if kind else r(words) for kind, words in pieces), properties=ended(end) if end else "")
        for pieces, end in paragraphs
    )
    for tracked, cut in ((Tracked.BEFORE, "ins"), (Tracked.ACCEPTED, "del")):
        text = "".join("".join(words for kind, words in pieces if kind != cut) + ("" if end == cut else "\n") for pieces, end in paragraphs)
        plain = "".join(p(line) for line in text.split("\n"))
        assert found(read(docx(marked), replace(DEFAULTS, tracked=tracked))) == found(read(docx(plain)))


def test_the_main_part_is_found_by_its_relationship() -> None:
    assert found(read(docx(p("a", style="Source"), main="word/Text2.xml"))) == [("code", "a")]


def test_the_strict_namespace_is_read() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("_rels/.rels", relations({"word/document.xml": "officeDocument"}))
        package.writestr("word/document.xml", f"<w:document {NAMES}><w:body>{p('a')}</w:body></w:document>".replace(W, STRICT))
    assert found(read(data.getvalue())) == body("a")


def test_backslashes_in_the_names_of_parts_are_read() -> None:
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("_rels\\.rels", relations({"/Word/document.xml": "officeDocument"}))
        package.writestr("word\\document.xml", f"<w:document {NAMES}><w:body>{p('a')}</w:body></w:document>")
    assert found(load_bytes(data.getvalue(), "a.docx")) == body("a")


def test_the_title_in_the_properties_is_not_part_of_the_text() -> None:
    data = BytesIO(docx(p("a")))
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("docProps/core.xml", "<title>Document1</title>")
    assert read(data.getvalue()).title == ""


def nested(levels: int) -> str:
    return "<w:sdt><w:sdtContent>" * (levels // 2) + p("a") + "</w:sdtContent></w:sdt>" * (levels // 2)


def test_two_hundred_levels_are_read() -> None:
    assert found(read(docx(nested(200)))) == body("a")


REFUSED: dict[str, tuple[bytes, Reason]] = {
    "a hundred thousand levels": (docx(nested(100_000)), Reason.TOO_COMPLEX),
    "no main part": (docx(p("a")).replace(b"word/document.xml", b"word/documend.xml"), Reason.DAMAGED),
    "XML cut short": (docx("<w:p>"), Reason.DAMAGED),
    "no words": (docx(p("")), Reason.EMPTY),
    "no zip": (b"PK\x03\x04", Reason.DAMAGED),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused_with_the_reason(data: bytes, reason: Reason) -> None:
    with pytest.raises(LoadError) as caught:
        read(data)
    assert caught.value.reason is reason


TAGS = st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "del", "ins", "sdt", "txbxContent", "fldChar", "footnoteReference", "pPr", "x"])


@given(
    st.recursive(st.just("a"), lambda inner: st.builds(lambda tag, parts: f"<w:{tag}>{''.join(parts)}</w:{tag}>", TAGS, st.lists(inner)))
)
def test_elements_in_any_order_are_read(text: str) -> None:
    """A paragraph before and one behind whatever stands between them are always there."""
    texts = [block.text for block in read(docx(p("first") + text + p("last"))).blocks]
    assert texts[0].startswith("first")
    assert "last" in "".join(texts)
