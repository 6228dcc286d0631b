"""The command line as a script sees it: what it writes, where, and the number it leaves with."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from rewritediff import __version__
from rewritediff.bundled import sample_pair
from rewritediff.cli import Windows, main
from rewritediff.cli.arguments import CompareRequest, WindowRequest, parsed
from rewritediff.cli.streams import columns, wants_colours
from rewritediff.cli.windows import can_be_seen
from tests.strategies import article

ORIGINAL, REWRITE = map(str, sample_pair())
posix = pytest.mark.skipif(os.name != "posix", reason="signals, devices and closed descriptors as POSIX systems have them")


class FakeWindows:
    """Stand for the window: remembers what it was asked to show."""

    def __init__(self) -> None:
        self.asked: list[object] = []

    def run(self, paths: Sequence[str], *, close_after_first_paint: bool = False) -> int:
        self.asked.append(("run", list(paths), close_after_first_paint))
        return 7

    def render(self, original: Path, rewrite: Path, picture: Path) -> None:
        self.asked.append(("render", original.name, rewrite.name))
        picture.write_bytes(b"picture")

    @property
    def windows(self) -> Windows:
        return Windows(run=self.run, render=self.render)


@pytest.fixture
def window() -> FakeWindows:
    return FakeWindows()


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "REWRITEDIFF_TRACEBACK"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    """Write a pair with one changed sentence and one dropped."""
    (tmp_path / "a.txt").write_text("The gates would not harm it. It rained all day.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The gates would harm it.\n", encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


def run(*arguments: str) -> int:
    return main(arguments, FakeWindows().windows)


def started(*arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the program as a process of its own."""
    command = [sys.executable, "-m", "rewritediff", *arguments]
    return subprocess.run(command, input=given, env=os.environ | environment, capture_output=True, timeout=120, check=False)


def test_text_is_the_default(capsys: pytest.CaptureFixture[str], pair: tuple[str, str]) -> None:
    assert run("compare", *pair) == 0
    captured = capsys.readouterr()
    assert "1 of 2 sentences has a counterpart" in captured.out
    assert (captured.err, "\x1b" in captured.out) == ("", False)


def test_json_and_html_are_written_to_standard_output(capsys: pytest.CaptureFixture[str], pair: tuple[str, str]) -> None:
    assert run("compare", *pair, "--format", "json") == 0
    assert json.loads(capsys.readouterr().out)["original"]["name"] == "a.txt"
    assert run("compare", "--format=html", *pair) == 0
    assert capsys.readouterr().out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("name", "begins"), [("r.json", '{"format"'), ("r.html", "<!doctype"), ("r.HTM", "<!doctype"), ("r", "Original"), ("r.txt", "Original")]
)
def test_the_ending_chooses_the_format(pair: tuple[str, str], tmp_path: Path, name: str, begins: str) -> None:
    assert run("compare", *pair, "--output", str(tmp_path / name)) == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(begins)


STATUSES = {
    "nothing asked": ((), 0),
    "omitted": (("--fail-on", "omitted"), 1),
    "inserted": (("--fail-on", "inserted"), 0),
    "changed": (("--fail-on=changed",), 1),
    "a list": (("--fail-on", "inserted, omitted"), 1),
    "twice": (("--fail-on", "inserted", "--fail-on", "changed"), 1),
}


@pytest.mark.parametrize(("options", "status"), STATUSES.values(), ids=STATUSES.keys())
def test_fail_on(pair: tuple[str, str], options: Sequence[str], status: int) -> None:
    assert run("compare", *pair, *options) == status


def test_long_runs_are_shown_whole_with_all(tmp_path: Path) -> None:
    original, rewrite, report = tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "report.txt"
    original.write_text("\n\n".join(article(20)), encoding="utf-8")
    rewrite.write_text(article(20)[0], encoding="utf-8")
    for options, shown in (((), False), (("--all",), True)):
        assert run("compare", str(original), str(rewrite), "--output", str(report), *options) == 0
        assert (article(20)[15] in " ".join(report.read_text(encoding="utf-8").replace("(dropped)", "").split())) is shown


