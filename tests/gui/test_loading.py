"""Reading what a side comes from: files once, pages of the web once, and why something could not be read."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Side
from rewritediff.gui import gestures, loading, results
from rewritediff.gui.controller import Controller
from rewritediff.gui.loading import failed, loaded_from
from rewritediff.gui.shown import being_read
from rewritediff.gui.sources import Address, Failed, Loaded, Loading
from rewritediff.gui.state import State, is_busy
from rewritediff.gui.telling import at_length, in_short, reading_of
from rewritediff.loaders.fetching.addresses import address_of
from rewritediff.loaders.fetching.visiting import Fetched
from rewritediff.loaders.formats import Format
from rewritediff.loaders.guarding import guard
from rewritediff.loaders.options import DEFAULTS, Options
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason, Values

STORY = "https://example.org/story"
FINAL = "https://example.org/2026/story.txt"


@pytest.fixture
def controller() -> Iterator[Controller]:
    made = Controller()
    yield made
    assert made.close(20_000)


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answer every address with a text, and list what was asked for."""
    asked: list[str] = []

    def fetch(text: str, *_: object) -> Fetched:
        asked.append(text)
        return Fetched("Die Stadt Köln baut eine Mauer.".encode("latin-1"), address_of(FINAL), "text/plain", "iso-8859-1")

    monkeypatch.setattr("rewritediff.loaders.fetching.pages.fetch", fetch)
    return asked


def test_a_page_is_fetched_once_and_read_as_often_as_it_is_wanted(fetched: list[str]) -> None:
    first = loaded_from(Address(STORY), DEFAULTS, None, lambda: False)
    assert first.article.text == "Die Stadt Köln baut eine Mauer."
    again = loaded_from(Address(STORY), Options(encoding="koi8-r"), first.stored, lambda: False)
    assert again.article.text != first.article.text
    assert again.stored is first.stored
    assert fetched == [STORY]


def test_where_and_when_a_page_was_fetched_is_shown(fetched: list[str]) -> None:
    found = loaded_from(Address(STORY), DEFAULTS, None, lambda: False)
    state = gestures.opened(State(), Side.ORIGINAL, Address(STORY))
    shown = results.load_done(state, state.ticket, found)
    assert in_short(shown, Side.ORIGINAL).startswith("Fetched at ")
    assert FINAL in at_length(shown, Side.ORIGINAL)
    told = reading_of(shown, Side.ORIGINAL)
    assert told is not None
    assert told.facts[0].said.endswith(f" from {FINAL}")
    assert fetched == [STORY]


AGAIN: dict[str, tuple[Reason, Values, bool]] = {
    "it was being written": (Reason.CHANGED_WHILE_READING, (), True),
    "it is gone": (Reason.MISSING, (), True),
    "the site did not answer": (Reason.NOT_FETCHED, (("why", "connection"),), True),
    "a private address": (Reason.NOT_FETCHED, (("why", "private"),), False),
    "a scan": (Reason.NO_TEXT_LAYER, (("pages", 3),), False),
    "a picture": (Reason.BINARY, (("kind", "picture"),), False),
}


@pytest.mark.parametrize(("reason", "values", "again"), AGAIN.values(), ids=AGAIN)
def test_trying_again_is_offered_where_it_may_help(reason: Reason, values: Values, again: bool) -> None:
    event = failed(7, LoadError("a.pdf", reason, values))
    assert (event.ticket, event.link, event.again) == (7, "", again)
    assert "a.pdf" in event.message


def test_a_shortcut_gives_its_link() -> None:
    # what is shown of a long address is no address
    assert failed(7, LoadError("a.url", Reason.LINK, (("address", "https://example.org/…y"), ("link", STORY)))).link == STORY
    assert failed(7, LoadError("a.url", Reason.BAD_LINK, (("address", "file:///etc/passwd"),))).link == ""


