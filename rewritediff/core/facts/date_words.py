"""Words of dates and times of a language, and which of them are none: "may", "march" and "spring" need their neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rewritediff.core.facts.atoms import START, Atom, joins, joins_unit
from rewritediff.core.facts.number_words import Entry, NumberWords, words_of
from rewritediff.core.facts.tables import Table

VALUES = ("weekdays", "seasons", "quarters", "halves", "decades", "before_hour", "after_hour", "points", "months", "dayparts")
LISTS = ("century", "am", "pm", "hour_marks", "before_clock", "skipped", "decade_before", "season_before", "season_after")
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
HALF_DAY = 720
"""Minutes."""


@dataclass(frozen=True, slots=True, eq=False)
class DateWords:
    """Hold the date words of one language by role and first word, the longest phrase first."""

    roles: Mapping[str, Mapping[str, Sequence[Entry]]]
    months: Mapping[str, float]
    doubtful: frozenset[str]
    month_before: frozenset[str]
    year_before: frozenset[str]
    day_before: frozenset[str]
    links: frozenset[str]
    decade_suffixes: frozenset[str]
    numbers: NumberWords
    capital_weekdays: bool
    firsts: frozenset[str]
    any: frozenset[str]
    """All words of all entries."""

    def begins(self, form: str) -> bool:
        """Tell whether any date word begins with this one; most words end here."""
        return form in self.firsts or form in self.months

    def concerns(self, form: str) -> bool:
        """Tell whether a word may be part of a date, so that its change matters."""
        return form in self.any or form in self.months or self.roman(form.rstrip("e").upper()) is not None

    def at(self, role: str, atoms: Sequence[Atom], place: int) -> Entry | None:
        """Give the entry of a role that stands at a part."""
        if place >= len(atoms):
            return None
        for entry in self.roles[role].get(atoms[place].form, ()):
            rest = atoms[place + 1 : place + len(entry.forms)]
            if len(rest) == len(entry.forms) - 1 and all(
                a.form == f and joins_unit(a.gap) for a, f in zip(rest, entry.forms[1:], strict=True)
            ):
                return entry
        return None

    def is_month(self, atoms: Sequence[Atom], at: int) -> bool:
        """Tell whether a word is a month here: "May 3", "in March", not "may" or "Theresa May"."""
        atom = atoms[at]
        if atom.form not in self.months:
            return False
        if atom.form not in self.doubtful:
            return True
        if self.capital_weekdays and not atom.text[0].isupper():
            return False
        beside = [k for k in (at - 1, at + 1, at - 2) if 0 <= k < len(atoms)]
        if any(
            atoms[k].kind == "number" and atoms[max(k, at)].gap != START for k in beside if k != at - 2 or atoms[at - 1].form in self.links
        ):
            return True
        return at > 0 and atom.gap != START and atoms[at - 1].form in self.month_before and joins(atom.gap)

    def season(self, atoms: Sequence[Atom], at: int) -> Entry | None:
        """Give the season that a word names here: "in the fall", "spring of 2027", not "to fall"."""
        entry = self.at("seasons", atoms, at)
        if not entry or not at:
            return entry if entry and self._year_follows(atoms, at) else None
        return entry if self.at("season_before", atoms, at - 1) or self._year_follows(atoms, at) else None

    def _year_follows(self, atoms: Sequence[Atom], at: int) -> bool:
        return any(atoms[k].kind == "number" and len(atoms[k].text) == 4 for k in (at + 1, at + 2) if k < len(atoms))

    def day(self, atoms: Sequence[Atom], at: int) -> int | None:
        """Give a day of the month."""
        if not 0 <= at < len(atoms):
            return None
        text = atoms[at].text
        if atoms[at].kind == "number":
            return int(text) if text.isdigit() and len(text) < 3 and 0 < int(text) < 32 else None
        value = self.ordinal(atoms, at)
        return int(value) if value and value < 32 else None

    def short_date(self, atoms: Sequence[Atom], at: int) -> tuple[int, int] | None:
        """Read a day and month in digits: "am 02.04." in German."""
        parts = atoms[at].text.split(".")
        if len(parts) != 2 or not all(part.isdigit() and len(part) < 3 for part in parts) or not at:
            return None
        day, month = map(int, parts)
        return (day, month) if atoms[at - 1].form in self.day_before and 0 < day < 32 and 0 < month < 13 else None

    def ordinal(self, atoms: Sequence[Atom], at: int) -> float | None:
        """Give the number of an ordinal in digits, words or Roman numerals."""
        if atoms[at].kind == "number":
            return int(atoms[at].text) if atoms[at].text.isdigit() and len(atoms[at].text) < 3 else None
        entry = self.numbers.at("ordinals", atoms, at)
        if entry:
            tens = self.numbers.at("cardinals", atoms, at - 1) if at and joins(atoms[at].gap) else None
            return entry.value + (tens.value if tens and tens.value in (20, 30) else 0)
        return self.roman(atoms[at].text)

    def roman(self, text: str) -> int | None:
        """Give the value of a small Roman numeral: "XIX" or "XIXe" -> 19."""
        letters = text.removesuffix("ème").removesuffix("e")
        if not letters or any(letter not in ROMAN for letter in letters):
            return None
        values = [ROMAN[letter] for letter in letters]
        return sum(-v if v < max(values[k + 1 :], default=0) else v for k, v in enumerate(values))

    def suffix(self, atoms: Sequence[Atom], at: int) -> bool:
        """Tell whether a part ends an ordinal in digits: "2nd"."""
        return 0 < at < len(atoms) and atoms[at].glued and self.numbers.at("suffixes", atoms, at) is not None

    def is_year(self, atoms: Sequence[Atom], at: int) -> bool:
        """Tell whether four digits are a year, from what stands around them: "in 2027", "March 2027", "(2027)"."""
        atom = atoms[at]
        if len(atom.text) != 4 or not 1100 <= int(atom.text) <= 2100:
            return False
        following = atoms[at + 1] if at + 1 < len(atoms) else None
        if following and following.gap != START:
            if self._is_sign_after(atoms, at) or (following.glued and following.form != "s"):
                return False
            if joins(following.gap) and any(self.numbers.at(role, atoms, at + 1) for role in ("units", "money", "percent", "scales")):
                return False
        before = atoms[at - 1] if at and atom.gap != START else None
        if before is None or before.kind == "sign":
            return before is None
        return (
            before.form in self.year_before
            or before.form in self.months
            or not joins(atom.gap)
            or before.kind == "date"
            or self._dated(atoms, at)
        )

    def _is_sign_after(self, atoms: Sequence[Atom], at: int) -> bool:
        """Tell whether a sign belongs to a number before it, and not to one after it: "2000 $", not "in 2000, $5"."""
        sign = atoms[at + 1]
        return sign.kind == "sign" and joins(sign.gap) and not (at + 2 < len(atoms) and atoms[at + 2].glued)

    def _dated(self, atoms: Sequence[Atom], at: int) -> bool:
        return self.at("seasons", atoms, at - 1) is not None or self.day(atoms, at - 1) is not None or atoms[at - 1].text[0].isupper()

    def is_decade(self, atoms: Sequence[Atom], at: int) -> bool:
        """Tell whether digits name a decade: "1990s", "90er", "années 90"."""
        text = atoms[at].text
        if len(text) not in (2, 4) or not text.endswith("0") or (len(text) == 4 and int(text) not in range(1100, 2100)):
            return False
        return self.has_decade_suffix(atoms, at) or self._follows("decade_before", atoms, at)

    def has_decade_suffix(self, atoms: Sequence[Atom], at: int) -> bool:
        """Tell whether a part after digits makes them a decade: "1990s"."""
        return at + 1 < len(atoms) and atoms[at + 1].form in self.decade_suffixes and atoms[at + 1].gap in ("", "'", "’", "-")

    def _follows(self, role: str, atoms: Sequence[Atom], at: int) -> bool:
        """Tell whether an entry of a role stands right before a part."""
        return any(
            (entry := self.at(role, atoms, start)) is not None and start + len(entry.forms) == at for start in range(max(0, at - 3), at)
        )

    def dotted_time(self, atoms: Sequence[Atom], at: int) -> int | None:
        """Read "a las 15.30", which is a number elsewhere."""
        hour, dot, minute = atoms[at].text.partition(".")
        if not dot or len(minute) != 2 or not hour.isdigit() or not minute.isdigit() or int(hour) > 24 or int(minute) > 59:
            return None
        return int(hour) * 60 + int(minute) if self._follows("before_clock", atoms, at) else None

    def half_of_day(self, atoms: Sequence[Atom], at: int) -> tuple[str, int]:
        """Give "am" or "pm" where a part says so, and the part after it."""
        if at < len(atoms) and joins_unit(atoms[at].gap):
            for half in ("am", "pm"):
                if entry := self.at(half, atoms, at):
                    return half, at + len(entry.forms)
        return "", at

    def hour(self, atoms: Sequence[Atom], at: int) -> tuple[tuple[float, ...], int] | None:
        """Read a full hour: "7 pm", "19 Uhr", "à 14 heures", with the minutes of "14 Uhr 30"."""
        hour, after = int(atoms[at].text), at + 1
        if hour > 24 or len(atoms[at].text) > 2:
            return None
        return self._hour(atoms, at, hour, after)

    def _hour(self, atoms: Sequence[Atom], at: int, hour: int, after: int) -> tuple[tuple[float, ...], int] | None:
        half, end = self.half_of_day(atoms, after)
        if half:
            return in_half(hour * 60, half), end
        mark = self.at("hour_marks", atoms, after)
        if not mark or not joins_unit(atoms[after].gap.replace("'", " ")) or not self._at_clock(atoms, at):
            return None
        after += len(mark.forms)
        minutes = 0
        if after < len(atoms) and atoms[after].kind == "number" and atoms[after].text.isdigit() and atoms[after].gap == " ":
            minutes, after = int(atoms[after].text), after + 1
        elif entry := self.at("after_hour", atoms, after):
            minutes, after = int(entry.value), after + len(entry.forms)
        return in_half(hour * 60 + minutes, ""), after

    def _at_clock(self, atoms: Sequence[Atom], at: int) -> bool:
        """Tell whether hours are a time of day: "7 heures" alone may be a duration."""
        return not self.roles["before_clock"] or self._follows("before_clock", atoms, at)

    def clock(self, atoms: Sequence[Atom], at: int) -> tuple[float, int] | None:
        """Read a spoken time: "half past seven", "seven o'clock", "sept heures et demie" -> minutes, and the part after."""
        entry = self.at("before_hour", atoms, at)
        after = at + len(entry.forms) if entry else at
        hour = self._spoken_hour(atoms, after)
        if hour is None:
            return None
        if entry:
            return (hour * 60 + entry.value) % 1440, after + 1
        found = self._hour(atoms, at, hour, after + 1) if atoms[at].kind == "word" else None
        if found:
            return found[0][0], found[1]
        later = self.at("after_hour", atoms, after + 1)
        return ((hour * 60 + later.value) % 1440, after + 1 + len(later.forms)) if later and self._at_clock(atoms, at) else None

    def _spoken_hour(self, atoms: Sequence[Atom], at: int) -> int | None:
        if at >= len(atoms) or (at and not joins(atoms[at].gap) and atoms[at].gap != START):
            return None
        if atoms[at].kind == "number":
            return int(atoms[at].text) if atoms[at].text.isdigit() and int(atoms[at].text) <= 24 else None
        entry = self.numbers.at("cardinals", atoms, at)
        return int(entry.value) if entry and 0 < entry.value <= 24 and len(entry.forms) == 1 else None


@lru_cache(maxsize=16)
def date_words_of(table: Table, numbers: Table) -> DateWords:
    """Turn the table "dates" of a language into what dates are read with."""
    found: dict[str, list[Entry]] = {role: [Entry(f, value) for f, value in table.numbers(role).items()] for role in VALUES}
    found |= {role: [Entry(f) for f in table.phrases(role)] for role in LISTS}
    found["relative"] = [Entry(f, name=name) for f, name in table.mapping("relative").items()]
    roles = {role: _by_first(entries) for role, entries in found.items()}
    beginning = (
        "relative",
        "quarters",
        "halves",
        "decades",
        "weekdays",
        "seasons",
        "points",
        "century",
        "dayparts",
        "before_hour",
        "am",
        "pm",
    )
    spoken = words_of(numbers)
    hours = {f for f, entries in spoken.roles["cardinals"].items() if 0 < entries[0].value <= 24}
    return DateWords(
        roles,
        {forms[0]: value for forms, value in table.numbers("months").items()},
        table.words("month_doubtful"),
        table.words("month_before"),
        table.words("year_before"),
        table.words("day_before"),
        table.words("links"),
        table.words("decade_suffixes") or frozenset("s"),
        spoken,
        bool(table.content.get("capital_weekdays", True)),
        frozenset(form for role in beginning for form in roles[role]) | hours,
        frozenset(form for role in beginning for entries in roles[role].values() for entry in entries for form in entry.forms) | hours,
    )


def _by_first(entries: Sequence[Entry]) -> Mapping[str, Sequence[Entry]]:
    by_first: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: -len(entry.forms)):
        if entry.forms:
            by_first.setdefault(entry.forms[0], []).append(entry)
    return by_first


def in_half(minutes: int, half: str) -> tuple[float, ...]:
    """Give the minutes of the day, both where neither half is named: "7:30" -> 450, 1170; "7:30 p.m." -> 1170."""
    if half and 60 <= minutes < HALF_DAY + 60:
        return (minutes % HALF_DAY + (HALF_DAY if half == "pm" else 0),)
    return both_halves(minutes)


def both_halves(minutes: float) -> tuple[float, ...]:
    """Give a time before one o'clock in the afternoon also as the evening may have it."""
    return (minutes, (minutes + HALF_DAY) % 1440) if minutes < HALF_DAY + 60 else (minutes,)
