"""The end of the program: the window does not wait for the worker, and the process not for long."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from rewritediff.gui import app
from rewritediff.gui.controller import Controller
from rewritediff.gui.sources import Empty, Loading
from rewritediff.gui.view.main_window import MainWindow
from rewritediff.gui.worker import Worker


class Deaf(Worker):
    """Stand for a worker that is in a step of its own and hears of nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.waited: list[int] = []

    def close(self, patience: int = 2_000) -> bool:
        self.waited.append(patience)
        return not super().close(patience)


@pytest.fixture
def controller() -> Controller:
    return Controller(worker=Deaf())


def test_a_process_ends_without_a_worker_that_does_not_hear(controller: Controller) -> None:
    left: list[int] = []
    app.ended(controller, 2, left.append)
    assert left == [2]


def test_a_process_whose_worker_has_ended_ends_as_any_other() -> None:
    left: list[int] = []
    app.ended(Controller(), 2, left.append)
    assert left == []


def test_an_address_among_the_arguments_is_asked_about_on_its_side(controller: Controller) -> None:
    app._open(controller, ["https://news.example/story", "rewrite.txt"])
    assert controller.state.links.original == "https://news.example/story"
    assert isinstance(controller.state.sides.original, Empty)
    assert isinstance(controller.state.sides.rewrite, Loading)


def test_an_address_that_is_refused_is_said(controller: Controller) -> None:
    app._open(controller, ["https://127.0.0.1/x", "rewrite.txt"])
    assert controller.state.message is not None
    assert "https://127.0.0.1/x" in controller.state.message.text


def test_a_window_that_closes_waits_for_nothing(qtbot: QtBot, controller: Controller) -> None:
    window = MainWindow(controller)
    qtbot.addWidget(window)
    window.close()
    assert isinstance(controller.worker, Deaf)
    assert controller.worker.waited == [0]
