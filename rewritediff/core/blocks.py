"""Guess the blocks of a plain text: which lines belong together, and what each block is in its article.

Only the shape of the lines is read (length, first and last characters, blank lines); nothing here knows of sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from rewritediff.core.values import Paragraph, Role

WRAP_WIDTHS = range(40, 100)
"""Longest line, in characters, of a text that was wrapped by hand or by a mail program; paragraphs kept on one line are longer."""

TITLE_LENGTH = 160
"""Characters of the longest title: newspaper headlines stay below 130."""

HEADING_LENGTH = 100
"""Characters of the longest heading between paragraphs."""

CAPTION_LENGTH = 400
"""Characters of the longest caption with its credit."""

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK_BETWEEN = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_TERMINATED = re.compile(r"[.!?…。！？｡।॥؟۔:;,،、：；][\"'”’“‘»«›‹)\]}」』）\s]*\Z")
_LIST_ITEM = re.compile(r"(?:[-*+•‣◦▪●⁃·]\s*|\(?\d{1,3}[.)]+\s|\(?[a-zA-Z]\)\s)\s*(?=\S)")
_MARKED_HEADING = re.compile(r"#{1,6}\s+\S")
_CREDIT_WORDS = (
    "image|photo|photograph|picture|credit|illustration|graphic|screenshot|foto|bild|grafik|imagen|imagem|immagine|fotografía|crédit|crédito|"
    "zdjęcie|rys|фото|рисунок|fotoğraf|görsel|صورة|चित्र|फोटो|图|图片|圖|写真|画像|사진"
)
_CREDIT = re.compile(
    rf"[\[(][^\[\]()]{{0,40}}\b(?:{_CREDIT_WORDS})s?\b[^\[\]()]{{0,150}}[\])]\s*\Z"
    rf"|\A[\[(]?(?:{_CREDIT_WORDS})s?(?: credit)?\s*(?:[:：©]|by |courtesy )",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """Place one line that is not blank; `stands_apart` tells that a blank line (or nothing) stands before it."""

    start: int
    end: int
    text: str
    stands_apart: bool


def guess_blocks(text: str) -> list[Paragraph]:
    """Cut a plain text into paragraphs and guess the role of each."""
    lines = _lines(text)
    paragraphs = _joined(lines)
    return _with_roles(text, paragraphs)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    before = 0
    for match in _LINE.finditer(text):
        written = match[0]
        stripped = written.strip()
        if not stripped:
            continue
        start = match.start() + written.index(stripped[0])
        end = start + len(stripped)
        apart = not lines or len(_BLANK_BETWEEN.findall(text[before : match.start()])) > 1
        lines.append(_Line(start, end, stripped, apart))
        before = match.end()
    return lines


def _joined(lines: list[_Line]) -> list[list[_Line]]:
    """Put lines together that were wrapped."""
    paragraphs: list[list[_Line]] = []
    longest = max((len(line.text) for line in lines), default=0)
    for line in lines:
        if paragraphs and not line.stands_apart and _continues(paragraphs[-1][-1], line, longest):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _continues(before: _Line, line: _Line, longest: int) -> bool:
    if _LIST_ITEM.match(line.text):
        return False
    if line.text[0].islower() and not _TERMINATED.search(before.text):
        return True
    first_word = line.text.split(maxsplit=1)[0]
    return longest in WRAP_WIDTHS and len(before.text) + 1 + len(first_word) > longest


def _with_roles(text: str, paragraphs: list[list[_Line]]) -> list[Paragraph]:
    found = [Paragraph(lines[0].start, lines[-1].end, Role.BODY) for lines in paragraphs]
    for index in reversed(range(len(found))):
        following = found[index + 1] if index + 1 < len(found) else None
        written = text[found[index].start : found[index].end]
        found[index] = replace(found[index], role=_role(written, index, following))
    return found


def _role(written: str, index: int, following: Paragraph | None) -> Role:
    if len(written) <= CAPTION_LENGTH and _CREDIT.search(written):
        return Role.CAPTION
    if _LIST_ITEM.match(written):
        return Role.LIST_ITEM
    if _MARKED_HEADING.match(written):
        return Role.HEADING
    if following is None or _TERMINATED.search(written) or written[0].islower():
        return Role.BODY
    if index == 0 and len(written) <= TITLE_LENGTH:
        return Role.TITLE
    return Role.HEADING if len(written) <= HEADING_LENGTH else Role.BODY
