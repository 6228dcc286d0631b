"""A comparison as one HTML page: nothing to load, no script, fit to read on a screen, light or dark, and to print.

The page's frame and style stand in resources/report; here they are filled. Everything that comes from the texts is escaped, and the
page's own policy forbids whatever an escape might have let through.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from string import Template

from rewritediff import __version__
from rewritediff.bundled import resource
from rewritediff.core.comparison import Comparison
from rewritediff.core.section_matches import SectionMatch
from rewritediff.core.values import Finding, Relation, Side, Strength
from rewritediff.exporters.finding_lists import bent, by_gravity, finding_sentence
from rewritediff.exporters.html_rows import html_rows
from rewritediff.exporters.html_words import named, words
from rewritediff.exporters.section_lists import moved_sections, sections_without_counterpart, sentences_alone
from rewritediff.wording import (
    GLYPHS,
    MOVED_GLYPH,
    RELATIONS,
    SIDES,
    STRENGTHS,
    AnswerPart,
    Filter,
    answer,
    copied_words,
    coverage_words,
    document_words,
    finding_message,
    notices_of,
    place,
    relation_legend,
    section_words,
    sections_answer,
    sentence_case,
    short_place,
)

JUMPS = 20
"""Links to dropped or new sentences; more would be a page of their own."""

CLASSES = {
    Filter.COUNTERPART: "",
    Filter.DROPPED: "dropped",
    Filter.DROPPED_FURNITURE: "dropped",
    Filter.NEW: "new",
    Filter.NEW_FURNITURE: "new",
    Filter.MOVED: "moved",
    Filter.CHECK: "check",
    Filter.LOOK: "check",
}
"""The parts of the answer that stand out, and as what."""


def export(comparison: Comparison) -> str:
    """Write the page."""
    style = resource("report", "report.css").read_text(encoding="utf-8")
    frame = Template(resource("report", "report.html").read_text(encoding="utf-8"))
    heads = '<td role="cell"></td>'.join(_head(comparison, side) for side in Side)
    return frame.substitute(
        style=style,
        style_hash=_hash(style),
        generator=f"RewriteDiff {words(__version__)}",
        title=words(_title(comparison)),
        heading=" → ".join(map(named, _names(comparison))),
        answer="".join(map(_part, answer(comparison).parts)),
        copied=words(sentence_case(copied_words(comparison))) + ".",
        notices="".join(_notices(comparison)),
        jumps=_sections(comparison) + _jumps(comparison),
        findings=_findings(comparison),
        legend="\n".join(_legend()),
        heads=heads,
        rows="\n".join(html_rows(comparison)),
        coverage=words(sentence_case(coverage_words(comparison.coverage))),
    )


def _hash(style: str) -> str:
    """Name the one style that the page's policy lets in."""
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")


def _names(comparison: Comparison) -> tuple[str, str]:
    documents = comparison.documents
    return documents.original.name or "Original", documents.rewrite.name or "Rewrite"


def _title(comparison: Comparison) -> str:
    original, rewrite = _names(comparison)
    return f"{original} → {rewrite} · RewriteDiff"


def _part(part: AnswerPart) -> str:
    if part.filter is None:
        return words(part.text)
    if part.filter not in CLASSES:
        return f'<span class="how">{words(part.text)}</span>'
    return f'<b class="{CLASSES[part.filter]}">{words(part.text)}</b>'


def _notices(comparison: Comparison) -> Iterator[str]:
    for side, said in notices_of(comparison):
        yield f"<p>Notice: {words(f'{side}: {said}' if side else said)}</p>\n"


def _jumps(comparison: Comparison) -> str:
    """Give the places of what was dropped and what is new, as links to their rows."""
    said = []
    for relation, side in ((Relation.OMITTED, Side.ORIGINAL), (Relation.INSERTED, Side.REWRITE)):
        found = [comparison.passage_of[side][k] for k in by_gravity(comparison, side, sentences_alone(comparison, side))]
        links = ", ".join(_jump(comparison, number, side) for number in found[:JUMPS])
        more = f", and {len(found) - JUMPS:,} more" if len(found) > JUMPS else ""
        said += [f"{sentence_case(RELATIONS[relation])}: {links}{more}"] if found else []
    return f"<p>{' · '.join(said)}</p>\n" if said else ""


def _sections(comparison: Comparison) -> str:
    """Count the sections, and name those that were dropped, are new or moved, as links to where they begin."""
    named = [*(match for side in Side for match in sections_without_counterpart(comparison, side)), *moved_sections(comparison)]
    links = [_section(comparison, match) for match in named]
    said = sections_answer(comparison)
    return f"<p>{' · '.join((words(said), *links))}</p>\n" if said else ""


def _section(comparison: Comparison, match: SectionMatch) -> str:
    side = Side.ORIGINAL if match.original else Side.REWRITE
    number = comparison.passage_of[side][match.sections(side)[0].first]
    return f'<a href="#p{number}">{words(section_words(comparison, match))}</a>'


def _jump(comparison: Comparison, number: int, side: Side) -> str:
    where = place(comparison.documents[side], comparison.passages[number].sentences(side)[0])
    return f'<a href="#p{number}">{words(where)}</a>'


def _findings(comparison: Comparison) -> str:
    """List what to check; what is only worth a look, and notes, open at a click."""
    found = {strength: [_finding(comparison, finding) for finding in bent(comparison, strength)] for strength in Strength}
    return "".join(_finding_list(strength, items) for strength, items in found.items() if items)


def _finding_list(strength: Strength, items: list[str]) -> str:
    heading = f"{STRENGTHS[strength]} ({len(items):,})"
    listing = f'<ul class="findings {strength.value}" aria-label="{heading}">\n{"".join(items)}</ul>\n'
    if strength is Strength.CHECK:
        return f"<h2>{heading}</h2>\n{listing}"
    return f"<details><summary>{heading}</summary>\n{listing}</details>\n"


def _finding(comparison: Comparison, finding: Finding) -> str:
    place_of = finding_sentence(comparison, finding)
    where = "" if place_of is None else short_place(comparison.documents[place_of[0]], place_of[1], place_of[0])
    link = f'<a href="#p{finding.passages[0]}">{words(where or "there")}</a> ' if finding.passages else ""
    return f"<li>{link}{words(finding_message(finding))}</li>\n"


def _legend() -> Iterator[str]:
    for relation in (Relation.PARAPHRASED, Relation.EDITED, Relation.OMITTED, Relation.INSERTED):
        yield f"<li><i>{GLYPHS[relation]}</i> {relation_legend(relation)}</li>"
    yield f"<li><i>{MOVED_GLYPH}</i> moved</li>"
    yield '<li><del>gone</del>, <ins>come</ins>, <span class="within">moved within</span></li>'
    yield '<li><span class="check">wavy</span>: to check, <span class="look">thinner</span>: to look at</li>'
    yield "<li><b>bold</b>: what both share where few words were kept</li>"


def _head(comparison: Comparison, side: Side) -> str:
    document = comparison.documents[side]
    name = f"{named(document.name)} · " if document.name else ""
    return f'<th role="columnheader" scope="col"><b>{SIDES[side]}</b> {name}{words(document_words(document))}</th>'
