"""Pages as they are stored -> pages as a person sees them: nothing that is askew, outside of the page, hidden, or no content."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rewritediff.loaders.characters import REPLACEMENT
from rewritediff.loaders.parts import Left, Part
from rewritediff.loaders.pdf.values import TURNED, Join, Page, Word, letters_in
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason

UNKNOWN = re.compile("[\ufffd\ue000-\uf8ff\x01-\x08\x0e-\x1f\x7f-\x9f]")
"""What a font gives that does not say which letters it shows."""
SYMBOLS = re.compile("[\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf02d\uf06c\uf06e\uf071]")
"""Bullets of the fonts Symbol and Wingdings."""
MOST = 0.3
"""Share of unknown letters from which nothing can be compared."""
ALL_ARTIFACT = 0.4
"""Share of a page's letters from which its program called everything an artifact."""
EDGE = 2.0
"""Points that a word may stand outside of its page."""


def readable_pages(pages: Sequence[Page], name: str, left: Left) -> tuple[list[Page], int]:
    """Leave out, and count, what is not seen; count the letters that nobody can know, or raise LoadError where they are most."""
    letters = unknown = 0
    kept: list[Page] = []
    for page in pages:
        readable = _readable(page, left)
        text = SYMBOLS.sub("", "".join(word.text for word in readable.words).replace(" ", ""))
        letters += len(text)
        unknown += len(UNKNOWN.findall(text))
        kept.append(readable)
    if unknown > MOST * letters:
        raise LoadError(name, Reason.NO_LETTERS)
    return [_with_marks(page) for page in kept] if unknown else kept, unknown


def _with_marks(page: Page) -> Page:
    """Put the replacement character for letters that nobody can know."""
    words = [
        word._replace(text=UNKNOWN.sub(lambda found: found.group() if SYMBOLS.match(found.group()) else REPLACEMENT, word.text))
        if UNKNOWN.search(word.text)
        else word
        for word in page.words
    ]
    return Page(words, page.left, page.bottom, page.right, page.top)


def _readable(page: Page, left: Left) -> Page:
    words = page.words
    if not words:
        return page
    upright = _quarter(words)
    words, turned = _apart(words, [word.style.quarter != upright for word in words])
    words, outside = _apart(words, [not _inside(word, page) for word in words])
    left[Part.SIDEWAYS] += _lines(turned)
    left[Part.HIDDEN] += _lines(outside)
    words, unseen = _less(words, [word.style.unseen for word in words], 0.5)
    left[Part.HIDDEN] += _lines(unseen)
    words, artifacts = _less(words, [word.style.artifact for word in words], ALL_ARTIFACT)
    left[Part.HEADER] += len({round(word.base) for word in artifacts})
    return Page(words, page.left, page.bottom, page.right, page.top)


def _apart(words: Sequence[Word], out: Sequence[bool]) -> tuple[Sequence[Word], list[Word]]:
    if True not in out:
        return words, []
    return (
        [word for word, is_out in zip(words, out, strict=True) if not is_out],
        [word for word, is_out in zip(words, out, strict=True) if is_out],
    )


def _less(words: Sequence[Word], out: Sequence[bool], share: float) -> tuple[Sequence[Word], list[Word]]:
    """Part words where those apart are the lesser part: text without ink over a scan is the text."""
    if True not in out:
        return words, []
    letters = sum(letters_in(word.text) for word in words)
    apart = sum(letters_in(word.text) for word, is_out in zip(words, out, strict=True) if is_out)
    return _apart(words, out) if apart < share * letters else (words, [])


def _quarter(words: Sequence[Word]) -> int:
    first = words[0].style.quarter
    if all(word.style.quarter == first for word in words):
        return first
    letters = dict.fromkeys(range(TURNED, 4), 0)
    for word in words:
        letters[word.style.quarter] += letters_in(word.text)
    return max(letters, key=lambda quarter: letters[quarter])


def _inside(word: Word, page: Page) -> bool:
    return word[2] > page.left - EDGE and word[1] < page.right + EDGE and page.bottom - EDGE < word[3] < page.top + EDGE


def _lines(words: Sequence[Word]) -> int:
    """Count lines: words that begin one, and at least one."""
    return max(sum(bool(word.join & Join.LINE) for word in words), bool(words))
