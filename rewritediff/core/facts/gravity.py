"""What words carry that a reader would have to verify: names, numbers, quotations, accusations, warnings; and how much that weighs.

Only signs that need no dictionary of names are read here: digits, capitals, quotation marks, and the word lists of the language.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rewritediff.core.facts.phrases import Phrases, phrases_of
from rewritediff.core.facts.reading import QUOTES, Reading
from rewritediff.core.facts.tables import Table

NEW = 2.0
"""Weight of a name or number that the other text has nowhere: somebody must be asked."""
KNOWN = 0.25
"""Weight of one that the other text has, too."""
ACCUSED = 3.0
QUOTED = 2.0
WARNED = 1.5


class Carried(NamedTuple):
    """Say what a sentence holds that a reader would have to verify."""

    new: int = 0
    """Names and numbers that the other text has nowhere."""
    known: int = 0
    """Names and numbers that it has."""
    quoted: bool = False
    accusing: bool = False
    """It accuses somebody in words that the other text has nowhere."""
    warning: bool = False

    @property
    def is_grave(self) -> bool:
        """Tell whether there is something that the other text cannot confirm."""
        return bool(self.new or self.quoted or self.accusing)

    @property
    def weight(self) -> float:
        """Order sentences by what they carry: 0 for a plain statement."""
        return NEW * self.new + KNOWN * self.known + QUOTED * self.quoted + ACCUSED * self.accusing + WARNED * self.warning


@dataclass(frozen=True, slots=True)
class Grave:
    """Hold what accuses and what warns in one language."""

    stems: tuple[str, ...]
    accusations: Phrases
    warnings: Phrases

    def accusing(self, reading: Reading, number: int) -> bool:
        """Tell whether an accusation begins at a word."""
        return reading.words[number].form.startswith(self.stems) or bool(self.accusations.at(reading, number))


def grave_of(table: Table) -> Grave:
    """Read what accuses and what warns from a language's table."""
    stems = tuple(sorted(table.words("accusation_stems"))) or ("\0",)
    return Grave(stems, phrases_of(table, ("accusations",)), phrases_of(table, ("warnings",)))


def carried(reading: Reading, grave: Grave, has: Callable[[str], bool], language: str) -> Carried:
    """Look through all words of a reading; `has` tells whether the other text has a form."""
    mentioned = mentions(reading, language)
    new = sum(not all(has(reading.words[k].form) for k in found) for found in mentioned)
    numbers = range(len(reading.words))
    return Carried(
        new=new,
        known=len(mentioned) - new,
        quoted=is_quoted(reading),
        accusing=any(grave.accusing(reading, k) and not has(reading.words[k].form) for k in numbers),
        warning=any(grave.warnings.at(reading, k) for k in numbers),
    )


def mentions(reading: Reading, language: str) -> list[Sequence[int]]:
    """Find numbers, and names as runs of capitalised words: ["Anton Morozov", "12"] as word numbers.

    Where nouns have capitals, only two in a row are believed to be a name.
    """
    least = 2 if language == "de" else 1
    found: list[Sequence[int]] = []
    run: list[int] = []
    for number, word in enumerate(reading.words):
        if run and (not word.text[0].isupper() or word.opens or reading.before(number).strip(" -‑–’'.")):
            found += [run] * (len(run) >= least and not _only_opens(reading, run))
            run = []
        if word.text[0].isupper():
            run = [*run, number]
        elif any(map(str.isdigit, word.form)):
            found.append((number,))
    return found + [run] * (len(run) >= least and not _only_opens(reading, run))


def _only_opens(reading: Reading, run: Sequence[int]) -> bool:
    return len(run) == 1 and reading.words[run[0]].opens


def is_quoted(reading: Reading) -> bool:
    """Tell whether a quotation begins, ends or goes on in the sentences of a reading."""
    for span in reading.spans:
        if not QUOTES.isdisjoint(span.of(reading.text)):
            return True
        line = reading.text.rfind("\n", 0, span.start) + 1
        before = reading.text[line : span.start]
        if before.count("“") > before.count("”") or before.count("„") > before.count("“") or before.count('"') % 2:
            return True
    return False
