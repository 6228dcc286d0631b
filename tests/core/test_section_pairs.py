"""Which sections belong together, and that sentences follow them: named cases, and invented chapters whose truth is known."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.chapters import Chapter, Plan, chapter
from rewritediff.core.candidates import candidates_within
from rewritediff.core.compare import compare, recompare
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Anchor, Decisions
from rewritediff.core.features import features_of
from rewritediff.core.sentences import document_from_article
from rewritediff.core.values import Article, Block, Document, Relation, Role, Side, Sides, Span
from tests.strategies import article

STORY = article(40)
Parts = list[tuple[str, list[str]]]


def parts(*sizes: int) -> Parts:
    """Share out the sentences of a story under the headings Part A, Part B, ..."""
    starts = [sum(sizes[:k]) for k in range(len(sizes))]
    return [(f"Part {'ABCDEFGH'[k]}", STORY[start : start + size]) for k, (start, size) in enumerate(zip(starts, sizes, strict=True))]


def document(found: Parts) -> Document:
    blocks = [
        Block(role, text) for heading, sentences in found for role, text in ((Role.HEADING, heading), *((Role.BODY, s) for s in sentences))
    ]
    return document_from_article(Article(tuple(blocks)), "en")


def compared(original: Parts, rewrite: Parts) -> Comparison:
    return compare(Sides(document(original), document(rewrite)))


def paired(comparison: Comparison) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    assert comparison.prepared is not None
    return [(pair.original, pair.rewrite) for pair in comparison.prepared.ground.section_pairs]


def links(comparison: Comparison) -> set[tuple[int, int]]:
    return {(link.original, link.rewrite) for passage in comparison.passages for link in passage.links}


FIVE = parts(6, 7, 5, 8, 6)
A, B, C, D, E = FIVE
NEW = ("Unheard of", [f"Nobody had foreseen such thunderous applause backstage {letter * 6}." for letter in "qxz"])
SAME_NAMES = [("In short", sentences) for _, sentences in FIVE]


@pytest.mark.parametrize(
    ("original", "rewrite", "expected"),
    [
        pytest.param(FIVE, FIVE, [((k,), (k,)) for k in range(5)], id="equal"),
        pytest.param(FIVE, [A, C, D, E], [((0,), (0,)), ((2,), (1,)), ((3,), (2,)), ((4,), (3,))], id="dropped"),
        pytest.param(FIVE[:3], [A, NEW, B, C], [((0,), (0,)), ((1,), (2,)), ((2,), (3,))], id="new"),
        pytest.param(FIVE, [A, D, C, B, E], [((0,), (0,)), ((1,), (3,)), ((2,), (2,)), ((3,), (1,)), ((4,), (4,))], id="swapped"),
        pytest.param([A, D], [A, (D[0], D[1][:4]), ("More", D[1][4:])], [((0,), (0,)), ((1,), (1, 2))], id="split"),
        pytest.param([A, B, C], [A, (B[0], B[1] + C[1])], [((0,), (0,)), ((1, 2), (1,))], id="merged"),
        pytest.param(SAME_NAMES, SAME_NAMES[::-1], [((k,), (4 - k,)) for k in range(5)], id="recurring headings, turned round"),
        pytest.param([A, ("Costs", NEW[1]), C], [A, ("Costs", B[1]), C], [((k,), (k,)) for k in range(3)], id="the same heading"),
        pytest.param(
            [A, ("2. Costs", NEW[1]), C], [A, C, ("9. Costs", B[1])], [((0,), (0,)), ((1,), (2,)), ((2,), (1,))], id="but for its number"
        ),
        pytest.param([A, B], [("Unheard", NEW[1]), ("Of", NEW[1])], [], id="nothing in common"),
    ],
)
def test_sections_that_belong_together(original: Parts, rewrite: Parts, expected: list[tuple[tuple[int, ...], tuple[int, ...]]]) -> None:
    assert paired(compared(original, rewrite)) == expected


@pytest.mark.parametrize("other", [pytest.param([], id="no heading"), pytest.param(FIVE[:1], id="one heading")])
def test_one_side_without_sections_pairs_nothing(other: Parts) -> None:
    comparison = compare(Sides(document(FIVE), document(other) if other else document_of(STORY)))
    assert (paired(comparison), comparison.sections) == ([], ())


def document_of(sentences: list[str]) -> Document:
    return document_from_article(Article(tuple(Block(Role.BODY, sentence) for sentence in sentences)), "en")


@given(st.integers(0, 999), st.data())
@settings(max_examples=30)
def test_headings_on_one_side_change_no_link(seed: int, data: st.DataObject) -> None:
    chance = Random(seed)
    rewrite = document_of(chance.sample(STORY[:14], 10))
    roles = data.draw(st.lists(st.sampled_from([Role.HEADING, Role.BODY]), min_size=14, max_size=14))
    headed = document_from_article(Article(tuple(map(Block, roles, STORY[:14]))), "en")
    assert links(compare(Sides(headed, rewrite))) == links(compare(Sides(document_of(STORY[:14]), rewrite)))


few = st.lists(st.sampled_from([*STORY[:4], "Row on.", "* * *"]), min_size=1, max_size=4)
headed = st.lists(st.tuples(st.sampled_from(["In short", "Costs", "* * *"]), few), min_size=2, max_size=6)


@given(headed)
@settings(max_examples=60)
def test_a_text_with_recurring_sections_is_itself(found: Parts) -> None:
    comparison = compared(found, found)
    assert all(passage.relation is Relation.SAME and not passage.moved for passage in comparison.passages)


@given(headed, headed)
@settings(max_examples=60)
def test_a_section_is_in_one_pair_at_most(original: Parts, rewrite: Parts) -> None:
    found = paired(compared(original, rewrite))
    for side, whole in enumerate((original, rewrite)):
        held = [k for pair in found for k in pair[side]]
        assert len(held) == len(set(held))
        assert set(held) <= set(range(len(whole)))


@given(headed, headed, st.data())
@settings(max_examples=40)
def test_sections_stay_paired_when_a_reviewer_cuts_a_sentence(original: Parts, rewrite: Parts, data: st.DataObject) -> None:
    documents = Sides(document(original), document(rewrite))
    sentence = data.draw(st.sampled_from(documents.original.sentences))
    place = data.draw(st.integers(sentence.start, sentence.end))
    decisions = Decisions(cut=(Anchor.at(Side.ORIGINAL, Span(place, place), documents.original.text),))
    first = compare(documents)
    assert recompare(first, decisions) == compare(documents, decisions=decisions)
    assert len(recompare(first, decisions).sections) == len(first.sections)


def known(seed: int, plan: Plan) -> tuple[Chapter, Comparison]:
    made = chapter(seed, plan)
    comparison = compare(Sides(document_from_article(made.original, "en"), document_from_article(made.rewrite, "en")))
    quoted = [[found.quote(k) for k in range(len(found.sentences))] for found in comparison.documents]
    assert quoted == [made.originals, made.rewrites]
    return made, comparison


@pytest.mark.parametrize("seed", range(8))
def test_every_section_of_a_chapter_finds_its_own(seed: int) -> None:
    made, comparison = known(seed, Plan(parts=4, sentences=14))
    found = {(a, b) for left, right in paired(comparison) for a in left for b in right}
    assert found >= made.sections
    # a section that was exchanged for another one at the same place, under the same heading, may be paired with it
    assert all(a in made.dropped and b in made.new for a, b in found - made.sections)


@pytest.mark.parametrize("seed", range(8))
def test_what_recurs_belongs_with_its_own_section(seed: int) -> None:
    made, comparison = known(seed, Plan(parts=4, sentences=14))
    found = {link for link in links(comparison) if link[0] in made.recurring}
    assert found >= {link for link in made.links if link[0] in made.recurring}


def test_far_moved_sections_take_their_headings_along() -> None:
    """The partner of a heading that 24 sections have is not among the twelve nearest."""
    long = [("In short", [sentence]) for sentence in STORY[:24]]
    turned = [*long[12:], *long[:12]]
    expected = {(2 * k + at, 2 * ((k + 12) % 24) + at) for k in range(24) for at in (0, 1)}
    assert links(compared(long, turned)) == expected


def test_a_sentence_may_still_move_to_another_section() -> None:
    rewrite = [(B[0], [STORY[0], *B[1]]), (A[0], A[1][1:]), C]
    assert (1, 1) in links(compared([A, B, C], rewrite))


def test_further_candidates_stay_within_their_part() -> None:
    comparison = compared(FIVE, FIVE)
    assert comparison.prepared is not None
    ready = comparison.prepared
    features = Sides(*(features_of(ready.space, ready.units[side], ready.documents[side]) for side in Side))
    numbers = np.arange(len(ready.documents.original.sentences)) % 3 - 1
    found = candidates_within(features, Sides(numbers, numbers))
    assert len(found)
    assert (numbers[found.original] == numbers[found.rewrite]).all()
    assert (numbers[found.original] >= 0).all()
    assert {(k, k) for k in np.flatnonzero(numbers >= 0).tolist()} <= set(zip(found.original.tolist(), found.rewrite.tolist(), strict=True))


def test_evidence_is_the_same_whoever_asks() -> None:
    first = compared(FIVE, FIVE[::-1])
    assert replace(compared(FIVE, FIVE[::-1]), prepared=None) == replace(first, prepared=None)
