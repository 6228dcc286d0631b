"""A file's bytes, read once through one descriptor, so that what was checked is what is read.

Knows nothing of what the bytes mean.
"""

from __future__ import annotations

import errno
import os
import stat
from contextlib import closing
from dataclasses import dataclass, field
from io import FileIO

from rewritediff.loaders.names import shown_name
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason, Values

MEGABYTE = 1024 * 1024
MAX_BYTES = 64 * MEGABYTE
"""The largest file that is read: about ten million words, a hundred novels."""

NAMELESS = "(no name)"

# a pipe nobody writes to must not hang the open, and a terminal must not become ours; Windows has neither, but changes line ends unasked
FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0) | getattr(os, "O_BINARY", 0)

REASONS = {
    errno.ENOENT: Reason.MISSING,
    errno.ENOTDIR: Reason.MISSING,
    errno.ENAMETOOLONG: Reason.MISSING,
    errno.EINVAL: Reason.MISSING,  # Windows: a name that no file can have
    errno.ELOOP: Reason.BROKEN_LINK,
    errno.EISDIR: Reason.FOLDER,
    errno.ENXIO: Reason.NOT_A_FILE,  # a socket, or a terminal that is not there
    errno.ENODEV: Reason.NOT_A_FILE,
    errno.EACCES: Reason.UNREADABLE,
    errno.EPERM: Reason.UNREADABLE,
}


@dataclass(frozen=True, slots=True)
class Stamp:
    """Tell one state of a file from another without reading it."""

    size: int
    modified: int
    """Nanoseconds, as the file system says."""
    inode: int


@dataclass(frozen=True, slots=True)
class Stored:
    """Hold what was read once, so that it can be read in another way though the file has changed or gone."""

    data: bytes = field(repr=False)
    stamp: Stamp | None = None
    """Nothing for what was fetched."""
    name: str = ""
    """Its file's name or its address."""
    fetched: float = 0.0
    """When it was fetched, in seconds since 1970; nothing for a file."""


def read_file(path: str | os.PathLike[str]) -> bytes:
    """Read a regular file of bearable size to its end, or raise LoadError."""
    return read_once(path).data


def stamp_of(path: str | os.PathLike[str]) -> Stamp | None:
    """Look at the state of a file now; None where it is gone or cannot be looked at."""
    try:
        return _stamp(os.stat(path))  # noqa: PTH116 - Path raises on names that os.stat refuses
    except (OSError, ValueError):
        return None


def read_once(path: str | os.PathLike[str]) -> Stored:
    """Read a regular file as `read_file` does, and keep in which state it was."""
    try:
        with closing(FileIO(os.open(path, FLAGS))) as file:
            content, stamp = _read_open(file, shown_name(path))
            return Stored(content, stamp, os.fspath(path))
    except OSError as error:
        if not os.fspath(path):  # a problem without a name would speak of the pasted text
            raise LoadError(NAMELESS, Reason.MISSING) from error
        reason = _reason(path, error)
        values: Values = (("detail", error.strerror or type(error).__name__),) if reason is Reason.FAILED else ()
        raise LoadError(shown_name(path), reason, values) from error
    except ValueError as error:  # a NUL inside the path, or a path that the file system's encoding cannot say
        raise LoadError(shown_name(path), Reason.MISSING) from error


def check_size(size: int, name: str) -> None:
    """Raise LoadError where something is larger than what is read."""
    if size > MAX_BYTES:
        raise LoadError(name, Reason.TOO_LARGE, (("limit", MAX_BYTES // MEGABYTE),))


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns, found.st_ino)


def _read_open(file: FileIO, name: str) -> tuple[bytes, Stamp]:
    before = os.fstat(file.fileno())
    if stat.S_ISDIR(before.st_mode):
        raise LoadError(name, Reason.FOLDER)
    if not stat.S_ISREG(before.st_mode):
        raise LoadError(name, Reason.NOT_A_FILE)
    check_size(before.st_size, name)
    content = _read_capped(file)
    # a file may grow while it is read, and some (/proc) say that they hold nothing and hold much
    check_size(len(content), name)
    after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise LoadError(name, Reason.CHANGED_WHILE_READING)
    return content, _stamp(after)


def _read_capped(file: FileIO) -> bytes:
    """Read to the end, but never more than one byte above the limit."""
    content = bytearray()
    while len(content) <= MAX_BYTES:
        chunk = file.read(min(MEGABYTE, MAX_BYTES + 1 - len(content)))
        if not chunk:
            break
        content += chunk
    return bytes(content)


def _reason(path: str | os.PathLike[str], error: OSError) -> Reason:
    reason = REASONS.get(error.errno or 0, Reason.FAILED)
    if reason is Reason.MISSING and os.path.islink(path):  # noqa: PTH114 - Path.is_link() raises on names that os.open refuses
        return Reason.BROKEN_LINK
    # Windows calls the opening of a folder "permission denied"
    if reason is Reason.UNREADABLE and os.path.isdir(path):  # noqa: PTH112 - the same
        return Reason.FOLDER
    return reason
