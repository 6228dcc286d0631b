"""Findings on the paper: wavy lines under the words that they are about, flags in the outer margins beside their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Strength
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.layouts import CellLayout, WaveMark
from rewritediff.gui.view.page import Page
from rewritediff.wording import READ_YOURSELF, finding_said

BELOW = 8.4
"""Pixels, at zoom 1, from the baseline to the middle of a wave: below the lines that say what became of the words."""
WAVES = {Strength.CHECK: (1.8, 6.0, 1.4), Strength.LOOK: (1.3, 8.0, 0.9)}
"""Height over its middle, length and thickness of a wave in pixels at zoom 1; what is only to be looked at has a thinner, longer one."""
WIDTH, HEIGHT = 12.0, 12.0
"""Pixels of a flag's cloth at zoom 1: room for a figure of 12 pixels."""
FAINT = 0.35
"""Opacity of what marks a finding that was handled: still there to be found, and no longer calling."""
NEAR = 4
"""Pixels around a flag in which the mouse still reaches it."""
GRAVEST = {strength: place for place, strength in enumerate(Strength)}


@dataclass(frozen=True, slots=True)
class Flag:
    """Place the flag of one line, in the viewport."""

    box: QRectF
    strength: Strength | None
    """The gravest of its findings'; None where it has none, but a passage begins that is to be read by oneself."""
    findings: tuple[int, ...] = ()
    """The findings whose words begin in this line, by their numbers."""

    def is_near(self, point: QPointF) -> bool:
        return self.box.adjusted(-NEAR, -NEAR, NEAR, NEAR).contains(point)


def flags_of(page: Page, cell: CellLayout, top: float, left: float) -> list[Flag]:
    """Place the flags of a cell that begins at a height of the viewport; `left` is where they begin."""
    begins: dict[int, WaveMark] = {}
    for mark in cell.waves():
        if mark.wave.strength is not Strength.NOTE:
            begins.setdefault(mark.wave.finding, mark)
    marks = sorted(begins.values(), key=lambda mark: mark.line)
    flags = [_flag(page, list(group), top, left) for _, group in groupby(marks, key=lambda mark: mark.line)]
    eyes = (Flag(_box(page, box, top, left), None) for start in cell.unread for box in cell.boxes(start, start + 1))
    return [*flags, *eyes]


def _flag(page: Page, marks: Sequence[WaveMark], top: float, left: float) -> Flag:
    strength = min((mark.wave.strength for mark in marks), key=GRAVEST.__getitem__)
    return Flag(_box(page, marks[0].box, top, left), strength, tuple(sorted(mark.wave.finding for mark in marks)))


def _box(page: Page, line: QRectF, top: float, left: float) -> QRectF:
    height = HEIGHT * page.unit
    return QRectF(left, round(top + line.center().y() - height / 2), WIDTH * page.unit, height)


def flag_at(flags: Iterable[Flag], point: QPointF) -> Flag | None:
    """Find the flag under a point."""
    return next((flag for flag in flags if flag.is_near(point)), None)


def flag_words(comparison: Comparison, flag: Flag) -> str:
    """Say the findings of a flag, one a line."""
    return "\n".join(finding_said(comparison.findings[number]) for number in flag.findings) or READ_YOURSELF


def following(findings: Sequence[int], chosen: int | None) -> int:
    """Give the finding that a click on a flag chooses: the first, or the one after the chosen one."""
    return findings[(findings.index(chosen) + 1) % len(findings)] if chosen in findings else findings[0]


