"""What the whole other text has: which forms at all, and which stems together in one sentence.

A clause that repeats what the other text says in another place is no new claim, and one that is said elsewhere is not lost.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

import numpy as np

from rewritediff.core.facts.reading import Context
from rewritediff.core.tokens import Ints

STEM = 5
"""Letters by which forms of a word are known: "lawmaker" and "lawmakers"; the candidates' groups of four tell too many apart."""
SHORT = 4
"""Letters that suffice where one of the two words has no more than STEM: "test" and "testing"."""
KNOWN_SHARE = 0.75
"""Share of a run's content words that one sentence, or two in a row, must have for the run to be known from there."""


def stem(form: str) -> str:
    """Cut a form down to what its inflections share."""
    return form[:STEM]


class Stems:
    """Hold the words of one side by stem, to ask for counterparts."""

    __slots__ = ("_long", "_short", "_shortened")

    def __init__(self, forms: Collection[str]) -> None:
        self._long = {form[:STEM] for form in forms}
        self._short = {form[:SHORT] for form in forms if SHORT <= len(form) <= STEM}
        self._shortened = {form[:SHORT] for form in forms if len(form) >= SHORT}

    def has(self, form: str) -> bool:
        """Tell whether a form of the same word, as far as letters tell, is there."""
        short = SHORT <= len(form) <= STEM
        return form[:STEM] in self._long or form[:SHORT] in self._short or (short and form[:SHORT] in self._shortened)


class Elsewhere:
    """Answer for one whole text: 0 the original, 1 the rewrite."""

    __slots__ = ("_order", "_sentences", "_sorted", "_stems", "forms")

    def __init__(self, context: Context, side: int) -> None:
        document, units, vocabulary = tuple(context.documents)[side], tuple(context.units)[side], context.vocabulary
        self.forms = tuple(context.forms)[side]
        numbers: dict[str, int] = {}
        of_form = np.fromiter((numbers.setdefault(stem(form), len(numbers)) for form in vocabulary), dtype=np.int32, count=len(vocabulary))
        ids = of_form[units.ids] if len(units) else units.ids
        self._stems = numbers
        self._order = np.argsort(ids, kind="stable")
        self._sorted = ids[self._order]
        starts = np.fromiter((s.start for s in document.sentences), dtype=np.int32, count=len(document.sentences))
        self._sentences = starts.searchsorted(units.starts, side="right")

    def has(self, form: str) -> bool:
        """Tell whether the text has a folded form."""
        return form in self.forms

    def together(self, forms: Collection[str]) -> bool:
        """Tell whether one sentence, or two in a row, hold nearly all of these words."""
        counts: Counter[int] = Counter()
        for wanted in {stem(form) for form in forms}:
            near = self._having(wanted)
            counts.update({*near.tolist(), *(near + 1).tolist()})
        return bool(counts) and max(counts.values()) >= KNOWN_SHARE * len(forms)

    def _having(self, wanted: str) -> Ints:
        number = np.int32(self._stems.get(wanted, -1))
        low, high = self._sorted.searchsorted(number), self._sorted.searchsorted(number, side="right")
        return np.unique(self._sentences[self._order[low:high]]).astype(np.int32)
