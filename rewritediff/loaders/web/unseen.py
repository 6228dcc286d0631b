"""Empties the elements of a tree that no reader sees, or that are no part of the writing: hidden ones, note marks, list marks, comments.

They are emptied where they stand and not taken out: joining what stands behind them took quadratic time for 100,000 of them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice

from rewritediff.loaders.options import Options, Tracked
from rewritediff.loaders.parts import Left, Part
from rewritediff.loaders.web.elements import (
    ARROW,
    BACK_TYPES,
    BEFORE_MARK,
    BREAKING,
    CONTENTS,
    FOR_EARS,
    LIST_MARK,
    MARK,
    PAGE_BREAKS,
    RAISED,
    REFERENCE_CLASS,
    REFERENCE_TYPES,
    STYLED_AWAY,
    UNREAD,
    WORD_ASIDE,
    WORD_COMMENT,
)
from rewritediff.loaders.xml import Element

TINY = 40
"""Characters that a note's mark with its brackets may have."""
FEW = 12
"""Elements in which such a mark may be wrapped."""


@dataclass(slots=True)
class Unseen:
    """Hold what was emptied: how many of each part, tracked changes, and where the marks of notes lead."""

    left: Left = field(default_factory=Left)
    insertions: int = 0
    deletions: int = 0
    references: set[str] = field(default_factory=set)
    """Addresses that the marks of notes lead to."""

    @property
    def places(self) -> frozenset[str]:
        """Give the names of the notes' places in the same page."""
        return frozenset(address.rpartition("#")[2] for address in self.references)


def empty_unseen(root: Element, options: Options) -> Unseen:
    """Empty what is not to be read, in place, and tell what that was."""
    unseen = Unseen()
    pending = [root]
    while pending:
        element = pending.pop()
        if not isinstance(element.tag, str) or element.tag in UNREAD:
            continue
        if _is_unseen(element, unseen, options):
            _empty(element)
        else:
            pending += reversed(element)
    return unseen


def words_in(element: Element) -> str:
    """Give all text inside an element."""
    return "".join(map(str, element.itertext()))


def types_of(element: Element) -> frozenset[str]:
    """Give what an element says that it is, by `epub:type` and `role`."""
    return frozenset(f"{element.get('epub:type', '')} {element.get('role', '')}".lower().split())


def _empty(element: Element) -> None:
    """Empty an element; its names stay, since Word's mark in front of a note is also the place that the text refers to."""
    tail, names = element.tail, [(key, element.get(key, "")) for key in ("id", "name") if key in element.attrib]
    element.clear()
    element.tag = "span"
    element.tail = tail
    for key, value in names:
        element.set(key, value)


def _is_unseen(element: Element, unseen: Unseen, options: Options) -> bool:
    return (
        any(test(element, unseen, options) for test in TESTS) if element.attrib or element.tag in ("sup", "del", "ins", "math") else False
    )


def _hidden(element: Element, unseen: Unseen, _: Options) -> bool:
    style, names = element.get("style", ""), element.get("class", "")
    away = "hidden" in element.attrib and element.get("hidden") != "until-found"
    if not (away or STYLED_AWAY.search(style) or FOR_EARS.search(names) or (element.tag == "dialog" and "open" not in element.attrib)):
        return False
    # a browser shows the body whatever hides it until a script has run
    if element.tag in ("html", "body"):
        return False
    unseen.left[Part.HIDDEN] += any(map(str.isalnum, words_in(element)))
    return True


def _reference(element: Element, unseen: Unseen, _: Options) -> bool:
    """Tell whether an element is the mark of a note or the way back from it, and remember where it leads."""
    glance = _glance(element) if element.tag in ("a", "sup", "span") else None
    if glance is None or "#" not in glance.href:
        return False
    if not (glance.typed or ARROW.fullmatch(glance.text) or (MARK.fullmatch(glance.text) and glance.looks_referring)):
        return False
    if not (glance.leads_back or _begins_paragraph(element)):
        unseen.references.add(glance.href)
    return True


