"""The command `batch`: a file of pairs in, a file of answers out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rewritediff.batch import answers
from rewritediff.cli.arguments import BatchRequest
from rewritediff.cli.failure import DONE, CannotBeDone
from rewritediff.cli.housing import house_of
from rewritediff.cli.streams import STANDARD, ProgressLine, say, spare, write_output
from rewritediff.exporters.writing import encoded, whole_file
from rewritediff.wording import counted


def compare_many(request: BatchRequest) -> int:
    """Compare every pair of a manifest; what could not be compared is counted on standard error."""
    spare((request.manifest,), request.output)
    house = house_of(request.house)
    line = ProgressLine()
    done = failed = 0
    with _lines(request.manifest) as lines, _writer(request.output) as write:
        try:
            for answered in answers(lines, request.jobs, house):
                write(answered.line + "\n")
                done, failed = done + 1, failed + answered.failed
                line.show(f"{counted(done, 'pair')} compared")
        finally:
            line.clear()
    if failed:
        say(f"{failed:,} of {counted(done, 'pair')} could not be compared; their lines say why")
    return DONE


@contextmanager
def _lines(manifest: str) -> Iterator[BinaryIO]:
    if manifest != STANDARD:
        with Path(manifest).open("rb") as stream:
            yield stream
    elif sys.stdin is None:
        raise CannotBeDone("there is no standard input here: name a file instead of “-”")
    else:
        yield sys.stdin.buffer


@contextmanager
def _writer(output: str | None) -> Iterator[Callable[[str], None]]:
    if output is None:
        yield write_output
        return
    with whole_file(output) as stream:
        yield lambda text: _write(stream, text)


def _write(stream: BinaryIO, text: str) -> None:
    stream.write(encoded(text))
