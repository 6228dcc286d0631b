"""Find where the sentences of one paragraph end; the only importer of the segmenter.

Two opinions make a boundary. The segmenter, which knows the abbreviations of many languages, proposes places; the rules here look at each
place where a sentence could end and decide. The segmenter sees the text without its quotation marks, because it would keep a quotation of
several sentences as one. Nothing here knows of paragraphs, roles or articles.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

import sentencex  # type: ignore[import-untyped]  # a compiled module without type information

from rewritediff.core.abbreviations import ORDINAL_STOP, YEAR_WORDS, ends_list, leads_on, opens_sentence
from rewritediff.core.progress import Tick, quiet, within

WINDOW = 5_000
"""Characters shown to the segmenter at once: its work grows with stops times brackets, 20,000 of both cost 0.18 s."""

TAIL = 1_000
"""Characters at the end of a window whose boundaries wait for the next window, which sees what follows them."""

PIECE = 500_000
"""Characters that a pattern reads at once, 20 ms at most: in between the caller may stop."""

LONGEST_WORD = 30
"""Characters looked at before a full stop: no abbreviation is longer, and a text without spaces stays linear."""

FULL_WORD = 4
"""Letters from which a word before a full stop is taken for no abbreviation where a digit or a small letter follows."""

_SPACE_BUT_PLAIN = re.compile(r"[^\S ]|[\u200b\ufeff]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_QUOTATION_MARK = re.compile(r"[\"“”„‟«»‹›「」『』《》〈〉]|(?<!\w)['‘’‚`´]+|['’‘`´]+(?!\w)")

_STOPS = ".!?…‥。．！？｡।॥؟۔።။។"
_WIDE_STOPS = "。．！？｡"
_STOP = re.compile(f"[{_STOPS}]")
_CANDIDATE = re.compile(
    # stops, also spaced out ("! ! !"), never a part of a run of them
    # but "end. . . . Next" has its full stop first and left-out words after it
    rf"(?P<stops>(?<=\w)\.(?=(?: \.){{3}} \w)|[{_STOPS}]++(?: [{_STOPS}]++(?!\S))*+)"
    # what closes with the sentence: quotation marks, brackets, a spaced » or ”, the number of a note
    r"(?P<closers>(?:[\"'`”’)\]}」』】〉》）］｣]|[“‘»«›‹](?![^\W_]))*+(?: [»”](?![^\s.,;:!?)]))?+(?:\[\d{1,3}\])*+)"
    r"(?P<gap>\s*+)"
    r"(?P<openers>(?:[\"'`“”„‘’‚»«›‹(\[{¿¡「『（【]\s?)*+)"
)
_WORD = re.compile(r"[^\W\d_]+")
_NOT_IN_WORD = re.compile(r"[\s\"“”„«»‹›()\[\]{}¿¡/,;:–—-]")
_ROMAN = re.compile(r"[IVXLC]+")
_NUMBER = re.compile(r"\d|[IVX]{2,}\b")
_ITEM_NUMBER = re.compile(r"\W*(?:\d{1,3}|[^\W\d_]|[IVX]+)?\Z")
_YEAR_BEFORE = re.compile(r"(?P<leading>(?:\A|,)\s*(?:\w{1,3} )?)?\b\d{3,4} \w\Z")
_ORDINAL = re.compile(r"\d{1,3}")
_ARABIC = re.compile(r"[\u0600-\u06ff]")
_CLUSTER = re.compile(r"[bcdfghjklmnpqrstvwxz]{2}\Z")
_ADDRESS = re.compile(r"[^\s@]{0,64}@")
_NARRATION = re.compile(r"[–—―-]\s*+")
_QUOTED_ON = re.compile(r"と(?!て)|って|という|[はがをに、]|라고|이라고|라며|라는|하고|고 ")
_INLINE_ITEM = re.compile(r"(?<!\S)(?P<bullet>[•⁃‣*]\s*)?(?P<number>\d{1,3}|[a-z])(?P<mark>\.\)|[.)])\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class _Place:
    """Hold one place where a sentence could end, and what stands around it."""

    text: str
    language: str
    start: int
    """Where the sentence so far begins."""
    before: int
    """Where the stops begin."""
    end: int
    """Behind the stops and what closes with them: the sentence would end here."""
    begin: int
    """Where the next sentence's first word begins, behind its opening marks."""
    stops: str
    word: str
    """The word before the stops, with its inner stops: "U.S" of "U.S."."""
    closed: bool
    gap: bool
    opened: bool
    proposed: bool
    """The segmenter would begin a sentence here."""
    is_small: bool
    """The whole text is written without capitals."""

    @property
    def next_word(self) -> str:
        found = _WORD.match(self.text, self.begin, self.begin + LONGEST_WORD)
        return found[0] if found else ""


