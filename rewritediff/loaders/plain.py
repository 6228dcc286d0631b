"""Plain text -> Article: a file, standard input, the clipboard."""

from __future__ import annotations

import re
from itertools import islice

from rewritediff.core.blocks import guess_blocks
from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.loaders.characters import REPLACEMENT, clean
from rewritediff.loaders.encoding import Decoded, decode_as, decode_said
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source

JUNK = re.compile(f"[\0-\b\x0e-\x1a\x1c-\x1f\x7f{REPLACEMENT}]")
"""What data for a program is full of, and a text has only by accident (ESC is left out: captured terminal output is a text)."""
NEXT_LINE = re.compile(r"\n\s*(?=\S)")
MAX_LINES = 500_000
"""Lines with words, each of which may be a paragraph: 170 MB and 4 s; 64 MB of lines of one letter would be 11 GB. The longest novels have
100,000 lines."""
JUNK_SHARE = 0.05
"""Random bytes read as cp1252 give 0.12; a text with three NULs in a hundred characters is still a text."""
JUNK_FEW = 8
"""In a short text so few strange characters are an accident, unless they are most of it."""


def read_plain(source: Source) -> Article:
    """Read a text in any encoding and guess its blocks."""
    text, notices = readable_text(source)
    return article_of(text, source.name, notices)


def readable_text(source: Source) -> tuple[str, tuple[Notice, ...]]:
    """Decode and clean a text, or raise LoadError where it is none or holds no words."""
    decoded = _decoded(source)
    if _looks_binary(decoded.text):
        if source.options.encoding:
            raise LoadError(source.name, Reason.ENCODING, (("encoding", source.options.encoding),))
        raise LoadError(source.name, Reason.BINARY, (("kind", "binary"),))
    cleaned = clean(decoded.text)
    check_words(cleaned.text, source.name)
    return cleaned.text, encoding_notices(decoded) + cleaned.notices


def article_of(text: str, name: str, notices: tuple[Notice, ...]) -> Article:
    """Make an article from a cleaned text, with the blocks that are guessed in it."""
    blocks = blocks_of(text)
    title = next((block.text for block in blocks if block.role is Role.TITLE), "")
    return Article(blocks, " ".join(title.split()), name, notices)


def blocks_of(text: str) -> tuple[Block, ...]:
    """Guess the paragraphs, headings and list items of a text, by the same rules as for a text that was never in a file."""
    return tuple(Block(found.role, text[found.start : found.end]) for found in guess_blocks(text))


def encoding_notices(decoded: Decoded) -> tuple[Notice, ...]:
    """Say in which encoding a text was, and how many of its bytes were in none."""
    encoding = Notice("encoding", (("encoding", decoded.encoding),))
    return (encoding, Notice("replaced-bytes", (("count", decoded.replaced),))) if decoded.replaced else (encoding,)


def check_words(text: str, name: str) -> None:
    """Raise LoadError where there is no letter and no digit, or more than MAX_LINES lines: nothing could be compared."""
    if not any(map(str.isalnum, text)):
        raise LoadError(name, Reason.EMPTY)
    if text.count("\n") >= MAX_LINES and sum(1 for _ in islice(NEXT_LINE.finditer(text), MAX_LINES)) == MAX_LINES:
        raise LoadError(name, Reason.TOO_LONG)


def _decoded(source: Source) -> Decoded:
    encoding = source.options.encoding
    if not encoding:
        return decode_said(source.data, source.options.charset)
    try:
        return decode_as(source.data, encoding)
    except (LookupError, UnicodeError) as error:
        raise LoadError(source.name, Reason.ENCODING, (("encoding", encoding),)) from error


def _looks_binary(text: str) -> bool:
    junk = len(JUNK.findall(text))
    return junk > JUNK_SHARE * len(text) and (junk > JUNK_FEW or junk > 0.3 * len(text))
