"""Why sentences were paired: the rare words they share, and what came close without being linked."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from rewritediff.core.compare import compare, recompare
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import NO_DECISIONS, Anchor, Decisions, pairing
from rewritediff.core.reasons import KEY_WORDS, NOT_AVAILABLE, Reasons, doubted_of, is_doubtful
from rewritediff.core.settings import DEFAULT_SETTINGS, Settings
from rewritediff.core.values import Link, Passage, Relation, Side, Span
from rewritediff.engine import compare as compare_texts
from rewritediff.engine import lexicon
from tests.strategies import Known, documents, folded_words, known_rewrites, texts

FERRIES = [
    "The ferry from Yokohama carried 240 people across the bay.",
    "Nobody was hurt in the storm that night.",
    "The council of the old town met again on Monday.",
]
EVERYTHING_NEAR = Settings(near_floor=-100.0)


def key_words(comparison: Comparison, passage: int) -> list[tuple[str, str]]:
    found = comparison.reasons(passage).key_words
    return [(word.original.of(comparison.texts.original), word.rewrite.of(comparison.texts.rewrite)) for word in found]


def one_to_one(original: str, rewrite: str) -> Comparison:
    """Compare two sentences that stand in articles of their own, so that most words are equally rare."""
    found = compare(documents([original, *FERRIES[1:]], [rewrite, *FERRIES[1:]]), lexicon=lexicon())
    language = found.documents.map(lambda document: replace(document, language="en"))
    return compare(language, lexicon=lexicon())


NAMED = {
    "names, numbers and rare words, in the order of the original": (
        FERRIES[0],
        "Some 240 people came from Yokohama by ferry.",
        [("ferry", "ferry"), ("Yokohama", "Yokohama"), ("240 people", "240 people")],
    ),
    "each side as it is written": (
        "The U.N. ferry left, and mayors cheered.",
        "Mayors saw a UN ferry go.",
        [("U.N. ferry", "UN ferry"), ("mayors", "Mayors")],
    ),
    "never function words, nor what hangs at an apostrophe": (
        "It was then that Russia’s ferry went on and on.",
        "And that was Russia's ferry, on its own.",
        [("Russia", "Russia"), ("ferry", "ferry")],
    ),
    "the first of equal words": ("A ferry met a ferry near Oslo.", "A ferry and a ferry, Oslo.", [("ferry", "ferry"), ("Oslo", "Oslo")]),
}


@pytest.mark.parametrize(("original", "rewrite", "expected"), NAMED.values(), ids=NAMED)
def test_key_words(original: str, rewrite: str, expected: list[tuple[str, str]]) -> None:
    comparison = one_to_one(original, rewrite)
    assert key_words(comparison, comparison.passage_of.original[0]) == expected


def test_only_the_rarest_are_named() -> None:
    """Of eight shared words the two that stand elsewhere too are left out."""
    shared = "lantern violin glacier comet windmill orchard kettle saddle"
    common = ["A kettle stood beside the saddle.", "The saddle and the kettle were sold."]
    comparison = compare_texts("\n\n".join([shared, *common]), "\n\n".join([f"{shared} again", *common]))
    said = " ".join(first for first, _ in key_words(comparison, comparison.passage_of.original[0]))
    assert len(said.split()) == KEY_WORDS
    assert not {"kettle", "saddle"} & set(said.split())


def test_signs_of_unspaced_scripts_become_words() -> None:
    comparison = compare_texts("横浜から来たフェリーは満員だった。", "フェリーは横浜から来て、満員だった。")
    assert any(len(first) > 1 for first, _ in key_words(comparison, 0))


def test_a_rival_is_the_runner_up() -> None:
    """Two sentences of the rewrite tell of the ferry; the one that is not linked came second."""
    rewrite = [FERRIES[0], FERRIES[1], "The ferry from Yokohama carried cars across the bay.", FERRIES[2]]
    comparison = compare(documents(FERRIES, rewrite), EVERYTHING_NEAR, lexicon())
    reasons = comparison.reasons(comparison.passage_of.original[0])
    assert reasons.runners_up.rewrite is not None
    assert (reasons.runners_up.rewrite.sentence, reasons.runners_up.rewrite.partner) == (2, 0)
    assert 0 < reasons.runners_up.rewrite.similarity < 1
    assert reasons.closest is not None
    assert reasons.closest[0] is Side.REWRITE


def test_nothing_near_is_no_runner_up() -> None:
    comparison = compare(documents(FERRIES, FERRIES), lexicon=lexicon())
    for number in range(3):
        assert comparison.reasons(number).closest is None


def test_what_a_reviewer_forbade_is_no_runner_up() -> None:
    twice = [FERRIES[0], FERRIES[1], "The ferry from Yokohama carried cars across the bay.", FERRIES[2]]
    found = compare(documents(FERRIES, twice), EVERYTHING_NEAR, lexicon())
    forbidden = recompare(found, NO_DECISIONS.unlink(pairing(found.documents, 0, 2)))
    runner_up = forbidden.reasons(forbidden.passage_of.original[0]).runners_up.rewrite
    assert runner_up is None or runner_up.sentence != 2


def test_reasons_follow_a_reviewers_cut() -> None:
    """Sentence numbers of the reasons are those of the sentences as they are now cut."""
    whole = "The ferry from Yokohama carried 240 people; the council of the old town met on Monday."
    found = compare(documents([whole], [whole, FERRIES[1]]), EVERYTHING_NEAR, lexicon())
    place = whole.index("the council")
    anchors = tuple(Anchor.at(side, Span(place, place), found.documents[side].text) for side in Side)
    again = recompare(found, Decisions(cut=anchors))
    assert [len(document.sentences) for document in again.documents] == [2, 3]
    assert key_words(again, again.passage_of.original[1])[0][0] == "council"


def test_a_passage_without_links_has_no_reasons() -> None:
    comparison = compare(documents([FERRIES[0]], ["Quite another matter."]), EVERYTHING_NEAR)
    assert comparison.reasons(0) == Reasons()


def test_reasons_are_not_available_where_nothing_was_handed_on() -> None:
    comparison = replace(compare(documents(FERRIES, FERRIES)), prepared=None, aligned=None)
    assert comparison.reasons(0) == NOT_AVAILABLE
    assert not comparison.reasons(0).available


@pytest.mark.parametrize(("confidence", "doubtful"), [(0.0, True), (0.6999, True), (0.7, False), (1.0, False)])
def test_less_confidence_than_the_setting_is_doubtful(confidence: float, doubtful: bool) -> None:
    passage = Passage((0,), (0,), Relation.EDITED, (Link(0, 0, 0.5, confidence),), 0.5, confidence)
    assert is_doubtful(passage, replace(DEFAULT_SETTINGS, doubtful_below=0.7)) is doubtful


def test_what_has_no_counterpart_is_not_doubtful() -> None:
    assert not is_doubtful(Passage((0,), (), Relation.OMITTED), DEFAULT_SETTINGS)


@pytest.mark.parametrize(
    ("original", "rewrite", "links", "doubted"),
    [
        pytest.param((0,), (0, 1), [(0, 0, 0.9), (0, 1, 0.4)], (Side.REWRITE, 1), id="one sentence of a split"),
        pytest.param((0, 1), (0,), [(0, 0, 0.4), (1, 0, 0.9)], (Side.ORIGINAL, 0), id="one sentence of a merging"),
        pytest.param((0,), (0, 1), [(0, 0, 0.6), (0, 1, 0.4)], None, id="nothing of it is sure"),
        pytest.param((0,), (0,), [(0, 0, 0.4)], None, id="its only link is weak"),
        pytest.param((0, 1), (0, 1), [(0, 0, 0.9), (1, 0, 0.3), (1, 1, 0.8)], None, id="a weak link between sure sentences"),
        pytest.param((0,), (), [], None, id="no links"),
    ],
)
def test_the_least_sure_sentence_is_in_doubt_where_the_rest_is_sure(
    original: tuple[int, ...], rewrite: tuple[int, ...], links: list[tuple[int, int, float]], doubted: tuple[Side, int] | None
) -> None:
    made = tuple(Link(first, second, 0.5, confidence) for first, second, confidence in links)
    surest = [
        max(link.confidence for link in made if getattr(link, side) == k)
        for side, ks in (("original", original), ("rewrite", rewrite))
        for k in ks
        if made
    ]
    passage = Passage(original, rewrite, Relation.PARAPHRASED, made, 0.5, min(surest, default=0.0))
    assert doubted_of(passage, replace(DEFAULT_SETTINGS, doubtful_below=0.7)) == doubted


@pytest.mark.parametrize("confidence", [-0.1, 1.1])
def test_the_setting_is_a_confidence(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        Settings(doubtful_below=confidence)


def test_the_summary_counts_what_is_doubtful() -> None:
    comparison = compare(documents(FERRIES, FERRIES), Settings(doubtful_below=1.0))
    assert comparison.summary().doubtful == sum(passage.confidence < 1 for passage in comparison.passages)
    assert comparison.summary().doubtful_passages == comparison.summary().doubtful


@given(texts, texts)
def test_key_words_are_words_that_both_sides_have(original: str, rewrite: str) -> None:
    comparison = compare_texts(original, rewrite)
    for number, passage in enumerate(comparison.passages):
        words = comparison.reasons(number).key_words
        assert list(words) == sorted(words, key=lambda word: word.original)
        for word in words:
            first, second = folded_words([word.original.of(comparison.texts.original), word.rewrite.of(comparison.texts.rewrite)])
            assert first == second
            assert first
            assert not set(first) & comparison.function_words()
            for side in Side:
                spans = [comparison.documents[side].sentences[k].span for k in passage.sentences(side)]
                assert any(span.start <= word[side].start < word[side].end <= span.end for span in spans)
        assert len(words) <= KEY_WORDS


@given(known_rewrites())
def test_a_runner_up_is_never_part_of_the_passage(known: Known) -> None:
    comparison = compare(documents(known.original, known.rewrite), EVERYTHING_NEAR)
    for number, passage in enumerate(comparison.passages):
        for side, runner_up in zip(Side, comparison.reasons(number).runners_up, strict=True):
            if runner_up is not None:
                assert runner_up.sentence not in passage.sentences(side)
                assert runner_up.partner in passage.sentences(side.other)
                assert 0 <= runner_up.similarity <= 1
                assert 0 <= runner_up.confidence <= 1
