"""Numbers that a rewrite changed, dropped or added: counts, money, shares, measures, ordinals, durations.

Equal amounts are put aside first, however they are written, each once; of those that are left, the ones in the same place or of the same
unit replaced each other. A number that is said twice on one side and once on the other is no change unless another one took its place.
Rounding: "about 900" for 903 is a note (less than one unit of the last digit that counts, and 10 %, apart), "900" for 903 a look up to 1 %.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rewritediff.core.facts.moments import moments_of
from rewritediff.core.facts.number_words import words_of
from rewritediff.core.facts.observation import Mention, Observation
from rewritediff.core.facts.pairing import (
    SIGNS,
    concerned,
    hunk_of,
    on_both_sides,
    on_one_side,
    remembered,
    shown,
    signs_differ,
    without,
)
from rewritediff.core.facts.quantities import Quantity, agree, quantities_of
from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.facts.units import EXACT, PERCENT, POINTS, UNITS, Amount, key_of, near
from rewritediff.core.values import FindingKind, Side, Sides, Span, Strength

NUMBER = FindingKind.NUMBER
ROUNDED = 0.1
"""Farther apart than this, a round number is no longer the other one."""
ROUNDED_SILENTLY = 0.01
"""The same without "about": "$31.38 million" as "$31.4 million"."""
FLOOR = 2.0
"""How often a number may hold the round one that it is said to exceed: "more than a thousand" still tells of 1,900, but not of 5,000."""
NARROW = 4
"""Words of a hunk in which one number surely replaced another one, whatever their units."""
TELLING = 100
"""Digits from here on that the original says elsewhere were taken from there."""
SMALL = 12
"""Counts up to here, in words, follow from the context ("both brothers" -> "the two brothers")."""


Finder = Callable[[PassagePair], Iterable[Observation]]


def finder(context: Context) -> Finder:
    """Make the finder of changed numbers."""
    words = context.tables.map(lambda tables: words_of(tables["numbers"]).concerns)
    concerns = Sides(*map(remembered, words, context.function_words))
    said = context.forms
    signs = len({sign for document in context.documents for sign in SIGNS.findall(document.text)}) > 1

    def find(pair: PassagePair) -> Iterable[Observation]:
        return tuple(_found(pair, said)) if concerned(pair, concerns) or (signs and signs_differ(pair)) else ()

    return find


def mentions(reading: Reading) -> list[Mention]:
    """Give the numbers that one side of a passage says."""
    return [Mention(NUMBER, key_of(it.readings[0]), it.first, it.last) for it in quantities_of(reading) if it.readings and not it.weak]


@dataclass(frozen=True, slots=True, eq=False)
class _Left:
    """Hold the quantities of both sides, and the numbers of those that the other side does not have."""

    pair: PassagePair
    all: Sides[tuple[Quantity, ...]]
    original: list[int]
    rewrite: list[int]
    hunks: Sides[list[int | None]]


def _found(pair: PassagePair, said: Sides[frozenset[str]]) -> Iterator[Observation]:
    left = _left(pair)
    derived = [(side, k) for side, own in enumerate((left.original, left.rewrite)) for k in own if _is_derived(left, side, k)]
    for side, k in derived:
        (left.original, left.rewrite)[side].remove(k)
        yield on_one_side(NUMBER, side, Strength.NOTE, _place(tuple(pair.sides)[side], tuple(left.all)[side][k]))
    gone: Sides[set[int]] = Sides(set(), set())
    for one, other in _replaced(left):
        gone.original.add(one)
        gone.rewrite.add(other)
        if observation := _change(left, one, other):
            yield observation
    for side, numbers in ((0, without(left.original, gone.original)), (1, without(left.rewrite, gone.rewrite))):
        for number in numbers:
            yield from _lone(left, side, number, tuple(said)[1 - side])
    yield from _swapped(left)


def _is_derived(left: _Left, side: int, number: int) -> bool:
    """Tell whether an amount follows from two of the other side: "from $2,500 to $2,800" and "by $300"."""
    mine = tuple(left.all)[side][number].readings[0]
    others = {it.readings[0] for it in tuple(left.all)[1 - side] if it.readings and it.readings[0].unit == mine.unit and not it.weak}
    if not mine.unit and mine.value <= SMALL:
        return False
    values = [it.value for it in others]
    totals = ((other - one, one + other) if not mine.unit else (other - one,) for one in values for other in values if one < other)
    return any(near(mine.value, total, EXACT) for both in totals for total in both)


def _swapped(left: _Left) -> Iterator[Observation]:
    """Find two numbers that changed places before what they count: "12 men and 15 women", "15 men and 12 women"."""
    counted = Sides(*(_counted(*sides) for sides in zip(left.pair.sides, left.all, strict=True)))
    both = [noun for noun in counted.original if noun in counted.rewrite]
    for number, noun in enumerate(both):
        for other in both[number + 1 :]:
            first, second = counted.original[noun], counted.original[other]
            if _equal(first, second) or not (_equal(first, counted.rewrite[other]) and _equal(second, counted.rewrite[noun])):
                continue
            places = Sides(
                *([_place(left.pair.sides[side], found[it]) for it in (noun, other)] for side, found in zip(Side, counted, strict=True))
            )
            yield Observation(
                NUMBER,
                "number-swapped",
                Strength.CHECK,
                places.map(lambda found: tuple(place[0] for place in found)),
                places.map(lambda found: tuple(place[1] for place in found)),
                places.map(lambda found: tuple(place[2] for place in found)),
            )


def _counted(reading: Reading, quantities: tuple[Quantity, ...]) -> dict[str, Quantity]:
    """Give each number by the word that it counts, where that is said once."""
    found: dict[str, list[Quantity]] = {}
    joining = words_of(reading.tables["numbers"]).roles["range"]
    for it in quantities:
        noun = it.last + 1
        if it.readings and noun < len(reading.words) and not reading.before(noun).strip() and reading.words[noun].form not in joining:
            found.setdefault(reading.words[noun].form, []).append(it)
    return {noun: its[0] for noun, its in found.items() if len(its) == 1}


def _left(pair: PassagePair) -> _Left:
    both = pair.sides.map(quantities_of)
    original = [k for k, it in enumerate(both.original) if it.readings]
    rewrite = [k for k, it in enumerate(both.rewrite) if it.readings]
    for alike in (_equal, agree):
        matched = set()
        for k in original:
            fitting = [m for m in rewrite if alike(both.original[k], both.rewrite[m])]
            if fitting:
                matched.add(k)
                rewrite.remove(fitting[0])
        original = without(original, matched)
    hunks = Sides(*([hunk_of(pair, side, it.first, it.last) for it in tuple(both)[side]] for side in (0, 1)))
    return _Left(pair, both, original, rewrite, hunks)


def _equal(one: Quantity, other: Quantity) -> bool:
    return one.readings[0] == other.readings[0]


def _replaced(left: _Left) -> Iterator[tuple[int, int]]:
    """Pair what is left: in the same place first, then of the same unit, then what alone is left."""
    free = list(left.rewrite)
    rest = []
    for one in left.original:
        here = [m for m in free if left.hunks.original[one] is not None and left.hunks.rewrite[m] == left.hunks.original[one]]
        here.sort(key=lambda m: not _same_dimension(left.all.original[one], left.all.rewrite[m]))
        if here and _may_replace(left, one, here[0]):
            free.remove(here[0])
            yield one, here[0]
        else:
            rest.append(one)
    free = [m for m in free if not _said(left, 1, m)]
    rest = [k for k in rest if not _said(left, 0, k)]
    for one in list(rest):
        fitting = [
            m for m in free if left.all.original[one].readings[0].unit and _same_dimension(left.all.original[one], left.all.rewrite[m])
        ]
        if fitting:
            rest.remove(one)
            free.remove(fitting[0])
            yield one, fitting[0]
    if len(rest) == len(free) == 1 and _may_be_counted_alike(left.all.original[rest[0]], left.all.rewrite[free[0]]):
        yield rest[0], free[0]


def _same_dimension(one: Quantity, other: Quantity) -> bool:
    return one.readings[0].dimension == other.readings[0].dimension


def _may_be_counted_alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether nothing says that two numbers count different things, as dollars and per cent do; currencies count one."""
    amounts = one.readings[0], other.readings[0]
    kinds = {it.dimension if it.unit in UNITS or it.unit in (PERCENT, POINTS) else "money" for it in amounts}
    return len(kinds) == 1 or not all(it.unit for it in amounts)


