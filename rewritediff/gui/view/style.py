"""The style sheet of the native parts: flat buttons, hair lines, a focus that is seen."""

from __future__ import annotations

from string import Template

from rewritediff.gui.theme import Theme

SHEET = Template("""
QMainWindow, QStackedWidget > QWidget, #page { background: $window; }
#toolbar, #statusLine { background: $paper; }
#toolbar { border-bottom: 1px solid $edge; }
#statusLine { border-top: 1px solid $edge; }
#statusLine QLabel { color: $muted; font-size: 12px; }

QToolButton, QPushButton { border: 1px solid transparent; border-radius: 6px; padding: 5px 9px; background: transparent; color: $text; }
QPushButton { background: $paper; border-color: $edge; padding: 6px 13px; }
QPushButton[role="main"] { background: $accent; border-color: $accent; color: $on_accent; font-weight: 600; }
QPushButton[role="main"]:disabled { background: $paper; border-color: $edge; }
QPushButton[role="small"] { background: $paper; border-color: $edge; padding: 3px 9px; }
#cardFoot { background: $paper; border: none; border-top: 1px solid $edge; }
QPushButton[role="quiet"] { background: transparent; border-color: transparent; color: $accent; padding: 4px 0; text-align: left; }
QToolButton:hover, QPushButton:hover { background: $hover; }
QPushButton[role="main"]:hover { background: $accent; }
#showAll { margin-left: 14px; padding: 3px 0 5px 0; font-size: 14px; }
QPushButton[role="quiet"]:hover { text-decoration: underline; }
QToolButton:pressed, QPushButton:pressed { background: $current; }
QToolButton:checked { background: $current; border-color: $edge; }
#segmented { background: $rule; border-radius: 7px; }
#segmented QToolButton { border-radius: 5px; padding: 3px 11px; color: $muted; }
#segmented QToolButton:checked { background: $paper; border-color: $edge; color: $text; }
#segmented QToolButton:focus { border-color: $accent; }
#stepper { padding: 1px 7px; }
QSpinBox { background: $paper; border: 1px solid $faint; border-radius: 6px; min-height: 22px; }
QSpinBox:focus { border-color: $accent; }
QSpinBox::up-button, QSpinBox::down-button { subcontrol-origin: border; width: 0; height: 0; border: none; }
QSpinBox QLineEdit { border: none; border-radius: 0; padding: 0; background: transparent; }
QToolButton:focus, QPushButton:focus, QPushButton[role="quiet"]:focus { border-color: $accent; }
QPushButton[role="main"]:focus { border: 2px solid $text; padding: 5px 12px; }
QToolButton:disabled, QPushButton:disabled { color: $faint; }
QToolButton::menu-indicator { image: none; width: 0; }

#dropArea { background: $paper; border: 1px dashed $faint; border-radius: 10px; }
#dropArea[state="loaded"], #dropArea[state="loading"] { border: 1px solid $edge; }
#dropArea[state="failed"] { border: 1px solid $omitted; }
#dropArea QLabel[role="side"] { font-weight: 600; font-size: 15px; }
#heading { font-size: 22px; font-weight: 600; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="problem"] { color: $omitted; }
QLabel[role="why"] { color: $muted; font-size: 12px; }
#readingPanel { background: $paper; border: 1px solid $faint; border-radius: 8px; }
#panelPage { background: $paper; }
#readingPanel QScrollArea { background: $paper; }
#blockList { border: 1px solid $edge; border-radius: 6px; }
QLabel[role="strong"] { font-weight: 600; }

#messageBar { background: $paper; border-bottom: 1px solid $edge; }
#messageBar[tone="problem"] { background: $omitted_fill; }
#progressLine { background: $paper; border-bottom: 1px solid $edge; }
QProgressBar { background: $rule; border: none; border-radius: 2px; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }

#findBar { background: $paper; border: 1px solid $edge; border-bottom: none; border-top-left-radius: 8px; border-top-right-radius: 8px; }
#paper { background: $paper; border: 1px solid $edge; border-radius: 8px; }
QTabBar { font-size: 13px; qproperty-drawBase: 0; }
QTabWidget::pane { border: none; border-top: 1px solid $edge; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar::handle:vertical { background: $edge; min-height: 32px; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical:hover { background: $faint; }
QScrollBar::add-line:vertical, QScrollBar::sub-line:vertical { height: 0; }
QScrollBar::add-page:vertical, QScrollBar::sub-page:vertical { background: none; }
QTabBar::tab { background: transparent; color: $muted; padding: 7px 3px; margin-right: 7px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: $text; font-weight: 600; border-bottom-color: $text; }
QTabBar::tab:focus { color: $accent; border-bottom-color: $accent; }
QLineEdit, QPlainTextEdit { background: $paper; border: 1px solid $edge; border-radius: 6px; padding: 5px 7px;
  selection-background-color: $selection; selection-color: $text; }
QLineEdit:focus, QPlainTextEdit:focus { border-color: $accent; }
QTextBrowser, QListView { background: transparent; border: 1px solid transparent;
  selection-background-color: $selection; selection-color: $text; }
QTextBrowser:focus, QListView:focus { border: 1px solid $accent; border-radius: 4px; }
QSplitter::handle { background: transparent; }
QSplitter::handle:hover { background: $rule; }
QToolTip { background: $paper; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu { background: $paper; color: $text; border: 1px solid $edge; padding: 4px; }
QMenu::item { padding: 5px 26px 5px 22px; border-radius: 4px; }
QMenu::item:selected { background: $current; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $rule; margin: 4px 8px; }
""")


def style_sheet(theme: Theme) -> str:
    """Fill the style sheet with the colours of a theme."""
    return SHEET.substitute(
        window=theme.window,
        paper=theme.paper,
        edge=theme.edge,
        rule=theme.rule,
        text=theme.text,
        muted=theme.muted,
        accent=theme.accent,
        on_accent=theme.window if theme.is_dark else theme.paper,
        hover=theme.hover,
        current=theme.current,
        selection=theme.selection,
        faint=theme.edited,
        omitted=theme.omitted,
        omitted_fill=theme.omitted_fill,
    )
