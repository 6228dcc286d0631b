"""Every text's characters made fit to be compared, shown and exported: line ends, NULs, halves of characters, what cannot be seen.

What a reader could notice is counted and said in a notice. Characters that steer the direction of writing or join letters stay in the
text, because some languages need them; they are counted too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rewritediff.core.lookalikes import lookalikes
from rewritediff.core.values import Notice

REPLACEMENT = "\ufffd"
LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
"""A form feed ends a page and a vertical tab is what a soft line break becomes on the clipboard: both end a line."""

HALVES = re.compile("[\ud800-\udfff]")
UNUSABLE = re.compile("[\0\ufffe\uffff]")
"""No program writes these on purpose, and an exported Word document may not hold them."""

INVISIBLE = re.compile("[\u00ad\ufeff\x01-\x08\x0e-\x1f\x7f-\x9f]")
"""Soft hyphens, byte order marks inside the text, terminal controls: removed, so that equal words are equal."""

STEERING = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\U000e0000-\U000e007f]")
"""Zero-width characters, writing directions and tags: kept."""

JOINER = "[\u200c\u200d]"
JOINED = re.compile(f"{JOINER}(?:(?<=[^\x00-\u058f].)(?=[^\x00-\u058f])|(?<=[\u0600-\u109f].))", re.DOTALL)
"""Joiners where they belong: inside emoji, and in Persian and Indic words. Nobody needs to be told of those. What stands before is
looked at last: a pattern that begins with it takes ten times as long."""

PIECE = 100_000
"""Characters cleaned at once, up to the end of their line: a pattern holds the interpreter while it runs, 2 ms for so many."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Hold a text and what was done to its characters."""

    text: str
    notices: tuple[Notice, ...] = ()


def clean(raw: str) -> Cleaned:
    """Make line ends line feeds, replace what is no character, remove what cannot be seen, strip the ends of lines."""
    if raw.isprintable():
        # one line without anything below but lookalikes, as most paragraphs are: a twentieth of the time
        text = raw.rstrip()
        count = 0 if text.isascii() else len(lookalikes(text))
        return Cleaned(text, (Notice("lookalikes", (("count", count),)),) if count else ())
    # a byte order mark at the very beginning is how the text was stored, not a part of it
    parts = [_cleaned(piece) for piece in _pieces(raw.removeprefix("\ufeff"))]
    counts = (sum(numbers) for numbers in zip(*(numbers for _, *numbers in parts), strict=True))
    text = "".join(text for text, *_ in parts).strip("\n")
    found = zip(("replaced-characters", "invisible-removed", "invisible-kept", "lookalikes"), counts, strict=False)
    return Cleaned(text, tuple(Notice(code, (("count", count),)) for code, count in found if count))


def _pieces(text: str) -> Iterator[str]:
    """Cut a text behind line feeds."""
    start = 0
    while start < len(text):
        end = text.find("\n", start + PIECE) + 1 or len(text)
        yield text[start:end]
        start = end


def _cleaned(raw: str) -> tuple[str, int, int, int, int]:
    """Clean some lines; count what was replaced, removed and kept, and the letters that only look Latin."""
    text = LINE_ENDS.sub("\n", raw)
    if HALVES.search(text):
        # two halves that were written apart are one character again; a half alone becomes U+FFFD
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    text, unusable = UNUSABLE.subn(REPLACEMENT, text)
    halves = text.count(REPLACEMENT) - raw.count(REPLACEMENT) - unusable
    text, invisible = INVISIBLE.subn("", text)
    steering = len(STEERING.findall(text)) - len(JOINED.findall(text))
    stripped = "\n".join(line.rstrip() for line in text.split("\n"))
    return stripped, unusable + halves, invisible, steering, len(lookalikes(text))
