"""What the finders of facts know of both texts, from what the comparison has prepared."""

from __future__ import annotations

from rewritediff.core.facts.reading import Context
from rewritediff.core.facts.tables import NO_TABLES
from rewritediff.core.prepared import Prepared
from rewritediff.core.thesaurus import NO_THESAURUS


def context_of(prepared: Prepared) -> Context:
    """Gather the words, tables and thesauri of both texts."""
    lexicon = prepared.lexicon
    languages = prepared.documents.map(lambda document: document.language)
    return Context(
        documents=prepared.documents,
        units=prepared.units,
        vocabulary=prepared.vocabulary,
        tables=languages.map(lambda language: lexicon.facts.get(language, NO_TABLES)),
        thesauri=languages.map(lambda language: lexicon.thesauri.get(language, NO_THESAURUS)),
        function_words=languages.map(lexicon.function_words_of),
        house=lexicon.house,
    )
