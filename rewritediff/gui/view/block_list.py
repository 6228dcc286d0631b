"""The list in which a person ticks the blocks that are compared: of 100,000 only those in view are worked out and painted."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QItemSelectionRange, QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rewritediff.core.values import Article
from rewritediff.gui import telling_words
from rewritediff.gui.signals import signal
from rewritediff.gui.theme import LIGHT, article_font, chrome_font
from rewritediff.gui.ticks import Ticks
from rewritediff.gui.view.side_list import set_up

Index = QModelIndex | QPersistentModelIndex
NOTHING = Ticks(Article(()))
BOX = 15
"""Pixels of a tick's box."""
LEFT = 36
"""Pixels from which the words begin; what is left of them ticks."""
NUMBER = Qt.ItemDataRole.UserRole


class BlockModel(QAbstractListModel):
    """Give the blocks one by one, as they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks = NOTHING

    def show(self, ticks: Ticks) -> None:
        """Show other blocks, or the same ones ticked otherwise."""
        if ticks.read is self.ticks.read:
            self.ticks = ticks
            if ticks.read.blocks:
                self.dataChanged.emit(self.index(0), self.index(len(ticks.read.blocks) - 1))
            return
        self.beginResetModel()
        self.ticks = ticks
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.ticks.read.blocks)

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        number, ticks = index.row(), self.ticks
        if role == NUMBER:
            return number
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if ticks.is_ticked(number) else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return ticks.beginning(number)
        return ticks.spoken(number) if role == Qt.ItemDataRole.AccessibleTextRole else None


class BlockPainter(QStyledItemDelegate):
    """Paint a block on one line: its tick, what it is, how it begins; headings stand out."""

    def __init__(self, model: BlockModel) -> None:
        super().__init__()
        self.theme = LIGHT
        self._model = model
        self._text, self._small = article_font(0.85), chrome_font()
        self._small.setPixelSize(12)
        self._head = QFont(self._text)
        self._head.setWeight(QFont.Weight.Bold)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        return QSize(max(120, option.rect.width()), QFontMetrics(self._text).height() + 11)

    def editorEvent(self, *_: object) -> bool:
        return False  # the list itself ticks, also several at once

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        number, ticks, theme = index.row(), self._model.ticks, self.theme
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(theme.current))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(theme.hover))
        ticked = ticks.is_ticked(number)
        self._paint_box(painter, QRectF(area.x() + 11, area.center().y() - BOX / 2 + 1, BOX, BOX), ticked=ticked)
        inner = area.adjusted(LEFT, 0, -10, 0)
        role = "" if ticks.is_head(number) else ticks.role(number)
        if role:
            painter.setFont(self._small)
            painter.setPen(QColor(theme.muted))
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, role)
            inner = inner.adjusted(QFontMetrics(self._small).horizontalAdvance(role) + 8, 0, 0, 0)
        font = self._head if ticks.is_head(number) else self._text
        painter.setFont(font)
        painter.setPen(QColor(theme.text if ticked else theme.muted))
        shown = QFontMetrics(font).elidedText(ticks.beginning(number), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRectF, *, ticked: bool) -> None:
        theme = self.theme
        painter.setPen(QPen(QColor(theme.accent if ticked else theme.muted), 1.2))
        painter.setBrush(QColor(theme.accent) if ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            on_accent = QColor(theme.window if theme.is_dark else theme.paper)
            painter.setPen(QPen(on_accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
            corner = box.topLeft()
            painter.drawPolyline([corner + QPointF(3.5, 8), corner + QPointF(6.5, 11), corner + QPointF(11.5, 4.5)])


class BlockList(QListView):
    """Let blocks be ticked, one or a range at a time."""

    turned = signal(Ticks)

    def __init__(self) -> None:
        super().__init__()
        self.blocks = BlockModel()
        self.painter_ = BlockPainter(self.blocks)
        set_up(self, self.blocks, self.painter_, telling_words.CHOOSE_BLOCKS.rstrip("…"))
        self.setObjectName("blockList")
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def show_ticks(self, ticks: Ticks) -> None:
        """Show blocks and their ticks; the place stays where the blocks are the same."""
        same = ticks.read is self.blocks.ticks.read
        self.blocks.show(ticks)
        if not same and ticks.read.blocks:
            self.setCurrentIndex(self.blocks.index(0))

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._turn(self.currentIndex().row())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and index.isValid() and event.position().x() < LEFT:
            self._turn(index.row())

    def _turn(self, row: int) -> None:
        """Turn the ticks of all chosen rows to the other thing of what this one's is."""
        rows = {row, *self._chosen()}
        self.turned.emit(self.blocks.ticks.toggled(rows, row))

    def _chosen(self) -> set[int]:
        # ranges: asking for each of 100,000 indexes would hold the window for 0.2 s
        chosen = cast("Sequence[QItemSelectionRange]", self.selectionModel().selection())  # untyped as what it is
        parts = (chosen[number] for number in range(len(chosen)))
        return {row for part in parts for row in range(part.top(), part.bottom() + 1)}
