"""Findings in words: always something to check, never a verdict."""

from __future__ import annotations

from rewritediff.core.values import Finding, FindingKind, Strength
from rewritediff.wording.grammar import listed

FINDING_KINDS = {
    FindingKind.NUMBER: ("Number", "Numbers differ"),
    FindingKind.DATE: ("Date", "Dates differ"),
    FindingKind.NAME: ("Name", "Names differ"),
    FindingKind.NEGATION: ("Negation", "Negation differs"),
    FindingKind.OBLIGATION: ("Obligation", "Obligation differs"),
    FindingKind.CONDITION: ("Condition", "Condition differs"),
    FindingKind.HEDGE: ("Hedge", "Certainty differs"),
    FindingKind.OPPOSITE: ("Opposite", "Direction differs"),
    FindingKind.TERM: ("Term", "Terms differ"),
    FindingKind.ROLES: ("Roles", "Who did what differs"),
    FindingKind.LITERAL: ("Literal", "Literals differ"),
    FindingKind.QUOTATION: ("Quotation", "Quotations differ"),
    FindingKind.SPEAKER: ("Speaker", "Speakers differ"),
    FindingKind.CLAIM: ("New claim", "New claim"),
    FindingKind.LOSS: ("Lost fact", "Lost fact"),
}
"""For each kind its label, and how its sentence begins."""

ONE_SIDED_CODES = {
    "new-furniture": "New heading, caption or credit",
    "accusation-new": "New accusation",
    "intensifier-new": "New judging word",
    "modifier-new": "New detail",
    "lost-furniture": "Dropped heading, caption or credit",
    "warning-lost": "Dropped warning",
    "qualifier-lost": "Dropped qualifier",
    "modifier-lost": "Dropped detail",
}
"""How the sentence of a new claim or lost fact begins where its code says more than its kind."""

STRENGTHS = {Strength.CHECK: "To check", Strength.LOOK: "To look at", Strength.NOTE: "To know"}
"""What a strength asks of a reader."""


def finding_place(finding: Finding, number: int | None, count: int) -> str:
    """Say what a finding says and which of the queue it is: "To check, 3 of 24: Names differ: …"; `number` counts from 0."""
    where = "" if number is None else f", {number + 1:,} of {count:,}"
    return f"{STRENGTHS[finding.strength]}{where}: {finding_message(finding)}"


def finding_message(finding: Finding) -> str:
    """Word a finding: "Numbers differ: original has 30 months, rewrite has 36 months"; "Name only in the rewrite: Reyes"."""
    label, begins = FINDING_KINDS[finding.kind]
    original, rewrite = finding.values
    if finding.kind in (FindingKind.CLAIM, FindingKind.LOSS):
        begins = ONE_SIDED_CODES.get(finding.code, begins)
        return ": ".join(filter(None, (begins, listed(rewrite or original))))
    if original and rewrite:
        return f"{begins}: original has {listed(original)}, rewrite has {listed(rewrite)}"
    if not original and not rewrite:
        return begins
    return f"{label} only in the {'original' if original else 'rewrite'}: {listed(original or rewrite)}"
