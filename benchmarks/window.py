"""Measure the window: CPU of opening a pair after the start, and the longest time that the main thread did not answer.

    python benchmarks/window.py ORIGINAL REWRITE

Offscreen, with the real window, worker and painting. A timer of 5 ms stands for the hand: the longest pause between two of its ticks is how
long a click would have waited. It opens the pair, scrolls forty steps and one page jump to each tenth of the text, and filters.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path


class Ticks:
    """Tick every 5 ms and remember the longest pause."""

    def __init__(self) -> None:
        from PySide6.QtCore import Qt, QTimer

        self.worst = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._timer.start(5)

    def _tick(self) -> None:
        now = time.perf_counter()
        self.worst = max(self.worst, now - self._last)
        self._last = now

    def since(self) -> float:
        """Give the longest pause in milliseconds since this was asked last."""
        worst, self.worst = self.worst, 0.0
        return 1000 * worst


def measured(original: Path, rewrite: Path) -> None:
    """Open, scroll and filter one pair, and print what each took."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from rewritediff.gui import app, gestures, reading
    from rewritediff.gui.controller import Controller
    from rewritediff.gui.state import File, Filter, State
    from rewritediff.gui.view.main_window import MainWindow

    application = QApplication(sys.argv[:1])
    application.setStyle("Fusion")
    controller = Controller(State())
    window = MainWindow(controller)
    window.resize(1200, 800)
    window.show()
    application.processEvents()
    print(f"start: {1000 * time.process_time():.0f} ms CPU")
    ticks = Ticks()

    def settle(seconds: float) -> None:
        until = time.perf_counter() + seconds
        while time.perf_counter() < until:
            application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)

    settle(0.1)
    ticks.since()
    begun = time.process_time()
    controller.do(gestures.opened_pair, File(str(original)), File(str(rewrite)))
    while not app.is_settled(controller.state):
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents | QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    application.processEvents()
    print(f"load, compare and show: {1000 * (time.process_time() - begun):.0f} ms CPU, longest pause {ticks.since():.0f} ms")
    bar = window.comparison.view.verticalScrollBar()
    for step in range(40):
        bar.setValue(step * 60)
        application.processEvents()
    for tenth in range(11):
        bar.setValue(bar.maximum() * tenth // 10)
        application.processEvents()
    settle(0.2)
    print(f"scroll: longest pause {ticks.since():.0f} ms")
    for key in (Filter.DROPPED, Filter.DROPPED, Filter.NEW, Filter.MOVED):
        controller.do(reading.filter_toggled, key)
        settle(0.1)
    print(f"filter: longest pause {ticks.since():.0f} ms")
    window.close()
    controller.close()


def main() -> None:
    """Measure the pair that is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("original", type=Path)
    parser.add_argument("rewrite", type=Path)
    arguments = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    measured(arguments.original, arguments.rewrite)


if __name__ == "__main__":
    main()
