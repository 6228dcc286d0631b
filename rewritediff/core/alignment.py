"""Prepared texts and a reviewer's decisions -> documents as they are now cut, and their links."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from rewritediff.core.boundary_decisions import recut
from rewritediff.core.decisions import Decisions, Pairing, sentence_at
from rewritediff.core.passages import out_of_order
from rewritediff.core.prepared import Prepared, Report, grid_of
from rewritediff.core.search import Floors, Grid, chains
from rewritediff.core.twins import twins
from rewritediff.core.values import Document, Link, Sides

BESIDE = 2
"""Sentences by which the other half of a split or merged sentence may stand off: a decision for one half leaves the other its link."""
SURE = 1.0
"""Confidence of a link that a reviewer made, or between sentences that read the same at the same place."""


def align(prepared: Prepared, decisions: Decisions, report: Report) -> tuple[Sides[Document], tuple[Link, ...]]:
    """Find the links of two prepared texts, obeying what a reviewer decided."""
    documents = recut(prepared.documents, decisions)
    grid = prepared.grid
    if documents != prepared.documents:
        grid = grid_of(prepared, documents, report)
    report("alignment", 0.0)
    must, must_not = _pairs(documents, decisions.linked), _pairs(documents, decisions.unlinked)
    grid = _obeying(grid, must, must_not)
    settings = prepared.settings
    found = chains(
        grid, Floors(settings.link_floor, settings.extra_floor, settings.left_floor, settings.moved_floor), lambda: report("alignment", 0.5)
    )
    links = [_link(grid, *entered) for chain in found for entered in chain]
    links = [link for link in links if (link.original, link.rewrite) not in must]
    links.extend(Link(first, second, _cosine(grid, first, second), SURE) for first, second in must)
    in_order = [(int(grid.pairs.original[place]), int(grid.pairs.rewrite[place])) for place, _ in found[0]]
    linked = {(link.original, link.rewrite) for link in links}
    links.extend(Link(first, second, 1.0, SURE) for first, second in twins(documents, in_order, linked, must_not))
    return documents, tuple(_moved(documents, links, decisions))


def _link(grid: Grid, place: int, odds: float) -> Link:
    original, rewrite = int(grid.pairs.original[place]), int(grid.pairs.rewrite[place])
    return Link(original, rewrite, round(float(grid.cosine[place]), 4), _confidence(odds))


def _cosine(grid: Grid, original: int, rewrite: int) -> float:
    place = int(grid.pairs.find(np.array([original]), np.array([rewrite]))[0])
    return round(float(grid.cosine[place]), 4) if place >= 0 else 0.0


def _confidence(odds: float) -> float:
    return round(1 / (1 + math.exp(-odds)), 4)


def _pairs(documents: Sides[Document], pairings: Iterable[Pairing]) -> dict[tuple[int, int], None]:
    """Find the sentences that decisions are about; those whose words are gone are passed over."""
    found: dict[tuple[int, int], None] = {}
    for pairing in pairings:
        first, second = sentence_at(documents.original, pairing.original), sentence_at(documents.rewrite, pairing.rewrite)
        if first is not None and second is not None:
            found[first, second] = None
    return found


def _obeying(grid: Grid, must: Iterable[tuple[int, int]], must_not: Iterable[tuple[int, int]]) -> Grid:
    """Forbid pairs that must not be linked, and other partners of sentences that must, but for those beside the decided one."""
    originals, rewrites = grid.pairs.original, grid.pairs.rewrite
    barred = np.zeros(len(grid.pairs), dtype=bool)
    for first, second in must:
        barred |= (originals == first) & (np.abs(rewrites - second) > BESIDE)
        barred |= (rewrites == second) & (np.abs(originals - first) > BESIDE)
    for first, second in must_not:
        barred |= (originals == first) & (rewrites == second)
    return replace(grid, odds=np.where(barred, np.float32(-np.inf), grid.odds)) if barred.any() else grid


def _moved(documents: Sides[Document], links: list[Link], decisions: Decisions) -> list[Link]:
    def weight(link: Link) -> float:
        first, second = documents.original.sentences[link.original], documents.rewrite.sentences[link.rewrite]
        return float(min(first.end - first.start, second.end - second.start) + 1)

    marked = out_of_order(links, weight)
    for pairing, moved in decisions.moved:
        said = _pairs(documents, (pairing,))
        marked = [replace(link, moved=moved) if (link.original, link.rewrite) in said else link for link in marked]
    return marked
