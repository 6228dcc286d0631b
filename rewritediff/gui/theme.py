"""Colours and type of the window: tokens for light and dark, the palette made of them, the fonts of the articles.

Measured by tests/gui/test_theme.py: text has a contrast of 4.5 on all it stands on, glyphs and bars 3; any two inks differ by 8
(CIEDE2000) in normal, protan, deutan and tritan vision. Pastels of equal lightness fail that (1.3 for protan), so lightness differs too.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from rewritediff.core.values import Relation

SERIFS = ["Noto Serif", "Source Serif 4", "Source Serif", "Georgia", "Times New Roman", "DejaVu Serif"]
"""Families for article text, first found first; what they lack in letters Qt takes from others."""
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
    """Around quoted runs of the copied view, and what was copied in its overview."""
    copied_fill: str
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
    finding="#FCA5DA",
    paraphrased_wash="#2B281C",
    omitted_fill="#4C2A25",
    inserted_fill="#1D3453",
    finding_fill="#3C2438",
    copied="#D9A62E",
    copied_fill="#5C4813",
    found="#0F5745",
    found_current="#186E8B",
    same="#3A4048",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}


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


def system_is_dark() -> bool:
    """Tell whether the system asks for dark windows; where it does not say, its window colour tells."""
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme is Qt.ColorScheme.Unknown:
        return QGuiApplication.palette().color(QPalette.ColorRole.Window).lightness() < DARK_BELOW
    return scheme is Qt.ColorScheme.Dark


def article_font(zoom: float = 1.0) -> QFont:
    """Give the font in which articles are read."""
    font = QFont(SERIFS)
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPixelSize(round(ARTICLE_PIXELS * zoom))
    return font


def chrome_font(zoom: float = 1.0) -> QFont:
    """Give the system's font in the size of heads and labels."""
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPixelSize(max(12, round(CHROME_PIXELS * zoom)))
    return font
