"""Which blocks of a document are ticked to be compared, while a person still chooses; decided without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rewritediff.core.values import Article, Role
from rewritediff.gui import telling_words
from rewritediff.gui.sources import Loaded
from rewritediff.wording import counted

BEGINNING = 200
"""Characters of a block that are shown: more than the widest list has room for."""
HEADS = frozenset({Role.TITLE, Role.HEADING})


@dataclass(frozen=True, slots=True)
class Ticks:
    """Hold what was read and the numbers of the blocks that are not ticked."""

    read: Article
    without: frozenset[int] = frozenset()

    def toggled(self, numbers: Iterable[int], at: int) -> Ticks:
        """Tick some blocks, or untick them: all of them become the other thing of what the one at `at` is."""
        chosen = frozenset(numbers)
        return replace(self, without=self.without - chosen if at in self.without else self.without | chosen)

    def all(self) -> Ticks:
        """Tick every block."""
        return replace(self, without=frozenset())

    def none(self) -> Ticks:
        """Untick every block."""
        return replace(self, without=frozenset(range(len(self.read.blocks))))

    def is_ticked(self, number: int) -> bool:
        """Tell whether a block is to be compared."""
        return number not in self.without

    def is_head(self, number: int) -> bool:
        """Tell whether a block stands out as a title or heading."""
        return self.read.blocks[number].role in HEADS

    def beginning(self, number: int) -> str:
        """Give the first words of a block."""
        text = self.read.blocks[number].text
        shown = " ".join(text[: 2 * BEGINNING].split())
        return shown if len(shown) <= BEGINNING and len(text) <= 2 * BEGINNING else f"{shown[:BEGINNING].rstrip()}…"

    def role(self, number: int) -> str:
        """Name what a block is; nothing for an ordinary paragraph."""
        return telling_words.ROLES[self.read.blocks[number].role]

    def spoken(self, number: int) -> str:
        """Say a block to somebody who does not see it."""
        role = self.role(number) or telling_words.PARAGRAPH
        return f"{role}. {self.beginning(number).rstrip('.')}. {telling_words.TICKED if self.is_ticked(number) else telling_words.UNTICKED}"

    @property
    def said(self) -> str:
        """Count what is ticked: "9 of 11 paragraphs"."""
        every = len(self.read.blocks)
        left = every - len(self.without)
        return (
            telling_words.ALL_TICKED.format(all=counted(every, "paragraph"))
            if left == every
            else f"{left:,} of {counted(every, 'paragraph')}"
        )


def ticks_of(found: Loaded) -> Ticks:
    """Give the ticks with which choosing begins: those of what is compared now."""
    return Ticks(found.read or found.article, found.without)
