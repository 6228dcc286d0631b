"""A passage as the finders of facts read it: the words of both sides, which of them changed, and what they know of both texts.

Words come from the units that the comparison has cut already; signs between them are looked up in the text. A finder never compares
sentence by sentence: a number that moved to the second half of a split sentence is not lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rewritediff.core.facts.tables import Tables
from rewritediff.core.house import House
from rewritediff.core.similarity import hunks_between
from rewritediff.core.thesaurus import Thesaurus
from rewritediff.core.tokens import Units, is_word
from rewritediff.core.values import Document, Sides, Span

QUOTES = frozenset('"“”„«»‹›「」『』')
OPENERS = QUOTES | frozenset("([{:–—‘‚¿¡")
"""Signs after which a capital may only open a sentence or a title."""


class FactWord(NamedTuple):
    """Hold a word of a passage; no dataclass, because a comparison makes a hundred thousand of them."""

    start: int
    end: int
    text: str
    form: str
    """What tokens.fold() leaves of it: case and typography aside."""
    sentence: int
    """Number of its sentence on its side of the passage, from 0."""
    opens: bool
    """It opens a sentence, a quotation or a bracket, so that a capital says nothing."""


class Hunk(NamedTuple):
    """Mark where the words of both sides differ: word numbers, half open; one side may be empty."""

    original: tuple[int, int]
    rewrite: tuple[int, int]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """Hold one side of a passage."""

    text: str
    """The whole text of the side."""
    spans: tuple[Span, ...]
    """Its sentences in this passage."""
    words: tuple[FactWord, ...]
    forms: tuple[str, ...]
    """What the words are folded."""
    tables: Tables

    def span(self, first: int, last: int) -> Span:
        """Give the span of the words from first up to last, both included."""
        return Span(self.words[first].start, self.words[last].end)

    def before(self, word: int) -> str:
        """Give what stands between a word and the one before it, or the start of its sentence."""
        here = self.words[word]
        if word and self.words[word - 1].sentence == here.sentence:
            return self.text[self.words[word - 1].end : here.start]
        return self.text[self.spans[here.sentence].start : here.start]

    def after(self, word: int) -> str:
        """Give what stands between a word and the next one, or the end of its sentence."""
        here = self.words[word]
        if word + 1 < len(self.words) and self.words[word + 1].sentence == here.sentence:
            return self.text[here.end : self.words[word + 1].start]
        return self.text[here.end : self.spans[here.sentence].end]


@dataclass(frozen=True, slots=True, eq=False)
class PassagePair:
    """Hold both sides of a passage, and where their words differ; a side without sentences has no words."""

    sides: Sides[Reading]
    hunks: tuple[Hunk, ...]
    """Where the words differ when both are read in order, the most words kept."""
    changed: Sides[frozenset[int]]
    """Numbers of the words that the other side does not have, wherever they stand: counted, so one of two equal words may be changed."""


@dataclass(frozen=True, slots=True, eq=False)
class Context:
    """Hold what finders know of both texts; nothing in it depends on a reviewer's decisions."""

    documents: Sides[Document]
    """As they were cut when loaded."""
    units: Sides[Units]
    vocabulary: tuple[str, ...]
    """The folded form of each unit's number."""
    tables: Sides[Tables]
    thesauri: Sides[Thesaurus]
    function_words: Sides[frozenset[str]]
    house: House

    def reading(self, document: Document, side: int, sentences: Iterable[int]) -> Reading:
        """Read some sentences of one side (0 the original, 1 the rewrite)."""
        units, forms = tuple(self.units)[side], self.vocabulary
        text = document.text
        spans = tuple(document.sentences[k].span for k in sentences)
        words: list[FactWord] = []
        for number, span in enumerate(spans):
            within = units.within(span.start, span.end)
            opens = True
            starts, ends, ids = units.starts[within].tolist(), units.ends[within].tolist(), units.ids[within].tolist()
            for start, end, form in zip(starts, ends, map(forms.__getitem__, ids), strict=True):
                if is_word(form):
                    words.append(FactWord(start, end, text[start:end], form, number, opens))
                    opens = False
                elif not opens:
                    opens = text[start:end] in OPENERS
        return Reading(text, spans, tuple(words), tuple([word.form for word in words]), tuple(self.tables)[side])


def pair_of(original: Reading, rewrite: Reading) -> PassagePair:
    """Compare the words of both sides."""
    forms = original.forms, rewrite.forms
    hunks = tuple(Hunk(*found) for found in hunks_between(*forms)) if all(forms) else ()
    return PassagePair(Sides(original, rewrite), hunks, Sides(_only(forms[0], forms[1]), _only(forms[1], forms[0])))


def _only(forms: Sequence[str], others: Sequence[str]) -> frozenset[int]:
    """Number the words beyond those that the other side has as often."""
    left: dict[str, int] = {}
    for form in others:
        left[form] = left.get(form, 0) + 1
    found = []
    for number, form in enumerate(forms):
        count = left.get(form, 0)
        if count:
            left[form] = count - 1
        else:
            found.append(number)
    return frozenset(found)
