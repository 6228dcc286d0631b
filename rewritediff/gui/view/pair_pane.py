"""The pair pane: both versions of a passage one above the other, to read, to select, and to hear."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextLine
from PySide6.QtWidgets import QTextBrowser

from rewritediff.core.values import Side, Strength
from rewritediff.gui import words
from rewritediff.gui.choices import Typeface
from rewritediff.gui.pair import Pair, PairFinding, PairSide
from rewritediff.gui.row_content import RowSide
from rewritediff.gui.row_marks import RunKind
from rewritediff.gui.signals import signal
from rewritediff.gui.theme import LIGHT, Theme, article_font, chrome_font
from rewritediff.gui.view.flags import GRAVEST, paint_wave, uncovered
from rewritediff.gui.view.utf16 import Utf16
from rewritediff.wording import Said

Line = QTextCharFormat.UnderlineStyle
FINDING = "finding-"
"""What the address of a finding begins with."""
BELOW = 6.4
"""Pixels from the baseline to the middle of a wave; lines stand closer here than in the texts."""
SIGNS = {Strength.CHECK: "⚑", Strength.LOOK: "⚐", Strength.NOTE: "·"}
"""Flags as in the margins of the texts."""


class PairPane(QTextBrowser):
    """Show one passage."""

    passage_wanted = signal(int)
    """A passage that the pane names was clicked."""
    finding_chosen = signal(int)
    """A finding was clicked, given its number in the comparison."""

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self._pair: Pair | None = None
        self._waves: list[tuple[int, int, Strength]] = []
        """From where to where in the document waves stand."""
        self._chosen: int | None = None
        self._zoom = 1.0
        self._typeface = Typeface.SERIF
        self.setOpenLinks(False)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction | Qt.TextInteractionFlag.TextSelectableByKeyboard)
        self.anchorClicked.connect(self._follow)
        self.setAccessibleName("Pair")
        self.document().setDocumentMargin(10)
        self.show_pair(None)

    def loadResource(self, _kind: int, _name: QUrl | str, /) -> Any:
        """Load nothing: a text that is compared must never fetch anything."""
        return None

    def _follow(self, url: QUrl) -> None:
        href = url.toString()
        if href.startswith(FINDING):
            self.finding_chosen.emit(int(href.removeprefix(FINDING)))
        else:
            self.passage_wanted.emit(int(href))

    def show_finding(self, number: int | None) -> None:
        """Make the chosen finding and its words stand out."""
        if number != self._chosen:
            self._chosen = number
            if self._pair and self._pair.findings:
                self._show()

    def show_pair(self, pair: Pair | None, finding: int | None = None) -> None:
        """Show another passage, and which of its findings is chosen."""
        self._pair, self._chosen = pair, finding
        self._show()

    def _show(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # else all is laid out anew after each mark: 1 s for a passage of 400
        self._write(cursor, self._pair)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def _write(self, cursor: QTextCursor, pair: Pair | None) -> None:
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        self._waves = []
        cursor.setBlockFormat(QTextBlockFormat())
        if pair is None:
            cursor.insertText(words.NO_PASSAGE, self._small(self._theme.muted))
            return
        cursor.setBlockFormat(_block(0, 4))
        cursor.insertText(f"{pair.glyph} ", self._small(self._theme.moved if pair.moved else self._theme.ink(pair.relation), bold=True))
        cursor.insertText(pair.title, self._small(self._theme.text, bold=True))
        # what is doubtful stands above the texts, where it is seen without scrolling; the rest below is for those who ask
        if pair.doubt:
            cursor.insertBlock(_block(2, 0))
            self._insert_said(cursor, pair.doubt, self._theme.text)
        for finding in pair.findings:
            self._insert_finding(cursor, finding)
        if pair.advice:
            cursor.insertBlock(_block(6, 0))
            cursor.insertText(pair.advice, self._small(self._theme.muted))
        for side in pair.sides:
            self._insert_side(cursor, side)
        for number, detail in enumerate(pair.details):
            cursor.insertBlock(_block(18 if number == 0 else 4, 0))
            self._insert_said(cursor, detail, self._theme.muted)

    def paintEvent(self, event: QPaintEvent, /) -> None:
        """Paint the text, and under it the same waves as in the texts: of its own Qt has one wave for all strengths."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        taken: list[QRectF] = []
        for first, end, strength in sorted(self._waves, key=lambda wave: GRAVEST[wave[2]]):
            for box, baseline in self._boxes(first, end):
                for left, right in uncovered(box, taken):
                    place = QRectF(left, baseline + BELOW * self._zoom, right - left, 0)
                    paint_wave(painter, place, strength, self._zoom, QColor(self._theme.finding))
                taken.append(box)

    def _boxes(self, first: int, end: int) -> Iterator[tuple[QRectF, float]]:
        """Place a stretch of one block on its lines: a box a line, and its baseline."""
        block = self.document().findBlock(first)
        layout, at = block.layout(), self.document().documentLayout().blockBoundingRect(block).topLeft()
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            begins = block.position() + line.textStart()
            low, high = max(first, begins), min(end, begins + line.textLength())
            if low < high:
                left, right = sorted(_x(line, place - block.position()) for place in (low, high))
                yield QRectF(at.x() + left, at.y() + line.y(), right - left, line.height()), at.y() + line.y() + line.ascent()

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of a theme."""
        self._theme = theme
        self._show()

    def set_zoom(self, factor: float) -> None:
        """Set the size of the two versions beside their usual one; the small words around them stay."""
        if factor != self._zoom:
            self._zoom = factor
            self._show()

    def set_typeface(self, typeface: Typeface) -> None:
        """Set the two versions in other letters."""
        if typeface is not self._typeface:
            self._typeface = typeface
            self._show()

    def _insert_said(self, cursor: QTextCursor, said: Said, colour: str) -> None:
        """Insert small words; the part that leads to a passage is a link."""
        plain = self._small(colour)
        cursor.insertText(said.before, plain)
        if said.passage is not None:
            link = self._small(self._theme.accent)
            link.setAnchor(True)
            link.setAnchorHref(str(said.passage))
            link.setFontUnderline(True)
            cursor.insertText(said.link, link)
        cursor.insertText(said.after, plain)

    def _insert_finding(self, cursor: QTextCursor, finding: PairFinding) -> None:
        """Insert what a finding says; its strength is a link that chooses it."""
        cursor.insertBlock(_block(6, 0))
        chosen, theme = finding.number == self._chosen, self._theme
        ink = {Strength.NOTE: theme.muted}.get(finding.strength, theme.text if chosen else theme.finding)
        label = self._small(ink, bold=finding.strength is Strength.CHECK)
        label.setAnchor(True)
        label.setAnchorHref(f"{FINDING}{finding.number}")
        words = self._small(theme.muted if finding.strength is Strength.NOTE else theme.text)
        for form in (label, words) if chosen else ():
            form.setBackground(QColor(theme.finding_fill))
        cursor.insertText(f"{SIGNS[finding.strength]} {finding.label}", label)
        cursor.insertText(f": {finding.sentence}", words)

    def _insert_side(self, cursor: QTextCursor, side: PairSide) -> None:
        cursor.insertBlock(_block(16, 4))
        cursor.insertText(side.name, self._small(self._theme.text, bold=True))
        cursor.insertText(f"  {side.place}" if side.place else "", self._small(self._theme.muted))
        if not side.runs:
            cursor.insertBlock(_block(0, 0))
            cursor.insertText(side.gap, self._small(self._theme.muted))
        for run in side.runs:
            cursor.insertBlock(_block(0, 6))
            self._insert_run(cursor, run, side.side)

    def _insert_run(self, cursor: QTextCursor, run: RowSide, side: Side) -> None:
        """Insert a text, then lay the marks over it: Qt counts in UTF-16, marks in characters."""
        start = cursor.position()
        plain = QTextCharFormat()
        plain.setFont(article_font(0.94 * self._zoom, self._typeface))
        plain.setForeground(QColor(self._theme.text))
        cursor.insertText(run.text.text, plain)
        offsets = Utf16(run.text.text)
        marking = QTextCursor(self.document())
        for mark in run.runs:
            marking.setPosition(start + offsets.to_qt(mark.start))
            marking.setPosition(start + offsets.to_qt(mark.end), QTextCursor.MoveMode.KeepAnchor)
            marking.mergeCharFormat(self._mark(mark.kind, side))
        for wave in run.waves:
            first, end = start + offsets.to_qt(wave.start), start + offsets.to_qt(wave.end)
            if wave.drawn:
                self._waves.append((first, end, wave.strength))
            if wave.finding == self._chosen and not wave.whole:
                marking.setPosition(first)
                marking.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
                ground = QTextCharFormat()
                ground.setBackground(QColor(self._theme.finding_fill))
                marking.mergeCharFormat(ground)

    def _mark(self, kind: RunKind, side: Side) -> QTextCharFormat:
        made = QTextCharFormat()
        theme = self._theme
        match kind:
            case RunKind.KEY_TERM:
                made.setFontWeight(QFont.Weight.Bold)
            case RunKind.WHOLE:
                made.setBackground(QColor(theme.omitted_fill if side is Side.ORIGINAL else theme.inserted_fill))
            case RunKind.REMOVED:
                _underline(made, Line.DashUnderline, theme.omitted)
            case RunKind.ADDED:
                _underline(made, Line.SingleUnderline, theme.inserted)
            case RunKind.MOVED:
                _underline(made, Line.DotLine, theme.moved)
            case RunKind.TYPOGRAPHIC:
                _underline(made, Line.DotLine, theme.edited)
        return made

    def _small(self, colour: str, *, bold: bool = False) -> QTextCharFormat:
        made = QTextCharFormat()
        font = chrome_font()
        font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        made.setFont(font)
        made.setForeground(QColor(colour))
        return made


def _x(line: QTextLine, place: int) -> float:
    found: Any = line.cursorToX(place)  # the stubs leave out that Qt gives back the place, too
    return float(found[0])


def _underline(made: QTextCharFormat, style: Line, colour: str) -> None:
    made.setUnderlineStyle(style)
    made.setUnderlineColor(QColor(colour))


def _block(above: int, below: int) -> QTextBlockFormat:
    made = QTextBlockFormat()
    made.setTopMargin(above)
    made.setBottomMargin(below)
    made.setLineHeight(118, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return made
