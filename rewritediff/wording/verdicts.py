"""What was made of findings, in words: rulings, counts, and questions to an author."""

from __future__ import annotations

from collections.abc import Iterable

from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Ruling, Verdict
from rewritediff.core.values import Finding, Side, Strength
from rewritediff.wording.findings import finding_message
from rewritediff.wording.grammar import counted
from rewritediff.wording.notes import BETWEEN_NOTES, note_side

RULINGS = {Ruling.FINE: "Fine", Ruling.ASK: "To ask", Ruling.DISMISSED: "Dismissed"}
"""What stands on a finding that was looked at."""

STRENGTH_COUNTS = {Strength.CHECK: "to check", Strength.LOOK: "to look at", Strength.NOTE: "to know"}


def verdict_words(verdict: Verdict) -> str:
    """Say what was made of a finding, and why: "Dismissed: house spelling"."""
    return f"{RULINGS[verdict.ruling]}: {verdict.reason}" if verdict.reason else RULINGS[verdict.ruling]


def queue_counts(waiting: Iterable[tuple[Strength, int]], done: int) -> str:
    """Say how many findings wait, by strength, and how many are done: "10 to check · 14 to look at · 3 done"."""
    said = [f"{count:,} {STRENGTH_COUNTS[strength]}" for strength, count in waiting if count]
    return " · ".join((*(said or ["Nothing waits"]), *([f"{done:,} done"] if done else [])))


def ruled_words(ruling: Ruling, count: int) -> str:
    """Say what was just made of how many findings: "Dismissed 12 findings like this"."""
    return RULINGS[ruling] if count == 1 else f"{RULINGS[ruling]}: {counted(count, 'finding')}"


def question(comparison: Comparison, finding: Finding) -> str:
    """Put a finding as a note to its author: its sentence, and both versions with their places."""
    passages = (comparison.passages[number] for number in finding.passages)
    sides = (note_side(comparison, passage, side) for passage in passages for side in Side)
    return "\n\n".join((finding_message(finding), *sides))


def questions(comparison: Comparison, findings: Iterable[Finding]) -> str:
    """Put several findings as one note."""
    return BETWEEN_NOTES.join(question(comparison, finding) for finding in findings)
