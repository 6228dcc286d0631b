"""Writes a report to a file whole or not at all, so that nobody ever reads half of one."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO


@contextmanager
def whole_file(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """Open a file beside the wanted one, and put it in its place once everything is written; raises OSError."""
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        # a device or a pipe, such as /dev/null: it cannot be replaced and must not be
        with target.open("wb") as stream:
            yield stream
        return
    if target.exists() and not os.access(target, os.W_OK):
        # putting another file in its place needs no permission to write it; but somebody has protected it
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(path))
    # named before it is made: whatever comes between, even Ctrl-C, the file is known and taken away again
    beside = target.with_name(f".{target.name[:60]}.{secrets.token_hex(8)}.part")
    try:
        with _made(beside, path) as stream:
            yield stream
        _take_over_mode(beside, target)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _made(beside: Path, wanted: str | os.PathLike[str]) -> BinaryIO:
    """Make a file that only its owner may read; an error names the wanted one, for the reader knows nothing of the file beside it."""
    try:
        return os.fdopen(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600), "wb")
    except OSError as error:
        raise OSError(error.errno, error.strerror, os.fspath(wanted)) from error


def write_whole(path: str | os.PathLike[str], content: str | bytes) -> None:
    """Write a text, as UTF-8, or bytes to a file whole or not at all; raises OSError."""
    with whole_file(path) as stream:
        stream.write(content if isinstance(content, bytes) else encoded(content))


def encoded(text: str) -> bytes:
    """Encode a text as UTF-8; half a character becomes a question mark."""
    return text.encode("utf-8", "replace")


def _take_over_mode(beside: Path, target: Path) -> None:
    """Give the new file the permissions of the one it replaces, or those of any new file."""
    if target.exists():
        shutil.copymode(target, beside)
    elif os.name == "posix":
        mask = os.umask(0)
        os.umask(mask)
        beside.chmod(0o666 & ~mask)
