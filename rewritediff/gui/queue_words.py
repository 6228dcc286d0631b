"""The words of what is to check: the list of findings, verdicts about them, and the house's own list."""

from __future__ import annotations

from rewritediff.core.values import Strength

NO_FINDINGS = "Nothing was found to check."
VERDICTS_DAMAGED = "What you had decided about this pair could not be read. The file was put aside: {path}"
NOT_KEPT = "Your verdicts could not be kept ({reason}). They stay until the window is closed."
TAKEN_BACK = "Taken back."
NOTHING_TO_TAKE_BACK = "There is nothing to take back."
TAKE_BACK_HINT = "Backspace takes it back."
QUEUE_NAME = "To check"
STRENGTHS_NAME = "What is listed"
STRENGTHS_SHOWN = {
    Strength.CHECK: ("Check", "List only what is to be checked"),
    Strength.LOOK: ("+ Look", "List what is to be looked at, too"),
    Strength.NOTE: ("All", "List everything, notes too"),
}
NONE_SO_STRONG = "Nothing of this strength was found; “All” shows the rest."
NOWHERE = "new"
DROPPED = "dropped"
FINE_BUTTON = ("Fine", "Looked at, and all right (Y)")
ASK_BUTTON = ("Ask", "The author is to be asked (A)")
DISMISS_BUTTON = ("Dismiss", "Needs no attention; a reason can be given (D)")
BACK_BUTTON = ("Take back", "Take back what was decided about this (Backspace)")
MORE = "More that can be done with this"
REASON = "Reason, if any"
REASON_KEYS = "Enter: dismiss · Shift+Enter: all like this"
CHOOSE_CARD = "F7 leads from one to the next, to its words in both texts."
FINE_ENTRY = "Fine\tY"
ASK_ENTRY = "Ask the author\tA"
DISMISS_ENTRY = "Dismiss…\tD"
ALIKE_ENTRY = "Dismiss all like this\tShift+D"
BACK_ENTRY = "Take back\tBackspace"
COPY_QUESTION = "Copy the question\tCtrl+C"
COPY_QUESTIONS = "Copy all questions to ask"

NOT_ASKED = "Findings could not be looked for anew ({reason}); the house list is as before."
HOUSE_ADDED = "Added to the house list: {entries}."
HOUSE_TAKEN_OUT = "Taken out of the house list: “{entry}”."
HOUSE_LIST = "House list"
HOUSE_READ = "The house list was read from {path}."
HOUSE_OPENED = "Edit the house list, save it, and choose “Read the house list again”: {path}"
HOUSE_UNREAD = "The house list was not read. {reason}"
TAKE_OUT = "Take “{entry}” out of the house list"
CHOOSE_HOUSE = "Choose a house list"
HOUSE_FILTER = "House lists (*.txt);;All files (*)"
TREAT_AS_SAME = "Treat as the same: {terms}"
IGNORE_TERM = "Ignore “{term}” from now on"
