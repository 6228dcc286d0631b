"""What units measure and how they convert: "1.4 m" is "140 cm", and "100 km" about "60 miles". Names of units stand in the tables."""

from __future__ import annotations

from typing import NamedTuple


class Unit(NamedTuple):
    """Describe a unit: what it measures, how much of the base unit it is, and the system that it rounds in."""

    dimension: str
    factor: float
    system: str = ""


UNITS: dict[str, Unit] = {
    "mm": Unit("length", 0.001),
    "cm": Unit("length", 0.01),
    "m": Unit("length", 1),
    "km": Unit("length", 1000),
    "inch": Unit("length", 0.0254, "imperial"),
    "ft": Unit("length", 0.3048, "imperial"),
    "yd": Unit("length", 0.9144, "imperial"),
    "mi": Unit("length", 1609.344, "imperial"),
    "nmi": Unit("length", 1852, "nautical"),
    "m2": Unit("area", 1),
    "km2": Unit("area", 1e6),
    "ha": Unit("area", 1e4),
    "acre": Unit("area", 4046.86, "imperial"),
    "ft2": Unit("area", 0.092903, "imperial"),
    "mi2": Unit("area", 2.58999e6, "imperial"),
    "ml": Unit("volume", 0.001),
    "l": Unit("volume", 1),
    "m3": Unit("volume", 1000),
    "gal": Unit("volume", 3.78541, "imperial"),
    "barrel": Unit("volume", 158.987, "barrel"),
    "mg": Unit("mass", 1e-6),
    "g": Unit("mass", 0.001),
    "kg": Unit("mass", 1),
    "t": Unit("mass", 1000),
    "lb": Unit("mass", 0.453592, "imperial"),
    "oz": Unit("mass", 0.0283495, "imperial"),
    "s": Unit("time", 1),
    "min": Unit("time", 60),
    "h": Unit("time", 3600),
    "day": Unit("time", 86400),
    "week": Unit("time", 604800),
    "fortnight": Unit("time", 1209600),
    "month": Unit("time", 2629800, "calendar"),
    "year": Unit("time", 31557600, "calendar"),
    "decade": Unit("time", 315576000, "calendar"),
    "century": Unit("time", 3155760000, "calendar"),
    "ms": Unit("time", 0.001),
    "kmh": Unit("speed", 1),
    "mph": Unit("speed", 1.609344, "imperial"),
    "ms-1": Unit("speed", 3.6),
    "kn": Unit("speed", 1.852, "nautical"),
    "w": Unit("power", 1),
    "kw": Unit("power", 1e3),
    "mw": Unit("power", 1e6),
    "gw": Unit("power", 1e9),
    "kwh": Unit("energy", 1e3),
    "mwh": Unit("energy", 1e6),
    "gwh": Unit("energy", 1e9),
    "kb": Unit("bytes", 1e3),
    "mb": Unit("bytes", 1e6),
    "gb": Unit("bytes", 1e9),
    "tb": Unit("bytes", 1e12),
    "celsius": Unit("temperature", 1),
    "fahrenheit": Unit("temperature", 1, "imperial"),
    "degree": Unit("degree", 1),
    "cent": Unit("cent", 1),
}
PERCENT, POINTS, TIMES = "%", "points", "times"
EXACT = 1e-6
CONVERTED = 0.08
"""Values in units of two systems are the same when they differ by less: "100 km (60 miles)" are 3.4 % apart, "four weeks" and a month 8."""
SYMBOLS = {
    **{name: name for name in UNITS if len(name) < 4 and name != "day"},
    "kph": "kmh",
    "lbs": "lb",
    "hr": "h",
    "hrs": "h",
    "mins": "min",
    "secs": "s",
    "sec": "s",
    "km²": "km2",
}
"""Abbreviations that most languages share, folded."""


class Amount(NamedTuple):
    """Hold a value with its unit, a currency or nothing; ordinals and plain counts have none."""

    value: float
    unit: str = ""

    @property
    def dimension(self) -> str:
        known = UNITS.get(self.unit)
        return known.dimension if known else self.unit

    @property
    def base(self) -> float:
        """Give the value in the base unit of its dimension."""
        if self.unit == "fahrenheit":
            return (self.value - 32) / 1.8
        known = UNITS.get(self.unit)
        return self.value * known.factor if known else self.value


def near(first: float, second: float, share: float) -> bool:
    """Tell whether two values differ by no more than a share of the greater one."""
    return abs(first - second) <= share * max(abs(first), abs(second))


def same(first: Amount, second: Amount) -> bool:
    """Tell whether two amounts may be the same; without a unit any will do: "aged 58" is "58 years old"."""
    if not first.unit or not second.unit or first.unit == second.unit:
        return near(first.value, second.value, EXACT)
    if first.dimension != second.dimension:
        return False
    if first.dimension == "temperature":
        return abs(first.base - second.base) < 1
    one, other = UNITS[first.unit], UNITS[second.unit]
    return near(first.base, second.base, EXACT if one.system == other.system else CONVERTED)


def key_of(amount: Amount) -> str:
    """Name an amount, the same in whichever unit of its dimension it is given: "1.4 m" and "140 cm" are "1.4 length"."""
    return f"{amount.base:.6g} {amount.dimension}".strip()
