"""The result: what became of every sentence of both sides, and the numbers that sum it up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING

from rewritediff.core.copied import copied_runs
from rewritediff.core.decisions import NO_DECISIONS, Decisions
from rewritediff.core.fragments import Row, rows_of
from rewritediff.core.lexicon import EMPTY_LEXICON, Lexicon
from rewritediff.core.marking import Marking, marking_of
from rewritediff.core.reasons import NOT_AVAILABLE, Reasons, doubted_of, is_doubtful, reasons_of
from rewritediff.core.section_matches import SectionMatch
from rewritediff.core.settings import Settings
from rewritediff.core.silence import to_read
from rewritediff.core.values import CopiedRun, Coverage, Document, Edit, Finding, Notice, Passage, Relation, Shape, Side, Sides, Span
from rewritediff.core.words import edits_between

if TYPE_CHECKING:  # whoever only shows a comparison, as the window does at its start, need not wait for all that makes one
    from rewritediff.core.alignment import Aligned
    from rewritediff.core.facts.find import Facts
    from rewritediff.core.prepared import Prepared


@dataclass(frozen=True, slots=True)
class Summary:
    """Count what became of the sentences; furniture (title, headings, captions) is counted apart where it has no counterpart."""

    sentences: Sides[int]
    unchanged: int
    """Original sentences whose passage is the same."""
    lightly: int
    """Original sentences whose passage is edited."""
    heavily: int
    """Original sentences whose passage is paraphrased."""
    dropped: int
    dropped_furniture: int
    new: int
    new_furniture: int
    moved: int
    """Original sentences whose passage is moved."""
    doubtful: int
    """Original sentences whose passage is a doubtful pairing."""
    passages: dict[Relation, int]
    split: int
    merged: int
    moved_passages: int
    doubtful_passages: int
    findings: int

    @property
    def with_counterpart(self) -> int:
        """Count the original sentences that have a counterpart."""
        return self.unchanged + self.lightly + self.heavily


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold two documents and how they relate; edits, rows and copied runs are computed on demand, not stored."""

    documents: Sides[Document]
    passages: tuple[Passage, ...]
    """In the order of the rewrite, dropped ones where they stood."""
    passage_of: Sides[tuple[int, ...]]
    """For each sentence of a side the number of its passage."""
    settings: Settings
    sections: tuple[SectionMatch, ...] = ()
    """What became of the sections, in the order of the rewrite; nothing where either text has none."""
    findings: tuple[Finding, ...] = ()
    """The gravest first."""
    coverage: Coverage = field(default_factory=Coverage)
    notices: tuple[Notice, ...] = ()
    decisions: Decisions = NO_DECISIONS
    lexicon: Lexicon = field(default=EMPTY_LEXICON, repr=False, compare=False)
    prepared: Prepared | None = field(default=None, repr=False, compare=False)
    """What recompare() starts from; None where a comparison was handed on without it."""
    aligned: Aligned | None = field(default=None, repr=False, compare=False)
    """What recompare() goes on from, so that it need not start from the beginning."""
    facts: Facts | None = field(default=None, repr=False, compare=False)
    """How both texts were asked about, and what each passage answered."""
    _found_in: Mapping[int, tuple[int, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # known from the start: asking all of 3,000 findings about each of 20,000 passages takes a report 6 s
        found: dict[int, tuple[int, ...]] = {}
        for number, finding in enumerate(self.findings):
            for passage in dict.fromkeys(finding.passages):
                found[passage] = (*found.get(passage, ()), number)
        object.__setattr__(self, "_found_in", MappingProxyType(found))

    @property
    def texts(self) -> Sides[str]:
        """Give both texts as loaded."""
        return self.documents.map(lambda document: document.text)

    def edits(self, passage: int) -> tuple[Edit, ...]:
        """Compare the words of a passage, computed anew at each call."""
        return edits_between(self.texts, self.spans(passage), self.function_words())

    def marking(self, passage: int, edits: tuple[Edit, ...] | None = None) -> Marking:
        """Choose how the words of a linked passage are marked; `edits` are its edits where they are known already."""
        found = self.edits(passage) if edits is None else edits
        return marking_of(self.texts, self.spans(passage), found, self.function_words())

    def findings_of(self, passage: int) -> tuple[int, ...]:
        """List the findings that touch a passage, by their numbers, the gravest first."""
        return self._found_in.get(passage, ())

    def is_doubtful(self, passage: int) -> bool:
        """Tell whether the sentences of a passage are paired with less confidence than the setting asks for."""
        return is_doubtful(self.passages[passage], self.settings)

    def doubted(self, passage: int) -> tuple[Side, int] | None:
        """Give the one sentence of a doubtful passage that is in doubt; None where all of the passage is, or nothing."""
        return doubted_of(self.passages[passage], self.settings)

    def read_yourself(self) -> frozenset[int]:
        """Number the passages that are reworded strongly, or paired doubtfully, and that no finding asks to look at."""
        return to_read(self.passages, self.findings, self.settings)

    def reasons(self, passage: int) -> Reasons:
        """Say why the sentences of a passage were paired, computed anew at each call; not available where nothing was handed on."""
        if self.prepared is None or self.aligned is None:
            return NOT_AVAILABLE
        return reasons_of(self.prepared, self.aligned.grid, self.documents, self.passages[passage], self.function_words())

    def function_words(self) -> frozenset[str]:
        """Give the function words of both languages."""
        first, second = self.documents.map(lambda document: self.lexicon.function_words_of(document.language))
        return first | second

    def spans(self, passage: int) -> Sides[tuple[Span, ...]]:
        """Give the spans of a passage's sentences on each side."""
        found = self.passages[passage]
        original = tuple(self.documents.original.sentences[k].span for k in found.original)
        return Sides(original, tuple(self.documents.rewrite.sentences[k].span for k in found.rewrite))

    def rows(self) -> tuple[Row, ...]:
        """Lay the passages out in reading order."""
        return rows_of(self.passages)

    def copied(self, words: int | None = None) -> tuple[CopiedRun, ...]:
        """Find the runs taken over word for word, of at least so many words (default: the setting)."""
        return copied_runs(self.texts, words or self.settings.copied_words)

    def relation(self, side: Side, sentence: int) -> Relation:
        """Say what became of one sentence."""
        return self.passages[self.passage_of[side][sentence]].relation

    def summary(self) -> Summary:
        """Count what became of the sentences."""
        furniture = self.documents.map(lambda document: tuple(s.role.is_furniture for s in document.sentences))
        sentences = dict.fromkeys(Relation, 0)
        passages = dict.fromkeys(Relation, 0)
        apart = {Relation.OMITTED: 0, Relation.INSERTED: 0}
        for passage in self.passages:
            side = Side.REWRITE if passage.relation is Relation.INSERTED else Side.ORIGINAL
            sentences[passage.relation] += len(passage.sentences(side))
            passages[passage.relation] += 1
            if passage.relation in apart:
                apart[passage.relation] += sum(furniture[side][k] for k in passage.sentences(side))
        shapes = [passage.shape for passage in self.passages]
        moved = [passage for passage in self.passages if passage.moved]
        doubtful = [passage for passage in self.passages if is_doubtful(passage, self.settings)]
        return Summary(
            sentences=self.documents.map(lambda document: len(document.sentences)),
            unchanged=sentences[Relation.SAME],
            lightly=sentences[Relation.EDITED],
            heavily=sentences[Relation.PARAPHRASED],
            dropped=sentences[Relation.OMITTED] - apart[Relation.OMITTED],
            dropped_furniture=apart[Relation.OMITTED],
            new=sentences[Relation.INSERTED] - apart[Relation.INSERTED],
            new_furniture=apart[Relation.INSERTED],
            moved=sum(len(passage.original) for passage in moved),
            doubtful=sum(len(passage.original) for passage in doubtful),
            passages=passages,
            split=shapes.count(Shape.SPLIT),
            merged=shapes.count(Shape.MERGED),
            moved_passages=len(moved),
            doubtful_passages=len(doubtful),
            findings=len(self.findings),
        )
