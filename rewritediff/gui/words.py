"""The words of the window alone: messages, and what its controls are called. Words that reports share stand in `rewritediff.wording`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rewritediff.core.values import Side, Strength
from rewritediff.gui.messages import Offer
from rewritediff.gui.sources import Address, Empty, Slot
from rewritediff.gui.state import Layout, Tab, ThemeChoice, Typeface
from rewritediff.wording import Filter, counted

if TYPE_CHECKING:
    from rewritediff.loaders.formats import Format

SIDES = {Side.ORIGINAL: "Original", Side.REWRITE: "Rewrite"}

TOO_MANY_FILES = "{count} files were dropped, but a comparison takes one or two: the original first, then the rewrite."
NOTHING_DROPPED = "What was dropped is neither a file on this computer nor a text."
NOTHING_WRITTEN = "There is no text to use yet. Paste or write it in the box."
CLEARED = "Both sides were cleared."
REPLACED = "The {side} was replaced."
READ_AGAIN = "The {side} was read again. Undo (Ctrl+Z) brings the earlier reading back."
CHOSEN = "Only what you chose of the {side} is compared. Undo (Ctrl+Z) brings the rest back."
NOTHING_LEFT_OUT = "All paragraphs of the {side} are compared."
NOTHING_TO_COMPARE = "Nothing would be left to compare. Tick at least one paragraph that has words."
SIDE_CLEARED = "The {side} was cleared."
CHANGED = "“{name}” has changed on the disk."
GONE = "“{name}” is no longer there; what was read stays."
FETCH = "Fetch {address} from\u00a0the\u00a0web?"
FETCH_AS = "Fetch {address} from the web as the {side}?"
HAS_TRACKED = "“{name}” has tracked changes."
READING_SIDES = "Reading {names}…"
FETCHING = "Fetching {names}…"
AND = " and "
NO_NEXT = "There is no further change below."
NO_PREVIOUS = "There is no further change above."
NO_NEXT_RUN = "There is no further copied run below."
NO_PREVIOUS_RUN = "There is no further copied run above."
NO_FINDINGS = "Nothing was found to check."
VERDICTS_DAMAGED = "What you had decided about this pair could not be read. The file was put aside: {path}"
NOT_KEPT = "Your verdicts could not be kept ({reason}). They stay until the window is closed."
TAKEN_BACK = "Taken back."
NOTHING_TO_TAKE_BACK = "There is nothing to take back."
TAKE_BACK_HINT = "Backspace takes it back."
NOT_ASKED = "Findings could not be looked for anew ({reason}); the house list is as before."
HOUSE_ADDED = "Added to the house list: {entries}."
HOUSE_TAKEN_OUT = "Taken out of the house list: “{entry}”."
TAKE_OUT = "Take “{entry}” out of the house list"
HOUSE_READ = "The house list was read from {path}."
HOUSE_OPENED = "Edit the house list, save it, and choose “Read the house list again”: {path}"
HOUSE_LIST = "House list"
CHOOSE_HOUSE = "Choose a house list"
HOUSE_FILTER = "House lists (*.txt);;All files (*)"
TREAT_AS_SAME = "Treat as the same: {terms}"
IGNORE_TERM = "Ignore “{term}” from now on"
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
HOUSE_UNREAD = "The house list was not read. {reason}"
NO_FOLDS = "Nothing can be folded: no run of sentences of one kind is long enough."
FEWER, MORE = "Fewer words", "More words"
LEAST_COPIED = "Equal words in a row that count as copied"
TO_LONGEST = "Go to the longest run"
SHARE_COUNTED = "Words that stand in runs of {least} words and more, of all words of the rewrite; filled in the texts"
QUOTED_COUNTED = (
    "Of these words, those between quotation marks in the rewrite; outlined in the texts. A quotation ends with its line at the latest"
)
COPIED_FIGURES = "What was copied"
LOOKING_FOR_COPIED = "Looking for what was taken over word for word…"
NOT_FOUND_COPIED = "What was copied could not be found ({reason})."
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
    Filter.HEAVILY: "Show only paraphrased (heavily reworded) sentences",
    Filter.DROPPED: "Show only sentences that were dropped",
    Filter.DROPPED_FURNITURE: "Show only headings and captions that were dropped",
    Filter.NEW: "Show only sentences that are not in the original",
    Filter.NEW_FURNITURE: "Show only headings and captions that are not in the original",
    Filter.MOVED: "Show only what stands in another place",
    Filter.DOUBTFUL: "Show only sentences whose pairing is doubtful",
    Filter.CHECK: "Show only passages with something to check",
    Filter.LOOK: "Show only passages with something to look at",
}

HINT = "F1: all keys"
HEADING = "Compare an article with its rewrite"
LEAD = (
    "See what was taken over, reworded, dropped and added. "
    "Word, OpenDocument, PDF, web pages, e-books, plain text. Your texts stay on this computer."
)
DROP_HERE = "Drop a file or a link here, or"
OPEN = "Open…"
PASTE = "Paste text"
USE_TEXT = "Use this text"
WRITE_HERE = "Paste or write the {side} here, or its web address"
BACK = "Back"
CHANGE = "Replace…"
REMOVE = "Remove"
READING = "Reading…"
COMPARE = "Compare"
SAMPLE = "Try the sample"
RECENT = "Compared before"
PASTED_NAME = "Pasted text"
CANCEL = "Cancel"
DISMISS = "Dismiss this message"
OFFERS = {
    Offer.UNDO: "Undo",
    Offer.RELOAD: "Reload",
    Offer.FETCH: "Fetch",
    Offer.BEFORE_AND_AFTER: "Compare before and after",
    Offer.TRY_AGAIN: "Try again",
    Offer.NOT_NOW: "Not now",
}
DECLINED = {Offer.FETCH: "Cancel"}
"""What saying no is called beside an offer, where it is not “Not now”."""
ANSWER_KEY = "Ctrl+Enter"
DROP_ON_SIDE = "Drop to use as the {side}"
DROP_TOO_MANY = "One or two files, please"
ALL_READABLE = "All that can be read"
ALL_FILES = "All files (*)"

STEPS = {
    "sentences": "Cutting both texts into sentences",
    "words": "Reading words",
    "features": "Weighing words",
    "pairs": "Looking for counterparts",
    "evidence": "Looking for counterparts",
    "alignment": "Pairing sentences",
    "passages": "Comparing what was paired",
    "facts": "Looking for changed facts",
}
COMPARING = "Comparing"
COMPARED = "Comparing is done:"
ALL_SHOWN = "Everything is shown again."
FILTERED = "{passages} shown."

MENU = "Menu"
THEME = "Theme"
THEMES = {
    ThemeChoice.SYSTEM: "As the system",
    ThemeChoice.LIGHT: "Light",
    ThemeChoice.DARK: "Dark",
    ThemeChoice.CONTRAST_LIGHT: "High contrast, light",
    ThemeChoice.CONTRAST_DARK: "High contrast, dark",
}
TYPEFACE = "Text font"
TYPEFACES = {Typeface.SERIF: "Serif", Typeface.SANS: "Sans serif", Typeface.SYSTEM: "As the system"}

NO_PASSAGE = "Choose a sentence to read both versions one above the other."
OVERVIEW = "Overview: original left, rewrite right"
NO_OUTLINE = "There is nothing to outline: both texts are empty."
NOT_MOVED = "This passage stands in one place: there is no other end to go to."
COPIED_NOTE = "Copied {passages} as a note."
NO_CHANGES = "Nothing to list."
NO_MATCH = "No change holds “{text}”."
FIND_CHANGE = "Filter changes by words"
FIND = "Find in both texts"
CLOSE_FIND = "Close the find bar"
FOUND = "{original} in the original, {rewrite} in the rewrite"
FOUND_AT = "{number} of {all}"
FOUND_NOTHING = "Nothing found"
ALIKE = "words alike: {share} · {sure}"
MARKED = {"removed": "dashed: gone", "added": "solid: new", "moved": "dotted: moved within", "typographic": "grey dots: typography"}
INVISIBLE = "{side} has characters that are not seen: {names}"
LOOKALIKES = "{side} has letters of another alphabet that look like Latin ones: {names}"
KEY_TERMS = "bold: words that both versions share"

STEP_SHARES = {
    "sentences": (0.0, 0.13),
    "words": (0.13, 0.28),
    "features": (0.28, 0.34),
    "pairs": (0.34, 0.48),
    "evidence": (0.48, 0.69),
    "alignment": (0.69, 0.71),
    "passages": (0.71, 0.75),
    "facts": (0.75, 1.0),
}
"""For each step of the engine from where to where it takes the whole, measured with 20,000 sentences a side."""

LAYOUT = "Layout"
LAYOUTS = {
    Layout.ALIGNED: ("Aligned", "Aligned: each passage level with its counterpart (L changes the layout)"),
    Layout.READING: ("Reading", "Reading: each text flows on its own side, ribbons join what belongs together (L changes the layout)"),
}
TAB_NAMES = {Tab.CHECK: "To check", Tab.PAIR: "Pair", Tab.CHANGES: "Changes", Tab.OUTLINE: "Outline"}

KEYS_HEAD = "Keys and signs"
KEYS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Texts",
        (
            ("Ctrl+O", "Open the original"),
            ("Ctrl+Shift+O", "Open the rewrite"),
            ("Ctrl+V", "Paste a text or an address, on the start page"),
            ("Ctrl+Shift+V", "Paste only the words, without headings, lists and tables"),
            ("F5", "Reload what has changed on the disk"),
            ("Ctrl+Enter or Ctrl+Return", "Take what the line above the texts offers"),
            ("Ctrl+Shift+S", "Swap both sides"),
            ("Ctrl+N", "Begin anew"),
            ("Ctrl+Shift+E", "Try the sample"),
            ("Ctrl+I", "How the original was read, and other ways to read it"),
            ("Ctrl+Shift+I", "The same of the rewrite"),
            ("Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y", "Undo and redo replacing, clearing, swapping or reading again"),
        ),
    ),
    (
        "Reading",
        (
            ("F8, Alt+Down, N", "Next change"),
            ("Shift+F8, Alt+Up, P", "Previous change"),
            ("F7, F", "Next thing to check, the gravest first"),
            ("Shift+F7, Shift+F", "The one before"),
            ("Up, Down", "Sentence by sentence"),
            ("Left, Right", "To the other side"),
            ("Enter, Right", "Unfold a long run"),
            ("Left", "Fold it again"),
            ("U", "Fold or unfold all long runs"),
            ("C", "What changed, or what was copied (F8 then goes from run to run)"),
            ("L", "Change the layout: aligned or reading"),
            ("Ctrl+F8, J", "Next change of this kind"),
            ("Ctrl+Shift+F8, K", "The one of this kind before"),
            ("Ctrl+K", "Show only this kind, and all again"),
            ("Ctrl+J", "To the other end of what moved, and back"),
            ("Ctrl+F", "Find words in both texts"),
            ("F3, Shift+F3", "Next hit and the one before"),
            ("Ctrl+C", "Copy what is chosen"),
            ("Ctrl+Shift+C", "Copy both versions as a note, with their places"),
            ("Ctrl+1, Ctrl+2, Ctrl+3, Ctrl+4", "To check, pair, changes, outline"),
            ("Ctrl+L", "Filter the list of changes"),
            ("Menu key, right click", "What can be done with a sentence"),
            ("W", "Word marks on or off"),
            ("T", "Differences of typography on or off"),
        ),
    ),
    (
        "To check",
        (
            ("Up, Down", "Card by card, in the list"),
            ("Enter", "To the words in the texts"),
            ("Y", "Fine: looked at, and all right"),
            ("A", "The author is to be asked"),
            ("D", "Dismiss, with a reason if you like"),
            ("Shift+Enter, in the reason", "Dismiss all like this for that reason"),
            ("Shift+D", "Dismiss all like this at once, without a reason"),
            ("Backspace", "Take back"),
            ("Ctrl+C", "Copy the question to the author"),
        ),
    ),
    (
        "Window",
        (
            ("Ctrl++ or Ctrl+=, Ctrl+−, Ctrl+0", "Larger, smaller, ordinary size"),
            ("Ctrl and wheel", "Larger or smaller; two fingers do the same"),
            ("Esc", "Stop, show all again, say no to a line, close this page"),
            ("Tab", "To the next part of the window"),
            ("F10", "Menu: theme, text font and all else"),
            ("F1", "This page"),
            ("Ctrl+Q", "Quit"),
        ),
    ),
)
SIGNS_HEAD = "Signs beside sentences"
SIGNS_TAIL = (
    ("1→2, 2→1", "one sentence became two, two became one"),
    ("?", "doubtful pairing: the pair pane says what is in doubt"),
    ("dashed line", "words that are gone"),
    ("solid line", "words that are new"),
    ("dotted line", "words that stand elsewhere in the sentence"),
    ("wavy line", "words to check; thinner and longer: to look at"),
    ("flag in the margin", "something to check in this line; click it to read what"),
    ("flag with a number", "several in this line"),
    ("outlined flag", "something to look at"),
    ("small flag", "a character that is not seen; the pair pane names it"),
    ("ribbon", "joins a changed passage with its counterpart; dashed: moved"),
    ("↓ 34", "the other end of a move: sentence 34, further down; click to go there"),
    ("bold", "words shared by two versions that have little else in common"),
)
CLOSE = "Close"


def side_word(side: Side) -> str:
    """Name a side inside a sentence."""
    return SIDES[side].lower()


def offer_words(offer: Offer, beside: tuple[Offer, ...]) -> str:
    """Name what a button does, given all that its line offers."""
    return DECLINED.get(beside[0], OFFERS[offer]) if offer is Offer.NOT_NOW else OFFERS[offer]


def document_name(slot: Slot) -> str:
    """Name what stands or is to stand on a side, for a person: a long or deceiving name is one short line."""
    from rewritediff.gui.links import shown
    from rewritediff.loaders.names import shown_name

    if isinstance(slot, Empty):
        return ""
    if isinstance(slot.source, Address):
        return shown(slot.source.address)
    return shown_name(slot.source.name) if slot.source.name else PASTED_NAME


def queue_title(count: int) -> str:
    """Name the tab of findings, with how many to check still wait."""
    return f"{TAB_NAMES[Tab.CHECK]} {count:,}" if count else TAB_NAMES[Tab.CHECK]


def copied_questions(count: int) -> str:
    """Say how many questions were copied."""
    return f"Copied {counted(count, 'question')}." if count else NOTHING_CHOSEN


def step_words(step: str) -> str:
    """Say what the engine is doing; a step that is not known here is simply comparing."""
    return STEPS.get(step, COMPARING)


def share_done(step: str, share: float) -> float:
    """Guess from a step and its share how much of everything is done."""
    begin, end = STEP_SHARES.get(step, (0.0, 0.0))
    return begin + (end - begin) * share


def file_filter() -> str:
    """Word the kinds of files for a file chooser: all that can be read first, then group by group."""
    from rewritediff.loaders.formats import KINDS  # a tenth of the start, and a file is chosen later
    from rewritediff.loaders.loading import readable_suffixes

    readable = readable_suffixes()
    groups = {name: [suffix for form in forms for suffix in KINDS[form].suffixes if suffix in readable] for name, forms in file_groups()}
    listed = [(ALL_READABLE, readable), *((name, suffixes) for name, suffixes in groups.items() if suffixes)]
    return ";;".join((*(f"{name} ({' '.join(f'*{suffix}' for suffix in suffixes)})" for name, suffixes in listed), ALL_FILES))


def file_groups() -> tuple[tuple[str, tuple[Format, ...]], ...]:
    """Group the formats of documents as a person looks for them."""
    from rewritediff.loaders.formats import Format

    return (
        ("Word and OpenDocument", (Format.DOCX, Format.DOC, Format.ODT, Format.RTF)),
        ("PDF", (Format.PDF,)),
        ("Web pages", (Format.HTML, Format.MHTML, Format.SHORTCUT)),
        ("E-books", (Format.EPUB,)),
        ("Plain text", (Format.TEXT, Format.MARKDOWN, Format.LATEX)),
        ("Subtitles", (Format.SUBTITLES,)),
    )
