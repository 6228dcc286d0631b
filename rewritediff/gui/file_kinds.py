"""The kinds of files that a file chooser offers, as a person looks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rewritediff.loaders.formats import Format

ALL_READABLE = "All that can be read"
ALL_FILES = "All files (*)"


def file_filter() -> str:
    """Word the kinds of files for a file chooser: all that can be read first, then group by group."""
    from rewritediff.loaders.formats import KINDS  # a tenth of the start, and a file is chosen later
    from rewritediff.loaders.loading import readable_suffixes

    readable = readable_suffixes()
    groups = {name: [suffix for form in forms for suffix in KINDS[form].suffixes if suffix in readable] for name, forms in file_groups()}
    listed = [(ALL_READABLE, readable), *((name, suffixes) for name, suffixes in groups.items() if suffixes)]
    return ";;".join((*(f"{name} ({' '.join(f'*{suffix}' for suffix in suffixes)})" for name, suffixes in listed), ALL_FILES))


def file_groups() -> tuple[tuple[str, tuple[Format, ...]], ...]:
    """Group the formats of documents as a person looks for them."""
    from rewritediff.loaders.formats import Format

    return (
        ("Word and OpenDocument", (Format.DOCX, Format.DOC, Format.ODT, Format.RTF)),
        ("PDF", (Format.PDF,)),
        ("Web pages", (Format.HTML, Format.MHTML, Format.SHORTCUT)),
        ("E-books", (Format.EPUB,)),
        ("Plain text", (Format.TEXT, Format.MARKDOWN, Format.LATEX)),
        ("Subtitles", (Format.SUBTITLES,)),
    )
