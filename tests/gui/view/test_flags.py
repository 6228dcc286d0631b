"""Findings in the view: flags that are clicked and say what they mean, words brought into view, in either layout."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Finding, FindingKind, Relation, Side, Sides, Span, Strength
from rewritediff.gui.choices import Layout
from rewritediff.gui.finding_places import place_of
from rewritediff.gui.rows import present
from rewritediff.gui.view.comparison_view import ComparisonView
from rewritediff.gui.view.flags import Flag, following, uncovered

MANY = 60


@pytest.fixture
def compared(make: Callable[..., Comparison]) -> Comparison:
    """A passage whose last words are below the first screen, two findings on its first line, and one in the last sentence."""
    long = "China pays " + "coin after coin, as everybody in the harbour knows, " * MANY + "to Beijing."
    original = [["It rains."], [long], *[[f"Sentence number {k}."] for k in range(MANY)], ["China won."]]
    rewrite = [["It rains."], [long.replace("China", "Russia")], *original[2:-1], ["China lost."]]
    passages = [((k,), (k,), Relation.EDITED) for k in range(MANY + 3)]
    bare = make(original, rewrite, passages)
    text = bare.texts.rewrite

    def finding(passage: int, word: str, strength: Strength = Strength.CHECK) -> Finding:
        at = text.index(word)
        return Finding(FindingKind.NAME, "x", strength, (passage,), Sides((), (Span(at, at + len(word)),)), Sides((), (word,)))

    last = finding(MANY + 2, "lost")
    found = (finding(1, "Russia"), finding(1, "Beijing"), last, finding(1, "pays", Strength.LOOK), finding(0, "rains", Strength.NOTE))
    return replace(bare, findings=found)


@pytest.fixture(params=list(Layout))
def view(request: pytest.FixtureRequest, qtbot: QtBot, compared: Comparison) -> ComparisonView:
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    made.set_presentation(present(compared))
    made.set_layout(request.param)
    return made


def seen_flags(view: ComparisonView) -> list[Flag]:
    """Find the flags that are seen by looking for them where the mouse would."""
    found: dict[tuple[float, float], Flag] = {}
    for x in range(0, view.viewport().width(), 4):
        for y in range(0, view.viewport().height(), 4):
            flag = _under(view, QPointF(x, y))
            if flag:
                found[flag.box.x(), flag.box.y()] = flag
    return list(found.values())


def _under(view: ComparisonView, point: QPointF) -> Flag | None:
    if view._spread:
        return view._spread.flag_at(point)
    hit = view.hit(point, None)
    return view.flag_at(point, hit.row, view.presentation.content(hit.row), hit.side) if hit and view.presentation else None


def test_a_flag_counts_the_findings_of_its_line_and_says_them(view: ComparisonView) -> None:
    first = seen_flags(view)[0]
    assert (first.findings, first.strength) == ((0, 3), Strength.CHECK)
    assert view.tip(first.box.center()).splitlines() == [
        "To check: Name only in the rewrite: Russia",
        "To look at: Name only in the rewrite: pays",
    ]
    assert view.viewport().rect().toRectF().contains(first.box)


def test_a_click_on_a_flag_chooses_its_findings_in_turn(view: ComparisonView, qtbot: QtBot) -> None:
    chosen: list[int] = []
    view.finding_chosen.connect(chosen.append)
    for _ in range(3):
        flag = next(flag for flag in seen_flags(view) if 0 in flag.findings)
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=flag.box.center().toPoint())
        view.show_finding(chosen[-1])
    assert chosen == [0, 3, 0]


@pytest.mark.parametrize("number", [1, 2, 0])
def test_the_words_of_a_finding_are_brought_into_view(view: ComparisonView, number: int) -> None:
    view.show_finding(number)
    place = place_of(view.presentation, number) if view.presentation else None
    assert place is not None
    top = view.words_top(place)
    assert top is not None
    assert 0 <= top <= view.viewport().height() - 20


def test_what_is_chosen_looks_otherwise(view: ComparisonView) -> None:
    view.show_finding(0)
    before = view.grab().toImage()
    view.show_finding(3)
    assert view.grab().toImage() != before


def test_a_note_has_no_flag(view: ComparisonView) -> None:
    assert all(4 not in flag.findings for flag in seen_flags(view))


def test_what_follows_the_chosen_finding() -> None:
    assert following((2, 5), None) == 2
    assert following((2, 5), 2) == 5
    assert following((2, 5), 5) == 2
    assert following((2, 5), 7) == 2


def test_sides_of_a_flag(view: ComparisonView) -> None:
    """The rewrite's flags stand right of its text."""
    page = view._page
    assert all(flag.box.left() > page.text(Side.REWRITE) + page.width for flag in seen_flags(view))


def test_of_several_waves_under_the_same_words_one_is_drawn() -> None:
    line, next_line = QRectF(0, 0, 100, 20), QRectF(0, 20, 100, 20)
    assert uncovered(line, []) == [(0, 100)]
    assert uncovered(line, [QRectF(30, 0, 20, 20)]) == [(0, 30), (50, 100)]
    assert uncovered(line, [QRectF(60, 0, 80, 20)]) == [(0, 60)]
    assert uncovered(line, [line]) == []
    assert uncovered(next_line, [line]) == [(0, 100)]
