"""Numbers in the margins stand clear of the pill and of the bar of the selected row."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Relation, Side
from rewritediff.gui.rows import RowContent, present
from rewritediff.gui.view.layouts import row_height, set_cell
from rewritediff.gui.view.margin import BEYOND, band_left, number_room, pill_box
from rewritediff.gui.view.numbers import number_lines
from rewritediff.gui.view.page import page_for
from tests.gui.conftest import Make

SHORT, LONG = (
    "A short one.",
    "A sentence that is a good deal longer than one line of any column, whatever its zoom, as long as it is read at all. " * 2,
)


@pytest.mark.parametrize(
    ("words", "room", "most", "expected", "whole"),
    [
        ("¶ 24 · 30", 4, 2, ("¶ 24", "30"), True),
        ("¶ 24 · 30", 3, 2, ("¶24", "30"), True),
        ("¶ 24 · 30–31", 4, 3, ("¶ 24", "30–", "31"), True),
        ("¶ 24 · 30–31", 4, 2, ("¶ 24", "30–"), False),
        ("¶ 24 · 30", 2, 2, ("30",), False),
        ("¶ 24 · 30", 9, 0, (), False),
    ],
)
def test_numbers_are_cut_to_their_room(words: str, room: float, most: int, expected: tuple[str, ...], whole: bool) -> None:
    lines = number_lines(words, room, most, len)
    assert (lines.parts, lines.whole) == (expected, whole)


def content(make: Make, text: str) -> RowContent:
    return present(make([[text, text]], [[text]], [([0, 1], [0], Relation.PARAPHRASED)])).content(0)


@pytest.mark.parametrize("zoom", [1.0, 1.5, 2.5])
@pytest.mark.parametrize("viewport", [740, 1010, 1800])
@pytest.mark.parametrize("text", [SHORT, LONG])
@pytest.mark.usefixtures("qapp")
def test_nothing_overlaps(make: Make, viewport: int, zoom: float, text: str) -> None:
    page, row = page_for(viewport, zoom), content(make, text)
    cells = [set_cell(row, side, page) for side in Side]
    box = QRectF(page.left, 0, page.paper, row_height(row, [cell.height for cell in cells], page))
    metrics, pill = QFontMetricsF(page.type.small), pill_box(page, box, row)
    for side, cell in zip(Side, cells, strict=True):
        room = number_room(page, box, row, side, cell.layout.lineCount())
        for baseline in room.baselines(2):
            numbers = QRectF(room.left, baseline - metrics.capHeight(), page.bars[side] - room.left, metrics.capHeight())
            assert not (side is Side.REWRITE and numbers.intersects(pill))
        assert room.left > band_left(page) >= page.left + BEYOND * zoom


@pytest.mark.parametrize("zoom", [1.0, 1.5])
@pytest.mark.parametrize("viewport", [740, 1010])
def test_two_digits_have_room_beside_the_original(qtbot: QtBot, viewport: int, zoom: float) -> None:
    del qtbot
    page = page_for(viewport, zoom)
    room = page.bars.original - 5 * zoom - band_left(page) - 1
    assert number_lines("¶ 24 · 30", room, 2, QFontMetricsF(page.type.small).horizontalAdvance).whole
