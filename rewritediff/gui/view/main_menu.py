"""The main menu behind the toolbar's last button, and the menu bar that macOS shows instead: which action stands where."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from rewritediff.gui import queue_words, words
from rewritediff.gui.view.actions import Actions


def fill_menu(menu: QMenu, actions: Actions) -> None:
    """Fill the menu behind the toolbar's last button."""
    menu.addActions([actions.sample, actions.paste, actions.paste_plain, actions.reload])
    menu.addActions([actions.clear, actions.undo, actions.redo, actions.answer, *actions.how_read.values()])
    menu.addSeparator()
    menu.addActions([actions.copy, actions.copy_note, actions.find, actions.find_change])
    menu.addSeparator()
    menu.addActions([actions.previous_change, actions.next_change, actions.previous_finding, actions.next_finding])
    menu.addMenu(_going_menu(menu, actions))
    menu.addSeparator()
    menu.addActions([*actions.views.values(), *actions.layouts.values(), actions.turn_layout, actions.folds])
    menu.addSeparator()
    menu.addActions([actions.word_marks, actions.typography, actions.larger, actions.smaller, actions.ordinary])
    for submenu in _look_menus(menu, actions):
        menu.addMenu(submenu)
    menu.addMenu(_house_menu(menu, actions))
    menu.addSeparator()
    menu.addActions([actions.keys, actions.leave])


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Fill the menu bar that macOS shows at the top of the screen."""
    texts, reading, window = bar.addMenu("Texts"), bar.addMenu("Reading"), bar.addMenu("View")
    texts.addActions([actions.open_original, actions.open_rewrite, actions.paste, actions.paste_plain])
    texts.addActions([actions.reload, actions.swap, actions.sample, actions.clear])
    texts.addActions([*actions.how_read.values(), actions.leave])
    reading.addActions([actions.answer, actions.undo, actions.redo, actions.copy, actions.copy_note, actions.find, actions.find_change])
    reading.addActions([actions.previous_change, actions.next_change, actions.previous_finding, actions.next_finding])
    reading.addMenu(_going_menu(reading, actions))
    reading.addMenu(_house_menu(reading, actions))
    window.addActions([*actions.views.values(), *actions.layouts.values(), actions.turn_layout, actions.folds])
    window.addActions([actions.word_marks, actions.typography, actions.larger, actions.smaller, actions.ordinary, actions.keys])
    for submenu in _look_menus(window, actions):
        window.addMenu(submenu)


def _going_menu(parent: QWidget, actions: Actions) -> QMenu:
    menu = QMenu("Go to", parent)
    menu.addActions([actions.next_alike, actions.previous_alike, actions.filter_alike, actions.other_end])
    menu.addActions([actions.find_next, actions.find_previous, *actions.tabs.values()])
    return menu


def _house_menu(parent: QWidget, actions: Actions) -> QMenu:
    menu = QMenu(queue_words.HOUSE_LIST, parent)
    menu.addActions([actions.open_house, actions.choose_house, actions.reload_house])
    return menu


def _look_menus(parent: QWidget, actions: Actions) -> tuple[QMenu, QMenu]:
    theme, typeface = QMenu(words.THEME, parent), QMenu(words.TYPEFACE, parent)
    theme.addActions(list(actions.themes.values()))
    typeface.addActions(list(actions.typefaces.values()))
    return theme, typeface
