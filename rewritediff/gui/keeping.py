"""What stays where a document is read again in another way: the place, open folds, what was found and chosen.

Sentences of two comparisons of the same documents are told to be the same by their words and what stands around them. Knows nothing of Qt.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import sentence_anchor, sentence_at
from rewritediff.core.fragments import RowKind
from rewritediff.core.values import Document, Finding, Side, Sides
from rewritediff.gui.find import Hits
from rewritediff.gui.finding import hits
from rewritediff.gui.rows import Presentation
from rewritediff.gui.shown import options
from rewritediff.gui.sources import Source, loaded
from rewritediff.gui.state import Held, State
from rewritediff.gui.work import Done

NEARBY = 8
"""Sentences around one that is gone that are looked for in its place: each costs a walk through the text, 2 ms with 5 MB."""


def sources_of(state: State) -> Sides[Source | None]:
    """Say where both sides come from."""
    return Sides(*(found.source if (found := loaded(slot)) else None for slot in state.sides))


def holding(state: State) -> State:
    """Hold what is on screen until its documents, read in another way, are compared."""
    if not isinstance(state.work, Done):
        return state
    return replace(state, held=Held(sources_of(state), state.work, state.selected, state.opened, state.finding))


def continued(state: State) -> State:
    """Give a comparison that just came on screen the place of the one that is held, where both are of the same documents."""
    held, comparison = state.held, state.comparison
    if held is None or comparison is None or held.sources != sources_of(state):
        return replace(state, held=None, continues=None)
    before = held.work.comparison
    selected = None if held.selected is None else passage_again(before, held.selected, comparison)
    kept = replace(state, held=None, continues=before, selected=selected, finding=_finding_again(held, comparison))
    kept = replace(kept, opened=_folds_again(held, kept))
    place = 0 if selected is None or not isinstance(state.work, Done) else state.work.presentation.sheet.place_of.get(selected, 0)
    return _found_again(kept, place)


def passage_again(before: Comparison, passage: int, after: Comparison) -> int | None:
    """Find the passage that shows what one of an earlier comparison showed; the nearest one where its sentences are gone."""
    numbers = before.passages[passage]
    place = sentence_again(before, Sides(numbers.original, numbers.rewrite), after)
    return None if place is None else after.passage_of[place[0]][place[1]]


def sentence_again(before: Comparison, sentences: Sides[tuple[int, ...]], after: Comparison) -> tuple[Side, int] | None:
    """Find one of the sentences of a passage or a row, on the side whose text is still the same where there is one."""
    sides = [side for side in Side if sentences[side] and after.documents[side].sentences]
    sides.sort(key=lambda side: before.documents[side].text != after.documents[side].text)
    for side in sides:
        if before.documents[side].text == after.documents[side].text:
            return side, min(sentences[side][0], len(after.documents[side].sentences) - 1)
        found = next(
            (at for number in _around(sentences[side][0], before.documents[side]) if (at := _at(before, side, number, after))), None
        )
        if found is not None:
            return side, found[0]
    if not sides:
        return None
    side = sides[0]  # every letter may be another one, as after a wrong encoding: the same share of the text is the best guess
    share = sentences[side][0] / len(before.documents[side].sentences)
    return side, min(int(share * len(after.documents[side].sentences)), len(after.documents[side].sentences) - 1)


def row_again(before: Presentation, row: int, after: Presentation) -> int | None:
    """Find the row that shows what a row of an earlier presentation showed, or the next one that is shown; None where there is none."""
    asked = before.rows[row]
    from_ = before.comparison.passages[asked.passage] if asked.kind is RowKind.FOLD else asked
    found = sentence_again(before.comparison, Sides(from_.original, from_.rewrite), after.comparison)
    if found is None or not after.rows:
        return None
    side, number = found
    shown = None if asked.kind is RowKind.FOLD else after.row_holding(side, after.comparison.documents[side].sentences[number].start)
    passage = after.comparison.passage_of[side][number]
    shown = after.row_of(passage) if shown is None else shown
    if shown is None:
        shown = int(np.searchsorted(after.places, after.sheet.place_of.get(passage, 0)))
    return max(0, min(shown, len(after.rows) - 1))


def _around(number: int, document: Document) -> Iterable[int]:
    """Give a sentence, then its neighbours, the nearest first."""
    for off in range(NEARBY + 1):
        for each in dict.fromkeys((number + off, number - off)):
            if 0 <= each < len(document.sentences):
                yield each


def _at(before: Comparison, side: Side, number: int, after: Comparison) -> tuple[int] | None:
    found = sentence_at(after.documents[side], sentence_anchor(before.documents, side, number))
    return None if found is None else (found,)


def _finding_again(held: Held, after: Comparison) -> int | None:
    """Find the finding about the same words, of several the same one in their order."""
    if held.finding is None:
        return None
    chosen = _told_by(held.work.comparison.findings[held.finding])
    earlier = sum(_told_by(found) == chosen for found in held.work.comparison.findings[: held.finding])
    alike = [number for number, found in enumerate(after.findings) if _told_by(found) == chosen]
    return alike[min(earlier, len(alike) - 1)] if alike else None


def _told_by(finding: Finding) -> tuple[object, ...]:
    return finding.kind, finding.code, finding.values


def _folds_again(held: Held, state: State) -> frozenset[int]:
    """Open the folds that hold what stood in the middle of those that were open: their ends move with what stands around them."""
    if not held.opened or not isinstance(state.work, Done):
        return frozenset()
    closed = replace(options(state), opened=frozenset())
    before, after = held.work.presentation.sheet, state.work.presentation.sheet
    middles = (fold.places[len(fold.places) // 2] for fold in before.folds_for(closed).every if fold.key in held.opened)
    wanted = {_first_words(held.work.comparison, before.rows[place].passage) for place in middles}
    return frozenset(
        fold.key
        for fold in after.folds_for(closed).every
        if any(_first_words(state.work.comparison, after.rows[place].passage) in wanted for place in fold.places)
    )


def _first_words(comparison: Comparison, passage: int) -> tuple[Side, str]:
    found = comparison.passages[passage]
    side = Side.ORIGINAL if found.original else Side.REWRITE
    return side, comparison.documents[side].quote(found.sentences(side)[0])


def _found_again(state: State, place: int) -> State:
    """Look for the same words, from the place that stayed; nothing else is selected or unfolded for it."""
    looking = replace(state, find=replace(state.find, hit=None, place=place))
    found: Hits = hits(looking)
    return replace(looking, find=replace(looking.find, hit=found.first_from(place)))
