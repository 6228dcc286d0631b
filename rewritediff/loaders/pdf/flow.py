"""Paragraphs of frames -> paragraphs of the document: those that a column or a page cuts in two are joined."""

from __future__ import annotations

from collections.abc import Sequence

from rewritediff.core.values import Role
from rewritediff.loaders.pdf.paragraphs import has_ended
from rewritediff.loaders.pdf.values import Passage

FLOWING = (Role.BODY, Role.LIST_ITEM)
NEARLY = 0.06
"""Letter sizes may differ by so much within one paragraph."""


def flowing(frames: Sequence[list[Passage]]) -> list[Passage]:
    """Join what goes on in the next column or on the next page; notes, captions and tables in between stay behind it."""
    indents = _indents(frames)
    done: list[Passage] = []
    last: tuple[int, float] | None = None
    for frame in frames:
        right = max((line.right for passage in frame for line in passage.lines), default=0.0)
        fresh = True
        for passage in frame:
            open_one = done[last[0]] if last is not None else None
            if fresh and open_one is not None and last is not None and _goes_on(open_one, passage, last[1], indents):
                open_one.lines.extend(passage.lines)
            else:
                done.append(passage)
            if passage.role in FLOWING:
                where = last[0] if last is not None and done[-1] is not passage else len(done) - 1
                last = (where, right)
                fresh = False
            elif passage.role in (Role.HEADING, Role.TITLE):
                last = None
    return done


def _indents(frames: Sequence[list[Passage]]) -> bool:
    """Tell whether the document's paragraphs begin with an indent: then one without it goes on."""
    body = [passage for frame in frames for passage in frame[1:] if passage.role is Role.BODY and len(passage.lines) > 1]
    return bool(body) and sum(passage.first_indented for passage in body) > 0.5 * len(body)


def _goes_on(before: Passage, passage: Passage, right: float, indents: bool) -> bool:
    last, first = before.lines[-1], passage.lines[0]
    if passage.role is not Role.BODY or abs(last.size - first.size) > NEARLY * max(last.size, first.size):
        return False
    if last.divided:
        return True
    if passage.first_indented:
        return False
    text = last.text
    if not has_ended(text) or first.text[:1].islower():
        return first.text[:1].islower() or text.endswith((",", "–", "—")) or right - last.right < 0.25 * (right - last.left)
    word = first.words[0]
    full = right - last.right < min(word.first, word.right) - word.left + 0.3 * first.size
    return full and (indents or len(passage.lines) > 1)
