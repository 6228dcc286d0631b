"""What stands in place of the answer line in the copied view: how much was taken over, in how long runs, how much of it quoted."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QSpinBox, QToolButton, QWidget

from rewritediff.gui import words
from rewritediff.gui.copied import LEAST_WORDS, LOOKING, MOST_WORDS, Copied
from rewritediff.gui.theme import LIGHT, Theme, chrome_font
from rewritediff.gui.view.answer_line import PIXELS
from rewritediff.gui.view.flow_layout import FlowLayout
from rewritediff.wording.copying import copied_parts

SWATCH = "background: {fill}; border: 1px solid {edge}; border-radius: 4px; padding: 1px 6px; color: {text};"


class CopiedLine(QWidget):
    """Show the figures; the first two are painted as the texts are, so that they explain the paint."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Copied | None, int] = (None, 0)
        self._theme = LIGHT
        self.share, self.quoted, self.runs, self.least = (QLabel() for _ in range(4))
        self.words = _number()
        self.fewer, self.more = _stepper("−", words.FEWER), _stepper("+", words.MORE)
        self.fewer.clicked.connect(self.words.stepDown)
        self.more.clicked.connect(self.words.stepUp)
        self.longest = QPushButton()
        self.longest.setProperty("role", "quiet")
        self.longest.setToolTip(words.TO_LONGEST)
        self.quoted.setToolTip(words.QUOTED_COUNTED)
        for part in (self.share, self.quoted, self.runs, self.words, self.least, self.longest, self.fewer, self.more):
            part.setFont(_font(bold=part in (self.share, self.longest)))
        self._layout = FlowLayout(self)
        self._layout.addWidget(_group(self.share, self.quoted))
        self._layout.addWidget(_group(self.runs, self.fewer, self.words, self.more, self.least))
        self._layout.addWidget(_group(self.longest))
        self.setAccessibleName(words.COPIED_FIGURES)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self.share.setStyleSheet(SWATCH.format(fill=theme.copied_fill, edge=theme.copied_fill, text=theme.text))
        self.quoted.setStyleSheet(SWATCH.format(fill=theme.paper, edge=theme.copied, text=theme.text))
        for label in (self.runs, self.least):
            label.setStyleSheet(f"color: {theme.muted};")

    def show_copied(self, copied: Copied, least: int) -> None:
        """Show other figures; while none are known yet, say that they are looked for."""
        if (copied, least) == self._shown:
            return
        self._shown = (copied, least)
        with QSignalBlocker(self.words):
            self.words.setValue(least)
        self.fewer.setEnabled(least > LEAST_WORDS)
        self.more.setEnabled(least < MOST_WORDS)
        parts = copied_parts(copied.figures, copied.words or least)
        looking = copied is LOOKING
        self.share.setText(words.LOOKING_FOR_COPIED if looking else parts.share)
        self.runs.setText(parts.runs)
        self.least.setText(parts.least)
        self.share.setToolTip(words.SHARE_COUNTED.format(least=copied.words or least))
        for part, said in ((self.quoted, parts.quoted), (self.longest, parts.longest)):
            part.setText(said)
            part.setVisible(bool(said))
        self.setAccessibleDescription(self.share.text() if looking else str(parts))
        self.updateGeometry()


def _number() -> QSpinBox:
    made = QSpinBox()
    made.setRange(LEAST_WORDS, MOST_WORDS)
    made.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.setFixedWidth(40)
    made.setKeyboardTracking(False)  # else typing 12 would look for runs of 1 word first
    made.setAccessibleName(words.LEAST_COPIED)
    made.setToolTip(words.LEAST_COPIED)
    return made


def _stepper(sign: str, name: str) -> QToolButton:
    made = QToolButton()
    made.setText(sign)
    made.setObjectName("stepper")
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the field between both takes the arrow keys
    made.setAutoRepeat(True)
    return made


def _group(*parts: QWidget) -> QWidget:
    """Hold parts that stay on one line."""
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 20, 0)
    row.setSpacing(6)
    for part in parts:
        row.addWidget(part)
    made.setFixedHeight(32)
    return made


def _font(*, bold: bool) -> QFont:
    font = chrome_font()
    font.setPixelSize(PIXELS)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