def _begins_paragraph(element: Element) -> bool:
    """Tell whether nothing stands before an element in its paragraph: there the mark is the note's own and leads back."""
    here = element
    while True:
        before, outer = here.getprevious(), here.getparent()
        if before is not None:
            return before.tag in BREAKING and not (before.tail or "").strip()
        if outer is None or (outer.text or "").strip():
            return outer is None
        if outer.tag in BREAKING:
            return True
        here = outer


@dataclass(frozen=True, slots=True)
class _Glance:
    """Hold what a small element holds: its text, where it links to, and what its classes say."""

    text: str
    href: str
    typed: bool
    looks_referring: bool
    leads_back: bool


def _glance(element: Element) -> _Glance | None:
    """Look at an element of a few characters, or give None for a larger one: a page may nest 2,000 of them."""
    inside = list(islice(element.iter(), FEW + 1))
    if len(inside) > FEW:
        return None
    text = "".join(map(str, islice(element.itertext(), FEW))).strip()
    links = [one for one in inside if one.tag == "a" and one.get("href")]
    if len(text) > TINY or not links or (not text and element.tag != "a"):
        return None
    href = links[0].get("href", "")
    named = " ".join((href, *(one.get("class", "") for one in inside)))
    raised = any(one.tag == "sup" or "super" in one.get("style", "") for one in inside)
    typed = any(types_of(one) & REFERENCE_TYPES for one in inside)
    back = any(types_of(one) & BACK_TYPES for one in inside) or bool(ARROW.fullmatch(text))
    return _Glance(text, href, typed, raised or text[:1] in "*†‡" or bool(REFERENCE_CLASS.search(named)), back)


def _raised_mark(element: Element, unseen: Unseen, _: Options) -> bool:
    """Tell whether an element is the raised mark of a note that leads nowhere."""
    if element.tag != "sup" or element.find(".//a") is not None:
        return False
    text = "".join(map(str, islice(element.itertext(), FEW)))
    before, outer = element.getprevious(), element.getparent()
    written = (before.tail if before is not None else outer.text if outer is not None else "") or ""
    if not RAISED.fullmatch(text[:TINY]) or not ("[" in text or BEFORE_MARK.search(written[-TINY:])):
        return False
    unseen.left[Part.MARK] += 1
    return True


def _list_mark(element: Element, _: Unseen, __: Options) -> bool:
    return bool(LIST_MARK.search(element.get("style", "")))


def _word_aside(element: Element, unseen: Unseen, _: Options) -> bool:
    """Tell whether an element is a comment, a header or the table of contents of a page that Word wrote."""
    aside = WORD_ASIDE.search(element.get("style", ""))
    names = element.get("class", "")
    if aside:
        unseen.left[Part.COMMENT if aside[1].lower() == "comment" else Part.HEADER] += 1
    elif CONTENTS.search(names):
        unseen.left[Part.CONTENTS] += 1
    return bool(aside or CONTENTS.search(names) or WORD_COMMENT.search(names))


def _page_break(element: Element, unseen: Unseen, _: Options) -> bool:
    if not types_of(element) & PAGE_BREAKS:
        return False
    unseen.left[Part.PAGE_NUMBER] += bool(words_in(element).strip())
    return True


def _formula(element: Element, unseen: Unseen, _: Options) -> bool:
    unseen.left[Part.FORMULA] += element.tag == "math"
    return element.tag == "math"


def _tracked(element: Element, unseen: Unseen, options: Options) -> bool:
    inserted, deleted = element.tag == "ins", element.tag == "del" or "msoDel" in element.get("class", "")
    unseen.insertions += inserted
    unseen.deletions += deleted
    return inserted if options.tracked is Tracked.BEFORE else deleted


TESTS: tuple[Callable[[Element, Unseen, Options], bool], ...] = (
    _hidden,
    _reference,
    _raised_mark,
    _list_mark,
    _word_aside,
    _page_break,
    _formula,
    _tracked,
)
"""What may be the reason why an element is not read, in the order in which it is asked."""
