"""How a document was read, in the few words that fit under its name; what goes without saying is not among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rewritediff.core.values import Notice
from rewritediff.loaders.formats import KINDS, Format
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.parts import Part, Repair
from rewritediff.wording.encodings import encoding_name
from rewritediff.wording.grammar import counted, listed
from rewritediff.wording.notices import is_worth_saying, notice_words
from rewritediff.wording.readings import PLURALS

EXPECTED = frozenset({Part.SCRIPT, Part.TIME, Part.FIELD, Part.COMMAND})
"""Parts whose readers would wonder more to hear of them than to find them gone."""
SILENT = frozenset({"kept", "invisible-removed", "same-file", "languages-differ"})
"""Notices of which nothing is lost, and those that are about both sides."""
ORDER = ("replaced-bytes", "replaced-characters", "pages-without-text", "tracked-changes", "left-out", "encoding")
"""What weighs most stands first, since the end is cut off where there is no room."""


def briefly(notices: Sequence[Notice]) -> tuple[str, ...]:
    """Say what matters of how a document was read: "2 notes left out", "windows-1252", "tracked changes accepted"."""
    ranked = sorted(notices, key=lambda notice: ORDER.index(notice.code) if notice.code in ORDER else len(ORDER))
    said = dict.fromkeys(part for code in dict.fromkeys(notice.code for notice in ranked) for part in _of_code(code, ranked))
    return tuple(said)


def _of_code(code: str, notices: Sequence[Notice]) -> Iterator[str]:
    found = [notice for notice in notices if notice.code == code]
    if code == "left-out":
        yield from _left_out(found)
    elif code not in SILENT:
        yield from (words for notice in found if (words := _words(notice)))


def _left_out(found: Sequence[Notice]) -> Iterator[str]:
    counts = {Part(values["what"]): int(values["count"]) for values in (dict(notice.values) for notice in found)}
    by_hand = counts.pop(Part.CHOSEN, 0)
    if by_hand:
        yield counted(by_hand, Part.CHOSEN.value, PLURALS[Part.CHOSEN])
    others = [counted(count, part.value, PLURALS.get(part, "")) for part, count in counts.items() if part not in EXPECTED]
    if others:
        yield f"{listed(others)} left out"


def _words(notice: Notice) -> str:
    values = dict(notice.values)
    count = int(values.get("count", 0))
    match notice.code:
        case "encoding":
            return encoding_name(str(values["encoding"])) if is_worth_saying(notice) else ""
        case "tracked-changes":
            return "as before its tracked changes" if values["shown"] == Tracked.BEFORE.value else "tracked changes accepted"
        case "replaced-bytes":
            return f"{counted(count, 'byte')} unreadable"
        case "replaced-characters":
            return f"{counted(count, 'character')} unreadable"
        case "invisible-kept":
            return counted(count, "invisible character")
        case "lookalikes":
            return counted(count, "letter in disguise", "letters in disguise")
        case "pages-without-text":
            return f"{count:,} of {counted(int(values['pages']), 'page')} without text"
        case "read-as-text":
            return "read as plain text"
        case "read-as":
            return f"read as {KINDS[Format(values['kind'])].words}"
        case "repaired" if values["what"] != Repair.ENTITY.value:
            return ""
    return notice_words(notice)
