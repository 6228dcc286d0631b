"""What the list of findings shows, decided without Qt: which cards, in which order, and what stands on each."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import Verdict
from rewritediff.core.values import Finding, FindingKind, Side, Strength
from rewritediff.gui.review import Review
from rewritediff.gui.row_text import shown_text
from rewritediff.wording.findings import FINDING_KINDS, finding_message
from rewritediff.wording.grammar import listed
from rewritediff.wording.passages import short_place

Entry = tuple[int, ...]
"""The findings of one card by their numbers, mostly one."""
GROUPED = "no-quotation-marks"
"""Findings whose code begins so are one card: a text without quotation marks has one cause and dozens of places."""
BEFORE = 26
"""Characters of context before the words that are pointed at: enough to know the sentence, and the words stay in sight."""
WHOLE = 0.75
"""Share of its sentence from which a finding's words need no context: it would say the same twice."""
MOST = 240
"""Characters of a text on a card: more never fit."""
STRENGTHS = tuple(Strength)
ALONE = (FindingKind.CLAIM, FindingKind.LOSS)


@dataclass(frozen=True, slots=True)
class Context:
    """Hold the words around those that a finding points at, and where in them these stand."""

    text: str = ""
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Card:
    """Hold what one card shows."""

    findings: Entry
    strength: Strength
    label: str
    place: str
    was: str
    """What the original has, nothing where only the rewrite has something."""
    now: str
    is_alone: bool
    """It is a claim or a loss: one side has no counterpart to show."""
    context: Context
    message: str
    verdict: Verdict | None


def entries(comparison: Comparison, weakest: Strength) -> tuple[Entry, ...]:
    """List the cards in the order of the findings, those up to a strength; findings of a group stand where its first does."""
    shown = STRENGTHS[: STRENGTHS.index(weakest) + 1]
    grouped = [k for k, finding in enumerate(comparison.findings) if finding.code.startswith(GROUPED)]
    first = grouped[0] if grouped and comparison.findings[grouped[0]].strength in shown else None
    found: list[Entry] = []
    for number, finding in enumerate(comparison.findings):
        if number == first:
            found.append(tuple(grouped))
        elif finding.strength in shown and not finding.code.startswith(GROUPED):
            found.append((number,))
    return tuple(found)


def entry_of(listed_entries: Sequence[Entry], finding: int | None) -> int | None:
    """Find the card of a finding."""
    return next((k for k, entry in enumerate(listed_entries) if finding in entry), None)


def is_entry_open(review: Review | None, entry: Entry) -> bool:
    """Tell whether a card waits for a verdict."""
    return review is None or any(review.is_open(number) for number in entry)


def waiting(comparison: Comparison, review: Review | None, weakest: Strength) -> tuple[dict[Strength, int], int]:
    """Count the cards that wait, by strength, and those that are done."""
    counts = dict.fromkeys(STRENGTHS[: STRENGTHS.index(weakest) + 1], 0)
    done = 0
    for entry in entries(comparison, weakest):
        if is_entry_open(review, entry):
            counts[comparison.findings[entry[0]].strength] += 1
        else:
            done += 1
    return counts, done


def next_open(listed_entries: Sequence[Entry], review: Review | None, after: int) -> int | None:
    """Find the next card that waits, after one and round to it; None where all are done."""
    count = len(listed_entries)
    order = ((after + 1 + k) % count for k in range(count))
    return next((k for k in order if is_entry_open(review, listed_entries[k])), None)


def card(comparison: Comparison, review: Review | None, entry: Entry) -> Card:
    """Work out what a card shows."""
    finding = comparison.findings[entry[0]]
    side = Side.REWRITE if finding.spans.rewrite or not finding.spans.original else Side.ORIGINAL
    sentence = _sentence(comparison, finding, side)
    verdict = review.of_finding[entry[0]] if review else None
    was, now = (_clean(listed(values)) for values in finding.values)
    return Card(
        entry,
        finding.strength,
        FINDING_KINDS[finding.kind][0],
        "" if sentence is None else short_place(comparison.documents[side], sentence, side),
        was,
        now,
        finding.kind in ALONE,
        Context() if sentence is None else _context(comparison, finding, side, sentence),
        finding_message(finding),
        verdict if not is_entry_open(review, entry) else None,
    )


def _sentence(comparison: Comparison, finding: Finding, side: Side) -> int | None:
    """Find the sentence that a finding points at first."""
    sentences = comparison.documents[side].sentences
    if finding.spans[side] and sentences:
        return max(0, bisect_right(sentences, finding.spans[side][0].start, key=attrgetter("start")) - 1)
    if not finding.passages:
        return None
    return next(iter(comparison.passages[finding.passages[0]].sentences(side)), None)


def _context(comparison: Comparison, finding: Finding, side: Side, sentence: int) -> Context:
    """Cut a line from a sentence, so that the first of its marked words stand near the beginning."""
    document = comparison.documents[side]
    spans, whole = finding.spans[side], document.sentences[sentence].span
    if sum(span.overlap(whole) for span in spans) >= WHOLE * len(whole):
        return Context()
    shown = shown_text(document, (sentence,))
    marks = [clip for span in spans if (clip := shown.clip(span)) is not None]
    start = _start(shown.text, marks[0][0]) if marks else 0
    text = shown.text[start : start + MOST]
    near = [(max(first, start) - start, min(end - start, len(text))) for first, end in marks if start < end and first < start + MOST]
    cut = "…" if start else ""
    return Context(cut + text, tuple((first + len(cut), end + len(cut)) for first, end in near))


def _start(text: str, mark: int) -> int:
    """Find the word from which a context begins."""
    if mark <= BEFORE:
        return 0
    return text.find(" ", mark - BEFORE, mark) + 1 or mark


def _clean(text: str) -> str:
    return " ".join(text.split())[:MOST]
