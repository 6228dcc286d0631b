"""Measure the window in CPU milliseconds, memory and pauses: make bench-window

    python benchmarks/window.py [ORIGINAL REWRITE] [--sizes 2000 20000 100000] [--json]

Offscreen, 1200x800. Without files pairs are made by make_large_pair.py beside the labelled data, a third of their sentences changed. Each
part runs in a fresh process (window_parts.py says how each figure is taken). What the figures are:

open      a finished comparison is handed to the window, which has shown none yet, until the last paint event has returned
resize    the window goes from 1200 to 1000 pixels in width
scroll    the worse of one step of 60 pixels and a jump to a changed sentence with five marks and more at a place not yet visited
filter    only dropped sentences are shown, or all again
layout    the texts stand side by side, or level; null where the window has one layout only
memory_mb   what the process has grown by after all of this at the largest size, beside the comparison itself
blocked_ms  longest time that the window did not answer while BLOCKED sentences a side were read, compared and shown; what other programs
            on the machine took is left out, and blocked_clock_ms has it in
close_ms    time, on the clock, from closing the window while the largest pair is compared until the process has ended
cold_ms     a fresh process until the empty window is painted and idle; cold_pair_ms with the seed pair, or else the sample pair, compared
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from corpora import SHARED, TOOLS

SIZES = (2_000, 20_000, 100_000)
BLOCKED = 20_000
"""Sentences a side that are compared while pauses are measured."""
FIGURES = ("open", "resize", "scroll", "filter", "layout")
SMALL = 20_000
"""Sentences a side up to which each part runs RUNS times; above, comparing takes a minute and one run is enough."""
RUNS = 3
COLD_RUNS = 5
COMPILED = tempfile.TemporaryDirectory(prefix="compiled-")
PARTS = Path(__file__).with_name("window_parts.py")


def part(name: str, *arguments: str | Path) -> dict[str, Any]:
    """Run one part in a fresh process with settings of its own, and give its figures."""
    with tempfile.TemporaryDirectory() as home:
        quiet = {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": home, "PYTHONPATH": str(PARTS.parent.parent)}
        # an installed program is compiled: its second start is what counts, wherever this one may keep the outcome
        compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": COMPILED.name}
        command = [sys.executable, str(PARTS), name, *map(str, arguments)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **quiet, **compiled})
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stderr}")
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def middle(runs: list[dict[str, Any]]) -> dict[str, Any]:
    """Give the median of each figure; null stays null."""
    return {key: None if runs[0][key] is None else round(statistics.median(run[key] for run in runs), 1) for key in runs[0]}


def large_pair(folder: Path, sentences: int) -> tuple[Path, Path] | None:
    """Make a pair of texts; None where the tool that makes it is absent."""
    tool = TOOLS / "make_large_pair.py"
    if not tool.exists():
        return None
    subprocess.run([sys.executable, str(tool), str(folder), "--sentences", str(sentences)], check=True, capture_output=True)
    return folder / "original.txt", folder / "rewrite.txt"


def seed_pair() -> tuple[Path, Path]:
    """Give the seed pair, or the sample pair where it is absent."""
    found = sorted((SHARED / "seeds").glob("*.txt"))
    samples = PARTS.parent.parent / "resources" / "samples"
    return (found[0], found[1]) if len(found) == 2 else (samples / "original.txt", samples / "rewrite.txt")


def measured(pair: tuple[Path, Path], sentences: int) -> dict[str, Any]:
    """Measure what a reader does with one pair."""
    return middle([part("reading", *pair) for _ in range(RUNS if sentences <= SMALL else 1)])


def measured_sizes(pair: tuple[Path, Path] | None, sizes: list[int]) -> dict[str, Any]:
    """Measure the pair, or one made for each size; the memory and the closing of the largest, the pauses of BLOCKED."""
    figures: dict[str, Any] = {}
    last: dict[str, Any] = {"memory_mb": None, "blocked_ms": None, "blocked_clock_ms": None, "close_ms": None}
    for size in sorted(sizes):
        with tempfile.TemporaryDirectory() as folder:
            files = pair or large_pair(Path(folder), size)
            if files is None:
                sys.stderr.write(f"no make_large_pair.py in {TOOLS}: name two files, or set REWRITEDIFF_SHARED\n")
                return last
            found = measured(files, size)
            figures[str(size or round(found["sentences"]))] = {key: found[key] for key in (*FIGURES, "marks")}
            last["memory_mb"] = found["memory_mb"]
            if size == BLOCKED or pair:
                last |= middle([part("pauses", *files) for _ in range(RUNS)])
            if size == max(sizes):
                last["close_ms"] = part("closing", *files)["close_ms"]
    return {**figures, **last}


def as_table(figures: dict[str, Any]) -> str:
    """Put the figures in Markdown."""
    lines = ["| sentences a side | " + " | ".join(FIGURES) + " | marks in a changed sentence |", "|---" * (len(FIGURES) + 2) + "|"]
    for size, found in figures.items():
        if isinstance(found, dict):
            cells = ("–" if found[key] is None else f"{found[key]:g}" for key in (*FIGURES, "marks"))
            lines.append(f"| {int(size):,} | " + " | ".join(cells) + " |")
    lines += ["", "| figure | |", "|---|---|"]
    lines += [f"| {key} | {'–' if value is None else f'{value:g}'} |" for key, value in figures.items() if not isinstance(value, dict)]
    return "\n".join(lines)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="*", metavar="ORIGINAL REWRITE")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    if len(arguments.files) not in (0, 2):
        parser.error("name two files, or none")
    pair = (arguments.files[0], arguments.files[1]) if arguments.files else None
    figures = measured_sizes(pair, [0] if pair else list(arguments.sizes))
    figures |= middle([part("cold") for _ in range(COLD_RUNS + 1)][1:])
    figures |= middle([part("cold", *seed_pair()) for _ in range(COLD_RUNS + 1)][1:])
    print(json.dumps(figures) if arguments.json else as_table(figures))


if __name__ == "__main__":
    main()
