"""One name written in several ways: marks, transliterations, endings, initials; nothing here knows what is a name.

"Mueller" = "Müller", "Zelenskiy" = "Zelenskyy", "Texan" ~ "Texas", "J." ~ "John", "WHO" ~ "World Health Organization"
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from rewritediff.core.tokens import FORMS

_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ð": "d", "þ": "th", "ı": "i"})
_UMLAUT = re.compile("([aou])e")
_TWICE = re.compile(r"([^\W\d])\1+")
_VOWEL = re.compile("[aeiouy]")
_GLIDE = re.compile(r"(?<=\w\w\w)(?:[iy]y|ij|i)$")

ENDINGS = frozenset(
    (
        *("", "s", "e", "es", "a", "o", "as", "os", "t", "ts", "te", "tes", "y", "ies", "ly", "i", "is", "n", "en", "r", "um", "us", "al"),
        *("an", "ans", "ian", "ians", "ean", "eans", "ese", "ic", "ics", "tic", "ish", "er", "ers", "ist", "ists", "ism"),
        *("isch", "ische", "ischer", "ischen", "isches"),
        *("ien", "iens", "iene", "ienes", "ain", "ains", "aine", "aines", "ais", "aise", "aises", "iste", "istes", "isme"),
        *("ano", "ana", "anos", "anas", "ense", "enses", "eno", "ena", "ista", "istas", "ismo"),
    )
)
"""What may follow the stem of a name in a word made from it."""
STEM = 4
"""Letters that a name and a word made from it begin with, at least."""


@lru_cache(maxsize=FORMS)
def sound(form: str) -> str:
    """Reduce a folded word to what stays in every way of writing a name: without marks, doubled letters, endings of transliteration."""
    bare = form.translate(_LETTERS)
    if not bare.isascii():
        bare = "".join(letter for letter in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(letter))
    return _GLIDE.sub("y", _TWICE.sub(r"\1", _UMLAUT.sub(r"\1", bare)))


@lru_cache(maxsize=FORMS)
def is_made_from(form: str, other: str) -> bool:
    """Tell whether two words come from one name: "Islam" and "Islamist", "Texas" and "Texan"."""
    first, second = sound(form), sound(other)
    shared = 0
    for one, two in zip(first, second, strict=False):
        if one != two:
            break
        shared += 1
    if shared < STEM:
        return False
    return all(word[shared:] in ENDINGS or word[shared - 1 :] in ENDINGS for word in (first, second))


def is_short_for(form: str, other: str) -> bool:
    """Tell whether one first name may be short for the other (an initial, three letters in common), or has other vowels only."""
    first, second = sound(form), sound(other)
    if _VOWEL.sub("", first) == _VOWEL.sub("", second):
        return True
    shared = min(len(first), len(second), 3)
    return first[:shared] == second[:shared]


def is_acronym(text: str) -> bool:
    """Tell whether a word may stand for the initials of others."""
    if len(text) < 2 or (not text[1].isupper() and text[1] != "."):
        return False
    letters = _initials(text)
    return 2 <= len(letters) <= 6 and letters.isalpha() and letters.isupper()


def _initials(text: str) -> str:
    """Drop the dots of an acronym, and the ending of several: "DNNs"."""
    letters = text.replace(".", "")
    return letters[:-1] if letters.endswith("s") and letters[:-1].isupper() else letters


def spelled(acronym: str, words: Iterable[tuple[int, str]], skipped: frozenset[str]) -> range:
    """Find the numbered words whose initials spell an acronym, with or without the small words between them; an empty range if none do."""
    wanted = _initials(acronym).casefold()
    every = list(words)
    for run in (every, [(number, form) for number, form in every if form not in skipped]):
        at = "".join(form[0] for _, form in run).find(wanted)
        if at >= 0:
            return range(run[at][0], run[at + len(wanted) - 1][0] + 1)
    return range(0)
