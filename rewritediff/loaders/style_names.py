"""What the name of a paragraph style says of its paragraphs, in whatever format the document is stored.

Word stores its own styles under their English names in every language; other programs write the names that their menus show.
"""

from __future__ import annotations

import re
from functools import lru_cache

from rewritediff.core.values import Role
from rewritediff.loaders.parts import Part

Meaning = Role | Part
"""A role, or Part.CONTENTS for lines that are made from the headings."""

HEADINGS = (
    *(
        "heading",
        "überschrift",
        "ueberschrift",
        "titre",
        "título",
        "titulo",
        "titolo",
        "kop",
        "rubrik",
        "overskrift",
        "otsikko",
        "nagłówek",
    ),
    *("nadpis", "címsor", "заголовок", "başlık", "επικεφαλίδα", "titlu", "标题", "見出し", "제목", "標題", "encabezado", "intestazione"),
)
TITLES = (
    *("title", "titel", "tittel", "titre", "título", "titulo", "titolo", "otsikko", "tytuł", "název", "názov", "название", "заголовок"),
    *("cím", "konu başlığı", "titlu", "τίτλος", "标题", "標題", "表題", "제목", "document title", "main title"),
)
CODE = re.compile(r"preformatted|verbatim|\bsource ?(?:code|text)|^(?:code|code ?block|macro(?: text)?|program code|quelltext)$")
CONTENTS = re.compile(
    r"^(?:toc|contents|(?:inhalts)?verzeichnis|tm|tdc|sommario|inhopg|spis treści)[ -]?(?:\d|heading)"
    r"|^(?:user|illustration|table|object)? ?index[ -]?(?:\d|heading)"
    r"|^table of (?:figures|authorities)|^toa heading"
)
LIST = re.compile(
    r"^(?:list (?:bullet|number)|(?:bullet|numbering) \d|compact list|listenaufzählung|liste à puces)"
    r"|^(?:listennummer|aufzählungszeichen)(?: \d)?$"
)
CAPTION = re.compile(
    r"\bcaption$|^(?:beschriftung|bildunterschrift|légende|leyenda|didascalia|bijschrift|legenda|название объекта)$"
    r"|^(?:illustration|drawing|figure)$"
)
LEVEL = re.compile(rf"(?:{'|'.join(HEADINGS)})(?: ?([1-9])\b.*)?")
BODY = ("normal", "body text", "standard", "default paragraph style", "text body")
"""Where a search through the styles that a style is based on ends."""

MAX_CHAIN = 32
"""Styles that are asked above a style: Word allows 11, and some documents have styles that are based on themselves."""

MAX_LENGTH = 100
"""Characters of a name that are looked at."""


@lru_cache(maxsize=1_000)
def meaning_of(name: str) -> Meaning | None:
    """Tell what paragraphs of a style are by its name: "Heading 2" -> Role.HEADING; None where the name says nothing."""
    plain = " ".join(name[:MAX_LENGTH].lower().split())
    if CONTENTS.match(plain):
        return Part.CONTENTS
    if plain in TITLES:
        return Role.TITLE
    if level := LEVEL.fullmatch(plain):
        return role_of_level(int(level[1] or 2))
    if plain in ("subtitle", "untertitel", "sous-titre", "subtítulo", "sottotitolo"):
        return Role.HEADING
    if plain in BODY:
        return Role.BODY
    patterns = ((CODE, Role.CODE), (LIST, Role.LIST_ITEM), (CAPTION, Role.CAPTION))
    return next((role for pattern, role in patterns if pattern.search(plain)), None)


def role_of_level(level: int) -> Role:
    """Give the role of a heading: one of level 1 may be the article's title, which its place decides."""
    return Role.TITLE if level == 1 else Role.HEADING


def role_of(meaning: Meaning | None) -> Role:
    """Give the role of paragraphs that are read; those whose style says nothing are body text."""
    return meaning if isinstance(meaning, Role) else Role.BODY
