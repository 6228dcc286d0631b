"""What each paragraph is: title, heading, list item, caption, note. Sizes are compared with those of most letters of the document."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rewritediff.core.values import Role
from rewritediff.loaders.pdf.paragraphs import bullet_length, has_ended
from rewritediff.loaders.pdf.spelling import MARK, is_raised
from rewritediff.loaders.pdf.values import Line, Passage

TITLE = 1.15
"""Times the usual size; headings of magazines begin at 1.2."""
HEADING = 1.06
HEADING_LENGTH = 160
NOTE = 0.93
"""Times the usual size; 9 points below 10 is the smallest difference in books."""
CAPTION = re.compile(
    r"(?:fig(?:ure|\.)|table|tab\.|abb(?:ildung|\.)|tabelle|figura|tabla|tableau|рис\.|photo:|foto:|image:|chart)\s*\d*(?:\.\d+)*\s*[.:|–—-]",
    re.I,
)
NOTE_START = re.compile(r"(?:\[\d{1,3}\]|\d{1,3}[.)]?|[*†‡§¶]+)\s+(?=\S)")
LEADERS = 4
CONTENTS = re.compile(r"(?:\s?[.…·]){4,}\s*[\divxlc?]+\Z|(?:\s?[.…·]){8,}\Z")


def is_contents(text: str) -> bool:
    """Tell whether a line is one of a table of contents: dots lead to a page number."""
    return sum(map(text.count, ".…·")) >= LEADERS and bool(CONTENTS.search(text))


def body_style(lines: Sequence[Line]) -> tuple[float, bool]:
    """Find the size of most letters, and whether they are bold."""
    sizes: Counter[tuple[float, bool]] = Counter()
    for line in lines:
        sizes[round(2 * line.size) / 2, line.bold] += int(line.right - line.left)
    return sizes.most_common(1)[0][0] if sizes else (0.0, False)


def note_mark(passage: Passage) -> str:
    """Give the raised mark that a note begins with."""
    line = passage.lines[0]
    first = line.words[0]
    raised = len(line.words) > 1 and is_raised(line, first) and MARK.match(first.text)
    return first.text if raised else ""


def give_roles(frames: Sequence[list[Passage]], size: float, bold: bool, unfinished: bool = False) -> bool:
    """Give the paragraphs of one page their roles; tell, as one is told, whether the last note goes on at the foot of the next page."""
    feet = _feet(frames, size, unfinished)
    for frame in frames:
        for passage in frame:
            if passage.role is Role.BODY:
                passage.role = Role.NOTE if id(passage) in feet or note_mark(passage) else _role(passage, size, bold)
    notes = [passage for frame in frames for passage in frame if passage.role is Role.NOTE]
    return bool(notes) and not has_ended(notes[-1].lines[-1].text)


def _feet(frames: Sequence[list[Passage]], size: float, unfinished: bool) -> set[int]:
    """Find the notes at the foot of a page: small letters after a mark, and nothing but small letters below."""
    feet: set[int] = set()
    for frame in frames:
        small: list[Passage] = []
        for passage in reversed(frame):
            if passage.role is not Role.BODY or passage.lines[0].size > NOTE * size:
                break
            small.insert(0, passage)
        marked = [number for number, passage in enumerate(small) if note_mark(passage) or NOTE_START.match(passage.lines[0].text)]
        if small and unfinished:
            marked = [0]
        if marked and not _body_below(frames, small[marked[0]], size):
            feet |= {id(passage) for passage in small[marked[0] :]}
    return feet


def _body_below(frames: Sequence[list[Passage]], note: Passage, size: float) -> bool:
    line = note.lines[0]
    return any(
        other.base < line.base and other.size > NOTE * size and other.left < line.right and other.right > line.left
        for frame in frames
        for passage in frame
        for other in passage.lines
    )


def _role(passage: Passage, size: float, bold: bool) -> Role:
    text = " ".join(line.text for line in passage.lines[:4])
    first = passage.lines[0]
    passage.cut = bullet_length(first)
    if passage.cut:
        return Role.LIST_ITEM
    if CAPTION.match(text):
        return Role.CAPTION
    if len(text) > HEADING_LENGTH or len(passage.lines) > 4 or not any(map(str.isalpha, text)):
        return Role.BODY
    larger = first.size > HEADING * size
    bolder = all(line.bold for line in passage.lines) and not bold
    if larger and (not has_ended(text) or text[-1] in "?!" or first.size > TITLE * size):
        return Role.HEADING
    if bolder and (not has_ended(text) or text[-1] in "?!") and first.size > NOTE * size:
        return Role.HEADING
    return Role.BODY


def name_title(passages: Sequence[Passage], size: float) -> None:
    """Let the heading in the largest letters on the upper part of the first page be the title."""
    if not passages:
        return
    page = passages[0].lines[0].page
    top = [passage for passage in passages[:8] if passage.role is Role.HEADING and passage.lines[0].page == page]
    largest = max(top, key=lambda passage: passage.lines[0].size, default=None)
    if largest is not None and (largest.lines[0].size > TITLE * size or largest is passages[0]):
        largest.role = Role.TITLE
