"""What the styles of a Word document say of its paragraphs and words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rewritediff.core.values import Role
from rewritediff.loaders.docx.names import child, is_on, named, value
from rewritediff.loaders.style_names import MAX_CHAIN, Meaning, meaning_of, role_of_level
from rewritediff.loaders.xml import Element

BODY_LEVEL = 9
"""The outline level, counted from 0, that says that a paragraph is no heading."""


@dataclass(frozen=True, slots=True)
class Style:
    """Hold what one style says, and which style it is based on; None where it says nothing of something."""

    parent: str = ""
    meaning: Meaning | None = None
    level: str = ""
    """The outline level of its paragraphs."""
    is_list: bool | None = None
    hidden: bool | None = None
    is_mark: bool = False
    """It is for the mark of a note."""


class Styles:
    """Answer for a style what it, or the next style above it that says something, says."""

    def __init__(self, root: Element | None) -> None:
        elements = root if root is not None else ()
        self._styles = {value(element, "styleId"): _style(element) for element in elements if element.tag in named("style")}
        self.hide = any(style.hidden for style in self._styles.values())
        """Whether any style hides words."""
        self._meanings: dict[str, Meaning | None] = {}

    def meaning(self, identifier: str) -> Meaning | None:
        """Tell what paragraphs of a style are: by name or outline level, else list items by their numbering; None for body text."""
        if identifier not in self._meanings:
            self._meanings[identifier] = self._meaning(identifier)
        return self._meanings[identifier]

    def hidden(self, identifier: str) -> bool | None:
        """Tell whether words of a style are not shown."""
        return next((style.hidden for style in self._chain(identifier) if style.hidden is not None), None)

    def is_mark(self, identifier: str) -> bool:
        """Tell whether words of a style are the mark of a note."""
        return any(style.is_mark for style in self._chain(identifier))

    def _meaning(self, identifier: str) -> Meaning | None:
        if identifier not in self._styles:
            return meaning_of(identifier)
        for style in self._chain(identifier):
            found = style.meaning or level_role(style.level)
            if found:
                break
        else:
            found = None
        if found and found is not Role.BODY:
            return found
        is_list = next((style.is_list for style in self._chain(identifier) if style.is_list is not None), False)
        return Role.LIST_ITEM if is_list else None

    def _chain(self, identifier: str) -> Iterator[Style]:
        for _ in range(MAX_CHAIN):
            if identifier not in self._styles:
                break
            yield self._styles[identifier]
            identifier = self._styles[identifier].parent


def level_role(level: str) -> Role | None:
    """Give the role that an outline level makes of a paragraph; None for that of body text."""
    return role_of_level(int(level) + 1) if level.isascii() and level.isdigit() and int(level[:9]) < BODY_LEVEL else None


def numbered(properties: Element | None) -> bool | None:
    """Tell whether paragraph properties make a list item; number 0 takes a style's numbering away."""
    numbering = child(properties, "numPr")
    number = value(child(numbering, "numId"))
    return None if numbering is None else number != "0"


def _style(element: Element) -> Style:
    name = value(child(element, "name")) or value(element, "styleId")
    is_paragraph = value(element, "type") != "character"
    properties = child(element, "pPr")
    return Style(
        value(child(element, "basedOn")),
        meaning_of(name) if is_paragraph else None,
        value(child(properties, "outlineLvl")),
        numbered(properties),
        is_on(child(element, "rPr", "vanish")),
        name.lower() in ("footnote reference", "endnote reference", "footnote characters", "endnote characters"),
    )
