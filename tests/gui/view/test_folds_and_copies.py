"""Folds and the copied view in the real window, without a display: mouse, keys, paint and figures."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Side
from rewritediff.gui import gestures, rereading
from rewritediff.gui.choices import Layout, View
from rewritediff.gui.controller import Controller
from rewritediff.gui.rows import Presentation
from rewritediff.gui.sources import File
from rewritediff.gui.state import State, looks_for_copied
from rewritediff.gui.theme import LIGHT
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.work import Done
from tests.strategies import article

LONG = article(30)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """Show 30 sentences and a rewrite of the first and the 22nd, the second of them quoted."""
    (tmp_path / "a.txt").write_text("\n\n".join(LONG), encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{LONG[0]}\n\n“{LONG[21]}”", encoding="utf-8")
    made = MainWindow(Controller(State(layout=Layout.ALIGNED)))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.controller.do(gestures.opened_pair, File(str(tmp_path / "a.txt")), File(str(tmp_path / "b.txt")))
    qtbot.waitUntil(lambda: isinstance(state(made).work, Done), timeout=20_000)
    yield made
    made.close()


@pytest.fixture
def copied(qtbot: QtBot, window: MainWindow) -> MainWindow:
    window.actions_.views[View.COPIED].trigger()
    qtbot.waitUntil(lambda: not looks_for_copied(state(window)), timeout=20_000)
    return window


def state(window: MainWindow) -> State:
    return window.controller.state


def shown(window: MainWindow) -> Presentation:
    found = window.comparison.view.presentation
    assert found is not None
    return found


def line(window: MainWindow, number: int = 0) -> int:
    """Find the row of a fold's line."""
    return int(shown(window).lines[number])


def point(window: MainWindow, row: int) -> QPoint:
    view = window.comparison.view
    return view.visualRect(view.model().index(row, 0)).center()


def key(window: MainWindow, *keys: Qt.Key) -> None:
    for each in keys:
        QTest.keyClick(window.comparison.view, each)


