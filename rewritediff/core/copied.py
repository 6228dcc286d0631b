"""Runs of words taken over word for word, typography aside, wherever they stand and across sentence ends.

Each run of n words of the original is indexed; the rewrite is read once, taking at each place the longest run that the index proposes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from rewritediff.core.tokens import TOKEN, fold, is_word
from rewritediff.core.values import CopiedRun, Sides, Span

PLACES = 32
"""Places of one run of n words that are tried: a refrain that stands more often is copied from one of the first."""
OPENING = {"“": "”", "„": "“”", "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›"}


def copied_runs(texts: Sides[str], words: int) -> tuple[CopiedRun, ...]:
    """Find the runs of at least so many equal words in a row, in the order of the rewrite, none overlapping there."""
    original, rewrite = _words(texts.original), _words(texts.rewrite)
    forms = Sides([form for form, _, _ in original], [form for form, _, _ in rewrite])
    quoted = quoted_spans(texts.rewrite)
    starts = [span.start for span in quoted]

    def run(source: int, target: int, length: int) -> CopiedRun:
        taken = Span(rewrite[target][1], rewrite[target + length - 1][2])
        place = bisect_right(starts, taken.start) - 1
        between = place >= 0 and quoted[place].end >= taken.end
        return CopiedRun(Span(original[source][1], original[source + length - 1][2]), taken, length, between)

    return tuple(run(*found) for found in _matches(forms, words))


def _words(text: str) -> list[tuple[str, int, int]]:
    return [(form, match.start(), match.end()) for match in TOKEN.finditer(text) if is_word(form := fold(match.group()))]


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


def quoted_spans(text: str) -> list[Span]:
    """Find what stands between quotation marks, the marks left out; a quotation ends with its line at the latest."""
    found: list[Span] = []
    begin, closing = -1, ""
    for place, character in enumerate(text):
        if (character == "\n" and begin >= 0) or (begin >= 0 and character in closing):
            found.append(Span(begin, place))
            begin = -1
        elif begin < 0 and (character in OPENING or character == '"'):
            begin, closing = place + 1, OPENING.get(character, '"')
    if begin >= 0:
        found.append(Span(begin, len(text)))
    return found
