"""A file's name is shown in one line, whatever is in it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rewritediff.loaders import load
from rewritediff.loaders.names import shown_name

CASES = {
    "plain": ("folder/essay.txt", "essay.txt"),
    "accents and emoji": ("naïve 📰.txt", "naïve 📰.txt"),
    "markup is left to whoever shows it": ("<b>&amp;.txt", "<b>&amp;.txt"),
    "line break": ("new\nline.txt", "new\\nline.txt"),
    "escape": ("a\x1b[31m.txt", "a\\x1b[31m.txt"),
    "turned direction": ("\u202egpj.txt", "\\u202egpj.txt"),
    "line separator": ("a\u2028b", "a\\u2028b"),
    "a byte that is no UTF-8": ("caf\udce9.txt", "caf\\udce9.txt"),
    "a folder's last part": ("some/folder/", "folder"),
    "here": (".", "."),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("path", "shown"), CASES.values(), ids=CASES)
def test_a_name_is_shown(path: str, shown: str) -> None:
    assert shown_name(path) == shown


@pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no line break in a name")
def test_an_article_carries_the_name_as_it_is_shown(tmp_path: Path) -> None:
    path = tmp_path / "new\nline.txt"
    path.write_text("One.")
    assert load(path).origin == "new\\nline.txt"
