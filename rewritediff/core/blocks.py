"""Guess the blocks of a plain text: which lines belong together, and what each block is in its article.

Only the shape of the lines is read (length, first and last characters, blank lines around them); nothing here knows of sentences.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from rewritediff.core.progress import Tick, quiet
from rewritediff.core.values import Paragraph, Role

WRAP_WIDTHS = range(40, 100)
"""Characters in the longest line of a text that was wrapped by hand or by a mail program; paragraphs kept on one line are longer."""

WIDE_WRAP_WIDTHS = range(15, 60)
"""The same for Chinese and Japanese."""

CARRIED_LINE = 20
"""Characters from which a line may run on in a next line that begins with a small letter; shorter ones are lists of words."""

TITLE_LENGTH = 160
"""Characters of the longest title: newspaper headlines stay below 130."""

HEADING_LENGTH = 100
"""Characters of the longest heading between paragraphs."""

CAPTION_LENGTH = 400
"""Characters of the longest caption with its credit."""

HEADINGS_IN_A_ROW = 3
"""Short lines without a stop that may follow each other as headings; more are verse, a table or a list."""

_LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_LINE_BREAK = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_WIDE = re.compile(r"[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")
_LEANS_ON = re.compile(r"[はがをにのとへや、，]\Z")
_CLOSERS = r"[\"'”’“‘»«›‹)\]}」』）\s]*\Z"
_ENDED = re.compile(r"[.!?…。！？｡।॥؟۔]" + _CLOSERS)
_UNFINISHED = re.compile(r"[:;,،、：；–—-]" + _CLOSERS)
_ASKED = re.compile(r"[^.!?…]*[!?？！]" + _CLOSERS)

_LIST_ITEM = re.compile(r"(?:[-+*]\s+|[•‣◦▪●⁃·]\s*|\(?\d{1,3}[.)]+\s+|\(?[a-zA-Z]\)\s+)(?=\S)")
_MARKED_HEADING = re.compile(r"#{1,6}\s+\S")
_NOTE = re.compile(r"\[\d{1,3}\]\s|(?:note|editor[’']s note|correction|anmerkung|nota|remarque|uwaga|примечание)\s*:", re.IGNORECASE)
_BYLINE = re.compile(
    r"(?:By|Von|Par|Por|Di|Door|Autor|Author|Автор)\s*:?\s[^\W\d_]|.*\d\D+\d{4}\b|.*\b\d{1,2}[:.]\d{2}\b|.*\((?:Reuters|AFP|AP|dpa)\)"
)
_PICTURE = (
    "images?|photos?|photographs?|pictures?|credits?|illustrations?|graphics?|screenshots?|fotos?|bild(?:er)?|grafik|imagen|imagem|immagine|"
    "fotografía|crédits?|créditos?|zdjęcie|rys|фото|рисунок|fotoğraf|görsel|صورة|चित्र|फोटो|图|图片|圖|圖片|写真|画像|사진"
)
_CREDIT = re.compile(
    rf"[\[(][^\[\]()]{{0,60}}\b(?:{_PICTURE})\s*(?:by|via|from|courtesy|von|par|de|di|door|[:：/©–-])[^\[\]()]{{0,150}}[\])]\s*\Z"
    rf"|\A[\[(]?(?:{_PICTURE})(?: credits?)?\s*(?:[:：©]|courtesy |by (?=[^.]*\Z))"
    r"|\A(?:fig(?:ure)?|table|tab|abb(?:ildung)?|tabelle|figura|tabla|рис|табл)\.? \d{1,3}\s*[.:]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Line:
    """Place one line that is not blank."""

    start: int
    end: int
    text: str
    stands_apart: bool
    """Nothing or a blank line stands before it."""
    flows: bool
    """It ends in one space, as lines do that were broken by a program and not by a writer (RFC 3676)."""


def guess_blocks(text: str, tick: Tick = quiet) -> list[Paragraph]:
    """Cut a plain text into paragraphs and guess the role of each."""
    lines = _lines(text)
    tick(0.3)
    paragraphs = [Paragraph(joined[0].start, joined[-1].end, Role.BODY) for joined in _joined(lines)]
    tick(0.6)
    written = [text[paragraph.start : paragraph.end] for paragraph in paragraphs]
    roles = _roles(written)
    tick(1)
    return [replace(paragraph, role=role) for paragraph, role in zip(paragraphs, roles, strict=True)]


def line_ends(text: str) -> list[int]:
    """Return where the lines of one block end, apart from those that run on in the next."""
    return [lines[-1].end for lines in _joined(_lines(text))]


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    before = 0
    for match in _LINE.finditer(text):
        written = match[0]
        stripped = written.lstrip()
        if not stripped:
            continue
        start = match.end() - len(stripped)
        stripped = stripped.rstrip()
        end = start + len(stripped)
        apart = not lines or len(_LINE_BREAK.findall(text, before, match.start())) > 1
        lines.append(_Line(start, end, stripped, apart, match.end() - end == 1))
        before = match.end()
    return lines


def _joined(lines: list[_Line]) -> list[list[_Line]]:
    """Put lines together that were wrapped."""
    paragraphs: list[list[_Line]] = []
    width = _wrap_width(lines)
    longest = _usual_longest(lines)
    for line in lines:
        if paragraphs and not line.stands_apart and _runs_on(paragraphs[-1][-1], line, width, longest):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _usual_longest(lines: list[_Line]) -> int:
    """Return the length of the longest line, of the twentieth in a hundred in long texts: a web address may stick out."""
    lengths = sorted(len(line.text) for line in lines)
    return lengths[-1 - len(lengths) // 20] if lengths else 0


def _wrap_width(lines: list[_Line]) -> int:
    """Return the width at which a text was wrapped, or 0: most of its lines end where their next word did not fit any more."""
    longest = _usual_longest(lines)
    wide = any(_WIDE.match(line.text) for line in lines[:10])
    if longest not in (WIDE_WRAP_WIDTHS if wide else WRAP_WIDTHS):
        return 0
    pairs = [(before, line) for before, line in pairwise(lines) if not line.stands_apart and not _LIST_ITEM.match(line.text)]
    full = [line.text for before, line in pairs if _is_full(before, line, longest)]
    small = sum(text[0].islower() for text in full)
    # verse has even lines too, but begins each with a capital
    has_capitals = any(text[0].isupper() for text in full)
    return longest if 2 * len(full) > len(pairs) and (4 * small >= len(full) or not has_capitals) else 0


def _is_full(before: _Line, line: _Line, width: int) -> bool:
    """Tell whether the first word of a line would not have fitted in the line before."""
    if _WIDE.match(line.text):
        return len(before.text) >= width - 2
    return len(before.text) + 1 + len(line.text[:width].split(maxsplit=1)[0]) > width


def _runs_on(before: _Line, line: _Line, width: int, longest: int) -> bool:
    if _LIST_ITEM.match(line.text):
        return False
    if width and _is_full(before, line, width):
        return True
    if _ENDED.search(before.text[-20:]):
        return False
    if _LEANS_ON.search(before.text):
        return True
    if before.text[-1] in ":;：；؛":
        return False
    return (line.text[0].islower() and len(before.text) >= CARRIED_LINE) or (before.flows and longest < WRAP_WIDTHS.stop)


def _roles(written: list[str]) -> list[Role]:
    roles: list[Role] = []
    following = ""
    for index in reversed(range(len(written))):
        roles.append(_role(written[index], index, following, roles[-1] if roles else Role.BODY))
        following = written[index]
    roles.reverse()
    return _without_long_runs(roles)


def _role(text: str, index: int, following: str, following_role: Role) -> Role:
    """Guess what one paragraph is from its own shape and from what follows it."""
    marked = _marked_role(text)
    if marked is not None:
        return marked
    if not _leads(following, following_role) or not _could_head(text):
        return Role.BODY
    ended = _ENDED.search(text)
    if index == 0 and (not ended or _ASKED.fullmatch(text)):
        return Role.TITLE
    if ended or len(text) > HEADING_LENGTH:
        return Role.BODY
    return Role.NOTE if index <= HEADINGS_IN_A_ROW and _BYLINE.match(text) else Role.HEADING


def _marked_role(text: str) -> Role | None:
    """Give the role that a paragraph's own signs tell: a credit, a list mark, number signs, "Note:"."""
    if len(text) <= CAPTION_LENGTH and _CREDIT.search(text):
        return Role.CAPTION
    if _LIST_ITEM.match(text):
        return Role.LIST_ITEM
    if _MARKED_HEADING.match(text[:HEADING_LENGTH]):
        return Role.HEADING
    return Role.NOTE if _NOTE.match(text) else None


def _leads(following: str, role: Role) -> bool:
    """Tell whether what follows could stand under a heading: anything but a short line without a stop."""
    return role is not Role.BODY or bool(_ENDED.search(following[-20:])) or len(following) > HEADING_LENGTH


def _could_head(text: str) -> bool:
    """Tell whether a paragraph is shaped like a title or heading: not too long, and neither carried on nor left open."""
    carried = text[0].islower() or text[0] in "–—"
    return len(text) <= TITLE_LENGTH and not carried and not _UNFINISHED.search(text[-20:]) and any(map(str.isalnum, text))


def _without_long_runs(roles: list[Role]) -> list[Role]:
    found: list[Role] = []
    for role, run in groupby(roles):
        count = len(list(run))
        found += [Role.BODY if role is Role.HEADING and count > HEADINGS_IN_A_ROW else role] * count
    return found
