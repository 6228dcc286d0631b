"""Several processes that answer lines: in chunks, in order, a few chunks a process in flight, so that memory stays flat."""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context, resource_tracker
from threading import current_thread, main_thread

from rewritediff.batch.records import Answered, Line, answer_line, died
from rewritediff.core.house import NO_HOUSE, House

CHUNK_LINES = 32
"""Lines that travel together: a pair of short texts takes about a millisecond, the journey about as long."""
CHUNK_BYTES = 1_000_000
"""No line is added to a chunk of this size: with long texts the processes share the work line by line."""
CHUNKS_IN_FLIGHT = 3
"""Chunks a process: one at work, one waiting, one being written."""

Chunk = list[Line]


def chunks_of(lines: Iterable[Line]) -> Iterator[Chunk]:
    """Gather lines that travel together."""
    chunk: Chunk = []
    size = 0
    for line in lines:
        chunk.append(line)
        size += len(line[1])
        if len(chunk) >= CHUNK_LINES or size >= CHUNK_BYTES:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def _answer_chunk(chunk: Chunk, house: House) -> list[Answered]:
    return [answer_line(line, house) for line in chunk]


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the process that started this one, which would otherwise be drowned in tracebacks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back for a moment: a process that is being started is not torn in half, and never hears of it at all."""
    if sys.platform == "win32" or current_thread() is not main_thread():
        yield
        return
    # starting this later, inside, would lift the mask again
    resource_tracker.ensure_running()
    held: list[int] = []
    # the mask goes over to the new process; the handler is for this one, where threads of numpy take the signal past the mask
    handler = signal.signal(signal.SIGINT, lambda number, _frame: held.append(number))
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
    if held:
        raise KeyboardInterrupt


def _pool(jobs: int) -> ProcessPoolExecutor:
    # spawn on every system: a fork would copy the threads and locks of numpy and of the window
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)


def _submitted(pool: ProcessPoolExecutor, chunk: Chunk, house: House) -> Future[list[Answered]]:
    with _interrupts_held():  # a pool starts its processes when there is work for them
        return pool.submit(_answer_chunk, chunk, house)


class Crew:
    """Keep several processes at work, in order; where one of them dies, its lines are tried again one by one."""

    __slots__ = ("_house", "_jobs", "_pool", "_waiting")

    def __init__(self, jobs: int, house: House = NO_HOUSE) -> None:
        self._house = house
        self._jobs = jobs
        self._pool = _pool(jobs)
        self._waiting: deque[tuple[Chunk, Future[list[Answered]]]] = deque()

    def answers(self, chunks: Iterable[Chunk]) -> Iterator[Answered]:
        """Answer every line of the chunks, in order; chunks are asked for as they are needed."""
        try:
            for chunk in chunks:
                self._hand_out(chunk)
                if len(self._waiting) >= self._jobs * CHUNKS_IN_FLIGHT:
                    yield from self._first()
            while self._waiting:
                yield from self._first()
        finally:
            self._pool.shutdown(wait=False, cancel_futures=True)

    def _hand_out(self, chunk: Chunk) -> None:
        try:
            self._waiting.append((chunk, _submitted(self._pool, chunk, self._house)))
        except BrokenProcessPool:
            self._begin_again()
            self._waiting.append((chunk, _submitted(self._pool, chunk, self._house)))

    def _first(self) -> list[Answered]:
        chunk, future = self._waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            # which chunk ended the process is not known: this one is tried line by line, the others once more
            found = list(_one_by_one(chunk, self._house))
            self._begin_again()
            return found

    def _begin_again(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = _pool(self._jobs)
        undone = [(chunk, future) for chunk, future in self._waiting]
        self._waiting.clear()
        for chunk, future in undone:
            done = future.done() and not future.cancelled() and future.exception() is None
            self._waiting.append((chunk, future if done else _submitted(self._pool, chunk, self._house)))


def _one_by_one(chunk: Chunk, house: House) -> Iterator[Answered]:
    """Answer lines of which one ends its process: each on its own, in a process that is replaced when it dies."""
    pool = _pool(1)
    for line in chunk:
        try:
            yield from _submitted(pool, [line], house).result()
        except BrokenProcessPool:
            yield died(line)
            pool = _pool(1)
    pool.shutdown()
