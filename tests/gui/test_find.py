"""Hits in both texts: how many, in which order, in which row; and what a person does to go through them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Relation, Side, Sides
from rewritediff.gui import gestures, undoing
from rewritediff.gui.find import Hits
from rewritediff.gui.finding import current_hit, find_closed, find_opened, find_stepped, find_typed, found_words, hits
from rewritediff.gui.row_hits import hits_in
from rewritediff.gui.rows import Presentation, present
from rewritediff.gui.state import Snapshot, State
from rewritediff.gui.work import Done
from rewritediff.wording import Filter, answer

Make = Callable[..., Comparison]
SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation


@pytest.fixture
def presentation(make: Make) -> Presentation:
    """Hold a split told with an invention between, a dropped and a moved sentence; "boat" stands in every one."""
    return present(
        make(
            [["A boat came.", "Boat two sank."], ["The boat moved.", "No word here."]],
            [["A BOAT came in.", "New boat’s here."], ["The boat went on.", "The boat moved.", "No word here."]],
            [([0], [0, 2], PARAPHRASED), ([], [1], INSERTED), ([1], [], OMITTED), ([2], [3], SAME), ([3], [4], SAME)],
            moved=[3],
        )
    )


@pytest.fixture
def state(presentation: Presentation) -> State:
    return State(work=Done(presentation, answer(presentation.comparison)))


def order(presentation: Presentation, found: Hits) -> list[tuple[int, str, str]]:
    texts = presentation.comparison.texts
    every = [found.hit(number) for number in range(len(found))]
    return [(hit.place, hit.side.value, hit.span.of(texts[hit.side])) for hit in every]


def test_hits_are_counted_on_each_side(presentation: Presentation) -> None:
    found = presentation.sheet.finder.hits("boat")
    assert Sides(found.count(Side.ORIGINAL), found.count(Side.REWRITE)) == Sides(3, 4)
    assert len(found) == 7


def test_hits_stand_in_the_order_of_the_rows_the_originals_first(presentation: Presentation) -> None:
    listed = order(presentation, presentation.sheet.finder.hits("boat"))
    assert [place for place, _, _ in listed] == sorted(place for place, _, _ in listed)
    assert [side for place, side, _ in listed if place == 0] == ["original", "rewrite"]


def test_a_hit_knows_the_row_that_shows_it(presentation: Presentation) -> None:
    found = presentation.sheet.finder.hits("boat")
    for number in range(len(found)):
        hit = found.hit(number)
        row = presentation.sheet.rows[hit.place]
        document = presentation.comparison.documents[hit.side]
        assert any(document.sentences[k].start <= hit.span.start < document.sentences[k].end for k in row.sentences(hit.side))
        assert row.passage == hit.passage


def test_every_hit_is_marked_in_exactly_one_row(presentation: Presentation) -> None:
    found = presentation.sheet.finder.hits("boat")
    marked = [
        (side, content.sides[side].text.text[start:end].lower(), current)
        for row in range(len(presentation.rows))
        for content in [presentation.content(row)]
        for side, start, end, current in hits_in(presentation.comparison, content, found, 2)
    ]
    assert [text for _, text, _ in marked] == ["boat"] * 7
    assert [current for _, _, current in marked].count(True) == 1


def test_a_phrase_across_two_sentences_is_marked_in_both_rows(presentation: Presentation) -> None:
    found = presentation.sheet.finder.hits("came. boat")
    rows = [row for row in range(len(presentation.rows)) if hits_in(presentation.comparison, presentation.content(row), found, None)]
    assert len(found) == 1
    assert len(rows) == 2


def test_finding_says_what_it_counts(state: State) -> None:
    looking = find_opened(state, 0, "boat")
    assert found_words(looking) == "1 of 7 · 3 in the original, 4 in the rewrite"
    assert found_words(find_typed(looking, "zebra")) == "Nothing found"
    assert found_words(find_typed(looking, " ")) == ""


def test_finding_selects_the_passage_of_the_hit(state: State) -> None:
    looking = find_opened(state, 0, "moved")
    hit = current_hit(looking)
    assert hit is not None
    assert looking.selected == hit.passage == 3


def test_finding_begins_where_a_person_reads(state: State) -> None:
    looking = find_opened(state, 2, "boat")
    hit = current_hit(looking)
    assert hit is not None
    assert hit.place == 3  # row 2 only marks where a move left
    assert current_hit(find_typed(find_opened(state, 99), "boat")) == current_hit(find_opened(state, 0, "boat"))


def test_next_and_previous_go_round(state: State) -> None:
    looking = find_opened(state, 0, "boat")
    assert find_stepped(looking, -1).find.hit == 6
    assert find_stepped(find_stepped(looking, -1), 1).find.hit == 0
    assert find_stepped(find_typed(looking, "zebra"), 1).find.hit is None


def test_a_closed_bar_opens_with_the_words_looked_for_last(state: State) -> None:
    closed = find_closed(find_opened(state, 0, "boat"))
    assert len(hits(closed)) == 0
    assert find_stepped(closed, 1, 0).find.words == "boat"
    assert find_stepped(closed, 1, 0).find.hit == 0


def test_escape_closes_the_bar_keeps_the_place_and_only_then_takes_the_filter_away(state: State) -> None:
    looking = replace(find_opened(state, 0, "boat"), filter=frozenset({Filter.LIGHTLY}))
    left = gestures.escaped(looking)
    assert not left.find.shown
    assert left.selected == looking.selected
    assert left.filter
    assert not gestures.escaped(left).filter


def test_a_filter_that_hides_the_hit_is_taken_away(state: State) -> None:
    filtered = replace(state, filter=frozenset({Filter.DROPPED}))
    assert find_opened(filtered, 0, "two sank").filter
    assert not find_opened(filtered, 0, "moved").filter


def test_another_comparison_is_looked_through_anew(state: State, make: Make) -> None:
    looking = find_stepped(find_opened(state, 0, "boat"), -1)
    other = make([["A boat."]], [["No ship."]], [([0], [0], PARAPHRASED)])
    swapped = undoing.undone(replace(looking, past=(Snapshot(looking.sides, Done(present(other), answer(other))),)))  # type: ignore[arg-type]
    assert swapped.find.hit == 0
    assert len(hits(swapped)) == 1
