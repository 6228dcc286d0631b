"""What stands between quotation marks in a text."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

import regex

from rewritediff.core.values import Span

OPENING = {"“": '”"', "„": '“”"', "«": "»", "»": "«", "「": "」", "『": "』", "‹": "›"}
ENDS = frozenset(".,!?…")
SIGNS = regex.compile(rf'[\n"{"".join(sorted({*OPENING, *"".join(OPENING.values())}))}]')
SINGLE = regex.compile(r"(?<![\p{L}\p{N}])(?:‘([^‘\n]{1,600}?)’|'((?:[^'\n]|(?<=\p{L})'(?=\p{L})){2,600}?)(?<!\s)')(?!\p{L})")
"""Single marks count only as a pair, and not inside a word: they are apostrophes otherwise."""


def quoted_spans(text: str, *, unopened: bool = False) -> list[Span]:
    """Find what stands between quotation marks, the marks left out; a quotation ends with its line at the latest.

    With `unopened` a closing mark without an opening one ends a quotation that began with its line.
    """
    found: list[Span] = []
    begin, closing, line = -1, "", 0
    for match in SIGNS.finditer(text):
        place, sign = match.start(), match.group()
        if begin >= 0 and (sign == "\n" or sign in closing):
            found.append(Span(begin, place))
            begin = -1
        elif begin < 0 and (sign in OPENING or (sign == '"' and _opens(text, place))):
            begin, closing = place + 1, OPENING.get(sign, '"')
        elif unopened and begin < 0 and sign in '"”' and text[place - 1 : place] in ENDS:
            found.append(Span(max(line, found[-1].end + 1 if found else 0), place))
        if sign == "\n":
            line = place + 1
    if begin >= 0:
        found.append(Span(begin, len(text)))
    return found


def _opens(text: str, place: int) -> bool:
    """Tell whether a straight mark can open: no space behind it, and it is no inch nor a closing mark whose opening one is missing."""
    behind, before = text[place + 1 : place + 2], text[place - 1 : place] if place else ""
    return bool(behind) and not behind.isspace() and not (before.isalnum() and not behind.isalnum())


@lru_cache(maxsize=4)
def with_single(text: str) -> tuple[Span, ...]:
    """Find the same, what a closing mark alone ends, and what stands between single marks outside of it."""
    found = quoted_spans(text, unopened=True)
    starts = [span.start for span in found]
    single = [Span(*match.span(1 if match.group(1) else 2)) for match in SINGLE.finditer(text)]
    return tuple(sorted([*found, *(span for span in single if not _touches(span, found, starts))]))


def _touches(span: Span, found: list[Span], starts: list[int]) -> bool:
    near = bisect_right(starts, span.end)
    return any(span.overlap(other) for other in found[max(0, near - 1) : near])