def test_a_moved_sentence_is_a_change(tmp_path: Path) -> None:
    sentences = [
        "The council voted to build the gates.",
        "Mayor Aubert was against them from the start.",
        "It rained in Kessler Street for two days.",
    ]
    (tmp_path / "a.txt").write_text(" ".join(sentences), encoding="utf-8")
    (tmp_path / "b.txt").write_text(" ".join((sentences[2], *sentences[:2])), encoding="utf-8")
    assert run("compare", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), "--fail-on", "changed") == 1


@pytest.fixture
def bent(tmp_path: Path) -> tuple[str, str]:
    """Write a pair in which one word was replaced by another of its kind."""
    (tmp_path / "a.txt").write_text("The ferry sank in the north harbour after the storm.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("The ferry sank in the south harbour after the storm.", encoding="utf-8")
    return str(tmp_path / "a.txt"), str(tmp_path / "b.txt")


@pytest.mark.parametrize(("listed", "status"), [("", 1), ("north = south", 0), ("! north\n! south", 0)])
def test_the_house_list_decides_what_is_found(bent: tuple[str, str], tmp_path: Path, listed: str, status: int) -> None:
    (tmp_path / "house.txt").write_text(listed, encoding="utf-8")
    assert run("compare", *bent, "--fail-on", "findings", "--house", str(tmp_path / "house.txt")) == status


@pytest.mark.parametrize(("written", "said"), [("Kyiv\n", "house.txt, line 1: "), (None, "cannot be read")])
def test_a_bad_house_list_is_said(
    bent: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str], written: str | None, said: str
) -> None:
    if written is not None:
        (tmp_path / "house.txt").write_text(written, encoding="utf-8")
    assert run("compare", *bent, "--house", str(tmp_path / "house.txt")) == 2
    assert said in capsys.readouterr().err


def test_the_same_file_twice_is_compared_and_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", ORIGINAL, ORIGINAL, "--fail-on", "changed,omitted,inserted") == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert "Both texts are the same" in captured.out
    assert "both sides are the same file" in captured.out
    assert run("compare", ORIGINAL, ORIGINAL, "--format", "json") == 0
    assert capsys.readouterr().err == "rewritediff: both sides are the same file\n"


MISTAKES = {
    "no rewrite": (("compare", "a"), "REWRITE"),
    "a file that is not there": (("compare", "no-such", ORIGINAL), "Cannot open “no-such”: there is no such file"),
    "both from standard input": (("compare", "-", "-"), "only one side"),
    "a format that will be": (("compare", "a", "b", "--format", "docx"), "docx reports cannot be made yet; choose from text, json, html"),
    "an ending that will be": (("compare", "a", "b", "--output", "r.pdf"), "pdf reports cannot be made yet"),
    "a format that nobody knows": (("compare", "a", "b", "--format", "yaml"), "no format “yaml”"),
    "a condition that nobody knows": (("compare", "a", "b", "--fail-on", "moved"), "“moved” cannot be looked for"),
    "a folder that is not there": (
        ("compare", ORIGINAL, REWRITE, "--output", "no/such/r.json"),
        "“no/such/r.json”: No such file or directory. Check the name",
    ),
    "the report over the original": (("compare", ORIGINAL, REWRITE, "--output", ORIGINAL), "the output would replace"),
    "an option that nobody knows": (("compare", "a", "b", "--colour"), "--colour"),
    "three files": (("a", "b", "c"), "c"),
    "a manifest that is not there": (("batch", "no-such"), "“no-such”: No such file"),
    "processes that are no number": (("batch", "m", "--jobs", "two"), "“two” is no number"),
}


@pytest.mark.parametrize(("arguments", "words"), MISTAKES.values(), ids=MISTAKES.keys())
def test_a_mistake_is_one_line_and_status_two(capsys: pytest.CaptureFixture[str], arguments: Sequence[str], words: str) -> None:
    before = Path(ORIGINAL).read_bytes()
    assert run(*arguments) == 2
    captured = capsys.readouterr()
    assert words in captured.err
    assert captured.err.count("\n") == 1
    assert captured.out == ""
    assert Path(ORIGINAL).read_bytes() == before


