"""Writes docs/licences.md: whose work RewriteDiff ships, and on which terms; packaging/rewritediff.spec takes their texts from here.

Reads what the installed distributions say of themselves, so it is run where the project is installed. Development tools are left out:
they are not handed on to anybody.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parent.parent
DOCUMENT = PROJECT / "docs" / "licences.md"
TEXTS = Path(__file__).resolve().parent / "licences"
"""Texts that their distributions do not bring along: those of Qt and sentencex."""

USES = {
    "babel": "names of languages, for Courlan",
    "certifi": "whom to trust when a page is fetched",
    "chardet": "guesses the encoding of a text",
    "charset-normalizer": "encodings, for Trafilatura",
    "colorama": "colours of Windows' console, for a library",
    "courlan": "addresses in web pages, for Trafilatura",
    "dateparser": "dates in web pages, for htmldate; not in the frozen program",
    "diff-match-patch": "compares words",
    "htmldate": "dates of web pages, for Trafilatura",
    "justext": "paragraphs of web pages, for Trafilatura",
    "lxml": "reads XML and HTML; brings libxml2 and libxslt (MIT)",
    "lxml-html-clean": "cleans HTML, for jusText",
    "markdown-it-py": "reads Markdown",
    "mdurl": "addresses, for markdown-it-py",
    "numpy": "numbers in rows; brings OpenBLAS (BSD-3-Clause) and GCC's libgfortran (GPL with its runtime exception)",
    "olefile": "opens old Word documents",
    "psutil": "watches what reading a document takes",
    "pypdfium2": "reads PDF; brings PDFium",
    "pyside6-essentials": "the window: Qt and its Python names",
    "python-dateutil": "dates, for htmldate",
    "pytz": "time zones, for dateparser; not in the frozen program",
    "rapidfuzz": "how alike two sentences are",
    "regex": "patterns over Unicode",
    "sentencex": "cuts texts into sentences",
    "shiboken6": "joins Qt and Python",
    "six": "old Python, for python-dateutil",
    "tld": "names of sites, for Courlan",
    "trafilatura": "finds the article in a web page",
    "typing-extensions": "types, for a library",
    "tzdata": "time zones, for dateparser; not in the frozen program",
    "tzlocal": "time zones, for dateparser; not in the frozen program",
    "urllib3": "fetches web pages",
}
"""What each is used for: a distribution that is not named here has not been looked at."""

LOOKED_UP = {
    "diff-match-patch": "Apache-2.0",
    "justext": "BSD-2-Clause",
    "markdown-it-py": "MIT",
    "mdurl": "MIT",
    "olefile": "BSD-2-Clause",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0",
    "chardet": "0BSD (see below)",
    "lxml": "BSD-3-Clause",
}
"""Licences as the texts in the distributions have them, where the metadata says less."""

NOT_FROZEN = ("dateparser", "pytz", "tzdata", "tzlocal")
"""htmldate parses dates in words with them, where somebody asks for the date of a page; nobody does."""

HOMES = ("homepage", "home", "source", "repository", "github", "code", "source code")
LICENCE_FILE = re.compile(r"(^|/)(LICEN[CS]E|COPYING|NOTICE|AUTHORS)|\.dist-info/licenses/", re.IGNORECASE)

# ruff: noqa: E501 - a row of a table is one line
OUTSIDE = """\
## Parts that are no Python distribution

| part | licence | used for | home |
|---|---|---|---|
| Python {python} | PSF-2.0 | runs the program; in the frozen program with OpenSSL (Apache-2.0), zlib, SQLite, libffi and others | <https://www.python.org/> |
| Qt 6 | LGPL-3.0-only | the window; in PySide6-Essentials | <https://www.qt.io/> |
| PDFium | BSD-3-Clause, with parts under Apache-2.0, MIT, zlib, FreeType's and others | reads PDF; in pypdfium2 | <https://pdfium.googlesource.com/pdfium/> |
| WordNet 3.0 | WordNet's own, which asks for its notice | the thesaurus is boiled down from it: `resources/thesaurus/NOTICE` | <https://wordnet.princeton.edu/> |

The frozen program for Linux also brings libraries of the system that it was frozen on: those that Qt asks for (X11's, fontconfig,
FreeType, D-Bus: under MIT or similar; GLib, libsystemd, libgcrypt: LGPL-2.1-or-later), and GCC's runtime (GPL with its exception).
GNU readline, which is under the GPL, is left out.

## Where their texts are

In an installed program, beside each distribution (`*.dist-info`); those of Qt and sentencex, which bring none, in `packaging/licences/`.
In the frozen program, all in the folder `licences/` beside it. It leaves out dateparser, pytz, tzdata and tzlocal.

## What Qt's licence means

Qt, PySide6 and Shiboken are used under the LGPL, version 3. They are libraries of their own, linked dynamically and not altered. You may
replace them: in an installed program with `pip install` of another version, in the frozen program by putting other builds of the same
major version in place of the files below `_internal/PySide6` and `_internal/shiboken6`. Nothing in RewriteDiff hinders that, and its own
licence permits to take it apart for finding faults in what you changed. Qt's source is at <https://download.qt.io/> and
<https://code.qt.io/>.

