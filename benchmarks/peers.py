"""Measure other programs beside ours, on the same pairs in the same minutes: part of make bench

Each program runs as its user starts it, in a process of its own, and writes its whole report. What a row tells is CPU seconds and memory
from start to end, the start of Python included. The programs do not do the same work: wdiff and git mark words and pair no sentences,
and only ours and prosediff find what moved. Those that are not installed are left out, and the last line says which.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from corpora import TOOLS, require

SIZES = (1_000, 5_000, 20_000, 100_000)
LIMIT = 120
"""CPU seconds after which a program is stopped; ours takes some 90 for 100,000 sentences and a page of all of them."""
LONG = 30
"""CPU seconds from which one run is enough: its figure varies by less than a tenth."""
RUNS = 3
OURS = "RewriteDiff"


@dataclass(frozen=True, slots=True)
class Run:
    """Hold what one run of a program took."""

    seconds: float
    megabytes: float
    stopped: bool


def commands(folder: Path, prosediff: str | None) -> dict[str, list[str]]:
    """Give the command of each program that is installed; ours comes first."""
    texts = [str(folder / f"{side}.txt") for side in ("original", "rewrite")]
    # as Markdown, because prosediff does not cut plain text into sentences
    marked = [str(folder / f"{side}.md") for side in ("original", "rewrite")]
    report = ["-o", str(folder / "peer.html")]
    known = {
        OURS: [sys.executable, "-m", "rewritediff", "compare", *texts, "--format", "html", "--output", str(folder / "ours.html")],
        "prosediff": [prosediff or "", "--files", *marked, "--split", "sentence", *report],
        "wdiff": [shutil.which("wdiff") or "", *texts],
        "git --word-diff": [shutil.which("git") or "", "diff", "--no-index", "--word-diff", *texts],
    }
    return {name: command for name, command in known.items() if command[0]}


def measured(command: list[str]) -> Run:
    """Run a program to its end, or until it has spent its seconds."""
    limited = ["sh", "-c", f'ulimit -t {LIMIT}; exec "$0" "$@"', *command]
    process = subprocess.Popen(limited, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    # diff programs say 1 where there is a difference
    if process.returncode > 1:
        sys.exit(f"failed with {process.returncode}: {' '.join(command)}")
    return Run(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, process.returncode < 0)


def usual(runs: list[Run]) -> Run:
    """Give the medians."""
    return Run(
        statistics.median(run.seconds for run in runs),
        statistics.median(run.megabytes for run in runs),
        any(run.stopped for run in runs),
    )


def side_by_side(folder: Path, prosediff: str | None) -> dict[str, Run]:
    """Run all programs in turn, so that a busy minute meets each of them."""
    runs: dict[str, list[Run]] = {}
    for _ in range(RUNS):
        for name, command in commands(folder, prosediff).items():
            before = runs.setdefault(name, [])
            if not before or before[0].seconds < LONG:
                before.append(measured(command))
    return {name: usual(found) for name, found in runs.items()}


def row(size: int, name: str, run: Run, ours: Run) -> str:
    """Write one line of the table."""
    if run.stopped:
        return f"| {size:,} | {name} | stopped after {LIMIT} | | | |"
    # a process inherits the peak of the one that started it, so less than that cannot be told
    least = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    memory = f"{run.megabytes:.0f} | {run.megabytes / ours.megabytes:.2f}" if run.megabytes > least + 1 else f"under {least + 1:.0f} | "
    return f"| {size:,} | {name} | {run.seconds:.2f} | {run.seconds / ours.seconds:.2f} | {memory} |"


def main() -> None:
    """Print a Markdown table, and which programs are missing in it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--prosediff", default=shutil.which("prosediff"), help="where that program is, if not on the path")
    arguments = parser.parse_args()
    require()
    print("| sentences a side | program | CPU s | times ours | peak MB | times ours |\n|---|---|---|---|---|---|")
    names: list[str] = []
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            make = [sys.executable, str(TOOLS / "make_large_pair.py"), folder, "--sentences", str(size)]
            subprocess.run(make, check=True, capture_output=True)
            for side in ("original", "rewrite"):
                shutil.copyfile(Path(folder, f"{side}.txt"), Path(folder, f"{side}.md"))
            runs = side_by_side(Path(folder), arguments.prosediff)
        names = list(runs)
        for name, run in runs.items():
            print(row(size, name, run, runs[OURS]), flush=True)
    missing = [name for name in ("prosediff", "wdiff", "git --word-diff") if name not in names]
    print(f"not installed: {', '.join(missing)}" if missing else "all programs are installed")


if __name__ == "__main__":
    main()
