"""Whatever is done to the window in whatever order: nothing raises, the selection stays, no row is drawn over another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from rewritediff.core.decisions import Ruling
from rewritediff.core.house import House
from rewritediff.core.values import Side, Strength
from rewritediff.gui import answers, app, comparing, copying, findings, gestures, house, lines, links, reading, verdicts
from rewritediff.gui.choices import Layout, Tab, ThemeChoice, Typeface, View
from rewritediff.gui.controller import Controller
from rewritediff.gui.shown import layout
from rewritediff.gui.sources import Loaded
from rewritediff.gui.state import Page, State, asks_anew, is_busy, looks_for_copied, page
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.wording import Filter
from tests.window import ORIGINAL, REWRITE

Action = Callable[[MainWindow], None]
SCRIPTS = "Sold: 👩\u200d👧 e\u0301clairs. مرحبا بكم في الميناء. 港口将在春天重建。 Pay \u202e001\u202c now."
TEXTS = {
    "wire.txt": ORIGINAL,
    "site.txt": REWRITE,
    "long.txt": "\n\n".join(f"{ORIGINAL.split('.')[0]} on day {k}. Ship {k * 37 % 101} left the harbour." for k in range(40)),
    "scripts.txt": SCRIPTS,
    "word.txt": "a" * 700,
}


def do(gesture: Callable[..., object], *arguments: object) -> Action:
    return lambda window: window.controller.do(gesture, *arguments)  # type: ignore[arg-type]


def press(name: str) -> Action:
    def act(window: MainWindow) -> None:
        action = getattr(window.actions_, name)
        if action.isEnabled():
            action.trigger()

    return act


def key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> Action:
    return lambda window: QTest.keyClick(window.comparison.view, key, modifier)


def scroll(share: float) -> Action:
    bar = "verticalScrollBar"
    return lambda window: getattr(window.comparison.view, bar)().setValue(round(share * getattr(window.comparison.view, bar)().maximum()))


def click(x: float, y: float) -> Action:
    def act(window: MainWindow) -> None:
        area = window.comparison.view.viewport()
        point = area.rect().topLeft() + type(area.pos())(round(x * (area.width() - 1)), round(y * (area.height() - 1)))
        QTest.mouseClick(area, Qt.MouseButton.LeftButton, pos=point)

    return act


def drop(names: list[str], under: Side | None) -> Action:
    return lambda window: window.controller.do(gestures.dropped, [str(FOLDER[0] / name) for name in names], "", under)


def changed_on_disk(state: State, side: Side) -> State:
    slot = state.sides[side]
    return replace(state, sides=state.sides.replace(side, replace(slot, newer=True))) if isinstance(slot, Loaded) else state


FOLDER: list[Path] = []
"""Where the texts are; known when the first test begins."""
shares = st.floats(0, 1)
loads = st.one_of(
    st.builds(drop, st.lists(st.sampled_from([*TEXTS, "missing.txt"]), min_size=1, max_size=2), st.sampled_from([None, *Side])),
    st.sampled_from([press("swap"), press("undo"), press("redo"), press("clear"), do(gestures.cancelled), do(comparing.compared_again)]),
    st.builds(lambda side: do(gestures.side_cleared, side), st.sampled_from(Side)),
    st.builds(lambda side: do(links.asked, side, "https://example.org/story"), st.sampled_from(Side)),
    st.builds(lambda side: do(changed_on_disk, side), st.sampled_from(Side)),
    st.sampled_from([do(answers.all_reloaded), do(lines.last_left), do(reading.said, "Something went wrong.")]),
)
looks = st.one_of(
    st.builds(lambda theme: do(reading.theme_chosen, theme), st.sampled_from(ThemeChoice)),
    st.builds(lambda typeface: do(reading.typeface_chosen, typeface), st.sampled_from(Typeface)),
    st.builds(lambda zoom: do(reading.zoomed, zoom), st.integers(10, 400)),
    st.builds(lambda chosen: do(reading.layout_chosen, chosen), st.sampled_from(Layout)),
    st.builds(lambda tab: do(reading.tab_chosen, tab), st.sampled_from(Tab)),
    st.builds(lambda width, height: lambda window: window.resize(width, height), st.integers(300, 2000), st.integers(200, 1300)),
    st.sampled_from([press(name) for name in ("larger", "smaller", "ordinary", "word_marks", "typography", "keys")]),
    st.builds(scroll, shares),
)
"""What leaves the selection where it is."""
moves = st.one_of(
    st.builds(lambda part: do(reading.filter_toggled, part), st.sampled_from(Filter)),
    st.builds(click, shares, shares),
    st.sampled_from([press(name) for name in ("next_change", "previous_change", "find_change", "copy", "folds")]),
    st.sampled_from([do(copying.view_chosen, view) for view in View]),
    st.builds(lambda number: do(findings.choose_finding, number), st.integers(0, 6)),
    st.builds(lambda ruling: do(verdicts.ruled, ruling), st.sampled_from(Ruling)),
    st.sampled_from([do(verdicts.taken_back), do(verdicts.dismissed_alike), do(findings.next_finding)]),
    st.builds(lambda strength: do(verdicts.strength_chosen, strength), st.sampled_from(Strength)),
    st.sampled_from([do(house.house_read, House((("harbour", "ship"),))), do(house.house_read, House())]),
    st.sampled_from([key(each) for each in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_End, Qt.Key.Key_PageDown, Qt.Key.Key_Left)]),
    st.sampled_from([key(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier), key(Qt.Key.Key_Escape)]),
)


@pytest.fixture(scope="module", autouse=True)
def _texts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    FOLDER.append(tmp_path_factory.mktemp("texts"))
    for name, text in TEXTS.items():
        (FOLDER[0] / name).write_text(text, encoding="utf-8")
    yield
    FOLDER.clear()


@pytest.fixture
def raised(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """Collect what slots raise: Qt swallows it."""
    found: list[BaseException] = []
    monkeypatch.setattr("sys.excepthook", lambda _kind, error, _trace: found.append(error))
    return found


def settle(window: MainWindow) -> None:
    waits = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    while is_busy(window.controller.state) or looks_for_copied(window.controller.state) or asks_anew(window.controller.state):
        QApplication.processEvents(waits)
    QApplication.processEvents()


def assert_rows_stand_apart(window: MainWindow) -> None:
    view = window.comparison.view
    view.viewport().grab()
    rows = view.rows_in_view()
    if layout(window.controller.state) is Layout.READING:
        return  # sentences of one paragraph share lines there, so that their boxes overlap and their letters do not
    for column in range(2):
        rects = [view.visualRect(view.model().index(row, column)) for row in rows]
        assert all(above.bottom() < below.top() for above, below in pairwise(rects))
    for row in rows:
        assert view.presentation is not None
        content = view.presentation.content(row)
        texts = [cell.height for cell, side in zip(view._cells(row, content), content.sides, strict=True) if side.text.text]
        assert max(texts, default=0) <= view.row_box(row, content).height()


def assert_selection_is_shown(window: MainWindow) -> None:
    selected, shown = window.controller.state.selected, window.comparison.view.presentation
    assert shown is not None
    if selected is not None and shown.row_of(selected) is not None:
        assert window.comparison.view.current_passage() == selected
        assert window.comparison.changes._selected == selected


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=st.lists(st.one_of(loads, looks, looks, moves, moves), max_size=16))
@pytest.mark.usefixtures("qapp")
def test_the_window_survives_whatever_is_done(raised: list[BaseException], actions: list[Action]) -> None:
    window = MainWindow(Controller(app._first_state()))
    window.show()
    drop(["wire.txt", "site.txt"], None)(window)
    settle(window)
    for action in actions:
        action(window)
        settle(window)
        assert raised == []
        if page(window.controller.state) is Page.COMPARISON:
            assert_rows_stand_apart(window)
            assert_selection_is_shown(window)
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(first=st.integers(1, 4), actions=st.lists(looks, max_size=12))
@pytest.mark.usefixtures("qapp")
def test_what_only_changes_the_look_leaves_the_selection(raised: list[BaseException], first: int, actions: list[Action]) -> None:
    window = MainWindow(Controller(app._first_state()))
    window.show()
    drop(["wire.txt", "site.txt"], None)(window)
    settle(window)
    for _ in range(first):
        press("next_change")(window)
    selected = window.controller.state.selected
    assert selected is not None
    for action in actions:
        action(window)
        settle(window)
    assert raised == []
    assert window.controller.state.selected == selected
    assert window.comparison.view.current_passage() == selected
    window.close()
    window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
