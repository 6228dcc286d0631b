"""A PDF's bytes -> its words in their places; the only importer of pypdfium2."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter, deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import cast

import pypdfium2.raw as pdfium

from rewritediff.loaders.characters import REPLACEMENT
from rewritediff.loaders.pdf.values import TURNED, Opened, Page, Style
from rewritediff.loaders.pdf.words import most_quarter, turned, words_of
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason

PAIRED = re.compile("[\ud800-\udfff]")
BOLD = re.compile("bold|black|heavy|semibold|demi|(?:^|\\+)(?:cmbx|sfbx)", re.IGNORECASE)
BOLD_WEIGHT = 600
ASKEW = 0.09
"""Radians: five degrees. Scans that were laid down askew and straightened lean by less."""
UNSEEN_MODE = 3
PASSWORD = 4
SECURITY = 5
MAX_OBJECTS = 20_000
"""Of one page: where pictures are looked for."""

MISSING = 100
"""Pages in a row that cannot be opened, after which no more are tried: two billion pages may be promised."""

BATCH = 200
"""Pages after which a document is opened anew: PDFium keeps what it has read of it, 300 MB for 930 pages with music in them."""

LAST_CODE = 0x10FFFF


def _quick(function: object, result: object, *kinds: object) -> Callable[..., int | None]:
    """Let a function of PDFium take addresses as numbers: a fifth of the time that pointers to structures take."""
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return cast("Callable[..., int | None]", ctypes.CFUNCTYPE(result, *kinds)(address))  # type: ignore[arg-type]


_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int
ask_drawing = _quick(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
ask_box = _quick(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
ask_point = _quick(pdfium.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
ask_font = _quick(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
ask_object = _quick(pdfium.FPDFPage_GetObject, _ADDRESS, _ADDRESS, _INT)
ask_kind = _quick(pdfium.FPDFPageObj_GetType, _INT, _ADDRESS)
ask_mode = _quick(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
ask_matrix = _quick(pdfium.FPDFText_GetMatrix, _INT, _ADDRESS, _INT, _ADDRESS)
ask_size = cast("Callable[[int | None, int], float]", _quick(pdfium.FPDFText_GetFontSize, ctypes.c_double, _ADDRESS, _INT))
ask_marks = cast("Callable[[int], int]", _quick(pdfium.FPDFPageObj_CountMarks, _INT, _ADDRESS))
ask_mark = _quick(pdfium.FPDFPageObj_GetMark, _ADDRESS, _ADDRESS, ctypes.c_ulong)


def open_pdf(data: bytes, name: str) -> Opened:
    """Read all pages; LoadError where a password is asked for, or nothing can be made of the bytes."""
    pdfium.FPDF_InitLibrary()
    with _document(data, name) as document:
        count = pdfium.FPDF_GetPageCount(document)
    pages: list[Page] = []
    others: Counter[str] = Counter()
    for page in _loaded(data, name, count):
        pages.append(_page(page))
        others += _annotations(page)
        others["pictures"] += _pictures(page)
    if not pages:
        raise LoadError(name, Reason.DAMAGED)
    return Opened(pages, others["comments"], others["fields"], others["pictures"], count - len(pages))


@contextmanager
def _document(data: bytes, name: str) -> Iterator[object]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), b"")
    if not document:
        locked = pdfium.FPDF_GetLastError() in (PASSWORD, SECURITY)
        raise LoadError(name, Reason.LOCKED if locked else Reason.DAMAGED)
    try:
        yield document
    finally:
        pdfium.FPDF_CloseDocument(document)


def _loaded(data: bytes, name: str, count: int) -> Iterator[object]:
    """Load one page after the other, as long as they can be loaded."""
    missing = 0
    for start in range(0, count, BATCH):
        with _document(data, name) as document:
            for number in range(start, min(start + BATCH, count)):
                page = pdfium.FPDF_LoadPage(document, number)
                missing = 0 if page else missing + 1
                if missing > MISSING:
                    return
                if page:
                    yield page
                    pdfium.FPDF_ClosePage(page)


@contextmanager
def _letters(page: object) -> Iterator[object]:
    letters = pdfium.FPDFText_LoadPage(page)
    try:
        yield letters
    finally:
        if letters:
            pdfium.FPDFText_ClosePage(letters)


def _page(page: object) -> Page:
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    with _letters(page) as letters:
        words = words_of(_Letters(letters), box.left, box.right) if letters else []
    left, bottom, right, top = turned(most_quarter(words), box.left, box.bottom, box.right, box.top)
    return Page(words, left, bottom, right, top)


class _Letters:
    """Answer questions about the letters of one page by their numbers, asking about each font and drawing once."""

    def __init__(self, letters: object) -> None:
        self.letters = letters
        self.page = ctypes.cast(letters, ctypes.c_void_p).value  # type: ignore[arg-type]
        self.styles: dict[int | None, Style] = {}
        self.known: dict[Style, Style] = {}
        self.bold: dict[int | None, bool] = {}
        self.matrix = pdfium.FS_MATRIX()
        self.matrix_at = ctypes.addressof(self.matrix)
        self.place = (ctypes.c_double * 2)()
        self.place_at = ctypes.addressof(self.place)

    def text(self) -> str:
        """Read all letters; one by one where some are no part of the text, so that their numbers fit."""
        count = pdfium.FPDFText_CountChars(self.letters)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (2 * count + 2))()
        length = pdfium.FPDFText_GetText(self.letters, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(length - 1, 0)].decode("utf-16-le", "surrogatepass")
        if length == count + 1 and not PAIRED.search(text):
            return text
        codes = (pdfium.FPDFText_GetUnicode(self.letters, number) for number in range(count))
        return "".join(chr(code) if code <= LAST_CODE else REPLACEMENT for code in codes)

    def drawn(self, number: int) -> int | None:
        """Name what a letter was drawn with, together with others."""
        return ask_drawing(self.page, number)

    def point(self, number: int) -> tuple[float, float]:
        """Tell where a letter stands, across and up."""
        ask_point(self.page, number, self.place_at, self.place_at + 8)
        return self.place[0], self.place[1]

    def boxes(self, numbers: Sequence[int]) -> list[float]:
        """Give left, top, right and bottom of each letter, one behind the other."""
        found = (ctypes.c_float * (4 * len(numbers)))()
        address = ctypes.addressof(found)
        deque(map(ask_box, repeat(self.page), numbers, range(address, address + 16 * len(numbers), 16)), 0)
        return found[:]

    def style(self, drawn: int | None, number: int) -> Style:
        """Describe the letters of one drawing; a letter that PDFium made up has none."""
        if drawn not in self.styles:
            asked = self._asked(drawn, number)
            self.styles[drawn] = self.known.setdefault(asked, asked)
        return self.styles[drawn]

    def _asked(self, drawn: int | None, number: int) -> Style:
        matrix = self.matrix
        ask_matrix(self.page, number, self.matrix_at)
        size = round(ask_size(self.page, number) * (math.hypot(matrix.c, matrix.d) or 1.0), 1)
        quarter = 0
        if matrix.b or matrix.a < 0:
            turns = math.atan2(matrix.b, matrix.a) / (math.pi / 2)
            quarter = round(turns) % 4 if abs(turns - round(turns)) * math.pi / 2 < ASKEW else TURNED
        if not drawn:
            return Style(size, quarter=quarter)
        return Style(size, self._is_bold(ask_font(drawn), number), quarter, ask_mode(drawn) == UNSEEN_MODE, _is_artifact(drawn))

    def _is_bold(self, font: int | None, number: int) -> bool:
        if font not in self.bold:
            buffer, flags = ctypes.create_string_buffer(256), ctypes.c_int()
            length = pdfium.FPDFText_GetFontInfo(self.letters, number, buffer, len(buffer), flags)
            name = buffer.value.decode("utf-8", "replace") if length <= len(buffer) else ""
            self.bold[font] = bool(BOLD.search(name)) or pdfium.FPDFText_GetFontWeight(self.letters, number) >= BOLD_WEIGHT
        return self.bold[font]


def _is_artifact(drawn: int) -> bool:
    for number in range(ask_marks(drawn)):
        mark = ctypes.cast(ask_mark(drawn, number) or 0, pdfium.FPDF_PAGEOBJECTMARK)
        buffer, length = (ctypes.c_ushort * 16)(), ctypes.c_ulong()
        named = mark and pdfium.FPDFPageObjMark_GetName(mark, buffer, ctypes.sizeof(buffer), length)
        if named and bytes(buffer)[: length.value].decode("utf-16-le", "replace").strip("\0") == "Artifact":
            return True
    return False


def _annotations(page: object) -> Counter[str]:
    """Count what was written on a page later, and what can be filled in."""
    kinds = {pdfium.FPDF_ANNOT_WIDGET: "fields", pdfium.FPDF_ANNOT_TEXT: "comments", pdfium.FPDF_ANNOT_FREETEXT: "comments"}
    found: Counter[str] = Counter()
    for number in range(min(pdfium.FPDFPage_GetAnnotCount(page), MAX_OBJECTS)):
        note = pdfium.FPDFPage_GetAnnot(page, number)
        if note:
            found[kinds.get(pdfium.FPDFAnnot_GetSubtype(note), "links")] += 1
            pdfium.FPDFPage_CloseAnnot(note)
    return found


def _pictures(page: object) -> int:
    count = min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)
    address = ctypes.cast(page, ctypes.c_void_p).value  # type: ignore[arg-type]
    return list(map(ask_kind, map(ask_object, repeat(address), range(count)))).count(pdfium.FPDF_PAGEOBJ_IMAGE)
