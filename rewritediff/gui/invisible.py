"""Characters that nobody sees and that may change what is seen: bidi controls, zero-width spaces, soft hyphens, control codes.

    "pay\\u202e001\\u202c now" -> 3 and 7

They stay in the text, so that a copy is what was loaded; rows only say where a small mark stands. Left alone are those that writing
needs: joiners inside emoji and between letters of Arabic and Indian scripts, and the tags of a flag.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

ZWNJ, ZWJ, FLAG = "\u200c", "\u200d", "\U0001f3f4"
SUSPECTS = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
)
"""White space is not among them: it is shown as one blank."""
FLAG_WITH_TAGS = re.compile(f"{FLAG}[\U000e0020-\U000e007f]+")


def invisible(text: str) -> tuple[int, ...]:
    """Find the characters of a text that are not seen, and are not there for good."""
    if SUSPECTS.search(text) is None:
        return ()
    flags = [match.span() for match in FLAG_WITH_TAGS.finditer(text)]
    found = (match.start() for match in SUSPECTS.finditer(text))
    return tuple(k for k in found if not _belongs(text, k) and not any(start < k < end for start, end in flags))


def invisible_names(text: str) -> tuple[str, ...]:
    """Name the characters that invisible() finds, each once, with how often where it is more: "zero width space (2)"."""
    counts = Counter(_name(text[k]) for k in invisible(text))
    return tuple(name if count == 1 else f"{name} ({count:,})" for name, count in counts.items())


def _belongs(text: str, place: int) -> bool:
    """Tell whether a joiner does what it is for."""
    if text[place] not in (ZWNJ, ZWJ) or not 0 < place < len(text) - 1:
        return False
    before, after = (unicodedata.category(text[k]) for k in (place - 1, place + 1))
    if before in ("Lo", "Mn", "Mc") and text[place - 1] > "\u0590":
        return after in ("Lo", "Mn", "Mc") or text[place] == ZWJ
    return text[place] == ZWJ and before in ("So", "Sk", "Mn", "Cn") and after in ("So", "Cn")


def _name(character: str) -> str:
    return unicodedata.name(character, f"U+{ord(character):04X}").lower().replace("u+", "U+")
