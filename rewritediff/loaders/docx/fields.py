"""Fields of a Word document: a code that is not shown, and what it gave, which is.

A field is written as marks between the runs: begin, code, separate, result, end; it may hold other fields and span paragraphs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rewritediff.loaders.docx.names import named, value
from rewritediff.loaders.xml import Element

MADE = ("TOC", "INDEX", "TOA")
"""Fields whose result is made from what stands elsewhere in the document."""
STEPS = {"begin": 1, "end": -1}


@dataclass(slots=True)
class Field:
    """Hold one field while it is open."""

    code: list[str] = field(default_factory=list)
    in_code: bool = True
    made: bool = False
    """It is one of MADE; known at the end of its code."""


class Fields:
    """Follow the marks; `in_code` and `in_contents` say what words at this place are."""

    def __init__(self, roots: Iterable[Element], unread: tuple[str, ...] = ()) -> None:
        """Look at the marks in each of the texts; `unread` are the elements that are passed by with the marks in them."""
        # a field without its end would swallow the rest of the document
        self._trusted = all(_all_end(root, unread) for root in roots)
        self._open: list[Field] = []
        self._codes = 0
        self._made = 0

    @property
    def in_code(self) -> bool:
        return self._codes > 0

    @property
    def in_contents(self) -> bool:
        return self._made > 0

    def mark(self, element: Element) -> None:
        """Follow one mark."""
        kind = value(element, "fldCharType") if self._trusted else ""
        if kind == "begin":
            self._open.append(Field())
            self._codes += 1
        elif kind == "separate":
            self._end_code()
        elif kind == "end":
            self._end_code()
            self.end_simple()

    def instruct(self, element: Element) -> None:
        """Take a piece of a field's code."""
        if self._open and self._open[-1].in_code:
            self._open[-1].code.append(element.text or "")

    def begin_simple(self, code: str) -> None:
        """Enter a field that is one element."""
        self._open.append(Field([code]))
        self._codes += 1
        self._end_code()

    def end_simple(self) -> None:
        if self._open:
            self._made -= self._open.pop().made

    def _end_code(self) -> None:
        last = self._open[-1] if self._open else None
        if last and last.in_code:
            last.in_code = False
            last.made = "".join(last.code).strip().upper().partition(" ")[0] in MADE
            self._codes -= 1
            self._made += last.made


def _all_end(root: Element, unread: tuple[str, ...]) -> bool:
    """Tell whether every field of a text ends behind its beginning, among what is read: a change may have taken away one of both."""
    depth = 0
    for mark in root.iter(*named("fldChar")):
        step = STEPS.get(value(mark, "fldCharType"), 0)
        if step and next(mark.iterancestors(*unread), None) is None:
            depth += step
            if depth < 0:
                return False
    return depth == 0
