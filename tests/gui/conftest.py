"""Tests of the window run without a display, on small comparisons made by hand."""

import os
from collections.abc import Callable, Sequence

import pytest

from rewritediff.core.comparison import Comparison
from rewritediff.core.settings import DEFAULT_SETTINGS
from rewritediff.core.values import Document, Link, Paragraph, Passage, Relation, Role, Sentence, Sides

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

Text = Sequence[Sequence[str]]
"""The sentences of each paragraph; a paragraph that begins with # is a title, one with - a list item."""
Joined = tuple[Sequence[int], Sequence[int], Relation]
Make = Callable[..., Comparison]


@pytest.fixture(scope="session")
def make() -> Make:
    """Give a function that makes a comparison of two texts and of what is said of their sentences."""
    return made


def made(original: Text, rewrite: Text, passages: Sequence[Joined], moved: Sequence[int] = ()) -> Comparison:
    """Make a comparison; `moved` names passages by number."""
    found = tuple(_passage(*joined, moved=number in moved) for number, joined in enumerate(passages))
    documents = Sides(_document(original, "a.txt"), _document(rewrite, "b.txt"))
    numbers = Sides({}, {})
    for number, passage in enumerate(found):
        numbers.original.update(dict.fromkeys(passage.original, number))
        numbers.rewrite.update(dict.fromkeys(passage.rewrite, number))
    passage_of = numbers.map(lambda known: tuple(known[k] for k in sorted(known)))
    return Comparison(documents, found, passage_of, DEFAULT_SETTINGS)


def _passage(original: Sequence[int], rewrite: Sequence[int], relation: Relation, *, moved: bool) -> Passage:
    links = tuple(Link(a, b, 0.8, 0.9, moved) for a in original for b in rewrite)
    return Passage(tuple(original), tuple(rewrite), relation, links, 0.8, 0.9)


def _document(text: Text, name: str) -> Document:
    whole, paragraphs, sentences = "", [], []
    for number, paragraph in enumerate(text):
        role = {"#": Role.TITLE, "-": Role.LIST_ITEM}.get(paragraph[0][0], Role.BODY)
        whole += "\n\n" if number else ""
        begin = len(whole)
        for k, sentence in enumerate(paragraph):
            whole += " " if k else ""
            sentences.append(Sentence(len(whole), len(whole) + len(sentence), number, role))
            whole += sentence
        paragraphs.append(Paragraph(begin, len(whole), role))
    return Document(whole, tuple(paragraphs), tuple(sentences), name)
