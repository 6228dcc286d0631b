"""The worker process: reads documents that it is handed on standard input, and answers on standard output.

Here is the one net under all readers: whatever a library raises becomes a LoadError. After such an accident the worker ends itself,
since nobody knows in what state it left the library. It knows nothing of time and memory: the program watches both from outside.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from io import FileIO
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import NoReturn

from rewritediff.loaders.formats import Format
from rewritediff.loaders.guarding.answers import answer_of, asked, refusal_of
from rewritediff.loaders.guarding.fence import own_places, raise_fence, renew_cpu_limit
from rewritediff.loaders.guarding.frames import Frame, FrameError, read_frame, write_frame
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.readers import GUARDED, guarded_reader
from rewritediff.loaders.reading import MAX_BYTES
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Reader

FOLDER = "loaders"
"""Where the readers lie, which an accident is traced to."""

Find = Callable[[Format], Reader]
"""Imports the reader of a format."""


def main(find: Find = guarded_reader) -> NoReturn:
    """Answer until nobody asks any more, and end the process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the program's business, which ends the worker then
    inner, outer = _streams()
    inbox: SimpleQueue[Frame] = SimpleQueue()
    Thread(target=_receive, args=(inner, inbox), daemon=True).start()
    write_frame(outer, Frame({"ready": True}))
    fenced = False
    while True:
        frame = inbox.get()
        if "warm" in frame.header:
            _warm(find)
            answer = Frame({"warm": True})
        else:
            answer, fenced = _answer(frame, find, fenced=fenced)
        write_frame(outer, answer)
        if answer.header.get("over"):
            # not the ordinary way out: what libraries do at the end of an interpreter is of no use here, and has crashed before
            os._exit(0)


def _streams() -> tuple[FileIO, FileIO]:
    """Take standard input and output for frames, and leave the emptiness to whatever else would read or print there."""
    inner, outer = FileIO(os.dup(0), "rb"), FileIO(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nothing, standard)
    os.close(nothing)
    if not sys.warnoptions:
        import warnings

        warnings.simplefilter("ignore")
    return inner, outer


def _receive(inner: FileIO, inbox: SimpleQueue[Frame]) -> None:
    """Pass requests on; end the process when the program is gone, also in the middle of a document."""
    with suppress(FrameError, OSError):
        while frame := read_frame(inner, MAX_BYTES):
            inbox.put(frame)
    os._exit(0)


def _answer(frame: Frame, find: Find, *, fenced: bool) -> tuple[Frame, bool]:
    form, source = asked(frame)
    try:
        read = find(form)
    except (ImportError, OSError) as error:  # a package that is not whole
        return refusal_of(LoadError(source.name, Reason.NO_WORKER, (("detail", str(error)),))), fenced
    if not fenced:
        # after the first import, so that a checkout's bytecode is written, and before the first byte of a document is looked at
        raise_fence(own_places(Path(__file__).resolve().parents[2]))
    renew_cpu_limit()
    try:
        return answer_of(read(source), source.name), True
    except LoadError as error:
        return refusal_of(error), True
    except MemoryError:
        return refusal_of(LoadError(source.name, Reason.TOO_HEAVY), over=True), True
    except RecursionError:
        return refusal_of(LoadError(source.name, Reason.TOO_COMPLEX), over=True), True
    except Exception as error:  # noqa: BLE001 - the one net: what a library raises on a broken document is in nobody's documentation
        return refusal_of(LoadError(source.name, Reason.DAMAGED, (("detail", _accident(error)),)), over=True), True


def _accident(error: Exception) -> str:
    """Say where in our own code an exception passed last: "KeyError in docx.py, line 12"."""
    place, step = "", error.__traceback__
    while step:
        path = Path(step.tb_frame.f_code.co_filename)
        place = f" in {path.name}, line {step.tb_lineno}" if FOLDER in path.parts else place
        step = step.tb_next
    return f"{type(error).__name__}{place}"


def _warm(find: Find) -> None:
    """Import all readers; one that cannot be imported says so when it is needed."""
    for form in GUARDED:
        with suppress(ImportError, OSError):
            find(form)


if __name__ == "__main__":
    main()
