"""Gathers the paragraphs of a word processor's document into blocks, while its reader walks through it.

A text inside another - a table's cell, a text box, a note - is a flow of its own: its blocks come behind the paragraph they hang on, and
what a person does not want to read is counted. Knows no file format.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from rewritediff.core.values import Block, Role
from rewritediff.loaders.parts import Left, Part

BREAKS = re.compile(r"\n[^\S\n]*\n\s*")
Found = tuple[Role, list[str]]
"""A block while lines of code may still be added to it."""


@dataclass(slots=True)
class Flow:
    """Hold a text while it is read: what is finished, the open paragraph, and what will stand behind that."""

    part: Part | None
    read: bool
    """Whether it, and all it stands in, is kept."""
    done: list[Found] = field(default_factory=list)
    behind: list[Found] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    role: Role = Role.BODY
    earlier: tuple[Role, int] = (Role.BODY, 0)
    """The role before a paragraph was joined, and how many pieces there were."""
    is_open: bool = False
    has_text: bool = False


class Collector:
    """Take paragraphs, words and flows in the order of the document."""

    def __init__(self, kept: frozenset[Part]) -> None:
        self._wanted = kept
        self._flows = [Flow(None, True)]
        self.left: Left = Counter()
        self.kept: Left = Counter()

    @property
    def part(self) -> Part | None:
        """What the text that is being read is; None for the document's own."""
        return self._flows[-1].part

    @property
    def role(self) -> Role | None:
        """The role of the open paragraph, or None between paragraphs."""
        flow = self._flows[-1]
        return flow.role if flow.is_open else None

    def begin_paragraph(self, role: Role) -> None:
        """Begin a paragraph, or go on with the one that was left open; its role is that of the last one with words."""
        flow = self._flows[-1]
        flow.earlier = (flow.role if flow.pieces else role, len(flow.pieces))
        flow.role, flow.is_open = role, True

    def add(self, words: str) -> None:
        """Add to the open paragraph."""
        self._flows[-1].pieces.append(words)

    def end_paragraph(self) -> None:
        """End the open paragraph; two line breaks in a row end a paragraph of body text too."""
        flow = self._flows[-1]
        text = "".join(flow.pieces)
        role, count = flow.earlier
        if count and not "".join(flow.pieces[count:]).strip():
            flow.role = role
        flow.has_text = flow.has_text or bool(text.strip())
        if flow.role is Role.CODE:
            _add_code(flow.done, text)
        else:
            # a paragraph without words is kept too: it parts what stands on both sides of it
            flow.done += [(flow.role, [part]) for part in (BREAKS.split(text) if "\n" in text else (text,))]
        flow.done += flow.behind
        flow.pieces, flow.behind, flow.is_open = [], [], False

    def end_open(self) -> None:
        """End the paragraph that was left open, where there is one."""
        if self._flows[-1].is_open or self._flows[-1].pieces:
            self.end_paragraph()

    def begin_flow(self, part: Part | None) -> None:
        """Begin a text inside the text."""
        outer = self._flows[-1]
        self._flows.append(Flow(part, outer.read and (part is None or part in self._wanted)))

    def end_flow(self) -> None:
        """End it; its blocks come behind the paragraph that is open around it, where there is one."""
        self.end_open()
        flow = self._flows.pop()
        outer = self._flows[-1]
        if flow.has_text and flow.part:
            (self.kept if flow.read else self.left)[flow.part] += 1
        if flow.read:
            target = outer.behind if outer.is_open else outer.done
            target += flow.done

    def blocks(self) -> Iterator[Block]:
        """Give all blocks, once the document is at its end."""
        while len(self._flows) > 1:
            self.end_flow()
        self.end_open()
        return (Block(role, "\n".join(lines)) for role, lines in self._flows[0].done)


def _add_code(done: list[Found], text: str) -> None:
    """Add a paragraph of code; programs write each line as one, and they are one block."""
    if done and done[-1][0] is Role.CODE:
        done[-1][1].append(text)
    else:
        done.append((Role.CODE, [text]))
