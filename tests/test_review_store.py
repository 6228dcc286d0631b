"""What was made of findings comes back whole; damaged files are kept aside; nobody else may read it, and it never grows without end."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rewritediff import review_store
from rewritediff.core.decisions import Anchor, Ruling, Verdict
from rewritediff.core.values import FindingKind, Side, Sides, Span
from rewritediff.review_store import ReviewStore, format_verdicts, parse, state_folder

TEXTS = Sides("It cost 30 crowns.", "It cost 36 crowns.")
any_text = st.text(st.characters(), max_size=8)  # also halves of characters


@st.composite
def anchors(draw: st.DrawFn, side: Side) -> Anchor:
    start = draw(st.integers(0, 10_000))
    span = Span(start, start + draw(st.integers(0, 50)))
    return Anchor(side, span, draw(any_text), draw(any_text), draw(any_text), draw(st.integers(0, 99)))


places = st.builds(Sides, st.none() | anchors(Side.ORIGINAL), st.none() | anchors(Side.REWRITE))
verdicts = st.builds(Verdict, st.sampled_from(FindingKind), any_text, places, st.sampled_from(Ruling), any_text)
VERDICT = Verdict(
    FindingKind.NUMBER,
    "number-changed",
    Sides(Anchor.at(Side.ORIGINAL, Span(8, 10), TEXTS.original), Anchor.at(Side.REWRITE, Span(8, 10), TEXTS.rewrite)),
    Ruling.ASK,
    "which?",
)


@pytest.fixture
def store(tmp_path: Path) -> ReviewStore:
    return ReviewStore(tmp_path / "state" / "verdicts")


@given(st.lists(verdicts, max_size=4).map(tuple))
def test_verdicts_read_back_equal(made: tuple[Verdict, ...]) -> None:
    assert parse(format_verdicts(made)) == made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)
@given(st.lists(verdicts, max_size=3).map(tuple), any_text, any_text)
def test_what_was_written_for_a_pair_is_read_for_it(store: ReviewStore, made: tuple[Verdict, ...], original: str, rewrite: str) -> None:
    store.write(Sides(original, rewrite), made)
    assert store.read(Sides(original, rewrite)).verdicts == made
    store.write(Sides(original, rewrite), ())


def test_nothing_is_known_of_another_pair(store: ReviewStore) -> None:
    assert store.read(TEXTS) == review_store.Kept()
    store.write(TEXTS, [VERDICT])
    assert store.read(TEXTS.swapped()).verdicts == ()
    assert store.read(Sides(TEXTS.original + TEXTS.rewrite, "")).verdicts == ()
    assert store.read(TEXTS).verdicts == (VERDICT,)


def test_without_verdicts_no_file_stays(store: ReviewStore) -> None:
    store.write(TEXTS, [VERDICT])
    store.write(TEXTS, [])
    assert list(store.folder.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xff\xfe", id="no text"),
        pytest.param(b"[" * 100_000, id="brackets without end"),
        pytest.param(b'{"format": "other", "verdicts": []}', id="another format"),
        pytest.param(b'{"format": "rewritediff-verdicts", "verdicts": [1]}', id="a number for a verdict"),
        pytest.param(format_verdicts([VERDICT]).replace('"ask"', '"maybe"').encode(), id="an unknown ruling"),
        pytest.param(format_verdicts([VERDICT]).replace('"quote": "30"', '"quote": 30').encode(), id="a number for words"),
        pytest.param(format_verdicts([VERDICT]).replace('"start": 8', '"start": 80').encode(), id="no span"),
        pytest.param(format_verdicts([VERDICT]).encode()[:-20], id="cut off"),
    ],
)
def test_a_damaged_file_is_put_aside_and_said_once(store: ReviewStore, content: bytes) -> None:
    store.folder.mkdir(parents=True)
    store.path(TEXTS).write_bytes(content)
    found = store.read(TEXTS)
    assert found.verdicts == ()
    assert Path(found.damaged).read_bytes() == content
    assert store.read(TEXTS) == review_store.Kept()
    store.write(TEXTS, [VERDICT])
    assert store.read(TEXTS).verdicts == (VERDICT,)


def test_fields_that_are_not_known_are_left_aside() -> None:
    written = format_verdicts([VERDICT]).replace('"kind"', '"later": 1, "kind"').replace('"version": 1', '"version": 2')
    assert parse(written) == (VERDICT,)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are others there")
def test_nobody_else_may_read_it(store: ReviewStore) -> None:
    store.write(TEXTS, [VERDICT])
    assert stat.S_IMODE(store.path(TEXTS).stat().st_mode) == 0o600
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


def test_a_write_that_fails_leaves_what_was_there(store: ReviewStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.write(TEXTS, [VERDICT])

    def fail(*_: object) -> None:
        raise OSError("no room")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="no room"):
        store.write(TEXTS, [VERDICT, VERDICT])
    assert store.read(TEXTS).verdicts == (VERDICT,)
    assert len(list(store.folder.iterdir())) == 1


def test_the_oldest_pairs_are_forgotten(store: ReviewStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(review_store, "MOST_PAIRS", 3)
    for number in range(5):
        store.write(Sides(str(number), ""), [VERDICT])
        os.utime(store.path(Sides(str(number), "")), (number, number))
    known = [number for number in range(5) if store.read(Sides(str(number), "")).verdicts]
    assert known == [2, 3, 4]


def test_of_the_texts_only_the_words_around_are_kept(store: ReviewStore) -> None:
    long = Sides("Secret opening. " * 20 + TEXTS.original + " Secret ending." * 20, TEXTS.rewrite)
    at = long.original.index("30")
    anchor = Anchor.at(Side.ORIGINAL, Span(at, at + 2), long.original)
    store.write(long, [Verdict(FindingKind.NUMBER, "number-lost", Sides(anchor, None), Ruling.FINE)])
    assert len(store.path(long).read_text(encoding="utf-8")) < 500
    assert len(anchor.before) == len(anchor.after) == 32


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        pytest.param("linux", {}, "/ann/.local/state/rewritediff/verdicts", id="linux"),
        pytest.param("linux", {"XDG_STATE_HOME": "/srv/state"}, "/srv/state/rewritediff/verdicts", id="named"),
        pytest.param("linux", {"XDG_STATE_HOME": "state"}, "/ann/.local/state/rewritediff/verdicts", id="relative"),
        pytest.param("win32", {"LOCALAPPDATA": "/ann/local"}, "/ann/local/RewriteDiff/verdicts", id="windows"),
        pytest.param("win32", {}, "/ann/AppData/Local/RewriteDiff/verdicts", id="windows without"),
        pytest.param("darwin", {}, "/ann/Library/Application Support/RewriteDiff/verdicts", id="macos"),
    ],
)
def test_state_stands_where_the_system_wants_it(platform: str, environment: dict[str, str], expected: str) -> None:
    assert state_folder(environment, platform, Path("/ann")).as_posix() == expected
