"""The worker beside the window: what it sends, that it can be stopped, and that the window goes on meanwhile."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Article, Block, Role, Sides
from rewritediff.gui import gestures
from rewritediff.gui.controller import Controller
from rewritediff.gui.jobs import CompareDone, CompareFailed, CompareJob, CompareProgressed, Event, Job, LoadDone, LoadFailed, LoadJob
from rewritediff.gui.sources import Failed, File, Pasted
from rewritediff.gui.state import is_busy
from rewritediff.gui.work import Done, Running, Stopped
from rewritediff.gui.worker import Worker

STALL = 0.1
"""Seconds that the window may stand still. Measured: 0.05 with 5,000 sentences a side."""


def article(text: str) -> Article:
    return Article((Block(Role.BODY, text),))


def long_text(sentences: int, word: str) -> str:
    return " ".join(f"Sentence {k} tells of the {word} number {k * 7919 % 1000} and of what became of it." for k in range(sentences))


@pytest.fixture
def worker() -> Iterator[Worker]:
    made = Worker()
    yield made
    assert made.close(20_000)


def sent(qtbot: QtBot, worker: Worker, job: Job) -> list[Event]:
    """Do a job and collect what it sends, up to its end."""
    events: list[Event] = []
    worker.sender.sent.connect(events.append)
    worker.start(job)
    qtbot.waitUntil(lambda: bool(events) and not isinstance(events[-1], CompareProgressed), timeout=20_000)
    return events


def test_a_file_is_read(qtbot: QtBot, worker: Worker, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Three short words.")
    (event,) = sent(qtbot, worker, LoadJob(1, File(str(path))))
    assert isinstance(event, LoadDone)
    assert (event.ticket, event.loaded.words, event.loaded.identity) == (1, 3, str(path.resolve()))


def test_a_pasted_text_is_read(qtbot: QtBot, worker: Worker) -> None:
    (event,) = sent(qtbot, worker, LoadJob(1, Pasted("Three short words.")))
    assert isinstance(event, LoadDone)


def test_what_cannot_be_read_is_said(qtbot: QtBot, worker: Worker) -> None:
    (event,) = sent(qtbot, worker, LoadJob(1, File("/no/such/file.txt")))
    assert isinstance(event, LoadFailed)
    assert "file.txt" in event.message


def test_a_comparison_is_handed_over_whole(qtbot: QtBot, worker: Worker) -> None:
    event = sent(qtbot, worker, CompareJob(1, Sides(article("The cat sat."), article("The cat sat."))))[-1]
    assert isinstance(event, CompareDone)
    assert len(event.done.presentation.rows) == 1


class Panic(BaseException):
    """Stand for what the segmenter's machine code raises."""


@pytest.mark.parametrize("error", [ValueError("broken"), MemoryError(), Panic("broken")], ids=repr)
def test_an_error_in_the_program_becomes_a_message(
    qtbot: QtBot, worker: Worker, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], error: BaseException
) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr("rewritediff.engine.compare", breaks)
    (event,) = sent(qtbot, worker, CompareJob(1, Sides(article("a"), article("b"))))
    assert isinstance(event, CompareFailed)
    assert type(error).__name__ in event.reason
    assert "Traceback" in capfd.readouterr().err


def test_a_cancelled_job_sends_no_result(qtbot: QtBot, worker: Worker) -> None:
    events: list[Event] = []
    worker.sender.sent.connect(events.append)
    worker.start(CompareJob(1, Sides(article(long_text(400, "one")), article(long_text(400, "two")))))
    worker.cancel(1)
    qtbot.wait(20)
    events.clear()  # what was on its way
    assert worker.close(20_000)
    qtbot.wait(20)
    # what it told of its progress before it heard may still be on its way
    assert all(isinstance(event, CompareProgressed) for event in events)


@pytest.fixture
def controller() -> Iterator[Controller]:
    made = Controller()
    yield made
    assert made.close()


def test_the_window_goes_on_while_much_is_compared(qtbot: QtBot, controller: Controller) -> None:
    original, rewrite = long_text(1200, "barrier"), long_text(1200, "harbour")
    ticks: list[float] = []
    timer = QTimer()
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start(5)
    controller.do(gestures.opened_pair, Pasted(original), Pasted(rewrite))
    qtbot.waitUntil(lambda: not is_busy(controller.state), timeout=30_000)
    timer.stop()
    assert isinstance(controller.state.work, Done)
    waits = sorted(after - before for before, after in pairwise(ticks))
    # the few longest may be another program's: a shared machine takes the processor away for as long as it likes
    assert waits[int(len(waits) * 0.97)] < STALL


def test_a_newer_comparison_wins(qtbot: QtBot, controller: Controller) -> None:
    controller.do(gestures.opened_pair, Pasted(long_text(300, "one")), Pasted(long_text(300, "two")))
    qtbot.waitUntil(lambda: isinstance(controller.state.work, Running), timeout=10_000)
    controller.do(gestures.opened_pair, Pasted("The cat sat."), Pasted("The cat sat."))
    qtbot.waitUntil(lambda: isinstance(controller.state.work, Done), timeout=10_000)
    assert controller.state.comparison is not None
    assert controller.state.comparison.documents.original.text == "The cat sat."


def test_cancelling_ends_the_job(qtbot: QtBot, controller: Controller) -> None:
    controller.do(gestures.opened_pair, Pasted(long_text(900, "one")), Pasted(long_text(900, "two")))
    qtbot.waitUntil(lambda: isinstance(controller.state.work, Running), timeout=10_000)
    controller.do(gestures.cancelled)
    qtbot.wait(50)
    assert isinstance(controller.state.work, Stopped)


def test_nothing_starts_after_closing(qtbot: QtBot, controller: Controller) -> None:
    controller.do(gestures.opened_pair, Pasted(long_text(900, "one")), Pasted(long_text(900, "two")))
    qtbot.waitUntil(lambda: isinstance(controller.state.work, Running), timeout=10_000)
    assert controller.close()
    controller.do(gestures.swapped)
    assert controller.worker.close(0)


def test_loading_happens_beside_the_window(qtbot: QtBot, controller: Controller, monkeypatch: pytest.MonkeyPatch) -> None:
    threads: list[int] = []

    def noted(_path: str) -> None:
        threads.append(threading.get_ident())
        raise OSError("gone")

    monkeypatch.setattr("rewritediff.loaders.load", noted)
    controller.do(gestures.dropped, ["/texts/a.txt"], "", None)
    qtbot.waitUntil(lambda: isinstance(controller.state.sides.original, Failed), timeout=10_000)
    assert threads != [threading.get_ident()]
