"""The paper in either layout: aligned rows as `Paper` paints them, or both articles flowing, joined by ribbons.

What the reading layout decides is in `spread`; here its answers take the place of those of the rows, for Qt and for who asks.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Side
from rewritediff.gui.choices import Layout, Typeface
from rewritediff.gui.finding_places import WordsPlace
from rewritediff.gui.flowing import Articles, articles_of, spot_of
from rewritediff.gui.view.flags import flag_words
from rewritediff.gui.view.heads import paint_paper
from rewritediff.gui.view.model import COLUMNS
from rewritediff.gui.view.page import Page, page_for
from rewritediff.gui.view.paper import NEAR, Paper
from rewritediff.gui.view.pointer import Hit
from rewritediff.gui.view.reading_page import reading_page_for
from rewritediff.gui.view.ribbons import Light, arrow_at
from rewritediff.gui.view.spread import Spread, main_side
from rewritediff.gui.view.spread_painter import Aspect, SpreadPainter


class TwoLayouts(Paper):
    """Show a presentation in the aligned or in the reading layout."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._layout = Layout.ALIGNED
        self._spread: Spread | None = None
        self._articles: tuple[Comparison, Articles] | None = None
        super().__init__(parent)

    @property
    def layout_shown(self) -> Layout:
        return self._layout

    def set_layout(self, layout: Layout) -> None:
        """Turn to the other layout; the selected row, or else the one at the reading line, stays where it is seen."""
        if layout is self._layout:
            return
        kept = self._kept_place()
        self._layout = layout
        self.lay_page()
        if kept:
            self._place_row(*kept)

    def aspect(self) -> Aspect:
        """Say what stands out in the reading layout; whoever knows of selections says more."""
        return Aspect(lambda _: Light.NONE)

    def chosen_row(self) -> int | None:
        """Give the row that is to keep its place where the layout changes; whoever knows of selections knows."""
        return None

    # the place

    def _kept_place(self) -> tuple[int, float] | None:
        """Choose a row in view, and say how far below the viewport's top it stands."""
        self._settle()
        seen = self.rows_in_view()
        if not seen:
            return None
        row = self.chosen_row()
        if row is None or row not in seen:
            row = self._row_at_line()
        return row, self._top_of(row)

    def _row_at_line(self) -> int:
        height = self.viewport().height()
        if self._spread:
            place = self._spread.flow.place_at(self._spread.value + self._spread.flow.line(self._spread.value, height))
            return max(0, min(int(self._spread.in_rows(place)), len(self._shown().rows) - 1))
        value = self.verticalScrollBar().value()
        if value == 0:
            return 0
        return self._flow.row_at(value + height // 3)

    def _top_of(self, row: int) -> float:
        if self._spread:
            return self._spread.box(row, main_side(self._shown().rows[row])[0]).top()
        content = self._shown().content(row)
        return self._page.text_top(self.row_box(row, content).top(), labelled=content.labelled)

    def _place_row(self, row: int, y: float) -> None:
        """Bring a row's text to a height of the viewport."""
        if self._spread:
            self._spread.want(*main_side(self._shown().rows[row]), y)
        else:
            self._lay_out(row)
            content = self._shown().content(row)
            space = self._page.text_top(self._page.space(spaced=content.spaced), labelled=content.labelled)
            self._place.row, self._place.y = row, y - space
        self._settle()
        self.viewport().update()

    # the page

    def page(self) -> Page:
        """Fit the paper of the layout into the viewport."""
        fit: Callable[[float, float, Typeface], Page] = reading_page_for if self._layout is Layout.READING else page_for
        return fit(self.viewport().width(), self._zoom, self._typeface)

    def lay_page(self) -> None:
        before, self._spread = self._spread, self._new_spread()
        super().lay_page()
        if self._spread:
            self._exact.begin(None, self._flow, self._page)
            if before and before.presentation.comparison is self._spread.presentation.comparison:
                self._spread.hold(before.held)
            self._settle()

    def _new_spread(self) -> Spread | None:
        shown = self._presentation
        if self._layout is Layout.ALIGNED or shown is None:
            return None
        if self._articles is None or self._articles[0] is not shown.comparison:
            self._articles = shown.comparison, articles_of(shown.comparison, shown.sheet.rows)
        return Spread(shown, self._articles[1], self.page())

    def bring(self, row: int, *, centre: bool) -> None:
        if self._spread is None:
            super().bring(row, centre=centre)
            return
        self._settle()
        room = self.viewport().height()
        boxes = [self._spread.box(row, each) for each in self._spread.sides_of(row)]
        seen = [box.top() >= NEAR and box.bottom() <= room - NEAR for box in boxes]
        if all(seen):
            return
        if centre or len(boxes) > 1:
            self._spread.hold(float(self._shown().places[row]))
        else:
            above = boxes[0].top() < NEAR or boxes[0].height() > room - 2 * NEAR
            self._spread.want(*main_side(self._shown().rows[row]), float(NEAR if above else room - NEAR - boxes[0].height()))
        self._settle()
        self.viewport().update()

    def bring_something(self, row: int | None) -> None:
        """Bring a row into view in the reading layout where none of what passes the filter is seen: all else is only set back there."""
        if self._spread and row is not None and not self.rows_in_view():
            self.bring(row, centre=True)

    def words_top(self, place: WordsPlace) -> float | None:
        if self._spread is None:
            return super().words_top(place)
        block, _ = spot_of(self._spread.articles[place.side], place.span.start)
        found = self._spread.set(place.side, block)
        where = found.flowed.shown.text.clip(place.span)
        boxes = found.cell.boxes(*where) if where else []
        return self._spread.corner(place.side, found).y() + boxes[0].top() if boxes else None

    def show_place(self, position: float) -> None:
        if self._spread is None:
            super().show_place(position)
        elif self._spread.presentation.rows:
            self._spread.hold(self._spread.in_all_rows(position))
            self._settle()
            self.viewport().update()

    def row_a_page_off(self, row: int, pixels: int) -> int:
        if self._spread is None:
            return super().row_a_page_off(row, pixels)
        flow, places = self._spread.flow, self._shown().places
        return int(self._spread.in_rows(flow.place_at(flow.height_at(places[row]) + pixels)))

    # scrolling

    def _settle(self) -> None:
        if self._spread is None:
            super()._settle()
        elif self.viewport().height() > 0:
            self._scroll_to(self._spread.settle(self.viewport().height()) if len(self._spread.flow) else 0)

    def _hold_place(self) -> None:
        if self._spread is None:
            super()._hold_place()
        else:
            self._settle()

    def _longest(self, height: int) -> int:
        return super()._longest(height) if self._spread is None else round(self._spread.flow.longest(height))

    def _tell_viewport(self, value: int, height: int) -> None:
        if self._spread is None:
            super()._tell_viewport(value, height)
        elif len(self._spread.flow):
            self._tell(self._spread.seen())

    def _scrolled(self, value: int, height: int) -> None:
        if self._spread is None:
            super()._scrolled(value, height)
        elif len(self._spread.flow):
            self._spread.scrolled(value, height)

    # what is where

    def rows_in_view(self) -> range:
        return super().rows_in_view() if self._spread is None else self._spread.rows_in_view()

    def hit(self, point: QPointF, held: Side | None) -> Hit | None:
        if self._spread is None:
            return super().hit(point, held)
        for arrow in arrow_at(self._spread, point) if held is None else ():
            row = self._shown().row_of(arrow.passage)
            if row is not None:
                return Hit(row, arrow.side, None, False, arrow.link)
        return self._spread.hit(point, held)

    def tip(self, point: QPointF) -> str:
        if self._spread is None:
            return super().tip(point)
        flag = self._spread.flag_at(point)
        return flag_words(self._shown().comparison, flag) if flag else ""

    def sentence_under(self, hit: Hit | None) -> tuple[Side, int] | None:
        """Find the sentence that the mouse points at in the reading layout."""
        if self._spread is None or hit is None or hit.spot is None or not hit.over_text:
            return None
        return hit.side, self._spread.set(hit.side, hit.spot[0]).flowed.sentence_at(hit.spot[1])

    def visualRect(self, index: QModelIndex | QPersistentModelIndex) -> QRect:
        if not self._born or self._spread is None or not index.isValid() or index.row() >= len(self._flow):
            return super().visualRect(index)
        return self._spread.box(index.row(), COLUMNS[index.column()]).toAlignedRect()

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._spread is None:
            super().paintEvent(event)
            return
        self._settle()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), QColor(self._theme.window))
        paint_paper(painter, self._page, self.viewport().rect().toRectF(), self._theme)
        if not len(self._flow):
            self._message(painter, self._shown().message)
        else:
            SpreadPainter(painter, self._spread, self._theme, self.aspect()).paint()
