"""Colours and type of the window: tokens for each theme, the palette made of them, the fonts of the articles.

Measured by tests/gui/test_theme.py: text has a contrast of 4.5 on all it stands on, glyphs and bars 3; with high contrast it is 7 and 4.5.
Any two inks differ by 10 (CIEDE2000) in normal, protan, deutan and tritan vision, so that no theme needs a second palette for
colour-blind readers. Pastels of equal lightness fail that (1.3 for protan), so lightness differs too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from rewritediff.core.values import Relation
from rewritediff.gui.choices import ThemeChoice, Typeface

SERIFS = ["Noto Serif", "Source Serif 4", "Source Serif", "Georgia", "Times New Roman", "DejaVu Serif"]
"""Families for article text, first found first; what they lack in letters Qt takes from others."""
SANS = ["Noto Sans", "Source Sans 3", "Segoe UI", "Helvetica Neue", "Arial", "DejaVu Sans"]
ARTICLE_PIXELS = 17
CHROME_PIXELS = 13
"""Sizes at zoom 1; nothing is smaller than 12."""
DARK_BELOW = 128
"""Lightness of the system's window colour, 0 to 255, below which an unknown scheme counts as dark."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Hold every colour by what it is for."""

    name: str
    window: str
    paper: str
    edge: str
    """Between paper and window."""
    rule: str
    text: str
    muted: str
    accent: str
    """Keyboard focus, links, chosen buttons."""
    selection: str
    """Behind selected text."""
    current: str
    """Behind the selected row."""
    hover: str
    edited: str
    paraphrased: str
    omitted: str
    inserted: str
    moved: str
    finding: str
    paraphrased_wash: str
    omitted_fill: str
    inserted_fill: str
    finding_fill: str
    copied: str
    """Around quoted runs of the copied view."""
    copied_fill: str
    copied_strip: str
    """What was copied in the overview: as the fill, but seen where it is small."""
    found: str
    """Behind words that were looked for."""
    found_current: str
    """Behind the hit that a person is at; it has a frame too."""
    same: str
    """Unchanged text in the overview: there, so that proportions are right, and no more."""

    def ink(self, relation: Relation) -> str:
        """Give the colour of a relation's bar, glyph and underlines."""
        return {
            Relation.SAME: self.same,
            Relation.EDITED: self.edited,
            Relation.PARAPHRASED: self.paraphrased,
            Relation.OMITTED: self.omitted,
            Relation.INSERTED: self.inserted,
        }[relation]

    @property
    def is_dark(self) -> bool:
        return QColor(self.paper).lightness() < DARK_BELOW


LIGHT = Theme(
    name="light",
    window="#F4F3EF",
    paper="#FFFFFF",
    edge="#D6D4CC",
    rule="#E2E0D9",
    text="#1B1F24",
    muted="#5C636B",
    accent="#2F6DB5",
    selection="#BBD6F7",
    current="#F1F5FA",
    hover="#F6F6F3",
    edited="#878C94",
    paraphrased="#A67A08",
    omitted="#8A2E1D",
    inserted="#0057B6",
    moved="#2F7A6B",
    finding="#892A7B",
    paraphrased_wash="#FCF4DF",
    omitted_fill="#F8DCD5",
    inserted_fill="#DBE8FB",
    finding_fill="#F3E6F3",
    copied="#9A6700",
    copied_fill="#FBE29A",
    copied_strip="#EDBE3A",
    found="#93C47C",
    found_current="#C6FF1A",
    same="#D9D7D0",
)
DARK = Theme(
    name="dark",
    window="#121417",
    paper="#1C2025",
    edge="#343A42",
    rule="#30353C",
    text="#E4E6E9",
    muted="#A3ABB5",
    accent="#7FB2F0",
    selection="#2F5482",
    current="#242C36",
    hover="#22272D",
    edited="#7E858E",
    paraphrased="#DBBC44",
    omitted="#E08A78",
    inserted="#75A6FF",
    moved="#4FCFB0",
    finding="#FF4DC3",
    paraphrased_wash="#2B281C",
    omitted_fill="#4C2A25",
    inserted_fill="#1D3453",
    finding_fill="#3C2438",
    copied="#D9A62E",
    copied_fill="#5C4813",
    copied_strip="#8F7020",
    found="#0F5745",
    found_current="#186E8B",
    same="#3A4048",
)
CONTRAST_LIGHT = Theme(
    name="contrast-light",
    window="#FFFFFF",
    paper="#FFFFFF",
    edge="#5A5A5A",
    rule="#C4C4C4",
    text="#000000",
    muted="#333333",
    accent="#0033B8",
    selection="#8FBBFF",
    current="#E6F0FF",
    hover="#F2F2F2",
    edited="#35373B",
    paraphrased="#9E5D00",
    omitted="#79230F",
    inserted="#041ADB",
    moved="#1E6141",
    finding="#511357",
    paraphrased_wash="#FFF3C8",
    omitted_fill="#FFD9CF",
    inserted_fill="#C2DAFF",
    finding_fill="#F6DFF6",
    copied="#8A5500",
    copied_fill="#FFD966",
    copied_strip="#F5BE1E",
    found="#93C47C",
    found_current="#B188FE",
    same="#B8B8B8",
)
CONTRAST_DARK = Theme(
    name="contrast-dark",
    window="#000000",
    paper="#000000",
    edge="#A0A0A0",
    rule="#3C3C3C",
    text="#FFFFFF",
    muted="#D6D6D6",
    accent="#8CC4FF",
    selection="#004A99",
    current="#303030",
    hover="#1A1A1A",
    edited="#858D94",
    paraphrased="#EEDF5D",
    omitted="#E37252",
    inserted="#4A87FF",
    moved="#4DD092",
    finding="#FF80CE",
    paraphrased_wash="#2A2200",
    omitted_fill="#4A1508",
    inserted_fill="#06264F",
    finding_fill="#3F0A33",
    copied="#FFD966",
    copied_fill="#5C4813",
    copied_strip="#94741F",
    found="#0F5745",
    found_current="#6F0EEB",
    same="#4A4A4A",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)}


