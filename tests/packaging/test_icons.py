"""The icon's pictures as they are committed: containers written by hand, so their structure is read back by hand."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"


def png_size(png: bytes) -> tuple[int, int]:
    """Width and height stand at a fixed place, behind the signature and the first chunk's head."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    return width, height


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_a_picture_is_as_large_as_its_name_says(size: int) -> None:
    assert png_size((ICONS / f"rewritediff-{size}.png").read_bytes()) == (size, size)


def test_the_windows_icon_holds_the_pictures_that_its_entries_announce() -> None:
    data = (ICONS / "rewritediff.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", data)
    assert (reserved, kind) == (0, 1)
    sizes = []
    for index in range(count):
        side, _, _, _, _, depth, length, offset = struct.unpack_from("<BBBBHHII", data, 6 + 16 * index)
        assert depth == 32
        assert png_size(data[offset : offset + length]) == (side or 256, side or 256)
        sizes.append(side or 256)
    assert sizes == [16, 24, 32, 48, 64, 256]


def test_the_macos_icon_is_chunks_from_end_to_end() -> None:
    data = (ICONS / "rewritediff.icns").read_bytes()
    assert struct.unpack_from(">4sI", data) == (b"icns", len(data))
    sizes, offset = {}, 8
    while offset < len(data):
        kind, length = struct.unpack_from(">4sI", data, offset)
        sizes[kind] = png_size(data[offset + 8 : offset + length])[0]
        offset += length
    assert sizes == {b"icp4": 16, b"icp5": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
