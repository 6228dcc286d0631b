"""What every reader is given: the bytes of one document, how a person calls it, and how it is to be read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rewritediff.core.values import Article
from rewritediff.loaders.options import DEFAULTS, Options


@dataclass(frozen=True, slots=True)
class Source:
    """Hold a document's bytes and its name as it is shown."""

    data: bytes
    name: str
    options: Options = DEFAULTS


Reader = Callable[[Source], Article]
"""Turns one format into an article, or raises LoadError."""
