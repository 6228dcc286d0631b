"""Sections in reports: those without a counterpart are named as one, so that their sentences need not be listed one by one."""

from __future__ import annotations

from collections.abc import Iterator

from rewritediff.core.comparison import Comparison
from rewritediff.core.section_matches import SectionMatch, SectionRelation
from rewritediff.core.sections import Section
from rewritediff.core.values import Document, Relation, Side


def sections_without_counterpart(comparison: Comparison, side: Side) -> Iterator[SectionMatch]:
    """Give the dropped sections of the original, or the new ones of the rewrite, as they stand there; no lone title is one."""
    relation = SectionRelation.OMITTED if side is Side.ORIGINAL else SectionRelation.INSERTED
    found = [match for match in comparison.sections if match.relation is relation and (match.counts[side] or _is_headed(match, side))]
    yield from sorted(found, key=lambda match: match.sections(side)[0].first)


def _is_headed(match: SectionMatch, side: Side) -> bool:
    return any(section.heading is not None for section in match.sections(side))


def moved_sections(comparison: Comparison) -> Iterator[SectionMatch]:
    """Give the sections that moved."""
    return (match for match in comparison.sections if match.moved)


def sentences_alone(comparison: Comparison, side: Side) -> list[int]:
    """Give the sentences without a counterpart that no dropped or new section holds."""
    relation = Relation.OMITTED if side is Side.ORIGINAL else Relation.INSERTED
    within = {
        number
        for match in sections_without_counterpart(comparison, side)
        for section in match.sections(side)
        for number in range(section.first, section.last)
    }
    found = (number for passage in comparison.passages if passage.relation is relation for number in passage.sentences(side))
    return [number for number in found if number not in within]


def section_records(comparison: Comparison) -> list[dict[str, object]]:
    """Lay out what became of each section for JSON; a section's sentences are numbers, half open."""
    return [_record(comparison, match) for match in comparison.sections]


def _record(comparison: Comparison, match: SectionMatch) -> dict[str, object]:
    return {
        "relation": match.relation.value,
        "moved": match.moved,
        **{side.value: [_section_record(comparison.documents[side], section) for section in match.sections(side)] for side in Side},
        "counts": {side.value: {relation.value: count for relation, count in match.counts[side].items()} for side in Side},
    }


def _section_record(document: Document, section: Section) -> dict[str, object]:
    title = None if section.heading is None else " ".join(document.quote(section.heading).split())
    return {"heading": section.heading, "title": title, "sentences": [section.first, section.last]}
