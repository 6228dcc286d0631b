"""The words inside pieces of HTML that stand in another format; not for whole web pages.

Tags are cut by one pass without backtracking: a pattern for whole elements took quadratic time on 30,000 opened comments.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from rewritediff.core.values import Block, Role

TAG = re.compile(r"(<[/a-zA-Z][^<>]*>)")
NAME = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)")
ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
HIDDEN = {"script", "style", "template", "head"}

ROLES = {f"h{level}": Role.HEADING for level in range(2, 7)} | {
    "h1": Role.TITLE,  # which of several is the article's title, its loader decides
    "li": Role.LIST_ITEM,
    "td": Role.CELL,
    "th": Role.CELL,
    "caption": Role.CAPTION,
    "figcaption": Role.CAPTION,
}
BREAKING = frozenset(ROLES) | {
    *("article", "blockquote", "center", "dd", "details", "div", "dl", "dt", "figure", "footer", "header", "hr"),
    *("main", "ol", "p", "pre", "section", "summary", "table", "tr", "ul"),
}
"""Elements that begin and end a block of their own."""


@dataclass(frozen=True, slots=True)
class Tag:
    """Hold what matters of one tag."""

    name: str
    closing: bool
    alt: str = ""

    @property
    def hides(self) -> bool:
        """Tell whether what stands between this tag and its end is nothing to read."""
        return self.name in HIDDEN


def tag_of(written: str) -> Tag | None:
    """Read a tag: '<img alt="A gate">' -> Tag("img", False, "A gate")."""
    found = NAME.match(written)
    if not found:
        return None
    alt = ALT.search(written)
    return Tag(found[2].lower(), bool(found[1]), html.unescape(alt[1] or alt[2] or "") if alt else "")


def without_comments(markup: str) -> tuple[str, int]:
    """Cut the comments out and count them; one that is never closed runs to the end."""
    first, *others = markup.split("<!--")
    return first + "".join(other.partition("-->")[2] for other in others), len(others)


def blocks_in(markup: str) -> list[Block]:
    """Find the blocks of a piece of HTML without comments."""
    blocks: list[Block] = []
    words: list[str] = []
    role, hidden = Role.BODY, ""
    for number, piece in enumerate(TAG.split(markup)):
        tag = tag_of(piece) if number % 2 else None  # words and tags take turns
        if hidden:
            hidden = "" if tag and tag.closing and tag.name == hidden else hidden
        elif tag is None:
            words.append(html.unescape(piece))
        elif tag.hides:
            hidden = "" if tag.closing else tag.name
        elif tag.name in BREAKING:
            blocks.append(Block(role, "".join(words)))
            words = []
            role = Role.BODY if tag.closing else ROLES.get(tag.name, Role.BODY)
        elif tag.alt:
            blocks.append(Block(Role.CAPTION, tag.alt))
        else:
            words.append(" " if tag.name == "br" else "")
    blocks.append(Block(role, "".join(words)))
    return blocks
