"""What a person can choose for the whole window: looks, layout, what is painted, what the panel shows, size."""

from __future__ import annotations

from enum import Enum


class ThemeChoice(Enum):
    """Say which theme a person wants."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST_LIGHT = "contrast-light"
    CONTRAST_DARK = "contrast-dark"


class Typeface(Enum):
    """Say in what kind of letters articles are set."""

    SERIF = "serif"
    SANS = "sans"
    SYSTEM = "system"


class Layout(Enum):
    """Say how both texts are laid out: passage level with passage, or each flowing on its own."""

    ALIGNED = "aligned"
    READING = "reading"


class View(Enum):
    """Name what is painted on the texts: what changed, or what was taken over word for word."""

    CHANGES = "changes"
    COPIED = "copied"


class Tab(Enum):
    """Name what the panel beside the texts shows."""

    CHECK = "check"
    PAIR = "pair"
    CHANGES = "changes"
    OUTLINE = "outline"


ZOOMS = (60, 70, 80, 90, 100, 110, 125, 150, 175, 200, 250)
"""Percent, between the least and the most that the comparison view shows."""
