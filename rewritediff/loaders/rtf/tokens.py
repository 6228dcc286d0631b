"""RTF's bytes -> tokens: braces, control words with their number, bytes of text; and where a group ends.

One compiled pattern reads everything, so that 60 MB take one pass; a group that is left out is only searched for its end.
"""

from __future__ import annotations

import re

TOKEN = re.compile(
    rb"[\r\n\0]+"
    rb"|(?P<open>\{)"
    rb"|(?P<close>\})"
    rb"|\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d+)? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<symbol>[^a-zA-Z])"
    rb"|(?P<text>[^\\{}\r\n\0]+)"
    rb"|\\"
)
SKIPPED = re.compile(rb"[{}]|\\bin(?P<bytes>\d{1,10}) ?|\\[^a-zA-Z]|\\[a-zA-Z]{1,32}", re.DOTALL)
"""What is looked at where a group is left out: braces, and what may hide one."""

LIMIT = 2**31 - 1
DIGITS = 11
"""More are no number of RTF; Python refuses to read 4,300."""


def number_of(digits: bytes) -> int:
    """Read a control word's number, held to 32 bits."""
    return max(-LIMIT, min(LIMIT, int(digits[:DIGITS])))


def end_of_group(data: bytes, position: int) -> int:
    """Find where the group ends in which a position lies: before its closing brace, or at the end of the data."""
    depth = 0
    while found := SKIPPED.search(data, position):
        mark = data[found.start()]
        position = found.end()
        if mark == 0x7B:
            depth += 1
        elif mark == 0x7D:
            if not depth:
                return found.start()
            depth -= 1
        elif found["bytes"]:
            position = after_binary(data, position, int(found["bytes"]))
    return len(data)


def after_binary(data: bytes, position: int, length: int) -> int:
    """Find where data of a picture end; more than there are is a mistake, and nothing is passed over."""
    return position + length if 0 < length <= len(data) - position else position