## chardet

Since version 7, a rewrite, chardet calls itself 0BSD (7.0 said MIT). The author of its first version disputes that this could be done and
holds that it is still under the LGPL, version 2.1 or later, as versions up to 6 were. RewriteDiff keeps to both: chardet is unaltered,
stands by itself and can be replaced as Qt can, which the LGPL asks for.

## certifi and tld

certifi's list of authorities is Mozilla's (MPL-2.0) and is handed on unaltered. Of tld's three licences the LGPL-2.1-or-later is used,
unaltered too.
"""


@dataclass(frozen=True, slots=True)
class Shipped:
    """Hold what is said of one distribution."""

    name: str
    version: str
    licence: str
    use: str
    home: str

    def row(self) -> str:
        home = f"<{self.home}>" if self.home else ""
        return f"| {self.name} | {self.version} | {self.licence} | {self.use} | {home} |"


def main() -> int:
    """Write the document; 1 where a distribution has not been looked at."""
    found = shipped(needs())
    unknown = sorted(set(found) - set(USES))
    if unknown:
        print(f"Not looked at yet (see USES): {', '.join(unknown)}")
        return 1
    DOCUMENT.write_text(document([described(each) for _, each in sorted(found.items())]), encoding="utf-8")
    print(f"{DOCUMENT.relative_to(PROJECT)}: {len(found)} distributions")
    return 0


def needs() -> list[str]:
    """List what pyproject.toml names for running the program."""
    project: Mapping[str, list[str]] = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project["dependencies"]


def shipped(requirements: Iterable[str]) -> dict[str, Distribution]:
    """Find the installed distributions that these ask for, and those that they ask for, by their canonical names."""
    found: dict[str, Distribution] = {}
    asked: set[tuple[str, str]] = set()
    waiting = [(Requirement(text), "") for text in requirements]
    while waiting:
        requirement, wanted = waiting.pop()
        name = canonicalize_name(requirement.name)
        if requirement.marker is not None and not requirement.marker.evaluate({"extra": wanted}):
            continue
        try:
            found[name] = distribution(name)
        except PackageNotFoundError:
            sys.exit(f"{name} is not installed here: run `make licences`")
        fresh = {(name, extra) for extra in ("", *requirement.extras)} - asked
        asked |= fresh
        waiting += [(Requirement(text), extra) for _, extra in fresh for text in found[name].requires or []]
    return found


def described(found: Distribution) -> Shipped:
    """Gather what the document says of a distribution."""
    said = found.metadata
    name = canonicalize_name(said["Name"])
    licence = LOOKED_UP.get(name) or said.get("License-Expression") or said.get("License") or "?"
    return Shipped(said["Name"], found.version, licence, USES[name], _home(found))


def _home(found: Distribution) -> str:
    links = dict(line.split(", ", 1) for line in found.metadata.get_all("Project-URL", []))
    named = {label.lower(): link for label, link in links.items()}
    return str(found.metadata.get("Home-page") or next((named[label] for label in HOMES if label in named), ""))


def document(distributions: Iterable[Shipped]) -> str:
    """Write the page."""
    lines = [
        "# Licences",
        "",
        "RewriteDiff is under the MIT licence (`LICENSE`), its English thesaurus under WordNet's. It ships the work of others, unaltered.",
        "`make licences` writes this page from what the installed distributions say of themselves, and from `packaging/make_licences.py`.",
        "",
        "| part | version | licence | used for | home |",
        "|---|---|---|---|---|",
        *(each.row() for each in distributions),
        "",
        OUTSIDE.replace("{python}", f"{sys.version_info.major}.{sys.version_info.minor}"),
    ]
    return "\n".join(lines)


def licence_texts() -> list[tuple[str, str]]:
    """Give the licence texts of all that is frozen, each with the folder below `licences` that it goes to."""
    # a package that repeats the texts of its dist-info inside of itself is heard once
    return [(str(text), folder) for (folder, _), text in {(folder, text.name): text for text, folder in _texts()}.items()]


def _texts() -> Iterator[tuple[Path, str]]:
    for name, found in sorted(shipped(needs()).items()):
        for file in [] if name in NOT_FROZEN else found.files or []:
            if LICENCE_FILE.search(str(file)):
                inner = str(file).partition(".dist-info/")[2].removeprefix("licenses/")
                yield Path(str(found.locate_file(file))), (Path("licences") / name / (inner or str(file))).parent.as_posix()
    for text in sorted(TEXTS.glob("*/*.txt")):
        yield text, f"licences/{text.parent.name}"
    yield PROJECT / "LICENSE", "licences/rewritediff"
    yield PROJECT / "resources" / "thesaurus" / "NOTICE", "licences/wordnet"
    yield DOCUMENT, "licences"
    yield from ((text, "licences/python") for text in _python_texts())


def _python_texts() -> Iterator[Path]:
    """Find Python's licence where its makers put it, or where Debian does."""
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    base = Path(sys.base_prefix)
    places = (base / "lib" / version / "LICENSE.txt", base / "LICENSE.txt", Path("/usr/share/doc") / version / "copyright")
    yield from [place for place in places if place.is_file()][:1]


if __name__ == "__main__":
    sys.exit(main())
