"""What the command line names -> articles: files, standard input, and, where it was permitted, pages of the web.

Each is read from the disk or the web once, also where two versions of it are compared.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from rewritediff.cli.arguments import CompareRequest
from rewritediff.cli.failure import CannotBeDone
from rewritediff.cli.streams import STANDARD, read_input
from rewritediff.core.values import Article, Side, Sides
from rewritediff.loaders import MAX_BYTES, LoadError, Options, Reason, Tracked, load_bytes
from rewritediff.loaders.fetching.addresses import looks_like_address, shown_address
from rewritediff.loaders.reading import read_once

Say = Callable[[str], object]
"""Told what is being done, in a few words."""
Read = Callable[[Options], Article]
"""Reads what is at hand already, in one way or another."""

FETCHING = "fetching the page"
OTHER_SCHEME = re.compile("[A-Za-z][A-Za-z0-9+.-]+://")
"""Begins what nobody calls a file: "ftp://example.org/a", "file:///home"."""


def opened(request: CompareRequest, say: Say) -> Sides[Article]:
    """Open both sides; raises LoadError and CannotBeDone."""
    options, fetch = request.reading.options, request.reading.fetch
    if request.rewrite is None:
        return _both_versions(_at_hand(request.original, fetch, say), options.original)
    return Sides(
        _at_hand(request.original, fetch, say)(options.original),
        _at_hand(request.rewrite, fetch, say)(options.rewrite),
    )


def _both_versions(read: Read, options: Options) -> Sides[Article]:
    """Read one document as it was before its tracked changes, and with all of them accepted."""
    versions = Sides(*(read(replace(options, tracked=tracked)) for tracked in (Tracked.BEFORE, Tracked.ACCEPTED)))
    if not any(notice.code == "tracked-changes" for side in Side for notice in versions[side].notices):
        raise CannotBeDone(f"“{versions.original.origin}” has no tracked changes; name two files to compare them")
    return versions


def _at_hand(path: str, fetch: bool, say: Say) -> Read:
    """Get a document: what is read of it later costs neither disk nor web."""
    if path == STANDARD:
        data = read_input(MAX_BYTES)
        return lambda options: load_bytes(data, "standard input", options)
    if looks_like_address(path):
        return _page(path, fetch, say)
    if OTHER_SCHEME.match(path):
        raise CannotBeDone(
            f"“{shown_address(path)}” is an address of a kind that is never fetched: name a file, or an address that begins with https://"
        )
    stored = read_once(path)

    def read(options: Options) -> Article:
        try:
            return load_bytes(stored.data, stored.name, options)
        except LoadError as error:
            link = str(dict(error.values).get("link", ""))
            if error.reason is not Reason.LINK or not link:
                raise
            if not fetch:
                raise CannotBeDone(f"{error} Or permit it with --fetch.") from error
            return _page(link, fetch, say)(options)

    return read


def _page(address: str, fetch: bool, say: Say) -> Read:
    if not fetch:
        shown = shown_address(address)
        raise CannotBeDone(
            f"“{shown}” is an address on the web, and nothing is fetched unasked: add --fetch, or save the page and name the file"
        )
    from rewritediff.loaders.fetching import pages

    say(FETCHING)
    page = pages.fetch_page(address)
    return lambda options: pages.read_page(page, options)
