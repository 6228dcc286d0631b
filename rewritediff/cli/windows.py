"""The window as the command line sees it: functions handed in, so that no command but the window's loads Qt."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

WITHOUT_SCREEN = ("offscreen", "minimal")
"""Qt's platforms that draw for nobody."""


class Run(Protocol):
    """Open the window on up to two files and give the exit status once it is closed."""

    def __call__(self, paths: Sequence[str], *, close_after_first_paint: bool = False) -> int: ...


class Render(Protocol):
    """Draw the window, as it shows two files, into a picture."""

    def __call__(self, original: Path, rewrite: Path, picture: Path) -> None: ...


@dataclass(frozen=True, slots=True)
class Windows:
    """Hold what the window can do for the command line."""

    run: Run
    render: Render


def can_be_seen() -> bool:
    """Tell whether a window would appear on a screen."""
    platform = os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    if platform in WITHOUT_SCREEN:
        return False
    on_x11_or_wayland = sys.platform not in ("win32", "darwin", "cygwin")
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")) if on_x11_or_wayland else True
