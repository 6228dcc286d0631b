"""The report for a terminal: the four answers first, marks that are read without colours, every line within the width."""

from __future__ import annotations

import re

import pytest

from rewritediff.bundled import sample_pair
from rewritediff.core.comparison import Comparison
from rewritediff.engine import compare
from rewritediff.exporters.text_lines import width_of
from rewritediff.exporters.text_report import LISTED, SIDE_BY_SIDE_FROM, Look, export
from rewritediff.loaders import load
from rewritediff.wording import FOLDED
from tests.doubtful import doubtful
from tests.strategies import article

CODES = re.compile(r"\x1b\[[\d;]*m")


@pytest.fixture(scope="module")
def sample() -> Comparison:
    original, rewrite = sample_pair()
    return compare(load(original), load(rewrite))


def test_the_answers_come_first(sample: Comparison) -> None:
    report = export(sample)
    places = [report.index(words) for words in ("have a counterpart", "What was dropped", "What was invented", "What was bent", "VELMORA")]
    assert places == sorted(places)
    assert "never checked: tone" in report


@pytest.mark.parametrize("width", [40, 60, SIDE_BY_SIDE_FROM - 1, SIDE_BY_SIDE_FROM, 120, 160])
@pytest.mark.parametrize("colours", [False, True])
def test_no_line_is_wider_than_the_terminal(sample: Comparison, width: int, colours: bool) -> None:
    assert max(width_of(CODES.sub("", line)) for line in export(sample, Look(width, colours)).splitlines()) <= width


@pytest.mark.parametrize("width", [60, 120])
def test_colours_only_where_asked_for(sample: Comparison, width: int) -> None:
    assert "\x1b" not in export(sample, Look(width))
    coloured = export(sample, Look(width, colours=True))
    assert "\x1b[4;31m" in coloured
    assert "[-" not in coloured


def test_marks_are_read_without_colours() -> None:
    report = export(compare("The gates would not harm the seagrass beds.", "The gates would harm the seagrass beds."))
    assert "would [-not-] harm" in report
    assert "{+" not in report


def test_a_wide_terminal_shows_the_sides_beside_each_other() -> None:
    comparison = compare("One thing stays.", "One thing stays.")
    assert re.search(r"= One thing stays\. +  = One thing stays\.", export(comparison, Look(120)))
    assert export(comparison, Look(60)).count("One thing stays.") == 1


def test_gaps_are_named() -> None:
    report = export(compare("Only here it stands.", "Quite another matter, this."))
    assert "(dropped)" in report
    assert "(not in the original)" in report


def test_long_lists_are_cut_short_and_counted() -> None:
    report = export(compare([f"Sentence number {k} alone." for k in range(LISTED + 3)], []))
    assert "and 3 more" in report


STORY = article(30)


@pytest.mark.parametrize("width", [60, 120])
def test_long_runs_take_one_line_that_counts_them(width: int) -> None:
    report = export(compare(STORY, STORY[:2] + STORY[-2:]), Look(width))
    assert "− [26 dropped sentences, " in report
    assert STORY[14] not in " ".join(report.split())
    assert FOLDED in " ".join(report.split())


def test_long_runs_are_shown_whole_where_asked_for() -> None:
    report = " ".join(export(compare(STORY, STORY[:2] + STORY[-2:]), Look(60, whole=True)).split())
    assert all(sentence in report for sentence in STORY)
    assert FOLDED not in report


def test_nothing_is_said_of_folds_where_there_are_none(sample: Comparison) -> None:
    assert FOLDED not in export(sample)


def test_strong_rewording_shows_no_confetti() -> None:
    original = "Mayor Ilse Brandström called the vote “a promise kept to every family that has carried sandbags in the dark.”"
    rewrite = "The mayor, Ilse Brandström, said the decision honoured a pledge to all the families who had hauled sandbags at night."
    assert "[-" not in export(compare(original, rewrite))


def test_nothing_at_all_is_said_too() -> None:
    assert "Nothing to compare" in export(compare("", ""))


@pytest.mark.parametrize("width", [60, 120])
def test_a_doubtful_pairing_is_marked_with_what_came_close_too(width: int) -> None:
    report = export(doubtful(), Look(width))
    assert " ".join(report.split()).count("? doubtful pairing: sentence 3 of the rewrite came close too") == 2
    assert "?" not in export(compare("One thing stays.", "One thing stays."), Look(width))


def test_what_was_bent_stands_before_what_is_worth_a_look() -> None:
    report = export(compare("Most bridges in the north were closed.", "Many bridges in the south were closed."))
    lines = [line.strip() for line in report.splitlines()]
    check = next(k for k, line in enumerate(lines) if line.startswith("! ") and "north" in line and "south" in line)
    look = next(k for k, line in enumerate(lines) if line.startswith("· ") and "Most" in line and "Many" in line)
    assert check < look
