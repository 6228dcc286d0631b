"""How much was taken over word for word, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rewritediff.core.comparison import Comparison
from rewritediff.core.tokens import TOKEN, fold, is_word
from rewritediff.core.values import CopiedRun, Span
from rewritediff.wording.grammar import counted, sentence_case, share


@dataclass(frozen=True, slots=True)
class CopiedFigures:
    """Count, in words of the rewrite, what was taken over."""

    whole: int = 0
    copied: int = 0
    quoted: int = 0
    """Of the copied words those that stand between quotation marks, also where the run that they are of does so only in part."""
    runs: int = 0
    longest: int = 0

    @property
    def copied_share(self) -> str:
        return share(self.copied, self.whole)

    @property
    def quoted_share(self) -> str:
        return share(self.quoted, self.copied)


def copied_figures(comparison: Comparison, runs: Sequence[CopiedRun]) -> CopiedFigures:
    """Count what was taken over in some runs."""
    copied, quoted = sum(run.words for run in runs), sum(run.quoted_words for run in runs)
    whole = count_words(comparison.documents.rewrite.text)
    return CopiedFigures(whole, copied, quoted, len(runs), max((run.words for run in runs), default=0))


@dataclass(frozen=True, slots=True)
class CopiedParts:
    """Hold the figures of the copied view in words; the least number of words stands between `runs` and `least`."""

    share: str
    quoted: str
    runs: str
    least: str
    longest: str

    def __str__(self) -> str:
        return "; ".join(filter(None, (self.share, self.quoted, self.longest)))


def copied_parts(found: CopiedFigures, least: int) -> CopiedParts:
    """Word how much was taken over in runs of at least so many words."""
    if not found.runs:
        return CopiedParts(sentence_case(nothing_copied(least)), "", "Look for runs of", "words or more", "")
    return CopiedParts(
        f"{found.copied_share} of the rewrite was taken over word for word",
        f"{found.quoted_share if found.quoted else 'none'} of that in quotation marks",
        f"{counted(found.runs, 'run')} of",
        "words or more",
        f"longest run: {counted(found.longest, 'word')}",
    )


def copied_words(comparison: Comparison) -> str:
    """Say how much of the rewrite was copied, in how long runs, and how much of that is quoted."""
    least = comparison.settings.copied_words
    found = copied_figures(comparison, comparison.copied())
    if not found.runs:
        return nothing_copied(least)
    said = (
        f"{found.copied_share} of the rewrite was taken over word for word, {least} words in a row or more; "
        f"the longest run has {counted(found.longest, 'word')}"
    )
    return f"{said}; {found.quoted_share} of it stands in quotation marks" if found.quoted else said


def nothing_copied(least: int) -> str:
    """Say that there is no run of at least so many words."""
    return f"no {least} words in a row were taken over word for word"


def run_words(run: CopiedRun, number: int, count: int) -> str:
    """Say which copied run this is: "Copied run 3 of 34: 12 words, 5 in quotation marks"; `number` counts from 0."""
    said = f"Copied run {number + 1:,} of {count:,}: {counted(run.words, 'word')}"
    return said + _in_quotation_marks(run.quoted_words, run.words)


def copied_spoken(copied: int, quoted: int) -> str:
    """Say how many copied words a text holds, and how many of these are quoted, to somebody who cannot see them."""
    return counted(copied, "copied word") + _in_quotation_marks(quoted, copied) if copied else "Nothing copied"


def _in_quotation_marks(quoted: int, copied: int) -> str:
    if not quoted:
        return ""
    return ", in quotation marks" if quoted == copied else f", {quoted:,} in quotation marks"


def merged(spans: Iterable[Span]) -> list[Span]:
    """Join spans that overlap or touch, and put them in order."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def count_words(text: str) -> int:
    """Count words as copied runs count them."""
    return sum(is_word(fold(unit)) for unit in TOKEN.findall(text))
