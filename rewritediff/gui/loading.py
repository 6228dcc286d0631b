"""Reads what a side comes from, for the worker: a file once, what was stored of it as often as it is to be read in another way."""

from __future__ import annotations

import os
from collections.abc import Callable

from rewritediff.core.values import Article
from rewritediff.gui.rereading import words_of
from rewritediff.gui.sources import Address, File, Loaded, Pasted, Source
from rewritediff.loaders.detection import detect
from rewritediff.loaders.loading import load_bytes, paste
from rewritediff.loaders.options import Options
from rewritediff.loaders.reading import Stored, read_once


def loaded_from(source: Source, options: Options, stored: Stored | None, _is_cancelled: Callable[[], bool]) -> Loaded:
    """Read a source; raises LoadError."""
    if isinstance(source, Pasted):
        return _loaded(source, paste(source.text), options, None)
    if isinstance(source, Address):
        raise NotImplementedError(source.address)
    found = stored or read_once(source.path)
    return _loaded(source, load_bytes(found.data, found.name, options), options, found)


def _loaded(source: Source, article: Article, options: Options, stored: Stored | None) -> Loaded:
    identity = os.path.realpath(source.path) if isinstance(source, File) else ""
    words = words_of(article)
    form = detect(stored.data, stored.name) if stored else None
    return Loaded(source, article, words, identity, options, stored, form=form)
