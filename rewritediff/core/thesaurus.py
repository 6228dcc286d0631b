"""How two words of one language relate: the same word, synonyms, opposites, of one kind, ... from tables that are handed in.

English words are looked up in the boiled-down WordNet (`word_entries.py`); tables of our own (`word_groups.py`) come before it, and
are all that other languages have. Neither is parsed before it is asked. Which meanings count was measured on edits of one word
(docs/decisions/0008-a-thesaurus-boiled-down-from-wordnet.md).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from functools import lru_cache

from rewritediff.core.facts.tables import EMPTY_TABLE, Table
from rewritediff.core.word_entries import Entry, base, entry, part
from rewritediff.core.word_groups import Groups, groups_of

RELATIONS = 1 << 13
"""Pairs of words whose relation is remembered, some 2 MB at most."""


class WordRelation(Enum):
    """Say how two words relate, nearest first."""

    SAME = "same"
    """Forms of one word: "rise" and "rose"."""
    SYNONYM = "synonym"
    OPPOSITE = "opposite"
    BROADER = "broader"
    """One is a kind of the other: "boat" and "vessel"."""
    SIBLING = "sibling"
    """Two of a kind: "Monday" and "Friday", "sales" and "profits"."""
    NONE = "none"
    """Both are known, and nothing joins them."""
    UNKNOWN = "unknown"
    """At least one is not known."""


@dataclass(frozen=True, slots=True, eq=False)
class Thesaurus:
    """Relate the words of one language."""

    language: str = ""
    entries: bytes = field(default=b"", repr=False)
    """The boiled-down WordNet, or nothing."""
    groups: Table = field(default=EMPTY_TABLE, repr=False)
    """Opposites, synonyms and irregular forms of our own."""

    def relation(self, first: str, second: str) -> WordRelation:
        """Say how two folded words relate, whatever their inflection; without WordNet what no table joins is UNKNOWN."""
        return WordRelation.SAME if first == second else _relation(self, min(first, second), max(first, second))

    def lemma(self, word: str) -> str:
        """Give the base form of a folded English word, the stem of a German, French or Spanish one, other words as they are."""
        found = base(self.entries, word) if self.entries else word
        return groups_of(self.language, self.groups).lemma(found)

    def part(self, word: str) -> str:
        """Give the part of speech that a folded word most often is: n, v, a or r; nothing where it is not known."""
        return part(self.entries, word) if self.entries else ""


NO_THESAURUS = Thesaurus()


@lru_cache(maxsize=RELATIONS)
def _relation(thesaurus: Thesaurus, first: str, second: str) -> WordRelation:
    one, other = entry(thesaurus.entries, first), entry(thesaurus.entries, second)
    if one.bases & other.bases:
        return WordRelation.SAME
    groups = groups_of(thesaurus.language, thesaurus.groups)
    own = _own_relation(groups, _named(groups, first, one), _named(groups, second, other))
    return _entries_relation(one, other) if own is WordRelation.UNKNOWN else own


def _named(groups: Groups, word: str, found: Entry) -> frozenset[str]:
    return frozenset([*groups.named(word), *(base for base in found.bases if base in groups.bases)])


def _own_relation(groups: Groups, first: frozenset[str], second: frozenset[str]) -> WordRelation:
    if first & second:
        return WordRelation.SAME
    if any(not second.isdisjoint(groups.opposites.get(word, ())) for word in first):
        return WordRelation.OPPOSITE
    if any(not second.isdisjoint(groups.synonyms.get(word, ())) for word in first):
        return WordRelation.SYNONYM
    return WordRelation.UNKNOWN


def _entries_relation(one: Entry, other: Entry) -> WordRelation:
    """Try the relations in the order in which they are to be trusted."""
    if not one.bases or not other.bases:
        return WordRelation.UNKNOWN
    if not one.antonyms.isdisjoint(other.bases) or not other.antonyms.isdisjoint(one.bases):
        return WordRelation.OPPOSITE
    if _means(one, other):
        return WordRelation.SYNONYM
    if _against(one, other) or _against(other, one):
        return WordRelation.OPPOSITE
    if _is_kind_of(one, other) or _is_kind_of(other, one):
        return WordRelation.BROADER
    if one.parents & other.parents:
        return WordRelation.SIBLING
    return WordRelation.SYNONYM if one.rare & other.rare else WordRelation.NONE


def _means(one: Entry, other: Entry) -> bool:
    # each word by its common meanings and by all that these derive from or are like; a rare meaning joins words only to a common one
    near, nearby = one.common | one.derived | one.heads, other.common | other.derived | other.heads
    if not near.isdisjoint(nearby):
        return True
    return not one.parents & other.parents and not (one.rare.isdisjoint(other.common) and other.rare.isdisjoint(one.common))


def _against(one: Entry, other: Entry) -> bool:
    return not one.against.isdisjoint(other.common | other.heads | other.derived)


def _is_kind_of(one: Entry, other: Entry) -> bool:
    return not other.common.isdisjoint(one.parents | one.grandparents)
