"""The house's own list as a plain text file that can be shared: what is treated as the same, and what no finding is raised for.

    # What this house writes
    Kyiv = Kiev = Kijew
    ! Ltd
    ignore: sponsored content
    "x = 1" = "x := 1"

One entry a line. A term between straight quotation marks may hold anything; a quotation mark inside is written twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from rewritediff.core.house import House
from rewritediff.core.tokens import TOKEN, fold, is_word

LARGEST = 4_000_000
"""Bytes of a list: some 200,000 entries; what is larger was chosen by mistake."""
IGNORED = "! "
HEAD = """# House list of RewriteDiff: one entry a line, in any order.
# Kyiv = Kiev = Kijew      these are treated as the same
# ! Ltd                    no finding is raised for this term

"""
"""Begins a list that the window makes."""

_IGNORE = re.compile(r"(?:!|ignore:)\s*", re.IGNORECASE)
_TERM = re.compile(r'\s*(?:"((?:[^"]|"")*)"|([^="][^=]*|))\s*(=|$)')


class HouseListError(ValueError):
    """Say which line of a house list cannot be used, and why."""

    def __init__(self, name: str, line: int | None, reason: str) -> None:
        super().__init__(f"{name}, line {line}: {reason}" if line is not None else f"{name}: {reason}")
        self.name = name
        self.line = line
        self.reason = reason


def load(path: Path | str) -> House:
    """Read a house list, UTF-8 with or without a byte order mark; raises HouseListError, and OSError where nothing can be read."""
    place = Path(path)
    found = place.read_bytes()
    if len(found) > LARGEST:
        raise HouseListError(place.name, None, f"a house list has at most {LARGEST // 1_000_000} MB")
    try:
        return parse(found.decode("utf-8-sig"), place.name)
    except UnicodeDecodeError as error:
        line = found.count(b"\n", 0, error.start) + 1
        raise HouseListError(place.name, line, "this is not UTF-8; save the file as UTF-8") from error


def parse(text: str, name: str = "house list") -> House:
    """Read the entries of a list; raises HouseListError for the first line that is none."""
    equivalents: list[tuple[str, ...]] = []
    ignored: list[str] = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        mark = _IGNORE.match(entry)
        try:
            if mark:
                ignored.append(_single(entry[mark.end() :]))
            else:
                equivalents.append(_group(entry))
        except _Unusable as error:
            raise HouseListError(name, number, str(error)) from None
    return House(tuple(dict.fromkeys(equivalents)), tuple(dict.fromkeys(ignored)))


def format_list(house: House) -> str:
    """Write a list that parse() reads back equal."""
    lines = [same_line(group) for group in house.equivalents] + [ignored_line(term) for term in house.ignored]
    return "".join(f"{line}\n" for line in lines)


def same_line(terms: tuple[str, ...]) -> str:
    """Write the entry that treats terms as the same."""
    return " = ".join(map(_written, terms))


def ignored_line(term: str) -> str:
    """Write the entry that ignores a term."""
    return IGNORED + _written(term)


def append(path: Path | str, lines: Iterable[str]) -> House:
    """Add entries at the end of a list, which is made where it is missing, and read it whole; raises as load(), and leaves it then."""
    place = Path(path)
    before = place.read_bytes() if place.exists() else HEAD.encode()
    if place.exists():
        load(place)
    if before and not before.endswith(b"\n"):
        before += b"\n"
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(before + "".join(f"{line}\n" for line in lines).encode())
    return load(place)


def take_out(path: Path | str, line: str) -> House:
    """Take the last entry that reads so out of a list, and read it whole; raises as load()."""
    place = Path(path)
    lines = place.read_bytes().splitlines(keepends=True)
    found = [number for number, each in enumerate(lines) if each.strip() == line.encode()]
    if found:
        del lines[found[-1]]
        place.write_bytes(b"".join(lines))
    return load(place)


class _Unusable(Exception):  # noqa: N818 - says why, and never leaves this file
    pass


def _group(entry: str) -> tuple[str, ...]:
    terms = tuple(dict.fromkeys(_terms(entry)))
    if len(terms) < 2:
        raise _Unusable("write “=” between terms that mean the same, or “!” before a term to ignore")
    return terms


def _single(entry: str) -> str:
    terms = tuple(_terms(entry))
    if len(terms) != 1:
        raise _Unusable("one line ignores one term; put a term with “=” between quotation marks")
    return terms[0]


def _terms(entry: str) -> Iterator[str]:
    at = 0
    while True:
        found = _TERM.match(entry, at)
        if found is None:
            raise _Unusable("a quotation mark is not closed, or something stands behind it")
        quoted, plain, ends = found.groups()
        term = " ".join((quoted.replace('""', '"') if quoted is not None else plain).split())
        if not any(is_word(fold(unit)) for unit in TOKEN.findall(term)):
            raise _Unusable(f"“{term}” holds no word" if term else "a term is missing")
        yield term
        if not ends:
            return
        at = found.end()


def _written(term: str) -> str:
    term = " ".join(term.split())
    plain = "=" not in term and not term.startswith(("#", '"')) and _IGNORE.match(term) is None
    return term if plain else '"' + term.replace('"', '""') + '"'
