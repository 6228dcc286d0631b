"""Runs of words taken over word for word, typography aside, wherever they stand and across sentence ends.

Each run of n words of the original is indexed; the rewrite is read once, taking at each place the longest run that the index proposes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from rewritediff.core.quoted import quoted_spans
from rewritediff.core.tokens import TOKEN, fold, is_word
from rewritediff.core.values import CopiedPart, CopiedRun, Sides, Span

PLACES = 32
"""Places of one run of n words that are tried: a refrain that stands more often is copied from one of the first."""

START, END = attrgetter("start"), attrgetter("end")


class Word(NamedTuple):
    """Hold a word's folded form and where it stands."""

    form: str
    start: int
    end: int


def copied_runs(texts: Sides[str], words: int) -> tuple[CopiedRun, ...]:
    """Find the runs of at least so many equal words in a row, in the order of the rewrite, none overlapping there."""
    words_of = texts.map(_words)
    forms = words_of.map(lambda side: [word.form for word in side])
    quoted = are_inside(words_of.rewrite, quoted_spans(texts.rewrite))

    def run(source: int, target: int, length: int) -> CopiedRun:
        original, rewrite = words_of.original[source : source + length], words_of.rewrite[target : target + length]
        parts = cut_at_quotations(original, rewrite, quoted[target : target + length])
        return CopiedRun(_reach(original), _reach(rewrite), length, parts)

    return tuple(run(*match) for match in _matches(forms, words))


def cut_at_quotations(original: Sequence[Word], rewrite: Sequence[Word], quoted: Sequence[bool]) -> tuple[CopiedPart, ...]:
    """Cut a run where quotations begin and end, given its words on both sides and which of them are quoted in the rewrite."""
    cuts = [0, *(place for place in range(1, len(quoted)) if quoted[place] is not quoted[place - 1]), len(quoted)]
    return tuple(CopiedPart(_reach(original[a:b]), _reach(rewrite[a:b]), b - a, quoted[a]) for a, b in pairwise(cuts))


def are_inside(words: Sequence[Word], spans: Sequence[Span]) -> list[bool]:
    """Tell for each word whether it lies in one of some spans; both are in order and do not overlap among themselves."""
    found = [False] * len(words)
    for span in spans:
        first = bisect_left(words, span.start, key=START)
        for place in range(first, bisect_right(words, span.end, lo=first, key=END)):
            found[place] = True
    return found


def _reach(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)


def _words(text: str) -> list[Word]:
    return [Word(form, *match.span()) for match in TOKEN.finditer(text) if is_word(form := fold(match.group()))]


def _matches(forms: Sides[list[str]], words: int) -> Iterator[tuple[int, int, int]]:
    index: dict[tuple[str, ...], list[int]] = {}
    for place in range(len(forms.original) - words + 1):
        places = index.setdefault(tuple(forms.original[place : place + words]), [])
        if len(places) < PLACES:
            places.append(place)
    target = 0
    while target <= len(forms.rewrite) - words:
        places = index.get(tuple(forms.rewrite[target : target + words]), [])
        length, source = max(((_length(forms, place, target), -place) for place in places), default=(1, 0))
        if places:
            yield -source, target, length
        target += length


def _length(forms: Sides[list[str]], source: int, target: int) -> int:
    length = 0
    limit = min(len(forms.original) - source, len(forms.rewrite) - target)
    while length < limit and forms.original[source + length] == forms.rewrite[target + length]:
        length += 1
    return length
