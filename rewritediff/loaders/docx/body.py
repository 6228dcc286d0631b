"""A text of a Word document - its body, a header - walked through in the order of reading.

What each element means stands in `Body.handlers`; what is not named there is walked through, as new versions of Word wrap old elements
into new ones.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from rewritediff.core.values import Role
from rewritediff.loaders.collecting import Collector
from rewritediff.loaders.docx.changes import DELETIONS, INSERTIONS, Changes
from rewritediff.loaders.docx.fields import Fields
from rewritediff.loaders.docx.formulas import linear_text
from rewritediff.loaders.docx.names import MATH, child, is_on, named, value
from rewritediff.loaders.docx.notes import Notes
from rewritediff.loaders.docx.styles import Styles, level_role, numbered
from rewritediff.loaders.options import Options
from rewritediff.loaders.parts import Part
from rewritediff.loaders.style_names import Meaning, role_of
from rewritediff.loaders.symbols import readable, symbol
from rewritediff.loaders.xml import PAST, Element, Enter, Inside, walk

UNSEEN = named(
    *("pPr", "rPr", "tblPr", "tblPrEx", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "customXmlPr", "smartTagPr"),
    *("rt", "rubyPr", "ffData", "fldData", "delInstrText", "footnoteRef", "endnoteRef", "annotationRef"),
)
"""Properties, the small letters above ruby, and marks."""
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/", "http://purl.oclc.org/ooxml/drawingml/"
PICTURES = (
    *(f"{{{space}picture}}pic" for space in DRAWING),
    "{urn:schemas-microsoft-com:vml}imagedata",
    "{urn:schemas-microsoft-com:vml}textpath",
)
OBJECTS = (
    *named("object", "altChunk", "subDoc"),
    *(f"{{{space}{name}" for space in DRAWING for name in ("chart}chart", "diagram}relIds")),
    "{http://schemas.microsoft.com/office/drawing/2014/chartex}chart",
)
ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
CONTENTS = ("Table of Contents", "Table of Figures", "Index")
"""Galleries of building blocks that are made from what stands elsewhere in the document."""


class Body:
    """Walk through a text and collect its blocks."""

    def __init__(self, root: Element, styles: Styles, notes: Notes, options: Options) -> None:
        self.collector = Collector(options.kept)
        self.changes = Changes(options.tracked)
        self._styles = styles
        self._notes = notes
        # runs are asked only where a document hides words, or has notes whose marks are words of a style: each costs a microsecond
        self._asks_runs = styles.hide or bool(notes.roots) or next(root.iter(*named("vanish")), None) is not None
        self._fields = Fields([root, *notes.roots], self.changes.unread)
        self._hidden = self._was_hidden = False
        self._contents = self._shapes = 0
        self._is_contents_line = False
        walk(root, self._handlers())

    def _handlers(self) -> Mapping[str, Enter]:
        tab, line = partial(self._sign, "\t"), partial(self._sign, "\n")
        w: dict[str, Enter] = {
            "p": self._paragraph, "t": self._text, "delText": self._text, "instrText": self._instruction, "sym": self._symbol,
            "tab": tab, "ptab": tab, "br": line, "cr": line, "noBreakHyphen": partial(self._sign, "\u2011"),
            "fldChar": self._field_mark, "fldSimple": self._simple_field, "sdt": self._control, "txbxContent": self._box,
            "tbl": self._table, "tr": self._row, "tc": self._cell, "footnoteReference": self._note, "endnoteReference": self._note,
        }  # fmt: skip
        w |= {"r": self._run} if self._asks_runs else {}
        handlers = {tag: enter for name, enter in w.items() for tag in named(name)}
        handlers |= dict.fromkeys(UNSEEN, _past)
        handlers |= dict.fromkeys(INSERTIONS + DELETIONS, self._change)
        handlers |= dict.fromkeys(PICTURES, partial(self._counted, Part.PICTURE))
        handlers |= dict.fromkeys(OBJECTS, partial(self._counted, Part.OBJECT))
        handlers |= dict.fromkeys(named("oMath", namespaces=MATH), self._formula)
        drawn: dict[str, Enter] = {"txBody": self._shape, "p": self._drawn_paragraph, "t": self._drawn_text, "br": line}
        handlers |= {f"{{{space}main}}{name}": enter for space in DRAWING for name, enter in drawn.items()}
        return handlers | {ALTERNATIVES: _alternative}

    def _paragraph(self, element: Element) -> Inside:
        properties = child(element, "pPr")
        meaning = self._meaning(properties)
        in_contents = meaning is Part.CONTENTS
        self.collector.begin_paragraph(self._role(meaning))
        self._contents += in_contents
        was_hidden, self._hidden = self._hidden, self._styles.hide and bool(self._styles.hidden(value(child(properties, "pStyle"))))
        return Inside(None, partial(self._end_paragraph, properties, in_contents, was_hidden))

    def _shape(self, element: Element) -> Inside:
        """Read the words of a shape that is drawn and not laid out as a text box; it knows no styles and no tracked changes."""
        self._shapes += 1
        self.collector.begin_flow(Part.BOX)
        return Inside(element, self._end_shape)

    def _end_shape(self) -> None:
        self._shapes -= 1
        self.collector.end_flow()

    def _drawn_text(self, element: Element) -> None:
        # elsewhere in a drawing it is what a chart or a picture shows
        if self._shapes:
            self._text(element)

    def _drawn_paragraph(self, _element: Element) -> Inside | None:
        if not self._shapes:
            return None
        self.collector.begin_paragraph(self._role(None))
        return Inside(None, self.collector.end_paragraph)

    def _end_paragraph(self, properties: Element | None, in_contents: bool, was_hidden: bool) -> None:
        self.collector.left[Part.CONTENTS] += self._is_contents_line
        self._is_contents_line = self._was_hidden = False
        self._contents -= in_contents
        self._hidden = was_hidden
        mark = child(properties, "rPr")
        if self.changes.gone(mark):
            return
        if not self.changes.marked(mark):
            self.changes.untouched()
        # the large first letter of a paragraph is a paragraph of its own
        if value(child(properties, "framePr"), "dropCap") not in ("drop", "margin"):
            self.collector.end_paragraph()

    def _meaning(self, properties: Element | None) -> Meaning | None:
        if properties is None:
            return None
        found = self._styles.meaning(value(child(properties, "pStyle")))
        level = level_role(value(child(properties, "outlineLvl")))
        is_list = numbered(properties)
        if found is Role.LIST_ITEM and is_list is False:
            found = None
        return found or level or (Role.LIST_ITEM if is_list else None)

    def _role(self, meaning: Meaning | None) -> Role:
        within = self.collector.part
        if within in (Part.CELL, Part.NOTE):
            return Role.CELL if within is Part.CELL else Role.NOTE
        return role_of(meaning)

    def _run(self, element: Element) -> Inside | None:
        properties = child(element, "rPr")
        style = value(child(properties, "rStyle"))
        if style and self.collector.part is Part.NOTE and self._styles.is_mark(style):
            return PAST
        vanish = is_on(child(properties, "vanish"))
        hidden = self._styles.hidden(style) if vanish is None and style else vanish
        if hidden is None or hidden is self._hidden:
            return None
        was_hidden, self._hidden = self._hidden, hidden
        return Inside(None, partial(self._set_hidden, was_hidden))

    def _set_hidden(self, hidden: bool) -> None:
        self._hidden = hidden

    def _text(self, element: Element) -> None:
        words = element.text
        if words:
            if not words.isascii():
                fonts = child(element.getparent(), "rPr", "rFonts")
                words = readable(words, value(fonts, "ascii") or value(fonts, "hAnsi")) if fonts is not None else words
            self._add(words.replace("\n", " ") if "\n" in words else words)

    def _sign(self, sign: str, _element: Element) -> None:
        self._add(sign)

    def _symbol(self, element: Element) -> None:
        self._add(symbol(value(element, "char"), value(element, "font")))

    def _add(self, words: str) -> None:
        if self._fields.in_code:
            return
        if self._contents or self._fields.in_contents:
            self._is_contents_line = self._is_contents_line or not words.isspace()
        elif self._hidden:
            self.collector.left[Part.HIDDEN] += not self._was_hidden and not words.isspace()
            self._was_hidden = self._was_hidden or not words.isspace()
        else:
            self._was_hidden = False
            self.changes.untouched()
            self.collector.add(words)

    def _instruction(self, element: Element) -> Inside:
        self._fields.instruct(element)
        return PAST

    def _field_mark(self, element: Element) -> Inside:
        self._fields.mark(element)
        return PAST

    def _simple_field(self, element: Element) -> Inside:
        self._fields.begin_simple(value(element, "instr"))
        return Inside(None, self._fields.end_simple)

    def _formula(self, element: Element) -> Inside:
        text = linear_text(element)
        if text is None:
            self._counted(Part.FORMULA, element)
        else:
            self._add(text)
        return PAST

    def _counted(self, part: Part, _element: Element) -> Inside:
        self.collector.left[part] += 1
        return PAST

    def _change(self, element: Element) -> Inside:
        return Inside(None, self.changes.end) if self.changes.begin(element) else PAST

    def _table(self, _element: Element) -> None:
        self.collector.end_open()  # a paragraph without its mark cannot go on inside or behind a table

    def _row(self, element: Element) -> Inside | None:
        properties = child(element, "trPr")
        if self.changes.gone(properties):
            return PAST
        return self._counted(Part.HIDDEN, element) if is_on(child(properties, "hidden")) else None

    def _cell(self, element: Element) -> Inside:
        return PAST if self.changes.gone(child(element, "tcPr")) else self._flow(Part.CELL, element)

    def _box(self, element: Element) -> Inside:
        return self._flow(Part.BOX, element)

    def _note(self, element: Element) -> Inside:
        unread = self._hidden or self._contents or self._fields.in_code or self.collector.part is Part.NOTE
        note = None if unread else self._notes.take(element)
        return PAST if note is None else self._flow(Part.NOTE, note)

    def _flow(self, part: Part, element: Element) -> Inside:
        self.collector.begin_flow(part)
        return Inside(element, self.collector.end_flow)

    def _control(self, element: Element) -> Inside | None:
        gallery = value(child(element, "sdtPr", "docPartObj", "docPartGallery"))
        if gallery not in CONTENTS:
            return None
        self._contents += 1
        return Inside(None, self._end_contents)

    def _end_contents(self) -> None:
        self._contents -= 1


def _past(_element: Element) -> Inside:
    return PAST


def _alternative(element: Element) -> Inside:
    """Read the first of several ways to draw the same thing; they hold the same words."""
    return Inside(next(iter(element), ()))
