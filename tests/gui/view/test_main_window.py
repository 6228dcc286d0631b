"""The window itself, without a display: what a person does to it, and what it shows then."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Role, Side
from rewritediff.gui import app, reading, words
from rewritediff.gui.choices import Layout, Tab, ThemeChoice, Typeface
from rewritediff.gui.controller import Controller
from rewritediff.gui.messages import Offer
from rewritediff.gui.preferences import Preferences
from rewritediff.gui.rows import present
from rewritediff.gui.sources import File
from rewritediff.gui.state import Page, State, page
from rewritediff.gui.theme import DARK, article_font
from rewritediff.gui.view.actions import tab_index
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.work import Done, Running, Stopped
from rewritediff.wording import Filter, answer
from tests.doubtful import doubtful
from tests.window import ORIGINAL, REWRITE, drop, settle, state


def area_text(window: MainWindow, side: Side) -> str:
    area = window.start.areas[side]
    return " ".join(label.text() for label in (area.detail, area.problem, area.preview) if label.isVisible())


def press(action: QAction) -> None:
    assert action.isEnabled()
    action.trigger()


def test_the_empty_window_shows_two_places(window: MainWindow) -> None:
    assert window.pages.currentWidget() is window.start
    assert words.DROP_HERE in area_text(window, Side.ORIGINAL)
    assert words.DROP_HERE in area_text(window, Side.REWRITE)


def test_two_files_dropped_at_once_are_compared(compared: MainWindow) -> None:
    assert compared.pages.currentWidget() is compared.comparison
    assert compared.windowTitle() == "wire.txt → site.txt – RewriteDiff"
    assert compared.comparison.view.model().rowCount() == len(state(compared).work.presentation.rows)  # type: ignore[union-attr]


@pytest.mark.parametrize(("at", "side"), [(0.2, Side.ORIGINAL), (0.8, Side.REWRITE)])
def test_one_file_fills_the_half_under_the_cursor(
    qtbot: QtBot, window: MainWindow, files: tuple[Path, Path], at: float, side: Side
) -> None:
    drop(window, [files[0]], at=at)
    settle(qtbot, window)
    assert "wire.txt · 36 words" in area_text(window, side)
    assert words.DROP_HERE in area_text(window, side.other)


def test_while_dragging_the_half_is_marked(window: MainWindow, files: tuple[Path, Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(files[0]))])
    event = QDragEnterEvent(QPoint(1000, 300), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, event)
    assert event.isAccepted()
    assert window.overlay.isVisible()
    assert not window.overlay.grab().isNull()


def test_a_dropped_text_is_read(qtbot: QtBot, window: MainWindow) -> None:
    drop(window, [], text="Some words were dropped here.", at=0.8)
    settle(qtbot, window)
    assert "Pasted text · 5 words" in area_text(window, Side.REWRITE)


def test_dropping_on_a_finished_comparison_replaces_that_side_and_can_be_undone(qtbot: QtBot, compared: MainWindow, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Nothing of this stands in the first text.", encoding="utf-8")
    drop(compared, [other], at=0.6)
    settle(qtbot, compared)
    assert compared.windowTitle().startswith("wire.txt → other.txt")
    assert compared.message.isVisible()
    compared.message.button(Offer.UNDO).click()
    assert compared.windowTitle().startswith("wire.txt → site.txt")
    assert page(state(compared)) is Page.COMPARISON


def test_too_many_files_are_refused_in_a_line(window: MainWindow, files: tuple[Path, Path]) -> None:
    drop(window, [*files, files[0]])
    assert "3 files" in window.message.said
    assert window.message.isVisible()


def missing(folder: Path) -> Path:
    return folder / "missing.txt"


def a_folder(folder: Path) -> Path:
    return folder


def empty(folder: Path) -> Path:
    path = folder / "empty.txt"
    path.write_bytes(b"")
    return path


def binary(folder: Path) -> Path:
    path = folder / "binary.txt"
    path.write_bytes(bytes(range(256)) * 40)
    return path


def unreadable(folder: Path) -> Path:
    path = folder / "locked.txt"
    path.write_text("secret")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this account may read everything")
    return path


@pytest.mark.parametrize("make", [missing, a_folder, empty, binary, unreadable])
def test_what_cannot_be_read_says_why_in_its_place_and_leaves_the_other_side(
    qtbot: QtBot, window: MainWindow, files: tuple[Path, Path], tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    drop(window, [files[0], make(tmp_path)])
    settle(qtbot, window)
    assert "wire.txt" in area_text(window, Side.ORIGINAL)
    assert "Cannot open" in area_text(window, Side.REWRITE)
    assert page(state(window)) is Page.START


def test_a_failed_replacement_leaves_the_comparison_and_says_why(qtbot: QtBot, compared: MainWindow, tmp_path: Path) -> None:
    drop(compared, [missing(tmp_path)], at=0.7)
    settle(qtbot, compared)
    assert compared.pages.currentWidget() is compared.comparison
    assert "missing.txt" in compared.message.said


def test_texts_are_pasted_and_compared(qtbot: QtBot, window: MainWindow) -> None:
    for side, text in ((Side.ORIGINAL, ORIGINAL), (Side.REWRITE, REWRITE)):
        QGuiApplication.clipboard().setText(text)
        press(window.actions_.paste)
        area = window.start.areas[side]
        assert area.editor.isVisible()
        assert area.editor.toPlainText() == text
        area.use.click()
        settle(qtbot, window)
    assert page(state(window)) is Page.COMPARISON


def test_files_are_pasted_like_dropped_ones(qtbot: QtBot, window: MainWindow, files: tuple[Path, Path]) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    QGuiApplication.clipboard().setMimeData(mime)
    press(window.actions_.paste)
    settle(qtbot, window)
    assert page(state(window)) is Page.COMPARISON


def test_an_empty_text_is_not_used(window: MainWindow) -> None:
    QGuiApplication.clipboard().clear()
    area = window.start.areas.original
    area.paste.click()
    area.use.click()
    assert window.status.notices.text() or window.message.isVisible()
    assert area.editor.isVisible()
    area.back.click()
    assert not area.editor.isVisible()


def test_files_are_chosen_in_the_systems_dialog(
    qtbot: QtBot, window: MainWindow, files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, _folder: str, kinds: str) -> tuple[list[str], str]:
        asked.append(kinds)
        return [str(files[1])], ""

    monkeypatch.setattr("rewritediff.gui.view.arriving.QFileDialog.getOpenFileNames", choose)
    press(window.actions_.open_rewrite)
    settle(qtbot, window)
    assert "site.txt" in area_text(window, Side.REWRITE)
    assert "*.txt" in asked[0]


def test_the_sample_opens(qtbot: QtBot, window: MainWindow) -> None:
    window.start.sample.click()
    settle(qtbot, window)
    assert page(state(window)) is Page.COMPARISON
    assert state(window).recent == ()


def test_what_was_compared_is_offered_again(qtbot: QtBot, compared: MainWindow) -> None:
    press(compared.actions_.clear)
    assert compared.start.recent_head.isVisible()
    compared.start.recent_chosen.emit(0)
    settle(qtbot, compared)
    assert page(state(compared)) is Page.COMPARISON


def test_a_part_of_the_answer_is_a_filter(qtbot: QtBot, compared: MainWindow) -> None:
    part = compared.comparison.answer.part(Filter.DROPPED)
    assert part is not None
    every = compared.comparison.view.model().rowCount()
    qtbot.mouseClick(part, Qt.MouseButton.LeftButton)
    assert part.isChecked()
    assert 0 < compared.comparison.view.model().rowCount() < every
    qtbot.keyClick(compared, Qt.Key.Key_Escape)
    assert not part.isChecked()
    assert compared.comparison.view.model().rowCount() == every


def test_a_filter_is_reached_by_keyboard(qtbot: QtBot, compared: MainWindow) -> None:
    part = compared.comparison.answer.part(Filter.NEW)
    assert part is not None
    part.setFocus()
    qtbot.keyClick(part, Qt.Key.Key_Space)
    assert state(compared).filter == {Filter.NEW}
    compared.comparison.answer.show_all.click()
    assert state(compared).filter == frozenset()


def test_stepping_selects_and_fills_the_pair_pane(compared: MainWindow) -> None:
    press(compared.actions_.next_change)
    first = state(compared).selected
    press(compared.actions_.next_change)
    assert state(compared).selected not in (None, first)
    press(compared.actions_.previous_change)
    assert state(compared).selected == first
    shown = compared.comparison.pair.toPlainText()
    assert "barrier of steel" in shown
    assert "wall of steel" in shown
    assert "Lightly reworded" in shown


def test_stepping_past_the_end_says_so(compared: MainWindow) -> None:
    for _ in range(20):
        press(compared.actions_.next_change)
    assert compared.status.notices.text() == words.NO_NEXT


def test_a_hidden_selection_moves_to_what_is_shown(compared: MainWindow) -> None:
    press(compared.actions_.next_change)
    compared.controller.do(reading.filter_toggled, Filter.NEW)
    assert state(compared).selected == compared.comparison.view.current_passage()
    assert "film crew" in compared.comparison.pair.toPlainText()


def test_zooming_reaches_the_pair_pane(compared: MainWindow) -> None:
    compared.controller.do(reading.tab_chosen, Tab.PAIR)
    press(compared.actions_.next_change)
    pair = compared.comparison.pair
    before = pair.document().size().height()
    compared.controller.do(reading.zoomed, 200)
    assert pair.document().size().height() > 1.3 * before


def test_a_click_on_the_runner_up_goes_there_though_a_filter_hides_it(compared: MainWindow, qtbot: QtBot) -> None:
    comparison = doubtful()
    compared.controller.do(lambda state: replace(state, work=Done(present(comparison), answer(comparison)), selected=None))
    compared.controller.do(reading.filter_toggled, Filter.DOUBTFUL)
    compared.controller.do(reading.passage_selected, 0)
    pane = compared.comparison.pair
    assert "Sentence 3 of the rewrite came close too" in pane.toPlainText()
    cursor = pane.document().find("Sentence 3 of")
    qtbot.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=pane.cursorRect(cursor).center() - QPoint(8, 0))
    assert compared.controller.state.selected == 2
    assert not compared.controller.state.filter
    assert compared.comparison.view.current_passage() == 2


def test_the_pair_pane_loads_nothing(compared: MainWindow) -> None:
    assert compared.comparison.pair.loadResource(2, QUrl("file:///etc/passwd")) is None


def test_the_list_of_changes_narrows_by_typing_and_selects(qtbot: QtBot, compared: MainWindow) -> None:
    press(compared.actions_.find_change)
    assert state(compared).tab is Tab.CHANGES
    changes = compared.comparison.changes
    every = changes.model.rowCount()
    qtbot.keyClicks(changes.field, "hotel film")
    assert 0 < changes.model.rowCount() < every
    qtbot.keyClick(changes.field, Qt.Key.Key_Return)
    assert state(compared).selected == changes.model.passage(0)
    assert compared.comparison.view.current_passage() == state(compared).selected
    qtbot.keyClicks(changes.field, " zebra")
    assert changes.empty.isVisible()
    assert "zebra" in changes.empty.text()


def test_swapping_turns_dropped_into_new(qtbot: QtBot, compared: MainWindow) -> None:
    press(compared.actions_.swap)
    settle(qtbot, compared)
    assert compared.windowTitle().startswith("site.txt → wire.txt")


def test_zoom_by_keys(compared: MainWindow) -> None:
    press(compared.actions_.larger)
    assert compared.toolbar.zoom.text() == "110 %"
    assert compared.comparison.view.zoom == pytest.approx(1.1)
    press(compared.actions_.ordinary)
    assert compared.comparison.view.zoom == pytest.approx(1.0)


def test_zoom_by_wheel_reaches_the_state(compared: MainWindow) -> None:
    compared.comparison.view.set_zoom(1.5)
    assert state(compared).zoom == 150


def test_the_theme_changes_every_part(compared: MainWindow) -> None:
    press(compared.actions_.themes[ThemeChoice.DARK])
    assert QApplication.palette().base().color().name().upper() == DARK.paper
    press(compared.actions_.themes[ThemeChoice.LIGHT])
    assert QApplication.palette().base().color().name().upper() != DARK.paper


def test_switches_reach_the_rows(compared: MainWindow) -> None:
    press(compared.actions_.typography)
    assert compared.comparison.view.presentation is not None
    assert compared.comparison.view.presentation.options.typography
    press(compared.actions_.word_marks)
    assert not compared.comparison.view.presentation.options.word_marks
    assert not compared.actions_.typography.isEnabled()


def test_copying_puts_both_versions_on_the_clipboard(compared: MainWindow) -> None:
    press(compared.actions_.next_change)
    press(compared.actions_.copy)
    assert "barrier of steel" in QGuiApplication.clipboard().text()


def test_the_key_map_is_a_page_of_the_window(qtbot: QtBot, compared: MainWindow) -> None:
    press(compared.actions_.keys)
    assert compared.pages.currentWidget() is compared.keys
    qtbot.keyClick(compared, Qt.Key.Key_Escape)
    assert compared.pages.currentWidget() is compared.comparison


def test_cancelling_leaves_both_sides_and_a_button(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    start_long_job(qtbot, window, tmp_path)
    qtbot.waitUntil(window.progress.isVisible, timeout=10_000)
    qtbot.mouseClick(window.progress.cancel, Qt.MouseButton.LeftButton)
    assert isinstance(state(window).work, Stopped)
    assert not window.progress.isVisible()
    assert window.start.compare.isVisible()


def test_closing_during_a_job_is_clean(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    start_long_job(qtbot, window, tmp_path)
    window.close()
    assert window.controller.close()


def test_a_stale_result_is_dropped(qtbot: QtBot, window: MainWindow, files: tuple[Path, Path], tmp_path: Path) -> None:
    start_long_job(qtbot, window, tmp_path)
    drop(window, [*files])
    settle(qtbot, window)
    qtbot.wait(50)
    assert window.windowTitle().startswith("wire.txt → site.txt")
    assert state(window).comparison.documents.original.name == "wire.txt"  # type: ignore[union-attr]


def start_long_job(qtbot: QtBot, window: MainWindow, folder: Path) -> None:
    """Begin a comparison that takes some seconds."""
    paths = [folder / "long-a.txt", folder / "long-b.txt"]
    for number, path in enumerate(paths):
        lines = (
            f"On day {k * 7919 % 9973} the {k % 97} boats of crew {k % 13} met {k * number} others off cape {k % 31}." for k in range(6000)
        )
        path.write_text("\n".join(lines), encoding="utf-8")
    drop(window, paths)
    qtbot.waitUntil(lambda: isinstance(state(window).work, Running), timeout=20_000)


def test_the_same_file_twice_is_compared_with_a_notice(qtbot: QtBot, window: MainWindow, files: tuple[Path, Path]) -> None:
    drop(window, [files[0], files[0]])
    settle(qtbot, window)
    assert isinstance(state(window).work, Done)
    assert "same file" in window.status.notices.text()


def test_preferences_come_back(qtbot: QtBot, compared: MainWindow, preferences: Preferences) -> None:
    compared.resize(780, 600)  # the screen of a window without a display is 800 x 800
    press(compared.actions_.larger)
    press(compared.actions_.layouts[Layout.READING])
    press(compared.actions_.themes[ThemeChoice.DARK])
    compared.comparison.tabs.setCurrentIndex(tab_index(Tab.CHANGES))
    compared.close()
    back = preferences.restored(State())
    assert (back.zoom, back.theme, back.tab, back.layout) == (110, ThemeChoice.DARK, Tab.CHANGES, Layout.READING)
    assert [File(path).name for path in back.recent[0]] == ["wire.txt", "site.txt"]
    again = MainWindow(Controller(back), preferences)
    qtbot.addWidget(again)
    assert again.size() == compared.size()


def test_the_layout_is_turned_by_switch_and_key(compared: MainWindow, qtbot: QtBot) -> None:
    view = compared.comparison.view
    assert compared.actions_.layouts[Layout.ALIGNED].isChecked()
    press(compared.actions_.layouts[Layout.READING])
    assert view.layout_shown is Layout.READING
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_L)
    assert view.layout_shown is Layout.ALIGNED
    assert compared.actions_.layouts[Layout.ALIGNED].isChecked()


@pytest.mark.parametrize("damage", ["[[1]]", "no json", '{"a": 1}', "[[]]"])
def test_damaged_preferences_are_as_good_as_none(preferences: Preferences, damage: str) -> None:
    preferences._file.setValue("recent", damage)
    preferences._file.setValue("zoom", "huge")
    preferences._file.setValue("theme", "pink")
    preferences._file.setValue("layout", "sideways")
    assert preferences.restored(State()) == State()


def test_an_error_in_the_program_becomes_a_line(window: MainWindow, capfd: pytest.CaptureFixture[str]) -> None:
    app._Hook(window.controller)(ValueError, ValueError("broken"), None)
    assert "ValueError: broken" in window.message.said
    assert "ValueError" in capfd.readouterr().err


def test_everything_that_takes_the_keyboard_has_a_name(compared: MainWindow) -> None:
    nameless = [
        widget
        for widget in compared.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)() or widget.toolTip())
        and type(widget).__name__ not in ("QTabBar", "QTabWidget", "QStackedWidget", "QScrollBar")
    ]
    assert nameless == []


def test_the_window_is_rendered_to_a_picture(tmp_path: Path, files: tuple[Path, Path]) -> None:
    picture = tmp_path / "window.png"
    app.render(*files, picture, size=(1000, 700), dark=True)
    assert picture.stat().st_size > 10_000


def test_a_picture_of_what_cannot_be_read_fails_with_the_reason(tmp_path: Path, files: tuple[Path, Path]) -> None:
    with pytest.raises(RuntimeError, match=r"missing\.txt"):
        app.render(files[0], tmp_path / "missing.txt", tmp_path / "window.png")


@pytest.mark.parametrize("typeface", [Typeface.SANS, Typeface.SYSTEM, Typeface.SERIF])
def test_the_readers_letters_reach_texts_and_panes(compared: MainWindow, typeface: Typeface) -> None:
    press(compared.actions_.next_change)
    press(compared.actions_.typefaces[typeface])
    families = article_font(1.0, typeface).families()
    assert compared.comparison.view._page.type.font(Role.BODY).families() == families
    assert compared.start.areas.original.editor.font().families() == families
    pair = compared.comparison.pair
    cursor = pair.document().find("It agreed to build")
    assert cursor.charFormat().font().families() == families
