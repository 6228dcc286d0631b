"""What a worker may no longer do once it reads documents: write files, read those of other programs, use the network, start programs.

The readers' libraries are told not to do any of it, one by one; this stands behind them, for the setting that was forgotten and the
library's fault that is not known yet. An audit hook sees what Python code asks for, and not what machine code does: it is a second
fence and no prison.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

from rewritediff.loaders.guarding.command import INSTALLED

WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
REFUSED = {
    "socket": ("__new__", "bind", "connect", "sendto", "sendmsg", "getaddrinfo", "gethostbyname", "gethostbyaddr", "getnameinfo"),
    "subprocess": ("Popen",),
    "os": (
        *("system", "exec", "fork", "forkpty", "posix_spawn", "spawn", "startfile", "kill", "killpg", "chdir", "fchdir", "truncate"),
        *("remove", "rename", "rmdir", "mkdir", "link", "symlink", "chmod", "chown", "utime", "setxattr", "removexattr"),
    ),
    "pty": ("spawn",),
    "_winapi": ("CreateProcess",),
    "sqlite3": ("connect",),
    "webbrowser": ("open",),
    "shutil": ("copyfile", "move", "rmtree", "unpack_archive"),
    "tempfile": ("mkstemp", "mkdtemp"),
    "winreg": ("CreateKey", "SetValue", "DeleteKey", "DeleteValue"),
}
"""Events of which Python tells an audit hook, by module and name, as its documentation lists them."""
REFUSED_EVENTS = frozenset(f"{module}.{name}" for module, names in REFUSED.items() for name in names)

CPU_SECONDS = 90
"""Three times what the program allows: it only matters where the program is gone and a library keeps the interpreter to itself."""


def raise_fence(own: Iterable[str]) -> None:
    """Refuse all this from now on, for the rest of the process; `own` are the folders and archives that may be read."""
    _limit()
    sys.dont_write_bytecode = True
    sys.addaudithook(_hook([real(place) for place in own]))


def own_places(package: Path) -> list[str]:
    """List where the interpreter, the libraries and the program lie; lazy imports read there."""
    beside = real(str(package.parent))
    # a checkout's folder may hold anything beside the package
    libraries = [entry for entry in sys.path if entry and (real(entry) != beside or package.parent.name in INSTALLED)]
    # the frozen program's modules lie inside the program itself
    frozen = [sys.executable, str(getattr(sys, "_MEIPASS"))] if getattr(sys, "frozen", False) else []  # noqa: B009 - only there
    return [str(package), str(Path(os.__file__).parent), *libraries, *frozen]


def renew_cpu_limit() -> None:
    """Give the process its CPU time anew, for the next document; POSIX only."""
    if sys.platform != "win32":
        import resource

        most = resource.getrlimit(resource.RLIMIT_CPU)[1]
        wanted = int(time.process_time()) + CPU_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (wanted if most == resource.RLIM_INFINITY else min(wanted, most), most))


def real(path: str) -> str:
    """Resolve links, so that two names of one place are equal."""
    return os.path.normcase(os.path.realpath(path))


def _limit() -> None:
    """Let the system itself forbid writing: a file that the process writes may have no byte, also where machine code writes it."""
    # no limit on memory here: address space is not what is used, and macOS does not keep it; the program watches from outside
    if sys.platform != "win32":
        import resource

        for limit in (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE):
            resource.setrlimit(limit, (0, 0))


def _hook(own: list[str]) -> Callable[[str, tuple[object, ...]], None]:
    inside = tuple(place + os.sep for place in own)

    def is_own(path: object) -> bool:
        # a number is a file that is open already, and was asked for then
        if isinstance(path, int):
            return True
        if not isinstance(path, str | bytes | os.PathLike):
            return False
        place = real(os.fsdecode(path))
        return place == os.devnull or place in own or place.startswith(inside)

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open":
            path, _, flags = arguments
            if isinstance(path, int):
                return
            if (isinstance(flags, int) and flags & WRITING and path != os.devnull) or not is_own(path):
                raise PermissionError(f"a document's reader may not open {path!r}")
        elif event in REFUSED_EVENTS:
            raise PermissionError(f"a document's reader may not do this: {event}")
        elif event in ("os.listdir", "os.scandir") and arguments[0] is not None and not is_own(arguments[0]):
            raise PermissionError("a document's reader may not list this folder")

    return hook
