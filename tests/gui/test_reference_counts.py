"""Guards against PySide6 releases that lose a reference to None at every call that returns nothing (6.12.0)."""

import sys

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot


def test_calls_that_return_nothing_keep_none_alive(qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    if sys.version_info >= (3, 12):
        # None is immortal there: its count says nothing and no call can hurt it
        assert sys.getrefcount(None) > 2**30
        return
    before = sys.getrefcount(None)
    for _ in range(2_000):
        widget.update()
    assert sys.getrefcount(None) > before - 100
