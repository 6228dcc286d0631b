"""What the list of changes shows of each passage, decided without Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row
from rewritediff.core.values import Relation, Shape, Side
from rewritediff.gui.row_kinds import CHANGES
from rewritediff.gui.rows import Presentation
from rewritediff.wording import GLYPHS, passage_title, short_place
from rewritediff.wording.folds import first_words
from rewritediff.wording.labels import DOUBTFUL, MOVED_GLYPH, RELATIONS, SHAPES, relation_legend

WORDS_SHOWN = 160
"""Characters of a passage that are shown: two lines of the widest panel."""
SHAPED = (Shape.SPLIT, Shape.MERGED, Shape.REARRANGED)


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
    shown = presentation.options.shown
    return presentation.sheet.kinds.passages(CHANGES if shown is None else shown)


def matching(presentation: Presentation, passages: tuple[int, ...], typed: str) -> tuple[int, ...]:
    """Keep the passages that have all of the words that were typed, on either side or in the name of their kind."""
    wanted = typed.split()
    if not wanted:
        return passages
    comparison, finder = presentation.comparison, presentation.sheet.finder
    kept = np.ones(len(comparison.passages), dtype=np.bool_)
    for word in wanted:
        holding = np.zeros(len(comparison.passages), dtype=np.bool_)
        for numbers in finder.hits(word).passages:
            holding[numbers] = True
        holding[_of_kind(comparison, passages, word)] = True
        kept &= holding
    return tuple(number for number in passages if kept[number])


KIND_NAMES = {relation: f"{RELATIONS[relation]} {relation_legend(relation)}" for relation in Relation}


def _of_kind(comparison: Comparison, passages: Sequence[int], word: str) -> list[int]:
    """List the passages whose kind has a name that begins so: "drop", "moved", "doubt", "split"."""
    typed = word.casefold()
    relations = {relation for relation, name in KIND_NAMES.items() if _begins(name, typed)}
    shapes = {shape for shape in SHAPED if _begins(SHAPES[shape], typed)}
    moved, doubtful = _begins("moved", typed), _begins(DOUBTFUL, typed)
    if not (relations or shapes or moved or doubtful):
        return []
    found = ((number, comparison.passages[number]) for number in passages)
    return [
        number
        for number, passage in found
        if passage.relation in relations
        or (shapes and passage.shape in shapes)
        or (moved and passage.moved)
        or (doubtful and comparison.is_doubtful(number))
    ]


def _begins(name: str, typed: str) -> bool:
    return len(typed) > 1 and any(word.strip("()").startswith(typed) for word in name.split())


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
        short_place(document, first, side),
        " ".join(document.quote(first)[: 2 * WORDS_SHOWN].split())[:WORDS_SHOWN],
    )


def row_preview(comparison: Comparison, row: Row) -> str:
    """Say on two lines what a row is and how it begins."""
    side = Side.ORIGINAL if row.original else Side.REWRITE
    return f"{passage_title(comparison, row.passage)}\n{first_words(comparison.documents[side], row.sentences(side)[0])}"
