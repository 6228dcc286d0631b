"""What the name of a paragraph style says of its paragraphs, in Word documents and OpenDocument texts alike.

Word stores its own styles under their English names in every language; other programs write the names that their menus show.
"""

from __future__ import annotations

import re

from rewritediff.core.values import Role
from rewritediff.loaders.parts import Part

Meaning = Role | Part
"""A role, or Part.CONTENTS for lines that are made from the headings."""

HEADINGS = (
    *("heading", "überschrift", "titre", "título", "titulo", "titolo", "kop", "rubrik", "overskrift", "otsikko", "nagłówek"),
    *("nadpis", "címsor", "заголовок", "başlık", "επικεφαλίδα", "titlu", "标题", "見出し", "제목", "標題", "encabezado", "intestazione"),
)
TITLES = ("title", "titel", "tittel", "titre", "título", "titolo", "tytuł", "название", "标题", "表題", "document title", "main title")
CODE = re.compile(r"preformatted|verbatim|\bsource ?(?:code|text)|^(?:code|code ?block|macro(?: text)?|program code|quelltext)$")
CONTENTS = re.compile(
    r"^(?:toc|contents|inhaltsverzeichnis|tm|tdc|sommario|spis treści|(?:user|illustration|table|object)? ?index)[ -]?(?:\d|heading)"
    r"|^table of (?:figures|authorities)|^toa heading"
)
LIST = re.compile(r"^(?:list (?:bullet|number)|(?:bullet|numbering) \d|compact list|listenaufzählung|liste à puces)")
CAPTION = re.compile(r"\bcaption$|^(?:beschriftung|légende|leyenda|didascalia|bijschrift|legenda|illustration|drawing|figure)$")
LEVEL = re.compile(rf"^(?:{'|'.join(HEADINGS)}) ?(\d)?$")
BODY = ("normal", "body text", "standard", "default paragraph style", "text body")
"""Where a search through the styles that a style is based on ends."""


def meaning_of(name: str) -> Meaning | None:
    """Tell what paragraphs of a style are by its name: "Heading 2" -> Role.HEADING; None where the name says nothing."""
    plain = " ".join(name.lower().split())
    if CONTENTS.match(plain):
        return Part.CONTENTS
    if plain in TITLES:
        return Role.TITLE
    if level := LEVEL.match(plain):
        return heading(int(level[1] or 2))
    if plain in ("subtitle", "untertitel", "sous-titre", "subtítulo", "sottotitolo"):
        return Role.HEADING
    if plain in BODY:
        return Role.BODY
    patterns = ((CODE, Role.CODE), (LIST, Role.LIST_ITEM), (CAPTION, Role.CAPTION))
    return next((role for pattern, role in patterns if pattern.search(plain)), None)


def heading(level: int) -> Role:
    """Give the role of a heading: one of level 1 may be the article's title, which its place decides."""
    return Role.TITLE if level == 1 else Role.HEADING
