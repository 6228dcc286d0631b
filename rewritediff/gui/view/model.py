"""The rows as a table of two columns: what screen readers read; the view paints without it."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from rewritediff.core.values import Side
from rewritediff.gui.row_words import spoken
from rewritediff.gui.rows import Presentation
from rewritediff.wording.labels import SIDES

Index = QModelIndex | QPersistentModelIndex
COLUMNS = tuple(Side)
NO_INDEX = QModelIndex()


class RowsModel(QAbstractTableModel):
    """Give the rows of a presentation to Qt, the original in column 0 and the rewrite in column 1."""

    def __init__(self) -> None:
        super().__init__()
        self._presentation: Presentation | None = None

    def show(self, presentation: Presentation | None) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._presentation = presentation
        self.endResetModel()

    def rowCount(self, parent: Index = NO_INDEX) -> int:
        return len(self._presentation.rows) if self._presentation and not parent.isValid() else 0

    def columnCount(self, parent: Index = NO_INDEX) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._presentation is None or not index.isValid():
            return None
        side = COLUMNS[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self._presentation, index.row(), side)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._presentation.content(index.row()).sides[side].text.text
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return SIDES[COLUMNS[section]] if orientation == Qt.Orientation.Horizontal else f"{section + 1:,}"
