"""The words of a passage, compared: what was kept, removed, added, moved within, or differs in typography only.

The only caller of diff_match_patch. Each different word becomes one character, so that the comparison never cuts inside a word. Its own
semantic clean-up weighs by length alone: on the seed pair it swallows half sentences that are equal. Here only islands of function words
between two changes are absorbed ("the", "of a"), and words that stand elsewhere in the same passage are moved.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, groupby, islice, takewhile
from typing import NamedTuple

from diff_match_patch import diff_match_patch

from rewritediff.core.tidy_edits import Step, with_moves, without_islands
from rewritediff.core.tokens import TOKEN, fold
from rewritediff.core.values import Change, Edit, Sides, Span

FIRST_CHARACTER = 0xE000
"""Words are numbered from the private area on, past the surrogates, and never look like white space to the clean-up."""
LARGEST = 250_000
"""Word pairs compared at once, a page against a page: a larger stretch is first cut at the words that stand once on each side."""


class Word(NamedTuple):
    """Hold a word of a text with the marks that stand against it: “rocket, ’s, -un.

    No dataclass here: a passage makes forty while a reader waits for it to be drawn, 1.1 µs each where these take 0.4.
    """

    start: int
    end: int
    text: str
    folded: str
    jumps: bool = False
    """Something that belongs to another passage stands between it and the word before it."""


def edits_between(texts: Sides[str], spans: Sides[tuple[Span, ...]], function_words: frozenset[str]) -> tuple[Edit, ...]:
    """Compare the words of some sentences of each text; the edits of a side, by place, tile its words."""
    original, rewrite = words_in(texts.original, spans.original), words_in(texts.rewrite, spans.rewrite)
    forms = Sides([word.folded for word in original], [word.folded for word in rewrite])
    steps = without_islands(compared(forms.original, forms.rewrite), forms.original, function_words)
    return tuple(_edits(original, rewrite, with_moves(steps, forms, function_words)))


def words_in(text: str, spans: Sequence[Span]) -> list[Word]:
    """Cut sentences into words; a mark that folds to nothing goes to the word it touches, the next one first."""
    words: list[Word] = []
    for number, span in enumerate(spans):
        found = _hosted(text, span)
        if found and number and text[spans[number - 1].end : span.start].strip():
            found[0] = found[0]._replace(jumps=True)
        words.extend(found)
    return words


def _hosted(text: str, span: Span) -> list[Word]:
    words: list[Word] = []
    waiting = -1
    for match in TOKEN.finditer(text, span.start, span.end):
        folded, start, end = fold(match.group()), match.start(), match.end()
        if folded:
            begin = waiting if waiting >= 0 else start
            words.append(Word(begin, end, text[begin:end], folded))
            waiting = -1
        elif waiting < 0 and words and (end == span.end or text[end].isspace()):
            words[-1] = Word(words[-1].start, end, text[words[-1].start : end], words[-1].folded)
        elif waiting < 0:
            waiting = start
    if waiting >= 0:
        last = words.pop() if words else Word(waiting, waiting, "", "")
        written = text[last.start : span.end].rstrip()
        words.append(Word(last.start, last.start + len(written), written, last.folded))
    return words


def compared(original: Sequence[str], rewrite: Sequence[str]) -> list[Step]:
    """Compare two runs of folded words; the steps cover both, in order."""
    if len(original) * len(rewrite) <= LARGEST:
        return list(_by_word(original, rewrite))
    anchors = _anchors(original, rewrite)
    if not anchors:
        return list(_replaced(original, rewrite))
    steps: list[Step] = []
    left = right = 0
    for first, second in [*anchors, (len(original), len(rewrite))]:
        inner = compared(original[left:first], rewrite[right:second])
        _extend(steps, ((change, a + left, b + left, c + right, d + right) for change, a, b, c, d in inner))
        if first < len(original):
            _extend(steps, [(Change.KEPT, first, first + 1, second, second + 1)])
        left, right = first + 1, second + 1
    return steps


def _extend(steps: list[Step], more: Iterable[Step]) -> None:
    """Add steps; what is kept right after what is kept is one step."""
    for step in more:
        if steps and step[0] is Change.KEPT is steps[-1][0]:
            _, a, _, c, _ = steps[-1]
            steps[-1] = (Change.KEPT, a, step[2], c, step[4])
        else:
            steps.append(step)


def _by_word(original: Sequence[str], rewrite: Sequence[str]) -> Iterator[Step]:
    characters: dict[str, str] = {}

    def encode(words: Sequence[str]) -> str:
        return "".join(characters.setdefault(word, chr(FIRST_CHARACTER + len(characters))) for word in words)

    differ = diff_match_patch()
    differ.Diff_Timeout = 0  # a limit in seconds would give other results on a busy machine
    diffs = differ.diff_main(encode(original), encode(rewrite), checklines=False)
    differ.diff_cleanupMerge(diffs)
    left = right = 0
    for operation, run in diffs:
        change = (Change.KEPT, Change.ADDED, Change.REMOVED)[operation]
        first = left + (len(run) if change is not Change.ADDED else 0)
        second = right + (len(run) if change is not Change.REMOVED else 0)
        yield change, left, first, right, second
        left, right = first, second


def _replaced(original: Sequence[str], rewrite: Sequence[str]) -> Iterator[Step]:
    yield Change.REMOVED, 0, len(original), 0, 0
    yield Change.ADDED, len(original), len(original), 0, len(rewrite)


def _anchors(original: Sequence[str], rewrite: Sequence[str]) -> list[tuple[int, int]]:
    """Find the equal words at both ends, and between them those that stand once on each side, in order (patience diff)."""
    head = _equal(zip(original, rewrite, strict=False))
    rest = min(len(original), len(rewrite)) - head
    tail = _equal(islice(zip(reversed(original), reversed(rewrite), strict=False), rest))
    middle = _patience(original[head : len(original) - tail], rewrite[head : len(rewrite) - tail])
    return [
        *((k, k) for k in range(head)),
        *((head + first, head + second) for first, second in middle),
        *((len(original) - k, len(rewrite) - k) for k in range(tail, 0, -1)),
    ]


def _equal(words: Iterable[tuple[str, str]]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], words))


def _patience(original: Sequence[str], rewrite: Sequence[str]) -> list[tuple[int, int]]:
    places = Sides(_once(original), _once(rewrite))
    best: list[tuple[int, int]] = []
    ends: list[int] = []
    before: dict[int, int] = {}
    at: dict[int, int] = {}
    for word, first in places.original.items():
        second = places.rewrite.get(word)
        if second is None:
            continue
        rank = bisect_left(ends, second)
        ends[rank : rank + 1] = [second]
        before[second] = ends[rank - 1] if rank else -1
        at[second] = first
    second = ends[-1] if ends else -1
    while second >= 0:
        best.append((at[second], second))
        second = before[second]
    return best[::-1]


def _once(words: Sequence[str]) -> dict[str, int]:
    """Give the place of each word that stands once, in order of place."""
    counts: dict[str, int] = {}
    for word in words:
        counts[word] = counts.get(word, 0) + 1
    return {word: place for place, word in enumerate(words) if counts[word] == 1}


def _edits(original: Sequence[Word], rewrite: Sequence[Word], steps: Sequence[Step]) -> Iterator[Edit]:
    for change, a, b, c, d in steps:
        if change is Change.REMOVED:
            yield from (Edit(change, span, None) for span in _spans(original[a:b]))
        elif change is Change.ADDED:
            yield from (Edit(change, None, span) for span in _spans(rewrite[c:d]))
        else:
            yield from _paired(change, original[a:b], rewrite[c:d])


def _paired(change: Change, original: Sequence[Word], rewrite: Sequence[Word]) -> Iterator[Edit]:
    """Give the edits of words that stand on both sides, those that differ in typography apart."""
    pairs = list(zip(original, rewrite, strict=True))
    jumps = list(accumulate(int(first.jumps or second.jumps) for first, second in pairs))
    alike = [change is Change.MOVED or _reads_alike(*pair) for pair in pairs]
    for (equal, _), group in groupby(range(len(pairs)), key=lambda k: (alike[k], jumps[k])):
        places = list(group)
        inside = slice(places[0], places[-1] + 1)
        yield Edit(change if equal else Change.TYPOGRAPHIC, _span(original[inside]), _span(rewrite[inside]))


def _spans(words: Sequence[Word]) -> Iterator[Span]:
    """Give the span of some words in a row, cut where they jump."""
    jumps = list(accumulate(int(word.jumps) for word in words))
    for _, group in groupby(range(len(words)), key=jumps.__getitem__):
        places = list(group)
        yield _span(words[places[0] : places[-1] + 1])


def _reads_alike(original: Word, rewrite: Word) -> bool:
    return original.text == rewrite.text or original.text.split() == rewrite.text.split()


def _span(words: Sequence[Word]) -> Span:
    return Span(words[0].start, words[-1].end)
