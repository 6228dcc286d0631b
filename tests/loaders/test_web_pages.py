"""A web page gives its article: every paragraph with its role, nothing that is hidden, and a word about what was left out."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.values import Article
from rewritediff.loaders import DEFAULTS, LoadError, Options, Part, Reason, Tracked
from rewritediff.loaders.formats import Format
from rewritediff.loaders.readers import guarded_reader
from rewritediff.loaders.source import Source
from rewritediff.loaders.web import page, parsing

WHOLE = replace(DEFAULTS, whole_page=True)
NOTES = replace(WHOLE, kept=WHOLE.kept | {Part.NOTE})
SENTENCE = "The council voted on Thursday night to build a barrier across the mouth of its harbour, ending nine years of argument. "
Expected = list[tuple[str, str]]


def read(markup: str | bytes, options: Options = DEFAULTS) -> Article:
    data = markup if isinstance(markup, bytes) else markup.encode()
    return guarded_reader(Format.HTML)(Source(data, "a.html", options))


def shown(article: Article) -> Expected:
    return [(block.role.value, block.text) for block in article.blocks]


def counts(article: Article, code: str = "left-out") -> dict[object, object]:
    values = [dict(notice.values) for notice in article.notices if notice.code == code]
    return {value["what"]: value["count"] for value in values}


def reason(markup: str | bytes, options: Options = DEFAULTS) -> Reason:
    with pytest.raises(LoadError) as caught:
        read(markup, options)
    return caught.value.reason


WORD_LIST = (
    "<p class=MsoListParagraph style='mso-list:l0'><![if !supportLists]><span style='mso-list:Ignore'>1.</span><![endif]>a</p><p>b</p>"
)
WORD_NOTE = (
    '<p>a<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.</p><p>b</p><p>long enough to outweigh</p>'
    '<div id=ftn1><p><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> c</p></div>'
)
PANDOC_NOTE = (
    '<p>a long paragraph<a href="#fn1" id="fnref1" role="doc-noteref"><sup>1</sup></a>.</p>'
    '<section role="doc-endnotes"><ol><li id="fn1"><p>b<a href="#fnref1" role="doc-backlink">↩︎</a></p></li></ol></section>'
)
CASES: dict[str, tuple[str, Expected]] = {
    "headings": ("<h1>A</h1><p>b<h2>C</h2>d", [("title", "A"), ("body", "b"), ("heading", "C"), ("body", "d")]),
    "inline tags join": ("<p>a<b>b</b><i> c</i>d<o:p>e</o:p></p>f.", [("body", "ab cde"), ("body", "f.")]),
    "lists": ("<ul><li>a<li><p>b</p><ol><li>c</ol></ul>", [("list-item", "a"), ("list-item", "b"), ("list-item", "c")]),
    "terms": ("<dl><dt>a.<dd>b.</dl>", [("body", "a."), ("body", "b.")]),
    "cells": ("<table><caption>a<tr><th>b<td>c</table>", [("caption", "a"), ("cell", "b"), ("cell", "c")]),
    "a table for the looks": ("<table><tr><td><p>a.<p>b.<p>c.</table>", [("body", "a."), ("body", "b."), ("body", "c.")]),
    "tables in tables": ("<table><tr><td>a.<table><tr><td>b</table></table>", [("body", "a."), ("cell", "b")]),
    "captions": ("<figure><img alt=x src=y><figcaption>a</figcaption></figure>b.", [("caption", "a"), ("body", "b.")]),
    "quotes": ("<blockquote><p>a.<p>b.</blockquote>", [("body", "a."), ("body", "b.")]),
    "code": (
        "<p>x is:</p><pre><code>a\n  <b>b</b></code></pre><p>" + SENTENCE,
        [("body", "x is:"), ("code", "a\n  b"), ("body", SENTENCE.strip())],
    ),
    "a text in one listing": (f"<pre>{SENTENCE}\n\n{SENTENCE}</pre>", [("body", SENTENCE.strip())] * 2),
    "one break is a space": ("<p>a<br>b.</p>", [("body", "a b.")]),
    "two breaks end a paragraph": ("<div>a.<br> <br/>b.<br><br><br>c.</div>", [("body", "a."), ("body", "b."), ("body", "c.")]),
    "long lines are paragraphs": (f"<div>{SENTENCE}<br>{SENTENCE}</div>", [("body", SENTENCE.strip())] * 2),
    "text without a tag": ("a <b>b</b>", [("body", "a b")]),
    "scripts and styles": ("a<script>b</script><style>c</style><template>d</template><noscript>e</noscript>.", [("body", "a.")]),
    "form fields": ("<p>a<select><option>b</select><textarea>c</textarea>.</p>", [("body", "a.")]),
    "what has no end and holds nothing": (
        "<div>a<embed src=x>b <EMBED/>c<p>d</div><video><source src=x></video>e" + "f<wbr>" * 2_500,
        [("body", "ab c"), ("body", "d"), ("body", "e" + "f" * 2_500)],
    ),
    "words in a picture's map": ("<map name=x><area><p>a.</p></map>", [("body", "a.")]),
    "hidden": ("<p>a<span style='DISPLAY : none'>b</span><i hidden>c</i><i class='x sr-only'>d</i>.</p>", [("body", "a.")]),
    "seen, though not by screen readers": ("<p>a<i aria-hidden=true>b</i>.</p>", [("body", "ab.")]),
    "the page hidden until a script runs": ("<body style='display:none'>a.", [("body", "a.")]),
    "saved by a browser": ("<!-- saved from url=(0014)about:internet -->\r\n<html><p>a.", [("body", "a.")]),
    "conditional comments": ("<!--[if gte mso 9]><p>x</p><![endif]--><![if !vml]>a.<![endif]>", [("body", "a.")]),
    "Word's lists": (WORD_LIST, [("list-item", "a"), ("body", "b")]),
    "Word's contents": ("<p class=MsoToc1>a 3</p><p>b.</p>", [("body", "b.")]),
    "Word's comments": ("<p>a<a class=msocomanchor href='#_c'>[X1]</a>.</p><div style='mso-element:comment'>b</div>", [("body", "a.")]),
    "an own address is no note": ("<h2 id=a>A<a href='#a'>¶</a></h2><p>b.</p>", [("title", "A"), ("body", "b.")]),
    "raised marks without a link": (
        "<p>It cost 48 million.<sup>1</sup> The barrier<sup>[2]</sup> holds, said Okafor<sup>3</sup>.</p>",
        [("body", "It cost 48 million. The barrier holds, said Okafor.")],
    ),
    "powers are no notes": (
        "<p>An area of 5 km<sup>2</sup> has 10<sup>6</sup> points (a+b)<sup>2</sup> on the 1<sup>st</sup> day.</p>",
        [("body", "An area of 5 km2 has 106 points (a+b)2 on the 1st day.")],
    ),
    "squares are no notes": ("<p>5 m<sup>2</sup>, <a href='#s'>2</a>.</p><p id=s>a.</p>", [("body", "5 m2, 2."), ("body", "a.")]),
    "ruby": ("<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>。", [("body", "漢。")]),
    "declarations": ('<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html [<!ENTITY x "y">]><html><p>a.</html>', [("body", "a.")]),
    "XHTML": (
        '<?xml version="1.0"?><html><head><title/><script src="x"/></head><body><a id="y"/><p>a.</p></body></html>',
        [("body", "a.")],
    ),
    "NUL": ("<p>a\0b.", [("body", "a\ufffdb.")]),
    "no such characters": ("<p>a&#0;&#xD800;&#99999999999;b.", [("body", "a\ufffd\ufffd\ufffdb.")]),
    "300 levels": ("<div>" * 300 + "a." + "</div>" * 300, [("body", "a.")]),
}


@pytest.mark.parametrize(("markup", "expected"), CASES.values(), ids=CASES)
def test_all_that_is_seen_is_read(markup: str, expected: Expected) -> None:
    assert shown(read(markup, WHOLE)) == expected


@pytest.mark.parametrize("markup", [WORD_NOTE, PANDOC_NOTE])
def test_notes_are_left_out_with_their_marks_or_kept_by_themselves(markup: str) -> None:
    without, with_them = read(markup, WHOLE), read(markup, NOTES)
    assert counts(without) == {"note": 1}
    assert [role for role, _ in shown(without)] == ["body"] * len(without.blocks)
    assert with_them.blocks[:-1] == without.blocks
    assert with_them.blocks[-1].role.value == "note"
    assert counts(with_them, "kept") == {"note": 1}
    assert not set("1[]↩") & set(with_them.text)


def test_cells_are_left_out_where_a_person_does_not_want_them() -> None:
    article = read("<p>a.</p><table><tr><td>b<td>c</table>", replace(WHOLE, kept=frozenset()))
    assert (shown(article), counts(article)) == ([("body", "a.")], {"table cell": 2})


@pytest.mark.parametrize(("which", "text"), [(Tracked.ACCEPTED, "a c."), (Tracked.BEFORE, "a b.")])
def test_tracked_changes_are_accepted_or_not(which: Tracked, text: str) -> None:
    article = read("<p>a <del>b</del><ins>c</ins>.", replace(WHOLE, tracked=which))
    assert article.text == text
    assert [notice.code for notice in article.notices] == ["encoding", "tracked-changes"]


NEWS = f"""<!doctype html><html><head><title>The gates &amp; the sea | The Gazette</title></head><body>
<header><a href=/>The Gazette</a><nav><ul><li><a href=/a>World</a><li><a href=/b>Sport and other things</a></ul></nav></header>
<main><h1>The gates &amp; the sea</h1><div class=text><p>{SENTENCE}1</p><p>{SENTENCE}<a href=/c>2</a></p><img src=a><ul><li>{SENTENCE}3</ul>
<iframe src=x></iframe><div class=ad><p>Buy our newspaper and save fifty per cent on everything.</p></div><p>{SENTENCE}4</p></div></main>
<div id=comments><p>I have lived here all my life and have never seen such a thing, honestly.</p></div>
<footer><p>All rights reserved, and nothing may be copied by anybody for any purpose whatsoever.</p></footer></body></html>"""


def test_a_page_gives_its_article_and_counts_the_rest() -> None:
    article = read(NEWS)
    assert shown(article) == [
        ("title", "The gates & the sea"),
        ("body", SENTENCE + "1"),
        ("body", SENTENCE + "2"),
        ("list-item", SENTENCE + "3"),
        ("body", SENTENCE + "4"),
    ]
    assert counts(article) == {"word around the article": 46, "picture": 1, "embedded page": 1}


def test_the_whole_page_is_read_where_a_person_wants_it() -> None:
    texts = [text for _, text in shown(read(NEWS, WHOLE))]
    assert "World" in texts
    assert texts.index("World") < texts.index("The gates & the sea") < texts.index(SENTENCE + "4")


def test_the_whole_page_is_read_where_no_article_is_found() -> None:
    article = read("<ul><li>One</li><li>Two</li></ul>")
    assert shown(article) == [("list-item", "One"), ("list-item", "Two")]
    assert "whole-page" in [notice.code for notice in article.notices]


def test_a_page_that_is_too_large_for_the_search_is_read_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "MAX_ELEMENTS", 5)
    assert "whole-page" in [notice.code for notice in read(NEWS).notices]


TITLES = {
    "its heading": ("<title>One of two | Site</title>", "<h1>One of two</h1>", "One of two"),
    "its heading below the site's": ("<title>One of two - Site</title>", "<h1>Site</h1><h2>One of two</h2>", "One of two"),
    "the only heading": ("<title>Site</title>", "<h1>One of two</h1>", "One of two"),
    "the name alone": ("<title>One of two – Site</title>", "", "One of two"),
    "the shared name": ("<title>Site</title><meta property=og:title content='One of two'>", "", "One of two"),
    "a paragraph": ("<title>One of two | Site</title>", "<p>One of two</p>", "One of two"),
    "a dash inside": ("<title>One of two: a 3 – 1 win</title>", "<h1>One of two: a 3 – 1 win</h1>", "One of two: a 3 – 1 win"),
}


@pytest.mark.parametrize(("head", "top", "title"), TITLES.values(), ids=TITLES)
def test_the_title_is_found(head: str, top: str, title: str) -> None:
    article = read(f"<html><head>{head}</head><body>{top}" + "".join(f"<p>{SENTENCE}{number}</p>" for number in range(4)))
    assert article.title == title
    assert shown(article)[0] == ("title", title)
    assert article.text.count("One of two") == 1


EURO = "<p>€ – é."
ENCODINGS: dict[str, tuple[bytes, Options, str]] = {
    "UTF-8": (EURO.encode(), WHOLE, "utf-8"),
    "by the page": (b"<meta charset=windows-1252>" + EURO.encode("cp1252"), WHOLE, "cp1252"),
    "by the page's own type": (
        b"<meta http-equiv=a content='text/html; charset=ISO-8859-15'>" + EURO.encode("cp1252"),
        WHOLE,
        "iso8859-15",
    ),
    "by the server": ("<meta charset=cp1251><p>Добрый день.".encode("koi8-r"), replace(WHOLE, charset="koi8-r"), "koi8-r"),
    "by a person": (b"<meta charset=utf-8>" + EURO.encode("cp1252"), replace(WHOLE, encoding="cp1252", charset="utf-8"), "cp1252"),
    "by a mark": (b"\xef\xbb\xbf<meta charset=cp1251>" + EURO.encode(), replace(WHOLE, charset="cp1251"), "utf-8"),
    "UTF-16": (EURO.encode("utf-16"), WHOLE, "utf-16-le"),
    "never UTF-7": (b"<meta charset=utf-7><p>+ADw-", WHOLE, "utf-8"),
    "not UTF-16 by the page": (b"<meta charset=utf-16>" + EURO.encode(), WHOLE, "utf-8"),
    "not cp1252 where it is UTF-8": (b"<meta charset=iso-8859-1>" + EURO.encode(), WHOLE, "utf-8"),
    "Chinese": ("<meta charset=gb2312><p>镕基。".encode("gb18030"), WHOLE, "gb18030"),
    "no such encoding": (b"<meta charset=klingon>" + EURO.encode(), WHOLE, "utf-8"),
}


@pytest.mark.parametrize(("data", "options", "encoding"), ENCODINGS.values(), ids=ENCODINGS)
def test_the_encoding_is_found_and_named(data: bytes, options: Options, encoding: str) -> None:
    article = read(data, options)
    assert dict(article.notices[0].values)["encoding"] == encoding
    assert "\ufffd" not in article.text


def test_an_encoding_that_is_none_is_refused() -> None:
    assert reason(b"<p>a", replace(DEFAULTS, encoding="klingon")) is Reason.ENCODING


REFUSED = {
    "nothing": ("", Reason.NO_ARTICLE),
    "only a script": ("<script>a()</script><noscript>Turn it on</noscript>", Reason.NO_ARTICLE),
    "only a picture": ("<img src=a alt=b>", Reason.NO_ARTICLE),
    "frames": ("<frameset><frame src=a></frameset>", Reason.NO_ARTICLE),
    "too deep": ("<div>" * 5_000 + "a", Reason.TOO_COMPLEX),
    "badly closed": ("<b><i><a><font>" * 3_000 + "a", Reason.TOO_COMPLEX),
    "tables in tables": ("<table><tr><td>" * 3_000 + "a", Reason.TOO_COMPLEX),
}


@pytest.mark.parametrize(("markup", "why"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_read_is_refused(markup: str, why: Reason) -> None:
    assert reason(markup) is why


def test_too_many_tags_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parsing, "MAX_TAGS", 10)
    assert reason("<p>a" * 11) is Reason.TOO_COMPLEX
    assert shown(read("<p>a &lt; b." * 10, WHOLE)) == [("body", "a < b.")] * 10


WIDE = {
    "an attribute of a megabyte": f"<p title='{'a' * 1_000_000}'>{SENTENCE}",
    "opened comments": "<p>a.<!-- " * 20_000,
    "opened tags": "<p>a.</p>" + "<a " * 100_000,
    "entities": "<p>" + "&amp;&bogus;" * 50_000,
    "emptied neighbours": "<i hidden>a</i>b" * 20_000,
    "lines": "a<br>" * 20_000,
}


@pytest.mark.parametrize("markup", WIDE.values(), ids=WIDE)
def test_no_page_is_too_strange(markup: str) -> None:
    assert read(markup, WHOLE).text


PIECES = (
    *("<p>", "</p>", "<table>", "<td>", "<pre>", "<br>", "<!--", "-->", "<sup><a href=#a>1</a></sup>", "<b id=a>", "<h1>", "<li>"),
    *("a.", "&#0;", "\0", "\ud800", "<i hidden>", "</i>", "<![CDATA["),
)


def outcome(data: bytes) -> Article | Reason:
    try:
        return read(data)
    except LoadError as error:
        return error.reason


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30))
def test_any_markup_becomes_an_article_or_a_refusal(pieces: list[str]) -> None:
    found = outcome("".join(pieces).encode("utf-8", "surrogatepass"))
    assert found in (Reason.NO_ARTICLE, Reason.EMPTY) or (isinstance(found, Article) and found.text.encode())


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_become_an_article_or_a_refusal(data: bytes) -> None:
    assert isinstance(found := outcome(data), Article) or found in (Reason.NO_ARTICLE, Reason.EMPTY, Reason.DAMAGED)


WATCHED = """
import sys
from rewritediff.loaders.source import Source
from rewritediff.loaders.web import read_html
assert "trafilatura" not in sys.modules
import rewritediff.loaders.web.extraction
def watch(event, values):
    if event.startswith(("socket.", "subprocess.")) or (event == "open" and "stoplists" not in str(values[0])):
        raise SystemExit(event + str(values))
sys.addaudithook(watch)
page = "<base href=http://127.0.0.1:9/><link rel=stylesheet href=s.css><img src=a.png><iframe src=b></iframe><p>" + "A word. " * 200
assert read_html(Source(page.encode(), "a.html")).blocks
"""


def test_reading_a_page_opens_neither_files_nor_connections() -> None:
    done = subprocess.run([sys.executable, "-c", WATCHED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_films_sounds_and_drawings_are_counted() -> None:
    media = "<video><source src=x>a</video><object><embed src=x></object><audio></audio><svg><text>b</text></svg><svg><path/></svg>"
    article = read(f"<p>{SENTENCE}</p>{media}<p>c{media}d.</p>", WHOLE)
    assert [text for _, text in shown(article)] == [SENTENCE.strip(), "cd."]
    assert counts(article) == {"embedded object": 6, "picture": 2}
