"""Texts made fit to stand in a page: escaped, and without characters that no page may hold."""

from __future__ import annotations

import re
from html import escape

from rewritediff.core.values import Document

UNUSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def words(text: str) -> str:
    """Escape a text, for the page itself and for attributes."""
    return escape(UNUSABLE.sub("\ufffd", text))


def named(name: str) -> str:
    """Escape a name and keep its writing direction to itself."""
    return f"<bdi>{words(name)}</bdi>"


def language(document: Document) -> str:
    """Give the attribute that names a document's language, where it is known."""
    return f' lang="{words(document.language)}"' if document.language else ""
