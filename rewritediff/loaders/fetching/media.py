"""Which media types of the web may hold an article, and what a server says about a page with them."""

from __future__ import annotations

import re

UNKNOWN = ("", "application/octet-stream", "binary/octet-stream", "application/force-download", "application/download")
"""What servers say that do not know: the content tells."""
ARTICLES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": "",
    "text/markdown": ".md",
    "text/x-markdown": ".md",
    "text/rtf": ".rtf",
    "application/rtf": ".rtf",
    "application/pdf": ".pdf",
    "application/x-pdf": ".pdf",
    "application/msword": ".doc",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/epub+zip": ".epub",
} | dict.fromkeys(UNKNOWN, "")
"""The media types that are fetched, and the ending that a file of each has; none where the address may tell more."""
CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)


def media_type(header: str) -> str:
    """Cut the type from a Content-Type header: "Text/HTML; charset=utf-8" -> "text/html"."""
    return header.partition(";")[0].strip().lower()


def charset_of(header: str) -> str:
    """Cut the encoding from a Content-Type header, in small letters; nothing where it names none."""
    found = CHARSET.search(header)
    return found[1].lower() if found else ""
