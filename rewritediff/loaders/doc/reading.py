"""An old Word document's bytes -> an Article, or the reason why there is none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rewritediff.core.values import Article, Block, Role
from rewritediff.loaders.doc.container import open_streams
from rewritediff.loaders.doc.header import Header, Table, positions, read_header
from rewritediff.loaders.doc.properties import Setting, Settings, character_runs, paragraph_settings
from rewritediff.loaders.doc.shown import Shown, shown
from rewritediff.loaders.doc.styles import Style, in_contents, read_styles, role_in
from rewritediff.loaders.doc.text import Text, read_text
from rewritediff.loaders.parts import Left, Part, tracked
from rewritediff.loaders.pieces import Piece, article_of_pieces
from rewritediff.loaders.source import Source

ENDS = re.compile("[\r\x07\x0c\x0e]")
"""The marks of paragraphs, cells, pages or sections, and columns."""
CELL_END, NOTE_NUMBER, COMMENT = "\x07", "\x02", "\x05"
PICTURE, DRAWING = "\x01", "\x08"


def read_doc(source: Source) -> Article:
    """Read a Word document; raises LoadError where it is locked, damaged, or older than Word 97 and saved in pieces."""
    header = read_header(open_streams(source.data, source.name), source.name)
    text = read_text(header, source.name)
    left: Left = Left()
    runs = [] if header.old_text else character_runs(header)
    visible, insertions, deletions = shown(text, runs, source.options.tracked, left)
    reader = _Reader(header, text, visible, left)
    changes = tracked(insertions, deletions, source.options.tracked.value)
    return article_of_pieces(list(reader.pieces()), source, left, changes)


class _Reader:
    """Walk through the texts of one document."""

    def __init__(self, header: Header, text: Text, visible: Shown, left: Left) -> None:
        self._header = header
        self._text = text
        self._shown = visible
        self._left = left
        self._settings = Settings() if header.old_text else paragraph_settings(header)
        self._styles: dict[int, Style] = read_styles(header.table(Table.STYLES))
        self._roles: dict[Setting, Role] = {}

    def pieces(self) -> Iterator[Piece]:
        """Give the article's paragraphs, each with its notes behind it, then the text boxes; count what is left out."""
        lengths, size = self._header.lengths, len(self._text.written)
        starts = [0]
        for length in (
            lengths.main,
            lengths.footnotes,
            lengths.headers,
            lengths.macros,
            lengths.comments,
            lengths.endnotes,
            lengths.boxes,
            lengths.header_boxes,
        ):
            starts.append(min(size, starts[-1] + length))
        notes = sorted(
            (
                *self._notes(Table.FOOTNOTE_MARKS, Table.FOOTNOTES, starts[1], starts[2]),
                *self._notes(Table.ENDNOTE_MARKS, Table.ENDNOTES, starts[5], starts[6]),
            ),
            key=lambda note: note[0],
        )
        yield from self._main(starts[1], notes)
        for start, end in ((starts[2], starts[3]), (starts[7], starts[8])):
            lines = sum(any(map(str.isalnum, self._shown.words(*line))) for line in self._paragraphs(start, end))
            self._left[Part.HEADER] += lines
        boxes = list(self._boxes(starts[6], starts[7]))
        self._left[Part.PICTURE] -= min(self._left[Part.PICTURE], sum(piece.counts for piece in boxes))
        yield from boxes

    def _main(self, end: int, notes: list[tuple[int, str, list[tuple[int, int]]]]) -> Iterator[Piece]:
        upcoming = 0
        for start, stop in self._paragraphs(0, end):
            own: list[Piece] = []
            while upcoming < len(notes) and notes[upcoming][0] <= stop:
                own += self._note(*notes[upcoming][1:])
                upcoming += 1
            marked = self._shown.cut(start, stop)
            self._left[Part.PICTURE] += marked.count(PICTURE) + marked.count(DRAWING)
            self._left[Part.COMMENT] += marked.count(COMMENT)
            yield self._piece(start, stop)
            yield from own

    def _piece(self, start: int, stop: int) -> Piece:
        words = self._shown.words(start, stop)
        mark = self._text.written[stop : stop + 1]
        setting = self._settings.at(self._text.offset_of(stop))
        if mark == CELL_END or setting.in_table:
            return Piece(Block(Role.CELL, words), Part.CELL)
        if in_contents(self._styles, setting):
            return Piece(Block(Role.BODY, words), Part.CONTENTS)
        return Piece(Block(self._role(setting), words))

    def _role(self, setting: Setting) -> Role:
        if setting not in self._roles:
            self._roles[setting] = role_in(self._styles, setting)
        return self._roles[setting]

    def _paragraphs(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut a text at the marks that are shown: one that was deleted, or is part of a field's code, ends nothing."""
        for found in ENDS.finditer(self._shown.written, start, end):
            at = found.start()
            if found[0] == CELL_END or self._shown.stays(at):
                yield start, at
                start = at + 1
        if start < end:
            yield start, end

    def _notes(self, marks: Table, texts: Table, start: int, end: int) -> Iterator[tuple[int, str, list[tuple[int, int]]]]:
        """Give where each note is referred to, its mark where a writer made it by hand, and its paragraphs."""
        references, numbers = positions(self._header.table(marks), 2)
        bounds, _ = positions(self._header.table(texts), 0)
        if not bounds and end > start:
            yield start, "", list(self._paragraphs(start, end))
        for index, reference in enumerate(references[:-1]):
            if index + 1 >= len(bounds) or reference >= len(self._shown.out):
                return
            first, last = (min(end, start + bound) for bound in bounds[index : index + 2])
            mark = "" if any(numbers[2 * index : 2 * index + 2]) else self._shown.written[reference]
            if mark:
                self._shown.out[reference] = 1
            yield reference, mark, list(self._paragraphs(first, max(first, last)))

    def _note(self, mark: str, paragraphs: list[tuple[int, int]]) -> list[Piece]:
        words = [self._shown.words(*paragraph).strip() for paragraph in paragraphs]
        words = [words[0].removeprefix(mark), *words[1:]] if words else []
        return [Piece(Block(Role.NOTE, text), Part.NOTE, number == 0) for number, text in enumerate(filter(None, words))]

    def _boxes(self, start: int, end: int) -> Iterator[Piece]:
        """Give the paragraphs of text boxes, counting the boxes."""
        bounds, _ = positions(self._header.table(Table.BOXES), 22)
        limits = [start + bound for bound in bounds[:-1]] or [start]
        box = -1
        for first, last in self._paragraphs(start, end):
            words = self._shown.words(first, last)
            if not words.strip():
                continue
            found = sum(limit <= first for limit in limits[:1000])
            setting = self._settings.at(self._text.offset_of(last))
            yield Piece(Block(self._role(setting), words), Part.BOX, found != box)
            box = found
