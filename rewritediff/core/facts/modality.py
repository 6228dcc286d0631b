"""Obligation: must, should, may, must not, need not; a shift from one to another before the same verb or in the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from rewritediff.core.facts.anchored import (
    Anchored,
    anchored,
    bear_alike,
    is_changed,
    on_side,
    paired,
    put_instead,
    share_hunk,
    stand_alike,
)
from rewritediff.core.facts.mates import SURE, Mates, mates_of
from rewritediff.core.facts.negators import Language, bare, language_of
from rewritediff.core.facts.observation import Observation, observed
from rewritediff.core.facts.phrases import classes_of
from rewritediff.core.facts.reading import Context, PassagePair, Reading
from rewritediff.core.values import FindingKind, Strength

SHIFTS = {
    frozenset(shift.split()): strength
    for strength, shifts in (
        (
            Strength.CHECK,
            ("must may", "must should", "need may", "forbid free", "forbid discourage", "must forbid", "may forbid", "must free"),
        ),
        (Strength.CHECK, ("should forbid", "must discourage", "need forbid", "need free", "need discourage", "should discourage")),
        (Strength.LOOK, ("should may", "need should", "must ask", "should free", "may discourage", "free discourage")),
    )
    for shift in shifts
}
"""Shifts of strength that matter; a pair of levels that is not here means about the same."""
STRICT = frozenset({"must", "forbid"})


def finder(context: Context) -> Callable[[PassagePair], Iterator[Observation]]:
    """Look for obligations that became stronger or weaker."""
    table = context.tables.original["modality"]
    phrases = classes_of(table, "levels", context.function_words.original)
    skipped = table.words("skipped") | context.function_words.original
    months = table.words("months")
    negation = language_of(context.tables.original["negation"], context.function_words.original)
    same = context.tables.original.language == context.tables.rewrite.language

    def found(pair: PassagePair) -> Iterator[Observation]:
        if same and not phrases.triggers.isdisjoint(pair.forms):
            mates = mates_of(pair, context, negation.roots)
            levels = [
                [it for it in anchored(reading, phrases, skipped) if not _is_month(reading, it, months)] for reading in mates.readings
            ]
            yield from _shifts(mates, (levels[0], levels[1]), skipped, negation)

    return found


def _is_month(reading: Reading, found: Anchored, months: frozenset[str]) -> bool:
    words = reading.words
    word = words[found.first]
    if word.form not in months or found.last != found.first:
        return False
    following = words[found.first + 1 : found.first + 2]
    return (word.text[0].isupper() and not word.opens) or bool(following and following[0].text[0].isdigit())


def _shifts(
    mates: Mates, left: tuple[list[Anchored], list[Anchored]], skipped: frozenset[str], negation: Language
) -> Iterator[Observation]:
    for mine, other in paired(mates, left, (stand_alike, bear_alike, share_hunk)):
        strength = SHIFTS.get(frozenset({mine.stands_for, other.stands_for}))
        is_new = is_changed(mates, 0, mine) or is_changed(mates, 1, other)
        if strength is not None and is_new and not _negate_alone(mates, mine, other, negation):
            sure = mates.kept(0, *mine.place) >= SURE
            strength = strength if sure else Strength.LOOK
            yield observed(mates.pair, FindingKind.OBLIGATION, "obligation-changed", strength, ((mine.to_anchor,), (other.to_anchor,)))
    for side in (0, 1):
        for lone in left[side]:
            yield from _alone(mates, side, lone, skipped)


def _negate_alone(mates: Mates, mine: Anchored, other: Anchored, negation: Language) -> bool:
    """Tell whether only an affix parts two words, which is told as a negation: "permitted", "unpermitted"."""
    forms = mates.form(0, mine.first), mates.form(1, other.first)
    affixes = negation.prefixes, negation.suffixes, negation.no_prefix
    return any(second in bare(first, *affixes) for first, second in (forms, forms[::-1]))


def _alone(mates: Mates, side: int, lone: Anchored, skipped: frozenset[str]) -> Iterator[Observation]:
    """Point at a duty that the other side states as a plain fact: "must be signed", "is signed"; an order is as strong."""
    if lone.stands_for not in STRICT or not lone.anchors or lone.anchors[0] not in mates.across[side] or not is_changed(mates, side, lone):
        return
    verb = mates.across[side][lone.anchors[0]]
    if mates.readings[1 - side].words[verb].opens or not verb:
        return
    put = put_instead(mates, side, lone.first, lone.anchors[0])
    if put and all(mates.form(1 - side, word) in skipped for word in put):
        yield observed(
            mates.pair,
            FindingKind.OBLIGATION,
            ("obligation-lost", "obligation-new")[side],
            Strength.LOOK,
            on_side(side, (lone.to_anchor,), ((min(put[0], verb), max(put[-1], verb)),)),
        )
