"""Reads what a side comes from, for the worker: a file once, what was stored of it as often as it is to be read in another way."""

from __future__ import annotations

import os
from collections.abc import Callable

from rewritediff.core.values import Article
from rewritediff.gui.jobs import LoadFailed
from rewritediff.gui.pasting import article_of_pasted
from rewritediff.gui.rereading import words_of
from rewritediff.gui.sources import Address, File, Loaded, Pasted, Source
from rewritediff.loaders.detection import detect
from rewritediff.loaders.loading import load_bytes
from rewritediff.loaders.options import Options
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reading import Stored, read_once
from rewritediff.loaders.reasons import Reason

AGAIN = frozenset(
    {
        Reason.MISSING,
        Reason.UNREADABLE,
        Reason.FAILED,
        Reason.CHANGED_WHILE_READING,
        Reason.CANCELLED,
        Reason.NO_WORKER,
    }
)
"""Reasons that may be gone a moment later, with nothing done here: the disk, another program that writes."""
NETWORK = frozenset({"name", "connection", "busy", "faulty", "too-slow", "broken-off", "status"})
"""Of Reason.NOT_FETCHED, the obstacles (obstacles.Obstacle) of which the same can be said."""


def loaded_from(source: Source, options: Options, stored: Stored | None, is_cancelled: Callable[[], bool]) -> Loaded:
    """Read a source; raises LoadError."""
    if isinstance(source, Pasted):
        return _loaded(source, article_of_pasted(source, options, is_cancelled), options, None)
    if isinstance(source, Address):
        return _page(source, options, stored, is_cancelled)
    found = stored or read_once(source.path)
    return _loaded(source, load_bytes(found.data, found.name, options, should_cancel=is_cancelled), options, found)


def _page(source: Address, options: Options, stored: Stored | None, is_cancelled: Callable[[], bool]) -> Loaded:
    # imported here: most that is read is no page of the web, and what fetches takes long to import
    from rewritediff.loaders.fetching.fetch import Watch
    from rewritediff.loaders.fetching.pages import Page, fetch_page, read_page

    page = stored if isinstance(stored, Page) else fetch_page(source.address, Watch(should_cancel=is_cancelled))
    return _loaded(source, read_page(page, options, is_cancelled), options, page)


def failed(ticket: int, error: LoadError) -> LoadFailed:
    """Say why there is no article, whether it was only a link, and whether trying once more may help."""
    link = str(dict(error.values).get("link", "")) if error.reason is Reason.LINK else ""
    fetching = error.reason is Reason.NOT_FETCHED and dict(error.values).get("why") in NETWORK
    return LoadFailed(ticket, str(error), link, fetching or error.reason in AGAIN)


def _loaded(source: Source, article: Article, options: Options, stored: Stored | None) -> Loaded:
    identity = os.path.realpath(source.path) if isinstance(source, File) else ""
    words = words_of(article)
    form = detect(stored.data, _named(stored)) if stored else None
    return Loaded(source, article, words, identity, options, stored, form=form)


def _named(stored: Stored) -> str:
    """Name what is stored so that its ending tells what it is: that of an address says little."""
    return f"page{getattr(stored, 'ending', '')}" if stored.fetched else stored.name
