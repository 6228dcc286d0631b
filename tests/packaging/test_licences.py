"""The page of licences names everything that is shipped, and the texts are there to go with the frozen program."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).resolve().parents[2]
PAGE = (PROJECT / "docs" / "licences.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([\w.-]+) \| (\d[\w.]*) \| ([^|]+) \| ([^|]+) \| <(https?://[^>]+)> \|$", PAGE, re.MULTILINE)
NAMED = {canonicalize_name(name) for name, *_ in ROWS}
NEEDS = [Requirement(text) for text in tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]]
MAKER: dict[str, Any] = runpy.run_path(str(PROJECT / "packaging" / "make_licences.py"))


@pytest.mark.parametrize("requirement", NEEDS, ids=lambda requirement: requirement.name)
def test_what_the_program_needs_is_named(requirement: Requirement) -> None:
    assert canonicalize_name(requirement.name) in NAMED


def test_what_is_named_is_needed() -> None:
    """Run `make licences` where this fails; versions are not compared, as each system has its own."""
    assert set(MAKER["shipped"](map(str, NEEDS))) == NAMED


def test_each_row_is_filled_in() -> None:
    assert len(ROWS) == PAGE.split("## Parts", 1)[0].count("\n| ") - 1
    assert not [row for row in ROWS if row[2].strip() == "?"]


def test_everything_has_been_looked_at() -> None:
    assert set(MAKER["USES"]) >= NAMED


@pytest.mark.parametrize("part", ["Qt 6", "PDFium", "WordNet 3.0", "Python 3", "LGPL", "0BSD"])
def test_parts_that_are_no_distribution_are_named(part: str) -> None:
    assert part in PAGE


FROZEN = NAMED - set(MAKER["NOT_FROZEN"]) - {"pyside6-essentials", "shiboken6"}


@pytest.mark.parametrize("name", sorted({*FROZEN, "qt", "wordnet", "rewritediff", "python"}))
def test_the_text_of_each_licence_goes_with_the_frozen_program(name: str) -> None:
    texts = [Path(source) for source, folder in MAKER["licence_texts"]() if f"{folder}/".startswith(f"licences/{name}/")]
    assert texts
    assert all(len(text.read_bytes()) > 20 for text in texts)


def test_two_texts_never_take_each_others_place() -> None:
    places = [(folder, Path(source).name) for source, folder in MAKER["licence_texts"]()]
    assert len(places) == len(set(places))
