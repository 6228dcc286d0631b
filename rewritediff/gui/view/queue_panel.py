"""The To check panel: how much waits, the cards, and below them what can be done with the chosen one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QListView, QPushButton, QVBoxLayout

from rewritediff.core.decisions import Ruling
from rewritediff.core.values import Strength
from rewritediff.gui import queue_words
from rewritediff.gui.choices import Typeface
from rewritediff.gui.queue import Card, Entry, card, entries, waiting
from rewritediff.gui.signals import signal
from rewritediff.gui.state import State, review_known
from rewritediff.gui.theme import Theme
from rewritediff.gui.view.flow_layout import FlowLayout
from rewritediff.gui.view.queue_list import CardPainter, QueueModel
from rewritediff.gui.view.segmented import Segmented
from rewritediff.gui.view.side_list import SideList, set_up
from rewritediff.wording.grammar import shortened
from rewritediff.wording.verdicts import queue_counts, verdict_words

KEYS = {
    (Qt.Key.Key_Y, False): "fine",
    (Qt.Key.Key_A, False): "ask",
    (Qt.Key.Key_D, False): "dismiss",
    (Qt.Key.Key_D, True): "alike",
    (Qt.Key.Key_Backspace, False): "back",
    (Qt.Key.Key_Return, False): "go",
    (Qt.Key.Key_Enter, False): "go",
}
"""What keys do while the list has the keyboard, with Shift or without."""


MOST_SAID = 160
"""Characters of a sentence below the cards: four lines, and the cards keep their room."""
GAP = 6
"""Pixels between buttons."""


class CardView(QListView):
    """Hear the keys that handle the chosen card, before keys of the whole window."""

    pressed_for = signal(str)

    def event(self, event: QEvent, /) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._meant(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if meant := self._meant(event):
            self.pressed_for.emit(meant)
        else:
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> str:
        if event.matches(QKeySequence.StandardKey.Copy):
            return "copy"
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            return ""
        return KEYS.get((Qt.Key(event.key()), modifiers == Qt.KeyboardModifier.ShiftModifier), "")


class ReasonField(QLineEdit):
    """Take a reason; Escape leaves without one, Shift+Enter gives it for all findings like this."""

    left = signal(bool)
    meant_for_all = signal(bool)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit(True)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.meant_for_all.emit(True)
        else:
            super().keyPressEvent(event)


class CardFoot(QFrame):
    """Say the chosen finding in one sentence, and offer what can be done with it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardFoot")
        self.said = QLabel()
        self.said.setWordWrap(True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.reason = ReasonField()
        self.reason.setPlaceholderText(queue_words.REASON)
        self.reason.setAccessibleName(queue_words.REASON)
        self.reason.setAccessibleDescription(queue_words.REASON_KEYS)
        self.reason_keys = QLabel(queue_words.REASON_KEYS)
        self.reason_keys.setProperty("role", "muted")
        self.reason_keys.setWordWrap(True)
        self.fine, self.ask, self.dismiss, self.back = (
            _button(*made)
            for made in (queue_words.FINE_BUTTON, queue_words.ASK_BUTTON, queue_words.DISMISS_BUTTON, queue_words.BACK_BUTTON)
        )
        self.more = _button("⋯", queue_words.MORE)
        self.more.setAccessibleName(queue_words.MORE)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 9, 10, 10)
        column.setSpacing(8)
        column.addWidget(self.said)
        column.addWidget(self.reason)
        column.addWidget(self.reason_keys)
        buttons = FlowLayout(gap=GAP)
        for button in (self.fine, self.ask, self.dismiss, self.back, self.more):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.hide_reason()

    def show_card(self, item: Card | None, hint: str = "") -> None:
        """Show another card, or what was just made of it; without one a hint, or nothing."""
        self.setVisible(item is not None or bool(hint))
        self.more.setVisible(item is not None)
        if item is None:
            self.said.setText(hint)
            for button in (self.fine, self.ask, self.dismiss, self.back):
                button.hide()
            return
        verdict = f"\n{verdict_words(item.verdict)}" if item.verdict else ""
        said = shortened(item.message, MOST_SAID)
        self.said.setText(f"{said}{'' if said.endswith('…') else '.'}{verdict}")
        for button in (self.fine, self.ask, self.dismiss):
            button.setVisible(item.verdict is None)
        self.back.setVisible(item.verdict is not None)

    def ask_reason(self) -> None:
        """Offer a line for the reason of a dismissal."""
        self.reason.clear()
        self.reason.show()
        self.reason_keys.show()
        self.reason.setFocus()

    def hide_reason(self) -> None:
        """Take the line away."""
        self.reason.hide()
        self.reason_keys.hide()


