"""The address of a web page -> an Article: fetched, then read as a file of its kind would be."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

from rewritediff.core.values import Article
from rewritediff.loaders.addresses import PUBLIC, Reach
from rewritediff.loaders.detection import detect
from rewritediff.loaders.fetching import LIMITS, UNWATCHED, Watch, fetch
from rewritediff.loaders.formats import Format
from rewritediff.loaders.loading import read_as
from rewritediff.loaders.media import ARTICLES
from rewritediff.loaders.options import DEFAULTS, Options
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.source import Source
from rewritediff.loaders.visiting import Fetched, Limits


def load_address(
    text: str, options: Options = DEFAULTS, watch: Watch = UNWATCHED, reach: Reach = PUBLIC, limits: Limits = LIMITS
) -> Article:
    """Fetch a page and read the article in it, which is called by the address where it was at last; raises LoadError."""
    fetched = fetch(text, watch, reach, limits)
    form = detect(fetched.data, _name_of(fetched))
    if form is Format.SHORTCUT:  # nobody was asked about where it leads
        raise LoadError(fetched.address.shown, Reason.TYPE_NOT_SUPPORTED, (("kind", form.value),))
    return read_as(form, Source(fetched.data, fetched.address.shown, replace(options, charset=fetched.charset)))


def _name_of(fetched: Fetched) -> str:
    """Name a page so that its ending tells what its server says of it, and its address where that says little."""
    path = PurePosixPath(fetched.address.target.partition("?")[0])
    ending = ARTICLES[fetched.media_type]
    return f"page{ending or path.suffix}"
