"""Both texts and their passages -> findings, the gravest first; and what was looked for.

Each passage is asked about by itself, so that a decision elsewhere need not ask again. A last pass over all of them cancels what one
passage lost and another one has.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from rewritediff.core.facts.asking import Answer, Facts, Place, Seen, ask, place_of
from rewritediff.core.facts.cancelling import without_moved
from rewritediff.core.facts.housed import Housed
from rewritediff.core.facts.terms import suspected
from rewritediff.core.progress import Tick, quiet
from rewritediff.core.values import Coverage, Document, Finding, FindingKind, Passage, Side, Sides, Strength

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


def coverage_of(facts: Facts) -> Coverage:
    """Say which kinds are looked for in this pair, and which are not."""
    kinds = {kind for family, _ in facts.finders for kind in family.kinds}
    if facts.terms is not None:
        kinds |= {FindingKind.OPPOSITE, FindingKind.TERM}
    checked = tuple(kind for kind in FindingKind if kind in kinds)
    return Coverage(checked, (*(kind.value for kind in FindingKind if kind not in kinds), *NEVER_CHECKED))


def find(
    facts: Facts, documents: Sides[Document], passages: Sequence[Passage], tick: Tick = quiet
) -> tuple[tuple[Finding, ...], Mapping[Place, Answer]]:
    """Give the findings of all passages, the gravest first, and what each passage answered."""
    answers: dict[Place, Answer] = {}
    by_passage: list[Answer] = []
    tick(0)
    for number, passage in enumerate(passages):
        if not number % ASKED_AT_ONCE:
            tick(number / len(passages))
        place = place_of(documents, passage)
        known = facts.answers.get(place)
        answers[place] = ask(facts, documents, passage) if known is None else known
        by_passage.append(answers[place])
    tick(1)
    seen = [answer.seen for answer in by_passage]
    for number, suspects in _suspects(by_passage, documents.rewrite, passages):
        seen[number] += suspects
    if facts.context.house:
        seen = list(map(Housed(facts.context.house).left, seen))
    found = chain(_whole(facts.whole, documents, passages), _findings(without_moved(seen)))
    return tuple(finding for _, finding in sorted(found, key=_order)), answers


def _suspects(answers: Sequence[Answer], rewrite: Document, passages: Sequence[Passage]) -> Iterator[tuple[int, Seen]]:
    """Give what the model of terms points at: each passage is weighed with its neighbours in the paragraph."""
    for number, answer in enumerate(answers):
        if answer.weighed is not None and answer.weighed.suspects:
            paragraph = _paragraph(rewrite, passages[number])
            beside = [k for k in (number - 1, number + 1) if 0 <= k < len(passages) and _paragraph(rewrite, passages[k]) == paragraph]
            around = [weighed for k in beside if (weighed := answers[k].weighed) is not None]
            if found := suspected(answer.weighed, around):
                yield number, found


def _paragraph(rewrite: Document, passage: Passage) -> int:
    return rewrite.sentences[passage.rewrite[0]].paragraph if passage.rewrite else -1


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
