"""Many pairs: JSON lines in, JSON lines out, in the same order; a line that cannot be compared gives an error and stops nothing.

With several processes the lines travel in chunks, a few chunks a process in flight, so that memory stays flat however long the input is.
"""

from __future__ import annotations

import json
import signal
import sys
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, resource_tracker

from rewritediff.core.comparison import Comparison
from rewritediff.engine import Text, TooLong, compare
from rewritediff.exporters.json_report import Record, dumped, finding_record, passage_records, summary_record
from rewritediff.loaders import LoadError, load
from rewritediff.wording import RecordProblem, record_problem

CHUNK_LINES = 32
"""Lines that travel together: a pair of short texts takes about a millisecond, the journey about as long."""
CHUNK_BYTES = 1_000_000
"""No line is added to a chunk of this size: with long texts the processes share the work line by line."""
CHUNKS_IN_FLIGHT = 3
"""Chunks a process: one at work, one waiting, one being written."""

Line = tuple[int, bytes]
"""A line of the input and its number, from 1."""
Chunk = list[Line]


@dataclass(frozen=True, slots=True)
class Answered:
    """Hold a line of the output, and whether it says an error."""

    line: str
    failed: bool


class BadRecord(Exception):  # noqa: N818 - read as a sentence where it is raised
    """Say why a line cannot be compared."""

    def __init__(self, problem: RecordProblem, detail: str = "") -> None:
        super().__init__(problem, detail)
        self.problem = problem
        self.detail = detail


def answers(lines: Iterable[bytes], jobs: int = 1) -> Iterator[Answered]:
    """Compare the pair in each line, in so many processes; blank lines are passed over."""
    numbered = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    if jobs <= 1:
        return map(answer_line, numbered)
    return _Crew(jobs).answers(_chunks(numbered))


def answer_line(numbered: Line) -> Answered:
    """Compare the pair in one line."""
    number, line = numbered
    try:
        record = _parsed(line)
    except BadRecord as bad:
        return _failed(None, record_problem(bad.problem, bad.detail, number))
    try:
        return Answered(dumped(_result(record)), failed=False)
    except BadRecord as bad:
        return _failed(record.get("id"), record_problem(bad.problem, bad.detail))
    except (LoadError, TooLong) as error:
        return _failed(record.get("id"), str(error))
    except Exception as error:  # noqa: BLE001 - one record that trips over a mistake of ours must not cost the user the others
        return _failed(record.get("id"), record_problem(RecordProblem.FAILED, f"{type(error).__name__}: {error}"))


def _parsed(line: bytes) -> Record:
    try:
        record = json.loads(line.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError as error:
        raise BadRecord(RecordProblem.NOT_UTF8) from error
    except RecursionError as error:
        raise BadRecord(RecordProblem.NOT_JSON, "nested too deeply") from error
    except json.JSONDecodeError as error:
        raise BadRecord(RecordProblem.NOT_JSON, f"{error.msg} at character {error.pos + 1:,}") from error
    except ValueError as error:  # NaN, or a number of thousands of digits
        raise BadRecord(RecordProblem.NOT_JSON, str(error)) from error
    if not isinstance(record, dict):
        raise BadRecord(RecordProblem.NOT_AN_OBJECT)
    return record


def _refuse_constant(name: str) -> None:
    """Refuse NaN and Infinity, which Python reads and no other JSON reader does."""
    raise ValueError(f"{name} is no JSON value")


def _result(record: Record) -> Record:
    comparison = compare(_text(record, "original"), _text(record, "rewrite"))
    return {
        "id": record.get("id"),
        "links": _links(comparison),
        "passages": passage_records(comparison),
        "findings": [finding_record(finding) for finding in comparison.findings],
        "summary": summary_record(comparison),
    }


def _text(record: Record, side: str) -> Text:
    match record.get(side):
        case str(text):
            return text
        case list(sentences) if all(isinstance(sentence, str) for sentence in sentences):
            return sentences
        case {"path": str(path)}:
            return load(path)
    raise BadRecord(RecordProblem.BAD_SIDE if side in record else RecordProblem.NO_SIDE, side)


def _links(comparison: Comparison) -> list[list[int]]:
    return sorted([link.original, link.rewrite] for passage in comparison.passages for link in passage.links)


def _failed(name: object, error: str) -> Answered:
    return Answered(dumped({"id": name, "error": error}), failed=True)


def _chunks(lines: Iterable[Line]) -> Iterator[Chunk]:
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


def _answer_chunk(chunk: Chunk) -> list[Answered]:
    return [answer_line(line) for line in chunk]


def _ignore_interrupt() -> None:
    """Leave Ctrl-C to the process that started this one, which would otherwise be drowned in tracebacks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Hold Ctrl-C back for a moment: a process started in it never hears of it, not even before it could ignore it by itself."""
    if sys.platform == "win32":
        yield
        return
    # starting this later, inside, would let the interrupt through
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _pool(jobs: int) -> ProcessPoolExecutor:
    # spawn on every system: a fork would copy the threads and locks of numpy and of the window
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_ignore_interrupt)


def _submitted(pool: ProcessPoolExecutor, chunk: Chunk) -> Future[list[Answered]]:
    with _interrupts_held():  # a pool starts its processes when there is work for them
        return pool.submit(_answer_chunk, chunk)


class _Crew:
    """Keep several processes at work, in order; where one of them dies, its lines are tried again one by one."""

    __slots__ = ("_jobs", "_pool", "_waiting")

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool = _pool(jobs)
        self._waiting: deque[tuple[Chunk, Future[list[Answered]]]] = deque()

    def answers(self, chunks: Iterator[Chunk]) -> Iterator[Answered]:
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
            self._waiting.append((chunk, _submitted(self._pool, chunk)))
        except BrokenProcessPool:
            self._begin_again()
            self._waiting.append((chunk, _submitted(self._pool, chunk)))

    def _first(self) -> list[Answered]:
        chunk, future = self._waiting.popleft()
        try:
            return future.result()
        except BrokenProcessPool:
            # which chunk ended the process is not known: this one is tried line by line, the others once more
            found = list(_one_by_one(chunk))
            self._begin_again()
            return found

    def _begin_again(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._pool = _pool(self._jobs)
        undone = [(chunk, future) for chunk, future in self._waiting]
        self._waiting.clear()
        for chunk, future in undone:
            done = future.done() and not future.cancelled() and future.exception() is None
            self._waiting.append((chunk, future if done else _submitted(self._pool, chunk)))


def _one_by_one(chunk: Chunk) -> Iterator[Answered]:
    """Answer lines of which one ends its process: each on its own, in a process that is replaced when it dies."""
    pool = _pool(1)
    for line in chunk:
        try:
            yield from _submitted(pool, [line]).result()
        except BrokenProcessPool:
            yield _died(line)
            pool = _pool(1)
    pool.shutdown()


def _died(line: Line) -> Answered:
    # it was parsed in the process that died, so it can be parsed here
    name = _parsed(line[1]).get("id")
    return _failed(name, record_problem(RecordProblem.DIED, line=0 if name is not None else line[0]))
