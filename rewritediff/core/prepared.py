"""What does not depend on decisions: words, their weights, and the judged pairs of the sentences as the documents were cut."""

from __future__ import annotations

from dataclasses import dataclass

from rewritediff.core.evidence import Shared
from rewritediff.core.features import Space, space_of
from rewritediff.core.ground import Ground, ground_of
from rewritediff.core.lexicon import Lexicon
from rewritediff.core.progress import Report, of_step, within
from rewritediff.core.search import Grid
from rewritediff.core.settings import Settings
from rewritediff.core.tokens import Units, Vocabulary
from rewritediff.core.values import Document, Sides


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """Hold two documents ready to be aligned."""

    settings: Settings
    lexicon: Lexicon
    vocabulary: tuple[str, ...]
    units: Sides[Units]
    space: Space
    ground: Ground

    @property
    def documents(self) -> Sides[Document]:
        """Give the documents as they were cut when loaded."""
        return self.ground.documents

    @property
    def grid(self) -> Grid:
        return self.ground.grid

    @property
    def shared(self) -> Shared:
        return self.ground.shared


def prepare(documents: Sides[Document], settings: Settings, lexicon: Lexicon, report: Report) -> Prepared:
    """Count, weigh and pair the sentences of two documents; `report` is told what is being done, and may raise to stop it."""
    tick = of_step(report, "words")
    tick(0)
    vocabulary = Vocabulary()
    first = vocabulary.units(documents.original.text, within(tick, 0, 0.5))
    units = Sides(first, vocabulary.units(documents.rewrite.text, within(tick, 0.5, 1)))
    tick(1)
    tick = of_step(report, "features")
    tick(0)
    space = space_of(vocabulary, units, documents, within(tick, 0, 0.5))
    return Prepared(settings, lexicon, tuple(vocabulary.forms), units, space, ground_of(space, units, documents, report))
