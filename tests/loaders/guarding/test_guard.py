"""No document harms, hangs or fills the program, and the next document is read as if nothing had been."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Event, Thread

import psutil
import pytest

from rewritediff.core.values import Role
from rewritediff.loaders.formats import Format
from rewritediff.loaders.guarding import guard as own
from rewritediff.loaders.guarding.command import Command
from rewritediff.loaders.guarding.guard import Guard
from rewritediff.loaders.guarding.limits import MEGABYTE, Limits
from rewritediff.loaders.loading import load_bytes
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from tests.loaders.guarding.broken_worker import ANSWERS
from tests.loaders.guarding.guarded import FOLDER, PATIENT, deeds, problem, read, reason, script_command, worker_of

POSIX = pytest.mark.skipif(os.name == "nt", reason="this system has no such thing")


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    """Share a worker between tests, each of which may cost it its life."""
    shared = deeds()
    yield shared
    shared.close()


def children() -> list[psutil.Process]:
    return psutil.Process().children(recursive=True)


def ends(pid: int) -> bool:
    """Tell whether a process is gone soon."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            if psutil.Process(pid).status() == psutil.STATUS_ZOMBIE:
                return True
        except psutil.NoSuchProcess:
            return True
        time.sleep(0.01)
    return False


def test_an_article_comes_back_with_its_blocks_title_and_notices(guard: Guard) -> None:
    article = read(guard, "Some wörds 😀\nand more")
    assert [(block.role, block.text) for block in article.blocks[:2]] == [(Role.TITLE, "A title"), (Role.BODY, "Some wörds 😀")]
    assert (article.title, article.origin, article.notices[0].code) == ("A title", "a.rtf", "left-out")


def test_one_worker_reads_one_document_after_the_other(guard: Guard) -> None:
    assert worker_of(read(guard, "one")) == worker_of(read(guard, "two")) != os.getpid()


def test_a_large_document_goes_there_and_back(guard: Guard) -> None:
    text = "words that fill a line of text\n" * 100_000
    article = read(guard, text)
    assert sum(len(block.text) + 1 for block in article.blocks[1:]) == len(text) + 1


ACCIDENTS = {
    "abort": Reason.CRASHED,
    "segfault": Reason.CRASHED,
    "exit": Reason.CRASHED,
    "leave": Reason.CRASHED,
    "wrong shape": Reason.CRASHED,
    "nest": Reason.TOO_COMPLEX,
    "no memory": Reason.TOO_HEAVY,
    "accident": Reason.DAMAGED,
    "refuse": Reason.LOCKED,
}


@pytest.mark.parametrize(("deed", "why"), ACCIDENTS.items(), ids=ACCIDENTS)
def test_an_accident_is_told_and_the_next_document_is_read(guard: Guard, deed: str, why: Reason) -> None:
    before = worker_of(read(guard, "before"))
    assert reason(guard, deed) is why
    assert (worker_of(read(guard, "after")) == before) is (deed == "refuse")


def test_an_accident_says_where_it_happened(guard: Guard) -> None:
    assert dict(problem(guard, "accident").values)["detail"].startswith("KeyError in readers_for_tests.py, line ")


def test_a_reader_that_is_not_there_is_told(guard: Guard) -> None:
    error = problem(guard, "text", form=Format.EPUB)
    assert (error.reason, error.values) == (Reason.NO_WORKER, (("detail", "no module named so"),))


def test_what_a_library_prints_is_no_answer(guard: Guard) -> None:
    assert read(guard, "talk").blocks[1].text == "talk"


@pytest.mark.parametrize(
    ("deed", "limits", "why"),
    [
        ("spin", replace(PATIENT, cpu_seconds=0.1), Reason.TOO_SLOW),
        ("hang", replace(PATIENT, waiting_seconds=0.2), Reason.TOO_SLOW),
        ("eat", replace(PATIENT, memory=150 * MEGABYTE), Reason.TOO_HEAVY),
    ],
)
def test_a_limit_ends_the_worker_and_leaves_no_process(deed: str, limits: object, why: Reason) -> None:
    before = children()
    limited = deeds(limits)  # type: ignore[arg-type]
    error = problem(limited, deed)
    assert error.reason is why
    assert dict(error.values).get("seconds", 0) == (1 if why is Reason.TOO_SLOW else 0)
    assert children() == before


def test_a_pdf_may_take_less_than_others() -> None:
    limits = Limits()
    assert limits.of(Format.PDF).memory < limits.of(Format.DOCX).memory == limits.memory
    assert replace(limits, memory=1).of(Format.PDF).memory == 1


