"""Blocks that may stand apart from the article's own text -> those that a person wants, and notices of how many were kept or left out.

Knows no format: a reader says of each block which part of its document it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import dropwhile

from rewritediff.core.blocks import guess_blocks
from rewritediff.core.values import BLOCK_BREAK, Article, Block, Notice, Role
from rewritediff.loaders.article import article_from
from rewritediff.loaders.options import KEPT
from rewritediff.loaders.parts import Left, Part, kept, left_out
from rewritediff.loaders.source import Source

CHOICES = KEPT | {Part.NOTE}
"""Parts that a person may keep or leave out; any other is never read."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Hold a block and the part of its document that it is, None for the article's own text."""

    block: Block
    part: Part | None = None
    counts: bool = True
    """It begins a note, a text box, ...; the paragraphs behind the first are not counted again."""


def article_of_pieces(
    pieces: Iterable[Piece],
    source: Source,
    left: Left,
    notices: Iterable[Notice] = (),
    *,
    named: str = "",
    guessed: bool = True,
) -> Article:
    """Make an article of the pieces that are wanted; counts the others into `left`.

    `named` is the title that the document's data give: the first block is the title where it says the same, or, where `guessed`, where it
    looks like one and no style says which block is.
    """
    stay: Left = Left()
    blocks: list[Block] = []
    for piece in pieces:
        if not piece.block.text.strip():
            continue
        wanted = piece.part is None or (piece.part in CHOICES and piece.part in source.options.kept)
        if wanted:
            blocks.append(piece.block)
        if piece.part and piece.counts:
            (stay if wanted else left)[piece.part] += 1
    titled = _with_title_found(blocks, " ".join(named.split()), guessed)
    return article_from(titled, source.name, (*notices, *kept(stay), *left_out(left)))


def _with_title_found(blocks: Sequence[Block], named: str, guessed: bool) -> list[Block]:
    """Call the first block the title where it looks like one: what a document's data call it is often another document's title."""
    body = list(dropwhile(lambda block: block.role is Role.CAPTION, blocks))
    top = body[0] if body else None
    if top is None or top.role not in (Role.BODY, Role.HEADING):
        return list(blocks)
    said = bool(named) and " ".join(top.text.split()).casefold() == named.casefold()
    if not said and (not guessed or top.role is not Role.BODY or not _looks_like_title(body[:2])):
        return list(blocks)
    captions = len(blocks) - len(body)
    return [*blocks[:captions], replace(top, role=Role.TITLE), *body[1:]]


def _looks_like_title(blocks: Sequence[Block]) -> bool:
    """Ask the rules for plain texts, by the first two blocks."""
    lines = [" ".join(block.text[:1000].split()) for block in blocks]
    guesses = guess_blocks(BLOCK_BREAK.join(lines))
    return len(lines) > 1 and bool(guesses) and guesses[0].role is Role.TITLE