def sentence_ends(text: str, language: str = "", tick: Tick = quiet) -> list[int]:
    """Return the offset behind each sentence of a paragraph, white space left out; the last one is the end of its last word or mark."""
    end = len(text.rstrip())
    if not end:
        return []
    shown = "".join(_SURROGATE.sub("\ufffd", _SPACE_BUT_PLAIN.sub(" ", piece)) for piece in _pieces(text[:end], within(tick, 0, 0.2)))
    ends = _item_ends(shown)
    if _CANDIDATE.search(shown):
        ends += _stop_ends(shown, language, ends, within(tick, 0.2, 1))
    return sorted({*ends, end})


def _pieces(text: str, tick: Tick) -> Iterator[str]:
    """Cut a text before spaces into pieces of some PIECE characters; patterns that stop at spaces find the same in them as in the whole."""
    start = 0
    while start < len(text):
        end = text.find(" ", start + PIECE)
        yield text[start : end if end >= 0 else len(text)]
        start = end if end >= 0 else len(text)
        tick(start / len(text))


def _stop_ends(shown: str, language: str, item_ends: list[int], tick: Tick) -> list[int]:
    unquoted = "".join(_QUOTATION_MARK.sub(lambda marks: " " * len(marks[0]), piece) for piece in _pieces(shown, within(tick, 0, 0.4)))
    proposed = list(_proposed(unquoted, language, within(tick, 0.4, 0.6)))
    closing = _closing_marks(shown)
    is_small = shown.islower()
    ends: list[int] = []
    start = 0
    for found in _candidates(shown, within(tick, 0.6, 1)):
        before, begin = found.span()
        end = closing.get(found.start("openers"), found.end("closers"))
        if end == len(shown):
            break
        item = bisect_right(item_ends, before)
        start = max(start, item_ends[item - 1]) if item else start
        first = bisect_right(proposed, before)
        place = _Place(
            text=shown,
            language=language,
            start=start,
            before=before,
            end=end,
            begin=begin,
            stops=found["stops"],
            word=_last_word(shown[max(start, before - LONGEST_WORD) : before]),
            closed=end > found.end("stops"),
            gap=bool(found["gap"]),
            opened=begin > end + len(found["gap"]),
            proposed=first < len(proposed) and proposed[first] <= begin,
            is_small=is_small,
        )
        if _is_boundary(place):
            ends.append(end)
            start = end
    return ends


def _candidates(shown: str, tick: Tick) -> Iterator[re.Match[str]]:
    """Find the places where a sentence could end; each begins with a stop, and stops are looked for piece by piece."""
    place = asked = 0
    while place < len(shown):
        if place >= asked:
            tick(place / len(shown))
            asked = place + WINDOW
        stop = _STOP.search(shown, place, place + PIECE)
        found = _CANDIDATE.match(shown, stop.start()) if stop else None
        if found:
            yield found
        place = found.end() if found else place + PIECE


def _last_word(before: str) -> str:
    return _NOT_IN_WORD.split(before)[-1]


def _closing_marks(shown: str) -> dict[int, int]:
    """Return start and end of each straight quotation mark that closes, every second one, and stands between spaces: `" I go. " Then`."""
    closing: dict[int, int] = {}
    place, closes = shown.find('"'), False
    while place >= 0:
        if closes and not shown[place - 1 : place].strip() and not shown[place + 1 : place + 2].strip():
            closing[place] = place + 1
        place, closes = shown.find('"', place + 1), not closes
    return closing


def _item_ends(shown: str) -> list[int]:
    """Return the ends of list items that stand in one line: "1. Flour 2. Eggs" counts up, so a sentence ends before the 2."""
    first = _INLINE_ITEM.match(shown, len(shown) - len(shown.lstrip()))
    if not first:
        return []
    ends: list[int] = []
    after, expected = first.end(), _following(first["number"])
    for item in _INLINE_ITEM.finditer(shown, after):
        if item["number"] != expected or item["mark"] != first["mark"] or bool(item["bullet"]) != bool(first["bullet"]):
            continue
        if body := shown[after : item.start()].rstrip():
            ends.append(after + len(body))
            after, expected = item.end(), _following(expected)
    return ends


def _following(number: str) -> str:
    return str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)


