"""The names of WordprocessingML: every element in both of its namespaces, and how on/off settings are written."""

from __future__ import annotations

from functools import cache

from rewritediff.loaders.xml import Element

NAMESPACES = ("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main")
"""The transitional one, which nearly all programs write, and the strict one."""
MATH = ("http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math")
OFF = ("0", "false", "off", "none")


@cache
def named(*names: str, namespaces: tuple[str, ...] = NAMESPACES) -> tuple[str, ...]:
    """Give names as they stand in a tree: "p" -> "{http://...}p" in each namespace."""
    return tuple(f"{{{namespace}}}{name}" for namespace in namespaces for name in names)


def child(element: Element | None, *path: str) -> Element | None:
    """Find the first child of a name, and in it the next name's, and so on."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(*named(name)), None)
    return element


def value(element: Element | None, attribute: str = "val") -> str:
    """Read an attribute; nothing where the element or its attribute is not there."""
    if element is None:
        return ""
    transitional, strict = named(attribute)
    return element.get(transitional) or element.get(strict) or ""


def is_on(element: Element | None) -> bool | None:
    """Tell whether a setting is on or off; None where it is not there."""
    return None if element is None else value(element).lower() not in OFF
