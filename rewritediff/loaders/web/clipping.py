"""Pieces of pages, as programs put them on the clipboard: a block with a header on Windows (CF_HTML), bare markup elsewhere.

A person selected the words: all that is seen of them is read, and nothing is taken for a menu.
"""

from __future__ import annotations

import re

from rewritediff.core.values import Article
from rewritediff.loaders.article import article_from
from rewritediff.loaders.encoding import Decoded, decode, decode_as
from rewritediff.loaders.options import DEFAULTS, Options
from rewritediff.loaders.parts import Part
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source
from rewritediff.loaders.web.page import notices_of, parts_chosen, with_plain_text
from rewritediff.loaders.web.parsing import parse_page
from rewritediff.loaders.web.titles import with_guessed_title
from rewritediff.loaders.web.unseen import empty_unseen
from rewritediff.loaders.web.walker import paragraphs_of

HEADER = re.compile(rb"\A\s*version:\s*\d", re.IGNORECASE)
OFFSET = re.compile(rb"^(StartFragment|EndFragment|StartHTML|EndHTML):\s*(-?\d{1,12})\s*$", re.IGNORECASE | re.MULTILINE)
HEAD = 4096
MARKS = (b"<!--startfragment", b"<!--endfragment")
"""Comments between which the piece stands as well; some programs count characters where bytes are to be counted."""


def read_clipping(source: Source) -> Article:
    """Read a piece of a page: CF_HTML in UTF-8, or bare markup in UTF-8 or UTF-16."""
    if not HEADER.match(source.data[:HEAD].removeprefix(b"\xef\xbb\xbf")):
        return _read(decode(source.data.rstrip(b"\0")), source.name, source.options)
    return _read(decode_as(_fragment(source.data.rstrip(b"\0")), "utf-8"), source.name, source.options)


def read_fragment(markup: str, options: Options = DEFAULTS) -> Article:
    """Read bare markup from the clipboard."""
    return _read(Decoded(markup, ""), "", options)


def _read(decoded: Decoded, name: str, options: Options) -> Article:
    root = parse_page(decoded.text, name)
    if root is None:
        raise LoadError(name, Reason.EMPTY)
    unseen = empty_unseen(root, options)
    found = paragraphs_of(root, unseen.places)
    unseen.left[Part.PICTURE] += sum(one.pictures for one in found)
    unseen.left[Part.FRAME] += sum(one.frames for one in found)
    unseen.left[Part.OBJECT] += sum(one.objects for one in found)
    blocks = with_guessed_title(with_plain_text(parts_chosen((one.block for one in found), options, unseen.left)))
    return article_from(blocks, name, tuple(notices_of(blocks, unseen, options, decoded.text)))


def _fragment(data: bytes) -> bytes:
    """Cut the piece out: where its comments stand, else where the header says, else all markup."""
    low = data.lower()
    start, end = low.find(MARKS[0]), low.rfind(MARKS[1])
    opened = data.find(b"-->", start) + 3 if start >= 0 else 0
    if 3 <= opened <= end:
        return data[opened:end]
    said = {found[1].lower(): int(found[2]) for found in OFFSET.finditer(data[:HEAD])}
    for first, last in ((b"startfragment", b"endfragment"), (b"starthtml", b"endhtml")):
        begin, finish = said.get(first, -1), said.get(last, -1)
        if 0 < begin < finish <= len(data) and data[begin - 1 : begin] in (b">", b"\n", b"\r", b" ") and HEADER.match(data[:HEAD]):
            return data[begin:finish]
    markup = data.find(b"<")
    return data[markup:] if markup >= 0 else b""
