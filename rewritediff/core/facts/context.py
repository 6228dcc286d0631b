"""What the finders of facts know of both texts, from what the comparison has prepared."""

from __future__ import annotations

from itertools import compress

import numpy as np

from rewritediff.core.facts.reading import Context, words_of
from rewritediff.core.facts.tables import NO_TABLES
from rewritediff.core.facts.text_names import names_of
from rewritediff.core.prepared import Prepared
from rewritediff.core.thesaurus import NO_THESAURUS
from rewritediff.core.tokens import Units
from rewritediff.core.values import Sides


def context_of(prepared: Prepared) -> Context:
    """Gather the words, tables and thesauri of both texts."""
    lexicon, vocabulary, units = prepared.lexicon, prepared.vocabulary, prepared.units
    languages = prepared.documents.map(lambda document: document.language)
    tables = languages.map(lambda language: lexicon.facts.get(language, NO_TABLES))
    thesauri = languages.map(lambda language: lexicon.thesauri.get(language, NO_THESAURUS))
    function_words = languages.map(lexicon.function_words_of)
    forms = units.map(lambda of: _forms(of, vocabulary))
    return Context(
        documents=prepared.documents,
        units=units,
        vocabulary=vocabulary,
        tables=tables,
        thesauri=thesauri,
        function_words=function_words,
        house=lexicon.house,
        words=Sides(*(words_of(document.text, of, vocabulary) for document, of in zip(prepared.documents, units, strict=True))),
        forms=forms,
        names=names_of(prepared, forms, tables, function_words, thesauri),
    )


def _forms(units: Units, vocabulary: tuple[str, ...]) -> frozenset[str]:
    # a third of the time of numpy.unique()
    there = np.zeros(len(vocabulary), dtype=bool)
    there[units.ids] = True
    return frozenset(compress(vocabulary, there.tolist()))
