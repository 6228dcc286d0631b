"""The footnotes and endnotes of a Word document, by the marks that refer to them."""

from __future__ import annotations

from collections.abc import Mapping

from rewritediff.loaders.docx.names import OFF, named, value
from rewritediff.loaders.xml import Element

REFERENCES = {tag: kind for kind in ("footnote", "endnote") for tag in named(f"{kind}Reference")}
OWN_MARK = named("t", "delText", "sym")


class Notes:
    """Hand out each note once: a note that is referred to a thousand times is no reason to read it a thousand times."""

    def __init__(self, parts: Mapping[str, Element | None]) -> None:
        self.roots = tuple(root for root in parts.values() if root is not None)
        self._notes = {
            (kind, value(note, "id")): note
            for kind, root in parts.items()
            for note in (root if root is not None else ())
            if note.tag in named(kind) and value(note, "type") in ("", "normal")
        }

    def take(self, reference: Element) -> Element | None:
        """Give the note that a mark refers to."""
        return self._notes.pop((REFERENCES[reference.tag], value(reference, "id")), None)


def without_own_marks(root: Element) -> Element:
    """Cut out the marks that were written by hand ("*") behind references that ask for it."""
    for reference in list(root.iter(*REFERENCES)):
        run = reference.getparent()
        if run is not None and value(reference, "customMarkFollows").lower() not in ("", *OFF):
            for mark in [sibling for sibling in reference.itersiblings() if sibling.tag in OWN_MARK]:
                run.remove(mark)
    return root
