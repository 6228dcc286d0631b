"""What stands above a column, where there is too little room for it."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication

from rewritediff.gui.view.heads import fitted

COUNTS = "38 sentences, 1,146 words"
LONG = f"000_{'fc3f2ed' * 20}.txt"


@pytest.fixture
def metrics(qapp: QApplication) -> QFontMetricsF:
    return QFontMetricsF(qapp.font())


def test_what_fits_stands_whole(metrics: QFontMetricsF) -> None:
    assert fitted("wire.txt", COUNTS, 5_000, metrics) == f"wire.txt · {COUNTS}"
    assert fitted("", COUNTS, 5_000, metrics) == COUNTS


def test_only_the_name_is_shortened(metrics: QFontMetricsF) -> None:
    room = metrics.horizontalAdvance(COUNTS) + 150
    shown = fitted(LONG, COUNTS, room, metrics)
    assert shown.startswith("000_")
    assert shown.endswith(f".txt · {COUNTS}")
    assert metrics.horizontalAdvance(shown) <= room + 1


def test_without_room_for_a_name_the_counts_stay(metrics: QFontMetricsF) -> None:
    sentences = COUNTS.partition(", ")[0]
    assert fitted(LONG, COUNTS, metrics.horizontalAdvance(sentences) + 1, metrics) == sentences
    assert metrics.horizontalAdvance(fitted(LONG, COUNTS, 40, metrics)) <= 41


def test_the_words_go_before_a_name_is_shortened(qapp: QApplication) -> None:
    metrics = QFontMetricsF(qapp.font())
    short = f"wire.txt · {COUNTS.partition(', ')[0]}"
    assert fitted("wire.txt", COUNTS, metrics.horizontalAdvance(short) + 1, metrics) == short
