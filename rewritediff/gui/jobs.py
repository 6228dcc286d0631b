"""Work that would hold up the window, done in one thread beside it: reading a side, comparing both.

A job knows neither the window nor its state: it is given values, and sends events, each with its ticket. Why a thread and not a process:
with the switch interval set as below the window waits 19 ms in 99 of 100 cases while 5,000 sentences a side are compared, and 25 to 50 ms
where the result appears; handing it over costs nothing, where unpickling it from a process would hold the window for longer.
"""

from __future__ import annotations

import gc
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDeadlineTimer, QObject, QRunnable, QThreadPool

from rewritediff.core.comparison import Comparison
from rewritediff.core.house import NO_HOUSE, House
from rewritediff.core.values import Article, Sides
from rewritediff.gui.copied import Copied, copied_of
from rewritediff.gui.review import Review, review_of
from rewritediff.gui.rows import Presentation, present
from rewritediff.gui.signals import signal
from rewritediff.gui.sources import Loaded, Source
from rewritediff.gui.state import Done
from rewritediff.gui.words import UNREAD
from rewritediff.loaders.options import DEFAULTS, Options
from rewritediff.wording import answer

if TYPE_CHECKING:
    from rewritediff.loaders.reading import Stored

SWITCH_INTERVAL = 0.001
"""Seconds after which the window gets the interpreter; with Python's own 0.005 it waited 41 ms in 1 of 100 cases, now 17."""
PROGRESS_INTERVAL = 0.1
"""Seconds between two reports of progress: each costs a repaint, and nobody reads faster."""


@dataclass(frozen=True, slots=True)
class LoadDone:
    """Hand over an article."""

    ticket: int
    loaded: Loaded


@dataclass(frozen=True, slots=True)
class LoadFailed:
    """Say why there is no article."""

    ticket: int
    message: str
    link: str = ""
    """What was to be read is only a link to this address."""
    again: bool = False
    """Trying once more may help."""


@dataclass(frozen=True, slots=True)
class CompareProgressed:
    """Say how far comparing is."""

    ticket: int
    step: str
    share: float


@dataclass(frozen=True, slots=True)
class CompareDone:
    """Hand over a finished comparison."""

    ticket: int
    done: Done


@dataclass(frozen=True, slots=True)
class CompareFailed:
    """Say why there is no comparison."""

    ticket: int
    reason: str


@dataclass(frozen=True, slots=True)
class CopiedFound:
    """Hand over what was taken over word for word."""

    ticket: int
    copied: Copied


@dataclass(frozen=True, slots=True)
class CopiedFailed:
    """Say why it was not found."""

    ticket: int
    reason: str


@dataclass(frozen=True, slots=True)
class ReviewFound:
    """Hand over what was made of findings, and where a file stands that could not be read."""

    ticket: int
    review: Review
    damaged: str = ""


@dataclass(frozen=True, slots=True)
class HouseDone:
    """Hand over a comparison whose findings were looked for by another list of the house."""

    ticket: int
    before: Comparison
    done: Done


@dataclass(frozen=True, slots=True)
class HouseFailed:
    """Say why there is none."""

    ticket: int
    house: House
    reason: str


Event = (
    LoadDone
    | LoadFailed
    | CompareProgressed
    | CompareDone
    | CompareFailed
    | CopiedFound
    | CopiedFailed
    | ReviewFound
    | HouseDone
    | HouseFailed
)
Send = Callable[[Event], None]


class Sender(QObject):
    """Carry events from the worker to the thread of the window."""

    sent = signal(object)


@dataclass(frozen=True, slots=True)
class LoadJob:
    """Read one source, or again what was stored of it."""

    ticket: int
    source: Source
    options: Options = DEFAULTS
    stored: Stored | None = None


@dataclass(frozen=True, slots=True)
class CompareJob:
    """Compare two articles."""

    ticket: int
    articles: Sides[Article]
    house: House = NO_HOUSE


@dataclass(frozen=True, slots=True)
class CopiedJob:
    """Find the runs of at least so many words that were taken over."""

    ticket: int
    presentation: Presentation
    words: int


@dataclass(frozen=True, slots=True)
class ReviewJob:
    """Read what was made of a comparison's findings from a folder."""

    ticket: int
    comparison: Comparison
    folder: str


@dataclass(frozen=True, slots=True)
class HouseJob:
    """Look for findings by another list of the house."""

    ticket: int
    comparison: Comparison
    house: House


Job = LoadJob | CompareJob | CopiedJob | ReviewJob | HouseJob


SIDES = 2
"""Documents that are read at the same time: one that takes long does not hold up the other side."""

_POOLS: list[QThreadPool] = []
"""Kept for ever: a pool that goes while its thread still works waits for it, and the thread for the interpreter that the pool holds."""


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
    from rewritediff.loaders import guard

    guard.warm()


