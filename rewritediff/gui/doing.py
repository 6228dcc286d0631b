"""What each job does, in whatever thread: given values, it sends events. Knows no thread, no window and no State."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from rewritediff.gui.copied import copied_of
from rewritediff.gui.jobs import (
    CompareDone,
    CompareFailed,
    CompareJob,
    CompareProgressed,
    CopiedFailed,
    CopiedFound,
    CopiedJob,
    Event,
    HouseDone,
    HouseFailed,
    HouseJob,
    Job,
    LoadDone,
    LoadFailed,
    LoadJob,
    ReviewFound,
    ReviewJob,
    Send,
)
from rewritediff.gui.review import review_of
from rewritediff.gui.rows import present
from rewritediff.gui.words import UNREAD
from rewritediff.gui.work import Done
from rewritediff.wording import answer

PROGRESS_INTERVAL = 0.1
"""Seconds between two reports of progress: each costs a repaint, and nobody reads faster."""


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


def failure(job: Job, reason: str) -> Event:
    """Make the event of a job that ended by an error in the program."""
    if isinstance(job, LoadJob):
        return LoadFailed(job.ticket, UNREAD.format(name=job.source.name or "The text", reason=reason))
    if isinstance(job, CompareJob):
        return CompareFailed(job.ticket, reason)
    if isinstance(job, HouseJob):
        return HouseFailed(job.ticket, job.house, reason)
    return CopiedFailed(job.ticket, reason) if isinstance(job, CopiedJob) else ReviewFound(job.ticket, review_of(job.comparison))
