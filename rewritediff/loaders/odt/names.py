"""The names of OpenDocument's elements and attributes, by the prefixes that its standard uses."""

from __future__ import annotations

SPACES = {
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
    "dr3d": "urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "svg": "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    "form": "urn:oasis:names:tc:opendocument:xmlns:form:1.0",
    "manifest": "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
}


def full(name: str) -> str:
    """Give a name as it stands in a tree: "text:p" -> "{urn:oasis:...:text:1.0}p"."""
    prefix, _, rest = name.partition(":")
    return f"{{{SPACES[prefix]}}}{rest}"


def fulls(prefix: str, *names: str) -> tuple[str, ...]:
    """Give several names of one prefix."""
    return tuple(full(f"{prefix}:{name}") for name in names)
