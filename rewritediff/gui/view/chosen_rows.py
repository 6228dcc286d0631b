"""Which rows of the comparison are chosen: asked for from elsewhere, stepped to, or moved to with the keys."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from rewritediff.core.values import Side
from rewritediff.gui.signals import signal
from rewritediff.gui.view.model import COLUMNS
from rewritediff.gui.view.reading_view import TwoLayouts

TURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
"""Keys that open a closed fold and close an open one."""


class ChosenRows(TwoLayouts):
    """Let rows be chosen, one as the current one or several in a row."""

    passage_selected = signal(int)
    """A passage was chosen, by mouse or keyboard."""
    fold_turned = signal(int)
    """The fold with this key was opened or closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._anchor = 0
        """The row from which Shift extends the selection."""
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)

    def select_passage(self, passage: int, *, centre: bool = True) -> None:
        """Select the row that begins a passage and bring it into view; nothing happens while a filter hides it."""
        row = self._presentation.row_of(passage) if self._presentation else None
        if row is not None:
            self._choose(row)
            self.bring(row, centre=centre)

    def keep_in_view(self) -> None:
        """Bring the selected row into view."""
        row = self._current_row()
        if row is not None:
            self.bring(row, centre=False)

    def current_passage(self) -> int | None:
        """Give the selected passage."""
        row = self._current_row()
        return None if row is None else self._shown().rows[row].passage

    def passage_in_view(self) -> int | None:
        """Give the selected passage while its row is seen."""
        row = self._current_row() if self._presentation else None
        return None if row is None or row not in self.rows_in_view() else self.current_passage()

    def chosen_row(self) -> int | None:
        return self._current_row()

    def spoken(self) -> str:
        """Say the current row as a screen reader does."""
        index = self.currentIndex()
        return str(self._model.data(index, Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else ""

    def reading_place(self) -> int:
        """Give the place among all rows of the current row while it is seen, else of the first one in view."""
        if not len(self._flow):
            return 0
        seen, current = self.rows_in_view(), self._current_row()
        return int(self._shown().places[current if current is not None and current in seen else seen.start])

    # steps

    def step(self, direction: int, kinds: frozenset[str] | None = None) -> int | None:
        """Select the next changed passage, or the one before; give it, None where there is no further one."""
        row = self._presentation.step(self._step_from(direction), direction, kinds) if self._presentation else None
        if row is None:
            return None
        self._choose(row)
        self.bring(row, centre=True)
        return self._shown().rows[row].passage

    def _step_from(self, direction: int) -> int | None:
        """Begin at the selected row, else beside the rows in view: whoever scrolled does not want to be taken back to the beginning."""
        row, seen = self._current_row(), self.rows_in_view()
        if row is not None or not seen:
            return row
        return (seen.start - 1 if seen.start else None) if direction > 0 else seen.stop

    def other_end(self) -> int | None:
        """Find the next row of the current one's passage, as where a move left from where it came to; None where there is none."""
        row = self._current_row()
        return self._presentation.other_end(row) if self._presentation and row is not None else None

    def go_to_other_end(self) -> bool:
        """Go to the next row of the current one's passage; tell whether there is one."""
        other = self.other_end()
        if other is not None:
            self._follow(other)
        return other is not None

    # rows

    def _current_row(self) -> int | None:
        # Qt makes a first row the current one when the keyboard comes: nobody chose that
        index = self.currentIndex()
        return index.row() if index.isValid() and self.selectionModel().isRowSelected(index.row()) else None

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def _choose(self, row: int, side: Side | None = None, *, extend: bool = False) -> None:
        """Make a row the current one, alone or with all rows since the one chosen first."""
        flags = QItemSelectionModel.SelectionFlag
        column = self.currentIndex().column() if side is None else COLUMNS.index(side)
        index = self._model.index(row, max(0, column))
        self._anchor = min(self._anchor, len(self._flow) - 1) if extend else row
        chosen = QItemSelection(self._model.index(self._anchor, 0), self._model.index(row, 0))
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        self.viewport().update()

    def _choose_by_hand(self, row: int, side: Side | None = None, *, extend: bool = False) -> None:
        self._choose(row, side, extend=extend)
        self.passage_selected.emit(self._shown().rows[row].passage)

    def _follow(self, row: int) -> None:
        self._choose_by_hand(row)
        self.bring(row, centre=True)

    # keys

    def _moved_by(self, event: QKeyEvent) -> bool:
        """Move the current row, or the current side, as a key says; tell whether the key says so."""
        count, row = len(self._flow), self._current_row()
        key = Qt.Key(event.key())
        others = Qt.KeyboardModifier.AltModifier
        if key not in (Qt.Key.Key_Home, Qt.Key.Key_End):  # with Ctrl they lead to the ends too, as in any text
            others |= Qt.KeyboardModifier.ControlModifier
        if not count or event.modifiers() & others:
            return False
        if row is not None and self._turned_by(row, key):
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._choose(row or 0, Side.ORIGINAL if key == Qt.Key.Key_Left else Side.REWRITE)
            return True
        targets = self._targets(row)
        if key not in targets:
            return False
        target = max(0, min(targets[key], count - 1))
        self._choose_by_hand(target, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self.bring(target, centre=False)
        return True

    def _turned_by(self, row: int, key: Qt.Key) -> bool:
        """Open or close the fold of a row as a key says, as in any tree; tell whether the key says so."""
        shown = self._shown()
        line = shown.content(row).fold
        if line is not None:
            opens = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False, **dict.fromkeys(TURNS, not line.is_open)}.get(key)
            if opens is not None and opens is not line.is_open:
                self.fold_turned.emit(line.key)
            return opens is not None
        around = shown.fold_around(row) if key == Qt.Key.Key_Left and self.currentIndex().column() == 0 else None
        if around is not None:
            self.fold_turned.emit(around.key)
        return around is not None

    def _targets(self, row: int | None) -> dict[Qt.Key, int]:
        """Give the row that each key leads to."""
        first = self.rows_in_view().start
        at, page = (first if row is None else row), self.viewport().height() - int(self._page.type.advance(0))
        below, above = (self.row_a_page_off(at, by) for by in (page, -page))
        return {
            Qt.Key.Key_Up: at - 1 if row is not None else at,
            Qt.Key.Key_Down: at + 1 if row is not None else at,
            Qt.Key.Key_PageUp: min(above, at - 1),
            Qt.Key.Key_PageDown: max(below, at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._flow) - 1,
        }
