"""The outline beside the texts: sections, or paragraphs of the rewrite, and what became of their sentences. Knows nothing of Qt.

Every sentence is counted in one entry, so that the counts add up to those of the answer line: an original sentence with a counterpart
where its counterpart stands, a new one where it stands, a dropped one in its own section where that was dropped whole, else in the
entry before it in the order of the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.values import Document, Relation, Role, Side
from rewritediff.wording.folds import first_words
from rewritediff.wording.outline import EntryKind

HEADINGS = (Role.TITLE, Role.HEADING)
LEAST = 2
"""Headings on each side from which the outline shows sections: a single one, the title, parts nothing."""


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """Hold what one line of the outline shows; counts are sentences without dropped and new headings and captions."""

    kind: EntryKind
    title: str
    paragraph: int
    """Counted from 0, on the side that the entry is named after."""
    passage: int
    """Where it begins."""
    counterpart: int = 0
    dropped: int = 0
    new: int = 0

    @property
    def sentences(self) -> int:
        return self.counterpart + self.dropped + self.new


@dataclass(frozen=True, slots=True)
class Outline:
    """Hold the entries in the order of the rows, and for each passage the entry that it is counted in."""

    entries: tuple[OutlineEntry, ...]
    entry_of: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Place a run of sentences of one side, from `first` up to `last`, that becomes an entry."""

    kind: EntryKind
    side: Side
    first: int
    last: int


def outline_of(comparison: Comparison, rows: Sequence[Row]) -> Outline:
    """Cut a comparison into the entries of its outline."""
    groups = _sections(comparison) or _paragraphs(comparison)
    places = _places(comparison, rows)
    groups.sort(key=lambda group: places[comparison.passage_of[group.side][group.first]])
    group_at = {(group.side, k): number for number, group in enumerate(groups) for k in range(group.first, group.last)}
    entry_of = [0] * len(comparison.passages)
    current = 0
    for row in rows:
        if row.kind is not RowKind.PASSAGE:
            continue
        own = next((group_at[key] for key in _keys(row) if key in group_at), None)
        current = own if own is not None and groups[own].side is Side.REWRITE else current
        entry_of[row.passage] = current if own is None else own
    entries = [_entry(comparison, group) for group in groups]
    return Outline(tuple(_counted(comparison, entries, entry_of)), tuple(entry_of))


def _keys(row: Row) -> Iterator[tuple[Side, int]]:
    if row.rewrite:
        yield Side.REWRITE, row.rewrite[0]
    elif row.original:
        yield Side.ORIGINAL, row.original[0]


def _places(comparison: Comparison, rows: Sequence[Row]) -> list[int]:
    places = [0] * len(comparison.passages)
    for place, row in enumerate(rows):
        if row.kind is RowKind.PASSAGE:
            places[row.passage] = place
    return places


def _paragraphs(comparison: Comparison) -> list[_Group]:
    """Make an entry of each paragraph of the rewrite; of the original where the rewrite is empty."""
    side = Side.REWRITE if comparison.documents.rewrite.sentences else Side.ORIGINAL
    sentences = comparison.documents[side].sentences
    starts = [k for k in range(len(sentences)) if not k or sentences[k - 1].paragraph != sentences[k].paragraph]
    return [_Group(EntryKind.PARAGRAPH, side, first, last) for first, last in pairwise((*starts, len(sentences)))]


def _sections(comparison: Comparison) -> list[_Group]:
    """Make an entry of each section of the rewrite, and of each that was dropped; nothing without headings on both sides."""
    cuts = comparison.documents.map(_headed)
    if min(map(len, cuts)) < LEAST:
        return []
    found: list[_Group] = []
    for side, alone, kind in (
        (Side.REWRITE, Relation.INSERTED, EntryKind.NEW),
        (Side.ORIGINAL, Relation.OMITTED, EntryKind.DROPPED),
    ):
        edges = (*([0] if cuts[side][0] else []), *cuts[side], len(comparison.documents[side].sentences))
        for first, last in pairwise(edges):
            whole = _stands_alone(comparison, side, range(first, last), alone)
            if whole or side is Side.REWRITE:
                found.append(_Group(kind if whole else EntryKind.SECTION, side, first, last))
    return found


def _headed(document: Document) -> list[int]:
    """List the sentences that begin sections; a heading directly under another begins none of its own."""
    heads = [sentence.role in HEADINGS for sentence in document.sentences]
    return [k for k, here in enumerate(heads) if here and not (k and heads[k - 1])]


def _stands_alone(comparison: Comparison, side: Side, numbers: Sequence[int], alone: Relation) -> bool:
    """Tell whether a section has no counterpart: its heading has none, and most of its sentences have none."""
    sentences = comparison.documents[side].sentences
    body = [k for k in numbers if not sentences[k].role.is_furniture] or list(numbers)
    without = sum(comparison.relation(side, k) is alone for k in body)
    return comparison.relation(side, numbers[0]) is alone and 2 * without > len(body)


def _entry(comparison: Comparison, group: _Group) -> OutlineEntry:
    document = comparison.documents[group.side]
    passage = comparison.passage_of[group.side][group.first]
    return OutlineEntry(group.kind, first_words(document, _name(document, group)), document.sentences[group.first].paragraph, passage)


def _name(document: Document, group: _Group) -> int:
    """Find the sentence that names an entry: its heading, though a title stands right above it."""
    sentences = document.sentences[group.first : group.last]
    heads = list(takewhile(lambda sentence: sentence.role in HEADINGS, sentences))
    return group.first + next((k for k, sentence in enumerate(heads) if sentence.role is Role.HEADING), 0)


def _counted(comparison: Comparison, entries: Sequence[OutlineEntry], entry_of: Sequence[int]) -> Iterator[OutlineEntry]:
    counterpart: Counter[int] = Counter()
    dropped: Counter[int] = Counter()
    new: Counter[int] = Counter()
    counts = {Relation.OMITTED: (dropped, Side.ORIGINAL), Relation.INSERTED: (new, Side.REWRITE)}
    for passage, entry in zip(comparison.passages, entry_of, strict=True):
        if passage.relation in counts:
            counter, side = counts[passage.relation]
            sentences = comparison.documents[side].sentences
            counter[entry] += sum(not sentences[k].role.is_furniture for k in passage.sentences(side))
        else:
            counterpart[entry] += len(passage.original)
    for number, made in enumerate(entries):
        yield replace(made, counterpart=counterpart[number], dropped=dropped[number], new=new[number])
