"""What one house treats as the same, and what it never wants to be told of: handed in, never read here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class House:
    """Hold a house's own list for findings; words and phrases as they are written, case and typography aside."""

    equivalents: tuple[tuple[str, ...], ...] = ()
    """Groups of words or phrases that mean the same: ("Kyiv", "Kiev")."""
    ignored: tuple[str, ...] = ()
    """Words or phrases that no finding is raised for."""

    def __bool__(self) -> bool:
        return bool(self.equivalents or self.ignored)


NO_HOUSE = House()
