"""Files and pasted texts -> articles.

`load` takes a path, `load_bytes` what was read elsewhere (standard input), `paste` a text from the clipboard; each returns an Article
or raises LoadError. A new format is one new file with a reader and one row in READERS.

The notices an article may carry, by code and values: `encoding` (encoding), `replaced-bytes` (count), `replaced-characters` (count),
`invisible-removed` (count), `invisible-kept` (count), `read-as-text` (suffix, and where the
content is what the name says: why, `size` or `nesting`), `left-out` (what, count).
"""

from __future__ import annotations

import os
from dataclasses import replace

from rewritediff.core.values import Article, Notice
from rewritediff.loaders.characters import clean
from rewritediff.loaders.detection import detect
from rewritediff.loaders.formats import KINDS, Format, format_of_name, suffix_of
from rewritediff.loaders.markdown import read_markdown
from rewritediff.loaders.names import shown_name
from rewritediff.loaders.plain import article_of, check_words, read_plain
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reading import MAX_BYTES, check_size, read_file
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Reader, Source

__all__ = ["MAX_BYTES", "LoadError", "Reason", "load", "load_bytes", "paste", "readable_suffixes"]

READERS: dict[Format, Reader] = {
    Format.TEXT: read_plain,
    Format.MARKDOWN: read_markdown,
}
"""What can be opened, and by which reader."""


def load(path: str | os.PathLike[str]) -> Article:
    """Read the article in a file."""
    return load_bytes(read_file(path), os.fspath(path))


def load_bytes(data: bytes, name: str) -> Article:
    """Read the article in bytes that were read elsewhere; the name is shown, and its ending is asked where the content does not tell."""
    shown = shown_name(name)
    check_size(len(data), shown)
    form = detect(data, name)
    reader = READERS.get(form)
    if reader is None:
        raise _refusal(form, shown)
    article = reader(Source(data, shown))
    promised = format_of_name(name)
    if promised in (None, form) or promised is Format.MARKDOWN:
        return article
    return replace(article, notices=(*article.notices, Notice("read-as-text", (("suffix", suffix_of(name)),))))


def paste(text: str) -> Article:
    """Make an article from a text on the clipboard; its blocks are guessed."""
    check_size(len(text), "")
    cleaned = clean(text)
    check_words(cleaned.text, "")
    return article_of(cleaned.text, "", cleaned.notices)


def readable_suffixes() -> tuple[str, ...]:
    """List the endings of the files that can be opened, for file choosers."""
    return tuple(suffix for form in READERS for suffix in KINDS[form].suffixes)


def _refusal(form: Format, name: str) -> LoadError:
    if not KINDS[form].holds_writing:
        return LoadError(name, Reason.BINARY, (("kind", form.value),))
    readable = " ".join(reader.value for reader in READERS)
    return LoadError(name, Reason.TYPE_NOT_SUPPORTED, (("kind", form.value), ("readable", readable)))
