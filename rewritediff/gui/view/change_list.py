"""The list of changes: one line a passage, narrowed by typing; it follows what is selected in the texts."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from PySide6.QtCore import QAbstractListModel, QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from rewritediff.core.comparison import Comparison
from rewritediff.gui import words
from rewritediff.gui.changes import ChangeItem, change_item, changes, matching
from rewritediff.gui.choices import Typeface
from rewritediff.gui.rows import Presentation
from rewritediff.gui.signals import signal
from rewritediff.gui.theme import LIGHT, Theme, article_font, chrome_font
from rewritediff.gui.view.side_list import SideList, set_up

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole


class ChangesModel(QAbstractListModel):
    """Give the lines one by one, as they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._passages: tuple[int, ...] = ()

    def show(self, comparison: Comparison | None, passages: tuple[int, ...]) -> None:
        """Show other passages."""
        self.beginResetModel()
        self._comparison, self._passages = comparison, passages
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._passages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        if self._comparison is None or not index.isValid():
            return None
        if role not in (ITEM, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        item = change_item(self._comparison, self._passages[index.row()])
        if role == ITEM:
            return item
        return item.title if role == Qt.ItemDataRole.ToolTipRole else f"{item.title}, {item.place}: {item.text}"

    def line_at(self, places: dict[int, int], passage: int) -> int | None:
        """Find the line of a passage, or else the last one before it in the order of the rows."""
        wanted = places.get(passage, 0)
        line = bisect_right(self._passages, wanted, key=lambda number: places[number]) - 1
        return line if line >= 0 else None

    def row_of(self, passage: int | None) -> int | None:
        """Find the line of a passage."""
        return self._passages.index(passage) if passage in self._passages else None

    def passage(self, row: int) -> int:
        """Give the passage of a line."""
        return self._passages[row]


class ChangePainter(QStyledItemDelegate):
    """Paint a line: glyph and title in small words, the place at the right, the first words below."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.reading: int | None = None
        """The passage that is probably read: its line has a mark."""
        self._head, self._text = chrome_font(), article_font(0.85)
        self._head.setPixelSize(12)

    def set_typeface(self, typeface: Typeface) -> None:
        """Set the first words in other letters."""
        self._text = article_font(0.85, typeface)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        lines = QFontMetrics(self._head).height() + QFontMetrics(self._text).height()
        return QSize(max(120, option.rect.width()), lines + 21)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        item: ChangeItem = index.data(ITEM)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area.adjusted(0, 0, 0, -1), QColor(self.theme.current))
            painter.fillRect(QRect(area.x(), area.y(), 3, area.height() - 1), QColor(self.theme.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.theme.hover))
        elif item.passage == self.reading:
            painter.fillRect(QRect(area.x(), area.y(), 3, area.height() - 1), QColor(self.theme.edge))
        painter.fillRect(QRect(area.x(), area.bottom(), area.width(), 1), QColor(self.theme.rule))
        self._paint_words(painter, area.adjusted(10, 8, -10, -8), item)
        painter.restore()

    def _paint_words(self, painter: QPainter, area: QRect, item: ChangeItem) -> None:
        metrics = QFontMetrics(self._head)
        top = QRect(area.x(), area.y(), area.width(), metrics.height())
        painter.setFont(self._head)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight, item.place)
        room = top.width() - metrics.horizontalAdvance(item.place) - 30
        painter.drawText(top.adjusted(20, 0, 0, 0), 0, metrics.elidedText(item.title, Qt.TextElideMode.ElideRight, room))
        glyph = QFont(self._head)
        glyph.setBold(True)
        glyph.setPixelSize(14)
        painter.setFont(glyph)
        painter.setPen(QColor(self.theme.moved if item.moved else self.theme.ink(item.relation)))
        painter.drawText(
            QRect(top.x(), top.y() - 2, 18, top.height() + 4), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, item.glyph
        )
        painter.setFont(self._text)
        painter.setPen(QColor(self.theme.text))
        below = QRect(area.x(), top.bottom() + 5, area.width(), area.bottom() - top.bottom() - 4)
        painter.drawText(below, 0, QFontMetrics(self._text).elidedText(item.text, Qt.TextElideMode.ElideRight, below.width()))


class FilterField(QLineEdit):
    """Take words; the arrow down leads to the list, Escape takes the words away before it does anything else."""

    left = signal(bool)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)


class ChangeList(SideList):
    """Hold the field to type in and the list."""

    chosen = signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.field = FilterField()
        self.field.setPlaceholderText(words.FIND_CHANGE)
        self.field.setAccessibleName(words.FIND_CHANGE)
        self.field.setClearButtonEnabled(True)
        self.empty.setWordWrap(True)
        self.model = ChangesModel()
        self.painter = ChangePainter()
        self.list = QListView()
        set_up(self.list, self.model, self.painter, "Changes")
        self._presentation: Presentation | None = None
        self._selected: int | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(self.field)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        self.field.textChanged.connect(self._refresh)
        self.field.returnPressed.connect(self._enter)
        self.field.left.connect(lambda _: self._enter())
        self.list.selectionModel().currentChanged.connect(self._moved)

    def show_changes(self, presentation: Presentation | None) -> None:
        """List the changes of a presentation."""
        self._presentation = presentation
        self._refresh()

    def select(self, passage: int | None) -> None:
        """Follow the selection in the texts."""
        self._selected = passage
        row = self.model.row_of(passage)
        selection = self.list.selectionModel()
        if row is None:
            selection.clear()
        elif self.list.currentIndex().row() != row:
            index = self.model.index(row)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def _mark(self) -> None:
        """Mark the change that is probably read, or the last one above it."""
        passage = self._reading
        places = self._presentation.sheet.place_of if self._presentation else {}
        line = self.model.line_at(places, passage) if passage is not None else None
        reading = None if line is None else self.model.passage(line)
        if reading != self.painter.reading:
            self.painter.reading = reading
            if line is not None and not self.list.hasFocus():
                self.list.scrollTo(self.model.index(line), QListView.ScrollHint.EnsureVisible)
            self.list.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.painter.theme = theme
        self.list.viewport().update()

    def set_typeface(self, typeface: Typeface) -> None:
        """Set the first words of each change in other letters."""
        self.painter.set_typeface(typeface)
        self.list.doItemsLayout()

    def _refresh(self) -> None:
        found: tuple[int, ...] = ()
        typed = self.field.text()
        if self._presentation:
            found = matching(self._presentation, changes(self._presentation), typed)
        self.model.show(self._presentation.comparison if self._presentation else None, found)
        self.empty.setText(words.NO_MATCH.format(text=typed.strip()) if typed.strip() else words.NO_CHANGES)
        self.empty.setVisible(not found)
        self.list.setVisible(bool(found))
        self.select(self._selected)

    def _enter(self) -> None:
        if self.model.rowCount():
            self.list.setFocus()
            self.list.setCurrentIndex(self.model.index(0))

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid() and (passage := self.model.passage(index.row())) != self._selected:
            self._selected = passage
            self.chosen.emit(passage)
