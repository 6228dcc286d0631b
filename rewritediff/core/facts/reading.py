"""A passage as the finders of facts read it: the words of both sides, which of them changed, and what they know of both texts.

Words come from the units that the comparison has cut already; signs between them are looked up in the text. A finder never compares
sentence by sentence: a number that moved to the second half of a split sentence is not lost.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import repeat, starmap
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from rewritediff.core.facts.tables import Tables
from rewritediff.core.house import House
from rewritediff.core.similarity import hunks_between
from rewritediff.core.thesaurus import Thesaurus
from rewritediff.core.tokens import Units, is_word
from rewritediff.core.values import Document, Sides, Span

if TYPE_CHECKING:
    from rewritediff.core.facts.text_names import Names

QUOTES = frozenset('"“”„«»‹›「」『』')
OPENERS = QUOTES | frozenset("([{:–—‘‚¿¡")
"""Signs after which a capital may only open a sentence or a title."""


NONE: frozenset[int] = frozenset()


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


_made = partial(tuple.__new__, FactWord)
"""Make a word of its parts: a third of the time of FactWord()."""


@dataclass(frozen=True, slots=True, eq=False)
class TextWords:
    """Hold the words of a whole text in order; lists, because one passage after the other is cut from them."""

    text: str
    starts: list[int]
    ends: list[int]
    forms: list[str]
    opened: list[bool]
    """A sign of OPENERS stands between the word and the one before it."""

    def within(self, span: Span, sentence: int) -> Iterator[FactWord]:
        """Give the words of a sentence, which is the given one of its passage."""
        first = bisect_left(self.starts, span.start)
        here = slice(first, bisect_left(self.starts, span.end, first))
        starts, ends, opened = self.starts[here], self.ends[here], self.opened[here]
        opened[:1] = [True] * bool(opened)
        texts = map(self.text.__getitem__, map(slice, starts, ends))
        return map(_made, zip(starts, ends, texts, self.forms[here], repeat(sentence), opened))


def words_of(text: str, units: Units, vocabulary: Sequence[str]) -> TextWords:
    """Leave of a text's units the words; by arrays, once for each text."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)[units.starts]
    opening = np.isin(codes, [ord(sign) for sign in OPENERS]) & (units.ends - units.starts == 1)
    words = np.flatnonzero(np.fromiter(map(is_word, vocabulary), dtype=bool, count=len(vocabulary))[units.ids])
    forms = list(map(vocabulary.__getitem__, units.ids[words].tolist()))
    opened = np.diff(np.cumsum(opening)[words], prepend=0) > 0
    return TextWords(text, units.starts[words].tolist(), units.ends[words].tolist(), forms, opened.tolist())


class Hunk(NamedTuple):
    """Mark where the words of both sides differ: word numbers, half open; one side may be empty."""

    original: tuple[int, int]
    rewrite: tuple[int, int]


RETOLD = 12
"""Words of a side from which on what differs in one place was told anew: that one word of it answers another there is chance."""


def is_retold(hunk: Hunk) -> bool:
    """Tell whether so much differs in one place that its words do not answer each other."""
    return max(end - start for start, end in hunk) > RETOLD


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
    forms: frozenset[str]
    """Folded forms of the words in hunks, of both sides: what a finder looks at before anything else."""


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

    words: Sides[TextWords]
    forms: Sides[frozenset[str]]
    """The folded forms of each whole text."""
    names: Names

    def reading(self, document: Document, side: int, sentences: Iterable[int]) -> Reading:
        """Read some sentences of one side (0 the original, 1 the rewrite)."""
        whole, tables = (self.words.rewrite, self.tables.rewrite) if side else (self.words.original, self.tables.original)
        spans = tuple([document.sentences[k].span for k in sentences])
        words = tuple([word for number, span in enumerate(spans) for word in whole.within(span, number)])
        return Reading(document.text, spans, words, tuple([word.form for word in words]), tables)


def pair_of(original: Reading, rewrite: Reading) -> PassagePair:
    """Compare the words of both sides."""
    sides, forms = Sides(original, rewrite), (original.forms, rewrite.forms)
    if not all(forms) or forms[0] == forms[1]:
        every = NONE if all(forms) else frozenset(range(max(map(len, forms))))
        return PassagePair(sides, (), Sides(every if forms[0] else NONE, every if forms[1] else NONE), frozenset())
    hunks = tuple(starmap(Hunk, hunks_between(*forms)))
    here = [form for hunk in hunks for form in forms[0][slice(*hunk.original)]]
    there = [form for hunk in hunks for form in forms[1][slice(*hunk.rewrite)]]
    changed = Sides(_beyond(forms[0], here, there), _beyond(forms[1], there, here))
    return PassagePair(sides, hunks, changed, frozenset(here + there))


def _beyond(forms: Sequence[str], own: Iterable[str], others: Iterable[str]) -> frozenset[int]:
    """Number the words beyond those that the other side has as often; only the words in hunks can be."""
    left: dict[str, int] = {}
    for form in others:
        left[form] = left.get(form, 0) + 1
    more: dict[str, int] = {}
    for form in own:
        if left.get(form):
            left[form] -= 1
        else:
            more[form] = more.get(form, 0) + 1
    found: list[int] = []
    for number in range(len(forms) - 1, -1, -1) if more else ():
        form = forms[number]
        if more.get(form):
            more[form] -= 1
            found.append(number)
    return frozenset(found)
