"""The title of a page: one of its headings where what the page calls itself confirms it, else that name without the site's.

`"Council approves barrier | The Gazette"` with the heading "Council approves barrier" -> that heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from rewritediff.core.blocks import guess_blocks
from rewritediff.core.values import BLOCK_BREAK, Block, Role
from rewritediff.loaders.web.choice import Key, key_of
from rewritediff.loaders.xml import Element

BETWEEN = re.compile(r"\s+[|–—·•»«:-]+\s+|\s*[|»«]\s*")
"""What stands between a title and the name of its site."""
NAMES = frozenset({"og:title", "twitter:title", "dc.title", "citation_title"})
MOST_LIKE = 0.8
"""Of the words of a heading and of the page's name, those that both have, from which one is the other; editors shorten the name."""
MOST_NAMES = 8
LONGEST_NAME = 500
"""Characters; a page that names itself with a million bars would be compared with each of its headings a million times."""
MOST_HEADINGS = 500
"""Headings among which the title is looked for."""


def names_of(root: Element) -> list[str]:
    """Give what a page calls itself: for those who share it first, for the browser's window last."""
    metas = ((meta.get("property") or meta.get("name") or "", meta.get("content", "")) for meta in root.iter("meta"))
    shared = (content for key, content in metas if key.lower() in NAMES)
    title = next(("".join(map(str, one.itertext())) for one in root.iter("title")), "")
    names = [" ".join(name[:LONGEST_NAME].split()) for name in (*islice(shared, MOST_NAMES), title)]
    return [name for name in names if name]


def title_among(blocks: Sequence[Block], names: Sequence[str]) -> int | None:
    """Find the paragraph of a page that is its title, by its number."""
    headings = (number for number, block in enumerate(blocks) if block.role in (Role.TITLE, Role.HEADING))
    keys = {number: key_of(blocks[number].text) for number in islice(headings, MOST_HEADINGS)}
    # a longer name says more: the shortest part is the site's, and stands at the top of each of its pages
    wanted = sorted((key_of(part) for name in names for part in (name, *BETWEEN.split(name))), key=len, reverse=True)
    for key in wanted:
        for role in (Role.TITLE, Role.HEADING):
            for number, own in keys.items():
                if blocks[number].role is role and _alike(own, key):
                    return number
    first = [number for number in keys if blocks[number].role is Role.TITLE]
    return first[0] if len(first) == 1 and len(keys[first[0]]) > 1 else None


def without_site(names: Sequence[str]) -> str:
    """Give the page's name without the site's: the name for those who share it, else the longest part of the other."""
    if not names:
        return ""
    if len(names) > 1:
        return names[0]
    parts = re.split(r"\s+[|–—·•»«-]\s+", names[0])
    return max(parts, key=len) if len(parts) > 1 and len(max(parts, key=len).split()) > 2 else names[0]


def with_guessed_title(blocks: list[Block]) -> list[Block]:
    """Take the first paragraph for the title where it is the only heading, or shaped like a title by the rules for plain text."""
    written = [number for number, block in enumerate(blocks) if block.text.strip()][:2]
    if len(written) < 2 or any(block.role is Role.TITLE for block in blocks):
        return blocks
    first, second = (" ".join(blocks[number].text.split()) for number in written)
    heads = blocks[written[0]].role is Role.HEADING and sum(block.role is Role.HEADING for block in blocks) == 1
    guessed = blocks[written[0]].role is Role.BODY and guess_blocks(first + BLOCK_BREAK + second)[0].role is Role.TITLE
    if not heads and not guessed:
        return blocks
    return [replace(block, role=Role.TITLE) if number == written[0] else block for number, block in enumerate(blocks)]


def titled_first(blocks: Sequence[Block], names: Sequence[str]) -> list[Block]:
    """Let one title stand, at the top: a heading, a paragraph that says the same as the page's name, or none."""
    number = title_among(blocks, names)
    if number is None:
        number = next(_same_as_named(blocks, names), None)
    rest = [replace(block, role=Role.HEADING) if block.role is Role.TITLE else block for one, block in enumerate(blocks) if one != number]
    return rest if number is None else [replace(blocks[number], role=Role.TITLE), *rest]


def _same_as_named(blocks: Sequence[Block], names: Sequence[str]) -> Iterator[int]:
    wanted = {key_of(part) for name in names for part in (name, *BETWEEN.split(name))}
    return (number for number, block in enumerate(blocks[:3]) if key_of(block.text) in wanted)


def _alike(one: Key, other: Key) -> bool:
    if not one or not other:
        return False
    both = len(set(one) & set(other))
    return one == other or (len(one) > 2 and both >= MOST_LIKE * max(len(set(one)), len(set(other))))