def test_a_document_that_is_no_longer_wanted_ends_the_worker() -> None:
    before, wanted = children(), iter([True] * 20)
    cancelled = deeds()
    assert problem(cancelled, "hang", lambda: not next(wanted, False)).reason is Reason.CANCELLED
    assert children() == before


def test_what_asks_whether_it_is_wanted_may_fail() -> None:
    before, answers = children(), iter([False])
    with pytest.raises(StopIteration):
        read(deeds(), "hang", lambda: next(answers))
    assert children() == before


def test_a_worker_is_replaced_after_many_documents_or_when_it_keeps_much() -> None:
    replaced = deeds(replace(PATIENT, documents=2))
    numbers = [worker_of(read(replaced, "text")) for _ in range(4)]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]
    replaced.close()
    heavy = deeds(replace(PATIENT, worn_memory=100 * MEGABYTE, tick=0.001))
    assert worker_of(read(heavy, f"keep: {150 * MEGABYTE}")) != worker_of(read(heavy, "text"))
    heavy.close()


def test_a_worker_that_died_between_two_documents_is_replaced(guard: Guard) -> None:
    number = worker_of(read(guard, "text"))
    psutil.Process(number).kill()
    while guard._idle[0].alive:
        time.sleep(0.01)
    assert worker_of(read(guard, "text")) != number


WITHOUT_ANSWER = [how for how in ANSWERS if how != "good"]


@pytest.mark.parametrize("how", WITHOUT_ANSWER)
def test_an_answer_that_is_none_is_a_crash(how: str) -> None:
    before = children()
    broken = Guard(script_command("broken_worker.py", how), PATIENT)
    assert reason(broken, "text") is Reason.CRASHED
    assert children() == before


def test_a_worker_may_be_slow_to_start() -> None:
    late = Guard(script_command("broken_worker.py", "ready late"), PATIENT)
    assert read(late, "text").text == "a"
    late.close()


@pytest.mark.parametrize(
    ("command", "detail"),
    [
        (script_command("broken_worker.py", "not ready"), "it ended at once, with status 7"),
        (script_command("broken_worker.py", "never ready"), "no sign of it after 0 seconds"),
        (lambda: Command(("/no such program",), {}, str(FOLDER)), "No such file"),
        (lambda: Command((sys.executable,), {}, "/no such folder"), "No such file"),
        (lambda: Command((sys.executable + "\0",), {}, str(FOLDER)), "null byte"),
    ],
    ids=["ends at once", "says nothing", "no program", "no folder", "no name"],
)
def test_a_worker_that_does_not_start_is_told(command: Callable[[], Command], detail: str) -> None:
    before = children()
    error = problem(Guard(command, replace(PATIENT, start_seconds=0.4)), "text")
    assert error.reason is Reason.NO_WORKER
    assert detail in str(error) or os.name == "nt"
    assert children() == before


