"""What the window remembers comes back; what is damaged is as good as absent."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray, QSettings
from pytestqt.qtbot import QtBot

from rewritediff.gui.choices import ZOOMS, Tab, ThemeChoice, Typeface
from rewritediff.gui.controller import Controller
from rewritediff.gui.preferences import Preferences
from rewritediff.gui.state import State
from rewritediff.gui.view.main_window import SMALLEST, MainWindow

KEYS = ("zoom", "theme", "typeface", "layout", "tab", "typography", "words", "recent", "geometry", "splitter")
paths = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=20)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    return tmp_path


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    zoom=st.integers(ZOOMS[0], ZOOMS[-1]),
    theme=st.sampled_from(ThemeChoice),
    typeface=st.sampled_from(Typeface),
    tab=st.sampled_from(Tab),
    switches=st.tuples(st.booleans(), st.booleans()),
    recent=st.lists(st.tuples(paths, paths), max_size=6, unique=True),
)
@pytest.mark.usefixtures("folder")
def test_what_a_reader_chose_comes_back(
    zoom: int, theme: ThemeChoice, typeface: Typeface, tab: Tab, switches: tuple[bool, bool], recent: list[tuple[str, str]]
) -> None:
    chosen = replace(
        State(), zoom=zoom, theme=theme, typeface=typeface, tab=tab, typography=switches[0], word_marks=switches[1], recent=tuple(recent)
    )
    Preferences().remember(chosen)
    assert Preferences().restored(State()) == chosen


garbage = st.one_of(
    st.text(st.characters(exclude_characters="\0"), max_size=30),
    st.integers(-(2**31), 2**31 - 1),
    st.binary(max_size=40).map(QByteArray),
    st.lists(st.text("ab1[]{}", max_size=5), max_size=3),
    st.sampled_from(["9" * 5000, "[" * 100_000, "²", "-100", "1e9", "nan", json.dumps([[1, 2], ["a"]]), "on", '[["a","b"]]']),
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(written=st.fixed_dictionaries({}, optional=dict.fromkeys(KEYS, garbage)))
@pytest.mark.usefixtures("folder")
def test_nothing_breaks_when_stored_values_are_garbage(qtbot: QtBot, written: dict[str, object]) -> None:
    file = Preferences()._file
    file.clear()
    for key, value in written.items():
        file.setValue(key, value)
    restored = Preferences().restored(State())
    assert ZOOMS[0] <= restored.zoom <= ZOOMS[-1]
    window = MainWindow(Controller(restored), Preferences())
    qtbot.addWidget(window)
    assert window.width() >= SMALLEST[0]
    assert window.height() >= SMALLEST[1]


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00\x01" * 50, b"[General\nzoom", b"zoom=@Invalid()\ngeometry=@ByteArray(\\x1)"])
def test_a_file_that_is_none_is_as_good_as_absent(folder: Path, content: bytes) -> None:
    path = folder / "RewriteDiff" / "RewriteDiff.ini"
    path.parent.mkdir()
    path.write_bytes(content)
    assert Preferences().restored(State()) == State()


@pytest.mark.usefixtures("folder")
def test_the_panes_come_back(qtbot: QtBot) -> None:
    first = MainWindow(Controller(), Preferences())
    qtbot.addWidget(first)
    first.resize(790, 600)
    first.show()
    first.comparison.splitter.setSizes([500, 250])
    sizes = first.comparison.splitter.sizes()
    first.close()
    again = MainWindow(Controller(), Preferences())
    qtbot.addWidget(again)
    again.show()
    assert again.size() == first.size()
    assert again.comparison.splitter.sizes() == sizes
