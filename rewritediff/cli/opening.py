"""What the command line names -> articles: files, standard input, and, where it was permitted, pages of the web."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from rewritediff.cli.arguments import CompareRequest
from rewritediff.cli.failure import CannotBeDone
from rewritediff.cli.streams import STANDARD, read_input
from rewritediff.core.values import Article, Side, Sides
from rewritediff.loaders import MAX_BYTES, LoadError, Options, Reason, Tracked, load, load_bytes
from rewritediff.loaders.addresses import looks_like_address, shown_address

Say = Callable[[str], object]
"""Told what is being done, in a few words."""

FETCHING = "fetching the page"


def opened(request: CompareRequest, say: Say) -> Sides[Article]:
    """Open both sides; raises LoadError and CannotBeDone."""
    options, fetch = request.reading.options, request.reading.fetch
    if request.rewrite is None:
        return _both_versions(request.original, options.original, fetch, say)
    return Sides(_article(request.original, options.original, fetch, say), _article(request.rewrite, options.rewrite, fetch, say))


def _both_versions(path: str, options: Options, fetch: bool, say: Say) -> Sides[Article]:
    """Read one document as it was before its tracked changes, and with all of them accepted."""
    if path == STANDARD:
        raise CannotBeDone("--tracked-changes reads its document twice: name a file, not “-”")
    versions = Sides(*(_article(path, replace(options, tracked=tracked), fetch, say) for tracked in (Tracked.BEFORE, Tracked.ACCEPTED)))
    if not any(notice.code == "tracked-changes" for side in Side for notice in versions[side].notices):
        raise CannotBeDone(f"“{versions.original.origin}” has no tracked changes; name two files to compare them")
    return versions


def _article(path: str, options: Options, fetch: bool, say: Say) -> Article:
    if path == STANDARD:
        return load_bytes(read_input(MAX_BYTES), "standard input", options)
    if looks_like_address(path):
        return _page(path, options, fetch, say)
    try:
        return load(path, options)
    except LoadError as error:
        link = str(dict(error.values).get("link", ""))
        if error.reason is not Reason.LINK or not link:
            raise
        if not fetch:
            raise CannotBeDone(f"{error} Or permit it with --fetch.") from error
        return _page(link, options, fetch, say)


def _page(address: str, options: Options, fetch: bool, say: Say) -> Article:
    if not fetch:
        shown = shown_address(address)
        raise CannotBeDone(
            f"“{shown}” is an address on the web, and nothing is fetched unasked: add --fetch, or save the page and name the file"
        )
    from rewritediff.loaders import load_address

    say(FETCHING)
    return load_address(address, options)
