"""The paper that rows are painted on: a table to Qt and to screen readers, two columns of prose to the eye.

The base class keeps Qt's accessible table (a plain scroll area would have none); everything that is seen is painted here, and only the
rows in view are laid out. Qt calls several of the overridden methods while its own constructor runs: they look at `_born` first.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QFrame, QTableView, QToolTip, QWidget

from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Side, Sides
from rewritediff.gui.choices import Typeface
from rewritediff.gui.finding_places import WordsPlace
from rewritediff.gui.rows import Presentation, RowContent
from rewritediff.gui.signals import signal
from rewritediff.gui.theme import LIGHT
from rewritediff.gui.view.exact import ExactPass
from rewritediff.gui.view.flags import Flag, flag_at, flag_words, flags_of
from rewritediff.gui.view.flow import ABOVE, NO_ROWS, guessed
from rewritediff.gui.view.heads import Heads, paint_paper
from rewritediff.gui.view.layouts import CellLayout, Layouts, indent, row_height
from rewritediff.gui.view.margin import flag_left, pill_box
from rewritediff.gui.view.model import COLUMNS, RowsModel
from rewritediff.gui.view.page import Page, page_for
from rewritediff.gui.view.painter import Look, RowPainter
from rewritediff.gui.view.place import ROUNDS, Place, Viewport
from rewritediff.gui.view.pointer import Hit
from rewritediff.wording.pairing import pairing_mark_words

NEAR = 12
"""Pixels left free beside a row that is brought into view."""


class Paper(QTableView):
    """Lay out, scroll and paint the rows of a presentation."""

    viewport_changed = signal(Viewport)
    _born = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presentation: Presentation | None = None
        self._theme = LIGHT
        self._zoom = 1.0
        self._typeface = Typeface.SERIF
        self._model = RowsModel()
        self._page = self.page()
        self._flow = guessed(NO_ROWS, self._page)
        self._layouts = Layouts(self._page)
        self._place = Place()
        self._settling = False
        self._seen = Viewport(0.0, 0.0)
        self._exact = ExactPass(self, self._hold_place)
        self._heads = Heads(self, self._theme, self._page)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._born = True
        self.setModel(self._model)
        self.horizontalHeader().hide()
        directly = Qt.FindChildOption.FindDirectChildrenOnly  # the heads have buttons too
        for corner in self.findChildren(QAbstractButton, options=directly):  # between the hidden headers; a screen reader would stop at it
            corner.hide()
        self.verticalHeader().hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoScroll(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lay_page()

    def page(self) -> Page:
        """Fit the paper into the viewport."""
        return page_for(self.viewport().width(), self._zoom, self._typeface)

    def lay_page(self) -> None:
        """Begin anew with the rows of the presentation, the width of the viewport and the zoom; the held row keeps its place."""
        self._page = self.page()
        self._flow = guessed(self._presentation.measures() if self._presentation else NO_ROWS, self._page)
        self._layouts = Layouts(self._page)
        self._heads.show_heads(self._presentation, self._theme, self._page)
        self.setViewportMargins(0, self._heads.height_wanted(), 0, 0)
        self._place_heads()
        self._exact.begin(self._presentation, self._flow, self._page)
        self.verticalScrollBar().setSingleStep(round(self._page.type.advance(0)))
        self._hold_place()
        self.viewport().update()

    @property
    def heads(self) -> Heads:
        return self._heads

    def show_readings(self, said: Sides[str], tips: Sides[str]) -> None:
        """Say in the heads how both documents were read; what is read stays where there is a line more or less."""
        before = self._heads.height_wanted()
        self._heads.show_readings(said, tips)
        if self._heads.height_wanted() != before:
            self.setViewportMargins(0, self._heads.height_wanted(), 0, 0)
            self._place_heads()

    def look(self, row: int, content: RowContent) -> Look:
        """Say in what state a row is painted; whoever knows of selections says more."""
        del row, content
        return Look()

    def bring(self, row: int, *, centre: bool) -> None:
        """Scroll so that a row is seen whole, or stands in the middle."""
        self._settle()
        height, room = int(self._flow.heights[row]), self.viewport().height()
        y = self._flow.top(row) - self.verticalScrollBar().value()
        if centre and not NEAR <= y <= room - height - NEAR:
            y = (room - height) // 3
        elif y < NEAR or height > room:
            y = NEAR if row else ABOVE
        elif y > room - height - NEAR:
            y = room - height - NEAR
        self._place.row, self._place.y = row, float(y)
        self._settle()
        self.viewport().update()

    def bring_words(self, place: WordsPlace) -> None:
        """Scroll so that some words are seen, with their row where it is not higher than the viewport."""
        self.bring(place.row, centre=True)
        room, line = self.viewport().height(), self._page.type.advance(0)
        for _ in range(ROUNDS):  # in the reading layout a side moves by less or more than the scroll bar
            self._settle()
            y = self.words_top(place)
            if y is None or NEAR <= y <= room - line - NEAR:
                return
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + round(y - room / 3))

    def words_top(self, place: WordsPlace) -> float | None:
        """Give the height in the viewport where some words begin; None where they are not shown."""
        content = self._shown().content(place.row)
        where = content.sides[place.side].text.clip(place.span)
        boxes = self._layouts.cell(place.row, content, place.side).boxes(*where) if where else []
        return self._page.text_top(self.row_box(place.row, content).top(), labelled=content.labelled) + boxes[0].top() if boxes else None

    def show_place(self, position: float) -> None:
        """Bring a position in rows to the middle of the viewport, or the reading line: 12.5 is the middle of row 12."""
        if len(self._flow):
            self.verticalScrollBar().setValue(round(self._flow.height_at(position) - self.viewport().height() / 2))

    def row_a_page_off(self, row: int, pixels: int) -> int:
        """Find the row so many pixels below another, or above where they are fewer than none."""
        return self._flow.row_at(self._flow.top(row) + pixels)

    # rows and what they show, where

    def _cells(self, row: int, content: RowContent) -> list[CellLayout]:
        return [self._layouts.cell(row, content, side) for side in Side]

    def _lay_out(self, row: int) -> bool:
        """Make a row's height exact; tell whether that changed it."""
        content = self._shown().content(row)
        texts = [cell.height for cell, side in zip(self._cells(row, content), content.sides, strict=True) if side.text.text]
        return self._flow.set_height(row, row_height(content, texts, self._page))

    def _shown(self) -> Presentation:
        if self._presentation is None:
            raise LookupError("no rows without a presentation")
        return self._presentation

    def rows_in_view(self) -> range:
        """Give the rows of which something is seen."""
        if not len(self._flow):
            return range(0)
        value = self.verticalScrollBar().value()
        return range(self._flow.row_at(value), self._flow.row_at(value + self.viewport().height()) + 1)

    def row_box(self, row: int, content: RowContent) -> QRectF:
        """Give a row's place in the viewport, without the space above it."""
        space = self._page.space(spaced=content.spaced)
        top = self._flow.top(row) - self.verticalScrollBar().value() + space
        return QRectF(self._page.left, top, self._page.paper, int(self._flow.heights[row]) - space)

    def hit(self, point: QPointF, held: Side | None) -> Hit | None:
        """Find what lies under a point of the viewport; with a side given, what lies level with it there."""
        if not len(self._flow):
            return None
        y = self.verticalScrollBar().value() + point.y()
        if held is None and not 0 <= y < self._flow.total:
            return None
        row = self._flow.row_at(y)
        content = self._shown().content(row)
        side = held or (Side.ORIGINAL if point.x() < self._page.lane else Side.REWRITE)
        left = self._page.text(side) + indent(content, side, self._page)
        inside = point - QPointF(left, self._page.text_top(self.row_box(row, content).top(), labelled=content.labelled))
        text = content.sides[side].text.text
        link = None if held else self._link(content, side, inside)
        cell = self._layouts.cell(row, content, side)
        over = bool(text) and 0 <= inside.x() <= self._page.width and 0 <= inside.y() <= cell.height
        offset = cell.offset_at(inside) if text else 0 if held else None
        flag = None if held else self.flag_at(point, row, content, side)
        fold = content.fold.key if content.fold and not held else None
        return Hit(row, side, offset, over, link, fold, flag.findings if flag else ())

    def flag_at(self, point: QPointF, row: int, content: RowContent, side: Side) -> Flag | None:
        """Find the flag of one side of a row under a point."""
        if not (content.sides[side].waves or content.sides[side].unread):
            return None
        top = self._page.text_top(self.row_box(row, content).top(), labelled=content.labelled)
        return flag_at(flags_of(self._page, self._layouts.cell(row, content, side), top, flag_left(self._page, side)), point)

    def _link(self, content: RowContent, side: Side, inside: QPointF) -> int | None:
        """Find the row that the small words under a point lead to."""
        if not content.moved or side is not Side.ORIGINAL or not 0 <= inside.x() <= self._page.width:
            return None
        if content.row.kind is RowKind.LEFT:
            return self._shown().row_of(content.row.passage)
        return self._shown().left_by(content.row.passage) if inside.y() < 0 else None

    def tip(self, point: QPointF) -> str:
        """Say in words what the flag or the pill under a point of the viewport says in signs; nothing where there is none."""
        hit = self.hit(point, None)
        if hit is None:
            return ""
        content = self._shown().content(hit.row)
        flag = self.flag_at(point, hit.row, content, hit.side)
        if flag is not None:
            return flag_words(self._shown().comparison, flag)
        if not content.pill:
            return ""
        over = pill_box(self._page, self.row_box(hit.row, content), content).contains(point)
        return pairing_mark_words(self._shown().comparison, content.row.passage) if over else ""

    def viewportEvent(self, event: QEvent) -> bool:
        if self._born and event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.tip(QPointF(event.pos())), self.viewport())
            return True
        return super().viewportEvent(event)

    # scrolling

    def _settle(self) -> None:
        """Lay out what is in view and hold the place meanwhile."""
        if len(self._flow) and self.viewport().height() > 0:
            self._scroll_to(self._place.settle(self._flow, self.viewport().height(), self._lay_out))

    def _hold_place(self) -> None:
        """Scroll so that the held row stays where it is seen, after heights changed."""
        height = self.viewport().height()
        if len(self._flow):
            self._scroll_to(self._place.value(self._flow, height))
        else:
            self._scroll_to(0)

    def _scroll_to(self, value: int) -> None:
        self._settling = True
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(height)
        bar.setRange(0, self._longest(height) if len(self._flow) else 0)
        bar.setValue(value)
        self._settling = False
        self._tell_viewport(bar.value(), height)

    def _longest(self, height: int) -> int:
        """Give the largest scroll value."""
        return Place.longest(self._flow, height)

    def _tell_viewport(self, value: int, height: int) -> None:
        self._tell(Viewport(self._flow.position_at(value), self._flow.position_at(value + height)))

    def _tell(self, seen: Viewport) -> None:
        if seen != self._seen:
            self._seen = seen
            self.viewport_changed.emit(seen)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        if not self._born:
            super().scrollContentsBy(dx, dy)
        elif not self._settling:
            self._exact.wait()
            if len(self._flow):
                self._scrolled(self.verticalScrollBar().value(), self.viewport().height())
            self.viewport().update()

    def _scrolled(self, value: int, height: int) -> None:
        """Hold the place that a scroll led to."""
        self._place.scrolled(self._flow, value, height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.lay_page()
        else:
            self._hold_place()
        self._place_heads()

    def _place_heads(self) -> None:
        self._heads.setGeometry(0, 0, self.viewport().width(), self._heads.height_wanted())

    # what Qt asks of a table

    def updateGeometries(self) -> None:
        """Keep the table's own headers and scroll range out: both are ours."""
        if not self._born:
            super().updateGeometries()

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        if not (self._born and index.isValid() and index.row() < len(self._flow)):
            return QRect()
        left, width = self._page.cell(COLUMNS[index.column()])
        box = self.row_box(index.row(), self._shown().content(index.row()))
        return QRectF(left, box.top(), width, box.height()).toRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        hit = self.hit(QPointF(point), None) if self._born else None
        return self._model.index(hit.row, COLUMNS.index(hit.side)) if hit else QModelIndex()

    def scrollTo(
        self, index: QModelIndex | QPersistentModelIndex, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if self._born and index.isValid() and index.row() < len(self._flow):
            self.bring(index.row(), centre=hint is QAbstractItemView.ScrollHint.PositionAtCenter)

    def visualRegionForSelection(self, selection: object) -> QRegion:
        """Repaint all: asking for the place of each of 100,000 selected rows would take longer."""
        del selection
        return QRegion(self.viewport().rect())

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        painter = QPainter(self.viewport())
        if self._presentation is None:
            painter.fillRect(event.rect(), QColor(self._theme.window))
            return
        paint_paper(painter, self._page, event.rect().toRectF(), self._theme)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not len(self._flow):
            self._message(painter, self._presentation.message)
        rows = RowPainter(painter, self._page, self._theme)
        for row, content in self._contents():
            rows.row(self.row_box(row, content), content, self._cells(row, content), self.look(row, content))

    def _contents(self) -> Iterator[tuple[int, RowContent]]:
        for row in self.rows_in_view():
            yield row, self._shown().content(row)

    def _message(self, painter: QPainter, message: str) -> None:
        painter.setFont(self._page.type.head)
        painter.setPen(QColor(self._theme.muted))
        painter.drawText(self.viewport().rect().adjusted(20, 0, -20, -self.viewport().height() // 4), Qt.AlignmentFlag.AlignCenter, message)
