"""Markdown says what its writing says, without its marks."""

from __future__ import annotations

import pytest

from rewritediff.core.values import Article, Notice, Role
from rewritediff.loaders import LoadError, Reason, load_bytes, markdown

Expected = list[tuple[str, str]]


def read(text: str) -> Article:
    return load_bytes(text.encode(), "a.md")


def left_out(text: str) -> dict[object, object]:
    values = [dict(notice.values) for notice in read(text).notices if notice.code == "left-out"]
    return {value["what"]: value["count"] for value in values}


CASES: dict[str, tuple[str, Expected]] = {
    "title and headings": (
        "# One\n\ntext\n\n## Two\n\n# Three",
        [("title", "One"), ("body", "text"), ("heading", "Two"), ("heading", "Three")],
    ),
    "a heading below a paragraph is no title": ("text\n\n# One", [("body", "text"), ("heading", "One")]),
    "underlined headings": ("One\n===\n\nTwo\n---", [("title", "One"), ("heading", "Two")]),
    "emphasis": ("*a* **b** ***c*** _d_ ~~e~~ `f *g*`", [("body", "a b c d e f *g*")]),
    "escaped marks": (r"2 \* 3 and snake_case_name", [("body", "2 * 3 and snake_case_name")]),
    "links by their words": ('[the *gates*](http://x "t"), <http://y>, [z][1]\n\n[1]: http://z', [("body", "the gates, http://y, z")]),
    "breaks": ("a\nb  \nc\\\nd<br>e", [("body", "a b c d e")]),
    "entities": ("Koopmans &amp; Zoon&shy;en &euro;5", [("body", "Koopmans & Zoonen €5")]),
    "quotation": ("> a\n> b\n>\n> > c", [("body", "a b"), ("body", "c")]),
    "list": ("- a\n  b\n\n  c\n  - d\n1. e\n- [x] f", [("list-item", text) for text in ("a b", "c", "d", "e", "f")]),
    "table": ("| a | b |\n|---|---|\n| *c* | |", [("cell", "a"), ("cell", "b"), ("cell", "c")]),
    "code": ("```py\nif x:\n\n    y\n```\n\n    z", [("code", "if x:\n\n    y"), ("code", "z")]),
    "rule": ("a\n\n---\n\nb", [("body", "a"), ("body", "b")]),
    "picture alone": ("![the *gates*](g.png)\n\na", [("caption", "the gates"), ("body", "a")]),
    "picture in a sentence": ("a ![gates](g.png) b", [("body", "a b"), ("caption", "gates")]),
    "a badge above the title": ("![ok](b.svg)\n\n# One\n\na", [("caption", "ok"), ("title", "One"), ("body", "a")]),
    "footnotes": (
        "a[^1] b[^x]\n\n[^1]: *one*\n  more\n\n[^x]: two\n\n    three\n\nc",
        [("body", "a b"), ("body", "c"), ("note", "one more"), ("note", "two three")],
    ),
    "footnote in code": ("a\n\n```\n[^1]: b\n```", [("body", "a"), ("code", "[^1]: b")]),
    "a footnote that nobody wrote": ("a[^1]", [("body", "a[^1]")]),
    "comments": ("a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf", [("body", "a c"), ("body", "f")]),
    "scripts": ("a <script>b()</script> c\n\n<script>\nd()\n\ne()\n</script>\n\nf", [("body", "a c"), ("body", "f")]),
    "tags": ("a <b>b</b> <kbd>c</kbd>", [("body", "a b c")]),
    "HTML": (
        '<h1 align="center">A &amp; B</h1>\n\n<p>c <b>d</b>\ne</p>\n<ul><li>f</ul>',
        [("title", "A & B"), ("body", "c d e"), ("list-item", "f")],
    ),
    "picture in HTML": ("<div>\na <img alt='gates' src=x> b\n</div>", [("caption", "gates"), ("body", "a b")]),
    "front matter": ("---\ntags: [a]\n---\n# One\n\na", [("title", "One"), ("body", "a")]),
    "a title in the front matter": ('---\ntitle: "One: two"\n---\na', [("title", "One: two"), ("body", "a")]),
    "front matter in TOML": ("+++\ntitle = 'One'\n+++\n## Two\n\na", [("title", "One"), ("heading", "Two"), ("body", "a")]),
    "a rule at the top is no front matter": ("---\n\na\n\n---\n\nb", [("body", "a"), ("body", "b")]),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_markdown_is_read(text: str, expected: Expected) -> None:
    assert [(block.role.value, block.text) for block in read(text).blocks] == expected


LEFT_OUT = {
    "nothing": ("# a", {}),
    "front matter": ("---\na: b\n---\nc", {"front matter": 1}),
    "pictures without words": ("a ![](b) ![](c) ![d](e)", {"picture": 2}),
    "comments": ("a <!-- b -->\n\n<!-- c --><!-- d -->", {"comment": 3}),
}


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT.values(), ids=LEFT_OUT)
def test_what_is_left_out_is_said(text: str, expected: dict[str, int]) -> None:
    assert left_out(text) == expected


def test_markdown_without_words_is_refused() -> None:
    with pytest.raises(LoadError) as caught:
        read("![](picture-of-nothing.png)\n\n<!-- nothing -->")
    assert caught.value.reason is Reason.EMPTY


DEEP = ">" * 500 + " The end."
HOSTILE = {
    "quotes": DEEP,
    "brackets": "[" * 20_000 + "a",
    "stars": "*a " * 20_000,
    "comments": "a <!-- " * 20_000,
    "tags": "<div <" * 20_000 + "a",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_no_markdown_is_too_strange(text: str) -> None:
    assert read(text).text


def test_what_is_nested_too_deeply_is_read_as_text() -> None:
    article = read(DEEP)
    assert "The end." in article.text
    assert article.notices[-1] == Notice("read-as-text", (("suffix", ".md"), ("why", "nesting")))


@pytest.mark.parametrize(("limit", "most"), [("MAX_PARSED", 10), ("MAX_LINES", 1), ("MAX_MARKS", 1)])
def test_what_is_too_large_to_be_parsed_is_read_as_text(limit: str, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, limit, most)
    article = read("A *long* article.\n\nIndeed.")
    assert [block.role for block in article.blocks] == [Role.BODY, Role.BODY]
    assert article.text == "A *long* article.\n\nIndeed."
    assert article.notices[-1] == Notice("read-as-text", (("suffix", ".md"), ("why", "size")))


def test_brackets_that_would_take_for_ever_are_read_as_text() -> None:
    article = read("One. " + "[" * (markdown.MAX_BRACKETS + 1))
    assert article.notices[-1] == Notice("read-as-text", (("suffix", ".md"), ("why", "size")))


def test_marks_of_footnotes_that_are_not_there_stay() -> None:
    assert read("One[^1], two[^2] and [^3].\n\n[^1]: Note.\n    More.\n[^2]: Other.").text == "One, two and [^3].\n\nNote. More.\n\nOther."
