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

STRENGTHS = {Strength.CHECK: "To check", Strength.LOOK: "To look at", Strength.NOTE: "To know"}
"""What a strength asks of a reader."""

CODES = {
    "negation-moved": "Negation stands elsewhere",
    "times-turned": "Order in time differs",
    "causes-turned": "Cause differs",
    "bounds-turned": "Bound differs",
    "bound-lost": "Bound differs",
    "bound-new": "Bound differs",
}
"""How the sentence of a finding begins whose code says more than its kind."""


def finding_place(finding: Finding, number: int | None, count: int) -> str:
    """Say what a finding says and which of the queue it is: "To check, 3 of 24: Names differ: …"; `number` counts from 0."""
    where = "" if number is None else f", {number + 1:,} of {count:,}"
    return f"{STRENGTHS[finding.strength]}{where}: {finding_message(finding)}"


def finding_message(finding: Finding) -> str:
    """Word a finding: "Numbers differ: original has 30 months, rewrite has 36 months"; "Name only in the rewrite: Reyes"."""
    label, begins = FINDING_KINDS[finding.kind]
    begins = CODES.get(finding.code, begins)
    original, rewrite = finding.values
    if finding.kind in (FindingKind.CLAIM, FindingKind.LOSS):
        return ": ".join(filter(None, (begins, listed(rewrite or original))))
    if original and rewrite:
        return f"{begins}: original has {listed(original)}, rewrite has {listed(rewrite)}"
    if not original and not rewrite:
        return begins
    return f"{label} only in the {'original' if original else 'rewrite'}: {listed(original or rewrite)}"
