"""Renders the pictures of the icon from resources/icons/rewritediff.svg: PNG in every usual size, .ico and .icns.

The drawing is the only source: change it, run `make icons`, commit what changed.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
DRAWING = ICONS / "rewritediff.svg"
PNG_SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 24, 32, 48, 64, 256)
ICNS_TYPES = {b"icp4": 16, b"icp5": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256, b"ic09": 512, b"ic10": 1024}
"""What Finder reads as PNG, and the pixels of each; ic12 and ic10 are 32 and 512 points on a fine display."""


def render(size: int) -> bytes:
    """Paint the drawing as a PNG of so many pixels each way."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Pack PNGs into the Windows format: a header, an entry of 16 bytes for each picture, then the pictures."""
    entries = []
    offset = 6 + 16 * len(pictures)
    for size, png in pictures.items():
        side = size % 256  # 0 stands for 256
        entries.append(struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(png), offset))
        offset += len(png)
    return struct.pack("<HHH", 0, 1, len(pictures)) + b"".join(entries) + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """Pack PNGs into the macOS format: chunks of a type, a length that counts its own 8 bytes, and the picture."""
    chunks = b"".join(struct.pack(">4sI", kind, 8 + len(png)) + png for kind, png in pictures.items())
    return struct.pack(">4sI", b"icns", 8 + len(chunks)) + chunks


def main() -> None:
    """Write every picture beside the drawing."""
    application = QGuiApplication([])
    for size in PNG_SIZES:
        (ICONS / f"rewritediff-{size}.png").write_bytes(render(size))
    (ICONS / "rewritediff.ico").write_bytes(ico({size: render(size) for size in ICO_SIZES}))
    (ICONS / "rewritediff.icns").write_bytes(icns({kind: render(size) for kind, size in ICNS_TYPES.items()}))
    del application  # lived until here because painting needs it


if __name__ == "__main__":
    main()
