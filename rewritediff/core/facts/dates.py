"""Dates and times that a rewrite changed, dropped or added: days, months, years, weekdays, clock times, "last week".

Parts of one kind are compared across the whole passage: a month with months. Saying less ("Thursday" for "Thursday, March 14") or the same
in another way ("yesterday" for "on Tuesday": articles are rewritten on other days) is no change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from rewritediff.core.facts.date_words import date_words_of
from rewritediff.core.facts.moments import Moment, Part, moments_of
from rewritediff.core.facts.observation import Mention, Observation
from rewritediff.core.facts.pairing import concerned, on_both_sides, on_one_side, remembered, shown
from rewritediff.core.facts.quantities import quantities_of
from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.values import FindingKind, Sides, Span, Strength

DATE = FindingKind.DATE
MONTHS_OF = {1: (3, 4, 5, 6), 2: (6, 7, 8, 9), 3: (9, 10, 11, 12), 4: (12, 1, 2, 3)}
"""Months of each season; the first and last belong to two."""
IN_A_ROW = 5
"""Years from the first to the last of some that may be named one by one."""
HOURS = 24
"""Numbers up to here may tell the time."""
DAY = 1440
"""Minutes."""
RELATIVE = frozenset({"relative", "weekday"})

Finder = Callable[[PassagePair], Iterable[Observation]]


class Told(NamedTuple):
    """Hold one part of a date with the expression that it stands in."""

    part: Part
    moment: Moment


def finder(context: Context) -> Finder:
    """Make the finder of changed dates and times."""
    words = context.tables.map(lambda tables: _concerns(date_words_of(tables["dates"], tables["numbers"]).concerns))
    concerns = Sides(*map(remembered, words, context.function_words))
    said = context.forms

    def find(pair: PassagePair) -> Iterable[Observation]:
        return tuple(_found(pair, said)) if concerned(pair, concerns) else ()

    return find


def _concerns(is_date_word: Callable[[str], bool]) -> Callable[[str], bool]:
    return lambda form: any(map(str.isdigit, form)) or is_date_word(form)


def mentions(reading: Reading) -> list[Mention]:
    """Give the dates and times that one side of a passage says."""
    return [Mention(DATE, _key(moment), moment.first, moment.last) for moment in moments_of(reading).all]


def _key(moment: Moment) -> str:
    return " ".join(sorted(f"{part.kind}:{part.values[0]}" for part in moment.parts))


def _found(pair: PassagePair, said: Sides[frozenset[str]]) -> Iterator[Observation]:
    both = pair.sides.map(lambda reading: [Told(part, moment) for moment in moments_of(reading).all for part in moment.parts])
    left = _left(both)
    spoken: Sides[set[Span]] = Sides(set(), set())
    for one, other in _replaced(left, both):
        places = Sides((pair.sides.original, one.moment), (pair.sides.rewrite, other.moment))
        if not (one.moment.span in spoken.original and other.moment.span in spoken.rewrite):
            yield on_both_sides(DATE, _strength(one.part, other.part), places.map(lambda it: _place(*it)))
        spoken.original.add(one.moment.span)
        spoken.rewrite.add(other.moment.span)
    for side in (0, 1):
        yield from _alone(pair, side, Sides(*left), tuple(both)[1 - side], tuple(spoken)[side], tuple(said)[1 - side])


def _left(both: Sides[list[Told]]) -> Sides[list[Told]]:
    """Give the parts that the other side does not say, each counted once."""
    free = list(both.rewrite)
    original = []
    for one in both.original:
        fitting = [other for other in free if _agree(one.part, other.part)]
        if fitting:
            free.remove(fitting[0])
        else:
            original.append(one)
    return Sides(original, free)


def _agree(one: Part, other: Part) -> bool:
    return one.kind == other.kind and any(value in other.values for value in one.values)


def _replaced(left: Sides[list[Told]], both: Sides[list[Told]]) -> Iterator[tuple[Told, Told]]:
    """Pair parts of one kind in order, what the other side says anyway last."""
    for one in list(left.original):
        fitting = [other for other in left.rewrite if other.part.kind == one.part.kind]
        repeated = _said(one.part, both.rewrite)
        fitting = [other for other in fitting if not (repeated and _said(other.part, both.original))]
        if fitting:
            left.original.remove(one)
            left.rewrite.remove(fitting[0])
            yield one, fitting[0]


def _said(part: Part, others: Iterable[Told]) -> bool:
    return any(_agree(part, other.part) for other in others)


def _strength(one: Part, other: Part) -> Strength:
    if one.kind != "relative":
        return Strength.CHECK
    (grain, shift), (other_grain, other_shift) = (str(part.values[0]).split() for part in (one, other))
    opposed = int(shift) * int(other_shift) < 0
    return Strength.CHECK if opposed or (grain != other_grain and "day" not in (grain, other_grain)) else Strength.LOOK


def _place(reading: Reading, moment: Moment) -> tuple[Span, str, str]:
    return reading.span(moment.first, moment.last), shown(reading, moment.first, moment.span), _key(moment)


def _alone(
    pair: PassagePair, side: int, left: Sides[list[Told]], others: list[Told], spoken: set[Span], said: frozenset[str]
) -> Iterator[Observation]:
    """Speak of expressions that say something which nothing replaced."""
    reading, other = tuple(pair.sides)[side], tuple(pair.sides)[1 - side]
    numbers = {amount.value for it in quantities_of(other) for amount in it.readings if not amount.unit}
    hours = _hours(other, tuple(pair.changed)[1 - side])
    for it in tuple(left)[side]:
        if it.moment.span in spoken or _implied(it.part, others) or any(value in numbers for value in it.part.values):
            continue
        if it.part.kind == "time" and not hours.isdisjoint(it.part.values):
            continue
        spoken.add(it.moment.span)
        strength = _lone_strength(it, side, others, left)
        if strength and all(word.form in said for word in reading.words[it.moment.first : it.moment.last + 1]):
            strength = Strength.NOTE if strength is Strength.LOOK else Strength.LOOK
        if strength:
            yield on_one_side(DATE, side, strength, _place(reading, it.moment))


def _hours(reading: Reading, changed: frozenset[int]) -> frozenset[float | str]:
    """Give the minutes of the times that changed numbers may tell without saying so: "from nine to five"."""
    found = [it for it in quantities_of(reading) if not changed.isdisjoint(range(it.first, it.last + 1))]
    hours = {amount.value for it in found for amount in it.readings if not amount.unit and amount.value <= HOURS}
    return frozenset((hour * 60 + half) % DAY for hour in hours for half in (0, DAY / 2))


def _lone_strength(it: Told, side: int, others: list[Told], left: Sides[list[Told]]) -> Strength | None:
    kept = any(_said(part, others) for part in it.moment.parts)
    exchanged = any(other.part.kind in RELATIVE or it.part.kind in RELATIVE for other in tuple(left)[1 - side])
    if it.part.kind == "daypart":
        return None
    if side:
        if it.part.kind in RELATIVE:
            return Strength.NOTE if exchanged else Strength.LOOK
        return Strength.LOOK if kept or exchanged else Strength.CHECK
    return Strength.NOTE if kept or exchanged or it.part.kind in RELATIVE else Strength.LOOK


def _implied(part: Part, others: Iterable[Told]) -> bool:
    """Tell whether the other side says a part in another kind: "1994" in "the 1990s", "May" in "spring"."""
    told = list(others)
    return any(_within(part, other.part) or _within(other.part, part) for other in told) or _said(part, told) or _between(part, told)


def _between(part: Part, others: Iterable[Told]) -> bool:
    """Tell whether a year lies inside of a few years in a row: "2001" in "2000 through 2002"."""
    years = [int(value) for other in others if other.part.kind == part.kind == "year" for value in other.part.values]
    return bool(years) and max(years) - min(years) <= IN_A_ROW and min(years) < int(part.values[0]) < max(years)


def _within(part: Part, whole: Part) -> bool:
    first, second = part.values[0], whole.values[0]
    if isinstance(first, str) or isinstance(second, str):
        return False
    match part.kind, whole.kind:
        case "year", "decade":
            return first % 100 // 10 == second // 10
        case "year", "century":
            return (first - 1) // 100 + 1 == second
        case "decade", "century":
            return second in (19, 20, 21)
        case "month", "season":
            return first in MONTHS_OF[int(second)]
        case "month", "quarter":
            return (first - 1) // 3 + 1 == second
    return False
