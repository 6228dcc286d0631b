"""The streams inside an old Office file; the only importer of olefile."""

from __future__ import annotations

import struct

import olefile

from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason

DOCUMENT = "WordDocument"
TABLES = ("0Table", "1Table")
FAULTS = (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, OverflowError, struct.error, RecursionError)
"""What olefile raises on broken files: its own errors are OSErrors, the others slip through; its directory is walked by recursion."""


def open_streams(data: bytes, name: str) -> dict[str, bytes]:
    """Read the streams that hold a Word document; each is no longer than the file. Raises LoadError where there is none."""
    try:
        # damage elsewhere in the file is no reason not to read the text
        with olefile.OleFileIO(data, raise_defects=olefile.DEFECT_FATAL) as file:
            streams = {one: file.openstream(one).read() for one in (DOCUMENT, *TABLES) if file.exists(one)}
    except FAULTS as error:
        raise LoadError(name, Reason.DAMAGED) from error
    if DOCUMENT not in streams:
        raise LoadError(name, Reason.DAMAGED)
    # its list of sectors may go round in circles, which olefile follows for as many steps as there are sectors
    if any(len(stream) > len(data) + 512 for stream in streams.values()):
        raise LoadError(name, Reason.OVERBLOWN)
    return streams
