"""Which reader reads a format, and where it may run.

Plain text and Markdown are read in the program itself. Everything else is parsed by foreign libraries from bytes that nobody can trust,
and is read in a worker process (`guard`); its reader is imported there only. Each is imported when it is needed first.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from rewritediff.loaders.formats import Format
from rewritediff.loaders.source import Reader

HERE: dict[Format, tuple[str, str]] = {
    Format.TEXT: ("rewritediff.loaders.plain", "read_plain"),
    Format.MARKDOWN: ("rewritediff.loaders.markdown", "read_markdown"),
}
"""The module and the function of readers that run in the program itself."""

GUARDED: dict[Format, tuple[str, str]] = {
    Format.DOCX: ("rewritediff.loaders.docx", "read_docx"),
    Format.ODT: ("rewritediff.loaders.odt", "read_odt"),
    Format.RTF: ("rewritediff.loaders.rtf", "read_rtf"),
    Format.DOC: ("rewritediff.loaders.doc", "read_doc"),
    Format.PDF: ("rewritediff.loaders.pdf", "read_pdf"),
    Format.HTML: ("rewritediff.loaders.web", "read_html"),
    Format.MHTML: ("rewritediff.loaders.web", "read_mhtml"),
    Format.CLIPPING: ("rewritediff.loaders.web", "read_clipping"),
    Format.EPUB: ("rewritediff.loaders.epub", "read_epub"),
    Format.LATEX: ("rewritediff.loaders.latex", "read_latex"),
    Format.SUBTITLES: ("rewritediff.loaders.subtitles", "read_subtitles"),
    Format.SHORTCUT: ("rewritediff.loaders.shortcut", "read_shortcut"),
}
"""The module and the function of readers that run in the worker; each package or module is one format's own."""


def reader_here(form: Format) -> Reader:
    """Import the reader of a format that is read in the program itself."""
    return _imported(*HERE[form])


def guarded_reader(form: Format) -> Reader:
    """Import the reader of a format; for the worker, and for tests of the reader itself."""
    return _imported(*GUARDED[form])


def _imported(module: str, function: str) -> Reader:
    return cast("Reader", getattr(import_module(module), function))
