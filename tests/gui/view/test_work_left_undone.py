"""What makes the window quick: work that is not done. No stopwatch here, only what is laid out, computed and asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row
from rewritediff.core.values import Relation
from rewritediff.gui import row_sheet
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.rows import Presentation, present
from rewritediff.gui.view import exact
from rewritediff.gui.view.answer_line import AnswerLine
from rewritediff.gui.view.comparison_view import ComparisonView
from rewritediff.wording import Answer, AnswerPart, Filter

SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation
SIZE = 2_000


@pytest.fixture(scope="module")
def large(make: Callable[..., Comparison]) -> Comparison:
    """Hold 2,000 pairs of sentences, every third one edited, and every tenth original dropped."""
    original = [[f"Sentence {k} tells of many long and winding things."] for k in range(SIZE)]
    rewrite = [[f"Sentence {k} tells of many long and crooked things."] for k in range(SIZE) if k % 10]
    kept = [k for k in range(SIZE) if k % 10]
    place = {k: at for at, k in enumerate(kept)}
    return make(
        original, rewrite, [([k], [place[k]], EDITED if k % 3 == 0 else SAME) if k in place else ([k], [], OMITTED) for k in range(SIZE)]
    )


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Row]:
    """Note the rows whose content is worked out."""
    found: list[Row] = []
    content_of = row_sheet.content_of

    def noted(comparison: Comparison, row: Row, *others: object, **named: object) -> object:
        found.append(row)
        return content_of(comparison, row, *others, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(row_sheet, "content_of", noted)
    return found


@pytest.fixture
def view(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ComparisonView:
    # on a busy machine more time passes than a person rests: rows would be measured that nobody asked for
    monkeypatch.setattr(exact, "REST", 600_000)
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


def show(view: ComparisonView, presentation: Presentation) -> set[Row]:
    """Show a presentation, and give the rows that are seen, and those just outside."""
    view.set_presentation(presentation)
    QApplication.processEvents()
    return near(view, presentation)


def near(view: ComparisonView, presentation: Presentation) -> set[Row]:
    seen = view.rows_in_view()
    return set(presentation.rows[max(0, seen.start - 3) : seen.stop + 3])


def test_opening_lays_out_no_more_than_fits(view: ComparisonView, large: Comparison, asked: list[Row]) -> None:
    seen = show(view, present(large))
    assert 0 < view._layouts.made <= 2 * len(seen)
    assert set(asked) <= seen


def test_a_jump_lays_out_no_more_than_fits(view: ComparisonView, large: Comparison, asked: list[Row]) -> None:
    presentation = present(large)
    show(view, presentation)
    asked.clear()
    view.show_place(1_000.0)
    QApplication.processEvents()
    assert asked
    assert set(asked) <= near(view, presentation)


def test_a_filter_computes_nothing_of_what_it_hides(view: ComparisonView, large: Comparison, asked: list[Row]) -> None:
    whole = present(large)
    show(view, whole)
    asked.clear()
    assert set(asked) <= show(view, present(large, Options(frozenset({"omitted"})), whole))
    assert asked


def test_heights_are_not_made_exact_while_somebody_scrolls(view: ComparisonView, large: Comparison) -> None:
    show(view, present(large))
    view._exact.slice()
    assert view._exact._timer.interval() < exact.REST
    view.verticalScrollBar().setValue(60)
    assert view._exact._timer.interval() == exact.REST


def test_the_parts_of_an_answer_are_shown_at_once(qtbot: QtBot) -> None:
    line = AnswerLine()
    qtbot.addWidget(line)
    line.show()
    line.set_answer(Answer((AnswerPart("2 dropped", Filter.DROPPED), AnswerPart(" · "), AnswerPart("3 new", Filter.NEW))))
    # shown with the line: Qt has no part left to show later, one by one, each with a layout of its own
    parts = [line.part(key) for key in (Filter.DROPPED, Filter.NEW)]
    assert all(part is not None and part.isVisible() for part in parts)
