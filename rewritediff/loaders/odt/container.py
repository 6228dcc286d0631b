"""Opens an OpenDocument text: a zip package, or one XML file that holds everything (fodt)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rewritediff.loaders.formats import Format
from rewritediff.loaders.odt.names import full
from rewritediff.loaders.packages import Package
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source
from rewritediff.loaders.xml import Element, parse_xml

PATH = full("manifest:full-path")
DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*>")
"""Until 2007 the manifest named a file with its declarations, and some left its namespace to that; nothing fetches it."""
FORMULA = "application/vnd.oasis.opendocument.formula"
ENCRYPTED = ("content.xml", "encrypted-package")
"""Parts whose encryption locks the text; the second is how LibreOffice 24.8 and later store a whole package."""
OTHERS = {"spreadsheet": Format.SPREADSHEET, "presentation": Format.SLIDES, "drawing": Format.PICTURE}


@dataclass(frozen=True, slots=True)
class Opened:
    """Hold the parts of a document that are read."""

    text: Element
    roots: tuple[Element, ...]
    """Where its styles stand."""
    formulas: frozenset[str] = frozenset()
    """The names of embedded objects that are formulas."""


def opened(source: Source) -> Opened:
    """Open a document; LoadError where it is damaged, locked, or no text."""
    if not source.data.startswith(b"PK"):
        root = parse_xml(source.data, source.name)
        return Opened(_text(root, source.name), (root,))
    package = Package(source.data, source.name)
    manifest = package.read_if_there("META-INF/manifest.xml") or b""
    entries = _entries(manifest, source.name)
    if any(path in ENCRYPTED and entry.find(full("manifest:encryption-data")) is not None for path, entry in entries):
        raise LoadError(source.name, Reason.LOCKED)
    content = parse_xml(package.read("content.xml"), source.name)
    styles = package.read_if_there("styles.xml")
    roots = (content,) if styles is None else (content, parse_xml(styles, source.name))
    formulas = frozenset(path.strip("/") for path, entry in entries if entry.get(full("manifest:media-type")) == FORMULA)
    return Opened(_text(content, source.name), roots, formulas)


def _entries(manifest: bytes, name: str) -> list[tuple[str, Element]]:
    if b"xmlns:manifest" not in manifest:
        return []
    root = parse_xml(DOCTYPE.sub(b"", manifest, count=1), name)
    return [(entry.get(PATH, ""), entry) for entry in root if entry.tag == full("manifest:file-entry")]


def _text(root: Element, name: str) -> Element:
    body = root.find(full("office:body"))
    if body is None:
        raise LoadError(name, Reason.DAMAGED)
    text = body.find(full("office:text"))
    if text is not None:
        return text
    kind = next((form for tag, form in OTHERS.items() if body.find(full(f"office:{tag}")) is not None), None)
    raise LoadError(name, Reason.TYPE_NOT_SUPPORTED, (("kind", kind.value),)) if kind else LoadError(name, Reason.DAMAGED)