@dataclass(frozen=True, slots=True)
class SystemLook:
    """Hold what the system asks of a window."""

    dark: bool = False
    contrast: bool = False


def theme_for(choice: ThemeChoice, system: SystemLook) -> Theme:
    """Choose the theme that a person, or for them the system, asks for."""
    if choice is ThemeChoice.SYSTEM:
        names = ("contrast-light", "contrast-dark") if system.contrast else ("light", "dark")
        return THEMES[names[system.dark]]
    return THEMES[choice.value]


def palette(theme: Theme) -> QPalette:
    """Make the palette of all native parts, for the Fusion style."""
    made = QPalette()
    role = QPalette.ColorRole
    colours = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.paper,
        role.AlternateBase: theme.window,
        role.ToolTipBase: theme.paper,
        role.ToolTipText: theme.text,
        role.Text: theme.text,
        role.PlaceholderText: theme.muted,
        role.Button: theme.paper,
        role.ButtonText: theme.text,
        role.BrightText: theme.finding,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.LinkVisited: theme.accent,
        role.Light: theme.paper,
        role.Midlight: theme.rule,
        role.Mid: theme.edge,
        role.Dark: theme.edge,
        role.Shadow: theme.edge,
    }
    for name, colour in colours.items():
        made.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(theme.edited))
    return made


def system_look() -> SystemLook:
    """Ask the system what it wants windows to look like."""
    return SystemLook(_system_is_dark(), _system_wants_contrast())


def tell_system(choice: ThemeChoice, theme: Theme) -> None:
    """Let the system draw title bars to match, where it can; following it, leave them to the system."""
    scheme = Qt.ColorScheme.Dark if theme.is_dark else Qt.ColorScheme.Light
    QGuiApplication.styleHints().setColorScheme(Qt.ColorScheme.Unknown if choice is ThemeChoice.SYSTEM else scheme)


def connect_system_look(changed: Callable[[], None]) -> None:
    """Call a function whenever the system asks for another look."""
    hints = QGuiApplication.styleHints()
    hints.colorSchemeChanged.connect(changed)
    if hasattr(hints, "accessibility"):
        found = hints.accessibility()
        found.contrastPreferenceChanged.connect(changed)


def _system_wants_contrast() -> bool:
    hints = QGuiApplication.styleHints()  # kept in a variable: what is taken from a passing object is deleted with it
    if not hasattr(hints, "accessibility"):  # before Qt 6.10
        return False
    found = hints.accessibility()
    return found.contrastPreference() is Qt.ContrastPreference.HighContrast


def _system_is_dark() -> bool:
    """Tell whether the system asks for dark windows; where it does not say, its window colour tells."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < DARK_BELOW
    return scheme is Qt.ColorScheme.Dark


def article_font(zoom: float = 1.0, typeface: Typeface = Typeface.SERIF) -> QFont:
    """Give the font in which articles are read."""
    if typeface is Typeface.SYSTEM:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    else:
        font = QFont(SERIFS if typeface is Typeface.SERIF else SANS)
        font.setStyleHint(QFont.StyleHint.Serif if typeface is Typeface.SERIF else QFont.StyleHint.SansSerif)
    font.setPixelSize(round(ARTICLE_PIXELS * zoom))
    return font


def chrome_font(zoom: float = 1.0) -> QFont:
    """Give the system's font in the size of heads and labels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(max(12, round(CHROME_PIXELS * zoom)))
    return font
