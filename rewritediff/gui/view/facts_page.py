"""The page that tells how a document was read: its encoding, what is to be known and why, other ways to read it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from rewritediff.gui import telling_words
from rewritediff.gui.signals import signal
from rewritediff.gui.telling import Choice, Encodings, Fact, Reading, Way
from rewritediff.loaders.options import Options

MARGIN = 14
PLACE = "place"
"""The property by which a button that is made anew is known."""


class ChoiceRow(QFrame):
    """Show ways to read a document as buttons of which one is pressed."""

    chosen = signal(Options)

    def __init__(self, choice: Choice) -> None:
        super().__init__()
        self.setObjectName("segmented")
        self.setAccessibleName(choice.name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        for number, way in enumerate(choice.ways):
            button = QToolButton()
            button.setText(way.name)
            button.setAccessibleName(f"{choice.name}: {way.name}")
            button.setProperty(PLACE, f"{choice.name} {number}")
            button.setCheckable(True)
            button.setChecked(number == choice.chosen)
            button.setAutoExclusive(True)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            button.clicked.connect(partial(self._clicked, way.options))
            row.addWidget(button)

    def _clicked(self, options: Options, _checked: bool = False) -> None:
        self.chosen.emit(options)


class EncodingRow(QWidget):
    """Name the encoding of a document, and offer others by groups."""

    chosen = signal(Options)

    def __init__(self, encodings: Encodings) -> None:
        super().__init__()
        self.button = QPushButton(f"{encodings.name}  ▾")
        self.button.setProperty("role", "small")
        self.button.setProperty(PLACE, telling_words.ENCODING)
        self.button.setAccessibleName(f"{telling_words.ENCODING}: {encodings.name}")
        self.menu = QMenu(self.button)
        self._add(self.menu, encodings.by_itself, encodings)
        self.menu.addSeparator()
        for group, ways in encodings.groups:
            below = self.menu.addMenu(group)
            for way in ways:
                self._add(below, way, encodings)
            if any(way.options == encodings.chosen for way in ways):
                below.setTitle(f"{group}  ✓")
        self.button.clicked.connect(lambda: self.menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft())))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(QLabel(telling_words.ENCODING), 1)
        row.addWidget(self.button)

    def _add(self, menu: QMenu, way: Way, encodings: Encodings) -> None:
        action = menu.addAction(way.name, partial(self.chosen.emit, way.options))
        action.setCheckable(True)
        action.setChecked(way.options == encodings.chosen)


class FactsPage(QWidget):
    """Tell how a document was read."""

    read_asked = signal(Options)

    def __init__(self) -> None:
        super().__init__()
        self.choose = QPushButton(telling_words.CHOOSE_BLOCKS)
        self.tracked = QPushButton(telling_words.BEFORE_AND_AFTER)
        self.encoding: EncodingRow | None = None
        self.setObjectName("panelPage")
        self._facts = QVBoxLayout()
        self._facts.setSpacing(2)
        inner = QWidget()
        inner.setObjectName("panelPage")
        column = self._column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 4, MARGIN, 4)
        column.addLayout(self._facts)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidgetResizable(True)
        scroll.setWidget(inner)
        foot = self._foot = QVBoxLayout()
        foot.setContentsMargins(MARGIN, 4, MARGIN, MARGIN // 2)
        foot.setSpacing(6)
        foot.addWidget(self.tracked, 0, Qt.AlignmentFlag.AlignLeft)
        foot.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addLayout(foot)

    def show_reading(self, reading: Reading) -> None:
        """Tell how one document was read; what had the keyboard has it again."""
        focus = self._focused()
        self._clear()
        self.encoding = None
        if reading.encodings:
            self.encoding = EncodingRow(reading.encodings)
            self.encoding.chosen.connect(self.read_asked.emit)
            self._facts.addWidget(self.encoding)
            self._why(reading.encodings.why)
        for fact in reading.facts:
            self._fact(fact)
        if not reading.facts:
            self._facts.addWidget(_words(telling_words.READ_WHOLE, "muted"))
        self.tracked.setVisible(reading.tracked)
        self._focus_again(focus)

    def _focus_again(self, focus: str) -> None:
        """Give the keyboard to the button that took the place of the one that had it."""
        for number in range(self._facts.count()):
            item = self._facts.itemAt(number)
            if item is not None and (widget := item.widget()) is not None:
                widget.show()  # what is hidden cannot take the keyboard, and a layout shows what is new a moment later
        for button in self.findChildren(QPushButton) + self.findChildren(QToolButton):
            if focus and button.property(PLACE) == focus and button.isVisibleTo(self):
                button.setFocus()

    def height_wanted(self, width: int) -> int:
        """Give the height in which nothing has to be scrolled."""
        for part in self.findChildren(QWidget):
            part.ensurePolished()  # the style sheet has its say about sizes only then
        self._column.invalidate()
        told = self._column.heightForWidth(width) if self._column.hasHeightForWidth() else self._column.sizeHint().height()
        return told + self._foot.sizeHint().height()

    def _focused(self) -> str:
        """Name what has the keyboard among that which is made anew; nothing where that is elsewhere."""
        focus = QApplication.focusWidget()
        return str(focus.property(PLACE) or "") if focus is not None and self.isAncestorOf(focus) else ""

    def _clear(self) -> None:
        while (item := self._facts.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()  # until it is deleted; without a parent it would be a window for that moment, and take the keyboard away
                widget.deleteLater()

    def _fact(self, fact: Fact) -> None:
        said = _words(fact.said, "")
        if fact.choice is None:
            self._facts.addWidget(said)
        else:
            choice = ChoiceRow(fact.choice)
            choice.chosen.connect(self.read_asked.emit)
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
            row.addWidget(said, 1)
            row.addWidget(choice)
            self._facts.addWidget(line)
        self._why(fact.why)

    def _why(self, why: str) -> None:
        if why:
            self._facts.addWidget(_words(why, "why"))
        self._facts.addSpacing(8)


def _words(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setProperty("role", role)
    return label
