"""Words that took the place of others: opposites, and terms that are probably not the same thing.

A word replaced by its opposite is pointed at. For the rest no single replacement is proof: "delete" for "erase" and "delete" for "keep"
look the same to a diff. What tells them apart is how the words changed, all together: an edit that keeps the facts puts synonyms for many
words; one that changes them puts an unrelated word, a sibling, or something without a counterpart. `term_features.py` counts that, a
logistic model weighs it (`term_weights.py`, fitted on labelled edits by benchmarks/fit_terms.py), passage by passage with its neighbours in
the paragraph; where it comes out high, the words that speak most for it are pointed at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from rewritediff.core.facts.negators import IDIOM, language_of
from rewritediff.core.facts.observation import Observation, observed
from rewritediff.core.facts.phrases import Found
from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.facts.term_features import TermFeatures
from rewritediff.core.facts.term_weights import BIAS, CHECK_FROM, LOOK_FROM, POINTED_FROM, WEIGHTS
from rewritediff.core.facts.told import Told
from rewritediff.core.facts.word_changes import WordChange, word_changes
from rewritediff.core.thesaurus import NO_THESAURUS, WordRelation
from rewritediff.core.values import FindingKind, Sides, Span, Strength

Seen = Sequence[Observation]
Changes = Sequence[WordChange]

JUDGED = ("negation", "modality", "bounds", "hedges", "speech", "scales", "numbers", "dates")
"""Tables whose words have finders of their own: what these let pass is no matter for a guess."""
JOINING = tuple("-/._@:")
"""Signs that join words to one term, address or path; a full stop or a colon does where no blank follows."""
OMISSION = ("…", "...", "[")
NO_SUSPECTS = (WordRelation.SAME, WordRelation.OPPOSITE)
"""Opposites are pointed at for themselves, unless a negation makes them equal."""
LONE_PARTS = ("n", "a")
"""Parts of speech of lone words that may be pointed at: what a verb or an adverb adds alone is seldom a fact."""
NEAR = 4
"""Words between a negation and the word that it turns into its opposite."""
REWORDING = 6
"""Words of a hunk from which on it is a rewording, whose words answer nobody."""
PLAIN = 2
"""Words of a hunk up to which a replacement is plain."""
POINTED = 2
"""Changes of a passage that are pointed at for the model."""


class Weighed(NamedTuple):
    """Hold what the model says of one passage: log odds to add up with those of its neighbours, and what to point at if they are high."""

    odds: float
    suspects: tuple[Observation, ...]
    """The gravest first, each with the most strength that it can have."""


class TermFinder:
    """Weigh the changed words of a passage, after all other finders were heard."""

    __slots__ = ("_features", "_forms", "_function_words", "_light", "_negation", "_thesaurus", "_told")

    def __init__(self, context: Context) -> None:
        self._thesaurus = context.thesauri.original
        self._function_words = context.function_words.original | context.function_words.rewrite
        self._negation = Sides(
            *(language_of(tables["negation"], words) for tables, words in zip(context.tables, context.function_words, strict=True))
        )
        self._told = Told(context)
        self._forms = context.forms.original, context.forms.rewrite
        self._light = (
            context.tables.original["claims"].words("light").union(*(context.tables.original[name].every_word() for name in JUDGED))
        )
        self._features = TermFeatures(self._thesaurus, context.tables.original["terms"]) if "terms" in context.tables.original else None

    def opposites(self, pair: PassagePair, changes: Changes) -> tuple[Observation, ...]:
        """Point at words that were replaced by their opposites."""
        opposites = (change for change in changes if change.relation is WordRelation.OPPOSITE and not self._is_negated_once(pair, change))
        return tuple(_observation(pair, change, FindingKind.OPPOSITE, "opposite", Strength.CHECK) for change in opposites)

    def changes(self, pair: PassagePair, seen: Seen) -> list[WordChange]:
        """Say how the words changed that no finder has pointed at."""
        pointed = Sides(_spans(seen, 0), _spans(seen, 1))
        found = word_changes(pair, self._thesaurus, self._is_content)
        return [change for change in found if not _is_pointed(pair, change, pointed)]

    def counts(self, pair: PassagePair, changes: Changes, seen: Seen) -> Mapping[str, float]:
        """Count what the model weighs in one passage; nothing where the language has no model."""
        return {} if self._features is None else self._features.counts(pair, changes, seen)

    def weighed(self, pair: PassagePair, changes: Changes, seen: Seen) -> Weighed | None:
        """Weigh one passage; None where the language has no model, or a finder is sure already."""
        if self._features is None:
            return None
        if any(it.strength is Strength.CHECK for it in seen):
            return None
        odds = sum(WEIGHTS.get(name, 0.0) * count for name, count in self._features.counts(pair, changes, seen).items())
        silent = [change for change in changes if not _is_spoken_of(pair, change.hunk, seen)]
        return Weighed(odds, tuple(self._suspects(pair, silent)))

    def _is_negated_once(self, pair: PassagePair, change: WordChange) -> bool:
        """Tell whether a negation beside one of two opposites makes them equal: "incomplete" and "far from complete"."""
        sides = zip((change.original, change.rewrite), pair.sides, self._negation, strict=True)
        first, second = [word is not None and _is_negated(word, language.phrases.found(reading)) for word, reading, language in sides]
        return first != second

    def _suspects(self, pair: PassagePair, changes: Changes) -> Iterator[Observation]:
        assert self._features is not None
        known = [(number, change) for number, change in enumerate(changes) if self._may_be_pointed_at(pair, change)]
        weights = [(self._features.weight(pair, change, WEIGHTS), -number) for number, change in known]
        pointed = 0
        for weight, number in sorted(weights, reverse=True):
            change = changes[-number]
            if weight < POINTED_FROM or pointed == POINTED:
                return
            if not self._is_told(pair, change):
                pointed += 1
                yield _observation(pair, change, *_named(change), Strength.CHECK if _is_plain(pair, change) else Strength.LOOK)

    def _is_told(self, pair: PassagePair, change: WordChange) -> bool:
        """Tell whether a word belongs to a number, date or name, of which finders of their own have spoken or found nothing to say."""
        return any(
            word is not None and self._told.holds(pair, side, (word,)) for side, word in enumerate((change.original, change.rewrite))
        )

    def _may_be_pointed_at(self, pair: PassagePair, change: WordChange) -> bool:
        """Leave out what finders of their own have judged (names, numbers), what stands in a long rewording, and words that say little."""
        if max(_sizes(pair, change)) > REWORDING or change.relation in NO_SUSPECTS:
            return False
        words = [(k, reading) for k, reading in zip((change.original, change.rewrite), pair.sides, strict=True) if k is not None]
        if not all(self._may_be_a_term(reading, k) for k, reading in words) or all(_is_part(reading, k) for k, reading in words):
            return False
        return change.is_replacement or (self._is_gone(*words[0], self._forms[change.rewrite is None]) and not _is_shortened(pair, change))

    def _may_be_a_term(self, reading: Reading, number: int) -> bool:
        word = reading.words[number]
        is_name = word.text[:1].isupper() and not word.opens
        return not is_name and word.form not in self._light and not any(map(str.isdigit, word.form))

    def _is_gone(self, number: int, reading: Reading, forms: frozenset[str]) -> bool:
        """Tell whether a lone word is a noun or an adjective that the other text has nowhere."""
        form = reading.words[number].form
        return self._thesaurus.part(form) in LONE_PARTS and form not in forms and self._thesaurus.lemma(form) not in forms

    def _is_content(self, form: str) -> bool:
        return form not in self._function_words


def term_finder(context: Context) -> TermFinder | None:
    """Make the finder where both texts are of one language that has a thesaurus."""
    first, second = context.thesauri
    return TermFinder(context) if first is second and first is not NO_THESAURUS else None


def suspected(weighed: Weighed, around: Sequence[Weighed]) -> tuple[Observation, ...]:
    """Say what to point at in a passage, given those beside it in its paragraph."""
    odds = BIAS + weighed.odds + sum(it.odds for it in around)
    if odds < LOOK_FROM:
        return ()
    if odds >= CHECK_FROM:
        return weighed.suspects
    return tuple(replace(it, strength=Strength.LOOK) for it in weighed.suspects)


def _is_negated(word: int, negators: Sequence[Found]) -> bool:
    return any(it.last < word <= it.last + NEAR or word < it.first <= word + NEAR for it in negators if it.stands_for != IDIOM)


def _is_part(reading: Reading, number: int) -> bool:
    """Tell whether a word is part of a longer term, an address or a path."""
    word = reading.words[number]
    before, behind = reading.text[word.start - 1 : word.start], reading.text[word.end : word.end + 2]
    return before in JOINING or (behind[:1] in JOINING and not behind[1:].isspace())


def _is_shortened(pair: PassagePair, change: WordChange) -> bool:
    """Tell whether the other side has an abbreviation, or a sign of omission, where a lone word would stand."""
    side = 1 if change.rewrite is None else 0
    reading, (first, last) = tuple(pair.sides)[side], pair.hunks[change.hunk][side]
    if any(word.text.isupper() and len(word.text) > 1 for word in reading.words[first:last]):
        return True
    before = reading.before(first) if first < len(reading.words) else ""
    return any(sign in before for sign in OMISSION)


def _is_spoken_of(pair: PassagePair, number: int, seen: Seen) -> bool:
    """Tell whether a finder has pointed into a hunk: what else changed there belongs to the same change."""
    hunk = pair.hunks[number]
    for side, (reading, (first, last)) in enumerate(zip(pair.sides, hunk, strict=True)):
        if first < last:
            place = reading.span(first, last - 1)
            if any(span.overlap(place) for it in seen if it.strength is not Strength.NOTE for span in tuple(it.spans)[side]):
                return True
    return False


def _sizes(pair: PassagePair, change: WordChange) -> tuple[int, int]:
    (start, end), (other_start, other_end) = pair.hunks[change.hunk]
    return end - start, other_end - other_start


def _is_plain(pair: PassagePair, change: WordChange) -> bool:
    """Tell whether a word just took the place of another: within a longer rewording it is not sure which replaced which."""
    return change.is_replacement and max(_sizes(pair, change)) <= PLAIN


def _named(change: WordChange) -> tuple[FindingKind, str]:
    if change.is_replacement:
        return FindingKind.TERM, "term-changed"
    return (FindingKind.LOSS, "term-lost") if change.rewrite is None else (FindingKind.CLAIM, "term-new")


def _observation(pair: PassagePair, change: WordChange, kind: FindingKind, code: str, strength: Strength) -> Observation:
    places = ([] if word is None else [(word, word)] for word in (change.original, change.rewrite))
    return observed(pair, kind, code, strength, places)


def _spans(seen: Seen, side: int) -> list[Span]:
    return [span for it in seen if it.strength is not Strength.NOTE for span in tuple(it.spans)[side]]


def _is_pointed(pair: PassagePair, change: WordChange, pointed: Sides[list[Span]]) -> bool:
    for word, reading, spans in zip((change.original, change.rewrite), pair.sides, pointed, strict=True):
        if word is not None and any(span.start < reading.words[word].end and span.end > reading.words[word].start for span in spans):
            return True
    return False
