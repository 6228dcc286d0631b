"""Prepared texts and a reviewer's decisions -> documents as they are now cut, and their links."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from rewritediff.core.boundary_decisions import recut
from rewritediff.core.candidates import Pairs
from rewritediff.core.decisions import Decisions, Pairing, sentence_at
from rewritediff.core.ground import Ground, ground_of
from rewritediff.core.ground_again import ground_again
from rewritediff.core.links import Linked
from rewritediff.core.moves import out_of_order
from rewritediff.core.prepared import Prepared
from rewritediff.core.progress import Report, of_step, within
from rewritediff.core.search import Floors, Found, Grid, first_look
from rewritediff.core.second_look import second_look
from rewritediff.core.twins import Pair, twins
from rewritediff.core.values import Document, Sides
from rewritediff.core.vectors import Flags, Longs, Weights
from rewritediff.core.walk import Walk

BESIDE = 2
"""Sentences by which the other half of a split or merged sentence may stand off: a decision for one half leaves the other its link."""
SURE = float("inf")
"""Log odds of a link that a reviewer made, or between sentences that read the same at the same place."""


@dataclass(frozen=True, slots=True, eq=False)
class Aligned:
    """Hold the links of two documents, and what the next search may go on from."""

    ground: Ground
    grid: Grid
    """The judged pairs without those that a reviewer's decisions forbid."""
    walk: Walk
    linked: Linked


def align(prepared: Prepared, decisions: Decisions, report: Report, before: Aligned | None = None) -> Aligned:
    """Find the links of two prepared texts, obeying what a reviewer decided; `before` is an earlier result for the same texts."""
    ground = _ground(prepared, recut(prepared.documents, decisions), before, report)
    tick = of_step(report, "alignment")
    tick(0)
    documents, pairs = ground.documents, ground.grid.pairs
    must, must_not = _pairs(documents, decisions.linked), _pairs(documents, decisions.unlinked)
    settings = prepared.settings
    floors = Floors(settings.link_floor, settings.extra_floor, settings.moved_floor)
    grid = _obeying(ground.grid, _barred(pairs, must, must_not))
    first = first_look(grid, floors, within(tick, 0.1, 0.7), before.walk if before else None)
    tick(0.7)
    found = second_look(grid, first, settings.stay_floor, settings.come_floor)
    tick(0.8)
    linked = _linked(ground, found, must, must_not, decisions)
    tick(1)
    return Aligned(ground, grid, found.walk, linked)


def _ground(prepared: Prepared, documents: Sides[Document], before: Aligned | None, report: Report) -> Ground:
    """Give the judged pairs of documents as they are now cut."""
    for ground in (prepared.ground, before.ground) if before else (prepared.ground,):
        if documents == ground.documents:
            return ground
    if before and not prepared.ground.section_pairs:
        again = ground_again(prepared.space, prepared.units, before.ground, documents, report)
        if again is not None:
            return again
    return ground_of(prepared.space, prepared.units, documents, report, prepared.ground)


def _pairs(documents: Sides[Document], pairings: Iterable[Pairing]) -> dict[Pair, None]:
    """Find the sentences that decisions are about; those whose words are gone are passed over."""
    found: dict[Pair, None] = {}
    for pairing in pairings:
        first, second = sentence_at(documents.original, pairing.original), sentence_at(documents.rewrite, pairing.rewrite)
        if first is not None and second is not None:
            found[first, second] = None
    return found


def _barred(pairs: Pairs, must: Iterable[Pair], must_not: Iterable[Pair]) -> Longs:
    """Find the pairs that must not be linked, and other partners of sentences that must, but for those beside the decided one."""
    decided = np.array([*must, *must_not], dtype=np.int64).reshape(-1, 2)
    rows, columns = np.zeros(pairs.originals, dtype=bool), np.zeros(pairs.rewrites, dtype=bool)
    rows[decided[:, 0]] = columns[decided[:, 1]] = True
    near = np.flatnonzero(rows[pairs.original] | columns[pairs.rewrite]) if len(decided) else decided[:, 0]
    originals, rewrites = pairs.original[near], pairs.rewrite[near]
    barred = np.zeros(len(near), dtype=bool)
    for first, second in must:
        barred |= (originals == first) & (np.abs(rewrites - second) > BESIDE)
        barred |= (rewrites == second) & (np.abs(originals - first) > BESIDE)
    for first, second in must_not:
        barred |= (originals == first) & (rewrites == second)
    return near[barred]


def _obeying(grid: Grid, barred: Longs) -> Grid:
    if not len(barred):
        return grid
    odds = grid.odds.copy()
    odds[barred] = -np.inf
    return replace(grid, odds=odds)


def _linked(ground: Ground, found: Found, must: dict[Pair, None], must_not: dict[Pair, None], decisions: Decisions) -> Linked:
    """Gather the links that were found, those that were decided, and twins; tell which moved."""
    pairs, cosine = ground.grid.pairs, ground.grid.cosine
    decided = np.array([*must], dtype=np.int64).reshape(-1, 2)
    known = pairs.find(decided[:, 0], decided[:, 1])
    free = ~np.isin(found.places, known[known >= 0])
    places = found.places[free]
    alike = np.where(known >= 0, cosine[known], np.float32(0)) if len(cosine) else np.zeros(len(decided))
    originals, rewrites = np.concatenate([pairs.original[places], decided[:, 0]]), np.concatenate([pairs.rewrite[places], decided[:, 1]])
    chain = found.places[: found.in_order]
    in_order = Sides(pairs.original[chain], pairs.rewrite[chain])
    twin = np.array([*twins(ground.documents, in_order, Sides(originals, rewrites), must_not)], dtype=np.int64).reshape(-1, 2)
    linked = _sorted(
        np.concatenate([originals, twin[:, 0]]),
        np.concatenate([rewrites, twin[:, 1]]),
        np.concatenate([cosine[places], alike, np.ones(len(twin))]).astype(np.float64),
        np.concatenate([found.odds[free], np.full(len(decided) + len(twin), SURE)]),
    )
    return replace(linked, moved=_moved(ground, linked, decisions))


def _sorted(original: Longs, rewrite: Longs, cosine: Weights, odds: Weights) -> Linked:
    order = np.lexsort((rewrite, original))
    return Linked(original[order], rewrite[order], cosine[order], odds[order], np.zeros(len(order), dtype=bool))


def _moved(ground: Ground, linked: Linked, decisions: Decisions) -> Flags:
    lengths = ground.edges.map(lambda edges: edges.ends - edges.starts)
    weights = np.minimum(lengths.original[linked.original], lengths.rewrite[linked.rewrite]) + 1
    moved = out_of_order(linked.original, linked.rewrite, weights)
    for pairing, said in decisions.moved:
        for first, second in _pairs(ground.documents, (pairing,)):
            moved[(linked.original == first) & (linked.rewrite == second)] = said
    return moved
