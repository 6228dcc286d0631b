"""What became of sections: paired, dropped, new, scattered, moved, and their sentences counted."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from rewritediff.core.compare import recompare
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Decisions, pairing
from rewritediff.core.section_matches import SectionMatch, SectionRelation
from rewritediff.core.sections import sections_of
from rewritediff.core.values import Relation, Role, Side
from tests.core.test_section_pairs import FIVE, NEW, A, B, C, D, E, Parts, compared, headed


def told(comparison: Comparison) -> list[str]:
    """Name each match by the headings of its sections."""
    return [f"{named(comparison, match)} {match.relation.value}{' moved' * match.moved}" for match in comparison.sections]


def named(comparison: Comparison, match: SectionMatch) -> str:
    side = Side.ORIGINAL if match.original else Side.REWRITE
    return "+".join(comparison.documents[side].quote(section.first) for section in match.sections(side))


@pytest.mark.parametrize(
    ("rewrite", "expected"),
    [
        pytest.param([A, C, D, E], ["Part A paired", "Part B omitted", "Part C paired"], id="dropped"),
        pytest.param([A, NEW, B, C, D, E], ["Part A paired", "Unheard of inserted", "Part B paired"], id="new"),
        pytest.param([B, C, A, D, E], ["Part B paired", "Part C paired", "Part A paired moved"], id="the shorter side moved"),
        pytest.param([C, A, B, D, E], ["Part C paired moved", "Part A paired", "Part B paired"], id="moved"),
        pytest.param([D, A, C, E], ["Part D paired moved", "Part A paired", "Part B omitted"], id="dropped behind what stood"),
        pytest.param([C, D, E], ["Part A omitted", "Part B omitted", "Part C paired"], id="the first two dropped"),
    ],
)
def test_sections_are_told_in_the_order_of_the_rewrite(rewrite: Parts, expected: list[str]) -> None:
    assert told(compared(FIVE, rewrite))[:3] == expected


def test_a_section_whose_sentences_went_into_others_is_scattered_and_not_dropped() -> None:
    rewrite = [(A[0], [*A[1], *B[1][:2]]), (C[0], [*C[1], *B[1][2:4]]), (D[0], [*D[1], *B[1][4:6]]), (E[0], [*E[1], B[1][6]])]
    assert "Part B scattered" in told(compared(FIVE, rewrite))


def test_sentences_are_counted_without_headings() -> None:
    rewrite = [(A[0], [A[1][0].replace("beside", "behind"), *A[1][2:], *NEW[1][:1]]), B]
    counts = compared([A, B], rewrite).sections[0].counts
    assert counts.original == {Relation.EDITED: 1, Relation.OMITTED: 1, Relation.SAME: 4}
    assert counts.rewrite == {Relation.EDITED: 1, Relation.SAME: 4, Relation.INSERTED: 1}


def test_what_a_reviewer_unlinks_is_dropped_with_its_section() -> None:
    first = compared([A, B], [A, (NEW[0], B[1][:1])])
    number = next(number for number in range(len(first.documents.rewrite.sentences)) if first.documents.rewrite.quote(number) == B[1][0])
    barred = Decisions().unlink(pairing(first.documents, first.passages[first.passage_of.rewrite[number]].original[0], number))
    counts = {named(first, match): match.counts.original for match in recompare(first, barred).sections}
    assert counts["Part B"] == {Relation.OMITTED: len(B[1])}


@given(headed, headed)
@settings(max_examples=60)
def test_every_section_and_every_sentence_is_counted_once(original: Parts, rewrite: Parts) -> None:
    comparison = compared(original, rewrite)
    for side in Side:
        document = comparison.documents[side]
        held = sorted((section for match in comparison.sections for section in match.sections(side)), key=lambda section: section.first)
        assert not comparison.sections or tuple(held) == sections_of(document)
        counted = sum(sum(match.counts[side].values()) for match in comparison.sections)
        assert not comparison.sections or counted == sum(sentence.role is not Role.HEADING for sentence in document.sentences)


@given(headed)
@settings(max_examples=30)
def test_a_text_beside_itself_drops_no_section(found: Parts) -> None:
    assert all(match.relation is SectionRelation.PAIRED and not match.moved for match in compared(found, found).sections)


def test_texts_without_sections_have_none() -> None:
    assert compared(FIVE[:1], FIVE).sections == ()
