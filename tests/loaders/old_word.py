"""Builds small Word 97 documents byte by byte, after [MS-DOC] and [MS-CFB]: no program that writes them need be here."""

from __future__ import annotations

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

SECTOR = 512
TEXT_AT = 0x800
DELETED, INSERTED, HIDDEN = (struct.pack("<HB", number, 1) for number in (0x0800, 0x0801, 0x083C))
IN_TABLE = struct.pack("<HB", 0x2416, 1)
LISTED = struct.pack("<HH", 0x460B, 1)
OUTLINE_2 = struct.pack("<HB", 0x2640, 1)


def symbol(character: str) -> bytes:
    return struct.pack("<HHH", 0x6A09, 0, ord(character))


@dataclass(frozen=True)
class Word:
    """Hold what a document is made of; runs and paragraphs are (text, properties), the latter with the number of a style."""

    runs: Sequence[tuple[str, bytes]]
    paragraphs: Sequence[tuple[int, bytes]] = ()
    """The style and properties of each paragraph, in order; the last holds for all further ones."""
    styles: Sequence[tuple[int, str]] = ()
    """Word's number for each style, and its name."""
    lengths: Sequence[int] = ()
    """Characters of the main text, footnotes, headers, macros, comments, endnotes and text boxes."""
    tables: Mapping[int, bytes] = field(default_factory=dict)
    narrow: bool = False
    flags: int = 0x0200
    version: int = 193


def build(word: Word) -> bytes:
    text = "".join(text for text, _ in word.runs)
    width = 1 if word.narrow else 2
    written = text.encode("cp1252" if word.narrow else "utf-16-le")
    size = len(written) // width
    document = bytearray(TEXT_AT) + written
    document += bytes(-len(document) % SECTOR)
    ends = [TEXT_AT]
    for run, _ in word.runs:
        ends.append(ends[-1] + len(run.encode("utf-16-le")) // 2 * width)
    characters = len(document) // SECTOR
    document += _page(ends, [properties and bytes([len(properties)]) + properties for _, properties in word.runs], 1)
    marks = [TEXT_AT, *(TEXT_AT + width * (at + 1) for at, one in enumerate(text) if one in "\r\x07\x0c")]
    given = [*word.paragraphs, *[word.paragraphs[-1] if word.paragraphs else (0, b"")] * len(marks)][: len(marks) - 1]
    document += _page(marks, [_paragraph(style, properties) for style, properties in given], 13)
    place = TEXT_AT * 2 | 0x40000000 if word.narrow else TEXT_AT
    pieces = struct.pack("<II", 0, size) + struct.pack("<HIH", 0, place, 0)
    tables = {
        1: _style_sheet(word.styles),
        12: struct.pack("<III", TEXT_AT, ends[-1], characters),
        13: struct.pack("<III", TEXT_AT, ends[-1], characters + 1),
        33: b"\x02" + struct.pack("<I", len(pieces)) + pieces,
        **word.tables,
    }
    struct.pack_into("<6H", document, 0, 0xA5EC, word.version, 0, 0x409, 0, word.flags)
    struct.pack_into("<8I", document, 0x4C, *[*(word.lengths or [size]), *[0] * 8][:8])
    table = bytearray()
    for number, content in tables.items():
        struct.pack_into("<II", document, 0x9A + 8 * number, len(table), len(content))
        table += content
    return container({"WordDocument": bytes(document), "1Table": bytes(table)})


def container(streams: Mapping[str, bytes]) -> bytes:
    """Put streams into a compound file; each is padded so that none is a small one, which are stored in another way."""
    fat = [0xFFFFFFFD, 0xFFFFFFFE]
    directory = _entry("Root Entry", 5, 0xFFFFFFFE, 0, child=1)
    body = bytearray()
    for number, (name, content) in enumerate(streams.items(), 1):
        padded = content + bytes(max(-len(content) % SECTOR, 4096 - len(content)))
        first, count = len(fat), len(padded) // SECTOR
        fat += [*range(first + 1, first + count), 0xFFFFFFFE]
        directory += _entry(name, 2, first, len(padded), right=number + 1 if number < len(streams) else 0xFFFFFFFF)
        body += padded
    assert len(fat) <= SECTOR // 4
    table = struct.pack(f"<{SECTOR // 4}I", *fat, *[0xFFFFFFFF] * (SECTOR // 4 - len(fat)))
    head = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(16) + struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6)
    head += struct.pack("<9I", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
    return head + table + directory.ljust(SECTOR, b"\0") + bytes(body)


def _entry(name: str, kind: int, start: int, size: int, child: int = 0xFFFFFFFF, right: int = 0xFFFFFFFF) -> bytes:
    raw = (name + "\0").encode("utf-16-le")
    return raw.ljust(64, b"\0") + struct.pack("<HBBIII36xIQ", len(raw), kind, 1, 0xFFFFFFFF, right, child, start, size)


def _page(ends: Sequence[int], entries: Sequence[bytes], size: int) -> bytes:
    """Make a page of properties: bounds, for each entry where its properties are, and these from the page's end on."""
    page = bytearray(SECTOR)
    page[-1] = len(entries)
    struct.pack_into(f"<{len(ends)}I", page, 0, *ends)
    at = SECTOR - 2
    for index, entry in enumerate(entries):
        if entry:
            at = (at - len(entry)) & ~1
            page[at : at + len(entry)] = entry
            page[4 * len(ends) + size * index] = at // 2
    return bytes(page)


def _paragraph(style: int, properties: bytes) -> bytes:
    inside = struct.pack("<H", style) + properties
    return bytes([0, len(inside) // 2]) + inside if len(inside) % 2 == 0 else bytes([(len(inside) + 1) // 2]) + inside


def _style_sheet(styles: Sequence[tuple[int, str]]) -> bytes:
    sheet = struct.pack("<H4H", 8, len(styles), 10, 0, 0)
    for number, name in styles:
        style = struct.pack("<5H", number, 0xFFF1, 0, 0, 0) + struct.pack("<H", len(name)) + (name + "\0").encode("utf-16-le")
        style += struct.pack("<HH", 2, 0)
        sheet += struct.pack("<H", len(style)) + style
    return sheet
