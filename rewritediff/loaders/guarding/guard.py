"""Reads a document in a process of its own, so that no document can harm, hang or fill the program.

One worker is kept warm for the whole program. A document that is too slow or too heavy, that breaks the worker or is no longer wanted
costs that worker its life, and the next document gets a fresh one.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable
from contextlib import suppress
from threading import Condition, Thread
from time import monotonic
from typing import TYPE_CHECKING
from weakref import WeakSet

from rewritediff.core.values import Article
from rewritediff.loaders.formats import Format
from rewritediff.loaders.guarding.answers import MAX_ANSWER, AnswerError, read_answer, request_of
from rewritediff.loaders.guarding.command import Command, worker_command
from rewritediff.loaders.guarding.frames import Frame
from rewritediff.loaders.guarding.limits import Limits
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason, Values
from rewritediff.loaders.source import Source

if TYPE_CHECKING:
    from rewritediff.loaders.guarding.process import Exchange, WorkerProcess
    from rewritediff.loaders.guarding.watch import Watch

Cancel = Callable[[], bool]


class Guard:
    """Keeps workers and the limits that they are held to; any thread may use it."""

    def __init__(self, command: Callable[[], Command] = worker_command, limits: Limits = Limits()) -> None:  # noqa: B008 - it is frozen
        self._command = command
        self._limits = limits
        self._over = False
        self.forget()
        _GUARDS.add(self)

    def read(self, form: Format, source: Source, should_cancel: Cancel | None = None) -> Article:
        """Read a document, or raise LoadError; asks every 0.05 s whether it is still wanted."""
        worker = self._take(source.name, should_cancel)
        fit = False
        try:
            answer, worn = self._ask(worker, request_of(form, source), source.name, self._limits.of(form), should_cancel)
            worker.documents += 1
            fit = not worn and worker.documents < self._limits.documents and not answer.header.get("over")
            return read_answer(answer, source.name)
        except AnswerError as error:
            fit = False
            raise LoadError(source.name, Reason.CRASHED) from error
        finally:
            self._give_back(worker, fit=fit)

    def warm(self) -> None:
        """Start a worker and let it import the readers, in the background; says nothing where that is impossible."""
        with suppress(RuntimeError):  # no thread can be started while the program ends
            Thread(target=self._warm, name="warming the document reader", daemon=True).start()

    def close(self) -> None:
        """End all workers; what is being read is cancelled. The next document starts a new one."""
        with self._free:
            workers = tuple(self._workers)
            self._idle.clear()
        for worker in workers:
            worker.end()
        with self._free:
            self._workers.difference_update(workers)

    def close_for_good(self) -> None:
        """End all workers and start none any more: the program ends."""
        self._over = True
        self.close()

    def forget(self) -> None:
        """Begin anew, without workers: at first, and in a copy of this process, whose workers are those of the other one."""
        for worker in getattr(self, "_workers", ()):
            worker.forget()
        self._free = Condition()
        self._idle: list[WorkerProcess] = []
        self._workers: set[WorkerProcess] = set()
        self._busy = 0

    def _take(self, name: str, should_cancel: Cancel | None) -> WorkerProcess:
        """Get a worker that nobody else uses, a new one where need be."""
        began = monotonic()
        worker = None
        while worker is None:
            if should_cancel and should_cancel():
                raise LoadError(name, Reason.CANCELLED)
            with self._free:
                worker = self._idle_worker() or self._another(name, patient=monotonic() - began < self._limits.patience)
                if worker is None:
                    self._free.wait(self._limits.tick)
                else:
                    self._busy += 1
        if not worker.greeted:
            self._greet(worker, name, should_cancel)
        return worker

    def _idle_worker(self) -> WorkerProcess | None:
        while self._idle:
            worker = self._idle.pop()
            if worker.alive:
                return worker
            self._workers.discard(worker)
            worker.end()
        return None

    def _another(self, name: str, *, patient: bool) -> WorkerProcess | None:
        """Start a worker where none is at work, or where waiting for it takes too long."""
        if self._busy and (patient or self._busy >= self._limits.workers):
            return None
        from rewritediff.loaders.guarding.process import WorkerProcess

        if self._over:
            raise _no_worker(name, "the program ends")
        try:
            worker = WorkerProcess(self._command())
        except (OSError, ValueError) as error:
            raise _no_worker(name, str(error)) from error
        self._workers.add(worker)
        return worker

    def _greet(self, worker: WorkerProcess, name: str, should_cancel: Cancel | None) -> None:
        try:
            self._hear(worker, name, should_cancel)
        except BaseException:
            self._give_back(worker, fit=False)
            raise
        worker.greeted = True

    def _hear(self, worker: WorkerProcess, name: str, should_cancel: Cancel | None) -> None:
        """Wait for a new worker's greeting."""
        began = monotonic()
        exchange = self._exchange(worker, None, name)
        while not exchange.wait(self._limits.tick):
            if should_cancel and should_cancel():
                raise LoadError(name, Reason.CANCELLED)
            if monotonic() - began > self._limits.start_seconds:
                raise _no_worker(name, f"no sign of it after {round(self._limits.start_seconds)} seconds")
        if worker.ended:
            raise LoadError(name, Reason.CANCELLED)
        if exchange.answer is None or "ready" not in exchange.answer.header:
            raise _no_worker(name, f"it ended at once, with status {worker.end()}")

    def _ask(
        self, worker: WorkerProcess, question: Frame, name: str, limits: Limits, should_cancel: Cancel | None = None
    ) -> tuple[Frame, bool]:
        """Ask and watch; give the answer and whether the worker has grown too large to be kept."""
        began = monotonic()
        watch: Watch | None = None
        exchange = self._exchange(worker, question, name)
        while not exchange.wait(self._limits.tick):
            if should_cancel and should_cancel():
                raise LoadError(name, Reason.CANCELLED)
            # most documents are read before psutil would be loaded
            watch = watch or self._watch(worker, limits)
            reason = watch.exceeded()
            if reason:
                tried: Values = (("seconds", max(1, round(monotonic() - began))),) if reason is Reason.TOO_SLOW else ()
                raise LoadError(name, reason, tried)
        if exchange.answer is None:
            raise LoadError(name, Reason.CANCELLED if worker.ended else Reason.CRASHED)
        return exchange.answer, watch is not None and watch.use().memory > self._limits.worn_memory

    def _exchange(self, worker: WorkerProcess, question: Frame | None, name: str) -> Exchange:
        try:
            return worker.ask(question, MAX_ANSWER)
        except RuntimeError as error:  # no thread can be started: there are too many, or the program ends
            raise _no_worker(name, str(error)) from error

    def _watch(self, worker: WorkerProcess, limits: Limits) -> Watch:
        from rewritediff.loaders.guarding.watch import Watch

        return Watch(worker.pid, limits)

    def _give_back(self, worker: WorkerProcess, *, fit: bool) -> None:
        """Keep one worker for the next document; end what is worn, or one too many."""
        with self._free:
            kept = fit and not worker.ended and not self._idle
            if kept:
                self._idle.append(worker)
        if not kept:
            worker.end()
        with self._free:
            if not kept:
                self._workers.discard(worker)
            self._busy -= 1
            self._free.notify()

    def _warm(self) -> None:
        if self._workers:
            return
        with suppress(LoadError):
            worker = self._take("", None)
            fit = False
            try:
                self._ask(worker, Frame({"warm": True}), "", self._limits)
                fit = True
            finally:
                self._give_back(worker, fit=fit)


def _no_worker(name: str, detail: str) -> LoadError:
    return LoadError(name, Reason.NO_WORKER, (("detail", detail),))


def _forget_all() -> None:
    for guard in _GUARDS:
        guard.forget()


def _close_all() -> None:
    for guard in tuple(_GUARDS):
        guard.close_for_good()


_GUARDS: WeakSet[Guard] = WeakSet()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
atexit.register(_close_all)

_OF_THE_PROGRAM = Guard()


def read_guarded(form: Format, source: Source, should_cancel: Cancel | None = None) -> Article:
    """Read a document of a format that foreign libraries parse, or raise LoadError; `should_cancel` is asked every 0.05 s."""
    return _OF_THE_PROGRAM.read(form, source, should_cancel)


def warm() -> None:
    """Get ready for the first document, in the background: 0.2 s of another core that nobody waits for then."""
    _OF_THE_PROGRAM.warm()


def close() -> None:
    """End the worker; the next document starts a new one."""
    _OF_THE_PROGRAM.close()
