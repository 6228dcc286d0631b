"""The answer line: what became of the sentences, in words; each count is a switch that shows only its sentences."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QSizePolicy, QWidget

from rewritediff.gui.signals import signal
from rewritediff.gui.theme import LIGHT, Theme, chrome_font
from rewritediff.gui.view.flow_layout import FlowLayout
from rewritediff.gui.words import FILTER_TIPS, SHOW_ALL
from rewritediff.wording import Answer, AnswerPart, Filter

PIXELS = 14
SIDE = 2
"""Pixels beside a part's words: no more, or the commas and brackets between parts would float."""
QUIET = frozenset({Filter.UNCHANGED, Filter.LIGHTLY, Filter.HEAVILY, Filter.DROPPED_FURNITURE, Filter.NEW_FURNITURE, Filter.DOUBTFUL})
"""Parts that tell more of another part; they are no louder than the words around them."""


def ink(theme: Theme, key: Filter) -> str:
    """Give the colour of what a part counts."""
    return {
        Filter.COUNTERPART: theme.edge,
        Filter.UNCHANGED: theme.edge,
        Filter.LIGHTLY: theme.edited,
        Filter.HEAVILY: theme.paraphrased,
        Filter.DROPPED: theme.omitted,
        Filter.DROPPED_FURNITURE: theme.omitted,
        Filter.NEW: theme.inserted,
        Filter.NEW_FURNITURE: theme.inserted,
        Filter.MOVED: theme.moved,
        Filter.DOUBTFUL: theme.edge,
        Filter.CHECK: theme.finding,
        Filter.LOOK: theme.finding,
    }[key]


class PartButton(QAbstractButton):
    """Show one count as words above a line in its colour."""

    def __init__(self, part: AnswerPart, key: Filter, theme: Theme) -> None:
        super().__init__()
        self.key = key
        self.theme = theme
        self.setText(part.text)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFont(_font(bold=key not in QUIET))
        tip = ", ".join(filter(None, (FILTER_TIPS[key], part.more)))
        self.setToolTip(tip)
        self.setAccessibleName(part.text)
        self.setAccessibleDescription(tip)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2 * SIDE, metrics.height() + 9)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.theme.selection if self.isChecked() else self.theme.rule))
            painter.drawRoundedRect(area, 4, 4)
        painter.setPen(QColor(self.theme.text if self.key not in QUIET or self.isChecked() else self.theme.muted))
        painter.drawText(self.rect().adjusted(SIDE, 2, -SIDE, -5), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.fillRect(QRectF(SIDE, self.height() - 4, self.width() - 2 * SIDE, 2), QColor(ink(self.theme, self.key)))
        if self.hasFocus():
            painter.setPen(QColor(self.theme.accent))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area, 4, 4)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class AnswerLine(QWidget):
    """Show the answer; its counts are switches, and what they switch is decided elsewhere."""

    toggled = signal(Filter)

    def __init__(self) -> None:
        super().__init__()
        self._answer: Answer | None = None
        self._theme = LIGHT
        self._buttons: list[PartButton] = []
        self._words: list[QLabel] = []
        self.show_all = QPushButton(SHOW_ALL)
        self.show_all.setProperty("role", "quiet")
        self.show_all.setObjectName("showAll")
        self.show_all.hide()
        self._layout = FlowLayout(self)
        self._layout.addWidget(self.show_all)
        self.setAccessibleName("Answer")
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        for button in self._buttons:
            button.theme = theme
        self.update()
        for part in (*self._buttons, *self._words):
            part.update()

    def set_answer(self, answer: Answer | None) -> None:
        """Show another answer."""
        if answer == self._answer:
            return
        self._answer = answer
        shown = not self.isHidden()
        self.hide()  # in a line that is seen Qt shows part by part and lays out all anew for each, 17 ms in all
        self._empty()
        self._layout.removeWidget(self.show_all)
        for place, part in enumerate(answer.parts if answer else ()):
            self._add(part, first=place == 0)
        self._layout.addWidget(self.show_all)
        self.setAccessibleDescription(str(answer) if answer else "")
        self.setVisible(shown)
        self.updateGeometry()

    def set_filter(self, chosen: frozenset[Filter]) -> None:
        """Show which parts are switched on."""
        for button in self._buttons:
            button.setChecked(button.key in chosen)
        self.show_all.setVisible(bool(chosen))

    def part(self, key: Filter) -> PartButton | None:
        """Find the switch of a count."""
        return next((button for button in self._buttons if button.key is key), None)

    def _add(self, part: AnswerPart, *, first: bool) -> None:
        if part.filter is None:
            label = QLabel(part.text)
            label.setFont(_font(bold=first))
            label.setProperty("role", "strong" if first else "muted")  # what begins the answer is the answer
            label.setFixedHeight(label.fontMetrics().height() + 9)
            label.setContentsMargins(0, 0, 0, 3)
            self._words.append(label)
            self._layout.addWidget(label)
            return
        button = PartButton(part, part.filter, self._theme)
        button.clicked.connect(lambda: self.toggled.emit(button.key))
        self._buttons.append(button)
        self._layout.addWidget(button)

    def _empty(self) -> None:
        for widget in (*self._buttons, *self._words):
            self._layout.removeWidget(widget)
            widget.hide()  # it goes later, and must not be seen below its successor until then
            widget.deleteLater()
        self._buttons.clear()
        self._words.clear()


def _font(*, bold: bool) -> QFont:
    font = chrome_font()
    font.setPixelSize(PIXELS)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font
