"""Take the figures of one part of benchmarks/window.py in this process, and print them as one line of JSON.

CPU is that of the whole process (all threads), because the window shares it with its worker. An action ends when the event loop has nothing
left to do and the texts have been painted: a timer that waits, as the one that makes heights exact, is not part of it.
"""

from __future__ import annotations

import sys
import time
from typing import Any

MARKS = 5
"""Marks that the changed sentence has, at least, to which the text is scrolled."""
JUMPS = 24


def cold(*pair: str) -> dict[str, float]:
    """Run the program as its user starts it until its window is painted and idle; the figure has the start of Python in it."""
    from PySide6.QtWidgets import QApplication

    found: dict[str, float] = {}

    def until_shown(application: QApplication) -> int:
        from PySide6.QtCore import QEventLoop

        from rewritediff.gui.app import is_settled
        from rewritediff.gui.view.main_window import MainWindow

        window = next(widget for widget in application.topLevelWidgets() if isinstance(widget, MainWindow))
        while pair and not is_settled(window.controller.state):
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        settle(application)
        found["cold_pair_ms" if pair else "cold_ms"] = 1000 * time.process_time()
        window.close()
        return 0

    QApplication.exec = until_shown  # type: ignore[assignment,method-assign]
    sys.argv = ["rewritediff", *pair]
    from rewritediff.__main__ import main

    main()
    return found


def settle(application: object) -> None:
    """Let all that is due happen: layout requests post paint requests, so that one round is not enough."""
    for _ in range(4):
        application.processEvents()  # type: ignore[attr-defined]


class Bench:
    """Hold the real window with its worker, and count how often its texts are painted."""

    def __init__(self) -> None:
        from PySide6.QtCore import QEvent, QObject

        from rewritediff.gui import app
        from rewritediff.gui.controller import Controller
        from rewritediff.gui.state import State
        from rewritediff.gui.view.main_window import MainWindow

        bench = self

        class Paints(QObject):
            def eventFilter(self, _watched: QObject, event: QEvent, /) -> bool:  # noqa: N802 - Qt's name
                bench.paints += event.type() == QEvent.Type.Paint
                return False

        self.paints = 0
        self._counter = Paints()
        self.application = app._application()  # noqa: SLF001 - the program's own
        self.controller = Controller(State())
        self.window = MainWindow(self.controller)
        self.view = self.window.comparison.view
        self.view.viewport().installEventFilter(self._counter)
        self.window.resize(1200, 800)
        self.window.show()
        settle(self.application)

    def timed(self, action: object, *arguments: object) -> float:
        """Give the CPU milliseconds of an action until the texts are painted."""
        settle(self.application)
        painted = self.paints
        begun = time.process_time()
        action(*arguments)  # type: ignore[operator]
        settle(self.application)
        spent = 1000 * (time.process_time() - begun)
        if self.paints == painted:
            raise RuntimeError(f"{action} painted nothing")
        return spent


def reading(original: str, rewrite: str) -> dict[str, float | None]:
    """Open a finished comparison, resize, scroll and filter it; say how many marks its changed sentences have."""
    from statistics import median

    from rewritediff.gui import reading
    from rewritediff.wording import Filter

    bench = Bench()
    sides, done, before = finished(original, rewrite)
    opened = _opened(bench, sides, done)
    window, do, bar = bench.window, bench.controller.do, bench.view.verticalScrollBar()
    resized = [bench.timed(window.resize, width, 800) for width in (1000, 1200) * 3][::2]
    steps = [bench.timed(bar.setValue, bar.value() + 60) for _ in range(40)]
    marks, marked = _marks(done.comparison)
    jumps = [bench.timed(bench.view.show_place, float(row)) for row in marked]
    filtered = [bench.timed(do, reading.filter_toggled, Filter.DROPPED) for _ in range(6)]
    laid_out = _laid_out(bench)
    return {
        "open": opened,
        "resize": median(resized),
        "scroll": max(median(steps), median(jumps)),
        "step": median(steps),
        "jump": median(jumps),
        "filter": max(median(filtered[::2]), median(filtered[1::2])),
        "layout": laid_out,
        "memory_mb": resident() - before,
        "marks": marks,
        "sentences": len(done.comparison.documents.original.sentences),
    }


def finished(original: str, rewrite: str) -> tuple[Any, Any, float]:
    """Load and compare as the worker does; give both sides, what it hands over, and the memory in MB before it made that."""
    from rewritediff.core.values import Sides
    from rewritediff.gui import doing, jobs
    from rewritediff.gui.manners import considerate
    from rewritediff.gui.sources import File

    before: list[float] = []
    sent: list[Any] = []
    present = doing.present

    def noted(*arguments: Any) -> Any:
        before.append(resident())
        return present(*arguments)

    doing.present = noted  # type: ignore[assignment]
    with considerate():
        for path in (original, rewrite):
            doing.do(jobs.LoadJob(1, File(path)), sent.append, lambda: False)
        loaded = Sides(sent[0].loaded, sent[1].loaded)
        doing.do(jobs.CompareJob(1, loaded.map(lambda side: side.article)), sent.append, lambda: False)
    doing.present = present
    return loaded, sent[-1].done, before[0]


