"""Characters of symbol fonts -> characters that mean the same in every font.

Word stores them in the private area from U+F000 on, or as the bare code of the font. Sources: the Unicode Consortium's mapping of the
Symbol font, and what the glyphs of Wingdings show.
"""

from __future__ import annotations

import re

PRIVATE = 0xF000
SYMBOL = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼",
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…│─↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑",
)
"""The glyphs of the Symbol font from 0x20 and from 0xA0 on."""
WINGDINGS = {
    0x28: "☎", 0x2A: "✉", 0x4A: "☺", 0x4C: "☹", 0x6C: "●", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x73: "⬧", 0x75: "◆", 0x76: "❖",
    0x9F: "•", 0xA7: "▪", 0xA8: "◻", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE1: "↑", 0xE2: "↓", 0xE8: "➔", 0xF0: "⇨", 0xFB: "✗",
    0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip


WORDED = re.compile("[\uf020-\uf0ff]")


def symbol(code: str, font: str) -> str:
    """Give the character of a symbol by its code in hexadecimal digits: ("F0B3", "Symbol") -> "≥"; U+FFFD where no other font has it."""
    try:
        number = int(code, 16)
    except ValueError:
        return "\ufffd"
    known = is_known(font)
    if known or font.lower().startswith("wingdings"):
        return letter(number, font) if known else "\ufffd"
    if PRIVATE <= number < PRIVATE + 0x100:
        return "\ufffd"
    return chr(number) if 0x20 <= number < 0x110000 else "\ufffd"


def is_known(font: str) -> bool:
    """Tell whether the characters of a symbol font are known here."""
    return font.lower() in ("symbol", "wingdings")


def letter(number: int, font: str) -> str:
    """Give the character of a known font by its code, bare or in the private area; U+FFFD where no other font has it."""
    small = number - PRIVATE if PRIVATE <= number < PRIVATE + 0x100 else number
    return _of_symbol(small) if font.lower() == "symbol" else WINGDINGS.get(small, "\ufffd")


def readable(text: str, font: str) -> str:
    """Read the private characters of a text that is set in a known font; others stay as they are."""
    return WORDED.sub(lambda found: letter(ord(found[0]), font), text) if is_known(font) else text


def _of_symbol(code: int) -> str:
    for start, glyphs in zip((0x20, 0xA0), SYMBOL, strict=True):
        if start <= code < start + len(glyphs):
            return glyphs[code - start]
    return "\ufffd"
