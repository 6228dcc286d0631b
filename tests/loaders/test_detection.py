"""The content says what a file is; the name is asked only where the content does not tell."""

from __future__ import annotations

import io
import zipfile

import pytest

from rewritediff.loaders.detection import detect
from rewritediff.loaders.formats import Format


def zipped(*names: str, mimetype: str = "", content: bytes = b"x") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, content)
    return stream.getvalue()


def old_office(name: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + name.encode("utf-16-le") + bytes(100)


ODF = "application/vnd.oasis.opendocument."
CASES = {
    "text": (b"An article.", "a.txt", Format.TEXT),
    "nothing": (b"", "a.txt", Format.TEXT),
    "text without an ending": (b"An article.", "README", Format.TEXT),
    "Markdown by its name": (b"# An article", "a.MD", Format.MARKDOWN),
    "Markdown has no other sign": (b"# An article", "a.txt", Format.TEXT),
    "text named .docx": (b"An article.", "a.docx", Format.TEXT),
    "text named .html": (b"An article, 3 < 4.", "a.html", Format.TEXT),
    "Word named .txt": (zipped("[Content_Types].xml", "word/document.xml"), "a.txt", Format.DOCX),
    "Word with a main part of another name": (zipped("_rels/.rels", "word/document2.xml"), "a.docx", Format.DOCX),
    "spreadsheet": (zipped("xl/workbook.xml"), "a.docx", Format.SPREADSHEET),
    "slides": (zipped("ppt/presentation.xml"), "a.pptx", Format.SLIDES),
    "OpenDocument": (zipped("content.xml", mimetype=ODF + "text"), "a.odt", Format.ODT),
    "OpenDocument spreadsheet": (zipped("content.xml", mimetype=ODF + "spreadsheet"), "a.ods", Format.SPREADSHEET),
    "EPUB": (zipped("META-INF/container.xml", mimetype="application/epub+zip"), "a.epub", Format.EPUB),
    "EPUB without its type": (zipped("META-INF/container.xml"), "a.epub", Format.EPUB),
    "other zip": (zipped("a.txt", "my-word/a.txt"), "a.zip", Format.ARCHIVE),
    "zip with a Word document in it": (zipped("a.docx", content=zipped("word/document.xml")), "a.zip", Format.ARCHIVE),
    "empty zip": (zipped(), "a.zip", Format.ARCHIVE),
    "old Word": (old_office("WordDocument"), "a.doc", Format.DOC),
    "Word with a password": (old_office("EncryptedPackage"), "a.docx", Format.LOCKED),
    "some old Office file": (old_office("VisioDocument"), "a.vsd", Format.OFFICE),
    "RTF named .doc": (b"{\\rtf1\\ansi Hello}", "a.doc", Format.RTF),
    "PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a.pdf", Format.PDF),
    "PDF after junk": (b"HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n", "a.pdf", Format.PDF),
    "PDF named in an article": (b"The file began with %PDF-1.4, she said.", "a.txt", Format.TEXT),
    "web page": (b"<!DOCTYPE html><p>Hello", "a.txt", Format.HTML),
    "web page after comments": (b"\xef\xbb\xbf <!-- saved --><?xml version='1.0'?>\n<html lang=en>", "a.doc", Format.HTML),
    "web page in UTF-16": ("\ufeff<html><p>Hello".encode("utf-16-le"), "a.htm", Format.HTML),
    "piece of a web page": (b"<div>Hello</div>", "a.html", Format.HTML),
    "web page cut short": (b"<html lang=", "a.txt", Format.HTML),
    "saved web page": (b"From: <x>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n boundary=x\n", "a.mhtml", Format.MHTML),
    "LaTeX": (b"% a paper\n\\documentclass{article}", "a.tex", Format.LATEX),
    "piece of LaTeX": (b"\\section{One} Text.", "a.tex", Format.LATEX),
    "subtitles": (b"1\r\n00:00:01,000 --> 00:00:02,000\r\nHello.", "a.srt", Format.SUBTITLES),
    "web subtitles": (b"WEBVTT\n\n", "a.vtt", Format.SUBTITLES),
    "shortcut": (b"[InternetShortcut]\r\nURL=https://example.invalid/", "a.url", Format.SHORTCUT),
    "shortcut of a Mac": (b'<?xml version="1.0"?>\n<!DOCTYPE plist PUBLIC "x">', "a.webloc", Format.SHORTCUT),
    "PNG": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a.txt", Format.PICTURE),
    "JPEG": (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a.txt", Format.PICTURE),
    "BMP": (b"BM\x36\x10\x0e\0\0\0\0\0\x36\0", "a.txt", Format.PICTURE),
    "article about a car": (b"BMW sold more cars.", "a.txt", Format.TEXT),
    "article about GIF": (b"GIF89a is an old format.", "a.txt", Format.TEXT),
    "photograph of a telephone": (b"\0\0\0\x18ftypheic\0\0\0\0", "a.txt", Format.PICTURE),
    "drawing": (b"<svg xmlns='http://www.w3.org/2000/svg'>", "a.svg", Format.PICTURE),
    "video": (b"\0\0\0\x18ftypisom\0\0\0\0", "a.txt", Format.VIDEO),
    "sound": (b"RIFF\x24\0\0\0WAVEfmt ", "a.txt", Format.SOUND),
    "program of Windows": (b"MZ\x90\0\x03\0\0\0", "a.txt", Format.PROGRAM),
    "program of Linux": (b"\x7fELF\x02\x01\x01\0", "a.txt", Format.PROGRAM),
    "Word document cut short": (b"PK\x03\x04\x14\0\0\0\x08\0", "a.docx", Format.DOCX),
    "book without anything in it": (b"PK\x05\x06" + bytes(18), "a.epub", Format.EPUB),
    "zip": (b"PK\x05\x06" + bytes(18), "a.zip", Format.ARCHIVE),
    "gzip that says it is a book": (b"\x1f\x8b\x08\0\0\0\0\0", "a.epub", Format.ARCHIVE),
    "gzip": (b"\x1f\x8b\x08\0\0\0\0\0", "a.txt.gz", Format.ARCHIVE),
    "tar": (b"a.txt".ljust(257, b"\0") + b"ustar", "a.tar", Format.ARCHIVE),
    "database": (b"SQLite format 3\0\x10\0\x01\x01", "a.txt", Format.DATABASE),
    "UTF-16 without a mark": ("MZ and BM".encode("utf-16-le"), "a.txt", Format.TEXT),
    "UTF-16 with a mark": ("An article.".encode("utf-16"), "a.txt", Format.TEXT),
}


@pytest.mark.parametrize(("data", "name", "form"), CASES.values(), ids=CASES)
def test_a_file_is_recognised(data: bytes, name: str, form: Format) -> None:
    assert detect(data, name) is form
