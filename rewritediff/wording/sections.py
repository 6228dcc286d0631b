"""Sections in words: how many have a counterpart, and which were dropped, are new or moved, each named as one."""

from __future__ import annotations

from rewritediff.core.comparison import Comparison
from rewritediff.core.section_matches import SectionMatch, SectionRelation
from rewritediff.core.sections import Section
from rewritediff.core.values import Document, Passage, Relation, Side
from rewritediff.wording.answer import BETWEEN
from rewritediff.wording.grammar import counted, sentence_case

ALONE = {SectionRelation.OMITTED: Side.ORIGINAL, SectionRelation.INSERTED: Side.REWRITE}
"""The side on which a section without a counterpart stands."""
WORDS = {SectionRelation.OMITTED: "dropped section", SectionRelation.INSERTED: "new section"}
BEFORE_HEADINGS = "what stands before the first heading"


def section_name(document: Document, section: Section) -> str:
    """Give a section's heading between quotation marks."""
    return BEFORE_HEADINGS if section.heading is None else f"“{' '.join(document.quote(section.heading).split())}”"


def section_words(comparison: Comparison, match: SectionMatch) -> str:
    """Say what became of a section: "Dropped section: “Methods” (12 sentences)"; nothing where it stands where it stood."""
    if match.relation in ALONE:
        side = ALONE[match.relation]
        return f"{sentence_case(WORDS[match.relation])}: {_named(comparison, match, side)} ({_how_many(match, side)})"
    if match.moved:
        return f"Moved section: {_named(comparison, match, Side.ORIGINAL)} ({counted(_sentences(match, Side.ORIGINAL), 'sentence')})"
    return ""


def section_label(comparison: Comparison, passage: Passage) -> str:
    """Say beside the heading of a dropped or new section that it is more than a heading: "dropped section, 12 sentences"."""
    if passage.relation not in (Relation.OMITTED, Relation.INSERTED):
        return ""
    side = Side.ORIGINAL if passage.original else Side.REWRITE
    number = passage.sentences(side)[0]
    for match in comparison.sections:
        if match.relation in ALONE and ALONE[match.relation] is side and match.sections(side)[0].heading == number:
            return f"{WORDS[match.relation]}, {_how_many(match, side)}"
    return ""


def sections_answer(comparison: Comparison) -> str:
    """Count what became of the sections: "5 of 6 sections have a counterpart · 1 dropped · 1 new · 1 moved"; nothing without sections."""
    if not comparison.sections:
        return ""
    whole = sum(_headed(match, Side.ORIGINAL) for match in comparison.sections)
    paired = _count(comparison, SectionRelation.PAIRED, Side.ORIGINAL)
    counts = {
        "dropped": _count(comparison, SectionRelation.OMITTED, Side.ORIGINAL),
        "scattered": _count(comparison, SectionRelation.SCATTERED, Side.ORIGINAL),
        "new": _count(comparison, SectionRelation.INSERTED, Side.REWRITE),
        "moved": sum(_headed(match, Side.ORIGINAL) for match in comparison.sections if match.moved),
    }
    linked = f"{paired:,} of {counted(whole, 'section')} {'has' if paired == 1 else 'have'} a counterpart"
    return BETWEEN.join((linked, *(f"{count:,} {word}" for word, count in counts.items() if count)))


def _count(comparison: Comparison, relation: SectionRelation, side: Side) -> int:
    return sum(_headed(match, side) for match in comparison.sections if match.relation is relation)


def _headed(match: SectionMatch, side: Side) -> int:
    """Count the sections of one side that have a heading."""
    return sum(section.heading is not None for section in match.sections(side))


def _named(comparison: Comparison, match: SectionMatch, side: Side) -> str:
    return " and ".join(section_name(comparison.documents[side], section) for section in match.sections(side))


def _sentences(match: SectionMatch, side: Side) -> int:
    return sum(match.counts[side].values())


def _how_many(match: SectionMatch, side: Side) -> str:
    """Count the sentences of a section, and where some of them stand elsewhere, those that do not: "11 of 12 sentences"."""
    whole = _sentences(match, side)
    alone = match.counts[side].get(Relation.OMITTED if side is Side.ORIGINAL else Relation.INSERTED, 0)
    return counted(whole, "sentence") if alone == whole else f"{alone:,} of {counted(whole, 'sentence')}"
