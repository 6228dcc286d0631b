"""Looking at files beside the window: real files that change, and what is told of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Article, Block, Role, Sides
from rewritediff.gui.living import Fate
from rewritediff.gui.sources import Empty, File, Loaded
from rewritediff.gui.state import State
from rewritediff.gui.watching import News, Watch
from rewritediff.loaders.reading import read_once

NEVER = 10_000_000


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("The council met on Monday.")
    return path


@pytest.fixture
def watch() -> Iterator[Watch]:
    made = Watch(every=NEVER, settling=20, patience=60)
    yield made
    made.close()


@pytest.fixture
def news(watch: Watch) -> list[News]:
    found: list[News] = []
    watch.news.connect(found.append)
    return found


def showing(path: Path) -> State:
    loaded = Loaded(File(str(path)), Article((Block(Role.BODY, "One text."),)), 2, str(path), stored=read_once(path))
    return replace(State(), sides=Sides(loaded, Empty()))


def quiet(qtbot: QtBot, watch: Watch) -> None:
    """Wait until nothing is being looked at, and nothing waits to be."""
    qtbot.wait(250)
    watch.look()
    qtbot.waitUntil(lambda: not any(file.looking for file in watch._files.values()))


def test_a_change_is_told_by_the_system(qtbot: QtBot, watch: Watch, news: list[News], draft: Path) -> None:
    watch.follow(showing(draft))
    draft.write_text("The council met on Tuesday.")
    qtbot.waitUntil(lambda: [each.fate for each in news] == [Fate.CHANGED])


def test_a_change_is_found_where_the_system_says_nothing(qtbot: QtBot, news: list[News], draft: Path) -> None:
    """As on a network drive: only the look that comes round finds it."""
    regular = Watch(every=30, settling=NEVER, patience=60)
    regular.news.connect(news.append)
    regular.follow(showing(draft))
    draft.write_text("The council met on Tuesday.")
    qtbot.waitUntil(lambda: [each.fate for each in news] == [Fate.CHANGED])
    regular.close()


def test_an_editor_that_saves_by_renaming_is_told_once_and_followed_on(qtbot: QtBot, watch: Watch, news: list[News], draft: Path) -> None:
    watch.follow(showing(draft))
    for text in ("Second.", "Third."):
        count = len(news)
        draft.rename(draft.with_name("draft.txt~"))
        qtbot.wait(5)
        new = draft.with_name("draft.new")
        new.write_text(text)
        new.replace(draft)
        qtbot.waitUntil(lambda count=count: len(news) == count + 1)  # type: ignore[misc]
    quiet(qtbot, watch)
    assert [each.fate for each in news] == [Fate.CHANGED, Fate.CHANGED]


def test_a_file_that_is_gone_is_told_once_and_its_coming_back_changed_is_told(
    qtbot: QtBot, watch: Watch, news: list[News], draft: Path
) -> None:
    watch.follow(showing(draft))
    draft.unlink()
    qtbot.waitUntil(lambda: [each.fate for each in news] == [Fate.GONE])
    quiet(qtbot, watch)
    draft.write_text("Back with other words.")
    qtbot.waitUntil(lambda: [each.fate for each in news] == [Fate.GONE, Fate.CHANGED])


def test_a_file_that_is_gone_for_a_moment_only_is_no_news(qtbot: QtBot, draft: Path, news: list[News]) -> None:
    slow = Watch(every=NEVER, settling=5, patience=400)
    slow.news.connect(news.append)
    slow.follow(showing(draft))
    content = draft.read_bytes()
    draft.unlink()
    qtbot.wait(100)
    draft.write_bytes(content)
    qtbot.wait(500)
    quiet(qtbot, slow)
    assert news == []
    slow.close()


def test_a_touch_is_no_news(qtbot: QtBot, watch: Watch, news: list[News], draft: Path) -> None:
    watch.follow(showing(draft))
    draft.touch()
    draft.write_text(draft.read_text())
    quiet(qtbot, watch)
    assert news == []


def test_a_change_before_anybody_followed_the_file_is_told(qtbot: QtBot, watch: Watch, news: list[News], draft: Path) -> None:
    state = showing(draft)
    draft.write_text("Changed while it was being compared.")
    watch.follow(state)
    qtbot.waitUntil(lambda: [each.fate for each in news] == [Fate.CHANGED])


def test_a_change_that_was_told_is_told_again_of_another_reading_only(qtbot: QtBot, watch: Watch, news: list[News], draft: Path) -> None:
    first = showing(draft)
    watch.follow(first)
    draft.write_text("The council met on Tuesday.")
    qtbot.waitUntil(lambda: len(news) == 1)
    watch.follow(showing(draft))  # reloaded
    quiet(qtbot, watch)
    assert len(news) == 1
    watch.follow(first)  # undone: what is shown is older than the disk
    qtbot.waitUntil(lambda: len(news) == 2)


def test_nothing_is_followed_that_stands_on_no_side(qtbot: QtBot, watch: Watch, news: list[News], draft: Path) -> None:
    watch.follow(showing(draft))
    watch.follow(State())
    draft.write_text("Nobody shows this any more.")
    quiet(qtbot, watch)
    assert news == []


def test_one_file_on_both_sides_is_told_of_each_reading(qtbot: QtBot, watch: Watch, news: list[News], draft: Path) -> None:
    first = showing(draft).sides.original
    draft.write_text("The council met on Tuesday.")
    second = showing(draft).sides.original
    watch.follow(replace(State(), sides=Sides(first, second)))
    qtbot.waitUntil(lambda: len(news) == 1)  # the first reading is older than the disk
    draft.write_text("The council met on Sunday.")
    qtbot.waitUntil(lambda: len(news) == 3)
    assert isinstance(first, Loaded)
    assert news[0].stored is first.stored
    assert {id(each.stored) for each in news[1:]} == {id(slot.stored) for slot in (first, second) if isinstance(slot, Loaded)}
