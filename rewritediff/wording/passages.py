"""Passages in words: where they stand, where they went, and how a screen reader says them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row
from rewritediff.core.values import Document, Passage, Relation, Role, Side, Strength
from rewritediff.wording.findings import finding_said
from rewritediff.wording.grammar import counted, listed, sentence_case
from rewritediff.wording.labels import DOUBTFUL, SIDES, relation_words, shape_words
from rewritediff.wording.pairing import first_words
from rewritediff.wording.sections import section_label

LEFT_WORDS = 30
"""Characters that a quiet line quotes of what moved: with the place before them, about a line of a narrow column."""


def place(document: Document, sentence: int) -> str:
    """Say where a sentence stands as a reader would look it up: "¶ 11, the end"."""
    last = document.paragraph_numbers[-1]
    number = document.paragraph_numbers[document.sentences[sentence].paragraph]
    if last == 1:
        return f"sentence {document.sentence_numbers[sentence]:,}"
    ends = {1: ", the beginning", last: ", the end"}
    return f"¶ {number:,}{ends.get(number, '')}"


def short_place(document: Document, sentence: int, side: Side) -> str:
    """Say in two or three words where a sentence stands: "¶ 11", "original ¶ 11"."""
    return _of_side(place(document, sentence).split(",", maxsplit=1)[0], side)


def paragraph_place(document: Document, paragraph: int, side: Side) -> str:
    """Say which paragraph it is: "¶ 11", "original ¶ 11"."""
    return _of_side(f"¶ {document.paragraph_numbers[paragraph]:,}", side)


def _of_side(where: str, side: Side) -> str:
    """Name the side where it is not the rewrite, whose numbers the other lines of a list have."""
    return where if side is Side.REWRITE else f"{side.value} {where}"


def moved_from(comparison: Comparison, passage: Passage) -> str:
    """Say where a moved passage stood in the original."""
    return f"from {place(comparison.documents.original, passage.original[0])}"


def left_for(comparison: Comparison, passage: Passage) -> str:
    """Say, where a moved passage left, where it stands in the rewrite and how it began: "moved to ¶ 4: “The council will meet…”"."""
    original = comparison.documents.original
    quoted = first_words(original, original.sentences[passage.original[0]].span, LEFT_WORDS)
    return f"moved to {place(comparison.documents.rewrite, passage.rewrite[0])}: “{quoted}”"


def continues(comparison: Comparison, passage: Passage, row: Row) -> str:
    """Say which sentences of the other side a further row of a passage belongs to."""
    other = Side.ORIGINAL if row.rewrite else Side.REWRITE
    numbers = list(dict.fromkeys(comparison.documents[other].sentence_numbers[k] for k in passage.sentences(other)))
    return f"continues {'sentence' if len(numbers) == 1 else 'sentences'} {_numbers(numbers)} of the {other.value}"


def passage_title(comparison: Comparison, number: int) -> str:
    """Say what became of a passage: "Paraphrased, two sentences from one, moved from ¶ 11"."""
    return sentence_case(", ".join(_facts(comparison, number)))


def passage_spoken(comparison: Comparison, number: int) -> str:
    """Say a passage whole, for people who do not see it: what became of it, what was found, then what each side reads."""
    passage = comparison.passages[number]
    sides = (side for side in Side if passage.sentences(side))
    said = (f"{SIDES[side]}: {_quoted(comparison.documents[side], passage.sentences(side))}" for side in sides)
    found = (comparison.findings[each] for each in comparison.findings_of(number))
    asks = (f"{finding_said(finding)}." for finding in found if finding.strength is not Strength.NOTE)
    return " ".join((f"{passage_title(comparison, number)}.", *asks, *said))


def _facts(comparison: Comparison, number: int) -> Iterator[str]:
    passage = comparison.passages[number]
    yield section_label(comparison, passage) or relation_words(passage.relation, _role(comparison, passage))
    if words := shape_words(passage):
        yield words
    if passage.moved:
        yield f"moved {moved_from(comparison, passage)}"
    if comparison.is_doubtful(number):
        yield DOUBTFUL
    # of a sentence without a counterpart its relation says it already
    found = [comparison.findings[each].strength for each in comparison.findings_of(number) if passage.links]
    if checks := found.count(Strength.CHECK):
        yield f"{counted(checks, 'thing')} to check"
    if looks := found.count(Strength.LOOK):
        yield f"{looks:,} to look at" if checks else f"{counted(looks, 'thing')} to look at"


def _role(comparison: Comparison, passage: Passage) -> Role:
    side = Side.REWRITE if passage.relation is Relation.INSERTED else Side.ORIGINAL
    return comparison.documents[side].sentences[passage.sentences(side)[0]].role


def _quoted(document: Document, sentences: Sequence[int]) -> str:
    return " ".join(" ".join(document.quote(k).split()) for k in sentences)


def _numbers(numbers: Sequence[int]) -> str:
    return listed([f"{number:,}" for number in numbers])
