"""What a document's reader may not do in the worker, and what it still can; and that the worker starts wherever the program does."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from rewritediff.loaders.guarding.command import READ_DOCUMENTS, module_places, worker_command
from rewritediff.loaders.guarding.fence import own_places
from rewritediff.loaders.guarding.frames import Frame, read_frame, write_frame
from rewritediff.loaders.guarding.guard import Guard
from tests.loaders.guarding.guarded import deeds, problem, read

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    shared = deeds()
    yield shared
    shared.close()


@pytest.mark.parametrize("deed", ["run", "fork", "system", "connect", "list", "read", "write", "low write", "remove"])
def test_a_reader_is_refused(guard: Guard, deed: str, tmp_path: Path) -> None:
    there, new = tmp_path / "there.txt", tmp_path / "new.txt"
    there.write_text("private", encoding="utf-8")
    places = {"list": tmp_path, "read": there, "remove": there, "write": new, "low write": new}
    error = problem(guard, f"{deed}: {places.get(deed, '')}")
    assert dict(error.values)["detail"].startswith("PermissionError in fence.py")
    assert there.exists()
    assert not new.exists()


def test_nothing_reaches_the_network(guard: Guard) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.01)
        problem(guard, f"connect: {server.getsockname()[1]}")
        with pytest.raises(TimeoutError):
            server.accept()


def test_a_library_that_takes_no_for_an_answer_goes_on(guard: Guard, tmp_path: Path) -> None:
    assert read(guard, f"despite: write: {tmp_path / 'new.txt'}")
    assert not list(tmp_path.iterdir())


def test_what_has_not_been_imported_yet_can_be(guard: Guard) -> None:
    assert read(guard, "text")
    assert read(guard, "import late")


@pytest.mark.skipif(os.name == "nt", reason="this system has no such limits")
def test_the_system_itself_lets_no_byte_be_written(guard: Guard) -> None:
    assert read(guard, "limits").blocks[1].text == "limits"


def test_what_stands_beside_a_checkout_is_not_read(guard: Guard) -> None:
    if ROOT.name not in ("site-packages", "dist-packages"):
        assert str(ROOT) not in own_places(ROOT / "rewritediff")
        assert "PermissionError" in str(problem(guard, f"read: {ROOT / 'pyproject.toml'}").values)


def test_the_frozen_program_reads_its_modules_in_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", "/opt/rewritediff/_internal", raising=False)
    assert own_places(ROOT / "rewritediff")[-2:] == [sys.executable, "/opt/rewritediff/_internal"]


def test_the_environment_is_clean(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_TOKEN", "xyz")
    monkeypatch.setenv("PYTHONSTARTUP", "xyz")
    assert set(worker_command().environment) <= {
        *("PYTHONPATH", "SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "PATH" if os.name == "nt" else "PYTHONPATH"),
        *("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"),
    }


def test_modules_are_found_where_this_program_finds_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "path", ["", "relative", str(tmp_path), "/usr/lib/somewhere"])
    assert module_places() == [str(ROOT), "/usr/lib/somewhere"]
    monkeypatch.setattr(sys, "path", ["/usr/lib/somewhere", str(ROOT)])
    assert module_places() == ["/usr/lib/somewhere", str(ROOT)]


def test_a_script_among_the_libraries_hides_none_of_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    libraries = tmp_path.resolve() / "site-packages"
    libraries.mkdir()
    monkeypatch.setattr(sys.modules["__main__"], "__file__", str(libraries / "kernel.py"), raising=False)
    monkeypatch.setattr(sys, "path", [str(libraries)])
    assert str(libraries) in module_places()


def test_the_folder_of_the_program_may_be_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> Path:
        raise FileNotFoundError

    monkeypatch.setattr(Path, "cwd", gone)
    assert str(ROOT) in module_places()


def test_the_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert worker_command().arguments == (sys.executable, READ_DOCUMENTS)


@pytest.mark.parametrize(
    "arguments", [("-m", "rewritediff.loaders.guarding.worker"), ("-X", "importtime", "-m", "rewritediff", READ_DOCUMENTS)]
)
def test_the_worker_loads_little_and_ends_with_its_input(arguments: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [sys.executable, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT, bufsize=0
    ) as worker:
        assert worker.stdin
        assert worker.stdout
        assert read_frame(worker.stdout, 0) == Frame({"ready": True}, bytearray())  # type: ignore[arg-type]
        write_frame(worker.stdin, Frame({"warm": True}))  # type: ignore[arg-type]
        assert read_frame(worker.stdout, 0) == Frame({"warm": True}, bytearray())  # type: ignore[arg-type]
        worker.stdin.close()
        assert worker.wait(60) == 0
        assert worker.stderr
        loaded = worker.stderr.read().decode()
    for heavy in ("PySide6", "numpy", "rewritediff.cli", "rewritediff.gui", "argparse", "chardet", "markdown_it", "subprocess", "psutil"):
        assert f" {heavy}\n" not in loaded
