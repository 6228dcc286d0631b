"""The laws of a comparison, for all texts; and rewrites made by known edits."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import fields
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.compare import compare, recompare
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import NO_DECISIONS, Anchor, Decisions, pairing
from rewritediff.core.progress import Cancelled
from rewritediff.core.second_look import NEAR
from rewritediff.core.sentences import document_from_text
from rewritediff.core.values import Change, Document, Passage, Relation, Shape, Side, Sides, Span
from tests.strategies import ODD, Known, article, documents, known_rewrites, phrases, sentences, texts

STEPS = ("words", "features", "pairs", "evidence", "alignment", "passages", "facts")

line = sentences | phrases() | ODD | st.sampled_from(["* * *", "Row on.", "", "Yes."])
lines = st.lists(line, max_size=10)
cut_texts = texts.map(lambda text: document_from_text(text, "en"))
pairs = st.builds(documents, lines, lines) | st.builds(Sides, cut_texts, cut_texts)


def compared(original: list[str], rewrite: list[str], decisions: Decisions = NO_DECISIONS) -> Comparison:
    return compare(documents(original, rewrite), decisions=decisions)


def links(comparison: Comparison) -> set[tuple[int, int]]:
    return {(link.original, link.rewrite) for passage in comparison.passages for link in passage.links}


def unlinked(comparison: Comparison, side: Side) -> list[int]:
    relation = Relation.OMITTED if side is Side.ORIGINAL else Relation.INSERTED
    return [k for k in range(len(comparison.documents[side].sentences)) if comparison.relation(side, k) is relation]


def changed(comparison: Comparison) -> list[Passage]:
    return [passage for passage in comparison.passages if passage.relation is not Relation.SAME]


@given(pairs)
def test_every_sentence_is_in_exactly_one_passage(pair: Sides[Document]) -> None:
    comparison = compare(pair)
    for side in Side:
        held = [k for passage in comparison.passages for k in passage.sentences(side)]
        assert sorted(held) == list(range(len(pair[side].sentences)))
        assert all(k in comparison.passages[number].sentences(side) for k, number in enumerate(comparison.passage_of[side]))


@given(pairs)
def test_relations_go_with_links(pair: Sides[Document]) -> None:
    for passage in compare(pair).passages:
        assert bool(passage.links) == (passage.relation not in (Relation.OMITTED, Relation.INSERTED))
        assert (passage.shape is Shape.OMITTED) == (passage.relation is Relation.OMITTED)
        assert 0 <= passage.similarity <= 1
        assert 0 <= passage.confidence <= 1


@given(lines | texts.map(str.splitlines))
def test_a_text_compared_with_itself_is_all_same(text: list[str]) -> None:
    comparison = compared(text, text)
    assert links(comparison) == {(k, k) for k in range(len(text))}
    assert all(passage.relation is Relation.SAME and not passage.moved for passage in comparison.passages)


@given(known_rewrites(), st.randoms(use_true_random=False))
@settings(max_examples=60)
def test_swapping_the_sides_swaps_omitted_and_inserted(known: Known, chance: Random) -> None:
    """Ties between sentences that are nearly equal may fall otherwise; which of them was dropped nobody could say."""
    rewrite = [*known.rewrite]
    chance.shuffle(rewrite)
    there, back = compared(known.original, rewrite), compared(rewrite, known.original)
    assert unlinked(there, Side.ORIGINAL) == unlinked(back, Side.REWRITE)
    assert unlinked(there, Side.REWRITE) == unlinked(back, Side.ORIGINAL)


@given(pairs)
@settings(max_examples=60)
def test_edits_tile_the_words_of_their_passage(pair: Sides[Document]) -> None:
    comparison = compare(pair)
    for number, passage in enumerate(comparison.passages):
        for side, text in zip(Side, (document.text for document in pair), strict=True):
            spans = sorted(span for edit in comparison.edits(number) if (span := edit.span(side)))
            sentences_ = [pair[side].sentences[k].span for k in passage.sentences(side)]
            covered = {k for span in spans for k in range(span.start, span.end)}
            assert all(before.end <= after.start for before, after in pairwise(spans))
            assert all(k in covered or text[k].isspace() for span in sentences_ for k in range(span.start, span.end))


@given(pairs)
@settings(max_examples=60)
def test_same_means_that_nothing_was_removed_added_or_moved(pair: Sides[Document]) -> None:
    comparison = compare(pair)
    for number, passage in enumerate(comparison.passages):
        changes = {edit.change for edit in comparison.edits(number)}
        assert passage.relation is not Relation.SAME or changes <= {Change.KEPT, Change.TYPOGRAPHIC}


@given(pairs)
def test_the_texts_are_kept_as_loaded(pair: Sides[Document]) -> None:
    assert compare(pair).documents == pair


@given(pairs)
def test_the_summary_adds_up(pair: Sides[Document]) -> None:
    summary = compare(pair).summary()
    assert summary.with_counterpart + summary.dropped + summary.dropped_furniture == summary.sentences.original
    assert summary.new + summary.new_furniture == summary.passages[Relation.INSERTED]
    assert summary.moved <= summary.with_counterpart


@given(pairs)
@settings(max_examples=40)
def test_the_same_texts_give_the_same_comparison(pair: Sides[Document]) -> None:
    assert compare(pair) == compare(pair)


@st.composite
def decided(draw: st.DrawFn, pair: Sides[Document]) -> Decisions:
    """Draw decisions of every kind about a pair."""
    places = {side: st.integers(0, len(pair[side].text)) for side in Side}
    sides = [side for side in Side if pair[side].sentences]

    def anchor(side: Side) -> Anchor:
        starts = st.sampled_from([sentence.start for sentence in pair[side].sentences])
        place = draw(starts | places[side])
        return Anchor.at(side, Span(place, place), pair[side].text)

    some_sides = st.lists(st.sampled_from(sides), max_size=2) if sides else st.just([])
    joined, cut = (tuple(anchor(side) for side in draw(some_sides)) for _ in range(2))
    if len(sides) < 2:
        return Decisions(joined=joined, cut=cut)
    numbers = st.tuples(*(st.integers(0, len(pair[side].sentences) - 1) for side in Side))
    pairings = st.lists(numbers, max_size=2, unique=True).map(lambda found: tuple(pairing(pair, i, j) for i, j in found))
    moved = tuple((each, draw(st.booleans())) for each in draw(pairings))
    return Decisions(linked=draw(pairings), unlinked=draw(pairings), joined=joined, cut=cut, moved=moved)


@given(pairs, st.data())
@settings(max_examples=80)
def test_comparing_again_equals_comparing_with_the_same_decisions(pair: Sides[Document], data: st.DataObject) -> None:
    first, second = data.draw(decided(pair)), data.draw(decided(pair))
    expected = compare(pair, decisions=second)
    assert recompare(compare(pair), second) == expected
    assert recompare(compare(pair, decisions=first), second) == expected


def merged(first: Decisions, second: Decisions) -> Decisions:
    """Give the decisions of both, those of the second last."""
    return Decisions(*((*getattr(first, field.name), *getattr(second, field.name)) for field in fields(Decisions)))


@given(pairs | known_rewrites().map(lambda known: documents(known.original, known.rewrite)), st.data())
@settings(max_examples=100)
def test_each_of_many_decisions_goes_on_from_the_last(pair: Sides[Document], data: st.DataObject) -> None:
    """Decisions are added, or all of them taken back for others."""
    comparison, decisions = compare(pair), NO_DECISIONS
    for adds in data.draw(st.lists(st.booleans(), min_size=1, max_size=5)):
        decisions = merged(decisions if adds else NO_DECISIONS, data.draw(decided(pair)))
        comparison = recompare(comparison, decisions)
        assert comparison == compare(pair, decisions=decisions)


def test_what_did_not_change_stays_the_same_object() -> None:
    comparison = compared(LONG, LONG)
    again = recompare(comparison, NO_DECISIONS.unlink(pairing(comparison.documents, 8, 8)))
    kept = {id(passage) for passage in comparison.passages}
    changed = {(passage.original or passage.rewrite)[0] for passage in again.passages if id(passage) not in kept}
    assert 8 in changed
    assert changed <= set(range(8 - NEAR, 8 + NEAR + 1)), "the second look knows a few links on both sides"


@given(pairs, st.data())
@settings(max_examples=80)
def test_decided_boundaries_keep_every_character(pair: Sides[Document], data: st.DataObject) -> None:
    comparison = compare(pair, decisions=data.draw(decided(pair)))
    for side in Side:
        spans = [sentence.span for sentence in comparison.documents[side].sentences]
        held = "".join(span.of(pair[side].text) for span in spans)
        assert "".join(held.split()) == "".join("".join(pair[side].quote(k) for k in range(len(pair[side].sentences))).split())
        assert all(before.end <= after.start for before, after in pairwise(spans))


STORY = article(6)


def test_what_must_be_linked_is_linked_and_nothing_else_with_it() -> None:
    decisions = NO_DECISIONS.link(pairing(documents(STORY, STORY), 1, 4))
    assert links(compared(STORY, STORY, decisions)) == {(0, 0), (2, 2), (3, 3), (5, 5), (1, 4)}


def test_a_link_of_a_reviewer_is_sure() -> None:
    decisions = NO_DECISIONS.link(pairing(documents(STORY, STORY), 1, 1))
    link = next(link for passage in compared(STORY, STORY, decisions).passages for link in passage.links if link.original == 1)
    assert (link.similarity, link.confidence) == (1.0, 1.0)


@given(st.integers(0, 5))
def test_what_must_not_be_linked_is_not(number: int) -> None:
    decisions = NO_DECISIONS.unlink(pairing(documents(STORY, STORY), number, number))
    assert (number, number) not in links(compared(STORY, STORY, decisions))


def test_twins_must_not_be_linked_either() -> None:
    decisions = NO_DECISIONS.unlink(pairing(documents(["* * *"], ["* * *"]), 0, 0))
    assert links(compared(["* * *"], ["* * *"], decisions)) == set()


def test_a_link_is_moved_when_the_reviewer_says_so() -> None:
    swapped = [*STORY[:2], STORY[4], STORY[2], STORY[3], STORY[5]]
    pair = documents(STORY, swapped)
    assert [passage.original for passage in compare(pair).passages if passage.moved] == [(4,)]
    told = Decisions(moved=((pairing(pair, 4, 2), False), (pairing(pair, 0, 0), True)))
    assert [passage.original for passage in compare(pair, decisions=told).passages if passage.moved] == [(0,)]


def test_a_sentence_is_cut_where_the_reviewer_says_so() -> None:
    text = "The goat slept and the ferry sank."
    anchor = Anchor.at(Side.ORIGINAL, Span(15, 15), text)
    comparison = compared([text], ["The goat slept.", "And the ferry sank."], Decisions(cut=(anchor,)))
    assert [comparison.documents.original.quote(k) for k in range(2)] == ["The goat slept", "and the ferry sank."]
    assert links(comparison) == {(0, 0), (1, 1)}


def test_sentences_that_no_decision_touches_stay_as_they_were() -> None:
    text = "\n  The goat slept and the ferry sank.\n"
    cut = Decisions(cut=(Anchor.at(Side.ORIGINAL, Span(17, 17), text),))
    comparison = compared(text.split("\n"), [], cut)
    assert [comparison.documents.original.quote(k) for k in range(4)] == ["", "The goat slept", "and the ferry sank.", ""]


def test_a_joined_sentence_can_be_cut_elsewhere() -> None:
    text = "The goat slept. The ferry sank and nobody saw it. It rained."
    pair = Sides(document_from_text(text, "en"), document_from_text(text, "en"))
    joined = Anchor.at(Side.ORIGINAL, Span(16, 16), text)
    cut = Anchor.at(Side.ORIGINAL, Span(text.index("and"), text.index("and")), text)
    comparison = compare(pair, decisions=Decisions(joined=(joined,), cut=(cut,)))
    assert [comparison.documents.original.quote(k) for k in range(3)] == [
        "The goat slept. The ferry sank",
        "and nobody saw it.",
        "It rained.",
    ]


def test_sentences_of_a_paragraph_are_joined_where_the_reviewer_says_so() -> None:
    text = "The goat slept. The ferry sank.\n\nNobody saw it."
    pair = Sides(document_from_text(text, "en"), document_from_text(text, "en"))
    starts = [pair.original.sentences[k].start for k in (1, 2)]
    decisions = Decisions(joined=tuple(Anchor.at(Side.ORIGINAL, Span(start, start), text) for start in starts))
    comparison = compare(pair, decisions=decisions)
    assert [comparison.documents.original.quote(k) for k in range(2)] == ["The goat slept. The ferry sank.", "Nobody saw it."]


def test_decisions_about_words_that_are_gone_change_nothing() -> None:
    gone = pairing(documents(["Zanzibar wept."], ["Quokkas sang."]), 0, 0)
    decisions = Decisions(linked=(gone,), moved=((gone, True),), cut=(gone.original,))
    assert compared(STORY, STORY, decisions).passages == compared(STORY, STORY).passages


def test_a_comparison_that_was_handed_on_cannot_be_compared_again() -> None:
    comparison = compared(STORY, STORY)
    bare = Comparison(comparison.documents, comparison.passages, comparison.passage_of, comparison.settings)
    with pytest.raises(ValueError, match="compare the documents again"):
        recompare(bare, NO_DECISIONS)


@given(known_rewrites())
def test_known_edits_are_found(known: Known) -> None:
    comparison = compared(known.original, known.rewrite)
    assert links(comparison) == known.links
    assert not any(passage.moved for passage in comparison.passages)


LONG = article(16)
KNOWN = {
    "one dropped": (LONG[:5] + LONG[6:], [((5,), (), "omitted")]),
    "one invented": ([*LONG[:5], "Nobody had foreseen such thunderous applause backstage.", *LONG[5:]], [((), (5,), "inserted")]),
    "a word exchanged": ([*LONG[:5], LONG[5].replace("beside", "behind"), *LONG[6:]], [((5,), (5,), "edited")]),
    "first and last dropped": (LONG[1:-1], [((0,), (), "omitted"), ((15,), (), "omitted")]),
    "a section dropped": (LONG[:4] + LONG[9:], [((k,), (), "omitted") for k in range(4, 9)]),
}


@pytest.mark.parametrize(("rewrite", "passages"), KNOWN.values(), ids=KNOWN)
def test_what_changed_is_told(rewrite: list[str], passages: list[tuple[object, ...]]) -> None:
    found = [(passage.original, passage.rewrite, passage.relation.value) for passage in changed(compared(LONG, rewrite))]
    assert found == passages


def test_the_shorter_of_two_exchanged_paragraphs_moved() -> None:
    comparison = compared(LONG, LONG[:4] + LONG[8:11] + LONG[4:8] + LONG[11:])
    assert [passage.original for passage in comparison.passages if passage.moved] == [(8,), (9,), (10,)]
    assert all(passage.relation is Relation.SAME for passage in comparison.passages)


def test_sentences_in_reverse_all_have_their_counterpart() -> None:
    assert links(compared(LONG, LONG[::-1])) == {(k, 15 - k) for k in range(16)}


HALVES = [first + "." for first in (LONG[5].split(" beside")[0],)] + ["It stood beside" + LONG[5].split(" beside")[1]]
SPLIT = [*LONG[:5], *HALVES, *LONG[6:]]


def test_a_sentence_told_in_two_is_split() -> None:
    (passage,) = changed(compared(LONG, SPLIT))
    assert (passage.original, passage.rewrite, passage.shape) == ((5,), (5, 6), Shape.SPLIT)


def test_two_sentences_told_in_one_are_merged() -> None:
    (passage,) = changed(compared(SPLIT, LONG))
    assert (passage.original, passage.rewrite, passage.shape) == ((5, 6), (5,), Shape.MERGED)


EDGES = {
    "both empty": ([], [], set()),
    "nothing left": (["One goat slept."], [], set()),
    "nothing before": ([], ["One goat slept."], set()),
    "one sentence": (["One goat slept."], ["One goat slept well."], {(0, 0)}),
    "nothing in common": (["One goat slept."], ["Many ferries sank yesterday."], set()),
    "empty sentences": (["", "One goat slept.", ""], ["", "One goat slept."], {(0, 0), (1, 1)}),
    "Japanese": (
        ["猫が屋根で眠っている。", "船は朝に港を出た。", "誰も鐘の音を聞かなかった。"],
        ["猫が屋根で眠っている。", "誰も古い鐘の音を聞かなかった。"],
        {(0, 0), (2, 1)},
    ),
    "Chinese": (["山羊在屋顶上睡觉。", "渡船清晨离开港口。"], ["渡船清晨离开了港口。"], {(1, 0)}),
    "Arabic": (
        ["نامت الماعز على السطح.", "غادرت السفينة الميناء فجرا.", "لم يسمع احد صوت الجرس."],
        ["نامت الماعز على السطح.", "لم يسمع احد صوت الجرس القديم."],
        {(0, 0), (2, 1)},
    ),
    "Korean": (["염소가 지붕에서 잤다.", "배는 아침에 항구를 떠났다."], ["배는 이른 아침에 항구를 떠났다."], {(1, 0)}),
}


@pytest.mark.parametrize(("original", "rewrite", "found"), EDGES.values(), ids=EDGES)
def test_short_and_foreign_texts_are_compared(original: list[str], rewrite: list[str], found: set[tuple[int, int]]) -> None:
    assert links(compared(original, rewrite)) == found


def test_one_sentence_three_thousand_times_is_the_same_text() -> None:
    summary = compared(["The goat sleeps well."] * 3_000, ["The goat sleeps well."] * 3_000).summary()
    assert (summary.unchanged, summary.moved) == (3_000, 0)


@pytest.mark.parametrize("times", [2, 3, 40])
def test_a_refrain_dropped_once_is_dropped_once(times: int) -> None:
    summary = compared(["Row the boat."] * times, ["Row the boat."] * (times - 1)).summary()
    assert (summary.unchanged, summary.dropped, summary.new) == (times - 1, 1, 0)


def steps_of(run: Callable[[Callable[[str, float], None]], object]) -> list[tuple[str, float]]:
    steps: list[tuple[str, float]] = []
    run(lambda step, done: steps.append((step, done)))
    return steps


def test_progress_has_a_small_fixed_set_of_names_in_order() -> None:
    steps = steps_of(lambda progress: compare(documents(LONG, SPLIT), progress=progress))
    assert tuple(dict.fromkeys(step for step, _ in steps)) == STEPS


@pytest.mark.parametrize(
    "pair", [documents(LONG, SPLIT), documents([], []), documents(LONG * 90, LONG * 90)], ids=["short", "empty", "long"]
)
def test_each_step_is_told_from_its_beginning_to_its_end_and_never_back(pair: Sides[Document]) -> None:
    steps = steps_of(lambda progress: compare(pair, progress=progress))
    assert steps == sorted(steps, key=lambda told: (STEPS.index(told[0]), told[1]))
    assert {told for told in steps if told[1] in (0, 1)} == {(step, end) for step in STEPS for end in (0, 1)}


def test_comparing_again_does_only_the_last_steps() -> None:
    comparison = compared(LONG, SPLIT)
    steps = steps_of(lambda progress: recompare(comparison, NO_DECISIONS, progress))
    assert {step for step, _ in steps} == {"alignment", "passages", "facts"}


def test_each_report_of_progress_is_a_chance_to_cancel() -> None:
    """Said before a report, it ends the comparison before that report."""
    pair = documents(LONG, SPLIT)
    for wanted in range(len(steps_of(lambda progress: compare(pair, progress=progress)))):
        steps: list[str] = []
        with pytest.raises(Cancelled):
            compare(pair, progress=lambda step, done: steps.append(step), should_cancel=lambda: len(steps) == wanted)  # noqa: ARG005, B023
        assert len(steps) == wanted


def test_a_comparison_that_was_never_wanted_does_nothing() -> None:
    with pytest.raises(Cancelled):
        compare(documents(LONG, SPLIT), progress=pytest.fail, should_cancel=lambda: True)


SCRIPT = """
from rewritediff.core.compare import compare
from tests.strategies import article, documents
story = article(30)
print(compare(documents(story, story[10:20] + story[3:8] + [s.replace("beside a", "near some") for s in story[20:]])).passages)
"""


def test_another_process_with_other_hashes_gives_the_same_comparison(pytestconfig: pytest.Config) -> None:
    outputs = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            cwd=pytestconfig.rootpath,
            env=os.environ | {"PYTHONHASHSEED": seed, "PYTHONPATH": str(pytestconfig.rootpath)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(outputs) == 1
    assert outputs != {b""}
