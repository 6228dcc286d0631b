"""Both articles as they flow in the reading layout: each side in its own paragraphs, with the marks of the rows that its sentences are in.

    paragraph 3 of the rewrite = sentences 7, 8, 9 -> one text, where each sentence stands in it, and its runs to mark

Nothing here knows Qt. What is the same for every window width and filter is worked out once a comparison; texts only when asked for.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

import numpy as np
import numpy.typing as npt

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Document, Role, Side, Sides, Span
from rewritediff.gui.row_content import RowSide, begins_paragraph, stands_apart
from rewritediff.gui.row_findings import waves_in
from rewritediff.gui.row_marks import Run
from rewritediff.gui.row_measures import LEVELS
from rewritediff.gui.row_text import ShownText, shown_text
from rewritediff.gui.rows import Presentation

LONGEST = 4_000
"""Characters after which a paragraph begins a new line: one of 10,000 sentences would be laid out whole for 0.8 s."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Block:
    """Name sentences of one side that are set as one text: a paragraph, or a stretch of a very long one."""

    first: int
    end: int
    """The sentence after its last."""
    role: Role
    spaced: bool
    """It stands apart from what is above it."""
    opens: bool
    """It begins its paragraph."""

    @property
    def sentences(self) -> range:
        return range(self.first, self.end)


@dataclass(frozen=True, slots=True)
class Flowed:
    """Hold the text of a block, its marks, and where each of its sentences stands in it."""

    block: Block
    shown: RowSide
    spans: tuple[tuple[int, int], ...]

    def sentence_at(self, offset: int) -> int:
        """Find the sentence at an offset of the text; the white space after a sentence belongs to it."""
        found = [number for number, span in zip(self.block.sentences, self.spans, strict=True) if span[0] <= offset]
        return found[-1] if found else self.block.first

    def span_of(self, sentence: int) -> tuple[int, int]:
        """Give where a sentence of the block stands in the text."""
        return self.spans[sentence - self.block.first]


@dataclass(frozen=True, slots=True, eq=False)
class Article:
    """Hold how one side falls into blocks, as numbers: heights are guessed from them for all blocks at once."""

    document: Document
    firsts: Numbers
    """The first sentence of each block, and last the number of all sentences."""
    block_of: Numbers
    """For each sentence its block."""
    row_of: Numbers
    """For each sentence the place of the row that shows it."""
    share: npt.NDArray[np.float64]
    """For each sentence how far into its block it begins, 0 to 1, by characters."""
    characters: Numbers
    level: Numbers
    """For each block 0 for ordinary text, 1 for a heading, 2 for a title."""
    spaced: npt.NDArray[np.bool_]
    opens: npt.NDArray[np.bool_]
    pale: bool
    """Most of it has no counterpart, as in a text beside its summary: that is no news of a sentence, and fills would flood the page."""
    passed: Numbers
    """For each row, and for the end of all, how many sentences of this side stand above it: a passage that moved counts where it stood."""

    def __len__(self) -> int:
        return len(self.firsts) - 1

    def block(self, number: int) -> Block:
        """Give one block."""
        first, end = int(self.firsts[number]), int(self.firsts[number + 1])
        roles = {self.document.sentences[k].role for k in range(first, end)}
        role = roles.pop() if len(roles) == 1 else Role.BODY
        return Block(first, end, role, bool(self.spaced[number]), bool(self.opens[number]))


Articles = Sides[Article]


def articles_of(comparison: Comparison, rows: Sequence[Row]) -> Articles:
    """Cut both sides of a comparison into blocks; `rows` are all of its rows."""
    return Sides(*(_article(comparison, rows, side) for side in Side))


def _article(comparison: Comparison, rows: Sequence[Row], side: Side) -> Article:
    document = comparison.documents[side]
    sentences, count = document.sentences, len(document.sentences)
    starts = _column(map(attrgetter("start"), sentences), count)
    ends = _column(map(attrgetter("end"), sentences), count)
    opening = _openings(_column(map(attrgetter("paragraph"), sentences), count), starts)
    firsts = np.flatnonzero(opening)
    block_of = np.cumsum(opening) - 1
    begin = starts[firsts]
    characters = ends[np.append(firsts[1:], count) - 1] - begin if count else begin
    opens = np.fromiter((begins_paragraph(document, int(k)) for k in firsts), dtype=bool, count=len(firsts))
    apart = (stands_apart(sentences[k - 1] if k else None, sentences[k]) for k in firsts.tolist())
    return Article(
        document,
        np.append(firsts, count),
        block_of,
        _rows_of_sentences(rows, side, count),
        (starts - begin[block_of]) / np.maximum(1, characters[block_of]),
        characters,
        _column((LEVELS.get(sentences[k].role, 0) for k in firsts.tolist()), len(firsts)),
        np.fromiter(apart, dtype=bool, count=len(firsts)),
        opens,
        _is_mostly_alone(comparison, side),
        _passed(comparison, rows, side),
    )


