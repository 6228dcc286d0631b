"""The lines of a frame -> paragraphs.

A paragraph shows by more than one sign: more space above it, a first line that stands in or out, other letters, a mark of a list, or a
line above it that ends where the next word would still have fitted. Typesetters use one or two of them, and each frame shows which.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from rewritediff.loaders.pdf.frames import Frame
from rewritediff.loaders.pdf.values import Line, Passage

MORE_SPACE = 1.22
"""Times the usual step from line to line: 1.15 is what vertical justification adds, 1.3 the smallest space that word processors put."""
LENIENT = 1.25
"""Times that much between a line without a full stop and one that begins with a small letter."""
INDENT = 0.6
"""Letter sizes; the smallest in print is one em, and optical margins shift lines by 0.3."""
DEEP = 6.0
"""Letter sizes: what stands further in is centred or set to the right, and no first line."""
OTHER_SIZE = 0.06
"""Share by which the letters of another paragraph are smaller or larger."""
STEPS = 5
"""Steps in a frame from which its own usual one is known."""
LOOSE = 1.45
"""Letter sizes: the widest step that is believed where hardly any were measured, as between the two lines of a title."""
ROOM = 0.18
"""Share of the width that stays free behind a line which ends a paragraph without a full stop."""
ENDED = re.compile(r"[.!?…:。！？؟۔।][\"'”’“‘»«›‹)\]}」』）\d*†‡]*\Z")
END = 40
"""Characters at whose end a full stop is looked for, with its quotation marks and reference marks."""
BULLET = re.compile("[•‣◦▪▫●○⁃∙·■□\uf0b7\uf0a7\uf0d8\uf076\uf0fc\u2756\u27a2\u2713\u2714]\\s*")
DASH = re.compile(r"[-–—*] ")
DASH_GAP = 0.45
"""Letter sizes behind a dash or star that begins a list item; a space is half of that, and a dash before it begins what somebody says."""
NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])(?= )")


def usual_steps(frames: Sequence[Frame], least: int = 1) -> dict[int, float]:
    """Measure for each size of letters, in half points, the commonest step from line to line, where there are so many steps at least."""
    steps: dict[int, list[int]] = {}
    for frame in frames:
        for above, below in pairwise(frame.lines):
            if _alike(above, below):
                steps.setdefault(round(2 * below.size), []).append(round(4 * (above.base - below.base)))
    return {size: _commonest(Counter(found), size / 2) for size, found in steps.items() if len(found) >= least}


def _commonest(steps: Counter[int], size: float) -> float:
    """Give the commonest step in points, of equally common ones the smallest; neighbours count together, as steps are rounded."""
    best = max(sorted(steps), key=lambda step: steps[step] + 0.5 * (steps[step - 1] + steps[step + 1])) / 4
    return best if sum(steps.values()) >= STEPS else min(best, LOOSE * size)


def has_ended(text: str) -> bool:
    """Tell whether a text ends with its sentence."""
    return not text[-1:].isalpha() and bool(ENDED.search(text, max(0, len(text) - END)))


class _Shape:
    """Know how the paragraphs of one frame look."""

    def __init__(self, frame: Frame, steps: dict[int, float]) -> None:
        lines = frame.lines
        lefts = Counter(round(line.left) for line in lines)
        self.edge = max(sorted(lefts), key=lambda left: lefts[left] + 0.5 * (lefts[left - 1] + lefts[left + 1]))
        self.width = frame.right - frame.left
        self.rights = frame.right
        self.steps = steps
        self.own = usual_steps([frame], STEPS)
        inward = [self.stands_in(line) for line in lines]
        alone = sum(one and not other for one, other in zip(inward, [*inward[1:], False], strict=True))
        self.first_lines_stand_in = sum(inward) > 0 and 2 * alone >= sum(inward) and 3 * sum(inward) <= 2 * len(lines)

    def stands_in(self, line: Line) -> bool:
        return INDENT * line.size < line.left - self.edge < DEEP * line.size

    def stands_out(self, line: Line) -> bool:
        return line.left < self.edge - INDENT * line.size

    def step(self, line: Line) -> float:
        """Give the usual step for the letters of a line."""
        size = round(2 * line.size)
        return self.own.get(size) or self.steps.get(size, 1.2 * line.size)

    def begins(self, above: Line, line: Line, started: Line) -> bool:
        """Tell whether a paragraph begins with a line, below another one in a paragraph that began with `started`."""
        # where code or a list in the same letters stands closer, the text's own step looks wide
        most = MORE_SPACE * self.step(line) * (LENIENT if line.text[:1].islower() and not has_ended(above.text) else 1.0)
        if not _alike(above, line) or above.base - line.base > most:
            return True
        if bullet_length(line) or (above.bold != line.bold and _ends_apart(above, line, self.rights)):
            return True
        if (self.centred(above) and self.centred(line)) or _about_one_middle(above, line):
            return False
        return self.indented(above, line, started) or self.had_room(above, line)

    def indented(self, above: Line, line: Line, started: Line) -> bool:
        near = abs(above.left - line.left) < 0.3 * line.size
        if self.stands_out(line):
            return not near or self.stands_out(above)
        if self.stands_in(line):
            hangs = started.left < line.left - INDENT * line.size and (bullet_length(started) or NUMBER.match(started.text))
            goes_on = line.text[:1].islower() and not has_ended(above.text)
            return not hangs and (not near or (self.first_lines_stand_in and not goes_on))
        return self.stands_in(above) and above is not started

    def had_room(self, above: Line, line: Line) -> bool:
        """Tell whether the first word of a line would have fitted on the line above it."""
        if above.divided:
            return False
        # « and its word are never parted
        first = line.words[min(len(line.words) - 1, not any(map(str.isalnum, line.words[0].text)))]
        room = self.rights - above.right - (min(first.first, first.right) - line.words[0].left) - 0.25 * line.size
        if has_ended(above.text):
            return room > 0.3 * line.size
        goes_on = line.text[:1].islower() or above.text[-1] in ",;–—-" or (above.bold and line.bold)
        return room > ROOM * self.width and not goes_on

    def centred(self, line: Line) -> bool:
        """Tell whether a line stands in the middle, away from both edges."""
        before, behind = line.left - (self.rights - self.width), self.rights - line.right
        return before > 2 * line.size and abs(before - behind) < 0.5 * line.size


def _about_one_middle(one: Line, other: Line) -> bool:
    """Tell whether two lines of different length stand centred above each other."""
    return abs(one.left + one.right - other.left - other.right) < 0.8 * one.size and abs(one.left - other.left) > INDENT * one.size


def paragraphs_of(frame: Frame, steps: dict[int, float]) -> list[Passage]:
    """Cut the lines of a frame into paragraphs."""
    shape = _Shape(frame, steps)
    paragraphs: list[Passage] = []
    for line in frame.lines:
        if paragraphs and not shape.begins(paragraphs[-1].lines[-1], line, paragraphs[-1].lines[0]):
            paragraphs[-1].lines.append(line)
        else:
            paragraphs.append(Passage([line], first_indented=shape.stands_in(line)))
    return paragraphs


def bullet_length(line: Line) -> int:
    """Count the characters with which a list item begins; nothing where it is none."""
    found = BULLET.match(line.text)
    if found and len(line.text) > found.end():
        return found.end()
    if DASH.match(line.text):
        gaps = [after.left - before.right for before, after in zip(line.words, line.words[1:], strict=False)]
        if gaps[0] > DASH_GAP * line.size and gaps[0] > 1.5 * max(gaps[1:], default=0.0):
            return 2
    return 0


def _alike(one: Line, other: Line) -> bool:
    return one.size == other.size or abs(one.size - other.size) <= OTHER_SIZE * max(one.size, other.size)


def _ends_apart(above: Line, line: Line, right: float) -> bool:
    """Tell whether bold letters end with their line, and not in the midst of a sentence."""
    return right - above.right > 2 * line.size or has_ended(above.text) or line.text[:1].isupper()
