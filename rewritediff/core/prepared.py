"""What does not depend on a reviewer's decisions: words, features, candidate pairs and what they share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from rewritediff.core.candidates import Pairs, candidates
from rewritediff.core.evidence import GAPS, Shared, Steps, link_features, link_odds, shared, steps
from rewritediff.core.features import Features, Space, features_of, space_of
from rewritediff.core.lexicon import Lexicon
from rewritediff.core.search import Grid
from rewritediff.core.section_evidence import section_odds, with_sections
from rewritediff.core.section_pairs import SectionPair, section_groups, section_pairs
from rewritediff.core.settings import Settings
from rewritediff.core.tokens import Units, Vocabulary
from rewritediff.core.values import Document, Sides
from rewritediff.core.vectors import Floats, Longs


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
    section_pairs: tuple[SectionPair, ...]
    """Which sections belong together; nothing where either text has none."""


Report = Callable[[str, float], None]


def prepare(documents: Sides[Document], settings: Settings, lexicon: Lexicon, report: Report) -> Prepared:
    """Count, weigh and pair the sentences of two documents; `report` is told what is being done, and may raise to stop it."""
    report("words", 0.0)
    vocabulary = Vocabulary()
    units = documents.map(lambda document: vocabulary.units(document.text))
    report("features", 0.0)
    space = space_of(vocabulary, units, documents)
    looked = _looked(space, units, documents, report)
    paired = section_pairs(documents, looked.pairs, looked.shared.cosine, looked.odds)
    looked = _by_sections(looked, documents, paired)
    grid = _grid(looked, report)
    return Prepared(documents, settings, lexicon, tuple(vocabulary.forms), units, space, grid, looked.shared, paired)


def grid_of(prepared: Prepared, documents: Sides[Document], report: Report) -> Grid:
    """Find the candidate pairs of the sentences as a reviewer cut them, and judge them; sections stay paired as they were."""
    looked = _looked(prepared.space, prepared.units, documents, report)
    return _grid(_by_sections(looked, documents, prepared.section_pairs), report)


@dataclass(frozen=True, slots=True, eq=False)
class _Looked:
    """Hold the pairs that were looked at, what they share, and their odds."""

    features: Sides[Features]
    columns: tuple[int, int]
    pairs: Pairs
    shared: Shared
    odds: Floats


def _looked(space: Space, units: Sides[Units], documents: Sides[Document], report: Report) -> _Looked:
    features = Sides(features_of(space, units.original, documents.original), features_of(space, units.rewrite, documents.rewrite))
    report("pairs", 0.0)
    pairs = candidates(features)
    columns = (space.words.kinds, space.groups.kinds)
    report("evidence", 0.0)
    found = shared(features, pairs, columns)
    return _Looked(features, columns, pairs, found, link_odds(link_features(features, pairs, found)))


def _by_sections(looked: _Looked, documents: Sides[Document], paired: tuple[SectionPair, ...]) -> _Looked:
    """Look again with what paired sections say; texts without any stay as they are."""
    if not paired:
        return looked
    groups = section_groups(documents, paired)
    pairs, found = with_sections(looked.features, looked.pairs, looked.shared, groups, looked.columns)
    odds = link_odds(link_features(looked.features, pairs, found)) + section_odds(pairs, groups)
    return replace(looked, pairs=pairs, shared=found, odds=odds)


def _grid(looked: _Looked, report: Report) -> Grid:
    features, pairs, found, columns = looked.features, looked.pairs, looked.shared, looked.columns[1]
    across = tuple(_reported(report, features, pairs, found, gap, columns) for gap in GAPS)
    swapped, order = pairs.swapped()
    down = tuple(_reported(report, features.swapped(), swapped, _reordered(found, order), gap, columns) for gap in GAPS)
    return Grid(pairs, looked.odds, found.cosine, across, down, order)


def _reported(report: Report, features: Sides[Features], pairs: Pairs, found: Shared, gap: int, columns: int) -> Steps:
    report("evidence", 0.5)
    return steps(features, pairs, found, gap, columns)


def _reordered(found: Shared, order: Longs) -> Shared:
    return Shared(found.words.swapped(order), found.groups.swapped(order))
