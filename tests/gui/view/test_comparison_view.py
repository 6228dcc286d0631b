"""The painted view as a real widget: what screen readers find, where rows stand, what gestures do."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QColor, QGuiApplication, QImage, QMouseEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Relation, Side
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.rows import Presentation, present
from rewritediff.gui.theme import DARK, LIGHT, THEMES, Theme
from rewritediff.gui.view.comparison_view import ComparisonView
from rewritediff.gui.view.layouts import CellLayout
from rewritediff.gui.view.margin import pill_box
from rewritediff.gui.view.overview import OverviewStrip
from rewritediff.gui.view.utf16 import Utf16
from tests.gui.test_theme import contrast

Make = Callable[..., Comparison]
SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> ComparisonView:
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    return made


@pytest.fixture
def long(make: Make) -> Comparison:
    """Hold 300 pairs of sentences of various lengths, every third one edited, one of them moved."""
    original = [[f"Sentence {k} tells of {'many long and winding ' * (k % 7)}things."] for k in range(300)]
    rewrite = [[f"Sentence {k} tells of {'many long and crooked ' * (k % 7)}things."] for k in range(300)]
    return make(original, rewrite, [([k], [k], EDITED if k % 3 == 0 else SAME) for k in range(300)])


def painted(view: ComparisonView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_dots_under_typography_are_as_dark_as_a_sign(view: ComparisonView, make: Make, theme: Theme) -> None:
    pair = make([["Old, he said."]], [["“Old,” he said."]], [([0], [0], EDITED)])
    view.set_theme(theme)
    view.set_presentation(present(pair, Options(typography=True)))
    image, box, row = painted(view), view.visualRect(view.model().index(0, 1)), shown(view).content(0)
    cell = view._layouts.cell(0, row, Side.REWRITE)
    mark = cell.marks()[0]
    left, foot = view._page.text(Side.REWRITE) + mark.box.left(), box.top() + view._page.pad + mark.baseline
    places = [(round(left) + x, round(foot) + y) for x in range(4, 16) for y in (4, 5)]
    seen = [contrast(image.pixelColor(x, y).name(), theme.paper) for x, y in places]
    assert max(seen) >= 3.0


def test_the_pill_says_in_words_what_it_means(view: ComparisonView, make: Make) -> None:
    view.set_presentation(present(make([["It rained, and it snowed."]], [["It rained.", "It snowed."]], [([0], [0, 1], EDITED)])))
    painted(view)
    content = shown(view).content(0)
    pill = pill_box(view._page, view.row_box(0, content), content)
    assert view.tip(pill.center()).startswith("one sentence became two")
    assert view.tip(pill.center() + QPointF(0, pill.height())) == ""


def boxes(view: ComparisonView) -> list[tuple[int, int]]:
    """Give the upper and lower end of each row in view."""
    model, rows = view.model(), view.rows_in_view()
    rects = [view.visualRect(model.index(row, 0)) for row in rows]
    return [(rect.top(), rect.bottom()) for rect in rects]


def shown(view: ComparisonView) -> Presentation:
    assert view.presentation is not None
    return view.presentation


def drag(view: ComparisonView, start: QPointF, end: QPointF) -> None:
    def send(kind: QEvent.Type, at: QPointF) -> None:
        place = QPointF(view.viewport().mapToGlobal(at.toPoint()))
        QApplication.sendEvent(view.viewport(), QMouseEvent(kind, at, place, LEFT, LEFT, Qt.KeyboardModifier.NoModifier))

    send(QEvent.Type.MouseButtonPress, start)
    send(QEvent.Type.MouseMove, end)
    send(QEvent.Type.MouseButtonRelease, end)


def point_in(view: ComparisonView, row: int, side: Side, offset: int) -> QPointF:
    """Find a point just right of an offset on the first line of a cell."""
    content = shown(view).content(row)
    cell = view._layouts.cell(row, content, side)
    line = cell.layout.lineAt(0)
    x = line.cursorToX(Utf16(content.sides[side].text.text).to_qt(offset))
    top = view._page.text_top(view.row_box(row, content).top(), labelled=content.labelled)
    return QPointF(view._page.text(side) + (x[0] if isinstance(x, tuple) else x) + 1, top + 8)


class TestUnseenCharacters:
    def test_a_flag_is_painted_where_nobody_would_see_anything(self, view: ComparisonView, make: Make) -> None:
        def look(text: str) -> QImage:
            view.set_presentation(present(make([[text]], [[text]], [([0], [0], SAME)])))
            return painted(view)

        assert look("Seen and un\u200bseen.") != look("Seen and unseen.")

    def test_text_after_emoji_and_combining_marks_is_copied_exactly(self, view: ComparisonView, make: Make) -> None:
        text = "👩\u200d👧 e\u0301clairs 🇳🇴 were \u202asold\u202c out today."
        view.set_presentation(present(make([[text]], [["Nothing."]], [([0], [0], EDITED)])))
        painted(view)
        first, last = text.index("were"), text.index("out")  # where a character is not seen, a mouse cannot tell before from behind it
        drag(view, point_in(view, 0, Side.ORIGINAL, first), point_in(view, 0, Side.ORIGINAL, last))
        assert view.copied().text == text[first:last]


def native_zoom(view: ComparisonView, value: float) -> None:
    """Pinch on a touchpad a little."""
    place = QPointF(50, 50)
    kind = Qt.NativeGestureType.ZoomNativeGesture
    event = QNativeGestureEvent(kind, QPointingDevice.primaryPointingDevice(), 2, place, place, place, value, QPointF())
    QApplication.sendEvent(view.viewport(), event)


class TestZoom:
    def test_two_fingers_zoom_by_the_sum_of_their_small_steps(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        for _ in range(60):
            native_zoom(view, 0.005)
        assert view.zoom == pytest.approx(1.005**60, rel=0.08)
        for _ in range(60):
            native_zoom(view, -0.02)
        assert view.zoom < 1.0

    def test_the_wheel_zooms_with_ctrl_alone(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        for modifier, zoom in ((Qt.KeyboardModifier.NoModifier, 1.0), (Qt.KeyboardModifier.ControlModifier, 1.1)):
            place = QPointF(50, 50)
            event = QWheelEvent(
                place, place, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False
            )
            QApplication.sendEvent(view.viewport(), event)
            assert view.zoom == pytest.approx(zoom)


class TestScreenReaders:
    def test_the_tree_is_a_table_whose_cells_say_their_rows(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        table = QAccessible.queryAccessibleInterface(view)
        assert table.role() == QAccessible.Role.Table
        cells = [child for k in range(table.childCount()) if (child := table.child(k)) and child.role() == QAccessible.Role.Cell]
        assert (
            cells[0].text(QAccessible.Text.Name)
            == "Lightly reworded. Original: Sentence 0 tells of things. Rewrite: Sentence 0 tells of things."
        )
        assert cells[3].text(QAccessible.Text.Name).startswith("Unchanged. Rewrite: Sentence 1")

    def test_a_cell_stands_where_it_is_painted(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        table = QAccessible.queryAccessibleInterface(view)
        names = {child.text(QAccessible.Text.Name): child for k in range(20) if (child := table.child(k))}
        cell = names["Lightly reworded. Original: Sentence 0 tells of things. Rewrite: Sentence 0 tells of things."]
        corner = view.viewport().mapFromGlobal(cell.rect().topLeft())
        assert view.visualRect(view.model().index(0, 0)).topLeft() == corner

    def test_hidden_headers_name_the_sides(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        heads = [view.model().headerData(k, Qt.Orientation.Horizontal) for k in range(2)]
        assert heads == ["Original", "Rewrite"]


class TestRows:
    @pytest.mark.parametrize("value", [0, 1_234, 999_999])
    def test_rows_follow_each_other_without_overlap(self, view: ComparisonView, long: Comparison, value: int) -> None:
        view.set_presentation(present(long))
        painted(view)
        view.verticalScrollBar().setValue(value)
        painted(view)
        found = boxes(view)
        assert all(above[1] < below[0] for above, below in pairwise(found))
        assert found[0][0] <= 40
        assert len(found) > 3

    def test_every_text_fits_into_its_row(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        for row in view.rows_in_view():
            content = shown(view).content(row)
            heights = [cell.height for cell in view._cells(row, content)]
            assert max(heights) <= view.row_box(row, content).height()

    def test_a_point_in_a_cell_leads_to_its_index(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        for row in view.rows_in_view():
            for column in range(2):
                index = view.model().index(row, column)
                assert view.indexAt(view.visualRect(index).center()) == index

    def test_only_rows_in_view_are_laid_out(self, view: ComparisonView, make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
        sentences = [[f"Sentence number {k} of a very long text."] for k in range(20_000)]
        pair = make(sentences, sentences, [([k], [k], EDITED) for k in range(20_000)])
        compared: list[int] = []
        edits = Comparison.edits
        monkeypatch.setattr(Comparison, "edits", lambda self, number: compared.append(number) or edits(self, number))
        view.set_presentation(present(pair))
        painted(view)
        view.verticalScrollBar().setValue(300_000)
        painted(view)
        view.resize(700, 600)
        painted(view)
        assert view._layouts.made <= 60
        assert len(compared) <= 120

    def test_the_background_pass_ends_with_exact_heights(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        while view._exact.running:
            view._exact.slice()
        before = view._flow.total
        for row in range(300):
            view._lay_out(row)
        assert view._flow.total == before


class TestPlace:
    def test_resizing_keeps_the_row_at_the_top(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        view.show_place(150.5)
        painted(view)
        top = view.rows_in_view().start
        for width in (600, 1300, 900):
            view.resize(width, 600)
            painted(view)
            assert view.rows_in_view().start == top

    def test_scrolling_back_moves_what_is_seen_by_as_much(self, view: ComparisonView, long: Comparison) -> None:
        """Rows that come in above turn out higher or lower than guessed: those below must not jump."""
        view.set_presentation(present(long))
        painted(view)
        view.show_place(200.0)
        painted(view)
        for _ in range(30):
            row = view.rows_in_view().start + 1
            before = view.visualRect(view.model().index(row, 0)).top()
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 60)
            painted(view)
            assert view.visualRect(view.model().index(row, 0)).top() == before + 60

    def test_the_background_pass_moves_nothing(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        view.show_place(200.0)
        before = painted(view)
        while view._exact.running:
            view._exact.slice()
        assert painted(view) == before

    def test_a_filter_keeps_the_place(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        view.show_place(150.0)
        painted(view)
        top = shown(view).rows[view.rows_in_view().start].passage
        view.set_presentation(present(long, Options(shown=frozenset({"edited"})), view.presentation))
        painted(view)
        assert 0 <= shown(view).rows[view.rows_in_view().start].passage - top < 3

    def test_other_texts_begin_at_the_top(self, view: ComparisonView, long: Comparison, make: Make) -> None:
        view.set_presentation(present(long))
        view.show_place(150.0)
        painted(view)
        view.set_presentation(present(make([["Another."]], [["Another."]], [([0], [0], SAME)])))
        painted(view)
        assert view.rows_in_view().start == 0
        assert view.verticalScrollBar().value() == 0


class TestText:
    @pytest.mark.parametrize(
        ("text", "word"),
        [
            ("Plain words stand here.", "stand"),
            ("An 😀 emoji 👩‍👧 before words 😀 here.", "words"),
            ("政府は来年、新しい学校を建設する。", "学校"),
        ],
        ids=["plain", "emoji", "cjk"],
    )
    def test_chosen_words_are_copied(self, view: ComparisonView, make: Make, text: str, word: str) -> None:
        view.set_presentation(present(make([[text]], [[text]], [([0], [0], SAME)])))
        painted(view)
        start = text.index(word)
        drag(view, point_in(view, 0, Side.REWRITE, start), point_in(view, 0, Side.REWRITE, start + len(word)))
        assert view.copied().text == word

    def test_choosing_runs_on_over_rows_of_one_side(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        drag(view, point_in(view, 0, Side.ORIGINAL, 9), point_in(view, 2, Side.ORIGINAL, 8))
        assert view.copied().text.split("\n\n")[0] == "0 tells of things."
        assert view.copied().text.split("\n\n")[-1] == "Sentence"
        QTest.keyClick(view, Qt.Key.Key_Escape)
        assert view.copied().text.startswith("Lightly reworded\nOriginal: Sentence 0")

    def test_a_double_click_chooses_a_word(self, view: ComparisonView, make: Make) -> None:
        text = "Some words don’t stand alone."
        view.set_presentation(present(make([[text]], [[text]], [([0], [0], SAME)])))
        painted(view)
        QTest.mouseDClick(view.viewport(), LEFT, pos=point_in(view, 0, Side.ORIGINAL, 13).toPoint())
        assert view.copied().text == "don’t"

    def test_copying_fills_the_clipboard(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.select_passage(1)
        QTest.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
        assert QGuiApplication.clipboard().text() == view.copied().text != ""

    def test_text_from_the_right_begins_at_the_right(self, view: ComparisonView, make: Make) -> None:
        text = "قال رئيس الوزراء إن الحكومة ستبني مدرسة."
        view.set_presentation(present(make([[text]], [[text]], [([0], [0], SAME)])))
        painted(view)
        cell = view._cells(0, shown(view).content(0))[0]
        line = cell.layout.lineAt(0)
        assert cell.right_to_left
        assert line.naturalTextRect().right() > view._page.width - 2

    def test_marks_stand_under_their_words_after_an_emoji(self, view: ComparisonView, make: Make) -> None:
        pair = make([["😀😀 It will rise now."]], [["😀😀 It will fall now."]], [([0], [0], EDITED)])
        view.set_presentation(present(pair))
        painted(view)
        cell: CellLayout = view._cells(0, shown(view).content(0))[0]
        mark, line = cell.marks()[0], cell.layout.lineAt(0)
        assert cell.offset_at(QPointF(mark.box.left() + 1, 5)) == shown(view).content(0).sides.original.text.text.index("rise")
        assert mark.box.right() < line.naturalTextRect().right()

    @pytest.mark.parametrize("offset", range(6))
    def test_offsets_of_python_and_qt_convert(self, offset: int) -> None:
        text = "a😀b😀c"
        units = Utf16(text)
        if offset <= len(text):
            assert units.to_qt(offset) == len(text[:offset].encode("utf-16-le")) // 2
            assert units.from_qt(units.to_qt(offset)) == offset


class TestGestures:
    def test_a_click_tells_the_passage(self, view: ComparisonView, long: Comparison, qtbot: QtBot) -> None:
        view.set_presentation(present(long))
        painted(view)
        with qtbot.waitSignal(view.passage_selected) as told:
            QTest.mouseClick(view.viewport(), LEFT, pos=view.visualRect(view.model().index(2, 1)).center())
        assert told.args == [2]
        assert view.current_passage() == 2

    def test_keys_move_by_rows(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.select_passage(5)
        told: list[int] = []
        view.passage_selected.connect(told.append)
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_End, Qt.Key.Key_Home):
            QTest.keyClick(view, key)
        assert told == [6, 5, 299, 0]
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        assert 3 < told[-1] < 40
        QTest.keyClick(view, Qt.Key.Key_PageUp)
        assert told[-1] == 0

    def test_control_with_home_and_end_leads_to_the_ends(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.select_passage(5)
        for key, row in ((Qt.Key.Key_End, 299), (Qt.Key.Key_Home, 0)):
            QTest.keyClick(view, key, Qt.KeyboardModifier.ControlModifier)
            assert view.current_passage() == row

    def test_shift_selects_several_rows(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.select_passage(1)
        QTest.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        assert view.copied().text.count("Original:") == 2

    def test_the_first_step_begins_at_what_is_in_view(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        view.verticalScrollBar().setValue(4_000)
        painted(view)
        seen = view.rows_in_view()
        assert view.step(1, None) in seen
        view.selectionModel().clear()
        assert view.step(-1, None) in range(seen.start, seen.stop)

    def test_stepping_visits_changed_passages(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        assert [view.step(1, None) for _ in range(3)] == [0, 3, 6]
        assert view.step(-1, frozenset({"edited"})) == 3
        view.select_passage(297)
        assert view.step(1, None) is None
        assert view.current_passage() == 297

    def test_selecting_brings_the_row_into_view(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.select_passage(200)
        painted(view)
        rect = view.visualRect(view.model().index(200, 0))
        assert view.viewport().rect().contains(rect.left(), rect.top())
        assert view.viewport().rect().contains(rect.left(), rect.bottom())

    def test_both_ends_of_a_move_lead_to_each_other(self, view: ComparisonView, make: Make) -> None:
        pair = make(
            [["First one.", "Second one.", "Third one."]],
            [["Third one.", "First one.", "Second one."]],
            [([2], [0], SAME), ([0], [1], SAME), ([1], [2], SAME)],
            moved=[0],
        )
        view.set_presentation(present(pair))
        painted(view)
        left = shown(view).left_by(0)
        assert left is not None
        stub = view.visualRect(view.model().index(left, 0))
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(stub.left() + 30, stub.center().y()))
        assert view.currentIndex().row() == shown(view).row_of(0)
        moved = view.visualRect(view.model().index(0, 0))
        QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(moved.left() + 40, moved.top() + 8))
        assert view.currentIndex().row() == left

    def test_the_wheel_with_ctrl_zooms_within_bounds(self, view: ComparisonView, long: Comparison, qtbot: QtBot) -> None:
        view.set_presentation(present(long))
        centre = QPointF(view.viewport().rect().center())
        turn = QWheelEvent(
            centre,
            centre,
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        with qtbot.waitSignal(view.zoom_changed) as told:
            QApplication.sendEvent(view.viewport(), turn)
        assert told.args == [1.1]
        view.set_zoom(9.0)
        assert view.zoom == 2.5


class TestStates:
    def test_nothing_to_show_is_blank_paper(self, view: ComparisonView) -> None:
        view.set_presentation(None)
        assert painted(view).pixelColor(200, 200) == QColor(LIGHT.window)

    def test_a_filter_without_rows_leaves_a_message(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long, Options(shown=frozenset({"omitted"}))))
        image = painted(view)
        assert {image.pixelColor(x, y).name() for x in range(0, 880, 2) for y in range(0, 500, 2)} > {LIGHT.paper.lower()}
        view.set_presentation(present(long))
        assert view.rows_in_view()

    def test_themes_change_the_paper(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.set_theme(DARK)
        assert painted(view).pixelColor(2, 300) == QColor(DARK.paper)


class TestOverview:
    def test_a_click_asks_for_the_place(self, view: ComparisonView, long: Comparison, qtbot: QtBot) -> None:
        strip = OverviewStrip()
        qtbot.addWidget(strip)
        strip.resize(30, 400)
        strip.set_presentation(present(long))
        strip.show()
        with qtbot.waitSignal(strip.place_wanted) as told:
            QTest.mouseClick(strip, LEFT, pos=QPoint(15, 200))
        assert told.args
        assert 120 < told.args[0] < 180
        view.set_presentation(present(long))
        view.show_place(told.args[0])
        painted(view)
        assert round(told.args[0]) in view.rows_in_view()

    def test_a_dropped_sentence_is_seen_among_thousands(self, make: Make, qtbot: QtBot) -> None:
        sentences = [[f"Sentence {k} is here."] for k in range(5_000)]
        joined = [([k], [k if k < 2_500 else k - 1], SAME) for k in range(5_000) if k != 2_500]
        pair = make(sentences, sentences[:2_500] + sentences[2_501:], [*joined, ([2_500], [], OMITTED)])
        strip = OverviewStrip()
        qtbot.addWidget(strip)
        strip.resize(30, 400)
        strip.set_presentation(present(pair))
        image = strip.grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}
        assert LIGHT.omitted.lower() in colours
