"""The comparison as the window uses it: what is shown, how large, and what stands out: hits, a copied run, a finding, what is pointed at.

What rows show is decided in `rewritediff.gui.rows`, where they stand in `paper`, which are chosen in `chosen_rows` and `by_mouse`.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from rewritediff.core.values import CopiedRun, Side, Sides, Span
from rewritediff.gui.choices import Typeface
from rewritediff.gui.copied import span_of as run_span
from rewritediff.gui.find import NO_HITS, Hits
from rewritediff.gui.finding_places import place_of
from rewritediff.gui.keeping import row_again
from rewritediff.gui.row_hits import hits_in
from rewritediff.gui.rows import Presentation, RowContent
from rewritediff.gui.signals import signal
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.by_mouse import ByMouse
from rewritediff.gui.view.chosen import to_clipboard
from rewritediff.gui.view.flow import ABOVE
from rewritediff.gui.view.numbers import numbers_words
from rewritediff.gui.view.painter import NO_NUMBERS, NO_RUN, Look
from rewritediff.gui.view.pinch import PinchZoom
from rewritediff.gui.view.ribbons import Light
from rewritediff.gui.view.spread_painter import Aspect

LEAST_ZOOM, MOST_ZOOM = 0.6, 2.5
WHEEL_ZOOM = 1.1
"""Factor of one notch of the wheel with Ctrl."""
NOTCH = 120
"""What Qt counts for one notch of a wheel."""

SCROLL_BAR = """
QScrollBar:vertical {{ background: {ground}; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {handle}; min-height: 32px; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {held}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: none; }}
"""


class ComparisonView(ByMouse):
    """Show a presentation, and on it what stands out."""

    zoom_changed = signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run: CopiedRun | None = None
        self._handled: frozenset[int] = frozenset()
        self._hits = NO_HITS
        self._hit: int | None = None
        self._pinch = PinchZoom(self.viewport(), lambda factor: self.set_zoom(self._zoom * factor))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Comparison")
        self.set_theme(self._theme)

    @property
    def presentation(self) -> Presentation | None:
        return self._presentation

    def continue_with(self, presentation: Presentation, selected: int | None) -> None:
        """Show the rows of the same documents read in another way; what is read keeps its height, and this passage is selected."""
        before, kept = self._presentation, self._kept_place() if self._presentation and self._presentation.rows else None
        self.set_presentation(presentation)
        row = presentation.row_of(selected) if selected is not None else None
        if row is not None:
            self._choose(row)
        again = row_again(before, kept[0], presentation) if before and kept else None
        if kept and again is not None:
            self._place_row(again, kept[1])

    def set_presentation(self, presentation: Presentation | None) -> None:
        """Show other rows; the row at the top and the selected one keep their places where the texts are the same."""
        top, current = self._kept_rows(self._presentation, presentation)
        self._presentation = presentation
        self._place.row, self._place.y = top or 0, self._place.y if top else float(ABOVE)
        self._pointer.forget()
        self._model.show(presentation)
        self.lay_page()
        self.bring_something(top)
        if current is not None:
            self._choose(current)

    def _kept_rows(self, before: Presentation | None, after: Presentation | None) -> tuple[int | None, int | None]:
        """Find where the held row and the selected one of a presentation stand in the next."""
        if not (before and after and before.rows and after.rows and before.shows_same_texts(after)):
            return None, None
        row = self._current_row()
        chosen = None if row is None else after.nearest(before.rows[row], before.comparison)
        return after.nearest(before.rows[self._place.row], before.comparison), chosen

    def set_theme(self, theme: Theme) -> None:
        """Paint in other colours."""
        self._theme = theme
        self._heads.show_heads(self._presentation, theme, self._page)
        self.verticalScrollBar().setStyleSheet(SCROLL_BAR.format(ground=theme.paper, handle=theme.edge, held=theme.edited))
        self.viewport().update()

    @property
    def zoom(self) -> float:
        return self._zoom

    def set_zoom(self, factor: float) -> None:
        """Set the size of everything on the paper, 1 being the ordinary one."""
        factor = max(LEAST_ZOOM, min(round(factor, 2), MOST_ZOOM))
        if factor != self._zoom:
            self._zoom = factor
            self.lay_page()
            self.zoom_changed.emit(factor)

    def set_typeface(self, typeface: Typeface) -> None:
        """Set articles in other letters."""
        if typeface is not self._typeface:
            self._typeface = typeface
            self.lay_page()

    # what stands out

    def show_run(self, run: CopiedRun | None, place: int) -> None:
        """Outline a copied run that stands in the row at a place among all rows, and bring it into view."""
        if run is self._run:
            return
        self._run = run
        row = self._presentation.row_at(place) if self._presentation and run else None
        if row is not None:
            self._choose(row)
            self.bring(row, centre=True)
        self.viewport().update()

    def show_finding(self, number: int | None) -> None:
        """Paint the words of another finding as chosen, and bring them into view."""
        if number == self._finding:
            return
        self._finding = number
        self.viewport().update()
        found = place_of(self._presentation, number) if self._presentation and number is not None else None
        if found is not None:
            self._choose(found.row)
            self.bring_words(found)

    def show_handled(self, findings: frozenset[int]) -> None:
        """Paint the marks of findings of which something was made faint."""
        if findings != self._handled:
            self._handled = findings
            self.viewport().update()

    def show_hits(self, hits: Hits, current: int | None) -> None:
        """Paint what was looked for, and bring the hit that a person is at into view when it is another one."""
        if hits is self._hits and current == self._hit:
            return
        self._hits, self._hit = hits, current
        row = self._presentation.row_at(hits.hit(current).place) if self._presentation and current is not None else None
        if row is not None:
            self._choose(row)
            self.bring(row, centre=True)
        self.viewport().update()

    def look(self, row: int, content: RowContent) -> Look:
        hover, chosen = self._pointer.hover, self._pointer.selection
        passage = content.row.passage
        linked = hover is not None and self._shown().rows[hover.row].passage == passage
        if content.fold or (hover is not None and hover.fold is not None):
            linked = hover is not None and hover.row == row
        selection = None
        if chosen:
            part = chosen.within(row, len(content.sides[chosen.side].text.text))
            selection = (chosen.side, *part) if part else None
        return Look(
            current=self.selectionModel().isRowSelected(row),
            focused=self.hasFocus(),
            hovered=linked or (not content.fold and passage == self.current_passage()),
            link_hovered=hover is not None and hover.row == row and hover.link is not None,
            numbers=self._numbers(content) if hover is not None and hover.row == row else NO_NUMBERS,
            selection=selection,
            run=Sides(*(content.sides[side].text.clip(run_span(self._run, side)) for side in Side)) if self._run else NO_RUN,
            hits=hits_in(self._shown().comparison, content, self._hits, self._hit),
            finding=self._finding,
            handled=self._handled,
        )

    def _numbers(self, content: RowContent) -> Sides[str]:
        documents, row = self._shown().comparison.documents, content.row
        return Sides(*(numbers_words(documents[side], row.sentences(side)) if content.sides[side].text.text else "" for side in Side))

    def aspect(self) -> Aspect:
        hover, shown = self._pointer.hover, self._shown()
        over = shown.rows[hover.row].passage if hover else None

        def light(passage: int) -> Light:
            row = shown.row_of(passage)
            if row is not None and self.selectionModel().isRowSelected(row):
                return Light.CHOSEN
            return Light.HOVERED if passage == over else Light.NONE

        def found(side: Side, span: Span) -> list[tuple[Span, bool]]:
            place = run_span(self._run, side) if self._run else None
            return [(place, True)] if place and place.overlap(span) else []

        def hits(side: Side, span: Span) -> list[tuple[Span, bool]]:
            return [(hit, number == self._hit) for number, hit in self._hits.within(side, span.start, span.end)]

        sentence, filtered = self.sentence_under(hover), shown.options.shown is not None
        return Aspect(light, sentence, self._pointer.selection, filtered, found, hits, self._finding, self._handled)

    # what Qt tells

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self._zoom * WHEEL_ZOOM ** (event.angleDelta().y() / NOTCH))
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            to_clipboard(self.copied())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self._pointer.selection:
            self._pointer.clear_selection()
        elif not self._moved_by(event):
            event.ignore()
