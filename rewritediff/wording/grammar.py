"""Numbers, lists and capitals as English writes them; knows nothing of comparisons."""

from __future__ import annotations

from collections.abc import Sequence

NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def counted(count: int, one: str, many: str = "") -> str:
    """Put a number before its noun: 1, "sentence" -> "1 sentence"; 2000 -> "2,000 sentences"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def number_word(count: int) -> str:
    """Write small numbers as words: 2 -> "two", 12 -> "12"."""
    return NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"


def listed(words: Sequence[str]) -> str:
    """Join words as people do: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def shortened(text: str, most: int) -> str:
    """Cut a text after a word, so that it has at most so many characters; "…" says that there is more."""
    if len(text) <= most:
        return text
    cut = text.rfind(" ", most // 2, most)
    return f"{text[: cut if cut > 0 else most - 1].rstrip(' ,;:')}…"


def sentence_case(words: str) -> str:
    """Begin with a capital and leave the rest alone."""
    return words[:1].upper() + words[1:]


def share(part: int, whole: int) -> str:
    """Write a share in whole per cents that never rounds something to nothing, nor a part to all: "<1 %", ">99 %"."""
    if not whole or not part:
        return "0 %"
    percent = round(100 * part / whole)
    if percent == 0:
        return "<1 %"
    if percent == 100 and part < whole:
        return ">99 %"
    return f"{percent} %"
