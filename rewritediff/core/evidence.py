"""How strongly two sentences speak for being linked, in log odds.

Two logistic models with few weights, fitted on hand-made alignments of essays, news, encyclopedia and plain-language texts in English and
German (benchmarks/fit_evidence.py makes them anew). One judges a pair by itself: what it shares, how far it is ahead of either
sentence's next best partner, and whether the sentences before and after are alike too. The other judges a further sentence that
wants to join a link: it must explain something that the linked one does not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from rewritediff.core.candidates import Pairs
from rewritediff.core.features import Features
from rewritediff.core.overlap import Overlap, overlap, shared_mass
from rewritediff.core.progress import Tick, quiet, within
from rewritediff.core.values import Sides
from rewritediff.core.vectors import Flags, Floats, Ints, Longs, shared_with_next

Matrix = npt.NDArray[np.float32]

WINDOW = 3
"""Sentences before and after a pair whose likeness speaks for it."""
FADING = 0.75
"""Weight of such a neighbour for each sentence further off or out of step."""
IDENTICAL = 0.9999
"""Cosine from which two sentences have the same words: 1 but for rounding."""
GAPS = (1, 2)
"""How far apart two sentences linked to the same one may stand: adjoining, or with one between them."""

LINK_FEATURES = (
    "word cosine",
    "group cosine",
    "larger share of words",
    "larger share of groups",
    "smaller share of groups",
    "ahead of its nearest rival",
    "ahead of the rivals on its other side",
    "neighbours before",
    "neighbours after",
    "neighbours on both sides",
    "root of the cosine",
    "length of the shorter",
)
LEADS = ("ahead of its nearest rival", "ahead of the rivals on its other side")
LINK_WEIGHTS = (-2.59, 1.02, -1.24, 2.71, -1.96, 4.02, 2.55, 2.91, 1.44, 0.05, 6.79, -0.18)
LINK_BIAS = -5.38
EXTRA_FEATURES = (
    "word cosine",
    "group cosine",
    "share of the further sentence",
    "share of the common sentence",
    "new share of the common sentence",
    "new share of the further sentence",
    "ahead of other partners",
    "cosine of the first link",
    "joint share of the common sentence",
    "share of the first sentence",
    "smaller share of the two",
    "joint length",
    "length of the further sentence",
    "one sentence between",
    "likeness of the texts",
)
EXTRA_WEIGHTS = (0.28, 2.05, -0.94, 0.85, 3.42, 2.04, 1.73, -2.64, -1.32, -0.05, 2.98, -0.88, -0.57, -1.03, -1.65)
EXTRA_BIAS = 1.32


@dataclass(frozen=True, slots=True, eq=False)
class Shared:
    """Hold what each candidate pair shares, by words and by groups of characters."""

    words: Overlap
    groups: Overlap

    @property
    def cosine(self) -> Floats:
        mean: Floats = (self.words.cosine + self.groups.cosine) * np.float32(0.5)
        return mean

    @property
    def identical(self) -> Flags:
        """Tell which pairs have the same words: nothing is left in them for a further sentence to explain."""
        same: Flags = np.minimum(self.words.cosine, self.groups.cosine) > IDENTICAL
        return same


def shared(features: Sides[Features], pairs: Pairs, columns: tuple[int, int]) -> Shared:
    """Compare the features of each pair; `columns` counts the words and the groups."""
    words = overlap(features.original.words, features.rewrite.words, pairs, columns[0])
    return Shared(words, overlap(features.original.groups, features.rewrite.groups, pairs, columns[1]))


def link_features(features: Sides[Features], pairs: Pairs, found: Shared, tick: Tick = quiet) -> Matrix:
    """Give one row for each pair and one column for each of LINK_FEATURES."""
    cosine = found.cosine
    before, after = _neighbours(pairs, cosine, -1, within(tick, 0, 0.4)), _neighbours(pairs, cosine, 1, within(tick, 0.4, 0.8))
    tick(0.8)
    leads = _leads(pairs.original, pairs.rewrite, cosine)
    tick(0.9)
    shorter = np.minimum(features.original.lengths[pairs.original], features.rewrite.lengths[pairs.rewrite])
    groups = found.groups
    columns = (
        found.words.cosine,
        groups.cosine,
        np.maximum(found.words.of_original, found.words.of_rewrite),
        np.maximum(groups.of_original, groups.of_rewrite),
        np.minimum(groups.of_original, groups.of_rewrite),
        *leads,
        before,
        after,
        np.minimum(before, after),
        np.sqrt(cosine),
        np.log1p(shorter),
    )
    return np.stack(columns, axis=1).astype(np.float32)


def link_odds(matrix: Matrix) -> Floats:
    """Give the log odds of each pair."""
    odds: Floats = matrix @ np.array(LINK_WEIGHTS, dtype=np.float32) + np.float32(LINK_BIAS)
    return odds


def lead_odds(originals: Longs, rewrites: Longs, cosine: Floats) -> Floats:
    """Give the part of the log odds that comes from being ahead of other pairs of the same sentences."""
    weights = (np.float32(LINK_WEIGHTS[LINK_FEATURES.index(name)]) for name in LEADS)
    odds: Floats = sum(
        (weight * lead for weight, lead in zip(weights, _leads(originals, rewrites, cosine), strict=True)), np.float32(0) * cosine
    )
    return odds


def likeness_of(pairs: Pairs, cosine: Floats) -> np.float32:
    """Say how alike the texts are: the mean over all sentences of the cosine with the best partner.

    Where most is taken over, further sentences seldom join; where nearly all is reworded, they often do. As evidence for links it lost
    two of the seed pair's.
    """
    best = np.zeros(pairs.originals, dtype=np.float32), np.zeros(pairs.rewrites, dtype=np.float32)
    np.maximum.at(best[0], pairs.original, cosine)
    np.maximum.at(best[1], pairs.rewrite, cosine)
    return np.float32(np.concatenate(best).mean()) if pairs.originals + pairs.rewrites else np.float32(0)


def _leads(originals: Longs, rewrites: Longs, cosine: Floats) -> tuple[Floats, Floats]:
    """Give how far each pair is ahead of the next best one of either sentence, the lesser lead first: both sides count alike."""
    rows, columns = cosine - _next_best(originals, cosine), cosine - _next_best(rewrites, cosine)
    return np.minimum(rows, columns), np.maximum(rows, columns)


def extra_odds(matrix: Matrix) -> Floats:
    """Give the log odds of each further sentence."""
    odds: Floats = matrix @ np.array(EXTRA_WEIGHTS, dtype=np.float32) + np.float32(EXTRA_BIAS)
    return odds


def _next_best(groups: Longs, scores: Floats) -> Floats:
    """Give for each pair the best score of the other pairs of its group, 0 where it has none; scores are not below 0."""
    # one number for both keys, as floats above 0 rank like their bits: sorted in a fifth of the time
    order = np.argsort((groups << 32) + np.ascontiguousarray(scores).view(np.int32))
    ordered, ranked = groups[order], scores[order]
    last = np.concatenate([ordered[1:] != ordered[:-1], [True]]) if len(order) else np.zeros(0, dtype=bool)
    first = np.concatenate([[True], ordered[1:] != ordered[:-1]]) if len(order) else last
    ends = np.flatnonzero(last)
    sizes = np.diff(np.concatenate([[-1], ends]))
    best = np.repeat(ranked[ends], sizes)
    second = np.repeat(np.where(first[ends], np.float32(0), ranked[ends - 1]), sizes)
    result = np.empty(len(scores), dtype=np.float32)
    result[order] = np.where(last, second, best)
    return result


def _neighbours(pairs: Pairs, scores: Floats, direction: int, tick: Tick = quiet) -> Floats:
    """Give for each pair the best fading score among the pairs a few sentences before (-1) or after (1) it on both sides."""
    best = np.zeros(len(pairs), dtype=np.float32)
    for down in range(1, WINDOW + 1):
        tick((down - 1) / WINDOW)
        for across in range(1, WINDOW + 1):
            places = pairs.find(pairs.original + direction * down, pairs.rewrite + direction * across)
            weight = np.float32(FADING ** (abs(down - across) + max(down, across) - 1))
            near = np.where(
                places >= 0, scores[places], np.where(_at_end(pairs, direction * down, direction * across), np.float32(1), np.float32(0))
            )
            np.maximum(best, near * weight, out=best)
    return best


def _at_end(pairs: Pairs, down: int, across: int) -> Flags:
    """Tell which pairs are so far from the beginning, or the end, of both texts: there the texts meet as if in a pair."""
    limits = (-1, -1) if down < 0 else (pairs.originals, pairs.rewrites)
    ends: Flags = (pairs.original + down == limits[0]) & (pairs.rewrite + across == limits[1])
    return ends


def step_features(
    features: Sides[Features],
    pairs: Pairs,
    found: Shared,
    gap: int,
    columns: int,
    firsts: Longs,
    seconds: Longs,
    likeness: np.float32,
    tick: Tick = quiet,
) -> tuple[Matrix, Matrix]:
    """Give EXTRA_FEATURES for the second of each two pairs joining the first, and for the first joining the second."""
    rows, others = features.original.groups, features.rewrite.groups
    both = shared_with_next(others, gap, columns, within(tick, 0, 0.6))
    chosen = Pairs(pairs.original[firsts], pairs.rewrite[firsts], pairs.originals, pairs.rewrites)
    _, of_common, of_first = shared_mass(rows, both, chosen, columns, within(tick, 0.6, 1))
    common = of_common / np.maximum(rows.mass[chosen.original], 1e-9)
    cosine = found.cosine
    ahead = cosine - _next_best(pairs.rewrite, cosine)
    lengths = (
        features.original.lengths[chosen.original],
        features.rewrite.lengths[chosen.rewrite],
        features.rewrite.lengths[chosen.rewrite + gap],
    )
    joint = np.log((lengths[1] + lengths[2] + 1) / (lengths[0] + 1))

    def matrix(first: Longs, further: Longs, further_rows: Longs, length: Ints) -> Matrix:
        groups = found.groups
        new_of_common = groups.of_original[further] - common
        new_of_further = groups.of_rewrite[further] - of_first / np.maximum(others.mass[further_rows], 1e-9)
        columns_ = (
            found.words.cosine[further],
            groups.cosine[further],
            groups.of_rewrite[further],
            groups.of_original[further],
            new_of_common,
            new_of_further,
            ahead[further],
            cosine[first],
            groups.of_original[first] + new_of_common,
            groups.of_rewrite[first],
            np.minimum(groups.of_rewrite[first], groups.of_rewrite[further]),
            joint,
            np.log1p(length),
            np.full(len(first), gap - 1),
            np.full(len(first), likeness),
        )
        return np.stack(columns_, axis=1).astype(np.float32)

    return matrix(firsts, seconds, chosen.rewrite + gap, lengths[2]), matrix(seconds, firsts, chosen.rewrite, lengths[1])
