"""Keeps the State, lets gestures change it, and sees to it that the jobs it asks for run, and no others.

Which jobs are wanted follows from the State alone; so a stale job is simply one that is no longer wanted.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer

from rewritediff.gui import copying, house, results, verdicts
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
)
from rewritediff.gui.signals import signal
from rewritediff.gui.sources import Loading
from rewritediff.gui.state import State, asks_anew, both_loaded, looks_for_copied, looks_for_review
from rewritediff.gui.work import Done, Running
from rewritediff.gui.worker import Worker

PATIENCE = 200
"""Milliseconds a comparison or a reading may take before the window speaks of it: what is quicker would only flicker."""
ANNOUNCED: dict[type, Callable[..., State]] = {CompareJob: results.compare_announced, LoadJob: results.load_announced}


REVIEW, HOUSE = -1_001, -1_002
"""Tickets of what is asked for by what the State lacks, and not by number: below all others."""


class Controller(QObject):
    """Hold the one State of a window."""

    changed = signal(State)

    def __init__(self, state: State | None = None, worker: Worker | None = None) -> None:
        super().__init__()
        self.state = state or State()
        self.worker = worker or Worker()
        self.worker.sender.sent.connect(self.happened)
        self._running: dict[int, Job] = {}
        self._closed = False

    def do(self, gesture: Callable[..., State], *arguments: object, **named: object) -> None:
        """Let a gesture make the next State; tell those who show it when it differs."""
        before = self.state
        self.state = gesture(before, *arguments, **named)
        self.state = verdicts.kept(before, self.state)  # before anything else can happen: nothing decided is lost
        self._see_to_jobs()
        if self.state is not before:
            self.changed.emit(self.state)

    def happened(self, event: object) -> None:
        """Take what a job sent into the State."""
        if not isinstance(event, Event):
            raise TypeError(f"not an event: {event!r}")
        if event.ticket not in self._running:
            return
        if not isinstance(event, CompareProgressed):
            self._running.pop(event.ticket)
            self.worker.forget(event.ticket)
        self.do(*_as_gesture(event))

    def warm(self) -> None:
        """Make ready what reads documents, while nobody waits for it."""
        if not self._closed:
            self.worker.warm()

    def close(self, patience: int = 2_000) -> bool:
        """End all jobs and start no more, whatever still happens; tell whether they have ended within so many milliseconds."""
        self._closed = True
        self._running.clear()
        return self.worker.close(patience)

    def _see_to_jobs(self) -> None:
        if self._closed:
            return
        wanted = jobs(self.state)
        for ticket in [ticket for ticket in self._running if ticket not in wanted]:
            del self._running[ticket]
            self.worker.cancel(ticket)
        for ticket, job in wanted.items():
            if ticket not in self._running:
                self._running[ticket] = job
                self.worker.start(job)
                if announcing := ANNOUNCED.get(type(job)):
                    self._announce_later(announcing, ticket)

    def _announce_later(self, gesture: Callable[..., State], ticket: int) -> None:
        QTimer.singleShot(PATIENCE, self, lambda: self.do(gesture, ticket))


def jobs(state: State) -> dict[int, Job]:
    """Say which jobs a State asks for, by their tickets."""
    wanted: dict[int, Job] = {
        slot.ticket: LoadJob(slot.ticket, slot.source, slot.options, slot.stored) for slot in state.sides if isinstance(slot, Loading)
    }
    found = both_loaded(state)
    if isinstance(state.work, Done) and looks_for_copied(state):
        # numbered by what it looks for, below all tickets: one for other texts is not used and simply asked for again
        wanted[-state.copied_words] = CopiedJob(-state.copied_words, state.work.presentation, state.copied_words)
    if isinstance(state.work, Done) and looks_for_review(state):
        wanted[REVIEW] = ReviewJob(REVIEW, state.work.comparison, state.kept_in)
    if isinstance(state.work, Done) and asks_anew(state):
        wanted[HOUSE] = HouseJob(HOUSE, state.work.comparison, state.house)
    if isinstance(state.work, Running) and found is not None:
        wanted[state.work.ticket] = CompareJob(state.work.ticket, found.map(lambda side: side.article), state.house)
    return wanted


def _as_gesture(event: Event) -> tuple[Callable[..., State], *tuple[object, ...]]:
    match event:
        case LoadDone(ticket, loaded):
            return results.load_done, ticket, loaded
        case LoadFailed(ticket, message, link, again):
            return partial(results.load_failed, link=link, again=again), ticket, message
        case CompareProgressed(ticket, step, share):
            return results.compare_progressed, ticket, step, share
        case CompareDone(ticket, done):
            return results.compare_done, ticket, done
        case CompareFailed(ticket, reason):
            return results.compare_failed, ticket, reason
        case CopiedFound(_, copied):
            return copying.copied_found, copied
        case CopiedFailed(_, reason):
            return copying.copied_failed, reason
        case ReviewFound(_, review, damaged):
            return verdicts.review_found, review, damaged
        case HouseDone(_, before, done):
            return house.asked_anew, before, done
        case HouseFailed(_, asked, reason):
            return house.not_asked, asked, reason
