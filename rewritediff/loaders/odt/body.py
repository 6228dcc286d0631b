"""A text of an OpenDocument file - its body, a header - walked through in the order of reading.

What each element means stands in `Body._handlers`; what is not named there is walked through.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import NamedTuple

from rewritediff.core.values import Role
from rewritediff.loaders.collecting import Collector
from rewritediff.loaders.odt.changes import Changes, edge
from rewritediff.loaders.odt.frames import SHAPES, content
from rewritediff.loaders.odt.names import full, fulls
from rewritediff.loaders.odt.styles import Styles
from rewritediff.loaders.options import Options
from rewritediff.loaders.parts import Part
from rewritediff.loaders.style_names import role_of_level
from rewritediff.loaders.xml import PAST, Element, Enter, Inside, walk

STYLE = full("text:style-name")
HIDDEN = full("text:is-hidden")
MAX_SPACES = 100
"""Blanks written as a number: more is no writing, and a file of 20 bytes must not ask for two billion."""
BLANKS = re.compile(r"[ \t\r\n]+")
UNSEEN = (
    *fulls("text", "tracked-changes", "note-citation", "number", "ruby-text", "sequence-decls", "variable-decls", "user-field-decls"),
    *fulls("text", "dde-connection-decls", "format-change", "page-sequence", "section-source", "bibliography-source"),
    *fulls("text", "alphabetical-index-auto-mark-file"),
    *fulls("office", "forms", "event-listeners", "binary-data", "change-info", "annotation-end", "dde-source", "scripts"),
    *fulls("svg", "title", "desc"),
    *fulls("table", "title", "desc", "table-source"),
    full("draw:glue-point"),
    full("form:form"),
)
"""What is not part of the text as it is shown; a note's own mark, and the number that a list gives, are not part of a sentence."""
INDEXES = ("table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index")
SOURCES = fulls("text", *(f"{index}-source" for index in INDEXES))


class _State(NamedTuple):
    """Hold what is true of words at a place."""

    hidden: bool
    contents: bool
    lists: bool


class _Joined(NamedTuple):
    """Name the paragraphs of what was deleted that belong to the one that is open around them."""

    first: Element | None = None
    last: Element | None = None


