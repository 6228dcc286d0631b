"""Rich text is read as its reader sees it; every trap is one document of a few words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import Article, Notice
from rewritediff.loaders.options import DEFAULTS, KEPT, Options, Tracked
from rewritediff.loaders.parts import Part
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.rtf import read_rtf
from rewritediff.loaders.source import Source

Expected = list[tuple[str, str]]
NOTES = replace(DEFAULTS, kept=KEPT | {Part.NOTE})


def read(inside: str | bytes, options: Options = NOTES) -> Article:
    data = inside if isinstance(inside, bytes) else inside.encode("latin-1")
    return read_rtf(Source(b"{\\rtf1\\ansi " + data + b"}", "a.rtf", options))


def blocks(article: Article) -> Expected:
    return [(block.role.value, block.text) for block in article.blocks]


def counts(article: Article, code: str) -> dict[object, object]:
    values = [dict(notice.values) for notice in article.notices if notice.code == code]
    return {value["what"]: value["count"] for value in values}


def body(text: str) -> Expected:
    return [("body", text)]


STYLES = r"{\stylesheet{N;}{\s1\b heading 1;}{\s2 {\*\x y}heading 2;}{\s3 Title;}{\s4 toc 1;}{\s5\outlinelevel1 O;}{\s6 \'dcberschrift 2;}}"

CASES: dict[str, tuple[str, Expected]] = {
    "paragraphs": (r"a.\par b.\par", [("body", "a."), ("body", "b.")]),
    "a backslash at a line's end is a paragraph": ("a.\\\nb.", [("body", "a."), ("body", "b.")]),
    "line ends in the source are none": ("a\r\nb \nc", body("ab c")),
    "signs": (r"a\emdash b \lquote c\rquote\~d\_e f\-g\{\}\\", body("a—b ‘c’\u00a0d-e fg{}\\")),
    "breaks and tabs": (r"a\line b\tab c", body("a b c")),
    "pages and sections": (r"a.\page b.\sect c.", [("body", "a."), ("body", "b."), ("body", "c.")]),
    "code page of the document": (r"\ansicpg1251 \'cf\'f0", body("Пр")),
    "code page of a font": (r"{\fonttbl{\f1\fcharset204 A;}{\f2\fcharset161 B;}}\f1\'cf\f2 \'e1\f0 \'e4", body("Пαä")),
    "a font's own code page": (r"{\fonttbl{\f1\cpg1250 A;}}\f1\'9c", body("ś")),
    "the usual font": (r"\deff1{\fonttbl{\f1\fcharset204 A;}}\plain\'cf", body("П")),
    "the Macintosh": (r"\mac\'8a", body("ä")),
    "characters of two bytes": (r"{\fonttbl{\f1\fcharset128 A;}}\f1\'93\'fa\'96\'7b", body("日本")),
    "a second byte that is a letter or a brace": (r"\ansicpg932 \'83A\'83\{", body("アボ")),
    "a character cut by a change of look": (r"\ansicpg936 \'b2\b\'e2", body("测")),
    "Unicode with its fallback": (r"\u8364?5 \u8364\'805 \uc0\u8364 6\uc2\u8364 xy7", body("€5 €5 €6€7")),
    "a fallback of several bytes": (r"\uc2\u26085\'93\'fa x", body("日 x")),
    "fallback ends with its group": (r"{\u8364 }ab", body("€ab")),
    "negative and large numbers": (r"a\u-10179?\u-8704?\u128512?", body("a😀😀")),
    "a sign as fallback": (r"\u8212\emdash b", body("—b")),
    "the font Symbol": (r"{\fonttbl{\f1\fcharset2 Symbol;}}{\f1 a\'b3}b\f1\u-3999?", body("α≥ba".replace("ba", "bα"))),
    "hidden": (r"a{\v x}b\v y\v0 c\v z\plain d", body("abcd")),
    "field": (r'a {\field{\*\fldinst HYPERLINK "x"}{\fldrslt b}} c', body("a b c")),
    "the font Wingdings": (r"{\fonttbl{\f1\fcharset2 Wingdings;}}{\f1 \'fc\'e0}b\f1\u-3844?", body("✓→b✓")),
    "field of a symbol that is written twice": (
        r'5 {\field{\*\fldinst SYMBOL 163 \\f "Symbol" }{\fldrslt {\f9 \'a3}}} 6{\field{\*\fldinst X}{\fldrslt 7}}',
        body("5 ≤ 67"),
    ),
    "field of a symbol": (r'5 {\field{\*\fldinst SYMBOL 163 \\f "Symbol" }{\fldrslt }} 6', body("5 ≤ 6")),
    "unknown groups": (r"a{\*\new x{y}}b{\*\bkmkstart n}c{\xe x}", body("abc")),
    "both alphabets": (r"{\upr{a\'3f}{\*\ud{a\u263?}}}", body("ać")),
    "pictures": (r"a{\*\shppict{\pict\pngblip 41424344}}{\nonshppict{\pict 4142}}b", body("ab")),
    "binary": ("a{\\pict\\bin5 }}{\\\\}b\\bin3 {{{c", body("abc")),
    "object with its picture": (r"a{\object\objemb{\*\objdata 41}{\result{\pict 41}c}}", body("ac")),
    "list text": (
        r"{\pntext\'b7\tab}a\par{\listtext 1.\tab}\ls1 b\par\pard c\par\ls2 d",
        [*list(zip(["list-item"] * 2, "ab", strict=True)), ("body", "c"), ("list-item", "d")],
    ),
    "an empty list mark": (r"{\listtext\pard \tab}\ls1 a", body("a")),
    "headings": (
        STYLES + r"\s3 T\par\pard\s1 A\par\pard\s2 B\par\pard\s5 C\par\pard\s6 D\par\pard\outlinelevel0 E\par\pard e.",
        [("title", "T"), *(("heading", one) for one in "ABCDE"), ("body", "e.")],
    ),
    "a heading of the first level is the title": (STYLES + r"\s1 A\par\pard b.\par", [("title", "A"), ("body", "b.")]),
    "a title without a style": (
        r"A walk in the park\par\pard It rained all day, and then it stopped.\par",
        [("title", "A walk in the park"), ("body", "It rained all day, and then it stopped.")],
    ),
    "the title that the data name": (r"{\info{\title b}{\author x}}b\par c\par d", [("title", "b"), ("body", "c"), ("body", "d")]),
    "another document's title": (r"{\info{\title Letter.dot}}b.\par", body("b.")),
    "table": (
        r"a.\par\trowd\cellx9\pard\intbl b\par c\cell d\cell\row\pard e.",
        [("body", "a."), ("cell", "b"), ("cell", "c"), ("cell", "d"), ("body", "e.")],
    ),
    "nested table": (
        r"\pard\intbl\itap2 a\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par x}\pard\intbl b\cell\row",
        [("cell", "a"), ("cell", "b")],
    ),
    "a note behind its paragraph": (
        r"a{\super\chftn{\footnote\pard\chftn  n}} b.\par c.",
        [("body", "a b."), ("note", "n"), ("body", "c.")],
    ),
    "a note's mark made by hand": (r"a{\super *{\footnote\super *\nosupersub  n}} b.", [("body", "a b."), ("note", "n")]),
    "an exponent before a note": (r"m{\super 2}{\super\chftn{\footnote\chftn  n}}.", [("body", "m2."), ("note", "n")]),
    "a note of two paragraphs": (r"a{\footnote b\par c}.", [("body", "a."), ("note", "b"), ("note", "c")]),
    "text box": (
        r"a{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt b\par}}{\shprslt{\*\do{\dptxbxtext b\par}}}}.",
        [("body", "a."), ("body", "b")],
    ),
    "lines of contents": (STYLES + r"\s4 A\tab 1\par\pard b.", body("b.")),
    "header and comment": (r"{\header x\par}a{\*\atnid y}{\*\atnauthor z}\chatn{\*\annotation{\*\atndate 0}w}{\footerr v}.", body("a.")),
    "tracked changes": (r"a {\deleted b }{\revised c }d{\mvf e}{\mvt f}", body("a c df")),
    "a deleted paragraph mark joins": (r"a {\deleted x\par y }b.\par c.", [("body", "a b."), ("body", "c.")]),
    "a missing brace": (r"{\b a", body("a")),
    "a brace too many": (r"a}b\par c", [("body", "ab"), ("body", "c")]),
}


@pytest.mark.parametrize(("inside", "expected"), CASES.values(), ids=CASES)
def test_rich_text_is_read(inside: str, expected: Expected) -> None:
    assert blocks(read(inside)) == expected


LEFT_OUT = {
    "hidden": (r"a{\v x}b{\v y}", {"hidden passage": 2}),
    "comment": (r"a{\*\annotation x{\*\atndate y}}", {"comment": 1}),
    "headers": (r"a{\header x\par y}{\footer {\field{\*\fldinst PAGE}{\fldrslt 1}}}", {"header or footer line": 3}),
    "pictures": (r"a{\*\shppict{\pict 41}}{\nonshppict{\pict 41}}{\shp{\*\shpinst{\sp{\sn pib}{\sv{\pict 42}}}}}", {"picture": 2}),
    "object": (r"a{\object{\*\objdata 41}{\result{\pict 41}}}", {"embedded object": 1}),
    "formulas": (r"a{\mmath{\*\moMath{\mr x}}}{\field{\*\fldinst  EQ \\F(1;2)}{\fldrslt }}", {"formula": 2}),
    "contents": (STYLES + r"\s4 A\par\s4 B\par\pard c", {"line of the table of contents": 2}),
}


@pytest.mark.parametrize(("inside", "expected"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_left_out_is_counted(inside: str, expected: dict[str, int]) -> None:
    assert counts(read(inside), "left-out") == expected


def test_what_stands_apart_is_kept_or_left_out_as_was_chosen() -> None:
    inside = r"\trowd\pard\intbl a\cell\row\pard b{\footnote c\par d}{\shp{\*\shpinst{\shptxt e\par f}}}.\par"
    assert counts(read(inside), "kept") == {"table cell": 1, "note": 1, "text box": 1}
    bare = read(inside, replace(DEFAULTS, kept=frozenset()))
    assert blocks(bare) == body("b.")
    assert counts(bare, "left-out") == {"table cell": 1, "note": 1, "text box": 1}


def test_the_text_before_tracked_changes_can_be_read() -> None:
    inside = r"a {\deleted b }{\revised c\par }d"
    before = replace(DEFAULTS, tracked=Tracked.BEFORE)
    assert blocks(read(inside, before)) == body("a b d")
    assert Notice("tracked-changes", (("insertions", 1), ("deletions", 1), ("shown", "before"))) in read(inside, before).notices


def test_a_run_that_changes_its_look_is_one_change() -> None:
    (notice,) = read(r"{\deleted a{\b b}\i c}d").notices
    assert dict(notice.values)["deletions"] == 1


REFUSED = {
    "no header": (b"Hello {\\b world}", Reason.DAMAGED),
    "no words": (b"{\\rtf1 {\\pict 41}}", Reason.EMPTY),
    "groups without end": (b"{\\rtf1 " + b"{" * 1_000_100, Reason.TOO_COMPLEX),
}


@pytest.mark.parametrize(("data", "reason"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused(data: bytes, reason: Reason) -> None:
    with pytest.raises(LoadError) as caught:
        read_rtf(Source(data, "a.rtf"))
    assert caught.value.reason is reason


def test_200_000_groups_within_one_another_are_read() -> None:
    assert blocks(read("{" * 200_000 + "a" + "}" * 200_000)) == body("a")


def test_rich_text_saved_as_utf_16_is_read() -> None:
    assert blocks(read_rtf(Source("\ufeff{\\rtf1 a\\u8364?}".encode("utf-16-le"), "a.rtf"))) == body("a€")


TOKENS = st.sampled_from(
    [
        r"\par",
        r"\u8364",
        r"\uc9",
        r"\bin9",
        r"\*",
        "{",
        "}",
        r"\v",
        r"\deleted",
        r"\footnote",
        r"\fonttbl",
        r"\stylesheet",
        r"\f1",
        r"\s1",
        r"\'",
        r"\upr",
        r"\ud",
        r"\object",
        r"\result",
        r"\info",
        r"\title",
        r"\listtext",
        r"\cell",
        r"\intbl",
        r"\pict",
        r"\header",
        r"\shptxt",
        ";",
    ]
)


@given(st.lists(TOKENS | st.text(st.characters(codec="latin-1"), max_size=5), max_size=40))
def test_any_control_words_become_an_article_or_a_reason(parts: list[str]) -> None:
    try:
        article = read(" ".join(parts))
    except LoadError as error:
        if error.reason is not Reason.EMPTY:
            raise
    else:
        assert article.text.encode()


@given(st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1).filter(lambda text: any(map(str.isalnum, text))))
def test_escaped_text_comes_back(text: str) -> None:
    escaped = "".join(f"\\{one}" if one in "{}\\" else one for one in text)
    assert " ".join(read(escaped + r"\par b.\par").blocks[0].text.split()) == " ".join(text.split())