def _may_replace(left: _Left, one: int, other: int) -> bool:
    """Tell whether a word that may be no number, or one of another unit, was replaced: nothing much else changed there."""
    first, second = left.all.original[one], left.all.rewrite[other]
    if not (first.weak or second.weak) and first.digits == second.digits and _same_dimension(first, second):
        return True
    number = left.hunks.original[one]
    return number is not None and all(after - first <= NARROW for first, after in left.pair.hunks[number])


def _said(left: _Left, side: int, number: int) -> bool:
    """Tell whether the other side says the same amount, even if less often, or means nothing to be missed."""
    mine, others = tuple(left.all)[side][number], tuple(left.all)[1 - side]
    if mine.weak or any(agree(mine, other) for other in others if other.readings):
        return True
    if "." in (text := mine.span.of(tuple(left.pair.sides)[side].text)) and _has_version(tuple(left.pair.sides)[1 - side], text):
        return True
    plain = {amount.value for amount in mine.readings if not amount.unit}
    plain |= {(hour * 60 + half) % 1440 for hour in plain if hour <= 2 * SMALL for half in (0, 720)}  # "nine" for 9 a.m., in minutes
    return any(
        value in plain for moment in moments_of(tuple(left.pair.sides)[1 - side]).all for part in moment.parts for value in part.values
    )


