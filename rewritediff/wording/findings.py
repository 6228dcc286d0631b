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

CODES = {
    "negation-moved": "Negation stands elsewhere",
    "times-turned": "Order in time differs",
    "causes-turned": "Cause differs",
    "bounds-turned": "Bound differs",
    "bound-lost": "Bound differs",
    "bound-new": "Bound differs",
}
"""How the sentence of a finding begins whose code says more than its kind."""

READ_YOURSELF = "Read this one yourself: it is reworded so strongly, or paired so doubtfully, that finding nothing says little."
READ_YOURSELF_SHORT = "read yourself"


def finding_said(finding: Finding) -> str:
    """Say what a finding asks of a reader, and what it is: "To check: Names differ: …"."""
    return finding_place(finding, None, 0)


def finding_place(finding: Finding, number: int | None, count: int) -> str:
    """Say what a finding says and which of the queue it is: "To check, 3 of 24: Names differ: …"; `number` counts from 0."""
    where = "" if number is None else f", {number + 1:,} of {count:,}"
    return f"{STRENGTHS[finding.strength]}{where}: {finding_message(finding)}"


SENTENCES = {
    "attitude-changed": "Way of saying differs: original has {original}, rewrite has {rewrite}",
    "hedge-lost": "Stated as certain: original has {original}, rewrite has no such word",
    "hedge-new": "Stated as uncertain: rewrite has {rewrite}, original has no such word",
    "certainty-new": "Stated as certain: rewrite has {rewrite}, original has no such word",
    "attribution-lost": "The rewrite does not say whose word it is: original has {original}",
    "attribution-new": "Newly attributed: rewrite has {rewrite}",
    "quotation-new": "Newly put between quotation marks: {rewrite}",
    "quotation-of-narration": "Put between quotation marks, but said by nobody in the original: {rewrite}",
    "quotation-altered": "Words of a quotation differ: original has {original}, rewrite has {rewrite}",
    "quotation-unquoted": "No longer quoted: {original}",
}
"""Sentences for what the beginning by kind would not say plainly, by code."""


OF_BOTH = {"quotation-altered": "Words of a quotation"}
"""Sentences that need both sides, and the label where one side has nothing."""
WITHOUT_MARKS = {"no-quotation-marks": "no", "few-quotation-marks": "next to no"}


def finding_message(finding: Finding) -> str:
    """Word a finding: "Numbers differ: original has 30 months, rewrite has 36 months"; "Name only in the rewrite: Reyes"."""
    label, begins = FINDING_KINDS[finding.kind]
    begins = CODES.get(finding.code, begins)
    original, rewrite = finding.values
    if finding.code in WITHOUT_MARKS:
        return _without_marks(finding)
    if finding.code in SENTENCES and (finding.code not in OF_BOTH or (original and rewrite)):
        return SENTENCES[finding.code].format(original=listed(original) or "none", rewrite=listed(rewrite) or "none")
    if finding.kind in (FindingKind.CLAIM, FindingKind.LOSS):
        begins = ONE_SIDED_CODES.get(finding.code, begins)
        return ": ".join(filter(None, (begins, listed(rewrite or original))))
    if original and rewrite:
        return f"{begins}: original has {listed(original)}, rewrite has {listed(rewrite)}"
    if not original and not rewrite:
        return begins
    return f"{OF_BOTH.get(finding.code, label)} only in the {'original' if original else 'rewrite'}: {listed(original or rewrite)}"


def _without_marks(finding: Finding) -> str:
    """Say how many quotations only one text marks as such."""
    lacking, having = ("original", "rewrite") if finding.spans.rewrite else ("rewrite", "original")
    number = len(finding.spans.rewrite or finding.spans.original)
    return f"The {lacking} has {WITHOUT_MARKS[finding.code]} quotation marks; {number} quoted spans of the {having} to verify"
