"""A LaTeX source's bytes -> an Article, or the reason why there is none."""

from __future__ import annotations

from rewritediff.core.values import Article
from rewritediff.loaders.latex.walking import Walker
from rewritediff.loaders.pieces import article_of_pieces
from rewritediff.loaders.plain import readable_text
from rewritediff.loaders.source import Source


def read_latex(source: Source) -> Article:
    """Read a LaTeX source in any encoding."""
    text, notices = readable_text(source)
    walker = Walker(text)
    walker.walk()
    return article_of_pieces(walker.pieces, source, walker.left, notices, guessed=False)
