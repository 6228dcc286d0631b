"""Damage sample documents at random and load them: make bench-mutate

    python benchmarks/mutate.py [FILES] [--mutants 2000] [--formats docx pdf] [--keep FOLDER]

Each mutant goes through the real load_bytes and so through the real worker, in several processes. It must become an article or a LoadError
within the limits; everything else is a fault, and the exit status is 1: another exception, a worker that broke down or was too slow or
too heavy, an accident that only the worker's net caught (which names the place), a process or a file descriptor left behind. Mutants are
made from the seed, the format and a number, so that each can be made again; those that were faults are written to the folder --keep.

Bits flipped, runs of bytes deleted, doubled or inserted, the end cut off, two samples spliced; in zip packages mostly their parts, packed
anew, since few mutants would come past the packages' check sums else.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import sys
import time
import zipfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import psutil
from corpora import SHARED

from rewritediff.core.values import Article
from rewritediff.loaders import LoadError, Reason, load_bytes
from rewritediff.loaders.detection import detect
from rewritediff.loaders.guarding.guard import close

MUTANTS = 2_000
PIECE = 80
"""Mutants that a process loads before it says what became of them: fewer than the documents after which a worker is replaced."""
LONGEST = 10_000
"""Bytes of a run that is deleted, doubled or inserted."""
TOKENS = (
    b"\0",
    b"\xff",
    b"-1",
    b"0",
    b"4294967296",
    b"99999999999999999999",
    b"<",
    b">",
    b"&",
    b"{",
    b"}",
    b"\\",
    b"(",
    b"\xf0\x9f",
    b"\r\n",
)
"""What parsers stumble over."""
SHOWN = 12

Sample = tuple[str, bytes]


@dataclass
class Outcome:
    """What became of some mutants of one format."""

    counts: Counter[str] = field(default_factory=Counter)
    accidents: Counter[str] = field(default_factory=Counter)
    faults: list[tuple[int, str]] = field(default_factory=list)
    longest: float = 0
    seconds: float = 0
    worker_mb: float = 0
    lanes: dict[int, list[tuple[float, int, int]]] = field(default_factory=dict)
    """By process: memory in MB, open descriptors and zombies, before and after each piece."""

    def add(self, other: Outcome) -> None:
        self.counts += other.counts
        self.accidents += other.accidents
        self.faults += other.faults
        self.longest = max(self.longest, other.longest)
        self.seconds += other.seconds
        self.worker_mb = max(self.worker_mb, other.worker_mb)
        for lane, states in other.lanes.items():
            self.lanes.setdefault(lane, []).extend(states)


def mutant(samples: list[Sample], form: str, seed: int, number: int) -> Sample:
    """Make one damaged document."""
    chance = random.Random(f"{seed} {form} {number}")
    name, data = chance.choice(samples)
    if zipfile.is_zipfile(BytesIO(data)) and chance.random() < 0.8:
        return name, _packed_anew(data, chance)
    return name, _damaged(data, chance.choice(samples)[1], chance)


def _packed_anew(data: bytes, chance: random.Random) -> bytes:
    """Damage one or two parts of a zip package."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        parts = [(entry.filename, package.read(entry)) for entry in package.infolist()]
    texts = [at for at, (name, _) in enumerate(parts) if name.endswith(("xml", "html", "rels", "opf", "ncx", "mimetype"))]
    for at in chance.sample(texts, min(len(texts), chance.randint(1, 2))):
        name, part = parts[at]
        parts[at] = (name, _damaged(part, parts[chance.choice(texts)][1], chance))
    written = BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, part in parts:
            package.writestr(name, part, zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _damaged(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """Damage bytes in one to four ways."""
    damaged = bytearray(data)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        start = chance.randrange(len(damaged) + 1)
        end = min(len(damaged), start + int(LONGEST ** chance.random()))
        match chance.randrange(7):
            case 0:
                for _ in range(chance.randint(1, 20)):
                    at = chance.randrange(len(damaged) or 1)
                    damaged[at : at + 1] = bytes(byte ^ (1 << chance.randrange(8)) for byte in damaged[at : at + 1])
            case 1:
                del damaged[start:end]
            case 2:
                damaged[end:end] = damaged[start:end] * chance.choice((1, 1, 3, 50))
            case 3:
                damaged[start:start] = chance.randbytes(end - start)
            case 4:
                damaged[start : start + chance.choice((0, 1, 4))] = chance.choice(TOKENS)
            case 5 if chance.random() < 0.3:
                del damaged[start:]
            case _:
                damaged[start:] = other[chance.randrange(len(other) + 1) :]
    return bytes(damaged)


def load_piece(samples: list[Sample], form: str, seed: int, numbers: range) -> Outcome:
    """Load some mutants in this process."""
    outcome, before, begun = Outcome(), _state(), time.monotonic()
    for number in numbers:
        name, data = mutant(samples, form, seed, number)
        started = time.monotonic()
        became, detail = _loaded(data, name)
        outcome.longest = max(outcome.longest, time.monotonic() - started)
        outcome.counts[became] += 1
        if ", line " in detail:
            outcome.accidents[detail] += 1
        if detail:
            outcome.faults.append((number, f"{became}: {detail}"))
    outcome.seconds = time.monotonic() - begun
    alive = [process.memory_info().rss / 1e6 for process in psutil.Process().children() if process.status() != psutil.STATUS_ZOMBIE]
    outcome.worker_mb = max(alive, default=0)
    close()
    outcome.lanes[os.getpid()] = [before, _state()]
    return outcome


def _loaded(data: bytes, name: str) -> tuple[str, str]:
    """Load a document; say what became of it, and where that is a fault, what went wrong."""
    try:
        article = load_bytes(data, name)
    except LoadError as error:
        said = str(error)
        broke = error.reason in (Reason.CRASHED, Reason.TOO_SLOW, Reason.TOO_HEAVY, Reason.NO_WORKER)
        # only an accident says in which line
        detail = str(dict(error.values).get("detail", ""))
        return error.reason.value, said if broke else detail if ", line " in detail else ""
    except BaseException as error:  # noqa: BLE001 - the very thing that is looked for
        return "exception", repr(error)
    article.text.encode()
    return ("loaded", "") if isinstance(article, Article) and article.blocks else ("exception", "no article")


def _state() -> tuple[float, int, int]:
    process = psutil.Process()
    open_files = process.num_fds() if hasattr(process, "num_fds") else process.num_handles()
    return process.memory_info().rss / 1e6, open_files, sum(child.status() == psutil.STATUS_ZOMBIE for child in process.children())


def report(form: str, outcome: Outcome) -> bool:
    """Print what became of a format's mutants; tell whether there was a fault."""
    total = sum(outcome.counts.values())
    refused = ", ".join(f"{reason} {count}" for reason, count in outcome.counts.most_common() if reason != "loaded")
    print(f"{form:10} {total:6} mutants  loaded {outcome.counts['loaded']:5}  refused: {refused or 'none'}")
    # a process grows by what it imports in its first piece
    firsts, lasts = zip(*((states[min(1, len(states) - 1)], states[-1]) for states in outcome.lanes.values()), strict=True)
    grown = max(last[0] - first[0] for first, last in zip(firsts, lasts, strict=True))
    files = max(last[1] - first[1] for first, last in zip(firsts, lasts, strict=True))
    zombies = sum(last[2] for last in lasts)
    print(
        f"{'':10} {1000 * outcome.seconds / total:.1f} ms each, longest {outcome.longest:.2f} s; "
        f"largest worker {outcome.worker_mb:.0f} MB; a lane grew by {grown:.0f} MB and {files} descriptors; {zombies} zombies"
    )
    for place, count in outcome.accidents.most_common(SHOWN):
        print(f"{'':10} accident: {place} ({count})")
    firsts_of = {said.partition(":")[0]: (number, said) for number, said in reversed(outcome.faults) if ", line " not in said}
    for number, said in firsts_of.values():
        print(f"{'':10} fault: mutant {number} and others: {said}")
    return bool(outcome.faults or zombies or files > 2)


def keep(folder: Path, form: str, samples: list[Sample], seed: int, outcome: Outcome) -> None:
    """Write the mutants that were faults."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, _ in outcome.faults:
        name, data = mutant(samples, form, seed, number)
        (folder / f"{form}-{number}-{name}").write_bytes(data)


def by_format(paths: list[Path], wanted: list[str]) -> dict[str, list[Sample]]:
    """Sort samples by what they are."""
    found: dict[str, list[Sample]] = {}
    for path in paths:
        data = path.read_bytes()
        form = detect(data, path.name).value
        if not wanted or form in wanted:
            found.setdefault(form, []).append((path.name, data))
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("files", nargs="*", type=Path, help="sample documents; those beside the labelled data where none is given")
    parser.add_argument("--mutants", type=int, default=MUTANTS, help="for each format")
    parser.add_argument("--formats", nargs="*", default=[], help="only these")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--lanes", type=int, default=2, help="processes that load at the same time")
    parser.add_argument("--keep", type=Path, help="where mutants that were faults are written")
    options = parser.parse_args()
    paths = options.files or sorted((SHARED / "samples" / "formats").glob("*"))
    if not paths:
        sys.exit(f"no samples in {SHARED}: name files, or set REWRITEDIFF_SHARED to the folder that holds samples/")
    faulty = False
    with ProcessPoolExecutor(options.lanes, mp_context=multiprocessing.get_context("spawn")) as lanes:
        for form, samples in by_format(paths, options.formats).items():
            pieces = [range(start, min(start + PIECE, options.mutants)) for start in range(0, options.mutants, PIECE)]
            outcome = Outcome()
            for done in [lanes.submit(load_piece, samples, form, options.seed, piece) for piece in pieces]:
                outcome.add(done.result())
            faulty |= report(form, outcome)
            sys.stdout.flush()
            if options.keep:
                keep(options.keep, form, samples, options.seed, outcome)
    return int(faulty)


if __name__ == "__main__":
    sys.exit(main())
