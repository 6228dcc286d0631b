"""Subtitles (SubRip and WebVTT) -> Article: what is spoken, as running text, without the times.

A block is what is said between longer pauses, or by one speaker; sentences run on from one subtitle to the next. What a picture shows
(colours, places on the screen) is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import pairwise
from statistics import median_low

from rewritediff.core.values import Article, Block, Role
from rewritediff.loaders.article import article_from
from rewritediff.loaders.parts import Left, Part, left_out
from rewritediff.loaders.plain import readable_text
from rewritediff.loaders.source import Source

TIMES = re.compile(r"([\d:.,]*)\s*-->\s*([\d:.,]*)(?:\s.*)?")
"""Asked of a line without the white space around it: two stretches of white space beside each other would take quadratic time."""
NUMBER = re.compile(r"\s*\d{1,9}\s*")
ASIDE = re.compile(r"(NOTE|STYLE|REGION)(?:\s|\Z)")
"""How the blocks of WebVTT begin that are no subtitle."""
VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]*)>")
MARKS = re.compile(r"</?[a-zA-Z][^<>]*>|</?>|<[\d:.]+>|\{\\[^{}]*\}|\{[a-zA-Z]:[^{}]*\}")
"""Tags, the times at which single words light up, and the codes of ASS and MicroDVD."""
DASH = re.compile(r"(?:[-–—‐]\s?(?=[^\W\d_]|[\"“«¿¡\[(…])|>>+\s*(?=\S))")
ENDED = re.compile(r"[.!?…。！？؟।♪\])][\"'”’“»«)\]]*\Z")
WIDE = re.compile("[\u3000-\u9fff\uf900-\ufaff\uff00-\uffef]")

PAUSE = 2.0
"""Seconds of silence after which a sentence that is complete ends its block; between subtitles of one speech lie 0 to 1."""
USUAL_PAUSES = 3
"""Times the usual pause that it must also last: some programs leave a second between any two subtitles, others two."""
LONG_BLOCK = 1200
"""Characters from which a block ends with its sentence, where there are no pauses: twice a newspaper's paragraph."""
ROLLED_SHARE = 0.3
"""Of all subtitles so many begin with the end of the one before where lines roll up the screen; otherwise people repeat themselves."""


@dataclass(frozen=True, slots=True)
class _Cue:
    """Hold one subtitle: when it is shown, in seconds, where that can be read, and its lines."""

    start: float | None
    end: float | None
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """Hold one line, and whether a block ends before it for certain, or where the sentence before it is complete."""

    text: str
    speaks: bool = False
    paused: bool = False


def read_subtitles(source: Source) -> Article:
    """Read the spoken text of subtitles in any encoding."""
    text, notices = readable_text(source)
    left: Left = Left()
    cues = _unrolled(_cues(text, left))
    blocks = [Block(Role.BODY, spoken) for spoken in _blocks(_lines(cues, left))]
    return article_from(blocks, source.name, (*notices, *left_out(left)))


def _cues(text: str, left: Left) -> list[_Cue]:
    lines = _without_asides(text.split("\n"), left)
    at = [number for number, line in enumerate(lines) if "-->" in line and TIMES.fullmatch(line.strip())]
    left[Part.TIME] = len(at)
    # a file that was cut off begins in the middle of a subtitle
    cues = [_Cue(None, None, tuple(lines[: _label_start(lines, at[0], 0) if at else len(lines)]))]
    for number, (here, following) in enumerate(pairwise([*at, len(lines)])):
        last = number == len(at) - 1
        end = following if last else _label_start(lines, following, here + 1)
        found = TIMES.fullmatch(lines[here].strip())
        start, stop = (_seconds(found[1]), _seconds(found[2])) if found else (None, None)
        cues.append(_Cue(start, stop, tuple(_lines_below(lines, here, end))))
    return [_Cue(cue.start, cue.end, tuple(line.strip() for line in cue.lines if line.strip())) for cue in cues]


def _lines_below(lines: Sequence[str], here: int, end: int) -> Iterator[str]:
    """Give the lines below the times of a subtitle, but for the numbers of subtitles whose times are missing."""
    label = int(lines[here - 1]) if here and NUMBER.fullmatch(lines[here - 1]) else None
    for at in range(here + 1, end):
        counts_on = label is not None and not lines[at - 1].strip() and NUMBER.fullmatch(lines[at]) and int(lines[at]) == label + 1
        if counts_on and at + 1 < end and lines[at + 1].strip():
            label = int(lines[at])
        else:
            yield lines[at]


