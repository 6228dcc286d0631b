"""The strongest chain of pairs, and how it was found, so that a search with few changes goes on where they begin.

A chain never turns back. Each pair pays its odds as a new link when it comes from anywhere above and to the left, and those of a further
sentence when a step leads to it from a pair in its row or column (a path of a hidden Markov model; Viterbi's method, with the best ends of
chains in place of the full grid, so that the cost grows with the pairs and not with their grid).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rewritediff.core.best_ends import BestEnds
from rewritediff.core.progress import Tick
from rewritediff.core.vectors import Floats, Longs, Weights

ASKED = 1024
"""Pairs between two questions whether to stop: some 2 ms."""


@dataclass(frozen=True, slots=True, eq=False)
class Joins:
    """Hold the steps between two pairs that share a sentence, in rising order of the second pair."""

    first: Longs
    second: Longs
    second_joins: Floats
    """Log odds that the second pair joins the first."""
    first_joins: Floats
    """Log odds that the first pair joins the second, which then counts as the new link."""

    def __len__(self) -> int:
        return len(self.first)

    def less(self, floor: float) -> Joins:
        """Give the same steps with their odds counted from a floor."""
        return Joins(self.first, self.second, self.second_joins - np.float32(floor), self.first_joins - np.float32(floor))

    def among(self, places: Longs, size: int) -> Joins:
        """Give the steps between some of `size` pairs, numbered as these stand in `places`."""
        numbers = np.full(size, -1, dtype=np.int64)
        numbers[places] = np.arange(len(places))
        first, second = numbers[self.first], numbers[self.second]
        inside = (first >= 0) & (second >= 0)
        return Joins(first[inside], second[inside], self.second_joins[inside], self.first_joins[inside])


@dataclass(frozen=True, slots=True, eq=False)
class Track:
    """Hold the pairs that a chain may visit, in rising order of original, then rewrite, and the steps between them."""

    original: Longs
    rewrite: Longs
    odds: Floats
    joins: Joins

    def __len__(self) -> int:
        return len(self.original)

    def same_until(self, other: Track) -> int:
        """Count the pairs at the beginning of two tracks that are alike, together with the steps that lead to them."""
        size = min(len(self), len(other))
        places = ((self.original, other.original), (self.rewrite, other.rewrite), (self.odds, other.odds))
        pairs = _same(size, *places)
        mine, theirs = self.joins, other.joins
        steps = min(len(mine), len(theirs))
        parts = ((mine.first, theirs.first), (mine.second, theirs.second), *_odds_of(mine, theirs))
        steps = _same(steps, *parts)
        return min([pairs, *(int(joins.second[steps]) for joins in (mine, theirs) if steps < len(joins))])


def _odds_of(mine: Joins, theirs: Joins) -> tuple[tuple[Floats, Floats], tuple[Floats, Floats]]:
    return (mine.second_joins, theirs.second_joins), (mine.first_joins, theirs.first_joins)


def _same(size: int, *columns: tuple[npt.NDArray[np.generic], npt.NDArray[np.generic]]) -> int:
    other = np.zeros(size, dtype=bool)
    for mine, theirs in columns:
        other |= mine[:size] != theirs[:size]
    return int(other.argmax()) if other.any() else size


@dataclass(frozen=True, slots=True, eq=False)
class Walk:
    """Hold for each pair of a track the strongest chain that ends with it."""

    track: Track
    values: Weights
    """The sum of what its pairs pay."""
    before: Longs
    """The pair before it, -1 where it is the first."""
    step: Longs
    """The step that led to it, -1 where it came as a new link; where it counts as the new link itself, the step's complement below -1."""

    def chain(self, link: float, extra: float) -> tuple[Longs, Weights]:
        """Give the pairs of the strongest chain of all, and the odds by which each entered: floors are added to what it paid."""
        found: list[int] = []
        before = self.before.tolist()
        at = int(self.values.argmax()) if len(self.values) and self.values.max() > 0 else -1
        while at >= 0:
            found.append(at)
            at = before[at]
        places = np.array(found[::-1], dtype=np.int64)
        step = self.step[places]
        joins = self.track.joins
        entered = self.track.odds[places].astype(np.float64) + link
        joined = np.flatnonzero(step >= 0)
        entered[joined] = joins.second_joins[step[joined]].astype(np.float64) + extra
        turned = np.flatnonzero(step < -1)
        entered[turned - 1] = joins.first_joins[-step[turned] - 2].astype(np.float64) + extra
        return places, entered


def walk(track: Track, before: Walk | None, tick: Tick) -> Walk:
    """Find the strongest chains; `before` is an earlier walk, of which all is kept up to where its track was another."""
    start = before.track.same_until(track) if before else 0
    if before and start < len(track):
        start = int(np.searchsorted(track.original, track.original[start]))
    values, sources, steps = [part[:start].tolist() for part in (before.values, before.before, before.step)] if before else ([], [], [])
    ends = BestEnds.of(track.rewrite[:start], np.array(values, dtype=np.float64))
    _go_on(track, ends, values, sources, steps, tick)
    return Walk(track, np.array(values, dtype=np.float64), np.array(sources, dtype=np.int64), np.array(steps, dtype=np.int64))


def _go_on(track: Track, ends: BestEnds, values: list[float], sources: list[int], steps: list[int], tick: Tick) -> None:
    """Extend the values, the pairs before and the steps of a walk, which end with a row, to the end of the track."""
    start = len(values)
    arrivals = _arrivals(track, start)
    waiting: list[tuple[int, float, int]] = []
    row = -1
    pairs = (part[start:].tolist() for part in (track.original, track.rewrite, track.odds))
    for number, (original, rewrite, odds) in enumerate(zip(*pairs, strict=True), start):
        if not number % ASKED:
            tick(number / len(track))
        if original != row:
            for place, value, end in waiting:
                ends.add(place, (value, end))
            waiting, row = [], original
        value, source = ends.before(rewrite)
        value += odds
        step = -1
        for at, neighbour, joins, turned in arrivals.get(number, ()):
            gained = values[neighbour] + max(joins, turned)
            if gained > value:
                value, source, step = gained, neighbour, -at - 2 if turned > joins else at
        values.append(value)
        sources.append(source)
        steps.append(step)
        waiting.append((rewrite, value, number))


def _arrivals(track: Track, start: int) -> dict[int, list[tuple[int, int, float, float]]]:
    """Give for each pair from `start` on the steps that lead to it: number, pair before, and what it pays, or pays turned round."""
    joins = track.joins
    numbers = np.arange(np.searchsorted(joins.second, start), len(joins), dtype=np.int64)
    first, second = joins.first[numbers], joins.second[numbers]
    turned = track.odds[second].astype(np.float64) + joins.first_joins[numbers] - track.odds[first]
    found: dict[int, list[tuple[int, int, float, float]]] = {}
    columns = (second, numbers, first, joins.second_joins[numbers], turned)
    for pair, *step in zip(*(column.tolist() for column in columns), strict=True):
        found.setdefault(pair, []).append((step[0], step[1], step[2], step[3]))
    return found
