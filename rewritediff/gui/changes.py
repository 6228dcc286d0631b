"""What the list of changes shows of each passage, decided without Qt."""

from __future__ import annotations

from dataclasses import dataclass

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Passage, Relation, Side
from rewritediff.gui.rows import Presentation
from rewritediff.wording import GLYPHS, passage_title, place
from rewritediff.wording.labels import MOVED_GLYPH

WORDS_SHOWN = 160
"""Characters of a passage that are shown: two lines of the widest panel."""


@dataclass(frozen=True, slots=True)
class ChangeItem:
    """Hold what one line of the list shows."""

    passage: int
    relation: Relation
    moved: bool
    glyph: str
    title: str
    place: str
    text: str


def changes(presentation: Presentation) -> tuple[int, ...]:
    """List the passages to show: all that pass the filter, or without one all that changed or are doubtful, in the order of the rows."""
    passages = presentation.comparison.passages
    found = [row.passage for row in presentation.passing() if row.kind is RowKind.PASSAGE]
    if presentation.options.shown is not None:
        return tuple(found)
    return tuple(number for number in found if _changed(passages[number]) or presentation.comparison.is_doubtful(number))


def matching(comparison: Comparison, passages: tuple[int, ...], typed: str) -> tuple[int, ...]:
    """Keep the passages that hold all of the words that were typed, on either side, whatever their case."""
    wanted = typed.casefold().split()
    if not wanted:
        return passages
    return tuple(number for number in passages if _holds(comparison, number, wanted))


def change_item(comparison: Comparison, number: int) -> ChangeItem:
    """Work out what the line of one passage shows."""
    passage = comparison.passages[number]
    side = Side.REWRITE if passage.rewrite else Side.ORIGINAL
    first = passage.sentences(side)[0]
    document = comparison.documents[side]
    return ChangeItem(
        number,
        passage.relation,
        passage.moved,
        MOVED_GLYPH if passage.moved else GLYPHS[passage.relation],
        passage_title(comparison, number),
        place(document, first).split(",", maxsplit=1)[0],
        " ".join(document.quote(first)[: 2 * WORDS_SHOWN].split())[:WORDS_SHOWN],
    )


def _changed(passage: Passage) -> bool:
    # no kinds_of() here: 5,000 sets cost 20 ms of the window's time, this 2
    return passage.relation is not Relation.SAME or passage.moved or len(passage.original) + len(passage.rewrite) > 2


def _holds(comparison: Comparison, number: int, wanted: list[str]) -> bool:
    passage = comparison.passages[number]
    text = " ".join(comparison.documents[side].quote(k) for side in Side for k in passage.sentences(side)).casefold()
    return all(word in text for word in wanted)
