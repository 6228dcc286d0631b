"""Where a text is pasted or written. What was pasted whole and not touched since is used in the form that knows its paragraphs."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit

from rewritediff.gui.signals import signal
from rewritediff.gui.sources import Pasted
from rewritediff.gui.view.clips import pasted_of


class Editor(QPlainTextEdit):
    """Edit plain text, and remember what it was pasted from."""

    submitted = signal(Pasted)
    """Ctrl and Enter were pressed: the text is to be used."""

    def __init__(self) -> None:
        super().__init__()
        self._clip: Pasted | None = None

    def pasted(self) -> Pasted:
        """Give the text; with its rich forms where it is still what was pasted."""
        text = self.toPlainText()
        return self._clip if self._clip is not None and _alike(self._clip.text, text) else Pasted(text)

    def begin(self, clip: Pasted) -> None:
        """Put a text in, selected: what is pasted or typed next replaces it."""
        if clip.text:
            self.setPlainText(clip.text)
            self._clip = clip
            self.selectAll()
        self.setFocus()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit(self.pasted())
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData, /) -> None:
        chosen = self.textCursor()
        whole = abs(chosen.selectionEnd() - chosen.selectionStart()) >= self.document().characterCount() - 1
        super().insertFromMimeData(source)
        self._clip = pasted_of(source) if whole else None

    def insert_plain(self, text: str) -> None:
        """Paste only the words."""
        self._clip = None
        self.insertPlainText(text)


def _alike(pasted: str, shown: str) -> bool:
    """Tell whether the editor still holds what was pasted; it has line ends and blanks of its own."""
    return pasted == shown or pasted.split() == shown.split()
