"""The words of the window alone: messages, and what its controls are called. Words that reports share stand in `rewritediff.wording`."""

from __future__ import annotations

from rewritediff.core.values import Side

SIDES = {Side.ORIGINAL: "Original", Side.REWRITE: "Rewrite"}

TOO_MANY_FILES = "{count} files were dropped, but a comparison takes one or two: the original first, then the rewrite."
NOTHING_DROPPED = "What was dropped is neither a file on this computer nor a text."
NOTHING_TO_PASTE = "The clipboard holds no text. Copy the article’s text first."
NOTHING_WRITTEN = "There is no text to use yet. Paste or write it in the box."
SAME_SOURCE = "Both sides are the same file"
CLEARED = "Both sides were cleared."
REPLACED = "The {side} was replaced."
SIDE_CLEARED = "The {side} was cleared."
STOPPED = "Comparing was stopped."
UNFINISHED = "Comparing could not be finished ({reason}). Both texts are still here."
UNREAD = "“{name}” could not be read ({reason})."
UNEXPECTED = "Something unexpected happened ({reason}). Your texts are still here; details are in the terminal."


def side_word(side: Side) -> str:
    """Name a side inside a sentence."""
    return SIDES[side].lower()
