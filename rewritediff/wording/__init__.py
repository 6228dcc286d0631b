"""Every word that a person reads, in one place and without Qt: the window, the reports and the command line say the same.

It turns values into words and computes nothing else. What could not be loaded is worded in `rewritediff.loaders.messages`.
"""

from rewritediff.wording.answer import Answer, AnswerPart, Filter, answer
from rewritediff.wording.copying import copied_words
from rewritediff.wording.errors import RecordProblem, progress_words, record_problem
from rewritediff.wording.findings import (
    FINDING_KINDS,
    READ_YOURSELF,
    READ_YOURSELF_SHORT,
    STRENGTHS,
    finding_message,
    finding_place,
    finding_said,
)
from rewritediff.wording.folds import FOLDED, fold_beginning, fold_counts, fold_words
from rewritediff.wording.grammar import counted, listed, sentence_case, share
from rewritediff.wording.labels import (
    CHANGES,
    DOUBT_SIGN,
    DOUBTFUL,
    GAPS,
    GLYPHS,
    MOVED_GLYPH,
    RELATIONS,
    ROLES,
    SHAPES,
    SIDES,
    relation_legend,
    relation_words,
    shape_mark,
    shape_words,
)
from rewritediff.wording.notices import SAME_FILE, coverage_short, coverage_words, document_words, notice_words, notices_of
from rewritediff.wording.pairing import Said, doubt, doubt_said, next_closest, paired_by, pairing_mark, sureness
from rewritediff.wording.passages import continues, left_for, moved_from, passage_spoken, passage_title, place, short_place
from rewritediff.wording.sections import section_label, section_words, sections_answer

__all__ = [
    "CHANGES",
    "DOUBTFUL",
    "DOUBT_SIGN",
    "FINDING_KINDS",
    "FOLDED",
    "GAPS",
    "GLYPHS",
    "MOVED_GLYPH",
    "READ_YOURSELF",
    "READ_YOURSELF_SHORT",
    "RELATIONS",
    "ROLES",
    "SAME_FILE",
    "SHAPES",
    "SIDES",
    "STRENGTHS",
    "Answer",
    "AnswerPart",
    "Filter",
    "RecordProblem",
    "Said",
    "answer",
    "continues",
    "copied_words",
    "counted",
    "coverage_short",
    "coverage_words",
    "document_words",
    "doubt",
    "doubt_said",
    "finding_message",
    "finding_place",
    "finding_said",
    "fold_beginning",
    "fold_counts",
    "fold_words",
    "left_for",
    "listed",
    "moved_from",
    "next_closest",
    "notice_words",
    "notices_of",
    "paired_by",
    "pairing_mark",
    "passage_spoken",
    "passage_title",
    "place",
    "progress_words",
    "record_problem",
    "relation_legend",
    "relation_words",
    "section_label",
    "section_words",
    "sections_answer",
    "sentence_case",
    "shape_mark",
    "shape_words",
    "share",
    "short_place",
    "sureness",
]
