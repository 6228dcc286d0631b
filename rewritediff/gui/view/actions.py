"""Everything that can be done, once: its words, its keys; toolbar, menus and keys share it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QWidget

from rewritediff.core.values import Side
from rewritediff.gui import words
from rewritediff.gui.choices import Layout, Tab, ThemeChoice, Typeface, View
from rewritediff.gui.lines import has_key, lines
from rewritediff.gui.shown import can_swap, layout
from rewritediff.gui.sources import Loaded, loaded
from rewritediff.gui.state import State, is_busy
from rewritediff.gui.telling_words import HOW_READ_OF
from rewritediff.gui.words import LAYOUTS, TAB_NAMES

NEXT = {View.CHANGES: "Next change", View.COPIED: "Next run"}
PREVIOUS = {View.CHANGES: "Previous change", View.COPIED: "Previous run"}
Standard = QKeySequence.StandardKey
Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Actions:
    """Hold the actions of the window."""

    open_original: QAction
    open_rewrite: QAction
    paste: QAction
    paste_plain: QAction
    answer: QAction
    reload: QAction
    swap: QAction
    clear: QAction
    sample: QAction
    undo: QAction
    redo: QAction
    copy: QAction
    find: QAction
    find_next: QAction
    find_previous: QAction
    find_change: QAction
    copy_note: QAction
    other_end: QAction
    next_alike: QAction
    previous_alike: QAction
    filter_alike: QAction
    tabs: dict[Tab, QAction]
    next_change: QAction
    previous_change: QAction
    next_finding: QAction
    previous_finding: QAction
    word_marks: QAction
    typography: QAction
    folds: QAction
    views: dict[View, QAction]
    larger: QAction
    smaller: QAction
    ordinary: QAction
    layouts: dict[Layout, QAction]
    turn_layout: QAction
    themes: dict[ThemeChoice, QAction]
    typefaces: dict[Typeface, QAction]
    open_house: QAction
    choose_house: QAction
    reload_house: QAction
    how_read: dict[Side, QAction]
    keys: QAction
    menu: QAction
    leave: QAction

    def show_state(self, state: State) -> None:
        """Enable what can be done now, and tick what is on."""
        compared = state.comparison is not None
        reads = compared and not state.keys_shown
        reading = (self.next_change, self.previous_change, self.copy, self.find_change, self.find, self.find_next, self.find_previous)
        for action in (*reading, *self.tabs.values(), *self.views.values()):
            action.setEnabled(reads)
        for action in (self.copy_note, self.other_end, self.next_alike, self.previous_alike, self.filter_alike):
            action.setEnabled(reads and state.selected is not None)
        for action in (self.next_finding, self.previous_finding):
            action.setEnabled(reads and bool(state.comparison and state.comparison.findings))
        changes = state.view is View.CHANGES
        self.word_marks.setEnabled(reads and changes)
        self.typography.setEnabled(reads and changes and state.word_marks)
        self.folds.setEnabled(reads and not (changes and state.filter) and layout(state) is Layout.ALIGNED)
        self.views[state.view].setChecked(True)
        for action, said in ((self.next_change, NEXT), (self.previous_change, PREVIOUS)):
            action.setText(said[state.view])
            action.setIconText(said[state.view])
        for side, action in self.how_read.items():
            action.setEnabled(loaded(state.sides[side]) is not None and not state.keys_shown)
        self.open_house.setEnabled(bool(state.house_file))
        for action in (self.paste, self.paste_plain):
            action.setEnabled(not compared and not state.keys_shown)
        self.answer.setEnabled(not any(state.writing) and any(map(has_key, lines(state))))
        self.reload.setEnabled(any(isinstance(slot, Loaded) and slot.newer for slot in state.sides))
        self.swap.setEnabled(can_swap(state))
        self.clear.setEnabled(can_swap(state) or is_busy(state))
        self.undo.setEnabled(bool(state.past))
        self.redo.setEnabled(bool(state.future))
        self.word_marks.setChecked(state.word_marks)
        self.typography.setChecked(state.typography)
        self.themes[state.theme].setChecked(True)
        self.typefaces[state.typeface].setChecked(True)
        for chosen, action in self.layouts.items():
            action.setChecked(chosen is layout(state))
        for action in (*self.layouts.values(), self.turn_layout):
            action.setEnabled(compared and not state.keys_shown)


def make_actions(window: QWidget) -> Actions:
    """Make the actions and give them to a window, so that their keys work everywhere in it."""

    def make(text: str, *keys: QKeySequence | Standard | str, tip: str = "", icon_text: str = "", checkable: bool = False) -> QAction:
        action = QAction(text, window)
        action.setIconText(icon_text or text)  # else a button would lose the dots
        action.setShortcuts([QKeySequence(key) for key in keys])
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{tip or text.rstrip('…')} ({shown})" if shown else tip or text)
        action.setIconVisibleInMenu(False)
        action.setCheckable(checkable)
        window.addAction(action)
        return action

    return Actions(
        open_original=make("Original…", Standard.Open, tip="Open the original"),
        open_rewrite=make("Rewrite…", "Ctrl+Shift+O", tip="Open the rewrite"),
        paste=make("Paste a text", Standard.Paste),
        paste_plain=make("Paste only the words", "Ctrl+Shift+V", tip="Paste without headings, lists and tables"),
        answer=make("Take what the line offers", words.ANSWER_KEY, "Ctrl+Return"),
        reload=make("Reload what has changed", "F5", tip="Read again what has changed on the disk"),
        swap=make("Swap", "Ctrl+Shift+S", tip="Make the original the rewrite and the rewrite the original"),
        clear=make("Begin anew", Standard.New, tip="Clear both sides"),
        sample=make("Try the sample", "Ctrl+Shift+E"),
        undo=make("Undo", Standard.Undo),
        redo=make("Redo", "Ctrl+Shift+Z", "Ctrl+Y"),
        copy=make("Copy", Standard.Copy, tip="Copy what is chosen, or both versions of the selected sentence"),
        find=make("Find…", Standard.Find, tip="Find words in both texts"),
        find_next=make("Next hit", "F3"),
        find_previous=make("Previous hit", "Shift+F3"),
        copy_note=make("Copy as note", "Ctrl+Shift+C", tip="Copy both versions with their places, to paste into a mail"),
        other_end=make("To the other end", "Ctrl+J", tip="To where what moved left or came to, and back"),
        next_alike=make("Next of this kind", "Ctrl+F8", "J"),
        previous_alike=make("Previous of this kind", "Ctrl+Shift+F8", "K"),
        filter_alike=make("Show only this kind", "Ctrl+K"),
        tabs=_tabs(make),
        find_change=make("Filter the list of changes", "Ctrl+L"),
        next_change=make(NEXT[View.CHANGES], "F8", "Alt+Down", "N"),
        previous_change=make(PREVIOUS[View.CHANGES], "Shift+F8", "Alt+Up", "P"),
        next_finding=make("Next to check", "F7", "F", tip="To the next thing to check or look at, the gravest first"),
        previous_finding=make("Previous to check", "Shift+F7", "Shift+F", tip="To the thing to check or look at before"),
        word_marks=make("Mark words", "W", icon_text="Words", tip="Mark words that are gone, new or moved", checkable=True),
        typography=make(
            "Mark typography", "T", icon_text="Typography", tip="Mark differences of quotes, hyphens, case and spacing", checkable=True
        ),
        folds=make("Fold or unfold all", "U", tip="Fold or unfold all long runs of sentences of one kind"),
        views={
            View.CHANGES: make("Changes", tip="Show what was dropped, reworded, moved or is new", checkable=True),
            View.COPIED: make("Copied", "C", tip="Show what was taken over word for word", checkable=True),
        },
        larger=make("Larger", Standard.ZoomIn, "Ctrl+="),
        smaller=make("Smaller", Standard.ZoomOut),
        ordinary=make("Ordinary size", "Ctrl+0"),
        layouts={layout_: make(name, tip=tip, checkable=True) for layout_, (name, tip) in LAYOUTS.items()},
        turn_layout=make("Turn to the other layout", "L"),
        themes=_choices(window, words.THEMES),
        typefaces=_choices(window, words.TYPEFACES),
        open_house=make("Open the house list…", tip="What is treated as the same, and what is ignored"),
        choose_house=make("Choose another house list…"),
        reload_house=make("Read the house list again"),
        how_read={
            side: make(HOW_READ_OF.format(side=words.side_word(side)), key, tip="What was left out, and other ways to read it")
            for side, key in ((Side.ORIGINAL, "Ctrl+I"), (Side.REWRITE, "Ctrl+Shift+I"))
        },
        keys=make("Keys and signs", "F1"),
        menu=make(words.MENU, "F10"),
        leave=make("Quit", "Ctrl+Q"),
    )


def _tabs(make: Callable[..., QAction]) -> dict[Tab, QAction]:
    return {tab: make(f"{name} panel", f"Ctrl+{number}") for number, (tab, name) in enumerate(TAB_NAMES.items(), start=1)}


def _choices(window: QWidget, names: Mapping[Choice, str]) -> dict[Choice, QAction]:
    group = QActionGroup(window)
    made = {}
    for choice, name in names.items():
        made[choice] = QAction(name, group)
        made[choice].setCheckable(True)
    return made


def tab_index(tab: Tab) -> int:
    """Give the place of a tab."""
    return list(Tab).index(tab)
