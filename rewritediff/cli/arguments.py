"""What can be said on the command line, and what it means; nothing is done here."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import NoReturn

from rewritediff import __version__
from rewritediff.cli.failure import FAILED
from rewritediff.cli.reading import AS_FOUND, Reading, add_reading, reading_of
from rewritediff.cli.streams import STANDARD, say

FAIL_ON = ("findings", "omitted", "inserted", "changed")
FORMATS = {"text": ".txt", "json": ".json", "html": ".html"}
"""The formats of `--format` and the endings that choose them; `rewritediff.exporters` has them too, and loading it would cost `--help`
a quarter of a second. A test compares the two."""
PLANNED = {"markdown": ".md", "csv": ".csv", "docx": ".docx", "pdf": ".pdf"}

STATUSES = """\
exit status:
  0  done
  1  done, and something that --fail-on names was found
  2  could not be done; the reason stands on standard error
"""

BATCH_STATUSES = """\
exit status:
  0  done, also where some pairs could not be compared: their lines say why
  2  could not be done; the reason stands on standard error
"""

WINDOW_HELP = """\
commands:
  rewritediff compare ORIGINAL REWRITE   report on the terminal, or as a file
  rewritediff batch MANIFEST             compare many pairs: JSON lines in, JSON lines out
  rewritediff sample                     the sample pair, in the window or, without a display, as files
  rewritediff COMMAND --help             says more

A file whose name is a command is written with its folder: ./compare
"""


@dataclass(frozen=True, slots=True)
class WindowRequest:
    """Ask for the window, with up to two files in it."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompareRequest:
    """Ask for the report of one pair."""

    original: str
    rewrite: str | None
    """None where the tracked changes of the original are compared."""
    form: str
    output: str | None
    fail_on: frozenset[str]
    whole: bool = False
    house: str | None = None
    """Path of a house list."""
    reading: Reading = AS_FOUND


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """Ask for the comparison of many pairs."""

    manifest: str
    output: str | None
    jobs: int
    house: str | None = None


@dataclass(frozen=True, slots=True)
class SampleRequest:
    """Ask for the sample pair."""

    folder: str
    close_after_first_paint: bool


Request = WindowRequest | CompareRequest | BatchRequest | SampleRequest


def parsed(arguments: Sequence[str]) -> Request:
    """Read the command line; leaves the program through SystemExit after --help, --version and mistakes."""
    match arguments[:1]:
        case ["compare"]:
            return _compare(arguments[1:])
        case ["batch"]:
            return _batch(arguments[1:])
        case ["sample"]:
            return _sample(arguments[1:])
    return _window(arguments)


