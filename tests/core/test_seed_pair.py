"""The two article pairs that are labelled by hand: links, omitted and invented sentences, splits, moves, typography."""

from __future__ import annotations

import json
import os
import re
from functools import cache
from pathlib import Path

import pytest

from rewritediff import engine
from rewritediff.bundled import resource
from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Change, Relation, Shape, Side, Strength

SHARED = Path(os.environ.get("REWRITEDIFF_SHARED", Path(__file__).parents[3] / "shared"))
GOLD = SHARED / "gold" / "seed.jsonl"

seed = pytest.mark.skipif(not GOLD.is_file(), reason="the seed pair stands beside the project, in ../shared or $REWRITEDIFF_SHARED")


@cache
def seed_pair() -> Comparison:
    texts = [path.read_bytes().decode() for path in sorted((SHARED / "seeds").glob("*.txt"))]
    return engine.compare(*texts)


@cache
def sample_pair() -> Comparison:
    return engine.compare(*(resource("samples", f"{side.value}.txt").read_text(encoding="utf-8") for side in Side))


def gold_links() -> set[tuple[int, int]]:
    record = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    return {(original, rewrite) for original, rewrite, _ in record["links"]}


def links(comparison: Comparison) -> set[tuple[int, int]]:
    return {(link.original, link.rewrite) for passage in comparison.passages for link in passage.links}


def unlinked(comparison: Comparison, relation: Relation) -> list[int]:
    return sorted(k for p in comparison.passages if p.relation is relation for k in (*p.original, *p.rewrite))


def shaped(comparison: Comparison, shape: Shape) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
    return {(passage.original, passage.rewrite) for passage in comparison.passages if passage.shape is shape}


@seed
def test_every_original_of_the_seed_pair_with_a_counterpart_gets_one() -> None:
    assert {i for i, _ in gold_links()} <= {i for i, _ in links(seed_pair())}
    assert seed_pair().summary().with_counterpart == 34


@seed
def test_at_most_one_link_of_the_seed_pair_is_missing_and_one_wrong() -> None:
    assert len(gold_links() & links(seed_pair())) >= 40
    assert len(links(seed_pair()) - gold_links()) <= 1


@seed
def test_omitted_and_inserted_of_the_seed_pair_are_the_labelled_ones() -> None:
    assert unlinked(seed_pair(), Relation.OMITTED) == [19, 30, 36, 37]
    assert unlinked(seed_pair(), Relation.INSERTED) == [0, 2, 8, 9, 23, 24, 25, 39, 43, 49]


@seed
def test_splits_of_the_seed_pair_are_named() -> None:
    splits = {((0,), (1, 3)), ((3,), (6, 7)), ((7,), (13, 14)), ((9,), (16, 17)), ((15,), (26, 27)), ((35,), (47, 48))}
    assert len(splits & shaped(seed_pair(), Shape.SPLIT)) >= 5


def changes_at(side: Side, passage: int, words: re.Pattern[str]) -> list[Change]:
    """Say for each place of a passage where some words end what became of that end."""
    comparison = seed_pair()
    text = comparison.documents[side].text
    ends = [match.end() for span in comparison.spans(passage)[side] for match in words.finditer(text, span.start, span.end)]
    spans = [(span, edit.change) for edit in comparison.edits(passage) if (span := edit.span(side))]
    return [change for end in ends for span, change in spans if span.start < end <= span.end]


TYPOGRAPHY = {
    "apostrophe": (re.compile(r"\bRussia s\b"), re.compile(r"\bRussia’s\b")),
    "hyphen": (re.compile(r"\bJong Un\b"), re.compile(r"\bJong-un\b")),
}


@seed
@pytest.mark.parametrize(("before", "after"), TYPOGRAPHY.values(), ids=TYPOGRAPHY)
def test_typography_alone_of_the_seed_pair_is_neither_removed_nor_added(before: re.Pattern[str], after: re.Pattern[str]) -> None:
    found = [
        (changes_at(Side.ORIGINAL, number, before), changes_at(Side.REWRITE, number, after)) for number in range(len(seed_pair().passages))
    ]
    both = [(left, right) for left, right in found if left and right]
    assert len(both) >= 3
    assert all(side.count(Change.TYPOGRAPHIC) == min(len(left), len(right)) for left, right in both for side in (left, right))


