"""A PDF's bytes -> its words in their places; the only importer of pypdfium2.

Letters are asked for one by one only where a word begins or ends, or changes its font: asking for all of them takes four times as
long. PDFium marks a hyphen at the end of a line with U+0002 or U+FFFE and writes no line break there.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import cast

import numpy as np
import pypdfium2.raw as pdfium

from rewritediff.loaders.characters import REPLACEMENT
from rewritediff.loaders.pdf.values import TURNED, Join, Opened, Page, Style, Word
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason

LINE = re.compile("[^\r\n\x02\ufffe]+[\x02\ufffe]?|[\x02\ufffe]")
WORD = re.compile("[^ \t\r\n\x02\ufffe\0]+")
HYPHENS = ("\x02", "\ufffe")
HYPHENED = re.compile(r"(?<=[^\W\d_])[-\u2010\xad]\Z")
PAIRED = re.compile("[\ud800-\udfff]")
BOLD = re.compile("bold|black|heavy|semibold|demi|(?:^|\\+)(?:cmbx|sfbx)", re.IGNORECASE)
BOLD_WEIGHT = 600
ASKEW = 0.09
"""Radians: five degrees. Scans that were laid down askew and straightened lean by less."""
UNSEEN_MODE = 3
ALIKE = 0.5
"""Points by which letters of one word may stand higher or lower."""
PASSWORD = 4
SECURITY = 5
MAX_OBJECTS = 20_000
"""Of one page: where pictures are looked for."""

MISSING = 100
"""Pages in a row that cannot be opened, after which no more are tried: two billion pages may be promised."""

LAST_CODE = 0x10FFFF

_Span = tuple[int, int, Style, int]
"""Of a word: its first letter, the one behind its last, its style, its join."""


def _quick(function: object, result: object, *kinds: object) -> Callable[..., int | None]:
    """Let a function of PDFium take addresses as numbers: a fifth of the time that pointers to structures take."""
    address = ctypes.cast(function, ctypes.c_void_p).value  # type: ignore[arg-type]
    return cast("Callable[..., int | None]", ctypes.CFUNCTYPE(result, *kinds)(address))  # type: ignore[arg-type]


_ADDRESS, _INT = ctypes.c_void_p, ctypes.c_int
ask_drawing = _quick(pdfium.FPDFText_GetTextObject, _ADDRESS, _ADDRESS, _INT)
ask_box = _quick(pdfium.FPDFText_GetLooseCharBox, _INT, _ADDRESS, _INT, _ADDRESS)
ask_point = _quick(pdfium.FPDFText_GetCharOrigin, _INT, _ADDRESS, _INT, _ADDRESS, _ADDRESS)
ask_font = _quick(pdfium.FPDFTextObj_GetFont, _ADDRESS, _ADDRESS)
ask_mode = _quick(pdfium.FPDFTextObj_GetTextRenderMode, _INT, _ADDRESS)
ask_marks = cast("Callable[[int], int]", _quick(pdfium.FPDFPageObj_CountMarks, _INT, _ADDRESS))
ask_mark = _quick(pdfium.FPDFPageObj_GetMark, _ADDRESS, _ADDRESS, ctypes.c_ulong)


def open_pdf(data: bytes, name: str) -> Opened:
    """Read all pages; LoadError where a password is asked for, or nothing can be made of the bytes."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), b"")
    if not document:
        locked = pdfium.FPDF_GetLastError() in (PASSWORD, SECURITY)
        raise LoadError(name, Reason.LOCKED if locked else Reason.DAMAGED)
    try:
        return _opened(document, name)
    finally:
        pdfium.FPDF_CloseDocument(document)


def _opened(document: object, name: str) -> Opened:
    count = pdfium.FPDF_GetPageCount(document)
    pages: list[Page] = []
    others: Counter[str] = Counter()
    missing = 0
    for number in range(count):
        page = pdfium.FPDF_LoadPage(document, number)
        if page:
            pages.append(_page(page))
            others += _annotations(page)
            others["pictures"] += _pictures(page)
            pdfium.FPDF_ClosePage(page)
            missing = 0
            continue
        missing += 1
        if missing > MISSING:
            break
    if not pages:
        raise LoadError(name, Reason.DAMAGED)
    return Opened(pages, others["comments"], others["fields"], others["pictures"])


@contextmanager
def _letters(page: object) -> Iterator[object]:
    letters = pdfium.FPDFText_LoadPage(page)
    try:
        yield letters
    finally:
        if letters:
            pdfium.FPDFText_ClosePage(letters)


def _page(page: object) -> Page:
    with _letters(page) as letters:
        words = _Words(letters).found() if letters else []
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page, box)
    quarter = _quarter(words)
    left, bottom, right, top = _turned(quarter, box.left, box.bottom, box.right, box.top)
    return Page(words, left, bottom, right, top)


def _quarter(words: list[Word]) -> int:
    """Find how most letters stand."""
    letters: Counter[int] = Counter()
    for word in words:
        letters[word.style.quarter] += len(word.text)
    return letters.most_common(1)[0][0] if letters else 0


