"""What became of a linked passage, judged by its words: the same but for typography, edited, or paraphrased."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from rewritediff.core.cuts import Edges
from rewritediff.core.prepared import Prepared
from rewritediff.core.progress import Tick, quiet
from rewritediff.core.similarity import word_similarity
from rewritediff.core.tokens import Units
from rewritediff.core.values import Relation, Side, Sides
from rewritediff.core.vectors import Flags, Ints

WordsOf = Callable[[Side, int], Ints]
"""Gives the words of a sentence that carry something."""


class Judge:
    """Judge passages by the words that were counted in them."""

    __slots__ = ("_are_words", "_edited_from", "_tick", "_words_of")

    def __init__(self, prepared: Prepared, words_of: WordsOf, tick: Tick = quiet) -> None:
        self._tick = tick
        self._are_words = prepared.space.are_words
        self._edited_from = prepared.settings.edited_from
        self._words_of = words_of

    def __call__(self, original: tuple[int, ...], rewrite: tuple[int, ...]) -> tuple[Relation, float]:
        """Give the relation and the similarity of the sentences of a passage."""
        left, right = self._joined(Side.ORIGINAL, original), self._joined(Side.REWRITE, rewrite)
        if len(left) == len(right) and bool((left == right).all()):
            return Relation.SAME, 1.0
        first, second = (side[self._are_words[side]].tolist() for side in (left, right))
        similarity = word_similarity(first, second, lambda _: self._tick(0))
        relation = Relation.EDITED if similarity >= self._edited_from else Relation.PARAPHRASED
        return relation, round(similarity, 4)

    def _joined(self, side: Side, sentences: tuple[int, ...]) -> Ints:
        return np.concatenate([self._words_of(side, number) for number in sentences])


def few_words(prepared: Prepared, edges: Sides[Edges]) -> WordsOf:
    """Look the words of each sentence up where it is asked for: best where few are."""

    def words(side: Side, sentence: int) -> Ints:
        ids = prepared.units[side].ids[prepared.units[side].within(int(edges[side].starts[sentence]), int(edges[side].ends[sentence]))]
        return ids[[bool(prepared.vocabulary[number]) for number in ids.tolist()]]

    return words


def all_words(prepared: Prepared, edges: Sides[Edges]) -> WordsOf:
    """Gather the words of all sentences first."""
    solid = np.fromiter(map(bool, prepared.vocabulary), dtype=bool, count=len(prepared.vocabulary))
    sides = [_gathered(units, side, solid) for units, side in zip(prepared.units, edges, strict=True)]
    gathered = Sides(sides[0], sides[1])

    def words(side: Side, sentence: int) -> Ints:
        ids, bounds = gathered[side]
        return ids[bounds[sentence, 0] : bounds[sentence, 1]]

    return words


def _gathered(units: Units, edges: Edges, solid: Flags) -> tuple[Ints, Ints]:
    """Give the words that carry something, and where each sentence begins and ends among them."""
    mask = solid[units.ids] if len(units) else np.zeros(0, dtype=bool)
    starts = units.starts[mask]
    bounds = np.stack([np.searchsorted(starts, edges.starts), np.searchsorted(starts, edges.ends)], axis=1)
    return units.ids[mask], bounds.astype(np.int32)
