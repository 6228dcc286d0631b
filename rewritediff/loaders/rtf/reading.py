"""An RTF document's bytes -> an Article, or the reason why there is none."""

from __future__ import annotations

import re

from rewritediff.core.values import Article
from rewritediff.loaders.parts import tracked
from rewritediff.loaders.pieces import article_of_pieces
from rewritediff.loaders.problems import LoadError
from rewritediff.loaders.reasons import Reason
from rewritediff.loaders.rtf.walking import TooDeepError, Walker
from rewritediff.loaders.source import Source

HEADER = re.compile(rb"[\s\0\xef\xbb\xbf]*\{\\rtf", re.IGNORECASE)
UTF16 = (b"\xff\xfe", b"\xfe\xff", b"{\0\\\0", b"\0{\0\\")


def read_rtf(source: Source) -> Article:
    """Read a rich text; raises LoadError where its header is missing or its groups are nested without end."""
    data = source.data.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff") if _is_wide(source.data) else source.data
    if not HEADER.match(data[:1000]):
        raise LoadError(source.name, Reason.DAMAGED)
    walker = Walker(data, source.options.tracked)
    try:
        walker.walk()
    except TooDeepError as error:
        raise LoadError(source.name, Reason.TOO_COMPLEX) from error
    changes = tracked(walker.insertions, walker.deletions, source.options.tracked.value)
    return article_of_pieces(walker.pieces(), source, walker.left, changes, named=walker.title)


def _is_wide(data: bytes) -> bool:
    """Tell whether somebody saved it as UTF-16: all of it is ASCII then, as RTF is."""
    return data.startswith(UTF16)
