"""XML that nobody can trust -> a tree, and a walk through it; the only importer of lxml's XML parser.

No entity is expanded, nothing is fetched, no document may bring declarations of its own. lxml itself refuses more than 256 levels.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason

Element = etree._Element  # noqa: SLF001 - lxml's elements have no public name
TOO_DEEP = (etree.ErrorTypes.ERR_NAME_TOO_LONG, etree.ErrorTypes.ERR_RESOURCE_LIMIT)


def parse_xml(data: bytes, name: str, doctype: str = "") -> Element:
    """Parse a part of the document called `name`; LoadError where it is no XML, or brings declarations.

    A document type is refused but for the one called `doctype`, where it only names its DTD and declares nothing itself.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise LoadError(name, _reason(parser.error_log)) from error
    except ValueError as error:
        raise LoadError(name, Reason.DAMAGED) from error
    # asked after parsing, so that UTF-16 cannot hide a declaration from a search through bytes
    if _declares(root.getroottree().docinfo.internalDTD, doctype):
        raise LoadError(name, Reason.DECLARATIONS)
    return root


def _reason(log: Iterable[Any]) -> Reason:  # lxml-stubs describe no entry of a log
    """Tell from what the parser says why it gave up."""
    entries = list(log)
    if any("entity amplification" in entry.message for entry in entries):
        return Reason.DECLARATIONS
    return Reason.TOO_COMPLEX if any(entry.type in TOO_DEEP or "depth" in entry.message for entry in entries) else Reason.DAMAGED


def _declares(found: Any, doctype: str) -> bool:  # lxml-stubs describe nothing of a DTD
    return found is not None and (found.name != doctype or any(found.iterentities()) or any(found.iterelements()))


def local(element: Element) -> str:
    """Give an element's name without its namespace; nothing for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


@dataclass(frozen=True, slots=True)
class Inside:
    """Say how a walk goes on below an element: through which elements (its children, where None), and what is done behind them."""

    children: Iterable[Element] | None = None
    leave: Callable[[], object] | None = None


THROUGH = Inside()
PAST = Inside(())
"""Goes past an element without looking inside."""

Enter = Callable[[Element], Inside | None]
"""What is done at an element; None walks through its children."""


def walk(root: Element, handlers: Mapping[str, Enter], words: Callable[[str], object] | None = None) -> None:
    """Walk through what is below an element in the order of the document, without recursion; names have their namespace.

    What no handler is named for is walked through. `words` is given the text between the elements.
    """
    open_elements: list[tuple[Iterator[Element], Inside, str | None]] = [(iter(root), THROUGH, None)]
    while open_elements:
        children, inside, tail = open_elements[-1]
        for child in children:
            enter = handlers.get(child.tag)
            below = (enter(child) if enter else None) or THROUGH
            if words and child.text and below.children is None:
                words(child.text)
            if below is PAST or (below is THROUGH and not len(child)):
                if words and child.tail:
                    words(child.tail)
                continue
            open_elements.append((iter(child if below.children is None else below.children), below, child.tail))
            break
        else:
            open_elements.pop()
            if inside.leave:
                inside.leave()
            if words and tail:
                words(tail)
