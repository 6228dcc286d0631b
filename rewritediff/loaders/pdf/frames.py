"""Pieces of lines -> frames: runs of lines below each other, in the order in which a person reads them.

The order in which a PDF was written is nearly always the order of reading, but for columns that were written line by line, and for
titles and boxes that a layout program wrote last. So lines are stacked first, and the stacks put in order afterwards: what stands above
comes first, and a column on the left before the one on its right (Breuel's rules, 2003); where neither holds, the order of writing does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rewritediff.loaders.pdf.lines import line_of
from rewritediff.loaders.pdf.values import Line

OPEN = 8
"""Stacks that a next line may still be laid on: columns side by side, never more than so many."""
STEP = 3.2
"""Letter sizes from one line to the next within a stack; double spacing is 2.4, and a blank line of it ends the stack."""
RECENT = 4
"""Lines that tell how wide a stack is: the title above two columns spans both."""
SAME_HEIGHT = 0.35
"""Letter sizes."""
ORDERED = 150
"""Stacks of one page that are put in order; a page with more is a form or a map, and is left as it was written."""


@dataclass(slots=True)
class Frame:
    """Hold lines below each other, top first."""

    lines: list[Line]
    left: float
    right: float
    is_table: bool = False
    """Its lines are cells, row by row."""

    @property
    def top(self) -> float:
        return self.lines[0].base + 0.8 * self.lines[0].size

    @property
    def bottom(self) -> float:
        return self.lines[-1].base - 0.2 * self.lines[-1].size

    def add(self, line: Line) -> None:
        last = self.lines[-1]
        if abs(last.base - line.base) < SAME_HEIGHT * line.size:
            self.lines[-1] = _side_by_side(last, line)
        else:
            self.lines.append(line)
        self.left, self.right = min(self.left, line.left), max(self.right, line.right)


def frames_of(pieces: Sequence[Line]) -> list[Frame]:
    """Stack pieces of lines in the order in which they were written."""
    frames: list[Frame] = []
    for piece in pieces:
        fit, best = 0.0, None
        for frame in frames[-OPEN:]:
            if (better := _fit(frame, piece)) > fit:
                fit, best = better, frame
        if best:
            best.add(piece)
        else:
            frames.append(Frame([piece], piece.left, piece.right))
    return _gathered(frames)


def _fit(frame: Frame, piece: Line) -> float:
    """Tell how well a piece goes on in a frame; nothing where it does not."""
    last = frame.lines[-1]
    size = max(last.size, piece.size)
    step = last.base - piece.base
    if step > STEP * size or step < -SAME_HEIGHT * size:
        return 0.0
    recent = frame.lines[-RECENT:]
    left, right = min([line.left for line in recent]), max([line.right for line in recent])
    if abs(step) < SAME_HEIGHT * size:
        # the rest of a line with a wide gap: within the width that the frame has shown so far
        inside = piece.left > last.right - size and piece.right < right + size and len(frame.lines) > 1
        near = -0.3 * size < piece.left - last.right < 0.6 * size
        return 2.0 if near else 0.01 if inside else 0.0
    overlap = min(right, piece.right) - max(left, piece.left)
    width = min(right - left, piece.right - piece.left) or 1.0
    return max(0.0, overlap / width) / step * size


def _side_by_side(one: Line, other: Line) -> Line:
    words = [*one.words, *other.words] if one.left <= other.left else [*other.words, *one.words]
    line = line_of(words, one.page)
    line.left = min(one.left, other.left)
    return line


def _gathered(frames: list[Frame]) -> list[Frame]:
    """Give the end of a first line, cut off at a wide gap before its frame had a width, back to its line."""
    done: list[Frame] = []
    for frame in frames:
        home = next((other for other in done[-2:] if len(frame.lines) == 1 and _is_rest(other, frame)), None)
        if home is None:
            done.append(frame)
        else:
            home.lines[0] = _side_by_side(home.lines[0], frame.lines[0])
    return done


def _is_rest(home: Frame, frame: Frame) -> bool:
    line = frame.lines[0]
    return (
        len(home.lines) > 1 and abs(home.lines[0].base - line.base) < SAME_HEIGHT * line.size and line.right < home.right + 0.3 * line.size
    )


def ordered(frames: list[Frame]) -> list[Frame]:
    """Put frames in the order of reading; of those that may come next, the one that was written first does."""
    if len(frames) > ORDERED:
        return frames
    frames = [part for frame in frames for part in _parted(frame, frames)]
    before = [[other for other in range(len(frames)) if _comes_before(frames, other, number)] for number in range(len(frames))]
    left = set(range(len(frames)))
    done: list[Frame] = []
    while left:
        # in a circle, which only overlapping frames make, what was written first comes first
        free = (number for number in sorted(left) if not any(other in left for other in before[number]))
        number = next(free, min(left))
        left.remove(number)
        done.append(frames[number])
    return done


def _parted(frame: Frame, frames: Sequence[Frame]) -> list[Frame]:
    """Part a frame where a column begins or ends beside it: its wide lines stand above or below both."""
    beside = [
        other
        for other in frames
        if other is not frame
        and _beside(frame.left, frame.right, other.left, other.right)
        and other.bottom < frame.top
        and other.top > frame.bottom
    ]
    parts: list[Frame] = []
    before: set[int] | None = None
    for line in frame.lines if beside and not frame.is_table else ():
        at = {id(other) for other in beside if other.bottom < line.base < other.top}
        if parts and (at == before or abs(line.right - parts[-1].right) < line.size):
            parts[-1].add(line)
        else:
            parts.append(Frame([line], line.left, line.right))
        before = at
    return parts or [frame]


def _comes_before(frames: list[Frame], one: int, other: int) -> bool:
    a, b = frames[one], frames[other]
    if one == other:
        return False
    if _beside(a.left, a.right, b.left, b.right):
        return a.top > b.top
    return a.right <= b.left + 1 and _beside(a.bottom, a.top, b.bottom, b.top)


def _beside(low: float, high: float, other_low: float, other_high: float) -> bool:
    return min(high, other_high) - max(low, other_low) > 0.1 * min(high - low, other_high - other_low)
