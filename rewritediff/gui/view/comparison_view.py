"""The comparison as the window uses it: what is shown, what is selected, and the gestures of mouse and keyboard.

What rows show is decided in `rewritediff.gui.rows`, where they stand in `paper`.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from rewritediff.core.values import CopiedRun, Side, Sides, Span
from rewritediff.gui.choices import Layout, Typeface
from rewritediff.gui.copied import span_of as run_span
from rewritediff.gui.find import NO_HITS, Hits
from rewritediff.gui.finding_places import place_of
from rewritediff.gui.keeping import row_again
from rewritediff.gui.rich_text import Clip
from rewritediff.gui.row_hits import hits_in
from rewritediff.gui.rows import Presentation, RowContent
from rewritediff.gui.signals import signal
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.chosen import chosen_passages, chosen_words, copied, to_clipboard
from rewritediff.gui.view.flags import following
from rewritediff.gui.view.flow import ABOVE
from rewritediff.gui.view.model import COLUMNS
from rewritediff.gui.view.numbers import numbers_words
from rewritediff.gui.view.painter import NO_NUMBERS, NO_RUN, Look
from rewritediff.gui.view.pinch import PinchZoom
from rewritediff.gui.view.pointer import Ground, Hit, Pointer
from rewritediff.gui.view.reading_view import TwoLayouts
from rewritediff.gui.view.ribbons import Light
from rewritediff.gui.view.selection import word_at
from rewritediff.gui.view.spots import chosen_in, span_of
from rewritediff.gui.view.spread_painter import Aspect

LEAST_ZOOM, MOST_ZOOM = 0.6, 2.5
WHEEL_ZOOM = 1.1
"""Factor of one notch of the wheel with Ctrl."""
NOTCH = 120
"""What Qt counts for one notch of a wheel."""

TURNS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
"""Keys that open a closed fold and close an open one."""

SCROLL_BAR = """
QScrollBar:vertical {{ background: {ground}; width: 12px; margin: 0; }}
QScrollBar::handle:vertical {{ background: {handle}; min-height: 32px; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical:hover {{ background: {held}; }}
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical {{ height: 0; }}
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical {{ background: none; }}
"""


class ComparisonView(TwoLayouts):
    """Show a presentation, let its rows and its text be selected."""

    passage_selected = signal(int)
    """A passage was chosen, by mouse or keyboard."""
    fold_turned = signal(int)
    """The fold with this key was opened or closed."""
    finding_chosen = signal(int)
    """A finding was chosen by its flag, given its number."""
    menu_wanted = signal(QPoint)
    """What can be done with the selected rows was asked for, at a point of the screen."""
    zoom_changed = signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pointer = Pointer(self, self._ground())
        self._run: CopiedRun | None = None
        self._finding: int | None = None
        self._handled: frozenset[int] = frozenset()
        self._hits = NO_HITS
        self._hit: int | None = None
        self._pinch = PinchZoom(self.viewport(), lambda factor: self.set_zoom(self._zoom * factor))
        self._anchor = 0
        """The row from which Shift extends the selection."""
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
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

    def select_passage(self, passage: int, *, centre: bool = True) -> None:
        """Select the row that begins a passage and bring it into view; nothing happens while a filter hides it."""
        row = self._presentation.row_of(passage) if self._presentation else None
        if row is not None:
            self._choose(row)
            self.bring(row, centre=centre)

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

    def keep_in_view(self) -> None:
        """Bring the selected row into view."""
        row = self._current_row()
        if row is not None:
            self.bring(row, centre=False)

    def current_passage(self) -> int | None:
        """Give the selected passage."""
        row = self._current_row()
        return None if row is None else self._shown().rows[row].passage

    def passage_in_view(self) -> int | None:
        """Give the selected passage while its row is seen."""
        row = self._current_row() if self._presentation else None
        return None if row is None or row not in self.rows_in_view() else self.current_passage()

    def spoken(self) -> str:
        """Say the current row as a screen reader does."""
        index = self.currentIndex()
        return str(self._model.data(index, Qt.ItemDataRole.AccessibleTextRole)) if index.isValid() else ""

    def step(self, direction: int, kinds: frozenset[str] | None = None) -> int | None:
        """Select the next changed passage, or the one before; give it, None where there is no further one."""
        row = self._presentation.step(self._step_from(direction), direction, kinds) if self._presentation else None
        if row is None:
            return None
        self._choose(row)
        self.bring(row, centre=True)
        return self._shown().rows[row].passage

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

    def _step_from(self, direction: int) -> int | None:
        """Begin at the selected row, else beside the rows in view: whoever scrolled does not want to be taken back to the beginning."""
        row, seen = self._current_row(), self.rows_in_view()
        if row is not None or not seen:
            return row
        return (seen.start - 1 if seen.start else None) if direction > 0 else seen.stop

    def copied(self) -> Clip:
        """Give the chosen text, or else both sides of the selected rows with their relation."""
        return copied(self._presentation, self._spread, self._pointer.selection, self._selected_rows())

    def chosen_words(self) -> str:
        """Give the chosen text where it stands in one row."""
        return chosen_words(self._presentation, self._spread, self._pointer.selection)

    def selected_passages(self) -> list[int]:
        """List the passages of the selected rows, or of those that the chosen text runs through."""
        return chosen_passages(self._presentation, self._spread, self._pointer.selection, self._selected_rows())

    def _selected_rows(self) -> list[int]:
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def other_end(self) -> int | None:
        """Find the next row of the current one's passage, as where a move left from where it came to; None where there is none."""
        row = self._current_row()
        return self._presentation.other_end(row) if self._presentation and row is not None else None

    def go_to_other_end(self) -> bool:
        """Go to the next row of the current one's passage; tell whether there is one."""
        other = self.other_end()
        if other is not None:
            self._follow(other)
        return other is not None

    def reading_place(self) -> int:
        """Give the place among all rows of the current row while it is seen, else of the first one in view."""
        if not len(self._flow):
            return 0
        seen, current = self.rows_in_view(), self._current_row()
        return int(self._shown().places[current if current is not None and current in seen else seen.start])

    # rows

    def _current_row(self) -> int | None:
        # Qt makes a first row the current one when the keyboard comes: nobody chose that
        index = self.currentIndex()
        return index.row() if index.isValid() and self.selectionModel().isRowSelected(index.row()) else None

    def _choose(self, row: int, side: Side | None = None, *, extend: bool = False) -> None:
        """Make a row the current one, alone or with all rows since the one chosen first."""
        flags = QItemSelectionModel.SelectionFlag
        column = self.currentIndex().column() if side is None else COLUMNS.index(side)
        index = self._model.index(row, max(0, column))
        self._anchor = min(self._anchor, len(self._flow) - 1) if extend else row
        chosen = QItemSelection(self._model.index(self._anchor, 0), self._model.index(row, 0))
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.selectionModel().select(chosen, flags.ClearAndSelect | flags.Rows)
        self.viewport().update()

    def _choose_by_hand(self, row: int, side: Side | None = None, *, extend: bool = False) -> None:
        self._choose(row, side, extend=extend)
        self.passage_selected.emit(self._shown().rows[row].passage)

    def _follow(self, row: int) -> None:
        self._choose_by_hand(row)
        self.bring(row, centre=True)

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

    def chosen_row(self) -> int | None:
        return self._current_row()

    def set_layout(self, layout: Layout) -> None:
        if layout is self.layout_shown:
            return
        chosen = self._pointer.selection
        span = span_of(self._shown(), self._spread, chosen) if chosen else None
        self._pointer.forget()
        super().set_layout(layout)
        if chosen and span:
            self._pointer.selection = chosen_in(self._shown(), self._spread, chosen.side, span)

    # gestures

    def _ground(self) -> Ground:
        return Ground(
            hit=self.hit,
            choose=lambda row, side, extend: self._choose_by_hand(row, side, extend=extend),
            follow=self._follow,
            turn=self._turn,
            find=lambda findings: self.finding_chosen.emit(following(findings, self._finding)),
            word=self._word,
            scroll=lambda by: self.verticalScrollBar().setValue(self.verticalScrollBar().value() + by),
            height=lambda: self.viewport().height(),
            changed=lambda: self.viewport().update(),
        )

    def _turn(self, row: int, key: int) -> None:
        self._choose_by_hand(row)
        self.fold_turned.emit(key)

    def _word(self, hit: Hit) -> tuple[int, int]:
        text = self._shown().content(hit.row).sides[hit.side].text
        if self._spread and hit.spot:
            text = self._spread.set(hit.side, hit.spot[0]).flowed.shown.text
        return word_at(text.text, hit.offset or 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.press(event.position(), extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Select the row under the pointer, unless it is among those selected, and ask for its menu; a key asks for the current row's."""
        row = self._current_row()
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            hit = self.hit(QPointF(event.pos()), None)
            row = hit.row if hit else None
            if row is not None and row not in self._selected_rows():
                self._pointer.clear_selection()
                self._choose_by_hand(row)
        if row is not None:
            below = QPoint(round(self._page.text(Side.ORIGINAL)), self.visualRect(self._model.index(row, 0)).bottom())
            by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
            self.menu_wanted.emit(event.globalPos() if by_mouse else self.viewport().mapToGlobal(below))
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pointer.double_press(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.viewport().setCursor(self._pointer.move(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release()
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer.leave()
        event.accept()

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

    def _moved_by(self, event: QKeyEvent) -> bool:
        """Move the current row, or the current side, as a key says; tell whether the key says so."""
        count, row = len(self._flow), self._current_row()
        key = Qt.Key(event.key())
        others = Qt.KeyboardModifier.AltModifier
        if key not in (Qt.Key.Key_Home, Qt.Key.Key_End):  # with Ctrl they lead to the ends too, as in any text
            others |= Qt.KeyboardModifier.ControlModifier
        if not count or event.modifiers() & others:
            return False
        if row is not None and self._turned_by(row, key):
            return True
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._choose(row or 0, Side.ORIGINAL if key == Qt.Key.Key_Left else Side.REWRITE)
            return True
        targets = self._targets(row)
        if key not in targets:
            return False
        target = max(0, min(targets[key], count - 1))
        self._choose_by_hand(target, extend=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        self.bring(target, centre=False)
        return True

    def _turned_by(self, row: int, key: Qt.Key) -> bool:
        """Open or close the fold of a row as a key says, as in any tree; tell whether the key says so."""
        shown = self._shown()
        line = shown.content(row).fold
        if line is not None:
            opens = {Qt.Key.Key_Right: True, Qt.Key.Key_Left: False, **dict.fromkeys(TURNS, not line.is_open)}.get(key)
            if opens is not None and opens is not line.is_open:
                self.fold_turned.emit(line.key)
            return opens is not None
        around = shown.fold_around(row) if key == Qt.Key.Key_Left and self.currentIndex().column() == 0 else None
        if around is not None:
            self.fold_turned.emit(around.key)
        return around is not None

    def _targets(self, row: int | None) -> dict[Qt.Key, int]:
        """Give the row that each key leads to."""
        first = self.rows_in_view().start
        at, page = (first if row is None else row), self.viewport().height() - int(self._page.type.advance(0))
        below, above = (self.row_a_page_off(at, by) for by in (page, -page))
        return {
            Qt.Key.Key_Up: at - 1 if row is not None else at,
            Qt.Key.Key_Down: at + 1 if row is not None else at,
            Qt.Key.Key_PageUp: min(above, at - 1),
            Qt.Key.Key_PageDown: max(below, at + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._flow) - 1,
        }
