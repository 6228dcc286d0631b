"""A web page -> the Article in it, or all its words where a person wants them or no article is found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.loaders.article import article_from
from rewritediff.loaders.characters import REPLACEMENT
from rewritediff.loaders.encoding import Decoded
from rewritediff.loaders.options import Options
from rewritediff.loaders.parts import Left, Part, Repair, kept, left_out, repaired, tracked
from rewritediff.loaders.plain import blocks_of, encoding_notices
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source
from rewritediff.loaders.web.choice import Key, chosen, filled, key_of
from rewritediff.loaders.web.parsing import depth_of, parse_page
from rewritediff.loaders.web.titles import names_of, title_among, titled_first, with_guessed_title, without_site
from rewritediff.loaders.web.unseen import Unseen, empty_unseen
from rewritediff.loaders.web.walker import Found, paragraphs_of
from rewritediff.loaders.xml import Element

TOO_LITTLE = 25
"""Words of an article below which all words of the page are read."""
MAX_ELEMENTS = 20_000
"""Elements of a page in which an article is looked for: the search takes more than 45 s for 190,000 links. News pages have up to 1,700."""
MAX_CHARACTERS = 4_000_000
"""Characters of such a page."""
MAX_LEVELS = 250
"""Levels of such a page: ten times 1,900 take more than 30 s. Unasked, libxml2 reads 256."""


@dataclass(frozen=True, slots=True)
class Page:
    """Hold what a page shows, and what of it is read."""

    found: Sequence[Found]
    keys: Sequence[Key]
    taken: frozenset[int]
    """Numbers of the paragraphs that are read."""
    whole: bool


def article_of_page(decoded: Decoded, source: Source) -> Article:
    """Read the article of a page that was decoded."""
    root = parse_page(decoded.text, source.name)
    if root is None:
        raise LoadError(source.name, Reason.NO_ARTICLE)
    names = names_of(root)
    unseen = empty_unseen(root, source.options)
    found = paragraphs_of(root, unseen.places)
    keys = [key_of(one.block.text) for one in found]
    if not any(keys):
        raise LoadError(source.name, Reason.NO_ARTICLE)
    page = _all_of(found, keys) if source.options.whole_page else _read(root, found, keys, names)
    blocks = _blocks(page, names, unseen.left)
    blocks = parts_chosen(blocks, source.options, unseen.left)
    missed = (Notice("whole-page"),) if page.whole and not source.options.whole_page else ()
    notices = (*encoding_notices(decoded), *missed, *notices_of(blocks, unseen, source.options, decoded.text))
    return article_from(blocks, source.name, notices, named="" if page.whole else without_site(names))


def parts_chosen(blocks: Iterable[Block], options: Options, left: Left) -> list[Block]:
    """Leave the cells and notes out that a person does not want, and count them."""
    chosen_blocks: list[Block] = []
    for block in blocks:
        part = {Role.CELL: Part.CELL, Role.NOTE: Part.NOTE}.get(block.role)
        if part and part not in options.kept:
            left[part] += bool(block.text.strip())
        else:
            chosen_blocks.append(block)
    return chosen_blocks


def notices_of(blocks: Sequence[Block], unseen: Unseen, options: Options, text: str) -> Iterator[Notice]:
    """Say what was left out, kept apart and put right."""
    roles = Counter(block.role for block in blocks if block.text.strip())
    yield from left_out(unseen.left)
    yield from kept(Left({Part.CELL: roles[Role.CELL], Part.NOTE: roles[Role.NOTE]}))
    yield from tracked(unseen.insertions, unseen.deletions, options.tracked.value)
    unreadable = sum(block.text.count(REPLACEMENT) for block in blocks) if REPLACEMENT not in text else 0
    yield from repaired(Counter({Repair.ENTITY: unreadable}))


def with_plain_text(blocks: Sequence[Block]) -> list[Block]:
    """Cut a listing that is most of the page into its paragraphs: mails and old texts are shown as one."""
    words = [len(block.text.split()) for block in blocks]
    most = sum(words) / 2
    result: list[Block] = []
    for block, count in zip(blocks, words, strict=True):
        result += blocks_of(block.text.strip("\n")) if block.role is Role.CODE and count > most else (block,)
    return result


def _all_of(found: Sequence[Found], keys: Sequence[Key]) -> Page:
    return Page(found, keys, frozenset(range(len(found))), True)


def _read(root: Element, found: Sequence[Found], keys: Sequence[Key], names: Sequence[str]) -> Page:
    if _is_too_much(root, found):
        return _all_of(found, keys)
    # 170 ms, which only a page costs that an article is looked for in
    from rewritediff.loaders.web.extraction import article_in

    taken = filled(found, keys, chosen(keys, [key_of(one.block.text) for one in article_in(root)]))
    notes = {number for number, one in enumerate(found) if one.block.role is Role.NOTE}
    title = title_among([one.block for one in found], names)
    if sum(len(keys[number]) for number in taken - notes) < TOO_LITTLE:
        return _all_of(found, keys)
    return Page(found, keys, frozenset(taken | notes | ({title} if title is not None else set())), False)


def _is_too_much(root: Element, found: Sequence[Found]) -> bool:
    large = sum(1 for _ in root.iter()) > MAX_ELEMENTS or sum(len(one.block.text) for one in found) > MAX_CHARACTERS
    return large or depth_of(root) > MAX_LEVELS


def _blocks(page: Page, names: Sequence[str], left: Left) -> list[Block]:
    """Give the paragraphs that are read, the title first, and count what stands around them."""
    inside = range(min(page.taken, default=0), max(page.taken, default=0) + 1)
    left[Part.PAGE_WORD] += sum(len(key) for number, key in enumerate(page.keys) if number not in page.taken)
    left[Part.PICTURE] += sum(page.found[number].pictures for number in inside)
    left[Part.FRAME] += sum(page.found[number].frames for number in inside)
    left[Part.OBJECT] += sum(page.found[number].objects for number in inside)
    blocks = with_plain_text([page.found[number].block for number in sorted(page.taken)])
    if page.whole:
        number = title_among(blocks, names)
        if number is not None:
            blocks = [replace(one, role=Role.HEADING) if one.role is Role.TITLE and at != number else one for at, one in enumerate(blocks)]
        return with_guessed_title(blocks)
    titled = titled_first(blocks, names)
    return titled if names else with_guessed_title(titled)
