"""The reading layout as a real widget: what is level, what is joined, what gestures do, and what a change of layout keeps."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Relation, Side, Span
from rewritediff.gui.choices import Layout
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.rows import Presentation, present
from rewritediff.gui.theme import LIGHT
from rewritediff.gui.view.comparison_view import ComparisonView
from rewritediff.gui.view.ribbons import Light, ribbons_in_view, unchanged_stretches
from rewritediff.gui.view.spread import Spread
from rewritediff.gui.view.utf16 import Utf16

Make = Callable[..., Comparison]
SAME, EDITED, PARAPHRASED, OMITTED, INSERTED = Relation
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view(qtbot: QtBot) -> ComparisonView:
    made = ComparisonView()
    qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    made.set_layout(Layout.READING)
    return made


@pytest.fixture
def long(make: Make) -> Comparison:
    """Hold 300 pairs of sentences, five in a paragraph, every third one edited; sentence 20 moved up from 250."""
    original = [[_sentence(k, "winding") for k in range(at, at + 5)] for at in range(0, 300, 5)]
    order = [*range(20), 250, *range(20, 250), *range(251, 300)]
    told = [_sentence(k, "crooked") for k in order]
    rewrite = [told[at : at + 5] for at in range(0, 300, 5)]
    return make(original, rewrite, [([k], [order.index(k)], EDITED if k % 3 == 0 else SAME) for k in range(300)], moved=[250])


def _sentence(number: int, word: str) -> str:
    return f"Sentence {number} tells of {f'many long and {word} ' * (number % 7)}things."


def painted(view: ComparisonView) -> QImage:
    QApplication.processEvents()
    return view.viewport().grab().toImage()


def shown(view: ComparisonView) -> Presentation:
    assert view.presentation is not None
    return view.presentation


def spread(view: ComparisonView) -> Spread:
    assert view._spread is not None
    return view._spread


def point_at(view: ComparisonView, side: Side, sentence: int, offset: int) -> QPointF:
    """Find a point just right of an offset in a sentence."""
    block = int(spread(view).articles[side].block_of[sentence])
    found = spread(view).set(side, block)
    place = Utf16(found.flowed.shown.text.text).to_qt(found.flowed.span_of(sentence)[0] + offset)
    line = found.cell.layout.lineForTextPosition(place)
    x = line.cursorToX(place)
    inside = QPointF((x[0] if isinstance(x, tuple) else x) + 1, line.y() + line.height() / 2)
    return spread(view).corner(side, found) + inside


def send(view: ComparisonView, kind: QEvent.Type, at: QPointF) -> None:
    place = QPointF(view.viewport().mapToGlobal(at.toPoint()))
    QApplication.sendEvent(view.viewport(), QMouseEvent(kind, at, place, LEFT, LEFT, Qt.KeyboardModifier.NoModifier))


def drag(view: ComparisonView, start: QPointF, end: QPointF) -> None:
    send(view, QEvent.Type.MouseButtonPress, start)
    send(view, QEvent.Type.MouseMove, end)
    send(view, QEvent.Type.MouseButtonRelease, end)


def test_the_passage_at_the_reading_line_is_level(view: ComparisonView, long: Comparison) -> None:
    view.set_presentation(present(long))
    painted(view)
    for share in (0.2, 0.5, 0.8):
        view.verticalScrollBar().setValue(round(view.verticalScrollBar().maximum() * share))
        painted(view)
        line = spread(view).flow.line(spread(view).value, spread(view).height)
        rows = [spread(view).flow.row_on(side, spread(view).offsets[side] + line) for side in Side]
        assert abs(rows[0] - rows[1]) <= 1


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_blocks_follow_each_other_without_overlap(view: ComparisonView, long: Comparison, share: float) -> None:
    view.set_presentation(present(long))
    painted(view)
    view.verticalScrollBar().setValue(round(view.verticalScrollBar().maximum() * share))
    painted(view)
    for side in Side:
        found = [spread(view).set(side, block) for block in spread(view).blocks_in_view(side)]
        ends = [(spread(view).corner(side, block).y(), spread(view).corner(side, block).y() + block.cell.height) for block in found]
        assert len(ends) > 1
        assert all(above[1] <= below[0] for above, below in pairwise(ends))


def test_only_blocks_in_view_are_laid_out(view: ComparisonView, make: Make) -> None:
    text = [[f"Sentence number {k} of a very long text." for k in range(at, at + 4)] for at in range(0, 20_000, 4)]
    view.set_presentation(present(make(text, text, [([k], [k], EDITED) for k in range(20_000)])))
    painted(view)
    view.verticalScrollBar().setValue(100_000)
    painted(view)
    assert spread(view).made <= 60


def test_scrolling_back_moves_what_is_seen_by_as_much(view: ComparisonView, make: Make) -> None:
    """Blocks that come in above turn out higher or lower than guessed: those below must not jump."""
    text = [[_sentence(k, "winding") for k in range(at, at + 3)] for at in range(0, 300, 3)]
    view.set_presentation(present(make(text, text, [([k], [k], SAME) for k in range(300)])))
    painted(view)
    view.show_place(200.0)
    painted(view)
    for _ in range(30):
        row = view.rows_in_view().start + 4
        before = view.visualRect(view.model().index(row, 0)).top()
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 60)
        painted(view)
        assert abs(view.visualRect(view.model().index(row, 0)).top() - before - 60) <= 1


class TestTurning:
    @pytest.mark.parametrize("place", [0.0, 100.5, 299.5])
    def test_the_row_at_the_line_stays(self, view: ComparisonView, long: Comparison, place: float) -> None:
        view.set_presentation(present(long))
        painted(view)
        view.show_place(place)
        painted(view)
        row = view._row_at_line()
        before = view._top_of(row)
        for layout in (Layout.ALIGNED, Layout.READING):
            view.set_layout(layout)
            painted(view)
            assert row in view.rows_in_view()
            if 0.0 < place < 299.0:
                assert abs(view._top_of(row) - before) <= 2

    def test_the_selected_passage_stays_where_it_is(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.select_passage(120)
        painted(view)
        row = shown(view).row_of(120)
        assert row is not None
        before = view._top_of(row)
        view.set_layout(Layout.ALIGNED)
        painted(view)
        assert view.current_passage() == 120
        assert abs(view._top_of(row) - before) <= 2

    @pytest.mark.parametrize("text", ["Plain words stand here.", "An 😀 emoji 👩‍👧 before words."], ids=["plain", "emoji"])
    def test_the_chosen_text_stays_chosen(self, view: ComparisonView, make: Make, text: str) -> None:
        view.set_presentation(present(make([[text, "More."]], [[text, "More."]], [([0], [0], SAME), ([1], [1], SAME)])))
        painted(view)
        drag(view, point_at(view, Side.REWRITE, 0, 3), point_at(view, Side.REWRITE, 1, 2))
        chosen = view.copied().text
        assert chosen == f"{text[3:]} Mo"
        view.set_layout(Layout.ALIGNED)
        assert view.copied().text == chosen
        view.set_layout(Layout.READING)
        assert view.copied().text == chosen


class TestGestures:
    @pytest.mark.parametrize(
        ("sentences", "word"),
        [
            (["First one.", "Plain words stand here."], "words"),
            (["An 😀 one.", "More 👩‍👧 words 😀 here."], "words"),
            (["政府は来年。", "新しい学校を建設する。"], "学校"),
            (["وافق المجلس.", "لم يعترض أحد."], "يعترض"),
        ],
        ids=["plain", "emoji", "cjk", "right-to-left"],
    )
    def test_chosen_words_are_copied(self, view: ComparisonView, make: Make, sentences: list[str], word: str) -> None:
        view.set_presentation(present(make([sentences], [sentences], [([0], [0], SAME), ([1], [1], SAME)])))
        painted(view)
        start = sentences[1].index(word)
        drag(view, point_at(view, Side.REWRITE, 1, start), point_at(view, Side.REWRITE, 1, start + len(word)))
        assert view.copied().text == word

    def test_choosing_runs_on_over_a_moved_sentence_of_the_original(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.select_passage(249)
        painted(view)
        drag(view, point_at(view, Side.ORIGINAL, 249, 9), point_at(view, Side.ORIGINAL, 251, 8))
        copied = view.copied().text
        assert copied.startswith("249 tells")
        assert "Sentence 250 tells" in copied
        assert copied.endswith("Sentence")

    def test_marks_and_passages_of_chosen_text_come_along(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        drag(view, point_at(view, Side.REWRITE, 2, 0), point_at(view, Side.REWRITE, 3, 40))
        assert view.selected_passages() == [2, 3]
        assert "<u>" in view.copied().html
        assert view.chosen_words() == view.copied().text

    def test_a_double_click_chooses_a_word(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        QTest.mouseDClick(view.viewport(), LEFT, pos=point_at(view, Side.ORIGINAL, 3, 17).toPoint())
        assert view.copied().text == "of"

    def test_a_click_selects_the_sentence_inside_its_paragraph(self, view: ComparisonView, long: Comparison, qtbot: QtBot) -> None:
        view.set_presentation(present(long))
        painted(view)
        with qtbot.waitSignal(view.passage_selected) as caught:
            QTest.mouseClick(view.viewport(), LEFT, pos=point_at(view, Side.REWRITE, 3, 4).toPoint())
        assert caught.args == [3]

    def test_keys_step_through_all_rows(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.setFocus()
        for key, passage in ((Qt.Key.Key_Down, 0), (Qt.Key.Key_Down, 1), (Qt.Key.Key_End, 299), (Qt.Key.Key_Up, 298), (Qt.Key.Key_Home, 0)):
            QTest.keyClick(view, key)
            painted(view)
            assert view.current_passage() == passage
            row = shown(view).row_of(passage)
            assert row is not None
            assert view.viewport().rect().intersects(view.visualRect(view.model().index(row, 1)))
        QTest.keyClick(view, Qt.Key.Key_PageDown)
        assert (view.current_passage() or 0) > 5

    def test_the_next_change_comes_into_view(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        for _ in range(40):
            passage = view.step(1)
            painted(view)
            row = shown(view).row_of(passage) if passage is not None else None
            assert row is not None
            rect = view.visualRect(view.model().index(row, 1))
            assert rect.top() >= 0
            assert rect.bottom() <= view.viewport().height()

    def test_the_mouse_lights_up_both_ends(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        before = painted(view)
        send(view, QEvent.Type.MouseMove, point_at(view, Side.REWRITE, 3, 4))
        assert [view.aspect().light(passage) for passage in (2, 3, 4)] == [Light.NONE, Light.HOVERED, Light.NONE]
        assert view.aspect().pointed == (Side.REWRITE, 3)
        after = painted(view)
        place = point_at(view, Side.ORIGINAL, 3, 4).toPoint()
        grown = place.x(), place.y() - 12
        assert before.pixelColor(*grown) != after.pixelColor(*grown)

    def test_the_lane_and_the_margins_choose_nothing(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        left, right = spread(view).lane
        QTest.mouseClick(view.viewport(), LEFT, pos=QPointF((left + right) / 2, 300).toPoint())
        assert view.current_passage() is None


class TestRibbons:
    def test_unchanged_neighbours_have_one_pair_of_hairlines(self, view: ComparisonView, make: Make) -> None:
        text = [["One stands here.", "Two stands there."]]
        view.set_presentation(present(make(text, text, [([0], [0], SAME), ([1], [1], SAME)])))
        image = painted(view)
        ribbons = ribbons_in_view(spread(view))[0]
        top, bottom = spread(view).ends(Side.ORIGINAL, 0, 1)
        assert unchanged_stretches(ribbons) == [((top, bottom), (top, bottom))]
        middle = int(sum(spread(view).lane) / 2)
        assert {image.pixelColor(middle, y).name() for y in range(int(top) + 4, int(bottom) - 4)} == {LIGHT.paper.lower()}

    def test_reworded_ones_join_both_ends(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        painted(view)
        ribbon = next(ribbon for ribbon in ribbons_in_view(spread(view))[0] if ribbon.passage == 3)
        assert ribbon.left == spread(view).ends(Side.ORIGINAL, 3, 3)
        assert ribbon.right == spread(view).ends(Side.REWRITE, 3, 3)

    def test_a_moved_one_ends_in_an_arrow_that_leads_there_and_back(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long))
        view.select_passage(250)
        painted(view)
        arrow = next(arrow for arrow in ribbons_in_view(spread(view))[1] if arrow.passage == 250)
        assert (arrow.side, arrow.down, arrow.words) == (Side.REWRITE, True, "↓ 251")
        assert arrow.link == shown(view).left_by(250)
        view._follow(arrow.link or 0)
        painted(view)
        back = next(arrow for arrow in ribbons_in_view(spread(view))[1] if arrow.passage == 250)
        assert (back.side, back.down, back.words) == (Side.ORIGINAL, False, "↑ 21")
        assert back.link == shown(view).row_of(250)

    def test_sentences_that_do_not_adjoin_have_a_ribbon_each(self, view: ComparisonView, make: Make) -> None:
        pair = make([["All in one."]], [["All.", "New.", "In one."]], [([0], [0, 2], PARAPHRASED), ([], [1], INSERTED)])
        view.set_presentation(present(pair))
        painted(view)
        assert [ribbon.passage for ribbon in ribbons_in_view(spread(view))[0]] == [0, 0]


def test_spans_of_the_document_can_be_highlighted(view: ComparisonView, long: Comparison, monkeypatch: pytest.MonkeyPatch) -> None:
    view.set_presentation(present(long))
    before = painted(view)
    sentence = long.documents.rewrite.sentences[3]
    hit = Span(sentence.start, sentence.start + 8)
    aspect = replace(view.aspect(), found=lambda side, span: [(hit, True)] if side is Side.REWRITE and span.overlap(hit) else [])
    monkeypatch.setattr(view, "aspect", lambda: aspect)
    after = painted(view)
    inside, beyond = point_at(view, Side.REWRITE, 3, 2), point_at(view, Side.REWRITE, 3, 12)
    assert before.pixelColor(int(inside.x()), int(inside.y()) - 11) != after.pixelColor(int(inside.x()), int(inside.y()) - 11)
    assert before.pixelColor(int(beyond.x()), int(beyond.y()) - 11) == after.pixelColor(int(beyond.x()), int(beyond.y()) - 11)


class TestFilter:
    def test_a_filter_leaves_the_text_and_takes_the_ribbons(self, view: ComparisonView, long: Comparison) -> None:
        every = present(long)
        view.set_presentation(every)
        painted(view)
        blocks = spread(view).blocks_in_view(Side.ORIGINAL)
        view.set_presentation(present(long, Options(shown=frozenset({"moved"})), every))
        painted(view)
        assert len(blocks) > 1
        assert {ribbon.passage for ribbon in ribbons_in_view(spread(view))[0]} <= {250}

    def test_what_passes_a_filter_comes_into_view(self, view: ComparisonView, long: Comparison) -> None:
        every = present(long)
        view.set_presentation(every)
        view.show_place(150.0)
        painted(view)
        view.set_presentation(present(long, Options(shown=frozenset({"moved"})), every))
        painted(view)
        assert len(view.rows_in_view()) > 0

    def test_a_filter_that_nothing_passes_says_so_and_breaks_nothing(self, view: ComparisonView, long: Comparison) -> None:
        view.set_presentation(present(long, Options(shown=frozenset({"omitted"}))))
        painted(view)
        QTest.mouseClick(view.viewport(), LEFT, pos=QPointF(200, 200).toPoint())
        QTest.keyClick(view, Qt.Key.Key_Down)
        view.set_layout(Layout.ALIGNED)
        view.set_layout(Layout.READING)
        painted(view)
        assert view.current_passage() is None


@pytest.mark.parametrize(
    ("original", "rewrite", "passages"),
    [
        ([], [["Only here."]], [([], [0], INSERTED)]),
        ([["Only here."]], [], [([0], [], OMITTED)]),
        ([], [], []),
        ([["x" * 6_000]], [["x" * 6_000]], [([0], [0], SAME)]),
    ],
    ids=["no original", "no rewrite", "nothing", "one endless word"],
)
def test_odd_texts_are_shown(view: ComparisonView, make: Make, original: object, rewrite: object, passages: object) -> None:
    view.set_presentation(present(make(original, rewrite, passages)))
    painted(view)
    view.verticalScrollBar().setValue(100)
    send(view, QEvent.Type.MouseMove, QPointF(200, 100))
    painted(view)
    assert view.layout_shown is Layout.READING


def test_the_tree_of_screen_readers_stays_the_table_of_rows(view: ComparisonView, long: Comparison) -> None:
    view.set_presentation(present(long))
    painted(view)
    table = QAccessible.queryAccessibleInterface(view)
    assert table.role() == QAccessible.Role.Table
    names = {child.text(QAccessible.Text.Name): child for k in range(20) if (child := table.child(k))}
    cell = names["Lightly reworded. Original: Sentence 0 tells of things. Rewrite: Sentence 0 tells of things."]
    corner = view.viewport().mapFromGlobal(cell.rect().topLeft())
    assert view.visualRect(view.model().index(0, 0)).topLeft() == corner
