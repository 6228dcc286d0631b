"""The text that a row shows of one side, and where each of its characters stands in the document.

    "One sentence,\\n    broken.  Another." -> "One sentence, broken. Another."

Nothing is normalised away in the document: white space is only shown as one blank where it breaks lines or runs on.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from rewritediff.core.values import Document, Role, Span

WIDE_SPACE = re.compile(r"\s{2,}|[\n\r\t\v\f\x1c-\x1f\x85\u2028\u2029]")
"""White space that would break a line or tear a hole; a single blank of any kind stays as it is."""
UNPAIRED = re.compile("[\ud800-\udfff]")
"""Halves of characters, left over from damaged files: Qt cannot take them."""
LINE_SEPARATOR = "\u2028"


@dataclass(frozen=True, slots=True)
class ShownText:
    """Hold a text as it is shown, and for each stretch of it where it starts here and where in the document."""

    text: str = ""
    shown: tuple[int, ...] = (0,)
    document: tuple[int, ...] = (0,)

    def to_document(self, offset: int) -> int:
        """Turn an offset of the shown text into one of the document."""
        stretch = bisect_right(self.shown, offset) - 1
        return self.document[stretch] + offset - self.shown[stretch]

    def to_shown(self, offset: int) -> int:
        """Turn an offset of the document into the nearest one of the shown text."""
        stretch = max(0, bisect_right(self.document, offset) - 1)
        after = self.shown[stretch + 1] - 1 if stretch + 1 < len(self.shown) else len(self.text)
        return max(0, min(self.shown[stretch] + offset - self.document[stretch], after))

    def clip(self, span: Span) -> tuple[int, int] | None:
        """Find what a span of the document covers here; None where it covers nothing."""
        start, end = self.to_shown(span.start), self.to_shown(span.end)
        return (start, end) if start < end else None

    def cut(self, start: int, end: int) -> str:
        """Cut a piece out as plain text."""
        return self.text[start:end].replace(LINE_SEPARATOR, "\n")


NOTHING = ShownText()


def shown_text(document: Document, sentences: tuple[int, ...]) -> ShownText:
    """Cut a run of sentences from a document as it is to be shown."""
    if not sentences:
        return NOTHING
    first, last = document.sentences[sentences[0]], document.sentences[sentences[-1]]
    text = UNPAIRED.sub("\ufffd", document.text[first.start : last.end])
    if first.role is Role.CODE:
        return ShownText(text.replace("\n", LINE_SEPARATOR), (0,), (first.start,))
    return _spaced(text, first.start)


def _spaced(text: str, start: int) -> ShownText:
    pieces: list[str] = []
    shown, places = [0], [start]
    at = length = 0
    for match in WIDE_SPACE.finditer(text):
        pieces += (text[at : match.start()], " ")
        length += match.start() - at + 1
        at = match.end()
        shown.append(length)
        places.append(start + at)
    return ShownText("".join((*pieces, text[at:])), tuple(shown), tuple(places))
