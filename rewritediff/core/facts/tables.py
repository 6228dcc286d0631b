"""Word tables of one language for the finders of facts, as they stand in `resources/facts/<language>/<name>.json`.

A table is what JSON gives: lists of words, mappings from a word to a word or a number, groups of words. Each finder turns the table it
needs into what it works with, once; a language without a table gets the finders that need none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from rewritediff.core.tokens import TOKEN, fold, is_word


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """Hold one table; words are compared as tokens.fold() leaves them, phrases as tuples of such words."""

    content: Mapping[str, object] = field(default_factory=lambda: MappingProxyType({}))

    def words(self, key: str) -> frozenset[str]:
        """Give a list of single words, folded."""
        return frozenset(fold(word) for word in _texts(self.content.get(key, ())))

    def phrases(self, key: str) -> tuple[tuple[str, ...], ...]:
        """Give a list of words or phrases, each as its folded words, in the order of the table."""
        return tuple(map(folded_words, _texts(self.content.get(key, ()))))

    def every_word(self) -> frozenset[str]:
        """Give all words that stand anywhere in the table, folded, those of phrases one by one."""
        return _every_word(self)

    def groups(self, key: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """Give a list of lists of words or phrases that belong together."""
        found = self.content.get(key, ())
        assert isinstance(found, (list, tuple)), key
        return tuple(tuple(map(folded_words, _texts(group))) for group in found)

    def scales(self, key: str) -> tuple[tuple[frozenset[str], ...], ...]:
        """Give a list of scales, each a list of steps, each a list of single words, folded."""
        found = self.content.get(key, ())
        assert isinstance(found, (list, tuple)), key
        return tuple(tuple(frozenset(map(fold, _texts(step))) for step in scale) for scale in found)

    def mapping(self, key: str) -> Mapping[tuple[str, ...], str]:
        """Give what each word or phrase stands for."""
        return {folded_words(word): str(value) for word, value in _items(self.content.get(key, {}))}

    def numbers(self, key: str) -> Mapping[tuple[str, ...], float]:
        """Give the number that each word or phrase stands for."""
        found: dict[tuple[str, ...], float] = {}
        for word, value in _items(self.content.get(key, {})):
            assert isinstance(value, (int, float)), (key, word)
            found[folded_words(word)] = value
        return found


EMPTY_TABLE = Table()


@dataclass(frozen=True, slots=True, eq=False)
class Tables:
    """Hold the tables of one language by name."""

    language: str = ""
    by_name: Mapping[str, Table] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, name: str) -> Table:
        return self.by_name.get(name, EMPTY_TABLE)

    def __contains__(self, name: str) -> bool:
        return name in self.by_name


NO_TABLES = Tables()


def folded_words(phrase: str) -> tuple[str, ...]:
    """Cut a phrase into its folded words: "Saint-Étienne" -> ("saint", "étienne")."""
    return tuple(form for match in TOKEN.finditer(phrase) if is_word(form := fold(match.group())))


@lru_cache(maxsize=64)
def _every_word(table: Table) -> frozenset[str]:
    return frozenset(word for text in _every_text(table.content) for word in folded_words(text))


def _every_text(found: object) -> Iterator[str]:
    if isinstance(found, str):
        yield found
    elif isinstance(found, Mapping):
        for key, value in found.items():
            yield key
            yield from _every_text(value)
    elif isinstance(found, (list, tuple)):
        for item in found:
            yield from _every_text(item)


def _texts(found: object) -> tuple[str, ...]:
    assert isinstance(found, (list, tuple)), found
    return tuple(map(str, found))


def _items(found: object) -> tuple[tuple[str, object], ...]:
    assert isinstance(found, Mapping), found
    return tuple(found.items())
