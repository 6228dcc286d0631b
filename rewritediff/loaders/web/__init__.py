"""Web pages: whole files, archives of a browser, and pieces from the clipboard."""

from __future__ import annotations

from rewritediff.core.values import Article
from rewritediff.loaders.source import Source
from rewritediff.loaders.web.archive import read_mhtml
from rewritediff.loaders.web.charset import decode_page
from rewritediff.loaders.web.clipping import read_clipping, read_fragment
from rewritediff.loaders.web.page import article_of_page

__all__ = ["read_clipping", "read_fragment", "read_html", "read_mhtml"]


def read_html(source: Source) -> Article:
    """Read the article of a web page, or all its words where no article is found or `options.whole_page` is chosen."""
    return article_of_page(decode_page(source), source)
