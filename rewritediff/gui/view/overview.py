"""The whole comparison at a glance beside the scroll bar: the original left, the rewrite right, changes in their ink."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from rewritediff.core.values import Relation, Side
from rewritediff.gui import words
from rewritediff.gui.changes import row_preview
from rewritediff.gui.copied import Copied, Extents
from rewritediff.gui.row_ticks import Ticks
from rewritediff.gui.rows import MOVED_KIND, Column, Presentation
from rewritediff.gui.signals import signal
from rewritediff.gui.theme import LIGHT, Theme
from rewritediff.gui.view.flow import NO_ROWS
from rewritediff.gui.view.place import Viewport

WIDTH = 30
LANE = 8
GAP = 3
MARGIN = 6
TICK = 4.0
"""Pixels of a mark beside a lane."""
ROW_CHARACTERS = 60
"""What a row weighs beside its characters: the free space around it, so that short rows can be seen."""
LEAST = {Relation.OMITTED: 2, Relation.INSERTED: 2}
"""Pixels that a dropped or new sentence has at least, however long the texts are."""
CROWDED = 2
"""Rows on a pixel line from which they share it."""
LEAST_SHARE = 1.0
"""Pixels of a lane's width that each kind on such a line has at least."""
MOST_PIXELS = 60
"""Pixels that a row has at most, some lines of its text: the strip is as high as the view wherever there is something to scroll."""
ORDER = (Relation.SAME, Relation.EDITED, Relation.PARAPHRASED, Relation.INSERTED, Relation.OMITTED)
"""Painted in this order, so that the weightiest stays seen where many rows share a pixel."""

PLACE_OF = {relation: place for place, relation in enumerate(Relation)}

STILL = 4
"""Pixels that the mouse may move in a click."""

Numbers = npt.NDArray[np.float64]