class FindingPainter:
    """Paint what tells of findings, with one painter, page and theme."""

    def __init__(self, painter: QPainter, page: Page, theme: Theme) -> None:
        self.painter = painter
        self.page = page
        self.theme = theme

    def ground(self, at: QPointF, cell: CellLayout, chosen: int | None) -> None:
        """Paint the ground of the words that the chosen finding is about; its frame says without colour that it was chosen."""
        if chosen is None:
            return
        area, deep = QPainterPath(), (BELOW - 4) * self.page.unit
        for mark in cell.waves():
            if mark.wave.finding == chosen and not mark.wave.whole:
                area.addRect(mark.box.translated(at).adjusted(-2.5, 0.5, 2.5, deep))
        if not area.isEmpty():
            self.painter.setPen(QPen(QColor(self.theme.finding), 1.2 * self.page.unit))
            self.painter.setBrush(QColor(self.theme.finding_fill))
            self.painter.drawPath(area.simplified())

    def waves(self, at: QPointF, cell: CellLayout, handled: frozenset[int] = frozenset()) -> None:
        """Paint the wavy lines of a cell, faint where a finding was handled."""
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        for mark in cell.waves():
            if mark.wave.drawn:
                self._wave(at, mark, FAINT if mark.wave.finding in handled else 1.0)

    def _wave(self, at: QPointF, mark: WaveMark, opacity: float) -> None:
        unit = self.page.unit
        height, length, thick = (size * unit for size in WAVES[mark.wave.strength])
        y, x, end = at.y() + mark.baseline + BELOW * unit, at.x() + mark.box.left(), at.x() + mark.box.right()
        path = QPainterPath(QPointF(x, y))
        up = True
        while x < end:
            x += length / 2
            path.quadTo(QPointF(x - length / 4, y + (-2 if up else 2) * height), QPointF(x, y))
            up = not up
        self.painter.save()
        self.painter.setClipRect(
            QRectF(at.x() + mark.box.left(), y - 3 * height, mark.box.width(), 6 * height), Qt.ClipOperation.IntersectClip
        )
        self.painter.setOpacity(self.painter.opacity() * opacity)
        self.painter.setPen(QPen(QColor(self.theme.finding), thick))
        self.painter.drawPath(path)
        self.painter.restore()

    def flags(self, flags: Iterable[Flag], chosen: int | None, handled: frozenset[int] = frozenset()) -> None:
        """Paint flags: what is to be checked filled, what is to be looked at as an outline, several on a line with their number.

        A flag whose findings were all handled is faint.
        """
        for flag in flags:
            if flag.strength is None:
                self._eye(flag.box)
                continue
            self.painter.save()
            self.painter.setOpacity(self.painter.opacity() * (FAINT if handled.issuperset(flag.findings) else 1.0))
            self._flag(flag, is_chosen=chosen in flag.findings)
            self.painter.restore()

    def _eye(self, box: QRectF) -> None:
        """Paint a quiet eye: a passage that nothing was found in, and that only a reader can judge."""
        unit, middle = self.page.unit, box.center()
        self.painter.setPen(QPen(QColor(self.theme.muted), 1.1 * unit))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        lid = QPainterPath(QPointF(box.left(), middle.y()))
        lid.quadTo(QPointF(middle.x(), middle.y() - 7 * unit), QPointF(box.right(), middle.y()))
        lid.quadTo(QPointF(middle.x(), middle.y() + 7 * unit), QPointF(box.left(), middle.y()))
        self.painter.drawPath(lid)
        self.painter.setBrush(QColor(self.theme.muted))
        self.painter.drawEllipse(middle, 1.3 * unit, 1.3 * unit)

    def _flag(self, flag: Flag, *, is_chosen: bool) -> None:
        painter, unit, box = self.painter, self.page.unit, flag.box
        ink, filled = QColor(self.theme.finding), flag.strength is Strength.CHECK
        if is_chosen:
            painter.setPen(QPen(ink, 1.2 * unit))
            painter.setBrush(QColor(self.theme.finding_fill))
            painter.drawRoundedRect(box.adjusted(-2.5 * unit, -2.5 * unit, 2.5 * unit, 2.5 * unit), 4, 4)
        painter.setPen(QPen(ink, 1.3 * unit))
        painter.setBrush(ink if filled else QColor(self.theme.paper))
        several = len(flag.findings) > 1
        painter.drawPath(cloth(box, unit, notched=not several))
        painter.drawLine(
            QPointF(box.left() + 0.7 * unit, box.top() + 0.5 * unit), QPointF(box.left() + 0.7 * unit, box.bottom() + 2 * unit)
        )
        if several:
            font = QFont(self.page.type.small)
            font.setPixelSize(round(11 * unit))
            font.setBold(True)
            painter.setFont(font)
            painter.setPen(QColor(self.theme.paper) if filled else ink)
            said = str(len(flag.findings)) if len(flag.findings) < 10 else "+"
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, said)


def cloth(box: QRectF, unit: float, *, notched: bool) -> QPainterPath:
    """Outline the cloth of a flag; with a notch it is a flag even where it is one colour, without it holds a figure."""
    path = QPainterPath(QPointF(box.left() + 0.7 * unit, box.top() + 0.7 * unit))
    bottom = box.bottom() - (3.5 if notched else 0.7) * unit
    right = box.right() - 0.7 * unit
    path.lineTo(right, box.top() + 0.7 * unit)
    if notched:
        path.lineTo(right - 3 * unit, (box.top() + bottom) / 2)
    path.lineTo(right, bottom)
    path.lineTo(box.left() + 0.7 * unit, bottom)
    path.closeSubpath()
    return path
