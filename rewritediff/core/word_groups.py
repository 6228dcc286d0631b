"""Our own opposites and synonyms of a language, from `resources/facts/<language>/opposites.json`.

    {"opposites": [["rise", "fall"]], "synonyms": [["rise", "grow"], ["fall", "drop"]], "forms": {"rose": "rise"}}

The first word of a row of synonyms speaks for all of them where it stands in a pair of opposites: here "grow" is against "drop".
German, French and Spanish words are compared without their endings; `forms` lists what no ending tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from rewritediff.core.facts.tables import Table

SHORTEST_STEM = 3
"""Letters that are left at least when an ending is taken off."""
AS_THEY_ARE = {"de": 4}
"""Letters up to which words keep their endings, else SHORTEST_STEM: "eine" is no form of "ein", where Spanish "alta" is one of "alto"."""
ENDINGS = {
    "de": "en ern em er es et e n s t te ten tet ter tes tem",
    "fr": "er ir re e es s x ent é ée és ées ait aient ant a era erait eront i ie is ies it u ue us ues issent issait ira iront",
    "es": "ar er ir a as an o os e es en aron aba aban ara aran ado ada ados adas ido ida idos idas io ieron ia ian ira era ando iendo s",
}
_ENDINGS = {language: sorted(endings.split(), key=lambda ending: (-len(ending), ending)) for language, endings in ENDINGS.items()}
_MARKS = {"de": str.maketrans("äöü", "aou"), "es": str.maketrans("áéíóú", "aeiou")}
"""Signs that come and go with endings: "fällt" and "fallen", "importación" and "importaciones"."""

Words = frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """Hold, for each word that the tables name, what is against it and what means the same."""

    language: str
    opposites: Mapping[str, Words]
    synonyms: Mapping[str, Words]
    bases: Mapping[str, str]
    """What the tables call a word or an irregular form."""
    stems: Mapping[str, tuple[str, ...]]
    """The words of the tables that have a stem."""

    def named(self, word: str) -> tuple[str, ...]:
        """Give the words of the tables that a folded word is, or else may be a form of: "hermana" is itself, and no form of "hermano"."""
        cut = stem(self.language, word)
        base = self.bases.get(word)
        if base is None and cut not in self.stems:
            base = self.bases.get(cut)  # "innocents" without its s, where "innocent" itself seems to have an ending
        return (base,) if base else self.stems.get(cut, ())

    def lemma(self, word: str) -> str:
        """Give the first word of the tables that a folded word may be a form of, else its stem."""
        return next(iter(self.named(word)), stem(self.language, word))


@lru_cache(maxsize=16)
def groups_of(language: str, table: Table) -> Groups:
    """Turn a table into what is looked up, once; phrases are passed over."""
    rows, pairs = _rows(table, "synonyms"), _rows(table, "opposites")
    led = {row[0]: row for row in rows}
    opposites: dict[str, set[str]] = {}
    for first, second in pairs:
        _join(opposites, led.get(first, (first,)), led.get(second, (second,)))
    synonyms: dict[str, set[str]] = {}
    for row in rows:
        _join(synonyms, row, row)
    words = dict.fromkeys(word for row in (*pairs, *rows) for word in row)
    irregular = {form[0]: base for form, base in table.mapping("forms").items()}
    return Groups(language, _frozen(opposites), _frozen(synonyms), irregular | {word: word for word in words}, _by_stem(language, words))


def _rows(table: Table, key: str) -> list[tuple[str, ...]]:
    found = (tuple(words[0] for words in group if len(words) == 1) for group in table.groups(key))
    return [row for row in found if len(row) > 1]


def _by_stem(language: str, words: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for word in words:
        key = stem(language, word)
        found[key] = (*found.get(key, ()), word)
    return found


@lru_cache(maxsize=1 << 12)
def stem(language: str, word: str) -> str:
    """Take a German, French or Spanish ending off, the longest: "verkaufte", "verkaufen" -> "verkauf"; "groß" keeps its s."""
    word = word.translate(_MARKS.get(language, {}))
    if len(word) <= AS_THEY_ARE.get(language, SHORTEST_STEM) or word.endswith("ss"):
        return word
    long_enough = (ending for ending in _ENDINGS.get(language, ()) if len(word) - len(ending) >= SHORTEST_STEM)
    return next((word[: -len(ending)] for ending in long_enough if word.endswith(ending)), word)


def _join(joined: dict[str, set[str]], first: Iterable[str], second: Iterable[str]) -> None:
    for one in first:
        for other in second:
            if one != other:
                joined.setdefault(one, set()).add(other)
                joined.setdefault(other, set()).add(one)


def _frozen(joined: dict[str, set[str]]) -> dict[str, Words]:
    return {word: frozenset(others) for word, others in joined.items()}
