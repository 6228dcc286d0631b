"""What is marked inside a row's text: runs of words that were removed, added or moved, or only the key terms both sides share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from rewritediff.core.tokens import TOKEN, fold, is_word
from rewritediff.core.values import Change, Edit, Side, Sides, Span
from rewritediff.gui.row_text import ShownText

FEW_KEPT = 0.3
"""Share of kept words below which marks would cover nearly everything: such a passage is shown plain, with its key terms in bold."""
KEY_LETTERS = 5
"""Letters from which a shared word counts as a term; names and numbers count from three and one."""
FUNCTION_WORDS = (
    "about above after again against along already also although among another around because before being below between could every "
    "first further having might other others quite rather really shall should since still their theirs there these those though through "
    "under until unless upon where whether which while whose within without would yours"
)
"""Long words that carry no subject; for texts in other languages the length alone decides."""
_FUNCTION_WORDS = frozenset(FUNCTION_WORDS.split())
PUNCTUATION = " \t\n\r\u00a0.,;:!?…-–—()[]'\"“”‘’„‚«»‹›、。，；：！？「」『』（）"
"""What a mark need not stand under; signs that carry meaning, as €, % or +, are not in it."""


class RunKind(Enum):
    """Say how a run of a row's text is marked."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"
    MOVED = "moved"
    TYPOGRAPHIC = "typographic"
    KEY_TERM = "key-term"
    WHOLE = "whole"
    """All of it: a sentence that has no counterpart."""


@dataclass(frozen=True, slots=True)
class Run:
    """Mark the characters of a shown text from start up to end."""

    start: int
    end: int
    kind: RunKind


KINDS = {
    Change.KEPT: RunKind.KEPT,
    Change.REMOVED: RunKind.REMOVED,
    Change.ADDED: RunKind.ADDED,
    Change.MOVED: RunKind.MOVED,
    Change.TYPOGRAPHIC: RunKind.TYPOGRAPHIC,
}


def runs_of_edits(edits: Sequence[Edit], side: Side, text: ShownText) -> tuple[Run, ...]:
    """Place the edits of a passage in the text of one side of a row, without the punctuation around them."""
    found = []
    for edit in edits:
        span = edit.span(side)
        place = text.clip(span) if span else None
        if place:
            found.append(Run(*_trimmed(text.text, *place), KINDS[edit.change]))
    return tuple(found)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Leave out blanks and punctuation at both ends of a stretch, unless it holds nothing else."""
    piece = text[start:end]
    if not piece.strip(PUNCTUATION):
        return start, end
    return start + len(piece) - len(piece.lstrip(PUNCTUATION)), end - len(piece) + len(piece.rstrip(PUNCTUATION))


def without_asides(edits: Sequence[Edit], texts: Sides[str]) -> tuple[Edit, ...]:
    """Leave out the edits of nothing but punctuation where words changed too: a passage where only a comma changed still shows it."""
    wordy = [edit for edit in edits if edit.change in (Change.KEPT, Change.TYPOGRAPHIC) or _has_words(edit, texts)]
    changed = any(edit.change not in (Change.KEPT, Change.TYPOGRAPHIC) for edit in wordy)
    return tuple(wordy if changed else edits)


def _has_words(edit: Edit, texts: Sides[str]) -> bool:
    spans = ((side, edit.span(side)) for side in Side)
    return any(span.of(texts[side]).strip(PUNCTUATION) for side, span in spans if span)


def kept_share(edits: Iterable[Edit], texts: Sides[str]) -> float:
    """Give the share of a passage's words, 0 to 1, that stand unmarked on both sides: words moved within carry marks too."""
    kept = total = 0
    for edit in edits:
        for side in Side:
            span = edit.span(side)
            words = _word_count(span.of(texts[side])) if span else 0
            total += words
            kept += words if edit.change in (Change.KEPT, Change.TYPOGRAPHIC) else 0
    return kept / total if total else 1.0


def _word_count(text: str) -> int:
    return sum(is_word(fold(unit)) for unit in TOKEN.findall(text))


def key_terms(spans: Sides[tuple[Span, ...]], texts: Sides[str]) -> frozenset[str]:
    """Find the folded words that carry a subject and stand on both sides."""
    return _terms(spans.original, texts.original) & _terms(spans.rewrite, texts.rewrite)


def _terms(spans: Iterable[Span], text: str) -> frozenset[str]:
    found = set()
    for span in spans:
        for match in TOKEN.finditer(text, span.start, span.end):
            unit, folded = match.group(), fold(match.group())
            if _is_term(unit, folded, first=match.start() == span.start):
                found.add(folded)
    return frozenset(found)


def _is_term(unit: str, folded: str, *, first: bool) -> bool:
    if not is_word(folded) or folded in _FUNCTION_WORDS:
        return False
    if any(map(str.isdigit, folded)):
        return True
    named = unit[0].isupper() and not first and len(folded) >= 3
    return named or len(folded) >= KEY_LETTERS


def runs_of_terms(terms: frozenset[str], text: ShownText) -> tuple[Run, ...]:
    """Mark the key terms in a shown text; neighbours become one run."""
    found: list[Run] = []
    for match in TOKEN.finditer(text.text):
        if fold(match.group()) not in terms:
            continue
        if found and found[-1].end + 1 >= match.start() and not text.text[found[-1].end : match.start()].strip():
            found[-1] = Run(found[-1].start, match.end(), RunKind.KEY_TERM)
        else:
            found.append(Run(match.start(), match.end(), RunKind.KEY_TERM))
    return tuple(found)
