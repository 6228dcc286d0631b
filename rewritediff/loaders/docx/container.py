"""Finds the parts of a Word package: by their relationships, as the names of parts are nobody's promise."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from rewritediff.loaders.packages import Package
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source
from rewritediff.loaders.xml import Element, local, parse_xml

USUAL = "word/document.xml"


class Container:
    """Give the main part of a Word document and the parts that it refers to, by the kind of the relationship."""

    def __init__(self, source: Source) -> None:
        self._package = Package(source.data, source.name)
        self._name = source.name
        # programs on Windows wrote backslashes, and the standard makes no difference between capitals and small letters
        self._parts = {_key(part): part for part in self._package.names}
        self._main = next(self._related("", "officeDocument"), USUAL)

    def main(self) -> Element:
        """Parse the part that holds the text; LoadError where there is none."""
        root = self._parsed(self._main)
        if root is None or local(root) != "document":
            raise LoadError(self._name, Reason.DAMAGED)
        return root

    def parts(self, kind: str) -> Iterator[Element]:
        """Parse the parts of a kind that the main part refers to: "styles", "footnotes", "header"."""
        found = (self._parsed(part) for part in self._related(self._main, kind))
        return (root for root in found if root is not None)

    def part(self, kind: str) -> Element | None:
        """Parse the one part of a kind, if the document has it."""
        return next(self.parts(kind), None)

    def _parsed(self, part: str) -> Element | None:
        actual = self._parts.get(_key(part))
        return None if actual is None else parse_xml(self._package.read(actual), self._name)

    def _related(self, part: str, kind: str) -> Iterator[str]:
        """Find the targets of a part's relationships of one kind, each once."""
        folder, _, file = part.rpartition("/")
        relations = self._parsed(posixpath.join(folder, "_rels", f"{file}.rels"))
        seen: set[str] = set()
        for relation in relations if relations is not None else ():
            target = posixpath.join("/", folder, unquote(relation.get("Target", "")))
            path = posixpath.normpath(target).lstrip("/")
            is_kind = relation.get("Type", "").rpartition("/")[2] == kind
            if is_kind and relation.get("TargetMode") != "External" and _key(path) not in seen:
                seen.add(_key(path))
                yield path


def _key(part: str) -> str:
    return part.replace("\\", "/").lstrip("/").lower()
