"""Which quotations of a passage are in another language than the text around them, as interviews are that keep a speaker's own words.

Capitals say nothing there, and the same quotation translated is neither invented nor altered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from rewritediff.core.facts.reading import QUOTES, FactWord, Reading
from rewritediff.core.thesaurus import Thesaurus
from rewritediff.core.word_entries import entry

LEAST = 4
"""Words in small letters that show a language; names are unknown in any."""
UNKNOWN = 0.6
"""Share of words that the thesaurus does not know from which they are in another language; of its own, one in ten is unknown."""
SMALL_WORDS = 0.15
"""Share of function words up to which, without a thesaurus, they are in another language: "die", "in", "man" stand in several."""


def is_foreign(words: Iterable[FactWord], functions: frozenset[str], thesaurus: Thesaurus) -> bool:
    """Tell whether most of some words are not of the language that the function words and the thesaurus are of."""
    forms = [word.form for word in words if word.text[0].islower() and len(word.form) > 1]
    if len(forms) < LEAST or not functions:
        return False
    small = sum(form in functions for form in forms)
    if not thesaurus.entries:
        return small <= SMALL_WORDS * len(forms)
    known = small + sum(form not in functions and bool(entry(thesaurus.entries, form).bases) for form in forms)
    return len(forms) - known >= UNKNOWN * len(forms)


@lru_cache(maxsize=4)
def foreign_words(reading: Reading, functions: frozenset[str], thesaurus: Thesaurus) -> frozenset[int]:
    """Number the words of a passage that stand in a quotation in another language."""
    if all(QUOTES.isdisjoint(span.of(reading.text)) for span in reading.spans):
        return frozenset()
    parts = _parts(reading)
    return frozenset(k for part in parts if is_foreign((reading.words[k] for k in part), functions, thesaurus) for k in part)


def _parts(reading: Reading) -> Iterator[list[int]]:
    """Cut a passage at its quotation marks; what stands between quotations is in the text's own language and does no harm."""
    part: list[int] = []
    for number in range(len(reading.words)):
        if part and not QUOTES.isdisjoint(reading.before(number)):
            yield part
            part = []
        part.append(number)
    yield part
