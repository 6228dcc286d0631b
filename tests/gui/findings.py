"""A comparison with findings for tests of the list of findings: two to check that are alike, one to look at, notes, and a group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rewritediff import engine
from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Finding, FindingKind, Side, Sides, Span, Strength

ORIGINAL = """The council met on Monday. The goat ate 30 apples. Nobody spoke against it.

China stays the stronger player in the long game of the northern harbours, said the mayor. The goat slept for 30 hours.

The old lighthouse will be torn down in spring."""
REWRITE = """The council met on Monday. The goat ate 36 apples. Nobody spoke against it.

Russia stays the stronger player in the long game of the northern harbours, said the mayor. The goat slept for 36 hours.

“The film crew has booked the only hotel.” The old lighthouse might be torn down in spring."""


def finding(
    comparison: Comparison, kind: FindingKind, words: tuple[str, str], nth: int = 0, *, strength: Strength = Strength.CHECK, code: str = ""
) -> Finding:
    """Make a finding about words of the original and of the rewrite, each at its nth occurrence."""
    spans: list[tuple[Span, ...]] = []
    passages: list[int] = []
    for side, wanted in zip(Side, words, strict=True):
        at = -1
        for _ in range(nth + 1 if wanted else 0):
            at = comparison.texts[side].index(wanted, at + 1)
        spans.append((Span(at, at + len(wanted)),) if wanted else ())
        if wanted:
            sentences = comparison.documents[side].sentences
            sentence = max(k for k, each in enumerate(sentences) if each.start <= at)
            passages.append(comparison.passage_of[side][sentence])
    values = Sides(*(tuple(filter(None, (word,))) for word in words))
    return Finding(kind, code or f"{kind.value}-changed", strength, tuple(dict.fromkeys(passages)), Sides(*spans), values)


def findings(comparison: Comparison) -> tuple[Finding, ...]:
    """Make the findings, the gravest first."""
    kind, look, note = FindingKind, Strength.LOOK, Strength.NOTE
    return (
        finding(comparison, kind.NAME, ("China", "Russia")),
        finding(comparison, kind.NUMBER, ("30", "36")),
        finding(comparison, kind.NUMBER, ("30", "36"), 1),
        Finding(kind.QUOTATION, "no-quotation-marks", Strength.CHECK, (), Sides((), ()), Sides((), ())),
        finding(comparison, kind.HEDGE, ("will", "might"), strength=look),
        finding(comparison, kind.CLAIM, ("", "The film crew has booked the only hotel."), strength=look),
        finding(comparison, kind.QUOTATION, ("", "film crew"), strength=note, code="no-quotation-marks-span"),
        finding(comparison, kind.TERM, ("goat", ""), strength=note),
    )


def compared(found: Sequence[int] | None = None) -> Comparison:
    """Compare the two texts, with all findings, or with some by number."""
    comparison = engine.compare(ORIGINAL, REWRITE)
    made = findings(comparison)
    return replace(comparison, findings=made if found is None else tuple(made[number] for number in found))
