"""The editor of a drop area: keys and what it hands over."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Side
from rewritediff.gui.sources import Pasted
from rewritediff.gui.view.drop_area import DropArea


def test_ctrl_and_enter_use_the_text_of_this_side(qtbot: QtBot) -> None:
    area = DropArea(Side.REWRITE)
    qtbot.addWidget(area)
    area.editor.setPlainText("One sentence.")
    with qtbot.waitSignal(area.written, timeout=1000) as sent:
        QTest.keyClick(area.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert sent.args == [Pasted("One sentence.")]


def test_enter_alone_begins_a_line(qtbot: QtBot) -> None:
    area = DropArea(Side.REWRITE)
    qtbot.addWidget(area)
    QTest.keyClicks(area.editor, "One")
    QTest.keyClick(area.editor, Qt.Key.Key_Return)
    assert area.editor.toPlainText() == "One\n"