def test_a_mistake_of_ours_is_no_finding(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str]
) -> None:
    def failing(*_arguments: object, **_options: object) -> None:
        raise ZeroDivisionError("by zero")

    monkeypatch.setattr("rewritediff.cli.comparing.compare", failing)
    assert run("compare", *pair) == 2
    assert "ZeroDivisionError" in capsys.readouterr().err


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--version") == 0
    assert capsys.readouterr().out == f"rewritediff {__version__}\n"
    for command in ((), ("compare",), ("batch",), ("sample",)):
        assert run(*command, "--help") == 0
        assert "usage: rewritediff" in capsys.readouterr().out


def test_the_first_word_chooses_the_command() -> None:
    assert parsed(["./compare", "b"]) == WindowRequest(("./compare", "b"))
    assert parsed(["compare", "a", "b"]) == CompareRequest("a", "b", "text", None, frozenset())
    assert parsed([]) == WindowRequest(())


def test_the_window_opens_with_its_files(window: FakeWindows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rewritediff.cli.entry.can_be_seen", lambda: True)
    assert main(["a.txt", "b.txt"], window.windows) == 7
    assert window.asked == [("run", ["a.txt", "b.txt"], False)]


def test_without_a_display_no_window_is_tried(
    window: FakeWindows, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("rewritediff.cli.entry.can_be_seen", lambda: False)
    assert main([], window.windows) == 2
    assert window.asked == []
    assert "rewritediff compare" in capsys.readouterr().err


def test_the_sample_opens_in_the_window(window: FakeWindows, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("rewritediff.cli.sample.can_be_seen", lambda: True)
    assert main(["sample", "--close-after-first-paint", "--output-folder", str(tmp_path)], window.windows) == 7
    assert window.asked == [("run", [ORIGINAL, REWRITE], True)]
    assert list(tmp_path.iterdir()) == []


def test_the_sample_is_written_without_a_display(
    window: FakeWindows, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("rewritediff.cli.sample.can_be_seen", lambda: False)
    assert main(["sample", "--output-folder", str(tmp_path / "demo")], window.windows) == 0
    assert sorted(path.name for path in (tmp_path / "demo").iterdir()) == ["report.html", "window.png"]
    assert window.asked == [("render", "original.txt", "rewrite.txt")]
    said = capsys.readouterr().out
    assert "have a counterpart" in said
    assert str(tmp_path / "demo" / "window.png") in said


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="those always have a display")
@pytest.mark.parametrize(
    ("name", "value", "seen"),
    [
        ("DISPLAY", ":0", True),
        ("WAYLAND_DISPLAY", "wayland-0", True),
        ("DISPLAY", "", False),
        ("QT_QPA_PLATFORM", "offscreen:size=9x9", False),
    ],
)
def test_a_display_is_what_the_system_names(monkeypatch: pytest.MonkeyPatch, name: str, value: str, seen: bool) -> None:
    monkeypatch.setenv(name, value)
    assert can_be_seen() is seen


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


COLOURS = {
    "a terminal": ({"TERM": "xterm"}, True, True),
    "a pipe": ({}, False, False),
    "NO_COLOR": ({"NO_COLOR": "1", "TERM": "xterm"}, True, False),
    "NO_COLOR wins": ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
    "an empty NO_COLOR": ({"NO_COLOR": "", "TERM": "xterm"}, True, True),
    "FORCE_COLOR": ({"FORCE_COLOR": "1"}, False, True),
    "FORCE_COLOR=0": ({"FORCE_COLOR": "0"}, False, False),
    "a dumb terminal": ({"TERM": "dumb"}, True, False),
}


@pytest.mark.parametrize(("names", "terminal", "wanted"), COLOURS.values(), ids=COLOURS.keys())
def test_colours(monkeypatch: pytest.MonkeyPatch, names: dict[str, str], terminal: bool, wanted: bool) -> None:
    monkeypatch.delenv("TERM", raising=False)
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", Terminal() if terminal else io.StringIO())
    assert wants_colours() is wanted


@pytest.mark.parametrize(("told", "used"), [("10", 40), ("100", 100), ("1000", 160)])
def test_the_width_stays_readable(monkeypatch: pytest.MonkeyPatch, told: str, used: int) -> None:
    monkeypatch.setenv("COLUMNS", told)
    assert columns() == used


def test_progress_is_shown_on_a_terminal_and_cleared(monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str], tmp_path: Path) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert run("compare", *pair, "--output", str(tmp_path / "r.txt")) == 0
    assert "Aligning" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")


def test_a_program_without_console_survives(monkeypatch: pytest.MonkeyPatch, pair: tuple[str, str], tmp_path: Path) -> None:
    for name in ("stdin", "stdout", "stderr"):
        monkeypatch.setattr(sys, name, None)
    assert run("compare", *pair) == 2
    assert run("compare", "-", pair[0]) == 2
    assert run("compare", *pair, "--output", str(tmp_path / "r.txt")) == 0
    assert run("--help") == 0


def test_standard_input_is_read_and_output_is_utf8_whatever_the_locale() -> None:
    done = started("compare", "-", REWRITE, given=Path(ORIGINAL).read_bytes(), PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert done.returncode == 0
    assert "Brandström" in done.stdout.decode("utf-8")
    assert b"standard input" in done.stdout


def test_batch_writes_a_line_for_each(tmp_path: Path, pair: tuple[str, str]) -> None:
    records = [{"id": 1, "original": {"path": pair[0]}, "rewrite": {"path": pair[1]}}, {"id": 2}]
    manifest = "\n".join(map(json.dumps, records)).encode()
    done = started("batch", "-", "--output", str(tmp_path / "out.jsonl"), "--jobs", "2", given=manifest)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"rewritediff: 1 of 2 pairs could not be compared; their lines say why\n"
    assert [json.loads(line)["id"] for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()] == [1, 2]


def test_batch_does_not_write_over_its_manifest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "m.jsonl").write_text("{}", encoding="utf-8")
    assert run("batch", str(tmp_path / "m.jsonl"), "--output", str(tmp_path / "m.jsonl")) == 2
    assert "would replace" in capsys.readouterr().err


@posix
def test_a_reader_that_has_seen_enough_is_no_error(pair: tuple[str, str]) -> None:
    command = f"{sys.executable} -m rewritediff compare {pair[0]} {pair[1]} --fail-on omitted; echo $? >&2"
    done = subprocess.run(f"({command}) | true", shell=True, capture_output=True, timeout=60, check=False)
    assert done.stderr == b"1\n"


@posix
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "rewritediff", "compare", ORIGINAL, REWRITE],
            stdout=full,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    assert (done.returncode, done.stderr) == (2, b"rewritediff: No space left on device. Make room, or choose another disk.\n")


@posix
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_ctrl_c_is_quiet_and_leaves_no_half_file(tmp_path: Path, jobs: str) -> None:
    original, rewrite = (path.read_text(encoding="utf-8") for path in sample_pair())
    lines = [json.dumps({"id": k, "original": original, "rewrite": rewrite}) for k in range(3000)]
    (tmp_path / "m.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "rewritediff", "batch", "m.jsonl", "--jobs", jobs, "--output", "out.jsonl"]
    # a shell that starts the tests in the background ignores the signal, and its children would inherit that
    heeding = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])"
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    process = subprocess.Popen([sys.executable, "-c", heeding, *command], cwd=tmp_path, start_new_session=True, **pipes)
    until = time.monotonic() + 30
    while not list(tmp_path.glob(".out.jsonl.*")) and time.monotonic() < until:
        time.sleep(0.05)
    os.killpg(process.pid, signal.SIGINT)
    assert process.communicate(timeout=60) == (b"", b"")
    assert process.returncode == 130
    assert sorted(path.name for path in tmp_path.iterdir()) == ["m.jsonl"]