def _without_asides(lines: Sequence[str], left: Left) -> list[str]:
    """Leave out the head of WebVTT and its notes, styles and regions, each up to a blank line."""
    if not lines or not lines[0].startswith("WEBVTT"):
        return list(lines)
    kept: list[str] = []
    aside = True
    before = ""
    for line in lines[1:]:
        if not line.strip() or "-->" in line:
            aside = False
        elif not before.strip() and (found := ASIDE.match(line)):
            aside = True
            left[Part.COMMENT if found[1] == "NOTE" else Part.COMMAND] += 1
        kept.append("" if aside else line)
        before = line
    return kept


def _label_start(lines: Sequence[str], at: int, least: int) -> int:
    """Find where the number or name begins that stands above the times of a subtitle."""
    if at - 1 < least:
        return at
    above = lines[at - 1]
    apart = at - 2 < least or not lines[at - 2].strip()
    if above.strip():
        return at - 1 if apart or NUMBER.fullmatch(above) else at
    numbered = at - 2 >= least and NUMBER.fullmatch(lines[at - 2]) and (at - 3 < least or not lines[at - 3].strip())
    return at - 2 if numbered else at


def _seconds(time: str) -> float | None:
    r"""Read a time: "00:01:02,500" -> 62.5; None where it is none."""
    parts = time.replace(",", ".").split(":")
    try:
        numbers = [float(part) for part in parts[:3]]
    except ValueError:
        return None
    seconds = 0.0
    for number in numbers:
        seconds = seconds * 60 + number
    return seconds


def _unrolled(cues: Sequence[_Cue]) -> list[_Cue]:
    """Say each line once where subtitles roll up: there a line is shown again until two more have come."""
    spoken = [cue for cue in cues if cue.lines]
    repeated = [0, *(_repeated(before.lines, cue.lines) for before, cue in pairwise(spoken))]
    # the very same subtitle again is what somebody says again
    rolled = sum(cue.lines != before.lines for before, cue, count in zip(spoken, spoken[1:], repeated[1:], strict=False) if count)
    if rolled <= ROLLED_SHARE * len(spoken):
        return spoken
    return [_Cue(cue.start, cue.end, cue.lines[count:]) for cue, count in zip(spoken, repeated, strict=True)]


def _repeated(before: tuple[str, ...], lines: tuple[str, ...]) -> int:
    most = min(len(before), len(lines), 4)
    return next((count for count in range(most, 0, -1) if _bare(before[-count:]) == _bare(lines[:count])), 0)


def _bare(lines: Sequence[str]) -> list[str]:
    return [MARKS.sub("", line).strip() for line in lines]


def _lines(cues: Sequence[_Cue], left: Left) -> Iterator[_Line]:
    pauses = [_pause(before, cue) for before, cue in pairwise(cues)]
    long_pause = max(PAUSE, USUAL_PAUSES * median_low(pauses)) if pauses else PAUSE
    speaker = ""
    ended = True
    for number, cue in enumerate(cues):
        paused = number > 0 and pauses[number - 1] >= long_pause
        dashes = sum(bool(DASH.match(_said(line))) for line in cue.lines)
        for raw in cue.lines:
            voice = VOICE.search(raw)
            named = unescape(voice[1]).strip() if voice else speaker
            left[Part.SPEAKER] += bool(voice)
            text = _said(raw)
            dash = DASH.match(text) if dashes > 1 or ended else None
            text = text[dash.end() :] if dash else text
            if text:
                yield _Line(text, bool(dash) or named != speaker, paused)
                paused, ended, speaker = False, bool(ENDED.search(text)), named


def _said(raw: str) -> str:
    return unescape(MARKS.sub("", raw)).strip()


def _pause(before: _Cue, cue: _Cue) -> float:
    return cue.start - before.end if cue.start is not None and before.end is not None else 0.0


def _blocks(lines: Iterator[_Line]) -> Iterator[str]:
    parts: list[str] = []
    length = 0
    for line in lines:
        ends = parts and ENDED.search(parts[-1]) and (line.paused or length > LONG_BLOCK)
        if parts and (line.speaks or ends):
            yield "".join(parts)
            parts, length = [], 0
        if parts:
            parts.append(_between(parts[-1], line.text))
        parts.append(line.text)
        length += len(line.text)
    yield "".join(parts)


def _between(before: str, text: str) -> str:
    """Give what joins two lines: nothing behind a hyphen that joins two words, and in scripts without spaces."""
    hyphen = before.endswith(("-", "‐")) and before[-2:-1].isalpha() and text[0].islower()
    return "" if hyphen or (WIDE.match(before[-1]) and WIDE.match(text[0])) else " "
