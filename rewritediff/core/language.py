"""Guess the language of a text from its most frequent words."""

from __future__ import annotations

from rewritediff.core.lexicon import Lexicon


def guess_language(text: str, lexicon: Lexicon) -> str:
    """Name the language whose function words are most frequent, "" where none stands out."""
    words = text[:20_000].casefold().split()
    shares = {code: sum(word in known for word in words) for code, known in lexicon.function_words.items()}
    best = max(shares, key=lambda code: (shares[code], code), default="")
    return best if best and shares[best] * 10 > len(words) else ""
