"""The pipeline: two documents in, a comparison out."""

from __future__ import annotations

from collections.abc import Callable

from rewritediff.core.alignment import align
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import NO_DECISIONS, Decisions
from rewritediff.core.lexicon import EMPTY_LEXICON, Lexicon
from rewritediff.core.passages import passage_numbers, passages_of
from rewritediff.core.prepared import Prepared, prepare
from rewritediff.core.relations import Judge
from rewritediff.core.section_matches import section_matches
from rewritediff.core.settings import DEFAULT_SETTINGS, Settings
from rewritediff.core.values import Document, Sides

Progress = Callable[[str, float], None]
"""Is told the name of the step and how much of it is done, 0 to 1."""


class Cancelled(Exception):  # noqa: N818 - nothing failed: the caller wanted it
    """Say that the caller asked to stop."""


def compare(
    documents: Sides[Document],
    settings: Settings = DEFAULT_SETTINGS,
    lexicon: Lexicon = EMPTY_LEXICON,
    decisions: Decisions = NO_DECISIONS,
    progress: Progress | None = None,
    should_cancel: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two documents; raises Cancelled when `should_cancel` says so."""
    report = _report(progress, should_cancel)
    prepared = prepare(documents, settings, lexicon, report)
    return _concluded(prepared, decisions, report)


def recompare(
    previous: Comparison, decisions: Decisions, progress: Progress | None = None, should_cancel: Callable[[], bool] | None = None
) -> Comparison:
    """Compare again under other decisions, from what the previous comparison prepared; equals a full compare with them."""
    if previous.prepared is None:
        raise ValueError("this comparison was handed on without what it was prepared from: compare the documents again")
    return _concluded(previous.prepared, decisions, _report(progress, should_cancel))


def _concluded(prepared: Prepared, decisions: Decisions, report: Progress) -> Comparison:
    documents, links = align(prepared, decisions, report)
    sizes = documents.map(lambda document: len(document.sentences))
    report("passages", 0.0)
    passages = passages_of(links, sizes, Judge(prepared, documents))
    return Comparison(
        documents=documents,
        passages=passages,
        passage_of=passage_numbers(passages, sizes),
        settings=prepared.settings,
        sections=section_matches(documents, prepared.section_pairs, passages),
        decisions=decisions,
        lexicon=prepared.lexicon,
        prepared=prepared,
    )


def _report(progress: Progress | None, should_cancel: Callable[[], bool] | None) -> Progress:
    def report(step: str, done: float) -> None:
        if should_cancel is not None and should_cancel():
            raise Cancelled
        if progress is not None:
            progress(step, done)

    return report
