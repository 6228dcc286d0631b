"""A tree -> its paragraphs in the order in which they are seen, each with its role and what it takes to judge whether it is article.

Words, roles and order only; which paragraphs are the article is decided elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rewritediff.core.values import Block, Role
from rewritediff.loaders.web.elements import (
    AROUND,
    AROUND_NAMES,
    BREAKING,
    INSIDE_TABLES,
    LEAVES,
    MEDIA,
    NOTE_LISTS,
    NOTE_TYPES,
    ROLES,
    UNREAD,
    WORD_ROLES,
)
from rewritediff.loaders.web.unseen import types_of
from rewritediff.loaders.xml import Element

BREAK = "\x02"
"""Stands for a line break while a paragraph is gathered; no page writes it on purpose, and it would be removed from the text."""
EMPTY_LINES = re.compile(rf"{BREAK}\s*{BREAK}[\s{BREAK}]*")
"""Begins with a break and not with the white space before it, which would take quadratic time for a million line ends."""
LONG_LINE = 60
"""Characters of a line that ends with a full stop before a single line break, from which it is taken for a paragraph."""
ENDED = re.compile(r"[.!?…:。！？][\"'”’“‘»«›‹)\]]*\Z")
STICKY = frozenset({Role.NOTE, Role.CODE})
"""Roles that no element inside can change."""
MOST_NOTES = 0.6
"""Of all characters, those in notes from which they are none."""
LAYOUT_TAGS = frozenset({"h1", "h2", "h3", "h4", "table", "form", "article", "section", "blockquote"})
"""What a cell of a table holds that is there for the looks of the page."""
LAYOUT_PARAGRAPHS = 3
"""Paragraphs in one cell from which its table is taken for layout."""


@dataclass(frozen=True, slots=True)
class Found:
    """Hold a paragraph as it was found in a page."""

    block: Block
    linked: int
    """Characters of it that are words of links."""
    around: bool
    """It stands in a menu, header, footer, aside, form or advertisement."""
    place: str
    """The element that holds it with its siblings: its name and classes, and its number where it has no class."""
    pictures: int
    """Pictures since the paragraph before it."""
    frames: int
    """Embedded pages since the paragraph before it."""
    objects: int
    """Films, sounds and other embedded files since the paragraph before it."""


@dataclass(slots=True)
class _Open:
    """Hold what an open element changes until it is closed."""

    element: Element
    role: Role
    around: bool
    place: str


def paragraphs_of(root: Element, note_places: frozenset[str] = frozenset()) -> list[Found]:
    """List the paragraphs below an element from which `empty_unseen` took what is not seen; pictures at the very end are in an empty one.

    `note_places` are the names of the elements that are notes, unless most words were notes then: a page of links to its own parts.
    """
    found = _Walker(root, note_places).walked()
    noted = sum(len(one.block.text) for one in found if one.block.role is Role.NOTE)
    if note_places and noted > MOST_NOTES * sum(len(one.block.text) for one in found):
        return _Walker(root, frozenset()).walked()
    return found


class _Walker:
    """Gathers words until an element breaks the paragraph; goes through the tree without recursion."""

    def __init__(self, root: Element, note_places: frozenset[str]) -> None:
        self._root = root
        self._places = note_places
        self._layout = layout_tables(root)
        self._found: list[Found] = []
        self._words: list[str] = []
        self._open = [_Open(root, Role.BODY, False, "")]
        self._opened = 0
        self._role_here: Role | None = None
        self._in_link = self._linked = self._pictures = self._frames = self._objects = 0

    def walked(self) -> list[Found]:
        pending: list[tuple[Element, bool]] = [(self._root, False)]
        while pending:
            element, done = pending.pop()
            if done:
                self._close(element)
            elif isinstance(element.tag, str) and element.tag not in UNREAD:
                self._enter(element)
                pending.append((element, True))
                pending += [(child, False) for child in reversed(element)]
                continue
            else:
                self._objects += element.tag in MEDIA
                self._pictures += element.tag == "svg" and next(element.iter("text", "image"), None) is not None
            if element is not self._root:
                self._say(element.tail)
        self._flush()
        return self._found

    def _enter(self, element: Element) -> None:
        tag = str(element.tag)
        self._in_link += tag == "a" and "href" in element.attrib
        if tag == "br":
            self._words.append("\n" if self._open[-1].role is Role.CODE else BREAK)
        elif tag == "img":
            self._pictures += _is_picture(element)
        elif tag in ("iframe", "frame"):
            self._frames += 1
        # a line number or a comment in a listing is no paragraph of its own
        elif tag in BREAKING and (self._open[-1].role is not Role.CODE):
            self._flush()
            self._open.append(self._opening(element, tag))
        elif self._leads_to(element) and not "".join(self._words).strip():
            self._role_here = Role.NOTE
        if tag not in ("iframe", "noframes"):
            self._say(element.text)

    def _opening(self, element: Element, tag: str) -> _Open:
        outer = self._open[-1]
        self._opened += 1
        names = element.get("class", "")
        around = tag in AROUND or AROUND_NAMES.search(f"{names} {element.get('id', '')} {element.get('aria-label', '')}")
        # a table's cells belong together, and not to their rows
        place = outer.place if tag in INSIDE_TABLES else f"{tag} {names or self._opened}"
        return _Open(element, self._role_of(element, tag), outer.around or bool(around), place)

    def _close(self, element: Element) -> None:
        self._in_link -= element.tag == "a" and "href" in element.attrib
        if self._open[-1].element is element and len(self._open) > 1:
            self._flush()
            self._open.pop()

    def _say(self, text: str | None) -> None:
        if text:
            self._words.append(text)
            self._linked += len(text.strip()) if self._in_link else 0

    def _flush(self) -> None:
        here = self._open[-1]
        text = "".join(self._words)
        if text.strip(f" \t\r\n\xa0{BREAK}") or self._pictures or self._frames or self._objects:
            role = self._role_here or here.role
            place = here.place if len(self._open) < 2 or here.element.tag not in LEAVES else self._open[-2].place
            for number, piece in enumerate(_pieces(text, role)):
                others = (0, 0, 0) if number else (self._pictures, self._frames, self._objects)
                self._found.append(Found(Block(role, piece), self._linked, here.around, place, *others))
            self._pictures = self._frames = self._objects = 0
        self._words, self._linked, self._role_here = [], 0, None

    def _leads_to(self, element: Element) -> bool:
        return bool(self._places) and (element.get("id") in self._places or element.get("name") in self._places)

    def _role_of(self, element: Element, tag: str) -> Role:
        """Tell the role of what stands in an element: its own, or that of the element around it."""
        outer = self._open[-1].role
        if outer in STICKY:
            return outer
        types = types_of(element)
        if self._leads_to(element) or types & NOTE_TYPES or types & NOTE_LISTS:
            return Role.NOTE
        if tag in ("td", "th"):
            return Role.BODY if self._table() in self._layout else Role.CELL
        names = element.get("class", "")
        worded = next((role for pattern, role in WORD_ROLES if "Mso" in names and pattern.search(names)), None)
        return worded or ROLES.get(tag, outer)

    def _table(self) -> Element | None:
        return next((one.element for one in reversed(self._open) if one.element.tag == "table"), None)


def layout_tables(root: Element) -> set[Element]:
    """Find the tables that arrange a page: with a table, a heading or several paragraphs in a cell, or said to be for the looks only."""
    layout: set[Element] = set()
    tables: list[tuple[Element, list[int]]] = []
    for element, opening in _steps(root):
        tag = element.tag
        if opening and tables and tag in LAYOUT_TAGS and tables[-1][1][0]:
            layout.add(tables[-1][0])
        if tag == "table":
            if not opening:
                tables.pop()
                continue
            tables.append((element, [0, 0]))
            if element.get("role") in ("presentation", "none"):
                layout.add(element)
        elif tables and tag in ("td", "th"):
            tables[-1][1][0] += 1 if opening else -1
            tables[-1][1][1] = 0
        elif tables and opening and tag in ("p", "br"):
            tables[-1][1][1] += 1
            if tables[-1][1][1] >= LAYOUT_PARAGRAPHS:
                layout.add(tables[-1][0])
    return layout


def _steps(root: Element) -> Iterator[tuple[Element, bool]]:
    pending: list[tuple[Element, bool]] = [(root, True)]
    while pending:
        element, opening = pending.pop()
        yield element, opening
        if opening and isinstance(element.tag, str):
            pending.append((element, False))
            pending += [(child, True) for child in reversed(element)]


def _pieces(text: str, role: Role) -> list[str]:
    """Cut a paragraph at empty lines, and at single line breaks where every line is a paragraph."""
    if role is Role.CODE:
        return [text]
    pieces: list[list[str]] = []
    for part in EMPTY_LINES.split(text):
        before = ""
        for line in (line.strip() for line in part.split(BREAK) if line.strip()):
            if before and not (len(line) >= LONG_LINE <= len(before) and ENDED.search(before)):
                pieces[-1].append(line)
            else:
                pieces.append([line])
            before = line
    return [" ".join(lines) for lines in pieces] or [""]


def _is_picture(element: Element) -> bool:
    """Tell whether an `img` is larger than the dots by which readers are counted."""
    return not any(element.get(side, "").strip().removesuffix("px") in ("0", "1") for side in ("width", "height"))
