"""The outline beside the texts: sections, or paragraphs of the rewrite, and what became of their sentences. Knows nothing of Qt.

Every sentence is counted in one entry, so that the counts add up to those of the answer line: an original sentence with a counterpart
where its counterpart stands, a new one where it stands, a dropped one in its own section or that section's counterpart, else in the
entry before it in the order of the rows.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind
from rewritediff.core.section_matches import SectionRelation
from rewritediff.core.sections import Section
from rewritediff.core.values import Document, Relation, Side, Sides
from rewritediff.wording.folds import first_words
from rewritediff.wording.outline import EntryKind
from rewritediff.wording.passages import paragraph_place

KINDS = {
    SectionRelation.PAIRED: EntryKind.SECTION,
    SectionRelation.SCATTERED: EntryKind.SECTION,
    SectionRelation.OMITTED: EntryKind.DROPPED,
    SectionRelation.INSERTED: EntryKind.NEW,
}


@dataclass(frozen=True, slots=True)
class OutlineEntry:
    """Hold what one line of the outline shows; counts are sentences without dropped and new headings and captions."""

    kind: EntryKind
    title: str
    paragraph: int
    """Counted from 0, on the side that the entry is named after."""
    passage: int
    """Where it begins."""
    place: str
    """The same in words."""
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
    heading: int | None = None
    """The sentence that names it, the first one where this is None."""
    counterparts: tuple[int, ...] = ()
    """Sentences of the original that belong to it, also where they were dropped."""


def outline_of(comparison: Comparison, rows: Sequence[Row]) -> Outline:
    """Cut a comparison into the entries of its outline."""
    groups = _sections(comparison) or _paragraphs(comparison)
    places = _places(comparison, rows)
    groups.sort(key=lambda group: places[comparison.passage_of[group.side][group.first]])
    own = _groups_of_sentences(comparison, groups)
    entry_of = [0] * len(comparison.passages)
    current = 0
    for row in rows:
        if row.kind is not RowKind.PASSAGE:
            continue
        found = own.rewrite[row.rewrite[0]] if row.rewrite else own.original[row.original[0]]
        if found >= 0 and groups[found].side is Side.REWRITE:
            current = found
        entry_of[row.passage] = current if found < 0 else found
    entries = [_entry(comparison, group) for group in groups]
    return Outline(tuple(_counted(comparison, entries, entry_of)), tuple(entry_of))


def _groups_of_sentences(comparison: Comparison, groups: Sequence[_Group]) -> Sides[list[int]]:
    """Give for each sentence of a side the number of its group, -1 where it has none."""
    found = comparison.documents.map(lambda document: [-1] * len(document.sentences))
    for number, group in enumerate(groups):
        found[group.side][group.first : group.last] = [number] * (group.last - group.first)
        for k in group.counterparts:
            found.original[k] = number
    return found


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
    """Make an entry of each section of the rewrite, and of each of the original that was dropped; nothing where either text has none."""
    found: list[_Group] = []
    for match in comparison.sections:
        kind = EntryKind.MOVED if match.moved else KINDS[match.relation]
        counterparts = tuple(k for section in match.original for k in range(section.first, section.last))
        for section in match.rewrite:
            if section.heading is not None or _has_body(comparison.documents.rewrite, section):
                found.append(_Group(kind, Side.REWRITE, section.first, section.last, section.heading, counterparts))
                counterparts = ()
        if match.relation is SectionRelation.OMITTED:
            found += [_Group(kind, Side.ORIGINAL, section.first, section.last, section.heading) for section in match.original]
    return found


def _has_body(document: Document, section: Section) -> bool:
    """Tell whether more than a title stands before the first heading."""
    return not all(sentence.role.is_furniture for sentence in document.sentences[section.first : section.last])


def _entry(comparison: Comparison, group: _Group) -> OutlineEntry:
    document = comparison.documents[group.side]
    title = first_words(document, group.first if group.heading is None else group.heading)
    passage = comparison.passage_of[group.side][group.first]
    paragraph = document.sentences[group.first].paragraph
    return OutlineEntry(group.kind, title, paragraph, passage, paragraph_place(document, paragraph, group.side))


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
