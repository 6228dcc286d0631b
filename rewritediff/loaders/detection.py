"""What a file is: its content is asked first and its name second.

A Word document named .txt is a Word document; a text named .docx is a text. Only the first bytes and the list of names inside a zip
are looked at; nothing is unpacked.
"""

from __future__ import annotations

import re

from rewritediff.loaders.formats import Format, format_of_name

HEAD = 2048
"""Bytes that are looked at: a PDF may carry up to 1,024 bytes of something else before its first line."""

CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a]")
"""Every picture, program and archive has such a byte early on; an article that begins with the letters BM or GIF has none."""

SIGNATURES: tuple[tuple[Format, bytes], ...] = (
    (
        Format.PICTURE,
        rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|BM.{4}\0\0\0\0|II\*\0|MM\0\*|RIFF.{4}WEBP|\0\0[\x01\x02]\0|8BPS|.{4}ftyp(?:hei|mif|avif)",
    ),
    (Format.VIDEO, rb"RIFF.{4}AVI |.{4}ftyp(?!M4A)|\x1a\x45\xdf\xa3|\0\0\x01[\xb3\xba]"),
    (Format.SOUND, rb"RIFF.{4}WAVE|ID3|OggS|fLaC|\xff[\xfb\xf3\xf2]|.{4}ftypM4A|MThd"),
    (Format.PROGRAM, rb"MZ|\x7fELF|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe|\xfe\xed\xfa[\xce\xcf]|\0asm"),
    (Format.ARCHIVE, rb"\x1f\x8b|BZh\d|\xfd7zXZ|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd|.{257}ustar"),
    (Format.DATABASE, rb"SQLite format 3\0|.{4}Standard (?:Jet|ACE) DB"),
)
"""How the files of programs begin."""

INSIDE_ZIP: tuple[tuple[Format, bytes], ...] = (
    (Format.DOCX, rb"word[/\\]"),  # some programs wrote backslashes
    (Format.SPREADSHEET, rb"xl/"),
    (Format.SLIDES, rb"ppt/"),
    (Format.EPUB, rb"META-INF/container\.xml"),
    (Format.ODT, rb"content\.xml"),  # packed anew by a program that does not put the mimetype first
)
"""Names in a zip's list of contents, by which its kind is known."""

ZIP_TYPES: tuple[tuple[Format, bytes], ...] = (
    (Format.EPUB, b"application/epub+zip"),
    (Format.ODT, b"application/vnd.oasis.opendocument.text"),
    (Format.SPREADSHEET, b"application/vnd.oasis.opendocument.spreadsheet"),
    (Format.SLIDES, b"application/vnd.oasis.opendocument.presentation"),
)
"""What the first part of an OpenDocument or EPUB file, named mimetype, says."""

INSIDE_OLE: tuple[tuple[Format, str], ...] = (
    (Format.LOCKED, "EncryptedPackage"),
    (Format.DOC, "WordDocument"),
    (Format.SPREADSHEET, "Workbook"),
    (Format.SLIDES, "PowerPoint Document"),
)
"""Names in the directory of an old Office file, by which its kind is known."""

PACKED = (Format.DOCX, Format.ODT, Format.EPUB)
"""Documents that are zips."""

PDF = re.compile(rb"(?:\A|[\r\n])%PDF-\d\.\d")
ASIDE = re.compile(rb"\s+|<!--.*?-->|<\?xml.*?\?>", re.DOTALL)
MARKUP: tuple[tuple[Format, bytes], ...] = (
    (Format.RTF, rb"\{\\rtf"),
    (Format.CLIPPING, rb"version:\d\.\d\s+starthtml:"),
    (Format.HTML, rb"<!doctype html|<html[\s>]"),
    (Format.SHORTCUT, rb"\[internetshortcut\]|<!doctype plist|<plist[\s>]|bplist0"),
    (Format.MHTML, rb"(?:[a-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type: *multipart/related"),
    (Format.LATEX, rb"(?:%[^\n]*\n\s*)*\\documentclass"),
    (Format.SUBTITLES, rb"webvtt|\d+\s*\n\d\d:\d\d:\d\d,\d+ *-->"),
    (Format.PICTURE, rb"<svg[\s>]|<!doctype svg"),
    (Format.ODT, rb"<office:document"),
)
"""How texts begin that are written for a program to read; compared in small letters."""

HINTS: dict[Format, re.Pattern[bytes]] = {
    Format.HTML: re.compile(rb"</?[a-z][^<]*>"),
    Format.LATEX: re.compile(rb"\\[a-z]+[\[{]"),
    Format.SUBTITLES: re.compile(rb"\d *-->"),
    Format.MHTML: re.compile(rb"mime-version:"),
    # Windows writes other sections before it
    Format.SHORTCUT: re.compile(rb"\[internetshortcut\]"),
}
"""What is enough to believe a name that promises such a text; without it, the file is taken for plain text."""


def detect(data: bytes, name: str) -> Format:
    """Tell what a file is; what is none of the known formats is taken for a text."""
    head = data[:HEAD]
    promised = format_of_name(name)
    found = _container(data) or _signature(head) or _markup(head)
    if found is Format.ARCHIVE and promised in PACKED and data.startswith(b"PK"):
        return promised  # the end was cut off, where the list of contents stands; its reader says that it is damaged
    if found:
        return found
    if promised in HINTS and HINTS[promised].search(head.replace(b"\0", b"").lower()):
        return promised
    return Format.MARKDOWN if promised is Format.MARKDOWN else Format.TEXT


def _container(data: bytes) -> Format | None:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return next((form for form, name in INSIDE_OLE if name.encode("utf-16-le") in data), Format.OFFICE)
    return None


def _zipped(data: bytes) -> Format:
    for form, mimetype in ZIP_TYPES:
        if data.startswith(b"mimetype" + mimetype, 30):
            return form
    start = _list_start(data)
    for form, name in INSIDE_ZIP:
        # an entry of the list at the end of a zip: four signature bytes, 42 of sizes and dates, the name
        if re.compile(rb"PK\x01\x02.{42}" + name, re.DOTALL).search(data, start):
            return form
    return Format.ARCHIVE


def _list_start(data: bytes) -> int:
    """Find where the list of a zip's contents begins; 0 where its end does not tell. A zip inside it has a list of its own."""
    end = data.rfind(b"PK\x05\x06")
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    start = end - size
    return start if start >= 0 and data.startswith(b"PK\x01\x02", start) else 0


def _signature(head: bytes) -> Format | None:
    if PDF.search(head):
        return Format.PDF
    if not CONTROL.search(head) or head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None
    return next((form for form, pattern in SIGNATURES if re.match(pattern, head, re.DOTALL)), None)


def _markup(head: bytes) -> Format | None:
    """Look past byte order marks, the NULs of UTF-16, white space and comments at the first words."""
    start = head.replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").lower()
    while aside := ASIDE.match(start):
        start = start[aside.end() :]
    return next((form for form, pattern in MARKUP if re.match(pattern, start)), None)
