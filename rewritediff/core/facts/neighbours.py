"""The sentences around a passage, read when a finder needs them, and who is meant there by "she" or "the mayor"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator

import numpy as np

from rewritediff.core.facts.reading import OPENERS, Context, FactWord, Reading
from rewritediff.core.facts.speech import Report, Speech, reports_in
from rewritediff.core.tokens import Units
from rewritediff.core.values import Document

AROUND = 8
"""Units before and behind a name that may describe it."""

Forms = frozenset[str]


class Neighbours:
    """Read sentences of one side, as the text was cut when loaded, once each."""

    def __init__(self, context: Context, side: int, speech: Speech) -> None:
        self.context, self.side, self.speech = context, side, speech
        self.document: Document = tuple(context.documents)[side]
        self._starts = [sentence.start for sentence in self.document.sentences]
        self._readings: dict[int, tuple[Reading, tuple[Report, ...]]] = {}

    def __len__(self) -> int:
        return len(self._starts)

    def number(self, place: int) -> int:
        """Give the number of the sentence that holds a place of the text."""
        return max(0, bisect_right(self._starts, place) - 1)

    def read(self, sentence: int) -> tuple[Reading, tuple[Report, ...]]:
        """Give a sentence and who says what in it."""
        if sentence not in self._readings:
            reading = self.context.reading(self.document, self.side, (sentence,))
            self._readings[sentence] = reading, reports_in(reading, self.speech)
        return self._readings[sentence]

    def before(self, place: int, reach: int) -> range:
        """Give the sentences before the one at a place, the nearest first."""
        here = self.number(place)
        return range(here - 1, max(-1, here - 1 - reach), -1)

    def speaker_before(self, place: int, reach: int = 3) -> tuple[Forms, Forms, str]:
        """Find who spoke last before a place: forms, those that are names, and how it is written; also who else is named on the way."""
        for sentence in self.before(place, reach):
            reading, reports = self.read(sentence)
            for report in reversed(reports):
                if report.speaker and report.sure and not report.pronoun:
                    words = [reading.words[k] for k in report.speaker]
                    return frozenset(word.form for word in words), names_of(reading, report.speaker), written(reading, report)
            if names_of(reading, range(len(reading.words))) and not reports:
                return frozenset(), frozenset(), ""
        return frozenset(), frozenset(), ""

    def forms_around(self, first: int, last: int, reach: int) -> Forms:
        """Give all words of the sentences from so many before a place to so many behind another."""
        low, high = max(0, self.number(first) - reach), min(len(self), self.number(last) + reach + 1)
        return frozenset(word.form for k in range(low, high) for word in self.read(k)[0].words)


def names_of(reading: Reading, places: Iterable[int]) -> Forms:
    """Give the words with a capital that no start of a sentence explains."""
    return frozenset(word.form for word in (reading.words[k] for k in places) if is_capital(word) and not word.opens)


def is_capital(word: FactWord) -> bool:
    """Tell whether a word begins with a capital and is no number."""
    return word.text[0].isupper() and len(word.form) > 1


def written(reading: Reading, report: Report) -> str:
    """Cut a speaker from the text."""
    return reading.span(report.speaker[0], report.speaker[-1]).of(reading.text)


class Naming:
    """Know where words stand in both texts, and what people are called there; each question is answered once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._numbers = {form: number for number, form in enumerate(context.vocabulary)}
        self._described: dict[Forms, Forms] = {}

    def described(self, names: Forms) -> Forms:
        """Give the words that stand near some names anywhere in both texts: what such a person is called elsewhere."""
        if names not in self._described:
            forms = self._context.vocabulary
            near = ((units, max(0, place - AROUND), place + AROUND + 1) for _, units, place in self._places(names))
            self._described[names] = frozenset(forms[k] for units, low, high in near for k in units.ids[low:high].tolist())
        return self._described[names]

    def named_beside(self, words: Forms, but: Forms) -> bool:
        """Tell whether a description stands at somebody else's name anywhere: "Mayor Ilse Brandström", "the mayor, Ilse Brandström"."""
        forms = self._context.vocabulary
        return any(
            _is_name(text, int(units.starts[beside])) and forms[units.ids[beside]] not in but | words
            for text, units, place in self._places(words)
            for beside in range(place + 1, min(place + 3, len(units)))
        )

    def named_elsewhere(self, names: Forms) -> bool:
        """Tell whether words have a capital where none is due."""
        return any(_is_name(text, int(units.starts[place])) for text, units, place in self._places(names))

    def _places(self, words: Forms) -> Iterator[tuple[str, Units, int]]:
        for units, document in zip(self._context.units, self._context.documents, strict=True):
            for number in sorted(self._numbers[form] for form in words if form in self._numbers):
                for place in np.flatnonzero(units.ids == number).tolist():
                    yield document.text, units, place


def _is_name(text: str, start: int) -> bool:
    before = text[max(0, start - 4) : start].rstrip(" ")[-1:]
    return text[start].isupper() and text[start + 1 : start + 2].islower() and before not in OPENERS | {"", "\n", ".", "!", "?"}
