"""Follows the tokens of RTF from group to group and gathers the paragraphs; nothing here calls itself, however deep groups are nested."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from rewritediff.core.values import Role
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.parts import Left, Part
from rewritediff.loaders.pieces import Piece
from rewritediff.loaders.rtf.charsets import WESTERN, codec_of_font, decoded, from_private
from rewritediff.loaders.rtf.sinks import Kind, Sink, State
from rewritediff.loaders.rtf.tables import Style, Tables
from rewritediff.loaders.rtf.tokens import TOKEN, after_binary, end_of_group, number_of
from rewritediff.loaders.rtf.words import (
    APART,
    CELL_ENDS,
    CHARACTERS,
    COUNTED,
    ESCAPED,
    FORMULA_FIELD,
    PARAGRAPH_ENDS,
    SKIPPED,
    SYMBOL_FIELD,
    SYMBOLS,
    WALKED,
)
from rewritediff.loaders.style_names import meaning_of, role_of, role_of_level

MAX_DEPTH = 1_000_000
"""Groups within groups; a document has ten, one made to do harm as many as it has bytes."""
MAX_FALLBACK = 16
"""Characters behind one of Unicode; more would swallow the text."""
LEVELS = 9

TABLES = {b"fonttbl": Kind.FONTS, b"stylesheet": Kind.STYLES}
MARKS = {b"listtext", b"pntext"}
SWITCHES = {b"v": "hidden", b"deleted": "deleted", b"revised": "inserted", b"mvf": "deleted", b"mvt": "inserted", b"super": "raised"}
PLAIN: dict[str, Any] = {"font": None, "hidden": False, "deleted": False, "inserted": False, "raised": False}
PARD: dict[str, Any] = {"style": None, "outline": None, "in_table": False, "in_list": False}


class TooDeepError(Exception):
    """Say that groups are nested without end."""


class Walker:
    """Read one document; ask for its pieces, title and counts afterwards."""

    def __init__(self, data: bytes, view: Tracked) -> None:
        self.left: Left = Left()
        self.title = ""
        self.insertions = self.deletions = 0
        self._data = data
        self._dropped = "deleted" if view is Tracked.ACCEPTED else "inserted"
        self._main = Sink()
        self._state = State(self._main)
        self._stack: list[State] = []
        self._bytes = bytearray()
        self._bytes_state = self._state
        self._skip = 0
        self._symbol_depth = 0
        """How deep the code of a field lay that was a symbol; what it gave shows the same once more."""
        self._starred = False
        self._run = ""
        self._tables = Tables()
        self._table_depth = 0
        self._last_paragraph = data.rfind(b"\\par")

    def pieces(self) -> Iterable[Piece]:
        """Give the paragraphs of the document in order."""
        return self._main.pieces

    def walk(self) -> None:
        """Read the document from its first byte to its last; raises TooDeepError."""
        position = 0
        while (found := TOKEN.match(self._data, position)) and position < len(self._data):
            position = found.end()
            match found.lastgroup:
                case "text":
                    self._text(found[0])
                case "word" | "number":
                    position = self._word(found["word"], found["number"], position)
                    continue
                case "hex":
                    self._text(bytes((int(found["hex"], 16),)))
                case "open":
                    self._open()
                case "close":
                    if len(self._stack) < 2 and position > self._last_paragraph:
                        break
                    self._close()
                case "symbol":
                    self._symbol(found["symbol"])
                    continue
                case _:
                    continue  # a line end between tokens, which is no text, may also stand behind an asterisk
            self._starred = False
        # the last paragraph often has no mark, and is over before its groups are
        self._end_paragraph()
        while self._stack:
            self._close()
        self._end_paragraph()

    def _open(self) -> None:
        if len(self._stack) >= MAX_DEPTH:
            raise TooDeepError
        self._skip = 0
        self._stack.append(self._state)
        if self._state.sink.kind is Kind.STYLES and len(self._stack) == self._table_depth + 1:
            self._tables.begin()

    def _close(self) -> None:
        self._skip = 0
        if not self._stack:
            return
        before, after = self._state, self._stack.pop()
        if before is after:
            return
        self._flush()
        if before.sink.kind in (Kind.FONTS, Kind.STYLES):
            self._end_name()
        if before.sink is not after.sink:
            self._close_sink(before.sink, after.sink)
        self._state = after

    def _close_sink(self, sink: Sink, around: Sink) -> None:
        if sink.kind is Kind.PARAGRAPHS:
            self._end_paragraph()
            # notes within notes follow the article's paragraph too: handing them up level by level takes for ever where there are many
            self._main.apart += sink.pieces
        elif sink.kind is Kind.LIST_MARK:
            around.list_mark = bool(sink.take_text().strip())
        elif sink.kind is Kind.TITLE:
            self.title = sink.take_text()

    def _symbol(self, symbol: bytes) -> None:
        self._starred = symbol == b"*"
        if symbol[0] in ESCAPED:
            self._text(symbol)
        elif symbol in b"\r\n":
            self._end_paragraph()
        elif symbol in SYMBOLS:
            self._character(SYMBOLS[symbol])

    def _word(self, word: bytes, digits: bytes | None, position: int) -> int:
        """Obey a control word; returns where to read on."""
        number = number_of(digits) if digits else None
        starred, self._starred = self._starred, False
        if word == b"bin":
            return after_binary(self._data, position, number or 0)
        if word == b"u":
            self._unicode(number or 0)
        elif word in CHARACTERS:
            self._character(CHARACTERS[word])
        elif word in PARAGRAPH_ENDS:
            self._end_paragraph()
        elif word in CELL_ENDS or (word == b"row" and self._state.sink.parts):
            self._end_paragraph(cell=True)
        elif word in COUNTED or word in SKIPPED or word == b"fldinst" or (starred and word not in WALKED):
            return self._skip_group(word, position)
        elif not self._destination(word):
            self._format(word, number)
        return position

    def _skip_group(self, word: bytes, position: int) -> int:
        # a word that stands by itself after text is no group: nothing may be lost by it
        if not self._stack:
            return position
        end = end_of_group(self._data, position)
        part = COUNTED.get(word)
        if word == b"sp" and self._data.find(b"\\pict", position, end) >= 0:
            part = Part.PICTURE
        if word == b"fldinst":
            part = self._field(self._data[position : min(end, position + 500)])
        if part and not self._state.in_object and not self._state.ignored:
            self.left[part] += 1
        return end

    def _field(self, code: bytes) -> Part | None:
        """Show the letter of a field that is one; its code is no text."""
        symbol = SYMBOL_FIELD.search(code)
        self._symbol_depth = len(self._stack) if symbol else 0
        if symbol:
            number = int(symbol[1], 0) if symbol[1][:2].lower() == b"0x" else int(symbol[1])
            font = codec_of_font(2, (symbol[2] or b"").decode("latin-1"))
            self._character(decoded(bytes((number,)), font or WESTERN) if number < 0x100 else chr(number))
        return Part.FORMULA if FORMULA_FIELD.match(code) else None

    def _destination(self, word: bytes) -> bool:
        """Begin a group whose text goes elsewhere."""
        state = self._state
        if word in APART:
            self._flush()
            part = Part.HEADER if state.sink.part is Part.HEADER else APART[word]
            mark = state.sink.take_note_mark() if word == b"footnote" else ""
            sink = Sink(part=part, note_mark=mark)
            self._state = state._replace(sink=sink, raised=False, ignored=False, **PARD)
        elif word in TABLES:
            self._table_depth = len(self._stack)
            self._state = state._replace(sink=Sink(TABLES[word]), ignored=False)
        elif word in MARKS:
            self._state = state._replace(sink=Sink(Kind.LIST_MARK))
        elif word == b"object":
            self.left[Part.OBJECT] += not state.in_object
            self._state = state._replace(in_object=True, ignored=True)
        elif word in (b"info", b"upr") or (word == b"fldrslt" and self._symbol_depth == len(self._stack)):
            self._state = state._replace(ignored=True)
            self._symbol_depth = 0
        elif word in (b"result", b"ud"):
            self._state = state._replace(ignored=False)
        elif word == b"title" and state.ignored:
            self._state = state._replace(sink=Sink(Kind.TITLE), ignored=False)
        else:
            return False
        return True

    def _format(self, word: bytes, number: int | None) -> None:
        """Change how what follows looks, where that matters."""
        kind = self._state.sink.kind
        if kind in (Kind.FONTS, Kind.STYLES):
            self._tables.entry_word(kind, word, number)
        elif word in SWITCHES:
            self._set(SWITCHES[word], number != 0)
        elif word == b"nosupersub":
            self._set("raised", False)
        elif word == b"plain":
            self._state = self._state._replace(**PLAIN)
        elif word == b"pard":
            self._state = self._state._replace(**PARD)
        elif word == b"f":
            self._set("font", number)
        elif word == b"s":
            self._set("style", number)
        elif word == b"outlinelevel":
            self._set("outline", number)
        elif word == b"intbl":
            self._set("in_table", True)
        elif word == b"ls":
            self._set("in_list", bool(number))
        elif word == b"uc":
            self._set("fallback", number if number is not None and 0 <= number <= MAX_FALLBACK else 1)
        elif word in (b"chftn", b"chatn"):
            self._flush()
            self._state.sink.numbered = True
        else:
            self._tables.document_word(word, number)

    def _end_name(self) -> None:
        """Keep the font or style whose name was read."""
        self._flush()
        sink = self._state.sink
        self._tables.end(sink.kind, "".join(sink.parts))
        sink.parts.clear()

    def _set(self, name: str, value: Any) -> None:
        if getattr(self._state, name) != value:
            self._state = self._state._replace(**{name: value})

    def _text(self, written: bytes) -> None:
        """Gather bytes; a character may be made of two that stand in different tokens."""
        if self._skip:
            count = min(self._skip, len(written))
            self._skip -= count
            written = written[count:]
        if not written or self._state.ignored:
            return
        if self._state is not self._bytes_state:
            self._flush()
            self._bytes_state = self._state
        self._bytes += written
        if self._state.sink.kind in (Kind.FONTS, Kind.STYLES) and written.endswith(b";"):
            self._end_name()

    def _character(self, character: str) -> None:
        if self._skip:
            self._skip -= 1
        elif not self._state.ignored:
            self._flush()
            self._write(character, self._state)

    def _unicode(self, number: int) -> None:
        self._skip = 0
        value = number & 0xFFFF if -0x10000 < number < 0x10000 else number
        character = chr(value) if 0 <= value <= 0x10FFFF else "\ufffd"
        if 0xF000 < value < 0xF100:
            character = from_private(character, self._tables.codec(self._state.font))
        self._character(character)
        self._skip = self._state.fallback

    def _flush(self) -> None:
        if self._bytes:
            state = self._bytes_state
            text = decoded(bytes(self._bytes), self._tables.codec(state.font))
            self._bytes.clear()
            self._write(text, state)

    def _write(self, text: str, state: State) -> None:
        """Add some text where it belongs, and count the runs that are hidden, inserted and deleted."""
        run = "hidden" if state.hidden else "deleted" if state.deleted else "inserted" if state.inserted else ""
        if run and run != self._run and (text.strip() or run != "hidden") and state.sink.kind is Kind.PARAGRAPHS:
            self.left[Part.HIDDEN] += run == "hidden"
            self.deletions += run == "deleted"
            self.insertions += run == "inserted"
        self._run = run
        if run not in ("hidden", self._dropped):
            state.sink.write(text, state.raised)

    def _end_paragraph(self, *, cell: bool = False) -> None:
        self._flush()
        self._skip = 0
        state = self._state
        sink = state.sink
        if state.ignored or sink.kind is not Kind.PARAGRAPHS:
            return
        # the text before and behind a paragraph mark that is not there any more is one paragraph
        if getattr(state, self._dropped) and not cell:
            return
        style = self._tables.style(state.style)
        if sink.part is None and (cell or state.in_table):
            sink.end(Role.CELL, Part.CELL)
        elif sink.part is None and meaning_of(style.name) is Part.CONTENTS:
            sink.end(Role.BODY, Part.CONTENTS)
        else:
            sink.end(Role.NOTE if sink.part is Part.NOTE else self._role(state, style), sink.part)

    def _role(self, state: State, style: Style) -> Role:
        outline = style.outline if state.outline is None else state.outline
        named = role_of(meaning_of(style.name))
        if named in (Role.TITLE, Role.HEADING):
            return named
        if outline is not None and 0 <= outline < LEVELS:
            return role_of_level(outline + 1)
        listed = state.in_list if state.sink.list_mark is None else state.sink.list_mark
        return Role.LIST_ITEM if listed else Role.BODY if named is Role.LIST_ITEM and state.sink.list_mark is False else named
