"""What was made of findings, in words."""

from __future__ import annotations

import pytest

from rewritediff.core.decisions import Ruling, Verdict
from rewritediff.core.values import FindingKind, Sides, Strength
from rewritediff.wording.notes import BETWEEN_NOTES
from rewritediff.wording.verdicts import question, questions, queue_counts, ruled_words, verdict_words
from tests.gui.findings import compared

CHECK, LOOK, NOTE = Strength


@pytest.mark.parametrize(
    ("waiting", "done", "said"),
    [
        ([(CHECK, 10), (LOOK, 14)], 3, "10 to check · 14 to look at · 3 done"),
        ([(CHECK, 1), (LOOK, 0), (NOTE, 2000)], 0, "1 to check · 2,000 to know"),
        ([(CHECK, 0), (LOOK, 0)], 4, "Nothing waits · 4 done"),
        ([], 0, "Nothing waits"),
    ],
)
def test_what_waits_is_counted(waiting: list[tuple[Strength, int]], done: int, said: str) -> None:
    assert queue_counts(waiting, done) == said


def test_a_verdict_is_said_with_its_reason() -> None:
    verdict = Verdict(FindingKind.NAME, "name-changed", Sides(None, None), Ruling.DISMISSED, "house spelling")
    assert verdict_words(verdict) == "Dismissed: house spelling"
    assert ruled_words(Ruling.ASK, 1) == "To ask"
    assert ruled_words(Ruling.DISMISSED, 12) == "Dismissed: 12 findings"


def test_a_question_has_its_sentence_and_both_versions_with_their_places() -> None:
    comparison = compared()
    asked = question(comparison, comparison.findings[0])
    first, original, rewrite = asked.split("\n\n")
    assert first == "Names differ: original has China, rewrite has Russia"
    assert original.startswith("Original, ¶ 2, sentence 4:\nChina stays")
    assert rewrite.startswith("Rewrite, ¶ 2, sentence 4:\nRussia stays")
    assert questions(comparison, comparison.findings[:2]).startswith(f"{asked}{BETWEEN_NOTES}Numbers differ")


def test_a_finding_of_no_passage_is_its_sentence_alone() -> None:
    comparison = compared()
    assert "\n" not in question(comparison, comparison.findings[3])
