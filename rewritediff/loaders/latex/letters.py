"""What LaTeX prints for its commands, accents and ligatures."""

from __future__ import annotations

import re
import unicodedata

from rewritediff.loaders.latex.scanning import names

SYMBOLS = {
    **dict(zip(names("ss ae AE oe OE o O l L aa AA i j dh DH th TH dj DJ ng NG"), "ßæÆœŒøØłŁåÅıȷðÐþÞđĐŋŊ", strict=True)),
    **dict.fromkeys(("euro", "EUR", "texteuro", "officialeuro"), "€"),
    **dict.fromkeys(("ldots", "dots", "textellipsis", "dotsc", "dotso"), "…"),
    **dict.fromkeys(
        ("quad", "qquad", "enspace", "enskip", "hfill", "space", "thinspace", "nobreakspace", "hfil", "break", "linebreak", "newline"), " "
    ),
    "LaTeX": "LaTeX",
    "TeX": "TeX",
    "LaTeXe": "LaTeX2ε",
    "XeTeX": "XeTeX",
    "LuaTeX": "LuaTeX",
    "BibTeX": "BibTeX",
    "pdfTeX": "pdfTeX",
    "S": "§",
    "P": "¶",
    "copyright": "©",
    "textcopyright": "©",
    "pounds": "£",
    "textsterling": "£",
    "textyen": "¥",
    "textcent": "¢",
    "textendash": "–",
    "textemdash": "—",
    "textquoteleft": "‘",
    "textquoteright": "’",
    "textquotedblleft": "“",
    "textquotedblright": "”",
    "lq": "‘",
    "rq": "’",
    "quotedblbase": "„",
    "quotesinglbase": "‚",
    "glqq": "„",
    "grqq": "“",
    "glq": "‚",
    "grq": "‘",
    "flqq": "«",
    "frqq": "»",
    "guillemotleft": "«",
    "guillemotright": "»",
    "og": "« ",
    "fg": " »",
    "textquotesingle": "'",
    "textbackslash": "\\",
    "textasciitilde": "~",
    "textasciicircum": "^",
    "textunderscore": "_",
    "textbar": "|",
    "textless": "<",
    "textgreater": ">",
    "textdegree": "°",
    "degree": "°",
    "textregistered": "®",
    "texttrademark": "™",
    "textsection": "§",
    "dag": "†",
    "ddag": "‡",
    "textbullet": "•",
    "textperiodcentered": "·",
    "textmu": "µ",
    "texttimes": "×",
    "textpm": "±",
    "slash": "/",
    "textdollar": "$",
    "textbraceleft": "{",
    "textbraceright": "}",
    "lbrack": "[",
    "rbrack": "]",
    "textquotedbl": '"',
    "No": "№",
    "textonehalf": "½",
    "textonequarter": "¼",
    "textthreequarters": "¾",
    "textordfeminine": "ª",
    "textordmasculine": "º",
}
"""Commands that print a sign; French says \\og and \\fg for its quotation marks."""

ESCAPED = {**dict(zip("&%$#_{}", "&%$#_{}", strict=True)), **dict.fromkeys(" \t\n,;:>", " "), **dict.fromkeys("-/!@", "")}
"""A backslash before one of these prints it, a space, or nothing."""

ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    '"': "\u0308",
    "=": "\u0304",
    ".": "\u0307",
    "u": "\u0306",
    "v": "\u030c",
    "H": "\u030b",
    "c": "\u0327",
    "d": "\u0323",
    "b": "\u0331",
    "r": "\u030a",
    "k": "\u0328",
    "t": "\u0361",
}
ACCENTED = re.compile(r"\s?\{\s?(\\[ij](?![a-zA-Z])|[^\W\d_]?)[^\W\d_]?\s?\}|\s?(\\[ij](?![a-zA-Z])[ \t]?|[^\W\d_])")
"""The letter that an accent stands on."""

LIGATURES = {"---": "—", "--": "–", "``": "“", "''": "”", "`": "‘", "'": "’", "?`": "¿", "!`": "¡", ",,": "„", "<<": "«", ">>": "»"}
LIGATURE = re.compile(r"---?|[?!]`|``?|''?|,,|<<|>>")
GERMAN = {'"`': "„", "\"'": "“", '"<': "«", '">': "»", '"-': "", '"=': "-", '"~': "-", '""': "", '"|': "", '"s': "ß", '"z': "ß"}
GERMAN |= dict(zip(('"a', '"o', '"u', '"A', '"O', '"U', '"e', '"i'), "äöüÄÖÜëï", strict=True))
GERMAN_LIGATURE = re.compile(r"\"[`'<>=~\"|aouAOUeiszS-]|" + LIGATURE.pattern)
GERMAN_LANGUAGE = re.compile(r"\\usepackage\s*\[[^\]\n]{0,200}german|\\usepackage\s*\{n?german\}|\\documentclass\s*\[[^\]]{0,200}german")


def accented(accent: str, letter: str) -> str:
    """Set an accent on a letter: ('"', "o") -> "ö"; on nothing it stands by itself."""
    base = letter.strip().removeprefix("\\")
    return unicodedata.normalize("NFC", base + ACCENTS[accent]) if base else {"^": "^", "~": "~"}.get(accent, "")


def printed(text: str, german: bool) -> str:
    """Print a run of letters: "``a''---b" -> "“a”—b"."""
    if german:
        return GERMAN_LIGATURE.sub(lambda found: GERMAN.get(found[0], LIGATURES.get(found[0], found[0])), text)
    return LIGATURE.sub(lambda found: LIGATURES[found[0]], text)
