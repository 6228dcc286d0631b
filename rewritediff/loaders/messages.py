"""The words for what could not be loaded.

They stand here and not in `rewritediff.wording`, which lies above the loaders, because the library's `LoadError` says them too.
Each message is one line: the file, the reason, what the reader can do.
"""

from __future__ import annotations

from rewritediff.loaders.formats import KINDS, Format
from rewritediff.loaders.reasons import Problem, Reason

PASTE_INSTEAD = "Save it as plain text (.txt) in the program that made it, or copy its text and paste it."
CHOOSE_TEXT = "Choose a file that holds the article as text."

WORDS: dict[Reason, tuple[str, str]] = {
    Reason.MISSING: ("there is no such file", "Check the name and the folder; it may have been moved, renamed or deleted."),
    Reason.BROKEN_LINK: ("it is a link to a file that is not there", "Choose the file itself."),
    Reason.FOLDER: ("it is a folder", "Choose one file in it."),
    Reason.NOT_A_FILE: ("it is a device or a connection, not a file on a disk", "Save the text in a file and choose that."),
    Reason.UNREADABLE: (
        "you have no permission to read it, or another program keeps it to itself",
        "Close it elsewhere, ask its owner, or open a copy of it.",
    ),
    Reason.FAILED: ("the computer could not read it ({detail})", "Try again, or copy it to another folder first."),
    Reason.TOO_LARGE: ("it is larger than {limit} MB", "Cut out the part that you want to compare and save it as a file of its own."),
    Reason.EMPTY: ("it holds no words", CHOOSE_TEXT),
    Reason.BINARY: ("it looks like {kind}, not text", CHOOSE_TEXT),
    Reason.TYPE_NOT_SUPPORTED: ("it is {kind}, and only {readable} can be opened", PASTE_INSTEAD),
    Reason.CHANGED_WHILE_READING: ("it was changed while it was being read", "Wait until it has been saved and open it again."),
}
"""For each reason what is in the way and what the reader can do."""

PASTED_ADVICE = {
    Reason.EMPTY: "Copy the article's text and paste it again.",
    Reason.TOO_LARGE: "Paste only the part that you want to compare.",
}
"""What to do where there is no file to choose."""


def message_of(problem: Problem) -> str:
    """Word a problem in one line that names the file, the reason and what to do."""
    why, advice = WORDS[problem.reason]
    why = why.format_map({key: _worded(key, value) for key, value in problem.values})
    if not problem.name:
        return f"Cannot use the pasted text: {why}. {PASTED_ADVICE.get(problem.reason, advice)}"
    return f"Cannot open “{problem.name}”: {why}. {advice}"


def _worded(key: str, value: str | int) -> str:
    if key == "kind":
        return KINDS[Format(value)].words
    if key == "readable":
        return _listed([_with_suffix(Format(code)) for code in str(value).split()])
    return str(value)


def _with_suffix(form: Format) -> str:
    return f"{KINDS[form].words} ({KINDS[form].suffixes[0]})"


def _listed(words: list[str]) -> str:
    """Join words as people do: "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
