"""Looks at the files that stand on both sides when there is reason to, in a thread beside the window, and tells what became of them.

Reasons: the system says that a file or its folder changed; the window was come back to; some seconds have gone by, because network
drives say nothing. A file that is gone is looked at once more before anything is said: many editors save by renaming.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QRunnable, QThreadPool, QTimer

from rewritediff.gui.living import Fate, Found, followed, looked_at
from rewritediff.gui.signals import signal
from rewritediff.gui.state import State

if TYPE_CHECKING:
    from rewritediff.loaders.reading import Stored

SETTLING = 400
"""Milliseconds that a file is left alone after the system spoke of it: programs write in several steps."""
EVERY = 3_000
"""Milliseconds between two looks while the window is in front."""
PATIENCE = 1_500
"""Milliseconds that a file may be gone while an editor saves it."""

_POOLS: list[QThreadPool] = []
"""Kept for ever, so that a look that hangs on a network drive holds up nobody; see worker._POOLS."""


@dataclass(frozen=True, slots=True)
class News:
    """Say what became of a file since it was read."""

    path: str
    stored: Stored
    fate: Fate


@dataclass(slots=True)
class _File:
    path: str
    stored: Stored
    last: Found
    said: Found
    """What was told last; nothing is told twice."""
    looking: bool = False
    again: bool = False
    """Something happened while it was looked at."""


class Watch(QObject):
    """Follow the files of a State, and send News of them."""

    news = signal(News)
    _looked = signal(tuple)

    def __init__(self, parent: QObject | None = None, *, every: int = EVERY, settling: int = SETTLING, patience: int = PATIENCE) -> None:
        super().__init__(parent)
        self._files: dict[int, _File] = {}
        """By the identity of what was read: both sides may hold one file, read at different times."""
        self._patience = patience
        self._system: QFileSystemWatcher | None = None
        self._pool: QThreadPool | None = None
        self._soon = QTimer(self, singleShot=True, interval=settling)
        self._soon.timeout.connect(self.look)
        self._regular = QTimer(self, interval=every)
        self._regular.timeout.connect(self.look)
        self._looked.connect(self._take)

    def follow(self, state: State) -> None:
        """Follow the files that stand on both sides now."""
        wanted = {id(stored): (path, stored) for path, stored in followed(state)}
        if self._files.keys() == wanted.keys():
            return
        for key, (path, stored) in wanted.items():
            if key not in self._files:
                same = Found(Fate.SAME, stored.stamp)
                self._files[key] = _File(path, stored, same, same)
                self._soon.start()  # it may have changed since it was read, before anybody followed it
        self._files = {key: file for key, file in self._files.items() if key in wanted}
        self._regular.start() if self._files else self._regular.stop()
        self._ask_system()

    def look(self) -> None:
        """Look at all files now; an answer comes when there is one."""
        for file in self._files.values():
            self._look_at(file)

    def close(self) -> None:
        """Follow nothing any more."""
        self._files.clear()
        self._soon.stop()
        self._regular.stop()

    def _ask_system(self) -> None:
        """Let the system speak of the files and of their folders: a file that is replaced is another one to it."""
        if self._system is None:
            if not self._files:
                return
            self._system = QFileSystemWatcher(self)
            self._system.fileChanged.connect(lambda _: self._soon.start())
            self._system.directoryChanged.connect(lambda _: self._soon.start())
        paths = {file.path for file in self._files.values()}
        wanted = paths | {str(Path(path).parent) for path in paths}
        known = {*self._system.files(), *self._system.directories()}
        if gone := known - wanted:
            self._system.removePaths(sorted(gone))
        if new := wanted - known:
            self._system.addPaths(sorted(new))

    def _look_at(self, file: _File) -> None:
        if file.looking:
            file.again = True
            return
        if self._pool is None:
            self._pool = QThreadPool()
            self._pool.setMaxThreadCount(2)
            _POOLS.append(self._pool)
        file.looking, file.again = True, False
        self._pool.start(_Look(file.path, file.stored, file.last, self._looked.emit))

    def _take(self, answer: tuple[str, Stored, Found]) -> None:
        path, stored, found = answer
        file = self._files.get(id(stored))
        if file is None:
            return
        file.looking = False
        gone_just_now = found.fate is Fate.GONE and file.last.fate is not Fate.GONE
        file.last = found
        if gone_just_now or file.again:
            QTimer.singleShot(self._patience if gone_just_now else 0, self, self.look)
        if gone_just_now or found.fate is Fate.UNCLEAR:
            return
        if (found.fate, found.digest) != (file.said.fate, file.said.digest):
            file.said = found
            self._ask_system()  # the system forgets a file that was replaced
            self.news.emit(News(path, stored, found.fate))


class _Look(QRunnable):
    def __init__(self, path: str, stored: Stored, before: Found, send: object) -> None:
        super().__init__()
        self._work = path, stored, before
        self._send = send

    def run(self) -> None:
        """Look, and answer in the thread of the window."""
        path, stored, before = self._work
        self._send((path, stored, looked_at(path, stored, before)))  # type: ignore[operator]
