"""Words that were replaced by another step of one scale, or by another of one kind: all -> some, weekly -> monthly, north -> south.

Scales and kinds stand in `scales.json`. On an ordered scale neighbours are near in meaning ("most", "many"), two steps apart are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from rewritediff.core.facts.observation import Observation, observed
from rewritediff.core.facts.reading import Context, Hunk, PassagePair, is_retold
from rewritediff.core.facts.tables import Tables
from rewritediff.core.values import FindingKind, Sides, Strength


class Step(NamedTuple):
    """Place a word on a scale."""

    scale: int
    step: int
    ordered: bool


Steps = dict[str, Step]


@lru_cache(maxsize=16)
def steps_of(tables: Tables) -> Steps:
    """Give the place of each word of a language that stands on a scale; the first scale that has it wins."""
    found: Steps = {}
    table = tables["scales"]
    scales = [(scale, True) for scale in table.scales("ordered")] + [(scale, False) for scale in table.scales("kinds")]
    for number, (scale, ordered) in enumerate(scales):
        for step, words in enumerate(scale):
            for word in words:
                found.setdefault(word, Step(number, step, ordered))
    return found


class ScaleFinder:
    """Ask each hunk for words of both sides on one scale at different steps."""

    __slots__ = ("_steps", "_triggers")

    def __init__(self, context: Context) -> None:
        self._steps = Sides(*map(steps_of, context.tables))
        self._triggers = frozenset(chain(*self._steps))

    def __call__(self, pair: PassagePair) -> Iterator[Observation]:
        """Say which words of a passage were replaced by another step of their scale."""
        if self._triggers.isdisjoint(pair.forms):
            return
        for hunk in pair.hunks:
            if not is_retold(hunk):
                yield from self._in_hunk(pair, hunk)

    def _in_hunk(self, pair: PassagePair, hunk: Hunk) -> Iterator[Observation]:
        lost, new = self._placed(pair, 0, hunk.original), self._placed(pair, 1, hunk.rewrite)
        for word, step in lost:
            other = next((found for found in new if found[1].scale == step.scale), None)
            if other is None:
                continue
            new.remove(other)
            if other[1].step != step.step:
                yield _observation(pair, word, other[0], step, other[1])

    def _placed(self, pair: PassagePair, side: int, words: tuple[int, int]) -> list[tuple[int, Step]]:
        reading, changed, steps = tuple(pair.sides)[side], tuple(pair.changed)[side], tuple(self._steps)[side]
        return [(k, step) for k in range(*words) if k in changed and (step := steps.get(reading.words[k].form))]


def finder(context: Context) -> ScaleFinder:
    """Make the finder for the languages of both texts."""
    return ScaleFinder(context)


def _observation(pair: PassagePair, original: int, rewrite: int, was: Step, now: Step) -> Observation:
    kind, code = (FindingKind.OPPOSITE, "extent-changed") if was.ordered else (FindingKind.TERM, "other-of-a-kind")
    strength = Strength.LOOK if was.ordered and abs(was.step - now.step) == 1 else Strength.CHECK
    return observed(pair, kind, code, strength, ([(original, original)], [(rewrite, rewrite)]))
