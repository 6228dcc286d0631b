"""How two words of one language relate: the same word, synonyms, opposites, of one kind, ... from tables that are handed in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


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

    def relation(self, first: str, second: str) -> WordRelation:
        """Say how two folded words relate, whatever their inflection."""
        return WordRelation.SAME if first == second else WordRelation.UNKNOWN


NO_THESAURUS = Thesaurus()
