"""Passages made again after decisions: those whose sentences and links are as they were are taken over, only the others are judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from rewritediff.core.alignment import Aligned
from rewritediff.core.cuts import Renumbering, renumbered
from rewritediff.core.links import Linked
from rewritediff.core.passages import Judge, passages_of
from rewritediff.core.progress import Tick, quiet
from rewritediff.core.values import Passage, Sides
from rewritediff.core.vectors import Flags, Longs


@dataclass(frozen=True, slots=True, eq=False)
class Before:
    """Hold what an earlier comparison of the same texts said."""

    passages: tuple[Passage, ...]
    passage_of: Sides[tuple[int, ...]]
    aligned: Aligned


def passages_again(before: Before | None, aligned: Aligned, judge: Judge, tick: Tick = quiet) -> tuple[list[Passage], Linked]:
    """Make the passages of all sentences, in no order, and the links that they hold."""
    if before is None:
        linked = aligned.linked.made()
        sizes = aligned.ground.edges.map(len)
        sentences: Sides[Sequence[int]] = Sides(range(sizes.original), range(sizes.rewrite))
        return list(passages_of(linked.links, sentences, judge, tick)), linked
    earlier = before.aligned.linked
    numbers = renumbered(before.aligned.ground.edges, aligned.ground.edges)
    same = aligned.linked.same_in(earlier, numbers)
    linked = aligned.linked.made_from(earlier, same)
    changed = _changed(before, numbers, linked, same)
    loose = Sides(*(_loose(side, of, changed) for side, of in zip(numbers, before.passage_of, strict=True)))
    held = np.zeros(len(numbers.original.before), dtype=bool)
    held[loose.original] = True
    links = [linked.links[number] for number in np.flatnonzero(held[linked.original]).tolist()]
    again = passages_of(links, Sides(loose.original.tolist(), loose.rewrite.tolist()), judge, tick)
    return [*_kept(before, numbers, linked, np.flatnonzero(~changed)), *again], linked


def _changed(before: Before, numbers: Sides[Renumbering], linked: Linked, same: Longs) -> Flags:
    """Tell which earlier passages have lost or won a link or a sentence; `same` gives for each link its number before, -1 if it is new."""
    earlier = before.aligned.linked
    gone = np.ones(len(earlier), dtype=bool)
    gone[same[same >= 0]] = False
    new = same < 0
    changed = np.zeros(len(before.passages), dtype=bool)
    lost, won = (earlier.original[gone], earlier.rewrite[gone]), (linked.original[new], linked.rewrite[new])
    for side, of, without, with_ in zip(numbers, before.passage_of, lost, won, strict=True):
        passage = np.array(of, dtype=np.int64)
        changed[passage[without]] = True
        changed[passage[side.now < 0]] = True
        known = side.before[with_]
        changed[passage[known[known >= 0]]] = True
    return changed


def _loose(numbers: Renumbering, passage_of: tuple[int, ...], changed: Flags) -> Longs:
    """Give the sentences that are new or were in a passage that changed."""
    known = numbers.before >= 0
    loose = ~known
    loose[known] = changed[np.array(passage_of, dtype=np.int64)[numbers.before[known]]]
    return np.flatnonzero(loose)


def _kept(before: Before, numbers: Sides[Renumbering], linked: Linked, kept: Longs) -> Iterator[Passage]:
    """Take over passages that did not change, under the numbers that their sentences have now."""
    passages = before.passages
    shifted = np.zeros(len(passages), dtype=bool)
    for side, of in zip(numbers, before.passage_of, strict=True):
        shifted[np.array(of, dtype=np.int64)[side.now != np.arange(len(side.now))]] = True
    yield from map(passages.__getitem__, kept[~shifted[kept]].tolist())
    left, right = (side.now.tolist() for side in numbers)
    begins = np.searchsorted(linked.original, np.arange(len(numbers.original.before) + 1)).tolist()
    links = linked.links
    for number in kept[shifted[kept]].tolist():
        old = passages[number]
        original, rewrite = tuple([left[k] for k in old.original]), tuple([right[k] for k in old.rewrite])
        own = tuple([link for k in original for link in links[begins[k] : begins[k + 1]]])
        yield Passage(original, rewrite, old.relation, own, old.similarity, old.confidence)
