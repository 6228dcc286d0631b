"""Why the sentences of a passage were paired: the rare words that they share, and which other sentence came close.

Computed when asked for, a passage at a time, from the pairs that the links were chosen from; nothing is judged anew. Key words are what
a reader can check. Parts of words and the sentences around count as well, so that a passage may have no key word at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from rewritediff.core.settings import Settings
from rewritediff.core.tokens import UNSPACED, Units, is_word
from rewritediff.core.values import Document, Passage, Side, Sides, Span, confidence_of
from rewritediff.core.vectors import Longs

if TYPE_CHECKING:  # see comparison.py
    from rewritediff.core.prepared import Prepared
    from rewritediff.core.search import Grid

KEY_WORDS = 6
"""Words that are named: a line of them; the rarest three or four decide most pairs."""
SHORTEST = 2
"""Letters of a key word where the function words of the language are known: "EU" is one, the "s" of "Russia’s" is not."""
SHORTEST_UNKNOWN = 4
"""The same where they are not known: words of up to three letters then count as function words."""


@dataclass(frozen=True, slots=True)
class RunnerUp:
    """Name the sentence outside a passage that could best have been linked to one inside."""

    sentence: int
    partner: int
    """The sentence of the passage, on the other side, that it came close to."""
    similarity: float
    """How alike the words of the two are, 0 to 1, measured as that of a link."""
    confidence: float
    """How sure a link of the two would be by itself, 0 to 1."""


NO_RUNNERS_UP: Sides[RunnerUp | None] = Sides(None, None)


@dataclass(frozen=True, slots=True)
class Reasons:
    """Say why the sentences of a passage were paired."""

    key_words: tuple[Sides[Span], ...] = ()
    """The rarest words that both sides have, as each of them writes them, in the order of the original."""
    runners_up: Sides[RunnerUp | None] = NO_RUNNERS_UP
    """For each side its sentence that came closest without being part of the passage; None where none came near."""
    available: bool = True
    """False where the comparison was handed on without what it was made from."""

    @property
    def closest(self) -> tuple[Side, RunnerUp] | None:
        """Give the nearer of the two runners-up, and the side that it stands on."""
        found = [(side, runner_up) for side in Side if (runner_up := self.runners_up[side]) is not None]
        return max(found, key=lambda entry: entry[1].confidence, default=None)


NOT_AVAILABLE = Reasons(available=False)
NO_REASONS = Reasons()


def is_doubtful(passage: Passage, settings: Settings) -> bool:
    """Tell whether sentences are paired with less confidence than the setting asks for."""
    return bool(passage.links) and passage.confidence < settings.doubtful_below


def doubted_of(passage: Passage, settings: Settings) -> tuple[Side, int] | None:
    """Give the least sure sentence of a doubtful passage of which another part is sure; None where all of it is in doubt, or nothing is."""
    if len(passage.links) < 2 or not is_doubtful(passage, settings):
        return None
    surest: dict[tuple[Side, int], float] = {}
    for link in passage.links:
        for end in ((Side.ORIGINAL, link.original), (Side.REWRITE, link.rewrite)):
            surest[end] = max(link.confidence, surest.get(end, 0.0))
    least = min(surest, key=lambda end: surest[end])
    return least if max(surest.values()) >= settings.doubtful_below else None


def reasons_of(prepared: Prepared, grid: Grid, documents: Sides[Document], passage: Passage, function_words: frozenset[str]) -> Reasons:
    """Say why the sentences of a passage were paired; a passage without links has no reasons."""
    if not passage.links:
        return NO_REASONS
    floor = prepared.settings.near_floor
    original = _runner_up(grid, Side.ORIGINAL, passage, floor)
    return Reasons(key_words(prepared, documents, passage, function_words), Sides(original, _runner_up(grid, Side.REWRITE, passage, floor)))


def _runner_up(grid: Grid, side: Side, passage: Passage, floor: float) -> RunnerUp | None:
    """Find the sentence of a side outside a passage whose pair with a sentence inside has the best odds, at least `floor`."""
    inside = passage.sentences(side)
    numbers, partners = grid.pairs.original, grid.pairs.rewrite
    if side is Side.REWRITE:
        numbers, partners = partners, numbers
    near: list[tuple[float, int]] = []
    for partner in passage.sentences(side.other):
        places = _pairs_of(grid, side.other, partner)
        near.extend((float(grid.odds[place]), -int(place)) for place in places[grid.odds[places] >= floor] if numbers[place] not in inside)
    if not near:
        return None
    odds, place = max(near)
    found = -place
    return RunnerUp(int(numbers[found]), int(partners[found]), round(float(grid.cosine[found]), 4), confidence_of(odds))


def _pairs_of(grid: Grid, side: Side, sentence: int) -> Longs:
    """Give the places of the pairs that a sentence is in."""
    wanted = np.array((sentence, sentence + 1), dtype=np.int64)
    if side is Side.ORIGINAL:
        low, high = grid.pairs.original.searchsorted(wanted)
        return np.arange(low, high)
    low, high = grid.pairs.rewrite.searchsorted(wanted, sorter=grid.by_rewrite)
    return grid.by_rewrite[low:high]


Place = tuple[int, int]
"""A sentence, and a unit of its text."""


def key_words(prepared: Prepared, documents: Sides[Document], passage: Passage, function_words: frozenset[str]) -> tuple[Sides[Span], ...]:
    """Find the rarest words that both sides of a passage have, each where it first stands; neighbours become one.

    In a short text many words are equally rare. Then numbers and names go first, then longer words, then earlier ones.
    """
    original, rewrite = (_first_places(prepared, documents, passage, side) for side in Side)
    forms = prepared.vocabulary
    shared = [word for word in original if word in rewrite and _tells(forms[word], function_words)]

    def rank(entry: tuple[float, int]) -> tuple[float, bool, int]:
        weight, word = entry
        named = _has_digit(forms[word]) or _is_name(prepared, documents.original, *original[word])
        return -weight, not named, -len(forms[word])

    rarest = sorted(zip(prepared.space.word_idf[shared].tolist(), shared, strict=True), key=rank)[:KEY_WORDS]
    return tuple(_spans(prepared, sorted((original[word], rewrite[word]) for _, word in rarest)))


def _first_places(prepared: Prepared, documents: Sides[Document], passage: Passage, side: Side) -> dict[int, Place]:
    """Give for each word of one side of a passage the place where it first stands."""
    units, sentences = prepared.units[side], documents[side].sentences
    found: dict[int, Place] = {}
    for number in passage.sentences(side):
        inside = units.within(sentences[number].start, sentences[number].end)
        for unit, word in enumerate(units.ids[inside].tolist(), inside.start):
            if word not in found:
                found[word] = (number, unit)
    return found


def _tells(word: str, function_words: frozenset[str]) -> bool:
    """Tell whether a folded word says something of its own."""
    if word in function_words or not is_word(word):
        return False
    return len(word) >= (SHORTEST if function_words else SHORTEST_UNKNOWN) or word[0] >= UNSPACED or _has_digit(word)


def _has_digit(word: str) -> bool:
    return not word.isalpha() and any(map(str.isdigit, word))


def _is_name(prepared: Prepared, document: Document, sentence: int, unit: int) -> bool:
    """Tell whether a word has a capital inside its sentence."""
    start = int(prepared.units.original.starts[unit])
    return document.text[start].isupper() and start > document.sentences[sentence].start


def _spans(prepared: Prepared, chosen: Sequence[tuple[Place, Place]]) -> Iterator[Sides[Span]]:
    """Give the spans of chosen words; those that follow each other on both sides are one, as "Port Authority" is."""
    runs: list[list[tuple[Place, Place]]] = []
    for here in chosen:
        if runs and here == _following(runs[-1][-1]):
            runs[-1].append(here)
        else:
            runs.append([here])
    left, right = prepared.units
    for run in runs:
        (_, first), (_, second) = run[0]
        (_, last), (_, second_last) = run[-1]
        yield Sides(_span(left, first, last), _span(right, second, second_last))


def _following(places: tuple[Place, Place]) -> tuple[Place, Place]:
    (sentence, unit), (other_sentence, other_unit) = places
    return (sentence, unit + 1), (other_sentence, other_unit + 1)


def _span(units: Units, first: int, last: int) -> Span:
    return Span(int(units.starts[first]), int(units.ends[last]))
