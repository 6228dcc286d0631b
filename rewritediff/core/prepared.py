"""What does not depend on a reviewer's decisions: words, features, candidate pairs and what they share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rewritediff.core.candidates import Pairs, candidates
from rewritediff.core.evidence import GAPS, Shared, Steps, link_features, link_odds, shared, steps
from rewritediff.core.features import Features, Space, features_of, space_of
from rewritediff.core.lexicon import Lexicon
from rewritediff.core.search import Grid
from rewritediff.core.settings import Settings
from rewritediff.core.tokens import Units, Vocabulary
from rewritediff.core.values import Document, Sides
from rewritediff.core.vectors import Longs


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """Hold two documents ready to be aligned."""

    documents: Sides[Document]
    settings: Settings
    lexicon: Lexicon
    vocabulary: tuple[str, ...]
    units: Sides[Units]
    space: Space
    grid: Grid
    shared: Shared


Report = Callable[[str, float], None]


def prepare(documents: Sides[Document], settings: Settings, lexicon: Lexicon, report: Report) -> Prepared:
    """Count, weigh and pair the sentences of two documents; `report` is told what is being done, and may raise to stop it."""
    report("words", 0.0)
    vocabulary = Vocabulary()
    units = documents.map(lambda document: vocabulary.units(document.text))
    report("features", 0.0)
    space = space_of(vocabulary, units, documents)
    grid, found = grid_of(space, units, documents, report)
    return Prepared(documents, settings, lexicon, tuple(vocabulary.forms), units, space, grid, found)


def grid_of(space: Space, units: Sides[Units], documents: Sides[Document], report: Report) -> tuple[Grid, Shared]:
    """Find the candidate pairs of the sentences as they are cut, and judge them."""
    features = Sides(features_of(space, units.original, documents.original), features_of(space, units.rewrite, documents.rewrite))
    report("pairs", 0.0)
    pairs = candidates(features)
    columns = (space.words.kinds, space.groups.kinds)
    report("evidence", 0.0)
    found = shared(features, pairs, columns)
    odds = link_odds(link_features(features, pairs, found))
    across = tuple(_reported(report, features, pairs, found, gap, columns[1]) for gap in GAPS)
    swapped, order = pairs.swapped()
    down = tuple(_reported(report, features.swapped(), swapped, _reordered(found, order), gap, columns[1]) for gap in GAPS)
    return Grid(pairs, odds, found.cosine, across, down, order), found


def _reported(report: Report, features: Sides[Features], pairs: Pairs, found: Shared, gap: int, columns: int) -> Steps:
    report("evidence", 0.5)
    return steps(features, pairs, found, gap, columns)


def _reordered(found: Shared, order: Longs) -> Shared:
    return Shared(found.words.swapped(order), found.groups.swapped(order))
