"""Conditions and restrictions: if, unless, only, only if, except; dropped, added or turned round."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from rewritediff.core.facts.anchored import Anchored, anchored, bear_alike, is_changed, on_side, paired, put_instead, stand_alike
from rewritediff.core.facts.mates import SURE, Mates, mates_of
from rewritediff.core.facts.negators import language_of
from rewritediff.core.facts.observation import Observation, observed
from rewritediff.core.facts.phrases import Phrases, classes_of
from rewritediff.core.facts.reading import Context, PassagePair
from rewritediff.core.values import FindingKind, Strength

IF, UNLESS, ONLY_IF, ONLY, EXCEPT = "if", "unless", "only if", "only", "except"
CODES = "condition-lost", "condition-new"
REVERSED = {frozenset({IF, UNLESS}), frozenset({ONLY_IF, UNLESS}), frozenset({EXCEPT, ONLY})}


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """Hold what the finder knows of its language."""

    phrases: Phrases
    skipped: frozenset[str]
    conditional: frozenset[str]
    """Words that may say a condition or a restriction in another way."""
    relative: frozenset[str]
    """Words with which a condition is said of whom it holds for: "who comes late" for "if somebody comes late"."""
    negating: frozenset[str]
    counting: frozenset[str]
    """Words before which "only" is but a view: "only the third"."""


def finder(context: Context) -> Callable[[PassagePair], Iterator[Observation]]:
    """Look for conditions that differ."""
    table = context.tables.original["modality"]
    negation = language_of(context.tables.original["negation"], context.function_words.original)
    words = _Words(
        classes_of(table, "conditions", context.function_words.original),
        context.function_words.original,
        table.words("condition_words"),
        table.words("relative"),
        negation.triggers,
        table.words("counting"),
    )
    same = context.tables.original.language == context.tables.rewrite.language

    def found(pair: PassagePair) -> Iterator[Observation]:
        if same and not words.phrases.triggers.isdisjoint(pair.forms):
            yield from _differences(mates_of(pair, context, negation.roots), words)

    return found


def _differences(mates: Mates, words: _Words) -> Iterator[Observation]:
    sides = [anchored(reading, words.phrases, words.skipped) for reading in mates.readings]
    left = sides[0], sides[1]
    for mine, other in paired(mates, left, (stand_alike, _is_equal, bear_alike, _is_reverse)):
        if frozenset({mine.stands_for, other.stands_for}) in REVERSED and not _negates(mates, words):
            places = (mine.to_anchor,), (other.to_anchor,)
            yield observed(mates.pair, FindingKind.CONDITION, "condition-reversed", Strength.CHECK, places)
        elif {mine.stands_for, other.stands_for} == {IF, ONLY_IF}:
            yield observed(mates.pair, FindingKind.CONDITION, "condition-changed", Strength.LOOK, ((mine.place,), (other.place,)))
    for side in (0, 1):
        for lone in left[side]:
            if (
                is_changed(mates, side, lone)
                and mates.kept(side, lone.first, _end(mates, side, lone)) >= SURE
                and not _is_said_otherwise(mates, side, words)
            ):
                yield from _alone(mates, side, lone, words)


def _is_equal(mates: Mates, mine: Anchored, other: Anchored) -> bool:
    return mine.stands_for == other.stands_for and is_changed(mates, 0, mine) and is_changed(mates, 1, other)


def _is_reverse(mates: Mates, mine: Anchored, other: Anchored) -> bool:
    """Tell whether two phrases may be one condition turned round, or said with a negation: "not ... unless" = "only if"."""
    return frozenset({mine.stands_for, other.stands_for}) in REVERSED and is_changed(mates, 0, mine) and is_changed(mates, 1, other)


def _negates(mates: Mates, words: _Words) -> bool:
    return not words.negating.isdisjoint(mates.pair.forms)


def _is_said_otherwise(mates: Mates, side: int, words: _Words) -> bool:
    there = {mates.form(1 - side, word) for word in mates.hunk_of[1 - side]}
    return not (words.conditional | words.relative).isdisjoint(there)


def _alone(mates: Mates, side: int, lone: Anchored, words: _Words) -> Iterator[Observation]:
    strength = (_only if lone.stands_for == ONLY else _clause)(mates, side, lone, words)
    if strength is None:
        return
    own, other = lone.to_anchor, None
    if lone.stands_for != ONLY and not _stays(mates, side, lone.anchors[:1]):
        own = lone.first, _end(mates, side, lone)
    elif lone.anchors and (mate := mates.across[side].get(lone.anchors[0])) is not None:
        other = mate, mate
    yield observed(mates.pair, FindingKind.CONDITION, CODES[side], strength, on_side(side, (own,), (other,) if other else ()))


def _stays(mates: Mates, side: int, anchors: tuple[int, ...]) -> bool:
    return bool(anchors) and all(word in mates.across[side] for word in anchors)


def _only(mates: Mates, side: int, lone: Anchored, words: _Words) -> Strength | None:
    """Judge a lone "only": sure where it alone was put in or taken out before words that stayed."""
    reading, following = mates.readings[side], lone.last + 1
    if following >= len(reading.words) or reading.words[following].text[0].isdigit() or not _stays(mates, side, lone.anchors[:1]):
        return None
    put = put_instead(mates, side, lone.first, lone.last)
    if reading.words[lone.anchors[0]].form in words.counting:
        return None
    if not put and following in mates.across[side]:
        return Strength.CHECK
    return Strength.LOOK if all(mates.form(1 - side, word) in words.skipped for word in put) else None


def _clause(mates: Mates, side: int, lone: Anchored, words: _Words) -> Strength | None:
    """Judge a lone condition: sure where its words stayed as a statement, worth a look where its clause went without a word instead."""
    if lone.stands_for not in (IF, UNLESS, ONLY_IF, EXCEPT):
        return None
    put = [word for word in put_instead(mates, side, lone.first, lone.last) if mates.form(1 - side, word) not in words.skipped]
    if _stays(mates, side, lone.anchors):
        return None if len(put) > (lone.stands_for != EXCEPT) else Strength.CHECK
    if lone.anchors and lone.stands_for == EXCEPT and mates.mate(side, lone.anchors[0]) is not None:
        return Strength.CHECK
    return None if put or lone.last not in mates.hunk_of[side] else Strength.LOOK


def _end(mates: Mates, side: int, lone: Anchored) -> int:
    """Give the last word of the changed run in which a condition stands, within its sentence."""
    hunks, words = mates.hunk_of[side], mates.readings[side].words
    end, hunk = lone.last, hunks.get(lone.last, -1)
    while hunks.get(end + 1, -2) == hunk and words[end + 1].sentence == words[lone.last].sentence:
        end += 1
    return end
