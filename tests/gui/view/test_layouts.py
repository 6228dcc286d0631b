"""Texts set in lines, however long their words are."""

from __future__ import annotations

from collections.abc import Callable
from time import perf_counter

import pytest
from PySide6.QtWidgets import QApplication

from rewritediff.core.comparison import Comparison
from rewritediff.core.values import Relation, Side
from rewritediff.gui.rows import present
from rewritediff.gui.view.layouts import CellLayout, has_endless_word

Make = Callable[..., Comparison]


@pytest.mark.parametrize(
    ("text", "endless"), [("x" * 5_001, True), ("word " * 5_000, False), ("short", False), ("a " + "x" * 6_000 + " b", True)]
)
def test_an_endless_word_is_one_that_qt_takes_long_to_break(text: str, endless: bool) -> None:
    assert has_endless_word(text) is endless


def test_a_word_of_300000_letters_does_not_hold_the_window(qapp: QApplication, make: Make) -> None:
    comparison = make([["x" * 300_000]], [["y"]], [([0], [], Relation.OMITTED), ([], [0], Relation.INSERTED)])
    side = present(comparison).content(0).sides[Side.ORIGINAL]
    began = perf_counter()
    assert CellLayout(side, qapp.font(), 500, 20).height > 20_000
    assert perf_counter() - began < 1.5  # it took 5 s