def _has_version(reading: Reading, text: str) -> bool:
    """Tell whether digits are a version that is written out to the last: "2.6" for "2.6.0"."""
    return any(f"{text}.0" in span.of(reading.text) for span in reading.spans)


def _change(left: _Left, one: int, other: int) -> Observation | None:
    first, second = left.all.original[one], left.all.rewrite[other]
    strength = _strength(first, second)
    return on_both_sides(NUMBER, strength, Sides(_place(left.pair.sides.original, first), _place(left.pair.sides.rewrite, second)))


def _strength(first: Quantity, second: Quantity) -> Strength:
    apart = {
        _rounding(one, other) for one in first.readings for other in second.readings if one.dimension == other.dimension or not one.unit
    }
    if apart & {"silently", "told"} and (first.about or second.about):
        return Strength.NOTE
    return Strength.LOOK if "silently" in apart or _is_floor(first, second) or _is_floor(second, first) else Strength.CHECK


def _is_floor(first: Quantity, second: Quantity) -> bool:
    """Tell whether a number is a rounder one below the other, and said to be: "more than a thousand" for 1,200."""
    finer, floor = first.readings[0], second.readings[0]
    if not second.above or finer.unit != floor.unit or not floor.value < finer.value < FLOOR * floor.value:
        return False
    return _digits(floor) < _digits(finer)


def _rounding(one: Amount, other: Amount) -> str:
    """Say whether one amount is the other one rounded, and whether so little that nobody need be told."""
    if not one.value or not other.value or one.value == other.value:
        return ""
    rounder, finer = sorted((one, other), key=_digits)
    step = 10.0 ** (math.floor(math.log10(abs(rounder.value))) - _digits(rounder) + 1)
    if rounder.unit == finer.unit and (_digits(rounder) == _digits(finer) or abs(rounder.value - finer.value) >= step):
        return ""
    if near(one.base, other.base, ROUNDED_SILENTLY):
        return "silently"
    return "told" if near(one.base, other.base, ROUNDED) else ""


def _digits(amount: Amount) -> int:
    """Count the digits that matter: 900 has one, 31.4 three."""
    return len(f"{abs(amount.value):.9g}".replace(".", "").lstrip("0").split("e")[0].rstrip("0")) or 1


def _place(reading: Reading, it: Quantity) -> tuple[Span, str, str]:
    return reading.span(it.first, it.last), shown(reading, it.first, it.span), key_of(it.readings[0]) if it.readings else ""


def _lone(left: _Left, side: int, number: int, said: frozenset[str]) -> Iterator[Observation]:
    """Speak of a number that nothing replaced."""
    if _said(left, side, number):
        return
    it, reading = tuple(left.all)[side][number], tuple(left.pair.sides)[side]
    vague = _vague_beside(left, side, number)
    if vague:
        places = (_place(reading, it), _place(tuple(left.pair.sides)[1 - side], vague))
        if it.readings[0].value > 3:
            yield on_both_sides(NUMBER, Strength.LOOK, Sides(*(reversed(places) if side else places)))
        return
    plain = not it.digits and not it.readings[0].unit and it.readings[0].value <= SMALL
    elsewhere = all(word.form in said for word in reading.words[it.first : it.last + 1] if any(map(str.isdigit, word.form)) or plain)
    grave, light = (Strength.CHECK, Strength.LOOK) if side else (Strength.LOOK, Strength.NOTE)
    if side and elsewhere and it.digits and it.readings[0].value >= TELLING:
        grave = light = Strength.NOTE
    yield on_one_side(NUMBER, side, light if plain or elsewhere else grave, _place(reading, it))


def _vague_beside(left: _Left, side: int, number: int) -> Quantity | None:
    hunk = tuple(left.hunks)[side][number]
    for other, place in zip(tuple(left.all)[1 - side], tuple(left.hunks)[1 - side], strict=True):
        if other.vague and hunk is not None and place == hunk:
            return other
    return None