def _is_mostly_alone(comparison: Comparison, side: Side) -> bool:
    passages = comparison.passages
    alone = sum(not passages[number].links for number in comparison.passage_of[side])
    return 2 * alone > len(comparison.passage_of[side])


def _column(numbers: Iterable[int], count: int) -> Numbers:
    return np.fromiter(numbers, dtype=np.int64, count=count)


def _openings(paragraphs: Numbers, starts: Numbers) -> npt.NDArray[np.bool_]:
    """Tell for each sentence whether a block begins with it."""
    if not len(paragraphs):
        return np.zeros(0, dtype=bool)
    new = np.append(True, np.diff(paragraphs) != 0)
    begin = starts[np.flatnonzero(new)][np.cumsum(new) - 1]
    stretch = (starts - begin) // LONGEST
    new[1:] |= np.diff(stretch) != 0
    return new


def _rows_of_sentences(rows: Sequence[Row], side: Side, count: int) -> Numbers:
    found = np.zeros(count, dtype=np.int64)
    for place, row in enumerate(rows):
        if row.kind is not RowKind.LEFT:
            for sentence in row.sentences(side):
                found[sentence] = place
    return found


def _passed(comparison: Comparison, rows: Sequence[Row], side: Side) -> Numbers:
    passages = comparison.passages
    away = side is Side.ORIGINAL
    counts = (0 if away and row.kind is RowKind.PASSAGE and passages[row.passage].moved else len(row.sentences(side)) for row in rows)
    return np.append(0, np.cumsum(_column(counts, len(rows))))


def flowed(presentation: Presentation, article: Article, side: Side, number: int) -> Flowed:
    """Give what a block shows; the words of its passages are compared now, unless they were before."""
    block = article.block(number)
    text = shown_text(article.document, tuple(block.sentences))
    places = dict.fromkeys(int(article.row_of[k]) for k in block.sentences)
    runs = tuple(run for place in places if presentation.row_at(place) is not None for run in _runs(presentation, side, place, text))
    spans = tuple(text.clip(article.document.sentences[k].span) or (0, 0) for k in block.sentences)
    shown = RowSide(text, runs, block.role, block.opens, block.spaced)
    if presentation.options.copied is None:
        shown = _with_findings(presentation, article, side, block, shown)
    return Flowed(block, shown, spans)


def _with_findings(presentation: Presentation, article: Article, side: Side, block: Block, shown: RowSide) -> RowSide:
    """Add where findings stand in a block, and which passages are to be read by oneself, where no filter hides their rows."""
    comparison = presentation.comparison
    begins: dict[int, int] = {}
    for k in block.sentences:
        if presentation.row_at(int(article.row_of[k])) is not None:
            begins.setdefault(comparison.passage_of[side][k], k)
    told = ((passage, k) for passage, k in begins.items() if side is Side.REWRITE and comparison.passages[passage].rewrite[0] == k)
    unread = [k for passage, k in told if passage in presentation.sheet.unread]
    places = (shown.text.clip(article.document.sentences[k].span) for k in unread)
    return replace(shown, waves=waves_in(comparison, begins, side, shown.text), unread=tuple(place[0] for place in places if place))


def _runs(presentation: Presentation, side: Side, place: int, text: ShownText) -> Iterable[Run]:
    """Carry the runs of a row over into a text that holds its sentences, or some of them."""
    sheet = presentation.sheet
    shown = sheet.content(sheet.rows[place], presentation.options).sides[side]
    for run in shown.runs:
        where = text.clip(Span(shown.text.to_document(run.start), shown.text.to_document(run.end)))
        if where:
            yield Run(*where, run.kind)


Spot = tuple[int, int]
"""A block and an offset in its text."""


def text_between(article: Article, first: Spot, last: Spot) -> str:
    """Cut the text of one side from one spot to another, as plain text with its paragraphs."""
    parts: list[str] = []
    for number in range(first[0], last[0] + 1):
        text = _text(article, number)
        piece = text.cut(first[1] if number == first[0] else 0, last[1] if number == last[0] else len(text.text))
        if piece and parts:
            parts.append("\n\n" if article.opens[number] else " ")
        parts.append(piece)
    return "".join(parts)


def offset_of(article: Article, spot: Spot) -> int:
    """Turn a spot into an offset of the document."""
    return _text(article, spot[0]).to_document(spot[1])


def spot_of(article: Article, offset: int) -> Spot:
    """Find the spot of an offset of the document, or the nearest."""
    sentence = max(0, bisect_right(article.document.sentences, offset, key=attrgetter("start")) - 1)
    block = int(article.block_of[sentence])
    return block, _text(article, block).to_shown(offset)


def _text(article: Article, number: int) -> ShownText:
    return shown_text(article.document, tuple(article.block(number).sentences))
