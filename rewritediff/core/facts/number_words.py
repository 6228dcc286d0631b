"""Number words of a language -> values: "two hundred and three", "vierundzwanzig", "quatre-vingt-dix", "half a million"."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex

from rewritediff.core.facts.atoms import Atom, joins, joins_unit
from rewritediff.core.facts.tables import Table
from rewritediff.core.facts.units import SYMBOLS

VALUES = ("cardinals", "ordinals", "scales", "groups", "fractions", "addends", "times")
NAMES = ("units", "money")
LISTS = (
    "percent",
    "points",
    "vague",
    "weak",
    "approximate",
    "articles",
    "joiners",
    "sections",
    "suffixes",
    "range",
    "out_of",
    "indefinite",
    "above",
)
SCALE_LETTERS = {"k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "mio": 1e6, "mrd": 1e9}


class Entry(NamedTuple):
    """Say that a phrase plays a role: a value, the name of a unit, or only that it is in a list."""

    forms: tuple[str, ...]
    value: float = 0.0
    name: str = ""


class Spoken(NamedTuple):
    """Hold what number words stand for, and the part after them."""

    value: float
    after: int
    role: str = "cardinal"
    """Or "ordinal", "fraction", "times"."""


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """Hold the number words of one language by role and first word, the longest phrase first."""

    decimal: str
    joins_from: float
    roles: Mapping[str, Mapping[str, Sequence[Entry]]]
    compounds: regex.Pattern[str] | None
    beginning: frozenset[str]
    """Words that a number may begin with."""
    mattering: frozenset[str]
    """First words of what is or counts a number."""

    def at(self, role: str, atoms: Sequence[Atom], place: int) -> Entry | None:
        """Give the entry of a role that stands at a part."""
        if place >= len(atoms):
            return None
        for entry in self.roles[role].get(atoms[place].form, ()):
            forms = entry.forms
            if len(forms) == 1:
                return entry
            rest = atoms[place + 1 : place + len(forms)]
            if len(rest) == len(forms) - 1 and all(a.form == f and joins_unit(a.gap) for a, f in zip(rest, forms[1:], strict=True)):
                return entry
        return None

    def concerns(self, form: str) -> bool:
        """Tell whether a word may be part of a number or its unit, so that its change matters."""
        return any(map(str.isdigit, form)) or form in self.mattering or self.compound(form) is not None

    def begins(self, form: str) -> bool:
        """Tell whether a number may begin with a word; most words end here."""
        return form in self.beginning or (self.compounds is not None and self.compound(form) is not None)

    def compound(self, form: str) -> Spoken | None:
        """Read a number that is written as one word: "vierundzwanzig", "dreihundertste"."""
        if self.compounds is None or len(form) < 6 or not (match := self.compounds.fullmatch(form)):
            return None
        return _compound(tuple(match.captures("part")), self.roles)

    def spoken(self, atoms: Sequence[Atom], place: int, start: float | None = None) -> Spoken | None:
        """Read a number from words, or go on from digits: 31.4 | "million"."""
        return _Speech(self, atoms, start).read(place)


_MATTERING = ("cardinals", "ordinals", "scales", "groups", "fractions", "times", "units", "money", "percent", "points", "vague")
_BEGINNING = ("cardinals", "ordinals", "scales", "groups", "fractions", "times", "vague", "indefinite")


class _Speech:
    """Add up number words, one after the other: what is closed by a scale, and what is still open."""

    __slots__ = ("atoms", "closed", "open", "words")

    def __init__(self, words: NumberWords, atoms: Sequence[Atom], start: float | None) -> None:
        self.words, self.atoms, self.closed = words, atoms, 0.0
        self.open: float | None = start

    def read(self, place: int) -> Spoken | None:
        first = place
        while place < len(self.atoms) and (place == first or joins(self.atoms[place].gap)):
            if (ended := self._ends(place, place == first)) is not None:
                return ended
            after = self._adds(place)
            if after == place:
                break
            place = after
        if place == first:
            return None
        return Spoken(self.closed + (self.open or 0), place)

    def _ends(self, place: int, first: bool) -> Spoken | None:
        """Read a word that no number goes on after."""
        words, atoms = self.words, self.atoms
        ordinal, fraction = words.at("ordinals", atoms, place), words.at("fractions", atoms, place)
        if fraction and not first and self.open is not None and 1 <= self.open < 100 and not self.closed:
            return Spoken(self.open * fraction.value, place + len(fraction.forms), "fraction")
        if fraction and first and (not ordinal or (place and words.at("articles", atoms, place - 1) and fraction.value != 0.5)):
            return self._fraction(place, fraction)
        if ordinal and (first or fits(self.open or 0, ordinal.value)) and (first or self.open is None or self.open >= 20 or self.closed):
            return Spoken(self.closed + (self.open or 0) + ordinal.value, place + len(ordinal.forms), "ordinal")
        times = words.at("times", atoms, place) if first else None
        return Spoken(times.value, place + len(times.forms), "times") if times else None

    def _fraction(self, place: int, fraction: Entry) -> Spoken:
        """Read "half a million": a share of what follows, else a share of a whole."""
        words, atoms = self.words, self.atoms
        after = place + len(fraction.forms)
        after_article = after + 1 if words.at("articles", atoms, after) else after
        for role in ("scales", "groups"):
            if (entry := words.at(role, atoms, after_article)) and joins(atoms[after_article].gap):
                return Spoken(fraction.value * entry.value, after_article + len(entry.forms))
        return Spoken(fraction.value, after, "fraction")

    def _adds(self, place: int) -> int:
        words, atoms = self.words, self.atoms
        if entry := words.at("cardinals", atoms, place):
            return place + len(entry.forms) if self._add(entry.value) else place
        if whole := words.compound(atoms[place].form):
            return place + 1 if whole.role == "cardinal" and self._add(whole.value) else place
        for role in ("scales", "groups"):
            if entry := words.at(role, atoms, place):
                return place + len(entry.forms) if self._multiply(entry.value) else place
        if self.open is not None and (entry := words.at("addends", atoms, place)):
            self.open += entry.value
            return place + len(entry.forms)
        return self._joined(place)

    def _joined(self, place: int) -> int:
        """Go on over "and" where a number goes on after it: "two hundred and three", not "five and six"."""
        words, atoms = self.words, self.atoms
        if not words.at("joiners", atoms, place) or place + 1 >= len(atoms) or not joins(atoms[place + 1].gap):
            return place
        whole = self.closed if self.open is None else self.open
        if not whole or whole % words.joins_from:
            return place
        entry = words.at("cardinals", atoms, place + 1) or words.at("ordinals", atoms, place + 1)
        return place + 1 if entry and fits(whole, entry.value) else place

    def _add(self, value: float) -> bool:
        if self.open is not None and not fits(self.open, value):
            return False
        self.open = (self.open or 0) + value
        return True

    def _multiply(self, value: float) -> bool:
        if value == 100 and self.open is not None and self.open >= 100:
            return False
        if value <= 100:
            self.open = (self.open or 1) * value
        elif self.open is None and self.closed:
            return False
        else:
            self.closed += (1 if self.open is None else self.open) * value
            self.open = None
        return True


def fits(whole: float, value: float) -> bool:
    """Tell whether a number word may follow another one in one number: 20 and 5, 200 and 3, 60 and 11; never 5 and 6."""
    if whole % 1 or value >= 100 or not whole:
        return False
    if whole % 100 == 0:
        return True
    return (20 <= whole % 100 <= 90 and whole % 10 == 0 and 0 < value < 10) or (whole % 100 in (60, 80) and 10 <= value < 20)


@lru_cache(maxsize=512)
def _compound_value(values: tuple[float, ...]) -> float:
    closed, current = 0.0, 0.0
    for value in values:
        if value == 100:
            current = (current or 1) * 100
        elif value > 100:
            closed, current = closed + (current or 1) * value, 0.0
        else:
            current += value
    return closed + current


def _compound(parts: tuple[str, ...], roles: Mapping[str, Mapping[str, Sequence[Entry]]]) -> Spoken | None:
    values: list[float] = []
    role = "cardinal"
    for part in parts:
        for name in ("cardinals", "scales", "ordinals"):
            if part in roles[name]:
                role = "ordinal" if name == "ordinals" else role
                values.append(roles[name][part][0].value)
                break
    return Spoken(_compound_value(tuple(values)), 1, role) if len(values) > 1 else None


@lru_cache(maxsize=16)
def words_of(table: Table) -> NumberWords:
    """Turn the table "numbers" of a language into what numbers are read with; an empty one leaves digits and signs."""
    found: dict[str, Iterable[Entry]] = {}
    for role in VALUES:
        found[role] = [Entry(forms, value) for forms, value in table.numbers(role).items()]
    for role in NAMES:
        found[role] = [Entry(forms, name=name) for forms, name in table.mapping(role).items()]
    for role in LISTS:
        found[role] = [Entry(forms) for forms in table.phrases(role)]
    found["units"] = [*found["units"], *(Entry((symbol,), name=name) for symbol, name in SYMBOLS.items())]
    found["percent"] = [*found["percent"], Entry(("%",))]
    roles = {role: _by_first(entries) for role, entries in found.items()}
    return NumberWords(
        str(table.content.get("decimal", "")),
        _from(table),
        roles,
        _compounds(table, roles),
        frozenset(w for role in _BEGINNING for w in roles[role]),
        frozenset(w for role in _MATTERING for w in roles[role]),
    )


def _from(table: Table) -> float:
    found = table.content.get("joins_from", 100)
    assert isinstance(found, (int, float)), found
    return found


def _by_first(entries: Iterable[Entry]) -> Mapping[str, Sequence[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.forms)):
        if entry.forms:
            found.setdefault(entry.forms[0], []).append(entry)
    return found


def _compounds(table: Table, roles: Mapping[str, Mapping[str, Sequence[Entry]]]) -> regex.Pattern[str] | None:
    joiner = table.content.get("compound_joiner")
    if not joiner:
        return None
    parts = sorted((w for role in ("cardinals", "scales", "ordinals") for w in roles[role]), key=lambda w: (-len(w), w))
    return regex.compile(rf"(?:(?P<part>{'|'.join(map(regex.escape, parts))})(?:{joiner})?)+")
