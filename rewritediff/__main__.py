"""Starts the program: the only place that knows both the command line and the window.

The frozen program is also the worker that reads documents, since there is no interpreter beside it; nothing else is loaded then.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from rewritediff.loaders.guarding.command import READ_DOCUMENTS


def main() -> int:
    """Run the program and give its exit status."""
    if sys.argv[1:2] == [READ_DOCUMENTS]:
        from rewritediff.loaders.guarding.worker import main as read_documents

        read_documents()
    from rewritediff.cli import Windows
    from rewritediff.cli import main as run_command

    return run_command(sys.argv[1:], Windows(run=_run, render=_render))


def _run(paths: Sequence[str], *, close_after_first_paint: bool = False) -> int:
    from rewritediff.gui.app import run

    return run(paths, close_after_first_paint=close_after_first_paint)


def _render(original: Path, rewrite: Path, picture: Path) -> None:
    from rewritediff.gui.app import render

    render(original, rewrite, picture)


if __name__ == "__main__":
    from multiprocessing import freeze_support

    freeze_support()  # a frozen program is started again by each process of a batch
    sys.exit(main())
