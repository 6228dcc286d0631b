"""A window that remembers nothing outside its test, empty and with a comparison."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from pytestqt.qtbot import QtBot

from rewritediff.gui import app
from rewritediff.gui.controller import Controller
from rewritediff.gui.preferences import Preferences
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.work import Done
from tests.window import ORIGINAL, REWRITE, drop, settle, state


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path / "settings"))
    return Preferences()


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    original, rewrite = tmp_path / "wire.txt", tmp_path / "site.txt"
    original.write_text(ORIGINAL, encoding="utf-8")
    rewrite.write_text(REWRITE, encoding="utf-8")
    return original, rewrite


@pytest.fixture
def window(qtbot: QtBot, preferences: Preferences) -> Iterator[MainWindow]:
    made = MainWindow(Controller(app._first_state()), preferences)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    yield made
    made.close()


@pytest.fixture
def compared(qtbot: QtBot, window: MainWindow, files: tuple[Path, Path]) -> MainWindow:
    drop(window, [*files])
    settle(qtbot, window)
    assert isinstance(state(window).work, Done)
    return window
