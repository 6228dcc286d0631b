"""Finds the files that come with the program: in a checkout, installed, or frozen into one folder.

Knows where they are, not what is in them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Find a file or folder below `resources`, the checkout's before the installed one."""
    for folder in _folders():
        found = folder.joinpath(*parts)
        if found.exists():
            return found
    raise FileNotFoundError(f"RewriteDiff's own file resources/{'/'.join(parts)} is missing: install the program again")


def sample_pair() -> tuple[Path, Path]:
    """Find the original and the rewrite that a newcomer opens."""
    return resource("samples", "original.txt"), resource("samples", "rewrite.txt")


def _folders() -> Iterator[Path]:
    checkout = PACKAGE.parent
    # beside an installed package there may be a folder "resources" of somebody else
    if (checkout / "pyproject.toml").is_file():
        yield checkout / "resources"
    frozen = getattr(sys, "_MEIPASS", None)  # where PyInstaller unpacked the program
    if frozen:
        yield Path(frozen) / "rewritediff" / "resources"
        yield Path(frozen) / "resources"
    yield PACKAGE / "resources"
