"""How long a worker may read and how much memory it may take, measured from outside; the only importer of psutil.

The system's own limits are not enough: Windows has none, and macOS does not keep those on memory.
"""

from __future__ import annotations

from dataclasses import dataclass
from time import monotonic

import psutil

from rewritediff.loaders.guarding.limits import Limits
from rewritediff.loaders.reasons import Reason


@dataclass(frozen=True, slots=True)
class Use:
    """Hold what a process has used."""

    cpu_seconds: float
    memory: int


class Watch:
    """Look at one process while it reads one document."""

    def __init__(self, pid: int, limits: Limits) -> None:
        self._limits = limits
        self._began = monotonic()
        self._process: psutil.Process | None = None
        try:
            self._process = psutil.Process(pid)
        except psutil.Error:
            return
        self._before = self.use()

    def use(self) -> Use:
        """Measure; nothing where the process is gone, which its pipe tells."""
        if self._process is None:
            return Use(0, 0)
        try:
            with self._process.oneshot():
                times, memory = self._process.cpu_times(), self._process.memory_info()
        except psutil.Error:
            return Use(0, 0)
        # Windows takes resident memory away from whom it likes; what a process has claimed for itself stays
        return Use(times.user + times.system, max(memory.rss, getattr(memory, "private", 0)))

    def exceeded(self) -> Reason | None:
        """Tell which limit is exceeded, if any."""
        if self._process is None:
            return None
        use = self.use()
        spent = use.cpu_seconds - self._before.cpu_seconds
        if use.memory > self._limits.memory:
            return Reason.TOO_HEAVY
        waited = monotonic() - self._began - spent
        return Reason.TOO_SLOW if spent > self._limits.cpu_seconds or waited > self._limits.waiting_seconds else None


def end_family(pid: int) -> None:
    """Kill the processes that a process has started, and theirs; on systems that have no groups of processes."""
    try:
        family = psutil.Process(pid).children(recursive=True)
    except psutil.Error:
        return
    for member in family:
        try:
            member.kill()
        except psutil.Error:
            continue
