"""How the lists beside the texts behave alike: what is probably read is marked, and their rows are of one height."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QListView, QStyledItemDelegate, QWidget


class SideList(QWidget):
    """Hold what every such list remembers; it is marked as soon as it is seen."""

    def __init__(self) -> None:
        super().__init__()
        self.empty = QLabel()
        self.empty.setProperty("role", "muted")
        self.empty.setContentsMargins(10, 6, 10, 6)
        self._reading: int | None = None

    def follow(self, passage: int | None) -> None:
        """Mark the passage that is probably read."""
        self._reading = passage
        if self.isVisible():
            self._mark()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self.follow(self._reading)

    def _mark(self) -> None:
        raise NotImplementedError


def set_up(view: QListView, model: QAbstractListModel, painter: QStyledItemDelegate, name: str) -> None:
    """Make a list of rows of one height that never scrolls sideways."""
    view.setModel(model)
    view.setItemDelegate(painter)
    view.setUniformItemSizes(True)
    view.setMouseTracking(True)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setAccessibleName(name)
