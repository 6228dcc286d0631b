"""Folded runs of sentences in words: how many, what became of them, where they stand, how they begin."""

from __future__ import annotations

from collections.abc import Sequence

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row
from rewritediff.core.values import Document, Relation, Side
from rewritediff.wording.grammar import counted
from rewritediff.wording.labels import RELATIONS

BEGINNING = 60
"""Characters of a folded run that are shown: enough to know the place again, and less than a line."""

FOLDED = "Runs in brackets are cut short; rewritediff compare --all shows them whole."


def fold_words(comparison: Comparison, rows: Sequence[Row]) -> str:
    """Say what a run of rows of one relation holds: "31 dropped sentences, ¶ 12 to ¶ 20"; the furniture is counted apart."""
    relation = comparison.passages[rows[0].passage].relation
    side = shown_side(relation)
    document = comparison.documents[side]
    sentences = [document.sentences[k] for row in rows for k in row.sentences(side)]
    furniture = sum(sentence.role.is_furniture for sentence in sentences)
    word = RELATIONS[relation]
    counts = [counted(len(sentences) - furniture, f"{word} sentence")] if len(sentences) > furniture else []
    if furniture:
        kind = "" if counts else f"{word} "
        counts.append(counted(furniture, f"{kind}heading or caption", f"{kind}headings or captions"))
    first, last = sentences[0].paragraph + 1, sentences[-1].paragraph + 1
    return f"{' and '.join(counts)}, ¶ {first:,}" + (f" to ¶ {last:,}" if last != first else "")


def fold_beginning(comparison: Comparison, rows: Sequence[Row]) -> str:
    """Give the first words of a run of rows, on one line."""
    side = shown_side(comparison.passages[rows[0].passage].relation)
    return first_words(comparison.documents[side], rows[0].sentences(side)[0])


def first_words(document: Document, sentence: int) -> str:
    """Cut a sentence short after a word, or anywhere where no space is near."""
    text = " ".join(document.quote(sentence).split())
    if len(text) <= BEGINNING:
        return text
    cut = text.rfind(" ", BEGINNING // 2, BEGINNING)
    return f"{text[: cut if cut > 0 else BEGINNING].rstrip(' ,;:')} …"


def shown_side(relation: Relation) -> Side:
    """Say which side tells where a run stands: the rewrite's paragraphs, where there are any."""
    return Side.ORIGINAL if relation is Relation.OMITTED else Side.REWRITE
