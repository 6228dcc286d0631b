"""What the boiled-down WordNet says of an English word: its base forms, and the numbers of the meanings around it.

The table stays the bytes that it is read as (the form stands in `packaging/make_thesaurus.py`): its lines are in order, so that a
word is found by halving, some 20 looks; parsing all of them would cost 0.3 s and 60 MB.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

ENTRIES = 1 << 11
"""Words whose entry is remembered, some 5 MB at most."""
PARTS = 8
RULES = {
    "n": (("s", ""), ("ses", "s"), ("xes", "x"), ("zes", "z"), ("ches", "ch"), ("shes", "sh"), ("men", "man"), ("ies", "y")),
    "v": (("s", ""), ("ies", "y"), ("es", "e"), ("es", ""), ("ed", "e"), ("ed", ""), ("ing", "e"), ("ing", "")),
    "a": (("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
}
"""How WordNet takes inflection off, by kind of word; doubled letters ("planned") are among its irregular forms."""

Numbers = frozenset[str]
NOTHING: Numbers = frozenset()


class Entry(NamedTuple):
    """Hold what is known of a word; of one that is a form of several words, what is known of all of them."""

    bases: frozenset[str]
    common: Numbers
    """Meanings that a reader would think of; what follows the rare ones is of these alone."""
    rare: Numbers
    derived: Numbers
    """Meanings of words made from this one, or that this one is made from."""
    heads: Numbers
    """Meanings that this one is like."""
    parents: Numbers
    grandparents: Numbers
    antonyms: frozenset[str]
    against: Numbers
    """Meanings opposite to these, to what they derive from, or to their heads."""


UNKNOWN = Entry(NOTHING, *[NOTHING] * PARTS)


@lru_cache(maxsize=ENTRIES)
def entry(table: bytes, word: str) -> Entry:
    """Look a folded word up, whatever its inflection."""
    bases = tuple(dict.fromkeys(_bases(table, word)))
    columns = [fields for base in bases if (fields := _fields(table, base))]
    if not columns:
        return UNKNOWN
    parts = [frozenset(" ".join(column).split()) for column in zip(*[_padded(fields) for fields in columns], strict=True)]
    return Entry(frozenset(bases), *parts)


def base(table: bytes, word: str) -> str:
    """Give the base form of a folded word: "rose" -> "rise", "decided" -> "decide", but "building" -> "building"; unknown words stay."""
    fields = _fields(table, word)
    if len(fields) > 1 and fields[1]:
        return fields[1][1:].split()[0]
    if "n" in _kinds(table, word):
        return _plural_of(table, word) or word
    return next((found for found in _bases(table, word) if found != word), word)


@lru_cache(maxsize=ENTRIES)
def part(table: bytes, word: str) -> str:
    """Give the part of speech that a word most often is: n, v, a or r; nothing where it is not known."""
    kinds = _kinds(table, word)
    if kinds:
        return kinds[0]
    base = next(_bases(table, word), "")
    ruled = {kind for kind, rules in RULES.items() for ending, instead in rules if _is_form(table, word, kind, ending, instead)}
    kinds = _kinds(table, base)
    return next((kind for kind in kinds if kind in ruled), kinds[:1])


def _is_form(table: bytes, word: str, kind: str, ending: str, instead: str) -> bool:
    return word.endswith(ending) and kind in _kinds(table, word[: -len(ending)] + instead)


def _plural_of(table: bytes, word: str) -> str:
    """Give the singular of a plural that WordNet knows as a noun of its own, too: "sales" -> "sale", but not "species"."""
    return (
        word[:-1] if word.endswith("s") and not word.endswith(("ss", "ies", "ics", "is", "us")) and "n" in _kinds(table, word[:-1]) else ""
    )


def _padded(fields: list[str]) -> list[str]:
    parts = fields[3:]
    return parts + [""] * (PARTS - len(parts))


def _bases(table: bytes, word: str) -> Iterator[str]:
    """Give the words of the table that a word may be a form of, itself first."""
    if not (word.isascii() and word.isalpha()):
        return
    fields = _fields(table, word)
    kinds = fields[2] if len(fields) > 2 else ""
    if kinds:
        yield word
    if len(fields) > 1 and fields[1]:
        yield from fields[1][1:].split()
        return
    for kind, rules in RULES.items():
        if kind == "a" and "n" in kinds:  # "number" is not more numb
            continue
        for ending, instead in rules:
            base = word[: -len(ending)] + instead
            if word.endswith(ending) and len(base) > 1 and kind in _kinds(table, base):
                yield base


def _kinds(table: bytes, word: str) -> str:
    fields = _fields(table, word)
    return fields[2] if len(fields) > 2 else ""


def _fields(table: bytes, word: str) -> list[str]:
    """Find the line of a word by halving: low and high always stand at the line feed before a line."""
    sought = b"\n" + word.encode() + b"\t"
    low, high = 0, len(table) - 1
    while low < high:
        middle = table.rfind(b"\n", low, (low + high) // 2 + 1)
        end = table.find(b"\n", middle + 1)
        if table.startswith(sought, middle):
            return table[middle + 1 : end].decode("ascii").split("\t")
        if table[middle : middle + len(sought)] < sought:
            low = end
        else:
            high = middle
    return []
