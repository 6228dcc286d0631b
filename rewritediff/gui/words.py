"""The words of the window alone: messages, and what its controls are called. Words that reports share stand in `rewritediff.wording`."""

from __future__ import annotations

from rewritediff.core.values import Side
from rewritediff.loaders import readable_suffixes
from rewritediff.wording import Filter

SIDES = {Side.ORIGINAL: "Original", Side.REWRITE: "Rewrite"}

TOO_MANY_FILES = "{count} files were dropped, but a comparison takes one or two: the original first, then the rewrite."
NOTHING_DROPPED = "What was dropped is neither a file on this computer nor a text."
NOTHING_TO_PASTE = "The clipboard holds no text. Copy the article’s text first."
NOTHING_WRITTEN = "There is no text to use yet. Paste or write it in the box."
SAME_SOURCE = "Both sides are the same file"
CLEARED = "Both sides were cleared."
REPLACED = "The {side} was replaced."
SIDE_CLEARED = "The {side} was cleared."
NO_NEXT = "There is no further change below."
NO_PREVIOUS = "There is no further change above."
COPIED = "Copied {words}."
NOTHING_CHOSEN = "Nothing is chosen: click a sentence or mark some text first."
CHOOSE = "Choose the {side}"
STOPPED = "Comparing was stopped."
UNFINISHED = "Comparing could not be finished ({reason}). Both texts are still here."
UNREAD = "“{name}” could not be read ({reason})."
UNEXPECTED = "Something unexpected happened ({reason}). Your texts are still here; details are in the terminal."

SHOW_ALL = "Show all"
FILTER_TIPS = {
    Filter.COUNTERPART: "Show only sentences that have a counterpart",
    Filter.UNCHANGED: "Show only unchanged sentences",
    Filter.LIGHTLY: "Show only lightly reworded sentences",
    Filter.HEAVILY: "Show only heavily reworded sentences",
    Filter.DROPPED: "Show only sentences that were dropped",
    Filter.DROPPED_FURNITURE: "Show only headings and captions that were dropped",
    Filter.NEW: "Show only sentences that are not in the original",
    Filter.NEW_FURNITURE: "Show only headings and captions that are not in the original",
    Filter.MOVED: "Show only what stands in another place",
    Filter.CHECK: "Show only what should be checked",
}

HINT = "F1: all keys"
HEADING = "Compare an article with its rewrite"
LEAD = "See what was taken over, reworded, dropped and added. Your texts stay on this computer."
DROP_HERE = "Drop a file here, or"
OPEN = "Open…"
PASTE = "Paste text"
USE_TEXT = "Use this text"
WRITE_HERE = "Paste or write the {side} here"
BACK = "Back"
CHANGE = "Replace…"
REMOVE = "Remove"
READING = "Reading…"
COMPARE = "Compare"
SAMPLE = "Try the sample"
RECENT = "Compared before"
PASTED_NAME = "Pasted text"
CANCEL = "Cancel"
UNDO = "Undo"
DISMISS = "Dismiss this message"
DROP_ON_SIDE = "Drop to use as the {side}"
DROP_TOO_MANY = "One or two files, please"

STEPS = {
    "sentences": "Cutting both texts into sentences",
    "words": "Reading words",
    "features": "Weighing words",
    "pairs": "Looking for counterparts",
    "evidence": "Looking for counterparts",
    "alignment": "Pairing sentences",
    "passages": "Comparing what was paired",
}
COMPARING = "Comparing"

NO_PASSAGE = "Choose a sentence to read both versions one above the other."
NO_CHANGES = "Nothing to list."
NO_MATCH = "No change holds “{text}”."
FIND_CHANGE = "Filter changes by words"
ALIKE = "words alike: {share}"
MARKED = {"removed": "dashed: gone", "added": "solid: new", "moved": "dotted: moved within", "typographic": "grey dots: typography"}
KEY_TERMS = "bold: words that both versions share"

STEP_SHARES = {
    "sentences": (0.0, 0.17),
    "words": (0.17, 0.37),
    "features": (0.37, 0.45),
    "pairs": (0.45, 0.64),
    "evidence": (0.64, 0.92),
    "alignment": (0.92, 0.94),
    "passages": (0.94, 1.0),
}
"""For each step of the engine from where to where it takes the whole, measured with 20,000 sentences a side."""

KEYS_HEAD = "Keys and signs"
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Texts",
        (
            ("Ctrl+O", "Open the original"),
            ("Ctrl+Shift+O", "Open the rewrite"),
            ("Ctrl+V", "Paste a text, on the start page"),
            ("Ctrl+Shift+S", "Swap both sides"),
            ("Ctrl+N", "Begin anew"),
            ("Ctrl+Z, Ctrl+Shift+Z", "Undo and redo replacing, clearing or swapping"),
        ),
    ),
    (
        "Reading",
        (
            ("F8, Alt+Down, n", "Next change"),
            ("Shift+F8, Alt+Up, p", "Previous change"),
            ("Up, Down", "Sentence by sentence"),
            ("Left, Right", "To the other side"),
            ("Ctrl+C", "Copy what is chosen"),
            ("Ctrl+L", "Filter the list of changes"),
        ),
    ),
    (
        "Window",
        (
            ("Ctrl++, Ctrl+−, Ctrl+0", "Larger, smaller, ordinary size"),
            ("Esc", "Stop, show all again, close this page"),
            ("Tab", "To the next part of the window"),
            ("F1", "This page"),
        ),
    ),
)
SIGNS_HEAD = "Signs beside sentences"
SIGNS_TAIL = (
    ("1→2", "one sentence became two"),
    ("dashed line", "words that are gone"),
    ("solid line", "words that are new"),
    ("dotted line", "words that stand elsewhere in the sentence"),
    ("bold", "words shared by two versions that have little else in common"),
)
CLOSE = "Close"


def side_word(side: Side) -> str:
    """Name a side inside a sentence."""
    return SIDES[side].lower()


def step_words(step: str) -> str:
    """Say what the engine is doing; a step that is not known here is simply comparing."""
    return STEPS.get(step, COMPARING)


def share_done(step: str, share: float) -> float:
    """Guess from a step and its share how much of everything is done."""
    begin, end = STEP_SHARES.get(step, (0.0, 0.0))
    return begin + (end - begin) * share


def file_filter() -> str:
    """Word the kinds of files for a file chooser."""
    return f"Texts ({' '.join(f'*{suffix}' for suffix in readable_suffixes())});;All files (*)"