class QueuePanel(SideList):
    """Hold the list of findings and what belongs to it."""

    chosen = signal(tuple)
    ruled = signal(Ruling)
    dismissed = signal(str)
    """Given the reason, or nothing."""
    dismissed_alike = signal(str)
    """The same, for all findings like the chosen one."""
    strength_wanted = signal(Strength)

    def __init__(self) -> None:
        super().__init__()
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self.counts.setProperty("role", "strong")
        self.strengths = {strength: _checkable(name, tip) for strength, (name, tip) in queue_words.STRENGTHS_SHOWN.items()}
        self.chooser = Segmented(list(self.strengths.values()), queue_words.STRENGTHS_NAME)
        self.model = QueueModel()
        self.painter = CardPainter()
        self.list = CardView()
        set_up(self.list, self.model, self.painter, queue_words.QUEUE_NAME)
        self.foot = CardFoot()
        self._seen: tuple[object, ...] = ()
        self._finding: int | None = None
        self.open_checks = 0
        """Cards to check that wait."""
        self.empty.setWordWrap(True)
        self._arrange()
        self._connect()

    def show_state(self, state: State) -> None:
        """Show the cards and what was made of them."""
        review = review_known(state)
        if (seen := (state.comparison, state.weakest, review)) != self._seen:
            self._seen = seen
            self._show_cards(state)
        self.strengths[state.weakest].setChecked(True)
        self._finding = state.finding
        self._select(self.model.row_of(state.finding))
        self._show_foot(state)

    def begin_dismissing(self) -> None:
        """Offer the line for a reason, where a card that waits is chosen."""
        if self.foot.isVisible() and self.foot.dismiss.isVisible():
            self.foot.ask_reason()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self.painter.theme = theme
        self.list.viewport().update()

    def set_typeface(self, typeface: Typeface) -> None:
        """Set values and context in other letters."""
        self.painter.set_typeface(typeface)
        self.list.doItemsLayout()

    def _show_cards(self, state: State) -> None:
        comparison, review = state.comparison, review_known(state)
        shown = entries(comparison, state.weakest) if comparison else ()
        self.model.show(comparison, shown, review)
        counts, done = waiting(comparison, review, max(state.weakest, Strength.LOOK, key=list(Strength).index)) if comparison else ({}, 0)
        self.open_checks = counts.get(Strength.CHECK, 0)
        found = bool(comparison and comparison.findings)
        self.counts.setText(queue_counts(counts.items(), done))
        self.empty.setText(queue_words.NONE_SO_STRONG if found else queue_words.NO_FINDINGS)
        self.empty.setVisible(not shown)
        for part in (self.counts, self.chooser):
            part.setVisible(found)
        self.list.setVisible(bool(shown))

    def _show_foot(self, state: State) -> None:
        row = self.model.row_of(state.finding)
        item = card(state.comparison, review_known(state), self.model.entries[row]) if state.comparison and row is not None else None
        if (item and item.verdict) or row is None:
            self.foot.hide_reason()
        self.foot.show_card(item, queue_words.CHOOSE_CARD if self.model.entries else "")

    def _select(self, row: int | None) -> None:
        selection = self.list.selectionModel()
        if row is None:
            selection.clear()
        elif self.list.currentIndex().row() != row or not selection.hasSelection():
            self.foot.hide_reason()
            index = self.model.index(row)
            selection.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index, QListView.ScrollHint.EnsureVisible)

    def _moved(self, index: QModelIndex, _before: QModelIndex) -> None:
        if index.isValid():
            entry: Entry = self.model.entries[index.row()]
            if self._finding not in entry:
                self.chosen.emit(entry)

    def _dismiss(self, *, every: bool = False) -> None:
        reason = self.foot.reason.text()
        self._leave_reason()
        (self.dismissed_alike if every else self.dismissed).emit(reason)

    def _leave_reason(self) -> None:
        self.list.setFocus()  # first: hiding what has the keyboard would give it to whatever comes next
        self.foot.hide_reason()

    def _mark(self) -> None:
        """Mark nothing: the list is in the order of gravity, not of reading."""

    def _arrange(self) -> None:
        top = QHBoxLayout()
        top.setContentsMargins(10, 0, 0, 0)
        top.addWidget(self.chooser)
        top.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        self.counts.setContentsMargins(10, 0, 10, 0)
        column.addWidget(self.counts)
        column.addLayout(top)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.foot)
        column.addStretch(0)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._moved)
        for strength, action in self.strengths.items():
            action.triggered.connect(lambda _=False, strength=strength: self.strength_wanted.emit(strength))
        foot = self.foot
        foot.fine.clicked.connect(lambda: self.ruled.emit(Ruling.FINE))
        foot.ask.clicked.connect(lambda: self.ruled.emit(Ruling.ASK))
        foot.dismiss.clicked.connect(self._dismiss_clicked)
        foot.reason.returnPressed.connect(self._dismiss)
        foot.reason.meant_for_all.connect(lambda _: self._dismiss(every=True))
        foot.reason.left.connect(lambda _: self._leave_reason())

    def _dismiss_clicked(self) -> None:
        """Ask for a reason at the first click, dismiss at the second."""
        if self.foot.reason.isVisible():
            self._dismiss()
        else:
            self.begin_dismissing()


def _button(text: str, tip: str) -> QPushButton:
    made = QPushButton(text)
    made.setToolTip(tip)
    made.setProperty("role", "small")
    return made


def _checkable(name: str, tip: str) -> QAction:
    made = QAction(name)
    made.setCheckable(True)
    made.setToolTip(tip)
    return made
