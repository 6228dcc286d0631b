"""Where the text of a LaTeX source goes, and how a paragraph is closed up where something was left out of it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rewritediff.core.values import Block, Role
from rewritediff.loaders.parts import Part
from rewritediff.loaders.pieces import Piece

GAP = "\0"
"""Stands where something was left out that its sentence does not need; no text that was read holds it."""
SPACES = re.compile(r"[ \t\n]+")
CLOSERS = " .,;:!?)]’”»"
EMPTY_BRACKETS = re.compile(rf"[(\[][ {GAP}]{{0,40}}{GAP}[ ,;{GAP}]{{0,40}}[)\]]")


@dataclass(slots=True)
class Sink:
    """Gather the text of the article, of a note, or of one command's argument."""

    role: Role | None = None
    """The role of all its blocks; None where the environment decides."""
    part: Part | None = None
    muted: bool = False
    parts: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    apart: list[Piece] = field(default_factory=list)
    """Notes that stand behind the paragraph that is being read."""

    def end(self, role: Role, part: Part | None) -> None:
        """End a paragraph."""
        text = closed(self.parts)
        self.parts.clear()
        if text and not self.muted:
            first = not any(piece.part is self.part for piece in self.pieces[:1])
            self.pieces.append(Piece(Block(self.role or role, text), self.part or part, first or not self.part))
        self.pieces += self.apart
        self.apart.clear()


def closed(parts: list[str]) -> str:
    """Join the parts of a paragraph and close its gaps: a citation leaves no space before a full stop, and none twice."""
    text = SPACES.sub(" ", "".join(parts))
    if GAP not in text:
        return text.strip()
    first, *rest = EMPTY_BRACKETS.sub(GAP, text).split(GAP)
    kept = [first]
    for part in rest:
        if not part:
            continue
        if part[0] in CLOSERS:
            kept[-1] = kept[-1].rstrip(" ")
        kept.append(part)
    return SPACES.sub(" ", "".join(kept)).strip()
