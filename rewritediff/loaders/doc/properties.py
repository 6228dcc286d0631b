"""How characters and paragraphs are set, as far as it decides about the text: hidden, inserted, deleted; lists, tables, outline levels."""

from __future__ import annotations

import struct
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from rewritediff.loaders.doc.header import Header, Table, positions

PAGE = 512
NUMBERED_PAGE = 0x3FFFFF
SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}
"""Bytes of a property's value, by the highest three bits of its number; 6 says its length itself."""
TABLE_DEFINITION, TABS = 0xD608, 0xC615
"""Two properties that say their length in another way than all others."""

DELETED, INSERTED, HIDDEN, SYMBOL = 0x0800, 0x0801, 0x083C, 0x6A09
IN_TABLE, OUTLINE, LIST = 0x2416, 0x2640, 0x460B
NO_LIST = 0xF801
BODY_LEVEL = 9


@dataclass(frozen=True, slots=True)
class Run:
    """Hold characters that are set alike, by their bytes in the file."""

    start: int
    end: int
    deleted: bool = False
    inserted: bool = False
    hidden: bool = False
    symbol: int = 0
    """The character that is shown instead, where one is."""

    @property
    def matters(self) -> bool:
        return self.deleted or self.inserted or self.hidden or self.symbol > 0


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold how a paragraph is set; None where its style decides."""

    style: int = 0
    in_table: bool = False
    outline: int | None = None
    in_list: bool | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Find the setting of a paragraph by the byte at which its mark lies."""

    starts: tuple[int, ...] = ()
    settings: tuple[Setting, ...] = field(default=())

    def at(self, offset: int) -> Setting:
        """Give the setting that holds at a byte."""
        index = bisect_right(self.starts, offset) - 1
        return self.settings[index] if index >= 0 else Setting()


def character_runs(header: Header) -> list[Run]:
    """Find the runs of characters that are not shown as they are, in the order of the file."""
    runs: list[Run] = []
    for start, end, page, index, count in _entries(header, Table.CHARACTERS):
        at = 2 * page[4 * (count + 1) + index]
        if at and at < PAGE:
            run = run_of(page[at + 1 : at + 1 + page[at]], start, end)
            if run.matters:
                runs.append(run)
    return sorted(runs, key=lambda run: run.start)


def run_of(changes: bytes, start: int = 0, end: int = 0) -> Run:
    """Read the properties of some characters."""
    found = dict(changes_in(changes))
    symbol = found.get(SYMBOL, b"")
    return Run(
        start,
        end,
        _is_on(found.get(DELETED)),
        _is_on(found.get(INSERTED)),
        _is_on(found.get(HIDDEN)),
        struct.unpack_from("<H", symbol, 2)[0] if len(symbol) == 4 else 0,
    )


def paragraph_settings(header: Header) -> Settings:
    """Read how the paragraphs are set."""
    found: dict[int, Setting] = {}
    for start, _, page, index, count in _entries(header, Table.PARAGRAPHS):
        place = 4 * (count + 1) + 13 * index
        at = 2 * page[place] if place < PAGE else 0
        if not at or at + 2 > PAGE:
            found[start] = Setting()
            continue
        # the length counts words; a zero says that the true one follows
        begin, length = (at + 1, 2 * page[at] - 1) if page[at] else (at + 2, 2 * page[at + 1])
        found[start] = setting_of(page[begin : begin + length])
    starts = sorted(found)
    return Settings(tuple(starts), tuple(found[start] for start in starts))


def setting_of(changes: bytes) -> Setting:
    """Read a paragraph's style and the properties that differ from it."""
    style = struct.unpack_from("<H", changes)[0] if len(changes) > 1 else 0
    found = dict(changes_in(changes[2:]))
    level, listed = found.get(OUTLINE), found.get(LIST)
    return Setting(
        style,
        _is_on(found.get(IN_TABLE)),
        level[0] if level else None,
        struct.unpack("<H", listed)[0] not in (0, NO_LIST) if listed else None,
    )


def changes_in(changes: bytes) -> Iterator[tuple[int, bytes]]:
    """Cut a list of properties into their numbers and values; what is cut off at its end is left out."""
    at = 0
    while at + 3 <= len(changes):
        number = struct.unpack_from("<H", changes, at)[0]
        at += 2
        size = SIZES.get(number >> 13)
        if size is None:
            size, skipped = _own_size(number, changes, at)
            at += skipped
        value = changes[at : at + size]
        if len(value) < size:
            return
        yield number, value
        at += size


def _own_size(number: int, changes: bytes, at: int) -> tuple[int, int]:
    """Give the length of a value that says it itself, and of the bytes that say so."""
    if number == TABLE_DEFINITION and at + 2 <= len(changes):
        return max(0, struct.unpack_from("<H", changes, at)[0] - 1), 2
    if number == TABS and changes[at] == 0xFF and at + 1 < len(changes):
        deleted = changes[at + 1]
        added = at + 2 + 4 * deleted
        return 1 + 4 * deleted + 1 + 3 * (changes[added] if added < len(changes) else 0), 1
    return changes[at], 1


def _entries(header: Header, table: Table) -> Iterator[tuple[int, int, bytes, int, int]]:
    """Give the bytes that each entry is about, the page it stands in, its place there, and how many the page has."""
    _, numbers = positions(header.table(table), 4)
    # a page is read once: a table that names one page a million times was made to do harm
    seen = dict.fromkeys(number & NUMBERED_PAGE for (number,) in struct.iter_unpack("<I", numbers))
    for number in seen:
        page = header.document[PAGE * number : PAGE * (number + 1)]
        if len(page) < PAGE:
            continue
        count = page[-1]
        size = 4 * (count + 1)
        if not count or size + count > PAGE:
            continue
        ends = struct.unpack_from(f"<{count + 1}I", page)
        for index in range(count):
            yield ends[index], ends[index + 1], page, index, count


def _is_on(value: bytes | None) -> bool:
    """Tell whether a switch is on, or the other way round than in its style, where it is mostly off."""
    return value is not None and value[0] in (0x01, 0x81)
