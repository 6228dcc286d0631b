"""A text from the clipboard as the richest form that holds the same words: HTML, RTF, plain text. For the worker.

"Title\\nFirst. Second." with the HTML "<h1>Title</h1><p>First. Second.</p>" -> a title and a paragraph, known and not guessed. Where the
rich form says less, more or nothing about paragraphs, the plain text is taken, which is what a person would see in any other program.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator

from rewritediff.core.values import Article
from rewritediff.gui.sources import Pasted
from rewritediff.loaders.formats import Format
from rewritediff.loaders.guarding.guard import read_guarded
from rewritediff.loaders.loading import paste
from rewritediff.loaders.options import Options
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reading import MAX_BYTES
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source

STRUCTURE = re.compile(rb"<(?:h[1-6]|p|li|td|blockquote)[\s>/]", re.IGNORECASE)
"""What an article's pieces are marked with. Editors of programs' code copy lines as <div>, <span> and <br> only, for their colours."""
MARKER = re.compile(r"^[^\S\n]*(?:[-*\u2022\u00b7\u25aa\u25e6\u25cf\u25cb\u2023\u2013\uf0b7\u00a7o]|\(?\w{1,4}[.)])\s+", re.MULTILINE)
"""Bullets and numbers of lists, which the plain text of a list has and its rich form does not."""
REFERENCE = re.compile(r"\[\w{1,4}\]")
"""A mark that refers to a note: it is no word of the article."""
WORD = re.compile(r"\w+")


def article_of_pasted(source: Pasted, options: Options, is_cancelled: Callable[[], bool]) -> Article:
    """Read a text from the clipboard; raises LoadError where the plain text cannot be used, or reading was cancelled."""
    for form, data in _forms(source):
        try:
            found = read_guarded(form, Source(data, "", options), is_cancelled)
        except LoadError as error:
            if error.reason is Reason.CANCELLED:
                raise
            continue
        if not source.text.strip() or same_words(found.text, source.text):
            return found
    return paste(source.text)


def same_words(found: str, plain: str) -> bool:
    """Tell whether two forms of a text have the same words, each as often; list marks and marks of notes do not count."""
    return _words(found) == _words(plain)


def _forms(source: Pasted) -> Iterator[tuple[Format, bytes]]:
    if STRUCTURE.search(source.markup) and len(source.markup) <= MAX_BYTES:
        # the clipboard's text is decoded already: the mark keeps a wrong <meta charset> in it from being believed
        yield Format.CLIPPING, codecs.BOM_UTF8 + source.markup.removeprefix(codecs.BOM_UTF8)
    if source.rich_text and len(source.rich_text) <= MAX_BYTES:
        yield Format.RTF, source.rich_text


def _words(text: str) -> Counter[str]:
    bare = REFERENCE.sub(" ", MARKER.sub("", unicodedata.normalize("NFKC", text)))
    return Counter(WORD.findall(bare.casefold().replace("\u00ad", "")))
