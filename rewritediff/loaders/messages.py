"""The words for what could not be loaded.

They stand here and not in `rewritediff.wording`, which lies above the loaders, because the library's `LoadError` says them too.
Each message is one line: the file, the reason, what the reader can do.
"""

from __future__ import annotations

from rewritediff.loaders.fetching.messages import FETCHING, OPEN_IN_BROWSER
from rewritediff.loaders.fetching.obstacles import Obstacle
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
    Reason.TYPE_NOT_SUPPORTED: ("it is {kind}, which cannot be opened here", PASTE_INSTEAD),
    Reason.LOCKED: ("it is protected with a password", "Open it in the program that made it and save a copy without the password."),
    Reason.COPY_PROTECTED: (
        "it is protected against copying by the shop that sold it",
        "Ask the publisher for a copy without protection, or paste the passage that you want to compare.",
    ),
    Reason.DAMAGED: ("it is damaged or incomplete", "Download or copy it again, or open it in the program that made it and save it anew."),
    Reason.NO_TEXT_LAYER: (
        "its pages are pictures of text (a scan), without text that could be compared",
        "Have the text recognised (OCR) with a scanning program, and open what it gives.",
    ),
    Reason.NO_ARTICLE: (
        "the page holds no text of its own",
        "Open it in a browser, select the article there, copy it, and paste it.",
    ),
    Reason.OVERBLOWN: (
        "it would unpack to far more than its size, as files made to do harm do",
        "If you trust where it comes from, open it in the program that made it and save the text as a new file.",
    ),
    Reason.TOO_COMPLEX: ("it is built in a more complicated way than can be read safely", PASTE_INSTEAD),
    Reason.TOO_SLOW: ("it could not be read within {seconds} seconds", PASTE_INSTEAD),
    Reason.TOO_HEAVY: ("reading it would take more memory than is allowed", PASTE_INSTEAD),
    Reason.CRASHED: ("the program part that reads such documents broke down on it", PASTE_INSTEAD),
    Reason.LINK: (
        "it is a shortcut to {address}, and nothing is fetched unasked",
        "Open the page in a browser and save it, or paste its text.",
    ),
    Reason.BAD_LINK: ("it is a shortcut to {address}, which is no public web page", "Open the document itself."),
    Reason.ENCODING: ("it is not written in the encoding {encoding}", "Choose another encoding."),
    Reason.CANCELLED: ("reading it was cancelled", "Open it again when you want it."),
    Reason.NO_WORKER: (
        "the program part that reads such documents could not be started ({detail})",
        "Start RewriteDiff again, or install it anew.",
    ),
    Reason.NOT_FETCHED: ("the page could not be fetched", OPEN_IN_BROWSER),
    Reason.NO_LETTERS: (
        "its fonts do not say which letters they show, so that its text cannot be read",
        "Have the text recognised (OCR) with a scanning program, or open the document from which it was made.",
    ),
    Reason.TOO_LONG: (
        "it has more than half a million lines or paragraphs",
        "Cut out the part that you want to compare and save it as a file of its own.",
    ),
    Reason.DECLARATIONS: (
        "it brings instructions for the program that opens it, as files made to do harm do",
        "If you trust where it comes from, open it in the program that made it and save the text as a new file.",
    ),
    Reason.CHANGED_WHILE_READING: ("it was changed while it was being read", "Wait until it has been saved and open it again."),
}
"""For each reason what is in the way and what the reader can do."""

PASTED_ADVICE = {
    Reason.EMPTY: "Copy the article's text and paste it again.",
    Reason.TOO_LARGE: "Paste only the part that you want to compare.",
    Reason.TOO_LONG: "Paste only the part that you want to compare.",
}
"""What to do where there is no file to choose."""


def message_of(problem: Problem) -> str:
    """Word a problem in one line that names the file, the reason and what to do."""
    values = dict(problem.values)
    why, advice = FETCHING[Obstacle(values["why"])] if problem.reason is Reason.NOT_FETCHED and "why" in values else WORDS[problem.reason]
    why = why.format_map({key: _worded(key, value) for key, value in values.items()})
    if not problem.name:
        return f"Cannot use the pasted text: {why}. {PASTED_ADVICE.get(problem.reason, advice)}"
    return f"Cannot open “{problem.name}”: {why}. {advice}"


def _worded(key: str, value: str | int) -> str:
    if key == "kind":
        return KINDS[Format(value)].words
    return str(value)
