"""Real files, folders, pipes and devices: each is read, or refused with the right reason."""

from __future__ import annotations

import errno
import os
import socket
import sys
import tempfile
from io import FileIO
from pathlib import Path

import pytest

from rewritediff.loaders import LoadError, Reason, load, reading

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def refusal(path: str | os.PathLike[str]) -> LoadError:
    with pytest.raises(LoadError) as caught:
        load(path)
    return caught.value


def test_a_file_is_read_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"One.\r\n\x1aTwo.")
    assert reading.read_file(tmp_path / "a.txt") == b"One.\r\n\x1aTwo."


@pytest.mark.parametrize("name", ["gone.txt", "no/folder/gone.txt", "x" * 5000, "a\0b.txt", ""])
def test_what_is_not_there_is_missing(tmp_path: Path, name: str) -> None:
    assert refusal(f"{tmp_path}/{name}" if name else "").reason is Reason.MISSING


def test_an_empty_name_is_no_pasted_text() -> None:
    with pytest.raises(LoadError, match=r"Cannot open “\(no name\)”: there is no such file"):
        load("")


def test_a_file_is_no_folder_of_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    assert refusal(tmp_path / "a.txt" / "b.txt").reason is Reason.MISSING


def test_a_folder_is_called_a_folder(tmp_path: Path) -> None:
    error = refusal(tmp_path)
    assert (error.reason, error.name) == (Reason.FOLDER, tmp_path.name)


@posix_only
def test_a_pipe_that_nobody_writes_to_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert refusal(tmp_path / "pipe.txt").reason is Reason.NOT_A_FILE


@posix_only
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_device_is_not_a_file(device: str) -> None:
    if not Path(device).exists():
        pytest.skip(f"this system has no {device}")
    assert refusal(device).reason is Reason.NOT_A_FILE


@posix_only
def test_a_socket_is_not_a_file() -> None:
    # pytest's own folders have longer names than a socket may have
    with tempfile.TemporaryDirectory(dir="/tmp") as folder, socket.socket(socket.AF_UNIX) as listening:
        listening.bind(f"{folder}/s.txt")
        assert refusal(f"{folder}/s.txt").reason is Reason.NOT_A_FILE


@posix_only
@pytest.mark.parametrize("target", ["nowhere.txt", "link.txt"], ids=["dangling", "leading to itself"])
def test_a_link_that_leads_nowhere_is_called_one(tmp_path: Path, target: str) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / target)
    assert refusal(tmp_path / "link.txt").reason is Reason.BROKEN_LINK


@posix_only
def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One.")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    assert load(tmp_path / "link.txt").text == "One."


@posix_only
def test_a_file_without_permission_is_unreadable(tmp_path: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    (tmp_path / "secret.txt").write_text("One.")
    (tmp_path / "secret.txt").chmod(0)
    assert refusal(tmp_path / "secret.txt").reason is Reason.UNREADABLE


@pytest.mark.parametrize(
    ("number", "reason"),
    [(errno.EACCES, Reason.UNREADABLE), (errno.EPERM, Reason.UNREADABLE), (errno.EIO, Reason.FAILED), (errno.EMFILE, Reason.FAILED)],
)
def test_what_the_system_reports_becomes_a_reason(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, reason: Reason) -> None:
    def failing(*_: object) -> int:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "open", failing)
    assert refusal(tmp_path / "a.txt").reason is reason


def test_windows_calls_a_folder_permission_denied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(os, "open", failing)
    assert refusal(tmp_path).reason is Reason.FOLDER


def test_a_file_of_64_megabytes_and_one_byte_is_too_large(tmp_path: Path) -> None:
    with (tmp_path / "large.txt").open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    error = refusal(tmp_path / "large.txt")
    assert error.reason is Reason.TOO_LARGE
    assert "64 MB" in str(error)


def test_a_file_as_large_as_the_limit_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 4)
    (tmp_path / "a.txt").write_text("One.")
    assert load(tmp_path / "a.txt").text == "One."


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux has files that say they are empty and are not")
def test_the_limit_holds_for_files_that_hide_their_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 10)
    assert refusal("/proc/self/status").reason is Reason.TOO_LARGE


def test_a_file_that_changes_meanwhile_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One.")
    read = reading._read_capped

    def read_slowly(file: FileIO) -> bytes:
        content = read(file)
        path.write_text("One. Two.")
        return content

    monkeypatch.setattr(reading, "_read_capped", read_slowly)
    assert refusal(path).reason is Reason.CHANGED_WHILE_READING
