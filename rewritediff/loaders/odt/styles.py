"""What the styles of an OpenDocument text say of its paragraphs and words; most paragraphs have a nameless style based on a named one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rewritediff.core.values import Role
from rewritediff.loaders.odt.names import full
from rewritediff.loaders.style_names import MAX_CHAIN, Meaning, meaning_of, role_of_level
from rewritediff.loaders.xml import Element

ESCAPED = re.compile(r"_([0-9a-f]{1,4})_")
CAPTIONS = ("table", "text")
"""Styles for captions whose names say something else in Word."""
FAMILIES = ("paragraph", "text")


@dataclass(frozen=True, slots=True)
class Style:
    """Hold what one style says, and which style it is based on."""

    parent: str
    meaning: Meaning | None
    hidden: bool | None


class Styles:
    """Answer for a style what it, or the next style above it that says something, says."""

    def __init__(self, roots: Iterable[Element]) -> None:
        elements = (element for root in roots for element in root.iter(full("style:style")))
        self._styles: dict[tuple[str, str], Style] = {}
        for element in elements:
            key = (element.get(full("style:family"), ""), element.get(full("style:name"), ""))
            if key[0] in FAMILIES:
                self._styles.setdefault(key, _style(element))  # automatic styles of the text come first
        self._meanings: dict[str, Meaning | None] = {}

    def meaning(self, name: str) -> Meaning | None:
        """Tell what paragraphs of a style are; None where no style above it says anything."""
        if name not in self._meanings:
            found = next((style.meaning for style in self._chain("paragraph", name) if style.meaning), None)
            self._meanings[name] = found if ("paragraph", name) in self._styles else meaning_of(_readable(name))
        return self._meanings[name]

    def hidden(self, family: str, name: str) -> bool | None:
        """Tell whether words of a style are not shown."""
        return next((style.hidden for style in self._chain(family, name) if style.hidden is not None), None)

    def _chain(self, family: str, name: str) -> Iterator[Style]:
        for _ in range(MAX_CHAIN):
            if (family, name) not in self._styles:
                break
            yield self._styles[family, name]
            name = self._styles[family, name].parent


def _style(element: Element) -> Style:
    name = element.get(full("style:display-name")) or _readable(element.get(full("style:name"), ""))
    parent = element.get(full("style:parent-style-name"), "")
    level = element.get(full("style:default-outline-level"), "")
    words = element.find(full("style:text-properties"))
    display = None if words is None else words.get(full("text:display"))
    is_caption = name.lower() in CAPTIONS and parent == "Caption"
    meaning = Role.CAPTION if is_caption else meaning_of(name) or (role_of_level(int(level)) if level in tuple("123456789") else None)
    return Style(parent, meaning, None if display is None else display == "none")


def _readable(name: str) -> str:
    """Read a name as the interface shows it: "Heading_20_1" -> "Heading 1"."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), name)
