"""The panel at the heads: how it opens, closes, is used by keyboard, and what it changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Article, Block, Role, Side
from rewritediff.gui import gestures, reading, rereading, telling
from rewritediff.gui.keeping import row_again
from rewritediff.gui.sources import Loaded
from rewritediff.gui.state import Told
from rewritediff.gui.ticks import Ticks
from rewritediff.gui.view.block_list import BlockList
from rewritediff.gui.view.elided import ElidedButton, ElidedLabel
from rewritediff.gui.view.facts_page import EncodingRow
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.work import Done
from rewritediff.loaders.options import Options
from tests.window import drop, settle, state

ORIGINAL, REWRITE = Side.ORIGINAL, Side.REWRITE
CAFE = "Le café\n\nUn café à Noël, c’était très cher.\n\nIl a plu toute la journée."


@pytest.fixture
def cafe(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> MainWindow:
    paths = [tmp_path / "café.txt", tmp_path / "b.txt"]
    paths[0].write_bytes(CAFE.encode("cp1252"))
    paths[1].write_text(CAFE, encoding="utf-8")
    drop(window, paths)
    settle(qtbot, window)
    return window


def text_of(window: MainWindow, side: Side) -> str:
    comparison = state(window).comparison
    assert comparison is not None
    return comparison.documents[side].text


def actions_of(menu: QMenu) -> dict[str, QAction]:
    found = {}
    for action in menu.actions():
        below = action.menu()
        found.update(actions_of(below) if isinstance(below, QMenu) else {action.text(): action})
    return found


def encoding_row(window: MainWindow) -> EncodingRow:
    row = window.telling.panel.facts.encoding
    assert row is not None
    return row


OPENINGS: dict[str, Callable[[MainWindow], None]] = {
    "click": lambda window: QTest.mouseClick(window.comparison.view.heads.buttons.rewrite, Qt.MouseButton.LeftButton),
    "key": lambda window: window.actions_.how_read[REWRITE].trigger(),
    "space": lambda window: QTest.keyClick(window.comparison.view.heads.buttons.rewrite, Qt.Key.Key_Space),
}


@pytest.mark.parametrize("opens", OPENINGS.values(), ids=OPENINGS)
def test_the_panel_opens_below_its_head_and_escape_closes_it(compared: MainWindow, opens: Callable[[MainWindow], None]) -> None:
    panel, head = compared.telling.panel, compared.comparison.view.heads.buttons.rewrite
    head.setFocus()
    opens(compared)
    assert panel.isVisible()
    assert panel.isAncestorOf(QApplication.focusWidget())
    assert panel.y() >= head.mapTo(compared, QPoint(0, head.height())).y()
    assert compared.rect().contains(panel.geometry())
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert QApplication.focusWidget() is head


def test_the_panel_opens_on_the_start_page(qtbot: QtBot, window: MainWindow, files: tuple[Path, Path]) -> None:
    drop(window, [files[0]])
    settle(qtbot, window)
    window.start.areas.original.told.click()
    assert window.telling.panel.isVisible()
    assert window.telling.panel.name.text() == "wire.txt"
    window.telling.panel.close_button.click()
    assert not window.telling.panel.isVisible()


def test_the_panel_stays_inside_a_small_window(compared: MainWindow) -> None:
    compared.resize(compared.minimumSize())
    for side in Side:
        compared.controller.do(telling.told, side)
        assert compared.rect().contains(compared.telling.panel.geometry())


def test_an_empty_side_has_no_panel(compared: MainWindow) -> None:
    compared.controller.do(telling.told, ORIGINAL)
    compared.controller.do(gestures.side_cleared, ORIGINAL)
    assert not compared.telling.panel.isVisible()
    assert not compared.actions_.how_read[ORIGINAL].isEnabled()


def test_another_encoding_is_chosen_and_taken_back(qtbot: QtBot, cafe: MainWindow) -> None:
    cafe.controller.do(telling.told, ORIGINAL)
    offered = actions_of(encoding_row(cafe).menu)
    assert [name for name, action in offered.items() if action.isChecked()] == ["windows-1252 (found by itself)"]
    encoding_row(cafe).button.setFocus()
    offered["windows-1251"].trigger()
    settle(qtbot, cafe)
    assert "cafй" in text_of(cafe, ORIGINAL)
    assert cafe.telling.panel.isVisible()
    assert [name for name, action in actions_of(encoding_row(cafe).menu).items() if action.isChecked()] == ["windows-1251"]
    assert QApplication.focusWidget() is encoding_row(cafe).button
    cafe.actions_.undo.trigger()
    settle(qtbot, cafe)
    assert text_of(cafe, ORIGINAL) == text_of(cafe, REWRITE)


def test_an_encoding_that_fails_leaves_all_as_it_is(qtbot: QtBot, cafe: MainWindow) -> None:
    before = state(cafe)
    cafe.controller.do(rereading.read_again, ORIGINAL, Options(encoding="no-such-thing"))
    settle(qtbot, cafe)
    assert state(cafe).comparison is before.comparison
    assert cafe.message.isVisible()
    assert "no-such-thing" in cafe.message.said


def test_heads_say_what_matters_and_are_named_for_those_who_do_not_see_them(cafe: MainWindow) -> None:
    heads = cafe.comparison.view.heads
    assert heads.buttons.original.accessibleName() == "How the original was read: windows-1252"
    assert heads.buttons.rewrite.accessibleName() == "How the rewrite was read"
    assert "3 paragraphs" in heads.buttons.rewrite.toolTip()


def test_heads_are_of_one_line_where_there_is_nothing_to_say(qtbot: QtBot, window: MainWindow, files: tuple[Path, Path]) -> None:
    drop(window, [*files])
    settle(qtbot, window)
    calm = window.comparison.view.heads.height_wanted()
    files[0].write_bytes(CAFE.encode("cp1252"))
    drop(window, [*files])
    settle(qtbot, window)
    assert window.comparison.view.heads.height_wanted() > calm
    assert window.comparison.view.viewport().y() == window.comparison.view.heads.height_wanted()


def test_blocks_are_unticked_by_keyboard_and_compared(qtbot: QtBot, compared: MainWindow) -> None:
    compared.controller.do(telling.told, ORIGINAL)
    compared.telling.panel.facts.choose.click()
    blocks = compared.telling.panel.blocks
    assert QApplication.focusWidget() is blocks.list
    QTest.keyClick(blocks.list, Qt.Key.Key_Down)
    QTest.keyClick(blocks.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(blocks.list, Qt.Key.Key_Space)
    assert blocks.ticks.without == {1, 2}
    assert blocks.said.text() == "1 of 3 paragraphs"
    blocks.compare.click()
    settle(qtbot, compared)
    assert text_of(compared, ORIGINAL) == "The harbour"
    assert not compared.telling.panel.isVisible()
    compared.actions_.undo.trigger()
    assert "lighthouse" in text_of(compared, ORIGINAL)


def test_blocks_are_unticked_with_the_mouse(compared: MainWindow) -> None:
    compared.controller.do(telling.choosing_begun, ORIGINAL)
    blocks = compared.telling.panel.blocks
    boxes = [QPoint(18, blocks.list.visualRect(blocks.list.blocks.index(row)).center().y()) for row in range(3)]
    QTest.mouseClick(blocks.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, boxes[0])
    assert blocks.ticks.without == {0}
    QTest.mouseClick(blocks.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, boxes[2])
    assert blocks.ticks.without == {0, 1, 2}
    assert not blocks.compare.isEnabled()
    QTest.mouseClick(blocks.list.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, boxes[1] + QPoint(80, 0))
    assert blocks.ticks.without == {0, 1, 2}
    blocks.every.click()
    assert blocks.ticks.without == frozenset()


def test_ticks_stay_while_something_else_happens_and_go_with_the_panel(compared: MainWindow) -> None:
    compared.controller.do(telling.choosing_begun, ORIGINAL)
    blocks = compared.telling.panel.blocks
    blocks.none.click()
    compared.controller.do(reading.zoomed, 110)
    assert len(blocks.ticks.without) == 3
    compared.controller.do(telling.untold)
    compared.controller.do(telling.choosing_begun, ORIGINAL)
    assert blocks.ticks.without == frozenset()


def test_of_many_blocks_only_those_in_view_are_worked_out(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    beginning = Ticks.beginning
    monkeypatch.setattr(Ticks, "beginning", lambda self, number: (asked.append(number), beginning(self, number))[1])
    listed = BlockList()
    qtbot.addWidget(listed)
    listed.resize(500, 400)
    listed.show()
    listed.show_ticks(Ticks(Article(tuple(Block(Role.BODY, f"Paragraph {k}") for k in range(100_000)))))
    listed.turned.connect(listed.show_ticks)
    QApplication.processEvents()
    listed.selectAll()
    QTest.keyClick(listed, Qt.Key.Key_Space)
    QApplication.processEvents()
    assert len(listed.blocks.ticks.without) == 100_000
    assert len(set(asked)) < 100


def test_every_part_of_the_panel_is_reached_by_tab_and_named(cafe: MainWindow) -> None:
    for gesture in (telling.told, telling.choosing_begun):
        cafe.controller.do(gesture, ORIGINAL)
        panel = cafe.telling.panel
        takers = {
            widget
            for widget in panel.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
            and not widget.inherits("QScrollBar")
        }
        reached = set()
        for _ in range(120):
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            reached.add(QApplication.focusWidget())
        assert takers <= reached
        buttons = [widget for widget in takers if isinstance(widget, QPushButton | QToolButton)]
        assert all(button.accessibleName() or button.text() for button in buttons)
    cafe.telling.panel.blocks.list.setFocus()


def test_what_is_read_keeps_its_height_when_its_document_is_read_again(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    lines = [f"Sentence number {number} of the café report stands here." for number in range(60)]
    paths = [tmp_path / "a.txt", tmp_path / "b.txt"]
    for path in paths:
        path.write_bytes("\n\n".join(lines).encode("cp1252"))
    drop(window, paths)
    settle(qtbot, window)
    window.actions_.folds.trigger()
    view = window.comparison.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    QApplication.processEvents()
    before, (row, y) = view.presentation, view._kept_place() or (0, 0.0)
    window.controller.do(rereading.blocks_left_out, ORIGINAL, {0, 1, 2})
    settle(qtbot, window)
    assert isinstance(state(window).work, Done)
    assert before is not None
    assert view.presentation is not None
    again = row_again(before, row, view.presentation)
    assert again is not None
    assert view.presentation.content(again).sides.rewrite.text.text == before.content(row).sides.rewrite.text.text
    assert abs(view._top_of(again) - y) < 3


def test_a_long_line_ends_in_an_ellipsis(qtbot: QtBot) -> None:
    label = ElidedLabel("word " * 200)
    qtbot.addWidget(label)
    label.resize(200, 20)
    assert label.shown().endswith("…")
    assert label.fontMetrics().horizontalAdvance(label.shown()) <= 200
    label.setText("short")
    assert label.shown() == "short"


def test_the_status_line_never_asks_for_more_room_than_there_is(compared: MainWindow) -> None:
    compared.controller.do(reading.said, "word " * 500)
    assert compared.width() == 1200
    assert compared.status.notices.shown().endswith("…")
    assert compared.status.notices.toolTip() == "word " * 500


def test_a_button_of_a_long_line_can_be_narrow(qtbot: QtBot) -> None:
    button = ElidedButton("word " * 200)
    qtbot.addWidget(button)
    button.show()
    button.resize(100, 30)
    assert button.minimumSizeHint().width() <= 100
    assert not button.grab().isNull()


def test_a_document_is_compared_with_itself_before_its_changes(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "draft.rtf"
    path.write_text(r"{\rtf1\ansi The wall is {\deleted of wood}{\revised of steel}. It stands.\par}", encoding="ascii")
    drop(window, [path])
    settle(qtbot, window)
    window.controller.do(telling.told, ORIGINAL)
    window.telling.panel.facts.tracked.click()
    settle(qtbot, window)
    assert (text_of(window, ORIGINAL), text_of(window, REWRITE)) == ("The wall is of wood. It stands.", "The wall is of steel. It stands.")
    assert [telling.in_short(state(window), side) for side in Side] == ["as before its tracked changes", "tracked changes accepted"]
    assert state(window).told is None
    assert state(window).recent == ()


def test_a_switch_reads_again_and_keeps_the_keyboard(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "draft.rtf"
    path.write_text(r"{\rtf1\ansi The wall is {\deleted of wood}{\revised of steel}. It stands.\par}", encoding="ascii")
    drop(window, [path])
    settle(qtbot, window)
    window.controller.do(telling.told, ORIGINAL)
    before = next(each for each in window.telling.panel.facts.findChildren(QToolButton) if each.text() == "Before them")
    before.setFocus()
    before.click()
    settle(qtbot, window)
    slot = state(window).sides.original
    assert isinstance(slot, Loaded)
    assert slot.article.blocks[0].text == "The wall is of wood. It stands."
    focus = QApplication.focusWidget()
    assert isinstance(focus, QToolButton)
    assert (focus.text(), focus.isChecked()) == ("Before them", True)
    assert state(window).told == Told(ORIGINAL)
