"""A file is written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from rewritediff.exporters.writing import whole_file, write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="permissions and devices are those of POSIX systems")


def test_a_text_is_written_as_utf8(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", "é\ud800\n")
    assert (tmp_path / "a.txt").read_bytes() == b"\xc3\xa9?\n"


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(TypeError), whole_file(target) as stream:
        stream.writelines([b"half", None])  # type: ignore[list-item]
    assert target.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_the_error_names_what_was_asked_for(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="No such file") as caught:
        write_whole(tmp_path / "no" / "a.txt", "x")
    assert caught.value.filename == str(tmp_path / "no" / "a.txt")


@posix
def test_a_new_file_has_the_permissions_of_new_files(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", "x")
    (tmp_path / "b.txt").touch()
    assert (tmp_path / "a.txt").stat().st_mode == (tmp_path / "b.txt").stat().st_mode


@posix
def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.touch()
    target.chmod(0o600)
    write_whole(target, "x")
    assert target.stat().st_mode & 0o777 == 0o600


@posix
def test_a_protected_file_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report = tmp_path / "report.html"
    report.write_text("old", encoding="utf-8")
    monkeypatch.setattr(os, "access", lambda _path, mode: mode != os.W_OK)
    with pytest.raises(PermissionError) as caught:
        write_whole(report, "new")
    assert caught.value.filename == str(report)
    assert [path.read_text(encoding="utf-8") for path in tmp_path.iterdir()] == ["old"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    (tmp_path / "real").touch()
    write_whole(tmp_path / "link", "x")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "x"


@posix
def test_a_device_is_written_to_and_not_replaced() -> None:
    write_whole(os.devnull, "x")
    assert not Path(os.devnull).is_file()
