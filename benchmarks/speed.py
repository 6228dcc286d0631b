"""Measure CPU seconds and memory of a comparison at several sizes, and CPU seconds of comparing again after a decision: make bench

Pairs are made by make_large_pair.py beside the labelled data, from texts already on the machine. Each size runs in processes of its
own, three times; the median is shown. Where prosediff is installed it runs in turn with ours: such figures only mean something beside
a peer's on the same machine in the same minutes.
"""

from __future__ import annotations

import argparse
import gc
import math
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

from corpora import TOOLS, require

from rewritediff.core.compare import recompare
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Anchor, Decisions, pairing
from rewritediff.core.values import Shape, Side, Span

SIZES = (1_000, 5_000, 20_000, 100_000)
DECIDED = (2_000, 20_000)
PLACES = 9
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


def anchored(comparison: Comparison, at: int) -> dict[str, Decisions]:
    """Make one decision of each kind about the original sentence `at`, or the first one after it that suits."""
    documents = comparison.documents
    text, sentences = documents.original.text, documents.original.sentences
    alone = next(p for p in comparison.passages if p.shape is Shape.ONE_TO_ONE and p.original[0] >= at)
    linked = pairing(documents, alone.original[0], alone.rewrite[0])
    cut = text.index(" ", (sentences[at].start + sentences[at].end) // 2) + 1
    join = next(b.start for a, b in pairwise(sentences[at:]) if a.paragraph == b.paragraph)
    return {
        "link": Decisions(linked=(pairing(documents, at, min(at + 7, len(documents.rewrite.sentences) - 1)),)),
        "unlink": Decisions(unlinked=(linked,)),
        "moved": Decisions(moved=((linked, True),)),
        "cut": Decisions(cut=(Anchor.at(Side.ORIGINAL, Span(cut, cut), text),)),
        "join": Decisions(joined=(Anchor.at(Side.ORIGINAL, Span(join, join), text),)),
    }


def decided(folder: Path) -> None:
    """Compare one pair again after decisions at places all over it, and print the median and the most of the CPU seconds of each kind.

    Without the collector of garbage, as in the window (gui/manners.py); it takes a fifth more.
    """
    from rewritediff.engine import compare

    comparison = compare(*((folder / f"{side}.txt").read_text(encoding="utf-8") for side in ("original", "rewrite")))
    gc.disable()
    spent: dict[str, list[float]] = {}
    last = len(comparison.documents.original.sentences) - 40
    for at in range(20, last, max(1, (last - 20) // PLACES)):
        for kind, decisions in anchored(comparison, at).items():
            begun = time.process_time()
            recompare(comparison, decisions)
            spent.setdefault(kind, []).append(time.process_time() - begun)
    for kind, seconds in spent.items():
        print(kind, f"{statistics.median(seconds):.3f} {max(seconds):.3f}")


def decisions_table(sizes: list[int]) -> None:
    """Print one line for each size, and in it the kinds of decisions: median and most."""
    print("\n| sentences a side | " + " | ".join(f"{kind}, CPU s" for kind in ("link", "unlink", "moved", "cut", "join")) + " |")
    print("|---|---|---|---|---|---|")
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            make_pair(Path(folder), size)
            command = [sys.executable, __file__, "--decided", folder]
            lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
        cells = (" (most ".join(line.split()[1:]) + ")" for line in lines)
        print(f"| {size:,} | " + " | ".join(cells) + " |", flush=True)


def make_pair(folder: Path, size: int) -> None:
    """Write a pair of so many sentences a side."""
    make = [sys.executable, str(TOOLS / "make_large_pair.py"), str(folder), "--sentences", str(size)]
    subprocess.run(make, check=True, capture_output=True)


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
    parser.add_argument("--decided", type=Path, help="only measure decisions about this folder, in this process")
    parser.add_argument("--decided-sizes", type=int, nargs="*", default=DECIDED, help="sizes at which decisions are measured")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    parser.add_argument("--peer", default=shutil.which("prosediff"), help="the program to run beside ours")
    arguments = parser.parse_args()
    if arguments.pair is not None:
        measured(arguments.pair)
        return
    if arguments.decided is not None:
        decided(arguments.decided)
        return
    require()
    print("| sentences a side | CPU s | peak MB |" + (" peer's CPU s | peer's peak MB |" if arguments.peer else ""))
    print("|---|---|---|" + ("---|---|" if arguments.peer else ""))
    points = []
    for size in arguments.sizes:
        with tempfile.TemporaryDirectory() as folder:
            make_pair(Path(folder), size)
            runs = [(ours(Path(folder)), peer(Path(folder), arguments.peer) if arguments.peer else (0.0, 0.0)) for _ in range(RUNS)]
        spent, peak = (statistics.median(run[0][k] for run in runs) for k in (0, 1))
        points.append((math.log(size), math.log(spent)))
        beside = " {:.2f} | {:.0f} |".format(*(statistics.median(run[1][k] for run in runs) for k in (0, 1))) if arguments.peer else ""
        print(f"| {size:,} | {spent:.2f} | {peak:.0f} |{beside}", flush=True)
    if len(points) > 1:
        (first, low), (last, high) = points[0], points[-1]
        print(f"growth exponent {(high - low) / (last - first):.2f}")
    decisions_table(arguments.decided_sizes)


if __name__ == "__main__":
    main()
