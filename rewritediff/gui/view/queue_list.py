"""The cards of the To check list: a model that works out each as it is asked for, and the delegate that paints it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Ruling
from rewritediff.core.values import Strength
from rewritediff.gui import queue_words
from rewritediff.gui.choices import Typeface
from rewritediff.gui.queue import Card, Entry, card, entry_of
from rewritediff.gui.review import Review
from rewritediff.gui.theme import LIGHT, article_font, chrome_font
from rewritediff.gui.view.flags import cloth
from rewritediff.gui.view.utf16 import Utf16
from rewritediff.wording.findings import STRENGTHS
from rewritediff.wording.verdicts import RULINGS, verdict_words

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole
GLYPHS = {Ruling.FINE: "✓", Ruling.ASK: "?", Ruling.DISMISSED: "×"}
"""What stands in place of the flag once a card was handled, so that no colour is needed to tell."""
FLAG = 11
"""Pixels of a flag's cloth."""
ARROW = " → "


class QueueModel(QAbstractListModel):
    """Give the cards one by one, as they are asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._comparison: Comparison | None = None
        self._review: Review | None = None
        self.entries: tuple[Entry, ...] = ()

    def show(self, comparison: Comparison | None, entries: tuple[Entry, ...], review: Review | None) -> None:
        """Show other cards, or what was made of the same ones."""
        if comparison is self._comparison and entries == self.entries:
            self._review = review
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._comparison, self.entries, self._review = comparison, entries, review
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole, /) -> Any:
        if self._comparison is None or not index.isValid():
            return None
        if role not in (ITEM, Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        item = card(self._comparison, self._review, self.entries[index.row()])
        if role == ITEM:
            return item
        return item.message if role == Qt.ItemDataRole.ToolTipRole else spoken(item)

    def row_of(self, finding: int | None) -> int | None:
        """Find the card of a finding."""
        return entry_of(self.entries, finding)


def spoken(item: Card) -> str:
    """Say a card whole, for people who do not see it."""
    state = f"{verdict_words(item.verdict)}. " if item.verdict else ""
    return f"{state}{STRENGTHS[item.strength]}: {item.message}. {item.place}"


class CardPainter(QStyledItemDelegate):
    """Paint a card: flag, kind and place in small words, both values, a line of context with the words marked.

    What was handled is all in the muted colour, which is read as easily as other small words; paler would be grey on grey.
    """

    def __init__(self) -> None:
        super().__init__()
        self.theme = LIGHT
        self._head = chrome_font()
        self._head.setPixelSize(12)
        self.set_typeface(Typeface.SERIF)

    def set_typeface(self, typeface: Typeface) -> None:
        """Set values and context in other letters."""
        self._value, self._context = article_font(0.9, typeface), article_font(0.8, typeface)
        self._value.setWeight(QFont.Weight.DemiBold)
        self._lines = [QFontMetrics(font).height() for font in (self._head, self._value, self._context)]

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index, /) -> QSize:
        return QSize(max(120, option.rect.width()), sum(self._lines) + 27)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, /) -> None:
        item: Card = index.data(ITEM)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area.adjusted(0, 0, 0, -1), QColor(self.theme.current))
            painter.fillRect(QRect(area.x(), area.y(), 3, area.height() - 1), QColor(self.theme.finding))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, QColor(self.theme.hover))
        painter.fillRect(QRect(area.x(), area.bottom(), area.width(), 1), QColor(self.theme.rule))
        inner = area.adjusted(10, 9, -10, -9)
        head, value, context = self._lines
        self._paint_head(painter, QRect(inner.x(), inner.y(), inner.width(), head), item)
        below = QRect(inner.x(), inner.y() + head + 4, inner.width(), value)
        rest = QRect(inner.x(), below.bottom() + 5, inner.width(), context)
        if not item.context.text:
            self._paint_whole(painter, below.united(rest), item)
        elif self._fits(item, inner.width()):
            self._paint_values(painter, below, item)
            self._paint_context(painter, rest, item)
        else:
            self._paint_stacked(painter, below, QRect(rest.x(), below.bottom() + 3, rest.width(), value), item)
        painter.restore()

    def _paint_head(self, painter: QPainter, area: QRect, item: Card) -> None:
        metrics = QFontMetrics(self._head)
        painter.setFont(self._head)
        painter.setPen(QColor(self.theme.muted))
        place = item.place
        painter.drawText(area, Qt.AlignmentFlag.AlignRight, place)
        room = area.width() - 20 - metrics.horizontalAdvance(place) - 8
        several = f" ({len(item.findings):,})" if len(item.findings) > 1 else ""
        said = f"{item.label}{several}" + (f" · {RULINGS[item.verdict.ruling].lower()}" if item.verdict else "")
        painter.drawText(area.adjusted(20, 0, 0, 0), 0, metrics.elidedText(said, Qt.TextElideMode.ElideRight, room))
        if item.verdict:
            self._paint_glyph(painter, area, GLYPHS[item.verdict.ruling])
        else:
            self._paint_flag(painter, area, item.strength)

    def _paint_glyph(self, painter: QPainter, area: QRect, glyph: str) -> None:
        font = QFont(self._head)
        font.setPixelSize(14)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(QRect(area.x(), area.y() - 2, 16, area.height() + 4), Qt.AlignmentFlag.AlignVCenter, glyph)

    def _paint_flag(self, painter: QPainter, area: QRect, strength: Strength) -> None:
        """Paint the flag as in the margins of the texts; a note has a dot."""
        ink = QColor(self.theme.finding)
        painter.setPen(QPen(ink, 1.3))
        painter.setBrush(ink if strength is not Strength.LOOK else Qt.BrushStyle.NoBrush)
        box = QRectF(area.x(), area.center().y() - FLAG / 2, FLAG, FLAG)
        if strength is Strength.NOTE:
            painter.drawEllipse(box.center(), 2, 2)
            return
        painter.drawPath(cloth(box, 1.0, notched=True))
        painter.drawLine(box.bottomLeft().toPoint(), box.topLeft().toPoint())

    def _fits(self, item: Card, room: int) -> bool:
        """Tell whether both values can be read side by side; one alone may be cut, its context says the rest."""
        metrics = QFontMetrics(self._value)
        wanted = sum(metrics.horizontalAdvance(part.text) + 1 for part in _parts(item)) + metrics.horizontalAdvance(ARROW)
        return not (item.was and item.now) or item.is_alone or wanted <= room

    def _paint_values(self, painter: QPainter, area: QRect, item: Card) -> None:
        """Paint "China → Russia", each value underlined as its side's words are; a side without words says so in small."""
        painter.setFont(self._value)
        metrics, parts = QFontMetrics(self._value), _parts(item)
        arrow = metrics.horizontalAdvance(ARROW)
        room = area.width() - (arrow if len(parts) > 1 else 0)
        widths = _shared([metrics.horizontalAdvance(part.text) + 1 for part in parts], room)
        x = area.x()
        for number, (part, width) in enumerate(zip(parts, widths, strict=True)):
            if number:
                self._paint_arrow(painter, QRect(x, area.y(), arrow, area.height()))
                x += arrow
            self._paint_value(painter, QRect(x, area.y(), width, area.height()), part, is_done=item.verdict is not None)
            x += width

    def _paint_stacked(self, painter: QPainter, upper: QRect, lower: QRect, item: Card) -> None:
        """Paint values too long for one line one below the other, in the place of the context: they are context enough."""
        painter.setFont(self._value)
        arrow = QFontMetrics(self._value).horizontalAdvance(ARROW)
        was, now = _parts(item)
        self._paint_value(painter, upper, was, is_done=item.verdict is not None)
        self._paint_arrow(painter, lower.adjusted(-4, 0, 0, 0))
        self._paint_value(painter, lower.adjusted(arrow - 4, 0, 0, 0), now, is_done=item.verdict is not None)

    def _paint_arrow(self, painter: QPainter, area: QRect) -> None:
        painter.setPen(QColor(self.theme.muted))
        painter.drawText(area, 0, ARROW)

    def _paint_value(self, painter: QPainter, area: QRect, part: Part, *, is_done: bool) -> None:
        text, gone, marked = part.text, part.gone, part.marked
        metrics = QFontMetrics(self._value)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.setPen(QColor(self.theme.text if marked and not is_done else self.theme.muted))
        painter.drawText(area, 0, shown)
        if marked:
            ink = QColor(self.theme.edited if is_done else self.theme.omitted if gone else self.theme.inserted)
            painter.setPen(QPen(ink, 1.4, Qt.PenStyle.DashLine if gone else Qt.PenStyle.SolidLine))
            y = area.y() + metrics.ascent() + 3
            painter.drawLine(area.x(), y, area.x() + min(area.width(), metrics.horizontalAdvance(shown)), y)

    def _paint_context(self, painter: QPainter, area: QRect, item: Card) -> None:
        """Paint the line of context; the words of the finding stand out by colour and weight, as the wave would be too small to see."""
        painter.setFont(self._context)
        text = QFontMetrics(self._context).elidedText(item.context.text, Qt.TextElideMode.ElideRight, area.width() - 4)
        offsets = Utf16(text)
        formats = []
        for first, end in item.context.marks:
            if first >= len(text):
                continue
            mark = QTextLayout.FormatRange()
            mark.start, mark.length = offsets.to_qt(first), offsets.to_qt(min(end, len(text))) - offsets.to_qt(first)
            mark.format = QTextCharFormat()
            mark.format.setForeground(QColor(self.theme.muted if item.verdict else self.theme.finding))
            formats.append(mark)
        self._paint_lines(painter, area, text, formats, self._context, self.theme.muted)

    def _paint_whole(self, painter: QPainter, area: QRect, item: Card) -> None:
        """Paint two lines of a claim, a loss or a sentence of its own, in the place of values and context."""
        metrics = QFontMetrics(self._context)
        text = metrics.elidedText(item.now or item.was or item.message, Qt.TextElideMode.ElideRight, round(area.width() * 1.9))
        self._paint_lines(painter, area, text, [], self._context, self.theme.muted if item.verdict else self.theme.text)

    def _paint_lines(
        self, painter: QPainter, area: QRect, text: str, formats: list[QTextLayout.FormatRange], font: QFont, colour: str
    ) -> None:
        layout = QTextLayout(text, font)
        layout.setFormats(formats)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while y + QFontMetrics(font).height() <= area.height() + 2:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(area.width())
            line.setPosition(QRectF(0, y, 0, 0).topLeft())
            y += line.height()
        layout.endLayout()
        painter.setPen(QColor(colour))
        layout.draw(painter, QRectF(area).topLeft())


@dataclass(frozen=True, slots=True)
class Part:
    """Hold what one side has, or the word that says it has nothing."""

    text: str
    gone: bool
    """It is the original's."""
    marked: bool


def _parts(item: Card) -> tuple[Part, ...]:
    if item.is_alone or not (item.was or item.now):
        return (Part(item.was or item.now or item.message, item.was != "" and item.now == "", True),)
    return Part(item.was or queue_words.NOWHERE, True, bool(item.was)), Part(item.now or queue_words.DROPPED, False, bool(item.now))


def _shared(widths: list[int], room: int) -> list[int]:
    """Share a width: each as much as it needs, the longest cut where not all have room."""
    if sum(widths) <= room or len(widths) < 2:
        return [min(width, room) for width in widths]
    first, second = widths
    half = room // 2
    if first <= half:
        return [first, room - first]
    return [room - second, second] if second <= half else [half, room - half]
