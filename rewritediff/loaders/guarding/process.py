"""One worker process: started, asked one thing at a time, ended; a thread serves its pipes, so that the program never waits on them.

Knows nothing of documents and limits; the only user of subprocess in the loaders.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from io import RawIOBase
from threading import Event, Thread
from typing import cast

from rewritediff.loaders.guarding.command import Command
from rewritediff.loaders.guarding.frames import Frame, FrameError, read_frame, write_frame

NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""On Windows a program without a console would get one, on the screen."""
SECONDS_TO_DIE = 5
"""A killed process is gone at once, unless the system holds it (a disk that does not answer)."""


class Exchange:
    """One question on its way to a worker, and its answer."""

    def __init__(self, process: WorkerProcess, question: Frame | None, most: int) -> None:
        self.answer: Frame | None = None
        """What was answered; nothing where the worker broke down or answered with what is no frame."""
        self._process, self._question, self._most = process, question, most
        self._done = Event()
        self._thread = Thread(target=self._run, name="document reader", daemon=True)
        self._thread.start()

    def wait(self, seconds: float) -> bool:
        """Wait for the answer, but not longer than this; tell whether it is there, or will never be."""
        return self._done.wait(seconds)

    def join(self) -> None:
        """Wait until nobody uses the pipes any more."""
        self._thread.join(SECONDS_TO_DIE)

    def _run(self) -> None:
        # ValueError: the pipe was closed here, as the program ends
        with suppress(OSError, ValueError, FrameError, MemoryError):
            if self._question:
                write_frame(self._process.inner, self._question)
            self.answer = read_frame(self._process.outer, self._most)
        self._done.set()


class WorkerProcess:
    """A worker that runs."""

    def __init__(self, command: Command) -> None:
        """Start it; OSError or ValueError where that is impossible."""
        self._process = subprocess.Popen(
            command.arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            cwd=command.folder,
            env=dict(command.environment),
            start_new_session=True,  # Ctrl-C in the terminal is not for it, and it can be killed with all that it started
            creationflags=NO_WINDOW,
        )
        self.pid = self._process.pid
        # unbuffered, so these are the plain streams
        self.inner, self.outer = cast("RawIOBase", self._process.stdin), cast("RawIOBase", self._process.stdout)
        self.greeted = False
        self.documents = 0
        self.ended = False
        self._exchange: Exchange | None = None

    def ask(self, question: Frame | None, most: int) -> Exchange:
        """Send a question (or nothing, to hear its greeting) and wait for an answer of at most so many raw bytes, in the background."""
        self._exchange = Exchange(self, question, most)
        return self._exchange

    @property
    def alive(self) -> bool:
        return not self.ended and self._process.poll() is None

    def end(self) -> int | None:
        """Kill it with all that it has started, and give its exit status."""
        self.ended = True
        if self._process.returncode is None:
            self._kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(SECONDS_TO_DIE)
        if self._exchange:
            self._exchange.join()
        self._close()
        return self._process.returncode

    def _kill(self) -> None:
        # before it is waited for: until then nobody else can have its number
        if sys.platform == "win32":
            from rewritediff.loaders.guarding.watch import end_family

            end_family(self.pid)
        else:
            with suppress(OSError):
                os.killpg(self.pid, signal.SIGKILL)
        self._process.kill()

    def forget(self) -> None:
        """Let go of it in a copy of this process (fork): it is the other one's, and hears of that one's end only when we hold no pipe."""
        self.ended = True
        self._process.returncode = 0
        self._close()

    def _close(self) -> None:
        with suppress(OSError):
            self.inner.close()
        with suppress(OSError):
            self.outer.close()
