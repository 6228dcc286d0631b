"""The outline in words: what an entry is, and what became of its sentences."""

from __future__ import annotations

from enum import Enum

from rewritediff.core.section_matches import SectionRelation
from rewritediff.wording.grammar import counted
from rewritediff.wording.sections import WORDS


class EntryKind(Enum):
    """Say what an entry of the outline stands for."""

    SECTION = "section"
    DROPPED = "dropped"
    NEW = "new"
    MOVED = "moved"
    PARAGRAPH = "paragraph"


ENTRY_KINDS = {
    EntryKind.SECTION: "",
    EntryKind.DROPPED: WORDS[SectionRelation.OMITTED],
    EntryKind.NEW: WORDS[SectionRelation.INSERTED],
    EntryKind.MOVED: "moved section",
    EntryKind.PARAGRAPH: "",
}

NO_SENTENCES = "only headings or captions"


def entry_counts(counterpart: int, dropped: int, new: int) -> str:
    """Say what became of the sentences of an entry: "4 sentences with a counterpart, 1 dropped, 2 new"."""
    parts = [f"{counted(counterpart, 'sentence')} with a counterpart"] if counterpart else []
    for count, word in ((dropped, "dropped"), (new, "new")):
        if count:
            parts.append(f"{count:,} {word}" if parts else f"{counted(count, 'sentence')} {word}")
    return ", ".join(parts) or NO_SENTENCES
