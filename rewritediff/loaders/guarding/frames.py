"""Frames on a pipe: a length, a JSON object and raw bytes, for the program and its worker.

Nothing here runs what was received, as pickle would: what comes out of a worker that a document has taken over is data, and of a size
that the reader of the frame sets. Knows nothing of documents.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from io import RawIOBase

HEAD = struct.Struct(">4sIQ")
MARK = b"RDf1"
MAX_HEADER = 1024 * 1024
"""Bytes of the JSON object: names, numbers and notices; texts of any length go as raw bytes."""


class FrameError(Exception):
    """Say that what was received is no frame, or one that is too large."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Hold one message."""

    header: Mapping[str, object]
    body: bytes | bytearray = b""


def write_frame(stream: RawIOBase, frame: Frame) -> None:
    """Write a frame to an unbuffered stream; blocks until the other side has taken it."""
    header = json.dumps(frame.header).encode()
    _write(stream, HEAD.pack(MARK, len(header), len(frame.body)) + header)
    _write(stream, frame.body)


def read_frame(stream: RawIOBase, most: int) -> Frame | None:
    """Read a frame with at most so many raw bytes, or None where the stream ended; FrameError for what is no frame."""
    head = _read(stream, HEAD.size)
    if not head:
        return None
    if len(head) < HEAD.size:
        raise FrameError("half a frame")
    mark, header_size, body_size = HEAD.unpack(head)
    # asked before anything is set aside for it
    if mark != MARK or header_size > MAX_HEADER or body_size > most:
        raise FrameError("no frame, or one that is too large")
    header, body = _read(stream, header_size), _read(stream, body_size)
    if len(header) < header_size or len(body) < body_size:
        raise FrameError("half a frame")
    return Frame(_object(header), body)


def _object(data: bytearray) -> Mapping[str, object]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise FrameError("no JSON") from error
    if not isinstance(found, dict):
        raise FrameError("no JSON object")
    return found


def _write(stream: RawIOBase, data: bytes | bytearray) -> None:
    left = memoryview(data)
    while left:
        # a pipe takes as much as it has room for
        left = left[stream.write(left) or 0 :]


def _read(stream: RawIOBase, size: int) -> bytearray:
    """Read so many bytes, or fewer where the stream ends."""
    data = bytearray(size)
    filled = 0
    with memoryview(data) as room:
        while filled < size and (count := stream.readinto(room[filled:])):
            filled += count
    del data[filled:]
    return data
