"""The short commands that writers make for themselves: those without arguments are replaced by what they stand for, within limits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rewritediff.loaders.latex.scanning import after_group, after_option

NAME = re.compile(r"\*?\s{0,9}\{?\s?\\([a-zA-Z@]+)\s?\}?[ \t]?")
PARAMETERS = re.compile(r"(?:#\d|\[|[^\\{}\n])[^{}\n]{0,100}(?=\{)")
VALUE = re.compile(r"[ \t]?=?[ \t]?(?:\\[a-zA-Z@]+|\\?.)")
LONGEST = 300
"""Characters of a command that is replaced; a longer one is a small program."""
MOST_NESTED = 4
"""Commands of a writer's own within one another; one that names itself would go on for ever."""
FREE = 200_000
"""Characters that all replacements together may give beyond the length of the source."""
KNOWN = {"title", "author", "section", "item", "begin", "end"}
"""Commands that mean the same whatever a writer makes of them."""


@dataclass(slots=True)
class Macros:
    """Keep what a writer defined, and where reading goes on behind a replacement."""

    length: int
    _bodies: dict[str, str] = field(default_factory=dict)
    _waiting: list[tuple[str, int]] = field(default_factory=list)
    _written: int = 0

    def define(self, text: str, how: str, position: int) -> int:
        """Read a definition; returns where it ends."""
        found = NAME.match(text, position)
        if not found:
            return position
        at = found.end()
        if how == "let":
            value = VALUE.match(text, at)
            return value.end() if value else at
        start = after_option(text, after_option(text, at, apart=True), apart=True)
        parameters = PARAMETERS.match(text, start) if "def" in how else None
        start = parameters.end() if parameters else start
        end = after_group(text, start)
        body = text[start + 1 : end - 1]
        plain = end > start and "#" not in body and not parameters and text[at : at + 1] != "["
        if plain and len(body) <= LONGEST and found[1] not in KNOWN:
            self._bodies[found[1]] = body
        return end

    def body(self, word: str) -> str | None:
        """Give what a command stands for, or None where it is not replaced."""
        body = self._bodies.get(word)
        if body is None or len(self._waiting) >= MOST_NESTED or self._written > self.length + FREE:
            return None
        self._written += len(body) + 1
        return body or " "

    def suspend(self, text: str, position: int) -> None:
        """Keep where reading goes on behind the replacement."""
        self._waiting.append((text, position))

    def resume(self) -> tuple[str, int] | None:
        """Give where reading goes on, or None at the end of the source."""
        while self._waiting:
            text, position = self._waiting.pop()
            if position < len(text):
                return text, position
        return None
