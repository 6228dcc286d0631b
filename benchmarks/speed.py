"""Measure CPU seconds and memory of a comparison at several sizes: make bench

Pairs are made by make_large_pair.py beside the labelled data, from texts already on the machine. Each size runs in processes of its
own, three times; the median is shown. Where prosediff is installed it runs in turn with ours: such figures only mean something beside
a peer's on the same machine in the same minutes.
"""

from __future__ import annotations

import argparse
import math
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpora import TOOLS, require

SIZES = (1_000, 5_000, 20_000, 100_000)
RUNS = 3


def measured(folder: Path) -> None:
    """Load and compare one pair in this process, and print CPU seconds and the largest memory in MB."""
    from rewritediff import compare, load

    begun = time.process_time()
    comparison = compare(load(folder / "original.txt"), load(folder / "rewrite.txt"))
    comparison.rows()
    spent = time.process_time() - begun
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{spent:.3f} {peak:.0f} {len(comparison.documents.original.sentences)}")


def ours(folder: Path) -> tuple[float, float]:
    """Run a comparison in a fresh process."""
    command = [sys.executable, __file__, "--pair", str(folder)]
    spent, peak, _ = subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()
    return float(spent), float(peak)


def peer(folder: Path, program: str) -> tuple[float, float]:
    """Run prosediff on the same pair; as Markdown, because it does not cut plain text into sentences."""
    for side in ("original", "rewrite"):
        shutil.copyfile(folder / f"{side}.txt", folder / f"{side}.md")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    files = [str(folder / name) for name in ("original.md", "rewrite.md")]
    command = [program, "--files", *files, "--split", "sentence", "-o", str(folder / "peer.html")]
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, after.ru_maxrss / 1024


def main() -> None:
    """Print one line for each size, and how the CPU time grows."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pair", type=Path, help="only measure this folder, in this process")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--peer", default=shutil.which("prosediff"), help="the program to run beside ours")
    arguments = parser.parse_args()
    if arguments.pair is not None:
        measured(arguments.pair)
        return
    require()
    print("| sentences a side | CPU s | peak MB |" + (" peer's CPU s | peer's peak MB |" if arguments.peer else ""))
    print("|---|---|---|" + ("---|---|" if arguments.peer else ""))
    points = []
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            make = [sys.executable, str(TOOLS / "make_large_pair.py"), folder, "--sentences", str(size)]
            subprocess.run(make, check=True, capture_output=True)
            runs = [(ours(Path(folder)), peer(Path(folder), arguments.peer) if arguments.peer else (0.0, 0.0)) for _ in range(RUNS)]
        spent, peak = (statistics.median(run[0][k] for run in runs) for k in (0, 1))
        points.append((math.log(size), math.log(spent)))
        beside = " {:.2f} | {:.0f} |".format(*(statistics.median(run[1][k] for run in runs) for k in (0, 1))) if arguments.peer else ""
        print(f"| {size:,} | {spent:.2f} | {peak:.0f} |{beside}", flush=True)
    if len(points) > 1:
        (first, low), (last, high) = points[0], points[-1]
        print(f"growth exponent {(high - low) / (last - first):.2f}")


if __name__ == "__main__":
    main()
