"""Findings in reports: grouped by how much they ask for a reader; whole sentences that are new or dropped stand in lists of their own."""

from __future__ import annotations

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Finding, FindingKind, Side, Strength

WHOLE = (FindingKind.CLAIM, FindingKind.LOSS)


def bent(comparison: Comparison, strength: Strength) -> list[Finding]:
    """Give the findings of one strength inside sentences that have a counterpart, or across them, the gravest first."""
    return [finding for finding in comparison.findings if finding.strength is strength and not is_of_lone_sentence(comparison, finding)]


def is_of_lone_sentence(comparison: Comparison, finding: Finding) -> bool:
    """Tell whether a finding says of a whole sentence that it is new, or gone."""
    lone = all(not comparison.passages[number].links for number in finding.passages)
    return finding.kind in WHOLE and lone


def by_gravity(comparison: Comparison, side: Side, sentences: list[int]) -> list[int]:
    """Put sentences without a counterpart in the order in which a reviewer should read them; what nothing was found about comes last."""
    ranks: dict[int, int] = {}
    for rank, finding in enumerate(comparison.findings):
        for number in finding.passages:
            ranks.setdefault(number, rank)
    of = comparison.passage_of[side]
    return sorted(sentences, key=lambda sentence: (ranks.get(of[sentence], len(comparison.findings)), sentence))


def finding_sentence(comparison: Comparison, finding: Finding) -> tuple[Side, int] | None:
    """Give the side and the number of the sentence where a finding begins, on the rewrite's side if it has words there."""
    for side in (Side.REWRITE, Side.ORIGINAL):
        if finding.spans[side]:
            start = finding.spans[side][0].start
            for number in finding.passages:
                for sentence in comparison.passages[number].sentences(side):
                    if comparison.documents[side].sentences[sentence].end > start:
                        return side, sentence
    return None
