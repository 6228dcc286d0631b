"""docs/documents.md names every ending that can be opened, and every option that it names is there."""

from __future__ import annotations

import re
from pathlib import Path

from rewritediff.cli.arguments import parsed
from rewritediff.loaders import readable_suffixes

PAGE = (Path(__file__).parents[1] / "docs" / "documents.md").read_text("utf-8")


def test_the_page_names_every_ending() -> None:
    assert [suffix for suffix in readable_suffixes() if f" {suffix}" not in PAGE] == []


def test_the_command_line_knows_every_option_that_the_page_names() -> None:
    for option in sorted(set(re.findall("--[a-z][a-z-]+", PAGE)) - {"--tracked-changes"}):
        assert parsed(["compare", "a.docx", "b.docx", option])
    assert parsed(["compare", "a.docx", "--tracked-changes"])
