"""The words of the window alone: messages, and what its controls are called.

Those of the findings stand in `queue_words`, of the page of keys in `keys_words`, of how a document was read in `telling_words`, and
what reports say too in `rewritediff.wording`.
"""

from __future__ import annotations

from rewritediff.core.values import Side
from rewritediff.gui.choices import Layout, Tab, ThemeChoice, Typeface
from rewritediff.gui.messages import Offer
from rewritediff.gui.sources import Address, Empty, Slot
from rewritediff.wording import Filter, counted

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


LAYOUT = "Layout"
LAYOUTS = {
    Layout.ALIGNED: ("Aligned", "Aligned: each passage level with its counterpart (L changes the layout)"),
    Layout.READING: ("Reading", "Reading: each text flows on its own side, ribbons join what belongs together (L changes the layout)"),
}
TAB_NAMES = {Tab.CHECK: "To check", Tab.PAIR: "Pair", Tab.CHANGES: "Changes", Tab.OUTLINE: "Outline"}

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
