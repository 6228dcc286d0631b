"""What the tables of hard cases of all finders share: a pair of short texts, and the one finding that it must raise, or none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rewritediff import engine
from rewritediff.core.compare import compare
from rewritediff.core.comparison import Comparison
from rewritediff.core.sentences import document_from_text
from rewritediff.core.values import Finding, Side, Sides, Strength


class Case(NamedTuple):
    """Hold one case; without a kind it is a decoy, and nothing of strength check or look may be said."""

    name: str
    original: str
    rewrite: str
    kind: str = ""
    was: str = ""
    """Words of the original that the finding must point at, parted by " | " where there are several places."""
    now: str = ""
    """The same of the rewrite."""
    strength: str = "check"


def by_language(english: Sequence[Case], german: Sequence[Case], french: Sequence[Case], spanish: Sequence[Case]) -> list[tuple[str, Case]]:
    """Give the cases of four languages, each with its language."""
    tables = (("en", english), ("de", german), ("fr", french), ("es", spanish))
    return [(language, case) for language, cases in tables for case in cases]


def compared(original: str, rewrite: str, language: str = "en") -> Comparison:
    """Compare two short texts, whose language nobody has to guess."""
    documents = Sides(document_from_text(original, language), document_from_text(rewrite, language))
    return compare(documents, lexicon=engine.lexicon())


def loud(comparison: Comparison) -> list[Finding]:
    """Give the findings that ask for a reader."""
    return [finding for finding in comparison.findings if finding.strength is not Strength.NOTE]


def told(comparison: Comparison, finding: Finding) -> tuple[str, str, str, str]:
    """Say of a finding its kind, the words that it points at on both sides, and its strength."""
    words = [" | ".join(span.of(comparison.texts[side]) for span in finding.spans[side]) for side in Side]
    return finding.kind.value, words[0], words[1], finding.strength.value


def check(case: Case, language: str = "en") -> None:
    """Hold a case against what is found."""
    comparison = compared(case.original, case.rewrite, language)
    found = [told(comparison, finding) for finding in loud(comparison)]
    assert found == ([(case.kind, case.was, case.now, case.strength)] if case.kind else []), case.name
