"""A worker whose readers do what the document tells them, good and bad; started by the tests of the guard, never by the program."""

from __future__ import annotations

import contextlib
import ctypes
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from rewritediff.core.values import Article, Block, Notice, Role
from rewritediff.loaders.formats import Format
from rewritediff.loaders.guarding.fence import CPU_SECONDS
from rewritediff.loaders.guarding.worker import main
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Reader, Source

HELD: list[bytearray] = []


def nest(depth: int) -> int:
    return nest(depth + 1) + 1


def eat() -> None:
    while True:
        HELD.append(bytearray(b"x" * 4_000_000))


def talk() -> None:
    sys.stdout.write("printed")
    sys.stdout.flush()
    os.write(1, b"written" * 100_000)
    sys.stderr.write("complained")


def flood() -> None:
    while True:
        time.sleep(10)


def connect() -> None:
    socket.create_connection(("127.0.0.1", 9))


def spin() -> None:
    while True:
        pass


def import_late() -> None:
    import wave  # noqa: F401 - any module that nobody has imported yet


def check_limits() -> None:
    import resource

    assert resource.getrlimit(resource.RLIMIT_FSIZE) == resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
    assert 0 <= resource.getrlimit(resource.RLIMIT_CPU)[0] - time.process_time() <= CPU_SECONDS


def wrong_shape() -> None:
    raise LoadError("", Reason.TOO_SLOW)  # without the seconds that its words need


def refuse() -> None:
    raise LoadError("another name", Reason.LOCKED)


DEEDS: dict[str, Callable[[str], object]] = {
    "hang": lambda _: flood(),
    "spin": lambda _: spin(),
    "abort": lambda _: os.abort(),
    "segfault": lambda _: ctypes.string_at(0),
    "exit": lambda _: sys.exit(3),
    "leave": lambda _: os._exit(0),
    "eat": lambda _: eat(),
    "keep": lambda size: HELD.append(bytearray(b"x" * int(size))),
    "talk": lambda _: talk(),
    "nest": lambda _: nest(0),
    "no memory": lambda _: bytearray(2**62),
    "accident": lambda _: {}["no such key"],
    "refuse": lambda _: refuse(),
    "wrong shape": lambda _: wrong_shape(),
    "sleep": lambda seconds: time.sleep(float(seconds)),
    "connect": lambda _: connect(),
    "read": lambda path: Path(path).read_bytes(),
    "write": lambda path: Path(path).write_bytes(b"x"),
    "low write": lambda path: os.open(path, os.O_WRONLY | os.O_CREAT),
    "list": os.listdir,
    "remove": os.remove,
    "run": lambda _: subprocess.run([sys.executable, "-c", ""], check=False),
    "fork": lambda _: os.fork(),
    "system": lambda _: os.system("true"),
    "limits": lambda _: check_limits(),
    "import late": lambda _: import_late(),
}


def read(source: Source) -> Article:
    """Do what stands in the document, "deed" or "deed: argument", and answer with its text and this process's number."""
    text = source.data.decode("utf-8", "surrogatepass")
    deed, _, argument = text.partition(": ")
    if deed in DEEDS:
        DEEDS[deed](argument)
    elif deed == "despite":  # a library that swallows what it is refused
        inner, _, argument = argument.partition(": ")
        with contextlib.suppress(OSError):
            DEEDS[inner](argument)
    notices = (Notice("left-out", (("what", "picture"), ("count", os.getpid()))),)
    blocks = (Block(Role.TITLE, "A title"), *(Block(Role.BODY, part) for part in text.split("\n")))
    return Article(blocks, "A title", "an origin of its own", notices)


def find(form: Format) -> Reader:
    if form is Format.EPUB:
        raise ImportError("no module named so")
    return read


if __name__ == "__main__":
    main(find)
