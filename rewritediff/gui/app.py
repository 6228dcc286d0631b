"""Starts the window, or renders it into a picture: builds the objects that live as long as the program."""

from __future__ import annotations

import os
import signal
import socket
import sys
import traceback
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QEvent, QEventLoop, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from rewritediff import __version__
from rewritediff.bundled import resource, sample_pair
from rewritediff.core.values import Side
from rewritediff.gui import gestures, links, reading, words
from rewritediff.gui.choices import ThemeChoice
from rewritediff.gui.controller import Controller
from rewritediff.gui.messages import Tone
from rewritediff.gui.preferences import NAME, Preferences
from rewritediff.gui.sources import Failed, File
from rewritediff.gui.state import State
from rewritediff.gui.theme import chrome_font
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.work import Broken, Done
from rewritediff.review_store import state_folder

LAST_PATIENCE = 100
"""Milliseconds that the process waits for its worker after the window is closed."""
WARMING = 300
"""Milliseconds after the first paint until what reads documents is made ready: nobody has chosen a file by then."""
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)


def run(paths: Sequence[str], *, close_after_first_paint: bool = False) -> int:
    """Show the window until it is closed, and give the exit status."""
    application = _application()
    preferences = Preferences()
    first = preferences.restored(_first_state())
    controller = Controller(replace(first, kept_in=str(state_folder()), house_file=first.house_file or preferences.own_house_list()))
    window = MainWindow(controller, preferences)
    window.handling.read_house()
    sys.excepthook = _Hook(controller)
    closer = _Closer(window) if close_after_first_paint else None
    warmer = _Warmer(window)
    interrupt = _Interrupt(window)
    window.show()
    _open(controller, paths)
    status = application.exec()
    status = closer.status if closer else status
    ended(controller, status)
    interrupt.close()
    warmer.deleteLater()
    sys.excepthook = sys.__excepthook__
    return status


def render(original: Path, rewrite: Path, picture: Path, *, size: tuple[int, int] = (1440, 900), dark: bool = False) -> None:
    """Draw the window with a finished comparison into a picture, without a display."""
    if QApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = _application()
    controller = Controller(replace(_first_state(), theme=ThemeChoice.DARK if dark else ThemeChoice.LIGHT))
    window = MainWindow(controller)
    window.resize(*size)
    window.show()
    controller.do(gestures.opened_pair, File(str(original)), File(str(rewrite)))
    while not (is_settled(controller.state)):
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    reason = trouble(controller.state)
    application.processEvents()
    drawn = window.grab()
    window.close()
    if reason or not drawn.save(str(picture)):
        raise RuntimeError(reason or f"The picture could not be written to “{picture}”. Choose another folder.")


def is_settled(state: State) -> bool:
    """Tell whether comparing has come to an end, good or bad."""
    return isinstance(state.work, Done | Broken) or any(isinstance(slot, Failed) for slot in state.sides)


def trouble(state: State) -> str:
    """Say why there is no comparison, nothing where there is one."""
    if isinstance(state.work, Broken):
        return state.work.message
    return " ".join(slot.message for slot in state.sides if isinstance(slot, Failed))


def ended(controller: Controller, status: int, leave: Callable[[int], object] = os._exit) -> None:
    """See to the end of the worker; where it hears too late that it is not wanted, the process ends without it.

    It computes and writes nothing, so that nothing is lost; Python would wait for it for seconds after the window is gone.
    """
    if not controller.close(LAST_PATIENCE):
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # a frozen program without a terminal has neither
                stream.flush()
        leave(status)


def _application() -> QApplication:
    found = QApplication.instance()
    if isinstance(found, QApplication):
        return found
    if sys.platform == "win32":  # else Windows groups the window with all other Python programs
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(f"{NAME}.{NAME}")
    made = QApplication(sys.argv[:1])
    made.setStyle("Fusion")
    made.setApplicationName(NAME)
    made.setApplicationVersion(__version__)
    made.setDesktopFileName("rewritediff")
    made.setFont(chrome_font())
    icon = QIcon()
    for size in ICON_SIZES:
        icon.addFile(str(resource("icons", f"rewritediff-{size}.png")))
    made.setWindowIcon(icon)
    return made


def _first_state() -> State:
    original, rewrite = sample_pair()
    return State(sample=(str(original), str(rewrite)))


def _open(controller: Controller, paths: Sequence[str]) -> None:
    if not paths:
        return
    from rewritediff.loaders.fetching.addresses import looks_like_address

    files = [path if looks_like_address(path) else os.path.abspath(path) for path in paths]  # noqa: PTH100 - resolves no links
    if not any(map(looks_like_address, files)):
        controller.do(gestures.dropped, files, "", Side.ORIGINAL)
        return
    named = list(zip(Side, files, strict=False))
    for side, path in named:
        if not looks_like_address(path):
            controller.do(gestures.opened, side, File(path))
    # last: opening a file puts messages away, and an address may be refused in one
    for side, path in named:
        if looks_like_address(path):
            controller.do(links.asked, side, path)


class _Hook:
    """Answer an error in the program: its trace on the terminal, one line in the window, and the program goes on."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def __call__(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        traceback.print_exception(kind, error, trace)
        message = words.UNEXPECTED.format(reason=f"{kind.__name__}: {error}".rstrip(": "))
        known = self._controller.state.message
        if known is None or known.text != message or known.tone is not Tone.PROBLEM:  # showing it must not raise it again and again
            self._controller.do(reading.said, message, problem=True)


class _Closer(QObject):
    """Close the window after the first paint of a finished comparison, or when there will be none."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self.status = 0
        self._window = window
        self._view = window.comparison.view.viewport()
        self._view.installEventFilter(self)
        window.controller.changed.connect(self._look)

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(self._window.controller.state.work, Done):
            self._view.removeEventFilter(self)
            QTimer.singleShot(0, self._window.close)
        return False

    def _look(self, state: State) -> None:
        if is_settled(state) and (reason := trouble(state)):
            sys.stderr.write(f"{reason}\n")
            self.status = 2
            QTimer.singleShot(0, self._window.close)


class _Warmer(QObject):
    """Make ready what reads documents, some time after the first paint: before it, that would only hold up the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__()
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:  # noqa: N802 - Qt's name
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(WARMING, self._window, self._window.controller.warm)
        return False


class _Interrupt:
    """Close the window on Ctrl+C in the terminal: Python hears it only when Qt wakes it, so a signal wakes Qt."""

    def __init__(self, window: MainWindow) -> None:
        self._ends = socket.socketpair()
        for end in self._ends:
            end.setblocking(False)
        self._before = signal.signal(signal.SIGINT, lambda *_: window.close())
        signal.set_wakeup_fd(self._ends[1].fileno())
        self._notifier = QSocketNotifier(self._ends[0].fileno(), QSocketNotifier.Type.Read)
        self._notifier.activated.connect(lambda: self._ends[0].recv(64))

    def close(self) -> None:
        """Put things back as they were."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, self._before)
        for end in self._ends:
            end.close()
