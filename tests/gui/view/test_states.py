"""Every state of the window says what it is, in the place where a reader looks first."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from rewritediff.core.values import Side
from rewritediff.gui import gestures, reading, words
from rewritediff.gui.messages import Offer, Tone
from rewritediff.gui.sources import Pasted
from rewritediff.gui.state import Page, page
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.work import Done
from rewritediff.wording import Filter
from tests.window import ORIGINAL, settle, state

GERMAN = """Der Hafen

Der Rat traf sich am Montag. Er beschloss, eine Mauer aus Stahl quer durch den Hafen zu bauen. Niemand sprach dagegen.

Der alte Leuchtturm wird im Frühjahr abgerissen. Die Fischer baten um mehr Zeit."""
BREAD = """Bread

Mix the flour with lukewarm water and a spoon of honey. Let the dough rest overnight under a cloth.

Bake it on a hot stone until the crust sounds hollow. Eat while it is warm."""


def compare(qtbot: QtBot, window: MainWindow, original: str, rewrite: str) -> None:
    window.controller.do(gestures.opened_pair, Pasted(original), Pasted(rewrite))
    settle(qtbot, window)
    assert isinstance(state(window).work, Done)


def answered(window: MainWindow) -> str:
    return window.comparison.answer.accessibleDescription()


@pytest.mark.parametrize(
    ("rewrite", "said"),
    [
        (ORIGINAL, "Both texts are the same · all 6 sentences are unchanged"),
        (ORIGINAL.replace("The council", "the council"), "Both texts are the same but for typography · all 6 sentences are unchanged"),
        (BREAD, "Nothing in common: no sentence has a counterpart"),
    ],
)
def test_the_answer_says_what_is_special(qtbot: QtBot, window: MainWindow, rewrite: str, said: str) -> None:
    compare(qtbot, window, ORIGINAL, rewrite)
    assert answered(window).startswith(said)


def test_that_nothing_differs_is_said_as_loudly_as_any_answer(qtbot: QtBot, window: MainWindow) -> None:
    compare(qtbot, window, ORIGINAL, ORIGINAL)
    first, *others = window.comparison.answer._words
    assert first.font().weight() > others[0].font().weight()


def test_a_filter_that_nothing_passes_says_how_to_leave_it(qtbot: QtBot, window: MainWindow) -> None:
    compare(qtbot, window, ORIGINAL, ORIGINAL)
    window.controller.do(reading.filter_toggled, Filter.MOVED)
    shown = window.comparison.view.presentation
    assert shown is not None
    assert "Esc" in shown.message
    window.controller.do(gestures.escaped)
    assert window.comparison.view.model().rowCount() == 6


def test_two_languages_are_said_above_the_texts_until_dismissed(qtbot: QtBot, window: MainWindow) -> None:
    compare(qtbot, window, ORIGINAL, GERMAN)
    assert window.message.isVisible()
    assert "The original is in English, the rewrite in German" in window.message.said
    message = state(window).message
    assert message is not None
    assert message.tone is Tone.NOTICE
    window.message.lines[-1].dismiss.click()
    assert not window.message.isVisible()


def test_an_undo_that_is_offered_is_not_pushed_aside_by_a_notice(qtbot: QtBot, window: MainWindow) -> None:
    compare(qtbot, window, ORIGINAL, ORIGINAL)
    window.controller.do(gestures.dropped, [], GERMAN, Side.REWRITE)
    settle(qtbot, window)
    assert window.message.button(Offer.UNDO).isVisible()
    assert "the rewrite in German" in window.message.said


def test_one_side_alone_shows_its_paragraphs(qtbot: QtBot, window: MainWindow) -> None:
    window.controller.do(gestures.dropped, [], ORIGINAL, Side.ORIGINAL)
    settle(qtbot, window)
    assert page(state(window)) is Page.START
    assert window.start.areas.original.preview.text().startswith("The harbour\nThe council met")
    assert words.DROP_HERE in window.start.areas.rewrite.detail.text()
