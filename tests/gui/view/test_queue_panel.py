"""The list of findings in the window itself: cards, keys, buttons, menu, what is kept, the house's own list."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewritediff import house_list
from rewritediff.core.decisions import Ruling
from rewritediff.core.house import House
from rewritediff.core.values import Strength
from rewritediff.gui import app, doing, gestures, jobs, queue_words, reading, verdicts
from rewritediff.gui.choices import Tab
from rewritediff.gui.controller import Controller
from rewritediff.gui.findings import choose_finding
from rewritediff.gui.rows import present
from rewritediff.gui.sources import Pasted
from rewritediff.gui.state import State, asks_anew, is_busy, looks_for_review, review_known
from rewritediff.gui.view.actions import tab_index
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.view.queue_list import ITEM
from rewritediff.gui.view.queue_panel import QueuePanel
from rewritediff.gui.work import Done
from rewritediff.wording import Filter, answer
from tests.gui.findings import ORIGINAL, REWRITE, findings

FINE, ASK, DISMISSED = Ruling
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """Open a window on a pair with findings made by hand, whatever the finders find."""

    def with_findings(job: jobs.CompareJob, send: jobs.Send, _: object) -> None:
        from rewritediff.engine import compare, lexicon

        found = compare(*job.articles, lexicon=replace(lexicon(), house=job.house))
        found = replace(found, findings=findings(found))
        send(jobs.CompareDone(job.ticket, Done(present(found), answer(found))))

    monkeypatch.setattr(doing, "_compare", with_findings)
    first = replace(app._first_state(), kept_in=str(tmp_path / "state"), house_file=str(tmp_path / "house.txt"))
    made = MainWindow(Controller(first))
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    compare(qtbot, made)
    yield made
    made.close()


def compare(qtbot: QtBot, window: MainWindow) -> None:
    window.controller.do(gestures.opened_pair, Pasted(ORIGINAL), Pasted(REWRITE))
    settle(qtbot, window)


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not (is_busy(state(window)) or looks_for_review(state(window)) or asks_anew(state(window))), timeout=20_000)
    QApplication.processEvents()


def state(window: MainWindow) -> State:
    return window.controller.state


def panel(window: MainWindow) -> QueuePanel:
    return window.comparison.queue


def rulings(window: MainWindow) -> list[Ruling | None]:
    review = review_known(state(window))
    assert review is not None
    return [verdict and verdict.ruling for verdict in review.of_finding]


def press(qtbot: QtBot, window: MainWindow, *keys: Key, shift: bool = False) -> None:
    panel(window).list.setFocus()
    for key in keys:
        qtbot.keyClick(panel(window).list, key, Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier)


def choose(window: MainWindow, number: int) -> None:
    window.controller.do(choose_finding, number)


def test_the_tab_is_shown_with_how_much_waits(window: MainWindow) -> None:
    tabs = window.comparison.tabs
    assert tabs.currentIndex() == tab_index(Tab.CHECK)
    assert tabs.tabText(tab_index(Tab.CHECK)) == "To check 4"
    assert panel(window).counts.text() == "4 to check · 2 to look at"
    assert panel(window).model.rowCount() == 6


def test_choosing_a_card_chooses_its_finding_and_passage(window: MainWindow) -> None:
    panel(window).list.setCurrentIndex(panel(window).model.index(1))
    assert state(window).finding == 1
    assert state(window).selected == state(window).comparison.findings[1].passages[0]  # type: ignore[union-attr]
    assert panel(window).foot.said.text().startswith("Numbers differ: original has 30, rewrite has 36.")


def test_keys_handle_cards_one_after_the_other(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 0)
    press(qtbot, window, Key.Key_Y, Key.Key_A)
    assert rulings(window)[:3] == [FINE, ASK, None]
    assert state(window).finding == 2
    assert panel(window).list.currentIndex().row() == 2
    assert panel(window).counts.text() == "2 to check · 2 to look at · 2 done"
    assert window.comparison.tabs.tabText(tab_index(Tab.CHECK)) == "To check 2"
    press(qtbot, window, Key.Key_Backspace)
    assert rulings(window)[:3] == [FINE, None, None]


def test_keys_of_the_window_do_not_handle_cards(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 0)
    window.comparison.view.setFocus()
    for key in (Key.Key_Y, Key.Key_A, Key.Key_D, Key.Key_Backspace):
        qtbot.keyClick(window.comparison.view, key)
    assert rulings(window) == [None] * 8


def test_a_reason_is_asked_for_in_the_panel(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 0)
    press(qtbot, window, Key.Key_D)
    field = panel(window).foot.reason
    assert field.isVisible()
    assert rulings(window) == [None] * 8
    qtbot.keyClicks(field, "day after")
    qtbot.keyClick(field, Key.Key_Return)
    assert rulings(window)[0] is DISMISSED
    assert review_known(state(window)).of_finding[0].reason == "day after"  # type: ignore[union-attr]
    assert not field.isVisible()
    assert state(window).finding == 1
    assert panel(window).list.hasFocus()


def test_escape_leaves_the_reason_and_dismisses_nothing(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 0)
    press(qtbot, window, Key.Key_D)
    qtbot.keyClick(panel(window).foot.reason, Key.Key_Escape)
    assert not panel(window).foot.reason.isVisible()
    assert rulings(window) == [None] * 8
    assert panel(window).list.hasFocus()


def test_all_like_this_are_dismissed(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 1)
    press(qtbot, window, Key.Key_D, shift=True)
    assert rulings(window)[:4] == [None, DISMISSED, DISMISSED, None]


def test_buttons_do_what_keys_do(window: MainWindow) -> None:
    foot = panel(window).foot
    choose(window, 0)
    foot.fine.click()
    foot.ask.click()
    foot.dismiss.click()
    assert foot.reason.isVisible()
    foot.dismiss.click()
    assert rulings(window)[:3] == [FINE, ASK, DISMISSED]
    choose(window, 1)
    assert not foot.fine.isVisible()
    foot.back.click()
    assert rulings(window)[:3] == [FINE, None, DISMISSED]


def test_enter_leads_to_the_words(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 4)
    press(qtbot, window, Key.Key_Return)
    assert window.comparison.view.hasFocus()


def test_the_question_is_copied(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 0)
    panel(window).list.setFocus()
    qtbot.keyClick(panel(window).list, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Names differ: original has China, rewrite has Russia\n\nOriginal")
    assert "¶ 2" in copied
    assert copied.count("stays the stronger player") == 2


def test_a_strength_is_chosen(window: MainWindow) -> None:
    for strength, cards in ((Strength.CHECK, 4), (Strength.NOTE, 7), (Strength.LOOK, 6)):
        panel(window).strengths[strength].trigger()
        assert panel(window).model.rowCount() == cards
        assert panel(window).strengths[strength].isChecked()


def test_the_answer_leads_to_the_list(window: MainWindow) -> None:
    window.controller.do(reading.tab_chosen, Tab.PAIR)
    part = window.comparison.answer.part(Filter.CHECK)
    assert part is not None
    part.click()
    assert window.comparison.tabs.currentIndex() == tab_index(Tab.CHECK)


def test_verdicts_come_back_with_their_pair(qtbot: QtBot, window: MainWindow) -> None:
    choose(window, 0)
    press(qtbot, window, Key.Key_Y, Key.Key_A)
    window.controller.do(gestures.swapped)
    settle(qtbot, window)
    assert panel(window).counts.text() != ""
    compare(qtbot, window)
    assert rulings(window)[:3] == [FINE, ASK, None]


def test_handled_findings_are_painted_faint(window: MainWindow) -> None:
    choose(window, 0)
    window.controller.do(verdicts.ruled, FINE)
    view = window.comparison.view
    assert view._handled == frozenset({0})
    row = view._current_row()
    assert row is not None
    assert view.look(row, view._shown().content(row)).handled == frozenset({0})
    window.grab()


def test_cards_are_painted_in_every_state(window: MainWindow) -> None:
    """Nothing is asserted of pixels: painting must not fail, for any card, done or waiting, in both layouts of a card."""
    window.controller.do(verdicts.strength_chosen, Strength.NOTE)
    for number in (0, 3, 5):
        choose(window, number)
        window.controller.do(verdicts.ruled, FINE)
    items = [panel(window).model.data(panel(window).model.index(row), ITEM) for row in range(7)]
    assert [bool(item.verdict) for item in items] == [True, False, False, True, False, True, False]
    assert not window.grab().isNull()


def test_a_card_is_said_whole(window: MainWindow) -> None:
    index = panel(window).model.index(0)
    said = "To check: Names differ: original has China, rewrite has Russia. ¶ 2"
    assert panel(window).model.data(index, Qt.ItemDataRole.AccessibleTextRole) == said
    choose(window, 0)
    window.controller.do(verdicts.ruled, DISMISSED, "old")
    assert panel(window).model.data(index, Qt.ItemDataRole.AccessibleTextRole) == f"Dismissed: old. {said}"


class TestHouse:
    def entries(self, window: MainWindow) -> list[str]:
        return [action.text() for action in window.handling.menu().actions()]

    def test_the_menu_offers_what_makes_sense(self, window: MainWindow) -> None:
        choose(window, 0)
        assert queue_words.TREAT_AS_SAME.format(terms="China = Russia") in self.entries(window)
        assert queue_words.IGNORE_TERM.format(term="China") in self.entries(window)
        choose(window, 3)
        assert not any(entry.startswith(("Treat", "Ignore")) for entry in self.entries(window))

    def act(self, window: MainWindow, begins: str) -> None:
        next(action for action in window.handling.menu().actions() if action.text().startswith(begins)).trigger()

    def test_what_is_treated_as_the_same_stands_in_the_list(self, qtbot: QtBot, window: MainWindow) -> None:
        choose(window, 0)
        passages = state(window).comparison.passages  # type: ignore[union-attr]
        self.act(window, "Treat as the same")
        settle(qtbot, window)
        path = Path(state(window).house_file)
        assert path.read_text(encoding="utf-8").endswith("China = Russia\n")
        assert state(window).house == House((("China", "Russia"),))
        found = state(window).comparison
        assert found is not None
        assert found.lexicon.house == state(window).house
        assert found.passages is passages

    def test_what_is_ignored_stands_in_the_list(self, qtbot: QtBot, window: MainWindow) -> None:
        choose(window, 1)
        self.act(window, "Ignore “36”")
        settle(qtbot, window)
        assert state(window).house == House(ignored=("36",))
        assert house_list.load(state(window).house_file) == state(window).house

    def test_an_entry_is_taken_out_again(self, qtbot: QtBot, window: MainWindow) -> None:
        path = Path(state(window).house_file)
        path.write_text("# ours\nKyiv = Kiev\n", encoding="utf-8")
        choose(window, 0)
        self.act(window, "Treat as the same")
        settle(qtbot, window)
        self.act(window, "Take “China = Russia” out")
        settle(qtbot, window)
        assert path.read_text(encoding="utf-8") == "# ours\nKyiv = Kiev\n"
        assert state(window).house == House((("Kyiv", "Kiev"),))
        assert not any(entry.startswith("Take “") for entry in self.entries(window))

    def test_verdicts_stay_when_findings_are_looked_for_anew(self, qtbot: QtBot, window: MainWindow) -> None:
        choose(window, 0)
        window.controller.do(verdicts.ruled, FINE)
        self.act(window, "Ignore “36”")
        settle(qtbot, window)
        review = review_known(state(window))
        assert review is not None
        assert [verdict.ruling for verdict in review.verdicts] == [FINE]

    def test_a_list_with_mistakes_is_said_with_its_line(self, window: MainWindow) -> None:
        Path(state(window).house_file).write_text("# list\nKyiv\n", encoding="utf-8")
        window.actions_.reload_house.trigger()
        message = state(window).message
        assert message is not None
        assert "house.txt, line 2: write “=”" in message.text
        assert state(window).house == House()

    def test_a_list_with_mistakes_is_not_added_to(self, window: MainWindow) -> None:
        path = Path(state(window).house_file)
        path.write_text("Kyiv\n", encoding="utf-8")
        choose(window, 0)
        self.act(window, "Treat as the same")
        assert path.read_text(encoding="utf-8") == "Kyiv\n"
        assert state(window).message is not None

    def test_a_list_is_read_again(self, qtbot: QtBot, window: MainWindow) -> None:
        Path(state(window).house_file).write_text("Kyiv = Kiev\n", encoding="utf-8")
        window.actions_.reload_house.trigger()
        settle(qtbot, window)
        assert state(window).house == House((("Kyiv", "Kiev"),))


def test_the_whole_list_is_gone_through_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    """Only keys, sent to whatever has the keyboard: next, fine, ask, dismiss with a reason, all like this, take back, to the words."""

    def key(code: Key, shift: bool = False) -> None:
        focus = window.focusWidget()
        assert focus is not None
        assert focus.isVisible()
        qtbot.keyClick(focus, code, Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier)

    window.comparison.view.setFocus()
    window.actions_.next_finding.trigger()
    assert state(window).finding == 0
    window.actions_.tabs[Tab.CHECK].trigger()
    key(Key.Key_Y)
    key(Key.Key_D)
    qtbot.keyClicks(window.focusWidget(), "ages")
    key(Key.Key_Return, shift=True)
    assert rulings(window)[:4] == [FINE, DISMISSED, DISMISSED, None]
    assert {review_known(state(window)).of_finding[k].reason for k in (1, 2)} == {"ages"}  # type: ignore[union-attr]
    key(Key.Key_A)
    assert (rulings(window)[3], state(window).finding) == (ASK, 4)
    key(Key.Key_D)
    key(Key.Key_Escape)
    key(Key.Key_Down)
    key(Key.Key_D)
    key(Key.Key_Return)
    assert rulings(window)[4:6] == [None, DISMISSED]
    key(Key.Key_Y)
    assert panel(window).counts.text() == "Nothing waits · 6 done"
    assert window.comparison.answer.part(Filter.CHECK).text() == "4 checked"  # type: ignore[union-attr]
    assert panel(window).list.hasFocus()
    key(Key.Key_Backspace)
    key(Key.Key_Return)
    assert window.comparison.view.hasFocus()
    assert rulings(window).count(None) == 2


def test_before_a_card_is_chosen_the_panel_says_how_to_begin(window: MainWindow) -> None:
    foot = panel(window).foot
    assert foot.isVisible()
    assert foot.said.text() == queue_words.CHOOSE_CARD
    assert not any(button.isVisible() for button in (foot.fine, foot.ask, foot.dismiss, foot.back, foot.more))
    choose(window, 0)
    assert foot.fine.isVisible()


def test_both_values_of_a_card_are_read_whole_where_they_are_long(window: MainWindow) -> None:
    found = panel(window)
    item = found.model.data(found.model.index(0), ITEM)
    assert found.painter._fits(item, 280)
    assert not found.painter._fits(replace(item, was="a" * 40, now="b" * 40), 280)
    assert found.painter._fits(replace(item, was="a" * 80, now=""), 280)
