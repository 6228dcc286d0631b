"""The answer line: what became of the sentences, counted, in parts that are also the window's filters.

    34 of 38 sentences have a counterpart (9 unchanged, 14 lightly, 11 heavily reworded) · 4 dropped
    · 5 new and 5 headings or captions · 2 moved · 10 to check

All counts but "new" count sentences of the original. A sentence that has a counterpart may be bent, so none is called kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum

from rewritediff.core.comparison import Comparison, Summary
from rewritediff.core.values import Relation, Strength
from rewritediff.wording.grammar import counted, sentence_case

BETWEEN = " · "


class Filter(Enum):
    """Name what a part of the answer counts, and so what choosing it shows."""

    COUNTERPART = "counterpart"
    UNCHANGED = "unchanged"
    LIGHTLY = "lightly"
    HEAVILY = "heavily"
    DROPPED = "dropped"
    DROPPED_FURNITURE = "dropped-furniture"
    NEW = "new"
    NEW_FURNITURE = "new-furniture"
    MOVED = "moved"
    DOUBTFUL = "doubtful"
    CHECK = "check"
    """Counts findings of this strength, and shows the passages that they touch; so does the next."""
    LOOK = "look"


@dataclass(frozen=True, slots=True)
class AnswerPart:
    """Say one count in words; a part without a filter only joins its neighbours."""

    text: str
    filter: Filter | None = None
    count: int = 0
    more: str = ""
    """What else is worth knowing of it, for whoever asks."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Hold the parts of the answer line; their texts, one after the other, are the line."""

    parts: tuple[AnswerPart, ...]

    def __str__(self) -> str:
        return "".join(part.text for part in self.parts)


def answer(comparison: Comparison) -> Answer:
    """Word what became of the sentences."""
    summary = comparison.summary()
    if nothing_differs(comparison, summary):
        whole = summary.sentences.original
        alike = "Both texts are the same" if _reads_alike(comparison) else "Both texts are the same but for typography"
        return Answer((AnswerPart(alike), AnswerPart(BETWEEN), AnswerPart(_all_unchanged(whole), Filter.UNCHANGED, whole)))
    made = (_counterparts(summary), _dropped(summary), _new(summary), _moved(summary), _doubtful(summary), _facts(comparison))
    first, *others = [group for group in made if group]
    first[0] = replace(first[0], text=sentence_case(first[0].text))
    return Answer(tuple(first) + tuple(part for group in others for part in (AnswerPart(BETWEEN), *group)))


def nothing_differs(comparison: Comparison, summary: Summary) -> bool:
    """Tell whether both sides hold the same sentences in the same order."""
    unchanged = all(passage.relation is Relation.SAME and not passage.moved for passage in comparison.passages)
    return unchanged and bool(summary.sentences.original)


def _reads_alike(comparison: Comparison) -> bool:
    """Tell whether the sentences are equal to the letter."""
    originals, rewrites = comparison.documents.map(lambda document: [document.quote(k) for k in range(len(document.sentences))])
    return originals == rewrites


def _all_unchanged(count: int) -> str:
    return f"{_every(count)} {'is' if count == 1 else 'are'} unchanged"


def _every(count: int) -> str:
    return {1: "the only sentence", 2: "both sentences"}.get(count, f"all {count:,} sentences")


def _counterparts(summary: Summary) -> list[AnswerPart]:
    whole, linked = summary.sentences.original, summary.with_counterpart
    if not whole or not linked:
        return [AnswerPart(_nothing_in_common(summary), Filter.COUNTERPART)]
    return [AnswerPart(_how_many(linked, whole), Filter.COUNTERPART, linked), AnswerPart(" ("), *_how_freely(summary), AnswerPart(")")]


def _nothing_in_common(summary: Summary) -> str:
    if not any(summary.sentences):
        return "Nothing to compare: neither side has a sentence"
    for count, side in zip(summary.sentences, ("original", "rewrite"), strict=True):
        if not count:
            return f"Nothing in common: the {side} has no sentence"
    return "Nothing in common: no sentence has a counterpart"


def _how_many(linked: int, whole: int) -> str:
    if linked == whole:
        return f"{_every(whole)} {'has' if whole == 1 else 'have'} a counterpart"
    return f"{linked:,} of {whole:,} sentences {'has' if linked == 1 else 'have'} a counterpart"


def _how_freely(summary: Summary) -> Iterator[AnswerPart]:
    """Give "9 unchanged, 14 lightly, 11 heavily reworded", without the zeros; the last of the reworded says so."""
    reworded = [(summary.lightly, "lightly", Filter.LIGHTLY), (summary.heavily, "heavily", Filter.HEAVILY)]
    found = [(count, word, key) for count, word, key in ((summary.unchanged, "unchanged", Filter.UNCHANGED), *reworded) if count]
    for place, (count, word, key) in enumerate(found):
        if place:
            yield AnswerPart(", ")
        ends = " reworded" if place == len(found) - 1 and key is not Filter.UNCHANGED else ""
        yield AnswerPart(f"{count:,} {word}{ends}", key, count)


def _dropped(summary: Summary) -> list[AnswerPart]:
    return _with_furniture(summary.dropped, summary.dropped_furniture, "dropped", (Filter.DROPPED, Filter.DROPPED_FURNITURE))


def _new(summary: Summary) -> list[AnswerPart]:
    return _with_furniture(summary.new, summary.new_furniture, "new", (Filter.NEW, Filter.NEW_FURNITURE))


def _with_furniture(count: int, furniture: int, word: str, keys: tuple[Filter, Filter]) -> list[AnswerPart]:
    parts = [AnswerPart(f"{count:,} {word}", keys[0], count)] if count else []
    if furniture:
        # standing alone, the furniture has to say itself what became of it
        kind = "" if parts else f"{word} "
        words = counted(furniture, f"{kind}heading or caption", f"{kind}headings or captions")
        parts += [*([AnswerPart(" and ")] if parts else []), AnswerPart(words, keys[1], furniture)]
    return parts


def _moved(summary: Summary) -> list[AnswerPart]:
    return [AnswerPart(f"{summary.moved:,} moved", Filter.MOVED, summary.moved)] if summary.moved else []


def _doubtful(summary: Summary) -> list[AnswerPart]:
    return [AnswerPart(f"{summary.doubtful:,} doubtfully paired", Filter.DOUBTFUL, summary.doubtful)] if summary.doubtful else []


def _facts(comparison: Comparison) -> list[AnswerPart]:
    strengths = [finding.strength for finding in comparison.findings]
    checks, looks = strengths.count(Strength.CHECK), strengths.count(Strength.LOOK)
    if checks:
        return [AnswerPart(f"{checks:,} to check", Filter.CHECK, checks, f"and {looks:,} to look at" if looks else "")]
    if looks:
        return [AnswerPart(f"{looks:,} to look at", Filter.LOOK, looks)]
    return [AnswerPart("nothing found to check" if comparison.coverage.checked else "facts not checked yet")]
