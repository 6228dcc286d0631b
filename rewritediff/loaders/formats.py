"""The formats that are recognised, the words for them and the endings of their names.

Whether a format can be read is not known here: the readers stand in `rewritediff.loaders`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import PurePath


class Format(Enum):
    """Name what a file is."""

    TEXT = "text"
    MARKDOWN = "markdown"
    DOCX = "docx"
    DOC = "doc"
    ODT = "odt"
    RTF = "rtf"
    PDF = "pdf"
    EPUB = "epub"
    HTML = "html"
    MHTML = "mhtml"
    CLIPPING = "clipping"
    """A piece of a web page, as programs put it on the clipboard."""
    LATEX = "latex"
    SUBTITLES = "subtitles"
    SHORTCUT = "shortcut"
    SPREADSHEET = "spreadsheet"
    SLIDES = "slides"
    LOCKED = "locked"
    OFFICE = "office"
    PICTURE = "picture"
    SOUND = "sound"
    VIDEO = "video"
    PROGRAM = "program"
    ARCHIVE = "archive"
    DATABASE = "database"
    BINARY = "binary"


@dataclass(frozen=True, slots=True)
class Kind:
    """Say how a person calls a format and how the names of such files end."""

    words: str
    suffixes: tuple[str, ...] = ()
    holds_writing: bool = True
    """A person would expect an article in it; a picture or a program holds none."""


KINDS: dict[Format, Kind] = {
    Format.TEXT: Kind("plain text", (".txt", ".text")),
    Format.MARKDOWN: Kind("Markdown", (".md", ".markdown", ".mdown", ".mkd")),
    Format.DOCX: Kind("a Word document", (".docx", ".docm", ".dotx")),
    Format.DOC: Kind("an old Word document", (".doc", ".dot")),
    Format.ODT: Kind("an OpenDocument text", (".odt", ".ott", ".fodt")),
    Format.RTF: Kind("a rich text (RTF) document", (".rtf",)),
    Format.PDF: Kind("a PDF document", (".pdf",)),
    Format.EPUB: Kind("an EPUB book", (".epub",)),
    Format.HTML: Kind("a web page", (".html", ".htm", ".xhtml")),
    Format.MHTML: Kind("a saved web page", (".mhtml", ".mht")),
    Format.CLIPPING: Kind("a piece of a web page"),
    Format.LATEX: Kind("a LaTeX document", (".tex", ".latex")),
    Format.SUBTITLES: Kind("a subtitle file", (".srt", ".vtt")),
    Format.SHORTCUT: Kind("a shortcut to a web page", (".url", ".webloc")),
    Format.SPREADSHEET: Kind("a spreadsheet", (".xlsx", ".xls", ".ods")),
    Format.SLIDES: Kind("a slide presentation", (".pptx", ".ppt", ".odp")),
    Format.LOCKED: Kind("a document protected with a password"),
    Format.OFFICE: Kind("an old Office document"),
    Format.PICTURE: Kind("a picture", (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".svg"), False),
    Format.SOUND: Kind("a sound recording", (".mp3", ".wav", ".ogg", ".flac", ".m4a"), False),
    Format.VIDEO: Kind("a video", (".mp4", ".mov", ".avi", ".mkv", ".webm"), False),
    Format.PROGRAM: Kind("a program", (".exe", ".dll", ".so"), False),
    Format.ARCHIVE: Kind("a packed archive", (".zip", ".gz", ".7z", ".rar", ".tar", ".xz", ".bz2", ".zst"), False),
    Format.DATABASE: Kind("a database", (".sqlite", ".db"), False),
    Format.BINARY: Kind("data for a program", (), False),
}


def suffix_of(name: str) -> str:
    """Cut the ending from a file's name, in small letters: "Draft.MD" -> ".md"."""
    return PurePath(name).suffix.lower()


def format_of_name(name: str) -> Format | None:
    """Find the format that a name promises, or None where its ending says nothing."""
    suffix = suffix_of(name)
    return next((form for form, kind in KINDS.items() if suffix in kind.suffixes), None)