def test_a_second_thread_waits_for_the_worker_and_starts_another_only_where_that_takes_long() -> None:
    def together(patience: float) -> int:
        shared = deeds(replace(PATIENT, patience=patience))
        numbers: set[int] = set()
        threads = [Thread(target=lambda: numbers.add(worker_of(read(shared, "sleep: 0.3")))) for _ in range(3)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        shared.close()
        return len(numbers)

    assert together(patience=60) == 1
    assert together(patience=0) == 2


def test_a_thread_that_waits_for_the_worker_may_give_up() -> None:
    shared, begun, over = deeds(replace(PATIENT, patience=60)), Event(), Event()

    def goes_on() -> bool:
        begun.set()
        return over.is_set()

    first = Thread(target=lambda: problem(shared, "hang", goes_on))
    first.start()
    begun.wait()
    wanted = iter([True] * 3)
    assert problem(shared, "text", lambda: not next(wanted, False)).reason is Reason.CANCELLED
    over.set()
    first.join()
    assert not shared._workers


def test_closing_cancels_what_is_read_and_the_next_document_starts_anew() -> None:
    shared, begun, found = deeds(), Event(), []
    thread = Thread(target=lambda: found.append(problem(shared, "hang", lambda: bool(begun.set()))))
    thread.start()
    begun.wait()
    time.sleep(0.3)
    shared.close()
    thread.join()
    assert found[0].reason is Reason.CANCELLED
    assert read(shared, "text")
    shared.close()
    shared.close_for_good()
    assert reason(shared, "text") is Reason.NO_WORKER


def test_warming_starts_the_worker_that_reads_the_first_document() -> None:
    shared = deeds()
    shared.warm()
    while not shared._idle:
        time.sleep(0.01)
    warmed = shared._idle[0].pid
    assert worker_of(read(shared, "text")) == warmed
    shared.warm()
    shared.close()
    Guard(lambda: Command(("/no such program",), {}, "/"), PATIENT)._warm()


def child_reads(shared: Guard, pipe: Connection) -> None:
    pipe.send((worker_of(read(shared, "in the child")), [worker.pid for worker in shared._workers]))
    shared.close()


@POSIX
def test_a_forked_daemonic_child_has_a_worker_of_its_own(guard: Guard) -> None:
    ours = worker_of(read(guard, "before"))
    inner, outer = get_context("fork").Pipe()
    child = get_context("fork").Process(target=child_reads, args=(guard, outer), daemon=True)
    child.start()
    outer.close()
    theirs, known = inner.recv()
    child.join()
    inner.close()
    assert known == [theirs] != [ours]
    assert worker_of(read(guard, "after")) == ours
    assert ends(theirs)


@POSIX
def test_a_forked_child_does_not_keep_the_worker_alive() -> None:
    script = f"""
import os, sys, time
sys.path.insert(0, {str(FOLDER.parents[2])!r})
from tests.loaders.guarding.guarded import deeds, read, worker_of
shared = deeds()
print(worker_of(read(shared, "text")), flush=True)
if os.fork():
    os._exit(0)
print(os.getpid(), flush=True)
os.close(1)
time.sleep(60)
"""
    done = subprocess.run([sys.executable, "-c", script], stdout=subprocess.PIPE, encoding="utf-8", check=True, timeout=60)
    worker, child = map(int, done.stdout.split())
    assert ends(worker)
    os.kill(child, signal.SIGKILL)


@POSIX
@pytest.mark.parametrize("deed", ["hang", "spin"])
def test_the_worker_ends_when_the_program_is_killed(deed: str) -> None:
    script = f"""
import sys
sys.path.insert(0, {str(FOLDER.parents[2])!r})
from tests.loaders.guarding.guarded import deeds, read, worker_of
shared = deeds()
print(worker_of(read(shared, "text")), flush=True)
print(read(shared, {deed!r}, lambda: print("reading", flush=True)))
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, encoding="utf-8") as program:
        assert program.stdout
        number = int(program.stdout.readline())
        assert [program.stdout.readline() for _ in range(3)] == ["reading\n"] * 3
        os.kill(program.pid, signal.SIGKILL)
    assert ends(number)


SCRIPT = """
import sys
sys.path.insert(0, {root!r})
{before}
print("begun")
from rewritediff.loaders import load_bytes, LoadError
from rewritediff.loaders.guarding.guard import warm
{within}
try:
    print(load_bytes(b"{{\\\\rtf1 Some words.}}", "a.rtf").text)
except LoadError as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("before", "within"),
    [
        ("", ""),
        ("", "warm()"),
        ("import os; os.close(0); os.close(2)", ""),
        ("sys.stdin = sys.stderr = None", ""),
        ("from threading import Thread", "thread = Thread(target=load_bytes, args=(b'%PDF-1.4', 'a.pdf'), daemon=True); thread.start()"),
    ],
    ids=["as it is", "warmed", "closed streams", "no streams", "while a thread reads"],
)
def test_a_script_without_a_guard_of_its_own_runs_once_and_ends(tmp_path: Path, before: str, within: str) -> None:
    script = tmp_path / "script.py"
    script.write_text(SCRIPT.format(root=str(FOLDER.parents[2]), before=before, within=within), encoding="utf-8")
    (tmp_path / "zipfile.py").write_text("raise SystemExit('the worker looked beside the script')", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-P", "-W", "error", script], capture_output=True, encoding="utf-8", cwd=tmp_path, check=True, timeout=60
    )
    said = done.stdout.splitlines()
    assert said[0] == "begun"
    assert len(said) == 2
    assert "Exception in thread" in done.stderr if "thread" in within else not done.stderr


@POSIX
def test_ctrl_c_in_the_terminal_is_not_for_the_worker(guard: Guard) -> None:
    number = worker_of(read(guard, "text"))
    assert os.getpgid(number) == number
    os.kill(number, signal.SIGINT)
    assert worker_of(read(guard, "text")) == number


def test_text_needs_no_worker() -> None:
    before = set(own._OF_THE_PROGRAM._workers)
    load_bytes(b"# Some words", "a.md", should_cancel=lambda: True)
    load_bytes(b"Some words", "a.txt", should_cancel=lambda: True)
    assert own._OF_THE_PROGRAM._workers == before


def test_loading_passes_on_that_it_was_cancelled() -> None:
    with pytest.raises(LoadError) as caught:
        load_bytes(b"{\\rtf1 Some words.}", "a.rtf", should_cancel=lambda: True)
    assert caught.value.reason is Reason.CANCELLED
