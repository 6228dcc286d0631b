"""The threads beside the window: both sides' documents are read at once, one comparison is made after the other.

Why threads and no processes: with the switch interval as `manners` sets it the window waits 19 ms in 99 of 100 cases while 5,000 sentences
a side are compared, and 25 to 50 ms where the result appears; handing it over costs nothing, where unpickling it from a process would hold
the window for longer. What a job does is not known here, see `doing`.
"""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable

from PySide6.QtCore import QDeadlineTimer, QObject, QRunnable, QThreadPool

from rewritediff.gui.doing import do, failure
from rewritediff.gui.jobs import Event, Job, LoadJob, Send
from rewritediff.gui.manners import considerate
from rewritediff.gui.signals import signal

SIDES = 2
"""Documents that are read at the same time: one that takes long does not hold up the other side."""

_POOLS: list[QThreadPool] = []
"""Kept for ever: a pool that goes while its thread still works waits for it, and the thread for the interpreter that the pool holds."""


class Sender(QObject):
    """Carry events from the worker to the thread of the window."""

    sent = signal(object)


class Worker:
    """Do jobs in threads of their own, and tell what became of each: one comparison after the other, both sides' documents at once."""

    def __init__(self) -> None:
        self.sender = Sender()
        self._flags: dict[int, threading.Event] = {}
        self._pool, self._readers = _pool(1), _pool(SIDES)

    def start(self, job: Job) -> None:
        """Do a job when those before it are done."""
        flag = self._flags[job.ticket] = threading.Event()
        pool = self._readers if isinstance(job, LoadJob) else self._pool
        pool.start(_Task(job, self._send_unless(flag), flag.is_set))

    def warm(self) -> None:
        """Make ready what reads documents, while nobody waits for it."""
        self._readers.start(_warmed)

    def cancel(self, ticket: int) -> None:
        """Ask a job to end; it sends nothing any more."""
        if flag := self._flags.pop(ticket, None):
            flag.set()

    def forget(self, ticket: int) -> None:
        """Drop what is kept of a job that has ended."""
        self._flags.pop(ticket, None)

    def close(self, patience: int = 2_000) -> bool:
        """End all jobs and wait for them, at most so many milliseconds; tell whether they have ended."""
        for ticket in list(self._flags):
            self.cancel(ticket)
        for pool in (self._readers, self._pool):
            pool.clear()
        ends = QDeadlineTimer(patience)
        done = [pool.waitForDone(ends.remainingTime()) for pool in (self._readers, self._pool)]
        closed()
        return all(done)

    def _send_unless(self, flag: threading.Event) -> Send:
        def send(event: Event) -> None:
            if not flag.is_set():
                self.sender.sent.emit(event)

        return send


def _pool(threads: int) -> QThreadPool:
    made = QThreadPool()
    _POOLS.append(made)
    made.setMaxThreadCount(threads)
    return made


def _warmed() -> None:
    from rewritediff.loaders.guarding import guard

    guard.warm()


def closed() -> None:
    """End the process that reads documents, where there is one."""
    if guard := sys.modules.get("rewritediff.loaders.guarding.guard"):
        guard.close()


class _Task(QRunnable):
    def __init__(self, job: Job, send: Send, is_cancelled: Callable[[], bool]) -> None:
        super().__init__()
        self._job = job
        self._send = send
        self._is_cancelled = is_cancelled

    def run(self) -> None:
        """Do the job, and answer whatever happens: a window that gets no answer would wait for ever."""
        if self._is_cancelled():
            return
        try:
            with considerate():
                do(self._job, self._send, self._is_cancelled)
        except BaseException as error:  # noqa: BLE001 - also a panic of the segmenter, which is no Exception, must end as a line in the window
            traceback.print_exc()
            self._send(failure(self._job, f"{type(error).__name__}: {error}".rstrip(": ")))
