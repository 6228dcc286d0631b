"""What the mouse does over the rows: point, choose a row, choose text, follow a mark to the other end of a move."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Qt, QTimer

from rewritediff.core.values import Side
from rewritediff.gui.view.selection import Spot, TextSelection

DRAG_TICK = 30
"""Milliseconds between two steps of scrolling while text is chosen past the edge."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Say what lies under a point."""

    row: int
    side: Side
    offset: int | None
    """The nearest offset of the cell's text, None where it has none."""
    over_text: bool
    link: int | None
    """The row that a click leads to."""
    fold: int | None = None
    """The fold that a click opens or closes."""
    findings: tuple[int, ...] = ()
    """The findings of the flag that is there."""
    spot: Spot | None = None
    """Where choosing text begins or ends, where that is not counted in rows."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Hold what the pointer may ask of its view and tell it."""

    hit: Callable[[QPointF, Side | None], Hit | None]
    """Find what lies under a point, held to one side where it is given."""
    choose: Callable[[int, Side, bool], None]
    """Select a row; extending when told so."""
    follow: Callable[[int], None]
    """Show a row and select it."""
    turn: Callable[[int, int], None]
    """Open or close a fold, given its row and key."""
    find: Callable[[tuple[int, ...]], None]
    """Choose one of the findings of a flag."""
    word: Callable[[Hit], tuple[int, int]]
    scroll: Callable[[int], None]
    height: Callable[[], int]
    changed: Callable[[], None]


class Pointer(QObject):
    """Keep what the mouse points at and the text chosen with it."""

    def __init__(self, parent: QObject, ground: Ground) -> None:
        super().__init__(parent)
        self.hover: Hit | None = None
        self.selection: TextSelection | None = None
        self._ground = ground
        self._dragging = False
        self._last = QPointF()
        self._tick = QTimer(self)
        self._tick.setInterval(DRAG_TICK)
        self._tick.timeout.connect(self._drag_on)

    def forget(self) -> None:
        """Drop hover and selection: the rows are others now."""
        self.hover = self.selection = None
        self._dragging = False
        self._tick.stop()

    def clear_selection(self) -> bool:
        """Drop the chosen text; tell whether there was any."""
        had = bool(self.selection)
        self.selection = None
        self._ground.changed()
        return had

    def press(self, point: QPointF, *, extend: bool) -> None:
        """Begin choosing: a link is followed, text chosen from here on, the row selected."""
        hit = self._ground.hit(point, None)
        if hit is None:
            self.clear_selection()
        elif hit.link is not None:
            self._ground.follow(hit.link)
        elif hit.findings:
            self._ground.find(hit.findings)
        elif hit.fold is not None:
            self._ground.turn(hit.row, hit.fold)
        elif extend and self.selection is not None and hit.side is self.selection.side and hit.offset is not None:
            self.selection = self.selection.to(_spot(hit))
        else:
            self._dragging = hit.offset is not None
            self.selection = TextSelection(hit.side, _spot(hit), _spot(hit)) if self._dragging else None
            self._ground.choose(hit.row, hit.side, extend)
        self._ground.changed()

    def double_press(self, point: QPointF) -> None:
        """Choose the word under the point."""
        hit = self._ground.hit(point, None)
        if hit and hit.offset is not None:
            start, end = self._ground.word(hit)
            begin = _spot(hit)[0]
            self.selection = TextSelection(hit.side, (begin, start), (begin, end))
            self._ground.changed()

    def move(self, point: QPointF) -> Qt.CursorShape:
        """Follow the mouse: choose on while a button is held, else point; tell which cursor to show."""
        self._last = point
        if self._dragging and self.selection is not None:
            hit = self._ground.hit(point, self.selection.side)
            if hit and hit.offset is not None:
                self.selection = self.selection.to(_spot(hit))
            beyond = point.y() < 0 or point.y() > self._ground.height()
            self._tick.start() if beyond else self._tick.stop()
            self._ground.changed()
            return Qt.CursorShape.IBeamCursor
        hit = self._ground.hit(point, None)
        if _row(hit) != _row(self.hover) or _link(hit) != _link(self.hover):
            self._ground.changed()
        self.hover = hit
        if hit and (hit.link is not None or hit.fold is not None or hit.findings):
            return Qt.CursorShape.PointingHandCursor
        return Qt.CursorShape.IBeamCursor if hit and hit.over_text else Qt.CursorShape.ArrowCursor

    def release(self) -> None:
        """End choosing."""
        self._dragging = False
        self._tick.stop()

    def leave(self) -> None:
        """Point at nothing."""
        self.hover = None
        self._ground.changed()

    def _drag_on(self) -> None:
        y, height = self._last.y(), self._ground.height()
        self._ground.scroll(round(y if y < 0 else y - height))
        self.move(QPointF(self._last.x(), self._last.y()))


def _spot(hit: Hit) -> Spot:
    return hit.spot or (hit.row, hit.offset or 0)


def _row(hit: Hit | None) -> int | None:
    return hit.row if hit else None


def _link(hit: Hit | None) -> int | None:
    return hit.link if hit else None
