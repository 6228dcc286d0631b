"""What one side writes the other reads; anything else is a FrameError."""

from __future__ import annotations

import os
from io import FileIO
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as some

from rewritediff.loaders.guarding.frames import HEAD, MARK, MAX_HEADER, Frame, FrameError, read_frame, write_frame

MEGABYTE = 1024 * 1024


def through_a_pipe(data: bytes, most: int = 100) -> Frame | None:
    """Let one side write these bytes and end, and read one frame from it."""
    inner, outer = os.pipe()
    with FileIO(inner, "rb") as reading, FileIO(outer, "wb") as writing:
        writing.write(data)
        writing.close()
        return read_frame(reading, most)


@given(some.dictionaries(some.text(), some.one_of(some.integers(), some.text(), some.booleans(), some.none())), some.binary(max_size=100))
def test_a_frame_comes_back_as_it_was_written(header: dict[str, object], body: bytes) -> None:
    inner, outer = os.pipe()
    with FileIO(inner, "rb") as reading, FileIO(outer, "wb") as writing:
        write_frame(writing, Frame(header, body))
        assert read_frame(reading, 100) == Frame(header, body)


def test_a_frame_larger_than_any_pipe_comes_back() -> None:
    inner, outer = os.pipe()
    frame = Frame({"size": 1}, b"x" * (5 * MEGABYTE))
    with FileIO(inner, "rb") as reading, FileIO(outer, "wb") as writing:
        thread = Thread(target=write_frame, args=(writing, frame))
        thread.start()
        assert read_frame(reading, 5 * MEGABYTE) == frame
        thread.join()


def test_the_end_is_no_frame() -> None:
    assert through_a_pipe(b"") is None


@pytest.mark.parametrize(
    "data",
    [
        b"R",
        b"something else altogether, and long enough",
        HEAD.pack(b"RDf0", 2, 0) + b"{}",
        HEAD.pack(MARK, 2, 101) + b"{}" + b"x" * 101,
        HEAD.pack(MARK, MAX_HEADER + 1, 0),
        HEAD.pack(MARK, 2, 5) + b"{}" + b"x",
        HEAD.pack(MARK, 20, 0) + b"{}",
        HEAD.pack(MARK, 2, 0) + b"[]",
        HEAD.pack(MARK, 2, 0) + b"{]",
        HEAD.pack(MARK, 2, 0) + b"\xff\xff",
        HEAD.pack(MARK, 50_000, 0) + b"[" * 50_000,
    ],
    ids=[
        *("half a head", "another program's words", "another version", "a body too large", "a header too large", "half a body"),
        *("half a header", "a list", "no JSON", "no UTF-8", "JSON without end"),
    ],
)
def test_what_is_no_frame_is_refused(data: bytes) -> None:
    with pytest.raises(FrameError):
        through_a_pipe(data)


@given(some.binary(max_size=60))
def test_any_bytes_are_a_frame_the_end_or_refused(data: bytes) -> None:
    try:
        found = through_a_pipe(MARK + data)
    except FrameError:
        return
    assert found is not None
    assert len(found.body) <= 100
