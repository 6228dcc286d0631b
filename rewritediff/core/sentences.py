"""Make a document of a text, an article or a sequence of sentences: paragraphs, and the sentences in them, as spans of the text as loaded.

Laws: sentences stand in order and do not overlap, what lies between two of them is white space, and none is empty, except where the caller
handed in an empty one. Nothing here knows how sentences are compared.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rewritediff.core.blocks import guess_blocks, line_ends
from rewritediff.core.boundaries import sentence_ends
from rewritediff.core.progress import Tick, quiet, within
from rewritediff.core.values import BLOCK_BREAK, Article, Document, Notice, Paragraph, Role, Sentence

SENTENCE_BREAK = "\n"
"""Stands between sentences that were handed in as they stand."""

BLOCKS = 0.05
"""Share of the time that goes into guessing blocks."""

ONE_HEADING = 300
"""Characters up to which a title or heading is one sentence, whatever stops it holds; a page may have put a whole text into a heading."""

_NOT_SPACE = re.compile(r"\S")
_BRACKETED = re.compile(r"\s*[\[(][^\[\]()]*[\])]\s*\Z")


def document_from_text(text: str, language: str = "", name: str = "", notices: tuple[Notice, ...] = (), tick: Tick = quiet) -> Document:
    """Guess the blocks of a plain text and cut them into sentences."""
    blocks = tuple(guess_blocks(text, within(tick, 0, BLOCKS)))
    return _document(Document(text, blocks, (), name, language, notices), within(tick, BLOCKS, 1))


def document_from_article(article: Article, language: str = "", name: str = "", tick: Tick = quiet) -> Document:
    """Keep the blocks and roles as the loader gave them; paragraph i is block i."""
    paragraphs: list[Paragraph] = []
    start = 0
    for block in article.blocks:
        paragraphs.append(Paragraph(start, start + len(block.text), block.role))
        start += len(block.text) + len(BLOCK_BREAK)
    return _document(Document(article.text, tuple(paragraphs), (), name, language, article.notices), tick)


def document_from_sentences(sentences: Sequence[str], language: str = "", name: str = "") -> Document:
    """Keep the sentences as they stand, joined by line feeds: index i stays i, an empty one becomes an empty span."""
    paragraphs: list[Paragraph] = []
    start = 0
    for sentence in sentences:
        paragraphs.append(Paragraph(start, start + len(sentence), Role.BODY))
        start += len(sentence) + len(SENTENCE_BREAK)
    placed = tuple(Sentence(paragraph.start, paragraph.end, index, Role.BODY) for index, paragraph in enumerate(paragraphs))
    return Document(SENTENCE_BREAK.join(sentences), tuple(paragraphs), placed, name, language)


def _document(uncut: Document, tick: Tick) -> Document:
    """Cut the paragraphs of a document into sentences."""
    size = len(uncut.text) + 1
    sentences: list[Sentence] = []
    for index, paragraph in enumerate(uncut.paragraphs):
        tick(paragraph.start / size)
        sentences += _sentences(uncut.text, index, paragraph, uncut.language, within(tick, paragraph.start / size, paragraph.end / size))
    tick(1)
    return replace(uncut, sentences=tuple(sentences))


def _sentences(text: str, index: int, paragraph: Paragraph, language: str, tick: Tick) -> Iterator[Sentence]:
    start = paragraph.start
    for end in _ends(text[paragraph.start : paragraph.end], paragraph.role, language, tick):
        first = _NOT_SPACE.search(text, start)
        yield Sentence(first.start() if first else start, paragraph.start + end, index, paragraph.role)
        start = paragraph.start + end


def _ends(written: str, role: Role, language: str, tick: Tick) -> list[int]:
    if role in (Role.TITLE, Role.HEADING) and len(written) <= ONE_HEADING:
        return [end] if (end := len(written.rstrip())) else []
    ends: list[int] = []
    start = 0
    for line_end in line_ends(written):
        part = within(tick, start / len(written), line_end / len(written))
        ends += [start + end for end in sentence_ends(written[start:line_end], language, part)]
        start = line_end
    if role is Role.CAPTION and len(ends) > 1 and _BRACKETED.match(written, ends[-2]):
        del ends[-2]
    return ends
