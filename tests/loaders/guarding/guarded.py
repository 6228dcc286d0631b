"""Guards for tests: their workers are not the program's own, and their limits are short."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rewritediff.core.values import Article
from rewritediff.loaders.formats import Format
from rewritediff.loaders.guarding.command import Command, worker_command
from rewritediff.loaders.guarding.guard import Guard
from rewritediff.loaders.guarding.limits import Limits
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source

FOLDER = Path(__file__).parent
PATIENT = Limits(cpu_seconds=60, waiting_seconds=60, tick=0.01)
"""For tests that are not about time: no machine is too slow for them."""


def script_command(name: str, *arguments: str) -> Callable[[], Command]:
    """Start one of this folder's scripts in the place of the worker, in the same way."""
    own = worker_command()
    interpreter, *options = own.arguments[: own.arguments.index("-m")]
    return lambda: replace(own, arguments=(interpreter, *options, str(FOLDER / name), *arguments))


def deeds(limits: Limits = PATIENT) -> Guard:
    """Guard a worker whose readers do what a document tells them."""
    return Guard(script_command("readers_for_tests.py"), limits)


def read(guard: Guard, text: str, should_cancel: Callable[[], bool] | None = None, form: Format = Format.RTF) -> Article:
    return guard.read(form, Source(text.encode(), "a.rtf"), should_cancel)


def problem(guard: Guard, text: str, should_cancel: Callable[[], bool] | None = None, form: Format = Format.RTF) -> LoadError:
    """Read what cannot be read."""
    with pytest.raises(LoadError) as caught:
        read(guard, text, should_cancel, form)
    assert caught.value.name == "a.rtf"
    assert str(caught.value)
    return caught.value


def reason(guard: Guard, text: str) -> Reason:
    return problem(guard, text).reason


def worker_of(article: Article) -> int:
    """Give the number of the process that read an article."""
    return int(dict(article.notices[0].values)["count"])
