"""Numbers of a passage as amounts: "$31.4 million", "US$31.4m" and "31.4m dollars" are 31,400,000 dollars, "half" 50 % or 0.5.

What a number stands for is not always sure ("5m", "a third"), so a quantity has several readings, the likeliest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rewritediff.core.facts.atoms import START, Atom, atoms_of, dashed, is_in_literal, joins, joins_unit, value_of
from rewritediff.core.facts.moments import moments_of
from rewritediff.core.facts.number_words import SCALE_LETTERS, NumberWords, Spoken, words_of
from rewritediff.core.facts.reading import Reading
from rewritediff.core.facts.units import PERCENT, POINTS, Amount, same
from rewritediff.core.values import Span

CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "₽": "rouble", "₩": "won", "₺": "lira"}
SCALES_APART = frozenset({"mn", "mln", "bn", "tn", "mio", "mrd"})
"""Short scales that may stand apart from their digits; a lone "m" or "k" may not."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold a number as it stands in a passage."""

    readings: tuple[Amount, ...]
    first: int
    """Number of its first word in the reading."""
    last: int
    span: Span
    """Where it stands with its signs, for showing."""
    after: int
    """Number of the part after it."""
    weak: bool = False
    """It may be no number at all ("one", "first", "second"), so that it counts only where another number stands in its place."""
    vague: bool = False
    """It says no value: "dozens", "several"."""
    about: bool = False
    """It is said to be a round or limiting one: "about", "nearly", "more than"."""
    digits: bool = False
    above: bool = False
    """It is said to lie below what is meant: "more than", "at least"."""


def agree(first: Quantity, second: Quantity) -> bool:
    """Tell whether two quantities may be the same."""
    return any(same(one, other) for one in first.readings for other in second.readings)


@lru_cache(maxsize=4)
def quantities_of(reading: Reading) -> tuple[Quantity, ...]:
    """Read the numbers of one side that are no dates."""
    words = words_of(reading.tables["numbers"])
    dated = moments_of(reading).used if "dates" in reading.tables else frozenset()
    found = list(_read(_Place(reading, words, atoms_of(reading), dated)))
    return tuple(_shared(found, atoms_of(reading), words))


@dataclass(frozen=True, slots=True, eq=False)
class _Place:
    reading: Reading
    words: NumberWords
    atoms: Sequence[Atom]
    used: frozenset[int]


def _read(place: _Place) -> Iterator[Quantity]:
    at = 0
    while at < len(place.atoms):
        quantity = None if at in place.used else _quantity(place, at)
        if quantity:
            yield quantity
        at = quantity.after if quantity else at + 1


def _quantity(place: _Place, at: int) -> Quantity | None:
    atoms, words = place.atoms, place.words
    atom = atoms[at]
    if atom.kind in ("number", "time", "date"):
        return _from_digits(place, at)
    if atom.kind != "word" or not words.begins(atom.form):
        return None
    spoken = words.spoken(atoms, at)
    if spoken:
        weak = spoken.after == at + 1 and words.at("weak", atoms, at) is not None
        if spoken.role == "fraction":
            readings: tuple[Amount, ...] = (Amount(round(spoken.value * 100, 4), PERCENT), Amount(spoken.value))
            weak = words.at("fractions", atoms, at) is not None
            return replace(_with_unit(place, at, spoken.after, readings, weak=weak), about=True)
        if spoken.role == "ordinal":
            if _tells_order(place, at, spoken.after):
                return None
            return _made(place, at, spoken.after, _ordinals(place, at, spoken.value, spoken.after), weak=weak)
        if share := _out_of(place, at, spoken):
            return share
        return _with_unit(place, at, spoken.after, (Amount(spoken.value),), weak=weak)
    if atom.form in words.roles["indefinite"] and words.at("units", atoms, at + 1) and not _counts(place, at + 1):
        return _with_unit(place, at, at + 1, (Amount(1),), weak=True)
    if vague := words.at("vague", atoms, at):
        return replace(_made(place, at, at + len(vague.forms), ()), vague=True)
    return None


def _counts(place: _Place, at: int) -> bool:
    """Tell whether "second" is an ordinal, because a word follows it: "a second straight loss"."""
    atoms = place.atoms
    return place.words.at("ordinals", atoms, at) is not None and at + 1 < len(atoms) and joins(atoms[at + 1].gap)


def _tells_order(place: _Place, at: int, after: int) -> bool:
    """Tell whether an ordinal only opens one of several points: "Second, ..."."""
    return place.atoms[at].gap == START and place.reading.text[place.atoms[after - 1].end :][:1] == ","


