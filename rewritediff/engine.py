"""Joins the core with what it needs from outside: articles, the language of a text, the bundled word tables.

Everything that compares goes through here: the window, the command line, batches, and Python callers.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cache

from rewritediff.bundled import resource
from rewritediff.core.compare import compare as compare_documents
from rewritediff.core.compare import recompare
from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import NO_DECISIONS, Decisions
from rewritediff.core.facts.tables import EMPTY_TABLE, Table, Tables
from rewritediff.core.house import House
from rewritediff.core.language import guess_language
from rewritediff.core.lexicon import Lexicon
from rewritediff.core.progress import Cancelled, Progress, Tick, of_step, quiet, reporter, within
from rewritediff.core.sentences import document_from_article, document_from_sentences, document_from_text
from rewritediff.core.settings import DEFAULT_SETTINGS, Settings
from rewritediff.core.thesaurus import Thesaurus
from rewritediff.core.values import Article, Document, Notice, Side, Sides

MAX_SENTENCES = 200_000
"""Sentences a side: twice the largest book measured, and still within the memory of a small machine."""
LEXICON_VERSION = "1"
OPPOSITES = "opposites"
"""Name of the table of a thesaurus."""
FOREIGN_FLOOR = 3.0
"""Log odds that links must reach between texts in different languages: shared names and numbers alone must not pair sentences at random."""

Text = str | Article | Sequence[str]
"""One side: a text, an article as loaded, or sentences as they stand."""


class TooLong(Exception):  # noqa: N818 - read as a sentence where it is raised
    """Say that a text has more sentences than are compared."""

    def __init__(self, side: Side, sentences: int) -> None:
        super().__init__(f"The {side.value} has {sentences:,} sentences; at most {MAX_SENTENCES:,} are compared. Compare it in parts.")
        self.side = side
        self.sentences = sentences


@cache
def lexicon() -> Lexicon:
    """Load the bundled word tables, once."""
    words: dict[str, frozenset[str]] = {}
    for path in sorted(resource("languages").glob("*.json")):
        table = json.loads(path.read_text(encoding="utf-8"))
        words[table["language"]] = frozenset(table["function_words"])
    tables = fact_tables()
    return Lexicon("bundled", LEXICON_VERSION, words, tables, thesauri(tables))


def lexicon_of(house: House) -> Lexicon:
    """Give the bundled word tables with a house's own list."""
    return replace(lexicon(), house=house) if house else lexicon()


def fact_tables() -> dict[str, Tables]:
    """Read the tables of the finders of facts, one folder a language and one file a table."""
    found: dict[str, Tables] = {}
    for folder in sorted(path for path in resource("facts").iterdir() if path.is_dir()):
        tables = {path.stem: Table(json.loads(path.read_text(encoding="utf-8"))) for path in sorted(folder.glob("*.json"))}
        found[folder.name] = Tables(folder.name, tables)
    return found


def thesauri(tables: Mapping[str, Tables]) -> dict[str, Thesaurus]:
    """Join the boiled-down WordNet, which is read and not parsed (1 ms), with opposites and synonyms of our own."""
    entries = {path.stem: path.read_bytes() for path in sorted(resource("thesaurus").glob("*.txt"))}
    languages = sorted({*entries, *(language for language, found in tables.items() if OPPOSITES in found)})
    return {
        language: Thesaurus(language, entries.get(language, b""), tables[language][OPPOSITES] if language in tables else EMPTY_TABLE)
        for language in languages
    }


def compare(
    original: Text,
    rewrite: Text,
    settings: Settings | None = None,
    *,
    decisions: Decisions = NO_DECISIONS,
    lexicon: Lexicon | None = None,
    progress: Progress | None = None,
    should_cancel: Callable[[], bool] | None = None,
) -> Comparison:
    """Compare an original with its rewrite; raises TooLong, and Cancelled when `should_cancel` says so."""
    words = lexicon if lexicon is not None else _bundled_lexicon()
    tick = of_step(reporter(progress, should_cancel), "sentences")
    tick(0)
    first = document_of(original, words, within(tick, 0, 0.5))
    documents = Sides(first, document_of(rewrite, words, within(tick, 0.5, 1)))
    tick(1)
    for side in Side:
        if len(documents[side].sentences) > MAX_SENTENCES:
            raise TooLong(side, len(documents[side].sentences))
    settings = settings or DEFAULT_SETTINGS
    languages = documents.map(lambda document: document.language)
    if not differ(languages):
        return compare_documents(documents, settings, words, decisions, progress, should_cancel)
    careful = settings.with_floors(FOREIGN_FLOOR)
    found = compare_documents(documents, careful, words, decisions, progress, should_cancel)
    notice = Notice("languages-differ", (("original", languages.original), ("rewrite", languages.rewrite)))
    return replace(found, notices=(*found.notices, notice))


def differ(languages: Sides[str]) -> bool:
    """Tell whether both languages are known and not the same."""
    return bool(languages.original and languages.rewrite) and languages.original != languages.rewrite


def _bundled_lexicon() -> Lexicon:
    return lexicon()


def document_of(text: Text, words: Lexicon, tick: Tick = quiet) -> Document:
    """Cut one side into sentences, by the rules of the language that it is in."""
    if isinstance(text, str):
        return document_from_text(text, guess_language(text, words), tick=tick)
    if isinstance(text, Article):
        return document_from_article(text, guess_language(text.text, words), text.origin, tick)
    return document_from_sentences(text, guess_language("\n".join(text), words))


__all__ = ["Cancelled", "Comparison", "Notice", "Text", "TooLong", "compare", "lexicon", "lexicon_of", "recompare"]
