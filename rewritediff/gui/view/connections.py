"""Which gesture belongs to what a person does: actions, buttons and fields of the window, connected once.

What is done to find something is connected in `navigation`, what is done with findings in `handling`, how documents were read in `telling`.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from rewritediff.core.values import Side
from rewritediff.gui import answers, arriving, comparing, copying, folding, gestures, lines, links, reading, undoing
from rewritediff.gui.choices import Tab, View
from rewritediff.gui.controller import Controller
from rewritediff.gui.state import State
from rewritediff.gui.view.actions import Actions
from rewritediff.gui.view.arriving import Arriving
from rewritediff.gui.view.comparison_page import ComparisonPage
from rewritediff.gui.view.keys_page import KeysPage
from rewritediff.gui.view.lines import ProgressLine
from rewritediff.gui.view.message_bar import MessageBar
from rewritediff.gui.view.start_page import StartPage


class Connections:
    """Let a controller do what the parts of a window ask for."""

    def __init__(self, controller: Controller) -> None:
        self._controller = controller

    def connect_actions(self, actions: Actions) -> None:
        """Connect what is done by an action and needs nothing of the window."""
        do = self._controller.do
        plain: dict[object, Callable[..., State]] = {
            actions.swap: gestures.swapped,
            actions.clear: gestures.cleared,
            actions.sample: gestures.sample_opened,
            actions.undo: undoing.undone,
            actions.redo: undoing.redone,
            actions.keys: reading.keys_toggled,
            actions.folds: folding.folds_toggled,
            actions.turn_layout: reading.layout_turned,
            actions.answer: answers.last_answered,
            actions.reload: answers.all_reloaded,
        }
        for action, gesture in plain.items():
            self._trigger(action, gesture)
        actions.views[View.CHANGES].triggered.connect(lambda: do(copying.view_chosen, View.CHANGES))
        # by its key it leads back, too
        actions.views[View.COPIED].triggered.connect(lambda: do(copying.view_turned))
        for choice, action in actions.themes.items():
            self._trigger(action, reading.theme_chosen, choice)
        for typeface, action in actions.typefaces.items():
            self._trigger(action, reading.typeface_chosen, typeface)
        for layout, action in actions.layouts.items():
            self._trigger(action, reading.layout_chosen, layout)
        for action, direction in ((actions.larger, 1), (actions.smaller, -1), (actions.ordinary, 0)):
            self._trigger(action, reading.zoom_stepped, direction)
        for action, shown in ((actions.word_marks, reading.word_marks_shown), (actions.typography, reading.typography_shown)):
            action.toggled.connect(self._doing(shown))

    def connect_arriving(self, actions: Actions, arriving_: Arriving) -> None:
        """Connect what brings a text into the window by an action."""
        actions.open_original.triggered.connect(lambda: arriving_.choose(Side.ORIGINAL))
        actions.open_rewrite.triggered.connect(lambda: arriving_.choose(Side.REWRITE))
        actions.paste.triggered.connect(lambda: arriving_.paste(None))
        actions.paste_plain.triggered.connect(arriving_.paste_plain)

    def connect_start(self, start: StartPage, arriving_: Arriving) -> None:
        """Connect the page on which both sides are filled."""
        for side, area in zip(Side, start.areas, strict=True):
            area.open_asked.connect(arriving_.choose)
            area.write_asked.connect(arriving_.paste)
            area.back_asked.connect(self._doing(gestures.writing_ended))
            area.remove_asked.connect(self._doing(gestures.side_cleared))
            area.cancel_asked.connect(self._doing(gestures.side_cancelled))
            area.fetch_asked.connect(self._doing(answers.link_fetched))
            area.leave_asked.connect(self._doing(links.left))
            area.again_asked.connect(self._doing(answers.tried_again))
            area.written.connect(self._doing(arriving.written, side))
        self._click(start.sample, gestures.sample_opened)
        self._click(start.compare, comparing.compared_again)
        start.recent_chosen.connect(self._doing(gestures.recent_opened))

    def connect_comparison(self, comparison: ComparisonPage) -> None:
        """Connect the page on which a comparison is read."""
        comparison.answer.toggled.connect(self._doing(reading.filter_toggled))
        self._click(comparison.answer.show_all, reading.filter_cleared)
        comparison.view.passage_selected.connect(self._doing(reading.passage_selected))
        comparison.view.fold_turned.connect(self._doing(folding.fold_toggled))
        comparison.copied.words.valueChanged.connect(self._doing(copying.copied_words_chosen))
        self._click(comparison.copied.longest, copying.longest_wanted)
        comparison.followed.connect(self._doing(reading.passage_selected))
        comparison.view.zoom_changed.connect(lambda factor: self._controller.do(reading.zoomed, factor * 100))
        comparison.view.viewport_changed.connect(comparison.overview.set_viewport)
        comparison.overview.place_wanted.connect(comparison.view.show_place)
        comparison.tabs.currentChanged.connect(lambda index: self._controller.do(reading.tab_chosen, list(Tab)[index]))

    def connect_lines(self, message: MessageBar, progress: ProgressLine, keys: KeysPage) -> None:
        """Connect the lines above the pages, and the page of keys."""
        message.taken.connect(lambda answer: self._controller.do(answers.answered, answer.message, answer.offer))
        message.left.connect(self._doing(lines.left))
        self._click(progress.cancel, gestures.cancelled)
        self._click(keys.close_button, reading.keys_toggled)

    def _click(self, button: QAbstractButton, gesture: Callable[[State], State]) -> None:
        button.clicked.connect(lambda: self._controller.do(gesture))

    def _trigger(self, action: object, gesture: Callable[..., State], *arguments: object) -> None:
        action.triggered.connect(lambda: self._controller.do(gesture, *arguments))  # type: ignore[attr-defined]  # Qt's signals are untyped

    def _doing(self, gesture: Callable[..., State], *first: object) -> Callable[[object], None]:
        """Make a slot that hands the one value of a signal to a gesture."""
        return lambda value: self._controller.do(gesture, *first, value)
