"""Markdown -> Article."""

from __future__ import annotations

from rewritediff.core.values import Article
from rewritediff.loaders.plain import read_plain
from rewritediff.loaders.source import Source


def read_markdown(source: Source) -> Article:
    """Read Markdown: only what it says, without its marks."""
    return read_plain(source)
