"""What every reader is given: the bytes of one file and how a person calls it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from rewritediff.core.values import Article


@dataclass(frozen=True, slots=True)
class Source:
    """Hold a file's bytes and its name as it is shown."""

    data: bytes
    name: str


Reader = Callable[[Source], Article]
"""Turns one format into an article, or raises LoadError."""