def test_a_shortcut_on_the_disk_asks(qtbot: QtBot, controller: Controller, tmp_path: Path) -> None:
    path = tmp_path / "story.url"
    path.write_text(f"[InternetShortcut]\nURL={STORY}\n")
    controller.do(gestures.dropped, [str(path)], "", None)
    qtbot.waitUntil(lambda: not is_busy(controller.state), timeout=20_000)
    assert controller.state.links.original == STORY


class TestBothSidesAtOnce:
    @pytest.fixture
    def slow(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Let a file called slow.txt be read until nobody wants it."""

        def load(data: bytes, name: str, *_: object, should_cancel: object) -> object:
            while name.endswith("slow.txt"):
                assert callable(should_cancel)
                if should_cancel():
                    raise LoadError(name, Reason.CANCELLED)
                time.sleep(0.005)
            return real(data, name)

        real = loading.load_bytes
        monkeypatch.setattr(loading, "load_bytes", load)

    @pytest.fixture
    def pair(self, tmp_path: Path) -> tuple[str, str]:
        for name in ("slow.txt", "quick.txt"):
            (tmp_path / name).write_text("The council met on Monday.")
        return str(tmp_path / "slow.txt"), str(tmp_path / "quick.txt")

    @pytest.mark.usefixtures("slow")
    def test_a_slow_side_holds_up_no_quick_one_and_is_announced(self, qtbot: QtBot, controller: Controller, pair: tuple[str, str]) -> None:
        controller.do(gestures.dropped, pair, "", None)
        qtbot.waitUntil(lambda: isinstance(controller.state.sides.rewrite, Loaded), timeout=10_000)
        qtbot.waitUntil(lambda: being_read(controller.state) == "Reading slow.txt…", timeout=10_000)
        slot = controller.state.sides.original
        assert isinstance(slot, Loading)
        controller.do(gestures.cancelled)
        assert controller.close(10_000)  # the reading heard it

    def test_reading_that_ends_soon_is_never_announced(self, qtbot: QtBot, controller: Controller, pair: tuple[str, str]) -> None:
        said: list[str] = []
        controller.changed.connect(lambda state: said.append(being_read(state)))
        controller.do(gestures.dropped, [pair[1]], "", None)
        qtbot.waitUntil(lambda: isinstance(controller.state.sides.original, Loaded), timeout=10_000)
        assert set(said) == {""}


def test_cancelling_ends_what_reads_a_document(
    qtbot: QtBot, controller: Controller, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The flag of a job reaches the guarded worker."""
    asked: list[bool] = []

    def read(_form: Format, _source: object, should_cancel: object) -> object:
        assert callable(should_cancel)
        asked.append(should_cancel())
        while not should_cancel():
            time.sleep(0.005)
        asked.append(True)
        raise LoadError("", Reason.CANCELLED)

    monkeypatch.setattr("rewritediff.loaders.loading.read_guarded", read)
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1 A text.}")
    controller.do(gestures.dropped, [str(path)], "", None)
    qtbot.waitUntil(lambda: asked == [False], timeout=10_000)
    controller.do(gestures.cancelled)
    qtbot.waitUntil(lambda: asked == [False, True], timeout=10_000)
    assert not is_busy(controller.state)
    assert not any(isinstance(slot, Failed) for slot in controller.state.sides)


def test_closing_ends_the_process_that_reads_documents(qtbot: QtBot, tmp_path: Path) -> None:
    made = Controller()
    path = tmp_path / "a.rtf"
    path.write_bytes(rb"{\rtf1\ansi The council met on Monday.\par}")
    made.do(gestures.dropped, [str(path)], "", None)
    qtbot.waitUntil(lambda: isinstance(made.state.sides.original, Loaded), timeout=20_000)
    assert guard._OF_THE_PROGRAM._workers
    assert made.close()
    assert not guard._OF_THE_PROGRAM._workers


def test_warming_starts_it_before_anybody_waits(qtbot: QtBot, controller: Controller) -> None:
    guard.close()
    controller.warm()
    qtbot.waitUntil(lambda: bool(guard._OF_THE_PROGRAM._idle), timeout=20_000)
