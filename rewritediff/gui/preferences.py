"""What the window remembers from one time to the next, in an ini file of its own."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from rewritediff.gui import reading
from rewritediff.gui.choices import Layout, Tab, ThemeChoice, Typeface
from rewritediff.gui.results import RECENT_PAIRS
from rewritediff.gui.state import Recent, State

NAME = "RewriteDiff"
HOUSE_FILE = "house-list.txt"
"""Stands beside the ini file where no other list is chosen."""


class Preferences:
    """Read and write the ini file."""

    def __init__(self) -> None:
        self._file = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, NAME, NAME)

    def restored(self, state: State) -> State:
        """Put what was remembered into a State; what is damaged there is as good as absent."""
        known = {choice.value: choice for choice in ThemeChoice}
        typefaces = {typeface.value: typeface for typeface in Typeface}
        tabs = {tab.value: tab for tab in Tab}
        layouts = {layout.value: layout for layout in Layout}
        return replace(
            reading.zoomed(state, _zoom(str(self._file.value("zoom", "")))),
            theme=known.get(str(self._file.value("theme", "")), ThemeChoice.SYSTEM),
            layout=layouts.get(str(self._file.value("layout", ""))),
            tab=tabs.get(str(self._file.value("tab", ""))),
            typeface=typefaces.get(str(self._file.value("typeface", "")), Typeface.SERIF),
            typography=self._is_on("typography", default=False),
            word_marks=self._is_on("words", default=True),
            house_file=str(self._file.value("house", "")),
            recent=_recent(str(self._file.value("recent", "[]"))),
        )

    def remember(self, state: State) -> None:
        """Write what is to be remembered of a State."""
        self._file.setValue("zoom", str(state.zoom))
        self._file.setValue("theme", state.theme.value)
        self._file.setValue("tab", state.tab.value if state.tab else "")
        self._file.setValue("typeface", state.typeface.value)
        self._file.setValue("layout", state.layout.value if state.layout else "")
        self._file.setValue("typography", "on" if state.typography else "off")
        self._file.setValue("words", "on" if state.word_marks else "off")
        self._file.setValue("house", "" if state.house_file == self.own_house_list() else state.house_file)
        self._file.setValue("recent", json.dumps(state.recent))

    def own_house_list(self) -> str:
        """Give the place of the house list where no other is chosen."""
        return str(Path(self._file.fileName()).with_name(HOUSE_FILE))

    def bytes_of(self, name: str) -> QByteArray:
        """Read how a part of the window was laid out."""
        found = self._file.value(name)
        return found if isinstance(found, QByteArray) else QByteArray()

    def remember_bytes(self, name: str, layout: QByteArray) -> None:
        """Write how a part of the window is laid out."""
        self._file.setValue(name, layout)

    def save(self) -> None:
        """Write everything to the file now."""
        self._file.sync()

    def _is_on(self, name: str, *, default: bool) -> bool:
        return str(self._file.value(name, "on" if default else "off")) == "on"


def _zoom(written: str) -> int:
    digits = written[:4]
    return int(digits) if digits.isdecimal() else 100


def _recent(written: str) -> tuple[Recent, ...]:
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):  # the second for brackets without end
        return ()
    pairs = [pair for pair in found if isinstance(pair, list) and len(pair) == 2] if isinstance(found, list) else []
    return tuple((str(original), str(rewrite)) for original, rewrite in pairs)[:RECENT_PAIRS]
