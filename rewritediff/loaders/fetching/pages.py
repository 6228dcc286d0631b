"""The address of a web page -> an Article: fetched, then read as a file of its kind would be."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from rewritediff.core.values import Article
from rewritediff.loaders.detection import detect
from rewritediff.loaders.fetching.addresses import PUBLIC, Reach
from rewritediff.loaders.fetching.fetch import LIMITS, UNWATCHED, Watch, fetch
from rewritediff.loaders.fetching.media import ARTICLES
from rewritediff.loaders.fetching.visiting import Fetched, Limits
from rewritediff.loaders.formats import Format
from rewritediff.loaders.loading import read_as
from rewritediff.loaders.options import DEFAULTS, Options
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reading import Stored
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source


@dataclass(frozen=True, slots=True)
class Page(Stored):
    """Hold a page that was fetched, so that it can be read in another way without asking its server again."""

    ending: str = ""
    """Of the name that a file of its kind would have, as its server or its address says."""
    charset: str = ""
    """The encoding that its server named."""


def load_address(
    text: str, options: Options = DEFAULTS, watch: Watch = UNWATCHED, reach: Reach = PUBLIC, limits: Limits = LIMITS
) -> Article:
    """Fetch a page and read the article in it, which is called by the address where it was at last; raises LoadError."""
    return read_page(fetch_page(text, watch, reach, limits), options, watch.should_cancel)


def fetch_page(text: str, watch: Watch = UNWATCHED, reach: Reach = PUBLIC, limits: Limits = LIMITS) -> Page:
    """Fetch a page; raises LoadError."""
    fetched = fetch(text, watch, reach, limits)
    return Page(fetched.data, None, fetched.address.shown, time.time(), _ending_of(fetched), fetched.charset)


def read_page(page: Page, options: Options = DEFAULTS, should_cancel: Callable[[], bool] | None = None) -> Article:
    """Read the article in a page that was fetched; raises LoadError."""
    form = detect(page.data, f"page{page.ending}")
    if form is Format.SHORTCUT:  # nobody was asked about where it leads
        raise LoadError(page.name, Reason.TYPE_NOT_SUPPORTED, (("kind", form.value),))
    return read_as(form, Source(page.data, page.name, replace(options, charset=page.charset)), should_cancel=should_cancel)


def _ending_of(fetched: Fetched) -> str:
    """Tell what a page is by what its server says of it, and by its address where that says little."""
    path = PurePosixPath(fetched.address.target.partition("?")[0])
    return ARTICLES[fetched.media_type] or path.suffix
