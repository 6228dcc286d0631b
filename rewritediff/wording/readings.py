"""What a document's reader left out, kept apart or put right, in words; the codes and values are those of `rewritediff.loaders`."""

from __future__ import annotations

from collections.abc import Mapping

from rewritediff.core.values import Notice
from rewritediff.loaders.formats import KINDS, Format
from rewritediff.loaders.options import Tracked
from rewritediff.loaders.parts import Part, Repair
from rewritediff.wording.grammar import counted, listed

Values = Mapping[str, str | int]

PLURALS = {
    Part.FRONT_MATTER: "blocks of front matter",
    Part.CONTENTS: "lines of the table of contents",
    Part.PAGE_WORD: "words around the article",
    Part.SPEAKER: "speakers' names",
    Part.INCLUDED: "files that belong to it",
    Part.CHOSEN: "paragraphs left out by you",
}
"""Of parts whose plural is not the noun and an s."""

REPAIRS = {
    Repair.HYPHEN: ("{} was joined", "{} were joined", "word divided at a line's end", "words divided at lines' ends"),
    Repair.LIGATURE: ("{} was written as letters", "{} were written as letters", "ligature", "ligatures"),
    Repair.ENTITY: ("{} was replaced by �", "{} were replaced by �", "unreadable character", "unreadable characters"),
}


def reading_words(notice: Notice) -> str:
    """Word a notice about how a document was read, or give nothing for other notices."""
    values = dict(notice.values)
    count = int(values.get("count", 0))
    match notice.code:
        case "read-as":
            return f"its content is not {values.get('suffix', 'what its name says')}: read as {KINDS[Format(values['kind'])].words}"
        case "left-out":
            return _parts(values, count) + ("" if values["what"] == Part.CHOSEN.value else " left out")
        case "kept":
            return f"{_parts(values, count)} kept as {'a paragraph of its own' if count == 1 else 'paragraphs of their own'}"
        case "whole-page":
            return "no article was found in the page: all of its words are read"
        case "tracked-changes":
            return _tracked(values)
        case "repaired":
            one, many, noun, nouns = REPAIRS[Repair(values["what"])]
            return (one if count == 1 else many).format(counted(count, noun, nouns))
        case "pages-without-text":
            return f"{counted(count, 'page')} of {values['pages']} {'is a picture' if count == 1 else 'are pictures'} without text"
    return ""


def _parts(values: Values, count: int) -> str:
    part = Part(values["what"])
    return counted(count, part.value, PLURALS.get(part, ""))


def _tracked(values: Values) -> str:
    changes = [counted(int(values[key]), noun) for key, noun in (("insertions", "insertion"), ("deletions", "deletion")) if values[key]]
    how = "the text before them" if values["shown"] == Tracked.BEFORE.value else "the text with all of them accepted"
    return f"tracked changes ({listed(changes)}): {how} is read"
