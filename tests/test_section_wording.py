"""What became of sections, in words."""

from __future__ import annotations

import pytest

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Side
from rewritediff.wording import passage_title, section_label, section_words, sections_answer
from tests.core.test_section_pairs import FIVE, NEW, A, B, C, D, E, Parts, compared

PARTLY = (A[0], [*A[1], B[1][2]])
SCATTERED = [(A[0], [*A[1], *B[1][:2]]), (C[0], [*C[1], *B[1][2:4]]), (D[0], [*D[1], *B[1][4:6]]), (E[0], [*E[1], B[1][6]])]


@pytest.mark.parametrize(
    ("rewrite", "line", "named"),
    [
        pytest.param(FIVE, "5 of 5 sections have a counterpart", [], id="all"),
        pytest.param(
            [A, C, D, E], "4 of 5 sections have a counterpart · 1 dropped", ["Dropped section: “Part B” (7 sentences)"], id="dropped"
        ),
        pytest.param(
            [PARTLY, C, D, E],
            "4 of 5 sections have a counterpart · 1 dropped",
            ["Dropped section: “Part B” (6 of 7 sentences)"],
            id="dropped but for a sentence",
        ),
        pytest.param([*FIVE, NEW], "5 of 5 sections have a counterpart · 1 new", ["New section: “Unheard of” (3 sentences)"], id="new"),
        pytest.param(
            [C, A, B, D, E], "5 of 5 sections have a counterpart · 1 moved", ["Moved section: “Part C” (5 sentences)"], id="moved"
        ),
        pytest.param(SCATTERED, "4 of 5 sections have a counterpart · 1 scattered", [], id="scattered"),
        pytest.param([A, NEW], "1 of 5 sections has a counterpart · 4 dropped · 1 new", None, id="one"),
    ],
)
def test_sections_are_counted_and_named(rewrite: Parts, line: str, named: list[str] | None) -> None:
    comparison = compared(FIVE, rewrite)
    assert sections_answer(comparison) == line
    assert named is None or [words for match in comparison.sections if (words := section_words(comparison, match))] == named


def heading(comparison: Comparison, side: Side, words: str) -> int:
    document = comparison.documents[side]
    sentence = next(k for k in range(len(document.sentences)) if document.quote(k) == words)
    return comparison.passage_of[side][sentence]


def test_the_heading_of_a_dropped_section_says_how_much_went_with_it() -> None:
    comparison = compared(FIVE, [A, NEW, C, D, E])
    assert passage_title(comparison, heading(comparison, Side.ORIGINAL, "Part B")) == "Dropped section, 7 sentences"
    assert passage_title(comparison, heading(comparison, Side.REWRITE, "Unheard of")) == "New section, 3 sentences"
    assert passage_title(comparison, heading(comparison, Side.ORIGINAL, "Part C")) == "Unchanged"
    assert section_label(comparison, comparison.passages[heading(comparison, Side.ORIGINAL, B[1][0])]) == ""


def test_without_sections_there_is_nothing_to_say() -> None:
    comparison = compared(FIVE[:1], FIVE)
    assert sections_answer(comparison) == ""
