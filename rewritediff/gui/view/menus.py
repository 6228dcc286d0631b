"""What can be done with a passage, where it stands: every entry is an action that has a key, or stands in the main menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from rewritediff.gui.choices import Tab
from rewritediff.gui.view.actions import Actions


def passage_menu(parent: QWidget, actions: Actions, *, in_texts: bool, elsewhere: bool) -> QMenu:
    """Make the menu of the selected passage; what needs its rows is left out outside the texts, the other end where there is none."""
    menu = QMenu(parent)
    menu.addActions([actions.copy, actions.copy_note] if in_texts else [actions.copy_note])
    menu.addSeparator()
    menu.addAction(actions.tabs[Tab.PAIR])
    if elsewhere:
        menu.addAction(actions.other_end)
    menu.addSeparator()
    menu.addActions([actions.next_alike, actions.previous_alike, actions.filter_alike])
    return menu


def show_menu(menu: QMenu, place: QPoint) -> None:
    """Show a menu until something is chosen or it is left, and forget it then."""
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
