"""Texts from the clipboard: the richest form is taken that holds the same words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from rewritediff.core.values import Article, Block, Role
from rewritediff.gui import pasting
from rewritediff.gui.pasting import article_of_pasted, same_words
from rewritediff.gui.sources import Pasted
from rewritediff.loaders.formats import Format
from rewritediff.loaders.options import DEFAULTS
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source

TEXT = "A title\n\nThe first paragraph is here.\n\nThe second one follows."
MARKUP = b"<h1>A title</h1><p>The first paragraph is here.</p><p>The second one follows.</p>"
RICH = rb"{\rtf1\ansi A title\par The first paragraph is here.\par The second one follows.\par}"
BLOCKS = (Block(Role.HEADING, "A title"), Block(Role.BODY, "The first paragraph is here."), Block(Role.BODY, "The second one follows."))

Read = Callable[[Format, Source], Article]


def reads(**found: Article | LoadError) -> Read:
    """Make a reader that gives what is named by the value of its format."""

    def read(form: Format, _source: Source, _cancel: object = None) -> Article:
        answer = found.get(form.value, LoadError("", Reason.DAMAGED))
        if isinstance(answer, LoadError):
            raise answer
        return answer

    return read


def pasted(source: Pasted) -> Article:
    return article_of_pasted(source, DEFAULTS, lambda: False)


def roles(article: Article) -> list[Role]:
    return [block.role for block in article.blocks]


HTML, RTF = Article(BLOCKS), Article(BLOCKS[1:])
LESS = Article(BLOCKS[:2])
CASES: dict[str, tuple[Pasted, Read, Article | None]] = {
    "HTML before RTF": (Pasted(TEXT, MARKUP, RICH), reads(clipping=HTML, rtf=HTML), HTML),
    "RTF where there is no HTML": (Pasted(TEXT, b"", RICH), reads(rtf=HTML), HTML),
    "RTF where HTML cannot be read": (Pasted(TEXT, MARKUP, RICH), reads(rtf=HTML), HTML),
    "RTF where HTML has other words": (Pasted(TEXT, MARKUP, RICH), reads(clipping=LESS, rtf=HTML), HTML),
    "plain where both have fewer words": (Pasted(TEXT, MARKUP, RICH), reads(clipping=LESS, rtf=LESS), None),
    "plain where neither can be read": (Pasted(TEXT, MARKUP, RICH), reads(), None),
    "plain where there is nothing else": (Pasted(TEXT), reads(clipping=HTML, rtf=HTML), None),
    "plain where HTML only colours lines": (Pasted(TEXT, b"<div><span style='color:red'>A title</span></div>"), reads(clipping=HTML), None),
    "HTML where there is no plain text": (Pasted("", MARKUP), reads(clipping=LESS), LESS),
}


@pytest.mark.parametrize(("source", "read", "wanted"), CASES.values(), ids=CASES)
def test_the_richest_form_with_the_same_words(source: Pasted, read: Read, wanted: Article | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasting, "read_guarded", read)
    found = pasted(source)
    if wanted is None:
        assert found.text == TEXT
        assert roles(found) == roles(pasted(Pasted(TEXT)))
    else:
        assert found is wanted


def test_cancelling_is_no_reason_for_the_next_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasting, "read_guarded", reads(clipping=LoadError("", Reason.CANCELLED), rtf=HTML))
    with pytest.raises(LoadError) as raised:
        pasted(Pasted(TEXT, MARKUP, RICH))
    assert raised.value.reason is Reason.CANCELLED


def test_a_wrong_charset_in_the_markup_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[bytes] = []

    def read(_form: Format, source: Source, _cancel: object) -> Article:
        given.append(source.data)
        return HTML

    monkeypatch.setattr(pasting, "read_guarded", read)
    pasted(Pasted(TEXT, b'<meta charset="windows-1252"><p>Caf\xc3\xa9</p>'))
    assert given[0].startswith(b"\xef\xbb\xbf<meta")


SAME = {
    "bullets": ("First\nSecond", "• First\n•\tSecond"),
    "numbers": ("First\nSecond", "1. First\n2) Second"),
    "Word's bullets": ("First", "\uf0b7\tFirst"),
    "marks of notes": ("The harbour is closed.", "The harbour[3] is closed.[note]"),
    "ligatures and soft hyphens": ("office", "of\u00ad\ufb01ce"),
    "line ends": ("one two", "one\r\ntwo"),
    "initials at a line's start": ("Dr. Smith spoke.", "Dr. Smith spoke."),
}


@pytest.mark.parametrize(("found", "plain"), SAME.values(), ids=SAME)
def test_marks_of_lists_and_notes_are_no_words(found: str, plain: str) -> None:
    assert same_words(found, plain)


@pytest.mark.parametrize(("found", "plain"), [("one two", "one"), ("one", "one two"), ("one one", "one"), ("in 1994", "in 1995")])
def test_a_word_more_or_less_is_a_difference(found: str, plain: str) -> None:
    assert not same_words(found, plain)


def test_rich_text_keeps_its_paragraphs_through_the_worker() -> None:
    source = Pasted("One. Two.\nThree.", b"", rb"{\rtf1\ansi One. Two.\par Three.\par}")
    assert [block.text for block in pasted(source).blocks] == ["One. Two.", "Three."]


def test_markup_keeps_its_headings_and_items_through_the_worker() -> None:
    pytest.importorskip("rewritediff.loaders.web.clipping", exc_type=ImportError)
    markup = b"<meta charset='utf-8'><h2>The harbour</h2><p>It is closed.</p><ul><li>Ships wait.</li><li>Caf\xc3\xa9s do not.</li></ul>"
    found = pasted(Pasted("The harbour\nIt is closed.\n\n  • Ships wait.\n  • Caf\u00e9s do not.", markup))
    assert found.text.split("\n\n")[-1] == "Caf\u00e9s do not."
    assert Role.LIST_ITEM in roles(found)
    assert roles(found)[0] in (Role.TITLE, Role.HEADING)


def test_code_from_an_editor_comes_out_like_its_text() -> None:
    markup = (
        b"<meta charset='utf-8'><div style='color:#ccc;white-space:pre;'><div><span style='color:#c586c0;'>def</span><span> f():</span>"
        b"</div><div><span>    </span><span>return</span><span> 1</span></div></div>"
    )
    text = "def f():\n    return 1"
    assert pasted(Pasted(text, markup)) == pasted(Pasted(text))


def test_what_no_form_can_give_is_said_of_the_text() -> None:
    with pytest.raises(LoadError) as raised:
        pasted(Pasted(" ", MARKUP[:0]))
    assert raised.value.name == ""