def _out_of(place: _Place, at: int, spoken: Spoken) -> Quantity | None:
    """Read "one in three" as a share; "two out of three" is also the count of two."""
    after, atoms = spoken.after, place.atoms
    entry = place.words.at("out_of", atoms, after)
    under = after + len(entry.forms) if entry else len(atoms)
    if under >= len(atoms) or not all(joins(atom.gap) for atom in atoms[after : under + 1]):
        return None
    whole = place.words.spoken(atoms, under)
    value = int(atoms[under].text) if atoms[under].text.isdigit() else whole.value if whole else 0
    if not 0 <= spoken.value < value <= 100:
        return None
    share = spoken.value / value
    shares = (Amount(round(share * 100, 4), PERCENT), Amount(share))
    if spoken.value > 1 and atoms[at].kind == "number" == atoms[under].kind:
        return replace(_made(place, at, under + 1, shares), about=True)
    if spoken.value > 1:
        return replace(_made(place, at, after, (Amount(spoken.value), *shares)), about=True)
    return replace(_made(place, at, whole.after if whole else under + 1, (*shares, Amount(value))), about=True)


def _ordinals(place: _Place, at: int, value: float, after: int) -> tuple[Amount, ...]:
    """Give "third" also as a share: "a third of them"."""
    fraction = place.words.at("fractions", place.atoms, after - 1)
    share = (Amount(round(fraction.value * 100, 4), PERCENT), Amount(fraction.value)) if fraction and after == at + 1 else ()
    return (Amount(value), *share)


def _from_digits(place: _Place, at: int) -> Quantity | None:
    atoms, words = place.atoms, place.words
    atom = atoms[at]
    if is_in_literal(atoms, at) or _is_marker(place, at) or _is_section(place, at):
        return None
    if atom.kind != "number":
        parts = [int(part) for part in atom.text.replace(":", " ").replace(".", " ").split() if part.isdigit()]
        return _made(place, at, at + 1, (Amount(float("".join(f"{p:02}" for p in parts)), "clock"),)) if parts else None
    value = value_of(atom.text, words.decimal)
    if value is None:
        return None
    value = -value if _is_negative(atoms, at) else value
    after = at + 1
    if after < len(atoms) and atoms[after].glued and words.at("suffixes", atoms, after):
        return _made(place, at, after + 1, (Amount(value),), digits=True)
    if atom.text.isdigit() and (share := _out_of(place, at, Spoken(value, after))):
        return replace(share, digits=True)
    value, after = _fraction(atoms, at, value)
    readings: tuple[Amount, ...] = (Amount(value),)
    if after < len(atoms) and _has_scale(atoms[after]):
        return _lettered(place, at, after, value)
    if after < len(atoms) and joins(atoms[after].gap) and (spoken := words.spoken(atoms, after, value)) and spoken.value != value:
        if spoken.role == "cardinal" and not words.at("cardinals", atoms, after):
            readings, after = (Amount(spoken.value),), spoken.after
        elif spoken.role == "fraction":
            readings, after = (Amount(spoken.value * 100, PERCENT), Amount(spoken.value)), spoken.after
    return _with_unit(place, at, after, readings, digits=True)


def _is_marker(place: _Place, at: int) -> bool:
    """Tell whether digits number an item of a list, or a note: "1. ", "2) ", "[4]"."""
    atom = place.atoms[at]
    text = place.reading.text
    if len(atom.text) > 3:
        return False
    is_note = text[atom.start - 1 : atom.start] == "[" and text[atom.end : atom.end + 1] == "]"
    return is_note or (atom.gap == START and text[atom.end : atom.end + 2] in (". ", ") "))


def _is_section(place: _Place, at: int) -> bool:
    atoms = place.atoms
    return at > 0 and joins_unit(atoms[at].gap) and (atoms[at - 1].text == "§" or place.words.at("sections", atoms, at - 1) is not None)


