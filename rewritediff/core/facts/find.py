"""Both texts and their passages -> findings, the gravest first; and what was looked for.

Each passage is asked about by itself, so that a decision elsewhere need not ask again. A last pass over all of them cancels what one
passage lost and another one has.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from types import MappingProxyType

from rewritediff.core.facts.cancelling import without_moved
from rewritediff.core.facts.families import FAMILIES, Asked, Family, Finder
from rewritediff.core.facts.housed import Housed
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.reading import Context, PassagePair, pair_of
from rewritediff.core.progress import Tick, quiet
from rewritediff.core.values import Coverage, Document, Finding, FindingKind, Passage, Relation, Side, Sides, Span, Strength

NEVER_CHECKED = ("tone", "emphasis")
GRAVITY = (
    FindingKind.NEGATION,
    FindingKind.SPEAKER,
    FindingKind.NAME,
    FindingKind.NUMBER,
    FindingKind.QUOTATION,
    FindingKind.DATE,
    FindingKind.ROLES,
    FindingKind.OPPOSITE,
    FindingKind.OBLIGATION,
    FindingKind.CONDITION,
    FindingKind.HEDGE,
    FindingKind.LITERAL,
    FindingKind.TERM,
    FindingKind.CLAIM,
    FindingKind.LOSS,
)
"""Kinds in the order in which a reviewer wants to hear of them."""

ASKED_AT_ONCE = 64
"""Passages between two questions whether to stop: some 20 ms."""

Place = tuple[tuple[Span, ...], tuple[Span, ...]]
"""A passage by where its sentences stand, which holds when boundaries elsewhere renumber them."""
Seen = tuple[Observation, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Facts:
    """Hold how two texts are asked about, and what each passage answered, so that a recomparison asks about new passages only."""

    context: Context
    finders: tuple[tuple[Family, Finder], ...]
    whole: Seen = ()
    """What was seen in the texts as wholes."""
    seen: Mapping[Place, Seen] = field(default_factory=lambda: MappingProxyType({}))


def facts_of(context: Context, families: Iterable[Family] = FAMILIES) -> Facts:
    """Make the finders that can check this pair of languages."""
    covering = [family for family in families if family.covers(context)]
    whole = tuple(it for family in covering if family.whole is not None for it in family.whole(context))
    return Facts(context, tuple((family, family.made(context)) for family in covering), whole)


def coverage_of(facts: Facts) -> Coverage:
    """Say which kinds are looked for in this pair, and which are not."""
    kinds = {kind for family, _ in facts.finders for kind in family.kinds}
    checked = tuple(kind for kind in FindingKind if kind in kinds)
    return Coverage(checked, (*(kind.value for kind in FindingKind if kind not in kinds), *NEVER_CHECKED))


def find(
    facts: Facts, documents: Sides[Document], passages: Sequence[Passage], tick: Tick = quiet
) -> tuple[tuple[Finding, ...], Mapping[Place, Seen]]:
    """Give the findings of all passages, the gravest first, and what each passage answered."""
    seen: dict[Place, Seen] = {}
    by_passage: list[Seen] = []
    tick(0)
    for number, passage in enumerate(passages):
        if not number % ASKED_AT_ONCE:
            tick(number / len(passages))
        original = tuple([documents.original.sentences[k].span for k in passage.original])
        place = original, tuple([documents.rewrite.sentences[k].span for k in passage.rewrite])
        known = facts.seen.get(place)
        seen[place] = _seen(facts, documents, passage) if known is None else known
        by_passage.append(seen[place])
    tick(1)
    if facts.context.house:
        by_passage = list(map(Housed(facts.context.house).left, by_passage))
    found = chain(_whole(facts.whole, documents, passages), _findings(without_moved(by_passage)))
    return tuple(finding for _, finding in sorted(found, key=_order)), seen


def _seen(facts: Facts, documents: Sides[Document], passage: Passage) -> Seen:
    asked = _asked(passage)
    finders = [finder for family, finder in facts.finders if asked & family.asked]
    if not finders:
        return ()
    reading = facts.context.reading
    pair = pair_of(reading(documents.original, 0, passage.original), reading(documents.rewrite, 1, passage.rewrite))
    return tuple(_heard(finders, pair))


def _asked(passage: Passage) -> Asked:
    if not passage.original or not passage.rewrite:
        return Asked.LONE
    return Asked.SAME if passage.relation is Relation.SAME else Asked.CHANGED


def _heard(finders: Iterable[Finder], pair: PassagePair) -> Iterator[Observation]:
    """Ask one finder after the other; who speaks of words that were pointed at already is not heard."""
    pointed: list[Sides[tuple[Span, ...]]] = []
    for finder in finders:
        heard = [observation for observation in finder(pair) if not any(_repeats(observation, spans) for spans in pointed)]
        pointed.extend(observation.spans for observation in heard if observation.strength is not Strength.NOTE)
        yield from heard


def _repeats(observation: Observation, pointed: Sides[tuple[Span, ...]]) -> bool:
    """Tell whether most of what an observation points at was pointed at before; a quotation may hold a changed number besides."""
    return any(
        own.overlap(other) * 2 >= max(1, len(own))
        for mine, others in zip(observation.spans, pointed, strict=True)
        for own in mine
        for other in others
    )


def _findings(by_passage: Iterable[Seen]) -> Iterator[tuple[float, Finding]]:
    for number, seen in enumerate(by_passage):
        for it in seen:
            yield it.weight, Finding(it.kind, it.code, it.strength, (number,), it.spans, it.values)


def _whole(seen: Seen, documents: Sides[Document], passages: Sequence[Passage]) -> Iterator[tuple[float, Finding]]:
    """Name the passages in which something lies that was seen in the texts as wholes."""
    for it in seen:
        touched: set[int] = set()
        for side in Side:
            starts = [sentence.start for sentence in documents[side].sentences]
            sentences = {
                k for span in it.spans[side] for k in range(max(0, bisect_right(starts, span.start) - 1), bisect_left(starts, span.end))
            }
            touched.update(number for number, passage in enumerate(passages) if not sentences.isdisjoint(passage.sentences(side)))
        yield it.weight, Finding(it.kind, it.code, it.strength, tuple(sorted(touched)), it.spans, it.values)


_STRENGTHS = {strength: number for number, strength in enumerate(Strength)}
_KINDS = {kind: number for number, kind in enumerate(GRAVITY)}


def _order(weighed: tuple[float, Finding]) -> tuple[int, int, float, int, int]:
    weight, finding = weighed
    spans = finding.spans.rewrite or finding.spans.original
    return (
        _STRENGTHS[finding.strength],
        _KINDS[finding.kind],
        -weight,
        finding.passages[0] if finding.passages else 0,
        spans[0].start if spans else 0,
    )
