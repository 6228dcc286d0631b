"""What jobs do, whatever the thread."""

from __future__ import annotations

from rewritediff.gui.doing import Throttled
from rewritediff.gui.jobs import Event


def test_progress_is_throttled() -> None:
    events: list[Event] = []
    now = iter([0.0, 0.0, 0.01, 0.02, 0.15, 0.16, 0.3])
    throttled = Throttled(1, events.append, lambda: next(now))
    for k in range(6):
        throttled("pairs", k / 6)
    assert len(events) == 3
