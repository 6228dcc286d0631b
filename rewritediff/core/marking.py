"""What is marked inside a passage: runs of words that went, came or moved; or, where little was kept, only the terms both sides share.

Both front ends ask here, so that window and reports mark the same. How a mark looks is theirs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rewritediff.core.tokens import TOKEN, UNSPACED, fold, is_word
from rewritediff.core.values import Change, Edit, Side, Sides, Span

FEW_KEPT = 0.3
"""Share of kept words below which word marks would cover nearly everything (judged on pictures of both): key terms are shown instead."""
TERM_LETTERS = 4
"""Letters from which a shared word may be a key term; "year" is one, "its" is not."""
NAME_LETTERS = 3
"""Letters from which a word with a capital inside a sentence is one: "Ilse", "Ono"."""
PUNCTUATION = " \t\n\r\u00a0.,;:!?…-–—()[]'\"“”‘’„‚«»‹›、。，；：！？「」『』（）"
"""What a mark need not stand under; signs that carry meaning, as €, % or +, are not in it."""
UNMARKED = (Change.KEPT, Change.TYPOGRAPHIC)


@dataclass(frozen=True, slots=True)
class Marking:
    """Hold how a passage is marked: by its edits, or, where these are too many, by the terms that both sides share."""

    edits: tuple[Edit, ...]
    terms: frozenset[str] | None
    """Folded words; None where the edits are marked."""


def marking_of(texts: Sides[str], spans: Sides[tuple[Span, ...]], edits: tuple[Edit, ...], function_words: frozenset[str]) -> Marking:
    """Choose between word marks and key terms for a passage's sentences."""
    if kept_share(edits, texts) >= FEW_KEPT:
        return Marking(edits, None)
    terms = _terms(texts.original, spans.original, function_words) & _terms(texts.rewrite, spans.rewrite, function_words)
    return Marking(edits, terms)


def kept_share(edits: Iterable[Edit], texts: Sides[str]) -> float:
    """Give the share of a passage's words, 0 to 1, that stand unmarked on both sides: words moved within carry marks too."""
    kept = whole = 0
    for edit in edits:
        # what stands on both sides has equal words on both, but for typography: they are counted once, half of the time
        side = Side.ORIGINAL if edit.original else Side.REWRITE
        span = edit.span(side)
        words = sum(map(is_word, map(fold, TOKEN.findall(span.of(texts[side]))))) if span else 0
        words *= 2 if edit.original and edit.rewrite else 1
        whole += words
        kept += words if edit.change in UNMARKED else 0
    return kept / whole if whole else 1.0


def without_asides(edits: Sequence[Edit], texts: Sides[str]) -> tuple[Edit, ...]:
    """Leave out the edits of nothing but punctuation where words changed too: a passage where only a comma changed still shows it."""
    wordy = [edit for edit in edits if edit.change in UNMARKED or _has_words(edit, texts)]
    changed = any(edit.change not in UNMARKED for edit in wordy)
    return tuple(wordy if changed else edits)


def _has_words(edit: Edit, texts: Sides[str]) -> bool:
    spans = ((side, edit.span(side)) for side in Side)
    return any(span.of(texts[side]).strip(PUNCTUATION) for side, span in spans if span)


def trimmed(text: str, span: Span) -> Span:
    """Leave out blanks and punctuation at both ends of a span, unless it holds nothing else."""
    piece = span.of(text)
    if not piece.strip(PUNCTUATION):
        return span
    return Span(span.end - len(piece.lstrip(PUNCTUATION)), span.start + len(piece.rstrip(PUNCTUATION)))


def term_spans(text: str, spans: Iterable[Span], terms: frozenset[str]) -> list[Span]:
    """Find the key terms in some sentences of a text; neighbours become one span."""
    found: list[Span] = []
    for sentence in spans:
        for match in TOKEN.finditer(text, sentence.start, sentence.end):
            if fold(match.group()) not in terms:
                continue
            adjoins = found and found[-1].start >= sentence.start and not text[found[-1].end : match.start()].strip()
            start = found.pop().start if adjoins else match.start()
            found.append(Span(start, match.end()))
    return found


def _terms(text: str, spans: Iterable[Span], function_words: frozenset[str]) -> frozenset[str]:
    found = set()
    for span in spans:
        for match in TOKEN.finditer(text, span.start, span.end):
            folded = fold(match.group())
            if folded not in function_words and _is_term(match.group(), folded, first=match.start() == span.start):
                found.add(folded)
    return frozenset(found)


def _is_term(unit: str, folded: str, *, first: bool) -> bool:
    if not is_word(folded):
        return False
    if any(map(str.isdigit, folded)) or folded[0] >= UNSPACED:
        return True
    named = unit[0].isupper() and not first and len(folded) >= NAME_LETTERS
    return named or len(folded) >= TERM_LETTERS
