"""A passage as a note to paste into a mail: what became of it, and both versions with their places.

Paraphrased, two sentences from one

Original (wire.txt), ¶ 2, sentence 3:
The council voted on Thursday …

Rewrite (site.txt), ¶ 2, sentences 4 and 5:
On Thursday …
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import runs
from rewritediff.core.values import Document, Passage, Side
from rewritediff.wording.grammar import listed
from rewritediff.wording.labels import GAPS, SIDES
from rewritediff.wording.passages import passage_title

BETWEEN_NOTES = "\n\n* * *\n\n"


def note(comparison: Comparison, passages: Iterable[int]) -> str:
    """Put passages in words, in the order in which they are named, each once."""
    return BETWEEN_NOTES.join(_passage(comparison, number) for number in dict.fromkeys(passages))


def note_place(document: Document, sentences: Sequence[int]) -> str:
    """Say where sentences stand: "¶ 2, sentences 4 and 5"; both are counted from the beginning of the text."""
    paragraphs = sorted({document.paragraph_numbers[document.sentences[k].paragraph] for k in sentences})
    numbers = sorted({document.sentence_numbers[k] for k in sentences})
    where = f"¶ {_listed(paragraphs)}, " if document.paragraph_numbers[-1] > 1 else ""
    return f"{where}{'sentence' if len(numbers) == 1 else 'sentences'} {_listed(numbers)}"


def _listed(numbers: Sequence[int]) -> str:
    return listed([f"{number:,}" for number in numbers])


def _passage(comparison: Comparison, number: int) -> str:
    passage = comparison.passages[number]
    return "\n\n".join((passage_title(comparison, number), *(note_side(comparison, passage, side) for side in Side)))


def note_side(comparison: Comparison, passage: Passage, side: Side) -> str:
    """Put one version of a passage in words, with its place."""
    document, sentences = comparison.documents[side], passage.sentences(side)
    name = f"{SIDES[side]} ({document.name})" if document.name else SIDES[side]
    if not sentences:
        return f"{name}: {GAPS[side]}"
    # what stands between two runs is not part of the passage
    text = " […] ".join(" ".join(" ".join(document.quote(k).split()) for k in run) for run in runs(sentences))
    return f"{name}, {note_place(document, sentences)}:\n{text}"