def _proposed(shown: str, language: str, tick: Tick) -> Iterator[int]:
    """Yield the offsets at which the segmenter would start a sentence, window by window."""
    start = 0
    while start < len(shown):
        tick(start / len(shown))
        window = shown[start : start + WINDOW]
        is_last = start + WINDOW >= len(shown)
        limit = len(window) if is_last else WINDOW - TAIL
        cut = 0
        for piece in _segment(window, language):
            if cut + len(piece) > limit:
                break
            cut += len(piece)
            yield start + cut
        # a window without a boundary in its second half is one long sentence: go on in its middle rather than see the first half again
        start += len(window) if is_last else max(cut, WINDOW // 2)


def _segment(window: str, language: str) -> list[str]:
    """Call the segmenter; where it fails, cut behind every stop."""
    try:
        return cast("list[str]", sentencex.segment(language or "en", window))
    except BaseException as failure:
        # Rust panics arrive as a class that cannot be imported and is no Exception
        if type(failure).__name__ != "PanicException":
            raise
        return re.findall(rf"[^{_STOPS}]*+[{_STOPS}]++\s*+|[^{_STOPS}]++", window)


def _is_boundary(place: _Place) -> bool:
    """Decide by the first rule that has something to say."""
    text, begin = place.text, place.begin
    if place.stops[-1] in _WIDE_STOPS:
        return _wide_stop_ends(place)
    following = text[begin : begin + 2]
    if not place.gap:
        return _ends_without_gap(place, following)
    if place.before - place.start < LONGEST_WORD and _ITEM_NUMBER.match(text, place.start, place.before):
        return False
    if following[:1] == ".":
        return place.stops == "."
    if following[:1] in ",;:)]/&" or _ADDRESS.match(text, begin):
        return False
    if narration := _NARRATION.match(text, begin):
        following = text[narration.end() : narration.end() + 2]
    if following[:1].islower():
        return _ends_before_small_letter(place, following)
    if _ARABIC.match(following) and place.stops[-1] in "….":
        # Arabic writes runs of dots where other languages write a dash
        return len(place.stops) == 1 and place.stops != "…" and _full_stop_ends(place)
    if place.closed and _QUOTED_ON.match(text, begin):
        return False
    return _full_stop_ends(place) if place.stops == "." else place.proposed


def _wide_stop_ends(place: _Place) -> bool:
    """Decide about 。！？, which need no space behind them."""
    text = place.text
    if place.stops == "．" and text[place.before - 1 : place.before].isdigit() and text[place.end : place.end + 1].isdigit():
        return False
    if place.closed and not place.gap and _QUOTED_ON.match(text, place.end):
        return False
    # a title between 《 and 》 may hold an exclamation mark
    near = max(place.start, place.before - LONGEST_WORD)
    return text.rfind("《", near, place.before) <= text.rfind("》", near, place.end)


def _ends_without_gap(place: _Place, following: str) -> bool:
    """Decide where no white space follows: "see.The next" ends, "example.Com", "p.m" and "Node.js" do not."""
    word = place.word
    if place.stops[-1] in "।॥؟۔":
        return not place.opened and following[:1].isalpha()
    if "\u3040" <= following[:1] <= "\u9fff":
        return place.stops[-1] in "!?" and not place.opened
    if place.stops != "." or place.closed or place.opened or "." in word or _ADDRESS.match(place.text, place.begin):
        return False
    is_sentence_like = following[:1].isupper() and (following[1:].islower() or following[1:] == " ")
    return is_sentence_like and len(word) > 1 and (word[-2:].islower() or word[-3:].isdigit())


def _ends_before_small_letter(place: _Place, following: str) -> bool:
    """Decide before a small letter: a sentence begins so only with a name like "iPhone", or in a text without any capital."""
    if place.closed:
        return False
    if following[1:].isupper() or place.is_small:
        return place.stops != "." or (len(place.word) >= FULL_WORD and place.word.isalpha())
    return False


def _full_stop_ends(place: _Place) -> bool:
    """Decide about a single full stop, which abbreviations, ordinals and initials have too."""
    word, language = place.word, place.language
    opens = opens_sentence(place.next_word, language)
    if place.closed:
        return place.proposed or opens or len(word) >= FULL_WORD
    if leads_on(word, language):
        return False
    if language in ORDINAL_STOP and (_ORDINAL.fullmatch(word) or _ROMAN.fullmatch(word)):
        return opens
    if word in YEAR_WORDS and (year := _YEAR_BEFORE.search(place.text[max(place.start, place.before - 2 * LONGEST_WORD) : place.before])):
        return (opens or place.proposed) and year["leading"] is None
    if _NUMBER.match(place.text, place.begin):
        return _ends_before_number(place)
    return place.proposed or ends_list(word, language) or (len(word) > 1 and "." not in word and opens)


def _ends_before_number(place: _Place) -> bool:
    """Decide before digits: "No. 5" and "Vol. II" lead on, "pages. 12 people" does not."""
    word = place.word
    if place.language in ("es", "it", "pt") and _CLUSTER.search(word):
        # no word of these languages ends in two consonants, but "párrf." does
        return False
    if word.isalpha() and word.lower() != word.upper():
        return len(word) >= FULL_WORD and (place.proposed or word.islower())
    return place.proposed
