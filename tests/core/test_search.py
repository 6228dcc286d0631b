"""The strongest chain: all chains of tiny grids, tried one by one, have no larger sum."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rewritediff.core.candidates import Pairs
from rewritediff.core.evidence import GAPS
from rewritediff.core.progress import quiet
from rewritediff.core.search import Floors, Grid, first_look
from rewritediff.core.walk import Joins, walk

Place = tuple[int, int]
SIZE = 4
NEVER = Floors(link=0.0, extra=0.0, moved=99.0)
quarters = st.integers(-12, 20).map(lambda number: number / 4)


@dataclass(frozen=True)
class Table:
    """Hold the odds of each place, and of two places beside each other: the second joins the first, and the first the second."""

    odds: dict[Place, float]
    joins: dict[tuple[Place, Place], tuple[float, float]]

    def gain(self, before: Place | None, here: Place) -> float | None:
        """Give what a step to a place pays, None where it cannot be made."""
        if before is None or (before[0] < here[0] and before[1] < here[1]):
            return self.odds[here]
        if (before, here) not in self.joins:
            return None
        second, first = self.joins[before, here]
        return max(second, self.odds[here] + first - self.odds[before])


def beside(place: Place) -> list[Place]:
    return [(place[0], place[1] + gap) for gap in GAPS] + [(place[0] + gap, place[1]) for gap in GAPS]


@st.composite
def tables(draw: st.DrawFn) -> Table:
    odds = draw(st.dictionaries(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)), quarters, min_size=1, max_size=8))
    steps = [(place, other) for place in sorted(odds) for other in beside(place) if other in odds]
    return Table(odds, {step: (draw(quarters), draw(quarters)) for step in steps})


def grid(table: Table) -> Grid:
    places = sorted(table.odds)
    pairs = Pairs(np.array([i for i, _ in places], dtype=np.int64), np.array([j for _, j in places], dtype=np.int64), SIZE, SIZE)
    odds = np.array([table.odds[place] for place in places], dtype=np.float32)
    return Grid(
        pairs,
        np.zeros(len(places), dtype=np.float32),
        odds,
        np.zeros(len(places), dtype=np.float32),
        steps(table, places),
        pairs.by_rewrite(),
    )


def steps(table: Table, places: list[Place]) -> Joins:
    found = sorted((places.index(b), places.index(a), *odds) for (a, b), odds in table.joins.items())
    second, first = (np.array([step[k] for step in found], dtype=np.int64) for k in (0, 1))
    return Joins(first, second, *(np.array([step[k] for step in found], dtype=np.float32) for k in (2, 3)))


def best_slowly(table: Table) -> float:
    """Try every chain."""

    def best(before: Place | None) -> float:
        return max([0.0, *(gain + best(place) for place in table.odds if (gain := table.gain(before, place)) is not None)])

    return best(None)


def sum_of(table: Table, chain: list[Place]) -> float:
    gains = [table.gain(before, here) for before, here in zip([None, *chain], chain, strict=False)]
    assert None not in gains
    return sum(gain for gain in gains if gain is not None)


def found(table: Table, floors: Floors = NEVER) -> tuple[list[Place], list[Place]]:
    places = sorted(table.odds)
    first = first_look(grid(table), floors, quiet)
    linked = [places[k] for k in first.places.tolist()]
    return linked[: first.in_order], linked[first.in_order :]


@given(tables())
@settings(max_examples=300)
def test_no_chain_has_a_larger_sum(table: Table) -> None:
    assert sum_of(table, found(table)[0]) == pytest.approx(best_slowly(table))


@given(tables())
def test_a_sentence_out_of_order_has_one_link(table: Table) -> None:
    in_order, out_of_order = found(table, Floors(0.0, 0.0, -9.0))
    for axis in (0, 1):
        moved = [place[axis] for place in out_of_order]
        assert len(moved) == len(set(moved))
        assert not set(moved) & {place[axis] for place in in_order}


@given(tables())
def test_what_is_out_of_order_crosses_the_chain(table: Table) -> None:
    in_order, out_of_order = found(table, Floors(0.0, 0.0, -9.0))
    for place in out_of_order:
        assert any((place[0] - other[0]) * (place[1] - other[1]) < 0 for other in in_order)


@given(tables())
def test_what_is_out_of_order_needs_its_floor(table: Table) -> None:
    _, out_of_order = found(table, Floors(0.0, 0.0, 2.0))
    assert all(table.odds[place] > 2.0 for place in out_of_order)


DIAGONAL = {(0, 1): 5.0, (1, 2): 5.0, (2, 0): 4.0}


@pytest.mark.parametrize(("floor", "moved"), [(3.5, [(2, 0)]), (4.5, [])])
def test_a_pair_out_of_order_is_found_when_it_is_sure(floor: float, moved: list[Place]) -> None:
    assert found(Table(DIAGONAL, {}), Floors(0.0, 0.0, floor)) == ([(0, 1), (1, 2)], moved)


def test_a_floor_for_links_shortens_the_chain() -> None:
    table = Table({(0, 0): 1.0, (1, 1): 3.0}, {})
    assert found(table, Floors(2.0, 0.0, 99.0)) == ([(1, 1)], [])


@given(tables(), tables())
def test_a_walk_that_goes_on_from_another_is_as_if_walked_from_the_beginning(first: Table, second: Table) -> None:
    mixed = Table({**second.odds, **{place: odds for place, odds in first.odds.items() if place[0] < 2}}, {})
    mixed = Table(mixed.odds, {step: odds for step, odds in {**second.joins, **first.joins}.items() if set(step) <= set(mixed.odds)})
    before = first_look(grid(first), NEVER, quiet).walk
    whole, resumed = (first_look(grid(mixed), NEVER, quiet, before=each).walk for each in (None, before))
    assert all((getattr(whole, name) == getattr(resumed, name)).all() for name in ("values", "before", "step"))


def test_a_walk_over_the_same_pairs_asks_nobody_to_walk() -> None:
    table = Table({(0, 0): 4.0, (1, 1): 3.0}, {})
    before = first_look(grid(table), NEVER, quiet).walk
    assert walk(before.track, before, lambda _: pytest.fail("it walked")).values.tolist() == [4.0, 7.0]


def test_barred_pairs_are_in_no_chain() -> None:
    assert found(Table({(0, 0): 4.0, (1, 1): float("-inf")}, {})) == ([(0, 0)], [])


def test_a_further_sentence_joins_by_its_own_odds() -> None:
    odds = {(0, 0): 4.0, (0, 1): -3.0}
    assert found(Table(odds, {((0, 0), (0, 1)): (1.0, -9.0)})) == ([(0, 0), (0, 1)], [])
    assert found(Table(odds, {((0, 0), (0, 1)): (-1.0, -9.0)})) == ([(0, 0)], [])


def test_a_chain_ends_where_nothing_speaks_for_more() -> None:
    assert found(Table({(0, 0): -1.0}, {})) == ([], [])


def test_the_caller_is_asked_whether_to_stop() -> None:
    def stop(done: float) -> None:  # noqa: ARG001
        raise InterruptedError

    with pytest.raises(InterruptedError):
        first_look(grid(Table({(0, 0): 1.0}, {})), NEVER, stop)


@pytest.mark.parametrize(
    ("joins", "entered"),
    [
        pytest.param((1.0, -9.0), [4.0, 1.0], id="the second joins the first"),
        pytest.param((-9.0, 2.0), [2.0, 3.0], id="the first joins the second"),
    ],
)
def test_each_pair_says_by_which_odds_it_entered(joins: tuple[float, float], entered: list[float]) -> None:
    table = Table({(0, 0): 4.0, (0, 1): 3.0}, {((0, 0), (0, 1)): joins})
    assert first_look(grid(table), NEVER, quiet).odds.tolist() == entered
