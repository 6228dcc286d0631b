"""How the worker is started: its command line, its environment and its folder, for a checkout, a wheel and the frozen program alike.

Loads nothing, so that the program can look whether it is the worker itself before it loads anything else.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

READ_DOCUMENTS = "--read-documents"
"""The first argument by which the frozen program knows that it is to be the worker."""

KEPT = ("SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")
"""What Windows needs to load anything, and where a Python from an unusual place finds its own library."""
ISOLATED = ("-S", "-P", "-s", "-W", "ignore")
"""Without site, whose .pth files may run code and take 10 ms; nothing is looked for in the folder that the worker runs in. Not -I, which
would not let us say where the program's modules lie."""

INSTALLED = ("site-packages", "dist-packages")
"""Names of folders that hold libraries only."""


@dataclass(frozen=True, slots=True)
class Command:
    """Say how a worker is started."""

    arguments: tuple[str, ...]
    environment: Mapping[str, str]
    folder: str


def worker_command(module: str = "rewritediff.loaders.guarding.worker") -> Command:
    """Start the worker as this program was started: the frozen program, or the interpreter with the same modules."""
    environment = {name: os.environ[name] for name in (*KEPT, *(("PATH",) if os.name == "nt" else ())) if name in os.environ}
    if getattr(sys, "frozen", False):
        return Command((sys.executable, READ_DOCUMENTS), environment, _harmless_folder())
    arguments = (sys.executable or "python", *ISOLATED, "-m", module)
    return Command(arguments, environment | {"PYTHONPATH": os.pathsep.join(module_places())}, _harmless_folder())


def module_places() -> list[str]:
    """List where modules are found, as this process finds them, but for the folder of the user's script and the one it runs in."""
    root = str(Path(__file__).resolve().parents[3])
    script = getattr(sys.modules.get("__main__"), "__file__", None)
    left = {str(Path(script).resolve().parent)} if script else set()
    with suppress(OSError):  # the folder may have been removed
        left.add(str(Path.cwd()))
    # a notebook's kernel is a script among the libraries
    left = {place for place in left if place != root and Path(place).name not in INSTALLED}
    places = [place for place in dict.fromkeys(sys.path) if place not in left and Path(place).is_absolute()]
    # an editable install, or a checkout that is the current folder, may stand nowhere else; first, as another version may be installed
    return places if root in places else [root, *places]


def _harmless_folder() -> str:
    """Choose a folder that is always there and that the worker does not keep from being removed."""
    return os.environ.get("SYSTEMROOT", "C:\\") if os.name == "nt" else "/"
