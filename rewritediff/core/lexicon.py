"""What the engine knows of languages: loaded outside, handed in by name and version, never read here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from rewritediff.core.facts.tables import Tables
from rewritediff.core.house import NO_HOUSE, House
from rewritediff.core.thesaurus import Thesaurus


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold the words of each language that the engine treats apart, by two-letter language code."""

    name: str = "none"
    version: str = "0"
    function_words: Mapping[str, frozenset[str]] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """Articles, pronouns, prepositions, ... in lower case: words that carry no subject of their own."""

    facts: Mapping[str, Tables] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    """The tables of the finders of facts."""
    thesauri: Mapping[str, Thesaurus] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    house: House = NO_HOUSE
    """The list of the house that compares; empty unless somebody hands one in."""

    def function_words_of(self, language: str) -> frozenset[str]:
        return self.function_words.get(language, frozenset())


EMPTY_LEXICON = Lexicon()