def _is_negative(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether a minus stands before digits, and not the dash of a range: "1610 -1643"."""
    atom = atoms[at]
    return (
        at > 0
        and atoms[at - 1].kind not in ("number", "date", "time")
        and atom.gap[-1:] in ("-", "−")
        and atom.gap[-2:-1].isspace()
        and atom.gap[:1].isspace()
    )


def _fraction(atoms: Sequence[Atom], at: int, value: float) -> tuple[float, int]:
    """Read "1/2" and "2 1/2"."""
    if at + 1 < len(atoms) and atoms[at + 1].gap in ("/", "⁄") and atoms[at + 1].text.isdigit() and value < 10:
        under = int(atoms[at + 1].text)
        if value < under <= 10 and (at + 2 >= len(atoms) or atoms[at + 2].gap != "/"):
            return value / under, at + 2
    if at + 2 < len(atoms) and atoms[at + 1].gap == " " and atoms[at + 1].text.isdigit() and atoms[at + 2].gap in ("/", "⁄"):
        part, after = _fraction(atoms, at + 1, int(atoms[at + 1].text))
        return (value + part, after) if after == at + 3 else (value, at + 1)
    return value, at + 1


def _has_scale(atom: Atom) -> bool:
    return atom.form in SCALE_LETTERS and (atom.glued or (atom.form in SCALES_APART and joins(atom.gap)))


def _lettered(place: _Place, at: int, letter: int, value: float) -> Quantity:
    """Read "31.4m": millions, metres where no currency says otherwise."""
    scaled = Amount(value * SCALE_LETTERS[place.atoms[letter].form])
    money = _with_unit(place, at, letter + 1, (scaled,), digits=True)
    if money.readings[0].unit or place.atoms[letter].form not in ("m", "mm", "b"):
        return money
    unit = _with_unit(place, at, letter, (Amount(value),), digits=True)
    return replace(unit, readings=(*unit.readings, *money.readings), last=money.last, after=money.after)


def _with_unit(place: _Place, at: int, after: int, readings: tuple[Amount, ...], *, weak: bool = False, digits: bool = False) -> Quantity:
    """Add the currency before, or the unit after."""
    currency, first = _currency(place, at)
    name, end = _unit(place, after)
    if currency and name not in ("dollar", "euro", "yen", "pound", "lb"):
        name, end = currency, after
    if currency:
        name = currency
    if name and readings and readings[0].unit == PERCENT:
        readings = readings[1:]
    later = place.words.at("addends", place.atoms, end) if name else None
    if later and joins(place.atoms[end].gap):
        readings, weak, end = tuple(Amount(it.value + later.value) for it in readings), False, end + len(later.forms)
    named = tuple(Amount(amount.value, name) if name else amount for amount in readings)
    if name == "lb":
        named += tuple(Amount(amount.value, "pound") for amount in readings)
    return _made(place, first, end if name else after, named, weak=weak, digits=digits)


def _currency(place: _Place, at: int) -> tuple[str, int]:
    """Give the currency before a number, and the part where it begins: "US$", "EUR "."""
    atoms = place.atoms
    if not at or len(atoms[at].gap) > 1:
        return "", at
    before = atoms[at - 1]
    if before.text in CURRENCIES:
        first = at - 2 if before.glued and at > 1 and atoms[at - 2].text in ("US", "A", "C", "HK", "NZ", "CA", "AU") else at - 1
        return CURRENCIES[before.text], first
    entry = place.words.at("money", atoms, at - 1) if len(before.text) == 3 and before.text.isupper() else None
    return (entry.name, at - 1) if entry else ("", at)


def _unit(place: _Place, at: int) -> tuple[str, int]:
    atoms, words = place.atoms, place.words
    if at >= len(atoms) or not joins_unit(atoms[at].gap):
        return "", at
    text = atoms[at].text
    if text in CURRENCIES:
        return CURRENCIES[text], at + 1
    if text == "°":
        letter = atoms[at + 1].form if at + 1 < len(atoms) else ""
        return {"c": ("celsius", at + 2), "f": ("fahrenheit", at + 2)}.get(letter, ("degree", at + 1))
    if entry := words.at("points", atoms, at):
        return POINTS, at + len(entry.forms)
    if entry := words.at("percent", atoms, at):
        return PERCENT, at + len(entry.forms)
    for role in ("money", "units"):
        if entry := words.at(role, atoms, at):
            return entry.name, at + len(entry.forms)
    return "", at


def _made(place: _Place, at: int, after: int, readings: tuple[Amount, ...], *, weak: bool = False, digits: bool = False) -> Quantity:
    atoms = place.atoms
    first, last = atoms[at], atoms[after - 1]
    start_word = min(first.word, last.last)
    about, above = (_is_led(place, at, role) for role in ("approximate", "above"))
    span = Span(first.start, last.end)
    return Quantity(readings, start_word, last.last, span, after, weak, about=about, digits=digits, above=above)


def _is_led(place: _Place, at: int, role: str) -> bool:
    """Tell whether a phrase of a role leads up to a number, with or without an article: "more than a thousand"."""
    words, atoms = place.words, place.atoms
    ends = (at, at - 1) if words.at("indefinite", atoms, at - 1) else (at,)
    return any(
        (entry := words.at(role, atoms, start)) is not None and start + len(entry.forms) in ends for start in range(max(0, at - 4), at)
    )


def _shared(found: Sequence[Quantity], atoms: Sequence[Atom], words: NumberWords) -> Iterator[Quantity]:
    """Give the first number of a range also the unit and scale of the second: "10 to 15 million km"."""
    for number, it in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        yield _as_range(it, following, atoms, words) if following and it.readings and following.readings else it


def _as_range(it: Quantity, following: Quantity, atoms: Sequence[Atom], words: NumberWords) -> Quantity:
    between = atoms[it.after : max(it.after, following.after)]
    joined = between and (dashed(between[0].gap) or (joins(between[0].gap) and words.at("range", atoms, it.after)))
    unit, plain = following.readings[0].unit, it.readings[0]
    if not joined or (plain.unit and plain.unit != unit):
        return it
    scale = next((s for s in (1e12, 1e9, 1e6, 1e3) if following.readings[0].value >= s > plain.value), 1.0)
    whole = Amount(plain.value, unit)
    return replace(it, readings=(whole, Amount(plain.value * scale, unit))) if scale > 1 else replace(it, readings=(whole,))
