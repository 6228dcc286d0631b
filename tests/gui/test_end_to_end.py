"""The program as a person starts it: a process of its own, a real window on a display of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

XVFB = shutil.which("Xvfb")

pytestmark = [
    pytest.mark.skipif(XVFB is None, reason="needs Xvfb, a display without a screen (make test installs it on Debian)"),
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only X11 has displays without a screen"),
]


@pytest.fixture
def display() -> Iterator[str]:
    """Start an X server that chooses a free number for itself."""
    read, write = os.pipe()
    command = [str(XVFB), "-displayfd", str(write), "-screen", "0", "1440x900x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
    os.close(write)
    with os.fdopen(read) as told:
        number = told.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait(10)


def test_the_sample_opens_in_a_real_window_and_closes(display: str, tmp_path: Path) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-m", "rewritediff", "sample", "--close-after-first-paint"]
    root = Path(__file__).parents[2]
    ended = subprocess.run(command, env=environment, cwd=root, capture_output=True, text=True, timeout=50, check=False)
    assert ended.stderr == ""
    assert ended.returncode == 0
    assert (tmp_path / "RewriteDiff" / "RewriteDiff.ini").is_file()