class _Parser(argparse.ArgumentParser):
    """Say mistakes in one line, and let words be read in any order and abbreviated by nobody."""

    def __init__(self, prog: str, description: str, epilog: str) -> None:
        layout = argparse.RawDescriptionHelpFormatter
        super().__init__(prog=prog, description=description, epilog=epilog, formatter_class=layout, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        say(f"{message} ({self.prog} --help says more)")
        sys.exit(FAILED)


def _window(arguments: Sequence[str]) -> WindowRequest:
    parser = _Parser("rewritediff", "Compare an article with a rewrite of it, sentence by sentence, in a window.", WINDOW_HELP)
    parser.add_argument("original", nargs="?", metavar="ORIGINAL", help="file to open as the original")
    parser.add_argument("rewrite", nargs="?", metavar="REWRITE", help="file to open as the rewrite")
    parser.add_argument("--version", action="version", version=f"rewritediff {__version__}")
    found = parser.parse_intermixed_args(arguments)
    return WindowRequest(tuple(path for path in (found.original, found.rewrite) if path is not None))


def _compare(arguments: Sequence[str]) -> CompareRequest:
    parser = _Parser("rewritediff compare", "Report what a rewrite has taken over, reworded, dropped, invented and bent.", STATUSES)
    parser.add_argument("original", metavar="ORIGINAL", help="the original; - reads standard input")
    parser.add_argument("rewrite", nargs="?", metavar="REWRITE", help="the rewrite; - reads standard input")
    parser.add_argument(
        "--format", type=_form, metavar="|".join(FORMATS), help="what to write (default: what the ending of FILE says, else text)"
    )
    parser.add_argument("--output", metavar="FILE", help="write to this file, whole or not at all (default: standard output)")
    parser.add_argument(
        "--all", action="store_true", help="in a text report, also show long runs of unchanged, dropped or new sentences whole"
    )
    parser.add_argument(
        "--fail-on",
        action="append",
        default=[],
        type=_fail_on,
        metavar="|".join(FAIL_ON),
        help="exit with 1 where there are some (findings: those to check); several with commas between, or the option several times",
    )
    _add_house(parser)
    add_reading(parser)
    found = parser.parse_intermixed_args(arguments)
    _check_sides(parser, found)
    form = found.format or _form_of_ending(parser, found.output)
    fail_on = frozenset[str]().union(*found.fail_on)
    reading = reading_of(found)
    return CompareRequest(found.original, found.rewrite, form, _file(found.output), fail_on, found.all, found.house, reading)


def _check_sides(parser: _Parser, found: argparse.Namespace) -> None:
    """Refuse one side too few or too many, and what contradicts itself."""
    if found.rewrite is None and not found.tracked_changes:
        parser.error("REWRITE is missing: name two files, or --tracked-changes to compare the versions in one")
    if found.tracked_changes and found.rewrite is not None:
        parser.error("--tracked-changes compares the versions in one file: name only that")
    if found.tracked_changes and found.before_changes:
        parser.error("--tracked-changes reads the text before its changes and after them: leave --before-changes out")
    if found.original == found.rewrite == STANDARD:
        parser.error("only one side can be read from standard input")


def _batch(arguments: Sequence[str]) -> BatchRequest:
    description = (
        "Compare many pairs. Each line of MANIFEST is a JSON object with id, original and rewrite;\n"
        'a side is a text, a list of sentences, or {"path": "…"}. Each line out answers one line in, in the same order;\n'
        "a pair that cannot be compared gives a line with an error and stops nothing."
    )
    parser = _Parser("rewritediff batch", description, BATCH_STATUSES)
    parser.add_argument("manifest", metavar="MANIFEST", help="file of JSON lines; - reads standard input")
    parser.add_argument("--output", metavar="FILE", help="write to this file, whole or not at all (default: standard output)")
    parser.add_argument("--jobs", type=_jobs, default=1, metavar="N", help="processes to share the work (default 1; 0: one a processor)")
    _add_house(parser)
    found = parser.parse_intermixed_args(arguments)
    return BatchRequest(found.manifest, _file(found.output), found.jobs, found.house)


def _add_house(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--house", metavar="FILE", help="house list: lines of what is the same (Kyiv = Kiev) and what to ignore (! Ltd)")


def _sample(arguments: Sequence[str]) -> SampleRequest:
    description = "Open the sample pair in the window; without a display, write window.png and report.html."
    parser = _Parser("rewritediff sample", description, "")
    parser.add_argument("--output-folder", default=".", metavar="DIR", help="where to write without a display (default: here)")
    parser.add_argument("--close-after-first-paint", action="store_true", help="close the window once it has shown the comparison")
    found = parser.parse_args(arguments)
    return SampleRequest(found.output_folder, found.close_after_first_paint)


def _form(name: str) -> str:
    if name in FORMATS:
        return name
    known = ", ".join(FORMATS)
    if name in PLANNED:
        raise argparse.ArgumentTypeError(f"{name} reports cannot be made yet; choose from {known}")
    raise argparse.ArgumentTypeError(f"there is no format “{name}”; choose from {known}")


def _form_of_ending(parser: _Parser, output: str | None) -> str:
    """Let the output's ending choose, so that no text report is written into a file called report.docx."""
    ending = PurePath(output or "").suffix.lower()
    for form, known in (FORMATS | PLANNED).items():
        if ending == known and form in PLANNED:
            parser.error(f"{form} reports cannot be made yet; choose from {', '.join(FORMATS)} with --format")
        if ending == known:
            return form
    return "html" if ending == ".htm" else "text"


def _fail_on(names: str) -> frozenset[str]:
    wanted = frozenset(name.strip() for name in names.split(",") if name.strip())
    for name in sorted(wanted - set(FAIL_ON)):
        raise argparse.ArgumentTypeError(f"“{name}” cannot be looked for; choose from {', '.join(FAIL_ON)}")
    return wanted


def _jobs(number: str) -> int:
    try:
        jobs = int(number)
    except ValueError:
        jobs = -1
    if jobs < 0:
        raise argparse.ArgumentTypeError(f"“{number}” is no number of processes")
    # Windows cannot wait for more than 61 processes
    return min(jobs or os.cpu_count() or 1, 61)


def _file(output: str | None) -> str | None:
    return None if output == STANDARD else output
