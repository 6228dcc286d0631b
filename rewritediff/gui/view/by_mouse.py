"""What the mouse does in the comparison: it chooses rows and text, turns folds, and follows flags and arrows.

Which press means what is decided in `pointer`, what lies under a point in `paper` and `spread`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from rewritediff.core.values import Side
from rewritediff.gui.choices import Layout
from rewritediff.gui.rich_text import Clip
from rewritediff.gui.signals import signal
from rewritediff.gui.view.chosen import chosen_passages, chosen_words, copied
from rewritediff.gui.view.chosen_rows import ChosenRows
from rewritediff.gui.view.flags import following
from rewritediff.gui.view.pointer import Ground, Hit, Pointer
from rewritediff.gui.view.selection import word_at
from rewritediff.gui.view.spots import chosen_in, span_of


class ByMouse(ChosenRows):
    """Let rows and text be chosen with the mouse."""

    finding_chosen = signal(int)
    """A finding was chosen by its flag, given its number."""
    menu_wanted = signal(QPoint)
    """What can be done with the selected rows was asked for, at a point of the screen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer = Pointer(self, self._ground())
        self._finding: int | None = None
        """The finding that is chosen: a flag that stands for several leads from one to the next."""
        self.setMouseTracking(True)

    def copied(self) -> Clip:
        """Give the chosen text, or else both sides of the selected rows with their relation."""
        return copied(self._presentation, self._spread, self._pointer.selection, self._selected_rows())

    def chosen_words(self) -> str:
        """Give the chosen text where it stands in one row."""
        return chosen_words(self._presentation, self._spread, self._pointer.selection)

    def selected_passages(self) -> list[int]:
        """List the passages of the selected rows, or of those that the chosen text runs through."""
        return chosen_passages(self._presentation, self._spread, self._pointer.selection, self._selected_rows())

    def set_layout(self, layout: Layout) -> None:
        if layout is self.layout_shown:
            return
        chosen = self._pointer.selection
        span = span_of(self._shown(), self._spread, chosen) if chosen else None
        self._pointer.forget()
        super().set_layout(layout)
        if chosen and span:
            self._pointer.selection = chosen_in(self._shown(), self._spread, chosen.side, span)

    # what the pointer stands on

    def _ground(self) -> Ground:
        return Ground(
            hit=self.hit,
            choose=lambda row, side, extend: self._choose_by_hand(row, side, extend=extend),
            follow=self._follow,
            turn=self._turn,
            find=lambda findings: self.finding_chosen.emit(following(findings, self._finding)),
            word=self._word,
            scroll=lambda by: self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by),
            height=lambda: self.viewport().height(),
            changed=lambda: self.viewport().update(),
        )

    def _turn(self, row: int, key: int) -> None:
        self._choose_by_hand(row)
        self.fold_turned.emit(key)

    def _word(self, hit: Hit) -> tuple[int, int]:
        text = self._shown().content(hit.row).sides[hit.side].text
        if self._spread and hit.spot:
            text = self._spread.set(hit.side, hit.spot[0]).flowed.shown.text
        return word_at(text.text, hit.offset or 0)

    # what Qt tells

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.press(event.position(), extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.double_press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.viewport().setCursor(self._pointer.move(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.leave()
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the row under the pointer, unless it is among those selected, and ask for its menu; a key asks for the current row's."""
        row = self._current_row()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            hit = self.hit(QPointF(event.pos()), None)
            row = hit.row if hit else None
            if row is not None and row not in self._selected_rows():
                self._pointer.clear_selection()
                self._choose_by_hand(row)
        if row is not None:
            below = QPoint(round(self._page.text(Side.ORIGINAL)), self.visualRect(self._model.index(row, 0)).bottom())
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            self.menu_wanted.emit(event.globalPos() if by_mouse else self.viewport().mapToGlobal(below))
        event.accept()
