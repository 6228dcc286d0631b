"""What holds while a group of RTF is read, and where its text goes: the article, a note, a text box, a name."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from rewritediff.core.values import Block, Role
from rewritediff.loaders.parts import Part
from rewritediff.loaders.pieces import Piece


class Kind(Enum):
    """Say what a text is for."""

    PARAGRAPHS = "paragraphs"
    LIST_MARK = "list-mark"
    TITLE = "title"
    FONTS = "fonts"
    STYLES = "styles"


MARK_LENGTH = 4
"""Characters of the longest mark that is taken for that of a note, such as (12) or ***."""


@dataclass(slots=True)
class Sink:
    """Gather the text of one stretch of a document and the paragraphs that are complete."""

    kind: Kind = Kind.PARAGRAPHS
    part: Part | None = None
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    apart: list[Piece] = field(default_factory=list)
    """Notes and boxes that stand behind the paragraph that is being read."""
    list_mark: bool | None = None
    """Whether the paragraph has a list mark; not said by a document that leaves it to its reader."""
    raised_from: int | None = None
    """Where in `parts` the raised letters begin that were written last."""
    numbered: bool = False
    """A number that the reader makes was the last thing, so that raised letters before it are no mark of a note."""
    note_mark: str = ""

    def write(self, text: str, raised: bool) -> None:
        """Add some text to the paragraph."""
        if not raised:
            self.raised_from = None
        elif self.raised_from is None:
            self.raised_from = len(self.parts)
        self.numbered = False
        self.parts.append(text)

    def take_note_mark(self) -> str:
        """Take the mark that a writer made by hand out of the text before a note."""
        if self.numbered or self.raised_from is None:
            return ""
        mark = "".join(self.parts[self.raised_from :])
        if len(mark.strip()) > MARK_LENGTH:
            return ""
        del self.parts[self.raised_from :]
        self.raised_from = None
        return mark.strip()

    def take_text(self) -> str:
        """Take what was written since the last paragraph."""
        text = "".join(self.parts)
        self.parts.clear()
        self.raised_from, self.numbered = None, False
        if self.note_mark and text.strip():
            text = text.lstrip().removeprefix(self.note_mark)
            self.note_mark = ""
        return text

    def end(self, role: Role, part: Part | None) -> None:
        """End a paragraph; what stands apart of it follows."""
        text = self.take_text()
        if text.strip():
            first = not any(piece.part is self.part for piece in self.pieces[:1])
            self.pieces.append(Piece(Block(role, text), part, first or self.part not in (Part.NOTE, Part.BOX)))
        self.list_mark = None
        self.pieces += self.apart
        self.apart.clear()


class State(NamedTuple):
    """Hold what a group inherits from the group around it, and loses at its end.

    No dataclass: most control words replace it, and that takes a dataclass of so many fields four times as long.
    """

    sink: Sink
    font: int | None = None
    fallback: int = 1
    """Characters that stand behind one of Unicode, for programs that know none."""
    hidden: bool = False
    deleted: bool = False
    inserted: bool = False
    raised: bool = False
    ignored: bool = False
    """Its text is written elsewhere once more, or is none."""
    in_object: bool = False
    style: int | None = None
    outline: int | None = None
    in_table: bool = False
    in_list: bool = False
