"""The styles of a Word document -> what a paragraph of each is."""

from __future__ import annotations

import struct
from dataclasses import dataclass

from rewritediff.core.values import Role
from rewritediff.loaders.doc.properties import BODY_LEVEL, Setting, setting_of
from rewritediff.loaders.parts import Part
from rewritediff.loaders.style_names import meaning_of, role_of, role_of_level

HEADINGS, TITLE, CAPTION, CONTENTS = range(1, 10), 62, 34, range(19, 28)
LISTS = (*range(48, 50), *range(54, 62))
"""Numbers of styles that come with Word, whatever they are called in its language."""
MAX_ANCESTORS = 12
PARAGRAPH = 1


@dataclass(frozen=True, slots=True)
class Style:
    """Hold one style: Word's number for it, its name, the style that it is based on, and how it sets paragraphs."""

    number: int
    name: str
    base: int
    setting: Setting


def read_styles(sheet: bytes) -> dict[int, Style]:
    """Read the style sheet; what cannot be read of it is left out."""
    if len(sheet) < 6:
        return {}
    intro, count, base_size = struct.unpack_from("<3H", sheet)
    at = 2 + intro
    styles: dict[int, Style] = {}
    for index in range(count):
        if at + 2 > len(sheet):
            break
        length = struct.unpack_from("<H", sheet, at)[0]
        style = _style(sheet[at + 2 : at + 2 + length], base_size)
        if style:
            styles[index] = style
        at += 2 + length + length % 2
    return styles


def role_in(styles: dict[int, Style], setting: Setting) -> Role:
    """Tell what a paragraph is by its own setting, its style and the styles that this one is based on."""
    role, outline, listed = Role.BODY, setting.outline, setting.in_list
    number = setting.style
    for _ in range(MAX_ANCESTORS):
        style = styles.get(number)
        if style is None:
            break
        role = _own_role(style)
        if role is not Role.BODY:
            break
        outline = style.setting.outline if outline is None else outline
        listed = style.setting.in_list if listed is None else listed
        number = style.base
    if role in (Role.TITLE, Role.HEADING, Role.CAPTION):
        return role
    if outline is not None and outline < BODY_LEVEL:
        return role_of_level(outline + 1)
    return Role.LIST_ITEM if listed or (role is Role.LIST_ITEM and listed is None) else Role.BODY


def in_contents(styles: dict[int, Style], setting: Setting) -> bool:
    """Tell whether a paragraph is a line of a table of contents."""
    style = styles.get(setting.style)
    return style is not None and (style.number in CONTENTS or meaning_of(style.name) is Part.CONTENTS)


def _own_role(style: Style) -> Role:
    if style.number in HEADINGS:
        return role_of_level(style.number)
    named = {TITLE: Role.TITLE, CAPTION: Role.CAPTION, **dict.fromkeys(LISTS, Role.LIST_ITEM)}
    return named.get(style.number) or role_of(meaning_of(style.name))


def _style(entry: bytes, base_size: int) -> Style | None:
    if len(entry) < base_size + 2 or base_size < 8:
        return None
    first, second = struct.unpack_from("<2H", entry)
    if second & 0xF != PARAGRAPH:
        return None
    size = struct.unpack_from("<H", entry, base_size)[0]
    end = base_size + 2 + 2 * size
    name = entry[base_size + 2 : end].decode("utf-16-le", "replace").split(",")[0]
    # behind the name and its NUL: how long the setting is, and the setting
    at = end + 2 + end % 2
    length = struct.unpack_from("<H", entry, at)[0] if at + 2 <= len(entry) else 0
    return Style(first & 0xFFF, name, second >> 4, setting_of(entry[at + 2 : at + 2 + length]))
