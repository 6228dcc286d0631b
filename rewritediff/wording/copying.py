"""How much was taken over word for word, in words."""

from __future__ import annotations

from collections.abc import Iterable

from rewritediff.core.comparison import Comparison
from rewritediff.core.tokens import TOKEN, is_word
from rewritediff.core.values import CopiedRun, Span
from rewritediff.wording.grammar import counted, share


def copied_words(comparison: Comparison) -> str:
    """Say how much of the rewrite was copied, in how long runs, and how much of that is quoted."""
    least = comparison.settings.copied_words
    runs = comparison.copied()
    if not runs:
        return f"no {least} words in a row were taken over word for word"
    text = comparison.documents.rewrite.text
    copied = _words(text, runs)
    said = (
        f"{share(copied, _count(text))} of the rewrite was taken over word for word, {least} words in a row or more; "
        f"the longest run has {counted(max(run.words for run in runs), 'word')}"
    )
    quoted = _words(text, (run for run in runs if run.quoted))
    return f"{said}; {share(quoted, copied)} of it stands in quotation marks" if quoted else said


def _words(text: str, runs: Iterable[CopiedRun]) -> int:
    """Count the words of the rewrite that some run covers, each once."""
    return sum(_count(span.of(text)) for span in _merged(run.rewrite for run in runs))


def _merged(spans: Iterable[Span]) -> list[Span]:
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def _count(text: str) -> int:
    return sum(map(is_word, TOKEN.findall(text)))
