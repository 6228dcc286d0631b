"""What the pair pane shows of a passage: both versions one above the other, decided without Qt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row, RowKind, runs
from rewritediff.core.lookalikes import lookalike_names
from rewritediff.core.values import Relation, Side, Strength
from rewritediff.gui import words
from rewritediff.gui.invisible import invisible_names
from rewritediff.gui.row_content import RowSide
from rewritediff.gui.row_marks import RunKind
from rewritediff.gui.row_sheet import Options
from rewritediff.gui.rows import Presentation
from rewritediff.wording import (
    GAPS,
    GLYPHS,
    READ_YOURSELF,
    SIDES,
    STRENGTHS,
    Said,
    doubt,
    finding_message,
    next_closest,
    paired_by,
    passage_title,
    place,
    share,
    sureness,
)
from rewritediff.wording.labels import MOVED_GLYPH

NAMED = ((words.INVISIBLE, invisible_names), (words.LOOKALIKES, lookalike_names))
"""What is said of characters that mislead a reader, and what finds them."""


@dataclass(frozen=True, slots=True)
class PairSide:
    """Hold one version: its heading, and its sentences in runs that adjoin; a run of nothing says what is missing."""

    side: Side
    name: str
    place: str
    runs: tuple[RowSide, ...]
    gap: str


@dataclass(frozen=True, slots=True)
class PairFinding:
    """Hold one finding of the passage: its number in the comparison, its strength and what it says."""

    number: int
    strength: Strength
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Hold what the pair pane shows."""

    relation: Relation
    moved: bool
    glyph: str
    title: str
    sides: tuple[PairSide, PairSide]
    doubt: Said | None
    """Which sentence is in doubt and what came close too, where the pairing is doubtful."""
    findings: tuple[PairFinding, ...]
    """What a careful reader should check here, the gravest first."""
    advice: str
    """What to do where finding nothing says little."""
    details: tuple[Said, ...]
    """Small words below: why the two were paired, how the marks are to be read, how alike the words are."""


def pair_of(presentation: Presentation, number: int, options: Options) -> Pair:
    """Work out what the pair pane shows of a passage; word marks are shown here whatever the rows show."""
    comparison = presentation.comparison
    passage = comparison.passages[number]
    asked = Options(None, options.typography, word_marks=True)
    original, rewrite = (_side(presentation, number, side, asked) for side in Side)
    plain = presentation.sheet.content(_row(number, Side.REWRITE, passage.rewrite), asked).plain if passage.links else False
    reasons = comparison.reasons(number)
    said = doubt(comparison, number, reasons) if comparison.is_doubtful(number) else None
    details = [] if said else [next_closest(comparison, reasons)]
    sides = (original, rewrite)
    details += map(Said, (paired_by(comparison, number, reasons), *_details(comparison, number, sides, plain=plain), *_unseen(sides)))
    return Pair(
        passage.relation,
        passage.moved,
        MOVED_GLYPH if passage.moved else GLYPHS[passage.relation],
        passage_title(comparison, number),
        sides,
        said.begun() if said else None,
        tuple(_findings(comparison, number)),
        READ_YOURSELF if number in presentation.sheet.unread else "",
        tuple(detail for detail in details if detail and str(detail)),
    )


def _findings(comparison: Comparison, passage: int) -> Iterator[PairFinding]:
    for number in comparison.findings_of(passage):
        finding = comparison.findings[number]
        yield PairFinding(number, finding.strength, STRENGTHS[finding.strength], finding_message(finding))


def _side(presentation: Presentation, number: int, side: Side, options: Options) -> PairSide:
    comparison = presentation.comparison
    sentences = comparison.passages[number].sentences(side)
    rows = tuple(_row(number, side, run) for run in runs(sentences))
    where = " and ".join(dict.fromkeys(place(comparison.documents[side], run[0]) for run in runs(sentences)))
    return PairSide(side, SIDES[side], where, tuple(presentation.sheet.content(row, options).sides[side] for row in rows), GAPS[side])


def _row(number: int, side: Side, run: tuple[int, ...]) -> Row:
    return Row(number, RowKind.PASSAGE, run if side is Side.ORIGINAL else (), run if side is Side.REWRITE else ())


def _details(comparison: Comparison, number: int, sides: tuple[PairSide, PairSide], *, plain: bool) -> tuple[str, ...]:
    """Say how the marks are to be read, and quietly how alike the words are, which is not fidelity, and how sure the pairing."""
    passage = comparison.passages[number]
    if not passage.links:
        return ()
    kinds = {mark.kind.value for side in sides for run in side.runs for mark in run.runs}
    kinds -= {RunKind.INVISIBLE.value}
    legend = words.KEY_TERMS if plain else " · ".join(said for kind, said in words.MARKED.items() if kind in kinds)
    alike = words.ALIKE.format(share=share(round(passage.similarity * 1000), 1000), sure=sureness(comparison, number))
    return (*filter(None, [legend if kinds else ""]), alike)


def _unseen(sides: tuple[PairSide, PairSide]) -> tuple[str, ...]:
    """Name the characters that nobody sees or that look like others; the pane has no room for marks between letters."""
    shown = [(side, "".join(run.text.text for run in side.runs)) for side in sides]
    found = ((said, side, names_in(text)) for said, names_in in NAMED for side, text in shown)
    return tuple(said.format(side=side.name, names=", ".join(names)) for said, side, names in found if names)
