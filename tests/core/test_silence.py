"""Silence is not approval: freely reworded passages that nothing was said of are marked."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.comparison import Comparison
from rewritediff.core.settings import DEFAULT_SETTINGS
from rewritediff.core.silence import to_read
from rewritediff.core.values import Finding, FindingKind, Link, Passage, Relation, Sides, Strength
from rewritediff.exporters.json_report import passage_records
from tests.core.facts.cases import compared

FREE = Passage((0,), (0,), Relation.PARAPHRASED, (Link(0, 0, 0.3, 0.9),), similarity=0.3, confidence=0.9)


def said(strength: Strength) -> Finding:
    return Finding(FindingKind.NUMBER, "number-changed", strength, (0,), Sides((), ()), Sides((), ()))


def is_to_read(passage: Passage, *findings: Finding) -> bool:
    return bool(to_read([passage], findings, DEFAULT_SETTINGS))


def test_a_freely_reworded_passage_without_a_finding_is_to_be_read() -> None:
    assert is_to_read(FREE)
    assert is_to_read(FREE, said(Strength.NOTE))
    assert not is_to_read(FREE, said(Strength.LOOK))
    assert not is_to_read(FREE, said(Strength.CHECK))


def test_the_limit_stands_in_the_settings() -> None:
    assert not is_to_read(replace(FREE, similarity=DEFAULT_SETTINGS.read_below))
    assert to_read([replace(FREE, similarity=0.6)], (), replace(DEFAULT_SETTINGS, read_below=0.7))


def test_a_doubtful_pairing_is_to_be_read_however_alike_its_words_are() -> None:
    assert is_to_read(replace(FREE, relation=Relation.EDITED, similarity=0.9, confidence=0.3))


def test_unchanged_and_unlinked_sentences_are_not() -> None:
    assert not is_to_read(Passage((0,), (0,), Relation.SAME, (Link(0, 0, 1.0, 0.3),), 1.0, 0.3))
    assert not is_to_read(Passage((0,), (), Relation.OMITTED))


def free() -> Comparison:
    original = "The mayor said that the price of doing nothing was higher and that it would rise every year."
    return compared(original, "But doing nothing would cost more, and more each year, the mayor said.")


def test_reports_say_so_of_each_passage() -> None:
    comparison = free()
    marked = [k for k, record in enumerate(passage_records(comparison)) if record["read_yourself"]]
    assert marked == sorted(comparison.read_yourself()) == [0]


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_limit_never_marks_fewer(first: float, second: float) -> None:
    low, high = sorted((first, second))
    passages = [replace(FREE, similarity=k / 10) for k in range(11)]
    marked = [to_read(passages, (), replace(DEFAULT_SETTINGS, read_below=limit)) for limit in (low, high)]
    assert marked[0] <= marked[1]