def closed() -> None:
    """End the process that reads documents, where there is one."""
    if guard := sys.modules.get("rewritediff.loaders.guard"):
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


def failure(job: Job, reason: str) -> Event:
    """Make the event of a job that ended by an error in the program."""
    if isinstance(job, LoadJob):
        return LoadFailed(job.ticket, UNREAD.format(name=job.source.name or "The text", reason=reason))
    if isinstance(job, CompareJob):
        return CompareFailed(job.ticket, reason)
    if isinstance(job, HouseJob):
        return HouseFailed(job.ticket, job.house, reason)
    return CopiedFailed(job.ticket, reason) if isinstance(job, CopiedJob) else ReviewFound(job.ticket, review_of(job.comparison))


def do(job: Job, send: Send, is_cancelled: Callable[[], bool]) -> None:
    """Do a job and send what comes of it; errors in the program are the caller's."""
    if isinstance(job, LoadJob):
        send(_load(job, is_cancelled))
    elif isinstance(job, CopiedJob):
        found = job.presentation
        send(CopiedFound(job.ticket, copied_of(found.comparison, found.sheet.rows, job.words)))
    elif isinstance(job, ReviewJob):
        send(_review(job))
    elif isinstance(job, HouseJob):
        _ask_anew(job, send, is_cancelled)
    else:
        _compare(job, send, is_cancelled)


def _review(job: ReviewJob) -> Event:
    from rewritediff.review_store import ReviewStore

    kept = ReviewStore(Path(job.folder)).read(job.comparison.texts)
    return ReviewFound(job.ticket, review_of(job.comparison, kept.verdicts), kept.damaged)


def _ask_anew(job: HouseJob, send: Send, is_cancelled: Callable[[], bool]) -> None:
    from rewritediff.core.compare import with_house
    from rewritediff.engine import Cancelled

    try:
        found = with_house(job.comparison, job.house, should_cancel=is_cancelled)
    except Cancelled:
        return
    send(HouseDone(job.ticket, job.comparison, Done(present(found), answer(found))))


def _load(job: LoadJob, is_cancelled: Callable[[], bool]) -> Event:
    # imported here: the parsers are not needed to show the empty window
    from rewritediff.gui.loading import failed, loaded_from
    from rewritediff.loaders import LoadError

    try:
        return LoadDone(job.ticket, loaded_from(job.source, job.options, job.stored, is_cancelled))
    except LoadError as error:
        return failed(job.ticket, error)


def _compare(job: CompareJob, send: Send, is_cancelled: Callable[[], bool]) -> None:
    # imported here: numpy and the segmenter are not needed to show the empty window
    from rewritediff.engine import Cancelled, TooLong, compare, lexicon

    try:
        words = replace(lexicon(), house=job.house)
        found = compare(*job.articles, lexicon=words, progress=Throttled(job.ticket, send), should_cancel=is_cancelled)
    except Cancelled:
        return
    except TooLong as error:
        send(CompareFailed(job.ticket, str(error)))
        return
    send(CompareDone(job.ticket, Done(present(found), answer(found))))


class Throttled:
    """Pass progress on, but not more often than a person can read it."""

    def __init__(self, ticket: int, send: Send, clock: Callable[[], float] = time.monotonic) -> None:
        self._ticket = ticket
        self._send = send
        self._clock = clock
        self._next = clock()

    def __call__(self, step: str, share: float) -> None:
        now = self._clock()
        if now >= self._next:
            self._next = now + PROGRESS_INTERVAL
            self._send(CompareProgressed(self._ticket, step, share))


@contextmanager
def considerate() -> Iterator[None]:
    """Let the window have the interpreter often, and keep the garbage collector from stopping both threads.

    With 30,000 sentences a side, collections while the comparison grows hold the interpreter for 169 ms and take a fifth of the time;
    what a job leaves is frozen, so that later ones do not walk through it. It holds no cycles: it goes with its last reference.
    """
    _MANNERS.begin()
    try:
        yield
    finally:
        _MANNERS.end()


class _Manners:
    """Set the interpreter for jobs beside the window when the first begins, and back when the last ends."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._jobs = 0
        self._before = (0.0, False)

    def begin(self) -> None:
        with self._lock:
            self._jobs += 1
            if self._jobs == 1:
                self._before = sys.getswitchinterval(), gc.isenabled()
                sys.setswitchinterval(SWITCH_INTERVAL)
                gc.disable()

    def end(self) -> None:
        with self._lock:
            gc.freeze()
            self._jobs -= 1
            if self._jobs == 0:
                interval, was_enabled = self._before
                if was_enabled:
                    gc.enable()
                sys.setswitchinterval(interval)


_MANNERS = _Manners()
