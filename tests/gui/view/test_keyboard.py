"""Without a mouse and without eyes: every action by key, no trap for Tab, focus that is seen, what screen readers find and hear."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QMenu, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Side
from rewritediff.gui import gestures, keys_words, reading, words
from rewritediff.gui.view import accessible
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.wording import Filter, passage_spoken

ROLE = QAccessible.Role


def shortcuts(window: MainWindow) -> list[str]:
    """List every shortcut of the window."""
    return [key.toString(PORTABLE) for action in window.findChildren(QAction) for key in action.shortcuts()]


PORTABLE = QKeySequence.SequenceFormat.PortableText


def menu_actions(menu: QMenu) -> Iterator[QAction]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from menu_actions(below)
        elif not action.isSeparator():
            yield action


def tab_round(window: MainWindow) -> list[QWidget]:
    """Press Tab until the focus is where it was."""
    first = QApplication.focusWidget()
    assert first is not None
    found = [first]
    for _ in range(200):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focus = QApplication.focusWidget()
        assert focus is not None
        if focus is found[-1] and isinstance(focus, QTextBrowser):
            continue  # from link to link
        if focus in found:
            return found
        found.append(focus)
    raise AssertionError("Tab does not come round")


def takers(window: MainWindow) -> set[QWidget]:
    """Find all that is to be reached by Tab."""
    policy = Qt.FocusPolicy.TabFocus
    return {
        widget
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & policy
        and widget.focusProxy() is None
        and not widget.inherits("QScrollBar")
        and widget.objectName() != "qt_spinbox_lineedit"
    }


class TestKeys:
    def test_no_key_does_two_things(self, window: MainWindow) -> None:
        found = shortcuts(window)
        assert sorted(found) == sorted(set(found))

    def test_every_action_has_a_key_or_stands_in_the_menu_that_has_one(self, window: MainWindow) -> None:
        listed = set(menu_actions(window.toolbar.menu))
        keyless = [
            action.text()
            for action in window.findChildren(QAction)
            if action.text()
            and not action.shortcuts()
            and action not in listed
            and not isinstance(action.menu(), QMenu)
            and not isinstance(action.parent(), QLineEdit)  # the cross that empties a field: Delete does the same
        ]
        assert keyless == []
        assert window.actions_.menu.shortcuts()

    def test_the_key_of_the_menu_opens_it(self, qtbot: QtBot, window: MainWindow) -> None:
        QTimer.singleShot(0, window.toolbar.menu.close)  # an open menu has an event loop of its own
        with qtbot.waitSignal(window.toolbar.menu.aboutToShow):
            window.actions_.menu.trigger()

    def test_every_shortcut_stands_on_the_key_map(self, window: MainWindow) -> None:
        page = [key for _, rows in keys_words.KEYS for key, _ in rows]
        listed = {QKeySequence(key.replace("−", "-")).toString(PORTABLE) for keys in page for key in re.split(r", | or ", keys)}
        assert set(shortcuts(window)) <= listed

    def test_every_key_of_the_key_map_does_something(self, compared: MainWindow) -> None:
        """All keys listed are shortcuts, or keys of the texts and of any window; a wheel is no key."""
        page = [key for _, rows in keys_words.KEYS for keys, _ in rows for key in re.split(r", | or ", keys)]
        listed = {QKeySequence(key.replace("−", "-")).toString(PORTABLE) for key in page}
        in_list = {"Y", "A", "D", "Shift+D", "Shift+Enter", "Backspace"}
        assert listed - set(shortcuts(compared)) == {"Up", "Down", "Left", "Right", "Enter", "Esc", "Tab", "", *in_list}


class TestTab:
    def test_tab_reaches_everything_on_the_start_page_and_comes_round(self, window: MainWindow) -> None:
        window.start.areas.original.open.setFocus()
        assert takers(window) <= set(tab_round(window))

    def test_tab_reaches_everything_beside_a_comparison_and_comes_round(self, compared: MainWindow) -> None:
        compared.comparison.view.setFocus()
        assert takers(compared) <= set(tab_round(compared))

    def test_tab_leaves_the_list_of_changes(self, compared: MainWindow) -> None:
        compared.actions_.find_change.trigger()
        assert takers(compared) <= set(tab_round(compared))

    def test_a_side_that_is_written_is_no_trap(self, window: MainWindow) -> None:
        window.start.areas.original.paste.click()
        assert takers(window) <= set(tab_round(window))

    def test_what_has_the_keyboard_is_seen(self, compared: MainWindow) -> None:
        compared.actions_.next_change.trigger()
        unseen = []
        for widget in takers(compared):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            with_focus = compared.grab().toImage()
            compared.comparison.view.setFocus() if widget is not compared.comparison.view else compared.toolbar.menu_button.setFocus()
            if compared.grab(QRect(widget.mapTo(compared, widget.rect().topLeft()), widget.size())).toImage() == with_focus.copy(
                QRect(widget.mapTo(compared, widget.rect().topLeft()), widget.size())
            ):
                unseen.append(widget)
        assert unseen == []


class TestScreenReaders:
    def test_rows_buttons_and_lists_have_role_name_and_place(self, compared: MainWindow) -> None:
        compared.actions_.find_change.trigger()
        QApplication.processEvents()
        nameless = []
        for widget in compared.findChildren(QWidget):
            if not widget.isVisible() or not isinstance(widget, QAbstractButton | QListView | QLineEdit | QTextBrowser):
                continue
            found = QAccessible.queryAccessibleInterface(widget)
            named = bool(found.text(QAccessible.Text.Name)) and found.rect().isValid()
            if not named or found.role() in (ROLE.NoRole, ROLE.Client):
                nameless.append((type(widget).__name__, widget.objectName(), found.role(), found.text(QAccessible.Text.Name)))
        assert nameless == []

    def test_a_row_is_named_whole_where_it_stands(self, compared: MainWindow) -> None:
        view = compared.comparison.view
        table = QAccessible.queryAccessibleInterface(view)
        assert table.role() is ROLE.Table
        cells = [child for k in range(table.childCount()) if (child := table.child(k)) and child.role() is ROLE.Cell]
        names = [cell.text(QAccessible.Text.Name) for cell in cells]
        edited = next(name for name in names if "steel" in name)
        assert re.fullmatch(r"(Lightly reworded|Paraphrased)(, 1 thing .*)?\. Original: It agreed .* Rewrite: It has agreed .*", edited)
        rects = [cell.rect() for cell in cells if view.viewport().rect().intersects(view.viewport().rect())]
        assert all(rect.isValid() and rect.height() > 10 for rect in rects)
        assert len(set(names)) > len(names) / 2

    def test_changes_in_the_list_have_names(self, compared: MainWindow) -> None:
        compared.actions_.find_change.trigger()
        listed = QAccessible.queryAccessibleInterface(compared.comparison.changes.list)
        assert listed.role() is ROLE.List
        assert listed.child(0).text(QAccessible.Text.Name)
        assert listed.child(0).rect().isValid()


class TestAnnouncements:
    @pytest.fixture
    def heard(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        said: list[str] = []
        monkeypatch.setattr(accessible.QAccessible, "isActive", lambda: True)
        monkeypatch.setattr(accessible.QAccessible, "updateAccessibility", lambda event: said.append(event.message()))
        return said

    def test_a_step_says_the_passage(self, heard: list[str], compared: MainWindow) -> None:
        heard.clear()
        compared.actions_.next_change.trigger()
        state = compared.controller.state
        assert state.comparison is not None
        assert state.selected is not None
        assert heard == [passage_spoken(state.comparison, state.selected)]

    def test_the_last_step_says_that_there_is_no_further_one(self, heard: list[str], compared: MainWindow) -> None:
        for _ in range(20):
            compared.actions_.next_change.trigger()
        assert heard[-1] == words.NO_NEXT

    def test_the_end_of_comparing_says_the_answer(self, heard: list[str], compared: MainWindow) -> None:
        assert compared.controller.state.comparison is not None
        assert any(said.startswith(words.COMPARED) and "have a counterpart" in said for said in heard)

    def test_a_filter_says_how_much_it_leaves(self, heard: list[str], compared: MainWindow) -> None:
        compared.controller.do(reading.filter_toggled, Filter.NEW)
        assert heard[-1] == "1 passage shown."
        compared.controller.do(reading.filter_cleared)
        assert heard[-1] == words.ALL_SHOWN

    def test_what_cannot_be_read_is_said(self, qtbot: QtBot, heard: list[str], window: MainWindow) -> None:
        window.controller.do(gestures.dropped, ["/no/such/file.txt"], "", Side.ORIGINAL)
        qtbot.waitUntil(lambda: any("file.txt" in said for said in heard))


def test_the_page_of_keys_scrolls_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(800, 500)
    window.actions_.keys.trigger()
    QApplication.processEvents()
    bar, button = window.keys.verticalScrollBar(), window.keys.close_button
    assert button.hasFocus()
    places = []
    for key in (Qt.Key.Key_Home, Qt.Key.Key_PageDown, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_Home):
        qtbot.keyClick(button, key)
        places.append(bar.value())
    assert places[0] == places[-1] == 0 < places[1] < places[2] == bar.maximum() > places[3]
