"""What Qt holds of something dropped or copied -> an Arrival. The only place that knows what programs call their formats."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from rewritediff.gui.arriving import Arrival
from rewritediff.gui.sources import Pasted

RICH_TEXT = (
    "text/rtf",
    "application/rtf",
    "text/richtext",
    'application/x-qt-windows-mime;value="Rich Text Format"',
    "public.rtf",
    'application/x-qt-mac-type;value="public.rtf"',
)
"""What RTF is called by programs on Linux, Windows and macOS, as Qt hands it on."""


def arrival_of(mime: QMimeData | None) -> Arrival:
    """Read what was dropped or copied; an empty clipboard holds nothing."""
    if mime is None:
        return Arrival()
    paths, links = local_paths(mime), remote_links(mime)
    # a browser that drags a link says its title as text and its picture as HTML: neither is meant
    return Arrival(tuple(paths), tuple(links), Pasted("") if paths or links else pasted_of(mime))


def pasted_of(mime: QMimeData) -> Pasted:
    """Read a text with all the forms that it has."""
    # Qt decodes HTML: Firefox writes it in UTF-16
    markup = mime.html().encode("utf-8", "replace") if mime.hasHtml() else b""
    rich = next((bytes(mime.data(name).data()) for name in RICH_TEXT if mime.hasFormat(name)), b"")
    return Pasted(mime.text(), markup, rich)


def local_paths(mime: QMimeData) -> list[str]:
    """List the files on this computer."""
    return [url.toLocalFile() for url in mime.urls() if url.isLocalFile()]


def remote_links(mime: QMimeData) -> list[str]:
    """List the addresses that are no files here."""
    return [bytes(url.toEncoded().data()).decode("ascii", "replace") for url in mime.urls() if not url.isLocalFile() and url.scheme()]


def fills(mime: QMimeData) -> int:
    """Count the documents, without reading a text that may be long."""
    return len(local_paths(mime)) + len(remote_links(mime))


def takes(mime: QMimeData) -> bool:
    """Tell whether something that is dragged could be dropped."""
    return mime.hasUrls() or mime.hasText() or mime.hasHtml()
