"""RTF's numbers for code pages and character sets -> decoders; bytes in no code page become U+FFFD."""

from __future__ import annotations

import codecs
import re

from rewritediff.loaders.symbols import is_known, readable

WESTERN = "cp1252"

FAMILIES = {b"ansi": WESTERN, b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
"""The control words that name the character set of a whole document."""

PAGES = {
    10000: "mac_roman",
    10001: "cp932",
    10006: "mac_greek",
    10007: "mac_cyrillic",
    10029: "mac_latin2",
    10081: "mac_turkish",
    65001: "utf-8",
}
"""Code pages whose number is not the name of Python's decoder: 1251 -> "cp1251"."""

CHARSETS = {
    77: "mac_roman",
    78: "cp932",
    79: "cp949",
    80: "cp936",
    81: "cp950",
    83: "mac_greek",
    89: "mac_cyrillic",
    128: "cp932",
    129: "cp949",
    130: "johab",
    134: "cp936",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
    254: "cp437",
    255: "cp850",
}
"""A font's \\fcharset. 0 and 1 are those of the whole document: strictly 0 is Western, but programs that write \\ansicpg1251 say 0 too."""

SYMBOL = "symbol"
"""This and the next stand for fonts whose signs no code page holds, by the names under which `symbols` knows them."""
WINGDINGS = "wingdings"
DINGBATS = "dingbats"
"""Stands for the signs of fonts that hold no letters."""
SYMBOL_CHARSET = 2
SYMBOL_FONTS = re.compile(r"\s*(?:symbol\b|wingdings|webdings|zapf ?dingbats|opensymbol|starsymbol|marlett|mt extra)", re.IGNORECASE)

WESTERN_BYTES = [bytes((byte,)).decode(WESTERN, "replace").replace("\ufffd", chr(byte)) for byte in range(256)]
PRIVATE = 0xF000
"""Word writes the letters of such fonts as U+F000 and their byte."""


def codec_of_page(number: int) -> str:
    """Name the decoder of a code page, or nothing where Python has none."""
    return _known(PAGES.get(number, f"cp{number}")) if number > 1 else ""


def codec_of_font(charset: int, name: str) -> str:
    """Name the decoder of a font, or nothing where it is that of the document."""
    if charset != SYMBOL_CHARSET or not SYMBOL_FONTS.match(name):
        return CHARSETS.get(charset, "")
    plain = name.strip().lower()
    return SYMBOL if plain.startswith(SYMBOL) else plain if is_known(plain) else DINGBATS


def decoded(data: bytes, codec: str) -> str:
    """Decode the bytes of one font; those of a symbol font become the signs that it shows."""
    if codec == DINGBATS or is_known(codec):
        return from_private("".join(chr(PRIVATE + byte) if byte > 0x20 else " " for byte in data), codec)
    if codec == WESTERN:
        # five bytes are no characters of this code page, but some programs write them
        return "".join(WESTERN_BYTES[byte] for byte in data) if not data.isascii() else data.decode("ascii")
    return data.decode(codec, "replace")


def from_private(text: str, codec: str) -> str:
    """Read what Word writes for the signs of a symbol font."""
    return readable(text, codec)


def _known(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return ""