class Body:
    """Walk through a text and collect its blocks."""

    def __init__(self, root: Element, styles: Styles, changes: Changes, options: Options, formulas: frozenset[str] = frozenset()) -> None:
        self.collector = Collector(options.kept)
        self._styles = styles
        self._changes = changes
        self._formulas = formulas
        self._hidden = self._contents = self._lists = False
        self._was_hidden = False
        self._is_contents_line = False
        self._joined = _Joined()
        self._of_pages: list[Element] = []
        """Boxes that hang on a page: nobody knows beside which paragraph, so they come last."""
        handlers = self._handlers()
        walk(root, handlers, self._words)
        for box in self._of_pages:
            self.collector.begin_flow(Part.BOX)
            walk(box, handlers, self._words)
            self.collector.end_flow()

    def _handlers(self) -> Mapping[str, Enter]:
        text: dict[str, Enter] = {
            "p": self._paragraph, "h": self._paragraph, "span": self._span, "section": self._section, "list": self._list,
            "numbered-paragraph": self._list, "s": self._spaces, "tab": partial(self._sign, "\t"), "line-break": partial(self._sign, "\n"),
            "note": partial(self._flow, Part.NOTE), "hidden-text": self._hidden_text, "script": partial(self._counted, Part.SCRIPT),
            "change": self._deleted, "change-start": self._changes.start, "change-end": self._changes.end,
        }  # fmt: skip
        handlers = {full(f"text:{name}"): enter for name, enter in text.items()}
        handlers |= dict.fromkeys((*UNSEEN, *SOURCES), _past)
        handlers |= dict.fromkeys(fulls("text", *INDEXES), self._index)
        handlers |= dict.fromkeys(fulls("table", "table-cell", "covered-table-cell"), partial(self._flow, Part.CELL))
        handlers |= dict.fromkeys(SHAPES, self._shape)
        handlers[full("table:table")] = self._table
        handlers[full("draw:frame")] = self._frame
        handlers[full("math:math")] = partial(self._counted, Part.FORMULA)
        handlers[full("office:annotation")] = partial(self._counted, Part.COMMENT)
        return handlers

    def _paragraph(self, element: Element) -> Inside:
        name = element.get(STYLE, "")
        state = _State(self._hidden, self._contents, self._lists)
        mark = element.find(full("text:hidden-paragraph"))
        self._hidden = self._hidden or bool(self._styles.hidden("paragraph", name)) or (mark is not None and mark.get(HIDDEN) == "true")
        role = self._role(element, name)
        if element is not self._joined.first:
            self.collector.begin_paragraph(role)
        return Inside(None, partial(self._end_paragraph, element, state))

    def _end_paragraph(self, element: Element, state: _State) -> None:
        self.collector.left[Part.CONTENTS] += self._is_contents_line
        self._is_contents_line = self._was_hidden = False
        self._restore(state)
        if element is not self._joined.last and not self._changes.inserting:
            self.collector.end_paragraph()

    def _restore(self, state: _State) -> None:
        self._hidden, self._contents, self._lists = state.hidden, state.contents, state.lists

    def _role(self, element: Element, name: str) -> Role:
        within = self.collector.part
        if within in (Part.CELL, Part.NOTE):
            return Role.CELL if within is Part.CELL else Role.NOTE
        meaning = self._styles.meaning(name)
        if meaning is Part.CONTENTS:
            self._contents = True
        if element.tag == full("text:h") and meaning is not Role.TITLE:
            level = element.get(full("text:outline-level"), "1")
            return role_of_level(int(level) if level in tuple("123456789") else 2)
        if isinstance(meaning, Role) and meaning is not Role.BODY:
            return meaning
        return Role.LIST_ITEM if self._lists else Role.BODY

    def _words(self, words: str) -> None:
        role = self.collector.role
        if role is not None:  # between paragraphs is white space only
            self._add(BLANKS.sub(" ", words) if role is Role.CODE or "\n" in words else words)

    def _sign(self, sign: str, _element: Element) -> None:
        self._add(sign)

    def _spaces(self, element: Element) -> None:
        count = element.get(full("text:c"), "1")
        self._add(" " * min(MAX_SPACES, int(count[:9]) if count.isascii() and count.isdigit() else 1))

    def _add(self, words: str) -> None:
        if self._changes.inserting:
            return
        if self._contents:
            self._is_contents_line = self._is_contents_line or not words.isspace()
        elif self._hidden:
            self.collector.left[Part.HIDDEN] += not self._was_hidden and not words.isspace()
            self._was_hidden = self._was_hidden or not words.isspace()
        else:
            self._was_hidden = False
            self.collector.add(words)

    def _inside(self, element: Element | None = None, *, hidden: bool = False, contents: bool = False, in_list: bool = False) -> Inside:
        """Go on inside an element with some of the state changed, and change it back behind."""
        state = _State(self._hidden, self._contents, self._lists)
        self._restore(_State(self._hidden or hidden, self._contents or contents, in_list or self._lists))
        return Inside(element, partial(self._restore, state))

    def _span(self, element: Element) -> Inside | None:
        hidden = self._styles.hidden("text", element.get(STYLE, ""))
        return self._inside(hidden=True) if hidden else None

    def _section(self, element: Element) -> Inside | None:
        display = element.get(full("text:display"), "true")
        return self._inside(hidden=True) if display == "none" or (display == "condition" and element.get(HIDDEN) == "true") else None

    def _list(self, _element: Element) -> Inside:
        return self._inside(in_list=True)

    def _index(self, _element: Element) -> Inside:
        return self._inside(contents=True)

    def _hidden_text(self, element: Element) -> Inside | None:
        return self._counted(Part.HIDDEN, element) if element.get(HIDDEN) == "true" else None

    def _counted(self, part: Part, _element: Element) -> Inside:
        self.collector.left[part] += not self._changes.inserting
        return PAST

    def _table(self, _element: Element) -> None:
        if not self._changes.inserting:
            self.collector.end_open()

    def _frame(self, element: Element) -> Inside | None:
        found = content(element, self._formulas)
        if found is None:
            return None
        return self._shape(found[0]) if found[1] is Part.BOX else self._counted(found[1], element)

    def _shape(self, element: Element) -> Inside:
        if self.collector.part is None and self.collector.role is None:
            self._of_pages.append(element)
            return PAST
        return self._flow(Part.BOX, element)

    def _flow(self, part: Part, element: Element) -> Inside:
        self.collector.begin_flow(part)
        state = _State(self._hidden, self._contents, self._lists)
        self._lists = False
        return Inside(element, partial(self._end_flow, state))

    def _end_flow(self, state: _State) -> None:
        self.collector.end_flow()
        self._restore(state)

    def _deleted(self, mark: Element) -> Inside:
        deletion = self._changes.take_deleted(mark)
        if deletion is None:
            return PAST
        outer, role = self._joined, self.collector.role
        self._joined = _Joined() if role is None else _Joined(edge(deletion, last=False), edge(deletion, last=True))
        return Inside(deletion, partial(self._end_deleted, outer, role))

    def _end_deleted(self, outer: _Joined, role: Role | None) -> None:
        self._joined = outer
        if role is not None and self.collector.role is None:
            self.collector.begin_paragraph(role)


def _past(_element: Element) -> Inside:
    return PAST