SAMPLE_LINKS = {
    *((k, k) for k in (0, 1, 9, 10, 20, 21, 28, 29, 30)),
    *((k, k + 1) for k in (1, 2, 6, 7, *range(13, 20), *range(21, 27))),
    *((3, 5), (4, 6), (5, 6), (11, 10), (12, 11), (31, 13), (32, 31), (33, 4)),
}


def test_the_links_of_the_sample_pair_are_found() -> None:
    assert links(sample_pair()) <= SAMPLE_LINKS
    assert len(SAMPLE_LINKS - links(sample_pair())) <= 1


def test_invented_sentences_of_the_sample_pair_are_found() -> None:
    assert unlinked(sample_pair(), Relation.INSERTED) == [12, 32]


def test_dropped_sentences_of_the_sample_pair_are_found() -> None:
    dropped = set(unlinked(sample_pair(), Relation.OMITTED))
    assert dropped >= {8, 27}
    assert len(dropped) <= 3


def test_splits_and_merges_of_the_sample_pair_are_named() -> None:
    assert shaped(sample_pair(), Shape.SPLIT) == {((1,), (1, 2)), ((21,), (21, 22))}
    assert {((4, 5), (6,)), ((10, 11), (10,))} <= shaped(sample_pair(), Shape.MERGED)


def test_moved_sentences_of_the_sample_pair_are_found() -> None:
    assert {(p.original, p.rewrite) for p in sample_pair().passages if p.moved} == {((31,), (13,)), ((33,), (4,))}


def test_unchanged_sentences_of_the_sample_pair_are_the_same() -> None:
    assert {p.original for p in sample_pair().passages if p.relation is Relation.SAME} == {(9,), (13,), (23,), (24,), (31,), (33,)}


EDITED = {(4, 5), (6,), (14,), (15,), (17,), (18,), (25,), (26,), (29,)}
PARAPHRASED = {(0,), (1,), (2,), (3,), (12,), (16,), (22,), (28,), (30,)}


def test_reworded_passages_of_the_sample_pair_are_edited_or_paraphrased_as_labelled() -> None:
    said = {relation: {p.original for p in sample_pair().passages if p.relation is relation} for relation in Relation}
    assert said[Relation.EDITED] >= EDITED
    assert said[Relation.PARAPHRASED] >= PARAPHRASED


def test_a_phrase_that_went_to_the_next_sentence_of_the_sample_pair_is_moved() -> None:
    number = sample_pair().passage_of.original[1]
    text = sample_pair().documents.original.text
    moved = [edit.original.of(text) for edit in sample_pair().edits(number) if edit.change is Change.MOVED and edit.original]
    assert "nine years of argument" in moved


@seed
def test_new_claims_of_the_seed_pair_stand_before_its_furniture() -> None:
    record = json.loads(GOLD.read_text(encoding="utf-8").splitlines()[0])
    comparison = seed_pair()
    told = [comparison.passages[finding.passages[0]].rewrite[0] for finding in comparison.findings if finding.code.startswith("new-")]
    furniture = record["furniture"]["b"]
    assert sorted(told[:5]) == sorted(record["new_claims"])
    assert sorted(told[5:]) == sorted(furniture)


@seed
def test_names_and_quotations_of_the_seed_pair_are_to_be_checked_before_plain_statements() -> None:
    strengths = {
        seed_pair().passages[f.passages[0]].rewrite[0]: f.strength
        for f in seed_pair().findings
        if f.code in ("new-sentence", "new-furniture")
    }
    assert [strengths[k] for k in (23, 24, 25)] == [Strength.CHECK] * 3
    assert {strengths[k] for k in (2, 43)} == {Strength.LOOK}


@seed
def test_what_was_put_into_the_seed_pair_and_left_out_of_it_is_pointed_at() -> None:
    values = [" ".join(value.split()) for f in seed_pair().findings for side in f.values for value in side]
    assert {"using facts to state his case", "willingly", "angry", "Islamist"} <= set(values)


def test_new_sentences_of_the_sample_pair_are_worth_a_look() -> None:
    found = [(f.code, f.strength) for f in sample_pair().findings if f.code.startswith("new-")]
    assert found == [("new-sentence", Strength.LOOK)] * 2
