"""The page of keys and signs, in the window itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QBoxLayout, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from rewritediff.core.values import Relation
from rewritediff.gui import keys_words, words
from rewritediff.wording import GLYPHS, RELATIONS
from rewritediff.wording.labels import MOVED_GLYPH

SCROLLS = {
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}


class KeysPage(QScrollArea):
    """List the keys, and what the signs beside sentences mean."""

    def __init__(self) -> None:
        super().__init__()
        self.close_button = QPushButton(words.CLOSE)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        inner = QWidget()
        inner.setObjectName("page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(48, 32, 48, 32)
        column.setSpacing(18)
        head = QLabel(keys_words.KEYS_HEAD)
        head.setObjectName("heading")
        column.addWidget(head)
        columns = self._columns
        columns.setSpacing(40)
        keys = [table(title, rows) for title, rows in keys_words.KEYS]
        columns.addLayout(_stacked(table(keys_words.SIGNS_HEAD, signs())))  # first: in a narrow window they would be below 36 lines of keys
        columns.addLayout(_stacked(*keys))
        columns.addStretch(1)
        column.addLayout(columns)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.setWidget(inner)
        self._width_of_both = inner.sizeHint().width()
        """Pixels from which keys and signs stand side by side."""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        action = SCROLLS.get(Qt.Key(event.key()))
        if action is None:
            super().keyPressEvent(event)
        else:
            self.verticalScrollBar().triggerAction(action)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        wide = self.width() >= self._width_of_both
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        super().resizeEvent(event)


def signs() -> tuple[tuple[str, str], ...]:
    """List each sign with its meaning."""
    glyphs = tuple((GLYPHS[relation], RELATIONS[relation]) for relation in Relation if relation is not Relation.SAME)
    return (*glyphs, (MOVED_GLYPH, "moved to another place"), *keys_words.SIGNS_TAIL)


def table(title: str, rows: tuple[tuple[str, str], ...]) -> QGridLayout:
    """Lay out a small table with a head."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(7)
    grid.addWidget(_label(title, "strong"), 0, 0, 1, 2)
    for number, (key, meaning) in enumerate(rows, start=1):
        grid.addWidget(_label(key, ""), number, 0)
        grid.addWidget(_label(meaning, "muted"), number, 1)
    grid.setColumnMinimumWidth(0, 200)
    grid.setColumnStretch(1, 1)
    return grid


def _stacked(*tables: QGridLayout) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(24)
    for each in tables:
        column.addLayout(each)
    column.addStretch(1)
    return column


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    return label
