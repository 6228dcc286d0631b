"""What was made of findings is found again: in another order, in other comparisons of the texts, and in texts that changed elsewhere."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.compare import compare, recompare
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import NO_DECISIONS, Decisions, pairing
from rewritediff.core.sentences import document_from_text
from rewritediff.core.values import Finding, FindingKind, Side, Sides, Span, Strength
from rewritediff.core.verdicts import Ruling, alike, taken_back, verdicts_of
from rewritediff.core.verdicts import given as rule

ORIGINAL = "The goat ate 30 apples on Monday. China stays the stronger player here. The goat slept for 30 hours. Rain fell on the mill."
REWRITE = "The goat ate 36 apples on Monday. Russia stays the stronger player here. The goat slept for 36 hours. Rain fell on the mill."


def compared(original: str = ORIGINAL, rewrite: str = REWRITE) -> Comparison:
    return compare(Sides(document_from_text(original, "en"), document_from_text(rewrite, "en")))


def finding(comparison: Comparison, was: str, now: str, nth: int = 0, kind: FindingKind = FindingKind.NUMBER) -> Finding:
    """Make a finding about words of both sides, each at its nth occurrence."""
    spans = []
    for words, text in zip((was, now), comparison.texts, strict=True):
        at = -1
        for _ in range(nth + 1):
            at = text.index(words, at + 1)
        spans.append((Span(at, at + len(words)),) if words else ())
    return Finding(kind, f"{kind.value}-changed", Strength.CHECK, (0,), Sides(*spans), Sides((was,) * bool(was), (now,) * bool(now)))


def with_findings(comparison: Comparison) -> Comparison:
    found = (
        finding(comparison, "30", "36"),
        finding(comparison, "30", "36", 1),
        finding(comparison, "China", "Russia", kind=FindingKind.NAME),
        finding(comparison, "", "slept", kind=FindingKind.CLAIM),
    )
    return replace(comparison, findings=found)


def decided(comparison: Comparison, decisions: Decisions) -> Comparison:
    return replace(comparison, decisions=decisions)


def rulings(comparison: Comparison) -> list[Ruling | None]:
    return [verdict and verdict.ruling for verdict in verdicts_of(comparison)]


@pytest.fixture
def comparison() -> Comparison:
    return with_findings(compared())


def test_nothing_is_made_of_findings_at_first(comparison: Comparison) -> None:
    assert verdicts_of(comparison) == (None,) * 4


def test_a_verdict_belongs_to_its_finding_alone(comparison: Comparison) -> None:
    decisions = rule(comparison, [1], Ruling.ASK, "  which \n one? ")
    assert rulings(decided(comparison, decisions)) == [None, Ruling.ASK, None, None]
    assert decisions.verdicts[0].reason == "which one?"


def test_the_last_verdict_stands_in_place_of_the_one_before(comparison: Comparison) -> None:
    first = decided(comparison, rule(comparison, [0, 2], Ruling.FINE))
    second = rule(first, [2], Ruling.DISMISSED)
    assert rulings(decided(comparison, second)) == [Ruling.FINE, None, Ruling.DISMISSED, None]
    assert len(second.verdicts) == 2


def test_a_verdict_can_be_taken_back(comparison: Comparison) -> None:
    first = decided(comparison, rule(comparison, [0, 2], Ruling.FINE))
    assert rulings(decided(comparison, taken_back(first, [0]))) == [None, None, Ruling.FINE, None]
    assert taken_back(first, [0, 2]) == NO_DECISIONS


def test_other_decisions_stay(comparison: Comparison) -> None:
    linked = decided(comparison, NO_DECISIONS.link(pairing(comparison.documents, 0, 0)))
    assert rule(linked, [0], Ruling.FINE).linked == linked.decisions.linked
    assert taken_back(decided(linked, rule(linked, [0], Ruling.FINE)), [0]) == linked.decisions


@given(st.permutations(range(4)), st.sets(st.integers(0, 3)))
def test_another_order_of_findings_changes_nothing(order: list[int], chosen: set[int]) -> None:
    comparison = with_findings(compared())
    decisions = rule(comparison, sorted(chosen), Ruling.FINE)
    other = replace(comparison, findings=tuple(comparison.findings[k] for k in order), decisions=decisions)
    assert [bool(verdict) for verdict in verdicts_of(other)] == [k in chosen for k in order]


@pytest.mark.parametrize("before", ["A new beginning. ", "The goat ate 30 apples on Tuesday, too. " * 3], ids=["other words", "like words"])
def test_a_verdict_survives_texts_that_grew(comparison: Comparison, before: str) -> None:
    decisions = rule(comparison, [1, 2], Ruling.FINE)
    grown = compared(before + ORIGINAL, before.replace("30", "36") + REWRITE)
    nth = before.count("30")
    found = tuple(finding(grown, "30", "36", k) for k in range(nth + 2))
    named = finding(grown, "China", "Russia", kind=FindingKind.NAME)
    assert rulings(replace(grown, findings=(*found, named), decisions=decisions)) == [None] * (nth + 1) + [Ruling.FINE] * 2


def test_the_same_words_elsewhere_are_another_finding(comparison: Comparison) -> None:
    decisions = rule(comparison, [0], Ruling.DISMISSED)
    other = compared("Nobody counted all 30 of them.", "Nobody counted all 36 of them.")
    assert rulings(replace(other, findings=(finding(other, "30", "36"),), decisions=decisions)) == [None]


def test_other_words_at_the_same_place_are_another_finding(comparison: Comparison) -> None:
    decisions = rule(comparison, [0], Ruling.DISMISSED)
    other = compared(ORIGINAL, REWRITE.replace("36", "38"))
    assert rulings(replace(other, findings=(finding(other, "30", "38"),), decisions=decisions)) == [None]


@pytest.mark.parametrize(
    "changed", [{"kind": FindingKind.DATE}, {"code": "number-lost"}, {"spans": Sides((), ())}], ids=["kind", "code", "words"]
)
def test_another_kind_code_or_side_is_another_finding(comparison: Comparison, changed: dict[str, object]) -> None:
    decisions = rule(comparison, [0], Ruling.FINE)
    other = replace(comparison.findings[0], **changed)  # type: ignore[arg-type]
    assert rulings(replace(comparison, findings=(other,), decisions=decisions)) == [None]


def test_a_verdict_whose_finding_is_gone_is_kept(comparison: Comparison) -> None:
    decisions = rule(comparison, [0], Ruling.FINE)
    without = replace(comparison, findings=comparison.findings[1:], decisions=decisions)
    assert verdicts_of(without) == (None,) * 3
    assert len(rule(without, [0], Ruling.ASK).verdicts) == 2


def test_findings_without_words_are_known_by_kind_and_code(comparison: Comparison) -> None:
    bare = Finding(FindingKind.QUOTATION, "no-quotation-marks", Strength.CHECK, (), Sides((), ()), Sides((), ()))
    with_bare = replace(comparison, findings=(bare, *comparison.findings))
    assert rulings(decided(with_bare, rule(with_bare, [0], Ruling.FINE))) == [Ruling.FINE, None, None, None, None]


def test_alike_are_the_same_words_of_the_same_kind(comparison: Comparison) -> None:
    assert alike(comparison, 0) == (0, 1)
    assert alike(comparison, 2) == (2,)
    first = comparison.findings[0]
    typographic = replace(first, values=Sides(("“30”",), ("36",)))
    other_kind = replace(first, kind=FindingKind.DATE)
    assert alike(replace(comparison, findings=(first, other_kind, typographic)), 0) == (0, 2)
    unnamed = tuple(replace(found, values=Sides((), ())) for found in comparison.findings)
    assert alike(replace(comparison, findings=unnamed), 1) == (0, 1)


def test_other_verdicts_leave_all_else_as_it_is() -> None:
    before = compared()
    made = with_findings(before)
    after = recompare(before, rule(made, [0], Ruling.FINE))
    assert after.passages is before.passages
    assert after.aligned is before.aligned
    assert after == replace(before, decisions=after.decisions)
    assert after == compare(before.documents, decisions=after.decisions)


def test_many_alike_in_a_text_that_moved_are_all_found() -> None:
    lines = [f"On day {k} the goat ate 30 apples." for k in range(400)]
    short, long = " ".join(lines), " ".join(["Once upon a time.", *lines])

    def each(text: str) -> Comparison:
        documents = Sides(document_from_text("x", "en"), document_from_text(text, "en"))
        places = [k for k in range(len(text)) if text.startswith("30 ap", k)]
        found = (
            Finding(FindingKind.NUMBER, "number-new", Strength.LOOK, (0,), Sides((), (Span(k, k + 2),)), Sides((), ("30",))) for k in places
        )
        return replace(compare(documents), findings=tuple(found))

    decisions = rule(each(short), range(0, 400, 2), Ruling.DISMISSED)
    assert [bool(verdict) for verdict in verdicts_of(decided(each(long), decisions))] == [True, False] * 200


def test_the_side_of_an_anchor_is_that_of_its_words(comparison: Comparison) -> None:
    (verdict,) = rule(comparison, [3], Ruling.FINE).verdicts
    assert verdict.places.original is None
    assert verdict.places.rewrite is not None
    assert verdict.places.rewrite.side is Side.REWRITE