def _turned(quarter: int, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
    """Turn a rectangle so that letters of this quarter stand upright."""
    match quarter:
        case 1:
            return bottom, -right, top, -left
        case 2:
            return -right, -top, -left, -bottom
        case 3:
            return -top, left, -bottom, right
    return left, bottom, right, top


class _Words:
    """Gather the words of a page, asking about each font and drawing once."""

    def __init__(self, letters: object) -> None:
        self.letters = letters
        self.page = ctypes.cast(letters, ctypes.c_void_p).value  # type: ignore[arg-type]
        self.styles: dict[int | None, Style] = {}
        self.bold: dict[int | None, bool] = {}
        self.matrix = pdfium.FS_MATRIX()

    def found(self) -> list[Word]:
        text = self._text()
        spans = [span for line in LINE.finditer(text) for span in self._spans(text, line)]
        if not spans:
            return []
        lefts, rights, lows, highs, across, bases = self._places(spans)
        words = [
            Word(text[start:end], left, right, base, style, join)
            for (start, end, style, join), left, right, base in zip(spans, lefts, rights, bases, strict=True)
        ]
        for number, word in enumerate(words):
            if word[4][2]:
                quarter = word.style.quarter
                turned = _turned(quarter, lefts[number], lows[number], rights[number], highs[number])
                base = {1: -across[number], 2: -bases[number], 3: across[number]}.get(quarter, bases[number])
                words[number] = word._replace(left=turned[0], right=turned[2], base=base)
        return words

    def _text(self) -> str:
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

    def _spans(self, text: str, line: re.Match[str]) -> list[_Span]:
        """Cut a line into words, and these where their letters become smaller or rise, as a reference mark does."""
        spans: list[_Span] = []
        found = [word.span() for word in WORD.finditer(text, line.start(), line.end())]
        if not found:
            return spans
        drawn = [ask_drawing(self.page, start) for start, _ in found]
        join = Join.LINE
        for (start, end), one, following in zip(found, drawn, [*drawn[1:], None], strict=True):
            # what was drawn in one go holds all letters between two of its words
            if end - start == 1 or one == following or one == ask_drawing(self.page, end - 1):
                spans.append((start, end, self._style(one, start), join))
            else:
                pieces = self._pieces(start, end)
                spans += [(begun, ended, style, Join.GLUED if number else join) for number, (begun, ended, style) in enumerate(pieces)]
            join = Join.NONE
        if spans and (line.group()[-1] in HYPHENS or HYPHENED.search(text, *spans[-1][:2])):
            start, end, style, join = spans[-1]
            # where a column or a page ends, PDFium leaves the hyphen as it is written
            spans[-1] = (start, end - (text[end - 1] in "-\u2010\xad"), style, join | Join.HYPHEN)
        return spans

    def _pieces(self, start: int, end: int) -> list[tuple[int, int, Style]]:
        pieces: list[tuple[int, int, Style]] = []
        across, up = ctypes.c_double(), ctypes.c_double()
        height = 0.0
        for number in range(start, end):
            style = self._style(ask_drawing(self.page, number), number)
            pdfium.FPDFText_GetCharOrigin(self.letters, number, across, up)
            base = across.value if style.quarter % 2 else up.value
            if pieces and pieces[-1][2].size == style.size and abs(base - height) < ALIKE:
                pieces[-1] = (pieces[-1][0], number + 1, pieces[-1][2])
            else:
                pieces.append((number, number + 1, style))
                height = base
        return pieces

    def _places(self, spans: Sequence[_Span]) -> list[list[float]]:
        """Give the edges of words (left, right, low, high), and where their first letters stand (across, up)."""
        boxes = np.zeros((len(spans), 2, 4), np.float32)
        points = np.zeros((len(spans), 2), np.float64)
        box, point, page = boxes.ctypes.data, points.ctypes.data, self.page
        for start, end, _, _ in spans:
            ask_box(page, start, box)
            ask_box(page, end - 1, box + 16)
            ask_point(page, start, point, point + 8)
            box += 32
            point += 16
        lowest, highest = boxes.min(axis=1), boxes.max(axis=1)
        edges = (lowest[:, 0], highest[:, 2], lowest[:, 3], highest[:, 1], points[:, 0], points[:, 1])
        return [edge.tolist() for edge in edges]

    def _style(self, drawn: int | None, number: int) -> Style:
        """Describe the letters of one drawing; a letter that PDFium made up has none."""
        if drawn not in self.styles:
            self.styles[drawn] = self._asked(drawn, number)
        return self.styles[drawn]

    def _asked(self, drawn: int | None, number: int) -> Style:
        matrix = self.matrix
        pdfium.FPDFText_GetMatrix(self.letters, number, matrix)
        size = round(pdfium.FPDFText_GetFontSize(self.letters, number) * (math.hypot(matrix.c, matrix.d) or 1.0), 1)
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
    kinds = (pdfium.FPDFPageObj_GetType(pdfium.FPDFPage_GetObject(page, number)) for number in range(count))
    return sum(kind == pdfium.FPDF_PAGEOBJ_IMAGE for kind in kinds)
