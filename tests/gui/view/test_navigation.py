"""Finding, outline, list, notes and menus in the window itself."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from rewritediff.bundled import sample_pair
from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Relation, Side, Span
from rewritediff.gui import app, gestures, reading
from rewritediff.gui.choices import Layout, Tab
from rewritediff.gui.controller import Controller
from rewritediff.gui.finding import current_hit
from rewritediff.gui.sources import File
from rewritediff.gui.state import State
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.view.menus import passage_menu
from rewritediff.gui.view.selection import TextSelection
from rewritediff.gui.words import NOT_MOVED
from rewritediff.gui.work import Done
from rewritediff.wording import Filter


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[MainWindow]:
    made = MainWindow(Controller(app._first_state()))
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    made.controller.do(gestures.opened_pair, *(File(str(path)) for path in sample_pair()))
    qtbot.waitUntil(lambda: isinstance(made.controller.state.work, Done), timeout=20_000)
    QApplication.processEvents()
    yield made
    made.close()


def state(window: MainWindow) -> State:
    return window.controller.state


def press(action: QAction) -> None:
    assert action.isEnabled()
    action.trigger()


def select(window: MainWindow, *, moved: bool = False, relation: Relation | None = None) -> int:
    """Select the first passage of a kind by a gesture."""
    assert state(window).comparison is not None
    passages = state(window).comparison.passages
    number = next(k for k, p in enumerate(passages) if (p.moved if moved else not p.moved) and relation in (None, p.relation))
    window.navigation.choose(number)
    return number


def look_for(qtbot: QtBot, window: MainWindow, words: str) -> None:
    press(window.actions_.find)
    qtbot.keyClicks(window.comparison.find_bar.field, words)


class TestFind:
    def test_a_hit_far_away_is_brought_to_a_third_of_the_view(self, qtbot: QtBot, window: MainWindow) -> None:
        view = window.comparison.view
        look_for(qtbot, window, "grandmother")
        row = view._current_row()
        assert row is not None
        top, height = view.visualRect(view.currentIndex()).top(), view.viewport().height()
        assert height / 5 < top < height / 2

    def test_outline_and_list_follow_the_hit_while_it_is_in_view(self, qtbot: QtBot, window: MainWindow) -> None:
        window.controller.do(reading.tab_chosen, Tab.OUTLINE)
        look_for(qtbot, window, "grandmother")
        comparison = window.comparison
        entry_of = comparison.outline.model.outline.entry_of
        bar = comparison.view.verticalScrollBar()
        for pixels in (0, 60):  # scrolled a little, the hit is seen still
            bar.setValue(bar.value() + pixels)
            QApplication.processEvents()
            assert comparison.outline.painter.current == entry_of[state(window).selected or 0]
        bar.setValue(0)
        QApplication.processEvents()
        assert comparison.outline.painter.current == entry_of[0]

    def test_typing_finds_counts_and_goes_there(self, qtbot: QtBot, window: MainWindow) -> None:
        look_for(qtbot, window, "CONTRACTOR")
        bar = window.comparison.find_bar
        assert bar.isVisible()
        assert "in the original" in bar.counts.text()
        assert bar.counts.text().startswith("1 of ")
        row = window.comparison.view._current_row()
        assert row is not None
        assert row in window.comparison.view.rows_in_view()
        assert "contractor" in " ".join(side.text.text for side in window.comparison.view._shown().content(row).sides)

    def test_enter_and_the_keys_go_on_and_back(self, qtbot: QtBot, window: MainWindow) -> None:
        look_for(qtbot, window, "harbour")
        field = window.comparison.find_bar.field
        qtbot.keyClick(field, Qt.Key.Key_Return)
        assert state(window).find.hit == 1
        press(window.actions_.find_next)
        assert state(window).find.hit == 2
        qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        press(window.actions_.find_previous)
        assert state(window).find.hit == 0

    def test_escape_closes_the_bar_and_keeps_the_place(self, qtbot: QtBot, window: MainWindow) -> None:
        look_for(qtbot, window, "contractor")
        chosen, at = state(window).selected, window.comparison.view.verticalScrollBar().value()
        qtbot.keyClick(window.comparison.find_bar.field, Qt.Key.Key_Escape)
        assert not window.comparison.find_bar.isVisible()
        assert state(window).selected == chosen
        assert window.comparison.view.verticalScrollBar().value() == at
        assert not any(
            window.comparison.view.look(row, window.comparison.view._shown().content(row)).hits
            for row in window.comparison.view.rows_in_view()
        )

    def test_hits_are_marked_on_both_sides_and_one_is_current(self, qtbot: QtBot, window: MainWindow) -> None:
        look_for(qtbot, window, "harbour")
        view = window.comparison.view
        hits = [hit for row in range(len(view._shown().rows)) for hit in view.look(row, view._shown().content(row)).hits]
        assert {side for side, _, _, _ in hits} == set(Side)
        assert [current for *_, current in hits].count(True) == 1

    def test_what_is_chosen_in_the_texts_is_looked_for(self, window: MainWindow) -> None:
        view = window.comparison.view
        view._pointer.double_press(view.row_box(0, view._shown().content(0)).topLeft() + QPointF(60, 12))
        press(window.actions_.find)
        assert state(window).find.words == view.chosen_words() != ""

    def test_the_fields_own_button_ends_looking(self, qtbot: QtBot, window: MainWindow) -> None:
        look_for(qtbot, window, "harbour")
        window.comparison.find_bar.field.clear()
        assert state(window).find.words == ""
        assert window.comparison.find_bar.counts.text() == ""

    def test_letters_typed_are_no_commands(self, qtbot: QtBot, window: MainWindow) -> None:
        look_for(qtbot, window, "npjk")
        assert window.comparison.find_bar.field.text() == "npjk"


class TestReadingLayout:
    def test_hits_are_found_and_brought_into_view(self, qtbot: QtBot, window: MainWindow) -> None:
        window.controller.do(reading.layout_chosen, Layout.READING)
        look_for(qtbot, window, "contractor")
        view = window.comparison.view
        found = [hit for hit in (current_hit(state(window)),) if hit]
        assert found
        sentences = state(window).comparison.documents[found[0].side].sentences
        row = view._current_row()
        assert row is not None
        assert row in view.rows_in_view()
        whole = Span(sentences[0].start, sentences[-1].end)
        assert [current for _, current in view.aspect().hits(found[0].side, whole)].count(True) == 1
        view.grab()

    def test_chosen_text_goes_into_notes_finding_and_the_clipboard(self, window: MainWindow) -> None:
        window.controller.do(reading.layout_chosen, Layout.READING)
        view = window.comparison.view
        view._pointer.selection = TextSelection(Side.REWRITE, (1, 0), (1, 5))
        QApplication.processEvents()
        assert view.chosen_words() == view.copied().text == "After"
        assert view.selected_passages() == [state(window).comparison.passage_of.rewrite[1]]
        view._pointer.selection = TextSelection(Side.REWRITE, (1, 0), (2, 9))
        assert view.copied().html.count("<p>") == 2
        assert len(view.selected_passages()) > 2

    def test_the_other_end_of_a_move_is_brought_into_view(self, window: MainWindow) -> None:
        window.controller.do(reading.layout_chosen, Layout.READING)
        select(window, moved=True)
        press(window.actions_.other_end)
        view = window.comparison.view
        row = view._current_row()
        assert row is not None
        assert row in view.rows_in_view()


class TestOutline:
    def test_it_is_filled_when_it_is_seen_and_leads_to_the_texts(self, qtbot: QtBot, window: MainWindow) -> None:
        outline = window.comparison.outline
        assert outline.model.rowCount() == 0
        press(window.actions_.tabs[Tab.OUTLINE])
        assert outline.model.rowCount() == 11
        outline.list.setCurrentIndex(outline.model.index(8))
        qtbot.keyClick(outline.list, Qt.Key.Key_Return)
        assert state(window).selected == outline.model.outline.entries[8].passage
        assert window.comparison.view.current_passage() == state(window).selected

    def test_it_follows_the_view(self, window: MainWindow) -> None:
        press(window.actions_.tabs[Tab.OUTLINE])
        painter, bar = window.comparison.outline.painter, window.comparison.view.verticalScrollBar()
        seen = []
        for value in (0, bar.maximum() // 2, bar.maximum()):
            bar.setValue(value)
            QApplication.processEvents()
            seen.append(painter.current)
        assert seen[0] == 0
        assert 0 < seen[1] < seen[2] == 10

    def test_each_entry_is_said_whole(self, window: MainWindow) -> None:
        press(window.actions_.tabs[Tab.OUTLINE])
        said = window.comparison.outline.model.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
        assert said.startswith("The barrier will consist")
        assert said.endswith(", ¶ 3: 2 sentences with a counterpart, 1 dropped")


class TestChanges:
    def test_the_list_marks_the_change_that_is_read(self, window: MainWindow) -> None:
        press(window.actions_.tabs[Tab.CHANGES])
        bar = window.comparison.view.verticalScrollBar()
        bar.setValue(0)
        QApplication.processEvents()
        first = window.comparison.changes.painter.reading
        bar.setValue(bar.maximum())
        QApplication.processEvents()
        assert first is not None
        assert window.comparison.changes.painter.reading not in (None, first)

    def test_the_field_is_left_and_emptied_by_key(self, qtbot: QtBot, window: MainWindow) -> None:
        press(window.actions_.find_change)
        field = window.comparison.changes.field
        qtbot.keyClicks(field, "dropped")
        assert window.comparison.changes.model.rowCount() == 3
        qtbot.keyClick(field, Qt.Key.Key_Down)
        assert state(window).selected == window.comparison.changes.model.passage(0)
        qtbot.keyClick(field, Qt.Key.Key_Escape)
        assert field.text() == ""


class TestGoing:
    def test_the_key_leads_to_the_other_end_of_a_move_and_back(self, window: MainWindow) -> None:
        number = select(window, moved=True)
        view = window.comparison.view
        here = view._current_row()
        press(window.actions_.other_end)
        there = view._current_row()
        assert there is not None
        assert view._shown().rows[there].kind is RowKind.LEFT
        assert there in view.rows_in_view()
        assert state(window).selected == number
        press(window.actions_.other_end)
        assert view._current_row() == here

    def test_what_did_not_move_has_no_other_end(self, window: MainWindow) -> None:
        select(window, relation=Relation.INSERTED)
        press(window.actions_.other_end)
        assert window.status.notices.text() == NOT_MOVED

    def test_stepping_by_kind_leads_to_the_same_kind(self, window: MainWindow) -> None:
        first = select(window, relation=Relation.OMITTED)
        press(window.actions_.next_alike)
        second = state(window).selected
        assert second not in (None, first)
        assert state(window).comparison.passages[second].relation is Relation.OMITTED
        press(window.actions_.previous_alike)
        assert state(window).selected == first

    def test_stepping_goes_through_what_the_answer_line_shows(self, window: MainWindow) -> None:
        window.controller.do(reading.filter_toggled, Filter.UNCHANGED)
        press(window.actions_.next_change)
        assert state(window).comparison.passages[state(window).selected].relation is Relation.SAME

    def test_one_key_shows_only_this_kind_and_all_again(self, window: MainWindow) -> None:
        select(window, relation=Relation.INSERTED)
        press(window.actions_.filter_alike)
        assert state(window).filter == {Filter.NEW}
        press(window.actions_.filter_alike)
        assert not state(window).filter


class TestCopy:
    def test_a_note_holds_both_versions_and_their_places(self, window: MainWindow) -> None:
        select(window, relation=Relation.OMITTED)
        press(window.actions_.copy_note)
        said = QGuiApplication.clipboard().text()
        assert said.startswith("Dropped\n\nOriginal (original.txt), ¶ ")
        assert said.endswith("Rewrite (rewrite.txt): dropped")
        assert window.status.notices.text() == "Copied 1 passage as a note."

    def test_a_note_of_several_selected_rows_names_each_passage_once(self, qtbot: QtBot, window: MainWindow) -> None:
        view = window.comparison.view
        window.navigation.choose(0)
        view.setFocus()
        for _ in range(2):
            qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        press(window.actions_.copy_note)
        assert QGuiApplication.clipboard().text().count("* * *") == 2

    def test_copying_gives_plain_and_rich_text(self, window: MainWindow) -> None:
        select(window, relation=Relation.EDITED)
        press(window.actions_.copy)
        mime = QGuiApplication.clipboard().mimeData()
        assert mime.text().startswith("Lightly reworded")
        assert "<u>" in mime.html()


class TestMenus:
    def test_a_right_click_selects_and_offers_what_can_be_done(self, window: MainWindow) -> None:
        view = window.comparison.view
        asked: list[QPoint] = []
        view.menu_wanted.connect(asked.append)
        place = view.row_box(1, view._shown().content(1)).center().toPoint()
        at = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, view.viewport().mapToGlobal(place))
        QApplication.sendEvent(view.viewport(), at)
        assert asked
        assert view._current_row() == 1
        for menu in window.findChildren(QMenu):
            menu.close()

    def test_everything_in_a_menu_has_a_key_or_stands_in_the_main_menu(self, window: MainWindow) -> None:
        def actions(menu: QMenu) -> list[QAction]:
            return [found for action in menu.actions() for found in (actions(action.menu()) if action.menu() else [action])]

        main = actions(window.toolbar.menu)
        offered = passage_menu(window, window.actions_, in_texts=True, elsewhere=True)
        assert [action for action in offered.actions() if not action.isSeparator() and not action.shortcut() and action not in main] == []


class TestOverview:
    def test_hovering_says_what_stands_there(self, window: MainWindow) -> None:
        strip = window.comparison.overview
        assert strip.preview(strip._y(0.5)).startswith("Paraphrased\nVelmora council approves")
        assert strip.preview(0) == ""

    def test_the_strip_is_as_high_as_the_view_where_there_is_something_to_scroll(self, window: MainWindow) -> None:
        strip = window.comparison.overview
        assert strip._y(len(window.comparison.view._shown().rows)) == pytest.approx(strip.height() - 6)
