"""The text of a page -> a tree that can be walked: what is too large or too deep is refused, declarations are cut off.

The only importer of lxml's HTML parser. Nothing is fetched: the parser is given bytes and knows no address.
"""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HTMLParser

from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.xml import Element

MAX_TAGS = 200_000
"""Tags of one page: 7 s at worst. The largest of 181 news pages has 1,700, a book in one file 24,500, a listing of 8 MB 137,000."""
MAX_DEPTH = 2_000
"""Levels of elements in each other; at 2,048 libxml2 drops what lies deeper without a word (at 256 when it is not told to take more)."""

HEAD = 4096
"""Characters in which a declaration may begin."""
TAG = re.compile(r"<[a-zA-Z]")
SUBSET = re.compile(r"<!doctype[^>\[]{0,1000}\[", re.IGNORECASE)
XML = re.compile(r"\s*<\?xml[^>]{0,1000}>")
CLOSED_AT_ONCE = re.compile(r"<([a-zA-Z][\w:.-]*)((?:\s[^<>]*)?)/>")
EMPTY_ELEMENTS = frozenset(
    {*("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr")}
)
"""Elements that have no end in HTML."""
UNENDED = re.compile(r"<(embed|source|track|wbr)(?=[\s/>])([^<>]*?)/?>", re.IGNORECASE)
"""Those of them of which the parser does not know it: what stands behind them would stand in them, and not be read."""


def parse_page(text: str, name: str, *, xhtml: bool = False) -> Element | None:
    """Parse a page, or give None where it holds no element at all; in XHTML every element may be closed at once: <p/>.

    Raises LoadError (TOO_COMPLEX) for more than MAX_TAGS tags or MAX_DEPTH levels.
    """
    if text.count("<") > MAX_TAGS and sum(1 for _ in TAG.finditer(text)) > MAX_TAGS:
        raise LoadError(name, Reason.TOO_COMPLEX)
    # each of its own: lxml's parser keeps what it read last alive
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    markup = _prepared(text, xhtml)
    try:
        root = etree.fromstring(markup.encode("utf-8", "replace"), parser) if markup.strip() else None
    except etree.XMLSyntaxError as error:
        raise LoadError(name, Reason.DAMAGED) from error
    if root is not None and depth_of(root) > MAX_DEPTH:
        raise LoadError(name, Reason.TOO_COMPLEX)
    return root


def depth_of(root: Element) -> int:
    """Count the levels of elements in each other."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


def _prepared(text: str, xhtml: bool) -> str:
    """Cut off what declares, and write what the parser would not take."""
    declared = XML.match(text)
    markup = text[declared.end() :] if declared else text
    subset = SUBSET.search(markup[:HEAD])
    if subset:
        end = markup.find("]>", subset.end())
        markup = markup[: subset.start()] + (markup[end + 2 :] if end >= 0 else "")
    if xhtml or declared:
        markup = CLOSED_AT_ONCE.sub(_opened_and_closed, markup)
    markup = UNENDED.sub(r"<\1\2></\1>", markup)
    return markup.replace("\0", "\ufffd")


def _opened_and_closed(found: re.Match[str]) -> str:
    return found[0] if found[1].lower() in EMPTY_ELEMENTS else f"<{found[1]}{found[2]}></{found[1]}>"