def colours(window: MainWindow) -> set[str]:
    QApplication.processEvents()
    image: QImage = window.comparison.view.viewport().grab().toImage()
    return {QColor(image.pixel(x, y)).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_flowing_texts_do_not_fold_and_keep_the_copied_runs(copied: MainWindow) -> None:
    copied.actions_.layouts[Layout.READING].trigger()
    view = copied.comparison.view
    assert len(shown(copied).rows) == 30
    assert not copied.actions_.folds.isEnabled()
    assert QColor(LIGHT.copied_fill).name() in colours(copied)
    spread = view._spread
    assert spread is not None
    found = spread.set(Side.REWRITE, 0)
    (box, *_) = found.boxes(0)
    edge = spread.corner(Side.REWRITE, found) + box.translated(-2, 1).topLeft()
    line_of_edge = {view.viewport().grab().toImage().pixelColor(int(edge.x()) + 40, int(edge.y()) + k).name() for k in range(3)}
    assert line_of_edge <= {LIGHT.copied_fill.lower(), LIGHT.paper.lower()}  # painted, not outlined
    key(copied, Qt.Key.Key_N, Qt.Key.Key_N)
    QApplication.processEvents()
    row = shown(copied).row_of(21)
    assert row is not None
    for column in range(2):
        assert view.viewport().rect().contains(view.visualRect(view.model().index(row, column)).center())
    copied.actions_.layouts[Layout.ALIGNED].trigger()
    assert len(shown(copied).rows) < 30


class TestFolds:
    def test_a_click_opens_and_closes(self, window: MainWindow) -> None:
        row = line(window)
        QTest.mouseClick(window.comparison.view.viewport(), LEFT, pos=point(window, row))
        assert len(shown(window).rows) == 24
        QTest.mouseClick(window.comparison.view.viewport(), LEFT, pos=point(window, row))
        assert len(shown(window).rows) == 4

    @pytest.mark.parametrize("opens", [Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Space])
    def test_keys_open_and_left_closes(self, window: MainWindow, opens: Qt.Key) -> None:
        key(window, Qt.Key.Key_Home, Qt.Key.Key_Down, opens)
        assert len(shown(window).rows) == 24
        key(window, Qt.Key.Key_Left)
        assert len(shown(window).rows) == 4

    def test_left_closes_the_fold_around_and_shows_its_line(self, window: MainWindow) -> None:
        key(window, Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Right, *[Qt.Key.Key_Down] * 15)
        key(window, Qt.Key.Key_Left)
        view = window.comparison.view
        assert len(shown(window).rows) == 4
        assert view.currentIndex().row() == line(window)
        assert view.viewport().rect().contains(point(window, line(window)))

    def test_right_goes_to_the_rewrite_and_left_back_where_nothing_folds(self, window: MainWindow) -> None:
        key(window, Qt.Key.Key_Home, Qt.Key.Key_Right)
        assert window.comparison.view.currentIndex().column() == 1
        key(window, Qt.Key.Key_Left)
        assert window.comparison.view.currentIndex().column() == 0
        assert len(shown(window).rows) == 4

    def test_one_key_opens_all(self, window: MainWindow) -> None:
        window.actions_.folds.trigger()
        assert len(shown(window).rows) == 32
        window.actions_.folds.trigger()
        assert len(shown(window).rows) == 4

    def test_the_next_change_is_the_fold_then_what_follows(self, window: MainWindow) -> None:
        window.actions_.next_change.trigger()
        assert window.comparison.view.currentIndex().row() == line(window, 0)
        window.actions_.next_change.trigger()
        window.actions_.next_change.trigger()
        assert window.comparison.view.currentIndex().row() == line(window, 1)

    def test_choosing_from_the_list_of_changes_unfolds(self, window: MainWindow) -> None:
        window.comparison.changes.chosen.emit(25)
        row = window.comparison.view.currentIndex().row()
        assert shown(window).rows[row].passage == 25
        assert shown(window).rows[row].kind is RowKind.PASSAGE

    def test_a_click_into_a_fold_of_the_overview_unfolds(self, window: MainWindow) -> None:
        strip = window.comparison.overview
        QTest.mouseClick(strip, LEFT, pos=QPoint(10, round(strip.height() * 0.4)))
        assert len(shown(window).rows) == 24
        chosen = state(window).selected
        assert chosen is not None
        assert chosen in range(5, 20)

    def test_dragging_over_the_overview_unfolds_nothing(self, window: MainWindow) -> None:
        strip = window.comparison.overview
        QTest.mousePress(strip, LEFT, pos=QPoint(10, 20))
        QTest.mouseMove(strip, QPoint(10, 300))
        QTest.mouseRelease(strip, LEFT, pos=QPoint(10, 300))
        assert len(shown(window).rows) == 4

    def test_lines_stand_between_rows_without_overlap(self, window: MainWindow) -> None:
        QApplication.processEvents()
        view = window.comparison.view
        view.viewport().grab()
        rects = [view.visualRect(view.model().index(row, 0)) for row in range(4)]
        assert all(rects[k].bottom() < rects[k + 1].top() for k in range(3))


class TestCopied:
    def test_what_was_copied_is_painted_and_nothing_else(self, window: MainWindow, copied: MainWindow) -> None:
        assert window is copied
        found = colours(copied)
        assert LIGHT.copied_fill.lower() in found
        assert not {LIGHT.omitted_fill.lower(), LIGHT.inserted_fill.lower(), LIGHT.paraphrased_wash.lower()} & found

    def test_changes_are_not_painted_as_copied(self, window: MainWindow) -> None:
        window.actions_.folds.trigger()
        found = colours(window)
        assert LIGHT.omitted_fill.lower() in found
        assert LIGHT.copied_fill.lower() not in found

    def test_figures_stand_in_place_of_the_answer(self, copied: MainWindow) -> None:
        figures = copied.comparison.copied
        assert not copied.comparison.answer.isVisible()
        assert figures.isVisible()
        assert figures.share.text() == "100 % of the rewrite was taken over word for word"
        assert figures.quoted.text().endswith("of that in quotation marks")
        assert "runs of 6 words and more" in figures.share.toolTip()
        assert "between quotation marks" in figures.quoted.toolTip()
        copied.actions_.views[View.CHANGES].trigger()
        assert copied.comparison.answer.isVisible()
        assert not figures.isVisible()

    def test_the_key_leads_back(self, copied: MainWindow) -> None:
        QTest.keyClick(copied, Qt.Key.Key_C)
        assert state(copied).view is View.CHANGES

    def test_marks_and_typography_cannot_be_switched_there(self, copied: MainWindow) -> None:
        assert not copied.actions_.word_marks.isEnabled()
        assert not copied.actions_.typography.isEnabled()
        assert copied.actions_.next_change.text() == "Next run"

    def test_next_outlines_the_run_and_brings_it_into_view(self, copied: MainWindow) -> None:
        copied.actions_.next_change.trigger()
        copied.actions_.next_change.trigger()
        view = copied.comparison.view
        row = view.currentIndex().row()
        content = shown(copied).content(row)
        run = view.look(row, content).run
        text = content.sides[Side.REWRITE].text.text
        assert run.rewrite is not None
        assert text[slice(*run.rewrite)] == LONG[21].removesuffix(".")
        assert view.viewport().rect().contains(point(copied, row))

    def test_longer_runs_are_looked_for_when_asked(self, qtbot: QtBot, copied: MainWindow) -> None:
        figures = copied.comparison.copied
        figures.words.setValue(20)
        qtbot.waitUntil(lambda: not looks_for_copied(state(copied)), timeout=20_000)
        assert figures.share.text() == "No 20 words in a row were taken over word for word"
        assert not figures.longest.isVisible()
        QTest.mouseClick(figures.fewer, LEFT)
        assert state(copied).copied_words == 19

    def test_the_longest_run_can_be_gone_to(self, copied: MainWindow) -> None:
        copied.comparison.copied.longest.click()
        assert state(copied).run is not None


def test_a_chosen_fold_keeps_its_height_where_a_side_is_read_in_another_way(qtbot: QtBot, window: MainWindow) -> None:
    view = window.comparison.view
    row = next(row for row, each in enumerate(shown(window).rows) if each.kind is RowKind.FOLD)
    view._choose_by_hand(row)
    height, before = view.row_box(row, shown(window).content(row)).top(), state(window).work
    window.controller.do(rereading.blocks_left_out, Side.ORIGINAL, {10})
    qtbot.waitUntil(lambda: isinstance(state(window).work, Done) and state(window).work is not before, timeout=20_000)
    assert shown(window).rows[row].kind is RowKind.FOLD
    assert view.row_box(row, shown(window).content(row)).top() == height
