"""Letters of another alphabet that look like Latin ones inside Latin words: "cоuncil" with a Cyrillic "о".

Who copies a text past a plagiarism checker writes such words, and some converters do by mistake. They are other words to every program,
and the same to every reader.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

import regex

ALIKE = "аеорсухіјѕһԁԛԝАВЕЗКМНОРСТУХІЈЅԌΑΒΕΖΗΙΚΜΝΟΡΤΥΧοναικρυ"
"""Cyrillic and Greek letters that a Latin font draws as a Latin one (Unicode's confusables, those of single letters)."""
_ANY = re.compile(f"[{ALIKE}]")
_WORD = regex.compile(r"[\p{L}\p{M}]++")
_LATIN = regex.compile(r"\p{Latin}")


def lookalikes(text: str) -> tuple[int, ...]:
    """Find the letters inside words with Latin letters that only look Latin; a word of one alphabet has none.

    A word has two Latin letters at least: "Δx" and "µA" are a formula and a unit.
    """
    if _ANY.search(text) is None:
        return ()
    return tuple(
        word.start() + found.start()
        for word in _WORD.finditer(text)
        if _ANY.search(word[0]) and len(_LATIN.findall(word[0])) > 1
        for found in _ANY.finditer(word[0])
    )


def lookalike_names(text: str) -> tuple[str, ...]:
    """Name the letters that `lookalikes` finds, each once, with how often where it is more."""
    counts = Counter(unicodedata.name(text[k]).lower() for k in lookalikes(text))
    return tuple(name if count == 1 else f"{name} ({count:,})" for name, count in counts.items())
