"""Fetches one page of the web, after a person said so, within a time that no server can stretch.

The page is asked for in a thread of its own: a name service or a handshake that hangs cannot be stopped, but it can be left behind. What
the thread may do is told in `visiting`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future, wait
from dataclasses import dataclass
from threading import Thread

from rewritediff.loaders.fetching.addresses import PUBLIC, Address, Reach, address_of, shown_address
from rewritediff.loaders.fetching.obstacles import NotFetchedError, Obstacle
from rewritediff.loaders.fetching.visiting import Fetched, Limits, Line, visit
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason

PAUSE = 0.05
"""Seconds between two looks at whether the page is there, is wanted no more, or takes too long."""
LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Watch:
    """Hold what the one who waits for a page is told, and asked."""

    received: Callable[[int], object] = lambda _count: None
    """Told how many bytes have come."""
    should_cancel: Callable[[], bool] = lambda: False


UNWATCHED = Watch()


def fetch(text: str, watch: Watch = UNWATCHED, reach: Reach = PUBLIC, limits: Limits = LIMITS) -> Fetched:
    """Fetch the page at an address; raises LoadError that names the address and says what is in the way."""
    try:
        address = address_of(text, reach)
    except NotFetchedError as error:
        raise _refusal(shown_address(text), error) from error
    line = Line()
    visited = _visited(address, reach, limits, line)
    try:
        return _awaited(visited, address.shown, line, watch, limits)
    except NotFetchedError as error:
        raise _refusal(address.shown, error) from error
    finally:
        line.cut()


def _refusal(shown: str, error: NotFetchedError) -> LoadError:
    return LoadError(shown, Reason.NOT_FETCHED, (("why", error.obstacle.value), *error.values))


def _visited(address: Address, reach: Reach, limits: Limits, line: Line) -> Future[Fetched]:
    """Start a thread that fetches; it does not keep the program from ending."""
    future: Future[Fetched] = Future()

    def run() -> None:
        try:
            future.set_result(visit(address, reach, limits, line))
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised again where it is waited for
            future.set_exception(error)

    Thread(target=run, name="fetch", daemon=True).start()
    return future


def _awaited(visited: Future[Fetched], shown: str, line: Line, watch: Watch, limits: Limits) -> Fetched:
    """Wait for the page, as long as somebody wants it."""
    latest = time.monotonic() + limits.seconds
    while not wait([visited], PAUSE).done:
        watch.received(line.received)
        if watch.should_cancel():
            raise LoadError(shown, Reason.CANCELLED)
        if time.monotonic() > latest:
            raise NotFetchedError(Obstacle.TOO_SLOW, ("seconds", round(limits.seconds)))
    return visited.result()
