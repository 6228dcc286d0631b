"""The header of a Word document (the FIB): its version, how long its texts are, and where its tables lie."""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum

from rewritediff.loaders.doc.container import DOCUMENT, TABLES
from rewritediff.loaders.formats import Format
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason

FAR_EASTERN = (0xA697, 0xA698, 0xA699)
SIGNATURES = (0xA5EC, 0xA5DC, *FAR_EASTERN)
WORD_97 = 193
"""The first version (nFib) that is built this way; 101 to 105 are Word 6 and 95."""
WORD_6 = 101
FAST_SAVED, ENCRYPTED, SECOND_TABLE = 0x0004, 0x0100, 0x0200

CODE_PAGES = {
    0x01: "cp1256",
    0x02: "cp1251",
    0x05: "cp1250",
    0x08: "cp1253",
    0x0D: "cp1255",
    0x0E: "cp1250",
    0x15: "cp1250",
    0x18: "cp1250",
    0x19: "cp1251",
    0x1F: "cp1254",
    0x22: "cp1251",
    0x23: "cp1251",
    0x25: "cp1257",
    0x26: "cp1257",
    0x27: "cp1257",
}
"""The code page of Word 6 and 95, by the language of the program (the lower part of its number)."""
ASIAN = (0x04, 0x11, 0x12)


class Table(IntEnum):
    """Number the tables that are read, by their place in the header."""

    STYLES = 1
    FOOTNOTE_MARKS = 2
    FOOTNOTES = 3
    CHARACTERS = 12
    PARAGRAPHS = 13
    PIECES = 33
    ENDNOTE_MARKS = 46
    ENDNOTES = 47
    BOXES = 56


@dataclass(frozen=True, slots=True)
class Lengths:
    """Hold how many characters each text has; they lie one behind the other."""

    main: int
    footnotes: int
    headers: int
    macros: int
    comments: int
    endnotes: int
    boxes: int
    header_boxes: int


@dataclass(frozen=True, slots=True)
class Header:
    """Hold what is needed to find the text."""

    document: bytes
    lengths: Lengths
    tables: bytes = b""
    old_text: int = 0
    """Where the text of Word 6 begins; 0 for later versions."""
    code_page: str = "cp1252"

    def table(self, table: Table) -> bytes:
        """Cut out a table; empty where the document has none, or says that it lies elsewhere."""
        start, length = struct.unpack_from("<II", self.document, 0x9A + 8 * table) if not self.old_text else (0, 0)
        return self.tables[start : start + length]


def read_header(streams: Mapping[str, bytes], name: str) -> Header:
    """Read the header; raises LoadError where the document is locked, damaged or too old."""
    document = streams[DOCUMENT]
    if len(document) < 0x60:
        raise LoadError(name, Reason.DAMAGED)
    signature, version, _, language, _, flags = struct.unpack_from("<6H", document)
    if signature not in SIGNATURES or version < WORD_6:
        raise LoadError(name, Reason.DAMAGED)
    if flags & ENCRYPTED:
        raise LoadError(name, Reason.LOCKED)
    if version < WORD_97:
        return _old(document, language, flags if signature not in FAR_EASTERN else FAST_SAVED, name)
    tables = streams.get(TABLES[bool(flags & SECOND_TABLE)], b"")
    # the header goes on for the tables, of which the pieces of text are not the last
    if len(document) < 0x9A + 8 * (Table.BOXES + 1) or not tables:
        raise LoadError(name, Reason.DAMAGED)
    return Header(document, Lengths(*struct.unpack_from("<8I", document, 0x4C)), tables)


def _old(document: bytes, language: int, flags: int, name: str) -> Header:
    """Read the header of Word 6 and 95, whose text is one piece where it was not saved fast."""
    family = language & 0x3FF
    if flags & FAST_SAVED or family in ASIAN:
        raise LoadError(name, Reason.TYPE_NOT_SUPPORTED, (("kind", Format.DOC.value),))
    start, _ = struct.unpack_from("<II", document, 0x18)
    lengths = Lengths(*struct.unpack_from("<8I", document, 0x34))
    return Header(document, lengths, old_text=max(1, start), code_page=CODE_PAGES.get(family, "cp1252"))


def positions(table: bytes, size: int) -> tuple[tuple[int, ...], bytes]:
    """Split a table (a PLC) into its positions, one more than its entries, and the entries, of so many bytes each."""
    count = max(0, (len(table) - 4) // (4 + size))
    if not count:
        return (), b""
    ends = 4 * (count + 1)
    return struct.unpack_from(f"<{count + 1}I", table), table[ends : ends + size * count]
