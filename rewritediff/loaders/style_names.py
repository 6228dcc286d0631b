"""The names that word processors give the styles of paragraphs -> what such a paragraph is; in the languages that users meet most."""

from __future__ import annotations

import re

from rewritediff.core.values import Role

HEADING = re.compile(
    r"(?:heading|(?:ü|ue)berschrift|titre|título|titulo|titolo|kop|rubrik|overskrift|otsikko|nagłówek|nadpis|заголовок|başlık|címsor|"
    r"titlu|επικεφαλίδα|标题|標題|見出し|제목)\s*([1-9])\b.*",
    re.IGNORECASE,
)
TITLE = re.compile(
    r"(?:title|titel|titre|título|titulo|titolo|otsikko|tittel|tytuł|název|názov|название|заголовок|cím|konu başlığı|titlu|τίτλος|"
    r"标题|標題|表題|제목)",
    re.IGNORECASE,
)
CAPTION = re.compile(
    r"(?:caption|beschriftung|bildunterschrift|légende|leyenda|didascalia|bijschrift|legenda|название объекта)", re.IGNORECASE
)
LIST = re.compile(r"list (?:bullet|number)(?: \d)?|listennummer(?: \d)?|aufzählungszeichen(?: \d)?", re.IGNORECASE)
CONTENTS = re.compile(r"(?:toc|contents|verzeichnis|tm|tdc|sommario|inhopg) ?\d", re.IGNORECASE)
MAX_LENGTH = 100
"""Characters of a name that are looked at."""


def level_of(name: str) -> int:
    """Give the level of a heading's style, 1 to 9: "heading 2" -> 2; 0 for other styles."""
    found = HEADING.fullmatch(name[:MAX_LENGTH].strip())
    return int(found[1]) if found else 0


def role_of(name: str) -> Role:
    """Tell what a paragraph of a style is; a heading of the first level may be the title."""
    name = name[:MAX_LENGTH].strip()
    level = level_of(name)
    if level:
        return role_of_level(level)
    for pattern, role in ((TITLE, Role.TITLE), (CAPTION, Role.CAPTION), (LIST, Role.LIST_ITEM)):
        if pattern.fullmatch(name):
            return role
    return Role.BODY


def role_of_level(level: int) -> Role:
    """Give the role of a heading whose level is 1 or more."""
    return Role.TITLE if level == 1 else Role.HEADING


def is_of_contents(name: str) -> bool:
    """Tell whether a style is that of the lines of a table of contents."""
    return bool(CONTENTS.fullmatch(name[:MAX_LENGTH].strip()))
