"""Sentences without a counterpart: what a new one claims, what a dropped one carried, and which are only furniture."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from rewritediff.core.facts.elsewhere import Elsewhere
from rewritediff.core.facts.gravity import Carried, carried, grave_of
from rewritediff.core.facts.phrases import phrases_of
from rewritediff.core.facts.reading import Context, Reading
from rewritediff.core.facts.tables import Table
from rewritediff.core.values import Document

CREDIT_WORDS = 14
"""Words of the longest credit or call to read on; longer ones are sentences."""
BRACKETS = "[("
STOPS = (".", "!", "?", "”", '"')


class Lone(NamedTuple):
    """Say of a sentence without a counterpart what it carries, and whether it is furniture."""

    carried: Carried
    is_furniture: bool


def is_translated(context: Context) -> bool:
    """Tell whether both languages are known and differ, so that sentences have no counterpart because they were translated."""
    one, other = (document.language for document in context.documents)
    return bool(one and other) and one != other


def lone_reader(context: Context, side: int, other: Elsewhere) -> Callable[[Reading], Lone]:
    """Make what looks at the sentences of one side (0 the original, 1 the rewrite) that have no counterpart."""
    document, table = tuple(context.documents)[side], tuple(context.tables)[side]["claims"]
    grave, is_furniture = grave_of(table), _furniture(document, table)

    def look(reading: Reading) -> Lone:
        return Lone(carried(reading, grave, other.has, document.language), is_furniture(reading))

    return look


def _furniture(document: Document, table: Table) -> Callable[[Reading], bool]:
    starts = [paragraph.start for paragraph in document.paragraphs]
    roles = [paragraph.role.is_furniture for paragraph in document.paragraphs]
    credit, calls = phrases_of(table, ("credits",)), phrases_of(table, ("calls",))

    def is_credit(reading: Reading) -> bool:
        if not reading.words or len(reading.words) > CREDIT_WORDS:
            return not reading.words
        last = reading.spans[-1].of(reading.text)
        return bool(calls.at(reading, 0) or (credit.at(reading, 0) and not last.endswith(STOPS)))

    def is_bracketed(reading: Reading) -> bool:
        return any(
            word.form in credit and reading.before(k).endswith(tuple(BRACKETS)) and credit.at(reading, k)
            for k, word in enumerate(reading.words)
        )

    def is_furniture(reading: Reading) -> bool:
        paragraph = bisect_right(starts, reading.spans[0].start) - 1
        return (paragraph >= 0 and roles[paragraph]) or is_credit(reading) or is_bracketed(reading)

    return is_furniture
