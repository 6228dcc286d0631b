"""What a language's table `names` knows: places and bodies under all their names, and capitals that make no name.

An entry in small letters ("russe", "deutsch*") is one that the language writes small; a star stands for any of its endings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rewritediff.core.facts.name_forms import sound
from rewritediff.core.facts.reading import FactWord
from rewritediff.core.facts.tables import Table, folded_words

TABLE = "names"
SHORT = 3
"""Letters up to which a known name counts in capitals only: "US", not "us"."""


class Known(NamedTuple):
    """Hold one way of naming something known."""

    forms: tuple[str, ...]
    key: str
    small: bool
    """It may be written in small letters."""

    def stands_at(self, words: Sequence[FactWord], first: int) -> bool:
        """Tell whether it stands in these words from the first one on."""
        found = words[first : first + len(self.forms)]
        if tuple([word.form for word in found]) != self.forms:
            return False
        if self.small:
            return True
        short = len(self.forms) == 1 and len(self.forms[0]) <= SHORT
        return found[0].text.isupper() if short else found[0].text[0].isupper()


@dataclass(frozen=True, slots=True, eq=False)
class NameTable:
    """Hold what is known of names in one language."""

    known: Mapping[str, tuple[Known, ...]]
    """By first word, the longest first."""
    small: frozenset[str]
    """First words that may be written in small letters."""
    spellings: Mapping[str, str]
    """The usual spelling of names that are transliterated in several ways."""
    nameless: frozenset[str]
    """Capitals that make no name: titles, days, company forms, roles in contracts."""
    common: frozenset[str]
    """What bodies and places are called in common: "council", "street"."""
    titles: frozenset[str]
    first_names: frozenset[str]
    before: frozenset[str]
    """Words after which a capital is a name even where nouns have capitals: "Firma", "Stadt"."""
    particles: frozenset[str]
    nouns_have_capitals: bool


@lru_cache(maxsize=16)
def name_table(table: Table) -> NameTable:
    """Make a language's table of names."""
    known: dict[str, list[Known]] = {}
    for entry in _known(table):
        known.setdefault(entry.forms[0], []).append(entry)
    titles, first_names = table.words("titles"), table.words("first_names")
    calendar = table.words("calendar")
    return NameTable(
        known={form: tuple(sorted(entries, key=_length, reverse=True)) for form, entries in known.items()},
        small=frozenset(form for form, entries in known.items() if any(entry.small for entry in entries)),
        spellings={sound(word[0]): sound(group[0][0]) for group in table.groups("spellings") for word in group if word},
        nameless=titles | calendar | frozenset(form + "s" for form in calendar) | table.words("corporate") | table.words("no_names"),
        common=table.words("common"),
        titles=titles,
        first_names=first_names,
        before=titles | first_names | table.words("before"),
        particles=table.words("particles"),
        nouns_have_capitals=bool(table.content.get("nouns_have_capitals")),
    )


def _length(entry: Known) -> int:
    return len(entry.forms)


def _known(table: Table) -> Iterator[Known]:
    endings = _texts(table.content.get("endings", ()))
    groups = table.content.get("countries", ())
    assert isinstance(groups, (list, tuple))
    for group in groups:
        key = _texts(group)[0]
        for entry in _texts(group):
            ends = endings if entry.endswith("*") else ("",)
            for end in ends:
                if forms := folded_words(entry.rstrip("*") + end):
                    yield Known(forms, key, entry[0].islower())


def _texts(found: object) -> tuple[str, ...]:
    assert isinstance(found, Iterable)
    return tuple(map(str, found))
