"""Two documents as they are cut, and the judged pairs of their sentences: what links are searched in."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rewritediff.core.candidates import Candidates, candidates
from rewritediff.core.cuts import Edges
from rewritediff.core.evidence import Shared, lead_odds, likeness_of
from rewritediff.core.features import Features, Space
from rewritediff.core.judging import joins_of, odds_of
from rewritediff.core.overlap import overlap
from rewritediff.core.part import Cutting, counted_all
from rewritediff.core.progress import Report, Tick, of_step, within
from rewritediff.core.search import Grid
from rewritediff.core.section_evidence import section_odds, with_sections
from rewritediff.core.section_pairs import SectionPair, section_groups, section_pairs
from rewritediff.core.tokens import Units
from rewritediff.core.values import Document, Sides


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
    edges = documents.map(Edges.of)
    features = _features(space, Sides(*map(Cutting, documents, edges, units)), of_step(report, "features"))
    tick = of_step(report, "pairs")
    tick(0)
    looked_at = candidates(features, tick)
    tick(1)
    tick = of_step(report, "evidence")
    tick(0)
    pairs, columns = looked_at.pairs, (space.words.kinds, space.groups.kinds)
    words = overlap(features.original.words, features.rewrite.words, pairs, columns[0], within(tick, 0, 0.15))
    found = Shared(words, overlap(features.original.groups, features.rewrite.groups, pairs, columns[1], within(tick, 0.15, 0.5)))
    tick(0.5)
    odds = odds_of(features, pairs, found, within(tick, 0.5, 0.7))
    sections = loaded.section_pairs if loaded else section_pairs(documents, pairs, found.cosine, odds)
    if sections:
        groups = section_groups(documents, sections)
        pairs, found = with_sections(features, pairs, found, groups, columns)
        odds = odds_of(features, pairs, found) + section_odds(pairs, groups)
    alike = loaded.likeness if loaded else likeness_of(pairs, found.cosine)
    lead = lead_odds(pairs.original, pairs.rewrite, found.cosine)
    tick(0.8)
    joins = joins_of(features, pairs, found, columns[1], alike, within(tick, 0.8, 1))
    tick(1)
    return Ground(documents, edges, looked_at, found, Grid(pairs, found.cosine, odds, lead, joins, pairs.by_rewrite()), alike, sections)


def _features(space: Space, cuttings: Sides[Cutting], tick: Tick) -> Sides[Features]:
    first = counted_all(space, cuttings.original, within(tick, 0.5, 0.75))
    return Sides(first, counted_all(space, cuttings.rewrite, within(tick, 0.75, 1)))
