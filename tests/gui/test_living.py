"""Files that change on the disk after they were read: what is told apart, and what becomes of a State."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from rewritediff.core.values import Article, Block, Role, Side, Sides
from rewritediff.gui import answers, living, results, words
from rewritediff.gui.lines import lines
from rewritediff.gui.living import Fate, Found, followed, looked, looked_at
from rewritediff.gui.messages import Offer
from rewritediff.gui.sources import File, Loaded, Loading, Pasted
from rewritediff.gui.state import State
from rewritediff.loaders.reading import Stored, read_once

BEGIN = Found(Fate.SAME)
LATER = 2_000_000_000_000_000_000


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text("The council met on Monday.")
    return path


def touched(path: Path) -> None:
    os.utime(path, ns=(LATER, LATER))


def saved_by_renaming(path: Path) -> None:
    new = path.with_name("draft.tmp")
    new.write_text("The council met on Tuesday.")
    new.replace(path)


CHANGES: dict[str, tuple[Callable[[Path], object], Fate]] = {
    "nothing": (lambda _: None, Fate.SAME),
    "touched": (touched, Fate.SAME),
    "saved with the same content": (lambda path: path.write_text(path.read_text()), Fate.SAME),
    "another text of the same length": (lambda path: path.write_text("The council met on Sunday."), Fate.CHANGED),
    "saved by renaming": (saved_by_renaming, Fate.CHANGED),
    "emptied": (lambda path: path.write_bytes(b""), Fate.CHANGED),
    "deleted": (lambda path: path.unlink(), Fate.GONE),
    "its folder is gone": (lambda path: path.parent.rename(path.parent.with_name("elsewhere")), Fate.GONE),
    "a folder in its place": (lambda path: (path.unlink(), path.mkdir()), Fate.UNCLEAR),
}


@pytest.mark.parametrize(("change", "fate"), CHANGES.values(), ids=CHANGES)
def test_what_became_of_a_file(draft: Path, change: Callable[[Path], object], fate: Fate) -> None:
    stored = read_once(draft)
    change(draft)
    assert looked_at(str(draft), stored, BEGIN).fate is fate


def test_a_file_that_did_not_change_again_is_not_read_again(draft: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stored = read_once(draft)
    draft.write_text("Something else stands here now.")
    first = looked_at(str(draft), stored, BEGIN)
    monkeypatch.setattr("rewritediff.loaders.reading.read_once", lambda _: pytest.fail("it was read again"))
    assert looked_at(str(draft), stored, first) is first


def test_two_changes_are_told_apart_and_the_way_back_is_seen(draft: Path) -> None:
    stored = read_once(draft)
    draft.write_text("First change.")
    first = looked_at(str(draft), stored, BEGIN)
    draft.write_text("Second change.")
    second = looked_at(str(draft), stored, first)
    assert first.digest != second.digest
    draft.write_bytes(stored.data)
    assert looked_at(str(draft), stored, second).fate is Fate.SAME


def standing(path: str = "/texts/draft.txt", stored: Stored | None = None) -> Loaded:
    return Loaded(File(path), Article((Block(Role.BODY, "One text."),)), 2, path, stored=stored or STORED)


STORED = read_once(__file__)


def with_draft() -> State:
    return replace(State(), sides=Sides(standing(), Loaded(Pasted("Other."), Article((Block(Role.BODY, "Other."),)))))


def test_only_files_are_followed() -> None:
    assert followed(with_draft()) == (("/texts/draft.txt", STORED),)
    assert followed(State()) == ()


def test_a_change_is_asked_about_and_what_was_read_stays() -> None:
    state = looked(with_draft(), "/texts/draft.txt", STORED, Fate.CHANGED)
    (asked,) = lines(state)
    assert asked.text == "“draft.txt” has changed on the disk."
    assert asked.offers == (Offer.RELOAD, Offer.NOT_NOW)
    assert state.sides.original == replace(with_draft().sides.original, newer=True)  # type: ignore[type-var]  # it is Loaded


def test_both_sides_may_change_and_the_same_file_on_both_sides_asks_for_each() -> None:
    both = replace(State(), sides=Sides(standing(), standing()))
    state = looked(both, "/texts/draft.txt", STORED, Fate.CHANGED)
    assert [message.side for message in lines(state)] == [Side.ORIGINAL, Side.REWRITE]


def test_not_now_is_silent_until_the_next_change() -> None:
    state = looked(with_draft(), "/texts/draft.txt", STORED, Fate.CHANGED)
    later = answers.answered(state, lines(state)[0], Offer.NOT_NOW)
    assert lines(later) == ()
    assert lines(looked(later, "/texts/draft.txt", STORED, Fate.CHANGED))


def test_a_change_that_was_taken_back_is_no_longer_asked_about() -> None:
    state = looked(with_draft(), "/texts/draft.txt", STORED, Fate.CHANGED)
    assert lines(looked(state, "/texts/draft.txt", STORED, Fate.SAME)) == ()


def test_a_file_that_is_gone_is_said_and_stays_read() -> None:
    state = looked(with_draft(), "/texts/draft.txt", STORED, Fate.GONE)
    assert state.message is not None
    assert state.message.text == "“draft.txt” is no longer there; what was read stays."
    assert state.sides == with_draft().sides


@pytest.mark.parametrize("fate", Fate)
def test_news_of_what_stands_there_no_longer_changes_nothing(fate: Fate) -> None:
    other = Stored(b"another reading")
    state = with_draft()
    assert looked(state, "/texts/draft.txt", other, fate) is state


def test_reloading_reads_the_file_and_keeps_the_place() -> None:
    state = looked(with_draft(), "/texts/draft.txt", STORED, Fate.CHANGED)
    reading = answers.all_reloaded(state)
    slot = reading.sides.original
    assert isinstance(slot, Loading)
    assert (slot.keeps, slot.stored, slot.source) == (True, None, File("/texts/draft.txt"))
    assert lines(reading) == ()


def test_a_reload_that_fails_leaves_what_was_read_and_the_question() -> None:
    state = looked(with_draft(), "/texts/draft.txt", STORED, Fate.CHANGED)
    reading = answers.last_answered(state)
    failed = results.load_failed(reading, reading.ticket, "Cannot open it.", again=True)
    said = lines(failed)
    assert [message.text for message in said] == [words.CHANGED.format(name="draft.txt"), "Cannot open it."]
    assert said[-1].offers == ()


def test_a_name_that_deceives_is_shown_escaped() -> None:
    assert living.name_of("/texts/gpj.\u202eexe.txt") == "gpj.\\u202eexe.txt"
