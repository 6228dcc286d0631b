"""The heads of both columns, standing still above the rows: the side first, then its file and how long it is."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from rewritediff.core.values import Side
from rewritediff.gui.rows import Presentation
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.page import Page


class Heads(QWidget):
    """Paint the heads level with the columns below."""

    def __init__(self, parent: QWidget, theme: Theme, page: Page) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = page
        self._presentation: Presentation | None = None

    def show_heads(self, presentation: Presentation | None, theme: Theme, page: Page) -> None:
        """Take what to paint and how."""
        self._presentation, self._theme, self._page = presentation, theme, page
        self.update()

    def height_wanted(self) -> int:
        return round(38 * self._page.unit)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_paper(painter, self._page, event.rect().toRectF(), self._theme)
        if self._presentation is None:
            return
        for side in Side:
            self._head(painter, side, *self._presentation.head(side))
        painter.setPen(QPen(QColor(self._theme.rule), 1))
        page = self._page
        right, width = page.cell(Side.REWRITE)
        y = self.height() - 0.5
        painter.drawLine(QPointF(page.bars.original, y), QPointF(right + width, y))

    def _head(self, painter: QPainter, side: Side, name: str, document: str, counts: str) -> None:
        bold = QFont(self._page.type.head)
        bold.setWeight(QFont.Weight.DemiBold)
        baseline = self.height() / 2 + QFontMetricsF(bold).capHeight() / 2
        x = self._page.text(side)
        painter.setFont(bold)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QPointF(x, baseline), name)
        x += QFontMetricsF(bold).horizontalAdvance(name) + 10 * self._page.unit
        plain = self._page.type.head
        room = self._page.text(side) + self._page.width - x
        painter.setFont(plain)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(QPointF(x, baseline), fitted(document, counts, room, QFontMetricsF(plain)))


def fitted(document: str, counts: str, room: float, metrics: QFontMetricsF) -> str:
    """Put a document's name and its counts beside each other; where both are too long the words go first, then the name's middle."""
    for said in (counts, counts.partition(", ")[0]):
        if document and metrics.horizontalAdvance(f"{document} · {said}") <= room:
            return f"{document} · {said}"
    after = f" · {counts}"
    left = room - metrics.horizontalAdvance(after)
    if not document or left < metrics.horizontalAdvance(f"{document[0]}…"):
        return metrics.elidedText(counts, Qt.TextElideMode.ElideRight, room)
    return metrics.elidedText(document, Qt.TextElideMode.ElideMiddle, left) + after


def paint_paper(painter: QPainter, page: Page, area: QRectF, theme: Theme) -> None:
    """Paint the sheet that the rows stand on, with an edge where the window shows beside it; smooth edges, yet off, cost 1 ms."""
    shown = area.toAlignedRect()
    sheet = QRect(round(page.left), shown.top(), round(page.paper), shown.height())
    if not sheet.contains(shown):
        painter.fillRect(shown, QColor(theme.window))
    painter.fillRect(sheet, QColor(theme.paper))
    if page.left > 0:
        painter.setPen(QPen(QColor(theme.edge), 1))
        painter.drawLine(sheet.left(), sheet.top(), sheet.left(), sheet.bottom())
        painter.drawLine(sheet.right(), sheet.top(), sheet.right(), sheet.bottom())
