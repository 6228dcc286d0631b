"""Bounds, order in time and cause turned round: at least / at most, more than / less than, before / after, because / despite."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from rewritediff.core.facts.anchored import (
    Anchored,
    anchored,
    answers,
    bear_alike,
    is_changed,
    on_side,
    paired,
    put_instead,
    share_hunk,
    stand_alike,
)
from rewritediff.core.facts.mates import SURE, Mates, mates_of
from rewritediff.core.facts.negators import language_of
from rewritediff.core.facts.observation import Observation, observed
from rewritediff.core.facts.phrases import Phrases, classes_of
from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.values import FindingKind, Strength

OPPOSITES = {frozenset(pair.split()) for pair in ("min max", "more less", "min less", "more max", "before after", "because despite")}


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """Hold what the finder knows of its language."""

    phrases: tuple[tuple[str, Phrases], ...]
    skipped: frozenset[str]
    need_number: frozenset[tuple[str, ...]]
    number_words: frozenset[str]
    joining: frozenset[str]
    """Words that open a bound behind its number: "50 or more"."""


def finder(context: Context) -> Callable[[PassagePair], Iterator[Observation]]:
    """Look for directions that turned round."""
    table = context.tables.original["bounds"]
    words = _Words(
        tuple((key, classes_of(table, key, context.function_words.original)) for key in ("bounds", "times", "causes")),
        table.words("skipped"),
        frozenset(table.phrases("need_number")),
        table.words("number_words"),
        table.words("joining"),
    )
    roots = language_of(context.tables.original["negation"], context.function_words.original).roots
    same = context.tables.original.language == context.tables.rewrite.language

    def found(pair: PassagePair) -> Iterator[Observation]:
        if same:
            forms = pair.forms
            for key, phrases in words.phrases:
                if not phrases.triggers.isdisjoint(forms):
                    yield from _turned(mates_of(pair, context, roots), key, phrases, words)

    return found


def _turned(mates: Mates, key: str, phrases: Phrases, words: _Words) -> Iterator[Observation]:
    sides = [list(_counting(reading, anchored(reading, phrases, words.skipped), words)) for reading in mates.readings]
    left = sides[0], sides[1]
    for mine, other in paired(mates, left, (stand_alike, bear_alike, share_hunk)):
        changed = is_changed(mates, 0, mine) or is_changed(mates, 1, other)
        if changed and frozenset({mine.stands_for, other.stands_for}) in OPPOSITES and _bear_on_the_same(mates, mine, other, key):
            places = (_place(mates.readings[0], mine, words),), (_place(mates.readings[1], other, words),)
            strength = Strength.CHECK if mates.kept(0, *mine.place) >= SURE else Strength.LOOK
            yield observed(mates.pair, FindingKind.OPPOSITE, f"{key}-turned", strength, places)
    if key == "bounds":
        for side in (0, 1):
            for lone in left[side]:
                yield from _alone(mates, side, lone, words)


def _counting(reading: Reading, found: Sequence[Anchored], words: _Words) -> Iterator[Anchored]:
    """Leave out phrases that bound numbers only and have none; those with a number bear on it first."""
    for it in found:
        number = _number(reading, it, words)
        if number is not None:
            yield it._replace(anchors=(number, *it.anchors))
        elif tuple(word.form for word in reading.words[it.first : it.last + 1]) not in words.need_number:
            yield it


def _number(reading: Reading, found: Anchored, words: _Words) -> int | None:
    """Give the number next to a phrase: "over 50", "50 or more", "50 tonnes or more"."""
    text = reading.words
    if text[found.first].form in words.joining:
        near = [word for word in range(found.first - 1, found.first - 4, -1) if word >= 0]
    else:
        near = [found.last + 1] if found.last + 1 < len(text) else []
        if near and text[near[0]].form in words.skipped and near[0] + 1 < len(text):
            near.append(near[0] + 1)
    for word in near:
        here = text[word]
        if here.sentence == text[found.first].sentence and (here.form in words.number_words or any(sign.isdigit() for sign in here.text)):
            return word
    return None


def _bear_on_the_same(mates: Mates, mine: Anchored, other: Anchored, key: str) -> bool:
    """Tell whether both bear on the same; "A before B" is "B after A"."""
    if key == "bounds":
        return share_hunk(mates, mine, other) or bear_alike(mates, mine, other)
    if mates.across[0].get(mine.last + 1, -1) == other.last + 1:
        return True
    return any(answers(mates, here, there) for here in mine.anchors for there in other.anchors)


def _place(reading: Reading, found: Anchored, words: _Words) -> tuple[int, int]:
    number = _number(reading, found, words)
    if number is None:
        return found.to_anchor
    return min(found.first, number), max(found.last, number)


def _alone(mates: Mates, side: int, lone: Anchored, words: _Words) -> Iterator[Observation]:
    """Point at a bound that was dropped or added before a number that stayed."""
    number = _number(mates.readings[side], lone, words)
    if number is None or number not in mates.across[side] or not is_changed(mates, side, lone):
        return
    if not put_instead(mates, side, lone.first, lone.last):
        there = mates.across[side][number]
        own = min(lone.first, number), max(lone.last, number)
        code = ("bound-lost", "bound-new")[side]
        yield observed(mates.pair, FindingKind.OPPOSITE, code, Strength.LOOK, on_side(side, (own,), ((there, there),)))