class OverviewStrip(QWidget):
    """Paint all rows small, with a frame around those in view; clicking and dragging asks for another place."""

    place_wanted = signal(float)
    """A position in rows of the view: 12.5 is the middle of row 12."""
    folded_wanted = signal(int)
    """The place, among all rows, of a row that a fold hides: it was clicked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation: Presentation | None = None
        self._measures = NO_ROWS
        self._theme = LIGHT
        self._seen = Viewport(0.0, 0.0)
        self._starts: npt.NDArray[np.int64] = np.zeros(1, dtype=np.int64)
        """For each row of the view, and the end, its number here: of closed folds all rows are painted."""
        self._copied: Copied | None = None
        self._pressed_at: float | None = None
        self._ends: Numbers = np.zeros(1)
        """Where each row begins, 0 to 1, and last the end of all."""
        self._lanes = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Overview")
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 200)

    def set_presentation(self, presentation: Presentation | None) -> None:
        """Show the rows of another presentation."""
        self._presentation = presentation
        self._measures, self._starts = presentation.strip() if presentation else (NO_ROWS, np.zeros(1, dtype=np.int64))
        self._copied = presentation.options.copied if presentation else None
        weights = np.maximum(self._measures[:, Column.ORIGINAL], self._measures[:, Column.REWRITE]) + ROW_CHARACTERS
        self._ends = np.concatenate(([0.0], np.cumsum(weights))) / max(1.0, float(weights.sum()))
        self._forget()

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._forget()

    def set_viewport(self, seen: Viewport) -> None:
        """Frame the rows in view."""
        self._seen = seen
        self.update()

    def _forget(self) -> None:
        self._lanes = QPixmap()
        self.update()

    def _height(self) -> float:
        """Give the height of all rows: the widget's, less for few rows."""
        return float(min(self.height() - 2 * MARGIN, (len(self._ends) - 1) * MOST_PIXELS))

    def _y(self, position: float) -> float:
        position = float(np.interp(position, np.arange(len(self._starts)), self._starts))
        return MARGIN + float(np.interp(position, np.arange(len(self._ends)), self._ends)) * self._height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._forget()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().y()
        self._ask(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what was clicked inside a fold; dragging over folds leaves them closed."""
        if self._pressed_at is not None and abs(event.position().y() - self._pressed_at) < STILL and len(self._ends) > 1:
            row = min(int(self._position(event.position().y())), len(self._ends) - 2)
            if row not in self._starts:
                self.folded_wanted.emit(row)
        self._pressed_at = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._ask(event)
        elif QToolTip.isVisible():  # it follows at once what the first rest of the pointer has opened
            QToolTip.showText(event.globalPosition().toPoint(), self.preview(event.position().y()) or words.OVERVIEW, self)

    def _ask(self, event: QMouseEvent) -> None:
        if len(self._ends) > 1:
            position = self._position(event.position().y())
            self.place_wanted.emit(float(np.interp(position, self._starts, np.arange(len(self._starts)))))

    def _position(self, y: float) -> float:
        """Give the position among all rows of the strip, also folded ones, at a height."""
        return float(np.interp((y - MARGIN) / max(1.0, self._height()), self._ends, np.arange(len(self._ends))))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.preview(event.pos().y()) or words.OVERVIEW, self)
            return True
        return super().event(event)

    def preview(self, y: float) -> str:
        """Say what stands at a height of the strip: its relation and its first words; nothing beside the rows."""
        rows = self._presentation.passing() if self._presentation else ()
        if self._presentation is None or not rows or not MARGIN <= y <= MARGIN + self._height():
            return ""
        return row_preview(self._presentation.comparison, rows[min(int(self._position(y)), len(rows) - 1)])

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(self._theme.window))
        if len(self._ends) < 2:
            return
        if self._lanes.isNull():
            self._lanes = self._painted()
        painter.drawPixmap(0, 0, self._lanes)
        first, last = self._y(self._seen.first), self._y(self._seen.last)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.muted), 1))
        frame = QRectF(1.5, round(first) - 1.5, WIDTH - 3, max(6.0, round(last - first) + 3))
        painter.drawRoundedRect(frame, 3, 3)

    def _painted(self) -> QPixmap:
        """Paint both lanes once for this size, by pixel lines and not by rows: at 100,000 rows 10 ms and not 400."""
        ratio = self.devicePixelRatioF()
        pixmap = QPixmap(round(WIDTH * ratio), round(self.height() * ratio))
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        left = (WIDTH - 2 * LANE - GAP) / 2
        lines = max(1, round(self._height()))
        for side, x in zip(Side, (left, left + LANE + GAP), strict=True):
            if len(self._measures) > CROWDED * lines:
                self._paint_shares(painter, side, x, lines)
            else:
                for colour, start, end in self._stretches(side, lines):
                    painter.fillRect(QRectF(x, MARGIN + start, LANE, end - start), QColor(colour))
                if self._copied is not None:
                    self._paint_copied(painter, self._copied.extents[side], x, lines)
            if self._presentation is not None:
                self._paint_ticks(painter, self._presentation.ticks(side), x - TICK if side is Side.ORIGINAL else x + LANE, lines)
        painter.end()
        return pixmap

    def _paint_shares(self, painter: QPainter, side: Side, x: float, lines: int) -> None:
        """Divide the lane at each pixel line among the kinds that meet there; what is there at all is seen.

        If the weightiest kind took the whole line, one sentence in ten that was dropped would make all of a long text look dropped.
        """
        rank, colours = self._ranks(side)
        at = np.minimum(((self._ends[:-1] + self._ends[1:]) / 2 * lines).astype(np.int64), lines - 1)
        sizes = np.zeros((lines, len(colours)))
        np.add.at(sizes, (at, rank), np.diff(self._ends))
        sizes[:, 0] = 0
        whole = np.maximum(sizes.sum(axis=1, keepdims=True), 1e-12)
        widths = np.where(sizes > 0, np.maximum(sizes / whole * LANE, LEAST_SHARE), 0)
        ends = np.cumsum(widths / np.maximum(widths.sum(axis=1, keepdims=True), 1e-12) * LANE, axis=1)
        for number, colour in enumerate(colours[1:], 1):
            ink = QColor(colour)
            for line in np.flatnonzero(widths[:, number]).tolist():
                painter.fillRect(QRectF(x + ends[line, number - 1], MARGIN + line, ends[line, number] - ends[line, number - 1], 1), ink)

    def _paint_ticks(self, painter: QPainter, found: Ticks, x: float, lines: int) -> None:
        """Mark beside the lane where there is something to check, and with half of a mark where there is something to look at."""
        at = np.minimum((np.interp(found[:, 0], np.arange(len(self._ends)), self._ends) * lines).astype(np.int64), lines - 1)
        checks = np.unique(at[found[:, 1] > 0])
        ink = QColor(self._theme.finding)
        inner = TICK / 2 if x < WIDTH / 2 else 0  # beside the lane
        for line in np.setdiff1d(at, checks).tolist():
            painter.fillRect(QRectF(x + inner, MARGIN + line, TICK / 2, 1.5), ink)
        for line in checks.tolist():
            painter.fillRect(QRectF(x, MARGIN + line, TICK, 2), ink)

    def _paint_copied(self, painter: QPainter, extents: Extents, x: float, lines: int) -> None:
        """Paint what was copied over the whole lane, and over half of it where it is quoted."""
        edges = np.interp(extents[:, 1:3], np.arange(len(self._ends)), self._ends) * lines
        starts = np.minimum(np.floor(edges[:, 0]).astype(np.int64), lines - 1)
        ends = np.minimum(np.maximum(np.ceil(edges[:, 1]).astype(np.int64), starts + 1), lines)
        tone = QColor(self._theme.copied_strip)
        for quoted, width in ((1, LANE / 2), (0, LANE)):
            of_kind = extents[:, 3] == quoted
            for start, end in covered(starts[of_kind], ends[of_kind], lines):
                painter.fillRect(QRectF(x, MARGIN + start, width, end - start), tone)

    def _stretches(self, side: Side, lines: int) -> list[tuple[str, int, int]]:
        """Find the stretches of one colour in a lane, in pixels; rows are a pixel apart where there is room."""
        painted = np.zeros(lines, dtype=np.int64)
        rank, colours = self._ranks(side)
        tops = np.floor(self._ends[:-1] * lines + 0.5).astype(np.int64)
        bottoms = np.floor(self._ends[1:] * lines + 0.5).astype(np.int64)
        roomy = bottoms - tops > 3
        for number in range(1, len(colours)):
            rows = rank == number
            least = LEAST.get(ORDER[number - 1], 1) if number <= len(ORDER) else 1
            starts = np.minimum(tops[rows], lines - 1)
            ends = np.minimum(np.maximum(bottoms[rows] - roomy[rows], starts + least), lines)
            painted[is_covered(starts, ends, lines)] = number
        changes = [0, *(np.flatnonzero(np.diff(painted)) + 1).tolist(), lines]
        return [(colours[painted[a]], a, b) for a, b in pairwise(changes) if painted[a]]

    def _ranks(self, side: Side) -> tuple[npt.NDArray[np.int64], list[str]]:
        """Give each row's place in the order of painting, 0 where it shows nothing on this side, and the colour of each place."""
        rank = np.zeros(MOVED_KIND + 1, dtype=np.int64)
        rank[[PLACE_OF[relation] for relation in ORDER]] = range(1, len(ORDER) + 1)
        rank[MOVED_KIND] = len(ORDER) + 1
        if self._copied is not None:
            rank[:] = 1
        shown = self._measures[:, Column.ORIGINAL if side is Side.ORIGINAL else Column.REWRITE] > 0
        return np.where(shown, rank[self._measures[:, Column.KIND]], 0), ["", *map(self._theme.ink, ORDER), self._theme.moved]


Lines = npt.NDArray[np.int64]


def is_covered(starts: Lines, ends: Lines, lines: int) -> npt.NDArray[np.bool_]:
    """Tell for each pixel line whether one of some stretches covers it."""
    edges = np.zeros(lines + 1, dtype=np.int64)
    np.add.at(edges, starts, 1)
    np.add.at(edges, ends, -1)
    return np.cumsum(edges[:-1]) > 0


def covered(starts: Lines, ends: Lines, lines: int) -> list[tuple[int, int]]:
    """Give the stretches of pixel lines that are covered, joined where they meet."""
    found = is_covered(starts, ends, lines)
    edges = np.flatnonzero(np.diff(np.concatenate(([False], found, [False])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))
