"""The text of a Word document, put together from its pieces, and where each character lies in the file."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from rewritediff.loaders.doc.header import Header, Table, positions
from rewritediff.loaders.encoding import decode
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason

NARROW = 0x40000000
"""Marks a piece whose characters are bytes; others are UTF-16."""
WESTERN_PAGE = "cp1252"
OTHER_PAGES = {"cp1251", "cp1253", "cp1255", "cp1256", "cp874"}
"""Other alphabets, which are guessed safely; of Latin text with curly quotes a guess of too few bytes makes that of a Macintosh."""
CONTROLS = bytes((*range(9), 0x0B, 0x0C, *range(0x0E, 0x20)))
WESTERN = [bytes((byte,)).decode(WESTERN_PAGE, "replace").replace("\ufffd", chr(byte)) for byte in range(256)]


@dataclass(frozen=True, slots=True)
class TextPiece:
    """Place a stretch of the text in the file."""

    start: int
    end: int
    offset: int
    width: int
    changes: bytes = b""
    """Properties that a fast save left with the piece."""

    def offset_of(self, position: int) -> int:
        """Give the byte at which a character lies."""
        return self.offset + (position - self.start) * self.width


@dataclass(frozen=True, slots=True)
class Text:
    """Hold all texts of a document, one behind the other; each UTF-16 unit is a character, so that positions are Word's."""

    written: str
    pieces: tuple[TextPiece, ...]

    def offset_of(self, position: int) -> int:
        """Give the byte at which a character lies."""
        index = bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1
        return self.pieces[max(0, index)].offset_of(position)


def read_text(header: Header, name: str) -> Text:
    """Put the text together; raises LoadError where its pieces are missing, or tell the same bytes again and again."""
    if header.old_text:
        length = min(sum((header.lengths.main, header.lengths.footnotes, header.lengths.headers)), len(header.document))
        pieces = [TextPiece(0, length, header.old_text, 1)]
        return Text(_old_written(header.document[header.old_text : header.old_text + length], header.code_page), tuple(pieces))
    pieces = list(_pieces(header.table(Table.PIECES)))
    if not pieces:
        raise LoadError(name, Reason.DAMAGED)
    if sum((piece.end - piece.start) * piece.width for piece in pieces) > 2 * len(header.document):
        raise LoadError(name, Reason.OVERBLOWN)
    return Text("".join(_written(header.document, piece) for piece in pieces), tuple(pieces))


def _pieces(table: bytes) -> Iterator[TextPiece]:
    changes: list[bytes] = []
    at = 0
    while table[at : at + 1] == b"\x01" and at + 3 <= len(table):
        length = struct.unpack_from("<H", table, at + 1)[0]
        changes.append(table[at + 3 : at + 3 + length])
        at += 3 + length
    if table[at : at + 1] != b"\x02" or at + 5 > len(table):
        return
    length = struct.unpack_from("<I", table, at + 1)[0]
    ends, entries = positions(table[at + 5 : at + 5 + length], 8)
    expected = 0
    for index, (_, place, change) in enumerate(struct.iter_unpack("<HIH", entries)):
        start, end = ends[index], ends[index + 1]
        # what overlaps or leaves a gap would put all that follows in a wrong place
        if start != expected or end < start:
            return
        expected = end
        number = change >> 1
        changed = changes[number] if change & 1 and number < len(changes) else b""
        narrow = bool(place & NARROW)
        offset = place & ~(NARROW | 0x80000000)
        yield TextPiece(start, end, offset // 2 if narrow else offset, 1 if narrow else 2, changed)


def _written(document: bytes, piece: TextPiece) -> str:
    """Decode a piece; what lies behind the end of the file is left as NULs, so that later positions stay right."""
    count = piece.end - piece.start
    raw = document[piece.offset : piece.offset + count * piece.width]
    if piece.width == 1:
        text = raw.decode("ascii") if raw.isascii() else "".join([WESTERN[byte] for byte in raw])
    else:
        raw = raw[: len(raw) & ~1]
        text = raw.decode("utf-16-le", "surrogatepass")
        if 2 * len(text) != len(raw):
            text = "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))
    return text.ljust(count, "\0")


def _old_written(raw: bytes, code_page: str) -> str:
    """Decode the text of Word 6, which does not say in which code page it is: a program in English wrote Russian all the same."""
    if raw.isascii():
        return raw.decode("ascii")
    guessed = decode(raw.translate(None, CONTROLS)).encoding if code_page == WESTERN_PAGE else code_page
    return raw.decode(guessed if guessed in OTHER_PAGES else code_page, "replace")
