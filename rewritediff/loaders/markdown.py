"""Markdown -> Article: what the writing says, without its marks; the only importer of markdown-it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.loaders.article import article_from
from rewritediff.loaders.markdown_extras import split_footnotes, split_front_matter
from rewritediff.loaders.markup import blocks_in, tag_of, without_comments
from rewritediff.loaders.parts import Left, Part, left_out
from rewritediff.loaders.plain import article_of, readable_text
from rewritediff.loaders.source import Source

MAX_PARSED = 4_000_000
"""Characters that are parsed, seven novels; markdown-it takes 1.1 s for a million, so that 64 MB would take more than a minute."""
MAX_LINES = 60_000
"""Lines that are parsed: 2 s for as many list items."""
MAX_MARKS = 200_000
"""Stars, backquotes and the like: 2 s."""
MAX_BRACKETS = 20_000
"""Square brackets: 3 s at worst, and nine times as long for three times as many. A list of 5,000 links has 10,000."""
MAX_NESTING = 100
"""Levels of quotes and lists that are parsed; markdown-it says nothing of what lies deeper, and drops it."""

ROLES = {"heading_open": Role.HEADING, "list_item_open": Role.LIST_ITEM, "th_open": Role.CELL, "td_open": Role.CELL}
REFERENCE = re.compile(r"\[\^([^\]\s]{1,1000})\]")
CHECK_BOX = re.compile(r"\[[ xX]\]\s+")


def read_markdown(source: Source) -> Article:
    """Read Markdown, or take it for plain text where it is too large or too deeply nested to be parsed."""
    text, notices = readable_text(source)
    front = split_front_matter(text)
    body, footnotes = split_footnotes(front.rest)
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable(["table", "strikethrough"])
    is_too_much = _is_too_much(text)
    tokens = [] if is_too_much else parser.parse(body)
    why = "size" if is_too_much else "nesting" if any(token.level >= MAX_NESTING - 1 for token in tokens) else ""
    if why:
        return article_of(text, source.name, (*notices, Notice("read-as-text", (("suffix", ".md"), ("why", why)))))
    left = Left({Part.FRONT_MATTER: int(front.present)})
    blocks = list(_blocks(tokens, footnotes, left))
    for note in footnotes.values():
        blocks += [replace(block, role=Role.NOTE) for block in _inline(parser.parseInline(note)[0], Role.NOTE, footnotes, left)]
    return article_from(blocks, source.name, (*notices, *left_out(left)), named=front.title)


def _is_too_much(text: str) -> bool:
    """Tell whether parsing would take more than some seconds; for some texts markdown-it needs quadratic time."""
    many = len(text) > MAX_PARSED or text.count("\n") > MAX_LINES or text.count("[") > MAX_BRACKETS
    return many or sum(map(text.count, "*_~`<!")) > MAX_MARKS


def _blocks(tokens: Sequence[Token], footnotes: dict[str, str], left: Left) -> Iterator[Block]:
    roles = [Role.BODY]
    for token in tokens:
        if token.nesting > 0:
            # the first heading's level is still to be seen when its title is looked for
            role = Role.TITLE if token.type == "heading_open" and token.tag == "h1" else ROLES.get(token.type, roles[-1])
            roles.append(role)
        elif token.nesting < 0:
            roles.pop()
        elif token.type == "inline":
            yield from _inline(token, roles[-1], footnotes, left)
        elif token.type in ("fence", "code_block"):
            yield Block(Role.CODE, token.content.strip("\n"))
        elif token.type == "html_block":
            markup, comments = without_comments(token.content)
            left[Part.COMMENT] += comments
            yield from blocks_in(markup)


def _inline(token: Token, role: Role, footnotes: dict[str, str], left: Left) -> Iterator[Block]:
    """Give the words of one block, then the captions of the pictures in it."""
    pictures: list[str] = []
    written = _words(token.children or (), pictures, left)
    if role is Role.LIST_ITEM:
        written = CHECK_BOX.sub("", written, count=1) if CHECK_BOX.match(written) else written
    written = REFERENCE.sub(lambda found: "" if found[1] in footnotes else found[0], written)
    yield Block(role, written)
    for alt in pictures:
        left[Part.PICTURE] += not alt.strip()
        yield Block(Role.CAPTION, alt)


def _words(children: Sequence[Token], pictures: list[str], left: Left) -> str:
    words: list[str] = []
    hidden = ""
    for child in children:
        tag = tag_of(child.content) if child.type == "html_inline" else None
        if tag and tag.hides:
            hidden = "" if tag.closing else tag.name
        elif tag:
            words.append(" " if tag.name == "br" else "")
            if tag.alt:
                pictures.append(tag.alt)
        elif child.type == "html_inline":
            left[Part.COMMENT] += 1
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif child.type == "image":
            pictures.append(_words(child.children or (), [], left))
        elif not hidden:
            words.append(child.content)
    return "".join(words)
