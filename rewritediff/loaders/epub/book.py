"""The package of a book: which files are its chapters, in which order, what it is called, whether it is protected against copying.

Addresses are names of parts in the zip and nothing else: what leads to a server or out of the book is a chapter that is not there.
"""

from __future__ import annotations

import posixpath
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import unquote

from rewritediff.loaders.packages import Package
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.xml import Element, local, parse_xml

CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
PAGES = frozenset({"", "application/xhtml+xml", "text/html", "application/xml", "text/xml", "text/x-oeb1-document"})
PAGE_NAMES = (".xhtml", ".html", ".htm", ".xml")
FONTS = re.compile(r"obfuscation|RC\Z|idpf\.org/2008/embedding|ns\.adobe\.com/pdf/enc", re.IGNORECASE)
"""Algorithms that only garble the beginning of fonts."""
PLAIN_DOCTYPE = re.compile(rb"<!DOCTYPE\s[^\[<>]{0,300}>")
"""A declaration that brings none of its own: old books name the one of their format."""
SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+:|//|/")


@dataclass(frozen=True, slots=True)
class Item:
    """Hold what a book says of one of its files."""

    path: str
    kind: str
    is_contents: bool

    @property
    def is_page(self) -> bool:
        return self.kind in PAGES or self.path.lower().endswith(PAGE_NAMES)

    @property
    def is_picture(self) -> bool:
        return self.kind.startswith("image/")


@dataclass(frozen=True, slots=True)
class Book:
    """Hold a book's title and its chapters in their order, each once."""

    title: str
    spine: tuple[Item, ...]


def book_of(package: Package, name: str) -> Book:
    """Read what a book says of itself; LoadError where it says nothing or its chapters are encrypted."""
    path = _package_path(package, name)
    root = parse_xml(PLAIN_DOCTYPE.sub(b"", package.read(path), count=1), name)
    items = _items(root, path, package)
    listed = [entry.get("idref", "") for entry in root.iter() if local(entry) == "itemref"]
    spine = tuple(dict.fromkeys(items[one] for one in listed if one in items)) or tuple(item for item in items.values() if item.is_page)
    protected = _encrypted(package, name)
    if any(item.path in protected for item in spine):
        raise LoadError(name, Reason.COPY_PROTECTED)
    titles = ("".join(map(str, one.itertext())) for one in root.iter() if local(one).lower() == "title")
    return Book(" ".join(next(titles, "").split()), spine)


def resolved(base: str, address: str) -> str:
    """Tell which part of the book an address in another part leads to, with the name of the place in it; nothing for other places."""
    if SCHEME.match(address):
        return ""
    target, _, place = address.partition("#")
    path = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(target))) if target else base
    return f"{path}#{unquote(place)}" if place else path


def _package_path(package: Package, name: str) -> str:
    container = package.read_if_there(CONTAINER)
    if container is not None:
        root = parse_xml(container, name)
        path = next((unquote(one.get("full-path", "")) for one in root.iter() if local(one) == "rootfile"), "")
        if path in package:
            return path
    found = next((part for part in package.names if part.lower().endswith(".opf")), "")
    if not found:
        raise LoadError(name, Reason.DAMAGED)
    return found


def _items(root: Element, path: str, package: Package) -> dict[str, Item]:
    names = {_folded(name): name for name in package.names}
    items: dict[str, Item] = {}
    for entry in root.iter():
        if local(entry) == "item":
            part = resolved(path, entry.get("href", "")).partition("#")[0]
            part = part if part in package else names.get(_folded(part), part)
            # what a guide calls "toc" is the only chapter of some books
            is_contents = "nav" in entry.get("properties", "").split()
            items.setdefault(entry.get("id", ""), Item(part, entry.get("media-type", "").strip().lower(), is_contents))
    return items


def _folded(name: str) -> str:
    """Write a part's name as programs spell it that do not keep to its spelling: encoded in the zip too, in other letters."""
    return unicodedata.normalize("NFC", unquote(name)).casefold()


def _encrypted(package: Package, name: str) -> frozenset[str]:
    """Name the parts that are encrypted in earnest; most books that have a list of them garble fonts only."""
    listed = package.read_if_there(ENCRYPTION)
    if listed is None:
        return frozenset()
    found: set[str] = set()
    for entry in parse_xml(listed, name).iter():
        if local(entry) == "EncryptedData":
            methods = [one.get("Algorithm", "") for one in entry.iter() if local(one) == "EncryptionMethod"]
            if not any(FONTS.search(method) for method in methods):
                found |= {posixpath.normpath(unquote(one.get("URI", ""))) for one in entry.iter() if local(one) == "CipherReference"}
    return frozenset(found)
