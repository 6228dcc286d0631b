"""How documents are to be read, as it is said on the command line; nothing is read here."""

from __future__ import annotations

import argparse
import codecs
from dataclasses import dataclass, replace

from rewritediff.core.values import Sides
from rewritediff.loaders.options import DEFAULTS, Options, Tracked
from rewritediff.loaders.parts import Part


@dataclass(frozen=True, slots=True)
class Reading:
    """Say how each side is read, and whether web pages may be fetched."""

    options: Sides[Options] = Sides(DEFAULTS, DEFAULTS)  # noqa: RUF009 - frozen, so that all may share it
    fetch: bool = False


AS_FOUND = Reading()


def add_reading(parser: argparse.ArgumentParser) -> None:
    """Add the options, in a group of their own in the help."""
    group = parser.add_argument_group("how documents are read")
    group.add_argument(
        "--encoding",
        type=_encodings,
        default=Sides("", ""),
        metavar="NAME[,NAME]",
        help="the encoding of both texts, or of the original and the rewrite (cp1252,utf-8); found by itself where none is named",
    )
    group.add_argument("--notes", action="store_true", help="read footnotes and endnotes too")
    group.add_argument("--no-tables", action="store_true", help="leave tables out")
    group.add_argument(
        "--whole-page", action="store_true", help="read all of a web page: menus and advertisements too, not its article only"
    )
    group.add_argument("--before-changes", action="store_true", help="read documents with tracked changes as they were before them")
    group.add_argument(
        "--tracked-changes",
        action="store_true",
        help="with ORIGINAL alone: compare what it was before its tracked changes with what it is after them",
    )
    group.add_argument(
        "--fetch",
        action="store_true",
        help="fetch ORIGINAL or REWRITE from the web where it is an address (https://…) or a shortcut to one",
    )


def reading_of(found: argparse.Namespace) -> Reading:
    """Gather what was said."""
    more, less = {Part.NOTE} if found.notes else set(), {Part.CELL} if found.no_tables else set()
    common = replace(
        DEFAULTS,
        kept=DEFAULTS.kept.union(more).difference(less),
        tracked=Tracked.BEFORE if found.before_changes else Tracked.ACCEPTED,
        whole_page=found.whole_page,
    )
    encodings: Sides[str] = found.encoding
    return Reading(encodings.map(lambda encoding: replace(common, encoding=encoding)), found.fetch)


def _encodings(names: str) -> Sides[str]:
    given = [_encoding(name.strip()) for name in names.split(",")]
    if len(given) > 2:
        raise argparse.ArgumentTypeError("name one encoding for both texts, or two with a comma between")
    return Sides(given[0], given[-1])


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name if name else ""
    except (LookupError, ValueError) as error:
        raise argparse.ArgumentTypeError(f"there is no encoding “{name}”; utf-8, cp1252, cp1251 and mac-roman are some") from error
