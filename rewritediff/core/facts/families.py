"""The finders of facts by family: what each looks for, in which passages, and which table of a language it needs.

A family is made once for both texts, where it may look for what only whole texts show (which words are names, whether there are quotation
marks at all), and gives the function that is asked about one passage after the other. To add one: write its file, name it in FAMILIES.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import IntEnum
from typing import NamedTuple

from rewritediff.core.facts import (
    bounds,
    claims_and_losses,
    conditions,
    dates,
    hedges,
    literals,
    modality,
    names,
    negation,
    numbers,
    quotations,
    roles,
    scales,
    speakers,
)
from rewritediff.core.facts.observation import Observation
from rewritediff.core.facts.reading import Context, PassagePair
from rewritediff.core.values import FindingKind

Finder = Callable[[PassagePair], Iterable[Observation]]
"""Says what it sees in one passage."""


class Asked(IntEnum):
    """Name the passages that a family is asked about, by bits; enum.Flag takes ten times as long to test one."""

    CHANGED = 1
    """Linked sentences whose words differ."""
    SAME = 2
    """Linked sentences that are equal but for typography."""
    LONE = 4
    """Sentences without a counterpart: one side has no words."""


class Family(NamedTuple):
    """Describe one finder."""

    kinds: tuple[FindingKind, ...]
    made: Callable[[Context], Finder]
    asked: int = Asked.CHANGED
    """Bits of Asked."""
    whole: Callable[[Context], Iterable[Observation]] | None = None
    """Says what only both whole texts show, once; the passages are found by its spans."""
    table: str = ""
    """Name of the table without which a language is not checked; nothing where digits or signs suffice."""
    across: bool = False
    """It says something of texts in two languages, too: numbers and names stay when all around them is translated."""

    def covers(self, context: Context) -> bool:
        """Tell whether both texts are in languages that it can check."""
        return not self.table or all(self.table in tables for tables in context.tables)


FAMILIES: tuple[Family, ...] = (
    Family((FindingKind.NUMBER,), numbers.finder, across=True),
    Family((FindingKind.DATE,), dates.finder, across=True),
    Family((FindingKind.SPEAKER,), speakers.finder, table="speech"),
    Family((FindingKind.NAME,), names.finder, table="names", across=True),
    Family((FindingKind.NEGATION,), negation.finder, table="negation"),
    Family((FindingKind.OBLIGATION,), modality.finder, table="modality"),
    Family((FindingKind.CONDITION,), conditions.finder, table="modality"),
    Family((FindingKind.HEDGE,), hedges.finder, table="hedges"),
    Family((FindingKind.ROLES,), roles.finder, table="roles"),
    Family((FindingKind.OPPOSITE,), bounds.finder, table="bounds"),
    Family((FindingKind.OPPOSITE, FindingKind.TERM), scales.finder, table="scales"),
    Family((FindingKind.LITERAL,), literals.finder, across=True),
    Family((FindingKind.QUOTATION,), quotations.finder, Asked.CHANGED | Asked.SAME, quotations.whole),
    Family((FindingKind.CLAIM, FindingKind.LOSS), claims_and_losses.finder, Asked.CHANGED | Asked.LONE, across=True),
)
"""In the order in which they are asked; a later one is not heard about words that an earlier one has pointed at."""
