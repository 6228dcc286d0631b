"""The outline: one line a section or paragraph, with a small bar of what became of its sentences; it follows the view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout

from rewritediff.gui import words
from rewritediff.gui.choices import Tab
from rewritediff.gui.outline import Outline, OutlineEntry, outline_of
from rewritediff.gui.rows import Presentation
from rewritediff.gui.signals import signal
from rewritediff.gui.theme import LIGHT, Theme, chrome_font
from rewritediff.gui.view.side_list import SideList, set_up
from rewritediff.wording.outline import ENTRY_KINDS, NO_SENTENCES, EntryKind, entry_counts

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
BAR = 5
"""Pixels that a bar is high."""
COUNTS, LABELLED_COUNTS = 60, 170
"""Pixels of the numbers beside the bars, alone and with words such as "dropped section"."""
LEAST_BAR = 3
"""Pixels that a part of a bar has at least, so that one dropped sentence among a hundred is seen."""
NONE = Outline((), ())


class OutlineModel(QAbstractListModel):
    """Give the entries."""

    def __init__(self) -> None:
        super().__init__()
        self.outline = NONE

    def show(self, outline: Outline) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.outline = outline
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.outline.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        if not index.isValid():
            return None
        entry = self.outline.entries[index.row()]
        if role == ITEM:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(entry)
        return None


def spoken(entry: OutlineEntry) -> str:
    """Say an entry whole."""
    named = ", ".join(filter(None, (entry.title, ENTRY_KINDS[entry.kind], entry.place)))
    return f"{named}: {entry_counts(entry.counterpart, entry.dropped, entry.new)}"


def entry_label(entry: OutlineEntry) -> str:
    """Give the small words beside a bar; where there is none they say why."""
    return ENTRY_KINDS[entry.kind] if entry.sentences else NO_SENTENCES


class EntryPainter(QStyledItemDelegate):
    """Paint an entry: its title, its place at the right, below its bar and what was dropped and is new."""

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self.longest = 1
        """Sentences of the longest entry: its bar is the whole width."""
        self.room = COUNTS
        """Pixels kept beside all bars, so that these can be compared down the list."""
        self.current = -1
        self._plain, self._small = chrome_font(), chrome_font()
        self._small.setPixelSize(12)
        self._bold = QFont(self._plain)
        self._bold.setWeight(QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        lines = QFontMetrics(self._bold).height() + QFontMetrics(self._small).height()
        return QSize(max(120, option.rect.width()), lines + 19)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        current = index.row() == self.current
        if state & QStyle.StateFlag.State_Selected or current:
            painter.fillRect(area.adjusted(0, 0, 0, -1), QColor(self.theme.current))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.theme.hover))
        if current:
            painter.fillRect(QRect(area.x(), area.y(), 3, area.height() - 1), QColor(self.theme.accent))
        painter.fillRect(QRect(area.x(), area.bottom(), area.width(), 1), QColor(self.theme.rule))
        self._paint_entry(painter, area.adjusted(10, 7, -10, -7), index.data(ITEM))
        painter.restore()

    def _paint_entry(self, painter: QPainter, area: QRect, entry: OutlineEntry) -> None:
        font = self._plain if entry.kind is EntryKind.PARAGRAPH else self._bold
        place = entry.place
        small, metrics = QFontMetrics(self._small), QFontMetrics(font)
        top = QRect(area.x(), area.y(), area.width(), metrics.height())
        painter.setFont(self._small)
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, place)
        painter.setFont(font)
        painter.setPen(QColor(self.theme.text))
        room = top.width() - small.horizontalAdvance(place) - 10
        painter.drawText(top, Qt.AlignmentFlag.AlignVCenter, metrics.elidedText(entry.title, Qt.TextElideMode.ElideRight, room))
        below = QRect(area.x(), top.bottom() + 5, area.width(), small.height())
        self._paint_counts(painter, below, entry)
        self._paint_bar(painter, below.adjusted(0, 0, -self.room, 0), entry)

    def _paint_counts(self, painter: QPainter, area: QRect, entry: OutlineEntry) -> None:
        """Paint what was dropped and is new at the right."""
        painter.setFont(self._small)
        metrics = painter.fontMetrics()
        kind = entry_label(entry)
        parts = [(kind, self.theme.muted)] if kind else []
        parts += [(f"−{entry.dropped:,}", self.theme.omitted)] if entry.dropped else []
        parts += [(f"+{entry.new:,}", self.theme.inserted)] if entry.new else []
        right = area.right()
        for text, colour in reversed(parts):
            width = metrics.horizontalAdvance(text)
            painter.setPen(QColor(colour))
            painter.drawText(QRect(right - width, area.y(), width + 1, area.height()), Qt.AlignmentFlag.AlignVCenter, text)
            right -= width + 8

    def _paint_bar(self, painter: QPainter, area: QRect, entry: OutlineEntry) -> None:
        theme = self.theme
        parts = ((entry.counterpart, theme.edited), (entry.dropped, theme.omitted), (entry.new, theme.inserted))
        x, y = float(area.x()), area.center().y() - BAR / 2 + 1
        for count, colour in parts:
            if count:
                width = max(float(LEAST_BAR), area.width() * count / self.longest)
                painter.fillRect(QRectF(x, y, width - 1, BAR), QColor(colour))
                x += width


class EntryList(QListView):
    """List entries; Enter chooses one."""

    opened = signal(int)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class OutlineList(SideList):
    """Hold the list; it is filled when it is first seen."""

    chosen = signal(int)
    """A passage to go to."""

    def __init__(self) -> None:
        super().__init__()
        self.model = OutlineModel()
        self.painter = EntryPainter()
        self.empty.setText(words.NO_OUTLINE)
        self.list = EntryList()
        set_up(self.list, self.model, self.painter, words.TAB_NAMES[Tab.OUTLINE])
        self._presentation: Presentation | None = None
        self._shown: object = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        self.list.clicked.connect(lambda index: self._go(index.row()))
        self.list.opened.connect(self._go)

    def show_outline(self, presentation: Presentation | None, *, seen: bool) -> None:
        """Show the outline of a comparison; worked out only when it is seen."""
        self._presentation = presentation
        comparison = presentation.comparison if presentation else None
        if not seen or comparison is self._shown:
            return
        self._shown = comparison
        outline = outline_of(presentation.comparison, presentation.sheet.rows) if presentation else NONE
        self.model.show(outline)
        self.painter.longest = max((entry.sentences for entry in outline.entries), default=1) or 1
        labelled = any(map(entry_label, outline.entries))
        self.painter.room = LABELLED_COUNTS if labelled else COUNTS
        self.empty.setVisible(not outline.entries)
        self.list.setVisible(bool(outline.entries))
        self.follow(self._reading)

    def _mark(self) -> None:
        passage = self._reading
        entry_of = self.model.outline.entry_of
        current = entry_of[passage] if passage is not None and passage < len(entry_of) else -1
        if current != self.painter.current:
            self.painter.current = current
            if current >= 0 and not self.list.hasFocus():
                self.list.scrollTo(self.model.index(current), QListView.ScrollHint.EnsureVisible)
            self.list.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.painter.theme = theme
        self.list.viewport().update()

    def _go(self, row: int) -> None:
        self.chosen.emit(self.model.outline.entries[row].passage)
