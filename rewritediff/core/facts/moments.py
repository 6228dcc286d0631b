"""Dates, times and other points in time of a passage, as parts that can be compared: a month, a day, a year, a weekday, a clock time.

Parts that stand together ("Thursday, March 14, 2026") are one expression; each part is compared by itself, since a rewrite may say less.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rewritediff.core.facts.atoms import START, Atom, atoms_of, is_in_literal, joins_unit
from rewritediff.core.facts.date_words import DateWords, both_halves, date_words_of, in_half
from rewritediff.core.facts.reading import Reading
from rewritediff.core.values import Span


class Part(NamedTuple):
    """Hold one part of a date: "month" 4, "year" 2026, "time" 1170; more than one value where it is not sure which."""

    kind: str
    values: tuple[float | str, ...]
    first: int
    """Number of its first atom."""
    after: int
    vague: bool = False
    """It could be something else: "spring", "third"."""


@dataclass(frozen=True, slots=True)
class Moment:
    """Hold parts that stand together."""

    parts: tuple[Part, ...]
    first: int
    """Number of its first word in the reading."""
    last: int
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Moments:
    """Hold the moments of one side, and which parts of the text they take."""

    all: tuple[Moment, ...]
    used: frozenset[int]


@lru_cache(maxsize=4)
def moments_of(reading: Reading) -> Moments:
    """Read the dates and times of one side."""
    atoms = atoms_of(reading)
    words = date_words_of(reading.tables["dates"], reading.tables["numbers"])
    parts = sorted(_parts(atoms, words, reading.tables.language), key=lambda part: (part.first, -part.after))
    kept: list[Part] = []
    for part in parts:
        if not kept or part.first >= kept[-1].after or (part.first == kept[-1].first and part.after == kept[-1].after):
            kept.append(part)
    used = frozenset(k for part in kept for k in range(part.first, part.after))
    return Moments(tuple(_moment(group, atoms) for group in _groups(kept, atoms, words)), used)


def _groups(parts: Sequence[Part], atoms: Sequence[Atom], words: DateWords) -> Iterator[list[Part]]:
    group: list[Part] = []
    for part in parts:
        if group and not (_adjoins(group[-1], part, atoms, words) and part.kind not in {it.kind for it in group}):
            yield group
            group = []
        group.append(part)
    if group:
        yield group


def _adjoins(part: Part, other: Part, atoms: Sequence[Atom], words: DateWords) -> bool:
    between = atoms[part.after : other.first]
    if len(between) > 2 or any(atoms[k].gap == START for k in range(part.after, other.first + 1) if k > part.first):
        return False
    return all(atom.form in words.links or words.at("skipped", atoms, part.after + k) for k, atom in enumerate(between))


def _moment(parts: Sequence[Part], atoms: Sequence[Atom]) -> Moment:
    first, last = atoms[min(p.first for p in parts)], atoms[max(p.after for p in parts) - 1]
    return Moment(tuple(parts), min(first.word, last.last), last.last, Span(first.start, last.end))


def _parts(atoms: Sequence[Atom], words: DateWords, language: str) -> Iterator[Part]:
    taken: set[int] = set()
    for at, atom in enumerate(atoms):
        if at in taken:
            continue
        if atom.kind == "date":
            yield from _numeric(atom, at, language)
        elif found := list(_word_parts(atoms, at, words) if atom.kind == "word" else _digit_parts(atoms, at, words)):
            yield from found
            taken.update(k for part in found for k in range(part.first, part.after))


def _numeric(atom: Atom, at: int, language: str) -> Iterator[Part]:
    """Read 2026-04-02, 02.04.2026 and 4/2/2026, which may be either order in English."""
    numbers = [int(part) for part in atom.text.replace(".", "-").replace("/", "-").split("-")]
    year_first = len(atom.text.split("-")[0]) == 4
    year, first, second = (numbers[0], numbers[2], numbers[1]) if year_first else (numbers[2], numbers[0], numbers[1])
    year += 0 if year > 99 else 2000 if year < 50 else 1900
    days = [(first, second)] if year_first or "." in atom.text or language not in ("en", "") else [(second, first), (first, second)]
    days = [(day, month) for day, month in days if month <= 12 and day <= 31]
    if days:
        yield Part("day", tuple(dict.fromkeys(day for day, _ in days)), at, at + 1)
        yield Part("month", tuple(dict.fromkeys(month for _, month in days)), at, at + 1)
        yield Part("year", (year,), at, at + 1)


def _word_parts(atoms: Sequence[Atom], at: int, words: DateWords) -> Iterator[Part]:
    if not words.begins(atoms[at].form):
        return
    for role in ("relative", "quarters", "halves", "decades"):
        if entry := words.at(role, atoms, at):
            value: float | str = entry.name if role == "relative" else entry.value
            yield Part(_KINDS[role], (value,), at, at + len(entry.forms))
            return
    if spoken := words.clock(atoms, at):
        yield Part("time", both_halves(spoken[0]), at, spoken[1])
    elif words.is_month(atoms, at):
        yield from _month(atoms, at, words)
    elif entry := words.at("weekdays", atoms, at):
        if atoms[at].text[0].isupper() or not words.capital_weekdays:
            yield Part("weekday", (entry.value,), at, at + 1)
    elif entry := words.season(atoms, at):
        yield Part("season", (entry.value,), at, at + 1)
    elif entry := words.at("points", atoms, at):
        yield Part("time", (entry.value,), at, at + 1)
    elif entry := words.at("dayparts", atoms, at):
        yield Part("daypart", (entry.value,), at, at + 1)
    elif words.at("century", atoms, at):
        yield from _century(atoms, at, words)


_KINDS = {"relative": "relative", "quarters": "quarter", "halves": "half", "decades": "decade"}


def _century(atoms: Sequence[Atom], at: int, words: DateWords) -> Iterator[Part]:
    """Read "19th century", "nineteenth century", "siglo XIX", "XIXe siècle"."""
    before = at - 2 if at > 1 and words.suffix(atoms, at - 1) else at - 1
    value = words.ordinal(atoms, before) if before >= 0 and joins_unit(atoms[at].gap) else None
    if value:
        yield Part("century", (value,), before, at + 1)
    elif at + 1 < len(atoms) and (value := words.roman(atoms[at + 1].text)):
        yield Part("century", (value,), at, at + 2)


def _month(atoms: Sequence[Atom], at: int, words: DateWords) -> Iterator[Part]:
    yield Part("month", (words.months[atoms[at].form],), at, at + 1)
    before = at - 1
    if before >= 0 and atoms[before].form in words.links:
        before -= 1
    first = before - 1 if before > 0 and words.suffix(atoms, before) else before
    value = words.day(atoms, first) if first >= 0 and _joined(atoms, first + 1, at + 1) else None
    if value:
        yield Part("day", (value,), first, before + 1)
        return
    after = at + 1
    if after < len(atoms) and atoms[after].form in words.links:
        after += 1
    value = words.day(atoms, after) if _joined(atoms, at + 1, after + 1) else None
    if value:
        yield Part("day", (value,), after, after + 2 if words.suffix(atoms, after + 1) else after + 1)


def _joined(atoms: Sequence[Atom], first: int, after: int) -> bool:
    return all(k < len(atoms) and joins_unit(atoms[k].gap) for k in range(first, after))


def _digit_parts(atoms: Sequence[Atom], at: int, words: DateWords) -> Iterator[Part]:
    atom = atoms[at]
    if atom.kind == "time":
        yield from _time(atoms, at, words)
    elif atom.kind == "number" and (spoken := words.clock(atoms, at)):
        yield Part("time", both_halves(spoken[0]), at, spoken[1])
    elif atom.kind == "number" and (short := words.short_date(atoms, at)):
        yield Part("day", (short[0],), at, at + 1)
        yield Part("month", (short[1],), at, at + 1)
    elif atom.kind == "number" and (minutes := words.dotted_time(atoms, at)) is not None:
        yield Part("time", both_halves(minutes), at, at + 1)
    elif atom.kind == "number" and atom.text.isdigit() and not is_in_literal(atoms, at):
        if entry := words.at("quarters", atoms, at):
            yield Part("quarter", (entry.value,), at, at + len(entry.forms))
        elif (hour := words.hour(atoms, at)) is not None:
            yield Part("time", hour[0], at, hour[1])
        elif words.is_decade(atoms, at):
            yield Part("decade", (int(atom.text) % 100,), at, at + 2 if words.has_decade_suffix(atoms, at) else at + 1)
        elif words.is_year(atoms, at):
            yield Part("year", (int(atom.text),), at, at + 1)


def _time(atoms: Sequence[Atom], at: int, words: DateWords) -> Iterator[Part]:
    numbers = [int(part) for part in "".join(c if c.isdigit() else " " for c in atoms[at].text).split()]
    if len(numbers) > 2 or numbers[0] > 24 or numbers[1] > 59:
        return
    minutes = numbers[0] * 60 + numbers[1]
    half, after = words.half_of_day(atoms, at + 1)
    if not half and words.at("hour_marks", atoms, at + 1):
        after = at + 2
    yield Part("time", in_half(minutes, half), at, after)
