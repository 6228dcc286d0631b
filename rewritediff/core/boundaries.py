"""Find where the sentences of one paragraph end; the only importer of the segmenter.

Two opinions make a boundary. The segmenter, which knows the abbreviations of many languages, proposes places; the rules here look at each
place where a sentence could end and decide. It sees the text without its quotation marks, because it would keep a quotation of several
sentences as one. Nothing here knows of paragraphs, roles or articles.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

import sentencex

WINDOW = 20_000
"""Characters shown to the segmenter at once: its work grows with the square of the brackets it sees, 1 MB at once can cost seconds."""

TAIL = 2_000
"""Characters at the end of a window whose boundaries wait for the next window, which sees what follows them."""

_SPACE_BUT_PLAIN = re.compile(r"[^\S ]|[\u200b\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUOTATION_MARK = re.compile(r"[\"“”„‟«»‹›「」『』]|(?<!\w)['‘’‚`´]+|['’‘`´]+(?!\w)")

_STOPS = ".!?…‥。．！？｡।॥؟۔።။។"
_CLOSERS = "\"'”’“‘»«›‹)\\]}」』】〉》）］｣"
_CANDIDATE = re.compile(
    rf"(?P<stops>[{_STOPS}]+(?: [{_STOPS}]+(?![^\s{_STOPS}]))*)"
    rf"(?P<closers>[{_CLOSERS}]*(?: [»”](?![^\s.,;:!?)]))?(?:\[\d{{1,3}}\])*)"
    rf"(?P<gap>\s*)(?P<openers>[\"'“”„‘‚»«›‹(\[¿¡「『（【]*)"
)


def sentence_ends(text: str, language: str = "") -> list[int]:
    """Return the offset behind each sentence of a paragraph, white space left out; the last one is the end of its last word or mark."""
    end = len(text.rstrip())
    if not end:
        return []
    shown = _SURROGATE.sub("\ufffd", _SPACE_BUT_PLAIN.sub(" ", text[:end]))
    proposed = list(_proposed(_QUOTATION_MARK.sub(lambda marks: " " * len(marks[0]), shown), language))
    ends = [place.end("closers") for place in _CANDIDATE.finditer(shown) if place.end() < end and _is_boundary(place, proposed, language)]
    return [*ends, end]


def _proposed(shown: str, language: str) -> Iterator[int]:
    """Yield the offsets at which the segmenter would start a sentence, window by window."""
    start = 0
    while start < len(shown):
        window = shown[start : start + WINDOW]
        is_last = start + WINDOW >= len(shown)
        limit = len(window) if is_last else WINDOW - TAIL
        cut = 0
        for piece in _segment(window, language):
            if cut + len(piece) > limit:
                break
            cut += len(piece)
            yield start + cut
        start += len(window) if is_last else max(cut, WINDOW // 2)


def _segment(window: str, language: str) -> list[str]:
    """Call the segmenter; where it fails, cut behind every stop."""
    try:
        return sentencex.segment(language or "en", window)
    except BaseException as failure:
        # Rust panics arrive as a class that cannot be imported and is no Exception
        if type(failure).__name__ != "PanicException":
            raise
        return re.findall(rf"[^{_STOPS}]*[{_STOPS}]+\s*|[^{_STOPS}]+\Z", window)


def _is_boundary(place: re.Match[str], proposed: list[int], language: str) -> bool:
    text = place.string
    following = text[place.end() : place.end() + 1]
    stop = place["stops"][-1]
    if stop in "。！？｡．":
        return True
    if not place["gap"]:
        return False
    if following.islower() or following in ",;:)":
        return False
    return _was_proposed(place, proposed)


def _was_proposed(place: re.Match[str], proposed: list[int]) -> bool:
    index = bisect_left(proposed, place.start() + 1)
    return index < len(proposed) and proposed[index] <= place.end()
