"""The gallery: its page shows exactly the pictures that are there, and none is heavy."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs" / "gallery"
MOST_BYTES = 150_000


def test_the_page_names_exactly_the_pictures_there_are() -> None:
    page = (FOLDER / "README.md").read_text(encoding="utf-8")
    named = re.findall(r"\]\((.+?)\)", page)
    assert len(named) == len(set(named)) > 20
    assert set(named) == {path.name for path in FOLDER.iterdir()} - {"README.md"}


def test_the_page_is_the_one_that_the_table_makes() -> None:
    made = subprocess.run(
        [sys.executable, "docs/make_gallery.py", "--page"], cwd=ROOT, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    assert made.stdout == (FOLDER / "README.md").read_text(encoding="utf-8")


def test_no_picture_is_heavy() -> None:
    assert [path.name for path in FOLDER.iterdir() if path.stat().st_size >= MOST_BYTES] == []


def test_every_picture_of_a_page_of_the_project_is_there() -> None:
    pages = [ROOT / "README.md", *(ROOT / "docs").glob("*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"!\[[^\]]*\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))]
    assert links
    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []
