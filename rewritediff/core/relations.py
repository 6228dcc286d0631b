"""What became of a linked passage, judged by its words: the same but for typography, edited, or paraphrased."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from rewritediff.core.prepared import Prepared
from rewritediff.core.similarity import word_similarity
from rewritediff.core.tokens import Units
from rewritediff.core.values import Document, Relation, Sides
from rewritediff.core.vectors import Ints


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """Judge passages of two documents by the words that were counted for them."""

    prepared: Prepared
    documents: Sides[Document]

    def __call__(self, original: tuple[int, ...], rewrite: tuple[int, ...]) -> tuple[Relation, float]:
        """Give the relation and the similarity of the sentences of a passage."""
        left = self._ids(self.documents.original, self.prepared.units.original, original)
        right = self._ids(self.documents.rewrite, self.prepared.units.rewrite, rewrite)
        nothing = [number for number in range(len(self.prepared.vocabulary)) if not self.prepared.vocabulary[number]][:1]
        left, right = left[~np.isin(left, nothing)], right[~np.isin(right, nothing)]
        if len(left) == len(right) and bool((left == right).all()):
            return Relation.SAME, 1.0
        are_words = self.prepared.space.are_words
        similarity = word_similarity(left[are_words[left]].tolist(), right[are_words[right]].tolist())
        relation = Relation.EDITED if similarity >= self.prepared.settings.edited_from else Relation.PARAPHRASED
        return relation, round(similarity, 4)

    @staticmethod
    def _ids(document: Document, units: Units, sentences: tuple[int, ...]) -> Ints:
        parts = [units.ids[units.within(document.sentences[k].start, document.sentences[k].end)] for k in sentences]
        return np.concatenate(parts)
