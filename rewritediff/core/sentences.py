"""Make a document of a text, an article or a sequence of sentences: paragraphs, and the sentences in them, as spans of the text as loaded.

Laws: sentences stand in order and do not overlap, what lies between two of them is white space, and none is empty, except where the caller
handed in an empty one. Nothing here knows how sentences are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rewritediff.core.blocks import guess_blocks
from rewritediff.core.boundaries import sentence_ends
from rewritediff.core.values import BLOCK_BREAK, Article, Document, Notice, Paragraph, Role, Sentence

SENTENCE_BREAK = "\n"
"""Stands between sentences that were handed in as they stand."""


def document_from_text(text: str, language: str = "", name: str = "", notices: tuple[Notice, ...] = ()) -> Document:
    """Guess the blocks of a plain text and cut them into sentences."""
    return _document(text, tuple(guess_blocks(text)), language, name, notices)


def document_from_article(article: Article, language: str = "", name: str = "") -> Document:
    """Keep the blocks and roles as the loader gave them; paragraph i is block i."""
    paragraphs: list[Paragraph] = []
    start = 0
    for block in article.blocks:
        paragraphs.append(Paragraph(start, start + len(block.text), block.role))
        start += len(block.text) + len(BLOCK_BREAK)
    return _document(article.text, tuple(paragraphs), language, name, article.notices)


def document_from_sentences(sentences: Sequence[str], language: str = "", name: str = "") -> Document:
    """Keep the sentences as they stand, joined by line feeds: index i stays i, an empty one becomes an empty span."""
    paragraphs: list[Paragraph] = []
    start = 0
    for sentence in sentences:
        paragraphs.append(Paragraph(start, start + len(sentence), Role.BODY))
        start += len(sentence) + len(SENTENCE_BREAK)
    placed = tuple(Sentence(paragraph.start, paragraph.end, index, Role.BODY) for index, paragraph in enumerate(paragraphs))
    return Document(SENTENCE_BREAK.join(sentences), tuple(paragraphs), placed, name, language)


def _document(text: str, paragraphs: tuple[Paragraph, ...], language: str, name: str, notices: tuple[Notice, ...]) -> Document:
    sentences = tuple(sentence for index, paragraph in enumerate(paragraphs) for sentence in _sentences(text, index, paragraph, language))
    return Document(text, paragraphs, sentences, name, language, notices)


def _sentences(text: str, index: int, paragraph: Paragraph, language: str) -> Iterator[Sentence]:
    written = text[paragraph.start : paragraph.end]
    ends = [len(written.rstrip())] if paragraph.role in (Role.TITLE, Role.HEADING) and written.strip() else sentence_ends(written, language)
    start = 0
    for end in ends:
        start += len(written[start:end]) - len(written[start:end].lstrip())
        yield Sentence(paragraph.start + start, paragraph.start + end, index, paragraph.role)
        start = end
