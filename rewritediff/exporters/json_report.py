"""A comparison as JSON, version 1: what other programs read.

The fields are a contract: they may be added to, never renamed. Offsets are Python string indexes, half open, into `text`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from rewritediff import __version__
from rewritediff.core.comparison import Comparison
from rewritediff.core.reasons import RunnerUp
from rewritediff.core.values import CopiedRun, Document, Edit, Finding, Notice, Relation, Side, Span
from rewritediff.exporters.section_lists import section_records
from rewritediff.wording import finding_message, notice_words

FORMAT = "rewritediff-comparison"
VERSION = 1

Record = dict[str, object]

HALVES = re.compile("[\ud800-\udfff]")


def export(comparison: Comparison) -> str:
    """Write the whole comparison as one JSON object."""
    return dumped(comparison_record(comparison)) + "\n"


def dumped(record: Mapping[str, object]) -> str:
    """Write a record as one line of JSON that can be encoded, also where a text holds half a character."""
    line = json.dumps(record, ensure_ascii=False)
    return HALVES.sub(lambda match: f"\\u{ord(match.group()):04x}", line)


def comparison_record(comparison: Comparison) -> Record:
    """Lay out everything that version 1 documents."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "generator": f"rewritediff {__version__}",
        "settings": comparison.settings.as_dict(),
        "original": document_record(comparison, Side.ORIGINAL),
        "rewrite": document_record(comparison, Side.REWRITE),
        "passages": passage_records(comparison),
        "sections": section_records(comparison),
        "findings": [finding_record(finding) for finding in comparison.findings],
        "copied": [copied_record(run) for run in comparison.copied()],
        "checked": [kind.value for kind in comparison.coverage.checked],
        "not_checked": list(comparison.coverage.not_checked),
        "summary": summary_record(comparison),
        "notices": [notice_record(notice) for notice in comparison.notices],
    }


def document_record(comparison: Comparison, side: Side) -> Record:
    """Lay out one side: its text, and where its sentences stand."""
    document = comparison.documents[side]
    return {
        "name": document.name,
        "language": document.language,
        "text": document.text,
        "sentences": [_sentence_record(comparison, document, side, k) for k in range(len(document.sentences))],
        "notices": [notice_record(notice) for notice in document.notices],
    }


def passage_records(comparison: Comparison) -> list[Record]:
    """Lay out every passage, with what became of its words."""
    unread = comparison.read_yourself()
    return [passage_record(comparison, number, number in unread) for number in range(len(comparison.passages))]


def passage_record(comparison: Comparison, number: int, read_yourself: bool) -> Record:
    """Lay out one passage; a passage without links has one edit, of all its words, and no reasons."""
    passage = comparison.passages[number]
    reasons = comparison.reasons(number)
    return {
        "original": list(passage.original),
        "rewrite": list(passage.rewrite),
        "relation": passage.relation.value,
        "shape": passage.shape.value,
        "moved": passage.moved,
        "similarity": round(passage.similarity, 4),
        "confidence": round(passage.confidence, 4),
        "doubtful": comparison.is_doubtful(number),
        "read_yourself": read_yourself,
        "runner_up": {side.value: _runner_up(reasons.runners_up[side]) for side in Side},
        "key_words": [{"original": _pair(word.original), "rewrite": _pair(word.rewrite)} for word in reasons.key_words],
        "links": [[link.original, link.rewrite] for link in passage.links],
        "edits": [edit_record(edit) for edit in comparison.edits(number)],
    }


def _runner_up(found: RunnerUp | None) -> Record | None:
    if found is None:
        return None
    return {"sentence": found.sentence, "partner": found.partner, "similarity": found.similarity, "confidence": found.confidence}


def edit_record(edit: Edit) -> Record:
    """Lay out one edit."""
    return {"change": edit.change.value, "original": _pair(edit.original), "rewrite": _pair(edit.rewrite)}


def finding_record(finding: Finding) -> Record:
    """Lay out one finding, worded in English whatever the language of the window."""
    return {
        "kind": finding.kind.value,
        "code": finding.code,
        "strength": finding.strength.value,
        "passages": list(finding.passages),
        "original": _pairs(finding.spans.original),
        "rewrite": _pairs(finding.spans.rewrite),
        "message": finding_message(finding),
    }


def copied_record(run: CopiedRun) -> Record:
    """Lay out one run of words that was taken over."""
    return {
        "original": _pair(run.original),
        "rewrite": _pair(run.rewrite),
        "words": run.words,
        "quoted": run.quoted,
        "quoted_words": run.quoted_words,
    }


def summary_record(comparison: Comparison) -> Record:
    """Count sentences of each side, passages of each relation and shape, and findings."""
    summary = comparison.summary()
    return {
        "original_sentences": summary.sentences.original,
        "rewrite_sentences": summary.sentences.rewrite,
        **{relation.value: summary.passages[relation] for relation in Relation},
        "moved": summary.moved_passages,
        "split": summary.split,
        "merged": summary.merged,
        "doubtful": summary.doubtful_passages,
        "findings": summary.findings,
    }


def notice_record(notice: Notice) -> Record:
    """Lay out one notice."""
    return {"code": notice.code, "values": dict(notice.values), "message": notice_words(notice)}


def _sentence_record(comparison: Comparison, document: Document, side: Side, index: int) -> Record:
    sentence = document.sentences[index]
    return {
        "start": sentence.start,
        "end": sentence.end,
        "paragraph": sentence.paragraph,
        "role": sentence.role.value,
        "passage": comparison.passage_of[side][index],
        "relation": comparison.relation(side, index).value,
    }


def _pair(span: Span | None) -> tuple[int, int] | None:
    # written as a list; a tuple, because Python's collector walks through all lists again and again: 0.1 s of 2 with 5,000 sentences
    return (span.start, span.end) if span else None


def _pairs(spans: Sequence[Span]) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in spans]
