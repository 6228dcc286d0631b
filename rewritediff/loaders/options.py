"""How a person wants a document to be read, where there is a choice; the defaults read what the article says today."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from rewritediff.loaders.parts import Part


class Tracked(Enum):
    """Say which text of a document with tracked changes is read."""

    ACCEPTED = "accepted"
    BEFORE = "before"


KEPT = frozenset({Part.CELL, Part.BOX})
"""Parts that are read unless a person leaves them out: without its tables a report loses a quarter of its words."""


@dataclass(frozen=True, slots=True)
class Options:
    """Hold what was chosen for one document."""

    encoding: str = ""
    """The encoding that a person names; found by itself where empty."""
    kept: frozenset[Part] = KEPT
    """Of the parts that are blocks of their own (Part.CELL, Part.BOX, Part.NOTE), those that are read."""
    tracked: Tracked = Tracked.ACCEPTED
    whole_page: bool = False
    """Read all words of a web page, and not its article only."""
    charset: str = ""
    """The encoding that a server named: believed after a byte order mark, and before what the page says of itself."""

    def record(self) -> dict[str, object]:
        """Give the values as JSON can hold them."""
        return {
            "encoding": self.encoding,
            "kept": sorted(part.value for part in self.kept),
            "tracked": self.tracked.value,
            "whole_page": self.whole_page,
            "charset": self.charset,
        }


DEFAULTS = Options()


def options_of(record: Mapping[str, object]) -> Options:
    """Read what `Options.record` gave."""
    kept = record["kept"]
    return Options(
        str(record["encoding"]),
        frozenset(Part(value) for value in kept) if isinstance(kept, list) else KEPT,
        Tracked(record["tracked"]),
        bool(record["whole_page"]),
        str(record["charset"]),
    )
