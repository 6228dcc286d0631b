"""What the window asks and offers in lines, with real widgets and real files that change."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Article, Block, Role, Side, Sides
from rewritediff.gui import file_kinds, gestures, links, reading, results, words
from rewritediff.gui.messages import Offer
from rewritediff.gui.sources import Address, Empty, Failed, File, Loaded, Loading, Pasted
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.work import Done
from rewritediff.loaders.parts import tracked
from rewritediff.wording import Filter
from tests.window import ORIGINAL, REWRITE, drop, settle, state

STORY = "https://example.org/story"
MARKUP = "<h1>The harbour</h1><p>The council met on Monday.</p>"


def drop_mime(window: MainWindow, mime: QMimeData, at: float = 0.25) -> None:
    how = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    place = QPointF(window.width() * at, window.height() / 2)
    QApplication.sendEvent(window, QDragEnterEvent(place.toPoint(), *how))
    QApplication.sendEvent(window, QDropEvent(place, *how))


def shown(*buttons: QPushButton) -> list[bool]:
    return [button.isVisible() for button in buttons]


@pytest.fixture
def watched(compared: MainWindow) -> MainWindow:
    """Give a comparison whose files are looked at soon."""
    compared.watch._soon.setInterval(10)
    return compared


class TestFilesThatChange:
    @pytest.fixture
    def changed(self, qtbot: QtBot, watched: MainWindow, files: tuple[Path, Path]) -> MainWindow:
        files[1].write_text(REWRITE.replace("A film crew", "A theatre company"), encoding="utf-8")
        qtbot.waitUntil(lambda: "site.txt" in watched.message.said, timeout=10_000)
        return watched

    def test_nothing_is_swapped_silently(self, changed: MainWindow) -> None:
        assert changed.message.said == "“site.txt” has changed on the disk."
        comparison = state(changed).comparison
        assert comparison is not None
        assert "film crew" in comparison.documents.rewrite.text

    def test_reload_reads_it_and_keeps_the_filter(self, qtbot: QtBot, changed: MainWindow) -> None:
        changed.controller.do(reading.filter_toggled, Filter.NEW)
        changed.message.button(Offer.RELOAD).click()
        settle(qtbot, changed)
        comparison = state(changed).comparison
        assert comparison is not None
        assert "theatre company" in comparison.documents.rewrite.text
        assert state(changed).filter == {Filter.NEW}
        assert not changed.message.isVisible()

    def test_not_now_is_silent_until_the_next_change(self, qtbot: QtBot, changed: MainWindow, files: tuple[Path, Path]) -> None:
        changed.message.button(Offer.NOT_NOW).click()
        assert not changed.message.isVisible()
        changed.watch.look()
        qtbot.wait(100)
        assert not changed.message.isVisible()
        files[1].write_text("Something else entirely.", encoding="utf-8")
        qtbot.waitUntil(changed.message.isVisible, timeout=10_000)

    def test_both_sides_stand_in_two_lines_and_one_key_reloads_both(
        self, qtbot: QtBot, changed: MainWindow, files: tuple[Path, Path]
    ) -> None:
        files[0].write_text(ORIGINAL + " And so on.", encoding="utf-8")
        qtbot.waitUntil(lambda: len(changed.message.lines) == 2, timeout=10_000)
        changed.actions_.reload.trigger()
        settle(qtbot, changed)
        comparison = state(changed).comparison
        assert comparison is not None
        assert comparison.documents.original.text.endswith("And so on.")
        assert "theatre company" in comparison.documents.rewrite.text

    def test_undo_brings_back_what_was_read_first(self, qtbot: QtBot, changed: MainWindow) -> None:
        changed.message.button(Offer.RELOAD).click()
        settle(qtbot, changed)
        changed.actions_.undo.trigger()
        settle(qtbot, changed)
        comparison = state(changed).comparison
        assert comparison is not None
        assert "film crew" in comparison.documents.rewrite.text

    def test_the_key_of_reloading_is_off_where_nothing_changed(self, compared: MainWindow) -> None:
        assert not compared.actions_.reload.isEnabled()
        assert not compared.actions_.answer.isEnabled()

    def test_a_file_that_is_gone_is_said_below_and_the_comparison_stays(
        self, qtbot: QtBot, watched: MainWindow, files: tuple[Path, Path]
    ) -> None:
        watched.watch._patience = 20
        files[0].unlink()
        qtbot.waitUntil(lambda: "no longer there" in watched.status.notices.text(), timeout=10_000)
        assert isinstance(state(watched).work, Done)

    def test_coming_back_to_the_window_looks(self, qtbot: QtBot, watched: MainWindow, files: tuple[Path, Path]) -> None:
        watched.watch._soon.setInterval(10_000_000)  # as where the system says nothing
        watched.watch._soon.stop()
        files[1].write_text("Other words.", encoding="utf-8")
        qtbot.waitUntil(watched.isActiveWindow)
        QApplication.sendEvent(watched, QEvent(QEvent.Type.ActivationChange))
        qtbot.waitUntil(lambda: "site.txt" in watched.message.said, timeout=10_000)


class TestLinks:
    def test_a_dropped_link_asks_on_its_side_and_fetches_nothing(self, window: MainWindow) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl(STORY)])
        mime.setText("A story")
        drop_mime(window, mime, at=0.8)
        area = window.start.areas.rewrite
        assert area.detail.text() == words.FETCH.format(address=STORY)
        assert shown(area.fetch, area.leave, area.open, area.paste) == [True, True, False, False]
        assert state(window).sides == Sides(Empty(), Empty())
        assert not window.message.isVisible()

    def test_fetch_and_cancel_do_what_they_say(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(window.controller.worker, "start", lambda _: None)
        area = window.start.areas.original
        window.controller.do(links.asked, Side.ORIGINAL, STORY)
        area.leave.click()
        assert state(window).links == Sides("", "")
        window.controller.do(links.asked, Side.ORIGINAL, STORY)
        area.fetch.click()
        slot = state(window).sides.original
        assert isinstance(slot, Loading)
        assert slot.source == Address(STORY)
        assert area.cancel.isVisible()

    def test_beside_a_comparison_a_line_asks(self, compared: MainWindow) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl(STORY)])
        drop_mime(compared, mime, at=0.1)
        assert compared.message.said == f"Fetch {STORY} from the web as the original?"
        assert [button.text() for button in compared.message.lines[0].buttons.values()] == ["Fetch", "Cancel"]
        QTest.keyClick(compared, Qt.Key.Key_Escape)
        assert not compared.message.isVisible()

    def test_an_address_in_the_editor_asks_too(self, window: MainWindow) -> None:
        QGuiApplication.clipboard().setText(f" {STORY}\n")
        window.actions_.paste.trigger()
        window.start.areas.original.use.click()
        assert state(window).links.original == STORY
        assert window.start.areas.original.fetch.isVisible()

    def test_a_long_address_does_not_widen_the_window(self, window: MainWindow) -> None:
        window.resize(800, 600)
        window.controller.do(links.asked, Side.ORIGINAL, f"https://example.org/{'long' * 500}?q={'x' * 2000}")
        QApplication.processEvents()
        assert window.width() == 800
        assert len(window.start.areas.original.detail.text()) < 200


class TestPasting:
    @pytest.fixture
    def rich(self) -> QMimeData:
        mime = QMimeData()
        mime.setText("The harbour\nThe council met on Monday.")
        mime.setHtml(MARKUP)
        mime.setData("text/rtf", rb"{\rtf1 The harbour}")
        return mime

    def used(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Pasted:
        monkeypatch.setattr(window.controller.worker, "start", lambda _: None)
        window.start.areas.original.use.click()
        slot = state(window).sides.original
        assert isinstance(slot, Loading)
        assert isinstance(slot.source, Pasted)
        return slot.source

    def test_all_forms_are_used(self, window: MainWindow, rich: QMimeData, monkeypatch: pytest.MonkeyPatch) -> None:
        QGuiApplication.clipboard().setMimeData(rich)
        window.actions_.paste.trigger()
        found = self.used(window, monkeypatch)
        assert MARKUP.encode() in found.markup
        assert found.rich_text == rb"{\rtf1 The harbour}"

    def test_what_is_written_into_it_makes_it_plain(self, window: MainWindow, rich: QMimeData, monkeypatch: pytest.MonkeyPatch) -> None:
        QGuiApplication.clipboard().setMimeData(rich)
        window.actions_.paste.trigger()
        window.start.areas.original.editor.moveCursor(window.start.areas.original.editor.textCursor().MoveOperation.End)
        QTest.keyClicks(window.start.areas.original.editor, " More.")
        found = self.used(window, monkeypatch)
        assert found == Pasted("The harbour\nThe council met on Monday. More.")

    def test_pasting_in_the_editor_does_the_same(self, window: MainWindow, rich: QMimeData, monkeypatch: pytest.MonkeyPatch) -> None:
        window.start.areas.original.paste.click()
        QGuiApplication.clipboard().setMimeData(rich)
        window.start.areas.original.editor.paste()
        assert self.used(window, monkeypatch).markup

    def test_pasted_into_other_words_it_is_plain(self, window: MainWindow, rich: QMimeData, monkeypatch: pytest.MonkeyPatch) -> None:
        window.start.areas.original.paste.click()
        window.start.areas.original.editor.setPlainText("Before. ")
        window.start.areas.original.editor.moveCursor(window.start.areas.original.editor.textCursor().MoveOperation.End)
        QGuiApplication.clipboard().setMimeData(rich)
        window.start.areas.original.editor.paste()
        assert not self.used(window, monkeypatch).markup

    @pytest.mark.parametrize("in_editor", [False, True])
    def test_only_the_words_can_be_pasted(
        self, window: MainWindow, rich: QMimeData, monkeypatch: pytest.MonkeyPatch, in_editor: bool
    ) -> None:
        QGuiApplication.clipboard().clear()
        if in_editor:
            window.start.areas.original.paste.click()
        QGuiApplication.clipboard().setMimeData(rich)
        window.actions_.paste_plain.trigger()
        assert self.used(window, monkeypatch) == Pasted("The harbour\nThe council met on Monday.")

    def test_a_rich_drop_is_used(self, window: MainWindow, rich: QMimeData, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(window.controller.worker, "start", lambda _: None)
        drop_mime(window, rich, at=0.8)
        slot = state(window).sides.rewrite
        assert isinstance(slot, Loading)
        assert isinstance(slot.source, Pasted)
        assert slot.source.markup


class TestReadingAndFailing:
    @pytest.fixture
    def stuck(self, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> MainWindow:
        monkeypatch.setattr(window.controller.worker, "start", lambda _: None)
        window.controller.do(gestures.opened, Side.REWRITE, File("/texts/report.pdf"))
        return window

    def test_what_takes_long_is_said_beside_a_comparison(self, compared: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(compared.controller.worker, "start", lambda _: None)
        compared.controller.do(gestures.opened, Side.REWRITE, File("/texts/report.pdf"))
        assert not compared.progress.isVisible()
        compared.controller.do(results.load_announced, state(compared).ticket)
        assert compared.progress.isVisible()
        assert compared.progress.text.text() == "Reading report.pdf…"
        assert not compared.progress.bar.isVisible()
        compared.progress.cancel.click()
        assert not compared.progress.isVisible()
        assert isinstance(state(compared).work, Done)

    def test_on_the_start_page_the_side_says_it_and_the_other_stays_usable(self, stuck: MainWindow) -> None:
        stuck.controller.do(results.load_announced, state(stuck).ticket)
        assert stuck.start.areas.rewrite.detail.text() == "report.pdf · Reading…"
        assert not stuck.progress.isVisible()
        assert shown(stuck.start.areas.original.open, stuck.start.areas.original.paste) == [True, True]

    def test_one_side_is_cancelled_where_it_stands(self, stuck: MainWindow) -> None:
        stuck.controller.do(gestures.opened, Side.ORIGINAL, File("/texts/other.pdf"))
        stuck.start.areas.rewrite.cancel.click()
        assert [type(slot) for slot in state(stuck).sides] == [Loading, Empty]

    def test_a_button_that_goes_hands_the_keyboard_on(self, stuck: MainWindow) -> None:
        area = stuck.start.areas.rewrite
        area.cancel.setFocus()
        area.cancel.click()
        assert area.open.hasFocus()

    def test_a_side_that_failed_is_tried_again(self, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
        path = tmp_path / "late.txt"
        drop(window, [path])
        settle(qtbot, window)
        area = window.start.areas.original
        assert isinstance(state(window).sides.original, Failed)
        assert "late.txt" in area.problem.text()
        path.write_text("Here it is.")
        area.again.click()
        settle(qtbot, window)
        assert isinstance(state(window).sides.original, Loaded)

    def test_what_cannot_get_better_is_not_tried_again(self, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
        path = tmp_path / "picture.txt"
        path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
        drop(window, [path])
        settle(qtbot, window)
        assert shown(window.start.areas.original.again, window.start.areas.original.remove) == [False, True]


class TestTracked:
    def test_before_and_after_are_offered_and_compared(self, qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
        article = Article((Block(Role.BODY, "One text."),), notices=tuple(tracked(1, 1, "accepted")))
        path = tmp_path / "draft.txt"
        path.write_text("One text.")
        drop(window, [path])
        settle(qtbot, window)
        slot = state(window).sides.original
        assert isinstance(slot, Loaded)
        window.controller.do(lambda s: replace(s, sides=s.sides.replace(Side.ORIGINAL, replace(slot, article=article))))
        assert window.message.said == "“draft.txt” has tracked changes."
        QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, window)
        assert isinstance(state(window).work, Done)
        assert [slot.options.tracked.value for slot in state(window).sides if isinstance(slot, Loaded)] == ["before", "accepted"]


class TestLines:
    def test_a_line_that_stays_keeps_the_keyboard(self, compared: MainWindow) -> None:
        compared.controller.do(links.asked, Side.REWRITE, STORY)
        button = compared.message.button(Offer.FETCH)
        button.setFocus()
        compared.controller.do(reading.said, "Something went wrong.", problem=True)
        assert button.hasFocus()
        assert [line.message.text for line in compared.message.lines][1] == "Something went wrong."

    def test_every_button_says_of_what(self, compared: MainWindow) -> None:
        compared.controller.do(links.asked, Side.REWRITE, STORY)
        for button in compared.message.lines[0].buttons.values():
            assert STORY in button.accessibleName()

    def test_a_problem_is_put_away_and_a_question_has_its_own_no(self, compared: MainWindow) -> None:
        compared.controller.do(links.asked, Side.REWRITE, STORY)
        compared.controller.do(reading.said, "Something went wrong.", problem=True)
        question, problem = compared.message.lines
        assert [line.dismiss.isVisible() for line in (question, problem)] == [False, True]
        problem.dismiss.click()
        assert compared.message.said == question.message.text


def test_the_file_chooser_lists_groups_of_what_can_be_read() -> None:
    groups = file_kinds.file_filter().split(";;")
    assert groups[0].startswith("All that can be read (*.txt ")
    assert any(group.startswith("PDF (*.pdf)") for group in groups)
    listed = {suffix for group in groups[1:-1] for suffix in group.partition("(")[2].rstrip(")").split()}
    assert listed == set(groups[0].partition("(")[2].rstrip(")").split())
    assert groups[-1] == "All files (*)"
