"""The heads of both columns, standing still above the rows: side, file and length, and where there is something, how it was read."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QEnterEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from rewritediff.core.values import Side, Sides
from rewritediff.gui import telling_words, words
from rewritediff.gui.rows import Presentation
from rewritediff.gui.signals import signal
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.page import Page

LINE, SECOND = 38, 17
"""Pixels of a head of one line, and what a second line adds."""
CHEVRON = 7
"""Pixels of the sign that there is more to see."""
MARGIN = 8
"""Pixels of the button around its words."""
NOTHING_SAID = Sides("", "")


class HeadButton(QAbstractButton):
    """Lie over a head, so that it can be pressed with the mouse and the keyboard; the head itself paints the words."""

    def __init__(self, parent: QWidget, side: Side) -> None:
        super().__init__(parent)
        self.side = side
        self.theme: Theme | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def say(self, short: str, tip: str) -> None:
        """Name the button for those who do not see it, and say all of it in its tip."""
        name = telling_words.HOW_READ_OF.format(side=words.side_word(self.side))
        self.setAccessibleName(f"{name}: {short}" if short else name)
        self.setToolTip(f"{name}\n{tip}" if tip else name)

    def enterEvent(self, event: QEnterEvent, /) -> None:
        super().enterEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        if self.theme is None or not (self.hasFocus() or self.underMouse()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.theme.accent if self.hasFocus() else self.theme.edge), 1))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


class Heads(QWidget):
    """Paint the heads level with the columns below."""

    pressed = signal(Side)

    def __init__(self, parent: QWidget, theme: Theme, page: Page) -> None:
        super().__init__(parent)
        self._theme = theme
        self._page = page
        self._presentation: Presentation | None = None
        self._said = NOTHING_SAID
        self.buttons = Sides(HeadButton(self, Side.ORIGINAL), HeadButton(self, Side.REWRITE))
        for button in self.buttons:
            button.clicked.connect(lambda _=False, side=button.side: self.pressed.emit(side))

    def show_heads(self, presentation: Presentation | None, theme: Theme, page: Page) -> None:
        """Take what to paint and how."""
        self._presentation, self._theme, self._page = presentation, theme, page
        for button in self.buttons:
            button.theme = theme
        self._place_buttons()
        self.update()

    def show_readings(self, said: Sides[str], tips: Sides[str]) -> None:
        """Say under each name in a few words how it was read, and all of it in the tips."""
        self._said = said
        for side in Side:
            self.buttons[side].say(said[side], tips[side])
        self._place_buttons()
        self.update()

    def height_wanted(self) -> int:
        return round((LINE + SECOND * any(self._said)) * self._page.unit)

    def _place_buttons(self) -> None:
        for side in Side:
            left, width = round(self._page.text(side)) - MARGIN, round(self._page.width) + 2 * MARGIN
            self.buttons[side].setGeometry(left, 3, width, self.height_wanted() - 7)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_paper(painter, self._page, event.rect().toRectF(), self._theme)
        if self._presentation is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side in Side:
            self._head(painter, side, *self._presentation.head(side))
        painter.setPen(QPen(QColor(self._theme.rule), 1))
        page = self._page
        right, width = page.cell(Side.REWRITE)
        y = self.height() - 0.5
        painter.drawLine(QPointF(page.bars.original, y), QPointF(right + width, y))

    def _head(self, painter: QPainter, side: Side, name: str, document: str, counts: str) -> None:
        unit = self._page.unit
        bold = QFont(self._page.type.head)
        bold.setWeight(QFont.Weight.DemiBold)
        middle = LINE * unit / 2 - (2 * unit if any(self._said) else 0)
        baseline = middle + QFontMetricsF(bold).capHeight() / 2
        x = self._page.text(side)
        painter.setFont(bold)
        painter.setPen(QColor(self._theme.text))
        painter.drawText(QPointF(x, baseline), name)
        x += QFontMetricsF(bold).horizontalAdvance(name) + 10 * unit
        plain = self._page.type.head
        end = self._page.text(side) + self._page.width
        metrics = QFontMetricsF(plain)
        painter.setFont(plain)
        painter.setPen(QColor(self._theme.muted))
        shown = fitted(document, counts, end - x - 2 * CHEVRON * unit, metrics)
        painter.drawText(QPointF(x, baseline), shown)
        self._chevron(painter, QPointF(x + metrics.horizontalAdvance(shown) + CHEVRON * unit, middle))
        if self._said[side]:
            below = metrics.elidedText(self._said[side], Qt.TextElideMode.ElideRight, self._page.width)
            painter.setPen(QColor(self._theme.muted))
            painter.drawText(QPointF(self._page.text(side), baseline + (SECOND + 1) * unit), below)

    def _chevron(self, painter: QPainter, place: QPointF) -> None:
        size = CHEVRON * self._page.unit
        painter.setPen(QPen(QColor(self._theme.muted), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        tip = place + QPointF(size / 2, size / 4)
        painter.drawPolyline([place + QPointF(0, -size / 4), tip, place + QPointF(size, -size / 4)])


def fitted(document: str, counts: str, room: float, metrics: QFontMetricsF) -> str:
    """Put a document's name and its counts beside each other; where both are too long the last counts go first, then the name's middle."""
    parts = counts.split(", ")
    fewer = [", ".join(parts[:count]) for count in range(len(parts), 0, -1)]
    for said in (f"{document} · {said}" if document else said for said in fewer):
        if metrics.horizontalAdvance(said) <= room:
            return said
    for said in fewer[-2:]:
        after = f" · {said}"
        left = room - metrics.horizontalAdvance(after)
        if document and left >= metrics.horizontalAdvance(f"{document[:SHORTEST]}…"):
            return metrics.elidedText(document, Qt.TextElideMode.ElideMiddle, left) + after
    fitting = (said for said in fewer if metrics.horizontalAdvance(said) <= room)
    return next(fitting, metrics.elidedText(counts, Qt.TextElideMode.ElideRight, room))


SHORTEST = 9
"""Letters of a name by which a document can still be told."""


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
