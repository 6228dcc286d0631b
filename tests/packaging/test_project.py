"""The files around the code: pins, Makefile, desktop entry, and what must not slip into a file."""

from __future__ import annotations

import configparser
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import rewritediff

PROJECT = Path(__file__).resolve().parents[2]
PROJECT_FILE = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
CONSTRAINTS = (PROJECT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
MAKEFILE = (PROJECT / "Makefile").read_text(encoding="utf-8")
DESCRIBED = dict(re.findall(r"^([a-z-]+):.*? ## (.+)$", MAKEFILE, re.MULTILINE))


def direct_requirements() -> list[Requirement]:
    """Everything that pyproject.toml names: to run, to develop, to freeze, to build."""
    project = PROJECT_FILE["project"]
    extras = [requirement for extra in project["optional-dependencies"].values() for requirement in extra]
    return [Requirement(text) for text in project["dependencies"] + extras + PROJECT_FILE["build-system"]["requires"]]


@pytest.mark.parametrize("line", CONSTRAINTS)
def test_a_constraint_is_a_name_and_a_version(line: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_.-]+==[0-9][0-9A-Za-z.]*", line)


def test_constraints_are_in_order_and_name_nothing_twice() -> None:
    names = [canonicalize_name(line.split("==")[0]) for line in CONSTRAINTS]
    assert names == sorted(set(names))


@pytest.mark.parametrize("requirement", direct_requirements(), ids=lambda requirement: requirement.name)
def test_a_direct_dependency_is_pinned_within_its_range(requirement: Requirement) -> None:
    pins = {canonicalize_name(name): version for name, version in (line.split("==") for line in CONSTRAINTS)}
    assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)])


def test_both_halves_of_qt_are_pinned_alike() -> None:
    """Another shiboken6 than PySide6's own fails when it is imported."""
    pins = dict(line.split("==") for line in CONSTRAINTS)
    assert pins["PySide6-Essentials"] == pins["shiboken6"]


def test_every_target_is_described() -> None:
    phony = re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    assert phony is not None
    assert set(phony[1].split()) - {"help"} == set(DESCRIBED)


@pytest.mark.skipif(shutil.which("make") is None, reason="no make here")
def test_make_alone_lists_its_targets() -> None:
    listing = subprocess.run(["make", "-C", PROJECT, "--no-print-directory"], capture_output=True, encoding="utf-8", check=True).stdout
    assert [line.split()[:2] for line in listing.splitlines()] == [["make", target] for target in DESCRIBED]


@pytest.mark.skipif(shutil.which("sh") is None, reason="no sh here")
def test_set_up_refuses_an_interpreter_that_does_not_work(tmp_path: Path) -> None:
    (tmp_path / "packaging").mkdir()
    script = shutil.copy(PROJECT / "packaging" / "prepare.sh", tmp_path / "packaging")
    nothing = {"PATH": "/usr/bin:/bin", "PYTHON": "/no/python"}
    done = subprocess.run(["sh", script, "run"], env=nothing, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode != 0
    assert "PYTHON=/no/python cannot be run or is older than Python 3.11" in done.stderr
    assert not (tmp_path / ".venv").exists()


def test_desktop_entry_opens_the_files_it_is_given() -> None:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment, method-assign] # keys of a desktop entry keep their case
    parser.read(PROJECT / "packaging" / "linux" / "rewritediff.desktop", encoding="utf-8")
    entry = parser["Desktop Entry"]
    assert (entry["Type"], entry["Exec"], entry["Icon"], entry["Terminal"]) == ("Application", "rewritediff %F", "rewritediff", "false")
    assert entry["MimeType"] == "text/plain;text/markdown;"
    assert (PROJECT / "resources" / "icons" / f"{entry['Icon']}.svg").is_file()


def test_version_is_one() -> None:
    """The build reads it from the package; it has three numbers, and the change log knows it."""
    assert re.fullmatch(r"\d+\.\d+\.\d+", rewritediff.__version__)
    assert rewritediff.__version__ in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8")


def tracked_texts() -> list[tuple[str, str]]:
    """Every file of the repository that is text, but for this one, which names what it forbids."""
    listing = subprocess.run(["git", "-C", PROJECT, "ls-files", "-z"], capture_output=True, encoding="utf-8", check=False).stdout
    paths = [PROJECT / name for name in listing.split("\0") if name]
    contents = [(path, path.read_bytes()) for path in paths if path.is_file() and path != Path(__file__).resolve()]
    return [(str(path.relative_to(PROJECT)), data.decode("utf-8", "replace")) for path, data in contents if b"\0" not in data]


@pytest.mark.parametrize(
    "forbidden",
    [
        pytest.param(r"(pypi|pythonhosted)\.org/(simple|packages)|--(extra-)?index-url|--find-links", id="address of a package index"),
        pytest.param(r"(?<![\w.<])(/home/|/Users/|/root/)\w", id="somebody's home"),
    ],
)
def test_no_file_tells_where_it_was_made(forbidden: str) -> None:
    texts = tracked_texts()
    if not texts:
        pytest.skip("not a git checkout: which files belong to the project is not known")
    assert [name for name, text in texts if re.search(forbidden, text)] == []
