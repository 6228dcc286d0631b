"""EPUB books -> Article: the chapters in the order of their spine, each once; no chapter is looked for outside of the book."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.loaders.article import article_from
from rewritediff.loaders.epub.book import Book, Item, book_of, resolved
from rewritediff.loaders.options import Options
from rewritediff.loaders.packages import Package
from rewritediff.loaders.parts import Left, Part
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source
from rewritediff.loaders.web.charset import decode_page
from rewritediff.loaders.web.choice import key_of
from rewritediff.loaders.web.page import notices_of, parts_chosen
from rewritediff.loaders.web.parsing import parse_page
from rewritediff.loaders.web.titles import with_guessed_title
from rewritediff.loaders.web.unseen import Unseen, empty_unseen, types_of, words_in
from rewritediff.loaders.web.walker import paragraphs_of
from rewritediff.loaders.xml import Element

CONTENTS_TYPES = frozenset({"toc", "doc-toc", "landmarks", "page-list", "loi", "lot"})
"""What `epub:type` and `role` call lists of chapters, pictures and pages."""
CONTENTS_LINES = 5
CONTENTS_LINKED = 0.7
"""Paragraphs of a chapter, and the share of their characters in links, from which it is taken for a table of contents."""
COVER = 10
"""Paragraphs at the beginning among which the book's title is looked for: the cover and the title page."""
DEFAULT_TITLES = frozenset({"unknown", "unknown title", "untitled", "title", "[no title]"})
"""What programs write where nobody named the book."""

__all__ = ["read_epub"]


@dataclass(frozen=True, slots=True)
class _Chapter:
    """Hold a chapter that was parsed, and what was taken out of it."""

    path: str
    root: Element
    unseen: Unseen
    replaced: int


def read_epub(source: Source) -> Article:
    """Read a book; chapters that cannot be read are counted in a notice."""
    package = Package(source.data, source.name)
    book = book_of(package, source.name)
    left = Left()
    chapters = list(_chapters(package, book, source, left))
    if not chapters:
        raise LoadError(source.name, Reason.DAMAGED)
    places = _places(chapters)
    blocks = _titled(list(chain.from_iterable(_blocks(chapter, places[chapter.path], left) for chapter in chapters)), book.title)
    everything = Unseen(left)
    for chapter in chapters:
        left.update(chapter.unseen.left)
        everything.insertions += chapter.unseen.insertions
        everything.deletions += chapter.unseen.deletions
    wanted = parts_chosen(blocks, source.options, left)
    bad = sum(chapter.replaced for chapter in chapters)
    encoding = (Notice("replaced-bytes", (("count", bad),)),) if bad else ()
    named = "" if book.title.lower() in DEFAULT_TITLES else book.title
    return article_from(
        wanted, source.name, (*encoding, *notices_of(wanted, everything, source.options, "\ufffd" * bool(bad))), named=named
    )


def _chapters(package: Package, book: Book, source: Source, left: Left) -> Iterator[_Chapter]:
    for item in book.spine:
        if item.is_picture:
            left[Part.PICTURE] += 1
            continue
        chapter = _chapter(package, item, source) if item.is_page and item.path in package else None
        if chapter is None:
            left[Part.CHAPTER] += 1
        elif item.is_contents or _is_list_of_links(chapter.root):
            left[Part.CONTENTS] += chapter.unseen.left[Part.CONTENTS] + _lines(chapter.root)
        else:
            yield chapter


def _chapter(package: Package, item: Item, source: Source) -> _Chapter | None:
    try:
        data = package.read(item.path)
    except LoadError as error:
        if error.reason is not Reason.DAMAGED:
            raise
        return None
    options = replace(source.options, charset="") if source.options.charset else source.options
    decoded = decode_page(Source(data, source.name, options))
    root = parse_page(decoded.text, source.name, xhtml=True)
    return None if root is None else _Chapter(item.path, root, _emptied(root, options), decoded.replaced)


def _emptied(root: Element, options: Options) -> Unseen:
    """Empty what is not read, tables of contents included."""
    lists = [element for element in root.iter("nav", "section", "div", "body") if types_of(element) & CONTENTS_TYPES]
    lines = 0
    for element in lists:
        lines += _lines(element)
        tail = element.tail
        element.clear()
        element.tail = tail
    unseen = empty_unseen(root, options)
    unseen.left[Part.CONTENTS] += lines
    return unseen


def _is_list_of_links(root: Element) -> bool:
    """Tell whether a chapter is a table of contents that does not say so."""
    written = [one for one in paragraphs_of(root) if one.block.text.strip()]
    linked = sum(one.linked for one in written)
    return len(written) >= CONTENTS_LINES and linked >= CONTENTS_LINKED * sum(len(one.block.text) for one in written)


def _lines(element: Element) -> int:
    return sum(bool(one.block.text.strip()) for one in paragraphs_of(element)) if words_in(element).strip() else 0


def _places(chapters: Iterable[_Chapter]) -> dict[str, set[str]]:
    """Name the places of notes in each part of the book, to which the marks in all chapters lead."""
    found: dict[str, set[str]] = defaultdict(set)
    for chapter in chapters:
        for address in chapter.unseen.references:
            path, _, place = resolved(chapter.path, address).partition("#")
            if place:
                found[path].add(place)
    return found


def _blocks(chapter: _Chapter, places: Iterable[str], left: Left) -> Iterator[Block]:
    for one in paragraphs_of(chapter.root, frozenset(places)):
        left[Part.PICTURE] += one.pictures
        left[Part.FRAME] += one.frames
        left[Part.OBJECT] += one.objects
        yield one.block


def _titled(blocks: Sequence[Block], title: str) -> list[Block]:
    """Let the book's title be the only one; every other heading of the first level is a chapter's."""
    written = [number for number, block in enumerate(blocks) if block.text.strip()][:COVER]
    wanted = key_of(title)
    number = next((one for one in written if wanted and key_of(blocks[one].text) == wanted), None)
    rest = [replace(block, role=Role.HEADING) if block.role is Role.TITLE else block for one, block in enumerate(blocks) if one != number]
    if number is not None:
        return [Block(Role.TITLE, blocks[number].text), *rest]
    return with_guessed_title(rest) if not title or title.lower() in DEFAULT_TITLES else rest
