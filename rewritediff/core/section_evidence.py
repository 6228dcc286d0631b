"""What paired sections say about the sentences in them, in log odds beside what the sentences share.

They decide where words cannot: a heading, a refrain or a standing sentence that every section has belongs with its own section, wherever
that went. Texts without sections do not come here.
"""

from __future__ import annotations

import numpy as np

from rewritediff.core.candidates import Pairs, candidates_within
from rewritediff.core.evidence import Shared, shared
from rewritediff.core.features import Features
from rewritediff.core.overlap import Overlap
from rewritediff.core.section_pairs import ALIKE
from rewritediff.core.values import Sides
from rewritediff.core.vectors import Flags, Floats, Longs

WITHIN = 0.5
"""Log odds that two sentences of paired sections gain. Labelled texts set as the sections of books: links F1 at 0, 0.5 and 0.8 is 76.0,
76.5 and 75.3 on DEplain, 96.0 each on ArgRewrite; invented chapters gain up to 5 points."""
ACROSS = 1.0
"""Log odds that two sentences lose whose sections are both paired, but not with each other: little, so that a sentence that moved to
another section is still found. Between 0 and 3 it moves the links F1 of chapters by four tenths of a point at most."""
AT_HOME = 0.8
"""Cosine from which a sentence that stands in its own section, too, is not looked for in others. In invented chapters one recurring
sentence in 20 is linked to another section's without this rule, with it one in 400. Anything from 0.6 to 0.9 serves."""


def with_sections(
    features: Sides[Features], pairs: Pairs, found: Shared, groups: Sides[Longs], columns: tuple[int, int]
) -> tuple[Pairs, Shared]:
    """Add the pairs that only their sections bring together, and leave out those of sentences that have their like at home."""
    keys = np.setdiff1d(candidates_within(features, groups).keys, pairs.keys)
    size = max(1, pairs.rewrites)
    added = Pairs(keys // size, keys % size, pairs.originals, pairs.rewrites)
    order = np.argsort(np.concatenate([pairs.keys, keys]))
    every = _chosen(_chained(pairs, added), order)
    both = shared(features, added, columns)
    joined = Shared(_joined(found.words, both.words, order), _joined(found.groups, both.groups, order))
    kept = np.flatnonzero(_kept(every, joined.cosine, groups))
    return _chosen(every, kept), Shared(_part(joined.words, kept), _part(joined.groups, kept))


def section_odds(pairs: Pairs, groups: Sides[Longs]) -> Floats:
    """Give what each pair gains or loses by the sections of its sentences; `groups` is what section_groups() gives."""
    first, second = groups.original[pairs.original], groups.rewrite[pairs.rewrite]
    both = (first >= 0) & (second >= 0)
    odds: Floats = np.where(both, np.where(first == second, WITHIN, -ACROSS), 0.0).astype(np.float32)
    return odds


def _kept(pairs: Pairs, cosine: Floats, groups: Sides[Longs]) -> Flags:
    """Tell which pairs stay: not those of a sentence that has as good a partner, and a close one, in the section paired with its own."""
    first, second = groups.original[pairs.original], groups.rewrite[pairs.rewrite]
    within = (first >= 0) & (first == second)
    best = np.zeros(pairs.originals, dtype=np.float32), np.zeros(pairs.rewrites, dtype=np.float32)
    np.maximum.at(best[0], pairs.original[within], cosine[within])
    np.maximum.at(best[1], pairs.rewrite[within], cosine[within])
    at_home = np.maximum(best[0][pairs.original], best[1][pairs.rewrite])
    kept: Flags = within | (at_home < AT_HOME) | (cosine > at_home + ALIKE)
    return kept


def _chained(pairs: Pairs, added: Pairs) -> Pairs:
    first, second = (pairs.original, added.original), (pairs.rewrite, added.rewrite)
    return Pairs(np.concatenate(first), np.concatenate(second), pairs.originals, pairs.rewrites)


def _chosen(pairs: Pairs, places: Longs) -> Pairs:
    return Pairs(pairs.original[places], pairs.rewrite[places], pairs.originals, pairs.rewrites)


def _joined(first: Overlap, second: Overlap, order: Longs) -> Overlap:
    cosine, original = (first.cosine, second.cosine), (first.of_original, second.of_original)
    rewrite = first.of_rewrite, second.of_rewrite
    return _part(Overlap(np.concatenate(cosine), np.concatenate(original), np.concatenate(rewrite)), order)


def _part(overlap: Overlap, places: Longs) -> Overlap:
    return Overlap(overlap.cosine[places], overlap.of_original[places], overlap.of_rewrite[places])
