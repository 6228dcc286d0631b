"""Reads a document in a process of its own, so that no document can harm, hang or fill the program."""

from __future__ import annotations

from rewritediff.core.values import Article
from rewritediff.loaders.formats import Format
from rewritediff.loaders.readers import guarded_reader
from rewritediff.loaders.source import Source


def read_guarded(form: Format, source: Source) -> Article:
    """Read a document of a format that foreign libraries parse."""
    return guarded_reader(form)(source)
