"""Telling how far a comparison is; each time it is told is a chance to stop it."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, float], None]
"""Is told the name of the step and how much of it is done, 0 to 1."""
Report = Progress
"""The same for those who do the work: it may raise Cancelled."""
Tick = Callable[[float], None]
"""Is told how much of a piece of work is done, 0 to 1; may raise Cancelled."""


class Cancelled(Exception):  # noqa: N818 - nothing failed: the caller wanted it
    """Say that the caller asked to stop."""


def reporter(progress: Progress | None, should_cancel: Callable[[], bool] | None) -> Report:
    """Make what the work is told through: it asks whether to stop before it passes anything on, and never passes on less than before."""
    most: dict[str, float] = {}

    def report(step: str, done: float) -> None:
        if should_cancel is not None and should_cancel():
            raise Cancelled
        most[step] = min(1.0, max(done, most.get(step, 0.0)))
        if progress is not None:
            progress(step, most[step])

    return report


def of_step(report: Report, step: str) -> Tick:
    """Tell how much of one step is done."""
    return lambda done: report(step, done)


def within(tick: Tick, start: float, end: float) -> Tick:
    """Tell how much is done of a piece of work that is the part from start to end of a larger one."""
    return lambda done: tick(start + (end - start) * done)


def quiet(done: float) -> None:
    """Tell nobody, and never stop."""
