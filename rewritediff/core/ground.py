"""Two documents as they are cut, and the judged pairs of their sentences: what links are searched in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from rewritediff.core.candidates import Candidates, candidates
from rewritediff.core.cuts import Edges
from rewritediff.core.evidence import Shared, lead_odds, likeness_of, shared
from rewritediff.core.features import Space, features_of
from rewritediff.core.judging import joins_of, odds_of
from rewritediff.core.search import Grid
from rewritediff.core.section_evidence import section_odds, with_sections
from rewritediff.core.section_pairs import SectionPair, section_groups, section_pairs
from rewritediff.core.tokens import Units
from rewritediff.core.values import Document, Sides

Report = Callable[[str, float], None]


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """Hold what the sentences of two documents share, and how strongly each pair speaks for a link."""

    documents: Sides[Document]
    edges: Sides[Edges]
    candidates: Candidates
    shared: Shared
    grid: Grid
    likeness: np.float32
    """How alike the texts are as a whole, as they were loaded."""
    section_pairs: tuple[SectionPair, ...]
    """Which sections belong together; nothing where either text has none."""


def ground_of(space: Space, units: Sides[Units], documents: Sides[Document], report: Report, loaded: Ground | None = None) -> Ground:
    """Find and judge the pairs of the sentences as they are cut; likeness and paired sections are those of `loaded` where it is given."""
    features = Sides(features_of(space, units.original, documents.original), features_of(space, units.rewrite, documents.rewrite))
    report("pairs", 0.0)
    looked_at = candidates(features, lambda: report("pairs", 0.5))
    pairs = looked_at.pairs
    columns = (space.words.kinds, space.groups.kinds)
    report("evidence", 0.0)
    found = shared(features, pairs, columns)
    odds = odds_of(features, pairs, found)
    sections = loaded.section_pairs if loaded else section_pairs(documents, pairs, found.cosine, odds)
    if sections:
        groups = section_groups(documents, sections)
        pairs, found = with_sections(features, pairs, found, groups, columns)
        odds = odds_of(features, pairs, found) + section_odds(pairs, groups)
    cosine = found.cosine
    alike = loaded.likeness if loaded else likeness_of(pairs, cosine)
    report("evidence", 0.5)
    joins = joins_of(features, pairs, found, columns[1], alike)
    grid = Grid(pairs, cosine, odds, lead_odds(pairs.original, pairs.rewrite, cosine), joins, pairs.by_rewrite())
    return Ground(documents, documents.map(Edges.of), looked_at, found, grid, alike, sections)
