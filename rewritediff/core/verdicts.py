"""What a reviewer made of findings: given, taken back, and found again in another comparison of the same texts, or of texts that changed.

A verdict belongs to the finding of its kind and code at whose words it was given. Where a text has changed, the same words with enough of
the same surroundings count as the same place; the same words alone do not, or what is said of one "30" would be said of every other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from rewritediff.core.comparison import Comparison
from rewritediff.core.decisions import CONTEXT, Anchor, Decisions, Ruling, Verdict, occurrences
from rewritediff.core.facts.tables import folded_words
from rewritediff.core.values import Finding, FindingKind, Side, Sides, Span

LEAST_FIT = 12
"""Characters around an anchor, on both sides of it together, that must still be the same: two or three words, which no other place has."""

Key = tuple[FindingKind, str, str | None, str | None]
"""Kind, code, and on each side the words that a verdict hangs on."""
Around = tuple[tuple[str, str] | None, tuple[str, str] | None]
"""On each side what stands before and after these words."""


def verdicts_of(comparison: Comparison) -> tuple[Verdict | None, ...]:
    """Give for each finding what was made of it."""
    return Matcher(comparison).verdicts_of(comparison.decisions.verdicts)


def given(comparison: Comparison, findings: Iterable[int], ruling: Ruling, reason: str = "") -> Decisions:
    """Decide about some findings, in place of what was decided about them before."""
    decisions = comparison.decisions
    return replace(decisions, verdicts=Matcher(comparison).with_ruling(decisions.verdicts, findings, ruling, reason))


def taken_back(comparison: Comparison, findings: Iterable[int]) -> Decisions:
    """Decide nothing about some findings any more."""
    decisions = comparison.decisions
    return replace(decisions, verdicts=Matcher(comparison).without(decisions.verdicts, findings))


def alike(comparison: Comparison, number: int) -> tuple[int, ...]:
    """Give the findings of the same kind with the same words on both sides, case and typography aside, and this one among them."""
    wanted = comparison.findings[number]
    words = _words(comparison, wanted)
    if not any(words):
        return (number,)
    return tuple(
        k
        for k, finding in enumerate(comparison.findings)
        if finding.kind is wanted.kind and (k == number or _words(comparison, finding) == words)
    )


def merged(mine: Sequence[Verdict], known: Sequence[Verdict], there: Sequence[Verdict]) -> tuple[Verdict, ...]:
    """Bring together verdicts and those that somebody else has kept meanwhile; `known` is what was kept before both.

    What the other has added or taken back counts; where both ruled on the same words, mine does, for it is the later one.
    """
    if there == known:
        return tuple(mine)
    before, now, own = frozenset(known), frozenset(there), {_about(verdict) for verdict in mine}
    touched = {_about(verdict) for verdict in before.difference(mine)}  # by me, and it may be that nothing is left of them
    added = (verdict for verdict in there if verdict not in before and _about(verdict) not in own | touched)
    return (*added, *(verdict for verdict in mine if verdict in now or verdict not in before))


def _about(verdict: Verdict) -> tuple[FindingKind, str, Sides[Anchor | None]]:
    return verdict.kind, verdict.code, verdict.places


class Matcher:
    """Find the findings of one comparison by the words that verdicts hang on, and by what stands around these; made once, asked often."""

    def __init__(self, comparison: Comparison) -> None:
        self._comparison = comparison
        self._texts = comparison.texts
        self._starts: list[tuple[int | None, int | None]] = []
        self._by_key: Mapping[Key, list[int]] = defaultdict(list)
        for number, finding in enumerate(comparison.findings):
            first = [spans[0] if spans else None for spans in finding.spans]
            self._starts.append((first[0].start if first[0] else None, first[1].start if first[1] else None))
            words = [None if span is None else span.of(text) for span, text in zip(first, self._texts, strict=True)]
            self._by_key[finding.kind, finding.code, words[0], words[1]].append(number)
        self._exact = {
            (key, self._starts[number]): number for key, numbers in reversed(self._by_key.items()) for number in reversed(numbers)
        }

    def verdicts_of(self, verdicts: Sequence[Verdict]) -> tuple[Verdict | None, ...]:
        """Give for each finding its verdict, the last one where several are about it."""
        found: list[Verdict | None] = [None] * len(self._starts)
        for verdict in verdicts:
            number = self.finding_of(verdict)
            if number is not None:
                found[number] = verdict
        return tuple(found)

    def with_ruling(self, verdicts: Sequence[Verdict], findings: Iterable[int], ruling: Ruling, reason: str = "") -> tuple[Verdict, ...]:
        """Add verdicts on some findings, in place of those that were about them."""
        chosen = tuple(dict.fromkeys(findings))
        places, reason = _Quoted(self._texts), " ".join(reason.split())
        about = (self._comparison.findings[number] for number in chosen)
        made = (Verdict(finding.kind, finding.code, places.of(finding), ruling, reason) for finding in about)
        return (*self.without(verdicts, chosen), *made)

    def without(self, verdicts: Sequence[Verdict], findings: Iterable[int]) -> tuple[Verdict, ...]:
        """Leave out the verdicts on some findings; one whose finding is not among those of the comparison stays."""
        gone = frozenset(findings)
        return tuple(verdict for verdict in verdicts if self.finding_of(verdict) not in gone)

    def finding_of(self, verdict: Verdict) -> int | None:
        """Find what a verdict is about."""
        words = verdict.places.map(lambda anchor: None if anchor is None else anchor.quote)
        key = verdict.kind, verdict.code, words.original, words.rewrite
        starts = verdict.places.map(lambda anchor: None if anchor is None else anchor.span.start)
        exact = self._exact.get((key, (starts.original, starts.rewrite)))
        if exact is not None and all(self._is_untouched(side, anchor) for side, anchor in zip(Side, verdict.places, strict=True)):
            return exact
        around = verdict.places.map(lambda anchor: None if anchor is None else (anchor.before, anchor.after))
        near = self._by_surroundings.get((key, (around.original, around.rewrite)))
        return self._nearest(verdict.places, near or self._by_key.get(key, []))

    @cached_property
    def _by_surroundings(self) -> Mapping[tuple[Key, Around], list[int]]:
        """Find findings by all that an anchor keeps, or 3,000 of the same words in a moved text would be held one against the other."""
        found: defaultdict[tuple[Key, Around], list[int]] = defaultdict(list)
        for key, numbers in self._by_key.items():
            for number in numbers:
                found[key, self._around(key, number)].append(number)
        return found

    def _around(self, key: Key, number: int) -> Around:
        original, rewrite = (
            None
            if start is None
            else (text[max(0, start - CONTEXT) : start], text[start + len(words or "") : start + len(words or "") + CONTEXT])
            for start, words, text in zip(self._starts[number], key[2:], self._texts, strict=True)
        )
        return original, rewrite

    def _is_untouched(self, side: Side, anchor: Anchor | None) -> bool:
        return anchor is None or anchor.fits(self._texts[side], anchor.span.start) == len(anchor.before) + len(anchor.after)

    def _nearest(self, places: Sides[Anchor | None], numbers: Sequence[int]) -> int | None:
        """Choose where most of the surroundings still stand, and of several such places the one nearest to where it was."""
        best: tuple[int, int, int] | None = None
        for number in numbers:
            fit = away = 0
            for side, anchor, start in zip(Side, places, self._starts[number], strict=True):
                if anchor is None or start is None:
                    continue
                here = anchor.fits(self._texts[side], start)
                if here < min(LEAST_FIT, len(anchor.before) + len(anchor.after)):
                    break
                fit += here
                away += abs(start - anchor.span.start)
            else:
                best = max(best or (-1, 0, 0), (fit, -away, -number))
        return None if best is None else -best[2]


class _Quoted:
    """Make the anchors of many findings; texts are searched once for the same words."""

    def __init__(self, texts: Sides[str]) -> None:
        self._texts = texts
        self._places: dict[tuple[Side, str], list[int]] = {}

    def of(self, finding: Finding) -> Sides[Anchor | None]:
        return Sides(*(self._anchor(side, finding.spans[side]) for side in Side))

    def _anchor(self, side: Side, spans: Sequence[Span]) -> Anchor | None:
        if not spans:
            return None
        text = self._texts[side]
        words = spans[0].of(text)
        if (side, words) not in self._places:
            self._places[side, words] = occurrences(text, words) if words else []
        return Anchor.at(side, spans[0], text, self._places[side, words])


def _words(comparison: Comparison, finding: Finding) -> Sides[tuple[tuple[str, ...], ...]]:
    """Give the folded words of a finding, or where it has none those that it points at."""
    if any(finding.values):
        return finding.values.map(lambda values: tuple(map(folded_words, values)))
    spans = (tuple(folded_words(span.of(comparison.texts[side])) for span in finding.spans[side]) for side in Side)
    return Sides(*spans)


__all__ = ["Matcher", "Ruling", "Verdict", "alike", "given", "merged", "taken_back", "verdicts_of"]
