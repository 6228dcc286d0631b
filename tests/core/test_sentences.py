"""Documents made of texts, articles and sentences: spans re-read the text as loaded."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.sentences import ONE_HEADING, document_from_article, document_from_sentences, document_from_text
from rewritediff.core.values import Article, Block, Document, Notice, Role

SHARED = Path(os.environ.get("REWRITEDIFF_SHARED", Path(__file__).parents[3] / "shared"))
ODD = st.text(st.characters() | st.sampled_from(".!?…\n\r \u00a0\u2028\x85\0\ud800\u200b\ufeffAb1“”\"'()[]。」«»-•:"))


@given(ODD)
def test_spans_of_a_text_leave_only_white_space_out(text: str) -> None:
    document = document_from_text(text, "en")
    assert document.text == text
    _check_spans(document)


@given(st.lists(st.tuples(st.sampled_from(Role), ODD)))
def test_spans_of_an_article_leave_only_white_space_out(blocks: list[tuple[Role, str]]) -> None:
    article = Article(tuple(Block(role, text) for role, text in blocks))
    document = document_from_article(article)
    assert document.text == article.text
    assert [(Block(part.role, document.text[part.start : part.end])) for part in document.paragraphs] == list(article.blocks)
    _check_spans(document)


@given(st.lists(ODD))
def test_sentences_that_stand_keep_their_index(sentences: list[str]) -> None:
    document = document_from_sentences(sentences)
    assert [document.quote(index) for index in range(len(document.sentences))] == sentences
    assert document.text == "\n".join(sentences)
    assert [sentence.paragraph for sentence in document.sentences] == list(range(len(sentences)))


@given(ODD)
def test_the_same_text_gives_the_same_document(text: str) -> None:
    assert document_from_text(text, "de") == document_from_text(text, "de")


ODD_TEXTS = {
    "Windows line ends": "One.\r\n\r\nTwo. Three.\r\n",
    "no-break space": "Voilà\u00a0! C’est « fini\u00a0»\u00a0. Oui.",
    "emoji": "Good 👩‍🚀. Bad 🏳️‍🌈. Done.",
    "zero-width space": "One.\u200b Two.\u200bThree.",
    "byte order mark": "\ufeffOne. Two.",
    "NUL": "One.\0 Two\0. Three.",
    "lone surrogate": "One \ud83d. Two.",
    "line and paragraph separators": "One.\u2028Two.\u2029Three.\x85Four.",
    "right to left marks": "\u202bواحد. اثنان.\u202c",
    "combining": "Cafe\u0301. De\u0301ja\u0300 vu.",
}


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
def test_odd_characters_stay_where_they_are(text: str) -> None:
    document = document_from_text(text, "en")
    _check_spans(document)
    assert len(document.sentences) >= 2


def test_name_language_and_notices_are_handed_on() -> None:
    notices = (Notice("guessed-encoding"),)
    document = document_from_text("One.", "en", "a.txt", notices)
    assert (document.name, document.language, document.notices) == ("a.txt", "en", notices)
    assert document_from_article(Article((), notices=notices)).notices == notices


def test_headings_are_one_sentence_up_to_a_length() -> None:
    article = Article((Block(Role.HEADING, "Who? Dr. No. And why?"), Block(Role.HEADING, "It went on. " * ONE_HEADING)))
    paragraphs = [sentence.paragraph for sentence in document_from_article(article, "en").sentences]
    assert paragraphs.count(0) == 1
    assert paragraphs.count(1) == ONE_HEADING


def test_a_credit_stays_with_its_caption() -> None:
    article = Article((Block(Role.CAPTION, "The goat sleeps. It is calm. [Image by Ada Holm]"), Block(Role.CAPTION, "[Image by Ada Holm]")))
    document = document_from_article(article, "en")
    assert [document.quote(index) for index in range(3)] == ["The goat sleeps.", "It is calm. [Image by Ada Holm]", "[Image by Ada Holm]"]


def test_lines_inside_a_block_are_kept_apart() -> None:
    document = document_from_article(Article((Block(Role.BODY, "First line\nSecond line\nand its end"), Block(Role.BODY, ""))), "en")
    assert len(document.sentences) == 3
    assert len(document.paragraphs) == 2


@pytest.mark.skipif(not SHARED.is_dir(), reason="the labelled pairs stand beside the project, in ../shared or $REWRITEDIFF_SHARED")
@pytest.mark.parametrize(
    ("labelled", "side", "file", "furniture"),
    [
        pytest.param("gold/seed.jsonl", "a", "seeds/000_fc3f2ed056c3f316.txt", [], id="seed original"),
        pytest.param("gold/seed.jsonl", "b", "seeds/002_9597b102d015af32.txt", [0, 8, 9, 39, 49], id="seed rewrite"),
        pytest.param("samples/pair.jsonl", "a", "samples/article_original.txt", [0], id="sample original"),
        pytest.param("samples/pair.jsonl", "b", "samples/article_rewrite.txt", [0], id="sample rewrite"),
    ],
)
def test_the_labelled_pairs_are_cut_as_labelled(labelled: str, side: str, file: str, furniture: list[int]) -> None:
    record = json.loads((SHARED / labelled).read_text(encoding="utf-8").splitlines()[0])
    document = document_from_text((SHARED / file).read_bytes().decode(), "en")
    assert [document.quote(index) for index in range(len(document.sentences))] == record[side]
    assert [index for index, sentence in enumerate(document.sentences) if sentence.role.is_furniture] == furniture


def _check_spans(document: Document) -> None:
    end = 0
    for sentence in document.sentences:
        paragraph = document.paragraphs[sentence.paragraph]
        assert end <= sentence.start < sentence.end
        assert paragraph.start <= sentence.start < sentence.end <= paragraph.end
        assert document.text[end : sentence.start].strip() == ""
        assert document.text[sentence.start : sentence.end].strip() == document.text[sentence.start : sentence.end]
        assert sentence.role is paragraph.role
        end = sentence.end
    assert document.text[end:].strip() == ""
