"""What the elements of HTML mean for who reads an article: what breaks a paragraph, what gives it a role, what nobody sees.

Knows names, classes and styles, and no tree.
"""

from __future__ import annotations

import re

from rewritediff.core.values import Role
from rewritediff.loaders import markup

ROLES = {**markup.ROLES, "pre": Role.CODE, "listing": Role.CODE, "xmp": Role.CODE}
"""Roles that elements give; an `h1` is a title until it is known which of several is the article's."""

BREAKING = (
    frozenset(ROLES)
    | markup.BREAKING
    | {
        *(
            "address",
            "aside",
            "body",
            "button",
            "details",
            "dialog",
            "dir",
            "fieldset",
            "figure",
            "form",
            "hgroup",
            "html",
            "iframe",
            "label",
        ),
        *("legend", "menu", "nav", "optgroup", "search", "tbody", "tfoot", "thead", "frameset", "frame"),
    }
)
"""Elements that begin and end a block of their own."""

UNREAD = frozenset({
    *("head", "script", "style", "template", "noscript", "noframes", "noembed", "title", "base", "link", "meta"),
    *("select", "datalist", "textarea", "input", "svg", "canvas", "object", "embed", "applet", "audio", "video", "rp", "rt", "rtc"),
})  # fmt: skip
"""Elements whose content is not shown, or is no writing; ruby text repeats in small letters how a word is spoken."""

MEDIA = frozenset({"object", "embed", "applet", "audio", "video"})
"""Of these, embedded files."""

AROUND = frozenset({"nav", "header", "footer", "aside", "form", "button", "dialog"})
"""Elements that stand around an article more often than in it."""

AROUND_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|newsletters?|related|recommended|recirc|trending|share|social)(?:$|[\s_-])"
    r"|(?:^|\s)(?:ads?|adverts?|advertisements?|advertising|ad-?slot|sponsored)(?:$|\s)",
    re.IGNORECASE,
)
"""Classes, names and labels of what stands around an article."""

LEAVES = frozenset(ROLES) | {"p"}
"""Elements that hold words and stand in the element that makes an article of them."""
INSIDE_TABLES = frozenset({"tr", "td", "th", "tbody", "thead", "tfoot"})

STYLED_AWAY = re.compile(r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all", re.IGNORECASE)
FOR_EARS = re.compile(
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-?reader(?:-text|-only)?|offscreen|assistive-text)(?:$|\s)", re.IGNORECASE
)
"""Classes of words that are read aloud and not seen: "opens in a new window"."""

LIST_MARK = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
"""Word writes the number or bullet of a list item this way, as words of the paragraph."""
CONTENTS = re.compile(r"msotoc\d", re.IGNORECASE)
WORD_ASIDE = re.compile(r"mso-element\s*:\s*(comment|header|footer)(?!-list|-anchor)", re.IGNORECASE)
WORD_COMMENT = re.compile(r"mso-?com(?:ment(?:reference|text)|anchor)", re.IGNORECASE)
WORD_ROLES = (
    (re.compile(r"\bMsoTitle\b"), Role.TITLE),
    (re.compile(r"\bMsoListParagraph"), Role.LIST_ITEM),
    (re.compile(r"\bMsoCaption\b"), Role.CAPTION),
)
"""Word says by a class what HTML says by an element."""

NOTE_TYPES = frozenset({"footnote", "endnote", "rearnote", "doc-footnote", "doc-endnote"})
NOTE_LISTS = frozenset({"footnotes", "endnotes", "rearnotes", "doc-endnotes", "notes"})
"""What `epub:type` and `role` call a note, and a section of notes."""
REFERENCE_TYPES = frozenset({"noteref", "doc-noteref", "backlink", "doc-backlink"})
BACK_TYPES = frozenset({"backlink", "doc-backlink"})
REFERENCE_CLASS = re.compile(r"foot-?note|end-?note|note-?ref|sdfootnote|sdendnote|reference|#_?(?:ftn|edn|fn)", re.IGNORECASE)
PAGE_BREAKS = frozenset({"pagebreak", "doc-pagebreak"})

MARK = re.compile(r"[\[(]?\s*(?:\d{1,3}|[*†‡]{1,4}|[a-zA-Z]|[ivxlc]{1,6})\s*[\])]?")
"""What a note is referred to by: 1, [12], (a), †."""
RAISED = re.compile(r"\s*(?:\[\d{1,3}\]|\d{1,3}|[*†‡]{1,4})\s*")
"""What is raised where a page refers to a note without a link."""
BEFORE_MARK = re.compile(r"(?:[.!?,;:…”’\"'»]|(?<![\w\d])(?!(?:sec|mol|rad|deg|min)\Z)[^\W\d_]{3,})\Z")
"""What stands before such a mark: the end of a clause, or a word. A raised number behind a unit, a letter or a bracket is a power."""
ARROW = re.compile(r"[\s\[(]*(?:[↩↑^⤴⏎↵←⬆]\uFE0E?|[¶§#🔗\ue000-\uf8ff])[\])\s]*")
"""What leads back from a note, and what gives a heading's own address."""


def breaks(tag: str) -> bool:
    """Tell whether an element begins and ends a block."""
    return tag in BREAKING
