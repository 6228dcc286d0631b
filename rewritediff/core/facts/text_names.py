"""What both texts show of their names as a whole: which words have capitals inside of sentences, and what is mentioned anywhere.

Found by arrays over all units, once: a word that opens a sentence is a name where another sentence has it inside, never in small letters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from rewritediff.core.facts.name_forms import sound
from rewritediff.core.facts.name_table import TABLE, NameTable, name_table
from rewritediff.core.facts.tables import Tables
from rewritediff.core.prepared import Prepared
from rewritediff.core.thesaurus import Thesaurus
from rewritediff.core.tokens import Units
from rewritediff.core.values import Document, Sides

Forms = frozenset[str]
Vocabulary = Sequence[str]
"""The folded form of each unit's number."""
CHAIN = 3
"""Words of a name that follow one which a small word shows to be a name."""


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Hold what both texts show of their names."""

    tables: Sides[NameTable]
    function_words: Sides[frozenset[str]]
    seen: frozenset[str]
    """Words with a capital in the middle of a sentence, never in small letters."""
    thesauri: Sides[Thesaurus]
    sounds: Sides[frozenset[str]]
    """What stays of all words that stand with a capital somewhere."""
    forms: Sides[frozenset[str]]
    """All words, folded."""
    keys: Sides[frozenset[str]]
    """What is mentioned of what the table knows."""


def names_of(
    prepared: Prepared, forms: Sides[Forms], tables: Sides[Tables], function_words: Sides[Forms], thesauri: Sides[Thesaurus]
) -> Names:
    """Look through both texts, of which all forms are given, by arrays: 125,000 words take some milliseconds."""
    known = tables.map(lambda tables: name_table(tables[TABLE]))
    vocabulary = prepared.vocabulary
    texts = [_looked_through(vocabulary, *side) for side in zip(prepared.documents, prepared.units, known, forms, strict=True)]
    seen = frozenset(form for text in texts for form in text.seen)
    small = frozenset(form for text in texts for form in text.small)
    first, second = texts
    return Names(
        known,
        function_words,
        seen - small,
        thesauri,
        Sides(first.sounds, second.sounds),
        forms,
        Sides(first.keys, second.keys),
    )


class _Text(NamedTuple):
    """Hold what one text shows."""

    seen: frozenset[str]
    small: frozenset[str]
    sounds: frozenset[str]
    keys: frozenset[str]


def _looked_through(vocabulary: Vocabulary, document: Document, units: Units, table: NameTable, forms: frozenset[str]) -> _Text:
    upper, lower = _cases(document.text, units)
    return _Text(
        seen=_forms(vocabulary, units, _inside(vocabulary, table, units, upper, lower)),
        small=_forms(vocabulary, units, lower),
        sounds=frozenset(map(sound, _forms(vocabulary, units, upper))),
        keys=_keys(table, forms, vocabulary, units),
    )


def _forms(vocabulary: Vocabulary, units: Units, mask: npt.NDArray[np.bool_]) -> frozenset[str]:
    # a third of the time of numpy.unique()
    there = np.zeros(len(vocabulary), dtype=bool)
    there[units.ids[mask]] = True
    return frozenset(vocabulary[number] for number in np.flatnonzero(there).tolist())


@lru_cache(maxsize=1)
def _letters() -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Tell which of the letters up to Georgian are capitals and which small; later scripts have no case, or are not written any more."""
    letters = [chr(code) for code in range(0x2000)]
    return np.array([c.isupper() for c in letters]), np.array([c.islower() for c in letters])


def _cases(text: str, units: Units) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Tell of each unit whether it begins with a capital, and whether with a small letter."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)[units.starts]
    codes = np.where(codes < 0x2000, codes, 0)
    upper, lower = _letters()
    return upper[codes], lower[codes]


def _inside(
    vocabulary: Vocabulary, table: NameTable, units: Units, upper: npt.NDArray[np.bool_], lower: npt.NDArray[np.bool_]
) -> npt.NDArray[np.bool_]:
    """Tell which units are names by what stands before them: a small word, or where nouns have capitals a title or a first name."""
    found = np.zeros(len(units), dtype=bool)
    near = units.starts[1:] - units.ends[:-1] <= 1
    if table.nouns_have_capitals:
        known = np.array([form in table.before for form in vocabulary], dtype=bool)
        found[1:] = upper[1:] & near & upper[:-1] & known[units.ids[:-1]]
    else:
        found[1:] = upper[1:] & near & lower[:-1]
    for _ in range(CHAIN):
        found[1:] |= upper[1:] & near & found[:-1]
    return found


def _keys(table: NameTable, words: frozenset[str], vocabulary: Vocabulary, units: Units) -> frozenset[str]:
    """Find what a text mentions of the table; a phrase counts when its first two words stand side by side."""
    wanted = {form for first in table.known.keys() & words for known in table.known[first] for form in known.forms[:2]}
    numbers = {form: number for number, form in enumerate(vocabulary) if form in wanted}
    found = set()
    for form in table.known.keys() & words:
        for known in table.known[form]:
            if len(known.forms) == 1:
                found.add(known.key)
            elif known.forms[1] in words:
                beside = (units.ids[:-1] == numbers[form]) & (units.ids[1:] == numbers[known.forms[1]])
                found.update((known.key,) if beside.any() else ())
    return frozenset(found)
