"""Blocks as a reader found them -> an Article: clean characters, no empty blocks, one title, words in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import dropwhile

from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.loaders.characters import Cleaned, clean
from rewritediff.loaders.plain import check_words

SPACES = re.compile(r"[ \t\n]+")
WIDE = ("  ", "\n", "\t")
"""Where one of these is found, there is white space to be made one: to ask takes a fiftieth of the time that replacing every blank does."""
CHARACTER_NOTICES = ("replaced-characters", "invisible-removed", "invisible-kept", "lookalikes")


def article_from(blocks: Iterable[Block], name: str, notices: Iterable[Notice] = (), *, named: str = "") -> Article:
    """Make an article of blocks; `named` is the title that the document's own data give, used where no block is one.

    White space is one space but in code; the first heading of level 1 at the top is the title, others become headings.
    Raises LoadError where no word is left.
    """
    tidied, found = _tidied(blocks)
    titled = with_one_title(tidied, " ".join(clean(named).text.split()))
    check_words("\n".join(block.text for block in titled), name)
    title = next((block.text for block in titled if block.role is Role.TITLE), "")
    return Article(titled, title, name, (*notices, *found))


def with_one_title(blocks: Sequence[Block], named: str) -> tuple[Block, ...]:
    """Let one title stand: the one at the top, above which only captions stand, else the one that the document's data name."""
    top = next(dropwhile(lambda block: block.role is Role.CAPTION, blocks), None)
    has_title = top is not None and top.role is Role.TITLE
    titled = tuple(block if block.role is not Role.TITLE or block is top else replace(block, role=Role.HEADING) for block in blocks)
    return titled if has_title or not named else (Block(Role.TITLE, named), *titled)


def _tidied(blocks: Iterable[Block]) -> tuple[list[Block], list[Notice]]:
    """Clean the characters of blocks and leave empty ones out; only code keeps its lines."""
    kept: list[Block] = []
    counts = dict.fromkeys(CHARACTER_NOTICES, 0)
    for block in blocks:
        cleaned = clean(block.text)
        _count(cleaned, counts)
        text = cleaned.text.rstrip() if block.role is Role.CODE else _spaced(cleaned.text)
        if text and not text.isspace():
            kept.append(block if text == block.text else replace(block, text=text))
    return kept, [Notice(code, (("count", count),)) for code, count in counts.items() if count]


def _spaced(text: str) -> str:
    return (SPACES.sub(" ", text) if any(wide in text for wide in WIDE) else text).strip()


def _count(cleaned: Cleaned, counts: dict[str, int]) -> None:
    for notice in cleaned.notices:
        counts[notice.code] += int(dict(notice.values)["count"])
