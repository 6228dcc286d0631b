"""The heights of the reading layout: both sides level at the reading line, whole at both ends of the page."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rewritediff.core.values import Relation, Side
from rewritediff.gui.flowing import articles_of
from rewritediff.gui.view.reading_page import reading_page_for
from rewritediff.gui.view.spread_flow import SpreadFlow
from tests.gui.conftest import made

SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation
KINDS = st.lists(st.sampled_from(["both", "dropped", "new"]), min_size=1, max_size=60)
HEIGHTS = st.sampled_from([150.0, 400.0, 900.0])


def flow_of(kinds: list[str]) -> SpreadFlow:
    """Make a pair whose sentences are on both sides or on one, four in a paragraph."""
    left = [k for k, kind in enumerate(kinds) if kind != "new"]
    right = [k for k, kind in enumerate(kinds) if kind != "dropped"]
    texts = [_in_paragraphs([f"Sentence {k} {'goes on and ' * (k % 9)}ends." for k in side]) for side in (left, right)]
    passages = []
    for k, kind in enumerate(kinds):
        a, b = ([left.index(k)] if kind != "new" else []), ([right.index(k)] if kind != "dropped" else [])
        passages.append((a, b, SAME if a and b else OMITTED if a else INSERTED))
    pair = made(*texts, passages)
    return SpreadFlow(articles_of(pair, pair.rows()), reading_page_for(900, 1.0))


def _in_paragraphs(sentences: list[str]) -> list[list[str]]:
    return [sentences[at : at + 4] for at in range(0, len(sentences), 4)]


@pytest.fixture(autouse=True)
def _fonts(qapp: object) -> None:
    """Heights are measured in fonts."""


@given(KINDS, HEIGHTS, st.floats(0, 1))
def test_the_scroll_value_and_what_it_brings_to_the_line_lead_to_each_other(kinds: list[str], height: float, share: float) -> None:
    flow = flow_of(kinds)
    value = share * flow.longest(height)
    assert flow.value(value + flow.line(value, height), height) == pytest.approx(value, abs=0.01)


@given(KINDS, HEIGHTS)
def test_scrolling_down_never_brings_back_what_stood_at_the_line(kinds: list[str], height: float) -> None:
    flow = flow_of(kinds)
    values = [flow.longest(height) * k / 50 for k in range(51)]
    at_line = [value + flow.line(value, height) for value in values]
    assert all(after >= before for before, after in pairwise(at_line))
    for side in Side:
        heights = [flow.side_at(side, y) for y in at_line]
        assert all(after >= before for before, after in pairwise(heights))


@given(KINDS, HEIGHTS)
def test_both_ends_of_both_sides_can_be_read(kinds: list[str], height: float) -> None:
    flow = flow_of(kinds)
    longest = flow.longest(height)
    for side in Side:
        assert flow.offset(side, 0.0, height) == 0
        if longest:
            assert flow.offset(side, longest, height) == pytest.approx(flow.sides[side].total - height, abs=1)


@given(KINDS, HEIGHTS, st.floats(0, 1))
def test_the_flow_is_level_on_both_sides_at_the_line(kinds: list[str], height: float, share: float) -> None:
    flow = flow_of(kinds)
    value = share * flow.longest(height)
    line = flow.line(value, height)
    for side in Side:
        assert flow.side_at(side, value + line) - flow.offset(side, value, height) == pytest.approx(line, abs=0.51)


@given(KINDS)
def test_places_and_heights_of_the_flow_lead_to_each_other(kinds: list[str]) -> None:
    flow = flow_of(kinds)
    for k in range(20):
        y = flow.total * k / 20
        assert flow.height_at(flow.place_at(y)) == pytest.approx(y, abs=0.01)


def test_an_exact_height_moves_only_what_is_below() -> None:
    flow = flow_of(["both"] * 40)
    before = [flow.sides.original.start(k) for k in range(40)]
    flow.sides.original.set_exact(5, 500.0, [0.0, 100.0, 200.0, 300.0])
    after = [flow.sides.original.start(k) for k in range(40)]
    assert after[:21] == before[:21]
    assert after[21] - after[20] == 100.0
    assert all(new > old for new, old in zip(after[24:], before[24:], strict=True))