def _opened(bench: Bench, sides: Any, done: Any) -> float:
    """Hand over a comparison to a window that has announced it, as the controller does."""
    from dataclasses import replace

    from rewritediff.gui import results
    from rewritediff.gui.state import State
    from rewritediff.gui.work import Running

    bench.controller.close()  # or it would begin to compare by itself
    bench.controller.do(lambda _: replace(State(), sides=sides, work=Running(1, announced=True), ticket=1))
    return bench.timed(bench.controller.do, results.compare_done, 1, done)


def _laid_out(bench: Bench) -> float | None:
    """Switch between the layouts, the first time or a later one, whichever takes longer; None while the window has one only."""
    from statistics import median

    from rewritediff.gui import reading

    turned = getattr(reading, "layout_turned", None)
    if turned is None:
        return None
    spent = [bench.timed(bench.controller.do, turned) for _ in range(6)]
    return max(spent[0], median(spent[::2]), median(spent[1::2]))


def _marks(comparison: Any) -> tuple[float, list[int]]:
    """Count the marks in the middle one of the changed sentences, both sides together; give some rows with MARKS and more, far apart."""
    from statistics import median

    from rewritediff.core.values import Relation
    from rewritediff.gui.rows import present

    shown = present(comparison)  # another than the window's: what that has computed must not be known before it scrolls there
    rows = enumerate(shown.rows)
    changed = [k for k, row in rows if comparison.passages[row.passage].relation in (Relation.EDITED, Relation.PARAPHRASED)]
    counts = {k: sum(len(side.runs) for side in shown.content(k).sides) for k in changed[:: max(1, len(changed) // 400)]}
    marked = [k for k, count in counts.items() if count >= MARKS and k > 100]
    return median(counts.values()), marked[:: max(1, len(marked) // JUMPS)]


def resident() -> float:
    """Give the memory of this process in MB, after what is free went back to the system: else what is new would hide in it."""
    import ctypes
    import gc
    import os
    from pathlib import Path

    gc.collect()
    if sys.platform != "linux":
        return 0.0
    ctypes.CDLL(None).malloc_trim(0)
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def pauses(original: str, rewrite: str) -> dict[str, float]:
    """Read, compare and show a pair, and give the longest time that a timer of 5 ms had to wait.

    A pause counts as no longer than what this process computed in it, in all its threads: where other programs took the processor away the
    window waited too, but not for its worker. The pause as the clock says it stands beside.
    """
    from itertools import pairwise

    from PySide6.QtCore import QEventLoop, Qt, QTimer

    from rewritediff.gui import gestures
    from rewritediff.gui.app import is_settled
    from rewritediff.gui.sources import File

    bench = Bench()
    ticks: list[tuple[float, float]] = []
    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: ticks.append((time.perf_counter(), time.process_time())))
    timer.start(5)
    wait = QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
    bench.controller.do(gestures.opened_pair, File(original), File(rewrite))
    while not is_settled(bench.controller.state):
        bench.application.processEvents(wait)
    until = time.perf_counter() + 0.5
    while time.perf_counter() < until:
        bench.application.processEvents(wait)
    waits = [(1000 * (after[0] - before[0]), 1000 * (after[1] - before[1])) for before, after in pairwise(ticks)]
    bench.window.close()
    return {"blocked_ms": max(min(clock, computed) for clock, computed in waits), "blocked_clock_ms": max(clock for clock, _ in waits)}


def closing(original: str, rewrite: str) -> dict[str, float]:
    """Close the window at several moments of a comparison, each in a process of its own, and give the longest time that took."""
    import subprocess

    longest = 0.0
    for seconds in (0.5, 2, 5, 12):
        command = [sys.executable, __file__, "closed", original, rewrite, str(seconds)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            if process.stdout is not None:
                process.stdout.readline()
            begun = time.perf_counter()
            process.wait()
            longest = max(longest, 1000 * (time.perf_counter() - begun))
    return {"close_ms": longest}


def closed(original: str, rewrite: str, seconds: str) -> dict[str, float]:
    """Begin to compare, and close the window after some seconds; the caller waits for the end of the process."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from rewritediff.gui.view.main_window import MainWindow

    def close() -> None:
        print("closing", flush=True)
        next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow)).close()

    run = QApplication.exec

    def run_and_close(*_: QApplication) -> int:
        QTimer.singleShot(round(1000 * float(seconds)), close)
        return run()

    QApplication.exec = run_and_close  # type: ignore[assignment,method-assign]
    sys.argv = ["rewritediff", original, rewrite]
    from rewritediff.__main__ import main

    main()
    return {}


if __name__ == "__main__":
    import json

    name, *arguments = sys.argv[1:]
    print(json.dumps(globals()[name](*arguments)))
