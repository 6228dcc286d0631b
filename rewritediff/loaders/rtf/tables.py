"""What the tables of an RTF document say of its fonts and styles, and the code page that holds where they say nothing."""

from __future__ import annotations

from dataclasses import dataclass, field

from rewritediff.loaders.rtf.charsets import FAMILIES, SYMBOL, WESTERN, codec_of_font, codec_of_page
from rewritediff.loaders.rtf.sinks import Kind


@dataclass(frozen=True, slots=True)
class Style:
    """Hold a paragraph style's name and the level in the outline that it gives, from 0."""

    name: str = ""
    outline: int | None = None


@dataclass(slots=True)
class Tables:
    """Gather the entries as they are read, one after the other."""

    page: str = WESTERN
    default_font: int | None = None
    _codecs: dict[int, str] = field(default_factory=dict)
    _styles: dict[int, Style] = field(default_factory=dict)
    _entry: int = 0
    _charset: int = 1
    _outline: int | None = None

    def begin(self) -> None:
        """Begin an entry; one without a number is the first."""
        self._entry, self._outline = 0, None

    def entry_word(self, kind: Kind, word: bytes, number: int | None) -> None:
        """Read a control word of an entry."""
        if (kind, word) in ((Kind.FONTS, b"f"), (Kind.STYLES, b"s")):
            self._entry, self._charset, self._outline = number or 0, 1, None
        elif word == b"fcharset":
            self._charset = number or 0
        elif word == b"cpg":
            self._codecs[self._entry] = codec_of_page(number or 0)
        elif word == b"outlinelevel":
            self._outline = number

    def end(self, kind: Kind, name: str) -> None:
        """End an entry with its name."""
        name = name.strip(" ;")
        if name and kind is Kind.STYLES:
            self._styles[self._entry] = Style(name, self._outline)
        elif name and not self._codecs.get(self._entry):
            self._codecs[self._entry] = codec_of_font(self._charset, name)

    def document_word(self, word: bytes, number: int | None) -> None:
        """Read a control word that says something of the whole document, or nothing of its text."""
        if word == b"ansicpg":
            self.page = codec_of_page(number or 0) or self.page
        elif word == b"deff":
            self.default_font = number
        else:
            self.page = FAMILIES.get(word, self.page)

    def codec(self, font: int | None) -> str:
        """Name the decoder of text in a font, None for the usual one."""
        number = self.default_font if font is None else font
        codec = "" if number is None else self._codecs.get(number, "")
        # a document whose usual font is Symbol is a mistake of the program that wrote it
        return self.page if not codec or (codec == SYMBOL and font is None) else codec

    def style(self, number: int | None) -> Style:
        """Give a paragraph style; the first holds where none is named."""
        return self._styles.get(number or 0, Style())
