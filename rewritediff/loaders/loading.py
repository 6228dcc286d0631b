"""Loads an article from a file, from bytes or from the clipboard: size, kind, reader, and whether the name told the truth."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace

from rewritediff.core.values import Article, Notice
from rewritediff.loaders.characters import clean
from rewritediff.loaders.detection import detect
from rewritediff.loaders.formats import KINDS, Format, format_of_name, suffix_of
from rewritediff.loaders.guarding.guard import read_guarded
from rewritediff.loaders.names import shown_name
from rewritediff.loaders.options import DEFAULTS, Options
from rewritediff.loaders.plain import article_of, check_words
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.readers import GUARDED, HERE, reader_here
from rewritediff.loaders.reading import check_size, read_file
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source

Cancel = Callable[[], bool]
"""Tells whether an article is no longer wanted; asked every 0.05 s while a document is read, in the thread that loads it."""


def load(path: str | os.PathLike[str], options: Options = DEFAULTS, *, should_cancel: Cancel | None = None) -> Article:
    """Read the article in a file."""
    return load_bytes(read_file(path), os.fspath(path), options, should_cancel=should_cancel)


def load_bytes(data: bytes, name: str, options: Options = DEFAULTS, *, should_cancel: Cancel | None = None) -> Article:
    """Read the article in bytes that were read elsewhere; the name is shown, and its ending is asked where the content does not tell."""
    shown = shown_name(name)
    check_size(len(data), shown)
    form = detect(data, name)
    article = read_as(form, Source(data, shown, options), should_cancel=should_cancel)
    return replace(article, notices=(*article.notices, *_another_name(form, name)))


def read_as(form: Format, source: Source, *, should_cancel: Cancel | None = None) -> Article:
    """Read a document whose format is known; LoadError where there is no reader for it."""
    if form in GUARDED:
        return read_guarded(form, source, should_cancel)
    if form in HERE:
        return reader_here(form)(source)
    raise _refusal(form, source.name)


def paste(text: str) -> Article:
    """Make an article from a text on the clipboard; its blocks are guessed."""
    check_size(len(text), "")
    cleaned = clean(text)
    check_words(cleaned.text, "")
    return article_of(cleaned.text, "", cleaned.notices)


def readable_suffixes() -> tuple[str, ...]:
    """List the endings of the files that can be opened, for file choosers."""
    return tuple(suffix for form in (*HERE, *GUARDED) for suffix in KINDS[form].suffixes)


def _another_name(form: Format, name: str) -> tuple[Notice, ...]:
    """Say that a document is not what the ending of its name promises."""
    promised = format_of_name(name)
    if promised in (None, form):
        return ()
    suffix = ("suffix", suffix_of(name))
    if form is Format.TEXT:
        return (Notice("read-as-text", (suffix,)),) if promised is not Format.MARKDOWN else ()
    return (Notice("read-as", (suffix, ("kind", form.value))),) if form is not Format.MARKDOWN else ()


def _refusal(form: Format, name: str) -> LoadError:
    if not KINDS[form].holds_writing:
        return LoadError(name, Reason.BINARY, (("kind", form.value),))
    if form is Format.LOCKED:
        return LoadError(name, Reason.LOCKED)
    return LoadError(name, Reason.TYPE_NOT_SUPPORTED, (("kind", form.value),))
