"""Where sections begin and end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.sections import LEAST, section_numbers, sections_of
from rewritediff.core.sentences import document_from_article, document_from_text
from rewritediff.core.values import Article, Block, Document, Role

LETTERS = {"T": Role.TITLE, "H": Role.HEADING, "b": Role.BODY, "c": Role.CAPTION, "n": Role.NOTE}


def document(roles: str) -> Document:
    return document_from_article(Article(tuple(Block(LETTERS[letter], f"Sentence {k}.") for k, letter in enumerate(roles))))


def cut(found: Document) -> list[tuple[int | None, int, int]]:
    return [(section.heading, section.first, section.last) for section in sections_of(found)]


@pytest.mark.parametrize(
    ("roles", "sections"),
    [
        pytest.param("HbbHb", [(0, 0, 3), (3, 3, 5)], id="two headings"),
        pytest.param("TbHbHb", [(None, 0, 2), (2, 2, 4), (4, 4, 6)], id="a title and a lead before them"),
        pytest.param("HHbHb", [(0, 0, 3), (3, 3, 5)], id="a heading under a heading begins no section of its own"),
        pytest.param("HbHbH", [(0, 0, 2), (2, 2, 4), (4, 4, 5)], id="a heading at the end stands alone"),
        pytest.param("HcHb", [(0, 0, 2), (2, 2, 4)], id="a caption is something under a heading"),
        pytest.param("THbb", [], id="one heading parts nothing"),
        pytest.param("HbH", [], id="one heading with something under it"),
        pytest.param("HHH", [], id="headings alone"),
        pytest.param("bbb", [], id="no heading"),
        pytest.param("", [], id="no sentence"),
    ],
)
def test_a_document_is_cut_at_its_headings(roles: str, sections: list[tuple[int | None, int, int]]) -> None:
    assert cut(document(roles)) == sections


@given(st.text("THbcn", max_size=14))
def test_sections_hold_every_sentence_once(roles: str) -> None:
    found = document(roles)
    sections = sections_of(found)
    held = [k for section in sections for k in range(section.first, section.last)]
    assert held == (list(range(len(roles))) if sections else [])
    assert not sections or sum(section.heading is not None for section in sections) >= LEAST


def test_headings_of_a_plain_text_are_guessed() -> None:
    text = (
        "How we met\n\nIt was in May, and it rained.\n\nHow we parted\n\nNobody remembers that day.\n\nWhat is left\n\nA bench and a tree."
    )
    assert cut(document_from_text(text, "en")) == [(None, 0, 2), (2, 2, 4), (4, 4, 6)]


def test_a_note_is_in_no_section() -> None:
    found = document("HbHbn")
    assert section_numbers(found, sections_of(found)).tolist() == [0, 0, 1, 1, -1]
