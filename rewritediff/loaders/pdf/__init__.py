"""PDF -> Article: words in their places are read as lines, lines as paragraphs, as a person would read them from the page.

`pdfium` asks the foreign library; everything else works on plain values.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.loaders.article import article_from
from rewritediff.loaders.parts import Left, Part, Repair, kept, left_out, pages_without_text, repaired
from rewritediff.loaders.pdf.flow import flowing
from rewritediff.loaders.pdf.frames import Frame, frames_of, ordered
from rewritediff.loaders.pdf.lines import pieces_of
from rewritediff.loaders.pdf.margins import without_margins
from rewritediff.loaders.pdf.paragraphs import paragraphs_of, usual_steps
from rewritediff.loaders.pdf.pdfium import open_pdf
from rewritediff.loaders.pdf.readable import readable_pages
from rewritediff.loaders.pdf.roles import NOTE_START, body_style, give_roles, is_contents, name_title, note_mark
from rewritediff.loaders.pdf.spelling import Writer, habits_of
from rewritediff.loaders.pdf.tables import chunks
from rewritediff.loaders.pdf.values import Line, Page, Passage
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source

PAGE_NUMBER = re.compile(r"[\divxlc]{1,6}\Z")
PARTS = {Role.CELL: Part.CELL, Role.NOTE: Part.NOTE}


def read_pdf(source: Source) -> Article:
    """Read the text of a PDF; LoadError where there is none, or where its letters cannot be known."""
    left: Left = Counter()
    pieces, unreadable, notices = _pieces(source, left)
    passages, writer = _passages(pieces)
    del pieces
    blocks, apart = _blocks(passages, writer, source, left)
    del passages
    repairs = Counter({Repair.HYPHEN: writer.divided, Repair.LIGATURE: writer.ligatures, Repair.ENTITY: unreadable})
    left[Part.MARK] = writer.marks
    return article_from(blocks, source.name, [*left_out(left), *kept(apart), *repaired(repairs), *notices])


def _pieces(source: Source, left: Left) -> tuple[list[list[Line]], int, list[Notice]]:
    """Read each page as pieces of lines; give also the letters that nobody can know, and what is to be said of the pages."""
    opened = open_pdf(source.data, source.name)
    counts = {Part.COMMENT: opened.comments, Part.FORM: opened.fields, Part.PICTURE: opened.pictures, Part.PAGE: opened.unreadable}
    left.update(counts)
    pages, unreadable = readable_pages(opened.pages, source.name, left)
    empty = sum(not page.words for page in opened.pages)
    if empty == len(pages):
        raise LoadError(source.name, Reason.NO_TEXT_LAYER, (("pages", len(pages)),))
    pieces = [pieces_of(page, number) for number, page in enumerate(pages)]
    pieces, left[Part.HEADER] = _without_margins(pieces, pages, left)
    return pieces, unreadable, list(pages_without_text(empty, len(pages)))


def _without_margins(pieces: Sequence[list[Line]], pages: Sequence[Page], left: Left) -> tuple[list[list[Line]], int]:
    kept_pieces, margins = without_margins(pieces, [(page.bottom, page.top) for page in pages])
    body = [_without_contents(page, left) for page in kept_pieces]
    return body, left[Part.HEADER] + margins


def _without_contents(page: list[Line], left: Left) -> list[Line]:
    """Leave out lines of dots that lead to page numbers, and these where they stand apart."""
    leaders = {round(line.base) for line in page if is_contents(line.text)}
    left[Part.CONTENTS] += len(leaders)
    if not leaders:
        return page
    return [line for line in page if not (is_contents(line.text) or (round(line.base) in leaders and PAGE_NUMBER.match(line.text)))]


def _passages(pieces: Sequence[list[Line]]) -> tuple[list[Passage], Writer]:
    """Read lines as paragraphs, each with its role."""
    pages = [ordered([frame for is_table, lines in chunks(page) for frame in _frames(is_table, lines)]) for page in pieces]
    prose = [frame for page in pages for frame in page if not frame.is_table]
    steps = usual_steps(prose)
    lines = [line for frame in prose for line in frame.lines]
    size, bold = body_style(lines)
    found: list[list[Passage]] = []
    unfinished = False
    for page in pages:
        framed = [_cells(frame) if frame.is_table else paragraphs_of(frame, steps) for frame in page]
        unfinished = give_roles(framed, size, bold, unfinished)
        found += framed
    passages = flowing(found)
    name_title(passages, size)
    notes = frozenset(filter(None, map(note_mark, passages)))
    return passages, Writer(habits_of(lines), notes)


def _frames(is_table: bool, lines: list[Line]) -> list[Frame]:
    if not is_table:
        return frames_of(lines)
    return [Frame(lines, min(line.left for line in lines), max(line.right for line in lines), is_table=True)]


def _cells(frame: Frame) -> list[Passage]:
    return [Passage([line], Role.CELL) for line in frame.lines]


def _blocks(passages: Sequence[Passage], writer: Writer, source: Source, left: Left) -> tuple[list[Block], Left]:
    """Write paragraphs; cells and notes as the options say."""
    apart: Left = Counter()
    blocks: list[Block] = []
    for passage in passages:
        part = PARTS.get(passage.role)
        if part is not None and part not in source.options.kept:
            left[part] += 1
            continue
        if part is not None:
            apart[part] += 1
        blocks.append(Block(passage.role, _text(passage, writer)))
    return blocks, apart


def _text(passage: Passage, writer: Writer) -> str:
    text = writer.text(passage.lines, passage.cut)
    return NOTE_START.sub("", text) if passage.role is Role.NOTE else text
