"""Standard input, output and error as they really are: missing, closed, a terminal, a pipe that nobody reads any more."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from rewritediff.cli.failure import CannotBeDone

STANDARD = "-"
"""Names standard input, or standard output, on the command line."""
WIDTHS = (40, 160)
"""Columns between which a report is set: narrower breaks every word, wider tires the eye."""


def say(line: str) -> None:
    """Write one line on standard error, if there is one; nothing in it can steer the terminal."""
    if sys.stderr is None:  # a program without a console on Windows has none
        return
    one_line = " ".join(line.splitlines())
    encoding = sys.stderr.encoding or "utf-8"
    try:
        sys.stderr.write(f"rewritediff: {one_line}\n".encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()
    except OSError:
        return  # nobody listens


def is_terminal(stream: TextIO | None) -> bool:
    """Tell whether a stream is shown to a person as it is written."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False


def wants_colours() -> bool:
    """Tell whether to colour standard output: what NO_COLOR and FORCE_COLOR say, else whether it is a terminal that can."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    if os.environ.get("TERM") == "dumb" or not is_terminal(sys.stdout):
        return False
    # the old Windows console prints the codes instead of obeying them
    return sys.platform != "win32" or any(os.environ.get(name) for name in ("WT_SESSION", "ANSICON", "ConEmuANSI", "TERM"))


def columns() -> int:
    """Measure the terminal."""
    return min(max(shutil.get_terminal_size((120, 24)).columns, WIDTHS[0]), WIDTHS[1])


def is_same_file(first: str, second: str) -> bool:
    """Tell whether two names on the command line name one file."""
    try:
        return STANDARD not in (first, second) and Path(first).samefile(second)
    except (OSError, ValueError):  # one of them is not there, or is no name that a file can have
        return False


def spare(texts: Sequence[str], output: str | None) -> None:
    """Refuse to write a report over one of the files that it is made from."""
    for path in texts:
        if output is not None and is_same_file(path, output) and Path(path).is_file():
            raise CannotBeDone(f"the output would replace “{path}”, which it is made from: choose another name for --output")


def read_input(limit: int) -> bytes:
    """Read standard input, one byte more than the limit at most."""
    if sys.stdin is None:
        raise CannotBeDone("there is no standard input here: name a file instead of “-”")
    return sys.stdin.buffer.read(limit + 1)


def write_output(content: str | bytes) -> None:
    """Write on standard output and flush; raises BrokenPipeError where its reader is gone."""
    if sys.stdout is None:
        raise CannotBeDone("there is no standard output here: name a file with --output")
    if isinstance(content, str) and is_terminal(sys.stdout):
        encoding = sys.stdout.encoding or "utf-8"
        sys.stdout.write(content.encode(encoding, "replace").decode(encoding))
    else:
        # a pipe or a file gets UTF-8 and plain line feeds on every system, whatever the locale says
        sys.stdout.flush()
        sys.stdout.buffer.write(content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
    sys.stdout.flush()


def forget_output() -> None:
    """Point standard output at nothing, so that Python's last flush does not complain about a reader that is gone."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class ProgressLine:
    """Show what is being done on one line of standard error, which is overwritten and at last cleared; only on a terminal."""

    __slots__ = ("_shown", "_stream")

    def __init__(self) -> None:
        self._stream = sys.stderr if is_terminal(sys.stderr) else None
        self._shown = ""

    def show(self, text: str) -> None:
        if self._stream is not None and text != self._shown:
            self._stream.write(f"\r{text:<{len(self._shown)}}")
            self._stream.flush()
            self._shown = text

    def clear(self) -> None:
        if self._stream is not None and self._shown:
            self._stream.write(f"\r{'':<{len(self._shown)}}\r")
            self._stream.flush()
            self._shown = ""
