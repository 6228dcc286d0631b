"""Tracked changes of an OpenDocument text.

The text is stored with all changes accepted. What was deleted stands at the top and a mark where it was; what was inserted lies between
two marks. The first and the last paragraph of what was deleted belong to the paragraph in which the mark stands.
"""

from __future__ import annotations

from collections.abc import Iterable

from rewritediff.loaders.odt.names import full, fulls
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.xml import Element

ID = full("text:change-id")
REGION_IDS = (full("text:id"), "{http://www.w3.org/XML/1998/namespace}id")
START, END = fulls("text", "change-start", "change-end")
DELETION, INSERTION = fulls("text", "deletion", "insertion")
PARAGRAPHS = fulls("text", "p", "h")
AROUND = fulls("text", "list", "list-item", "list-header", "section")


class Changes:
    """Tell what was inserted and what was deleted, and count."""

    def __init__(self, text: Element, tracked: Tracked) -> None:
        regions = [region for changes in text.iter(full("text:tracked-changes")) for region in changes]
        inserted = [region for region in regions if region.find(INSERTION) is not None]
        deleted = [region for region in regions if region.find(DELETION) is not None]
        self.insertions, self.deletions = len(inserted), len(deleted)
        before = tracked is Tracked.BEFORE
        self._inserted = _ids(inserted) & _closed(text) if before else set()
        # what was inserted first and deleted then stood in neither text that is read
        self._deleted = {name: region for region in deleted if region not in inserted for name in _ids([region])} if before else {}
        self._open: set[str] = set()

    @property
    def inserting(self) -> bool:
        """Tell whether what is read now was not there before the changes."""
        return bool(self._open)

    def start(self, mark: Element) -> None:
        """Pass the mark where an insertion starts."""
        if mark.get(ID, "") in self._inserted:
            self._open.add(mark.get(ID, ""))

    def end(self, mark: Element) -> None:
        """Pass the mark where an insertion ends."""
        self._open.discard(mark.get(ID, ""))

    def take_deleted(self, mark: Element) -> Element | None:
        """Give what stood at a mark, once."""
        region = self._deleted.pop(mark.get(ID, ""), None)
        return None if region is None else region.find(DELETION)


def edge(deletion: Element, *, last: bool) -> Element | None:
    """Find the first or last paragraph of what was deleted; None where a table or a picture stands there."""
    children = [child for child in deletion if child.tag in (*PARAGRAPHS, *AROUND)]
    while children:
        found = children[-1 if last else 0]
        if found.tag in PARAGRAPHS:
            return found
        children = list(found)
    return None


def _ids(regions: Iterable[Element]) -> set[str]:
    return {region.get(name, "") for region in regions for name in REGION_IDS if region.get(name)}


def _closed(text: Element) -> set[str]:
    """Find the insertions that have an end behind their start; without it, all the rest would be taken for inserted."""
    started: set[str] = set()
    closed: set[str] = set()
    for mark in text.iter(START, END):
        name = mark.get(ID, "")
        if mark.tag == START:
            started.add(name)
        elif name in started:
            closed.add(name)
    return closed
