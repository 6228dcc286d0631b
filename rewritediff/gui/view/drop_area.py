"""One half of the start page: where a file is dropped, opened or pasted, and what stands there then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from rewritediff.core.values import Side
from rewritediff.gui import telling_words, words
from rewritediff.gui.choices import Typeface
from rewritediff.gui.links import shown
from rewritediff.gui.messages import Offer
from rewritediff.gui.signals import signal
from rewritediff.gui.sources import Empty, Failed, Loaded, Loading, Pasted, Slot
from rewritediff.gui.telling import counts_of
from rewritediff.gui.theme import Theme, article_font
from rewritediff.gui.view.editor import Editor
from rewritediff.gui.view.elided import ElidedButton
from rewritediff.gui.view.icons import pixmap

LONG = 150
"""Characters of a problem from which it gets the room of the picture: else its end would be cut off in the smallest window."""
PREVIEW = 400
"""Characters of a loaded text that are shown: about what fits; a line edge cuts the rest."""


class DropArea(QFrame):
    """Show what stands on one side, and offer what can be done there."""

    open_asked = signal(Side)
    write_asked = signal(Side)
    back_asked = signal(Side)
    remove_asked = signal(Side)
    told_asked = signal(Side)
    cancel_asked = signal(Side)
    fetch_asked = signal(Side)
    leave_asked = signal(Side)
    again_asked = signal(Side)
    written = signal(Pasted)

    def __init__(self, side: Side) -> None:
        super().__init__()
        self.side = side
        self.setObjectName("dropArea")
        self.setAccessibleName(words.SIDES[side])
        self.picture = QLabel()
        self._pictures: dict[bool, QPixmap] = {}
        """For a side that failed, and for all others."""
        self.title = _label(words.SIDES[side], "side")
        self.detail = _label("", "muted")
        self.told = ElidedButton()
        self.told.setProperty("role", "quiet")
        self.problem = _label("", "problem")
        self.preview = _label("", "muted")
        self.open = QPushButton(words.OPEN)
        self.paste = QPushButton(words.PASTE)
        self.remove = QPushButton(words.REMOVE)
        self.cancel = QPushButton(words.CANCEL)
        self.again = QPushButton(words.OFFERS[Offer.TRY_AGAIN])
        self.fetch = QPushButton(words.OFFERS[Offer.FETCH])
        self.fetch.setProperty("role", "main")
        self.leave = QPushButton(words.CANCEL)
        self.editor = Editor()
        self.use = QPushButton(words.USE_TEXT)
        self.back = QPushButton(words.BACK)
        self._column = QVBoxLayout()
        self._buttons = _row(self.fetch, self.leave, self.cancel, self.again, self.open, self.paste, self.remove)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._idle_page())
        self._stack.addWidget(self._writing_page())
        self._connect()

    def show_slot(self, slot: Slot, *, writing: bool, short: str = "", link: str = "") -> None:
        """Show what stands on the side and in a few words how it was read, or the link that the side asks about."""
        slot = Empty() if link else slot
        state = {Empty: "empty", Loading: "loading", Loaded: "loaded", Failed: "failed"}[type(slot)]
        if self.property("state") != state:
            self.setProperty("state", state)
            self.style().polish(self)
        self._stack.setCurrentIndex(1 if writing else 0)
        self.detail.setText(words.FETCH.format(address=shown(link)) if link else _detail(slot))
        self.problem.setText(slot.message if isinstance(slot, Failed) else "")
        self.problem.setVisible(isinstance(slot, Failed))
        self.preview.setText(_preview(slot.article.text) if isinstance(slot, Loaded) else "")
        self.preview.setVisible(isinstance(slot, Loaded))
        self.told.setText(short or telling_words.HOW_READ)
        self.told.setToolTip(short)
        self.told.setAccessibleName(f"{telling_words.HOW_READ_OF.format(side=words.side_word(self.side))}: {short}".rstrip(": "))
        self.told.setVisible(isinstance(slot, Loaded))
        self.detail.setVisible(not isinstance(slot, Failed))
        self.problem.setToolTip(self.problem.text())
        self.picture.setVisible(not isinstance(slot, Loaded) and len(self.problem.text()) < LONG)
        self.picture.setPixmap(self._pictures.get(isinstance(slot, Failed), QPixmap()))
        self._place(centred=not isinstance(slot, Loaded))
        self.open.setText(words.CHANGE if isinstance(slot, Loaded) else words.OPEN)
        self._show_buttons(slot, asks=bool(link))

    def has_writer(self) -> bool:
        """Tell whether somebody writes here, or is at the buttons below."""
        return any(part.hasFocus() for part in (self.editor, self.use, self.back))

    def _show_buttons(self, slot: Slot, *, asks: bool) -> None:
        """Offer what can be done now; a button that goes hands the keyboard to the first that stays."""
        had_focus = self._buttons_focused()
        loading = isinstance(slot, Loading)
        for button, wanted in (
            (self.fetch, asks),
            (self.leave, asks),
            (self.cancel, loading),
            (self.again, isinstance(slot, Failed) and slot.again),
            (self.open, not asks and not loading),
            (self.paste, not asks and not loading and not (isinstance(slot, Failed) and slot.again)),  # four would not fit
            (self.remove, isinstance(slot, Loaded | Failed)),
        ):
            button.setVisible(wanted)
        if had_focus and not self._buttons_focused():
            next(button for button in (self.fetch, self.cancel, self.again, self.open) if not button.isHidden()).setFocus()

    def _buttons_focused(self) -> bool:
        return any(button.hasFocus() for button in self._every_button())

    def _every_button(self) -> tuple[QPushButton, ...]:
        return (self.fetch, self.leave, self.cancel, self.again, self.open, self.paste, self.remove)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        ratio = self.devicePixelRatioF()
        self._pictures = {False: pixmap("page", theme.edited, 32, ratio), True: pixmap("problem", theme.omitted, 28, ratio)}
        self.picture.setPixmap(self._pictures[self.property("state") == "failed"])

    def set_typeface(self, typeface: Typeface) -> None:
        """Set texts in other letters."""
        self.preview.setFont(article_font(0.85, typeface))
        self.editor.setFont(article_font(0.9, typeface))

    def _place(self, *, centred: bool) -> None:
        """Put what is said in the middle, or where there is a text to show, at the left above it."""
        across = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        for label in (self.picture, self.title, self.detail, self.problem):
            label.setAlignment(across)
        for layout in (self._column, self._buttons):  # each has an empty stretch at its beginning and its end
            layout.setStretch(0, int(centred))
        self._column.setStretch(self._column.count() - 1, int(centred))

    def _idle_page(self) -> QWidget:
        page = QWidget()
        column = self._column
        page.setLayout(column)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(8)
        column.addStretch(1)
        for label in (self.detail, self.problem, self.preview):
            label.setWordWrap(True)
        self.preview.setFont(article_font(0.85))
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.preview.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.picture)
        column.addWidget(self.title)
        column.addWidget(self.detail)
        column.addWidget(self.told)
        column.addWidget(self.problem)
        column.addWidget(self.preview, 1)
        self._buttons.insertStretch(0, 1)
        column.addSpacing(4)
        column.addLayout(self._buttons)
        column.addStretch(1)
        return page

    def _writing_page(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        hint = words.WRITE_HERE.format(side=words.side_word(self.side))
        self.editor.setPlaceholderText(hint)
        self.editor.setAccessibleName(hint)
        self.editor.setAcceptDrops(False)  # what is dropped on it goes to the window, which knows files from text
        self.editor.setTabChangesFocus(True)
        self.editor.setFont(article_font(0.9))
        self.use.setProperty("role", "main")
        column.addWidget(self.editor, 1)
        column.addLayout(_row(self.use, self.back))
        return page

    def _connect(self) -> None:
        self.open.clicked.connect(lambda: self.open_asked.emit(self.side))
        self.paste.clicked.connect(lambda: self.write_asked.emit(self.side))
        self.remove.clicked.connect(lambda: self.remove_asked.emit(self.side))
        self.told.clicked.connect(lambda: self.told_asked.emit(self.side))
        self.back.clicked.connect(lambda: self.back_asked.emit(self.side))
        self.cancel.clicked.connect(lambda: self.cancel_asked.emit(self.side))
        self.fetch.clicked.connect(lambda: self.fetch_asked.emit(self.side))
        self.leave.clicked.connect(lambda: self.leave_asked.emit(self.side))
        self.again.clicked.connect(lambda: self.again_asked.emit(self.side))
        self.use.clicked.connect(lambda: self.written.emit(self.editor.pasted()))
        self.editor.submitted.connect(self.written.emit)
        for button in self._every_button():
            button.setAccessibleName(f"{words.SIDES[self.side]}: {button.text()}")


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    return label


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row


def _detail(slot: Slot) -> str:
    match slot:
        case Loaded():
            return f"{words.document_name(slot)} · {counts_of(slot)}"
        case Loading():
            return f"{words.document_name(slot)} · {words.READING}"
        case Failed():
            return ""
    return words.DROP_HERE


def _preview(text: str) -> str:
    shown = "\n".join(" ".join(paragraph.split()) for paragraph in text[: 2 * PREVIEW].split("\n\n") if paragraph.strip())
    return shown if len(shown) <= PREVIEW else shown[:PREVIEW].rsplit(" ", 1)[0] + "…"
