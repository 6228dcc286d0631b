"""The program's own files are found in a checkout, installed, and frozen."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from rewritediff import bundled
from rewritediff.loaders import load


def written(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(bundled, "PACKAGE", tmp_path / "rewritediff")
    return tmp_path / "rewritediff"


def test_the_sample_pair_can_be_opened() -> None:
    original, rewrite = map(load, bundled.sample_pair())
    assert len(original.blocks) == len(rewrite.blocks) == 11


def test_a_checkout_is_asked_before_the_package(package: Path) -> None:
    written(package.parent / "pyproject.toml", "")
    written(package / "resources" / "a.txt", "old")
    newer = written(package.parent / "resources" / "a.txt", "new")
    assert bundled.resource("a.txt") == newer


def test_an_installed_package_has_its_own(package: Path) -> None:
    written(package.parent / "resources" / "a.txt", "somebody else's")
    own = written(package / "resources" / "a.txt", "ours")
    assert bundled.resource("a.txt") == own


@pytest.mark.parametrize("folder", ["resources", "rewritediff/resources"])
@pytest.mark.usefixtures("package")
def test_a_frozen_program_unpacks_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path / "frozen"), raising=False)
    own = written(tmp_path / "frozen" / folder / "samples" / "a.txt", "ours")
    assert bundled.resource("samples", "a.txt") == own


@pytest.mark.usefixtures("package")
def test_what_is_missing_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"resources/icons/none\.svg is missing"):
        bundled.resource("icons", "none.svg")
