"""Folded runs of sentences in words: how many, what became of them, where they stand, how they begin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rewritediff.core.comparison import Comparison
from rewritediff.core.fragments import Row
from rewritediff.core.values import Document, Relation, Sentence, Side
from rewritediff.wording.grammar import counted
from rewritediff.wording.labels import RELATIONS

BEGINNING = 60
"""Characters of a folded run that are shown: enough to know the place again, and less than a line."""

DIGIT = re.compile(r"\d")

FOLDED = "Runs in brackets are cut short; rewritediff compare --all shows them whole."


def fold_words(comparison: Comparison, rows: Sequence[Row]) -> str:
    """Say what a run of rows of one relation holds and where: "31 dropped sentences, 4 with numbers, ¶ 12 to ¶ 20"."""
    sentences = _sentences(comparison, rows)
    numbers = comparison.documents[shown_side(comparison.passages[rows[0].passage].relation)].paragraph_numbers
    first, last = numbers[sentences[0].paragraph], numbers[sentences[-1].paragraph]
    return f"{fold_counts(comparison, rows)}, ¶ {first:,}" + (f" to ¶ {last:,}" if last != first else "")


def fold_counts(comparison: Comparison, rows: Sequence[Row]) -> str:
    """Say what a run of rows of one relation holds: "31 dropped sentences, 4 with numbers"; the furniture is counted apart."""
    relation = comparison.passages[rows[0].passage].relation
    sentences = _sentences(comparison, rows)
    furniture = sum(sentence.role.is_furniture for sentence in sentences)
    word = RELATIONS[relation]
    counts = [counted(len(sentences) - furniture, f"{word} sentence")] if len(sentences) > furniture else []
    if furniture:
        kind = "" if counts else f"{word} "
        counts.append(counted(furniture, f"{kind}heading or caption", f"{kind}headings or captions"))
    # a number that went or came is what a reader opens a fold for; of unchanged sentences nobody asks
    numbers = 0 if relation is Relation.SAME else _with_numbers(comparison.documents[shown_side(relation)].text, sentences)
    return " and ".join(counts) + _numbers_said(numbers, len(sentences))


def _numbers_said(count: int, whole: int) -> str:
    if not count:
        return ""
    many = "all" if count == whole > 1 else f"{count:,}"
    return f", {many} with {'a number' if count == 1 else 'numbers'}"


def _with_numbers(text: str, sentences: Sequence[Sentence]) -> int:
    return sum(DIGIT.search(text, sentence.start, sentence.end) is not None for sentence in sentences)


def _sentences(comparison: Comparison, rows: Sequence[Row]) -> list[Sentence]:
    """List the sentences of a run of rows, on the side that tells where it stands."""
    side = shown_side(comparison.passages[rows[0].passage].relation)
    known = comparison.documents[side].sentences
    return [known[k] for row in rows for k in row.sentences(side)]


def fold_finds(count: int) -> str:
    """Say how many findings a run holds: "3 findings"; handled or not, for a line does not change with each verdict."""
    return counted(count, "finding") if count else ""


def fold_beginning(comparison: Comparison, rows: Sequence[Row]) -> str:
    """Give the first words of a run of rows, on one line."""
    side = shown_side(comparison.passages[rows[0].passage].relation)
    return first_words(comparison.documents[side], rows[0].sentences(side)[0])


def nothing_copied_in(originals: int, rewrites: int) -> str:
    """Count sentences in which nothing was copied: "31 sentences of the original with nothing copied"."""
    counts = [f"{counted(count, 'sentence')} of the {side}" for count, side in ((originals, "original"), (rewrites, "rewrite")) if count]
    return f"{' and '.join(counts)} with nothing copied"


def fold_spoken(counts: str, beginning: str, *, is_open: bool) -> str:
    """Say the line of a fold to somebody who cannot see it."""
    return f"{counts}, unfolded" if is_open else f"{counts}, folded. Begins: {beginning}"


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
