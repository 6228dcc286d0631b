"""Where findings stand in what is shown of a text, decided without Qt."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Document, Finding, Side, Sides, Span
from rewritediff.gui.row_content import RowContent
from rewritediff.gui.row_marks import Wave
from rewritediff.gui.row_text import ShownText


def with_waves(comparison: Comparison, content: RowContent, unread: Container[int] = ()) -> RowContent:
    """Add to what a row shows where the findings of its passage stand in it, and whether it is among those to be read by oneself."""
    number, kind = content.row.passage, content.row.kind
    begins = (0,) if kind is RowKind.PASSAGE and number in unread else ()
    if kind is RowKind.LEFT or not (begins or comparison.findings_of(number)):
        return content
    original, rewrite = (
        replace(shown, waves=waves_in(comparison, (number,), side, shown.text)) for side, shown in zip(Side, content.sides, strict=True)
    )
    return replace(content, sides=Sides(original, replace(rewrite, unread=begins)))


def waves_in(comparison: Comparison, passages: Iterable[int], side: Side, text: ShownText) -> tuple[Wave, ...]:
    """Find the words in a shown text of one side that the findings of some passages are about."""
    if not text.text:
        return ()
    numbers = dict.fromkeys(number for passage in passages for number in comparison.findings_of(passage))
    return tuple(wave for number in numbers for wave in _waves(comparison, number, side, text))


def _waves(comparison: Comparison, number: int, side: Side, text: ShownText) -> Iterator[Wave]:
    finding = comparison.findings[number]
    for span in finding.spans[side]:
        place = text.clip(span)
        if place:
            yield Wave(*place, number, finding.strength, _is_whole(comparison, finding, side, span))


def _is_whole(comparison: Comparison, finding: Finding, side: Side, span: Span) -> bool:
    """Tell whether a span is all of a sentence without counterpart."""
    alone = (comparison.passages[number] for number in finding.passages if not comparison.passages[number].links)
    document = comparison.documents[side]
    return any(_covers(document, span, sentence) for passage in alone for sentence in passage.sentences(side))


def _covers(document: Document, span: Span, number: int) -> bool:
    """Tell whether a span holds all words of a sentence."""
    sentence = document.sentences[number]
    if span.end <= sentence.start or span.start >= sentence.end:
        return False
    rest = document.text[sentence.start : max(sentence.start, span.start)] + document.text[min(span.end, sentence.end) : sentence.end]
    return not any(map(str.isalnum, rest))
