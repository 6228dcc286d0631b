"""The pipeline: two documents in, a comparison out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rewritediff.core.alignment import align
from rewritediff.core.changed import Before, passages_again
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import NO_DECISIONS, Decisions
from rewritediff.core.facts.asking import facts_of
from rewritediff.core.facts.context import context_of
from rewritediff.core.facts.find import coverage_of, find
from rewritediff.core.house import House
from rewritediff.core.lexicon import EMPTY_LEXICON, Lexicon
from rewritediff.core.passages import in_reading_order, passage_numbers
from rewritediff.core.prepared import Prepared, prepare
from rewritediff.core.progress import Progress, Report, of_step, reporter, within
from rewritediff.core.relations import Judge, all_words, few_words
from rewritediff.core.section_matches import section_matches
from rewritediff.core.settings import DEFAULT_SETTINGS, Settings
from rewritediff.core.values import Document, Sides


def compare(
    documents: Sides[Document],
    settings: Settings = DEFAULT_SETTINGS,
    lexicon: Lexicon = EMPTY_LEXICON,
    decisions: Decisions = NO_DECISIONS,
    progress: Progress | None = None,
    should_cancel: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare two documents; raises Cancelled when `should_cancel` says so."""
    report = reporter(progress, should_cancel)
    prepared = prepare(documents, settings, lexicon, report)
    return _concluded(prepared, decisions, report)


def recompare(
    previous: Comparison, decisions: Decisions, progress: Progress | None = None, should_cancel: Callable[[], bool] | None = None
) -> Comparison:
    """Compare again under other decisions, redoing what they change; equals a full compare with them."""
    if previous.prepared is None:
        raise ValueError("this comparison was handed on without what it was prepared from: compare the documents again")
    if decisions != previous.decisions and replace(decisions, verdicts=()) == replace(previous.decisions, verdicts=()):
        return replace(previous, decisions=decisions)  # nothing depends on what was made of findings
    return _concluded(previous.prepared, decisions, reporter(progress, should_cancel), previous)


def with_house(
    comparison: Comparison, house: House, progress: Progress | None = None, should_cancel: Callable[[], bool] | None = None
) -> Comparison:
    """Look for findings anew under another list of the house; sentences stay paired as they are."""
    if comparison.prepared is None or comparison.facts is None:
        raise ValueError("this comparison was handed on without what it was prepared from: compare the documents again")
    lexicon = replace(comparison.lexicon, house=house)
    context = replace(comparison.facts.context, house=house)
    tick = of_step(reporter(progress, should_cancel), "facts")
    facts = facts_of(context, comparison.facts.families, tick)
    findings, answers = find(facts, comparison.documents, comparison.passages, tick)
    prepared = replace(comparison.prepared, lexicon=lexicon)
    return replace(comparison, findings=findings, lexicon=lexicon, prepared=prepared, facts=replace(facts, answers=answers))


def _concluded(prepared: Prepared, decisions: Decisions, report: Report, previous: Comparison | None = None) -> Comparison:
    before = _before(previous)
    aligned = align(prepared, decisions, report, before.aligned if before else None)
    tick = of_step(report, "passages")
    tick(0)
    words_of = few_words if before else all_words
    judge = Judge(prepared, words_of(prepared, aligned.ground.edges), tick)
    tick(0)
    made, linked = passages_again(before, aligned, judge, within(tick, 0, 0.9))
    tick(0.9)
    documents, passages = aligned.ground.documents, in_reading_order(made)
    passage_of = passage_numbers(passages, documents.map(lambda document: len(document.sentences)))
    tick(1)
    tick = of_step(report, "facts")
    tick(0)
    facts = previous.facts if previous is not None and previous.facts is not None else facts_of(context_of(prepared), tick=tick)
    findings, answers = find(facts, documents, passages, tick)
    return Comparison(
        documents=documents,
        passages=passages,
        passage_of=passage_of,
        settings=prepared.settings,
        sections=section_matches(documents, prepared.ground.section_pairs, passages),
        findings=findings,
        coverage=coverage_of(facts),
        decisions=decisions,
        lexicon=prepared.lexicon,
        prepared=prepared,
        aligned=replace(aligned, linked=linked),
        facts=replace(facts, answers=answers),
    )


def _before(previous: Comparison | None) -> Before | None:
    if previous is None or previous.aligned is None:
        return None
    return Before(previous.passages, previous.passage_of, previous.aligned)
